"""Strings, places, leads and words: the small rules on which the order of answers rests."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.store import strings
from dragoman.store.filling import _slots
from dragoman.store.leads import lead_of
from dragoman.store.opening import create
from dragoman.store.places import MOST_PASSAGES, first_place, place_of, slot_of
from dragoman.store.words import cut, phrases

DAYS = st.dates().map(date.toordinal)
ANY = st.text(alphabet=st.characters(exclude_categories=[]))


@given(ANY)
def test_any_string_comes_back(text: str) -> None:
    """What is kept holds nothing that a database refuses, and gives the string back."""
    kept = strings.kept(text)
    assert strings.given(kept) == text
    assert "\x00" not in kept
    kept.encode()
    assert len(strings.searchable(text)) == len(text)
    strings.searchable(text).encode()


@given(DAYS, DAYS, st.text(), st.text())
def test_later_reports_stand_later(one: int, other: int, first: str, second: str) -> None:
    """Places go by day of publication, fit the integers of both databases, and lie within the bounds of their day."""
    slots = slot_of(first, one), slot_of(second, other)
    places = [place_of(slot, number) for slot in slots for number in (0, MOST_PASSAGES - 1)]
    assert all(0 <= place < 2**63 for place in places)
    low, high = date(1600, 1, 1).toordinal(), date(4400, 1, 1).toordinal()
    if low < one < other < high:
        assert max(places[:2]) < min(places[2:])
        assert first_place(one) <= min(places[:2]) <= max(places[:2]) < first_place(one + 1)


def test_the_first_passage_stands_last_in_its_report() -> None:
    """Read from the last place, the passages of a report come in the order of its text."""
    slot = slot_of("a report", date(2025, 5, 14).toordinal())
    assert place_of(slot, 0) > place_of(slot, 1) > place_of(slot, MOST_PASSAGES - 1) > place_of(slot - 1, 0)


@given(DAYS, st.integers(-5000, 5000))
def test_a_lead_is_below_its_power_of_four(published: int, lead: int) -> None:
    """Class n holds leads from 4^(n-1) to 4^n - 1 days, the last one all that are longer, class 0 all that are none."""
    number = lead_of(published + lead, published)
    assert (number == 0) == (lead <= 0)
    assert number in (0, 6) or 4 ** (number - 1) <= lead < 4**number


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Mr. Vanë's 30-day_truce", ["mr", "vane", "s", "30", "day", "truce"]),
        ("Straße", ["strasse"]),
        ("…—", []),
        ("停戦", ["停戦"]),
    ],
)
def test_words_are_letters_and_digits(text: str, words: list[str]) -> None:
    """Case and accents are dropped, signs part words."""
    assert cut(text) == words


def test_phrases_stand_in_quotation_marks() -> None:
    """A word with a sign inside is a phrase; a quotation mark without its pair is no trouble."""
    assert phrases('the "first  round" of 30-day "talks') == [
        ["the"],
        ["first", "round"],
        ["of"],
        ["30", "day"],
        ["talks"],
    ]


def test_two_reports_never_share_a_place(tmp_path: object) -> None:
    """Where two hashes of one day are the same, the next free place is taken."""
    from tests.conformance.filings import BY, many

    one, other = many(2)
    store = create(f"{tmp_path}/record.sqlite")
    store.take([one], **BY)
    with store._engine.connect() as connection:
        again = _slots(connection, [one, other])
    assert again[one.id] == slot_of(one.id, one.report.published.toordinal()) + 1
    assert again[other.id] == slot_of(other.id, other.report.published.toordinal())
    store.close()
