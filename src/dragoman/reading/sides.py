"""Which words beside a noun name the sides it belongs to: "*Ukraine*'s team", "the *Hamas* delegation", "envoys of *Oman*"."""

from __future__ import annotations

from dragoman.reading.actors.states import states
from dragoman.reading.grammar.parse import Parse
from dragoman.reading.senses import words_of

_OWNING = frozenset({"from", "of", "for", "representing"})


def is_side(parse: Parse, i: int) -> bool:
    """Whether word `i` can name a side: a name, a demonym, a noun for a group."""
    return (
        parse.tag[i] in ("NNP", "NNPS")
        or parse.lemma[i] in words_of("teams", "collective")
        or states().code(parse.word[i]) is not None
    )


def sides_of(parse: Parse, noun: int) -> list[int]:
    """Return the words that name the sides of a team or an accord, in the order of the text; none where none is named."""
    owners = [c for c in parse.kids(noun, "poss") if parse.tag[c] != "WP$"]
    if owners:
        return [k for o in owners for k in parse.conjuncts(o)]
    found = [
        side
        for c in parse.kids(noun, "prep", "acl")
        if parse.lower[c] in _OWNING
        for o in parse.kids(c, "pobj", "dobj")
        for k in parse.conjuncts(o)
        for side in ([k] if is_side(parse, k) else _demonym(parse, k))
    ]
    before = [m for c in parse.kids(noun, "compound", "amod", "nmod") if c < noun and (m := _modifying(parse, c))]
    return found or (before[-1] if before else [])  # "the Syrian *government* delegation" goes for one side


def _demonym(parse: Parse, people: int) -> list[int]:
    """The word of a state in front of people who go for it: "a delegation of *Norvian* senators"."""
    return [c for c in parse.kids(people, "amod", "compound") if states().code(parse.word[c]) is not None][:1]


def _modifying(parse: Parse, i: int) -> list[int]:
    """A modifier and those coordinated with it, as far as they name sides: "*Israeli* and *Palestinian* delegations"."""
    inner = [k for c in parse.kids(i, "compound", "nmod") if _hyphened(parse, c) for k in _modifying(parse, c)]
    return inner + [k for k in parse.conjuncts(i) if is_side(parse, k) or _capital(parse, k)]


def _capital(parse: Parse, i: int) -> bool:
    """Whether an adjective is written as a name within its sentence: "a *Norvian* delegation"."""
    return i > 0 and parse.word[i][:1].isupper() and parse.sentence[i - 1] == parse.sentence[i]


def _hyphened(parse: Parse, i: int) -> bool:
    """Whether a hyphen, dash or slash follows the word: "*US*-China"."""
    return i + 1 < len(parse) and parse.word[i + 1] in ("-", "–", "/")
