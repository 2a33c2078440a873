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


@pytest.mark.parametrize("command", [("timeline",), ("doctor",), ("reread",)])
def test_a_model_that_can_not_be_used_stops_only_what_asks_one(
    command: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """An address without a name is told by the command that would ask it; the record can be asked all the same."""
    case = str(tmp_path / "case")
    assert run(["init", case]) == 0
    monkeypatch.setenv("DRAGOMAN_MODEL", "http://localhost:1/v1?api_key=secret")
    assert run([*command, "--case", case]) == (2 if command == ("reread",) else 0)
    why = "dragoman: DRAGOMAN_MODEL: the model at http://localhost:1/v1 needs its name: --model-name NAME\n"
    assert capsys.readouterr().err == (why if command == ("reread",) else "")
