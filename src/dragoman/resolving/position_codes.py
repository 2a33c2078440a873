"""The events of a position: what is asked for apart from what is demanded, and toward whom where only the matter names them."""

from __future__ import annotations

import re

from dragoman.resolving.ground import Ground
from dragoman.terms.findings import Actor, Event, Position

APPEALING = re.compile(
    r"(?:appeal|call|ask|request|urg|plea|beg|implor|invit|encourag|hop|want|wish|seek|sought|suggest|recommend|advis|petition|exhort)",
    re.IGNORECASE,
)
"""Cues of what is asked for; "demand", "insist", "press", "order" and what "must" be done are demands."""
OTHERS = frozenset({"state", "government", "military", "armed-group", "igo", "person"})
"""Kinds of actors toward whom a position can be."""


def position_events(ground: Ground, position: Position) -> tuple[Event, ...]:
    """Return the events of a position, toward whom it is told to be, else toward the first other one named in its matter."""
    traits = ("appeal",) if APPEALING.match(position.why.cue or "") else ()
    toward = position.toward if position.toward is not None else _named(ground, position)
    targets = (toward,) if toward is not None else ()
    return ground.codebook.events(
        "position", position.stance, position.about, (position.actor,), targets, traits=traits
    )


def _named(ground: Ground, position: Position) -> Actor | None:
    """The first one named in the words for the matter, other than the holder; None where there is none; a place is nobody."""
    about = position.about.casefold()
    for evidence in position.evidence:
        for number, mention in enumerate(ground.reading.mentions):
            if mention.form != "name" or mention.place or mention.span not in evidence.span:
                continue
            if mention.span.of(ground.text).casefold() not in about:
                continue
            found = ground.cast.one(number)
            if found is not None and found.kind in OTHERS and not _alike(found, position.actor):
                return found
    return None


def _alike(one: Actor, holder: Actor) -> bool:
    return one == holder or (one.country is not None and one.country == holder.country)
