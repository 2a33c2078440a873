"""The shelf that a store gives: the record within bounds, read in one snapshot."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import cached_property
from types import TracebackType
from typing import Any, Self

from sqlalchemy import Connection, Engine, Select, func, select, tuple_

from dragoman.record.bounds import Bounds
from dragoman.record.claims import Card, Claim
from dragoman.record.decisions import Decision
from dragoman.record.packing import unpack
from dragoman.record.shelf import Added, DayCount, Matter, Passage, Profile, Search, Sheet, Wanted
from dragoman.store import things
from dragoman.store.asking import among
from dragoman.store.engine import begun, told
from dragoman.store.inserting import chunks
from dragoman.store.picking import pick
from dragoman.store.rows import unpacked_text
from dragoman.store.schema import BAND, BODY, DECISION, PLACE, READING, REPORT
from dragoman.store.seals import decoding, opened, unbroken, whole
from dragoman.store.searching import search_passages
from dragoman.store.state import state_of
from dragoman.store.strings import given, given_or_none, kept
from dragoman.store.visible import current, filed, published, reach
from dragoman.terms.span import Span, cite

_PAGE = 500
DECISION_ROW = [column for column in DECISION.c if column is not DECISION.c.seq]


@decoding
def card_of(row: Any) -> Card:
    """Return the card of a row of `report`; raises `ValueError` where it is not what was kept."""
    unbroken(row)
    return Card(
        id=row.id,
        published=date.fromordinal(row.published),
        recorded=row.recorded,
        publisher=given_or_none(row.publisher),
        title=given_or_none(row.title),
        url=given_or_none(row.url),
        path=given_or_none(row.path),
        updated=given_or_none(row.updated),
    )


class SqlShelf:
    """Implements `record.shelf.Shelf`. Use it in a `with`: it holds a connection, whose snapshot nothing changes."""

    def __init__(self, engine: Engine, where: str, bounds: Bounds) -> None:
        self._bounds, self._where = bounds, where
        self._cards: dict[str, Card] = {}
        self._claims: dict[tuple[str, int], Claim] = {}
        self._sheets: dict[str, Sheet] = {}
        with told(where):
            self._connection: Connection = begun(engine.connect())

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Give the connection back."""
        self._connection.close()

    @property
    def bounds(self) -> Bounds:
        """The bounds within which it answers."""
        return self._bounds

    @cached_property
    def _reach(self) -> Bounds:
        return reach(self._connection, self._bounds)

    def state(self) -> tuple[int, ...]:
        """Return how far the record has come: the same for the same record, greater for each one to which something was added."""
        with whole(self._where):
            return state_of(self._connection)

    def claims(self, wanted: Wanted) -> tuple[Claim, ...]:
        """Return claims of the latest reading of each report, as the machine made them."""
        with whole(self._where):
            found = pick(self._connection, self._reach, wanted)
            cards = self._cards_of({row.report for row in found})
            self._claims.update(
                {
                    (row.id, row.reading): _claim(row, cards[row.report])
                    for row in found
                    if (row.id, row.reading) not in self._claims
                }
            )
            return tuple(self._claims[row.id, row.reading] for row in found)

    def profiles(
        self, *, keys: Collection[str] = (), ids: Collection[str] = (), without: Collection[str] = ()
    ) -> tuple[Profile, ...]:
        """Return the profiles that have one of the keys or ids, by id."""
        with whole(self._where):
            return things.profiles(self._connection, self._bounds, things.Asked(keys, ids, without))

    def matters(
        self, *, keys: Collection[str] = (), ids: Collection[str] = (), without: Collection[str] = ()
    ) -> tuple[Matter, ...]:
        """Return the matters that have one of the keys or ids, by id; in the words that were published first."""
        with whole(self._where):
            return things.matters(self._connection, self._bounds, things.Asked(keys, ids, without))

    def sheets(self, *, ids: Collection[str] = (), bands: Collection[str] = ()) -> tuple[Sheet, ...]:
        """Return the sheets of reports by id or by a shared band, by id."""
        wanted = set(ids)
        with whole(self._where):
            if bands:
                one = among(self._connection, BAND.c.band, {kept(band) for band in bands})
                asked = select(BAND.c.report).where(one, *current(BAND, self._bounds)).distinct()
                wanted.update(self._connection.scalars(asked).all())
            self._load_sheets(wanted - self._sheets.keys())
            return tuple(self._sheets[report] for report in sorted(wanted) if report in self._sheets)

    def _load_sheets(self, reports: set[str]) -> None:
        """Load the sheets of reports within the bounds; each is loaded once."""
        signatures: dict[str, bytes] = {}
        for part in chunks(reports):
            asked = select(READING).where(READING.c.report.in_(part))
            asked = asked.where(*current(READING, self._bounds, reading="number"))
            signatures.update((row.report, _signature(row)) for row in self._connection.execute(asked).all())
        cards = self._cards_of(set(signatures))
        self._sheets.update((report, Sheet(cards[report], signatures[report])) for report in cards)

    def cards(
        self,
        *,
        first: date | None = None,
        last: date | None = None,
        after: tuple[date, str] | None = None,
        latest_first: bool = False,
    ) -> Iterator[Card]:
        """Yield the cards of all reports by publication and id, from the place `after` on, without holding them."""
        place = tuple_(REPORT.c.published, REPORT.c.id)
        order = [column.desc() if latest_first else column for column in (REPORT.c.published, REPORT.c.id)]
        asked = _between(select(REPORT).where(*filed(self._bounds)).order_by(*order).limit(_PAGE), first, last)
        seen = None if after is None else (after[0].toordinal(), after[1])
        while True:
            page = asked if seen is None else asked.where(place < seen if latest_first else place > seen)
            with whole(self._where):
                rows = self._connection.execute(page).all()
                cards = self._placed(map(card_of, rows))
            yield from cards
            if len(rows) < _PAGE:
                return
            seen = (rows[-1].published, rows[-1].id)

    def added(self, since: str) -> Added:
        """Count the reports that were recorded after a moment."""
        days = (func.min(REPORT.c.published), func.max(REPORT.c.published))
        asked = select(func.count(), *days).where(*filed(self._bounds), REPORT.c.recorded > since)
        with whole(self._where):
            count, first, last = self._connection.execute(asked).one()
            return Added(count, *(None if day is None else _day(day) for day in (first, last)))

    def texts(self, ids: Collection[str]) -> Mapping[str, str]:
        """Return the texts of reports by id."""
        found: dict[str, str] = {}
        with whole(self._where):
            for part in chunks(self._cards_of(set(ids))):
                for row in self._connection.execute(select(BODY.c.report, BODY.c.text).where(BODY.c.report.in_(part))):
                    found[row.report] = unpacked_text(row.text)
        return found

    def passages(self, search: Search) -> tuple[tuple[int, Passage], ...]:
        """Return passages with their places, by publication, the latest first; those of one report as in its text."""
        with whole(self._where):
            rows = search_passages(self._connection, self._bounds, search)
            reports = {row.report for row in rows}
            texts, cards = self.texts(reports), self._cards_of(reports)
            spans = ((row.place, row.report, Span(row.start, row.stop)) for row in rows)
            return tuple((place, _passage(cards, texts, key, span)) for place, key, span in spans)

    def coverage(self, first: date | None, last: date | None) -> tuple[DayCount, ...]:
        """Count reports by day and publisher."""
        totals = (func.count(), func.sum(READING.c.findings), func.sum(READING.c.unread))
        asked = select(REPORT.c.published, REPORT.c.publisher, *totals).join(READING, READING.c.report == REPORT.c.id)
        asked = asked.where(*current(READING, self._bounds, reading="number"), *filed(self._bounds))
        asked = _between(asked.group_by(REPORT.c.published, REPORT.c.publisher), first, last)
        with whole(self._where):
            rows = self._connection.execute(asked).all()
            counts = list(map(_count, rows))
        return tuple(sorted(counts, key=lambda count: (count.day, count.publisher or "", count.publisher is None)))

    def unread(
        self, first: date | None, last: date | None, *, limit: int, reports: Collection[str] = ()
    ) -> tuple[Passage, ...]:
        """Return sentences about the negotiation that gave no finding: the latest reports first, then as in the text."""
        asked = select(READING).where(READING.c.unread > 0)
        asked = asked.where(*current(READING, self._bounds, reading="number"), *published(READING, self._bounds))
        if first is not None:
            asked = asked.where(READING.c.published >= first.toordinal())
        if last is not None:
            asked = asked.where(READING.c.published <= last.toordinal())
        if reports:
            asked = asked.where(READING.c.report.in_(sorted(reports)))
        asked = asked.order_by(READING.c.published.desc(), READING.c.report.desc()).limit(limit)
        with whole(self._where):
            rows = self._connection.execute(asked).all()
            held = {row.report for row in rows}
            texts, cards = self.texts(held), self._cards_of(held)
            spans = [(row.report, span) for row in rows for span in _unread(row)]
            return tuple(_passage(cards, texts, report, span) for report, span in spans[:limit])

    def decisions(self) -> tuple[Decision, ...]:
        """Return all decisions that had been recorded, in the order in which they were made."""
        asked = select(*DECISION_ROW).order_by(DECISION.c.seq)
        if self._bounds.known_at is not None:
            asked = asked.where(DECISION.c.recorded <= self._bounds.known_at)
        with whole(self._where):
            return tuple(map(decision_of, self._connection.execute(asked)))

    def horizon(self) -> tuple[date, date] | None:
        """Return the first and the last day of publication; None where there is no report."""
        days = select(REPORT.c.published).where(*filed(self._bounds)).limit(1)
        with whole(self._where):
            first = self._connection.scalar(days.order_by(REPORT.c.published))
            last = self._connection.scalar(days.order_by(REPORT.c.published.desc()))
            return None if first is None or last is None else (_day(first), _day(last))

    def _cards_of(self, reports: set[str]) -> dict[str, Card]:
        """Return the cards of reports within the bounds; each is loaded once."""
        for part in chunks(reports - self._cards.keys()):
            rows = self._connection.execute(select(REPORT).where(REPORT.c.id.in_(part), *filed(self._bounds)))
            self._cards.update({card.id: card for card in self._placed(map(card_of, rows.all()))})
        return {report: self._cards[report] for report in reports if report in self._cards}

    def _placed(self, cards: Iterable[Card]) -> list[Card]:
        """Return cards with the least of all paths under which their reports were found."""
        held = {card.id: card for card in cards}
        for part in chunks(held):
            asked = select(PLACE).where(PLACE.c.report.in_(part))
            if self._bounds.known_at is not None:
                asked = asked.where(PLACE.c.recorded <= self._bounds.known_at)
            for report, path in map(place_of, self._connection.execute(asked).all()):
                own = held[report].path
                held[report] = replace(held[report], path=path if own is None else min(own, path))
        return list(held.values())


