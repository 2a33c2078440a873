"""Claims as the machine made them + rulings of people -> claims as they count. The machine's own stay in the store."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields, replace
from typing import Any

from dragoman.record.claims import Claim, Finding
from dragoman.record.decisions import Rulings
from dragoman.record.keeping import day_of
from dragoman.record.packing import made, plain
from dragoman.terms.findings import Quotation

PROOF = frozenset({"evidence", "content_evidence", "why", "events", "meeting"})
"""Fields that are proof and not opinion, or follow from the rest: no edit touches them."""
CODED = frozenset({"kind", "status", "stance", "actor", "toward", "target", "parties", "host", "speaker", "addressee"})
"""Fields that event codes are made of: where one is edited, the codes of before are no longer known to hold."""


def revise(claims: Iterable[Claim], rulings: Rulings) -> tuple[Claim, ...]:
    """Return the claims that count: without what was rejected or retracted, edited where somebody edited."""
    return tuple(revised(claim, rulings) for claim in claims if counts(claim, rulings))


def counts(claim: Claim, rulings: Rulings) -> bool:
    """Say whether a claim counts: neither it nor its report was taken out."""
    return claim.id not in rulings.rejected and not (rulings.retracted & {claim.id, claim.card.id})


def revised(claim: Claim, rulings: Rulings) -> Claim:
    """Return a claim with what people made of it: confirmed, annotated, edited (one edit after the other)."""
    notes = tuple(note.why for note in rulings.notes.get(claim.id, ()) if note.why)
    accepted = claim.id in rulings.accepted
    if notes or accepted:
        claim = replace(claim, accepted=accepted, notes=notes)
    for edit in rulings.edits.get(claim.id, ()):
        claim = replace(edited(claim, edit.change, by=edit.by), accepted=accepted)
    return claim


def edited(claim: Claim, change: Mapping[str, Any], *, by: str) -> Claim:
    """Return a claim with new values by field, as plain values (record/packing.py); None makes a field unknown.

    Raises `KeyError` for a field that the finding does not have, or one that is proof and not opinion.
    """
    unknown = sorted(set(change) - editable(type(claim.finding)))
    if unknown:
        raise KeyError(unknown[0])
    values = {**plain(claim.finding), **change}
    if CODED & set(change):
        values.pop("events", None)
    finding: Finding = made(type(claim.finding), values)
    return replace(claim, finding=finding, day=day_of(finding, claim.card), by=by, accepted=True)


def editable(kind: type[Finding]) -> frozenset[str]:
    """Return the fields of a finding that a person can edit."""
    proof = PROOF | {"source"} if kind is Quotation else PROOF
    return frozenset(f.name for f in fields(kind)) - proof
