"""Findings in plain words: what a person is shown of each, the same in the terminal and on the page.

In: `Findings`. Out: sections of lines. Nothing is left out that a finding holds, and nothing is added to it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath
from typing import Any

from dragoman.terms.findings import (
    Actor,
    Agreement,
    DateFinding,
    Delegation,
    Event,
    Figure,
    Findings,
    Incident,
    Meeting,
    Position,
    Quotation,
    Why,
)
from dragoman.terms.span import Evidence
from dragoman.terms.when import When

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
MEETINGS = {
    "talks": "Talks", "summit": "Summit", "call": "Call", "visit": "Visit", "signing": "Signing", "other": "Meeting",
}  # fmt: skip
COMPARED = {"=": "", ">": "more than ", ">=": "at least ", "<": "fewer than ", "<=": "up to ", "~": "about "}
TITLES = {
    "meetings": "Meetings",
    "positions": "Positions",
    "agreements": "Agreements",
    "delegations": "Delegations",
    "quotations": "Quotations",
    "figures": "Figures",
    "incidents": "Incidents",
    "dates": "Dates",
}
"""The kinds in the order in which a reader asks for them."""


@dataclass(frozen=True, slots=True)
class Line:
    """One finding in words. `badge` is its status or stance, `facts` the rest, `when` its day, `why` how it was found."""

    key: str
    badge: str
    text: str
    facts: tuple[str, ...] = ()
    when: str = ""
    evidence: tuple[Evidence, ...] = ()
    events: tuple[str, ...] = ()
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """All findings of one kind."""

    kind: str
    title: str
    lines: tuple[Line, ...]


def tell(findings: Findings) -> tuple[Section, ...]:
    """Return the findings of a report by kind; kinds without findings are left out."""
    sections = []
    for kind, title in TITLES.items():
        records = getattr(findings, kind)
        if records:
            teller = TELLERS[kind]
            lines = tuple(teller(record, f"{kind}-{n}", findings) for n, record in enumerate(records))
            sections.append(Section(kind, title, lines))
    return tuple(sections)


def title_of(findings: Findings) -> str:
    """What a report is called: its title, else its file's name, else its id."""
    report = findings.report
    return report.title or (PurePath(report.path).name if report.path else "") or report.id


def day(value: date) -> str:
    """A day for a person: "Thu 12 Mar 2026"."""
    return f"{WEEKDAYS[value.weekday()]} {value.day} {MONTHS[value.month - 1]} {value.year}"


def days(when: When | None) -> str:
    """Some days for a person: "since 2014", "late Mar 2026", "2-8 Mar 2026"; nothing where no date is known."""
    if when is None:
        return ""
    bound = {"since": "since ", "until": "until "}.get(when.bound or "", "")
    part = {"start": "early ", "mid": "mid-", "end": "late "}.get(when.mod or "", "")
    about = "about " if when.granularity == "approximate" else ""
    if when.granularity == "week" and part:
        part = f"{part.strip(' -')} in the week of "
    return f"{bound}{about}{part}{_interval(when.start, when.end)}"


def _interval(start: date, end: date) -> str:
    if start == end:
        return day(start)
    months = f"{MONTHS[start.month - 1]} {start.year}"
    whole_month = start.day == 1 and (end.year, end.month) == (start.year, start.month) and end.day >= 28
    if (start.month, start.day, end.month, end.day) == (1, 1, 12, 31):
        return str(start.year) if start.year == end.year else f"{start.year}–{end.year}"
    if whole_month and end.day == _last_day(end):
        return months
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{end.day} {months}"
    if start.year == end.year:
        return f"{start.day} {MONTHS[start.month - 1]} – {end.day} {MONTHS[end.month - 1]} {end.year}"
    return f"{start.day} {months} – {end.day} {MONTHS[end.month - 1]} {end.year}"


