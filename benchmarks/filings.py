"""Findings below the reader, for the runs with very many of them: reports of about sixty words, nine or ten findings each.

A made-up world goes on for as many days as are wanted. Each day has the same number of reports; four negotiations are under
way at any time, each for a hundred days with its two sides, a mediator, eight proposals in three wordings each and a meeting
every other day, which is floated, set, now and then moved or called off, and held. Lands and office holders grow slowly with
the days. One report in seven is a copy of another with a line of its own. Report `n` is always the same, whoever asks.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from benchmarks.world import (
    A_DAY,
    AT_ONCE,
    FIRST,
    PUBLISHERS,
    SEED,
    VENUES,
    Negotiation,
    a_name,
    holder,
    negotiation_of,
    state,
)
from dragoman.terms.findings import (
    Actor,
    Agreement,
    Coverage,
    Delegation,
    Event,
    Figure,
    Findings,
    Incident,
    Level,
    Meeting,
    MeetingKind,
    MeetingStatus,
    Position,
    Quotation,
    Stance,
    Why,
)
from dragoman.terms.report import Report
from dragoman.terms.span import Evidence
from dragoman.terms.when import When

STANCES: tuple[tuple[str, Stance], ...] = (
    ("rejects", "rejects"), ("accepts", "accepts"), ("demands", "demands"), ("supports", "supports"),
    ("proposes", "proposes"), ("is ready to accept", "accepts-conditionally"), ("is still weighing", "undecided"),
)  # fmt: skip
STRIKES = (
    ("At least {n} people", "died when {by} guns shelled {town} on {day}", ", {of} said."),
    ("{n} civilians", "were killed in {town} by {by} drones on {day}", ", according to {of}."),
    ("More than {n} soldiers", "fell as {by} troops stormed {town} on {day}", ", {of} reported."),
    ("Some {n} villagers", "were hit on {day} in a {by} raid near {town}", ", doctors in {of} told reporters."),
    ("Up to {n} workers", "lost their lives on {day}: a {by} rocket struck {town}", "; {of} vowed revenge."),
    ("{n} fighters", "were slain around {town} in {by} attacks of {day}", ", wrote papers in {of}."),
)
CLOSINGS = ("looked on beside", "would not comment to", "was seen with", "has family in", "went home to", "wept for")
SAYINGS = (
    " said on {day} that ",
    " announced {day}: ",
    " told crowds {day} how ",
    ", speaking on {day}, said ",
    " wrote on {day} ",
)
KINDS: tuple[MeetingKind, ...] = ("talks", "call", "visit", "talks", "call", "visit", "summit")


class Text:
    """A text that grows; what is added comes back as evidence."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0

    def add(self, words: str) -> Evidence:
        """Add words."""
        start = self._length
        self._parts.append(words)
        self._length += len(words)
        return Evidence(start, self._length, words)

    def since(self, first: Evidence) -> Evidence:
        """Return all that was added from `first` on."""
        return Evidence(first.start, self._length, str(self)[first.start :])

    def __str__(self) -> str:
        return "".join(self._parts)


def count_for(findings: int) -> int:
    """Return how many reports have about so many findings."""
    return findings * 10 // 96


def in_order_of_arrival(first: int, last: int) -> list[int]:
    """Return report numbers from `first` to before `last`: mostly as published, some late, a few very late."""
    draw = Random(SEED + first)
    late = [
        draw.uniform(0, last - first) if draw.random() < 0.05 else draw.gauss(0, 3 * A_DAY) for _ in range(first, last)
    ]
    return sorted(range(first, last), key=lambda number: number + late[number - first])


