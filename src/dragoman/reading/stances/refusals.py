"""Finds refusals without a verb of refusing: "Israel said it will not halt the war until", "we won't leave the valley"."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.reading.grammar.clauses import Clause
from dragoman.reading.grammar.conditions import condition_words, conditions_of
from dragoman.reading.grammar.modality import SPEECH
from dragoman.reading.grammar.phrases import clause_phrase, noun_phrase
from dragoman.reading.marks import StanceMark
from dragoman.reading.scene import Scene
from dragoman.reading.stances.holders import held_by_doers, named_beside
from dragoman.reading.stances.matters import matter_of
from dragoman.reading.stances.unmeant import unmeant
from dragoman.reading.stances.voiced import speaker_of
from dragoman.reading.stances.words import stance_words
from dragoman.terms.span import Span, hull

CHANCES = frozenset(
    {"chance", "question", "possibility", "prospect", "way", "room", "scope", "hope", "intention", "basis"}
)
TALKING = frozenset({"negotiate", "discuss", "talk", "renegotiate"})
BARE = frozenset({"will do", "send envoys", "stress the need", "need", "give until"})
"""Senses that a refused deed does not have: "vowed never to *recognise* the port"."""
DECIDING = (("vow",), ("swear",), ("pledge",), ("decide",), ("choose",), ("opt",), ("threaten",))
BELIEVING = frozenset("mean show know understand remember think believe predict suggest".split())
REMARKS = frozenset(
    "prediction comment guess mistake error secret sense difference detail surprise speech forecast".split()
)
"""As in "will not make any *predictions*"."""
OUTCRIES = frozenset({"delay", "escalation", "progress", "development", "peace"})
"""What "there can be no" only deplores or foresees: "there can be no further *delay*"."""
WILLS = frozenset({"will", "wo", "'ll", "’ll", "would"})
HAPPENING = frozenset({"be", "take", "happen", "occur"})
"""As in "no talks *will take* place"."""
POSSIBLE = frozenset({"will", "wo", "'ll", "would", "can", "could", "ca"})
MOVES = frozenset(
    "disarm negotiate withdraw surrender retreat sign compromise yield bow disband demobilise demobilize".split()
)
HAVING = frozenset({"have", "express", "show"})
INTENTS = frozenset({"intention", "intent", "plan", "desire", "wish"})
NO_DEED = frozenset(
    "be have know think believe see understand comment say tell elaborate speculate need want mean work succeed survive last "
    "happen help matter hesitate forget like love seem look remain stand fall collapse win lose die get become "
    "expect surprise anger upset hurt harm embarrass disappoint offend waste miss regret represent reflect reveal hide watch wait "
    "pretend guess worry rush bore trust doubt dwell gloat panic overcome please predict reward exist".split()
)


def find_refusals(scene: Scene) -> Iterator[StanceMark]:
    """Find what speakers say that they, or their side, will not do."""
    for clause in scene.clauses:
        if clause.lemma == "be" and not clause.conditional:
            yield from _nothing(scene, clause)
        if clause.modal in POSSIBLE and not clause.conditional and (clause.lemma in HAPPENING or clause.passive):
            yield from _no_such_thing(scene, clause)
        if clause.lemma in HAVING and not clause.negated and not clause.conditional:
            yield from _unintended(scene, clause)
        unwilled = clause.kind == "verb" and _unwilled(scene, clause)
        if (
            (unwilled or (clause.negated and _willed(clause)))
            and (clause.lemma in MOVES or _no_stance(scene, clause))
            and clause.kind == "verb"
            and (_of_talks(scene, clause) or not (clause.progressive or (unwilled and not _own(scene, clause))))
            and not unmeant(scene, clause)
        ):
            yield from _refusal(scene, clause)


def _others(scene: Scene, clause: Clause) -> bool:
    """Whether somebody does not want others to do it: "we don't want *the banks* to default"."""
    above = scene.clause_at[clause.above] if clause.above is not None and clause.under[:1] == ("want",) else None
    return above is not None and not set(above.doers) & set(clause.doers)


def _of_talks(scene: Scene, clause: Clause) -> bool:
    """Whether the deed is one that sides deal about: "does not want to *withdraw*", "is not giving up its *base*"."""
    parse, classes = scene.parse, stance_words().classes
    if clause.lemma in MOVES or clause.lemma in classes["dealing"]:
        return True
    below = (*clause.things, *(w for words in clause.preps.values() for w in words))
    return any(parse.lemma[w] in classes["matter"] for w in below)


def _own(scene: Scene, clause: Clause) -> bool:
    """Whether those speak who do not want to: what others say that somebody does not want is seldom a position."""
    return bool(clause.doers) and all(scene.parse.lower[d] in ("i", "we") for d in clause.doers)


def _unintended(scene: Scene, clause: Clause) -> Iterator[StanceMark]:
    """The refusal of "has no intention of *leaving the valley*", where what is not intended is no word of talks."""
    parse, dealing = scene.parse, stance_words().classes["dealing"]
    for noun in (t for t in clause.things if parse.lemma[t] in INTENTS):
        if not any(parse.lower[c] in ("no", "zero", "little") for c in parse.kids(noun, "det", "amod")):
            continue
        below = [
            *parse.kids(noun, "acl", "relcl"),
            *(v for p in parse.kids(noun, "prep") for v in parse.kids(p, "pcomp")),
        ]
        verb = next(
            (v for v in below if parse.lemma[v] not in dealing | NO_DEED and parse.tag[v] in ("VB", "VBG")), None
        )
        if verb is None or not (parse.kids(verb, "dobj", "prep", "prt") or parse.lemma[verb] in MOVES):
            continue
        about = clause_phrase(parse, verb, without=condition_words(parse, verb))
        yield from held_by_doers(scene, clause, parse.span(noun, noun), about, ("rejects", "stance.no-intention"))


def _no_stance(scene: Scene, clause: Clause) -> bool:
    """Whether the deed is none of the words that take a stance here: they are read as such."""
    senses = stance_words().verbs.get(clause.lemma, ())
    return all(s.id in BARE or matter_of(scene, clause, s) is None for s in senses)


def _willed(clause: Clause) -> bool:
    """Whether it is the doer's will: "will not", "vowed never to"."""
    return clause.modal in WILLS or clause.under[:1] in DECIDING


