"""Descriptions of several actors at once: "both sides", "the two delegations", "the three leaders"."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.reading.marks import Mention
from dragoman.resolving.somebody import Somebody

COUNTS = {"both": 2, "two": 2, "three": 3, "four": 4, "five": 5}
PERSONS = frozenset(
    "leader president minister man counterpart diplomat chief premier rival official envoy negotiator king woman pair duo "
    "men general commander".split()
)
SIDES = frozenset(
    "side sides party parties country countries nation nations government governments state states delegation delegations "
    "team teams neighbour neighbours neighbor neighbors power powers capital capitals foe foes rival rivals camp camps faction "
    "factions ally allies army armies adversary adversaries belligerent belligerents combatant combatants negotiator".split()
)
SETTLED = frozenset({"state", "government", "armed-group", "group", "military", "company", "igo"})


def count_of(mention: Mention, words: Sequence[str]) -> int | None:
    """Return how many a description tells of (2 for "both sides"), 0 for any number ("the parties"), None for no group."""
    if mention.form != "description" or not mention.plural or mention.parts or mention.state is not None:
        return None
    if mention.noun not in PERSONS and mention.noun not in SIDES and mention.office is None:
        return None
    for word in words:
        if word.lower() in COUNTS:
            return COUNTS[word.lower()]
    alone = all(word.lower() in ("the", "these", mention.noun) or word.lower().startswith(mention.noun[:4]) for word in words)
    return 0 if alone and mention.definite and mention.noun in SIDES | {"leader", "president"} else None


def tells_more(mention: Mention, words: Sequence[str]) -> bool:
    """Whether a description has a word of its own beside number and noun: "the three Western leaders"."""
    return any(w[0].isupper() for w in words[1:] if w.lower() not in COUNTS) and mention.noun in PERSONS


def told_together(
    groups: Sequence[tuple[Mention, tuple[Somebody, ...]]], mention: Mention, count: int
) -> tuple[Somebody, ...]:
    """Return the actors of the last list told that fits in number and kind, and that does not act on these itself."""
    persons = mention.noun in PERSONS and mention.noun not in SIDES
    lands: tuple[Somebody, ...] = ()
    for where, group in reversed(groups):
        if (count and len(group) != count) or where.clause == mention.clause:
            continue
        if persons and all(one.kind == "person" for one in group):
            return group
        if not persons and all(one.kind in SETTLED for one in group):
            return group
        if persons and count and not lands and all(one.kind in ("state", "government") for one in group):
            lands = group  # "the three leaders" behind the names of their three countries
    return lands


def last_two(recent: Sequence[Somebody], mention: Mention) -> tuple[Somebody, ...]:
    """Return the two states or persons that the sentences before tell of, where there are exactly two."""
    persons = mention.noun in PERSONS and mention.noun not in SIDES
    fitting = [one for one in recent if (one.kind == "person") == persons and (persons or one.kind in ("state", "government", "armed-group"))]
    distinct = list(dict.fromkeys(fitting))
    return tuple(distinct) if len(distinct) == 2 else ()
