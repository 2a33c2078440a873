"""The same from Python: `dragoman.read` and `dragoman.read_files`."""

from __future__ import annotations

import threading
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

import dragoman
from dragoman.exports.json import as_json
from dragoman.terms.errors import PipelineMissing, Refused
from dragoman.terms.findings import Findings

TEXT = "Envoys of Norland met envoys of Sudria in Geneva on Monday."


def test_a_text_gives_typed_findings() -> None:
    """One call, one text, findings with their evidence; a moment counts as its day."""
    findings = dragoman.read(TEXT, published=date(2025, 5, 14), publisher="The Harbour Post")
    assert isinstance(findings, Findings)
    assert findings.report.publisher == "The Harbour Post"
    assert [d.when.start for d in findings.dates] == [date(2025, 5, 12)]
    assert all(TEXT[d.evidence.start : d.evidence.end] == d.evidence.quote for d in findings.dates)
    again = dragoman.read(TEXT, published=datetime(2025, 5, 14, 9, 0, tzinfo=UTC), publisher="The Harbour Post")
    assert again == findings


def test_a_text_may_tell_its_day_itself() -> None:
    """The header line of a text counts as in a file; without any day it is refused."""
    assert dragoman.read(f" date 2025-05-14 {TEXT}").report.published == date(2025, 5, 14)
    with pytest.raises(Refused, match="no publication date"):
        dragoman.read(TEXT)


def test_a_missing_pipeline_says_how_to_install_it() -> None:
    """The error names the command."""
    with pytest.raises(PipelineMissing, match="python -m spacy download xx_not_there"):
        dragoman.read(TEXT, published=date(2025, 5, 14), pipeline="xx_not_there")


def test_files_are_read_in_order_and_refusals_come_last(tmp_path: Path) -> None:
    """What cannot be read is told after what can."""
    for name, text in (("a.txt", TEXT), ("b.txt", ""), ("c.txt", TEXT + " Again.")):
        (tmp_path / name).write_text(text, encoding="utf-8")
    results = list(dragoman.read_files(sorted(tmp_path.iterdir()), published=date(2025, 5, 14)))
    assert [type(r) for r in results] == [Findings, Findings, Refused]
    assert [r.report.path for r in results if isinstance(r, Findings)] == [
        str(tmp_path / "a.txt"),
        str(tmp_path / "c.txt"),
    ]


@pytest.mark.slow
@pytest.mark.parametrize("threads", [False, True])
def test_processes_give_the_same(tmp_path: Path, *, threads: bool) -> None:
    """Two processes, forked or (where other threads run) started anew, give what one gives."""
    files = []
    for n in range(40):
        files.append(tmp_path / f"{n:02}.txt")
        files[-1].write_text(f"{TEXT} They were {n}.", encoding="utf-8")
    day = date(2025, 5, 14)
    done = threading.Event()
    if threads:
        threading.Thread(target=done.wait, daemon=True).start()
    try:
        one, two = (
            [as_json(f) for f in dragoman.read_files(files, published=day, workers=w) if isinstance(f, Findings)]
            for w in (1, 2)
        )
    finally:
        done.set()
    assert len(one) == 40
    assert one == two
