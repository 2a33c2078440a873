"""Laws of who is one: neither the order of reports nor what else was asked plays a part; nothing weak bridges two."""

from __future__ import annotations

from dataclasses import fields
from datetime import date, timedelta
from itertools import combinations
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.record.decisions import Decision, in_force
from dragoman.record.identity.actors.cast import Cast, Identity
from dragoman.record.identity.actors.names import name_of
from dragoman.record.shelf import Profile
from tests.unit.record.identity.actors.conftest import ProfileShelf, cast_of, make

NAMES = (
    "Sergei Ivanov", "Serhiy Ivanov", "Igor Ivanov", "Ivanov", "Iwanow", "S. Ivanov", "Boyko Petrov", "Petrov", "Petroff",
    "Anna Maria Lopez", "Maria Lopez", "Anna Lopez", "Lopez", "foreign minister", "Russian leader", "president",
)  # fmt: skip
ROLES = (None, "President", "Foreign Minister", "FM", "interim president", "striker", "spokesman", "leader")
BODIES = (
    ("Russia", "state"), ("Moscow", "government"), ("foreign ministry", "government"), ("Foreign Ministry", "government"),
    ("KTA", "group"), ("Kestrian Telegraph Agency", "media"), ("Kestrian Tea Association", "group"), ("Hamas", "armed-group"),
)  # fmt: skip
STATES = (None, "RUS", "BGR")
START = date(2024, 1, 1)


@st.composite
def profile(draw: st.DrawFn) -> Profile:
    """Draw an actor of few names, roles and states, so that many meet, told on days of three years."""
    begin = START + timedelta(days=draw(st.integers(0, 40)) * 25)
    days: dict[str, Any] = {
        "first": begin.isoformat(),
        "last": (begin + timedelta(days=draw(st.sampled_from((0, 0, 20, 400))))).isoformat(),
        "state": draw(st.sampled_from(STATES)),
    }
    if draw(st.integers(0, 3)) == 0:
        name, kind = draw(st.sampled_from(BODIES))
        return make(name, kind=kind, **days)
    name = draw(st.sampled_from(NAMES))
    return make(name, name if name.islower() else draw(st.sampled_from(ROLES)), **days)


PROFILES = st.lists(profile(), min_size=1, max_size=14, unique_by=lambda p: p.actor.id)


@st.composite
def ruled(draw: st.DrawFn) -> tuple[list[Profile], tuple[Decision, ...]]:
    """Draw actors, and what somebody ruled on pairs of them."""
    profiles = draw(PROFILES)
    ids = sorted(p.actor.id for p in profiles)
    pairs = draw(st.lists(st.tuples(st.sampled_from(ids), st.sampled_from(ids), st.booleans()), max_size=4))
    decisions = [
        Decision(f"d{n}", "Ada", f"2025-06-{n + 1:02}T10:00:00Z", "merge" if merge else "split", "actor", (one, other))
        for n, (one, other, merge) in enumerate(pairs)
        if one != other
    ]
    return profiles, tuple(decisions)


def told(cast: Cast, profiles: list[Profile]) -> dict[tuple[str, date], tuple[Any, ...]]:
    """Return all that a cast says of profiles on their first and last days."""
    return {(p.actor.id, day): whole(cast.of(p.actor, day)) for p in profiles for day in (p.first, p.last)}


def whole(identity: Identity) -> tuple[Any, ...]:
    """Return all fields of an identity."""
    return tuple(getattr(identity, f.name) for f in fields(identity))


@settings(deadline=None, max_examples=60)
@given(ruled(), st.randoms(use_true_random=False))
def test_order_plays_no_part(drawn: tuple[list[Profile], tuple[Decision, ...]], random: Any) -> None:
    """Profiles that came, were learnt and were asked in another order are the same actors with the same reasons."""
    profiles, decisions = drawn
    shuffled = random.sample(profiles, len(profiles))
    one, other = (cast_of(held, in_force(decisions)) for held in (profiles, shuffled))
    other.learn(p.actor for p in shuffled)
    assert told(one, profiles) == told(other, shuffled)


@settings(deadline=None, max_examples=60)
@given(ruled())
def test_what_else_was_asked_plays_no_part(drawn: tuple[list[Profile], tuple[Decision, ...]]) -> None:
    """An actor that is asked alone is who it is among all: what bears on it is loaded with it."""
    profiles, decisions = drawn
    among_all = cast_of(profiles, in_force(decisions))
    among_all.learn(p.actor for p in profiles)
    for held in profiles:
        alone = cast_of(profiles, in_force(decisions))
        alone.learn([held.actor])
        assert told(alone, [held]) == told(among_all, [held])


@settings(deadline=None, max_examples=50)
@given(ruled())
def test_members_are_shared_out(drawn: tuple[list[Profile], tuple[Decision, ...]]) -> None:
    """Each profile is a member of who it is; each but a description is a member of one alone, whose id finds it."""
    profiles, decisions = drawn
    cast = cast_of(profiles, in_force(decisions))
    identities = {cast.of(p.actor, day) for p in profiles for day in (p.first, p.last)}
    for held in profiles:
        mine = cast.of(held.actor, held.last)
        assert held.actor.id in mine.members
        assert mine in cast.find(held.actor.id)
        if not held.actor.name.islower() and held.actor.name != "Russian leader":
            assert [i.id for i in identities if held.actor.id in i.members] == [mine.id]


@settings(deadline=None, max_examples=60)
@given(PROFILES)
def test_nobody_is_two(profiles: list[Profile]) -> None:
    """Without rulings no identity holds two states, two first names or a person and a body."""
    cast = cast_of(profiles)
    by_id = {p.actor.id: p.actor for p in profiles}
    for identity in {cast.of(p.actor, p.last) for p in profiles}:
        actors = [by_id[member] for member in identity.members]
        assert len({a.state for a in actors} - {None}) <= 1
        assert len({a.kind == "person" for a in actors}) == 1
        full = [name_of(a.name, a.state).words for a in actors if len(a.name.split()) > 1 and a.kind == "person"]
        for a, b in combinations((words for words in full if "minister" not in words and "leader" not in words), 2):
            assert set(a) <= set(b) or set(b) <= set(a) or "s" in (a[0], b[0])


@settings(deadline=None, max_examples=50)
@given(PROFILES, st.integers(0, 14))
def test_a_part_of_the_record_is_a_record(profiles: list[Profile], cut: int) -> None:
    """Who is one among the first reports is told by them alone: a shelf of some profiles knows nothing of others."""
    some = profiles[:cut]
    assert told(cast_of(some), some) == told(Cast(ProfileShelf(list(reversed(some))), in_force(())), some)  # type: ignore[arg-type]
