"""What is kept of a report + what a newer reading gives -> what would come, go and change, and what becomes of decisions.

Law: where nothing differs, nothing is told; what is told is complete: the old findings with the differences applied are the
new ones. A person's decision is never lost: it holds on, is carried to the one claim that has its words now, keeps its
claim in the record, or is told as orphaned.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from dragoman.record.claims import Card, Claim, Finding, Kind
from dragoman.record.decisions import Decision, Rulings
from dragoman.record.filing import Filed
from dragoman.record.keeping import claim_of
from dragoman.record.packing import pack, unpack

Change = Literal["comes", "goes", "changes"]
Fate = Literal["holds", "carried", "kept", "orphaned"]


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of a finding, before and after, as plain values; None is unknown."""

    field: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class Difference:
    """One claim that comes, goes or changes. `touched` are the ids of the decisions in force about it.

    `fate` is what becomes of these: they hold on (`holds`), are carried to the claim `to`, the claim is kept as the
    person's, or they are orphaned: about words that no reader finds.
    """

    change: Change
    claim: str
    kind: Kind
    card: Card
    before: Finding | None
    after: Finding | None
    fields: tuple[FieldChange, ...] = ()
    touched: tuple[str, ...] = ()
    fate: Fate | None = None
    to: str | None = None

    @property
    def finding(self) -> Finding:
        """The finding as it will be, or as it was where it goes."""
        found = self.before if self.after is None else self.after
        assert found is not None, "a difference is about something"
        return found


class Comparison:
    """Compares report by report; what people decided is looked through once."""

    def __init__(self, rulings: Rulings) -> None:
        self._rulings = rulings
        self._touched = touching(rulings)
        self._kept: dict[str, list[str]] = defaultdict(list)
        for claim, keep in rulings.kept.items():
            if claim in self._touched and claim not in rulings.added:
                self._kept[keep.change["report"]].append(claim)

    def of(self, card: Card, before: Sequence[Claim], after: Sequence[Filed]) -> tuple[Difference, ...]:
        """Return how a newer reading of one report differs from the kept one, in the order of the report.

        A finding that only stands at another place of the list is told only where nothing else differs.
        """
        old, new = {claim.id: claim for claim in before}, {filed.id: filed for filed in after}
        gone = [claim for key, claim in old.items() if key not in new]
        came = [filed for key, filed in new.items() if key not in old]
        both = [(claim, new[key]) for key, claim in old.items() if key in new]
        lost = [claim for claim in self._lost(card) if claim.id not in old and claim.id not in new]
        left = [c for c in (*gone, *lost) if c.id in self._touched and c.id not in self._rulings.added]
        heirs = _heirs(left, came)
        told = [self._gone(claim, heirs.get(claim.id)) for claim in gone]
        told += [self._gone(claim, heirs[claim.id]) for claim in lost if claim.id in heirs]
        told += [_come(card, filed, self._touched.get(filed.id, ())) for filed in came]
        told += [self._changed(c, f, fields) for c, f in both if (fields := changed_fields(c, f))]
        if not told:
            moved = [(c, f) for c, f in both if c.number != f.number]
            told = [self._changed(c, f, (FieldChange("number", c.number, f.number),)) for c, f in moved]
        return tuple(sorted(told, key=_order))

    def _lost(self, card: Card) -> list[Claim]:
        """Return the claims that an earlier reading lost and about which there are decisions."""
        return [claim_of(claim, self._rulings.kept[claim].change, card) for claim in self._kept.get(card.id, ())]

    def _gone(self, claim: Claim, heir: str | None) -> Difference:
        fate: Fate | None = None
        if touched := self._touched.get(claim.id, ()):
            fate = "carried" if heir else "kept" if claim.id in self._rulings.accepted else "orphaned"
        if claim.id in self._rulings.added:  # it never rested on what a reader found
            fate = "holds"
        return Difference("goes", claim.id, claim.kind, claim.card, claim.finding, None, (), touched, fate, heir)

    def _changed(self, claim: Claim, filed: Filed, fields: tuple[FieldChange, ...]) -> Difference:
        touched = self._touched.get(claim.id, ())
        after, _, _ = unpack(filed.kind, filed.packed)
        fate: Fate | None = "holds" if touched else None
        return Difference("changes", claim.id, claim.kind, claim.card, claim.finding, after, fields, touched, fate)


def changed_fields(claim: Claim, filed: Filed) -> tuple[FieldChange, ...]:
    """Return the fields in which a finding is another than before, turns and teams of a meeting among them."""
    return fields_between(pack(claim.finding, claim.turns, claim.teams), filed.packed)


def fields_between(before: str, after: str) -> tuple[FieldChange, ...]:
    """Return the fields in which two packed findings differ."""
    if before == after:
        return ()
    old, new = json.loads(before), json.loads(after)
    names = sorted(old.keys() | new.keys())
    return tuple(FieldChange(n, old.get(n), new.get(n)) for n in names if old.get(n) != new.get(n))


def touching(rulings: Rulings) -> Mapping[str, tuple[str, ...]]:
    """Return the ids of the decisions in force about each claim and report, in the order in which they were made."""
    told: dict[str, dict[str, None]] = defaultdict(dict)
    place = {decision.id: n for n, decision in enumerate(rulings.decisions)}
    for thing, decision in _each(rulings):
        told[thing][decision.id] = None
    return {thing: tuple(sorted(ids, key=place.__getitem__)) for thing, ids in told.items()}


def _each(rulings: Rulings) -> Iterable[tuple[str, Decision]]:
    yield from rulings.verdicts.items()
    for several in (rulings.edits, rulings.notes):
        yield from ((thing, decision) for thing, told in several.items() for decision in told)
    for pairs in (rulings.together, rulings.apart):
        for (thing, one, other), decision in pairs.items():
            if thing in ("claim", "meeting"):
                yield from ((one, decision), (other, decision))


def _heirs(gone: Sequence[Claim], came: Sequence[Filed]) -> Mapping[str, str]:
    """Return for claims that go the one that takes their place: of the same kind, on some of the same words.

    Where several could, or one could for several, nobody does: a decision is carried only where there is no doubt.
    """
    could = {claim.id: [filed.id for filed in came if _same_words(claim, filed)] for claim in gone}
    only = {claim: heirs[0] for claim, heirs in could.items() if len(heirs) == 1}
    shared = [heir for heirs in could.values() for heir in heirs]
    return {claim: heir for claim, heir in only.items() if shared.count(heir) == 1}


def _same_words(claim: Claim, filed: Filed) -> bool:
    if claim.kind != filed.kind:
        return False
    finding, _, _ = unpack(filed.kind, filed.packed)
    return any(one.span.touches(other.span) for one in claim.finding.evidence for other in finding.evidence)


def _come(card: Card, filed: Filed, touched: tuple[str, ...]) -> Difference:
    finding, _, _ = unpack(filed.kind, filed.packed)
    return Difference("comes", filed.id, filed.kind, card, None, finding, (), touched, "holds" if touched else None)


def _order(difference: Difference) -> tuple[int, str, str]:
    return (min(e.start for e in difference.finding.evidence), difference.change, difference.claim)
