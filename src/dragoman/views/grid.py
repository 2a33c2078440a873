"""Proposals -> rows of the grid: the cells of each party on each, with conditions and agreements. Shared by two views."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from dragoman.record.claims import REACHED, Claim
from dragoman.record.grouping import Link
from dragoman.record.identity.actors.bodies import land_name
from dragoman.record.identity.actors.cast import side
from dragoman.record.identity.matters import Proposal
from dragoman.record.identity.matters.sense import sense_of
from dragoman.record.shelf import Wanted
from dragoman.terms.findings import Agreement, AgreementStatus
from dragoman.views.cells import Cell, cells_of, holds_on, tellers_of
from dragoman.views.cited import Cited, cite_claim
from dragoman.views.conditions import Condition, conditions_of
from dragoman.views.question import Question
from dragoman.views.scope import Scope
from dragoman.views.settling import settled
from dragoman.views.succession import follow_agreement, succeed
from dragoman.views.who import Who, who

SILENCE = 10
"""Positions of a party that are looked at to tell its silence from ignorance."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a party stands on a proposal.

    `stance` is that of its current cell; "disputed" where reports contradict each other; "silent" where it takes positions
    on other proposals of the family, but none is told on this one: no refusal; "unknown" where nothing of the kind is told.
    `current` are the cells that hold, `history` all that are shown, in order.
    """

    party: str
    side: str
    stance: str
    since: date | None
    current: tuple[str, ...]
    history: tuple[Cell, ...]
    why: str | None
    evidence: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class Settlement:
    """An agreement about the proposal."""

    id: str
    status: AgreementStatus
    parties: tuple[Who, ...]
    words: str
    day: date
    dated: bool
    evidence: tuple[Cited, ...]
    sides: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A proposal with where the parties stand.

    `first` and `last` are the days of publication of what is shown of it; `whole` says that this is all.
    """

    id: str
    name: str
    family: str
    words: tuple[str, ...]
    links: tuple[Link, ...]
    doubtful: tuple[Link, ...]
    first: date
    last: date
    parties: tuple[Standing, ...]
    conditions: tuple[Condition, ...]
    agreements: tuple[Settlement, ...]
    whole: bool


def rows_of(
    proposals: Sequence[Proposal],
    claims: Sequence[Claim],
    scope: Scope,
    question: Question,
    *,
    cut: Collection[str] = (),
) -> tuple[Row, ...]:
    """Return a row for each proposal that has claims, in the order of `proposals`; of those in `cut` (ids) more is told than here."""
    scope.cast.learn(actor for claim in claims for actor in claim.actors)
    scope.origins.learn({claim.card.id for claim in claims})
    tellers = tellers_of(claims, scope)
    told: dict[str, list[Claim]] = {proposal.id: [] for proposal in proposals}
    for claim in claims:
        if claim.about is not None and (owner := scope.ledger.of(claim.about).id) in told:
            told[owner].append(claim)
    stood = {p.id: _by_party(cells_of(told[p.id], p, scope, tellers)) for p in proposals}
    stood = settled(stood, {p.id: p for p in proposals}, scope, question)
    conditions = conditions_of([c for sides in stood.values() for held in sides.values() for c in held], scope)
    rows = tuple(
        _row(p, told[p.id], stood[p.id], conditions, scope, whole=p.id not in cut) for p in proposals if told[p.id]
    )
    return _with_silence(rows, scope, question)


def _by_party(cells: Iterable[Cell]) -> dict[str, tuple[Cell, ...]]:
    sides: dict[str, list[Cell]] = {}
    for cell in cells:
        sides.setdefault(cell.side, []).append(cell)
    return {key: succeed(held) for key, held in sorted(sides.items())}


def _row(
    proposal: Proposal,
    claims: Sequence[Claim],
    sides: Mapping[str, tuple[Cell, ...]],
    conditions: Iterable[Condition],
    scope: Scope,
    *,
    whole: bool,
) -> Row:
    days = [claim.published for claim in claims]
    agreements = sorted((c for c in claims if isinstance(c.finding, Agreement)), key=lambda claim: claim.order)
    settlements = tuple(_settlement(claim, scope) for claim in agreements)
    return Row(
        id=proposal.id,
        name=proposal.name,
        family=proposal.family,
        words=proposal.words,
        links=proposal.links,
        doubtful=proposal.doubtful,
        first=min(days),
        last=max(days),
        parties=_standings(sides, settlements),
        conditions=tuple(condition for condition in conditions if condition.proposal == proposal.id),
        agreements=settlements,
        whole=whole,
    )


