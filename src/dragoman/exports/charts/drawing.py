"""A sheet -> SVG, by Vega-Lite's own code, in this process and without a network."""

from __future__ import annotations

import json
from functools import lru_cache

from dragoman.exports.charts.chart import Chart
from dragoman.exports.charts.dressing import dress
from dragoman.exports.charts.sheet import Sheet
from dragoman.exports.charts.words import cleaned

KEPT = 256
"""Pictures that are kept: a picture has 20 to 150 kB."""


def draw(sheet: Sheet, *, title: str, summary: str) -> str:
    """Return a sheet as SVG; the same sheet gives the same bytes. May be called from several threads at once."""
    specification = json.dumps(sheet.specification(), ensure_ascii=False, sort_keys=True)
    return _drawn(specification, tuple(sheet.links), title, summary)


@lru_cache(maxsize=KEPT)
def _drawn(specification: str, links: tuple[str | None, ...], title: str, summary: str) -> str:
    import vl_convert

    svg: str = vl_convert.vegalite_to_svg(specification, allowed_base_urls=[])
    return dress(svg, links, title=title, summary=summary)


def chart_of(name: str, title: str, summary: str, *, wide: Sheet, narrow: Sheet) -> Chart:
    """Return the chart that two sheets show."""
    title, summary = cleaned(title), cleaned(summary)
    return Chart(
        name=name,
        title=title,
        summary=summary,
        wide=draw(wide, title=title, summary=summary),
        narrow=draw(narrow, title=title, summary=summary),
    )


def warm() -> None:
    """Draw an empty sheet, so that the first picture that somebody waits for doesn't take a second longer than the others."""
    draw(Sheet(width=1, height=1), title="", summary="")
