"""Cells of one party on one proposal -> the same with what follows on what, by rules that name both.

| rule | when |
| --- | --- |
| repeated | the same stance, with the same conditions, is told of a later day |
| superseded | another stance of the party is told of a later day, or on the same day by a later report and not against it |
| disputed | of the same day one report tells a stance for and one a stance against: both stay, side by side |
| agreed | an agreement of the party on the same proposal is told of a later day |
| settled | what was undecided is followed by a decision on what may be the same matter under another name |
| reported | another side says so, and the party's own word is told |

The latest day decides, then publication. What others say of a party never supersedes its own word, nor disputes it; words
that were withdrawn count no more.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Protocol

from dragoman.terms.findings import AgreementStatus, Stance
from dragoman.views.cells import Cell


class Reached(Protocol):
    """An agreement that was reached."""

    @property
    def id(self) -> str:
        """The id of its claim."""
        ...

    @property
    def status(self) -> AgreementStatus:
        """How far it went."""
        ...

    @property
    def day(self) -> date:
        """When it was reached, or by when."""
        ...


FOR: frozenset[Stance] = frozenset({"proposes", "demands", "supports", "offers", "accepts", "accepts-conditionally"})
DECIDED: frozenset[Stance] = frozenset({"accepts", "accepts-conditionally", "rejects"})
SETTLING = timedelta(days=45)
"""How long after an undecided stance a decision on a like matter is taken to settle it; later ones are of other occasions."""

_DID: dict[Stance, str] = {
    "proposes": "proposed it",
    "demands": "demanded it",
    "supports": "supported it",
    "offers": "offered it",
    "accepts": "accepted it",
    "accepts-conditionally": "accepted it under conditions",
    "rejects": "rejected it",
    "undecided": "had not decided",
}


def succeed(cells: Sequence[Cell]) -> tuple[Cell, ...]:
    """Return the cells of one party on one proposal, in order, each with its status and the reason."""
    own = [cell for cell in cells if cell.own]
    counted = own or [cell for cell in cells if cell.status != "withdrawn"]
    settled = {cell.id: cell if cell in counted else _outranked(cell) for cell in cells}
    live: list[Cell] = []
    for cell in sorted(counted, key=lambda cell: cell.order):
        new, left = cell, []
        for before in live:
            if contradict(before, cell):
                settled[before.id] = _dispute(before, cell)
                new = _dispute(new, before)
                left.append(settled[before.id])
            else:
                settled[before.id] = _followed(before, cell)
        live = [*left, new]
        settled[new.id] = new
    return tuple(sorted(settled.values(), key=lambda cell: cell.order))


def _outranked(cell: Cell) -> Cell:
    if cell.status == "withdrawn":
        return cell
    return replace(cell, status="reported", why=f"{cell.reported_by} says so; the party's own word goes before it")


def contradict(one: Cell, other: Cell) -> bool:
    """Say whether two cells of one party cannot both be true: of one day, one for and one against."""
    same_day = one.day == other.day
    return same_day and ({one.stance, other.stance} & FOR != set()) and "rejects" in {one.stance, other.stance}


def _dispute(cell: Cell, rival: Cell) -> Cell:
    why = f"of the same day ({rival.day.isoformat()}) it is told that {rival.actor.name} {_DID[rival.stance]}"
    if cell.status == "disputed" and cell.why:
        why = f"{cell.why}; {why}"
    return replace(cell, status="disputed", disputes=tuple(sorted({*cell.disputes, rival.id})), why=why)


def _followed(before: Cell, after: Cell) -> Cell:
    same = before.stance == after.stance and before.conditions == after.conditions
    rule = "told again" if same else "a later stance of the same party on the same proposal"
    why = f"{told(before)}; {told(after)}: {rule}"
    return replace(before, status="repeated" if same else "superseded", superseded_by=after.id, why=why)


def follow_agreement(cells: Sequence[Cell], reached: Reached | None) -> tuple[Cell, ...]:
    """Return the cells of a party with those before an agreement of its on the same proposal superseded by it."""
    if reached is None:
        return tuple(cells)
    return tuple(
        replace(
            cell,
            status="superseded",
            superseded_by=reached.id,
            why=f"{told(cell)}; {reached.status} on it by {reached.day.isoformat()}: an agreement of the party",
        )
        if cell.status in ("current", "disputed") and cell.day < reached.day
        else cell
        for cell in cells
    )


def told(cell: Cell) -> str:
    """Return what a cell says, in words: who, did what, when."""
    when = f"on {cell.day.isoformat()}" if cell.dating == "told" else f"by {cell.day.isoformat()}"
    return f"{cell.actor.name} {_DID[cell.stance]} {when}"


def settle(cell: Cell, after: Cell, name: str) -> Cell:
    """Return an undecided cell as superseded by a decision on another proposal of the family, which is called `name`."""
    why = (
        f"{told(cell)} (“{cell.words}”); {told(after)} (“{name}”): a decision of the same party on a matter of the same "
        "family, and nothing that is told of the two speaks against their being one"
    )
    return replace(cell, status="superseded", superseded_by=after.id, why=why)
