"""For whom somebody stands: "the Omani delegation" for Oman, "Kenyan negotiators" for Kenya, "the ELN team" for the ELN."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.reading.actors.pieces import bodies
from dragoman.reading.actors.states import states
from dragoman.reading.marks import Reading
from dragoman.resolving.cast import Cast
from dragoman.terms.findings import Actor, ActorKind
from dragoman.terms.span import Span, cite

SIDES = frozenset({"state", "government"})
STANDING = re.compile(
    r"(?:delegations?|teams?|negotiators?|representatives?|envoys?|officials?|diplomats?|emissar(?:y|ies)|mediators?|"
    r"ministers?|leaders?|presidents?|premiers?|delegates?|counterparts?|panels?|sides?|aides?|leadership)",
    re.IGNORECASE,
)

NOT_GROUPS = frozenset(
    "foreign defence defense finance interior trade energy health prime deputy senior top chief party union team rebel "
    "european arab african asian western gulf nordic baltic muslim islamic world regional political religious local both all".split()
)
"""Words in front of officials that tell their office or their part of the world, and not for whom they go."""

FROM_SIDE = re.compile(rf"(?:[\w-]+ )?{STANDING.pattern} (?:from|for|representing) ", re.IGNORECASE)
"""As in "negotiators *from* Peru": whom they go for is told behind them."""
OWNER = re.compile(r"(.+?)(?:['’]s|(?<=s)['’]) ")


def standing_for(cast: Cast, actor: Actor) -> Actor:
    """Return the state or group for which an unnamed delegation or official meets, the actor itself where none is told."""
    if not _unnamed(actor):
        return actor
    found = _named(cast, actor, actor.name.split())
    if found is not None and _unnamed(found):  # "a delegation of FLN leaders", "FLN leaders"
        found = _named(cast, found, found.name.split()) or found
    return found or state_actor(cast, actor.country) or actor


def side_of(cast: Cast, actor: Actor) -> Actor:
    """Return the state for which a person acts, where it is an actor of the report; else the actor."""
    if actor.kind != "person":
        return actor
    same = [
        a for a in cast.actors if a.kind in SIDES and (a.state == actor.state if actor.state else a.name == actor.land)
    ]
    return min(same, key=lambda a: a.kind != "state", default=actor)


def _unnamed(actor: Actor) -> bool:
    """Whether an actor is an unnamed delegation, team or official."""
    words = actor.name.split()
    standing = (
        actor.kind in ("group", "person") and actor.name[-1:].islower() and STANDING.search(actor.name) is not None
    )
    return standing and (not words[-1][:1].isupper() or FROM_SIDE.match(actor.name) is not None)


def _named(cast: Cast, actor: Actor, words: list[str]) -> Actor | None:
    """The actor whose name, or short name, stands in front of "delegation" or behind "representatives of"."""
    last = len(words) - 1
    after = re.split(r"\b(?:of|from)\s+(?:the\s+)?", actor.name, maxsplit=1)
    side = after[1].split(" in ")[0] if len(after) == 2 else " ".join(words[:last])
    side = re.sub(r"['’]s?\Z", "", side)
    owner = OWNER.match(actor.name)
    sides = [side, bodies().get(side, (side, "", None))[0], _leading_name(side)]
    sides += [owner[1]] if owner is not None else []
    return next((other for name in sides if name for other in cast.called(name) if other is not actor), None)


def _leading_name(side: str) -> str:
    """The name with which the words for a side begin: "FLN" in "FLN leaders"."""
    words = side.split()
    small = next((n for n, word in enumerate(words) if word[:1].islower()), len(words))
    return " ".join(words[:small])


def state_actor(cast: Cast, code: str | None) -> Actor | None:
    """The actor of the report that is the state `code`: the state itself before its government."""
    if code is None:
        return None
    same = [a for a in cast.actors if a.country == code and a.kind in SIDES]
    return min(same, key=lambda a: (a.kind != "state", states().names.get(a.name, a.name) != code), default=None)


def with_sides(cast: Cast, reading: Reading, text: str) -> Cast:
    """Return the cast with the states that only unnamed delegations at a meeting stand for: Kenya for "Kenyan ministers"."""
    actors: list[Actor] = list(cast.actors)
    known: set[str | None] = {a.state for a in cast.actors if a.kind in SIDES} | {a.name for a in cast.actors}
    for mention in dict.fromkeys(m for mark in reading.meetings for m in mark.parties):
        for actor in cast.who(mention):
            group, kind = _group_before(actor)
            code = actor.state if group is None else None
            side = group or (states().title[code] if code is not None else None)
            if (
                side is None
                or {side, code} & known - {None}
                or not _unnamed(actor)
                or _named(cast, actor, actor.name.split())
            ):
                continue
            known |= {side, code} - {None}
            cited = (cite(text, reading.mentions[mention].span),)
            actors.append(
                Actor(f"a{len(actors) + 1}", side, kind if code is None else "state", None, None, code, cited)
            )
    for code, span in _sides_of_teams(cast, reading, text):
        if code not in known:
            known.add(code)
            cited = (cite(text, span),)
            actors.append(Actor(f"a{len(actors) + 1}", states().title[code], "state", None, None, code, cited))
    return Cast(tuple(actors), cast.of_mention, cast.nameless)


def _sides_of_teams(cast: Cast, reading: Reading, text: str) -> Iterator[tuple[str, Span]]:
    """The states for which delegations go, by a demonym ("*Kenyan* senators") or by their heads ("the *Kenyan* premier N")."""
    for mark in reading.delegations:
        side = states().code(mark.side.of(text)) if mark.side is not None else None
        head = cast.one(mark.head)
        if side is not None and mark.side is not None:
            yield side, mark.side
        elif mark.side is None and mark.party is None and head is not None and mark.head is not None and head.country:
            yield head.country, reading.mentions[mark.head].span


def _group_before(actor: Actor) -> tuple[str | None, ActorKind]:
    """The name and the kind of the group in front of its unnamed delegation: "ELN" in "ELN negotiators"."""
    side = re.sub(r"['’]s?\Z", "", " ".join(actor.name.split()[:-1])).split()
    plain = side[-1:] == [] or side[-1] in states().adjectives or side[-1].lower() in NOT_GROUPS
    named = not plain and all(word[:1].isupper() for word in side)
    name, kind, _ = bodies().get(" ".join(side), (" ".join(side), "group", None))
    return (name if named else None), "igo" if kind == "igo" else "group"
