"""Finds who keeps an answer open: "left open whether it would attend", "gave conflicting answers on the plan", "needs time to study it"."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.reading.grammar.clauses import Clause
from dragoman.reading.grammar.phrases import clause_phrase, noun_phrase
from dragoman.reading.marks import StanceMark
from dragoman.reading.scene import Scene
from dragoman.reading.stances.holders import held_by_doers
from dragoman.reading.stances.words import stance_words
from dragoman.terms.span import Span

ANSWERS = frozenset("answer signal message indication response reply statement".split())
MIXED = frozenset("conflicting mixed contradictory vague evasive ambiguous equivocal cautious guarded unclear".split())
WAVERING = frozenset("waver vacillate dither hesitate equivocate hedge".split())
STUDYING = frozenset("study consider review examine weigh assess digest think decide respond reply".split())
POSSIBLE = frozenset({"possibility", "prospect", "option", "chance"})


def find_openness(scene: Scene) -> Iterator[StanceMark]:
    """Find those who keep open where they stand."""
    for clause in scene.clauses:
        if clause.negated or clause.conditional or clause.passive or not clause.doers:
            continue
        about = _kept_open(scene, clause)
        if about is not None:
            yield from held_by_doers(
                scene, clause, scene.parse.span(clause.verb, clause.verb), about, ("undecided", "stance.left-open")
            )


def _kept_open(scene: Scene, clause: Clause) -> Span | None:
    """What a clause leaves open."""
    parse = scene.parse
    if clause.lemma in ("leave", "keep") and _open(scene, clause):
        return _question(scene, [clause.verb]) or _possibility(scene, clause)
    mixed = [t for t in clause.things if parse.lemma[t] in ANSWERS and _is_mixed(scene, t)]
    if mixed and clause.lemma in ("give", "send", "offer", "make", "provide", "issue"):
        preps = [p for w in (*mixed, clause.verb) for p in parse.kids(w, "prep")]
        return _question(scene, preps) or _matter(scene, preps)
    if clause.lemma in WAVERING:
        return _matter(scene, parse.kids(clause.verb, "prep"))
    if clause.lemma in ("need", "want", "request", "seek", "ask"):
        times = [t for t in (*clause.things, *clause.governed("for")) if parse.lemma[t] in ("time", "day", "week")]
        return next((s for t in times for v in parse.kids(t, "acl", "relcl") if (s := _studied(scene, v))), None)
    return None


def _open(scene: Scene, clause: Clause) -> bool:
    """Whether something is left open: "left *open* whether"."""
    return any(scene.parse.lower[c] == "open" and c == clause.verb + 1 for c in scene.parse.children[clause.verb])


def _is_mixed(scene: Scene, noun: int) -> bool:
    return any(scene.parse.lower[c] in MIXED for c in scene.parse.kids(noun, "amod"))


def _question(scene: Scene, tops: list[int]) -> Span | None:
    parse = scene.parse
    for verb in (v for t in tops for v in parse.kids(t, "ccomp", "advcl", "pcomp")):
        if any(parse.lower[k] in ("whether", "if") for k in parse.kids(verb, "mark")):
            return clause_phrase(parse, verb)
    return None


def _possibility(scene: Scene, clause: Clause) -> Span | None:
    parse = scene.parse
    nouns = [t for t in clause.things if parse.lemma[t] in POSSIBLE]
    return _matter(scene, [p for t in nouns for p in parse.kids(t, "prep")])


def _matter(scene: Scene, preps: list[int]) -> Span | None:
    """The matter of the negotiation behind a preposition: "of *a truce*", "on *the plan*", "of *attending the talks*"."""
    parse, classes = scene.parse, stance_words().classes
    for word in (o for p in preps if parse.lower[p] in ("of", "on", "about", "over", "for") for o in parse.children[p]):
        if parse.tag[word] == "VBG" and parse.lemma[word] in classes["dealing"]:
            return clause_phrase(parse, word)
        if parse.lemma[word] in classes["matter"] and not scene.is_actor(word):
            return noun_phrase(parse, word)
    return None


def _studied(scene: Scene, verb: int) -> Span | None:
    """The matter of "time *to study the offer*"."""
    parse = scene.parse
    if parse.lemma[verb] not in STUDYING or not any(parse.tag[k] == "TO" for k in parse.children[verb]):
        return None
    things = [*parse.kids(verb, "dobj"), *(o for p in parse.kids(verb, "prep") for o in parse.kids(p, "pobj"))]
    thing = next((t for t in things if parse.lemma[t] in stance_words().classes["deals"]), None)
    return None if thing is None else noun_phrase(parse, thing)
