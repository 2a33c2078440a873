"""Where the matter of a stance stands: the object, the that-clause, the infinitive, the words after "for" or "on"."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.reading.clauses import Clause
from dragoman.reading.conditions import condition_words
from dragoman.reading.phrases import clause_phrase, noun_phrase, nouns
from dragoman.reading.scene import Scene
from dragoman.reading.stance_words import Sense, stance_words
from dragoman.terms.span import Span

POINTERS = frozenset({"it", "this", "that", "them", "these", "those"})
NEEDS = frozenset({"need", "importance", "necessity", "urgency", "significance"})
ATTENDANCE = frozenset({"attendance", "participation", "presence", "involvement"})
MEASURES = frozenset(
    "series round set number form kind continuation period start pair part implementation possibility prospect lot range".split()
)
WISHES = frozenset({"hope", "demand", "ask", "request", "propose", "urge", "recommend", "require"})


@dataclass(frozen=True, slots=True)
class Matter:
    """What a stance is about: its words, the head word, and the words for whoever it is put to."""

    span: Span
    head: int
    toward: int | None = None


def matter_of(scene: Scene, clause: Clause, sense: Sense) -> Matter | None:
    """Return the matter of a verb or adjective in one of its senses, None where there is none of the right class."""
    for slot in sense.matter:
        found = _in_slot(scene, clause, slot)
        if found is not None and _fits(scene, found, sense):
            return found
    return None


def theme_of(scene: Scene, noun: int, sense: Sense) -> Matter | None:
    """Return the matter of a noun: "demand *for a truce*", "offer *to mediate*"."""
    parse = scene.parse
    for c in (*parse.children[noun], *_behind(scene, noun)):
        if c < noun:
            continue
        if parse.dep[c] == "prep" and parse.lower[c] in sense.matter:
            inner = parse.kids(c, "pobj", "pcomp")
            if inner:
                return _below(scene, inner[0])
        if parse.dep[c] in ("acl", "ccomp", "relcl") and parse.tag[c][:2] == "VB":
            slot = "infinitive" if any(parse.tag[k] == "TO" for k in parse.children[c]) else "that"
            if slot in sense.matter and not (slot == "that" and _relative(scene, c)):
                return Matter(clause_phrase(parse, c, without=condition_words(parse, c)), c)
    return None


def _behind(scene: Scene, noun: int) -> list[int]:
    """The prepositions right behind an object that the grammar hung on its verb ("revived its campaign *for* a truce")."""
    parse = scene.parse
    if parse.dep[noun] != "dobj":
        return []
    return [c for c in parse.kids(parse.head[noun], "prep") if c == parse.right[noun] + 1 and parse.lower[c] == "for"]


def _relative(scene: Scene, verb: int) -> bool:
    """Whether a clause below a noun is a relative one: its "that" or "which" is an argument, no mark."""
    parse = scene.parse
    return not any(parse.dep[k] == "mark" and parse.lower[k] == "that" for k in parse.children[verb])


def _below(scene: Scene, word: int) -> Matter:
    parse = scene.parse
    if parse.tag[word][:2] == "VB":
        return Matter(clause_phrase(parse, word, without=condition_words(parse, word)), word)
    return Matter(nouns(parse, parse.conjuncts(word)), word)


def _in_slot(scene: Scene, clause: Clause, slot: str) -> Matter | None:
    match slot:
        case "object":
            return _object(scene, clause)
        case "order":
            return _order(scene, clause)
        case "clause":
            return _finite(scene, clause)
        case "infinitive":
            return _infinitive(scene, clause, "TO")
        case "gerund":
            return _infinitive(scene, clause, "VBG")
        case "alone" if clause.things:
            return None
        case "itself" | "alone":
            whole = clause_phrase(scene.parse, clause.verb, without=condition_words(scene.parse, clause.verb))
            return Matter(Span(scene.parse.start[clause.verb], whole.end), clause.verb)
        case "need" | "attendance":
            return _noun_object(scene, clause, NEEDS if slot == "need" else ATTENDANCE)
        case _:
            return _prepositional(scene, clause, slot)


def _object(scene: Scene, clause: Clause) -> Matter | None:
    things = [t for t in clause.things if not scene.is_actor(t) or _unnamed(scene, t)]
    if not things or scene.parse.tag[things[0]][:2] not in ("NN", "PR", "DT", "VB", "WD", "CD"):
        return None
    if scene.parse.tag[things[0]][:2] == "PR" and scene.parse.lower[things[0]] not in POINTERS:
        return None
    head = things[0]
    owner = next((scene.mention_at[c] for c in scene.parse.kids(head, "poss") if c in scene.mention_at), None)
    if scene.parse.tag[head][:2] == "VB":
        return Matter(clause_phrase(scene.parse, head), head)
    return Matter(nouns(scene.parse, [t for t in things if abs(t - head) < 40]), head, owner)


def _unnamed(scene: Scene, word: int) -> bool:
    """Whether an actor's words can be a matter all the same: "*a* border commission", "foreign monitors"."""
    parse = scene.parse
    if scene.mentions[scene.mention_at[word]].form == "name":
        return False
    return not parse.kids(word, "poss") and all(parse.lower[c] in ("a", "an", "any") for c in parse.kids(word, "det"))


