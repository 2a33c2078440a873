"""Ids made of content: two machines that take in the same report agree on every one of them."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from dragoman.record.claims import Kind
from dragoman.terms.findings import Actor
from dragoman.terms.report import Report
from dragoman.terms.span import Evidence

_BETWEEN = "\x1f"


def digest(*parts: object, length: int = 16) -> str:
    """Return `length` hexadecimal digits of the SHA-256 of the parts; None and "" are told apart."""
    written = _BETWEEN.join("\x00" if part is None else str(part) for part in parts)
    return hashlib.sha256(written.encode("utf-8", "surrogatepass")).hexdigest()[:length]


def report_id(report: Report) -> str:
    """Return the id of a kept report: its text and title, its days, and where it comes from. The path plays no part."""
    return digest(report.text, report.published.isoformat(), report.publisher, report.url, report.title, report.updated)


def profile_id(actor: Actor) -> str:
    """Return the id of an actor as a report describes it: the same description in two reports is one profile."""
    return digest(actor.kind, actor.name, actor.role, actor.affiliation, actor.state, actor.land, length=12)


def claim_id(report: str, kind: Kind, evidence: Sequence[Evidence], who: Actor | None, again: int = 0) -> str:
    """Return the id of a claim: the first words that it stands on and whose it is, not what was made of them.

    `again` counts claims of one report that would have the same id.
    """
    first = min((e.start, e.end) for e in evidence)
    return f"{kind[0]}{digest(report, kind, *first, who and who.name, again, length=15)}"
