"""What would let a slice of the record know more than its day: reports from after it, words changed after it, foreign proof."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True, slots=True)
class Leak:
    """Something in a slice that was not known on its day, or that has no day: which report or claim, and why."""

    where: str
    why: str


def leaks_of_report(report: Mapping[str, Any], as_of: date) -> Iterator[Leak]:
    """Yield why a report (as a row of the slice) does not belong into the slice of a day."""
    where = f"report {report.get('id')}"
    published = _day(report.get("published"))
    if published is None:
        yield Leak(where, "has no day of publication")
    elif published > as_of:
        yield Leak(where, f"was published on {published.isoformat()}")
    updated = report.get("updated")
    if updated is not None:
        changed = _day(str(updated)[:10])
        if changed is None:
            yield Leak(where, f"was changed at an unknown time ({updated})")
        elif changed > as_of:
            yield Leak(where, f"was changed on {changed.isoformat()}, and only the changed text is here")


def leaks_of_claim(claim: Mapping[str, Any], texts: Mapping[str, str]) -> Iterator[Leak]:
    """Yield why a claim (as a row of the slice) does not stand on the reports of the slice."""
    where = f"claim {claim.get('id')}"
    text = texts.get(str(claim.get("report")))
    if text is None:
        yield Leak(where, f"stands on report {claim.get('report')}, which is not in the slice")
        return
    for piece in _pieces(claim.get("finding")):
        if text[piece["start"] : piece["end"]] != piece["quote"]:
            yield Leak(where, f"quotes what its report does not say at {piece['start']}..{piece['end']}")


def _pieces(finding: Any) -> Iterable[Mapping[str, Any]]:
    """Return all evidence of a finding, however deep it stands."""
    if isinstance(finding, Mapping):
        if {"start", "end", "quote"} <= finding.keys():
            return [finding]
        return [piece for value in finding.values() for piece in _pieces(value)]
    if isinstance(finding, list):
        return [piece for value in finding for piece in _pieces(value)]
    return []


def _day(written: Any) -> date | None:
    try:
        return date.fromisoformat(str(written))
    except ValueError:
        return None
