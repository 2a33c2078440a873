"""Which ways of persons are visits: of somebody with an office, to another land than the own."""

from __future__ import annotations

from dragoman.reading.actors.states import states
from dragoman.reading.teams.levels import level_of
from dragoman.terms.findings import Meeting

HIGH = frozenset({"leaders", "ministers", "senior-officials"})
TOLD = frozenset({"held", "under-way", "scheduled"})


def official_visit(meeting: Meeting) -> bool:
    """Whether somebody with an office goes abroad: each traveller holds one, and the place is known to be another state's.

    It is where the place is a state or a capital; of another town nobody knows whether it is at home.
    """
    land = states().capitals.get(meeting.place or "") or states().code(meeting.place or "")
    if meeting.status not in TOLD or land is None:
        return False
    levels = (level_of(a.role) if a.role is not None else None for a in meeting.parties)
    return all(level in HIGH for level in levels) and not any(a.country == land for a in meeting.parties)


def way_to(travel: Meeting, other: Meeting) -> bool:
    """Whether a way leads to a visit told by itself: of one traveller, or of whoever acts for the same state.

    So it is where the traveller meets somebody at that place on that day.
    """
    if other.kind != "visit":
        there = travel.place is not None and travel.place == other.place
        one_day = travel.date is not None and travel.date == other.date
        return there and one_day and len(other.parties) > 1 and all(a in other.parties for a in travel.parties)
    lands = {a.country for a in travel.parties} - {None}
    return any(b in travel.parties or (b.kind != "person" and b.country in lands) for b in other.parties[:1])
