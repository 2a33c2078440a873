"""Kept reports -> their differences under the present reader and codebook, and where it is wanted a new reading of those that differ.

Law: where nothing differs nothing is written. What people decided is settled first (carried or kept), then the new reading is
written: a run that is killed between the two is finished by the next, and no decision is lost.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from itertools import islice
from typing import Protocol

from dragoman.desk.take_in import Provenance, ReadMany
from dragoman.record.claims import Card, Claim
from dragoman.record.comparing import Comparison, Difference
from dragoman.record.decisions import Decision, decided, in_force
from dragoman.record.filing import Filing
from dragoman.record.ids import report_id
from dragoman.record.keeping import kept_of
from dragoman.record.shelf import Shelf, Wanted
from dragoman.record.successors import Successors, named
from dragoman.terms.errors import Refused
from dragoman.terms.report import Report

COMPARED_AT_ONCE = 32


class Keeps(Protocol):
    """What keeps reports and their readings."""

    def reports(self) -> Iterator[Report]:
        """Yield whole reports by publication and id."""
        ...

    def shelf(self) -> AbstractContextManager[Shelf]:
        """Return the record as it is now."""
        ...

    def reread(self, filings: Sequence[Filing], *, recorded: str, reader: str, codebook: str) -> int:
        """Keep a new reading of known reports."""
        ...

    def decide(self, decision: Decision) -> None:
        """Keep a decision."""
        ...


@dataclass(frozen=True, slots=True)
class Hand:
    """Who does it, and the clock (ISO, UTC)."""

    by: str
    now: Callable[[], str]


@dataclass(frozen=True, slots=True)
class Reread:
    """What a newer reading of one report differs in; nothing where it does not."""

    card: Card
    differences: tuple[Difference, ...]


def reread(
    store: Keeps, read: ReadMany, provenance: Provenance, hand: Hand | None, *, reports: Collection[str] = ()
) -> Iterator[Reread | Refused]:
    """Read kept reports anew (all, or those named) and yield each with its differences, in the order of publication.

    With a `hand` the differing ones are written, a few at a time; what was yielded is written then. Without one nothing is.
    """
    asked = store.reports() if not reports else _named(store.reports(), frozenset(reports))
    found = read(asked)
    with store.shelf() as shelf:
        successors = Successors(in_force(shelf.decisions()))
    while some := tuple(islice(found, COMPARED_AT_ONCE)):
        filings = [filing for filing in some if isinstance(filing, Filing)]
        yield from (refused for refused in some if isinstance(refused, Refused))
        for done in _settled(filings, store, provenance, hand):
            successors.take(done.differences)
            yield done
    if hand is not None:
        _carry_members(store, successors, hand)


def _carry_members(store: Keeps, successors: Successors, hand: Hand) -> None:
    """Let decisions about actors and proposals go over to what is written now in the place of a member that is gone."""
    with store.shelf() as shelf:
        told = list(shelf.decisions())
        members = named(in_force(told))
        there = {profile.actor.id for profile in shelf.profiles(ids=sorted(members["actor"]))}
        there |= {matter.id for matter in shelf.matters(ids=sorted(members["proposal"]))}
    recorded = hand.now()
    for thing, ids in members.items():
        for old in sorted(ids - there):
            if (new := successors.of(thing, old)) is not None:
                why = f"read anew: this {thing} is described so now"
                told.append(decided(Decision("", hand.by, recorded, "carry", thing, (old, new), why), told))
                store.decide(told[-1])


def _named(reports: Iterable[Report], ids: frozenset[str]) -> Iterator[Report]:
    left = set(ids)
    for report in reports:
        key = report_id(report)
        if key in left:
            yield report
            left.discard(key)
            if not left:
                return


def _settled(filings: list[Filing], store: Keeps, provenance: Provenance, hand: Hand | None) -> list[Reread]:
    with store.shelf() as shelf:
        decisions = shelf.decisions()
        kept = _by_report(shelf, filings)
    rulings = in_force(decisions)
    comparison = Comparison(rulings)
    done = [Reread(card, comparison.of(card, claims, filing.filed)) for filing, card, claims in kept]
    differing = [filing for (filing, _, _), told in zip(kept, done, strict=True) if told.differences]
    if hand is not None and differing:
        recorded = hand.now()
        _write_fates([d for told in done for d in told.differences], store, (hand.by, recorded), decisions, kept)
        store.reread(differing, recorded=recorded, reader=provenance.reader, codebook=provenance.codebook)
    return done


def _by_report(shelf: Shelf, filings: list[Filing]) -> list[tuple[Filing, Card, list[Claim]]]:
    """Return each filing with its card and the claims that are kept of it."""
    ids = frozenset(filing.id for filing in filings)
    cards = {sheet.card.id: sheet.card for sheet in shelf.sheets(ids=ids)}
    claims: dict[str, list[Claim]] = {report: [] for report in ids}
    for claim in shelf.claims(Wanted(reports=ids)):
        claims[claim.card.id].append(claim)
    return [(filing, cards[filing.id], claims[filing.id]) for filing in filings if filing.id in cards]


def _write_fates(
    differences: Iterable[Difference],
    store: Keeps,
    hand: tuple[str, str],
    decisions: tuple[Decision, ...],
    kept: list[tuple[Filing, Card, list[Claim]]],
) -> None:
    """Write for each claim that goes what becomes of the decisions about it."""
    by, recorded = hand
    machine = {claim.id: claim for _, _, claims in kept for claim in claims}
    told = list(decisions)
    for difference in differences:
        if difference.fate == "carried" and difference.to is not None:
            why = "read anew: this claim stands on the same words"
            new = Decision("", by, recorded, "carry", "claim", (difference.claim, difference.to), why)
        elif difference.fate in ("kept", "orphaned"):
            why = "read anew: the newer reading no longer finds it"
            change = kept_of(machine[difference.claim])
            new = Decision("", by, recorded, "keep", "claim", (difference.claim,), why, change)
        else:
            continue
        told.append(decided(new, told))
        store.decide(told[-1])
