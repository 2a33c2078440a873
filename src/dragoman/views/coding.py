"""Findings drawn to be coded by several people, each without seeing what others or the record think of them.

What is drawn follows from the plan alone: findings as machines made them, by a hash of the sample's name and their ids. There is
no chance in it, and as the plan says up to which moment the record is known, the sample stays the same for ever.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from dragoman.record.bounds import Bounds
from dragoman.record.claims import KINDS, Claim, Finding, Kind
from dragoman.record.ids import digest
from dragoman.record.shelf import Wanted
from dragoman.terms.errors import NotFound
from dragoman.terms.span import cite, hull
from dragoman.views.cited import Cited, cite_claim, cite_piece, nearby
from dragoman.views.question import Question
from dragoman.views.scope import Scope

DRAWN_FROM = 2_000
"""Findings out of which a sample is drawn, the latest within its days."""
AROUND = 300
"""Characters shown on each side of the evidence, within its paragraph."""
_MARK = "~"


@dataclass(frozen=True, slots=True)
class Plan:
    """How a sample is drawn: `size` findings of some kinds, published within some days, as the record was known at a moment.

    Its `name` says all of it, so that whoever has the name can draw the same sample again.
    """

    label: str
    size: int
    known_at: str
    first: date | None = None
    last: date | None = None
    kinds: tuple[Kind, ...] = ()

    @property
    def name(self) -> str:
        """The name of the sample: its label and the plan, "spring~50~2026-03-01~2026-03-31~meeting,position~MOMENT"."""
        days = ("" if day is None else day.isoformat() for day in (self.first, self.last))
        label = self.label.replace(_MARK, "-").strip()
        return _MARK.join((label, str(self.size), *days, ",".join(sorted(self.kinds)), self.known_at))

    @property
    def bounds(self) -> Bounds:
        """The bounds of the record out of which it is drawn."""
        return Bounds(known_at=self.known_at)

    @property
    def question(self) -> Question:
        """The days and kinds as a question."""
        return Question(first=self.first, last=self.last, kinds=frozenset(self.kinds) or None)


@dataclass(frozen=True, slots=True)
class Asked:
    """A finding to be coded, as the machine made it, with the words that it stands on and those around them (`passage`)."""

    claim: str
    kind: Kind
    report: str
    published: date
    finding: Finding
    passage: Cited
    evidence: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class Drawn:
    """A sample, in the order in which it is coded. It was drawn out of `of` findings; `whole` says that these are all there are."""

    name: str
    items: tuple[Asked, ...]
    of: int
    whole: bool


def plan_of(name: str) -> Plan:
    """Return the plan that a sample's name tells. Raises `NotFound` for a name that no plan has."""
    try:
        label, size, first, last, kinds, known_at = name.split(_MARK)
        begin, end = (date.fromisoformat(day) if day else None for day in (first, last))
        asked: tuple[Kind, ...] = tuple(kind for kind in sorted(KINDS) if kind in kinds.split(","))
        plan = Plan(label, int(size), known_at, begin, end, asked)
    except ValueError as error:
        raise NotFound("sample", name) from error
    if plan.name != name or plan.size < 1:
        raise NotFound("sample", name)
    return plan


def sample(scope: Scope, question: Question, *, name: str, size: int) -> Drawn:
    """Draw findings of the days, kinds and publisher of a question; the same name draws the same out of the same record."""
    wanted = Wanted(
        kinds=question.kinds,  # type: ignore[arg-type]
        published_first=question.first,
        published_last=question.last,
        by="published",
        latest_first=True,
        limit=DRAWN_FROM,
    )
    found = scope.shelf.machine.claims(wanted)
    claims = [claim for claim in found if question.publisher in (None, claim.card.publisher)]
    drawn = sorted(claims, key=lambda claim: digest(name, claim.id))[:size]
    return Drawn(name, _asked(scope, drawn), len(claims), len(found) < DRAWN_FROM)


def items_of(scope: Scope, claims: Iterable[str]) -> tuple[Asked, ...]:
    """Return findings to be coded by their ids, in this order; those that the record does not have are left out."""
    ids = tuple(dict.fromkeys(claims))
    found = {claim.id: claim for claim in scope.shelf.machine.claims(Wanted(ids=frozenset(ids)))} if ids else {}
    return _asked(scope, [found[key] for key in ids if key in found])


def _asked(scope: Scope, claims: Iterable[Claim]) -> tuple[Asked, ...]:
    kept = tuple(claims)
    texts = scope.shelf.texts({claim.card.id for claim in kept})
    return tuple(
        Asked(c.id, c.kind, c.card.id, c.published, c.finding, _passage(c, texts), cite_claim(c)) for c in kept
    )


def _passage(claim: Claim, texts: Mapping[str, str]) -> Cited:
    """Return the words around those that a finding stands on: what is near of their paragraph."""
    text = texts[claim.card.id]
    whole = hull(*(piece.span for piece in claim.finding.evidence))
    return cite_piece(claim.card, cite(text, nearby(text, whole, AROUND)))
