"""The words that a part of an answer stands on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from dragoman.record.claims import Card, Claim, via_of
from dragoman.record.shelf import Passage
from dragoman.sources.heading import heading_of
from dragoman.terms.span import Evidence, Span


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


def nearby(text: str, words: Span, reach: int) -> Span:
    """Return some words with what stands near them in their paragraph: `reach` characters on each side, no word cut.

    What stands before the story plays no part.
    """
    heading = heading_of(text)
    floor = 0 if heading is None or heading.end > words.start else heading.end
    floor = max(floor, text.rfind("\n", 0, words.start) + 1)
    end = text.find("\n", words.end)
    ceiling = len(text) if end < 0 else end
    first, last = max(floor, words.start - reach), min(ceiling, words.end + reach)
    while floor < first < words.start and not text[first - 1].isspace():
        first += 1
    while words.end < last < ceiling and not text[last].isspace():
        last -= 1
    return Span(first, last)


def cite_all(claims: Iterable[Claim]) -> tuple[Cited, ...]:
    """Return all words that some claims stand on, in the order of the claims, each stretch of text once."""
    cited = {(c.report, c.start, c.end): c for claim in claims for c in reversed(cite_claim(claim))}
    return tuple(sorted(cited.values(), key=lambda c: (c.published, c.report, c.start, c.end)))