def _unwilled(scene: Scene, clause: Clause) -> bool:
    """Whether somebody says that they are "not going to", "do not want to", "do not intend to" do it."""
    if clause.above is None or clause.under[:1] not in (("go",), ("want",), ("intend",), ("plan",), ("wish",)):
        return False
    above = scene.clause_at[clause.above]
    return above.negated and not above.passive and (above.lemma != "go" or above.progressive) and above.time != "past"


def _no_such_thing(scene: Scene, clause: Clause) -> Iterator[StanceMark]:
    """The refusal of "there can be no truce until the port is open", "no new offer will be made"."""
    parse = scene.parse
    if not clause.passive and clause.lemma == "be" and parse.kid(clause.verb, "expl") is None:
        return
    for thing in clause.things if clause.passive else parse.kids(clause.verb, "attr", "nsubj"):
        if any(parse.lower[c] == "so" for c in parse.children[clause.verb]):
            continue  # "so there will be no deal" foresees it
        none = any(parse.lower[c] == "no" for c in parse.kids(thing, "det")) or (
            clause.negated and clause.lemma == "be"
        )
        holder = speaker_of(scene, clause)
        lemma = parse.lemma[thing]
        if not none or holder is None or lemma in OUTCRIES or lemma not in stance_words().classes["matter"]:
            continue
        about = noun_phrase(parse, thing, without=condition_words(parse, thing))
        words = parse.words_in(about)
        if parse.lower[words[0]] in ("no", "any") and len(words) > 1:
            about = Span(parse.start[words[1]], about.end)
        if clause.passive:
            about = hull(about, Span(about.start, clause_phrase(parse, clause.verb).end))
        yield StanceMark(
            span=hull(parse.span(clause.verb, clause.verb), about),
            cue=parse.span(clause.verb, clause.verb),
            actor=holder,
            stance="rejects",
            about=about,
            conditions=conditions_of(parse, clause.verb, thing),
            rule="stance.no-such",
        )


