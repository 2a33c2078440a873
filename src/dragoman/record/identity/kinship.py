"""Sheets and texts -> which reports are versions of one article, and which carry stretches of each other's text.

Reports are compared where they share a band, the copies of a feed within its weeks (record/identity/copies.py). What is
learned of a report depends on the visible reports alone, never on what else was learned or in which order.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from dragoman.record.addresses import plain_address
from dragoman.record.claims import Card
from dragoman.record.decisions import Rulings
from dragoman.record.identity.copies import WINDOW, Run, Words, bands_of, near, quotes_in, shared_runs, words_of
from dragoman.record.identity.outlets import Outlet, outlet_of
from dragoman.record.shelf import Sheet, Shelf

CROWD = 40
"""Holders of one band that a report is compared with, the first by publication: what hundreds print is not compared in pairs."""
SAME_TEXT = 0.75
"""Part of the longer text that two versions of an article share where no address tells. A report that follows yesterday's
pattern shares less."""
COPIED = 0.3
"""Part of the shorter text that makes a report a copy of another, if it is `COPIED_WORDS` at least."""
COPIED_WORDS = 30
LONG = 12
"""Words in a row that two reports hardly ever share by chance; `SAID` do where they are quoted."""
SAID = 8


@dataclass(frozen=True, slots=True)
class Kin:
    """What one report shares with another: `spans` of its own text, `share` of the shorter text.

    `version` says that both are versions of one article, `copy` that the whole was taken over, not only a passage.
    """

    other: str
    spans: tuple[tuple[int, int], ...]
    share: float
    version: bool
    copy: bool
    why: str

    def covers(self, start: int, end: int) -> bool:
        """Say whether most of a stretch of the text is shared."""
        shared = sum(max(0, min(end, b) - max(start, a)) for a, b in self.spans)
        return 5 * shared >= 3 * (end - start)


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a report: its card, whom it is from, what it shares with others by their ids."""

    card: Card
    outlet: Outlet
    kin: tuple[Kin, ...]


@dataclass(frozen=True, slots=True)
class _Side:
    """One of two reports that are compared."""

    card: Card
    text: str
    words: Words
    outlet: Outlet


class Kinship:
    """What reports have of each other; learns in batches, a few queries each."""

    def __init__(self, shelf: Shelf, rulings: Rulings) -> None:
        self.shelf = shelf
        self._apart = {(one, other) for thing, one, other in rulings.apart if thing == "report"}
        self._known: dict[str, Known] = {}

    def learn(self, ids: Iterable[str]) -> None:
        """Learn of reports, of their versions and copies and of the copies' copies, until nothing new is found."""
        fresh = sorted(set(ids) - self._known.keys())
        while fresh:
            found = self._compared(fresh)
            self._known |= found
            linked = {kin.other for known in found.values() for kin in known.kin if kin.version or kin.copy}
            fresh = sorted(linked - self._known.keys())

    def of(self, report: str) -> Known:
        """Return what is known of a report that is within the bounds."""
        if report not in self._known:
            self.learn([report])
        return self._known[report]

    def find(self, report: str) -> Known | None:
        """Return what is known of a report; None where it is not within the bounds."""
        if report not in self._known:
            self.learn([report])
        return self._known.get(report)

    def article(self, report: str) -> tuple[str, ...]:
        """Return all versions of the article that a report is one of, itself among them, by id."""
        found, ahead = {report}, [report]
        while ahead:
            new = {kin.other for kin in self.of(ahead.pop()).kin if kin.version} - found
            found |= new
            ahead.extend(sorted(new))
        return tuple(sorted(found))

    def _compared(self, ids: Sequence[str]) -> dict[str, Known]:
        own = {sheet.card.id: sheet for sheet in self.shelf.sheets(ids=ids)}
        near_by = {sheet.card.id: sheet for sheet in self.shelf.sheets(bands=near(self.shelf.bands(list(own))))} | own
        partners = _partners(own, near_by)
        wanted = set(own) | {other for others in partners.values() for other in others}
        texts = self.shelf.texts(sorted(wanted))
        sides = {key: _side(near_by[key].card, texts[key]) for key in sorted(wanted)}
        return {
            key: Known(
                sides[key].card,
                sides[key].outlet,
                tuple(
                    kin
                    for other in sorted(partners[key])
                    if (min(key, other), max(key, other)) not in self._apart
                    if (kin := _kin(sides[key], sides[other])) is not None
                ),
            )
            for key in own
        }


