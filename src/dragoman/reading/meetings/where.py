"""Where a meeting that a noun names is, by the clause that tells of it and by what a visit leads to."""

from __future__ import annotations

from dragoman.reading.attach import near_place, place_of
from dragoman.reading.grammar.clauses import Clause
from dragoman.reading.meetings.context import ASIDE, Above
from dragoman.reading.meetings.going import place_where
from dragoman.reading.meetings.moves import planned
from dragoman.reading.meetings.sameday import narrower, own_day
from dragoman.reading.scene import Scene
from dragoman.terms.span import Span

OUTCOMES = frozenset(
    {"deadlock", "impasse", "stalemate", "agreement", "deal", "breakthrough", "end", "conclusion", "result"}
)
LEAVING = frozenset({"leave", "depart", "quit", "return"})
COMING_TO = frozenset({"return", "move", "shift", "head", "go", "come"})
"""What talks themselves do toward a place: "the talks will *return* to Muscat"."""


def place_of_clause(scene: Scene, clause: Clause, above: Above) -> Span | None:
    """Return the place that the clause above a meeting gives to it."""
    place = near_place(scene, clause.verb) or place_where(scene, clause) or _place_beside(scene, clause, above)
    if place is None and above.subject and clause.lemma in COMING_TO:
        return next((scene.places[w] for w in clause.governed("to") if w in scene.places), None)
    return place


def aside(scene: Scene, clause: Clause) -> tuple[int | None, Span | None]:
    """Return the day and the place of a gathering on whose sidelines others meet."""
    parse = scene.parse
    lines = [w for w in clause.governed("on", "at") if parse.lemma[w] in ASIDE]
    for noun in (
        o for w in lines for p in parse.kids(w, "prep") if parse.lower[p] == "of" for o in parse.kids(p, "pobj")
    ):
        date, place = planned(scene, [noun])
        return narrower(scene, own_day(scene, [noun]), date), place_of(scene, noun) or place or _host(scene, noun)
    return None, None


def _host(scene: Scene, noun: int) -> Span | None:
    """The place that hosts a gathering: "the fair, hosted by *Singapore*"."""
    hosted = [
        v for v in scene.parse.kids(noun, "acl", "relcl") if scene.parse.lemma[v] == "host" and v in scene.clause_at
    ]
    return next((scene.places[w] for v in hosted for w in scene.clause_at[v].doers if w in scene.places), None)


def left_place(scene: Scene, clause: Clause) -> Span | None:
    """Return the place that somebody left when a meeting was over: "left *Lima* after talks", "returned from *Lima*"."""
    words = clause.governed("from") if clause.lemma == "return" else [*clause.things, *clause.governed("from")]
    named = [a for w in words for a in (w, *scene.parse.kids(w, "appos"))]
    return next((scene.places[w] for w in named if w in scene.places), None)


def _place_beside(scene: Scene, clause: Clause, above: Above) -> Span | None:
    """The place that the grammar hung on the partner or the outcome: "held talks with officials *in Doha*", "reached a deal in Doha"."""
    words = [
        *clause.governed("with", "between"),
        *(t for t in clause.things if above.subject and scene.parse.lemma[t] in OUTCOMES),
    ]
    return next((p for w in words if (p := near_place(scene, w)) is not None), None)


def visited(
    scene: Scene, noun: int, place: Span | None, parties: list[int]
) -> tuple[Span | None, list[int], list[int]]:
    """Return place, parties and hosts: the place of a visit is what it leads to; states on the way are parties, and the only one is place and host."""
    parse, states, named = scene.parse, list[int](), place
    for c in parse.kids(noun, "prep"):
        if parse.lower[c] not in ("to", "in"):  # "the visit of Norway" leads nowhere that is told
            continue
        for o in (k for w in parse.kids(c, "pobj") for k in parse.conjuncts(w)):
            mention = scene.mention_at.get(o)
            if mention is not None and scene.mentions[mention].kind == "state":
                parties = [*parties, mention] if mention not in parties else parties
                states.append(mention)
                named = scene.places.get(o, scene.mentions[mention].head)
            elif o in scene.places:
                place = scene.places[o]
    if len(states) != 1:
        return place, parties, []
    return place or named, parties, states