def findings_of(number: int) -> Findings:
    """Return the findings of report `number`."""
    if number % 7 == 6:
        return _copied(findings_of(number - 1), number)
    day, draw = number // A_DAY, Random(SEED * 31 + number)
    negotiation = negotiation_of(day, draw.randrange(AT_ONCE))
    published = FIRST + timedelta(days=day)
    text, land = Text(), draw.choice(negotiation.lands[:2])
    speaker = holder(land, draw.randrange(3), day)
    text.add(f"{draw.choice(negotiation.towns).upper()}, {published:%B} {published.day} - ")
    quotation, position, another = _said(text, draw, speaker, negotiation, published)
    meeting, answer, other = _met(text, draw, negotiation, day)
    figure, incident, report_of_it = _struck(text, draw, negotiation, published)
    unread = text.add(f" {a_name(draw)} {draw.choice(CLOSINGS)} {a_name(draw)}.") if number % 3 == 0 else None
    named = (speaker, *meeting.parties, position.actor, other.actor, incident.actor, incident.target)
    actors = {actor.id: actor for actor in named if actor is not None}
    delegation = _sent(meeting, day) if number % 4 == 0 else None
    if delegation is not None and delegation.head is not None:
        actors[delegation.head.id] = delegation.head
    return Findings(
        report=_report(number, published, str(text), draw.choice(PUBLISHERS)),
        actors=tuple(actors.values()),
        dates=(),
        quotations=(quotation, answer, report_of_it),
        meetings=(meeting,),
        positions=(position, another, other),
        delegations=() if delegation is None else (delegation,),
        agreements=(_agreed(meeting, position),) if number % 3 == 0 else (),
        figures=(figure,),
        incidents=(incident,),
        coverage=Coverage(() if unread is None else (unread,), ()),
    )


def _said(
    text: Text, draw: Random, speaker: Actor, negotiation: Negotiation, published: date
) -> tuple[Quotation, Position, Position]:
    when = _when(published - timedelta(days=draw.randrange(3)))
    source = text.add(f"{speaker.land}'s {speaker.role} {speaker.name}")
    text.add(draw.choice(SAYINGS).format(day=when.text))
    actor = state(speaker.land or "")
    first = _stands(text, draw, actor, negotiation, when)
    text.add(" and ")
    second = _stands(text, draw, actor, negotiation, when)
    whole = text.since(source)
    text.add(". ")
    why = Why("clause", "said", when.rule)
    content = first.evidence + second.evidence
    quotation = Quotation(speaker, source, "said", "indirect", content, None, when, None, (whole,), (), why)
    return quotation, first, second


def _stands(text: Text, draw: Random, actor: Actor, negotiation: Negotiation, when: When | None) -> Position:
    verb, stance = draw.choice(STANCES)
    about = draw.choice(draw.choice(negotiation.matters))
    proof = text.add(f"{actor.name} {verb} {about}")
    conditions = ("the border is open",) if stance == "accepts-conditionally" else ()
    code = ("REJECT", "120") if stance == "rejects" else ("CONSULT", "036")
    events = (Event(code[0], None, code[1], actor, None),)
    return Position(actor, stance, about, conditions, None, when, None, (proof,), events, Why("stance", verb))