def _last_day(value: date) -> int:
    leap = value.year % 4 == 0 and (value.year % 100 != 0 or value.year % 400 == 0)
    return (31, 29 if leap else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[value.month - 1]


def names(actors: Iterable[Actor]) -> str:
    """Several actors: "Malta, Norway and Orvania"."""
    listed = [actor.name for actor in actors]
    return " and ".join([", ".join(listed[:-1]), listed[-1]]) if len(listed) > 1 else "".join(listed)


def person(actor: Actor) -> str:
    """An actor with office and body: "Dana Corvin (Defense Minister, Orvania)"."""
    about = ", ".join(part for part in (actor.role, actor.affiliation) if part)
    return f"{actor.name} ({about})" if about else actor.name


def number(value: float) -> str:
    """A number for a person: "12,000", "2.5 million"."""
    for size, word in ((1e12, "trillion"), (1e9, "billion"), (1e6, "million")):
        if abs(value) >= size and (value / size * 100).is_integer():
            return f"{value / size:g} {word}"
    return f"{int(value):,}" if value.is_integer() else f"{value:,}"


def _facts(*told: tuple[str, str | Actor | None]) -> tuple[str, ...]:
    """The facts that are known, each behind its word."""
    return tuple(f"{word} {thing.name if isinstance(thing, Actor) else thing}".strip() for word, thing in told if thing)


def _events(events: tuple[Event, ...]) -> tuple[str, ...]:
    out = []
    for event in events:
        mode = f"/{event.mode}" if event.mode else ""
        source, target = (actor.name if actor is not None else "?" for actor in (event.source, event.target))
        out.append(f"{event.plover}{mode} {event.cameo}: {source} → {target}")
    return tuple(out)


def _why(why: Why) -> tuple[str, ...]:
    return _facts(("rule", why.rule), ("cue", f"“{why.cue}”" if why.cue else None), ("date by", why.date_rule))


def _meeting(meeting: Meeting, key: str, _: Findings) -> Line:
    who = names(meeting.parties)
    facts = _facts(
        ("in", meeting.place),
        ("level:", meeting.level),
        ("host", meeting.host),
        ("mediated by", names(meeting.mediators) or None),
        ("moved from", days(meeting.moved_from) or None),
    )
    text = f"{MEETINGS[meeting.kind]}: {who}" if who else f"{MEETINGS[meeting.kind]} (parties not told)"
    return _line(meeting, key, meeting.status, text, facts)


def _position(position: Position, key: str, _: Findings) -> Line:
    facts = _facts(("toward", position.toward), ("via", position.via)) + tuple(
        f"condition: {condition}" for condition in position.conditions
    )
    return _line(position, key, position.stance, f"{position.actor.name}: {position.about}", facts)


def _agreement(agreement: Agreement, key: str, _: Findings) -> Line:
    who = names(agreement.parties)
    return _line(agreement, key, agreement.status, f"{who}: {agreement.about}" if who else agreement.about, ())


def _delegation(delegation: Delegation, key: str, findings: Findings) -> Line:
    head = delegation.head
    text = f"{delegation.party.name}: led by {person(head)}" if head is not None else delegation.party.name
    members = [member for member in delegation.members if head is None or member.id != head.id]
    meeting = None
    if delegation.meeting is not None and delegation.meeting < len(findings.meetings):
        told = findings.meetings[delegation.meeting]
        meeting = f"{MEETINGS[told.kind].lower()} {told.status}" + (f" in {told.place}" if told.place else "")
    facts = _facts(("with", ", ".join(person(member) for member in members) or None), ("to", meeting))
    return Line(key, delegation.level or "", text, facts, "", delegation.evidence, (), _why(delegation.why))


def _quotation(quotation: Quotation, key: str, _: Findings) -> Line:
    who = quotation.speaker.name if quotation.speaker is not None else "(speaker not told)"
    facts = _facts(("to", quotation.addressee), ("via", quotation.via))
    content = " ".join(quotation.content.split())
    said = f"according to {who}" if quotation.cue.lower().startswith("according") else f"{who} {quotation.cue}"
    return _line(quotation, key, quotation.type, f"{said}: “{content}”", facts)


def _figure(figure: Figure, key: str, _: Findings) -> Line:
    value = number(figure.value)
    if figure.low is not None and figure.high is not None:
        value = f"{number(figure.low)} to {number(figure.high)}"
    sign, *rate = figure.unit.split()
    money = not sign[0].isalpha() or sign.endswith("$")
    counted = " ".join([sign + value, *rate]) if money else f"{value} {figure.unit}"
    if not money and figure.about.lower().startswith(figure.unit.lower()):
        counted = f"{value} {figure.about}"
    elif any(word not in piece.quote for word in figure.about.split() for piece in figure.evidence[:1]):
        counted = f"{counted}: {figure.about}"
    return _line(figure, key, "", COMPARED[figure.comparator] + counted, _facts(("according to", figure.source)))


def _incident(incident: Incident, key: str, _: Findings) -> Line:
    who = " → ".join(actor.name for actor in (incident.actor, incident.target) if actor is not None)
    if incident.actor is None and incident.target is not None:
        who = f"→ {incident.target.name}"
    return _line(
        incident,
        key,
        incident.status,
        f"{who}: {incident.what}" if who else incident.what,
        _facts(("in", incident.place)),
    )


def _date(found: DateFinding, key: str, _: Findings) -> Line:
    words = " ".join(found.evidence.quote.split())
    return Line(
        key,
        found.when.granularity,
        words,
        (),
        days(found.when),
        (found.evidence,),
        (),
        _facts(("rule", found.when.rule)),
    )


def _line(record: Any, key: str, badge: str, text: str, facts: tuple[str, ...]) -> Line:
    events = _events(getattr(record, "events", ()))
    facts = (*facts, *_facts(("suggested by", record.why.suggested_by), ("found by", record.why.found_by)))
    return Line(key, badge, " ".join(text.split()), facts, days(record.date), record.evidence, events, _why(record.why))


TELLERS: dict[str, Callable[[Any, str, Findings], Line]] = {
    "meetings": _meeting,
    "positions": _position,
    "agreements": _agreement,
    "delegations": _delegation,
    "quotations": _quotation,
    "figures": _figure,
    "incidents": _incident,
    "dates": _date,
}
