"""Finds who does not say where they stand: "would not say whether it will attend", "declined to comment on the offer"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dragoman.reading.grammar.clauses import Clause
from dragoman.reading.grammar.phrases import clause_phrase, noun_phrase
from dragoman.reading.marks import StanceMark
from dragoman.reading.scene import Scene
from dragoman.reading.stances.holders import held_by_doers
from dragoman.reading.stances.tails import tidy
from dragoman.reading.stances.words import stance_words
from dragoman.terms.span import Span, hull

SILENT = frozenset({"decline", "refuse"})
ANSWERING = frozenset({"say", "comment", "confirm", "specify", "answer", "disclose", "reveal", "speculate", "state"})
ASKING = frozenset({"ask", "press", "question"})
MOVES = frozenset("accept agree attend go travel send support back reject participate take sign host come".split())
HAVING = frozenset({"have", "offer", "give", "make", "issue"})
ANSWERS = frozenset({"comment", "answer", "response", "reply", "reaction"})
RESPONDING = frozenset({"respond", "reply", "react", "answer", "comment"})
CHANCES = frozenset({"possibility", "prospect"})
DECIDING = frozenset({"decide", "determine"})
OPEN = frozenset({"whether", "if"})


def find_silence(scene: Scene) -> Iterator[StanceMark]:
    """Find who leaves open where they stand, on what they were asked or would not tell."""
    for clause in scene.clauses:
        if clause.lemma == "be" and scene.parse.kid(clause.verb, "expl") is not None:
            yield from _no_answer(scene, clause)
        about = _not_answered(scene, clause)
        if about is not None:
            yield from _marks(scene, clause, about)
        if clause.lemma not in ANSWERING or not clause.doers:
            continue
        refused = clause.under[:1] and clause.under[0] in SILENT
        yet = clause.yet and clause.under[:1] in ((), ("have",))
        unsaid = yet or (clause.negated and clause.time != "unreal" and clause.under[:1] == ())
        would_not = clause.negated and clause.modal == "would" and clause.under[:1] == ()
        if not (
            refused or ((unsaid or would_not) and (clause.lemma != "comment" or clause.preps.keys() & {"on", "about"}))
        ):
            continue
        about = _left_open(scene, clause)
        if about is not None:
            yield from _marks(scene, clause, about)


def find_unanswered(scene: Scene, found: list[StanceMark]) -> Iterator[StanceMark]:
    """Find who has not answered what was put forward right before: "Chad has *not yet responded*"."""
    parse = scene.parse
    for clause in scene.clauses:
        if clause.lemma not in RESPONDING or clause.things or clause.preps.keys() & {"to", "on", "for"}:
            continue
        if not (clause.yet or (clause.negated and clause.time == "past")) or clause.modal or clause.conditional:
            continue
        sentence, cue = parse.sentence[clause.verb], parse.span(clause.verb, clause.verb)
        asked = [
            m
            for m in found
            if m.stance in ("proposes", "demands", "offers", "accepts")
            and m.cue.end <= cue.start
            and sentence - parse.sentence[parse.words_in(m.cue)[0]] <= 1
        ]
        for mark in _marks(scene, clause, asked[-1].about) if asked else ():
            if mark.actor != asked[-1].actor:
                yield replace(mark, span=hull(cue, scene.mentions[mark.actor].span))


def _not_answered(scene: Scene, clause: Clause) -> Span | None:
    """What is left open without a verb of answering.

    As in "had no comment *on the offer*", "neither confirmed nor denied that *it would attend*", "still has to decide
    *whether to attend*".
    """
    parse = scene.parse
    if clause.lemma in HAVING:
        for noun in clause.things:
            if parse.lemma[noun] in ANSWERS and any(parse.lower[c] == "no" for c in parse.kids(noun, "det")):
                inside = [o for p in parse.kids(noun, "prep") for o in parse.kids(p, "pobj")]
                return next((noun_phrase(parse, o) for o in inside if _is_offer(scene, o)), None)
    if clause.lemma == "deny" and parse.kid(parse.head[clause.verb], "preconj") is not None:
        return next((clause_phrase(parse, c) for c in parse.kids(clause.verb, "ccomp") if _of_moves(scene, c)), None)
    if _yet_to_decide(scene, clause):
        return next(
            (clause_phrase(parse, c) for c in parse.kids(clause.verb, "ccomp", "advcl", "xcomp") if _is_open(scene, c)),
            None,
        )
    return None


def _no_answer(scene: Scene, clause: Clause) -> Iterator[StanceMark]:
    """As in "there was no immediate response from the rebels to the offer"."""
    parse = scene.parse
    for noun in parse.kids(clause.verb, "attr"):
        if parse.lemma[noun] not in ANSWERS or not any(parse.lower[c] == "no" for c in parse.kids(noun, "det")):
            continue
        preps = [p for w in (noun, clause.verb) for p in parse.kids(w, "prep")]
        preps += [p for q in preps for o in parse.kids(q, "pobj") for p in parse.kids(o, "prep")]
        told = {parse.lower[p]: o for p in preps for o in parse.kids(p, "pobj")}
        holder, matter = scene.mention_at.get(told.get("from", -1)), told.get("to", told.get("on"))
        if holder is None or matter is None or not _is_offer(scene, matter):
            continue
        cue, about = parse.span(noun, noun), noun_phrase(parse, matter)
        yield StanceMark(
            span=hull(cue, about), cue=cue, actor=holder, stance="undecided", about=about, rule="stance.silence"
        )


def _yet_to_decide(scene: Scene, clause: Clause) -> bool:
    """Whether somebody has to decide first: "it *still has to decide*", "said *it had to decide*"."""
    if clause.lemma not in DECIDING or clause.under[:1] != ("have",) or clause.above is None:
        return False
    if len(clause.under) > 1 and all(scene.parse.lower[d] in ("it", "he", "she") for d in clause.doers):
        return True
    return any(scene.parse.lower[c] == "still" for c in scene.parse.kids(clause.above, "advmod"))


def _is_open(scene: Scene, verb: int) -> bool:
    return any(scene.parse.lower[k] in OPEN for k in scene.parse.kids(verb, "mark")) and _of_moves(scene, verb)


def _is_offer(scene: Scene, word: int) -> bool:
    lemma = scene.parse.lemma[word]
    return not scene.is_actor(word) and (lemma in stance_words().nouns or lemma in CHANCES)


def _left_open(scene: Scene, clause: Clause) -> Span | None:
    """What is left unsaid: the question below or beside, or the matter after "comment on"."""
    parse = scene.parse
    tops = [clause.verb]
    tops += [c for c in parse.children[clause.verb] if parse.dep[c] == "advcl" and parse.lemma[c] in ASKING]
    tops += [c for c in parse.children[parse.head[clause.verb]] if parse.dep[c] == "advcl" and parse.lemma[c] in ASKING]
    for top in tops:
        for c in parse.kids(top, "ccomp", "advcl"):
            if any(parse.lower[k] in OPEN for k in parse.kids(c, "mark")) and _of_moves(scene, c):
                return tidy(scene, clause_phrase(parse, c), c)
    for word in clause.governed("on", "about") if clause.lemma == "comment" else ():
        if _is_offer(scene, word):
            return noun_phrase(parse, word)
    return None


def _of_moves(scene: Scene, verb: int) -> bool:
    """Whether the question is what a side will do: "whether it would attend", and not "whether the truce would hold"."""
    parse = scene.parse
    if any(parse.lemma[k] in stance_words().classes["matter"] for k in parse.kids(verb, "nsubj")):
        return False
    return parse.lemma[verb] in stance_words().classes["dealing"] | MOVES


def _marks(scene: Scene, clause: Clause, about: Span) -> Iterator[StanceMark]:
    cue = scene.parse.span(clause.verb, clause.verb)
    return held_by_doers(scene, clause, cue, about, ("undecided", "stance.silence"))
