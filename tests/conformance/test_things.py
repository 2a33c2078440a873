"""Profiles, matters, sheets, coverage: what the record needs to tell who and what is the same."""

from __future__ import annotations

from datetime import date

from dragoman.record.bounds import Bounds
from dragoman.record.keys import matter_id
from dragoman.record.shelf import Added, DayCount
from dragoman.store.store import Store
from tests.conformance.filings import BY, EARLY, LATER, Line, filing, many, read_anew

FIRST = filing("2025-05-14", Line("position", "Mira Vane", "the Dam"), publisher="Aune Post", url="https://a.example/1")
SECOND = filing("2025-05-10", Line("position", "Mira Vane", "The dam"), unread="It went on.", url="https://a.example/1")
THIRD = filing("2025-05-20", Line("meeting", "Kestria", "Valletta"), unread="Who knows.")
ALL = [FIRST, SECOND, THIRD]
DAM = matter_id("the dam")


def test_first_and_last_day_of_a_profile(store: Store) -> None:
    """A profile carries the first and the last day on which a report within the bounds described it so."""
    store.take(ALL, **BY)
    (vane,) = (who for who, _ in FIRST.profiles)
    with store.shelf() as shelf:
        (profile,) = shelf.profiles(ids=[vane.id])
        assert (profile.actor, profile.first, profile.last) == (vane, date(2025, 5, 10), date(2025, 5, 14))
        both = shelf.profiles(ids=[vane.id], keys=[key for one in ALL for _, keys in one.profiles for key in keys])
        assert [p.actor.id for p in both] == sorted({who.id for one in ALL for who, _ in one.profiles})
        assert shelf.profiles() == shelf.profiles(ids=["nobody"], keys=["person:nobody"]) == ()
    with store.shelf(Bounds(as_of=date(2025, 5, 12))) as shelf:
        assert shelf.profiles(ids=[vane.id])[0].last == date(2025, 5, 10)
    with store.shelf(Bounds(as_of=date(2025, 5, 9))) as shelf:
        assert shelf.profiles(ids=[vane.id]) == ()


def test_a_matter_stands_in_the_words_published_first(store: Store) -> None:
    """Which spelling of a matter counts follows from the reports that are seen, not from what was added first."""
    store.take(ALL, **BY)
    keys = [key for one in ALL for _, _, keys in one.matters for key in keys]
    with store.shelf() as shelf:
        (matter,) = shelf.matters(ids=[DAM])
        assert (matter.about, matter.first, matter.last) == ("The dam", date(2025, 5, 10), date(2025, 5, 14))
        assert shelf.matters(keys=keys) == (matter,)
    store.reread([read_anew(SECOND)], **BY | {"recorded": LATER, "reader": "reader 2"})
    with store.shelf() as shelf:
        (matter,) = shelf.matters(ids=[DAM])
        assert (matter.about, matter.first) == ("the Dam", date(2025, 5, 14))


def test_what_some_reports_tell_can_be_left_out(store: Store) -> None:
    """Without a report its days and its spelling count for nothing; who and what stands nowhere else is gone."""
    store.take(ALL, **BY)
    (vane,) = (who for who, _ in FIRST.profiles)
    with store.shelf() as shelf:
        (profile,) = shelf.profiles(ids=[vane.id], without=[FIRST.id])
        assert (profile.first, profile.last) == (date(2025, 5, 10), date(2025, 5, 10))
        (matter,) = shelf.matters(ids=[DAM], without=[SECOND.id])
        assert (matter.about, matter.first) == ("the Dam", date(2025, 5, 14))
        assert shelf.profiles(ids=[vane.id], without=[FIRST.id, SECOND.id]) == ()
        assert shelf.matters(ids=[DAM], without=[FIRST.id, SECOND.id]) == ()


