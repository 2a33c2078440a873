"""Talks of which a report does not tell whose they are: "the latest round of talks", "the conference was suspended".

A report that speaks of them tells of one meeting: one that took place or goes on, else one that is to come.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from dragoman.resolving.onemeeting import PAST, TALKS, UNDONE, in_passing, joined, same_meeting
from dragoman.terms.findings import Actor, Meeting, MeetingStatus

NOUNS = frozenset({"talks", "negotiations", "round", "rounds", "summit", "conference"})
"""What names talks of sides without more words; a meeting, a session or a discussion may be anybody's."""
GATHERINGS = frozenset({"summit", "conference"})
"""What may be anybody's, so that the sides of a report need not be those that come."""
BEGINNING = re.compile(
    r"\b(?:beg[iu]n|start|resum|restart|re-?launch|reviv|re-?open|launch|continu|hold|take place)", re.IGNORECASE
)
COMING: frozenset[MeetingStatus] = frozenset({"proposed", "scheduled"})
SIDES, OFTEN = 2, 2


def of_unknown(meeting: Meeting) -> bool:
    """Whether a meeting that names nobody is told well enough to stand: talks that took place somewhere, or on a day.

    Such as are to come stand with both: "the next round is set for Friday in Lund".
    """
    if not _talks(meeting):
        return False
    if meeting.status == "scheduled":
        return bool(meeting.place and meeting.date)
    return meeting.status in PAST and bool(meeting.place or meeting.date or meeting.mediators)


def with_sides_told(found: list[Meeting], dealers: Callable[[], tuple[Actor, ...]], apart: set[int]) -> list[Meeting]:
    """Give the talks that name nobody the sides that the report tells to deal with each other; told already, they are joined.

    `apart` tells where talks on another matter stand, which may be anybody's.
    """
    nobodys = [m for m in found if not m.parties and _of_sides(m) and m.evidence[0].start not in apart]
    sides = dealers() if nobodys else ()
    if not sides:
        return found
    whole = [m for m in found if m not in nobodys]
    for meeting in nobodys:
        one = replace(meeting, parties=tuple(a for a in sides if a not in (meeting.host, *meeting.mediators)))
        same = next((n for n, m in enumerate(whole) if _one_time(m, one) and same_meeting(m, one, back=False)), None)
        if same is None:
            whole.append(one)
        else:
            whole[same] = joined(whole[same], one)
    return whole


def _one_time(old: Meeting, new: Meeting) -> bool:
    """Whether two tellings are both of what was or of what is to be; a place or a day of the one is not lent to any talks."""
    settled = not (new.place or new.date) or old.place or old.date
    alike = all((old.status in times) == (new.status in times) for times in (PAST, UNDONE))
    return bool(settled) and alike


def _of_sides(meeting: Meeting) -> bool:
    """Whether a meeting is told by a word for talks of sides, and not for any conference: "the negotiations", "a round"."""
    return _talks(meeting) and (meeting.why.cue or "").lower() in NOUNS - GATHERINGS


def talks_of_unknown(found: list[Meeting], spare: list[Meeting]) -> list[Meeting]:
    """Return the talks that a report speaks of without naming their sides: one meeting that was, else one that is to be.

    There is none of a time of which it tells talks by their sides: then words such as "the talks" mean those. One word of
    talks that may come, without a side, a place, a day or a beginning, tells of none.
    """
    told = [m for m in spare if _talks(m) and len(m.parties) < SIDES]
    open_times = [(time, often) for time, often in ((PAST, 1), (COMING, OFTEN)) if not _named(found, time)]
    timed = [(often, [m for m in told if m.status in time]) for time, often in open_times]
    enough = [same for often, same in timed if same and (len(same) >= often or any(_settled(m) for m in same))]
    best = max(
        enough,
        key=lambda same: (any(not in_passing(m) for m in same), any(m.place or m.date for m in same)),
        default=[],
    )
    return [_one(best)] if best else []


def _named(found: list[Meeting], time: frozenset[MeetingStatus]) -> bool:
    """Whether talks of that time are told already."""
    return any(m.kind in TALKS and m.status in time for m in found)


def _settled(meeting: Meeting) -> bool:
    """Whether one word of talks that may come tells of them: with a side, a place, a day, or that they begin."""
    return bool(meeting.parties or meeting.place or meeting.date) or _begins(meeting)


def _one(told: list[Meeting]) -> Meeting:
    """One meeting from all words about it."""
    first = next((m for m in told if m.parties), told[0])
    place, day = next((m.place for m in told if m.place), None), next((m.date for m in told if m.date), None)
    evidence = tuple(e for m in told for e in m.evidence if not m.parties or m.parties == first.parties)
    return replace(first, place=place, date=day, evidence=evidence)


def _begins(meeting: Meeting) -> bool:
    """Whether talks are told to begin, to be held or to go on, and not only by a word."""
    return BEGINNING.search(meeting.evidence[0].quote) is not None


def _talks(meeting: Meeting) -> bool:
    return (
        meeting.kind in TALKS
        and meeting.why.rule.startswith("meeting.noun")
        and (meeting.why.cue or "").lower() in NOUNS
    )
