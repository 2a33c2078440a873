"""Who speaks for whom: persons whom reports send, quote or give an office for a party."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from dragoman.record.claims import Claim
from dragoman.record.identity.actors.bodies import land_name
from dragoman.record.keys import fold
from dragoman.record.shelf import Wanted
from dragoman.terms.findings import Position, Quotation
from dragoman.views.cited import Cited, cite_claim
from dragoman.views.latest import latest
from dragoman.views.question import Question
from dragoman.views.scope import Scope
from dragoman.views.who import Who, who

MOST = 100
SAID = 400
"""Quotations and positions that are looked at, the latest."""
SHOWN = 3
"""Pieces of evidence of one row, the latest."""

How = Literal["delegation", "statement"]


@dataclass(frozen=True, slots=True)
class Spoken:
    """A person and the party (`side`, by `name`) for which it was sent (`delegation`) or spoke (`statement`), and how often.

    `role` is the office that reports give the person. `first` and `last` are days of publication among what was looked at.
    """

    who: Who
    side: str
    name: str
    how: How
    role: str | None
    times: int
    first: date
    last: date
    evidence: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class _Time:
    """One time that somebody stood for a party."""

    who: Who
    party: Who
    how: How
    cited: tuple[Cited, ...]
    published: date


def party_name(one: Who) -> str:
    """Return the name of the party that somebody is or acts for: that of its state or land, else its own."""
    return one.name if fold(one.name) == one.side else land_name(one.side)


def speaking(scope: Scope, question: Question, meetings: Iterable[Claim]) -> tuple[Spoken, ...]:
    """Return who was sent by a party to these meetings, and who lately spoke for one, who did so most often first."""
    told: dict[tuple[str, str, How], list[_Time]] = {}
    for time in (*_sent(scope, meetings), *_said(scope, question)):
        told.setdefault((time.who.id, time.party.side, time.how), []).append(time)
    made = sorted(
        (_spoken(scope, times) for times in told.values()),
        key=lambda s: (-s.times, s.name, s.who.name, s.who.id, s.how),
    )
    return tuple(made[:MOST])


def _sent(scope: Scope, meetings: Iterable[Claim]) -> Iterator[_Time]:
    for claim in meetings:
        for team in claim.teams:
            party = who(scope, team.party, claim.published)
            for one in (team.head, *team.members):
                if one is not None and one.kind == "person":
                    yield _Time(
                        who(scope, one, claim.published), party, "delegation", cite_claim(claim), claim.published
                    )


def _said(scope: Scope, question: Question) -> Iterator[_Time]:
    """Yield the statements of persons who hold an office of a state or land."""
    keys = None
    if question.actor is not None:
        keys = frozenset(f"p:{m}" for found in scope.cast.find(question.actor) for m in found.members)
    asked = Wanted(kinds=frozenset({"quotation", "position"}), keys=keys)
    claims = latest(scope, replace(question, last=None), asked, most=SAID).claims
    scope.cast.learn({actor.id: actor for claim in claims for actor in claim.actors}.values())
    yield from (time for claim in claims if (time := _statement(scope, claim)) is not None)


def _statement(scope: Scope, claim: Claim) -> _Time | None:
    finding = claim.finding
    speaker = (
        finding.speaker if isinstance(finding, Quotation) else finding.actor if isinstance(finding, Position) else None
    )
    if speaker is None or speaker.kind != "person" or speaker.country is None:
        return None
    one = who(scope, speaker, claim.published)
    return _Time(one, one, "statement", cite_claim(claim), claim.published)


def _spoken(scope: Scope, times: Sequence[_Time]) -> Spoken:
    ordered = sorted(times, key=lambda time: time.published)
    last = ordered[-1]
    found = scope.cast.find(last.who.id)
    pieces = {(c.report, c.start, c.end): c for time in ordered for c in time.cited[:1]}
    return Spoken(
        who=last.who,
        side=last.party.side,
        name=party_name(last.party),
        how=last.how,
        role=found[0].role if found else None,
        times=len(times),
        first=ordered[0].published,
        last=last.published,
        evidence=tuple(pieces.values())[-SHOWN:],
    )
