"""Finds visits that are told by a way: "the premier flew to Accra", "arrived in the capital on Monday"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dragoman.reading.grammar.clauses import Clause
from dragoman.reading.lending import day_of_act
from dragoman.reading.marks import MeetingMark
from dragoman.reading.meetings.going import destination
from dragoman.reading.meetings.parties import DELEGATES, leaders_of, sides_of
from dragoman.reading.meetings.status import temper
from dragoman.reading.meetings.words import kind_of_noun, meeting_words
from dragoman.reading.scene import Scene
from dragoman.terms.span import hull

ARRIVED = frozenset({"arrive", "land", "touch down", "stop", "stop over"})
SETTING_OUT = frozenset({"leave", "depart", "head", "set off", "set out"})
AWAITED = frozenset({"expect", "due"})
TRAVELLING = (
    ARRIVED | SETTING_OUT | AWAITED | frozenset({"fly", "travel", "jet", "go", "return", "journey", "fly in", "rush"})
)


def find_travels(scene: Scene) -> Iterator[MeetingMark]:
    """Find the ways of persons to a named place; not the ways to talks, which are told by their noun.

    Whether the traveller holds an office and goes abroad is seen when it is known who that is.
    """
    for clause in scene.clauses:
        if clause.lemma.removesuffix(" back") not in TRAVELLING or clause.negated or _to_meeting(scene, clause):
            continue
        if clause.kind != "verb" and clause.lemma not in AWAITED:
            continue
        if any(scene.parse.lower[c] == "no" for d in clause.doers for c in scene.parse.kids(d, "det")):
            continue
        told = scene.parse.kids(clause.verb, "nsubj") or clause.doers  # "left by the invitation of" is no passive
        told = clause.things if clause.passive and clause.lemma in AWAITED else told
        told = [leader for d in told for leader in (leaders_of(scene, d) or [d])]
        travellers = [n for n in sides_of(scene, told) if _travels(scene, n) or n not in _own(scene, told)]
        place = destination(scene, clause) if _leads(scene, clause) else None
        status = "scheduled" if clause.lemma in AWAITED else temper("held", clause)
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


def _own(scene: Scene, words: Iterable[int]) -> set[int | None]:
    """The mentions that the words head themselves, and not the bodies for which they go."""
    return {scene.mention_at.get(w) for w in words}


def _travels(scene: Scene, mention: int) -> bool:
    """Whether somebody goes for others: a person by name or by office, a delegation."""
    told = scene.mentions[mention]
    if told.kind == "person" and (told.form != "description" or told.office is not None):
        return True
    return told.form == "description" and told.kind in ("person", "group") and told.noun in DELEGATES


def _near(scene: Scene, mention: int, clause: Clause) -> bool:
    return scene.mentions[mention].sentence == scene.parse.sentence[clause.verb]


def _leads(scene: Scene, clause: Clause) -> bool:
    """Whether the way leads to a place, and does not only start there: "left *for* Moscow", not "left Moscow"."""
    preps = (
        ("in", "at")
        if clause.lemma in ARRIVED | AWAITED
        else ("for", "to")
        if clause.lemma in SETTING_OUT
        else ("to", "into")
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
