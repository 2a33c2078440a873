"""Against whom people protest: named in what they demand or in what they protest at."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.reading.deeds.frame import noun_preps
from dragoman.reading.participants import all_of
from dragoman.reading.scene import Scene

PROTESTS = frozenset({"protest", "labour-strike", "hunger-strike", "riot", "road-block", "petition"})
CLAIMING = frozenset(
    "demand protest call denounce urge press oppose condemn seek defy say complain force pressure convince show want reject".split()
)
AGAINST = ("against", "at", "over", "of", "for", "from", "on", "to", "by", "with")


def protest_target(scene: Scene, words: Iterable[int], actor: int | None) -> int | None:
    """Return the first actor in the demand or the grievance that hangs on one of the words, other than `actor`."""
    for word in words:
        for claim in _claims(scene, word):
            for found in all_of(scene, claim):
                if found != actor:
                    return found
    return None


def _claims(scene: Scene, word: int) -> Iterable[list[int]]:
    """The words that a protest is about: objects of "demanding", "to protest", what "in protest at" governs."""
    parse = scene.parse
    for c in parse.children[word]:
        if parse.dep[c] in ("advcl", "xcomp", "acl", "conj") and parse.lemma[c] in CLAIMING and c in scene.clause_at:
            clause = scene.clause_at[c]
            below = [d for k in clause.complements if k in scene.clause_at for d in scene.clause_at[k].doers]
            yield [*clause.things, *below]
            yield [w for prep in AGAINST for w in clause.governed(prep)]
            yield [w for thing in clause.things for prep in AGAINST for w in noun_preps(parse, thing).get(prep, ())]
        elif parse.dep[c] == "prep" and parse.lower[c] in ("in", "over", "at", "against", "of"):
            for below_prep in parse.kids(c, "pobj"):
                yield [below_prep] if parse.lower[c] != "in" else []
                preps = noun_preps(parse, below_prep)
                if parse.lower[c] != "in" or parse.lemma[below_prep] in ("protest", "defiance", "support"):
                    yield [w for prep in AGAINST for w in preps.get(prep, ())]
                    yield [
                        v
                        for w in (u for prep in AGAINST for u in preps.get(prep, ()))
                        for p in AGAINST
                        for v in noun_preps(parse, w).get(p, ())
                    ]