def _nothing(scene: Scene, clause: Clause) -> Iterator[StanceMark]:
    """The refusal of "there is nothing to negotiate with the rebels", "there is no chance of extending the truce"."""
    parse = scene.parse
    holder = speaker_of(scene, clause)
    if parse.kid(clause.verb, "expl") is None or clause.negated or holder is None:
        return
    for thing in parse.kids(clause.verb, "attr", "nsubj"):
        about = _talked_of(scene, thing) or _chance(scene, thing)
        if about is not None:
            cue = parse.span(clause.verb, clause.verb)
            yield StanceMark(
                span=hull(cue, about), cue=cue, actor=holder, stance="rejects", about=about, rule="stance.nothing-to"
            )


def _talked_of(scene: Scene, thing: int) -> Span | None:
    """The words of "nothing *to negotiate with the rebels*"."""
    parse = scene.parse
    verb = parse.kid(thing, "relcl", "acl") if parse.lower[thing] == "nothing" else None
    if verb is None or parse.lemma[verb] not in TALKING:
        return None
    return Span(parse.start[verb], max(clause_phrase(parse, verb).end, parse.end[verb]))


def _chance(scene: Scene, thing: int) -> Span | None:
    """The words of "no question of *a truce*", "no chance of *extending the deadline*"."""
    parse = scene.parse
    if parse.lemma[thing] not in CHANCES or not any(parse.lower[c] == "no" for c in parse.kids(thing, "det")):
        return None
    for prep in (p for p in parse.kids(thing, "prep") if parse.lower[p] in ("of", "for")):
        for word in parse.kids(prep, "pobj", "pcomp"):
            if parse.tag[word][:2] == "VB":
                return clause_phrase(parse, word)
            if parse.lemma[word] in stance_words().classes["matter"]:
                return noun_phrase(parse, word)
    return None


def _refusal(scene: Scene, clause: Clause) -> Iterator[StanceMark]:
    parse = scene.parse
    if _others(scene, clause):
        return
    said = (
        any(u in SPEECH - BELIEVING for u in clause.under[:2])
        or scene.speaker_at(clause.verb) is not None
        or clause.under[:1] == ("want",)
        or clause.under[:1] in DECIDING
    )
    if not said or clause.passive or clause.conditional or clause.lemma in NO_DEED:
        return
    if any(
        parse.lemma[t] in REMARKS or (clause.lemma == "discuss" and parse.tag[t] in ("DT", "PRP"))
        for t in clause.things
    ):
        return
    if not (clause.things or clause.complements or clause.preps or clause.lemma in MOVES):
        return
    whole = clause_phrase(parse, clause.verb, without=condition_words(parse, clause.verb))
    about = Span(parse.start[clause.verb], whole.end)
    cue = parse.span(clause.verb, clause.verb)
    for doer in clause.doers:
        actor = scene.mention_at.get(doer)
        if actor is not None and not named_beside(scene, doer, clause.doers):
            near = scene.mentions[actor].span
            same = parse.sentence[parse.words_in(near)[0]] == parse.sentence[clause.verb]
            yield StanceMark(
                span=hull(about, near) if same else about,
                cue=cue,
                actor=actor,
                stance="rejects",
                about=about,
                conditions=conditions_of(parse, clause.verb),
                rule="stance.will-not",
            )
