"""Whether a verb or a noun stands in the company that its entry in the lexicon of deeds asks for."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.reading.actors.states import states
from dragoman.reading.deeds.games import is_labour
from dragoman.reading.deeds.words import DeedWords
from dragoman.reading.grammar.clauses import Clause
from dragoman.reading.grammar.parse import Parse
from dragoman.reading.scene import Scene

LETTING = frozenset({"allow", "permit", "let", "order", "authorise", "authorize", "force"})
"""Verbs whose object is the subject of the verb below them: "allowed *trucks* to enter"."""
FORCES = {
    "*army": {"state", "military"},
    "*force": {"state", "military", "armed-group"},
    "*troops": {"military", "armed-group"},
}
FIRING = frozenset(
    "gun sniper artillery mortar tank rocket machine army police enemy friendly hostile rebel missile shell live troop".split()
)
MONEY = frozenset({"million", "billion", "dollar", "euro", "pound", "ruble", "rouble", "yen"})
"""What stands for the thing that it is paid or frozen in: "froze nine million *euros* in assets"."""
LETTERS = 3
WARS = frozenset({"war", "conflict"})
"""What kills as a doer, and is only a time where others are killed in it."""
FRONT = frozenset({"amod", "compound", "nmod", "poss", "nummod"})
BESIDE = frozenset({"amod", "advmod", "acomp", "oprd", "prt", "compound", "nmod"})


def phrase_words(parse: Parse, word: int) -> set[str]:
    """The base forms of a noun and of the words in front of it, and of what it counts ("tens of *thousands* of *men*")."""
    out = {parse.lemma[word]}
    for c in parse.children[word]:
        dep = parse.dep[c]
        if dep in FRONT:
            out.add(parse.lemma[c])
            out.update(parse.lemma[k] for k in parse.children[c] if parse.dep[k] in FRONT)
        elif dep == "prep" and (parse.lower[c] == "of" or (parse.lower[c] == "in" and parse.lemma[word] in MONEY)):
            for below in parse.kids(c, "pobj"):
                out |= phrase_words(parse, below)
    return out


def _all_sides(clause: Clause) -> tuple[int, ...]:
    return (*clause.doers, *clause.things)


def _words(parse: Parse, words: Iterable[int]) -> set[str]:
    out: set[str] = set()
    for word in words:
        out |= phrase_words(parse, word)
    return out


def verb_fits(scene: Scene, clause: Clause, entry: DeedWords) -> bool:
    """Whether the clause has the objects, doers and companions that the entry asks for, and none that it excludes."""
    parse = scene.parse
    things, doers = _words(parse, clause.things), _words(parse, _named_doers(scene, clause))
    if clause.lemma in LETTING:
        things |= _words(
            parse, (w for c in clause.complements if c in scene.clause_at for w in _all_sides(scene.clause_at[c]))
        )
    if "agentless" in entry.manner and (clause.doers or not clause.passive):
        return False
    if entry.objects is not None and "either" not in entry.manner and not things & entry.objects:
        if not any(_is_called(scene, thing, entry) for thing in clause.things):
            return False
    if entry.through and not any(_goes_through(scene, preps, entry) for preps in _reach(parse, clause)):
        return False
    forces = any(_is_force(scene, doer, entry) for doer in _named_doers(scene, clause))
    if entry.doers and not (
        forces or doers & entry.doers or ("either" in entry.manner and things & (entry.objects or set()))
    ):
        return False
    if not entry.without and not entry.modifiers:
        return True
    beside = {parse.lemma[c] for c in parse.children[clause.verb] if parse.dep[c] in BESIDE}
    governed = {parse.lemma[w] for words in clause.preps.values() for w in words}
    barred = entry.without - {"fire"} if any(_is_gunfire(scene, d) for d in clause.doers) else entry.without
    barred -= WARS & {parse.lemma[d] for d in clause.doers}
    if barred & (things | doers | beside | governed | set(clause.preps)):
        return False
    return not entry.modifiers or bool(entry.modifiers & (things | beside))


def _is_gunfire(scene: Scene, word: int) -> bool:
    """Whether "fire" is somebody's or that of arms: "*Israeli* fire", "*sniper* fire"."""
    parse = scene.parse
    if parse.lemma[word] != "fire":
        return False
    return any(
        parse.lemma[c] in FIRING or parse.dep[c] == "poss" or states().code(parse.word[c]) is not None
        for c in parse.children[word]
        if parse.dep[c] in FRONT
    )


