"""Finds stances in somebody's mouth that name no holder: "it is important to resume the talks", "a deal is possible if"."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.reading.grammar.clauses import Clause
from dragoman.reading.grammar.conditions import condition_words, conditions_of, told_condition
from dragoman.reading.grammar.phrases import clause_phrase, noun_phrase
from dragoman.reading.marks import StanceMark
from dragoman.reading.scene import Scene
from dragoman.reading.stances.clausal import STRIFE
from dragoman.reading.stances.voiced import speaker_of
from dragoman.reading.stances.words import stance_words
from dragoman.terms.findings import Stance
from dragoman.terms.span import Span, hull

PRESSING = frozenset({"important", "necessary", "essential", "vital", "crucial", "imperative", "critical", "urgent"})
ATTAINED = frozenset(
    {"reach", "conclude", "achieve", "sign", "strike", "finalise", "finalize", "seal", "possible", "feasible"}
)
BEGINNING = frozenset({"resume", "begin", "start", "restart", "proceed", "reopen"})
STOPPING = frozenset({"stop", "end", "cease", "halt"})
POSSIBLE = frozenset({"can", "could", "would", "will", "may", "might"})


def find_wishes(scene: Scene) -> Iterator[StanceMark]:
    """Find what speakers say that it is important or time to do, and what they call possible under a condition."""
    for clause in scene.clauses:
        if clause.conditional or clause.negated:
            continue
        if clause.lemma in PRESSING or (clause.lemma == "be" and _time_to(scene, clause)):
            yield from _pressing(scene, clause)
        elif clause.lemma in ATTAINED | BEGINNING | STOPPING:
            yield from _possible(scene, clause)


def _time_to(scene: Scene, clause: Clause) -> bool:
    """Whether a clause is "it is *time* to"."""
    parse = scene.parse
    return any(
        parse.lower[t] == "time"
        and not any(parse.lower[k] in ("bad", "wrong", "no") for k in parse.kids(t, "amod", "det"))
        for t in parse.kids(clause.verb, "attr")
        if parse.kid(clause.verb, "expl") is None  # "there is *still time* to"
    )


def _pressing(scene: Scene, clause: Clause) -> Iterator[StanceMark]:
    """The demand of "it is vital (for the clans) to free the crew"."""
    parse = scene.parse
    copula = parse.head[clause.verb] if clause.kind == "adjective" else clause.verb
    if any(parse.lower[s] != "it" for s in parse.kids(copula, "nsubj")):
        return
    tops = {clause.verb, copula, *parse.kids(copula, "attr")}
    for verb in (c for t in tops for c in parse.kids(t, "xcomp", "advcl", "ccomp", "acl", "relcl") if c > clause.verb):
        that = any(parse.lower[k] == "that" for k in parse.kids(verb, "mark"))
        if parse.tag[verb] != "VB" or not (that or any(parse.tag[k] == "TO" for k in parse.children[verb])):
            continue
        whole = clause_phrase(parse, verb, without=condition_words(parse, verb))
        if _of_talks(scene, verb, whole):
            subject = parse.kid(verb, "nsubj")
            toward = scene.mention_at.get(subject) if subject is not None else None
            about = whole if toward is None else Span(parse.start[verb], max(whole.end, parse.end[verb]))
            yield from _held(scene, clause, "demands", about, toward=toward)
            return


def _of_talks(scene: Scene, verb: int, about: Span) -> bool:
    """Whether a deed is one of negotiations: its verb, or a matter among its words."""
    parse, classes = scene.parse, stance_words().classes
    if parse.lemma[verb] in classes["dealing"]:
        return True
    words = parse.words_in(about)
    return any(parse.lemma[i] in classes["talks"] | classes["deals"] or parse.lower[i] == "negotiating" for i in words)


def _possible(scene: Scene, clause: Clause) -> Iterator[StanceMark]:
    """The conditional acceptance of "a deal can be reached if the siege ends"."""
    parse = scene.parse
    subjects = clause.doers if clause.kind == "adjective" else clause.things if clause.passive else ()
    thing = next((t for t in subjects if parse.lemma[t] in stance_words().classes["deals"]), None)
    if clause.lemma in STOPPING and not clause.passive:
        thing = next((t for t in clause.doers if parse.lemma[t] in STRIFE), None)
    if clause.lemma in BEGINNING:
        thing = next((t for t in clause.doers if parse.lemma[t] in stance_words().classes["talks"]), None)
    conditions = conditions_of(parse, clause.verb)
    if not conditions and clause.lemma in BEGINNING:
        told = told_condition(parse, clause.verb + 1, parse.sentences[parse.sentence[clause.verb]][1])
        conditions = () if told is None else (told,)
    if thing is None or not conditions or (clause.kind == "verb" and clause.modal not in POSSIBLE):
        return
    yield from _held(scene, clause, "accepts-conditionally", noun_phrase(parse, thing), conditions=conditions)


def _held(
    scene: Scene,
    clause: Clause,
    stance: Stance,
    about: Span,
    *,
    toward: int | None = None,
    conditions: tuple[Span, ...] = (),
) -> Iterator[StanceMark]:
    holder = speaker_of(scene, clause)
    if holder is None or holder == toward:
        return
    cue = scene.parse.span(clause.verb, clause.verb)
    yield StanceMark(
        span=hull(cue, about, *conditions),
        cue=cue,
        actor=holder,
        stance=stance,
        about=about,
        conditions=conditions,
        toward=toward,
        rule=f"stance.wish.{stance}",
    )
