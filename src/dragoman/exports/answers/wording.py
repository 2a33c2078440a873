"""A kept finding, and how it changed, in words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from dragoman.exports.telling import TELLERS, Line, days
from dragoman.record.claims import Finding, Kind
from dragoman.record.comparing import FieldChange
from dragoman.record.identity.origins.tracing import OriginGroup
from dragoman.record.packing import made
from dragoman.terms.findings import Coverage, Findings
from dragoman.terms.report import Report
from dragoman.terms.when import When

_NO_OTHERS = Findings(Report("", date.min, ""), (), (), (), (), (), (), (), (), (), Coverage((), ()))
"""A kept finding is told without the others of its report."""


def origins_of(origins: Sequence[OriginGroup]) -> str:
    """Return origins in words: "2 origins: Halm Courier, Observer"."""
    return f"{len(origins)} origin{'' if len(origins) == 1 else 's'}: {', '.join(one.label for one in origins)}"


def line_of(kind: Kind, finding: Finding) -> Line:
    """Return a finding as a line for a person."""
    return TELLERS[f"{kind}s"](finding, "", _NO_OTHERS)


def change_in_words(change: FieldChange) -> str:
    """Return a change of a field: "stance: demands → rejects"."""
    return f"{change.field}: {said(change.before)} → {said(change.after)}"


def said(value: Any) -> str:
    """Return a plain value of a finding's field in words."""
    match value:
        case None | [] | "":
            return "unknown"
        case {"granularity": _}:
            return f"{days(made(When, value))} (“{value.get('text', '')}”)"
        case {"plover": plover, "cameo": cameo}:
            return f"{plover} {cameo}"
        case {"rule": rule}:
            return " ".join([rule, *(f"“{value[name]}”" for name in ("cue",) if value.get(name))])
        case {"quote": quote, "start": start, "end": end}:
            return f"“{quote}” [{start}–{end}]"
        case {"name": name}:
            return str(name)
        case {"actor": {"name": name}, "stance": stance}:
            return f"{name} {stance}"
        case {"party": {"name": name}}:
            return f"{name}'s delegation"
        case list():
            return ", ".join(said(one) for one in value)
        case _:
            return str(value)
