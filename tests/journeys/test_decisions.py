"""A person corrects the record by the command line, and the corrections hold when the reports are read anew."""

from __future__ import annotations

import io
import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dragoman.cli.main import run

pytestmark = pytest.mark.slow

FIRST = """ date 2025-05-12 LUBRIN, May 12 - Norland Foreign Minister Ana Berg will meet Sudrian Foreign Minister Carl Dahl in Geneva on Friday.

Berg rejected a 30-day truce on Monday. Dahl demanded a 30-day truce. Norland's army shelled the town of Karv on Sunday.
"""
SECOND = """ date 2025-05-16 GENEVA, May 16 - Norland Foreign Minister Ana Berg met Sudrian Foreign Minister Carl Dahl in Geneva on Friday.

Norland's envoy, Erik Lund, said that the talks were useful. Norland accepted a 30-day truce on Friday.
"""
CODEBOOK = """
[[rule]]
id = "position.any"
record = "position"
key = "demands"
plover = "REQUEST"
cameo = "100"
definition = "Somebody demands something."
example = "Kenya demanded a truce."
counter = "Kenya rejected a truce."
"""

Ask = Callable[..., Any]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case of two reports, made once."""
    folder = tmp_path_factory.mktemp("case")
    (folder / "first.txt").write_text(FIRST, encoding="utf-8")
    (folder / "second.txt").write_text(SECOND, encoding="utf-8")
    assert run(["init", str(folder / "case")]) == 0
    assert run(["add", "--case", str(folder / "case"), str(folder / "first.txt"), str(folder / "second.txt")]) == 0
    return folder / "case"


@pytest.fixture
def case(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the case, which is the one that all commands work on."""
    shutil.copytree(made, tmp_path / "case")
    monkeypatch.setenv("DRAGOMAN_CASE", str(tmp_path / "case"))
    monkeypatch.setenv("DRAGOMAN_BY", "ana")
    monkeypatch.chdir(tmp_path)
    return tmp_path / "case"


