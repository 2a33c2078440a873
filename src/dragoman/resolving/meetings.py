"""Meeting marks -> meetings: one for each getting-together, however often the report comes back to it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import partial

from dragoman.reading.actors.states import states
from dragoman.reading.marks import MeetingMark
from dragoman.reading.meetings.passing import PASSING
from dragoman.reading.teams.levels import RANK, level_of
from dragoman.resolving.ground import Ground
from dragoman.resolving.meeting_codes import meeting_events
from dragoman.resolving.onemeeting import PAST, TALKS, UNDONE, joined, same_meeting
from dragoman.resolving.standing import side_of, standing_for
from dragoman.resolving.table import UNFOLLOWED, dealers, nobody, sides_at_table, tellings
from dragoman.resolving.unnamed import of_unknown, talks_of_unknown, with_sides_told
from dragoman.resolving.visits import another_journey, official, official_visit, one_journey, way_to
from dragoman.terms.findings import Actor, Level, Meeting, MeetingStatus, Why
from dragoman.terms.span import cite
from dragoman.terms.when import When

PLANNED = frozenset({"scheduled", "proposed"})
NEGOTIATING = frozenset({"state", "government", "armed-group", "igo", "company"})
PAIR = 2
ASSEMBLING = frozenset(
    {"meeting", "summit", "session", "conference", "gathering", "meet", "gather", "convene", "reconvene"}
)
"""What a body or the members of one do by themselves."""


def find_meetings(ground: Ground) -> tuple[Meeting, ...]:
    """Resolve the meeting marks of a report and join those that tell of the same meeting."""
    found: list[Meeting] = []
    travels: list[Meeting] = []
    spare: list[Meeting] = []
    told = tellings(ground)
    for mark in ground.reading.meetings:
        meeting = _meeting(ground, mark)
        if mark.rule == "meeting.travel":
            _add_way(travels, meeting)
        else:
            taken = _take(ground, found, mark, meeting, sides_at_table(told, mark.span.start))
            spare += [] if taken else [meeting]
    found = [_with_way(m, travels) for m in found]
    found += [t for t in travels if not any(way_to(t, m) and not another_journey(t, m) for m in found)]
    nobodys = [m for m in found if not m.parties and not of_unknown(m)]
    found = [m for m in found if m not in nobodys]
    found += talks_of_unknown(found, [*nobodys, *spare])
    apart = {mark.span.start for mark in ground.reading.meetings if mark.apart}
    found = with_sides_told(found, partial(dealers, ground), apart)
    return tuple(_coded(ground, _followed(m)) for m in sorted(found, key=lambda m: m.evidence[0].start))


def _with_way(visit: Meeting, travels: list[Meeting]) -> Meeting:
    """A visit with what the way to it tells: "will leave for Malta on Monday … *his visit*"."""
    way = next((t for t in travels if way_to(t, visit) and one_journey(t, visit)), None)
    if way is None or visit.kind != "visit":
        return visit
    known = any(a in way.parties for a in visit.parties)
    return joined(way, visit if known else replace(visit, parties=(*way.parties, *visit.parties[1:])))


def _add_way(travels: list[Meeting], meeting: Meeting) -> None:
    """Add the way of an official to those found, or what it tells anew to the one told before."""
    if not official_visit(meeting):
        return
    same = next((n for n, old in enumerate(travels) if same_meeting(old, meeting, back=False)), None)
    if same is None:
        travels.append(meeting)
    else:
        travels[same] = joined(travels[same], meeting)


def _take(ground: Ground, found: list[Meeting], mark: MeetingMark, meeting: Meeting, table: tuple[Actor, ...]) -> bool:
    """Add a meeting to those found, or what it tells anew to the one told before; say whether there was anything to add."""
    parent = next((m for m in reversed(found) if len(m.parties) > 1 and m.kind in TALKS), None)
    if mark.rule == "meeting.round" and parent is None and not table:
        return False
    if _of_the_table(mark, meeting):
        parties, mediators = (parent.parties, parent.mediators) if parent is not None else (table, ())
        meeting = _among(meeting, parties, mediators)
        if mark.rule == "meeting.round":
            found.append(meeting)
            return True
    same = _told_before(found, meeting, mark)
    told_apart = meeting.host or meeting.place or mark.rule == "meeting.goes-ahead" or (meeting.date and not mark.back)
    # who hosts talks and is none of the sides hosts those of the sides
    if same is None and not meeting.parties and told_apart and (_points(mark) or meeting.host is not None):
        meeting = _between_sides(ground, meeting, found, table)
        same = _told_before(found, meeting, mark)
    elif same is None and (_one_of(meeting, table) or _theirs(meeting, mark)):
        meeting = replace(meeting, parties=table)
        same = _told_before(found, meeting, mark)
    if same is not None:
        found[same] = joined(found[same], meeting)
    elif len(meeting.parties) > 1 or _told_alone(meeting, mark):
        found.append(meeting)
    else:
        return False
    return True


def _one_of(meeting: Meeting, table: tuple[Actor, ...]) -> bool:
    """Whether talks name one of the two sides at the table alone, so that the other is the partner: "talks with Chile"."""
    if meeting.kind not in TALKS or len(meeting.parties) != 1 or meeting.parties[0].kind == "person":
        return False
    return meeting.parties[0] in table


def _theirs(meeting: Meeting, mark: MeetingMark) -> bool:
    """Whether plain talks that took place somewhere or on a day, and name nobody, are those of the sides at the table."""
    return not meeting.parties and mark.bare and meeting.status in PAST and bool(meeting.place or meeting.date)


def _told_alone(meeting: Meeting, mark: MeetingMark) -> bool:
    """Whether a meeting of which no two parties are told is told all the same: where it was, when, who mediates."""
    settled = meeting.place or meeting.date
    pointed = (meeting.place and meeting.date) or meeting.mediators
    return bool(pointed if mark.back else settled or meeting.mediators) or _of_leaders(meeting) or _by_office(meeting)


def _by_office(meeting: Meeting) -> bool:
    """Whether somebody with an office is on a visit, wherever it leads: "the minister wrapped up a *tour* of the Gulf"."""
    return meeting.kind == "visit" and len(meeting.parties) == 1 and official(meeting.parties[0])


def _of_leaders(meeting: Meeting) -> bool:
    """Whether a meeting is told with all who sit in it under one word: "EU leaders", "the council", "the union's members"."""
    if meeting.kind not in TALKS or len(meeting.parties) != 1 or meeting.status not in {*PAST, "scheduled"}:
        return False
    (whole,) = meeting.parties
    several = whole.name.endswith("s") and whole.name.split()[-1].islower() and whole.kind in ("group", "person")
    return meeting.why.rule.rpartition(".")[2] in ASSEMBLING and (whole.kind == "igo" or several)


def _points(mark: MeetingMark) -> bool:
    """Whether words point back to talks told before or go on with them: of "fisheries talks" nobody knows whose they are."""
    return mark.back or mark.again or mark.rule in ("meeting.round", "meeting.goes-ahead")


def _of_the_table(mark: MeetingMark, meeting: Meeting) -> bool:
    """Whether words tell of a meeting between those told before: "the next round", "the two sides met"."""
    unfollowed = bool(mark.parties) and not meeting.parties and mark.rule.startswith("meeting.verb")
    return meeting.kind in TALKS and (mark.again or unfollowed or mark.rule == "meeting.round")


def _among(meeting: Meeting, parties: tuple[Actor, ...], mediators: tuple[Actor, ...]) -> Meeting:
    """A meeting between the given parties beside its own; who mediates is no party."""
    whole = _distinct((*parties, *meeting.parties))
    helpers = _distinct((*mediators, *meeting.mediators))
    return replace(meeting, parties=tuple(p for p in whole if p not in helpers), mediators=helpers)


def _told_before(found: list[Meeting], meeting: Meeting, mark: MeetingMark) -> int | None:
    """The meeting told before that a mark tells again: of several the one whose status fits best, then the last."""
    fitting = [n for n, old in enumerate(found) if same_meeting(old, meeting, back=mark.back)]
    if mark.again and meeting.status == "held" and meeting.date is not None:  # a round that is over is none under way
        fitting = [n for n in fitting if found[n].status != "under-way" or found[n].date is not None]
    if mark.rule == "meeting.goes-ahead":
        fitting = [n for n in fitting if found[n].status not in UNDONE]
    return max(
        fitting,
        key=lambda n: (_both_summits(found[n], meeting), _fits(found[n].status, meeting.status), n),
        default=None,
    )


def _both_summits(old: Meeting, new: Meeting) -> bool:
    return old.kind == new.kind == "summit"


def _fits(old: MeetingStatus, new: MeetingStatus) -> int:
    """How well two statuses go together: the same, both of what takes place, one of what does not."""
    if old == new or {old, new} <= PAST:
        return 2
    return int((old in UNDONE) == (new in UNDONE) and (old in PAST) == (new in PAST))


def _between_sides(ground: Ground, meeting: Meeting, found: list[Meeting], table: tuple[Actor, ...]) -> Meeting:
    """A meeting that names nobody, between the sides of the one told before it: the states for those who act for them."""
    if meeting.kind not in TALKS:
        return meeting
    for before in (m for m in reversed(found) if len(m.parties) > 1 and m.kind in TALKS):
        sides = _distinct(side_of(ground.cast, a) for a in before.parties)
        if len(sides) > 1 and all(a.kind in NEGOTIATING or a.name[:1].isupper() for a in sides):
            return replace(meeting, parties=tuple(a for a in sides if a != meeting.host))
    return replace(meeting, parties=tuple(a for a in table if a != meeting.host))


def _meeting(ground: Ground, mark: MeetingMark) -> Meeting:
    cast = ground.cast
    when = _day(ground, mark)
    mediators = _distinct(standing_for(cast, a) for m in mark.mediators for a in cast.who(m))
    host = cast.one(mark.host)
    told = (both for m in mark.parties for a in _who(ground, m) if not nobody(a) for both in _paired(ground, a))
    parties = _distinct(standing_for(cast, a) for a in told)
    return Meeting(
        kind=mark.kind,
        parties=tuple(p for p in parties if p not in mediators and p != host) if len(parties) > 2 else parties,
        host=host or _at_home(ground, mark, (*mediators, *parties)),
        mediators=mediators,
        place=None if mark.place is None else " ".join(mark.place.of(ground.text).split()),
        date=when,
        moved_from=ground.day(mark.moved_from),
        status=_status(ground, mark, when),
        level=mark.level or _level(mark, parties, counterpart="counterpart" in mark.span.of(ground.text)),
        evidence=(cite(ground.text, mark.span),),
        events=(),
        why=Why(mark.rule, mark.cue.of(ground.text), None if when is None else when.rule),
    )


def _who(ground: Ground, mention: int) -> tuple[Actor, ...]:
    """Whom a side stands for; those of "*their* summit", where no list tells them, are the two persons of the sentence before it."""
    found, told = ground.cast.who(mention), ground.reading.mentions
    if found or told[mention].form != "pronoun" or told[mention].cue != "they":
        return found
    before = [n for n in range(mention) if told[n].sentence == told[mention].sentence and told[n].form != "pronoun"]
    named = _distinct(a for n in before for a in ground.cast.who(n) if a.kind == "person" and a.name[:1].isupper())
    return named if len(named) == PAIR and not told[mention].quoted else ()


def _paired(ground: Ground, actor: Actor) -> tuple[Actor, ...]:
    """The two whom a hyphen joins to one name, where the report knows both: "the *Ruiz-Prado* talks"."""
    halves = actor.name.replace("–", "-").split("-")
    known = [[a for a in ground.cast.actors if a.name.split()[-1:] == [half]] for half in halves]
    return (known[0][0], known[1][0]) if len(known) == PAIR and all(known) else (actor,)


def _day(ground: Ground, mark: MeetingMark) -> When | None:
    """When a meeting is: its own day, else one told with words about it where that lies ahead of the report.

    "Since March, when Malta brought both sides together" is in March; "has not met since March" tells no day of a meeting.
    The past day beside a plan is that of planning: "ordered new talks on Monday".
    """
    when = _both_days(ground, mark)
    if when is not None and when.bound == "since":
        when = None if mark.rule.startswith("meeting.noun") else replace(when, bound=None)
    if when is not None and mark.date is not None and mark.status in PLANNED and when.end < ground.report.published:
        when = None if ground.reading.dates[mark.date].tense == "past" and not mark.dated else when
    if when is None and (ahead := ground.day(mark.date_ahead)) is not None and ahead.start > ground.report.published:
        return ahead
    return when


def _both_days(ground: Ground, mark: MeetingMark) -> When | None:
    """The days of a meeting that lasted from one to the next; the first alone where they are not neighbours."""
    first, last = ground.day(mark.date), ground.day(mark.last)
    if first is None or last is None or last.start - first.end != timedelta(days=1):
        return first
    one, other = (ground.reading.dates[n].span for n in (mark.date, mark.last) if n is not None)
    words = " ".join(ground.text[one.start : other.end].split())
    return replace(first, end=last.end, granularity="range", text=words)


def _status(ground: Ground, mark: MeetingMark, when: When | None) -> MeetingStatus:
    """The status that a mark's words tell, but that a day to come or one that is over says more than words told by the way."""
    if _to_come(ground, mark, when):
        return "scheduled"
    over = when is not None and when.end < ground.report.published
    return "held" if over and mark.rule.startswith(PASSING) and mark.status in PLANNED else mark.status


