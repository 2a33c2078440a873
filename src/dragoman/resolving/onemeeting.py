"""When two tellings of a report are of one meeting, and what they make together.

Kind, status, day and place must not speak against it; the parties of one must be those of the other, or the sides for which
they act. In doubt they stay two.
"""

from __future__ import annotations

from dataclasses import replace

from dragoman.reading.actors.states import states
from dragoman.reading.meetings.passing import PASSING
from dragoman.resolving.tablemates import ids, of_one_table, together
from dragoman.terms.findings import Meeting, MeetingKind, MeetingStatus
from dragoman.terms.span import Evidence
from dragoman.terms.when import When

PAST: frozenset[MeetingStatus] = frozenset({"held", "under-way"})
UNDONE = frozenset({"denied", "declined", "cancelled"})
TALKS = frozenset({"talks", "summit", "other"})
LOOSE = frozenset({"meeting.verb.discuss", "meeting.verb.exchange", "meeting.verb.talk"})
STRENGTH: tuple[MeetingStatus, ...] = ("proposed", "scheduled", "postponed", "denied", "declined", "cancelled")


def same_meeting(old: Meeting, new: Meeting, *, back: bool) -> bool:
    """Whether two tellings can be of one meeting: kind, parties, time and place do not speak against it."""
    sure = not (_unsure(old) or _unsure(new))
    if (
        sure
        and {old.status, new.status} & PAST
        and {old.status, new.status} & (UNDONE if back else UNDONE | {"postponed"})
    ):
        return False
    if sure and old.status == "scheduled" and new.status == "declined" and new.date is None and not back:
        return False
    if not _one_kind(old, new):
        return False
    if _elsewhere(old, new, back=back) or _helped_by_side(old, new):
        return False
    if _loose(new) and new.date is None and {a.id for a in old.parties} == {a.id for a in new.parties}:
        return True
    if sure and old.status == "proposed" and new.status in PAST and new.place and not old.place:
        return False
    mine, theirs = ids(old), ids(new)
    dated = old.date is not None and new.date is not None
    past_and_plan = sure and (old.status in PAST) != (new.status in PAST)
    if past_and_plan and old.date is None and new.date is not None:
        return False
    if back and len(new.parties) < 2 and ((dated and not _of_a_body(new)) or not new.parties or theirs <= mine):
        return True
    if theirs and not (mine <= theirs or theirs <= mine) and not _one_land(old, new):
        known = back or _loose(old) or _loose(new) or _of_leaders(old, new)
        return not past_and_plan and of_one_table(old, new, back=known)
    if not theirs or not mine:
        return (dated and not past_and_plan) or bool(new.place and old.place)
    if past_and_plan:
        return new.date is None and (back or bool(old.place and new.place))
    return True


def _elsewhere(old: Meeting, new: Meeting, *, back: bool) -> bool:
    """Whether two tellings are of different days or places; who points back may tell the place loosely, but no other capital.

    On one and the same day a place may be the town and the other its land.
    """
    dated = old.date is not None and new.date is not None
    if old.date is not None and new.date is not None and not _nested(old.date, new.date):
        return True
    if not old.place or not new.place or _one_place(old, new):
        return False
    one_day = dated and old.date is not None and old.date.start == old.date.end
    return _two_towns(old.place, new.place) if back else not one_day


def _two_towns(one: str, other: str) -> bool:
    """Whether two places are towns apart: capitals, or a capital and the place of one name that is no land."""
    capitals, lands = states().capitals, states().names
    if one in capitals and other in capitals:
        return True
    town = next((p for p in (one, other) if p not in capitals), "")
    return (one in capitals or other in capitals) and town.isalpha() and town not in lands


def at_odds(one: Meeting, other: Meeting) -> bool:
    """Say whether the days or the places of two tellings speak against their being of one meeting."""
    return _elsewhere(one, other, back=False)


def _helped_by_side(old: Meeting, new: Meeting) -> bool:
    """Whether those who mediate talks of nobody known are sides of the others, which are then not the same."""
    return not new.parties and bool({a.id for a in new.mediators} & {a.id for a in old.parties})


