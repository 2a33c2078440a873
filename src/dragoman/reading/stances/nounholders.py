"""Whose stance a noun tells: "*Mali's* demand", "an offer *by Mali*", "opposition to the plan *from Mali*"."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.reading.grammar.parse import Parse
from dragoman.reading.scene import Scene
from dragoman.reading.stances.themes import Matter

GIVING = frozenset(
    "make give issue express voice repeat reiterate renew signal declare show set extend launch press revive mount lodge "
    "deliver present reaffirm indicate maintain announce submit send direct address convey restate underline confirm have "
    "put forward table raise float demonstrate intensify increase exert apply pile tighten bring heap".split()
) | {"step up", "ramp up", "turn up", "keep up", "ratchet up", "crank up", "hand over"}
MAKING = GIVING | frozenset(
    {"draw up", "draft", "propose", "sponsor", "author", "devise", "broker", "hand over", "craft"}
)
FELT = frozenset("opposition resistance support backing objection".split())
BACKED = frozenset("backed supported endorsed proposed drafted sponsored demanded".split())


def holders_of_noun(scene: Scene, noun: int, matter: Matter) -> Iterator[int]:
    """The actors whose noun it is: before it, or after "by", "from", "of"."""
    parse = scene.parse
    for c in parse.children[noun]:
        dep = parse.dep[c]
        if parse.lemma[noun] == "deadline" and parse.lower[c] == "their":
            continue  # "missed *their* deadline"
        if dep in ("poss", "compound", "amod", "nmod") and c in scene.mention_at and not _backs(scene, c, noun):
            yield from (scene.mention_at[k] for k in parse.conjuncts(c) if k in scene.mention_at)
        elif dep in ("prep", "agent") and _leads(parse, noun, c, matter):
            for o in parse.kids(c, "pobj"):
                yield from (scene.mention_at[k] for k in parse.conjuncts(o) if k in scene.mention_at)
        elif dep == "acl" and parse.tag[c] == "VBN" and (made := scene.clause_at.get(c)) is not None:
            if made.lemma in MAKING:
                yield from (scene.mention_at[d] for d in made.doers if d in scene.mention_at)


def _leads(parse: Parse, noun: int, prep: int, matter: Matter) -> bool:
    """Whether a phrase tells the holder: "from" and "of" before the matter, "by" on either side.

    What is felt is held by those behind "from" and "among" too: "opposition to the plan *from Chad*".
    """
    word = parse.lower[prep]
    if parse.lemma[noun] in FELT and word in ("from", "among", "within"):
        return True
    return word == "by" or (word in ("from", "of") and (prep < matter.head or noun == matter.head))


def _backs(scene: Scene, first: int, noun: int) -> bool:
    """Whether a compound such as "-backed" stands between a modifier and its noun: then it is the backer's."""
    return any(scene.parse.lower[i] in BACKED and scene.parse.word[i - 1] == "-" for i in range(first + 1, noun))