def _to_come(ground: Ground, mark: MeetingMark, when: When | None) -> bool:
    """Whether a meeting told as going on has its day after the report's: "is hosting talks next week"."""
    return mark.status in PAST and when is not None and when.start > ground.report.published


def _at_home(ground: Ground, mark: MeetingMark, there: tuple[Actor, ...]) -> Actor | None:
    """The state in whose capital a meeting is, where that state is named and itself or somebody of it takes part."""
    code = states().capitals.get(mark.place.of(ground.text)) if mark.place is not None else None
    if code is None or code not in {a.country for a in there} | ({"visit"} if mark.kind == "visit" else set()):
        return None
    return next((a for a in ground.cast.actors if a.country == code and a.kind in ("state", "government")), None)


def _level(mark: MeetingMark, parties: tuple[Actor, ...], *, counterpart: bool) -> Level | None:
    """The lowest level among the offices of the persons who meet; of a visit, the visitor's; a summit of states is of leaders.

    Who is told as the counterpart of somebody with an office has the same.
    """
    if mark.kind == "summit" and parties and all(a.kind in ("state", "government") for a in parties):
        return "leaders"
    told = parties[:1] if mark.kind == "visit" else parties
    if counterpart and all(a.kind == "person" for a in told):
        told = tuple(a for a in told if a.role) or told
    levels = [level_of(a.role) if a.role else None for a in told]
    known = [x for x in levels if x is not None]
    return max(known, key=RANK.index) if known and len(known) == len(told) else None


def _distinct(actors: object) -> tuple[Actor, ...]:
    return tuple(dict.fromkeys(actors))  # type: ignore[call-overload]


def _followed(meeting: Meeting) -> Meeting:
    """Talks without such parties as one word tells that nobody could follow ("the government"), where others are known."""
    known = tuple(a for a in meeting.parties if a.name not in UNFOLLOWED)
    return replace(meeting, parties=known) if known and meeting.kind in TALKS else meeting


def _coded(ground: Ground, meeting: Meeting) -> Meeting:
    return replace(meeting, events=meeting_events(ground.codebook, meeting))
