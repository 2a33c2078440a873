"""Which ways of persons are visits: of somebody with an office, to another land than the own."""

from __future__ import annotations

from dragoman.reading.actors.states import states
from dragoman.reading.teams.levels import level_of
from dragoman.resolving.onemeeting import PAST, at_odds, in_passing
from dragoman.terms.findings import Actor, Meeting

HIGH = frozenset({"leaders", "ministers", "senior-officials"})
NEAR = 120
"""So many characters apart two things are told in one breath."""
TOLD = frozenset({"held", "under-way", "scheduled"})


def official_visit(meeting: Meeting) -> bool:
    """Whether somebody goes abroad for others: each traveller holds an office, or is a side whose delegation goes.

    A place of which nobody knows whose it is counts as abroad: few who travel in their office are told to go home.
    """
    name = (meeting.place or "").removeprefix("the ")
    land = states().capitals.get(name) or states().seats.get(name) or states().code(name)
    if meeting.status not in TOLD or meeting.place is None:
        return False
    return all(official(a) for a in meeting.parties) and not any(land and a.country == land for a in meeting.parties)


def official(actor: Actor) -> bool:
    """Say whether somebody travels for others: holds a high office, or is the side or the named group itself."""
    if actor.kind == "person" and actor.role is not None:
        return level_of(actor.role) in HIGH
    return actor.kind != "person" and actor.name[:1].isupper()


def way_to(travel: Meeting, other: Meeting) -> bool:
    """Whether a way leads to a visit told by itself: of one traveller, or of whoever acts for the same state.

    So it is where the traveller meets somebody at that place on that day.
    """
    if other.kind != "visit":
        there = travel.place is not None and travel.place == other.place
        told_with = other.date is None and abs(travel.evidence[0].start - other.evidence[0].start) < NEAR
        one_day = told_with or (travel.date is not None and travel.date == other.date)
        return there and one_day and len(other.parties) > 1 and all(a in other.parties for a in travel.parties)
    lands = {a.country for a in travel.parties} - {None}
    return any(b in travel.parties or (b.kind != "person" and b.country in lands) for b in other.parties[:1])


def one_journey(way: Meeting, visit: Meeting) -> bool:
    """Say whether a way and a visit of one traveller are one: neither day nor place speaks against it, nor what became of it.

    A visit told by the way has the status of its way: "will fly to Lima on Friday … *her visit comes* after weeks of quarrel".
    """
    if at_odds(way, visit):
        return False
    return in_passing(visit) or (way.status in PAST) == (visit.status in PAST)


def another_journey(way: Meeting, visit: Meeting) -> bool:
    """Say whether a way told with its own day leads elsewhere, or is of another day, than a visit of the same traveller."""
    return visit.kind == "visit" and way.date is not None and at_odds(way, visit)
