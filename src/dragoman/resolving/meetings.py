"""Meeting marks -> meetings: one for each getting-together, however often the report comes back to it."""

from __future__ import annotations

from dataclasses import replace

from dragoman.reading.marks import MeetingMark
from dragoman.resolving.ground import Ground
from dragoman.terms.findings import Actor, Meeting, MeetingStatus, Why
from dragoman.terms.span import cite
from dragoman.terms.when import When

PAST = frozenset({"held", "under-way"})
TALKS = frozenset({"talks", "summit", "other"})
STRENGTH: tuple[MeetingStatus, ...] = ("proposed", "scheduled", "postponed", "denied", "declined", "cancelled")


def find_meetings(ground: Ground) -> tuple[Meeting, ...]:
    """Resolve the meeting marks of a report and join those that tell of the same meeting."""
    found: list[Meeting] = []
    for mark in ground.reading.meetings:
        meeting = _meeting(ground, mark)
        parent = next((m for m in reversed(found) if len(m.parties) > 1 and m.kind in TALKS), None)
        if mark.rule == "meeting.round" and parent is None:
            continue
        if (mark.again or mark.rule == "meeting.round") and parent is not None and meeting.kind in TALKS:
            meeting = replace(meeting, parties=_distinct((*parent.parties, *meeting.parties)), mediators=parent.mediators)
            meeting = replace(meeting, parties=tuple(p for p in meeting.parties if p not in meeting.mediators))
            if mark.rule == "meeting.round":
                found.append(meeting)
                continue
        same = next((i for i in reversed(range(len(found))) if _same(found[i], meeting, back=mark.back)), None)
        if same is not None:
            found[same] = _join(found[same], meeting)
        elif len(meeting.parties) > 1 or ((meeting.place or meeting.date) and not mark.back):
            found.append(meeting)
    return tuple(_coded(ground, m) for m in found if m.parties)


def _meeting(ground: Ground, mark: MeetingMark) -> Meeting:
    cast = ground.cast
    when = ground.day(mark.date)
    mediators = _distinct(a for m in mark.mediators for a in cast.who(m))
    host = cast.one(mark.host)
    if host is None and len(mediators) == 1 and _at_home(ground, mark, mediators[0]):
        host = mediators[0]
    parties = _distinct(a for m in mark.parties for a in cast.who(m))
    return Meeting(
        kind=mark.kind,
        parties=tuple(p for p in parties if p not in mediators and p != host) if len(parties) > 2 else parties,
        host=host,
        mediators=mediators,
        place=None if mark.place is None else " ".join(mark.place.of(ground.text).split()),
        date=when,
        moved_from=ground.day(mark.moved_from),
        status=mark.status,
        level=mark.level,
        evidence=(cite(ground.text, mark.span),),
        events=(),
        why=Why(mark.rule, mark.cue.of(ground.text), None if when is None else when.rule),
    )


def _at_home(ground: Ground, mark: MeetingMark, mediator: Actor) -> bool:
    """Whether the place of a meeting lies in the mediator's state, as far as the words say so; in doubt not."""
    del ground, mark, mediator
    return False


def _distinct(actors: object) -> tuple[Actor, ...]:
    return tuple(dict.fromkeys(actors))  # type: ignore[call-overload]


def _same(old: Meeting, new: Meeting, *, back: bool) -> bool:
    """Whether two tellings can be of one meeting: kind, parties, time and place do not speak against it."""
    if old.kind != new.kind and not (old.kind in TALKS and new.kind in TALKS):
        return False
    if old.date is not None and new.date is not None and not _nested(old.date, new.date):
        return False
    if old.place and new.place and not (back or _one_place(old.place, new.place)):
        return False
    mine, theirs = _ids(old), _ids(new)
    dated = old.date is not None and new.date is not None
    if back and len(new.parties) < 2 and (dated or not new.parties or theirs <= mine):
        return True
    if theirs and not (mine <= theirs or theirs <= mine):
        return False
    if not theirs:
        return dated or bool(new.place and old.place)
    if (old.status in PAST) != (new.status in PAST):
        return new.date is None and (back or bool(old.place and new.place))
    return True


def _ids(meeting: Meeting) -> set[str]:
    return {a.id for a in (*meeting.parties, *meeting.mediators)} | ({meeting.host.id} if meeting.host else set())


def _nested(a: When, b: When) -> bool:
    return (a.start <= b.start and b.end <= a.end) or (b.start <= a.start and a.end <= b.end)


def _one_place(a: str, b: str) -> bool:
    return a in b or b in a


def _join(old: Meeting, new: Meeting) -> Meeting:
    """One meeting from two tellings: the narrower day, the stronger status, all parties and all evidence."""
    dates = [d for d in (old.date, new.date) if d is not None]
    status = old.status
    if old.status not in PAST and new.status not in PAST:
        status = max(old.status, new.status, key=STRENGTH.index)
    return replace(
        old,
        parties=_distinct((*old.parties, *new.parties)),
        host=old.host or new.host,
        mediators=_distinct((*old.mediators, *new.mediators)),
        place=old.place or new.place,
        date=min(dates, key=lambda d: (d.end - d.start, d.start)) if dates else None,
        status=status,
        level=old.level or new.level,
        evidence=old.evidence + tuple(e for e in new.evidence if e not in old.evidence),
    )


def _coded(ground: Ground, meeting: Meeting) -> Meeting:
    if not meeting.parties:
        return meeting
    return replace(
        meeting,
        events=ground.codebook.events("meeting", meeting.status, meeting.kind, meeting.parties[:1], meeting.parties[1:2]),
    )
