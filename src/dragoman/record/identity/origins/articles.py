"""Reports -> articles: which reports are versions of one article.

Two reports are versions where their addresses are the same page, or where the texts of one publisher are nearly the same. It
is told by signatures, and by texts only for the few pairs whose signatures are alike: this is asked for every claim shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dragoman.record.claims import Card
from dragoman.record.identity.origins.addresses import plain_address
from dragoman.record.identity.origins.copies import likeness, shared_runs, words_of
from dragoman.record.identity.origins.sheets import Sheets
from dragoman.record.shelf import Sheet, Shelf

SAME_TEXT = 0.75
"""Part of the longer text that two versions of an article share where no address tells. A report that follows yesterday's
pattern shares less."""
ALIKE = 0.4
"""Estimated part of the shingles below which texts are not compared: a text that shares three quarters has more."""
RUN = 8


class Articles:
    """The versions of articles within the bounds of a shelf; learns in batches, a few queries each."""

    def __init__(self, shelf: Shelf, sheets: Sheets, apart: frozenset[tuple[str, str]] = frozenset()) -> None:
        self._shelf = shelf
        self._sheets = sheets
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
                new = self._mutual(ahead.pop()) - found
                found |= new
                ahead.extend(new)
            whole = tuple(self._cards[key] for key in sorted(found) if key in self._cards)
            self._whole |= dict.fromkeys(found, whole)
        return self._whole[report]

    def _mutual(self, report: str) -> frozenset[str]:
        """Return the reports that are versions as seen from both sides: among very many alike each has only so many partners."""
        others = self._direct.get(report, frozenset())
        return frozenset(other for other in others if report in self._direct.get(other, frozenset()))

    def _found(self, ids: Sequence[str]) -> dict[str, frozenset[str]]:
        self._sheets.learn(ids, keys_only=True)
        visible = {key: sheet for key in ids if (sheet := self._sheets.find(key)) is not None}
        partners = {key: self._sheets.partners(key, keys_only=True) for key in visible}
        sheets = visible | {other: self._sheet(other) for others in partners.values() for other in others}
        self._cards |= {key: sheet.card for key, sheet in sheets.items()}
        pages = {key: plain_address(s.card.url) for key, s in sheets.items() if s.card.url is not None}
        pairs = {
            (min(key, other), max(key, other)) for key, others in partners.items() for other in others
        } - self._apart
        same_page = {(one, other) for one, other in pairs if one in pages and pages[one] == pages.get(other)}
        alike = [pair for pair in sorted(pairs - same_page) if _may_be_one(sheets[pair[0]], sheets[pair[1]])]
        versions = same_page | self._same_text(alike)
        return {key: frozenset(b if a == key else a for a, b in versions if key in (a, b)) for key in visible}

    def _sheet(self, report: str) -> Sheet:
        found = self._sheets.find(report)
        assert found is not None, "a partner is visible"
        return found

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


def _may_be_one(one: Sheet, other: Sheet) -> bool:
    return one.card.publisher == other.card.publisher and likeness(one.signature, other.signature) >= ALIKE
