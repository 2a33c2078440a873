"""The how-to about correcting the record: its commands work on the sample case, in their order."""

from __future__ import annotations

import io
import re
import shlex
import sys
from pathlib import Path

import pytest

from dragoman.cli.main import run

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "how-to" / "correct-the-record.md").read_text(encoding="utf-8")

pytestmark = pytest.mark.slow


def test_every_command_works(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each line of each block runs, one after the other, and none is refused."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "src").symlink_to(ROOT / "src")
    lines = [line for block in re.findall(r"```sh\n(.*?)```", PAGE, re.DOTALL) for line in block.splitlines()]
    assert len(lines) > 15
    for line in lines:
        first, *words = shlex.split(line)
        if first == "export":
            for name, value in (word.split("=") for word in words):
                monkeypatch.setenv(name, value)
            continue
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"skip\nquit\n")))
        assert first == "dragoman"
        assert run(words) == 0, (line, capsys.readouterr())
    assert "0 differ" in capsys.readouterr().out


def test_every_field_of_the_page_is_one() -> None:
    """The keys in the table are those of the command."""
    from dragoman.cli.answering import WORDS

    assert set(re.findall(r"^\| `(\w)` \|", PAGE, re.MULTILINE)) == set(WORDS.values())
