"""What the record asks of a store: claims by key and day, what is alike, texts. The store implements it and knows no rule."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal, Protocol

from dragoman.record.bounds import Bounds
from dragoman.record.claims import Card, Claim, Kind
from dragoman.record.decisions import Decision
from dragoman.terms.findings import Actor
from dragoman.terms.span import Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which claims are wanted, and in which order. None is no condition; all given conditions hold together.

    `keys`: it has one of these (record/keys.py). `first`, `last` bound its `day`, `published_first` and `published_last`
    the day of publication, all inclusive. `by` says whether `order` and `after` go by the `day` or by publication; ties go by id.
    `after` is the (day, id) of the last claim already seen, in that order.
    """

    kinds: frozenset[Kind] | None = None
    keys: frozenset[str] | None = None
    ids: frozenset[str] | None = None
    reports: frozenset[str] | None = None
    first: date | None = None
    last: date | None = None
    published_first: date | None = None
    published_last: date | None = None
    by: Literal["day", "published"] = "day"
    after: tuple[date, str] | None = None
    latest_first: bool = False
    limit: int | None = None


@dataclass(frozen=True, slots=True)
class Profile:
    """An actor as one or more reports describe it, and the first and last day of publication of those reports."""

    actor: Actor
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Matter:
    """What positions and agreements are about, in a report's words, and when it was first and last told."""

    id: str
    about: str
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Sheet:
    """What tells whether two reports are copies or versions of each other: the card and the MinHash of the text."""

    card: Card
    signature: bytes


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a report's text that holds the words that were searched."""

    card: Card
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """Words to be found in passages, the latest report first; `after` is the place of the last one seen."""

    words: str
    published_first: date | None = None
    published_last: date | None = None
    publisher: str | None = None
    reports: frozenset[str] | None = None
    after: int | None = None
    limit: int = 50


@dataclass(frozen=True, slots=True)
class DayCount:
    """How many reports of one publisher were published on a day, with how many sentences that nobody understood."""

    day: date
    publisher: str | None
    reports: int
    findings: int
    unread: int


@dataclass(frozen=True, slots=True)
class Added:
    """How many reports were recorded after a moment, and on which days the first and the last of them were published."""

    reports: int
    first: date | None
    last: date | None


class Shelf(Protocol):
    """The record within bounds. All answers come in a fixed order that does not depend on when something was recorded."""

    @property
    def bounds(self) -> Bounds:
        """The bounds within which it answers."""
        ...

    def claims(self, wanted: Wanted) -> tuple[Claim, ...]:
        """Return claims of the latest reading of each report, as the machine made them: no ruling is applied."""
        ...

    def profiles(
        self, *, keys: Collection[str] = (), ids: Collection[str] = (), without: Collection[str] = ()
    ) -> tuple[Profile, ...]:
        """Return the profiles that have one of the keys or ids, by id; what the reports in `without` tell counts for nothing."""
        ...

    def matters(
        self, *, keys: Collection[str] = (), ids: Collection[str] = (), without: Collection[str] = ()
    ) -> tuple[Matter, ...]:
        """Return the matters that have one of the keys or ids, by id; what the reports in `without` tell counts for nothing."""
        ...

    def sheets(self, *, ids: Collection[str] = (), bands: Collection[str] = ()) -> tuple[Sheet, ...]:
        """Return the sheets of reports by id or by a shared band, by id."""
        ...

    def cards(
        self,
        *,
        first: date | None = None,
        last: date | None = None,
        after: tuple[date, str] | None = None,
        latest_first: bool = False,
    ) -> Iterator[Card]:
        """Yield the cards of all reports by publication and id, from the place `after` on, without holding them."""
        ...

    def added(self, since: str) -> Added:
        """Count the reports that were recorded after a moment."""
        ...

    def texts(self, ids: Collection[str]) -> Mapping[str, str]:
        """Return the texts of reports by id."""
        ...

    def passages(self, search: Search) -> tuple[tuple[int, Passage], ...]:
        """Return passages with their places, by publication, the latest first."""
        ...

    def coverage(self, first: date | None, last: date | None) -> tuple[DayCount, ...]:
        """Count reports by day and publisher."""
        ...

    def unread(
        self, first: date | None, last: date | None, *, limit: int, reports: Collection[str] = ()
    ) -> tuple[Passage, ...]:
        """Return sentences about the negotiation that gave no finding, of these reports where some are named."""
        ...

    def decisions(self) -> tuple[Decision, ...]:
        """Return all decisions that had been recorded, in the order in which they were made."""
        ...

    def horizon(self) -> tuple[date, date] | None:
        """Return the first and the last day of publication; None where there is no report."""
        ...
