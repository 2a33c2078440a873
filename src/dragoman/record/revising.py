"""Claims as the machine made them + rulings of people -> claims as they count. The machine's own stay in the store."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields, replace
from datetime import date
from typing import Any

from dragoman.record.claims import Claim, Finding
from dragoman.record.decisions import Rulings
from dragoman.record.packing import made, plain


def revise(claims: Iterable[Claim], rulings: Rulings) -> tuple[Claim, ...]:
    """Return the claims that count: without what was rejected or retracted, edited where somebody edited."""
    return tuple(_revised(claim, rulings) for claim in claims if not _gone(claim, rulings))


def _gone(claim: Claim, rulings: Rulings) -> bool:
    return claim.id in rulings.rejected or bool(rulings.retracted & {claim.id, claim.card.id})


def _revised(claim: Claim, rulings: Rulings) -> Claim:
    notes = tuple(note.why for note in rulings.notes.get(claim.id, ()) if note.why)
    if notes or claim.id in rulings.accepted:
        claim = replace(claim, accepted=claim.id in rulings.accepted, notes=notes)
    edit = rulings.edits.get(claim.id)
    return claim if edit is None else edited(claim, edit.change, by=edit.by)


def edited(claim: Claim, change: dict[str, Any] | Any, *, by: str) -> Claim:
    """Return a claim with new values by field, as plain values (record/packing.py); None makes a field unknown.

    Raises `KeyError` for a field that the finding does not have, or one that is proof and not opinion.
    """
    names = {f.name for f in fields(claim.finding)} - {"evidence", "content_evidence", "why", "events"}
    unknown = sorted(set(change) - names)
    if unknown:
        raise KeyError(unknown[0])
    finding: Finding = made(type(claim.finding), {**plain(claim.finding), **change})
    when = getattr(finding, "date", None)
    day: date = claim.published if when is None else when.start
    return replace(claim, finding=finding, day=day, by=by, accepted=True)
