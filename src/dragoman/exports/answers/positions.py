"""The grid of positions as a page: a block for each proposal, a row for each party, what was said before below it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dragoman.exports.answers.page import Block, Page, Row
from dragoman.exports.answers.wording import origins_of
from dragoman.exports.telling import day
from dragoman.views.cells import Cell
from dragoman.views.conditions import Condition
from dragoman.views.grid import Row as ProposalRow
from dragoman.views.grid import Settlement, Standing
from dragoman.views.positions import Positions

NOT_TOLD = "silent: takes positions on like proposals, none is told on this one (no refusal); unknown: nothing is told"


def page(answer: Positions) -> Page:
    """Return the page of a grid."""
    notes = list(answer.notes)
    if any(standing.stance in ("silent", "unknown") for row in answer.items for standing in row.parties):
        notes.append(NOT_TOLD)
    if answer.next is not None:
        notes.append(f"more: --after {answer.next}")
    return Page("Positions", tuple(block_of(row) for row in answer.items), tuple(notes))


def block_of(row: ProposalRow) -> Block:
    """Return a proposal with all that is told of where the parties stand."""
    rows = (
        Row(text=f"called {', '.join(f'“{words}”' for words in row.words)}", id=row.id),
        *(line for standing in row.parties if standing.history for line in standing_rows(standing)),
        *(_agreed_row(standing) for standing in row.parties if standing.stance == "accepts" and not standing.history),
        *_not_told(row.parties),
        *(condition_row(condition) for condition in row.conditions),
        *(settlement_row(settlement) for settlement in row.agreements),
    )
    return Block(row.name, rows)


def standing_rows(standing: Standing) -> Iterator[Row]:
    """Yield the cells of a party, the latest first: what holds, then what went before and why it holds no more."""
    for cell in reversed(standing.history):
        yield _cell_row(cell, standing)


def _cell_row(cell: Cell, standing: Standing) -> Row:
    who = cell.party if cell.actor.name == cell.party else f"{cell.party}: {cell.actor.name}"
    holds = cell.id in standing.current
    mark = "" if holds and cell.status == "current" else f" ({cell.status})"
    return Row(
        text=f"{who}{mark}",
        badge=badge(cell.stance),
        when=f"{'' if cell.dating == 'told' else 'by '}{day(cell.day)}",
        facts=tuple(_facts(cell)),
        cited=cell.evidence,
        id=cell.id,
    )


def _agreed_row(standing: Standing) -> Row:
    when = "" if standing.since is None else f"by {day(standing.since)}"
    return Row(standing.party, badge="accepts", when=when, facts=(standing.why or "",), cited=standing.evidence)


def _facts(cell: Cell) -> Iterator[str]:
    yield f"“{cell.words}”"
    if cell.toward:
        yield f"toward {cell.toward}"
    if cell.conditions:
        yield "condition: " + "; ".join(cell.conditions)
    if cell.reported_by:
        yield f"reported by {cell.reported_by}, not its own word"
    elif cell.via:
        yield f"via {cell.via}"
    yield origins_of(cell.origins)
    if cell.why:
        yield cell.why


def _not_told(standings: Iterable[Standing]) -> Iterator[Row]:
    for stance in ("silent", "unknown"):
        names = [standing.party for standing in standings if standing.stance == stance and not standing.history]
        if names:
            yield Row(text=", ".join(names), badge=stance)


def condition_row(condition: Condition) -> Row:
    """Return a condition as a row."""
    facts = [f"condition of {condition.party} ({condition.actor.name})"]
    if condition.why:
        facts.append(condition.why)
    if condition.perhaps:
        facts.append(f"perhaps met by {', '.join(condition.perhaps)}: a person decides")
    return Row(
        f"condition: {condition.words}",
        badge=condition.status,
        facts=tuple(facts),
        cited=condition.evidence,
        id=condition.id,
    )


def settlement_row(settlement: Settlement) -> Row:
    """Return an agreement about a proposal as a row."""
    return Row(
        text=f"agreement of {', '.join(w.name for w in settlement.parties)}" if settlement.parties else "agreement",
        badge=settlement.status,
        when=f"{'' if settlement.dated else 'by '}{day(settlement.day)}",
        facts=(f"“{settlement.words}”",),
        cited=settlement.evidence,
        id=settlement.id,
    )


def badge(stance: str) -> str:
    """Return a stance as short as a column."""
    return "accepts, if" if stance == "accepts-conditionally" else stance
