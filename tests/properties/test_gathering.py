"""Laws of the identity of meetings: no order, nothing far away."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.record.claims import Claim
from dragoman.record.decisions import Decision, Pair, Rulings
from dragoman.record.identity.meetings.gathering import gather
from dragoman.record.identity.meetings.reach import Reach
from dragoman.terms.findings import Level, MeetingKind, MeetingStatus
from dragoman.terms.when import When
from tests.meeting_claims import (
    CORVIN,
    DOLVAN,
    KESTRIA,
    MALTA,
    ORLIK,
    ORVANIA,
    TARNOW,
    TAVLAND,
    Strangers,
    loading,
    told,
)

START = date(2026, 1, 1)
PARTIES = (
    (ORVANIA, KESTRIA),
    (DOLVAN, TARNOW),
    (CORVIN, ORLIK),
    (KESTRIA, TAVLAND),
    (ORVANIA, KESTRIA, MALTA),
    (KESTRIA,),
)
STATUSES: tuple[MeetingStatus, ...] = (
    "held", "under-way", "scheduled", "scheduled", "proposed", "declined", "cancelled", "postponed", "denied",
)  # fmt: skip
KINDS: tuple[MeetingKind, ...] = ("talks", "talks", "summit", "call", "visit")
LEVELS: tuple[Level | None, ...] = (None, "leaders", "ministers")


@st.composite
def _whens(draw: st.DrawFn, published: date) -> When | None:
    shape = draw(st.sampled_from(["none", "day", "day", "day", "range", "week", "month"]))
    first = published + timedelta(days=draw(st.integers(-12, 40)))
    match shape:
        case "none":
            return None
        case "day":
            return When(first, first, "day", "told")
        case "range":
            return When(first, first + timedelta(days=2), "range", "told")
        case "week":
            monday = first - timedelta(days=first.weekday())
            return When(monday, monday + timedelta(days=6), "week", "told")
        case _:
            return When(first.replace(day=1), first.replace(day=28), "month", "told")


@st.composite
def _claims(draw: st.DrawFn, spread: int = 60) -> tuple[Claim, ...]:
    made = []
    for number in range(draw(st.integers(2, 14))):
        published = START + timedelta(days=draw(st.integers(0, spread)))
        when = draw(_whens(published))
        moved = draw(st.booleans()) and when is not None and draw(st.booleans())
        away = timedelta(days=draw(st.integers(-50, 50)))
        made.append(
            told(
                published.isoformat(),
                draw(st.sampled_from(STATUSES)),
                draw(st.sampled_from(PARTIES)),
                when=when,
                moved_from=When(when.start + away, when.start + away, "day", "old") if moved and when else None,
                kind=draw(st.sampled_from(KINDS)),
                place=draw(st.sampled_from([None, "Valletta", "Oslo"])),
                level=draw(st.sampled_from(LEVELS)),
                mediators=draw(st.sampled_from([(), (), (MALTA,)])),
                report=f"{published.isoformat()}{draw(st.sampled_from('ab'))}",
                number=number,
            )
        )
    return tuple(made)


@st.composite
def _rulings(draw: st.DrawFn, claims: tuple[Claim, ...]) -> Rulings:
    """Draw up to two pairs that a person put together and two that a person set apart."""
    ids = sorted({c.id for c in claims})
    made = Decision("d1", "ana", "2026-04-02T00:00:00+00:00", "merge", "meeting", ())
    pairs = st.lists(st.lists(st.sampled_from(ids), min_size=2, max_size=2, unique=True), max_size=2)
    if len(ids) < 2:
        return Rulings()
    together: dict[Pair, Decision] = {("meeting", min(p), max(p)): made for p in draw(pairs)}
    apart: dict[Pair, Decision] = {("meeting", min(p), max(p)): made for p in draw(pairs)}
    return Rulings(together=together, apart={pair: made for pair in apart if pair not in together})


@settings(max_examples=150, deadline=None)
@given(_claims(), st.randoms(use_true_random=False))
def test_the_order_of_claims_plays_no_part(claims: tuple[Claim, ...], shuffle: object) -> None:
    """Any order gives the very same items; each claim is in one of them, and so are its reasons."""
    mixed = list(claims)
    shuffle.shuffle(mixed)  # type: ignore[attr-defined]
    items = gather(claims, Strangers(), Rulings())
    assert gather(mixed, Strangers(), Rulings()) == items
    assert sorted(c.id for item in items for c in item.claims) == sorted(c.id for c in claims)
    for item in items:
        inside = {c.id for c in item.claims}
        assert len(item.links) >= len(item.claims) - 1
        assert all(link.one in inside and link.other in inside for link in item.links)
        assert all((link.one in inside) != (link.other in inside) for link in item.doubtful)


@settings(max_examples=150, deadline=None)
@given(_claims(spread=500), st.data())
def test_an_item_needs_only_its_neighbourhood(claims: tuple[Claim, ...], data: st.DataObject) -> None:
    """What is gathered around some claims are the items of the whole record that hold them, to the last doubt."""
    chosen = data.draw(st.lists(st.sampled_from(claims), min_size=1, max_size=3))
    asked = {c.id for c in chosen}
    rulings = data.draw(_rulings(claims))
    whole = gather(claims, Strangers(), rulings)
    near = Reach(loading(claims), Strangers(), rulings).items(chosen)
    assert near == tuple(item for item in whole if any(c.id in asked for c in item.claims))
