"""A page of an answer: sections of rows, each row with the words that it stands on. One shape for terminal and browser."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.views.cited import Cited


@dataclass(frozen=True, slots=True)
class Row:
    """One line of an answer.

    `badge` is its state or stance, `facts` the rest, `when` its day in words, `id` what to ask on; `lines` stand below each
    other, such as the steps of a history.
    """

    text: str
    badge: str = ""
    when: str = ""
    facts: tuple[str, ...] = ()
    cited: tuple[Cited, ...] = ()
    id: str = ""
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """Rows under a title."""

    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """An answer for a person. `notes` stand at the foot; `empty` is said where there is no row at all."""

    title: str
    blocks: tuple[Block, ...]
    notes: tuple[str, ...] = ()
    empty: str = "nothing in the record answers this"
