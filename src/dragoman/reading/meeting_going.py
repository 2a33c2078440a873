"""Meetings to which somebody goes: "arrived in Lima for talks", "will travel to Rome for a meeting with the pope"."""

from __future__ import annotations

from dragoman.reading.attach import near_place
from dragoman.reading.clauses import Clause
from dragoman.reading.meeting_context import Above
from dragoman.reading.scene import Scene
from dragoman.terms.span import Span

ARRIVING = frozenset({"arrive", "land", "depart", "leave", "head", "set off", "set out", "return"})
GOING = ARRIVING | frozenset({"travel", "fly", "go", "come", "journey", "visit", "jet", "rush", "tour"})
TOWARD = ("to", "for", "in", "at")


def going_to(above: Above) -> bool:
    """Whether the clause above tells of somebody's way to the meeting."""
    return above.clause is not None and above.clause.lemma in GOING and above.prep in ("for", "to", "on", "at") and not above.subject


def destination(scene: Scene, clause: Clause) -> Span | None:
    """Return the place to which the clause leads: "in", "to" or "for" it, or its object ("visited Lima")."""
    words = [*clause.governed(*TOWARD), *clause.things]
    return next((scene.places[w] for w in words if w in scene.places), None) or near_place(scene, clause.verb)
