"""Finds delegations: which side sends whom to the talks, led by whom.

A delegation is told by the verb that leads, sends or makes it up, by the words for its head ("head of the Russian
delegation, N"), or by what it does at the talks. A noun alone is none.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.reading.marks import DelegationMark
from dragoman.reading.scene import Scene
from dragoman.reading.senses import senses_of
from dragoman.reading.teams.nouns import Team
from dragoman.reading.teams.rules import TeamRules
from dragoman.terms.findings import Level
from dragoman.terms.span import Span, hull


def find_delegations(scene: Scene) -> tuple[DelegationMark, ...]:
    """Find the delegations of a text, in its order."""
    teams = list(TeamRules(scene).teams())
    if not teams or not scene.is_negotiation:
        return ()
    marks = [mark for team in teams for mark in _marks(scene, team)]
    return tuple(sorted(marks, key=lambda mark: (mark.span, mark.cue)))


def _marks(scene: Scene, team: Team) -> Iterator[DelegationMark]:
    """One mark for each side of a team ("Israeli and Palestinian delegations")."""
    parse, at = scene.parse, scene.mention_at
    head = at.get(team.head) if team.head is not None else None
    members = [at[w] for w in team.members + _including(scene, team.noun) if w in at]
    sides: list[int | None] = list(team.sides) or [team.noun]
    for side in sides:
        party = _party(scene, team, side, alone=len(sides) == 1)
        if party is None and head is None and side in (None, team.noun):
            continue
        yield DelegationMark(
            span=_span(scene, team),
            cue=parse.span(team.cue, team.cue),
            party=party if party != head else None,
            side=None if side is None or side == team.noun else parse.span(side, side),
            head=head if len(sides) == 1 else None,
            members=tuple(m for m in dict.fromkeys(members) if m not in (head, party)),
            level=_level(scene, team.noun),
            rule=team.rule,
        )


def _party(scene: Scene, team: Team, side: int | None, *, alone: bool) -> int | None:
    """The mention of a side, else that of the team itself where it goes for one side only."""
    party = scene.mention_at.get(side) if side is not None else None
    if party is None and alone and team.noun is not None and team.rule != "chief-negotiator":
        return scene.mention_at.get(team.noun)
    return party


def _including(scene: Scene, noun: int | None) -> list[int]:
    """Members named by "including A and B"."""
    if noun is None:
        return []
    parse = scene.parse
    return [
        k
        for c in parse.kids(noun, "prep")
        if parse.lower[c] in ("including", "comprising")
        for o in parse.kids(c, "pobj")
        for k in parse.conjuncts(o)
    ]


def _span(scene: Scene, team: Team) -> Span:
    """The words from the first to the last part of the team, without what hangs on them."""
    parse = scene.parse
    words = [*team.members, *(w for w in (team.noun, team.head) if w is not None)]
    words += [s for s in team.sides if parse.sentence[s] == parse.sentence[team.cue]]
    pieces = [parse.span(_phrase_left(scene, w), w) for w in words]
    return hull(parse.span(team.cue, team.cue), *pieces)


def _phrase_left(scene: Scene, word: int) -> int:
    """The first of the words in front of a head word that belong to its name or description."""
    parse, first = scene.parse, word
    while (
        first > 0
        and first <= parse.head[first - 1] <= word
        and (parse.dep[first - 1] != "punct" or parse.word[first - 1] in ("-", "–"))
    ):
        first -= 1
    return first


def _level(scene: Scene, noun: int | None) -> Level | None:
    """The level that an adjective gives: "a technical delegation"."""
    if noun is None:
        return None
    senses, parse = senses_of("teams"), scene.parse
    found = {s for c in parse.children[noun] for s in senses.get(parse.lower[c], ())}
    return "technical" if "technical" in found else "ministers" if "ministers" in found else None