def _side(card: Card, text: str) -> _Side:
    return _Side(card, text, words_of(text), outlet_of(card, text))


def _partners(own: dict[str, Sheet], near_by: dict[str, Sheet]) -> dict[str, set[str]]:
    """Return for each report those that share a band with it: of a crowd the first ones, by publication and id."""
    bands = {key: bands_of(sheet.signature, sheet.card.url) for key, sheet in near_by.items()}
    holders: dict[str, list[str]] = {}
    for key in sorted(near_by, key=lambda k: (near_by[k].card.published, k)):
        for band in bands[key]:
            holders.setdefault(band, []).append(key)
    partners: dict[str, set[str]] = {key: set() for key in own}
    for key, others in partners.items():
        week = _week(near_by[key].card.published)
        for band in bands[key]:
            close = (
                other
                for other in holders[band]
                if band.startswith("u:") or abs(_week(near_by[other].card.published) - week) <= 1
            )
            others.update(other for other, _ in zip(close, range(CROWD), strict=False))
        others.discard(key)
    return partners


def _week(day: date) -> int:
    return day.toordinal() // WINDOW


def _kin(one: _Side, other: _Side) -> Kin | None:
    """Return what a report has of another; None where it is nothing, or nothing that its own outlet had not."""
    same_page = _same_page(one.card, other.card)
    same_outlet = one.outlet.key is not None and one.outlet.key == other.outlet.key
    # compared in one order, so that both sides see the same runs
    ordered = (one, other) if one.card.id < other.card.id else (other, one)
    runs = shared_runs(ordered[0].words, ordered[1].words)
    mine = [
        Run(run.one, run.other, run.words) if ordered[0] is one else Run(run.other, run.one, run.words) for run in runs
    ]
    shared = sum(run.words for run in runs if run.words >= SAID)
    least, most = sorted((len(one.words.words), len(other.words.words)))
    version = same_page or (one.card.publisher == other.card.publisher and shared >= SAME_TEXT * most)
    copy = shared >= max(COPIED_WORDS, COPIED * least)
    if not version and same_outlet:
        return None
    kept = mine if copy or version else [run for run in mine if _telling(run, one)]
    if not (kept or version):
        return None
    spans = tuple(sorted((one.words.starts[run.one], one.words.ends[run.one + run.words - 1]) for run in kept))
    why = _why(same_page=same_page, version=version, copy=copy, words=sum(run.words for run in kept))
    return Kin(other.card.id, spans, shared / max(least, 1), version, copy, why)


def _same_page(one: Card, other: Card) -> bool:
    return one.url is not None and other.url is not None and plain_address(one.url) == plain_address(other.url)


def _telling(run: Run, side: _Side) -> bool:
    """Say whether a stretch is long enough to tell a common origin: long, or shorter and quoted."""
    start, end = side.words.starts[run.one], side.words.ends[run.one + run.words - 1]
    if run.words >= LONG:
        return True
    quoted = sum(max(0, min(end, b) - max(start, a)) for a, b in quotes_in(side.text))
    return run.words >= SAID and 5 * quoted >= 4 * (end - start)


def _why(*, same_page: bool, version: bool, copy: bool, words: int) -> str:
    if same_page:
        return "the same address"
    if version:
        return "nearly the same text from the same publisher"
    return f"{words} words in the same order" if copy else f"the same passage of {words} words"