def _met(text: Text, draw: Random, negotiation: Negotiation, day: int) -> tuple[Meeting, Quotation, Position]:
    """Tell of a meeting near the day, and where one of its sides stands. How it goes decides what is said of it."""
    number = max(0, (day - negotiation.start) // 2 + draw.randrange(-2, 4))
    fate = Random(SEED * 3 + negotiation.number * 1000 + number)
    kind = KINDS[number % len(KINDS)]
    first, second = (state(negotiation.lands[n]) for n in ((0, 1), (0, 2), (2, 1))[number % 3])
    place = None if kind == "call" else fate.choice(VENUES)
    course = fate.choices(("held", "postponed", "cancelled", "declined"), (80, 10, 5, 5))[0]
    falls = negotiation.start + 2 * number
    status, held_on, words = _course(course, falls, day, draw)
    when = _when(FIRST + timedelta(days=held_on))
    where = f" in {place}" if place else ""
    proof = text.add(f"{first.name} and {second.name} {words}{where} on {when.text}")
    text.add("; ")
    source = text.add(second.name)
    text.add(" said ")
    position = _stands(text, draw, second, negotiation, None)
    whole = text.since(source)
    text.add(". ")
    moved = _when(FIRST + timedelta(days=falls)) if status == "postponed" else None
    level: Level | None = "leaders" if kind == "summit" else "ministers" if number % len(KINDS) == 0 else None
    events = (Event("CONSULT", None, "036", first, second), Event("CONSULT", None, "036", second, first))
    why = Why(f"meeting:{kind}", words, when.rule)
    meeting = Meeting(kind, (first, second), None, (), place, when, moved, status, level, (proof,), events, why)
    said = Why("clause", "said")
    words_of_it = Quotation(second, source, "said", "indirect", position.evidence, None, None, None, (whole,), (), said)
    return meeting, words_of_it, position


def _course(course: str, falls: int, day: int, draw: Random) -> tuple[MeetingStatus, int, str]:
    if day > falls and course == "held":
        return "held", falls, "met"
    if day < falls - 3 and draw.random() < 0.4:
        return "proposed", falls, "may meet"
    if day >= falls - 1 and course == "postponed":
        return "postponed", falls + 3, "put off their meeting"
    if day >= falls - 1 and course == "cancelled":
        return "cancelled", falls, "called off their meeting"
    if day >= falls - 1 and course == "declined":
        return "declined", falls, "will not meet"
    return "scheduled", falls, "will meet"


def _struck(text: Text, draw: Random, negotiation: Negotiation, published: date) -> tuple[Figure, Incident, Quotation]:
    when, town, toll = _when(published - timedelta(days=1)), draw.choice(negotiation.towns), draw.randrange(2, 60)
    attacker, victim = draw.sample(negotiation.lands[:2], 2)
    who, deed, source = (
        words.format(n=toll, by=attacker, town=town, day=when.text, of=victim) for words in draw.choice(STRIKES)
    )
    number = text.add(who)
    text.add(f" {deed}")
    whole = text.since(number)
    text.add(source)
    told = text.since(number)
    figure = Figure(float(toll), None, None, ">=", "people", "killed", state(victim), when, (number,), Why("figure"))
    events = (Event("ASSAULT", "other", "190", state(attacker), state(victim)),)
    why = Why("deed:attack", "strike")
    incident = Incident(state(attacker), state(victim), whole.quote, town, when, "happened", (whole,), events, why)
    words = Quotation(
        state(victim), None, "said", "indirect", (whole,), None, None, None, (told,), (), Why("clause", "said")
    )
    return figure, incident, words


def _sent(meeting: Meeting, day: int) -> Delegation:
    party = meeting.parties[0]
    head = holder(party.land or "", 1, day)
    return Delegation(party, head, (), "ministers", 0, meeting.evidence, Why("team", "head"))


def _agreed(meeting: Meeting, position: Position) -> Agreement:
    return Agreement(meeting.parties, position.about, meeting.date, "agreed", position.evidence, (), Why("accord"))


def _copied(findings: Findings, number: int) -> Findings:
    """Return another publisher's copy: the same words, and a line at the end."""
    report, draw = findings.report, Random(SEED * 31 + number)
    text = f"{report.text}\n{a_name(draw)} {a_name(draw)} reported."
    others = [publisher for publisher in PUBLISHERS if publisher != report.publisher]
    return replace(findings, report=_report(number, report.published, text, draw.choice(others)))


def _report(number: int, published: date, text: str, publisher: str) -> Report:
    url = f"https://news.example/{publisher.lower().replace(' ', '-')}/{number}"
    return Report(id=f"scale-{number}", published=published, text=text, publisher=publisher, url=url)


def _when(day: date) -> When:
    return When(day, day, "day", f"{day:%B} {day.day}", rule="day")


def all_findings(count: int) -> Iterator[Findings]:
    """Yield the findings of the first `count` reports, as published."""
    return map(findings_of, range(count))
