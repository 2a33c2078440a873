"""Who helps others to talk: "Turkish-brokered talks", "talks mediated by Oman", "under the mediation of Oman"."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.reading.meetings.parties import HOSTING, MEDIATING, actors_of, sides_of
from dragoman.reading.scene import Scene

MEDIATION = frozenset(
    {"mediation", "auspex", "auspices", "aegis", "patronage", "sponsorship", "facilitation", "brokerage"}
)
THROUGH = frozenset({"under", "with", "through", "via", "by", "amid"})
BROKERING = frozenset({"broker", "mediate", "facilitate", "sponsor"})
INVITING = frozenset({"host", "convene", "organise", "organize"})


def helpers_of(scene: Scene, noun: int) -> tuple[list[int], list[int]]:
    """Return the mediators and the hosts that stand with a meeting noun."""
    parse = scene.parse
    mediators: list[int] = []
    hosts: list[int] = []
    for i in range(max(parse.left[noun], noun - 12), noun):
        if parse.lower[i] in MEDIATING | HOSTING and i >= 2 and parse.word[i - 1] == "-" and i - 2 in scene.mention_at:
            (mediators if parse.lower[i] in MEDIATING else hosts).append(scene.mention_at[i - 2])
    for c in parse.kids(noun, "amod"):
        doer = parse.kid(c, "npadvmod", "nsubj")
        if parse.tag[c] == "VBD" and doer in scene.mention_at and parse.lower[c] in MEDIATING | HOSTING:
            (mediators if parse.lower[c] in MEDIATING else hosts).append(scene.mention_at[doer])
    for c in (i for i in range(noun + 1, parse.right[noun] + 1) if parse.dep[i] in ("acl", "relcl")):
        clause = scene.clause_at.get(c)
        if clause is not None and clause.lemma in BROKERING:
            mediators += sides_of(scene, clause.doers)
        elif clause is not None and clause.lemma in INVITING:
            hosts += sides_of(scene, clause.doers)
    for c in parse.kids(noun, "prep"):
        if parse.lower[c] == "through":
            mediators += actors_of(scene, parse.kids(c, "pobj"))
    return [*mediators, *_mediating(scene, noun)], hosts


def _mediating(scene: Scene, noun: int) -> Iterator[int]:
    """Those whose mediation stands with talks or in their clause: "under *Omani* mediation", "with mediation by *Oman*"."""
    parse = scene.parse
    if parse.lemma[noun] in MEDIATION:
        yield from owners_of_mediation(scene, noun)
    verb = next((a for a in parse.ancestors(noun) if a in scene.clause_at), None)
    above = [noun, *([verb, *scene.clause_at[verb].doers] if verb is not None else [])]
    for prep in (p for w in above for p in parse.kids(w, "prep") if parse.lower[p] in THROUGH):
        for word in parse.kids(prep, "pobj"):
            if parse.lower[word] in MEDIATION and word != noun:
                yield from owners_of_mediation(scene, word)


def owners_of_mediation(scene: Scene, word: int) -> Iterator[int]:
    """The actors whose mediation a noun tells: before it, or after "of" and "by"."""
    parse = scene.parse
    before = parse.kids(word, "poss", "amod", "compound", "nmod")
    behind = [
        o
        for p in parse.kids(word, "prep", "agent")
        if parse.lower[p] in ("of", "by", "from")
        for o in parse.kids(p, "pobj")
    ]
    yield from actors_of(scene, [*before, *behind])


def only_helps(scene: Scene, noun: int) -> bool:
    """Whether a mediation is no meeting of its own but tells how another came about: "talks *under Omani mediation*"."""
    parse = scene.parse
    return (
        parse.lower[noun] in MEDIATION
        and parse.dep[noun] == "pobj"
        and parse.lower[parse.head[noun]] in THROUGH | {"of"}
    )
