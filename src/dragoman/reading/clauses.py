"""The clauses of a text: who does what to whom, under which modality."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.reading.parse import Parse


@dataclass(slots=True)
class Clause:
    """One predicate with its arguments, as word indices."""

    verb: int


def find_clauses(parse: Parse) -> list[Clause]:
    """Find the clauses of a text."""
    del parse
    return []
