"""Meetings to which somebody goes: "arrived in Lima for talks", "will travel to Rome for a meeting with the pope"."""

from __future__ import annotations

from dragoman.reading.attach import near_place
from dragoman.reading.grammar.clauses import Clause
from dragoman.reading.meetings.context import Above
from dragoman.reading.scene import Scene
from dragoman.terms.findings import MeetingStatus
from dragoman.terms.span import Span

ARRIVING = frozenset({"arrive", "land", "depart", "leave", "head", "set off", "set out", "return", "touch down"})
GOING = ARRIVING | frozenset({"travel", "fly", "go", "come", "journey", "visit", "jet", "rush", "tour"})
STAYING = frozenset({"be", "due", "expect", "stay", "remain", "gather", "assemble"})
TOWARD = ("to", "for", "in", "at")


def goes(clause: Clause) -> bool:
    """Whether a clause tells of a way, also with a particle: "*flew back* to Doha", "*come in* for talks"."""
    verb, _, particle = clause.lemma.partition(" ")
    return clause.lemma in GOING or (verb in GOING and particle in ("back", "in", "over", "out", "on", "home"))


def going_to(scene: Scene, above: Above) -> bool:
    """Whether the clause above tells of somebody's way to the meeting, or of a stay for it: "is *in Tehran* for talks"."""
    if above.clause is None or above.subject:
        return False
    if goes(above.clause):
        return above.prep in ("for", "to", "on", "at")
    there = any(w in scene.places for w in above.clause.governed("in"))
    return above.clause.lemma in STAYING and above.prep == "for" and there


def on_way(scene: Scene, clause: Clause) -> Clause | None:
    """Return the clause of going somewhere "to hold talks", "to meet the king", whose aim a clause is."""
    above = scene.clause_at.get(clause.above) if clause.above is not None else None
    aim = scene.parse.tag[clause.verb] == "VB" and scene.parse.dep[clause.verb] in ("advcl", "xcomp")
    return above if above is not None and aim and goes(above) else None


def way_status(way: Clause) -> MeetingStatus:
    """Return what a way to a meeting says of it: travelled there, held; arrived or to go there, scheduled; would go, proposed."""
    if way.negated:
        return "declined"
    if way.time == "past":
        return "scheduled" if way.lemma in ARRIVING else "held"
    return "proposed" if way.time == "unreal" else "scheduled"


def destination(scene: Scene, clause: Clause) -> Span | None:
    """Return the place to which the clause leads: "in", "to" or "for" it, or its object ("visited Lima")."""
    words = [*clause.governed(*TOWARD), *clause.things]
    return next((scene.places[w] for w in words if w in scene.places), None) or near_place(scene, clause.verb)


def goes_ahead(scene: Scene, above: Above) -> bool:
    """Say whether a meeting takes place all the same: "the talks would go ahead", "will proceed"."""
    clause = above.clause
    if clause is None or not above.subject or clause.negated or clause.lemma not in ("go", "go ahead", "proceed"):
        return False
    return clause.lemma != "go" or any(
        scene.parse.lower[c] in ("ahead", "forward", "on") for c in scene.parse.children[clause.verb]
    )


def place_where(scene: Scene, clause: Clause) -> Span | None:
    """Return the place of which a clause tells what was done there: "was in *Brussels*, where he met the envoy"."""
    parse = scene.parse
    where = any(parse.lower[c] == "where" for c in parse.children[clause.verb])
    return scene.places.get(parse.head[clause.verb]) if where and parse.dep[clause.verb] == "relcl" else None
