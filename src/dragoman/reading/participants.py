"""Which actor a word of a clause stands for: its own mention, or the one that counts, owns or describes it.

"Thousands of *miners*", "*Norland*'s jets", "*Russian* aircraft", "a group of *students*".
"""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.reading.scene import Scene

QUANTITIES = frozenset(
    "ten hundred thousand million dozen score group number member majority part some many most all several both each half third "
    "quarter handful crowd series wave leader two three four five six seven eight nine one rest lot couple pair "
    "scores dozens hundreds thousands tens millions percent".split()
)


BODIES = frozenset(
    "force troop army military country government soldier navy jet plane warplane aircraft police parliament people nation side "
    "fighter militia tank warship ministry defence defense office team".split()
)
"""Words that act for their owner: "*its* forces", "*his* country"."""


def who(scene: Scene, word: int) -> int | None:
    """Return the index of the mention that `word` stands for or belongs to; None where none is named."""
    at, parse = scene.mention_at, scene.parse
    if parse.lemma[word] in QUANTITIES or parse.tag[word] in ("CD", "DT"):
        for below in _of(scene, word):
            return who(scene, below)
    if parse.lemma[word] in BODIES:
        for owner in parse.kids(word, "poss"):
            if owner in at and parse.tag[owner] == "PRP$":
                return at[owner]
    if word in at:
        return at[word]
    found = _beside(scene, word)
    return found if found is not None else next((at[below] for below in _of(scene, word) if below in at), None)


def _of(scene: Scene, word: int) -> list[int]:
    """The words after "of" below a word."""
    parse = scene.parse
    return [b for prep in parse.kids(word, "prep") if parse.lower[prep] == "of" for b in parse.kids(prep, "pobj")]


def _beside(scene: Scene, word: int) -> int | None:
    """The first mention among the words that own or describe a noun."""
    at, parse = scene.mention_at, scene.parse
    for kid in parse.children[word]:
        if parse.dep[kid] not in ("poss", "amod", "compound", "nmod", "appos", "npadvmod"):
            continue
        inner = parse.kids(kid, "npadvmod", "compound") if parse.dep[kid] == "amod" else []
        for found in (kid, *inner):
            if found in at:
                return at[found]
    return None


def first_of(scene: Scene, words: Iterable[int]) -> int | None:
    """Return the first mention that one of the words stands for, or None."""
    for word in words:
        found = who(scene, word)
        if found is not None:
            return found
    return None


def all_of(scene: Scene, words: Iterable[int]) -> list[int]:
    """Return the mentions that the words stand for, each once, in their order."""
    return list(dict.fromkeys(n for n in (who(scene, word) for word in words) if n is not None))
