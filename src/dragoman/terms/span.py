"""A stretch of a report's text, and the words themselves as proof."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.terms.errors import EvidenceError


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Code points ``[start, end)`` of a report's text."""

    start: int
    end: int

    def __contains__(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def __len__(self) -> int:
        return self.end - self.start

    def touches(self, other: Span) -> bool:
        """Say whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def of(self, text: str) -> str:
        """Return the words of the span."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """A span together with its words; made only by `cite`, so that ``text[start:end] == quote`` always holds."""

    start: int
    end: int
    quote: str

    @property
    def span(self) -> Span:
        """The span without its words."""
        return Span(self.start, self.end)


def cite(text: str, span: Span) -> Evidence:
    """Quote `span` of `text`.

    Raises `EvidenceError` when the span is empty or lies outside of the text: a finding without words does not exist.
    """
    quote = text[span.start : span.end]
    if not 0 <= span.start < span.end <= len(text) or not quote.strip():
        raise EvidenceError(span.start, span.end, len(text))
    return Evidence(span.start, span.end, quote)


def hull(*spans: Span) -> Span:
    """Return the smallest span that holds all `spans` (one or more)."""
    return Span(min(s.start for s in spans), max(s.end for s in spans))
