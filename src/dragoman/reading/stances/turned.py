"""What stance a clause takes in the end: a sense of its word, turned by negation, modality, will and the words of its matter."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from dragoman.reading.grammar.clauses import Clause
from dragoman.reading.grammar.modality import turn
from dragoman.reading.scene import Scene
from dragoman.reading.stances.themes import Matter
from dragoman.reading.stances.words import Sense, stance_words
from dragoman.terms.findings import Stance
from dragoman.terms.span import hull

WILLED = frozenset({"will", "would", "can", "could", "'ll", "'d"})
LEAST = re.compile(r"(?:nothing|no) (?:less|short|other)", re.IGNORECASE)
SAYING = frozenset("say confirm announce indicate state specify signal declare commit reveal disclose".split())
WILLING = frozenset(
    "willing ready prepared open want agree wish interested intend plan eager keen inclined promise go".split()
)
GIVING_WORD = frozenset({"agree", "accept", "promise", "pledge", "commit", "undertake", "consent"})
"""Who agrees *not to* do something accepts that it be left."""
PUTTING = frozenset({"offer", "propose", "present", "submit", "table"})
TERMS = frozenset({"demand", "condition", "precondition", "ultimatum", "requirement"})
QUALIFIED = {("in", "principle"), ("with", "reservations"), ("with", "caveats"), ("with", "conditions")}


def stance_of(scene: Scene, clause: Clause, sense: Sense, matter: Matter, conditions: bool) -> Stance | None:
    """Return the stance of a clause, None where it takes none after all."""
    if sense.denied is not None and clause.negated:
        modal = "" if sense.negative else clause.modal
        sense, clause = replace(sense, stance=sense.denied), replace(clause, negated=False, modal=modal)
    stance = turn(
        sense.stance,
        clause,
        conditions=conditions or _in_principle(scene, clause, matter),
        none=_none(scene, clause, sense) ^ _unwilling(scene, clause) ^ _no_way(scene, clause),
        own=_own(scene, clause),
        tried=sense.tried,
    )
    if sense.stance == "proposes" and clause.time == "future" and _none(scene, clause, sense):
        stance = "rejects"  # "will present no new offer"
    if stance == "undecided" and sense.stance == "undecided" and conditions:
        stance = "accepts-conditionally"
    if stance is not None and sense.yet:
        stance = "undecided"
    if sense.id == "offer a thing" and stance == "rejects":
        return None  # "offered little comfort"
    if stance == "accepts" and clause.under[:1] == ("hope",):
        return None  # "hope to agree on the terms"
    if stance is not None and _unsaid(scene, clause):
        stance = "undecided" if _own(scene, clause) and stance in ("accepts", "rejects", "supports", "offers") else None
    return None if stance is None else _by_matter(scene, clause, stance, matter)


def _by_matter(scene: Scene, clause: Clause, stance: Stance, matter: Matter) -> Stance:
    """What the words of the matter make of a stance: ready to *host* offers, accepting *nothing less than* demands."""
    lemma = scene.parse.lemma[matter.head]
    if (
        stance in ("supports", "accepts")
        and clause.lemma not in GIVING_WORD
        and matter.span.of(scene.parse.text).startswith("not to ")
    ):
        return "rejects"  # "is determined not to have a deal"
    if stance == "demands":
        return "rejects" if clause.lemma == "insist" and _none_shall(scene, matter) else stance
    if stance == "proposes":
        return "demands" if lemma in TERMS else stance
    if stance != "accepts":
        return stance
    if clause.kind == "adjective" and (lemma in PUTTING or lemma == "see" or lemma in stance_words().classes["help"]):
        return "supports" if lemma == "see" else "offers"  # "is keen to *see* the talks succeed"
    if LEAST.match(matter.span.of(scene.parse.text)):
        return "demands"
    return "accepts-conditionally" if clause.modal in WILLED and _alone(scene, clause) else stance


def _alone(scene: Scene, clause: Clause) -> bool:
    """Whether nothing else is accepted: "will *only* agree to a truce that"."""
    return any(scene.parse.lower[c] == "only" for c in scene.parse.kids(clause.verb, "advmod"))


def _none_shall(scene: Scene, matter: Matter) -> bool:
    """Whether what is insisted on is that nothing be done: "insisted that *no* more captives *would be freed*"."""
    parse = scene.parse
    below = [c for s in parse.kids(matter.head, "nsubj", "nsubjpass") for c in range(parse.left[s], s)]
    none = any(parse.lower[c] == "no" for c in below)
    return none and any(parse.lower[c] in ("will", "would") for c in parse.kids(matter.head, "aux"))


def _in_principle(scene: Scene, clause: Clause, matter: Matter) -> bool:
    """Whether it holds "in principle", which the grammar hangs on the verb or on the matter."""
    words = scene.parse.words_in(hull(scene.parse.span(clause.verb, clause.verb), matter.span))
    near = scene.parse.lower[words[0] : words[-1] + 3]
    return any(pair in QUALIFIED for pair in pairwise(near))


def _unsaid(scene: Scene, clause: Clause) -> bool:
    """Whether somebody has not said so: "has yet to confirm that it *will attend*"."""
    if clause.above is None or clause.under[:1] == () or clause.under[0] not in SAYING:
        return False
    above = scene.clause_at[clause.above]
    return above.lemma == clause.under[0] and (above.yet or above.negated)


def _unwilling(scene: Scene, clause: Clause) -> bool:
    """Whether a clause hangs on a will that is negated: "is *not* ready to accept"."""
    turned = False
    while clause.above is not None and clause.under and scene.parse.dep[clause.verb] in ("xcomp", "conj", "pcomp"):
        clause = scene.clause_at[clause.above]
        turned ^= clause.negated and clause.lemma in WILLING
    return turned


def _no_way(scene: Scene, clause: Clause) -> bool:
    """Whether a clause tells what cannot be: "there is *no way* Chad will agree", "*no question* of Chad agreeing"."""
    parse = scene.parse
    noun = parse.head[clause.verb]
    if parse.dep[clause.verb] == "pcomp":
        noun = parse.head[noun]
    barred = parse.dep[clause.verb] in ("relcl", "acl", "pcomp") and parse.lemma[noun] in ("way", "chance", "question")
    return barred and any(parse.lower[c] == "no" for c in parse.kids(noun, "det"))


def _own(scene: Scene, clause: Clause) -> bool:
    """Whether somebody speaks of what they themselves may do: "said *it* might accept"."""
    inherited = clause.under[:1] == ("deny",) and scene.parse.kid(clause.verb, "nsubj") is None
    return bool(clause.doers) and (inherited or all(scene.parse.tag[d] == "PRP" for d in clause.doers))


def _none(scene: Scene, clause: Clause, sense: Sense) -> bool:
    """Whether the noun of "has *no* plans to", "gave *no* consent to", "offered *no* compromise" turns the stance."""
    nouns = [t for t in clause.things if not sense.object or scene.parse.lemma[t] in sense.object] + list(clause.doers)
    return any(
        scene.parse.lower[c] in ("no", "little", "neither", "zero", "scant", "nil")
        for t in nouns
        for c in scene.parse.kids(t, "det", "amod", "nummod")
    )
