"""Words of a report that a person selects, and what the person reads in them -> a claim of that person.

Law: it stands on words of the report as any other, and bears the name of who found it wherever it is shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, get_args, get_origin

from dragoman.record.claims import Claim, Kind, actors_of
from dragoman.record.editing import fields_of
from dragoman.record.ids import claim_id
from dragoman.record.keeping import day_of
from dragoman.record.packing import CLASSES, made, plain
from dragoman.record.shelf import Sheet
from dragoman.terms.errors import DecisionError, EditError
from dragoman.terms.findings import PERSON, Agreement, Meeting, Why
from dragoman.terms.span import Span, cite

MAY_MISS = frozenset({"cue"})
"""Fields that are always written but may hold no words."""


def found_by(
    person: str, sheet: Sheet, text: str, kind: Kind, spans: Iterable[tuple[int, int]], values: Mapping[str, Any]
) -> Claim:
    """Return the claim that a person makes of words of a report; `values` are plain values by field (record/editing.py).

    Raises `DecisionError` where no words of the report are named, `EditError` where a value is missing that must be known.
    """
    evidence = [plain(piece) for piece in _cited(text, spans)]
    whole = {**values, "evidence": evidence, "why": plain(Why(f"{PERSON}{person}"))}
    if kind == "quotation":
        whole["content_evidence"] = evidence
    _complete(kind, whole)
    finding = made(CLASSES[kind], whole)
    if isinstance(finding, Meeting | Agreement) and not finding.parties:
        raise EditError("parties", f"say who takes part; without a party there is no {kind}")
    who = next(iter(actors_of(finding)), None)
    key = claim_id(sheet.card.id, kind, finding.evidence, who)
    return Claim(key, kind, 0, sheet.card, finding, day_of(finding, sheet.card), by=person)


def _cited(text: str, spans: Iterable[tuple[int, int]]) -> list[Any]:
    asked = sorted(set(spans))
    if not asked:
        raise DecisionError("add", "select the words of the report on which the finding stands")
    for start, end in asked:
        if not 0 <= start < end <= len(text) or not text[start:end].strip():
            raise DecisionError("add", f"there are no words at {start} to {end} of the report")
    return [cite(text, Span(start, end)) for start, end in asked]


def _complete(kind: Kind, values: Mapping[str, Any]) -> None:
    """Raise `EditError` for the first field that must be known and is not."""
    for name, hint in fields_of(kind).items():
        many = get_origin(hint) is tuple
        if not many and type(None) not in get_args(hint) and name not in MAY_MISS and values.get(name) is None:
            raise EditError(name, f"a {kind} is not one without it")
