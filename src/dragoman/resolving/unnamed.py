"""Talks of which a report does not tell whose they are: "the latest round of talks", "the conference was suspended"."""

from __future__ import annotations

from dataclasses import replace

from dragoman.resolving.onemeeting import PAST, TALKS
from dragoman.terms.findings import Meeting

NOUNS = frozenset({"talk", "talks", "negotiation", "round", "summit", "conference", "process"})
"""What names talks of sides without more words; a meeting, a session or a discussion may be anybody's."""
OFTEN = 2


def of_unknown(meeting: Meeting) -> bool:
    """Whether a meeting that names nobody is told well enough to stand: talks that took place, at a place or on a day."""
    return _talks(meeting) and meeting.status in PAST and bool(meeting.place or meeting.date or meeting.mediators)


def talks_of_unknown(found: list[Meeting], spare: list[Meeting]) -> list[Meeting]:
    """Return the talks that a report comes back to again and again without naming any sides: one meeting, told often.

    There are none where it tells of talks by their sides: then words such as "the talks" mean those.
    """
    if any(m.kind in TALKS and (len(m.parties) > 1 or of_unknown(m)) for m in found):
        return []
    told = [m for m in spare if _talks(m) and not m.parties]
    first = next((m for m in told if m.status in PAST), next(iter(told), None))
    same = [m for m in told if first is not None and (m.status in PAST) == (first.status in PAST)]
    if first is None or len(same) < OFTEN:
        return []
    place, date = next((m.place for m in same if m.place), None), next((m.date for m in same if m.date), None)
    return [replace(first, place=place, date=date, evidence=tuple(e for m in same for e in m.evidence))]


def _talks(meeting: Meeting) -> bool:
    return meeting.kind in TALKS and meeting.why.rule.rpartition(".")[2] in NOUNS
