"""Those who work with a record are kept beside it: in either database the same, and never in a backup."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from dragoman.store.opening import open_store, restore
from dragoman.store.people.people import Book
from dragoman.store.people.sessions import Session
from dragoman.store.people.tables import PEOPLE
from dragoman.store.store import Store
from dragoman.terms.errors import StoreError
from dragoman.terms.people import AccessToken, Audited, Coding, Errand, Membership
from tests.conformance.conftest import Address
from tests.conformance.filings import BY, many

HELD = "$argon2id$hashed"
ODD = 'a\x00b\\u0041 \ud800 "é"'
ANA = Membership("Ana Berg", "admin", "2026-01-01T00")
TOKEN = AccessToken("t1", ODD, "Ana Berg", ("read", "add"), "2026-01-01T01", "2026-02-01T00")
SESSION = Session("cookie", "Ana Berg", "form", "2026-01-01T00", "2026-01-01T00", "2026-01-02T00")
DEED = Audited(0, "Ana Berg", "session", "2026-01-01T02", "merge", ODD, "127.0.0.1", ODD)
ERRAND = Errand("e1", ODD, "add", ODD, "digest", "queued", None, 0, 0, 0, 0, None, None, "2026-01-01T00", None)
CODING = Coding("may", "p1", ODD, "edit", "2026-01-01T00", {"date": ODD, "parties": ["A"]}, ODD)


@pytest.fixture
def filled(store: Store) -> Store:
    """A store with something in every table of people."""
    with store.people.changing() as book:
        book.roll.add(ANA, folded="ana berg", held=HELD)
        book.keyring.add(TOKEN, "digest of the token")
        book.sessions.open(SESSION)
        book.attempts.add("who", ODD, "2026-01-01T00")
        book.visits.begin(ODD, "2026-01-01T00")
        book.trail.add(DEED)
        book.errands.open(ERRAND, b"\x00payload")
        book.codings.add(CODING)
    return store


Told = Callable[[Book], object]


@pytest.mark.parametrize(
    ("told", "wanted"),
    [
        (lambda book: book.roll.find("ana berg"), ANA),
        (lambda book: book.roll.get("Ana Berg"), ANA),
        (lambda book: book.roll.password("Ana Berg"), HELD),
        (lambda book: book.keyring.find("digest of the token"), TOKEN),
        (lambda book: book.keyring.all("Ana Berg"), (TOKEN,)),
        (lambda book: book.sessions.find("cookie"), SESSION),
        (lambda book: book.attempts.of_address(ODD), ("2026-01-01T00",)),
        (lambda book: book.visits.last(ODD), (("2026-01-01T00", "2026-01-01T00"),)),
        (lambda book: book.trail.page(9, None), (replace(DEED, id=1),)),
        (lambda book: book.errands.by_key(ODD, ODD), ERRAND),
        (lambda book: book.errands.payload("e1"), b"\x00payload"),
        (lambda book: book.codings.latest("may", ODD), (CODING,)),
    ],
)
def test_what_was_kept_comes_back(filled: Store, told: Told, wanted: object) -> None:
    """Each table gives back what it was given, odd characters too, also after the store was opened anew."""
    with filled.people.reading() as book:
        assert told(book) == wanted
    again = open_store(filled.url)
    with again.people.reading() as book:
        assert told(book) == wanted
    again.close()


def test_who_is_nobody_is_not_found(filled: Store) -> None:
    """What is not there is None or empty, never an error."""
    with filled.people.reading() as book:
        assert (book.roll.find("x"), book.roll.get("x"), book.roll.password("x")) == (None, None, "")
        assert (book.keyring.get("x"), book.keyring.find("x"), book.keyring.all("x")) == (None, None, ())
        assert (book.sessions.find("x"), book.errands.get("x"), book.errands.payload("x")) == (None, None, None)
        assert (book.visits.last("x"), book.codings.latest("x"), book.attempts.of_name("x")) == ((), (), ())


def test_a_backup_holds_the_record_alone(filled: Store, address: Address, tmp_path: Path) -> None:
    """No table of people stands in it, and a case that is made of it has no members."""
    filled.take(many(3), **BY)
    filled.backup(tmp_path / "backup")
    told = gzip.decompress((tmp_path / "backup").read_bytes()).decode()
    assert not [name for name in PEOPLE.tables if f'"table":"{name}"' in told]
    assert "Ana Berg" not in told
    url = address()
    restore(tmp_path / "backup", url)
    again = open_store(url)
    with again.people.reading() as book:
        assert (book.roll.all(), book.trail.count(), book.errands.recent(9)) == ((), 0, ())
    assert not list(again.check())
    with again.people.changing() as book:
        book.trail.add(DEED)
        book.codings.add(CODING)
    again.close()


def test_people_are_no_trouble_for_the_doctor(filled: Store) -> None:
    """A record whose people were changed is as whole as before."""
    filled.take(many(3), **BY)
    with filled.people.changing() as book:
        book.roll.change("Ana Berg", role="reader", disabled="2026-01-03", password=HELD[1:])
        book.sessions.close_all("Ana Berg")
        book.keyring.revoke("t1", "2026-01-03")
    assert not list(filled.check())
    with filled.people.reading() as book:
        assert book.roll.all() == (Membership("Ana Berg", "reader", "2026-01-01T00", "2026-01-03"),)
        assert book.roll.password("Ana Berg") == HELD[1:]
        assert book.sessions.find("cookie") is None
        assert [token.revoked for token in book.keyring.all()] == ["2026-01-03"]
        assert not book.roll.any()


def test_what_fails_leaves_nothing_behind(filled: Store) -> None:
    """A change is kept whole or not at all; a name is taken once, whatever its capitals."""
    other = Membership("ana berg", "reader", "2026-01-02")
    with pytest.raises(StoreError), filled.people.changing() as book:  # noqa: PT012 - two things, one change
        book.trail.add(DEED)
        book.roll.add(other, folded="ana berg", held=HELD)
    with filled.people.reading() as book:
        assert book.trail.count() == 1
        assert book.roll.all() == (ANA,)


def test_a_key_is_one_errand_of_one_person(filled: Store) -> None:
    """Another person may use the same key, nobody twice; errands without a key are as many as one likes."""
    with filled.people.changing() as book:
        for number, (member, key) in enumerate([("other", ODD), (ODD, None), (ODD, None)]):
            book.errands.open(replace(ERRAND, id=f"n{number}", member=member, key=key), None)
    with pytest.raises(StoreError), filled.people.changing() as book:
        book.errands.open(replace(ERRAND, id="again"), None)
    with filled.people.reading() as book:
        assert [errand.id for errand in book.errands.unfinished()] == ["e1", "n0", "n1", "n2"]
        assert [errand.id for errand in book.errands.recent(2)] == ["n2", "n1"]


def test_the_latest_coding_counts(filled: Store) -> None:
    """What a coder thinks now is the last of several words about one finding; all of them are kept, in their order."""
    with filled.people.changing() as book:
        for coder, claim, verdict in [("b", "p1", "reject"), ("b", "p1", "accept"), ("b", "m1", "reject")]:
            book.codings.add(Coding("may", claim, coder, verdict, "2026"))  # type: ignore[arg-type]
        book.codings.add(Coding("june", "p1", "b", "reject", "2026"))
    with filled.people.reading() as book:
        latest = book.codings.latest("may", "b")
        assert [(coding.claim, coding.verdict) for coding in latest] == [("m1", "reject"), ("p1", "accept")]
        assert len(book.codings.latest("may")) == 3
        assert len(book.codings.latest()) == 4
        verdicts = [coding.verdict for coding in book.codings.told("may") if coding.coder == "b"]
        assert verdicts == ["reject", "accept", "reject"], "what was said before is not lost"
        assert len(book.codings.told()) == 5
        assert book.codings.samples() == ("june", "may")


def test_the_audit_goes_page_by_page(filled: Store) -> None:
    """The last first, of all or of one person or kind."""
    with filled.people.changing() as book:
        for number in range(5):
            book.trail.add(Audited(0, f"m{number % 2}", "token", f"2026-{number}", "undo"))
    with filled.people.reading() as book:
        assert [deed.moment for deed in book.trail.page(2, None)] == ["2026-4", "2026-3"]
        assert [deed.moment for deed in book.trail.page(2, 5)] == ["2026-2", "2026-1"]
        assert [deed.moment for deed in book.trail.page(9, None, member="m1")] == ["2026-3", "2026-1"]
        assert (book.trail.count(), book.trail.count(what="undo"), book.trail.count(member="m1")) == (6, 5, 2)


def test_many_at_once_are_one_after_the_other(filled: Store) -> None:
    """Whoever changes something sees what all before kept: no two count the same."""

    def count(_: int) -> int:
        with filled.people.changing() as book:
            book.attempts.add("w", "a", "2026")
            return len(book.attempts.of_name("w"))

    with ThreadPoolExecutor(4) as pool:
        assert sorted(pool.map(count, range(12))) == list(range(1, 13))
