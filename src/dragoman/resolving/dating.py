"""Days of records: when two days can be one, which of them is the more exact, and a day that the tense puts out of place."""

from __future__ import annotations

from dragoman.resolving.ground import Ground
from dragoman.terms.span import Span
from dragoman.terms.when import When

BESIDE = 4
"""How many characters may stand between the words of an act and its day: " on "."""


def nested(one: When, other: When) -> bool:
    """Say whether one of two days or stretches lies within the other, so that both can be told of one thing."""
    return (one.start <= other.start and other.end <= one.end) or (other.start <= one.start and one.end <= other.end)


def narrower(one: When | None, other: When | None) -> When | None:
    """Return the more exact of two days told of one thing, the first of two that are as exact or do not fit each other."""
    if one is None or other is None or not nested(one, other):
        return one or other
    return other if other.end - other.start < one.end - one.start else one


def day_done(ground: Ground, phrase: int | None) -> When | None:
    """Return the day of something that a report tells as done: none that lies after its publication."""
    when = ground.day(phrase)
    return None if when is None or when.start > ground.report.published else when


def day_gone(ground: Ground, act: Span) -> When | None:
    """Return the day of an act that the grammar hung on what the act is for; None where there is none or more than one.

    "Agreed to extend the truce in Lund on May 12": what lies ahead of the act would have a day to come, so that a day
    that is past when the report is published can only be that of the act.
    """
    within = (
        ground.days[n]
        for n, phrase in enumerate(ground.reading.dates)
        if phrase.tense == "future" and act.start <= phrase.span.start <= act.end + BESIDE and phrase.pattern == "day"
    )
    found = [when for when in within if when is not None]
    return found[0] if len(found) == 1 and found[0].end <= ground.report.published else None
