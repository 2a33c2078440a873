"""Sheets and texts -> which reports are versions of one article, and which carry stretches of each other's text.

Reports are compared where they share a band, the copies of a feed within its weeks (record/identity/origins/copies.py). What is
learned of a report depends on the visible reports alone, never on what else was learned or in which order.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b

from dragoman.record.claims import Card
from dragoman.record.decisions import Rulings
from dragoman.record.identity.origins.articles import Articles
from dragoman.record.identity.origins.copies import Run, Words, quotes_in, shared_runs, words_of
from dragoman.record.identity.origins.lately import Lately
from dragoman.record.identity.origins.outlets import Outlet, outlet_of
from dragoman.record.identity.origins.sheets import Sheets
from dragoman.record.shelf import Shelf

COPIED = 0.3
"""Part of the shorter text that makes a report a copy of another, if it is `COPIED_WORDS` at least."""
COPIED_WORDS = 30
LONG = 12
"""Words in a row that two reports hardly ever share by chance; `SAID` do where they are quoted."""
SAID = 8
COMPARED = 5_000
"""Reports of which it is remembered whom they are from; ten times as many pairs whose texts were compared. Some ten megabytes."""


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


@dataclass(frozen=True)
class _Side:
    """One of two reports that are compared. `mark` stands for the text, `outlet` is whom it is from."""

    card: Card
    text: str
    mark: bytes
    outlet: Outlet

    @cached_property
    def words(self) -> Words:
        """The words of the text; most pairs were compared before and need none."""
        return words_of(self.text)

    @property
    def print(self) -> tuple[str, bytes, str | None]:
        """All that a comparison rests on."""
        return (self.card.id, self.mark, self.outlet.key)


class Kinship:
    """What reports have of each other; learns in batches, a few queries each."""

    def __init__(self, shelf: Shelf, rulings: Rulings) -> None:
        self.shelf = shelf
        self._apart = frozenset((one, other) for thing, one, other in rulings.apart if thing == "report")
        self._sheets = Sheets(shelf)
        self.articles = Articles(shelf, self._sheets, self._apart)
        self._known: dict[str, Known] = {}

    def learn(self, ids: Iterable[str]) -> None:
        """Learn of reports, of their versions and copies and of the copies' copies, until nothing new is found."""
        fresh = sorted(set(ids) - self._known.keys())
        while fresh:
            self.articles.learn(fresh)
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
        return tuple(card.id for card in self.articles.of(report))

    def _compared(self, ids: Sequence[str]) -> dict[str, Known]:
        self._sheets.learn(ids, keys_only=False)
        others = {key: self._sheets.partners(key, keys_only=False) for key in ids if self._sheets.find(key) is not None}
        texts = self.shelf.texts(sorted(set(others) | {key for held in others.values() for key in held}))
        cards = {key: sheet.card for key in texts if (sheet := self._sheets.find(key)) is not None}
        sides = {key: _side(cards[key], text) for key, text in sorted(texts.items())}
        return {key: self._known_of(key, sides, others[key]) for key in others}

    def _known_of(self, key: str, sides: dict[str, _Side], others: Iterable[str]) -> Known:
        versions = set(self.article(key))
        kin = (
            _kin(sides[key], sides[other], version=other in versions)
            for other in sorted(others)
            if (min(key, other), max(key, other)) not in self._apart
        )
        return Known(sides[key].card, sides[key].outlet, tuple(held for held in kin if held is not None))


_OUTLETS: Lately[tuple[bytes, str | None, str | None], Outlet] = Lately(COMPARED)
_KIN: Lately[tuple[Hashable, Hashable, bool], Kin | None] = Lately(10 * COMPARED)


def _side(card: Card, text: str) -> _Side:
    mark = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()
    return _Side(card, text, mark, _OUTLETS.of((mark, card.publisher, card.url), lambda: outlet_of(card, text)))


def _kin(one: _Side, other: _Side, *, version: bool) -> Kin | None:
    """Return what a report has of another; None where it is nothing, or nothing that its own outlet had not."""
    return _KIN.of((one.print, other.print, version), lambda: _compare(one, other, version=version))


def _compare(one: _Side, other: _Side, *, version: bool) -> Kin | None:
    same_outlet = one.outlet.key is not None and one.outlet.key == other.outlet.key
    if same_outlet and not version:
        return None
    # compared in one order, so that both sides see the same runs
    ordered = (one, other) if one.card.id < other.card.id else (other, one)
    runs = shared_runs(ordered[0].words, ordered[1].words)
    mine = [r if ordered[0] is one else Run(r.other, r.one, r.words) for r in runs]
    shared = sum(run.words for run in runs if run.words >= SAID)
    least = min(len(one.words.words), len(other.words.words))
    copy = shared >= max(COPIED_WORDS, COPIED * least)
    kept = mine if copy or version else [run for run in mine if _telling(run, one)]
    if not (kept or version):
        return None
    spans = tuple(sorted((one.words.starts[run.one], one.words.ends[run.one + run.words - 1]) for run in kept))
    words = sum(run.words for run in kept)
    why = f"{words} words in the same order" if copy else f"the same passage of {words} words"
    return Kin(other.card.id, spans, shared / max(least, 1), version, copy, "an article" if version else why)


def _telling(run: Run, side: _Side) -> bool:
    """Say whether a stretch is long enough to tell a common origin: long, or shorter and quoted."""
    start, end = side.words.starts[run.one], side.words.ends[run.one + run.words - 1]
    if run.words >= LONG:
        return True
    quoted = sum(max(0, min(end, b) - max(start, a)) for a, b in quotes_in(side.text))
    return run.words >= SAID and 5 * quoted >= 4 * (end - start)
