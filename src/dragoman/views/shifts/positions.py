"""Parties that moved: a stance on a proposal that the same actor was not known to hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dragoman.record.claims import Claim
from dragoman.record.shelf import Wanted
from dragoman.terms.findings import Position
from dragoman.views.scope import Scope
from dragoman.views.shifts.shift import Shift, Window

_Cell = tuple[str, str]
LATEST = 100
"""Claims on one proposal among which the stance known last is looked for: what is older is taken for forgotten."""
TRIED = 3
"""Last claims of one actor on one proposal that are tried where later ones were withdrawn."""


def shifts(scope: Scope, fresh: Iterable[Claim], window: Window) -> Iterator[Shift]:
    """Yield a shift for each stance, or set of conditions, that is not the one known last of the actor on the proposal."""
    positions = [claim for claim in fresh if claim.kind == "position"]
    if not positions:
        return
    scope.ledger.learn([claim.about for claim in positions if claim.about is not None])
    known = _known(scope, positions, window)
    new: dict[tuple[_Cell, str], list[Claim]] = {}
    for claim in sorted(positions, key=lambda c: c.order):
        cell, stance = _cell(scope, claim), _stance(claim)
        last = known.get(cell)
        if last is None or _stance(last) != stance:
            new.setdefault((cell, stance), []).append(claim)
    for (cell, _), claims in new.items():
        yield _shift(claims, known.get(cell), cell)


def _known(scope: Scope, positions: Iterable[Claim], window: Window) -> dict[_Cell, Claim]:
    """Return the last stance known on the first day, by actor and proposal, of the latest claims on each proposal."""
    proposals = {
        proposal.id: proposal for c in positions if c.about is not None for proposal in [scope.ledger.of(c.about)]
    }
    older = [claim for _, proposal in sorted(proposals.items()) for claim in _latest(scope, proposal.members, window)]
    scope.cast.learn({a.id: a for claim in older for a in claim.actors}.values())
    cells: dict[_Cell, list[Claim]] = {}
    for claim in sorted(older, key=lambda c: c.order, reverse=True):
        cells.setdefault(_cell(scope, claim), []).append(claim)
    settled = {c.id: c for c in scope.origins.settle([c for held in cells.values() for c in held[:TRIED]])}
    sound = {key for key, c in settled.items() if c.withdrawn is None or c.withdrawn > window.first}
    found = {cell: next((c for c in held[:TRIED] if c.id in sound), None) for cell, held in cells.items()}
    return {cell: claim for cell, claim in found.items() if claim is not None}


def _latest(scope: Scope, members: Iterable[str], window: Window) -> tuple[Claim, ...]:
    wanted = Wanted(
        kinds=frozenset({"position"}),
        keys=frozenset(f"m:{member}" for member in members),
        published_last=window.first,
        by="published",
        latest_first=True,
        limit=LATEST,
    )
    return scope.shelf.claims(wanted)


def _cell(scope: Scope, claim: Claim) -> _Cell:
    position = _position(claim)
    return scope.cast.of(position.actor, claim.published).id, scope.ledger.of(position.about).id


def _position(claim: Claim) -> Position:
    assert isinstance(claim.finding, Position), "only positions have a stance"
    return claim.finding


def _stance(claim: Claim) -> str:
    """Return a stance with its conditions in words: "accepts-conditionally, if X; Y"."""
    position = _position(claim)
    return f"{position.stance}, if {'; '.join(position.conditions)}" if position.conditions else position.stance


def _shift(claims: list[Claim], last: Claim | None, cell: _Cell) -> Shift:
    first = claims[0]
    position = _position(first)
    toward = (position.toward,) if position.toward is not None else ()
    return Shift(
        kind="position",
        change=position.stance,
        what=f"{position.actor.name} {position.stance.replace('-', ' ')}: {position.about}"
        + (f", if {'; '.join(position.conditions)}" if position.conditions else ""),
        day=first.day if first.dated else None,
        holds=first.day,
        published=min(claim.published for claim in claims),
        before=None if last is None else _stance(last),
        actors=(position.actor, *toward),
        id=cell[1],
        claims=tuple(claims),
    )
