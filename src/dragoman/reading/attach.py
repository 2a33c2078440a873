"""Which date and which place belong to a predicate or a noun: the words that hang on it in the grammar.

A date or a place belongs to a verb when it stands in the verb's own clause, with no other verb between; it belongs to a
noun when it stands in the noun's phrase ("Thursday's talks", "the attack in Kabul last week"). In doubt: none.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from dragoman.reading.actors.states import states
from dragoman.reading.grammar.parse import Parse
from dragoman.terms.span import Span

if TYPE_CHECKING:
    from dragoman.reading.scene import Scene

PLACE_PREPOSITIONS = frozenset("in at near outside inside around across over throughout within off along into".split())
LANDS = frozenset(
    "region province area district city town village strip border island peninsula camp capital valley oblast governorate "
    "enclave mountains territory state county suburb front airport port base coast highlands desert sector".split()
)
"""Nouns that a place's name stands before: "the *Kharkiv* region"; before other nouns it only describes ("a U.S. embassy")."""
STREETS = frozenset({"street", "centre", "center", "town", "city", "capital", "district", "downtown"})
SIDES = frozenset("side outskirts outskirt edge grounds island".split())
OPEN = frozenset({"prep", "pobj", "dobj", "attr", "conj", "nsubjpass", "advmod", "agent"})
RAISING = frozenset(
    "expect schedule plan set due begin start continue resume have be go fail manage slate prepare resume bind".split()
)
"""Verbs that add a time or a mood to the verb below them and name no deed of their own."""


CLIMB, FAR_BEHIND = 5, 80
"""How many words above a place its day is looked for, and how far behind it."""


def date_of(scene: Scene, word: int) -> int | None:
    """Return the index of the date phrase that hangs on `word`, a predicate or a noun; None where there is none.

    The nearest one counts, of equals the first. "Was due on Sunday to *meet*" gives its date on to the verb below.
    """
    parse, held = scene.parse, scene.dates_below
    if found := held.get(word):
        return min(found)[1]
    above = parse.head[word]
    if parse.dep[word] in ("acomp", "oprd") and (found := held.get(above)):
        return min(found)[1]
    while parse.dep[word] == "xcomp" and parse.lemma[above] in RAISING and above != word:
        if found := held.get(above):
            return min(found)[1]
        word, above = above, parse.head[above]
    return None


def date_around(scene: Scene, word: int) -> int | None:
    """Return the date that hangs on a predicate, or on the noun or day whose "where" or "when" clause it is."""
    parse = scene.parse
    found = date_of(scene, word)
    while parse.dep[word] == "xcomp" and parse.lemma[parse.head[word]] in RAISING:
        word = parse.head[word]
    if found is None and parse.dep[word] == "advcl":
        return _day_before_when(scene, word)
    if found is not None or parse.dep[word] != "relcl":
        return found
    if not {parse.lower[c] for c in parse.children[word]} & {"where", "when"} and not _in_which(parse, word):
        return None
    at = parse.start[parse.head[word]]
    inside = next((n for n, d in enumerate(scene.dates) if d.span.start <= at < d.span.end), None)
    return _of_scene(scene, parse.head[word]) if inside is None else inside


def _in_which(parse: Parse, word: int) -> bool:
    """Whether a clause tells what was done in the thing before it: "a session *at which* they agreed"."""
    preps = (p for p in parse.kids(word, "prep") if parse.lower[p] in ("in", "at", "during"))
    return any(parse.lower[o] == "which" for p in preps for o in parse.kids(p, "pobj"))


def _of_scene(scene: Scene, noun: int) -> int | None:
    """The day of a place or an event, or of the way to it: "arrived on *Tuesday* in Lund, where he met the envoy"."""
    parse = scene.parse
    for _ in range(CLIMB):
        if (found := date_of(scene, noun)) is not None:
            return None if scene.dates[found].span.start > parse.end[noun] + FAR_BEHIND else found
        if parse.tag[noun][:2] == "VB" or parse.dep[noun] not in ("pobj", "conj", "appos", "prep", "dobj"):
            return None
        noun = parse.head[noun]
    return None


def _day_before_when(scene: Scene, word: int) -> int | None:
    """The day right before a clause of time: "came on *Friday*, when the guilds voted"."""
    parse = scene.parse
    when = next((c for c in parse.kids(word, "advmod") if parse.lower[c] == "when" and c < word), None)
    if not when:
        return None
    at = parse.end[when - 2 if parse.word[when - 1] == "," and when > 1 else when - 1]
    return next((n for n, d in enumerate(scene.dates) if d.span.end == at), None)


def place_of(scene: Scene, word: int) -> Span | None:
    """Return the innermost place named "in", "at" or "near" under `word`, a predicate or a noun; None where there is none."""
    return _innermost(scene, _preps_below(scene.parse, word))


def _innermost(scene: Scene, preps: list[int]) -> Span | None:
    """The first place named below the prepositions that is no whole state, else the first ("in the US, in Miami")."""
    parse, places = scene.parse, scene.places
    heads = (_place_below(parse, places, prep) for prep in preps)
    found = [places[head] for head in heads if head is not None]
    return next((p for p in found if p.of(parse.text) not in states().names), found[0] if found else None)


def near_place(scene: Scene, word: int) -> Span | None:
    """Return the place named in a phrase that hangs on `word` itself, not on the nouns below it."""
    parse = scene.parse
    preps = parse.kids(word, "prep")
    return _innermost(scene, [p for p in preps if parse.lower[p] in PLACE_PREPOSITIONS or _on_side(parse, p)])


def _on_side(parse: Parse, prep: int) -> bool:
    """Whether "on" leads to a part of a place: "*on* the outskirts of Lund"."""
    return parse.lower[prep] == "on" and any(parse.lemma[o] in SIDES for o in parse.kids(prep, "pobj"))


def _preps_below(parse: Parse, word: int) -> list[int]:
    """The prepositions of place that hang on `word` or, after those, on the nouns in its clause."""
    near: list[int] = []
    far: list[int] = []
    queue = [(c, 0) for c in parse.children[word]]
    while queue:
        i, depth = queue.pop(0)
        dep = parse.dep[i]
        through = _leads_through(parse, i) or _on_side(parse, i)
        if dep == "prep" and (parse.lower[i] in PLACE_PREPOSITIONS or through):
            (near if depth == 0 else far).append(i)
        if depth < 4 and dep in OPEN and parse.tag[i][:2] != "VB":
            queue += [(c, depth + 1) for c in parse.children[i]]
    return near + far


def _leads_through(parse: Parse, prep: int) -> bool:
    """Whether a way leads through a town: "marched *through the streets of* Lund"."""
    return parse.lower[prep] == "through" and any(parse.lemma[o] in STREETS for o in parse.kids(prep, "pobj"))


def _place_below(parse: Parse, places: Mapping[int, Span], prep: int) -> int | None:
    """The first named place below a preposition that is no owner of another one ("Ukraine's Kharkiv": Kharkiv)."""
    queue = parse.kids(prep, "pobj")
    while queue:
        i = queue.pop(0)
        if i in places:
            return i
        for c in parse.children[i]:
            if (
                parse.dep[c] in ("appos", "conj")
                or (parse.dep[c] in ("compound", "nmod") and parse.lemma[i] in LANDS)
                or (parse.dep[c] == "prep" and parse.lower[c] in (*PLACE_PREPOSITIONS, "of"))
            ):
                queue += [c] if parse.dep[c] != "prep" else parse.kids(c, "pobj")
    return None
