"""A confirmed claim that the newer reading no longer finds -> what a decision keeps of it, and back."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from dragoman.record.claims import Card, Claim, Finding
from dragoman.record.packing import pack, unpack
from dragoman.terms.findings import Delegation


def kept_of(claim: Claim) -> dict[str, Any]:
    """Return a claim as the `change` of a `keep`: the machine's own, before any edit."""
    packed = pack(claim.finding, claim.turns, claim.teams)
    return {"report": claim.card.id, "kind": claim.kind, "number": claim.number, "packed": packed}


def claim_of(claim_id: str, kept: Mapping[str, Any], card: Card) -> Claim:
    """Return the claim that was kept, with the card of its report."""
    finding, turns, teams = unpack(kept["kind"], kept["packed"])
    return Claim(
        id=claim_id,
        kind=kept["kind"],
        number=kept["number"],
        card=card,
        finding=finding,
        day=day_of(finding, card),
        turns=turns,
        teams=teams,
    )


def day_of(finding: Finding, card: Card) -> date:
    """Return when a finding holds: the first day of its date, else the day of publication."""
    when = None if isinstance(finding, Delegation) else finding.date
    return card.published if when is None else when.start
