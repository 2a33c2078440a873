"""The reports of the record, the latest published first, a page at a time.

A page goes along the days of publication until it is full or has looked at `LOOK` reports: words of a title that hardly any
report has are looked for page by page.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dragoman.record.claims import Card
from dragoman.record.keys import fold
from dragoman.record.shelf import Wanted
from dragoman.views.cursor import Place, cursor_of, place_of
from dragoman.views.descent import Descent, descent_of, versions_of
from dragoman.views.question import Question
from dragoman.views.remembering import remembered
from dragoman.views.scope import Scope

LOOK = 2_000
"""Reports that are looked at for one page; a page may be shorter, its cursor goes on."""


@dataclass(frozen=True, slots=True)
class Listed:
    """One report: how many findings of which kinds count, where its text is from, which version of its article it is.

    `versions` are the ids of all versions of its article in their order, `version` is its own place among them, from one on.
    A report that somebody `retracted` counts for nothing, and nothing is told of its text.
    """

    card: Card
    findings: int
    kinds: Mapping[str, int]
    descent: Descent
    version: int
    versions: tuple[str, ...]
    retracted: bool


@dataclass(frozen=True, slots=True)
class Reports:
    """A page of reports. `looked` is how many were looked at for it, `next` the cursor of the page after."""

    items: tuple[Listed, ...]
    looked: int
    next: str | None


@remembered
def reports(scope: Scope, question: Question, *, words: str | None = None) -> Reports:
    """Return the reports of some days, of a publisher, whose titles have all of these words."""
    asked = frozenset(fold(words or "").split())
    found: list[Card] = []
    looked = 0
    after: Place | None = None
    cards = scope.shelf.cards(
        first=question.first, last=question.last, after=place_of(question.after), latest_first=True
    )
    for card in cards:
        if len(found) == question.limit or looked == LOOK:
            return Reports(_listed(scope, found), looked, cursor_of(after))
        looked += 1
        after = (card.published, card.id)
        if question.publisher in (None, card.publisher) and asked <= set(fold(card.title or "").split()):
            found.append(card)
    return Reports(_listed(scope, found), looked, None)


def _listed(scope: Scope, cards: Iterable[Card]) -> tuple[Listed, ...]:
    kept = tuple(cards)
    ids = frozenset(card.id for card in kept)
    counted: dict[str, Counter[str]] = {key: Counter() for key in ids}
    for claim in scope.shelf.claims(Wanted(reports=ids)) if ids else ():
        counted[claim.card.id][claim.kind] += 1
    scope.origins.kinship.learn(ids)
    return tuple(_row(scope, card, counted[card.id]) for card in kept)


def _row(scope: Scope, card: Card, kinds: Counter[str]) -> Listed:
    versions = tuple(one.id for one in versions_of(scope, card.id)) or (card.id,)
    return Listed(
        card=card,
        findings=kinds.total(),
        kinds=dict(sorted(kinds.items())),
        descent=descent_of(scope, card.id),
        version=versions.index(card.id) + 1,
        versions=versions,
        retracted=card.id in scope.rulings.retracted,
    )
