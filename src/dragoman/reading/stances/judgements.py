"""Finds stances that are verdicts or duties in somebody's mouth: "any delay is unacceptable", "the siege must end"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.reading.grammar.clauses import Clause
from dragoman.reading.grammar.conditions import condition_words
from dragoman.reading.grammar.modality import SPEECH
from dragoman.reading.grammar.phrases import clause_phrase, noun_phrase
from dragoman.reading.marks import StanceMark
from dragoman.reading.scene import Scene
from dragoman.reading.stances.calling import HARSH
from dragoman.reading.stances.clausal import STRIFE
from dragoman.reading.stances.slots import POINTERS
from dragoman.reading.stances.tails import tidy
from dragoman.reading.stances.unmeant import unmeant
from dragoman.reading.stances.voiced import held
from dragoman.reading.stances.words import stance_words
from dragoman.terms.findings import Stance
from dragoman.terms.span import Span

OPPOSITE: dict[Stance, Stance] = {
    "accepts": "rejects",
    "rejects": "accepts",
    "supports": "rejects",
    "demands": "rejects",
}
VERDICT = re.compile(
    r"(?:(?:still|also|simply|completely|now|always|absolutely|remains?) )*(?:an? )?"
    r"(non ?-? ?starter|off the table|out of the question|dead on arrival|off ?-? ?limits|non ?-? ?negotiable|not negotiable|"
    r"not up for negotiation|not on the table)\b"
)
FIRM = re.compile(r"negotia")
SELF = frozenset({"i", "we"})
ASKED = frozenset({"what", "whether", "how", "if"})
DEALT = frozenset(
    "address resolve settle eliminate fulfil fulfill meet ensure guarantee protect include lift free release withdraw reopen halt end suspend disarm dismantle return restore "
    "take respect consider heed cancel remove reduce raise cut drop pay resolve discuss negotiate implement honour honor uphold maintain "
    "preserve recognise recognize allow avoid prevent revise scrap extend solve adopt restrict tighten ease uphold repeal punish".split()
)
ANYBODY = frozenset(
    "party side country nation state government everyone everybody nobody world community creditor lender employer ally neighbour neighbor".split()
)
AMOUNTING = frozenset({"tantamount", "equal", "equivalent", "amount", "boil down"})
RECEIVING = frozenset({"have", "get", "receive", "obtain", "see"})
PLEASANT = frozenset({"positive", "encouraging", "constructive"})
LASTING = frozenset({"day", "hour", "week"})
"""As in "the past two *days* of talks", which are no matter."""
SELF_SAID = (("propose",), ("suggest",), ("demand",), ("recommend",), ("urge",), ("insist",))
"""Whose that-clause is read as their matter: "suggested that Chad *should* leave"."""
TROUBLE = frozenset("problem trouble difficulty doubt reason time effect impact answer choice".split())
FORESEEN = frozenset(
    "help lead serve boost improve allow enable bring give provide make mean take come result benefit endanger affect hurt hamper derail "
    "jeopardise jeopardize".split()
)
"""What a matter "should" do is what somebody expects of it."""
NEAR = range(1, 4)
SOMETIMES = frozenset("often sometimes usually always generally".split())
NO_DUTY = frozenset(
    "expect ask note watch surmount overcome brace know understand remember realise realize be think believe see wonder pass seem look face".split()
)


def find_judgements(scene: Scene) -> Iterator[StanceMark]:
    """Find verdicts on matters and duties put to actors, each held by whoever speaks."""
    words, done = stance_words(), 0
    for clause in scene.clauses:
        for sense in words.judgements.get(clause.lemma, ()):
            about = _judged(scene, clause.doers, only_deals=clause.lemma in PLEASANT)
            foreseen = sense.stance == "accepts" and clause.modal in ("will", "would")
            if about is not None and not foreseen and clause.kind == "adjective" and _bare(scene, clause):
                stance: Stance = OPPOSITE[sense.stance] if clause.negated else sense.stance
                yield from held(scene, clause, stance, about, f"stance.judgement.{sense.id}")
        if clause.lemma == "need" and clause.passive and not clause.conditional:
            about = _judged(scene, clause.things)
            if about is not None:
                denied = clause.negated or (clause.above is not None and scene.clause_at[clause.above].negated)
                yield from held(scene, clause, "rejects" if denied else "demands", about, "stance.needed")
        if clause.kind == "verb" and not clause.conditional and _binding(scene, clause):
            for mark in _duty(scene, clause):
                if mark.cue.start >= done:
                    yield mark
                    done = mark.about.end
        if clause.lemma in AMOUNTING and not clause.negated and not clause.conditional:
            yield from _amounting(scene, clause)
    yield from _verdicts(scene)


def _amounting(scene: Scene, clause: Clause) -> Iterator[StanceMark]:
    """The refusal of "terms that Mali says would *amount to surrender*"."""
    parse = scene.parse
    if not any(parse.lemma[w] in HARSH for w in (*clause.governed("to"), *clause.complements)):
        return
    for doer in clause.doers:
        if not scene.is_actor(doer) and parse.lemma[doer] in stance_words().classes["matter"]:
            yield from held(scene, clause, "rejects", noun_phrase(parse, doer), "stance.amounts-to")


def _bare(scene: Scene, clause: Clause) -> bool:
    """Whether the adjective is the whole predicate: not "welcome *news*", nor a part of "non-negotiable"."""
    return scene.parse.dep[clause.verb] in ("acomp", "oprd", "conj", "ROOT", "ccomp")


def _verdicts(scene: Scene) -> Iterator[StanceMark]:
    """Find the fixed verdicts: "a base is a non-starter", "the islet is non-negotiable"."""
    parse = scene.parse
    for i, lemma in enumerate(parse.lemma):
        if lemma not in ("be", "remain"):
            continue
        found = VERDICT.match(" ".join(parse.lower[i + 1 : i + 7]))
        subject = parse.kid(i, "nsubj", "csubj") if found is not None else None
        if found is None or subject is None or scene.is_actor(subject) or parse.lower[subject] in POINTERS:
            continue
        clause = next((scene.clause_at[k] for k in (i, *parse.children[i]) if k in scene.clause_at), None)
        if clause is not None and not clause.conditional:
            stance: Stance = "demands" if FIRM.search(found[1]) else "rejects"
            about = parse.subtree(subject) if parse.tag[subject][:2] == "VB" else noun_phrase(parse, subject)
            yield from held(scene, clause, stance, about, "stance.verdict", cue=parse.span(i, i))


def _judged(scene: Scene, things: tuple[int, ...], *, only_deals: bool = False) -> Span | None:
    """The matter of a verdict: a subject that is a matter of negotiations or a deed; talks that were pleasant are none."""
    parse = scene.parse
    for doer in things:
        if scene.is_actor(doer) or parse.lower[doer] in POINTERS:
            return None
        heads = {parse.lemma[doer], *(parse.lemma[o] for p in parse.kids(doer, "prep") for o in parse.kids(p, "pobj"))}
        if (only_deals and scene.parse.lemma[doer] not in stance_words().classes["deals"]) or heads & LASTING:
            return None
        if heads & stance_words().classes["matter"]:
            return noun_phrase(parse, doer)
    return None


def _binding(scene: Scene, clause: Clause) -> bool:
    """Whether a clause says what has to be done: "must", "should", "have to", "needs to"."""
    parse = scene.parse
    if (
        clause.lemma in NO_DUTY
        or _asked(scene, clause)
        or _of_oneself(scene, clause)
        or any(parse.lemma[c] == "have" and parse.dep[c] == "aux" for c in parse.children[clause.verb])
        or _no_demand(scene, clause)
    ):
        return False
    if clause.modal in ("must", "should", "ought"):
        return True
    if clause.under[:1] not in (("have",), ("need",)) or parse.dep[clause.verb] != "xcomp" or clause.above is None:
        return False
    above = scene.clause_at[clause.above]
    if not any(parse.tag[k] == "TO" and k - above.verb in NEAR for k in parse.children[clause.verb]):
        return False  # "the banks have *until Friday* to comment"
    if clause.yet or above.yet or _only_faced(scene, clause, above):  # "had yet to decide" binds nobody
        return False
    told = above.time == "past" and above.under[:1] and above.under[0] in SPEECH
    return not above.negated and above.modal in ("", "will", "would", "'ll") and (above.time != "past" or bool(told))


def _no_demand(scene: Scene, clause: Clause) -> bool:
    """Whether a duty is none that is put to anybody: "*should* the talks fail", "should *help*", "*I* have to run"."""
    parse = scene.parse
    if unmeant(scene, clause) or any(parse.lower[d] == "i" for d in clause.doers):
        return True
    if any(parse.lower[c] == "still" for c in parse.kids(clause.verb, "advmod")) or clause.under[:1] in SELF_SAID:
        return True
    if clause.lemma == "have" and any(parse.lemma[t] in TROUBLE for t in clause.things):
        return True
    foreseen = clause.modal == "should" and clause.lemma in FORESEEN and not clause.passive
    return foreseen and not any(d in scene.mention_at for d in clause.doers)


def _only_faced(scene: Scene, clause: Clause, above: Clause) -> bool:
    """Whether a need is only told of: "countries *that need to* export more", "we *would* have to wait", "*still* have to"."""
    parse = scene.parse
    subject = parse.kid(above.verb, "nsubj", "nsubjpass")
    if subject is not None and parse.tag[subject] in ("WDT", "WP"):
        return True
    ours = any(parse.lower[d] in SELF | {"they"} for d in clause.doers)
    if ours and parse.dep[above.verb] == "relcl":
        return True
    loose = {parse.lower[c] for c in parse.kids(above.verb, "advmod")}
    return (ours and (above.modal == "would" or "still" in loose)) or bool(loose & SOMETIMES)


def _of_oneself(scene: Scene, clause: Clause) -> bool:
    """Whether somebody tells what they themselves have to do: "said *it* still had to decide", but "must have guarantees"."""
    parse, doer = scene.parse, next(iter(clause.doers), None)
    if doer is None or parse.lower[doer] not in ("it", "he", "she") or clause.lemma in RECEIVING:
        return False
    return any(u in SPEECH for u in clause.under) and scene.speaker_at(clause.verb) is None


def _asked(scene: Scene, clause: Clause) -> bool:
    """Whether a duty stands in a question: "whether the quota *should be cut*", "listen to what others *have to offer*"."""
    parse = scene.parse
    above = clause.above if clause.under[:1] in (("have",), ("need",)) else None
    heads = (clause.verb, above) if above is not None else (clause.verb,)
    asked = ASKED if parse.dep[heads[-1]] == "relcl" else ASKED | {"who", "why", "when", "where", "which"}
    return any(parse.lower[k] in asked for h in heads for k in parse.children[h] if k < h or parse.dep[k] == "dobj")


def _duty(scene: Scene, clause: Clause) -> Iterator[StanceMark]:
    """The stance of "X must do Y", "the truce should last"."""
    parse = scene.parse
    for word in clause.things if clause.passive else clause.doers:
        addressee = scene.mention_at.get(word)
        if addressee is None and not _negotiable(scene, clause, word):
            continue
        whole = clause_phrase(parse, clause.verb, without=condition_words(parse, clause.verb))
        ours = parse.lower[word] in SELF
        none = any(parse.lower[c] in ("no", "neither") for c in parse.kids(word, "det"))
        if addressee is not None and not clause.passive and not ours and not none:
            first = next((c for c in parse.kids(clause.verb, "neg") if c < clause.verb), clause.verb)
            whole = Span(parse.start[first], max(whole.end, parse.end[clause.verb]))
        if clause.passive or addressee is None:
            whole = Span(noun_phrase(parse, word).start, max(whole.end, parse.end[clause.verb]))
        whole = tidy(scene, whole, max(clause.verb, word))
        toward = None if ours or clause.passive else addressee
        yield from held(scene, clause, "demands", whole, "stance.duty", toward=toward)
        return


def _negotiable(scene: Scene, clause: Clause, thing: int) -> bool:
    """Whether a thing that has to be is one that sides deal about, or what is to be done to it is: "the siege must be lifted"."""
    classes = stance_words().classes
    lemma = scene.parse.lemma[thing]
    return (
        lemma in classes["matter"] or lemma in STRIFE or lemma in ANYBODY or (clause.passive and clause.lemma in DEALT)
    )
