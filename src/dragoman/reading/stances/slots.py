"""Where the matter of a predicate stands: the object, the that-clause, the infinitive, the words after "for" or "on"."""

from __future__ import annotations

from dataclasses import replace

from dragoman.reading.grammar.clauses import Clause
from dragoman.reading.grammar.conditions import condition_words
from dragoman.reading.grammar.parse import Parse
from dragoman.reading.grammar.phrases import clause_phrase, noun_phrase, nouns, trim
from dragoman.reading.scene import Scene
from dragoman.reading.stances.clausal import fact, finite, infinitive, order, question, state
from dragoman.reading.stances.displaced import DISMISSING, displaced, unnamed
from dragoman.reading.stances.tails import joined
from dragoman.reading.stances.themes import Matter, below, is_time, theme_of
from dragoman.reading.stances.words import Sense, stance_words
from dragoman.terms.span import Span, hull

POINTERS = frozenset({"it", "this", "that", "them", "these", "those"})
NEEDS = frozenset({"need", "importance", "necessity", "urgency", "significance"})
OCCASIONS = frozenset("moment time day situation matter issue task crisis problem visit anniversary occasion".split())
"""What is urgent or important by itself: the "urgency of *the moment*"."""
_NEAR, _BEHIND_OWNER = 12, 60
"""Characters between a noun and its matter; more where it is told whom it is put to: "the call *for the guilds* to meet"."""
ATTENDANCE = frozenset({"attendance", "participation", "presence", "involvement"})


def in_slot(scene: Scene, clause: Clause, slot: str) -> Matter | None:
    """Return what fills one slot of a predicate, None where it is empty."""
    match slot:
        case "object":
            return _object(scene, clause)
        case "order":
            return order(scene, clause)
        case "clause":
            return finite(scene, clause)
        case "infinitive":
            return infinitive(scene, clause, "TO")
        case "favour" | "question" | "fact" | "state":
            return _further(scene, clause, slot)
        case "gerund":
            return infinitive(scene, clause, "VBG")
        case "until":
            marks = (
                scene.parse.lower[k] for c in scene.parse.kids(clause.verb, "advcl") for k in scene.parse.children[c]
            )
            return order(scene, clause) if clause.preps.get("until") or "until" in marks else None
        case "alone" if clause.things:
            return None
        case "itself" | "alone":
            whole = clause_phrase(scene.parse, clause.verb, without=condition_words(scene.parse, clause.verb))
            return Matter(Span(scene.parse.start[clause.verb], whole.end), clause.verb)
        case "need" | "attendance":
            return _noun_object(scene, clause, NEEDS if slot == "need" else ATTENDANCE)
        case _:
            return _prepositional(scene, clause, slot)


def _further(scene: Scene, clause: Clause, slot: str) -> Matter | None:
    """What fills a slot that few words have: "in favour of X", "weighs whether to X", "is glad that X", "wants X freed"."""
    if slot == "state":
        return state(scene, clause)
    if slot == "favour":
        return _favoured(scene, clause)
    return question(scene.parse, clause) if slot == "question" else fact(scene, clause)


def objects_of(scene: Scene, clause: Clause) -> list[int]:
    """The objects of a verb, times and answers among them: "gave the union *two days*", "said *no* to the plan"."""
    return [*clause.things, *scene.parse.kids(clause.verb, "npadvmod", "intj")]


def with_object(scene: Scene, clause: Clause, sense: Sense, slot: str) -> Matter | None:
    """The matter of a verb with its noun: "left the *door* open to talks", "has no *plans* to negotiate"."""
    parse = scene.parse
    noun = next((t for t in objects_of(scene, clause) if parse.lemma[t] in sense.object), None)
    if noun is None:
        return None
    if slot == "noun" or (slot == "table" and any(parse.lemma[w] == "table" for w in clause.governed("on"))):
        return Matter(noun_phrase(parse, noun), noun)
    if slot == "to-somebody":
        told = [*clause.governed("to", "before"), *clause.recipients]
        return Matter(noun_phrase(parse, noun), noun) if any(w in scene.mention_at for w in told) else None
    if slot == "dative":
        return next((below(scene, w) for w in clause.recipients if not scene.is_actor(w)), None)
    if slot in ("order", "itself"):
        return in_slot(scene, clause, slot)
    if slot in ("infinitive", "that"):
        verb = parse.kid(noun, "acl", "relcl", "ccomp") or parse.kid(clause.verb, "xcomp", "advcl")
        to = verb is not None and any(parse.tag[k] == "TO" for k in parse.children[verb])
        if verb is None or to is not (slot == "infinitive"):
            return None
        return Matter(clause_phrase(parse, verb, without=condition_words(parse, verb)), verb)
    inside = [
        o
        for c in _all_preps(parse, noun, clause.verb)
        if parse.lower[c] == slot
        for o in parse.kids(c, "pobj", "pcomp")
    ]
    for word in (*inside, *clause.governed(slot)):
        if not (scene.is_actor(word) and not unnamed(scene, word)) and not is_time(scene, word):
            return below(scene, word)
    return None


