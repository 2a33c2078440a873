"""Everything on one proposal: what reports call it and why that is one thing, what it might be beside, who stands where."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from dragoman.record.grouping import Link
from dragoman.record.identity.matters import Proposal
from dragoman.record.shelf import Wanted
from dragoman.terms.errors import NotFound
from dragoman.views.grid import Row, rows_of
from dragoman.views.question import Question
from dragoman.views.remembering import remembered
from dragoman.views.scope import Scope

CLAIMS = 200
"""Claims of a proposal that are read, the latest: a page must not cost more because a matter has been talked about for years."""
AROUND = 400
"""Claims among which the rest of its family is sought, those published last before the end of `AFTER`."""
AFTER = timedelta(days=30)
"""How long after the last word on a proposal its family is sought."""


@dataclass(frozen=True, slots=True)
class Name:
    """What reports call the proposal: their words and the id of the matter, as decisions ask for it."""

    matter: str
    words: str


@dataclass(frozen=True, slots=True)
class Beside:
    """Another proposal of the family. `why` says what speaks against its being the same; `doubtful` where a person may decide."""

    id: str
    name: str
    doubtful: bool
    why: str


@dataclass(frozen=True, slots=True)
class OnProposal:
    """One proposal with what is told of it, and those of its family that were told of before or soon after its last word.

    `whole` says that all until then were looked through.
    """

    names: tuple[Name, ...]
    row: Row
    beside: tuple[Beside, ...]
    whole: bool


@dataclass(frozen=True, slots=True)
class ProposalAnswer:
    """The proposals that an id or words can mean; more than one where the words fit several and none of them wholly."""

    items: tuple[OnProposal, ...]


@remembered
def proposal(scope: Scope, question: Question, *, name: str) -> ProposalAnswer:
    """Return everything on the proposal of an id, or on those that the words can mean. Raises `NotFound` where none is like it.

    Of a proposal with a long history the latest `CLAIMS` claims are read, and its row says that it is not whole; the question's
    days lead to others.
    """
    found = scope.ledger.find(name)
    if not found:
        raise NotFound("proposal", name)
    told = ((one, _row(one, scope, question)) for one in found[: question.limit])
    return ProposalAnswer(tuple(_on(one, row, scope) for one, row in told if row is not None))


def _row(one: Proposal, scope: Scope, question: Question) -> Row | None:
    wanted = Wanted(
        kinds=frozenset({"position", "agreement"}),
        keys=frozenset(f"m:{member}" for member in one.members),
        first=question.first,
        last=question.last,
        by="published",
        latest_first=True,
        limit=CLAIMS + 1,
    )
    found = scope.shelf.claims(wanted)
    cut = (one.id,) if len(found) > CLAIMS else ()
    rows = rows_of((one,), scope.origins.settle(found[:CLAIMS]), scope, question, cut=cut)
    return rows[0] if rows else None


def _on(one: Proposal, row: Row, scope: Scope) -> OnProposal:
    names = tuple(Name(matter, scope.ledger.words(matter)) for matter in one.members)
    doubts = {end: link for link in one.doubtful for end in (link.one, link.other)}
    abouts, whole = _told_around(row, scope)
    family = scope.ledger.relatives(one, abouts)
    return OnProposal(names, row, tuple(_beside(one, other, doubts, scope) for other in family), whole)


def _told_around(row: Row, scope: Scope) -> tuple[frozenset[str], bool]:
    """Return what else positions and agreements were about until soon after the last word on a proposal; and whether that is all."""
    wanted = Wanted(
        kinds=frozenset({"position", "agreement"}),
        published_last=row.last + AFTER,
        by="published",
        latest_first=True,
        limit=AROUND,
    )
    found = scope.shelf.claims(wanted)
    return frozenset(claim.about for claim in found if claim.about is not None), len(found) < AROUND


def _beside(one: Proposal, other: Proposal, doubts: dict[str, Link], scope: Scope) -> Beside:
    link = next((doubts[member] for member in other.members if member in doubts), None)
    against = scope.ledger.against(one, other)
    why = against or (link.why if link is not None else "too little is told of both")
    return Beside(other.id, other.name, against is None, why)
