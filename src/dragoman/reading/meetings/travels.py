"""Finds visits that are told by a way: "the premier flew to Accra", "arrived in the capital on Monday"."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.reading.grammar.clauses import Clause
from dragoman.reading.lending import day_of_act
from dragoman.reading.marks import MeetingMark
from dragoman.reading.meetings.going import destination
from dragoman.reading.meetings.status import temper
from dragoman.reading.meetings.words import kind_of_noun, meeting_words
from dragoman.reading.scene import Scene
from dragoman.terms.span import hull

ARRIVED = frozenset({"arrive", "land"})
SETTING_OUT = frozenset({"leave", "depart", "head", "set off", "set out"})
TRAVELLING = ARRIVED | SETTING_OUT | frozenset({"fly", "travel", "jet", "go"})


def find_travels(scene: Scene) -> Iterator[MeetingMark]:
    """Find the ways of persons to a named place; not the ways to talks, which are told by their noun.

    Whether the traveller holds an office and goes abroad is seen when it is known who that is.
    """
    for clause in scene.clauses:
        if clause.lemma not in TRAVELLING or clause.kind != "verb" or clause.negated or _to_meeting(scene, clause):
            continue
        told = scene.parse.kids(clause.verb, "nsubj") or clause.doers  # "left by the invitation of" is no passive
        travellers = [n for d in told if (n := scene.mention_at.get(d)) is not None and _person(scene, n)]
        place = destination(scene, clause) if _leads(scene, clause) else None
        status = temper("held", clause)
        if not travellers or place is None or status is None:
            continue
        cue = scene.parse.span(clause.verb, clause.verb)
        yield MeetingMark(
            span=hull(cue, place, *(scene.mentions[n].span for n in travellers if _near(scene, n, clause))),
            cue=cue,
            kind="visit",
            status="under-way" if status == "held" and clause.lemma in SETTING_OUT else status,
            parties=tuple(travellers),
            place=place,
            date=day_of_act(scene, clause.verb),
            rule="meeting.travel",
        )


def _person(scene: Scene, mention: int) -> bool:
    return scene.mentions[mention].kind == "person" and scene.mentions[mention].form != "description"


def _near(scene: Scene, mention: int, clause: Clause) -> bool:
    return scene.mentions[mention].sentence == scene.parse.sentence[clause.verb]


def _leads(scene: Scene, clause: Clause) -> bool:
    """Whether the way leads to a place, and does not only start there: "left *for* Moscow", not "left Moscow"."""
    preps = (
        ("in", "at") if clause.lemma in ARRIVED else ("for", "to") if clause.lemma in SETTING_OUT else ("to", "into")
    )
    return any(
        w in scene.places or any(a in scene.places for a in scene.parse.kids(w, "appos"))
        for w in clause.governed(*preps)
    )


def _to_meeting(scene: Scene, clause: Clause) -> bool:
    """Whether the clause itself tells of the meeting to which the way leads."""
    parse, verbs = scene.parse, meeting_words().verbs
    nouns = [w for words in clause.preps.values() for w in words]
    below = [c for c in parse.children[clause.verb] if parse.dep[c] in ("advcl", "xcomp") and parse.tag[c] == "VB"]
    things = [t for c in below if c in scene.clause_at for t in scene.clause_at[c].things]
    return any(kind_of_noun(parse, n) is not None for n in (*nouns, *things)) or any(
        parse.lemma[c] in verbs for c in below
    )
