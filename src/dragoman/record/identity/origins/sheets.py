"""Reports -> those that share a band with them, as their sheets tell. Each report and each band is asked for once."""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from itertools import islice

from dragoman.record.identity.origins.copies import bands_of, close_in_time, key_bands, near
from dragoman.record.shelf import Sheet, Shelf

CROWD = 40
"""Holders of one band that a report is compared with, the first by publication: what hundreds print is not compared in pairs."""


class Sheets:
    """The sheets around those that were learnt. Of a band that was asked for all holders within the bounds are here."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._held: dict[str, Sheet] = {}
        self._asked: set[str] = set()
        self._holders: dict[str, list[tuple[date, str]]] = {}

    def learn(self, ids: Iterable[str], *, keys_only: bool) -> None:
        """Load the sheets of reports and of all that share a band with one; see `partners` for `keys_only`."""
        wanted = sorted(set(ids))
        self._take(self._shelf.sheets(ids=[key for key in wanted if key not in self._held]))
        held = (self._held[key] for key in wanted if key in self._held)
        around = (_around(one.signature, one.card.url, one.card.published, keys_only) for one in held)
        new = sorted(set().union(*around) - self._asked)
        if new:
            self._asked.update(new)
            self._take(self._shelf.sheets(bands=new))

    def find(self, report: str) -> Sheet | None:
        """Return the sheet of a report that was learnt, or that shares a band with one; None where it is not visible."""
        return self._held.get(report)

    def partners(self, report: str, *, keys_only: bool) -> set[str]:
        """Return the reports that share a band with one that was learnt: of a crowd the first ones, by publication and id.

        With `keys_only` only the bands count that versions of an article share.
        """
        sheet = self._held[report]
        found: set[str] = set()
        bands = _bands(sheet.signature, sheet.card.url)
        for band in key_bands(bands) if keys_only else bands:
            if len(self._holders[band]) > 1:
                found.update(islice(self._close(band, sheet), CROWD))
        found.discard(report)
        return found

    def _close(self, band: str, sheet: Sheet) -> Iterable[str]:
        always, day = band.startswith("u:"), sheet.card.published
        return (other for published, other in self._holders[band] if always or close_in_time(published, day))

    def _take(self, sheets: Iterable[Sheet]) -> None:
        for sheet in sheets:
            if sheet.card.id not in self._held:
                self._held[sheet.card.id] = sheet
                for band in _bands(sheet.signature, sheet.card.url):
                    insort(self._holders.setdefault(band, []), (sheet.card.published, sheet.card.id))


@lru_cache(maxsize=2_000)
def _around(signature: bytes, url: str | None, published: date, keys_only: bool) -> tuple[str, ...]:
    """Return the bands under which those lie that share one with a report."""
    bands = bands_of(signature, url, published)
    return near(key_bands(bands) if keys_only else bands)


@lru_cache(maxsize=2_000)
def _bands(signature: bytes, url: str | None) -> tuple[str, ...]:
    return bands_of(signature, url)
