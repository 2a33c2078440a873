"""What the commands that ask the record have in common."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.cli.main import run


@pytest.mark.parametrize("command", [("docket",), ("changes",), ("review", "--list")])
def test_days_in_the_wrong_order_are_refused(
    command: tuple[str, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """No answer is given where the first day is after the last: an empty one would look like a finding."""
    case = str(tmp_path / "case")
    assert run(["init", case]) == 0
    assert run([*command, "--case", case, "--from", "2025-05-20", "--to", "2025-05-10"]) == 2
    assert capsys.readouterr().err == "dragoman: --from: 2025-05-20 is after --to 2025-05-10\n"


def test_the_same_day_twice_is_one_day(tmp_path: Path) -> None:
    """The bounds belong to the days asked for."""
    case = str(tmp_path / "case")
    assert run(["init", case]) == 0
    assert run(["docket", "--case", case, "--from", "2025-05-20", "--to", "2025-05-20"]) == 0
