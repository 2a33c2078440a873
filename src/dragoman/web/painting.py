"""The text of a report, cut where evidence begins or ends, and what was found beside it, in the order of the text.

Law: the pieces joined are the text, character for character.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.exports.segments import Segment, cut
from dragoman.terms.span import Span
from dragoman.views.cited import Cited
from dragoman.views.report import Read, ReportAnswer

PAINTED = ("meeting", "position", "agreement", "delegation", "incident", "figure", "quotation", "unread", "out")
"""The kinds in the order in which they give a stretch of text its colour. `out` is what people took out of what counts."""
LAYERS = 3
"""Kinds that one stretch of text shows together, as lines one above the other."""
OUT = frozenset({"rejected", "retracted"})
ASIDE, AT = "aside", "at"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text. `keys` name what stands on it (`Note.key`), `kinds` their kinds.

    `to` is the one to which it leads: where several stand on the same words, each piece leads to another one if it can.
    `first` says that the evidence of one of them begins here, `at` whether it is of the words that an address points at.
    """

    start: int
    text: str
    keys: tuple[str, ...]
    to: str | None
    kinds: tuple[str, ...]
    aside: bool
    at: bool
    first: bool


@dataclass(frozen=True, slots=True)
class Note:
    """Something in the margin: a finding (`read`), or a sentence of which nothing was understood. `key` is its anchor."""

    key: str
    kind: str
    read: Read | None
    evidence: tuple[Cited, ...]

    @property
    def start(self) -> int:
        """Where it begins in the text."""
        return self.evidence[0].start if self.evidence else 0


def notes_of(answer: ReportAnswer) -> tuple[Note, ...]:
    """Return what stands in the margin of a report, in the order of the text."""
    found = [Note(f"f{read.claim}", read.kind, read, read.evidence) for read in answer.findings]
    unread = [Note(f"u{cited.start}", "unread", None, (cited,)) for cited in answer.unread]
    return tuple(sorted((*found, *unread), key=lambda note: note.start))


def pieces_of(answer: ReportAnswer, notes: tuple[Note, ...], at: Span | None = None) -> tuple[Piece, ...]:
    """Return the text of a report in pieces; `at` are words that an address points at."""
    kinds = {note.key: _paint(note) for note in notes}
    labelled = [
        (Span(cited.start, cited.end), note.key)
        for note in sorted(notes, key=lambda note: PAINTED.index(kinds[note.key]))
        for cited in note.evidence
    ]
    labelled += [(Span(aside.start, aside.end), ASIDE) for aside in answer.furniture if aside.start < aside.end]
    labelled += [(at, AT)] if at is not None else []
    return tuple(_pieces(cut(answer.text, labelled), kinds))


def _paint(note: Note) -> str:
    return "out" if note.read is not None and note.read.state in OUT else note.kind


def _pieces(segments: tuple[Segment, ...], kinds: dict[str, str]) -> Iterator[Piece]:
    reached: set[str] = set()
    for segment in segments:
        keys = tuple(label for label in segment.labels if label in kinds)
        to = next((key for key in keys if key not in reached), keys[0] if keys else None)
        reached |= {to} if to is not None else set()
        yield Piece(
            start=segment.start,
            text=segment.text,
            keys=keys,
            to=to,
            kinds=tuple(dict.fromkeys(kinds[key] for key in keys))[:LAYERS],
            aside=ASIDE in segment.labels,
            at=AT in segment.labels,
            first=any(label in kinds for label in segment.starts),
        )
