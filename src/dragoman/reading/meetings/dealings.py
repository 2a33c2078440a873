"""Finds who deals with whom outside of any meeting: "the pact between Peru and Chile", "a trade war with Tavia", "Norland's row with the guild".

Whose talks "the talks" are is often told by nothing else.
"""

from __future__ import annotations

from dragoman.reading.marks import DealingMark
from dragoman.reading.meetings.context import climb
from dragoman.reading.meetings.parties import noun_parties, sides_of
from dragoman.reading.meetings.sides import other_side, with_partner
from dragoman.reading.scene import Scene

DEALS = frozenset(
    "deal agreement accord pact treaty truce ceasefire cease-fire armistice settlement contract negotiator negotiation talk talks "
    "dialogue discussion breakthrough swap compromise bargaining diplomacy".split()
)
"""What sides have with each other, or somebody makes for one with another ("the chief *negotiator* with Tavia")."""
STRIFE = frozenset(
    "war conflict dispute standoff stand-off row feud quarrel fight fighting hostility tension impasse deadlock stalemate".split()
)
"""What sides have against each other; of a side told alone with it nobody knows whether it talks ("the war in *Tavia*")."""
PROGRAMMES = frozenset({"program", "programme", "arsenal", "ambition", "weapon"})
"""What talks are about that only are held with whose it is: "talks on *Tavia*'s nuclear programme"."""
PAIR = 2


def find_dealings(scene: Scene) -> tuple[DealingMark, ...]:
    """Find the nouns of dealing with which sides are told; none in a text that is about no negotiation."""
    if not scene.is_negotiation:
        return ()
    parse = scene.parse
    nouns = (i for i, lemma in enumerate(parse.lemma) if lemma in DEALS | STRIFE and parse.tag[i][:2] == "NN")
    told = ((noun, _sides(scene, noun)) for noun in nouns)
    return tuple(
        DealingMark(parse.span(noun, noun), sides, strife=parse.lemma[noun] in STRIFE) for noun, sides in told if sides
    )


def _sides(scene: Scene, noun: int) -> tuple[int, ...]:
    """The sides told with a noun, and the one that "with" leaves unsaid."""
    sides = noun_parties(scene, noun)
    if len(sides) < PAIR and sides and with_partner(scene, noun):
        sides = [*other_side(scene, noun, climb(scene, noun), sides[0]), *sides]
    return tuple(dict.fromkeys(sides or _owners_of_programme(scene, noun)))


def _owners_of_programme(scene: Scene, noun: int) -> list[int]:
    """Whose nuclear programme a deal or talks are about: "negotiations over *Tavia*'s nuclear programme"."""
    parse = scene.parse
    about = [
        o for c in parse.kids(noun, "prep") if parse.lower[c] in ("over", "on", "about") for o in parse.kids(c, "pobj")
    ]
    programmes = [
        o for o in about if parse.lemma[o] in PROGRAMMES and any(parse.lower[c] == "nuclear" for c in parse.children[o])
    ]
    return sides_of(scene, [p for o in programmes for p in parse.kids(o, "poss", "compound", "amod")])