def _all_preps(parse: Parse, noun: int, verb: int) -> list[int]:
    """The prepositions below a noun or below an adjective told of it ("open to")."""
    adjectives = [*parse.kids(noun, "amod", "acl"), *parse.kids(verb, "oprd", "acomp")]
    return [*parse.kids(noun, "prep"), *(p for a in adjectives for p in parse.kids(a, "prep"))]


def _object(scene: Scene, clause: Clause) -> Matter | None:
    if (elsewhere := displaced(scene, clause)) is not None:
        return elsewhere
    things = [t for t in clause.things if not (_remarked(scene.parse, clause, t) or _named(scene, t))]
    if (pointer := _which(scene, clause, things)) is not None:
        return pointer
    if not things or scene.parse.tag[things[0]][:2] not in ("NN", "PR", "DT", "VB", "WD", "CD"):
        return None
    if scene.parse.tag[things[0]][:2] == "PR" and scene.parse.lower[things[0]] not in POINTERS:
        return None
    head = things[0]
    owner = next((scene.mention_at[c] for c in scene.parse.kids(head, "poss") if c in scene.mention_at), None)
    if scene.parse.tag[head][:2] == "VB":
        return Matter(clause_phrase(scene.parse, head), head)
    bare = nouns(scene.parse, [t for t in things if abs(t - head) < 40])
    span = _with_relative(scene, head, _with_theme(scene, head, bare))
    if span.start <= scene.parse.start[clause.verb] < span.end:
        span = bare if bare.end <= scene.parse.start[clause.verb] else _before(scene.parse, bare, clause.verb)
    return Matter(
        _without_verdict(scene, clause, span, head)
        if clause.passive
        else joined(scene, _without_verdict(scene, clause, span, head), clause.verb),
        head,
        owner,
    )


def _named(scene: Scene, word: int) -> bool:
    """Whether a word is an actor that is no matter."""
    return scene.is_actor(word) and not unnamed(scene, word)


def _remarked(parse: Parse, clause: Clause, word: int) -> bool:
    """Whether a noun only remarks on a matter told before it: "demanded that the army leave, *a demand* that Chad rejects"."""
    first = parse.left[word]
    apart = first > clause.verb and parse.word[first - 1] in (",", "-", "–", "—")
    return apart and any(parse.dep[c] == "ccomp" and c < word for c in clause.complements)


def _before(parse: Parse, span: Span, verb: int) -> Span:
    """The words of a matter before the participle that tells of it: "*a demand* rejected by Chad"."""
    first = parse.words_in(span)[0]
    return trim(parse, first, verb - 1) if first < verb else span


def _which(scene: Scene, clause: Clause, things: list[int]) -> Matter | None:
    """The "which" of "a council for the lake, *which* the cabinet rejects": it takes up the matter and not the lake."""
    parse = scene.parse
    if any(parse.lemma[t] in stance_words().classes["matter"] for t in things):
        return None
    for word in parse.kids(clause.verb, "dobj"):
        if parse.lower[word] == "which" and word > 0 and parse.word[word - 1] == ",":
            return Matter(parse.span(word, word), word)
    return None


def _with_relative(scene: Scene, head: int, span: Span) -> Span:
    """The words of "a contract *that leaves writers behind*": which one is meant is part of what is meant."""
    parse = scene.parse
    if not any(parse.lower[c] in ("a", "an", "any") for c in parse.kids(head, "det")):
        return span
    for c in parse.kids(head, "relcl"):
        first = parse.left[c]
        if parse.lower[first] == "that" and parse.span(first - 1, first - 1).end == span.end:
            return Span(span.start, clause_phrase(parse, c).end)
    return span


