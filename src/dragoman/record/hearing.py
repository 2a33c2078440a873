"""In which order the claims of a meeting are heard, what each tells of it, and on which day that was said."""

from __future__ import annotations

from datetime import date
from typing import Literal

from dragoman.record.claims import Claim
from dragoman.terms.findings import Meeting, Stance

Sort = Literal["floated", "planned", "broken", "done"]


def turn_of(claim: Claim) -> tuple[object, ...]:
    """Return when a claim is heard: by publication; of one day refusals before plans before what is past."""
    day, _ = said_on(claim)
    rank = {"floated": 1, "planned": 1, "broken": 0, "done": 2}[sort_of(claim)]
    return (claim.published, rank, day, claim.card.id, claim.number, claim.id)


def sort_of(claim: Claim) -> Sort:
    """Return whether a claim tells of an idea, a plan, a plan that was broken, or of what took place or is denied."""
    match meeting_of(claim).status:
        case "proposed":
            return "floated"
        case "scheduled":
            return "planned"
        case "declined" | "postponed" | "cancelled":
            return "broken"
        case _:
            return "done"


def meeting_of(claim: Claim) -> Meeting:
    """Return the meeting that a claim tells."""
    assert isinstance(claim.finding, Meeting), "only meetings have a life on the docket"
    return claim.finding


SAID: dict[str, frozenset[Stance]] = {
    "floated": frozenset({"proposes", "demands", "offers", "supports"}),
    "planned": frozenset({"proposes", "accepts-conditionally", "offers"}),
    "broken": frozenset({"rejects", "undecided"}),
    "done": frozenset({"rejects"}),
}
"""Which stances, told in a meeting's own words, announce which kind of change."""


def said_on(claim: Claim) -> tuple[date, bool]:
    """Return the day on which it was decided or said, and whether the report names it."""
    days = [
        t.date.start
        for t in claim.turns
        if t.date is not None and t.date.start == t.date.end and t.date.start <= claim.published
    ]
    return (min(days), True) if days else (claim.published, False)
