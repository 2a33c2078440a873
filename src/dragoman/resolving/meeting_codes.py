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
        sources += tuple(m for m in meeting.mediators if m not in sources)
    events: list[Event] = []
    for source in sources:
        others = tuple(p for p in _host_first(meeting) if p != source)
        events += codebook.events(
            "meeting", meeting.status, meeting.kind, (source,), others, traits=_traits(meeting, source)
        )
    return tuple(events)


def _host_first(meeting: Meeting) -> tuple[Actor, ...]:
    host = meeting.host
    return meeting.parties if host is None or host not in meeting.parties else (host, *(p for p in meeting.parties if p != host))


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
