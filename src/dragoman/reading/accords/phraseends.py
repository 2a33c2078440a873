"""Where the words for a matter end: before an apposition behind a comma, and with the quotation mark that they opened."""

from __future__ import annotations

from bisect import bisect_left

from dragoman.reading.grammar.parse import Parse
from dragoman.terms.span import Span

PAIRS = {'"': '"', "“": "”"}


def unapposed(parse: Parse, span: Span) -> Span:
    """Cut what a comma puts beside the matter: "a deal on the port*, the fruit of nine days of talks*"."""
    first, end = bisect_left(parse.start, span.start), bisect_left(parse.start, span.end)
    for comma in range(first + 1, end - 1):
        if parse.word[comma] != ",":
            continue
        for word in range(comma + 1, end):
            if (
                parse.dep[word] in ("appos", "npadvmod")
                and parse.left[word] == comma + 1
                and _sentence_like(parse, word, comma)
            ):
                return parse.span(first, comma - 1)
    return span


def _sentence_like(parse: Parse, word: int, comma: int) -> bool:
    """Whether the apposition tells of the whole before it and not of a name: it is a common noun with an article."""
    return parse.tag[word] in ("NN", "NNS") and parse.tag[comma + 1] == "DT"


def balanced(text: str, span: Span) -> Span:
    """Take the closing mark in where only the opening one stands in a span, leave an opening one out that nothing closes."""
    for opening, closing in PAIRS.items():
        inside = text[span.start : span.end]
        odd = inside.count(opening) % 2 if opening == closing else inside.count(opening) - inside.count(closing)
        if odd == 1 and text[span.end : span.end + 1] == closing:
            return Span(span.start, span.end + 1)
        if odd == -1 and text[span.start - 1 : span.start] == opening:
            return Span(span.start - 1, span.end)
    return span
