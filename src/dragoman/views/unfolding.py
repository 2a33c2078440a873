"""The events of some days, whole: each claim's event is found with all that belongs to it, whatever else is kept.

Days are read in turn, as many claims at a time as a page needs. Around what is found each identity's own reach is read, by
the kinds, days and keys that it can touch: the cost depends on the page, not on the record.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dragoman.record.claims import Claim, Kind, actors_of
from dragoman.record.identity.events.counts import counts
from dragoman.record.identity.events.happenings import REACH, Happening, happenings
from dragoman.record.identity.meetings.gathering import Gathering
from dragoman.record.identity.meetings.reach import Reach
from dragoman.record.keys import all_actors, keys_of
from dragoman.record.lives import life_of
from dragoman.record.shelf import Wanted
from dragoman.terms.errors import NotFound
from dragoman.views.cursor import Place, place_of
from dragoman.views.docket import actor_keys_of, reach_of
from dragoman.views.question import Question
from dragoman.views.scope import Scope

Event = Happening | Gathering
Judge = Callable[[Sequence[Event], Sequence[Event]], Collection[str]]
CHUNK = (200, 2000)
"""How many claims are read at once: four for each item of the page, within these bounds."""
CHUNKS = 50
"""After so many a page is handed out though it is not full: what is rare is looked for page by page."""
RARE = (1000, 10)
"""The claims of a chunk and the chunks of a page where few events are wanted: around each chunk weeks are read."""
MOST = 5000
"""Meeting claims that are held at once."""
EXPLAINED: frozenset[Kind] = frozenset({"incident", "agreement", "figure"})
"""Kinds whose tellings are compared by the sentences around them."""


@dataclass(frozen=True, slots=True)
class Found:
    """An event and where it stands among others: its day, its id."""

    place: Place
    event: Event


@dataclass(frozen=True, slots=True)
class Leaf:
    """The events of a page, and the cursor of the page after it; None where there is none."""

    found: tuple[Found, ...]
    next: str | None


class Unfolding:
    """Reads the events that a question asks for, in the order of their days."""

    def __init__(self, scope: Scope, question: Question, kinds: Iterable[Kind], *, by_number: bool = True) -> None:
        # figures that tell the same number are one event, or all that count the same thing
        self._by_number = by_number
        self._scope = scope
        self._question = question
        self._kinds = frozenset(kinds)
        self._keys = None if question.actor is None else actor_keys_of(scope, question.actor)
        self._matters = None if question.proposal is None else _matters(scope, question.proposal)
        self._texts: dict[str, str] = {}
        self._held: dict[Kind, dict[date, list[Claim]]] = {}
        self._reach: Reach | None = None

    def leaf(self, judge: Judge | None = None) -> Leaf:
        """Return the events of the page that the question asks for.

        `judge` is shown the events of some days, then these with all around them, and returns the ids of those wanted.
        """
        limit, after = self._question.limit, place_of(self._question.after)
        ready: list[Found] = []
        until: date | None = None
        size, most = self._sizes() if judge is None else RARE
        for number, (seeds, last) in enumerate(self._days(after, size)):
            around = self.events(seeds)
            asked = {c.id for c in seeds}
            mine = [event for event in around if any(c.id in asked for c in event.claims)]
            wanted = None if judge is None else judge(mine, around)
            ready += [
                found
                for event in mine
                if (found := self._placed(event, asked)) is not None
                and (after is None or found.place > after)
                and (wanted is None or event.id in wanted)
            ]
            until = last
            if last is None or len(ready) > limit or number + 1 >= most:
                break
        ready.sort(key=lambda found: found.place)
        if len(ready) > limit:
            day, key = ready[limit - 1].place
            return Leaf(tuple(ready[:limit]), f"{day.isoformat()}/{key}")
        return Leaf(tuple(ready), None if until is None else f"{until.isoformat()}/")

    def _sizes(self) -> tuple[int, int]:
        limit = self._question.limit
        return min(max(4 * limit, CHUNK[0]), CHUNK[1]), max(CHUNKS, limit // 10)

    def _days(self, after: Place | None, size: int) -> Iterator[tuple[tuple[Claim, ...], date | None]]:
        """Yield the claims of days that are read to their end, and the day from which on nothing was read yet."""
        starts = [d for d in (self._question.first, after and after[0]) if d is not None]
        keys = self._keys if self._keys is not None else self._matter_keys()
        wanted = Wanted(
            kinds=self._kinds, keys=keys, first=max(starts, default=None), last=self._question.last, limit=size
        )
        left: tuple[Claim, ...] = ()
        while True:
            found = self._scope.shelf.claims(wanted)
            claims = (*left, *found)
            if len(found) < size:
                yield self._settled(claims), None
                return
            last = found[-1].day
            whole = tuple(c for c in claims if c.day < last)
            left = claims[len(whole) :]
            if whole:
                yield self._settled(whole), last
            wanted = replace(wanted, after=(last, found[-1].id))

    def _settled(self, claims: Sequence[Claim]) -> tuple[Claim, ...]:
        return tuple(c for c in self._scope.origins.settle(claims) if self._concerns(c))

    def events(self, seeds: Sequence[Claim]) -> tuple[Event, ...]:
        """Return the events that some claims tell, whole, and those beside them that were read on the way.

        The claims of the former are settled: marked where support was withdrawn, told once by the versions of an article.
        """
        asked = {c.id for c in seeds}
        meetings = [c for c in seeds if c.kind == "meeting"]
        gathered = self._gatherings().items(meetings) if meetings else ()
        self._scope.origins.learn({c.card.id for item in gathered for c in item.claims})
        around = {c.id: c for c in (*self._around(seeds), *seeds)}
        texts = self._texts_of(c for c in around.values() if c.kind in EXPLAINED)
        scope = self._scope
        deeds = [c for c in around.values() if self._by_number or c.kind != "figure"]
        others = happenings(deeds, scope.cast, scope.ledger, scope.rulings, texts=texts)
        counted = () if self._by_number else counts(around.values(), scope.rulings, texts)
        return (*gathered, *self._told_once((*others, *counted), asked))

    def _told_once(self, events: Sequence[Happening], asked: Collection[str]) -> Iterator[Happening]:
        mine = [event for event in events if any(c.id in asked for c in event.claims)]
        settled = {c.id: c for c in self._scope.origins.settle(c for event in mine for c in event.claims)}
        ours = {event.id for event in mine}
        for event in events:
            if event.id not in ours:
                yield event
            elif claims := tuple(settled[c.id] for c in event.claims if c.id in settled):
                yield replace(event, lead=settled.get(event.lead.id, claims[0]), claims=claims)

    def _gatherings(self) -> Reach:
        """Return what gathers meetings; a new one where it holds more than a few pages need."""
        if self._reach is None or self._reach.loaded > MOST:
            self._reach = reach_of(self._scope)
        return self._reach

    def _around(self, seeds: Sequence[Claim]) -> Iterator[Claim]:
        """Yield the claims within reach of others."""
        for kind, reach in sorted(REACH.items()):
            mine = [c for c in seeds if c.kind == kind]
            if kind == "position":
                keys = self._kin_keys(mine)
                for first, last in _spans((c.day for c in mine), reach):
                    yield from self._scope.shelf.claims(
                        Wanted(kinds=frozenset({kind}), keys=keys, first=first, last=last)
                    )
            else:
                for first, last in _spans((c.day for c in mine), reach):
                    yield from self._of_days(kind, first, last)

    def _of_days(self, kind: Kind, first: date, last: date) -> Iterator[Claim]:
        """Yield the claims of a kind on some days; each day is read once."""
        held = self._held.setdefault(kind, {})
        for day in [day for day in held if day < first]:
            del held[day]
        for begin, end in _spans((day for day in _days_of(first, last) if day not in held), timedelta(0)):
            held.update((day, []) for day in _days_of(begin, end))
            for claim in self._scope.shelf.claims(Wanted(kinds=frozenset({kind}), first=begin, last=end)):
                held[claim.day].append(claim)
        for day in _days_of(first, last):
            yield from held[day]

    def _kin_keys(self, claims: Sequence[Claim]) -> frozenset[str]:
        """Return the keys that other positions on the same proposals have."""
        ledger = self._scope.ledger
        ledger.learn(c.about for c in claims if c.about is not None)
        return frozenset(f"m:{m}" for c in claims if c.about is not None for m in ledger.of(c.about).members)

    def _texts_of(self, claims: Iterable[Claim]) -> dict[str, str]:
        needed = {c.card.id for c in claims}
        self._texts = {report: text for report, text in self._texts.items() if report in needed}
        missing = needed - self._texts.keys()
        if missing:
            self._texts |= self._scope.shelf.texts(missing)
        return self._texts

    def _placed(self, event: Event, seeds: set[str]) -> Found | None:
        """Return an event with its place, where that is the day of one of the claims that were read."""
        told = [c for c in event.claims if self._concerns(c) and self._bounded(c)]
        if not told:
            return None
        day = min(c.day for c in told)
        lead = self._lead_day(event)
        if lead in {c.day for c in told}:
            day = lead
        if not any(c.id in seeds and c.day == day for c in told):
            return None
        return Found((day, event.id), event)

    def _lead_day(self, event: Event) -> date | None:
        """Return the day on which an event belongs before others: of a meeting the day for which it now stands."""
        if isinstance(event, Happening):
            return event.lead.day
        planned = life_of(event.claims, self._scope.today, self._scope.origins.of).planned
        return None if planned is None else planned.start

    def _bounded(self, claim: Claim) -> bool:
        first, last = self._question.first, self._question.last
        return (first is None or claim.day >= first) and (last is None or claim.day <= last)

    def _concerns(self, claim: Claim) -> bool:
        if self._matters is not None:
            if claim.about is None or self._scope.ledger.of(claim.about).id not in self._matters:
                return False
        if self._keys is None:
            return True
        named = all_actors(actors_of(claim.finding), claim.turns, claim.teams)
        return not self._keys.isdisjoint(keys_of(claim.finding, named))

    def _matter_keys(self) -> frozenset[str] | None:
        if self._matters is None or self._question.proposal is None:
            return None
        found = self._scope.ledger.find(self._question.proposal)
        return frozenset(f"m:{member}" for one in found for member in one.members)


def _matters(scope: Scope, words: str) -> frozenset[str]:
    found = scope.ledger.find(words)
    if not found:
        raise NotFound("proposal", words)
    return frozenset(one.id for one in found)


def _spans(days: Iterable[date], reach: timedelta) -> Iterator[tuple[date, date]]:
    """Yield the stretches of days within reach of some days, each day once."""
    first: date | None = None
    last = date.min
    for day in sorted(set(days)):
        begin, end = _shifted(day, -reach), _shifted(day, reach)
        if first is not None and begin <= _shifted(last, timedelta(1)):
            last = end
            continue
        if first is not None:
            yield first, last
        first, last = begin, end
    if first is not None:
        yield first, last


def _days_of(first: date, last: date) -> list[date]:
    return [date.fromordinal(number) for number in range(first.toordinal(), last.toordinal() + 1)]


def _shifted(day: date, by: timedelta) -> date:
    try:
        return day + by
    except OverflowError:
        return day