def _named_doers(scene: Scene, clause: Clause) -> tuple[int, ...]:
    """The doers of a clause; for the "it" of "the union said *it* would strike" whoever said so."""
    above = scene.clause_at[clause.above] if clause.above is not None and clause.under else None
    if above is None or not clause.doers or any(scene.parse.lower[d] not in ("it", "they") for d in clause.doers):
        return clause.doers
    return above.doers


def _is_called(scene: Scene, word: int, entry: DeedWords) -> bool:
    """Whether an object is a name of the kind that the entry takes ("*place", "*land", "*name", "*person")."""
    objects, mention = entry.objects or frozenset(), scene.mention_at.get(word)
    if "*place" in objects and _is_place(scene, word, entry):
        return True
    kind = scene.mentions[mention].kind if mention is not None else None
    if "*land" in objects and _is_land(scene, word):
        return True
    if "*name" in objects and scene.parse.tag[word] in ("NNP", "NNPS") and kind in (None, "state", "government"):
        return True
    return "*person" in objects and kind == "person"


def _is_place(scene: Scene, word: int, entry: DeedWords) -> bool:
    """Whether a word is the name of a place, which one can take: "seized Ober", "seized Ober, the largest city"."""
    parse = scene.parse
    if parse.tag[word] not in ("NNP", "NNPS"):
        return False
    called = any(parse.lemma[c] in (entry.objects or ()) for c in parse.kids(word, "appos"))
    return called or word in scene.places or parse.entity[word] in _PLACES


_PLACES = frozenset({"GPE", "LOC", "FAC"})


def _reach(parse: Parse, clause: Clause) -> list[dict[str, list[int]]]:
    """What prepositions govern in a clause: below its verb, and below each of its objects."""
    return [clause.preps, *(noun_preps(parse, thing) for thing in clause.things)]


def _goes_through(scene: Scene, preps: dict[str, list[int]], entry: DeedWords) -> bool:
    parse = scene.parse
    return any(
        "*" in words
        or ("*pact" in words and any(_is_pact(parse, governed) for governed in preps[prep]))
        or ("*land" in words and any(_is_land(scene, governed) for governed in preps[prep]))
        or any(words & phrase_words(parse, governed) for governed in preps[prep])
        for prep, words in entry.through
        if prep in preps
    )


def _is_land(scene: Scene, word: int) -> bool:
    mention = scene.mention_at.get(word)
    return mention is not None and scene.mentions[mention].kind in ("state", "government")


def _is_pact(parse: Parse, word: int) -> bool:
    """Whether a word is the name of a treaty, or letters that stand for one or for a league of states: "the JCPOA"."""
    letters = parse.word[word].isupper() and parse.word[word].isalpha() and len(parse.word[word]) > LETTERS
    return parse.entity[word] == "LAW" or (letters and parse.entity[word] not in ("GPE", "PERSON"))


def noun_fits(scene: Scene, noun: int, entry: DeedWords, doers: Iterable[int]) -> bool:
    """Whether the noun has the words in front of it and after it that the entry asks for, and none that it excludes."""
    parse = scene.parse
    if "labour" in entry.manner and not is_labour(parse, noun):
        return False
    front = phrase_words(parse, noun)
    front.discard(parse.lemma[noun]) if parse.lemma[noun] not in entry.modifiers else None
    preps = noun_preps(parse, noun)
    if entry.without & (front | {parse.lemma[w] for words in preps.values() for w in words}):
        return False
    if entry.modifiers and not entry.modifiers & front:
        return False
    if entry.objects is not None and not entry.objects & front:
        return False
    if entry.through and not _goes_through(scene, preps, entry):
        return False
    if any(_is_force(scene, doer, entry) for doer in doers):
        return True
    return not entry.doers or bool(entry.doers & (_words(parse, doers) | front))


def _is_force(scene: Scene, word: int, entry: DeedWords) -> bool:
    """Whether a word stands for a state or an army ("*army" in the entry's doers), or for an armed group too ("*force")."""
    mention = scene.mention_at.get(word)
    if mention is None:
        return False
    return any(scene.mentions[mention].kind in kinds for name, kinds in FORCES.items() if name in entry.doers)


def noun_preps(parse: Parse, noun: int) -> dict[str, list[int]]:
    """The words that prepositions below a noun govern, by preposition."""
    out: dict[str, list[int]] = {}
    for prep in parse.children[noun]:
        if parse.dep[prep] == "acl" and parse.lemma[prep] == "involve":
            out.setdefault("of", []).extend(parse.kids(prep, "dobj"))
        if parse.dep[prep] in ("prep", "agent"):
            for below in parse.kids(prep, "pobj"):
                out.setdefault(parse.lower[prep], []).extend(parse.conjuncts(below))
    return out
