"""`dragoman user`, `dragoman token` and `dragoman audit`: who may sign in, what programs may do, what was done."""

from __future__ import annotations

import getpass
import io
import json
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from argon2 import PasswordHasher

from dragoman.cli import asking
from dragoman.cli.main import run
from dragoman.cli.token import SCOPES
from dragoman.cli.user import ROLES as WRITTEN
from dragoman.desk import secrecy
from dragoman.desk.access import ALL, ROLES, Right, local
from dragoman.desk.case import store_of
from dragoman.desk.people import People
from dragoman.store.opening import open_store
from dragoman.terms.errors import LoginRefused

Ask = Callable[..., tuple[int, str, str]]
WORDS = "twelve or more"


@pytest.fixture
def case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty case, which is the one that all commands work on."""
    fast = partial(PasswordHasher, time_cost=1, memory_cost=8, parallelism=1)
    monkeypatch.setattr(secrecy, "PasswordHasher", fast)
    assert run(["init", str(tmp_path / "case")]) == 0
    monkeypatch.setenv("DRAGOMAN_CASE", str(tmp_path / "case"))
    monkeypatch.setenv("DRAGOMAN_BY", "host")
    return tmp_path / "case"


class _Terminal(io.StringIO):
    """A standard input at which somebody sits."""

    def isatty(self) -> bool:
        """Say so."""
        return True


@pytest.fixture
def ask(case: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Ask:
    """Run a command and return its status, what it printed and what it complained of; with `typed` None there is a terminal."""
    assert case.is_dir()

    def asked(*words: str, typed: str | None = "") -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "stdin", _Terminal() if typed is None else io.StringIO(typed))
        capsys.readouterr()
        status = run(list(words))
        out, err = capsys.readouterr()
        return status, out, err

    return asked


@pytest.fixture
def ben(ask: Ask) -> str:
    """A coder."""
    assert ask("user", "add", "ben", "--role", "coder", "--password-stdin", typed=f"{WORDS}\n")[0] == 0
    return "ben"


def _enters(case: Path, words: str) -> bool:
    store = open_store(store_of(case))
    try:
        return People(store.people, asking.now).log_in("ben", words, "").visitor.name == "ben"
    except LoginRefused:
        return False
    finally:
        store.close()


def test_the_words_are_those_of_the_table() -> None:
    """The command line offers the roles and rights that there are."""
    assert (WRITTEN, SCOPES) == (ROLES, ALL)


def test_a_member_comes_and_goes(ask: Ask, case: Path, ben: str) -> None:
    """Added, listed, given another role and password, disabled and enabled; each time it is said."""
    assert _enters(case, WORDS)
    assert ask("user", "role", ben, "adjudicator") == (0, "ben is adjudicator now\n", "")
    new = "quite other words"
    assert ask("user", "password", ben, "--password-stdin", typed=f"{new}\r\n")[0] == 0
    assert (_enters(case, WORDS), _enters(case, new)) == (False, True)
    assert ask("user", "disable", ben) == (0, "ben is let in no more\n", "")
    assert not _enters(case, new)
    status, out, _ = ask("user", "list")
    assert status == 0
    assert out.startswith("ben  adjudicator  since ")
    assert "  disabled 20" in out
    assert ask("user", "enable", ben) == (0, "ben may sign in again, as adjudicator\n", "")
    told = json.loads(ask("user", "list", "--json")[1])["members"]
    assert [(one["name"], one["role"], one["disabled"]) for one in told] == [("ben", "adjudicator", None)]


def test_a_case_without_members_says_so(ask: Ask) -> None:
    """In words for a person, as an empty list for a program."""
    assert ask("user", "list")[1] == "nobody can sign in; `dragoman user add` lets somebody\n"
    assert json.loads(ask("user", "list", "--json")[1]) == {"members": []}
    assert ask("token", "list")[1] == "there are no tokens\n"
    assert ask("audit")[1] == "nothing was done\n"


def test_a_password_is_asked_for_twice(case: Path, ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    """At a terminal; where the two differ nothing is changed. Without a terminal it is said how to give one."""
    status, _, err = ask("user", "add", "ben", "--role", "coder")
    assert (status, "--password-stdin" in err) == (2, True)
    typed = iter([WORDS, "something else", WORDS, WORDS])
    monkeypatch.setattr(getpass, "getpass", lambda _: next(typed))
    status, _, err = ask("user", "add", "ben", "--role", "coder", typed=None)
    assert (status, "not the same" in err) == (2, True)
    assert ask("user", "add", "ben", "--role", "coder", typed=None) == (0, "ben may sign in as coder\n", "")
    assert _enters(case, WORDS)


@pytest.mark.usefixtures("ben")
@pytest.mark.parametrize(
    ("words", "typed", "status", "why"),
    [
        (("user", "add", "x", "--role", "coder", "--password-stdin"), "short\n", 2, "at least 12 characters"),
        (("user", "add", "BEN", "--role", "coder", "--password-stdin"), f"{WORDS}\n", 2, "there is a member 'ben'"),
        (("user", "role", "bem", "admin"), "", 1, "no member 'bem' in this case; there is 'ben'"),
        (("user", "disable", "nobody"), "", 1, "no member 'nobody' in this case"),
        (("user", "password", "nobody", "--password-stdin"), f"{WORDS}\n", 1, "no member 'nobody'"),
        (("token", "add", "ben", "--scope", "admin"), "", 2, "a coder has no right to admin"),
        (("token", "add", "nobody", "--scope", "read"), "", 1, "no member 'nobody' in this case"),
        (("token", "add", "ben", "--scope", "read", "--expires", "99999"), "", 2, "1 to 3650 days"),
        (("token", "revoke", "t0"), "", 1, "no token 't0' in this case"),
    ],
)
def test_what_can_not_be_is_refused(ask: Ask, words: tuple[str, ...], typed: str, status: int, why: str) -> None:
    """With the reason, and an exit status of its own."""
    found, out, err = ask(*words, typed=typed)
    assert (found, out, why in err) == (status, "", True)


def test_the_last_admin_stays(ask: Ask, ben: str) -> None:
    """Also from the command line."""
    assert ask("user", "role", ben, "admin")[0] == 0
    status, _, err = ask("user", "disable", ben)
    assert (status, "the last admin" in err) == (2, True)


def test_a_token_is_printed_once(ask: Ask, case: Path, ben: str) -> None:
    """Alone on standard output, so that a script can take it; the list shows all but the token itself."""
    words = ("token", "add", ben, "--scope", "read", "--scope", "add", "--expires", "3", "--for", "nightly \x1b[31m")
    status, out, err = ask(*words)
    secret = out.strip()
    assert (status, secret[:4], secret in err) == (0, "dgm_", False)
    store = open_store(store_of(case))
    shown = People(store.people, asking.now).visitor_of_token(secret)
    store.close()
    assert shown is not None
    assert (shown.name, shown.rights) == ("ben", frozenset[Right]({"read", "add"}))
    listed = ask("token", "list")[1]
    assert secret not in listed
    assert "\x1b" not in listed
    assert "read, add  runs out 20" in listed
    (told,) = json.loads(ask("token", "list", "--json")[1])["tokens"]
    assert (told["name"], told["scopes"]) == ("nightly \x1b[31m", ["read", "add"])
    assert secret not in json.dumps(told)
    assert ask("token", "revoke", told["id"])[1] == f"token {told['id']} of ben lets nobody in any more\n"
    assert "  revoked 20" in ask("token", "list")[1]


def test_a_token_may_last_for_good(ask: Ask, ben: str) -> None:
    """Where no days are given."""
    assert "until it is revoked" in ask("token", "add", ben, "--scope", "read")[2]
    assert "never runs out  never used" in ask("token", "list")[1]


def test_the_audit_tells_who_did_what(ask: Ask, case: Path, ben: str) -> None:
    """Page by page, by member and by deed; nothing in it can write to a terminal."""
    ask("user", "role", ben, "reader")
    store = open_store(store_of(case))
    People(store.people, asking.now).note_deed(local("eve"), "merge", "\x1b[2J", "10.0.0.1", "\ud800")
    store.close()
    status, out, _ = ask("audit")
    lines = out.splitlines()
    assert (status, len(lines), lines[-1]) == (0, 4, "3 of 3")
    assert [line.split("  ")[1].strip() for line in lines[:3]] == ["eve", "host", "host"]
    assert "from 10.0.0.1" in lines[0]
    assert "\x1b" not in out
    first = json.loads(ask("audit", "--json", "--limit", "1")[1])
    assert (first["total"], first["items"][0]["thing"], first["items"][0]["detail"]) == (3, "\x1b[2J", "\ud800")
    assert f"--after {first['next']} lists those before" in ask("audit", "--limit", "1")[1]
    assert "coder -> reader" in ask("audit", "--after", first["next"], "--limit", "1")[1]
    assert "1 of 1" in ask("audit", "--user", "eve")[1]
    assert "1 of 1" in ask("audit", "--what", "add member")[1]
