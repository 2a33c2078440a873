"""Finds meetings that are told by their number: "The first took place on April 12", "the third and fourth on ... and ..."."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.reading.attach import date_of, place_of
from dragoman.reading.grammar.clauses import Clause
from dragoman.reading.marks import MeetingMark
from dragoman.reading.meetings.status import temper
from dragoman.reading.scene import Scene
from dragoman.terms.span import Span

ORDINALS = frozenset(
    "first second third fourth fifth sixth seventh eighth ninth tenth last latest next previous other former latter".split()
)
HAPPENING = frozenset(
    {"take", "hold", "occur", "happen", "come", "follow", "be", "schedule", "set", "plan", "go"}
) | frozenset(
    {
        "end",
        "conclude",
        "finish",
        "begin",
        "start",
        "open",
        "fail",
        "collapse",
        "break down",
        "break up",
        "break off",
        "stall",
    }
)


def find_rounds(scene: Scene) -> Iterator[MeetingMark]:
    """Find numbered rounds without a noun of their own; whose rounds they are is told before."""
    for clause in scene.clauses:
        if clause.lemma not in HAPPENING:
            continue
        subjects = [s for s in (*clause.things, *clause.doers) if _numbered(scene, s)]
        if subjects:
            yield from _of_clause(scene, clause, subjects)


def _place_after(scene: Scene, day: int | None, last: int) -> Span | None:
    """The first place named behind a day, up to the end of the clause: "on March 3 and June 9 in *Malta*"."""
    if day is None:
        return None
    behind = [p for p in scene.places.values() if scene.dates[day].span.end <= p.start < scene.parse.end[last]]
    return min(behind, default=None)


def _numbered(scene: Scene, word: int) -> bool:
    parse = scene.parse
    if parse.lower[word] in ORDINALS and parse.dep[word] in ("nsubj", "nsubjpass", "conj"):
        return True
    if parse.lower[word] == "round" and any(parse.lower[c] == "of" for c in parse.kids(word, "prep")):
        return False
    return parse.lower[word] in ("one", "ones", "round") and any(
        parse.lower[c] in ORDINALS for c in parse.children[word]
    )


def _of_clause(scene: Scene, clause: Clause, subjects: list[int]) -> Iterator[MeetingMark]:
    """One mark for each day named in the clause, or one without a day."""
    parse = scene.parse
    status = temper("held", clause)
    if status is None:
        return
    first, last = parse.left[clause.verb], parse.right[clause.verb]
    inside = [
        n for n, d in enumerate(scene.dates) if parse.start[first] <= d.span.start and d.span.end <= parse.end[last]
    ]
    own = date_of(scene, clause.verb)
    days: list[int | None] = [own] if own is not None and len(inside) < 2 else [*inside] or [None]
    for day in days:
        yield MeetingMark(
            span=parse.span(first, last),
            cue=parse.span(subjects[0], subjects[0]),
            kind="talks",
            status=status,
            place=_place_after(scene, day, last) or place_of(scene, clause.verb),
            date=day,
            rule="meeting.round",
        )