def _with_theme(scene: Scene, noun: int, span: Span) -> Span:
    """The words of "the demand *that observers verify it*" with what is demanded."""
    if scene.parse.lemma[noun] not in stance_words().nouns:
        return span
    themes = (theme_of(scene, noun, s) for s in stance_words().nouns[scene.parse.lemma[noun]])
    theme = next((t for t in themes if t is not None and t.span.start > span.start), None)
    if theme is None:
        return span
    first = scene.parse.lower[min(scene.parse.words_in(span)[-1] + 1, len(scene.parse) - 1)]
    near = _BEHIND_OWNER if first in ("for", "from", "by") else _NEAR
    return span if theme.span.start > span.end + near else hull(span, theme.span)


def _without_verdict(scene: Scene, clause: Clause, span: Span, head: int) -> Span:
    """The words of an object without the verdict on it: "dismissed the truce *as a trick*"."""
    parse = scene.parse
    if clause.lemma not in DISMISSING:
        return span
    words = parse.words_in(span)
    at = next(
        (
            i
            for i in words
            if i > head and parse.lower[i] == "as" and parse.lower[i + 1 : i + 2] not in (["well"], ["soon"])
        ),
        None,
    )
    return span if at is None or at == words[0] else trim(parse, words[0], at - 1)


def _noun_object(scene: Scene, clause: Clause, lemmas: frozenset[str]) -> Matter | None:
    parse = scene.parse
    for thing in clause.things:
        if parse.lemma[thing] not in lemmas:
            continue
        if lemmas is ATTENDANCE:
            return Matter(_with_place(scene, clause, noun_phrase(parse, thing)), thing)
        for prep in parse.kids(thing, "prep"):
            inner = parse.kids(prep, "pobj", "pcomp") if parse.lower[prep] in ("for", "of") else []
            if inner and parse.lemma[inner[0]] not in OCCASIONS:
                return below(scene, inner[0])
        if (verb := parse.kid(thing, "acl")) is not None:
            return Matter(clause_phrase(parse, verb), verb)
    return None


def _with_place(scene: Scene, clause: Clause, span: Span) -> Span:
    """The words of "its presence *at the talks*" with the talks, also where the grammar hung them on the verb."""
    parse = scene.parse
    for prep in parse.kids(clause.verb, "prep"):
        near = parse.span(prep - 1, prep - 1).end == span.end
        if near and parse.lower[prep] in ("at", "in", "to") and (inner := parse.kids(prep, "pobj")):
            return Span(span.start, noun_phrase(parse, inner[0]).end)
    return span


def _prepositional(scene: Scene, clause: Clause, prep: str) -> Matter | None:
    parse = scene.parse
    words = clause.governed(prep)
    if clause.kind == "adjective" and not words:
        words = [
            o
            for w in _beside(scene, clause)
            for p in parse.kids(w, "prep")
            if parse.lower[p] == prep
            for o in parse.kids(p, "pobj", "pcomp")
        ]
    for word in words:
        length = prep == "on" and parse.kid(word, "nummod") is not None  # "insisted on 45 days"
        if (scene.is_actor(word) and not unnamed(scene, word)) or (is_time(scene, word) and not length):
            continue
        found = below(scene, word)
        return replace(found, span=joined(scene, _with_theme(scene, word, found.span), clause.verb))
    return None


def _favoured(scene: Scene, clause: Clause) -> Matter | None:
    """The matter of "is in favour *of arbitration*"."""
    parse = scene.parse
    favours = (f for f in clause.governed("in") if parse.lemma[f] in ("favour", "favor"))
    inner = [o for f in favours for p in parse.kids(f, "prep") for o in parse.kids(p, "pobj", "pcomp")]
    return below(scene, inner[0]) if inner else None


def _beside(scene: Scene, clause: Clause) -> list[int]:
    """The adjectives coordinated with one, and the verb above: where a preposition that belongs to it may hang."""
    parse = scene.parse
    near = [*parse.conjuncts(clause.verb), parse.head[clause.verb]]
    return near if clause.above is None else [*near, *parse.conjuncts(clause.above)]
