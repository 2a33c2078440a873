"""A search -> the passages that hold its words, the latest first, read no further than the page needs."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, select

from dragoman.record.bounds import Bounds
from dragoman.record.shelf import Search
from dragoman.store.places import first_place
from dragoman.store.schema import PASSAGE, REPORT
from dragoman.store.strings import kept
from dragoman.store.visible import filed
from dragoman.store.words import WORDS, holds, phrases, place_column


def search_passages(connection: Connection, bounds: Bounds, search: Search) -> list[Any]:
    """Return the rows of the passages. Words that hold no letter and no digit find nothing."""
    wanted = phrases(search.words)
    if not wanted or search.limit < 1:
        return []
    place = place_column(connection)
    asked = select(place.label("place"), PASSAGE.c.report, PASSAGE.c.start, PASSAGE.c.stop)
    asked = asked.select_from(WORDS).join(PASSAGE, PASSAGE.c.place == place)
    asked = asked.where(holds(connection, wanted), *_places(place, bounds, search))
    return list(connection.execute(_of_reports(asked, bounds, search).order_by(place.desc()).limit(search.limit)))


def _places(place: ColumnElement[int], bounds: Bounds, search: Search) -> list[ColumnElement[bool]]:
    """Bound the places themselves, so that the index is read only there."""
    lasts = [day.toordinal() for day in (bounds.as_of, search.published_last) if day is not None]
    conditions = [place < first_place(min(lasts) + 1)] if lasts else []
    if search.published_first is not None:
        conditions.append(place >= first_place(search.published_first.toordinal()))
    if search.after is not None:
        conditions.append(place < search.after)
    return conditions


def _of_reports(asked: Select[Any], bounds: Bounds, search: Search) -> Select[Any]:
    if search.reports is not None:
        asked = asked.where(PASSAGE.c.report.in_(sorted(search.reports)))
    if search.publisher is not None or bounds.known_at is not None:
        asked = asked.join(REPORT, REPORT.c.id == PASSAGE.c.report).where(*filed(bounds))
    return asked if search.publisher is None else asked.where(REPORT.c.publisher == kept(search.publisher))