def _order(scene: Scene, clause: Clause) -> Matter | None:
    """The matter of "urged X to V", "called on X to V", "called for X to V"."""
    parse = scene.parse
    below = [c for c in parse.children[clause.verb] if parse.dep[c] in ("xcomp", "ccomp", "advcl", "acl") and c > clause.verb]
    if clause.preps.get("for"):
        below += [c for c in clause.preps["for"] if parse.tag[c][:2] == "VB"]
    for verb in below:
        to = next((k for k in parse.children[verb] if parse.tag[k] == "TO"), None)
        if parse.tag[verb] != "VB" or to is None or parse.word[to - 1] == ",":
            continue
        own = parse.kid(verb, "nsubj")
        addressees = [own] if own is not None else [*clause.things, *clause.governed("on", "upon", "to", "for")]
        addressee = next((a for a in addressees if a in scene.mention_at), None)
        if addressee is None:
            continue
        span = clause_phrase(parse, verb, without=condition_words(parse, verb))
        return Matter(span, verb, scene.mention_at[addressee])
    return None


def _finite(scene: Scene, clause: Clause) -> Matter | None:
    """The matter of "demanded that X leave": a that-clause in the subjunctive, or any after a word of wishing."""
    parse = scene.parse
    for verb in clause.complements:
        if parse.dep[verb] != "ccomp" or any(parse.tag[k] == "TO" for k in parse.children[verb]):
            continue
        auxiliaries = {parse.lower[k] for k in parse.children[verb] if parse.dep[k] in ("aux", "auxpass")}
        bare = parse.tag[verb] == "VB" or "be" in auxiliaries or (clause.time == "past" and parse.tag[verb] == "VBP")
        if bare or auxiliaries & {"should", "must"} or clause.lemma in WISHES:
            return Matter(clause_phrase(parse, verb, without=condition_words(parse, verb)), verb)
    return None


def _infinitive(scene: Scene, clause: Clause, tag: str) -> Matter | None:
    parse = scene.parse
    below = [c for c in parse.children[clause.verb] if parse.dep[c] in ("xcomp", "ccomp", "advcl") and c > clause.verb]
    for verb in below:
        marked = any(parse.tag[k] == "TO" for k in parse.children[verb])
        if (tag == "TO" and marked and parse.dep[verb] != "advcl") or (tag == "VBG" and parse.tag[verb] == "VBG" and parse.dep[verb] == "xcomp"):
            return Matter(clause_phrase(parse, verb, without=condition_words(parse, verb)), verb)
    return None


def _noun_object(scene: Scene, clause: Clause, lemmas: frozenset[str]) -> Matter | None:
    parse = scene.parse
    for thing in clause.things:
        if parse.lemma[thing] not in lemmas:
            continue
        if lemmas is ATTENDANCE:
            return Matter(noun_phrase(parse, thing), thing)
        for prep in parse.kids(thing, "prep"):
            if parse.lower[prep] in ("for", "of") and (inner := parse.kids(prep, "pobj", "pcomp")):
                return _below(scene, inner[0])
        if (verb := parse.kid(thing, "acl")) is not None:
            return Matter(clause_phrase(parse, verb), verb)
    return None


def _prepositional(scene: Scene, clause: Clause, prep: str) -> Matter | None:
    parse = scene.parse
    words = clause.governed(prep)
    if clause.kind == "adjective" and not words:
        words = [o for w in _beside(scene, clause) for p in parse.kids(w, "prep") if parse.lower[p] == prep for o in parse.kids(p, "pobj", "pcomp")]
    for word in words:
        if (scene.is_actor(word) and not _unnamed(scene, word)) or _is_time(scene, word):
            continue
        return _below(scene, word)
    return None


def _beside(scene: Scene, clause: Clause) -> list[int]:
    """The adjectives coordinated with one, and the verb above: where a preposition that belongs to it may hang."""
    parse = scene.parse
    near = [*parse.conjuncts(clause.verb), parse.head[clause.verb]]
    return near if clause.above is None else [*near, *parse.conjuncts(clause.above)]


def _is_time(scene: Scene, word: int) -> bool:
    at = scene.parse.start[word]
    return any(d.span.start <= at < d.span.end for d in scene.dates)


def _fits(scene: Scene, matter: Matter, sense: Sense) -> bool:
    parse = scene.parse
    heads = {parse.lemma[i] for i in parse.conjuncts(matter.head)}
    if sense.not_only & heads:
        return False
    if sense.only is None or parse.lower[matter.head] in POINTERS:
        return True
    if parse.tag[matter.head][:2] == "VB":
        return sense.only is not stance_words().classes["talks"] or "alone" in sense.matter
    return bool(heads & sense.only) or bool(_of_heads(scene, matter.head) & sense.only)


def _of_heads(scene: Scene, noun: int) -> set[str]:
    """The nouns below "of": "a series of *talks*"."""
    parse = scene.parse
    if parse.lemma[noun] not in MEASURES:
        return set()
    return {parse.lemma[o] for c in parse.kids(noun, "prep") if parse.lower[c] == "of" for o in parse.kids(c, "pobj")}