def test_what_is_alike_is_found_by_its_bands(store: Store) -> None:
    """Reports with one address or alike texts share a band; each band of a report finds it."""
    store.take(ALL, **BY)
    with store.shelf() as shelf:
        for one in ALL:
            assert all(one.id in {sheet.card.id for sheet in shelf.sheets(bands=[band])} for band in one.bands)
        address = [band for band in FIRST.bands if band.startswith("u:")]
        assert [sheet.card.id for sheet in shelf.sheets(bands=address)] == sorted([FIRST.id, SECOND.id])
        (sheet,) = shelf.sheets(ids=[THIRD.id, "nobody"])
        assert (sheet.card.published, sheet.signature) == (date(2025, 5, 20), THIRD.signature)
        assert shelf.sheets() == ()
    with store.shelf(Bounds(as_of=date(2025, 5, 12))) as shelf:
        assert [sheet.card.id for sheet in shelf.sheets(bands=address)] == [SECOND.id]
        assert shelf.texts([FIRST.id]) == {}


def test_coverage_counts_by_day_and_publisher(store: Store) -> None:
    """Reports, findings and sentences that nobody understood, of the reading that counts."""
    store.take(ALL, **BY)
    days = [date(2025, 5, 10), date(2025, 5, 14), date(2025, 5, 20)]
    expected = (
        DayCount(days[0], None, 1, 1, 1),
        DayCount(days[1], "Aune Post", 1, 1, 0),
        DayCount(days[2], None, 1, 1, 1),
    )
    store.reread([THIRD], **BY | {"recorded": LATER, "reader": "reader 2"})
    with store.shelf() as shelf:
        assert shelf.coverage(None, None) == expected
        assert shelf.coverage(days[1], days[1]) == expected[1:2]
        assert shelf.horizon() == (days[0], days[2])
        assert [card.id for card in shelf.cards()] == [SECOND.id, FIRST.id, THIRD.id]
        assert [card.id for card in shelf.cards(first=days[1], last=days[1])] == [FIRST.id]
        unread = shelf.unread(None, None, limit=10)
        assert [passage.evidence.quote for passage in unread] == ["Who knows.", "It went on."]
        assert shelf.unread(None, days[1], limit=10) == unread[1:]
        assert shelf.unread(days[1], None, limit=1) == unread[:1]
        assert shelf.unread(None, None, limit=0) == ()
        assert shelf.unread(None, None, limit=10, reports=[SECOND.id]) == unread[1:]


def test_cards_come_in_either_order_from_any_place(store: Store) -> None:
    """The latest first where that is asked for, from the place of the last one seen on; no card twice and none left out."""
    store.take(many(30), **BY)
    with store.shelf() as shelf:
        forth = list(shelf.cards())
        assert list(shelf.cards(latest_first=True)) == forth[::-1]
        place = (forth[12].published, forth[12].id)
        assert list(shelf.cards(after=place)) == forth[13:]
        assert list(shelf.cards(after=place, latest_first=True)) == forth[:12][::-1]
        first, last = forth[5].published, forth[20].published
        within = [card for card in forth if first <= card.published <= last]
        assert list(shelf.cards(first=first, last=last, latest_first=True)) == within[::-1]


def test_what_was_added_since_a_moment(store: Store) -> None:
    """Counted by the moment of recording, within the bounds, whatever the day of publication."""
    store.take([FIRST], **BY)
    store.take([SECOND, THIRD], **BY | {"recorded": LATER})
    days = (date(2025, 5, 10), date(2025, 5, 20))
    with store.shelf() as shelf:
        assert shelf.added(EARLY) == Added(2, *days)
        assert shelf.added("2025") == Added(3, *days)
        assert shelf.added(LATER) == Added(0, None, None)
    with store.shelf(Bounds(as_of=date(2025, 5, 14))) as shelf:
        assert shelf.added(EARLY) == Added(1, days[0], days[0])
    with store.shelf(Bounds(known_at=EARLY)) as shelf:
        assert shelf.added("2025") == Added(1, date(2025, 5, 14), date(2025, 5, 14))
