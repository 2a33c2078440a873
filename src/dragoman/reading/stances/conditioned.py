"""Finds acceptances that are told by their condition: "would disarm if the siege ends", "made the talks conditional on"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dragoman.reading.grammar.clauses import Clause
from dragoman.reading.grammar.conditions import condition_words, conditions_of
from dragoman.reading.grammar.modality import SPEECH
from dragoman.reading.grammar.phrases import clause_phrase, noun_phrase
from dragoman.reading.marks import StanceMark
from dragoman.reading.scene import Scene
from dragoman.reading.stances.words import stance_words
from dragoman.terms.span import Span, hull

WEIGHING = frozenset({"consider", "review", "discuss", "continue"})
STATES = frozenset({"be", "have", "work", "happen", "succeed", "hold", "last", "survive", "know", "see", "get"})
TERMS = frozenset({"condition", "precondition", "prerequisite", "requirement"})
CONDITIONAL = frozenset({"conditional", "contingent", "dependent"})


def find_conditioned(scene: Scene) -> Iterator[StanceMark]:
    """Find what speakers say they would do if, and what they make to hang on something else."""
    dealing = stance_words().classes["dealing"]
    for clause in scene.clauses:
        if (
            (clause.lemma.split()[0] in dealing or _only_if(scene, clause))
            and (clause.lemma not in WEIGHING or _weighed_deed(scene, clause))
            and clause.lemma not in STATES
            and clause.modal in ("will", "would", "'ll", "'d")
            and not clause.negated
            and not clause.passive
        ):
            yield from _promised(scene, clause)
        elif clause.lemma == "condition" and clause.things and not clause.passive:
            yield from _made(scene, clause, clause, clause.things[0])
        elif clause.lemma == "make" and not clause.passive:
            yield from _made_conditional(scene, clause)


def _promised(scene: Scene, clause: Clause) -> Iterator[StanceMark]:
    """As in "The rebels said they would release the crew if the port is reopened"."""
    parse = scene.parse
    own = bool(clause.doers) and all(parse.tag[d] == "PRP" for d in clause.doers)
    told = bool(clause.under[:1]) and clause.under[0] in SPEECH
    conditions = conditions_of(parse, clause.verb)
    spoken = own and (told or scene.speaker_at(clause.verb) is not None)
    if not conditions or clause.conditional or not (spoken or _only_if(scene, clause)) or _threatened(scene, clause):
        return
    whole = clause_phrase(parse, clause.verb, without=condition_words(parse, clause.verb))
    about = Span(parse.start[clause.verb], max(whole.end, parse.end[clause.verb]))
    yield from _marks(scene, clause, clause.doers, about, conditions)


def _threatened(scene: Scene, clause: Clause) -> bool:
    """Whether a deed is a threat: what somebody does if others do *not* do something, or makes them pay for."""
    parse = scene.parse
    if clause.lemma == "pay" and any(parse.lemma[t] in ("price", "cost") for t in clause.things):
        return True
    below = [c for c in condition_words(parse, clause.verb) if parse.dep[c] == "advcl"]
    ifs = [c for c in below if any(parse.lower[k] == "if" for k in parse.kids(c, "mark"))]
    return any(parse.kid(c, "neg") is not None for c in ifs)


def _weighed_deed(scene: Scene, clause: Clause) -> bool:
    """Whether somebody will consider to do something: "if they stop, we will consider *leaving*"."""
    return clause.lemma == "consider" and any(scene.parse.tag[c] == "VBG" for c in clause.complements)


def _only_if(scene: Scene, clause: Clause) -> bool:
    """Whether a deed is told to be done under one condition only: "would *only* disarm if", "will leave *only* after"."""
    parse = scene.parse
    if any(parse.lower[c] == "only" for c in parse.kids(clause.verb, "advmod")):
        return True
    return any(
        parse.lower[max(parse.left[c] - 1, 0)] == "only" or parse.lower[parse.left[c]] == "only"
        for c in condition_words(parse, clause.verb)
    )


def _made_conditional(scene: Scene, clause: Clause) -> Iterator[StanceMark]:
    parse = scene.parse
    for word in parse.kids(clause.verb, "ccomp", "oprd", "acomp", "xcomp"):
        if parse.lemma[word] in TERMS and (term := parse.kid(word, "nsubj")) is not None and not scene.is_actor(term):
            yield from _demanded(scene, clause, noun_phrase(parse, term))
        if parse.lemma[word] in CONDITIONAL:
            thing = next(iter([*parse.kids(word, "nsubj"), *clause.things]), None)
            if thing is not None:
                yield from _made(scene, clause, scene.clause_at.get(word), thing)


def _demanded(scene: Scene, clause: Clause, about: Span) -> Iterator[StanceMark]:
    """The demand of "made *tax cuts* a condition for joining"."""
    for mark in _marks(scene, clause, clause.doers, about, ()):
        yield replace(mark, stance="demands", rule="stance.made-condition")


def _made(scene: Scene, clause: Clause, below: Clause | None, thing: int) -> Iterator[StanceMark]:
    """As in "Kenya conditioned the talks on the release of its sailors"."""
    parse = scene.parse
    preps = [
        p for w in (clause.verb, thing, *([below.verb] if below is not None else [])) for p in parse.kids(w, "prep")
    ]
    hooks = [(p, o) for p in preps if parse.lower[p] in ("on", "upon") for o in parse.kids(p, "pobj", "pcomp")]
    if not hooks or scene.is_actor(thing):
        return
    prep, word = hooks[0]
    about = noun_phrase(parse, thing, without=[prep])
    condition = clause_phrase(parse, word) if parse.tag[word][:2] == "VB" else noun_phrase(parse, word)
    yield from _marks(scene, clause, clause.doers, about, (condition,))


def _marks(
    scene: Scene, clause: Clause, doers: tuple[int, ...], about: Span, conditions: tuple[Span, ...]
) -> Iterator[StanceMark]:
    parse = scene.parse
    for doer in doers:
        actor = scene.mention_at.get(doer)
        if actor is None:
            continue
        near = scene.mentions[actor].span
        yield StanceMark(
            span=hull(parse.span(clause.verb, clause.verb), about, near),
            cue=parse.span(clause.verb, clause.verb),
            actor=actor,
            stance="accepts-conditionally",
            about=about,
            conditions=conditions,
            rule="stance.conditioned",
        )
