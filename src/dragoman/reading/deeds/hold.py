"""Where a noun that names a deed stands: as object of a light verb ("launched *strikes*"), as subject, below other nouns."""

from __future__ import annotations

from typing import NamedTuple

from dragoman.reading.grammar.clauses import Clause
from dragoman.reading.scene import Scene

LIGHT = frozenset(
    "launch carry conduct stage mount hold make take begin start resume continue commit perpetrate unleash undertake "
    "intensify escalate wage lead order respond retaliate engage open face suffer impose declare execute organize organise "
    "step complete plan prepare threaten announce join mark see renew press use employ".split()
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
}
TAKING = frozenset({"face", "suffer", "see", "mark"})
"""Verbs whose subject did not do what their object names."""
THROUGH = {
    "prepare": {"for"},
    "respond": {"with"},
    "retaliate": {"with", "by"},
    "engage": {"in"},
    "engaged": {"in"},
    "involve": {"in"},
    "involved": {"in"},
    "go": {"on"},
    "take": {"in"},
    "join": {"in"},
    "resort": {"to"},
}
"""Verbs that name what is done after a preposition: "responded with *strikes*", "went on *strike*"."""
COUNTING = frozenset(
    {"series", "wave", "string", "spate", "round", "number", "day", "week", "hour", "kind", "campaign", "act", "burst"}
)
"""Nouns that count or measure the deed named after "of": "a series of *strikes*"."""


class Hold(NamedTuple):
    """The clause that a deed's noun stands in, and how: "light" as its object, "subject", "below" or free (no clause)."""

    clause: Clause | None
    how: str
    nouns: tuple[str, ...]


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
        if parse.tag[head][:2] == "NN" and dep != "conj":
            if parse.lemma[head] in COUNTING and not nouns:
                noun = head
            else:
                nouns.append(parse.lemma[head])
        word = head
    return Hold(None, "free", tuple(nouns))
