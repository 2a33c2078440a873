"""Descriptions of several actors at once: "both sides", "the two delegations", "the three leaders"."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.reading.marks import Mention
from dragoman.resolving.somebody import Somebody

REACH, NEAR = 4, 3  # sentences
HEADS = frozenset({"leader", "president", "minister", "premier", "head", "counterpart"})
ANYBODY = frozenset(
    {"leader", "man", "woman", "men", "counterpart", "rival", "pair", "duo", "official", "diplomat", "chief"}
)
QUARRELLING = frozenset("warring rival opposing feuding conflicting negotiating neighbouring neighboring".split())
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
LEADING = frozenset({"head-of-state", "head-of-government", "leader", "foreign-minister", "envoy"})
LED = frozenset({"head-of-state", "head-of-government", "leader", "deputy", "soldier", "official"})
LANDS = frozenset("country nation state government capital neighbour neighbor".split())
STATES = frozenset({"state", "government"})
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
    alone = all(
        word.lower() in ("the", "these", mention.noun)
        or word.lower() in QUARRELLING
        or word.lower().startswith(mention.noun[:4])
        for word in words
    )
    return 0 if alone and mention.definite and mention.noun in SIDES | {"leader", "president"} else None


def tells_more(mention: Mention, words: Sequence[str]) -> bool:
    """Whether a description has a word of its own beside number and noun: "the three Western leaders"."""
    more = [w for w in words[1:] if w.lower() not in COUNTS]
    return any(w in QUARRELLING for w in more) or (any(w[0].isupper() for w in more) and mention.noun in PERSONS)


def told_together(
    groups: Sequence[tuple[Mention, tuple[Somebody, ...]]], mention: Mention, count: int
) -> tuple[Somebody, ...]:
    """Return the actors of the last list told that fits in number and kind, and that does not act on these itself."""
    persons = mention.noun in PERSONS and mention.noun not in SIDES
    fair = [entry for entry in groups if entry[0].dealing != "helper"]
    dealing = [] if persons else [entry for entry in fair if entry[0].dealing == "party"]
    for where, group in (*reversed(dealing), *reversed(fair)):
        if mention.sentence - where.sentence > (
            REACH if persons or not (where.dealing or where.function == "subject") else 2 * REACH
        ):
            continue
        if (count and len(group) != count) or where.clause == mention.clause or where.function == "agent":
            continue
        settled = STATES if mention.noun in LANDS else SETTLED
        if all(_fits(one, mention) for one in group) if persons else all(one.kind in settled for one in group):
            return group
    return ()


def lands_of(
    groups: Sequence[tuple[Mention, tuple[Somebody, ...]]], mention: Mention, count: int
) -> tuple[Somebody, ...]:
    """Return for "the three leaders" the states told together just before, where no persons were."""
    if mention.noun not in HEADS or not count:
        return ()
    for where, group in reversed(groups):
        if mention.sentence - where.sentence > NEAR:
            break
        states = all(one.kind in ("state", "government") for one in group)
        if states and len(group) == count and where.clause != mention.clause and where.function != "agent":
            return group
    return ()


def led(groups: Sequence[tuple[Mention, tuple[Somebody, ...]]], mention: Mention) -> tuple[Somebody, ...]:
    """Return for "both sides" the two leaders told together just before, where no states or bodies were."""
    for where, group in reversed(groups):
        if mention.sentence - where.sentence > REACH:
            break
        two = len(group) == 2 and all(one.kind == "person" and (one.offices or one.lore) & LEADING for one in group)
        if two and where.clause != mention.clause and where.dealing != "helper":
            return group
    return ()


def _fits(one: Somebody, mention: Mention) -> bool:
    """Whether somebody can be one of "the two generals", "the ministers", "the two leaders"."""
    if one.kind != "person" or one.plural:
        return False
    offices = one.offices or one.lore
    if mention.noun == "leader" and offices and not offices & LED:
        return False  # no secretary-general and no envoy is one of "the leaders"
    return (
        mention.noun in ANYBODY or not offices or mention.office in offices or mention.noun in (one.role or "").lower()
    )


def last_two(recent: Sequence[tuple[int, Somebody]], mention: Mention) -> tuple[Somebody, ...]:
    """Return the two states or persons that the words before tell of, going back until there are two.

    `recent` are actors with the distance in sentences, newest first; a third in the same reach leaves it undecided.
    """
    persons = mention.noun in PERSONS and mention.noun not in SIDES
    for reach in range(REACH):
        found = list(
            dict.fromkeys(
                one
                for distance, one in recent
                if distance <= reach
                and (_fits(one, mention) if persons else one.kind in ("state", "government", "armed-group"))
            )
        )
        if len(found) >= 2:
            return tuple(reversed(found)) if len(found) == 2 else ()
    return ()