def _of_leaders(old: Meeting, new: Meeting) -> bool:
    """Whether both tellings are of leaders and one calls it a summit: a summit of two states is that of those who lead them."""
    kinds = {old.kind, new.kind}
    return "summit" in kinds and all(m.kind == "summit" or m.level == "leaders" for m in (old, new))


def _of_a_body(meeting: Meeting) -> bool:
    """Whether a meeting is that of the members of one body: "the *union's* summit"."""
    return [a.kind for a in meeting.parties] == ["igo"]


def _one_kind(old: Meeting, new: Meeting) -> bool:
    """Whether two kinds can be of one meeting: the same, two words for talks, or one told by what was done in it."""
    if old.kind == new.kind or (old.kind in TALKS and new.kind in TALKS):
        return True
    if not (_loose(old) or _loose(new)):
        return False
    return {a.id for a in old.parties} == {a.id for a in new.parties} or of_one_table(old, new, back=True)


def _loose(meeting: Meeting) -> bool:
    """Whether a meeting is told by what was done in it, wherever they were: "the two ministers *discussed* the border"."""
    return meeting.why.rule in LOOSE


def in_passing(meeting: Meeting) -> bool:
    """Say whether a meeting is told by the way, so that its status is only taken for granted: other words may tell another."""
    return meeting.why.rule.startswith(PASSING)


def _unsure(meeting: Meeting) -> bool:
    """Whether nothing tells when a meeting was or is to be: by the way, without a day."""
    return in_passing(meeting) and meeting.date is None


def _one_land(old: Meeting, new: Meeting) -> bool:
    """Whether two tellings of one place each name a single side of the same land: "Syria", "the Syrian parties"."""
    if len(old.parties) != 1 or len(new.parties) != 1 or not old.place or old.place != new.place:
        return False
    return old.parties[0].country is not None and old.parties[0].country == new.parties[0].country


def _nested(a: When, b: When) -> bool:
    return (a.start <= b.start and b.end <= a.end) or (b.start <= a.start and a.end <= b.end)


def _one_place(old: Meeting, new: Meeting) -> bool:
    """Whether two places can be one: the one named in the other, or the land of the host."""
    a, b = old.place or "", new.place or ""
    old_host, new_host = (m.host.name if m.host is not None else None for m in (old, new))
    return a in b or b in a or a == new_host or b == old_host or _capital_of(a, b) or _capital_of(b, a)


def _capital_of(city: str, land: str) -> bool:
    """Whether a place is the capital of the state that another place is."""
    code = states().capitals.get(city)
    return code is not None and code == states().code(land.removeprefix("the "))


def _told(piece: Evidence, others: tuple[Evidence, ...]) -> bool:
    return any(other.start == piece.start and other.end == piece.end for other in others)


def _kind_of_both(old: Meeting, new: Meeting) -> MeetingKind:
    """The kind of a meeting told twice: a summit where one word calls it that, else what no loose word tells."""
    return "summit" if "summit" in (old.kind, new.kind) else new.kind


def joined(old: Meeting, new: Meeting) -> Meeting:
    """One meeting from two tellings: the narrower day, the stronger status, all parties and all evidence."""
    dates = [d for d in (old.date, new.date) if d is not None]
    surer = new if in_passing(old) and not in_passing(new) else old
    status = surer.status
    if not in_passing(old) and not in_passing(new) and old.status not in PAST and new.status not in PAST:
        status = max(old.status, new.status, key=STRENGTH.index)
    moved = old.moved_from or new.moved_from
    if old.status == "postponed" and new.status == "scheduled" and new.date is not None:
        status, dates, moved = "scheduled", [new.date], moved or old.date
    return replace(
        old,
        moved_from=moved,
        kind=_kind_of_both(old, new) if _loose(old) or "summit" in (old.kind, new.kind) else surer.kind,
        why=surer.why,
        parties=new.parties if _one_land(old, new) else together(old, new),
        host=old.host or new.host,
        mediators=tuple(dict.fromkeys((*old.mediators, *new.mediators))),
        place=new.place if new.place and old.place in states().names else old.place or new.place,
        date=min(dates, key=lambda d: (d.end - d.start, d.start)) if dates else None,
        status=status,
        level=old.level or new.level,
        evidence=old.evidence + tuple(e for e in new.evidence if not _told(e, old.evidence)),
    )
