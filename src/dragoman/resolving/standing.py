"""For whom somebody stands: "the Omani delegation" for Oman, "Kenyan negotiators" for Kenya, "the ELN team" for the ELN."""

from __future__ import annotations

import re

from dragoman.reading.states import states
from dragoman.resolving.cast import Cast
from dragoman.terms.findings import Actor

SIDES = frozenset({"state", "government"})
STANDING = re.compile(
    r"(?:delegations?|teams?|negotiators?|representatives?|envoys?|officials?|diplomats?|emissar(?:y|ies)|mediators?|"
    r"ministers?|leaders?|presidents?|premiers?|delegates?|sides?)",
    re.IGNORECASE,
)


def standing_for(cast: Cast, actor: Actor) -> Actor:
    """Return the state or group for which an unnamed delegation or official meets, the actor itself where none is told."""
    words = actor.name.split()
    if actor.kind not in ("group", "person") or not (actor.name[-1:].islower() and STANDING.search(actor.name)):
        return actor
    if words[-1][:1].isupper():
        return actor
    return _named(cast, actor, words) or _state(cast, actor.country) or actor


def _named(cast: Cast, actor: Actor, words: list[str]) -> Actor | None:
    """The actor whose name, or short name, stands in front of "delegation" or behind "representatives of"."""
    last = len(words) - 1
    after = re.split(r"\b(?:of|from)\s+(?:the\s+)?", actor.name, maxsplit=1)
    side = after[1] if len(after) == 2 else " ".join(words[:last])
    for other in cast.actors:
        if other is not actor and side in {other.name, *(m.quote.removeprefix("the ").removeprefix("The ") for m in other.mentions)}:
            return other
    return None


def _state(cast: Cast, code: str | None) -> Actor | None:
    """The actor of the report that is the state `code`: the state itself before its government."""
    if code is None:
        return None
    same = [a for a in cast.actors if a.country == code and a.kind in SIDES]
    return min(same, key=lambda a: (a.kind != "state", states().names.get(a.name, a.name) != code), default=None)
