"""The progress bar: only for long work, only where a person watches."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from dragoman.cli.progress import LONG, progress


class Terminal(io.StringIO):
    """A stream that says whether it is a terminal."""

    def __init__(self, *, watched: bool) -> None:
        super().__init__()
        self._watched = watched

    def isatty(self) -> bool:
        """Say so."""
        return self._watched


def shown(monkeypatch: pytest.MonkeyPatch, files: list[Path], *, err: bool, out: bool) -> str:
    """Run through a bar and return what was written to standard error."""
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(sys, "stderr", Terminal(watched=err))
    monkeypatch.setattr(sys, "stdout", Terminal(watched=out))
    with progress(files) as step:
        for _ in files:
            step()
    assert isinstance(sys.stderr, Terminal)
    return sys.stderr.getvalue()


def test_a_bar_for_long_work_at_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Many files, output to a file, a person at the terminal: a bar with the count."""
    assert f"/{LONG}" in shown(monkeypatch, [Path(f"{n}.txt") for n in range(LONG)], err=True, out=False)


@pytest.mark.parametrize(("count", "err", "out"), [(LONG, False, False), (LONG, True, True), (LONG - 1, True, False)])
def test_no_bar_otherwise(monkeypatch: pytest.MonkeyPatch, count: int, *, err: bool, out: bool) -> None:
    """Nobody there, output at the terminal itself, or short work: nothing is written."""
    assert not shown(monkeypatch, [Path(f"{n}.txt") for n in range(count)], err=err, out=out)


def test_a_table_counts_by_its_rows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One table with many rows is long work; a missing file counts as one."""
    table = tmp_path / "a.jsonl"
    table.write_text("{}\n\n" * (LONG + 3), encoding="utf-8")
    assert f"/{LONG + 4}" in shown(monkeypatch, [table, tmp_path / "missing.jsonl"], err=True, out=False)
