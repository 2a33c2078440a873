"""The events of a meeting: guests visit, hosts receive, mediators mediate, the others meet."""

from __future__ import annotations

from dragoman.resolving.coding import Codebook
from dragoman.terms.findings import Actor, Event, Meeting

SHARED = frozenset({"held", "under-way", "scheduled", "postponed"})
"""Statuses in which every party takes part alike; in the others the first party acts toward the next."""
HOSTED = frozenset({"visit", "summit", "talks", "other"})


def meeting_events(codebook: Codebook, meeting: Meeting) -> tuple[Event, ...]:
    """Return an event for each party toward the host or the first other party, and one for each mediator."""
    if not meeting.parties:
        return ()
    together = meeting.status in SHARED
    sources = meeting.parties if together else meeting.parties[:1]
    if together:
        beside = (*meeting.mediators, *((meeting.host,) if meeting.host is not None else ()))
        sources += tuple(actor for actor in dict.fromkeys(beside) if actor not in sources)
    events: list[Event] = []
    for source in sources:
        others = tuple(p for p in _toward(meeting) if p != source)
        events += codebook.events(
            "meeting", meeting.status, meeting.kind, (source,), others, traits=_traits(meeting, source)
        )
    return tuple(events)


def _toward(meeting: Meeting) -> tuple[Actor, ...]:
    """Toward whom a party acts: the host of a visit, else another party, else the host of all."""
    host = () if meeting.host is None else (meeting.host,)
    return (
        (*host, *meeting.parties)
        if meeting.kind == "visit" or meeting.host in meeting.parties
        else (*meeting.parties, *host)
    )


def _traits(meeting: Meeting, source: Actor) -> tuple[str, ...]:
    """What is known of a meeting from the side of one of its parties."""
    hosting = source == meeting.host and meeting.kind in HOSTED
    traits = [] if hosting and meeting.kind == "visit" else [str(meeting.kind)]
    if meeting.mediators:
        traits.append("mediated")
    if hosting:
        traits.append("hosting")
    if len(meeting.parties) > 2:
        traits.append("multilateral")
    return tuple(traits)
