"""Where a noun that names a deed stands: as object of a light verb ("launched *strikes*"), as subject, below other nouns."""

from __future__ import annotations

from typing import NamedTuple

from dragoman.reading.grammar.clauses import Clause
from dragoman.reading.scene import Scene

LIGHT = frozenset(
    "launch carry conduct stage mount hold make take begin start resume continue commit perpetrate unleash undertake "
    "intensify escalate wage lead order respond retaliate react answer engage open face suffer impose declare execute organize organise "
    "step complete plan prepare threaten announce join mark see renew press use employ initiate mount".split()
) | {
    "engaged",
    "involve",
    "involved",
    "speed up",
    "finish",
    "carry out",
    "step up",
    "call",
    "go",
    "stop",
    "halt",
    "end",
    "suspend",
    "begin",
    "set off",
    "ramp up",
    "go ahead",
    "press ahead",
    "push ahead",
    "proceed",
    "keep up",
    "set in motion",
}
TAKING = frozenset({"face", "suffer", "see", "mark"})
"""Verbs whose subject did not do what their object names."""
THROUGH = {
    "prepare": {"for"},
    "respond": {"with"},
    "retaliate": {"with", "by"},
    "react": {"with"},
    "answer": {"with"},
    "engage": {"in"},
    "engaged": {"in"},
    "involve": {"in"},
    "involved": {"in"},
    "go": {"on"},
    "take": {"in"},
    "join": {"in"},
    "resort": {"to"},
    "go ahead": {"with"},
    "press ahead": {"with"},
    "push ahead": {"with"},
    "proceed": {"with"},
}
"""Verbs that name what is done after a preposition: "responded with *strikes*", "went on *strike*"."""
COUNTING = frozenset(
    {
        "series",
        "wave",
        "string",
        "spate",
        "round",
        "number",
        "day",
        "week",
        "hour",
        "kind",
        "campaign",
        "act",
        "burst",
        "set",
        "package",
        "batch",
        "flurry",
        "slew",
        "raft",
    }
)
"""Nouns that count or measure the deed named after "of": "a series of *strikes*"."""


SOME = frozenset("some one many most several all part dozens hundreds scores thousands".split())
"""Words that stand for a part of what "of" names behind them: "carried out *some* of its raids"."""
CARRIERS = frozenset(
    "imposition reimposition re-imposition launch launching start beginning onset outbreak resumption continuation "
    "escalation intensification expansion eruption".split()
)
"""Nouns that say of a deed named after "of" that it was done: "the *imposition* of sanctions"."""


class Hold(NamedTuple):
    """The clause that a deed's noun stands in, and how: "light" as its object, "subject", "below" or free (no clause)."""

    clause: Clause | None
    how: str
    nouns: tuple[str, ...]


def carrier_of(scene: Scene, noun: int) -> int | None:
    """Return the noun that says of a deed that it was done: "their *imposition* of sanctions"."""
    parse, prep = scene.parse, scene.parse.head[noun]
    above = parse.head[prep]
    carried = parse.dep[noun] == "pobj" and parse.lower[prep] == "of" and parse.lemma[above] in CARRIERS
    return above if carried else None


def find_hold(scene: Scene, noun: int) -> Hold:
    """Climb from a noun to the clause that it stands in, over nouns and prepositions."""
    parse, word = scene.parse, noun
    nouns: list[str] = []
    how = ""
    while parse.head[word] != word:
        dep, head = parse.dep[word], parse.head[word]
        if head not in scene.clause_at and parse.tag[head][:2] == "VB":
            head = next((c for c in parse.kids(head, "acomp", "oprd") if c in scene.clause_at), head)
        if head in scene.clause_at:
            clause = scene.clause_at[head]
            if not how:
                how = "subject" if noun in clause.doers or (dep == "nsubj" and word == noun) else "below"
                direct = noun in clause.things or dep in ("dobj", "attr", "nsubjpass", "conj")
                if (
                    how == "below"
                    and clause.lemma in LIGHT
                    and not nouns
                    and (direct or (dep == "prep" and parse.lower[word] in THROUGH.get(clause.lemma, ())))
                ):
                    how = "light"
            return Hold(clause, how, tuple(nouns))
        if not nouns and parse.lower[word] == "of" and parse.lower[head] in SOME:
            noun = head
        elif parse.tag[head][:2] == "NN" and dep != "conj":
            if parse.lemma[head] in COUNTING | CARRIERS and not nouns:
                noun = head
            else:
                nouns.append(parse.lemma[head])
        word = head
    return Hold(None, "free", tuple(nouns))
