"""Matters as reports tell them, on a shelf in memory that holds nothing else."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date

from dragoman.record.decisions import Decision, Rulings, in_force
from dragoman.record.identity.matters import Ledger, matter_keys
from dragoman.record.keys import matter_id
from dragoman.record.shelf import Matter


class MatterShelf:
    """Matters by key and id; counts how often it is asked."""

    def __init__(self, matters: Iterable[Matter]) -> None:
        self.held = {matter.id: matter for matter in matters}
        self.asked = 0

    def matters(
        self, *, keys: Collection[str] = (), ids: Collection[str] = (), without: Collection[str] = ()
    ) -> tuple[Matter, ...]:
        """Return the matters that have one of the keys or ids, by id. It knows no reports, so none can be left out."""
        assert not without
        self.asked += 1
        found = {m.id for m in self.held.values() if set(matter_keys(m.about)) & set(keys)}
        return tuple(self.held[one] for one in sorted(found | (set(ids) & self.held.keys())))


def matter(about: str, day: str = "2026-03-08") -> Matter:
    """Return a matter, told on one day."""
    told = date.fromisoformat(day)
    return Matter(matter_id(about), about, told, told)


def ledger_of(*abouts: str, rulings: Rulings | None = None) -> Ledger:
    """Return the proposals of a record in which these matters are told, all on one day."""
    return Ledger(MatterShelf(map(matter, abouts)), rulings or Rulings())  # type: ignore[arg-type]


def ruled(*decisions: tuple[str, str, str]) -> Rulings:
    """Return the rulings of some decisions about two matters: ("merge", one, other)."""
    return in_force(
        Decision(f"d{n}", "Ada", f"2026-04-{n + 1:02}", verb, "proposal", (matter_id(one), matter_id(other)))  # type: ignore[arg-type]
        for n, (verb, one, other) in enumerate(decisions)
    )


def groups(ledger: Ledger, abouts: Iterable[str]) -> set[tuple[str, frozenset[str], str]]:
    """Return the proposals of some matters: id, members, name."""
    return {(p.id, frozenset(p.words), p.name) for p in map(ledger.of, abouts)}
