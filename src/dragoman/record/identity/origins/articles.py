"""Reports -> articles: which reports are versions of one article.

Two reports are versions where their addresses are the same page, or where the texts of one publisher are nearly the same. It
is told by signatures, and by texts only for the few pairs whose signatures are alike: this is asked for every claim shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from dragoman.record.claims import Card
from dragoman.record.identity.origins.addresses import plain_address
from dragoman.record.identity.origins.copies import (
    bands_of,
    close_in_time,
    key_bands,
    likeness,
    near,
    shared_runs,
    words_of,
)
from dragoman.record.shelf import Sheet, Shelf

CROWD = 40
"""Holders of one band that a report is compared with, the first by publication: what hundreds print is not compared in pairs."""
SAME_TEXT = 0.75
"""Part of the longer text that two versions of an article share where no address tells. A report that follows yesterday's
pattern shares less."""
ALIKE = 0.4
"""Estimated part of the shingles below which texts are not compared: a text that shares three quarters has more."""
RUN = 8


class Articles:
    """The versions of articles within the bounds of a shelf; learns in batches, a few queries each."""

    def __init__(self, shelf: Shelf, apart: frozenset[tuple[str, str]] = frozenset()) -> None:
        self._shelf = shelf
        self._apart = apart
        self._direct: dict[str, frozenset[str]] = {}
        self._cards: dict[str, Card] = {}
        self._whole: dict[str, tuple[Card, ...]] = {}

    def learn(self, ids: Iterable[str]) -> None:
        """Learn of reports and all versions of their articles."""
        fresh = sorted(set(ids) - self._direct.keys())
        while fresh:
            found = self._found(fresh)
            self._direct |= found
            fresh = sorted({other for others in found.values() for other in others} - self._direct.keys())

    def of(self, report: str) -> tuple[Card, ...]:
        """Return all versions of the article that a report is one of, itself among them, by id."""
        if report not in self._whole:
            self.learn([report])
            found, ahead = {report}, [report]
            while ahead:
                new = self._direct.get(ahead.pop(), frozenset()) - found
                found |= new
                ahead.extend(new)
            whole = tuple(self._cards[key] for key in sorted(found) if key in self._cards)
            self._whole |= dict.fromkeys(found, whole)
        return self._whole[report]

    def _found(self, ids: Sequence[str]) -> dict[str, frozenset[str]]:
        sheets = {sheet.card.id: sheet for sheet in self._shelf.sheets(bands=near(key_bands(self._shelf.bands(ids))))}
        sheets |= {sheet.card.id: sheet for sheet in self._shelf.sheets(ids=[key for key in ids if key not in sheets])}
        self._cards |= {key: sheet.card for key, sheet in sheets.items()}
        pages = {key: plain_address(s.card.url) for key, s in sheets.items() if s.card.url is not None}
        pairs = {
            (min(key, other), max(key, other))
            for key, others in partners(ids, sheets, keys_only=True).items()
            for other in others
        } - self._apart
        same_page = {(one, other) for one, other in pairs if one in pages and pages[one] == pages.get(other)}
        alike = [pair for pair in sorted(pairs - same_page) if _may_be_one(sheets[pair[0]], sheets[pair[1]])]
        versions = same_page | self._same_text(alike)
        return {
            key: frozenset(b if a == key else a for a, b in versions if key in (a, b)) for key in ids if key in sheets
        }

    def _same_text(self, pairs: Sequence[tuple[str, str]]) -> set[tuple[str, str]]:
        if not pairs:
            return set()
        texts = self._shelf.texts(sorted({key for pair in pairs for key in pair}))
        words = {key: words_of(text) for key, text in texts.items()}
        found = set()
        for one, other in pairs:
            runs = shared_runs(words[one], words[other])
            shared = sum(run.words for run in runs if run.words >= RUN)
            if shared >= SAME_TEXT * max(len(words[one].words), len(words[other].words)):
                found.add((one, other))
        return found


def partners(ids: Iterable[str], sheets: Mapping[str, Sheet], *, keys_only: bool) -> dict[str, set[str]]:
    """Return for each report those that share a band with it: of a crowd the first ones, by publication and id.

    With `keys_only` only the bands count that versions of an article share.
    """
    bands = {key: _bands(sheet.signature, sheet.card.url) for key, sheet in sheets.items()}
    if keys_only:
        bands = {key: key_bands(held) for key, held in bands.items()}
    holders: dict[str, list[str]] = {}
    for key in sorted(sheets, key=lambda k: (sheets[k].card.published, k)):
        for band in bands[key]:
            holders.setdefault(band, []).append(key)
    found: dict[str, set[str]] = {key: set() for key in ids if key in sheets}
    for key, others in found.items():
        day = sheets[key].card.published
        for band in bands[key]:
            if len(holders[band]) == 1:
                continue
            close = (
                other
                for other in holders[band]
                if band.startswith("u:") or close_in_time(sheets[other].card.published, day)
            )
            others.update(other for other, _ in zip(close, range(CROWD), strict=False))
        others.discard(key)
    return found


@lru_cache(maxsize=2_000)
def _bands(signature: bytes, url: str | None) -> tuple[str, ...]:
    return bands_of(signature, url)


def _may_be_one(one: Sheet, other: Sheet) -> bool:
    return one.card.publisher == other.card.publisher and likeness(one.signature, other.signature) >= ALIKE
