"""What a report has of others: whose text it takes over, who takes over its own, which versions its article has."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from dragoman.record.claims import Card
from dragoman.record.identity.origins.kinship import Kin, Known
from dragoman.record.identity.origins.tracing import rank
from dragoman.record.identity.origins.versions import editions_of
from dragoman.views.scope import Scope

RELATIVES = 50
"""Reports told of beside one, the nearest by publication: what hundreds print says no more by being listed."""


@dataclass(frozen=True, slots=True)
class Descent:
    """Whether a report stands `alone`, is a `copy` (of the report `of`, or of an outlet that it credits), or is `copied`.

    `outlet` is whose report it is: its publisher, else the agency of its dateline, else the site of its address.
    `of_publisher` is whose text it takes over, `why` by what this is known, `copies` how many reports take over its text.
    """

    origin: Literal["alone", "copy", "copied"]
    outlet: str | None = None
    of: str | None = None
    of_publisher: str | None = None
    why: str | None = None
    copies: int = 0


@dataclass(frozen=True, slots=True)
class Relative:
    """Another report that shares stretches of this one's text (`spans` of this one's), but is no version of its article.

    `copy` says that the whole was taken over, not only a passage; `earlier` that it is the one whose text it was; `share` is
    the part of the shorter text that both have.
    """

    card: Card
    share: float
    copy: bool
    earlier: bool
    why: str
    spans: tuple[tuple[int, int], ...]


def descent_of(scope: Scope, report: str) -> Descent:
    """Return where a report's text is from. Of a report that was retracted nothing is asked: it counts for nothing."""
    known = scope.origins.kinship.find(report)
    if known is None:
        return Descent("alone")
    copies = [(kin, scope.origins.kinship.of(kin.other)) for kin in known.kin if kin.copy and not kin.version]
    lead = min((known, *(other for _, other in copies)), key=lambda one: rank(one, _chain(known, copies)))
    if lead is not known:
        kin = next(kin for kin, other in copies if other is lead)
        return Descent("copy", known.outlet.name, lead.card.id, lead.outlet.name or lead.card.publisher, kin.why)
    if known.outlet.credit is not None:
        name = known.outlet.credit_name
        return Descent("copy", known.outlet.name, None, name, f"credits {name}", len(copies))
    return Descent("copied" if copies else "alone", known.outlet.name, copies=len(copies))


def relatives_of(scope: Scope, report: str) -> tuple[Relative, ...]:
    """Return the reports that share text with a report, by publication."""
    known = scope.origins.kinship.find(report)
    if known is None:
        return ()
    kin = [(one, scope.origins.kinship.of(one.other)) for one in known.kin if not one.version]
    chain = _chain(known, kin)
    made = (
        Relative(other.card, one.share, one.copy, rank(other, chain) < rank(known, chain), one.why, one.spans)
        for one, other in kin
    )
    near = sorted(made, key=lambda r: (not r.copy, abs((r.card.published - known.card.published).days), r.card.id))
    return tuple(sorted(near[:RELATIVES], key=lambda r: (r.card.published, r.card.id)))


def versions_of(scope: Scope, report: str) -> tuple[Card, ...]:
    """Return the versions of the article that a report is one of, in their order; none where it was retracted."""
    if scope.origins.kinship.find(report) is None:
        return ()
    return tuple(card for edition in editions_of(scope.origins.kinship.articles.of(report)) for card in edition)


def _chain(known: Known, others: Iterable[tuple[Kin, Known]]) -> list[tuple[Known, str]]:
    return [(known, ""), *((other, kin.why) for kin, other in others)]
