"""Meetings as contacts: those that took place, and those that are planned, with who met, how high and how surely it is known.

A contact is what a report says was held or is under way. Its day is the one that such a report tells, else the planned one
that had come by then; its level the highest that such a report tells, else the one that stands on the docket. What no report
tells is unknown here and is never filled in.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from dragoman.record.claims import Claim, by_publication
from dragoman.record.docket import Life
from dragoman.record.hearing import meeting_of
from dragoman.record.identity.actors.bodies import land_name
from dragoman.record.identity.actors.cast import Identity
from dragoman.record.identity.actors.naming import country_of
from dragoman.record.identity.meetings.gathering import Gathering
from dragoman.record.identity.meetings.sights import LEVELS, is_precise, level_told, side
from dragoman.record.identity.origins.tracing import OriginGroup
from dragoman.record.keys import fold
from dragoman.record.lives import life_of
from dragoman.record.shelf import Wanted
from dragoman.terms.errors import NotFound
from dragoman.terms.findings import Actor, Level, MeetingKind
from dragoman.terms.when import Granularity, When
from dragoman.views.cited import Cited, cite_all
from dragoman.views.docket_item import title_of
from dragoman.views.scope import Scope
from dragoman.views.who import Who, each_once

TOOK_PLACE = frozenset({"held", "under-way"})
COMING = frozenset({"scheduled", "confirmed", "moved", "downgraded"})
"""States of the docket in which a meeting is planned and its day has not passed."""
_DISPUTING = frozenset({"denied", "cancelled"})
_INDIRECT = re.compile(r"\b(?:indirect|proximity|shuttle|back-?channel)\b", re.IGNORECASE)
_EXACT: tuple[Granularity, ...] = ("day", "range", "week", "approximate", "month", "quarter", "season", "year")


@dataclass(frozen=True, slots=True)
class Contact:
    """A meeting that took place, or is planned. `day` is None where no report tells one.

    `direct`: two sides are parties, and nobody calls it indirect. `disputed`: a report denies it or says that it was called
    off. `origins` are the independent sources that say that it took place (of a planned one, that it is planned).
    """

    id: str
    title: str
    kind: MeetingKind
    planned: bool
    day: When | None
    published: date
    place: str | None
    level: Level | None
    direct: bool
    parties: tuple[Who, ...]
    mediators: tuple[Who, ...]
    disputed: bool
    origins: tuple[OriginGroup, ...]
    evidence: tuple[Cited, ...]

    @property
    def start(self) -> date | None:
        """The first day on which it can have been."""
        return None if self.day is None else self.day.start

    @property
    def end(self) -> date | None:
        """The last day on which it can have been."""
        return None if self.day is None else self.day.end

    @property
    def order(self) -> tuple[date, date, str]:
        """Where it stands among others: by its first day, its last, its id; without a day by publication."""
        return (self.start or self.published, self.end or self.published, self.id)


class Side:
    """One of those between whom contacts are asked for: a state with all who act for it, a body, or a person.

    A state that no report names, but for which somebody acts, is one too. Raises `NotFound` where there is neither.
    """

    def __init__(self, scope: Scope, words: str) -> None:
        self._cast = scope.cast
        self.found: tuple[Identity, ...] = scope.cast.find(words)
        lands = [one.state or one.land for one in self.found if one.kind in ("state", "government")]
        country = country_of(words)
        if not self.found and _acted_for(scope, country):
            lands.append(country)
        self._lands = frozenset(land for land in lands if land is not None)
        self.name = self.found[0].name if self.found else land_name(country)
        if not self.found and not self._lands:
            raise NotFound("actor", words, scope.cast.near(words))

    @property
    def keys(self) -> frozenset[str]:
        """The keys of the claims in which it can be a party."""
        members = {f"p:{member}" for one in self.found for member in one.members}
        own = {one.state or one.land or fold(one.name) for one in self.found if one.kind != "person"}
        return frozenset(members | {f"s:{one}" for one in (*own, *self._lands)})

    def takes(self, actor: Actor, on: date) -> bool:
        """Whether an actor of a claim is it or acts for it."""
        return side(actor, self._cast, on) in self._lands or self._cast.of(actor, on) in self.found


def _acted_for(scope: Scope, country: str) -> bool:
    return bool(scope.shelf.claims(Wanted(keys=frozenset({f"s:{country}"}), limit=1)))


def contacts_of(
    scope: Scope, items: Iterable[Gathering], wanted: Callable[[tuple[Claim, ...]], bool]
) -> Iterator[Contact]:
    """Yield the contacts among meetings; `wanted` says of all claims of one that stand whether it is asked for.

    A report that says that it took place may name fewer parties than those that told of the plan.
    """
    gathered = [(g, told) for g in items if (told := _telling(g)) and wanted(_standing(g))]
    scope.origins.learn({c.card.id for g, _ in gathered for c in g.claims})
    for item, told in gathered:
        life = life_of(item.claims, scope.today, scope.origins.of)
        if meeting_of(told[0]).status != "scheduled":
            yield _contact(scope, item, told, life)
        elif life.state in COMING:
            standing = tuple(c for c in told if c.when is None or c.when == life.planned)
            yield _contact(scope, item, standing or told, life)


def _telling(item: Gathering) -> tuple[Claim, ...]:
    """Return the claims that say that a meeting took place, else those that say that it is planned.

    What was withdrawn says so only where nothing of the meeting still stands, as in its life on the docket.
    """
    standing = _standing(item)
    held = tuple(c for c in standing if meeting_of(c).status in TOOK_PLACE)
    return held or tuple(c for c in standing if meeting_of(c).status == "scheduled")


def _standing(item: Gathering) -> tuple[Claim, ...]:
    return tuple(c for c in item.claims if c.withdrawn is None) or item.claims


def met(claims: Iterable[Claim], sides: Iterable[Side]) -> bool:
    """Whether all of some sides are parties of what claims tell."""
    parties = [(a, c.published) for c in claims for a in meeting_of(c).parties]
    return all(any(one.takes(actor, on) for actor, on in parties) for one in sides)


def at_least(level: Level) -> Callable[[Level | None], bool]:
    """Return what says whether a level is that one or above; an unknown level is not."""
    return lambda told: told is not None and LEVELS.index(told) <= LEVELS.index(level)


def _contact(scope: Scope, item: Gathering, told: tuple[Claim, ...], life: Life) -> Contact:
    planned = meeting_of(told[0]).status == "scheduled"
    when = _when(told, life, planned=planned)
    first = by_publication(told)[0]
    return Contact(
        id=item.id,
        title=title_of(scope, item),
        kind=meeting_of(first).kind,
        planned=planned,
        day=when,
        published=first.published,
        place=next((place for c in told if (place := meeting_of(c).place)), None),
        level=life.level if planned else _level(told) or life.level,
        direct=_direct(scope, told),
        parties=each_once(scope, ((c, a) for c in told for a in meeting_of(c).parties)),
        mediators=each_once(scope, ((c, a) for c in told for a in meeting_of(c).mediators)),
        disputed=life.disputed or any(meeting_of(c).status in _DISPUTING for c in item.claims),
        origins=scope.origins.count(told),
        evidence=cite_all(told),
    )


def _when(told: tuple[Claim, ...], life: Life, *, planned: bool) -> When | None:
    """Return the day: the most exact that is told, of as exact ones the first reported; else the planned one that had come."""
    if planned and life.planned is not None:
        return life.planned
    dated = [(c, c.when) for c in told if c.when is not None]
    if dated:
        return min(dated, key=lambda d: (_EXACT.index(d[1].granularity), d[0].published, d[0].id))[1]
    last = max(c.published for c in told)
    return life.planned if is_precise(life.planned) and life.planned and life.planned.start <= last else None


def _level(told: tuple[Claim, ...]) -> Level | None:
    return min((level for c in told if (level := level_told(c)) is not None), key=LEVELS.index, default=None)


def _direct(scope: Scope, told: tuple[Claim, ...]) -> bool:
    sides = {side(a, scope.cast, c.published) for c in told for a in meeting_of(c).parties}
    called = [bool(_INDIRECT.search(piece.quote)) for c in told for piece in c.finding.evidence]
    return len(sides) > 1 and not all(called)
