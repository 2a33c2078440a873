"""The report reader: the text as it arrived, what was found in it beside it, and words that a person makes a finding of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath
from urllib.parse import quote

from starlette.responses import Response

from dragoman.exports.answers.wording import line_of
from dragoman.exports.telling import Line
from dragoman.hosting.asked import Asked
from dragoman.hosting.asking import text_of
from dragoman.hosting.deciding import Order, decide
from dragoman.record.claims import KINDS, Kind
from dragoman.record.fields import Field, fields_written
from dragoman.terms.errors import DecisionError, NotFound, SettingsError
from dragoman.terms.span import Span
from dragoman.views.report import ReportAnswer, report
from dragoman.web.painting import Note, notes_of, pieces_of
from dragoman.web.rendering import render
from dragoman.web.routing import Fields, done, form, page, word

_AT = re.compile(r"(\d{1,9})-(\d{1,9})", re.ASCII)
AROUND = 160
"""Characters of what two versions share that are shown before and after a difference."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A note of the margin in words; `machine` is what the machine had read where a person says otherwise."""

    note: Note
    line: Line | None
    machine: Line | None


@dataclass(frozen=True, slots=True)
class Making:
    """A kind of finding that can be made of selected words, and its fields."""

    kind: Kind
    fields: tuple[Field, ...]


def show(asked: Asked) -> Response:
    """Show a report; `at` marks the words that a link points at."""
    with asked.scope() as scope:
        answer, horizon = report(scope, asked.question(), id=asked.params["report"]), scope.horizon
    at = _at(text_of(asked.query, "at"), answer)
    notes = notes_of(answer)
    may_find = asked.may("code") and answer.retracted is None
    return render(
        asked,
        "report.html.j2",
        title=answer.card.title or PurePath(answer.card.path or "").name or answer.card.id,
        horizon=horizon,
        answer=answer,
        at=at,
        pieces=pieces_of(answer, notes, at),
        entries=[_entry(note) for note in notes],
        kinds=_counted(notes),
        copied=[one for one in answer.relatives if one.copy],
        likes=[one for one in answer.relatives if not one.copy],
        makings=[Making(kind, fields_written(kind)) for kind in KINDS] if may_find else [],
        names=sorted({who.name for read in answer.findings for who in read.actors}, key=str.casefold),
        around=AROUND,
    )


def _at(written: str | None, answer: ReportAnswer) -> Span | None:
    """Return the words that an address points at. Raises `SettingsError` where the report has none there."""
    if written is None:
        return None
    found = _AT.fullmatch(written)
    start, end = (int(found[1]), int(found[2])) if found else (0, 0)
    if not 0 <= start < end <= len(answer.text):
        raise SettingsError("at", f"{written!r} names no words of this report; write START-END")
    return Span(start, end)


def _counted(notes: tuple[Note, ...]) -> list[tuple[str, int]]:
    """Return the kinds that there are, with how many of each."""
    told = [note.kind for note in notes]
    return [(kind, told.count(kind)) for kind in (*KINDS, "unread") if kind in told]


def _entry(note: Note) -> Entry:
    read = note.read
    if read is None:
        return Entry(note, None, None)
    machine = None if read.machine is None else line_of(read.kind, read.machine)
    return Entry(note, line_of(read.kind, read.finding), machine)


def find(asked: Asked, fields: Fields) -> Response:
    """Make a finding of words of a report, and lead to it."""
    key = asked.params["report"]
    kind = next((kind for kind in KINDS if kind == word(fields, "kind")), None)
    values = tuple(_values(fields, kind)) if kind is not None else ()
    spans = _spans(asked, fields, key)
    taken = decide(asked, Order(verb="add", report=key, kind=kind, spans=spans, values=values, why=word(fields, "why")))
    return done(f"/reports/{quote(key, safe='')}#f{taken.decision.things[0]}")


def _values(fields: Fields, kind: Kind) -> Iterator[tuple[str, str]]:
    """Yield what the form says of a kind; the fields that nobody filled in are left out."""
    for field in fields_written(kind):
        written = fields.get(f"{kind}.{field.name}")
        lines = written.splitlines() if isinstance(written, str) and field.many else [written]
        yield from ((field.name, line.strip()) for line in lines if isinstance(line, str) and line.strip())


def _spans(asked: Asked, fields: Fields, key: str) -> tuple[tuple[int, int], ...]:
    """Return where the selected words stand: as the page says, else where the report has the words that were written.

    Raises `NotFound`, or `DecisionError` for words that the report has not or has several times.
    """
    with asked.ground.store.shelf() as shelf:
        text = shelf.texts([key]).get(key)
    if text is None:
        raise NotFound("report", key)
    start, end, words = (word(fields, name) or "" for name in ("start", "end", "words"))
    if _AT.fullmatch(f"{start}-{end}"):
        return ((int(start), int(end)),)
    found = [m.start() for m in re.finditer(re.escape(words), text)] if words else []
    if len(found) != 1:
        why = (
            f"the report has these words {len(found)} times; write more of them"
            if found
            else "the report has no such words"
        )
        raise DecisionError("add", why if words else "select the words of the report on which the finding stands")
    return ((found[0], found[0] + len(words)),)


ROUTES = (page("/reports/{report}", show), form("/reports/{report}/find", find, right="code"))