@decoding
def place_of(row: Any) -> tuple[str, str]:
    """Return the report and the path of a row of `place`; raises `ValueError` where it is not what was kept."""
    unbroken(row)
    return row.report, given(row.path)


@decoding
def decision_of(row: Any) -> Decision:
    """Return the decision of a row of `decision` without its number; raises `ValueError` where it is not what was kept."""
    unbroken(row)
    values = json.loads(row.packed)
    return Decision(**{**values, "things": tuple(values.get("things", ()))})


@decoding
def _signature(row: Any) -> bytes:
    unbroken(row)
    return bytes(row.signature)


@decoding
def _unread(row: Any) -> list[Span]:
    unbroken(row)
    return [Span(*span) for span in json.loads(row.unread_spans)]


@decoding
def _count(row: Any) -> DayCount:
    return DayCount(date.fromordinal(row[0]), given_or_none(row[1]), *map(int, row[2:]))


@decoding
def _day(number: int) -> date:
    return date.fromordinal(number)


@decoding
def _passage(cards: Mapping[str, Card], texts: Mapping[str, str], report: str, span: Span) -> Passage:
    return Passage(cards[report], cite(texts[report], span))


def _between(asked: Select[Any], first: date | None, last: date | None) -> Select[Any]:
    if first is not None:
        asked = asked.where(REPORT.c.published >= first.toordinal())
    return asked if last is None else asked.where(REPORT.c.published <= last.toordinal())


@decoding
def _claim(row: Any, card: Card) -> Claim:
    row_of_it = (row.id, row.report, row.kind, row.number, row.day, row.published)
    finding, turns, teams = unpack(row.kind, opened(row.packed, *row_of_it))
    return Claim(
        id=row.id,
        kind=row.kind,
        number=row.number,
        card=card,
        finding=finding,
        day=date.fromordinal(row.day),
        turns=turns,
        teams=teams,
    )
