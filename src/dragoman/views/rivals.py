"""One event as several sources tell it -> the accounts that cannot all be true, by what they differ in.

A change is no disagreement: what one source says later than before replaces its own word, and a plan that was moved is told
rightly by both. Only accounts of different sources are rivals, and of plans only those that were published on one day.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from itertools import combinations
from typing import Literal

from dragoman.reading.actors.states import states
from dragoman.record.claims import Claim
from dragoman.record.hearing import meeting_of, sort_of
from dragoman.record.identity.events.counts import bounds_of, contradict
from dragoman.record.identity.events.happenings import Happening
from dragoman.record.identity.meetings.gathering import Gathering
from dragoman.record.identity.meetings.sights import is_precise
from dragoman.record.keys import fold, side_of
from dragoman.terms.findings import Actor, Agreement, Figure, Incident, Meeting, Position
from dragoman.views.scope import Scope
from dragoman.views.timeline import figure_of

Kind = Literal["date", "place", "attendance", "level", "figure", "outcome", "happened", "proposer"]
KINDS: tuple[Kind, ...] = ("happened", "date", "place", "attendance", "level", "figure", "outcome", "proposer")
APART = 20
"""Times that one rival figure can be of the other."""
NEAR = timedelta(days=14)
"""How long after one party is said to have put a proposal forward another may be named for it."""


@dataclass(frozen=True, slots=True)
class Account:
    """One of the values that a source gives: in words, the claims, and who says it where that is not the outlet."""

    value: str
    claims: tuple[Claim, ...]
    said_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rivalry:
    """Accounts of one thing that differ. `soft`: they differ, but all could be true ("at least 12", 21)."""

    kind: Kind
    accounts: tuple[Account, ...]
    soft: bool = False


Valued = Iterable[tuple[str, Claim]]


def rivalries(scope: Scope, event: Happening | Gathering) -> tuple[Rivalry, ...]:
    """Return what the sources of one event disagree about, by kind. Claims whose support was withdrawn stand for nothing."""
    claims = [c for c in event.claims if c.withdrawn is None]
    if len(claims) < 2:
        return ()
    if isinstance(event, Gathering):
        return tuple(_of_meeting(scope, claims))
    match event.lead.finding:
        case Figure():
            found = _of_figures(scope, claims)
        case Incident():
            found = _split(scope, "happened", ((_told(c), c) for c in claims))
        case Agreement():
            ended = ((("ended or broken" if _status(c) in {"violated", "ended"} else "in force"), c) for c in claims)
            found = _split(
                scope, "outcome", ((value, c) for value, c in ended if _status(c) not in {"agreed", "signed"})
            )
        case _:
            found = None
    return () if found is None else (found,)


def proposers(scope: Scope, events: Iterable[Happening | Gathering]) -> dict[str, Rivalry]:
    """Return by event who else is said to have put the same proposal forward at the time; soft, for both may have."""
    told = [(e.id, c) for e in events if isinstance(e, Happening) for c in e.claims if _proposes(c)]
    home = {claim.id: event for event, claim in told}
    on_one: dict[str, dict[str, Claim]] = {}
    for _, claim in told:
        on_one.setdefault(scope.ledger.of(claim.about or "").id, {})[claim.id] = claim
    # one claim alone has no rival, and need not be settled
    several = {matter: held for matter, held in on_one.items() if len(held) > 1}
    settled = scope.origins.settle(c for held in several.values() for c in held.values())
    standing = [c for c in settled if c.withdrawn is None]
    scope.origins.learn({c.card.id for c in standing})
    by_matter: dict[str, list[Claim]] = {}
    for claim in sorted(standing, key=lambda c: c.order):
        by_matter.setdefault(scope.ledger.of(claim.about or "").id, []).append(claim)
    found: dict[str, Rivalry] = {}
    for held in by_matter.values():
        for first in held:
            if any(timedelta(0) <= first.day - c.day <= NEAR and c.order < first.order for c in held):
                continue
            near = [c for c in held if c.order >= first.order and c.day - first.day <= NEAR]
            rivalry = _split(scope, "proposer", ((_proposer(scope, c), c) for c in near), soft=True)
            if rivalry is not None:
                found[home[first.id]] = rivalry
    return found


def _proposes(claim: Claim) -> bool:
    return isinstance(claim.finding, Position) and claim.finding.stance == "proposes"


def _proposer(scope: Scope, claim: Claim) -> str:
    assert isinstance(claim.finding, Position)
    actor = scope.cast.of(claim.finding.actor, claim.published)
    return actor.state or actor.land or actor.name


def _of_meeting(scope: Scope, claims: Sequence[Claim]) -> Iterator[Rivalry]:
    done = [c for c in claims if meeting_of(c).status in {"held", "under-way"}]
    denied = [c for c in claims if meeting_of(c).status == "denied"]
    told = [*(("took place", c) for c in done), *(("did not take place", c) for c in denied)]
    yield from _known(_split(scope, "happened", told))
    broken = [c for c in claims if sort_of(c) == "broken" and done and c.published >= min(d.published for d in done)]
    after = [("took place", c) for c in done] + [(meeting_of(c).status, c) for c in broken]
    yield from _known(_split(scope, "outcome", after))
    for kind, value in _VALUES:
        yield from _compared(scope, kind, done, value)
        plans = [c for c in claims if sort_of(c) == "planned"]
        for day in sorted({c.published for c in plans}):
            yield from _compared(scope, kind, [c for c in plans if c.published == day], value)
    yield from _heads(scope, claims)


def _compared(
    scope: Scope, kind: Kind, claims: Iterable[Claim], value: Callable[[Meeting], str | None]
) -> Iterator[Rivalry]:
    told = ((said, c) for c in claims if (said := value(meeting_of(c))) is not None)
    yield from _known(_split(scope, kind, told))


def _day(meeting: Meeting) -> str | None:
    return meeting.date.start.isoformat() if meeting.date is not None and is_precise(meeting.date) else None


def _place(meeting: Meeting) -> str | None:
    """Return the place, if it is no whole land: a town of it is no rival."""
    if meeting.place is None or fold(meeting.place) in _lands():
        return None
    host = meeting.host
    named = {fold(host.land or ""), fold(host.name)} if host is not None else set()
    return None if fold(meeting.place) in named else meeting.place


@cache
def _lands() -> frozenset[str]:
    return frozenset(fold(name) for name in states().title.values())


_VALUES: tuple[tuple[Kind, Callable[[Meeting], str | None]], ...] = (
    ("date", _day),
    ("place", _place),
    ("level", lambda meeting: meeting.level),
)


def _heads(scope: Scope, claims: Iterable[Claim]) -> Iterator[Rivalry]:
    """Yield for each side whom different sources name as the head of its delegation; a later name replaces an earlier."""
    sent: dict[str, list[tuple[str, Claim]]] = {}
    for claim in claims:
        for team in claim.teams:
            if team.head is not None:
                party = scope.cast.of(team.party, claim.published)
                head = scope.cast.of(team.head, claim.published)
                sent.setdefault(party.state or party.land or party.name, []).append(
                    (f"{party.name} led by {head.name}", claim)
                )
    for _, told in sorted(sent.items()):
        last = max(claim.published for _, claim in told)
        yield from _known(_split(scope, "attendance", [t for t in told if t[1].published == last]))


def _of_figures(scope: Scope, claims: Sequence[Claim]) -> Rivalry | None:
    standing = _standing(scope, claims)
    rivals: set[str] = set()
    hard = False
    for one, other in combinations(standing, 2):
        first, second = one.finding, other.finding
        assert isinstance(first, Figure)
        assert isinstance(second, Figure)
        if _source(scope, one) == _source(scope, other) or bounds_of(first) == bounds_of(second):
            continue
        clash = contradict(first, second)
        if (clash or _gap(first, second)) and _of_one_size(first, second):
            rivals |= {one.id, other.id}
            hard = hard or clash
    told = [c for c in standing if c.id in rivals]
    return _rivalry(
        "figure",
        [(figure_of(c.finding).partition(":")[0], c) for c in told if isinstance(c.finding, Figure)],
        soft=not hard,
    )


def _of_one_size(one: Figure, other: Figure) -> bool:
    """Say whether two figures can be counts of the same: rivals seldom differ twentyfold, other things often do."""
    return max(one.value, other.value) <= APART * min(one.value, other.value)


def _gap(one: Figure, other: Figure) -> bool:
    """Say whether two figures that could both be true still tell another story: one number is no bound that holds the other."""
    return one.value != other.value and {one.comparator, other.comparator} != {"="}


def _standing(scope: Scope, claims: Sequence[Claim]) -> list[Claim]:
    """Return the last word of each source: what a side counts later replaces what it counted before."""
    last: dict[str, object] = {}
    for claim in claims:
        key = _source(scope, claim)
        last[key] = max(claim.published, last.get(key, claim.published))  # type: ignore[call-overload]
    return [c for c in claims if c.published == last[_source(scope, c)]]


def _source(scope: Scope, claim: Claim) -> str:
    """Return whose count it is: the side of the one who gives it, else the outlet that tells it."""
    assert isinstance(claim.finding, Figure)
    source = claim.finding.source
    if source is None or source.kind == "media":
        return scope.origins.of(claim)
    return f"s:{side_of(source)}" if source.country else f"a:{scope.cast.of(source, claim.published).id}"


def _split(scope: Scope, kind: Kind, told: Valued, *, soft: bool = False) -> Rivalry | None:
    """Return the accounts where different origins give different values."""
    kept = list(told)
    by_value: dict[str, set[str]] = {}
    for value, claim in kept:
        by_value.setdefault(_same(value), set()).add(scope.origins.of(claim))
    if len(by_value) < 2 or len({origin for origins in by_value.values() for origin in origins}) < 2:
        return None
    return _rivalry(kind, kept, soft=soft)


def _rivalry(kind: Kind, told: Sequence[tuple[str, Claim]], *, soft: bool) -> Rivalry | None:
    by_value: dict[str, list[tuple[str, Claim]]] = {}
    for value, claim in sorted(told, key=lambda t: (t[1].published, t[1].card.id, t[1].number, t[1].id)):
        by_value.setdefault(_same(value), []).append((value, claim))
    if len(by_value) < 2:
        return None
    accounts = (
        Account(
            held[0][0],
            tuple(c for _, c in held),
            tuple(dict.fromkeys(n for _, c in held if (n := _name(c)) is not None)),
        )
        for held in by_value.values()
    )
    return Rivalry(kind, tuple(accounts), soft)


def _same(value: str) -> str:
    return fold(value) or value


def _name(claim: Claim) -> str | None:
    """Return who says it where the report names somebody: the source of a figure, who announced a meeting's change."""
    match claim.finding:
        case Figure() as figure:
            return None if figure.source is None else _full(figure.source)
        case Position() as position:
            return None if position.via is None else _full(position.via)
        case Meeting():
            return _full(claim.turns[0].actor) if claim.turns else None
        case _:
            return None


def _full(actor: Actor) -> str:
    """Return a name by which a body is known: "health ministry of Tonga"."""
    land = states().title.get(actor.country or "", actor.country)
    bare = actor.kind in {"government", "military", "group"} and land is not None and fold(land) not in fold(actor.name)
    return f"{actor.name} of {land}" if bare else actor.name


def _told(claim: Claim) -> str:
    return "did not happen" if _status(claim) == "denied" else "happened"


def _status(claim: Claim) -> str | None:
    return claim.finding.status if isinstance(claim.finding, Incident | Agreement) else None


def _known(found: Rivalry | None) -> Iterator[Rivalry]:
    if found is not None:
        yield found
