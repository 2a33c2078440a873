"""Agreements whose end a noun tells: "the collapse of the 2015 truce", "Norland's withdrawal from the river treaty"."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.reading.accords.facts import Accord
from dragoman.reading.accords.rules import AccordRules
from dragoman.reading.scene import Scene

GOING = frozenset({"withdrawal", "exit", "pullout", "departure"})
"""Nouns behind whose "from" stands what somebody leaves."""
FEARING = frozenset(
    "risk threat danger fear verge brink possibility prospect warning case event talk call demand plan deadline date until "
    "till without week month day hour year avoid prevent avert".split()
)
"""What makes an end only feared, or a day: "the *brink* of collapse", "until the *end* of the truce"."""
COMING = frozenset({"take", "come", "occur", "happen", "begin", "become", "follow"})
DECLARING = frozenset({"announce", "declare", "confirm", "order", "decree", "proclaim"})


def ended_by_nouns(scene: Scene, rules: AccordRules) -> Iterator[Accord]:
    """Find the accords that a noun tells to be over; the accord's own noun counts as told."""
    parse = scene.parse
    for i, lemma in enumerate(parse.lemma):
        if "ending" not in rules.senses.get(lemma, ()) or parse.tag[i][:2] != "NN":
            continue
        noun = _accord_below(scene, rules, i)
        if noun is None or noun in rules.told or not _over(scene, rules, i):
            continue
        rules.told.add(noun)
        about, back = rules.nouns.about(noun)
        parties = [*_enders(scene, i), *rules.nouns.parties(noun)]
        span = parse.span(parse.left[i], max(parse.right[noun], i))
        yield Accord(
            i,
            "ended-by-noun",
            "ended",
            about,
            parties,
            i,
            (i, *_coming(scene, i), noun),
            back and not parties,
            span=span,
        )


def _coming(scene: Scene, i: int) -> list[int]:
    """The verb that says when it came: "the withdrawal *took* effect in May"."""
    clause = scene.clause_at.get(scene.parse.head[i])
    return [clause.verb] if clause is not None and clause.lemma in COMING and i in clause.doers else []


def _accord_below(scene: Scene, rules: AccordRules, i: int) -> int | None:
    """The accord behind "of", or behind the "from" of those who leave."""
    parse, preps = scene.parse, ("from",) if scene.parse.lemma[i] in GOING else ("of",)
    below = (o for c in parse.kids(i, "prep") if parse.lower[c] in preps for o in parse.kids(c, "pobj"))
    return next((o for o in below if rules.nouns.strong(o) and not rules.nouns.hoped(o)), None)


def _over(scene: Scene, rules: AccordRules, i: int) -> bool:
    """Whether the end is a fact: under no fear, wish or plan, in a clause that tells what is or was."""
    parse = scene.parse
    for a in parse.ancestors(i):
        if parse.lemma[a] in FEARING or "wish" in rules.senses.get(parse.lemma[a], ()):
            return False
        if a in scene.clause_at:
            return rules.real(scene.clause_at[a])
    return True


def _enders(scene: Scene, i: int) -> list[int]:
    """Who ended it: the owner of the noun, who stands behind "by", who announced it."""
    parse = scene.parse
    owners = [k for o in parse.kids(i, "poss") for k in parse.conjuncts(o)]
    owners += [k for c in parse.kids(i, "prep") if parse.lower[c] == "by" for o in parse.kids(c, "pobj") for k in [o]]
    clause = scene.clause_at.get(parse.head[i])
    if not owners and clause is not None and clause.lemma in DECLARING and parse.dep[i] == "dobj":
        owners = list(clause.doers)
    return [w for w in owners if scene.is_actor(w)]
