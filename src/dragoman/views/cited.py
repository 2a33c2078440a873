"""The words that a part of an answer stands on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from dragoman.record.claims import Card, Claim, via_of
from dragoman.record.shelf import Passage
from dragoman.terms.span import Evidence


@dataclass(frozen=True, slots=True)
class Cited:
    """A quote of a report: `text[start:end] == quote` in the report's text as it is kept.

    `claim` is None where a passage is shown for its own sake.
    `via` is through whom the report has it, `withdrawn` the day from which a later version of the article no longer says it.
    `suggested_by` is the language model that suggested the claim, null where our rules found it; `found_by` the person who
    made it of these words, null where a reader did.
    """

    report: str
    published: date
    publisher: str | None
    title: str | None
    url: str | None
    path: str | None
    start: int
    end: int
    quote: str
    claim: str | None
    via: str | None
    withdrawn: date | None
    suggested_by: str | None = None
    found_by: str | None = None


def cite_claim(claim: Claim) -> tuple[Cited, ...]:
    """Return all words that a claim stands on."""
    via = via_of(claim.finding)
    name = None if via is None else via.name
    pieces = (
        cite_piece(claim.card, piece, claim=claim.id, via=name, withdrawn=claim.withdrawn)
        for piece in claim.finding.evidence
    )
    model, person = claim.finding.why.suggested_by, claim.finding.why.found_by
    if model is None and person is None:
        return tuple(pieces)
    return tuple(replace(piece, suggested_by=model, found_by=person) for piece in pieces)


def cite_passage(passage: Passage) -> Cited:
    """Return a passage itself, whatever is claimed in it."""
    return cite_piece(passage.card, passage.evidence)


def cite_piece(
    card: Card, piece: Evidence, *, claim: str | None = None, via: str | None = None, withdrawn: date | None = None
) -> Cited:
    """Return some words of a report with where they stand."""
    return Cited(
        report=card.id,
        published=card.published,
        publisher=card.publisher,
        title=card.title,
        url=card.url,
        path=card.path,
        start=piece.start,
        end=piece.end,
        quote=piece.quote,
        claim=claim,
        via=via,
        withdrawn=withdrawn,
    )


def cite_all(claims: Iterable[Claim]) -> tuple[Cited, ...]:
    """Return all words that some claims stand on, in the order of the claims, each stretch of text once."""
    cited = {(c.report, c.start, c.end): c for claim in claims for c in reversed(cite_claim(claim))}
    return tuple(sorted(cited.values(), key=lambda c: (c.published, c.report, c.start, c.end)))