def _standings(sides: Mapping[str, tuple[Cell, ...]], settlements: Sequence[Settlement]) -> tuple[Standing, ...]:
    """Return where the sides stand: by their own cells, and by what they agreed after them, unless that was withdrawn."""
    stands = (one for one in settlements if one.status in REACHED and one.evidence[0].withdrawn is None)
    reached = {key: one for one in stands for key in one.sides}
    alone = {key: one for key, one in reached.items() if key not in sides}
    told = (_standing(key, follow_agreement(held, reached.get(key)), reached.get(key)) for key, held in sides.items())
    return (*told, *(_agreed(key, one) for key, one in sorted(alone.items())))


def _agreed(key: str, one: Settlement) -> Standing:
    """Return where a side stands that agreed, and of which no position is told."""
    why = f"a party to the agreement, {one.status} as told on {one.evidence[0].published.isoformat()}"
    return Standing(land_name(key), key, "accepts", one.day, (one.id,), (), why, one.evidence)


def _standing(key: str, cells: tuple[Cell, ...], reached: Settlement | None) -> Standing:
    live = [cell for cell in cells if cell.status in ("current", "disputed")]
    latest = live[-1] if live else None
    if latest is None and reached is not None:
        return replace(_agreed(key, reached), party=cells[0].party, history=cells)
    disputed = any(cell.status == "disputed" for cell in live)
    return Standing(
        party=cells[0].party,
        side=key,
        stance="disputed" if disputed else "unknown" if latest is None else latest.stance,
        since=None if latest is None else latest.day,
        current=tuple(cell.id for cell in live),
        history=cells,
        why=None if latest is not None else "all that was told of it was withdrawn",
        evidence=tuple(cited for cell in live for cited in cell.evidence),
    )


def _settlement(claim: Claim, scope: Scope) -> Settlement:
    agreement = claim.finding
    assert isinstance(agreement, Agreement), "made of agreements"
    day, dating = holds_on(claim)
    return Settlement(
        id=claim.id,
        status=agreement.status,
        parties=tuple(who(scope, actor, claim.published) for actor in agreement.parties),
        words=agreement.about,
        day=day,
        dated=dating == "told",
        evidence=cite_claim(claim),
        sides=tuple(sorted({side(scope.cast.of(actor, claim.published)) for actor in agreement.parties})),
    )


def _with_silence(rows: tuple[Row, ...], scope: Scope, question: Question) -> tuple[Row, ...]:
    """Give each row a standing for every party of the page: silent or unknown where nothing is told."""
    names = {standing.side: standing.party for row in rows for standing in row.parties}
    heard = {key: {row.family for row in rows if any(s.side == key for s in row.parties)} for key in names}
    families = {row.family for row in rows}
    for key in sorted(names):
        if families - heard[key] and len(rows) > 1:
            heard[key] |= _families(key, scope, question)
    return tuple(replace(row, parties=(*row.parties, *_not_told(row, names, heard))) for row in rows)


def _families(key: str, scope: Scope, question: Question) -> set[str]:
    wanted = Wanted(
        kinds=frozenset({"position"}),
        keys=frozenset({f"s:{key}"}),
        first=question.first,
        last=question.last,
        by="published",
        latest_first=True,
        limit=SILENCE,
    )
    return {sense_of(claim.about).family for claim in scope.shelf.claims(wanted) if claim.about is not None}


def _not_told(row: Row, names: Mapping[str, str], heard: Mapping[str, Collection[str]]) -> tuple[Standing, ...]:
    told = {standing.side for standing in row.parties}
    missing = (key for key in sorted(names) if key not in told)
    return tuple(_empty(key, names[key], row, silent=row.family in heard[key]) for key in missing)


def _empty(key: str, name: str, row: Row, *, silent: bool) -> Standing:
    if not row.whole:
        return Standing(
            name, key, "unknown", None, (), (), "nothing is told in the part of the history that is shown", ()
        )
    why = (
        "takes positions on like proposals; none is told on this one"
        if silent
        else "nothing is told on this or, of late, on like proposals"
    )
    return Standing(name, key, "silent" if silent else "unknown", None, (), (), why, ())
