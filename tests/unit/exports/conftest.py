"""A report with one finding of every kind, made by hand: the exports are tested without a reading."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from dragoman.terms.findings import (
    Actor,
    Agreement,
    Coverage,
    DateFinding,
    Delegation,
    Event,
    Figure,
    Findings,
    Incident,
    Meeting,
    Position,
    Quotation,
    Why,
)
from dragoman.terms.report import Report
from dragoman.terms.span import Evidence, Span, cite
from dragoman.terms.when import When

TEXT = (
    "LUBRIN - President Marek Dolvan declined on Thursday to meet Ilse Tarnow in Valletta, but sent Dana Corvin.\n\n"
    "“We will not kneel,” Dolvan said. More than 2,400 people have been killed, according to the UN mission. "
    "Both sides signed a deal on prisoners. Shells hit the ferry. Nobody knows what the mediators want."
)
DOLVAN = Actor("a1", "Marek Dolvan", "person", "President", "Orvania", None)
TARNOW = Actor("a2", "Ilse Tarnow", "person", "Prime Minister", "Kestria", None)
CORVIN = Actor("a3", "Dana Corvin", "person", "Defense Minister", "Orvania", None)
MISSION = Actor("a4", "UN mission", "igo")
MALTA = Actor("a5", "Malta", "state", state="MLT")
THURSDAY = When(date(2026, 3, 12), date(2026, 3, 12), "day", "Thursday", rule="weekday")
WHY = Why("a-rule", "a cue", "weekday")


def quote(words: str) -> Evidence:
    """Cite words of the text."""
    start = TEXT.index(words)
    return cite(TEXT, Span(start, start + len(words)))


@pytest.fixture
def whole() -> Callable[..., Findings]:
    """Make findings with one record of every kind; `report` changes the report's fields."""

    def make(**report: object) -> Findings:
        given: dict[str, object] = {
            "id": "0123456789abcdef",
            "published": date(2026, 3, 13),
            "text": TEXT,
            "publisher": "The Halden Courier",
            "title": "Dolvan stays away",
            "path": "news/05.txt",
            **report,
        }
        return Findings(
            report=Report(**given),  # type: ignore[arg-type]
            actors=(DOLVAN, TARNOW, CORVIN, MISSION, MALTA),
            dates=(DateFinding(THURSDAY, quote("Thursday")),),
            quotations=(
                Quotation(
                    DOLVAN, cite(TEXT, Span(TEXT.index("Dolvan said"), TEXT.index("Dolvan said") + 6)), "said", "direct",
                    (quote("We will not kneel,"),), None, None, None, (quote("“We will not kneel,” Dolvan said"),), (), WHY,
                ),
            ),
            meetings=(
                Meeting(
                    "summit", (DOLVAN, TARNOW), MALTA, (MISSION,), "Valletta", THURSDAY, None, "declined", "leaders",
                    (quote("declined on Thursday to meet Ilse Tarnow in Valletta"),),
                    (Event("REJECT", "meet", "120", DOLVAN, TARNOW),), WHY,
                ),
            ),
            positions=(
                Position(
                    DOLVAN, "rejects", "to meet Ilse Tarnow", ("only after a truce",), TARNOW, THURSDAY, MISSION,
                    (quote("President Marek Dolvan declined on Thursday to meet Ilse Tarnow"),), (), WHY,
                ),
            ),
            delegations=(
                Delegation(MALTA, CORVIN, (CORVIN, TARNOW), "ministers", 0, (quote("sent Dana Corvin"),), WHY),
            ),
            agreements=(
                Agreement((DOLVAN, TARNOW), "a deal on prisoners", None, "signed", (quote("signed a deal on prisoners"),), (), WHY),
            ),
            figures=(
                Figure(
                    2400.0, None, None, ">", "people", "people have been killed", MISSION, None,
                    (quote("More than 2,400 people have been killed"),), WHY,
                ),
            ),
            incidents=(
                Incident(None, MALTA, "Shells hit the ferry", None, None, "happened", (quote("Shells hit the ferry"),), (), WHY),
            ),
            coverage=Coverage(
                (quote("Nobody knows what the mediators want."),), (("dateline", Span(0, 9)),)
            ),
        )  # fmt: skip

    return make
