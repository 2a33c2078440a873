"""Objects that do not stand where objects stand: "what we need is *a truce*", "rejected as “absurd” *calls for a pause*"."""

from __future__ import annotations

from dragoman.reading.grammar.clauses import Clause
from dragoman.reading.grammar.conditions import condition_words
from dragoman.reading.grammar.phrases import clause_phrase
from dragoman.reading.scene import Scene
from dragoman.reading.stances.themes import Matter, below
from dragoman.reading.stances.words import stance_words
from dragoman.terms.span import Span

OFFERING = frozenset({"propose", "suggest", "offer", "present", "submit", "recommend"})
CLOSING = frozenset({'"', "”", "'", "’"})
DISMISSING = frozenset(
    "reject rebuff dismiss denounce condemn refuse spurn hail welcome praise describe criticise criticize slam blast".split()
)


def displaced(scene: Scene, clause: Clause) -> Matter | None:
    """Return the object of a clause that stands apart from it; None where the object stands in its place."""
    if clause.passive and (asked := _as_asked(scene, clause)) is not None:
        return asked
    if (cleft := _cleft(scene, clause)) is not None:
        return cleft
    return (_mistaken_noun(scene, clause) or _late(scene, clause)) if not clause.things else None


def unnamed(scene: Scene, word: int) -> bool:
    """Say whether an actor's words can be a matter all the same: "*a* border commission", "foreign monitors"."""
    parse = scene.parse
    if scene.mentions[scene.mention_at[word]].form == "name":
        return False
    return not parse.kids(word, "poss") and all(parse.lower[c] in ("a", "an", "any") for c in parse.kids(word, "det"))


def _as_asked(scene: Scene, clause: Clause) -> Matter | None:
    """The matter of "did not leave *as demanded by the rebels*": the clause that it hangs on."""
    parse = scene.parse
    above = clause.above
    if above is None or not any(parse.dep[k] == "mark" and parse.lower[k] == "as" for k in parse.children[clause.verb]):
        return None
    whole = clause_phrase(parse, above, without=[clause.verb, *condition_words(parse, above)])
    return Matter(Span(parse.start[above], whole.end), above) if whole.end > parse.start[above] else None


def _mistaken_noun(scene: Scene, clause: Clause) -> Matter | None:
    """The object of "is studying the ceasefire *offer*", where the grammar took the noun for a verb."""
    parse = scene.parse
    for c in clause.complements:
        bare = (
            parse.tag[c] == "VB"
            and parse.dep[c] == "ccomp"
            and parse.right[c] == c
            and parse.lemma[c] in stance_words().nouns
        )
        if bare and parse.dep[c - 1] == "nsubj" and parse.kids(c - 1, "det"):
            return Matter(parse.span(parse.left[c], c), c)
    return None


def _late(scene: Scene, clause: Clause) -> Matter | None:
    """The object that stands behind a phrase and that the grammar hung on it.

    As in "rejected as “absurd” *calls for a truce*", "proposed to Chad *a joint plan*".
    """
    parse = scene.parse
    for word in clause.governed("to") if clause.lemma in OFFERING else ():
        for beside in parse.kids(word, "appos"):
            if parse.kid(beside, "det") is not None and not scene.is_actor(beside):
                return below(scene, beside)
    for word in clause.governed("as") if clause.lemma in DISMISSING else ():
        verdict = next((c for c in parse.kids(word, "amod") if parse.word[c + 1] in CLOSING), None)
        if verdict is not None and word > verdict + 1:
            end = max(clause_phrase(parse, word).end, parse.end[word])
            return Matter(Span(parse.start[verdict + 2], end), word)
    return None


def _cleft(scene: Scene, clause: Clause) -> Matter | None:
    """The matter of "what we need is *a lasting truce*", which stands behind the copula."""
    parse = scene.parse
    above = parse.head[clause.verb]
    asked = parse.dep[clause.verb] == "csubj" and parse.lower[parse.kid(clause.verb, "dobj") or clause.verb] == "what"
    if not asked or parse.lemma[above] != "be":
        return None
    for word in parse.kids(above, "attr", "xcomp", "ccomp"):
        if word > above and not (scene.is_actor(word) and not unnamed(scene, word)):
            return below(scene, word)
    return None
