"""Report -> Reading: runs every finder of marks over one parsed text, each after those it builds on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dragoman.reading.accords.finder import find_accords
from dragoman.reading.actors.mentions import find_mentions
from dragoman.reading.counting import count_days
from dragoman.reading.dates.phrases import find_dates
from dragoman.reading.deeds.finder import find_deeds
from dragoman.reading.figures.finder import find_figures
from dragoman.reading.grammar.language import Grammar
from dragoman.reading.grammar.parse import Parse
from dragoman.reading.layout.page import Page, lay_out
from dragoman.reading.marks import Reading
from dragoman.reading.meetings.dealings import find_dealings
from dragoman.reading.meetings.finder import find_meetings
from dragoman.reading.scene import Scene
from dragoman.reading.speech import find_sayings
from dragoman.reading.stances.finder import find_stances
from dragoman.reading.talks import find_talk_sentences
from dragoman.reading.teams.finder import find_delegations
from dragoman.terms.report import Report


def read_reports(reports: Iterable[Report], grammar: Grammar) -> Iterator[tuple[Report, Reading]]:
    """Read many reports, one after the other, in batches of the grammar's size."""
    seen: list[tuple[Report, Page]] = []

    def pages() -> Iterator[Page]:
        for report in reports:
            page = lay_out(report)
            seen.append((report, page))
            yield page

    for parse in grammar.parse(pages()):
        report, page = seen.pop(0)
        yield report, mark(parse, page)


def mark(parse: Parse, page: Page) -> Reading:
    """Make all marks on one parsed page."""
    mentions = find_mentions(parse)
    dates = find_dates(parse)
    scene = Scene(parse, mentions, dates)
    count_days(scene)
    scene.hear(find_sayings(scene))
    return Reading(
        sentences=tuple(parse.span(a, b - 1) for a, b in parse.sentences),
        furniture=page.furniture,
        agency=page.agency,
        mentions=mentions,
        dates=scene.dates,
        sayings=scene.sayings,
        meetings=find_meetings(scene),
        dealings=find_dealings(scene),
        stances=find_stances(scene),
        delegations=find_delegations(scene),
        accords=find_accords(scene),
        figures=find_figures(scene),
        deeds=find_deeds(scene),
        about_talks=find_talk_sentences(scene),
    )
