"""A deed, an agreement or a figure as one report tells it: all by which other tellings of the same event are known."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from dragoman.record.claims import Claim
from dragoman.record.identity.events.measures import measure_of, stems_of
from dragoman.record.keys import fold, side_of
from dragoman.terms.findings import Actor, Agreement, Figure, Incident
from dragoman.terms.span import Evidence

_END = re.compile(r"[.!?][\"”’']?(?:\s|\Z)|\n")
LONGEST = 400
"""Characters of a sentence on either side of its evidence."""
LATE = {"incident": timedelta(days=3), "figure": timedelta(days=3), "agreement": timedelta(days=10)}
"""How long after an event reports still tell of it without its day, as of news."""
SHORT = timedelta(days=7)
"""The longest interval ("overnight", "this week") that is taken for a day inside of it."""


@dataclass(frozen=True, slots=True)
class Telling:
    """One claim. `family` is the kind of event, `sides` who did it to whom (an agreement: the parties, in order).

    `first` and `last` are the days that it can mean; `precision` is 0 for a day that is told, then a short interval, a long
    one, none.
    """

    claim: Claim
    family: str
    sides: tuple[str | None, ...]
    place: str | None
    first: date
    last: date
    precision: int
    stems: frozenset[str]
    matter: str | None

    @property
    def report(self) -> str:
        """The report that tells it."""
        return self.claim.card.id

    @property
    def rank(self) -> tuple[object, ...]:
        """The most exact tellings first: of the day, then of sides and place; those without a day as they were published."""
        known = sum(side is not None for side in self.sides) + 2 * (self.place is not None)
        told = self.last if self.precision == 3 else date.min
        return (self.precision, told, -known, self.claim.order)


def sight_of(claim: Claim, matter: str | None, text: str | None = None) -> Telling:
    """Return a claim as it is compared with others; `matter` is the proposal that it is about.

    Given the report's text, the sentences around the evidence tell of the event too.
    """
    found = claim.finding
    first, last, precision = _days(claim)
    quotes = [piece.quote if text is None else sentence_at(text, piece) for piece in found.evidence]
    family, place, stems = "", None, stems_of(*quotes)
    sides: tuple[str | None, ...] = ()
    if isinstance(found, Incident):
        family = found.events[0].plover if found.events else "deed"
        sides = (_side(found.actor), _side(found.target))
        place = None if found.place is None else fold(found.place)
        stems |= stems_of(found.what, found.place)
    elif isinstance(found, Agreement):
        sides = tuple(sorted({side_of(party) for party in found.parties}))
        stems |= stems_of(found.about)
    elif isinstance(found, Figure):
        family = f"{measure_of(found, ' '.join(quotes))} {found.comparator} {found.value} {found.low} {found.high}"
        stems |= {f"{stem} counted" for stem in stems_of(found.unit)}
    stems -= stems_of(*(name for actor in claim.actors for name in (actor.name, actor.land, actor.affiliation)))
    return Telling(claim, f"{claim.kind} {family}", sides, place, first, last, precision, stems, matter)


def sentence_at(text: str, piece: Evidence) -> str:
    """Return the sentence of a text that a piece of evidence begins in, up to where the piece or its sentence ends."""
    begin = max((m.end() for m in _END.finditer(text, max(0, piece.start - LONGEST), piece.start)), default=None)
    end = _END.search(text, max(piece.start, piece.end - 1), min(len(text), piece.end + LONGEST))
    start = max(0, piece.start - LONGEST) if begin is None else begin
    return text[start : piece.end if end is None else end.start() + 1]


def _side(actor: Actor | None) -> str | None:
    """Return the side of a doer or target; people who are only counted ("21 people") are nobody's."""
    if actor is None or (actor.kind == "group" and actor.country is None):
        return None
    return side_of(actor)


def _days(claim: Claim) -> tuple[date, date, int]:
    when = claim.when
    if when is None:
        return claim.published - LATE[claim.kind], claim.published, 3
    if when.start == when.end:
        return when.start, when.end, 0
    return when.start, when.end, 1 if when.end - when.start <= SHORT else 2