@pytest.fixture
def ask(case: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Ask:
    """Run a command and return its status, what it printed and what it complained of."""
    assert case.is_dir()

    def asked(*words: str, typed: str = "") -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
        capsys.readouterr()
        status = run(list(words))
        out, err = capsys.readouterr()
        return status, out, err

    return asked


def queue(ask: Ask, *words: str) -> list[dict[str, Any]]:
    """Return the items of the queue."""
    items: list[dict[str, Any]] = json.loads(ask("review", "--json", *words)[1])["items"]
    return items


def position(ask: Ask, stance: str) -> str:
    """Return the id of the position with a stance."""
    items = queue(ask, "--kind", "position")
    return next(str(i["things"][0]) for i in items if i["thing"] == "claim" and i["finding"]["stance"] == stance)


def test_a_review_on_a_pipe(ask: Ask) -> None:
    """Answers come one a line: accept, a reason with a rejection, an edit, a note, undo, skip; the rest waits."""
    before = queue(ask)
    typed = "accept\nr not so\nu\nhuh\nnote look again\nskip\nquit\n"
    status, out, _ = ask("review", typed=typed)
    assert status == 0
    assert "a accept   r reject" in out
    assert out.rstrip().endswith("1 decided, 1 put off")
    listed = json.loads(ask("decisions", "--json")[1])["items"]
    assert [d["verb"] for d in reversed(listed)] == [
        "merge" if before[0]["pair"] else "accept",
        "split" if before[1]["pair"] else "reject",
        "undo",
        "note",
        "skip",
    ]
    assert {d["by"] for d in listed} == {"ana"}
    after = queue(ask)
    assert before[0]["things"] not in [item["things"] for item in after]
    assert after[-1]["things"] == before[1]["things"]
    assert after[-1]["skipped"]


def test_the_words_of_a_finding_are_shown_marked_in_their_sentence(ask: Ask) -> None:
    """A person sees the paragraph with the evidence between marks, and the finding in words."""
    out = ask("review", "--kind", "position", "--actor", "Ana Berg", typed="quit\n")[1]
    assert "⟦Berg rejected a 30-day truce⟧ on Monday. Dahl demanded" in " ".join(out.split())
    assert "rejects · Ana Berg: a 30-day truce" in out


def test_a_killed_review_loses_nothing(case: Path, ask: Ask) -> None:
    """Each answer is in the record before the next question is asked."""
    review = subprocess.Popen(
        [sys.executable, "-m", "dragoman", "review", "--kind", "position"],
        env={**os.environ, "DRAGOMAN_CASE": str(case)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    assert review.stdin is not None
    assert review.stdout is not None
    review.stdin.write("accept it is so\n")
    review.stdin.flush()
    written = next(line for line in review.stdout if ", by ana" in line)
    review.send_signal(signal.SIGKILL)
    review.communicate()
    (decision,) = json.loads(ask("decisions", "--json")[1])["items"]
    assert written.startswith(decision["id"])
    assert decision["why"] == "it is so"


def test_an_edit_is_checked_and_shown_beside_what_was_read(ask: Ask) -> None:
    """A value that is none is refused with those there are; a good edit is shown with the machine's own finding."""
    claim = position(ask, "rejects")
    status, _, err = ask("decide", claim, "--edit", "stance=refuses")
    stances = "proposes, demands, supports, offers, accepts, accepts-conditionally, rejects, undecided"
    assert (status, err) == (2, f"dragoman: cannot edit 'stance': 'refuses' is none of {stances}\n")
    edit = (
        "--edit",
        "stance=undecided",
        "--edit",
        "date=2025-05-11",
        "--edit",
        "conditions=a vote",
        "--why",
        "heard it",
    )
    status, out, _ = ask("decide", claim, *edit)
    assert (status, out[12:]) == (0, f": edited claim {claim}, by ana\n")
    assert "nothing was written" in ask("decide", claim, *edit)[1]
    shown = " ".join(ask("review", "--decided")[1].split())
    assert "heard it" in shown
    assert "the machine read: rejects" in shown


def test_matters_of_weight_ask_why(ask: Ask) -> None:
    """Merging, splitting and retracting are not done without a reason."""
    for words in (("merge", "actor", "Ana Berg", "Erik Lund"), ("split", "actor", "Ana Berg"), ("retract", "r1")):
        status, _, err = ask(*words)
        assert (status, err) == (2, f"dragoman: cannot {words[0]}: say why, with --why\n")


def test_two_are_merged_split_and_undone(ask: Ask) -> None:
    """Each decision tells its id, by which it is taken back; who undoes an undoing brings it back."""
    out = ask("merge", "actor", "Ana Berg", "Erik Lund", "--why", "one person", "--by", "ben")[1]
    merge = out.split(":")[0]
    assert out.endswith(", by ben\n")
    status, _, err = ask("merge", "actor", "Ana Berg", "Nobody Here", "--why", "x")
    assert status == 1
    assert "no actor 'Nobody Here' in the record" in err
    undone = json.loads(ask("undo", merge, "--json")[1])["decision"]["id"]
    assert f"undo {undone} to let it hold again" in ask("undo", merge)[2]
    assert ask("undo", undone)[0] == 0
    states = {d["id"]: d["state"] for d in json.loads(ask("decisions", "--json")[1])["items"]}
    assert (states[merge], states[undone]) == ("holds", "undone")


def test_a_retracted_report_gives_no_finding(ask: Ask) -> None:
    """All findings of a retracted report leave the queue, and come back when it is undone."""
    before = queue(ask, "--kind", "position")
    report = before[-1]["evidence"][0]["report"]
    ask("retract", report, "--why", "the paper took it back")
    after = queue(ask, "--kind", "position")
    assert after
    assert report not in {cited["report"] for item in after for cited in item["evidence"]}
    ask("undo")
    assert [i["things"] for i in queue(ask, "--kind", "position")] == [i["things"] for i in before]


def test_reading_anew_tells_the_difference_first(ask: Ask, case: Path) -> None:
    """With another codebook a dry run tells what comes, goes and changes and writes nothing; decisions hold through it."""
    book = case.parent / "own.toml"
    book.write_text(CODEBOOK, encoding="utf-8")
    assert "2 reports read anew, 0 differ" in ask("reread", "--dry-run")[1]
    claim = position(ask, "rejects")
    ask("decide", claim, "--edit", "stance=undecided", "--why", "heard it")
    status, out, _ = ask("reread", "--codebook", str(book), "--dry-run", "--json")
    head, *differences, tail = (json.loads(line) for line in out.splitlines())
    assert status == 0
    assert head["now"]["codebook"].startswith("own ")
    assert tail == {"counts": tail["counts"], "written": False}
    edited = next(d for d in differences if d["claim"] == claim)
    assert (edited["change"], edited["fate"]) == ("changes", "holds")
    assert [change["field"] for change in edited["fields"]] == ["events"]
    shown = ask("reread", "--codebook", str(book))[1]
    assert "written as new readings" in shown
    assert "stays decided: decided in d" in " ".join(shown.split())
    assert "2 reports read anew, 0 differ" in ask("reread", "--codebook", str(book))[1]
    decided = json.loads(ask("review", "--decided", "--json")[1])["items"][0]
    assert (decided["finding"]["stance"], decided["machine"]["stance"]) == ("undecided", "rejects")


def test_a_report_that_is_not_there_cannot_be_read_anew(ask: Ask) -> None:
    """The id is said."""
    status, _, err = ask("reread", "--dry-run", "--report", "nothing")
    assert (status, err) == (1, "dragoman: no report 'nothing' in the record\n")
