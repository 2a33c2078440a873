"""What the sample case gives is what a person has looked at: a change of reading shows as a change of a file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dragoman.assembly import Reader
from dragoman.exports.json import as_dict
from dragoman.samples import sample_paths
from dragoman.sources.take import Options, take
from dragoman.terms.report import Report

HERE = Path(__file__).parent / "lenn"


def _expected(path: Path) -> Path:
    return HERE / f"{path.name}.json"


@pytest.mark.parametrize("path", sample_paths(), ids=lambda path: path.name)
def test_dispatches_give_what_they_gave(reader: Reader, path: Path, request: pytest.FixtureRequest) -> None:
    """The record of each dispatch is the one in its file (`make golden` writes it anew; read the difference)."""
    reports = [taken for taken in take(path, Options()) if isinstance(taken, Report)]
    got = [as_dict(found, explain=True) for found in reader.read(reports)]
    for one in got:
        del one["report"]["text"], one["report"]["path"]
    text = json.dumps(got, ensure_ascii=False, indent=1) + "\n"
    if request.config.getoption("--regenerate"):
        HERE.mkdir(exist_ok=True)
        _expected(path).write_text(text, encoding="utf-8")
    assert text == _expected(path).read_text(encoding="utf-8")


def test_no_golden_file_is_left_over() -> None:
    """Each golden file belongs to a dispatch."""
    assert {path.name for path in HERE.glob("*.json")} == {_expected(path).name for path in sample_paths()}
