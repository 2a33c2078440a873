"""A meeting claim as identity sees it: which sides, which persons, which days, where, at which level, and what became of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Literal, Protocol

from dragoman.record.claims import Claim
from dragoman.record.keys import fold
from dragoman.terms.findings import Actor, Level, Meeting, MeetingKind, MeetingStatus
from dragoman.terms.when import When

Family = Literal["talks", "call", "visit"]
Outcome = Literal["planned", "done", "undone"]
FAMILIES: dict[MeetingKind, Family] = {"call": "call", "visit": "visit"}
"""Kinds that are meetings of their own kind; all others (talks, summit, signing, other) can be words for one meeting."""
LEVELS: tuple[Level, ...] = ("leaders", "ministers", "senior-officials", "officials", "technical")
OUTCOMES: dict[MeetingStatus, Outcome] = {
    "proposed": "planned",
    "scheduled": "planned",
    "held": "done",
    "under-way": "done",
    "declined": "undone",
    "cancelled": "undone",
    "postponed": "undone",
    "denied": "undone",
}
ROUND = 6
"""Days from the first to the last of a meeting that is told with precise days; a longer interval is a vague date."""


class Named(Protocol):
    """What is asked of the identity of an actor."""

    @property
    def id(self) -> str:
        """The identity."""
        ...

    @property
    def name(self) -> str:
        """Its name."""
        ...

    @property
    def state(self) -> str | None:
        """The state that it acts for, by its code."""
        ...

    @property
    def land(self) -> str | None:
        """The land that it acts for, where no list of states knows it."""
        ...

    @property
    def members(self) -> tuple[str, ...]:
        """The profiles that are this actor."""
        ...


class Knows(Protocol):
    """Who knows which actors are the same."""

    def learn(self, actors: Iterable[Actor]) -> None:
        """Load what is known of actors, in a few queries."""
        ...

    def of(self, actor: Actor, on: date) -> Named:
        """Return the identity of an actor in a report of a day."""
        ...


@dataclass(frozen=True)
class Sight:
    """One meeting claim. `sides` leaves out hosts and mediators (`others`), `named` says that each side has a named person."""

    claim: Claim
    meeting: Meeting
    sides: frozenset[str]
    others: frozenset[str]
    persons: frozenset[str]
    named: bool
    keys: frozenset[str]

    @cached_property
    def family(self) -> Family:
        """Whether it is a call, a visit, or talks of any kind."""
        return FAMILIES.get(self.meeting.kind, "talks")

    @cached_property
    def outcome(self) -> Outcome:
        """Whether it is told as planned, as done, or as not taking place."""
        return OUTCOMES[self.meeting.status]

    @cached_property
    def precise(self) -> bool:
        """Whether it tells the very day or days."""
        return is_precise(self.meeting.date)

    @cached_property
    def first(self) -> date:
        """The first day that it tells; the day of publication where it tells none."""
        return self.claim.day

    @cached_property
    def last(self) -> date:
        """The last day that it tells."""
        return self.claim.day if self.meeting.date is None else self.meeting.date.end

    @cached_property
    def place(self) -> str | None:
        """Where, folded."""
        return fold(self.meeting.place) if self.meeting.place else None

    @cached_property
    def level(self) -> Level | None:
        """The level told, else the highest among the delegations told with it."""
        return level_told(self.claim)

    @property
    def id(self) -> str:
        """The id of the claim."""
        return self.claim.id

    @property
    def report(self) -> str:
        """The report that it stands in."""
        return self.claim.card.id

    @property
    def published(self) -> date:
        """The day on which its report was published."""
        return self.claim.published

    @cached_property
    def decided(self) -> date:
        """The day on which it was said: that of a refusal or agreement told with it, else the day of publication."""
        days = [t.date.start for t in self.claim.turns if t.date is not None and t.date.start == t.date.end]
        return min(self.published, *days) if days else self.published


def level_told(claim: Claim) -> Level | None:
    """Return the level of a meeting claim: as told, else the highest among the delegations told with it."""
    if isinstance(claim.finding, Meeting) and claim.finding.level is not None:
        return claim.finding.level
    sent = [team.level for team in claim.teams if team.level is not None]
    return min(sent, key=LEVELS.index) if sent else None


def is_precise(when: When | None) -> bool:
    """Whether a date tells the very day or days of a meeting."""
    if when is None or when.bound is not None or when.granularity not in ("day", "range"):
        return False
    return when.end - when.start <= timedelta(days=ROUND)


def see(claim: Claim, cast: Knows) -> Sight:
    """Return how a meeting claim is seen. Raises `TypeError` for a claim of another kind."""
    meeting = claim.finding
    if not isinstance(meeting, Meeting):
        raise TypeError(claim.kind)
    apart = tuple(a for a in (meeting.host, *meeting.mediators) if a is not None)
    others = frozenset(side(a, cast, claim.published) for a in apart)
    parties = _meeting_parties(meeting.parties)
    told = {side(a, cast, claim.published) for a in parties}
    sides = frozenset(told - others) if len(told - others) > 1 else frozenset(told)
    people = [a for a in parties if a.kind == "person"]
    who = {a.id: cast.of(a, claim.published).id for a in people}
    shown = frozenset(side(a, cast, claim.published) for a in people)
    raw = {f"s:{a.country or fold(a.name)}" for a in meeting.parties}
    keys = raw | {f"i:{i}" for i in who.values()} | ({f"at:{fold(meeting.place)}"} if meeting.place else set())
    keys |= {f"s:{one}" for one in sides}
    return Sight(claim, meeting, sides, others, frozenset(who.values()), sides <= shown, frozenset(keys))


def side(actor: Actor, cast: Knows, on: date) -> str:
    """Return the side of an actor: the state or land that the report gives it, else that of who it is known to be."""
    if actor.country:
        return actor.country
    known = cast.of(actor, on)
    return known.state or known.land or fold(known.name)


def _meeting_parties(parties: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """Return the parties that tell a side; people without a name ("experts", "both sides") do not where others are named."""
    told = tuple(a for a in parties if a.country or a.kind != "group" or a.name[:1].isupper())
    return told or parties


def levels_agree(one: Iterable[Level | None], other: Iterable[Level | None]) -> bool:
    """Whether nothing known of two levels speaks against their being one."""
    mine, theirs = {level for level in one if level}, {level for level in other if level}
    return not mine or not theirs or bool(mine & theirs)


def places_agree(one: Iterable[Sight], other: Iterable[Sight]) -> bool:
    """Whether two tellings can be of one place: one is unknown, named in the other, or the land of the other's host."""
    mine, theirs = _places(one), _places(other)
    return not mine or not theirs or any(a in b or b in a for a in mine for b in theirs)


def _places(sights: Iterable[Sight]) -> set[str]:
    return {s.place for s in sights if s.place} | {
        fold(s.meeting.host.name) for s in sights if s.place and s.meeting.host is not None
    }


def persons_differ(one: Sight, other: Sight) -> bool:
    """Whether two tellings name other persons: of a call or a visit anybody else, of talks nobody in common on any side."""
    if not one.persons or not other.persons or one.persons & other.persons:
        return False
    return one.family != "talks" or (one.named and other.named)
