"""Search: the passages that hold some words, with what was found in them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from starlette.responses import Response

from dragoman.exports.answers.search import excerpt_of
from dragoman.hosting.asked import Asked
from dragoman.hosting.asking import text_of
from dragoman.record.claims import KINDS
from dragoman.terms.errors import NotFound
from dragoman.views.cited import Cited
from dragoman.views.search import Hit, Hits, search
from dragoman.web.links import Links
from dragoman.web.rendering import render
from dragoman.web.routing import page

FACETS = 8
"""Values of a facet that are offered, those with most hits."""
_SPACE, _LAST = re.compile(r"\s+"), re.compile(r"\s+(?=\S*$)")


@dataclass(frozen=True, slots=True)
class Choice:
    """A value that narrows the search, in how many hits of the page it is, and the address that takes it or drops it."""

    value: str
    hits: int
    chosen: bool
    address: str


@dataclass(frozen=True, slots=True)
class Facet:
    """One way to narrow the search."""

    name: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """A hit as it is shown: the words around, in pieces of which some are marked; `…` stands for what is left out."""

    hit: Hit
    cited: Cited
    pieces: tuple[tuple[str, bool], ...]


def show(asked: Asked) -> Response:
    """Show the passages that hold all the words that were asked for; without words, only the form."""
    question, words = asked.question(), text_of(asked.query, "words")
    unknown = sorted((question.kinds or frozenset()) - set(KINDS))
    if unknown:
        raise NotFound("kind", unknown[0], KINDS)
    with asked.scope() as scope:
        answer = None if words is None else search(scope, question, words=words)
        return render(
            asked,
            "search.html.j2",
            title="Search" if words is None else f"Search: {words}",
            horizon=scope.horizon,
            answer=answer,
            shown=() if answer is None else tuple(map(_shown, answer.items)),
            facets=() if answer is None else _facets(answer, Links(asked.path, asked.query)),
            kinds=KINDS,
        )


def _shown(hit: Hit) -> Shown:
    whole = hit.evidence[0]
    cited = whole_words(excerpt_of(whole, hit.matches), whole)
    pieces = tuple(pieces_of(cited, hit.matches))
    before, after = whole.quote[: cited.start - whole.start].strip(), whole.quote[cited.end - whole.start :].strip()
    return Shown(hit, cited, ((*([("… ", False)] if before else ()), *pieces, *([(" …", False)] if after else ()))))


def whole_words(cited: Cited, whole: Cited) -> Cited:
    """Return an excerpt of a quote without the pieces of words at its edges; one of a single word stays as it is."""
    start, end = cited.start - whole.start, cited.end - whole.start
    if _cuts(whole.quote, start) and (space := _SPACE.search(cited.quote)):
        start += space.end()
    if _cuts(whole.quote, end) and (space := _LAST.search(whole.quote, start, end)):
        end = space.start()
    return replace(cited, start=whole.start + start, end=whole.start + end, quote=whole.quote[start:end])


def _cuts(text: str, at: int) -> bool:
    return 0 < at < len(text) and not text[at - 1].isspace() and not text[at].isspace()


def pieces_of(cited: Cited, matches: Iterable[tuple[int, int]]) -> Iterator[tuple[str, bool]]:
    """Yield the words of a quote in pieces that together are the quote, each with whether it was searched."""
    at = cited.start
    for start, end in sorted(matches):
        if at <= start < end <= cited.end:
            yield cited.quote[at - cited.start : start - cited.start], False
            yield cited.quote[start - cited.start : end - cited.start], True
            at = end
    yield cited.quote[at - cited.start :], False


def _facets(answer: Hits, links: Links) -> tuple[Facet, ...]:
    """Return what the hits of the page can be narrowed by."""
    hits = answer.items
    told = (
        ("kind", [hit.kinds for hit in hits]),
        ("publisher", [{c.publisher for c in hit.evidence if c.publisher} for hit in hits]),
        ("actor", [{name for found in hit.claims for name in found.actors} for hit in hits]),
    )
    made = (Facet(name, tuple(_choices(name, values, links))) for name, values in told)
    return tuple(facet for facet in made if facet.choices)


def _choices(name: str, values: Sequence[Iterable[str]], links: Links) -> Iterator[Choice]:
    """Yield the values of a facet, those that were chosen first. Kinds can be several, of the others one."""
    counted = Counter(value for of_hit in values for value in of_hit)
    chosen = [value for value in links.query.getlist(name) if value]
    for value in chosen:
        rest = [other for other in chosen if other != value]
        yield Choice(value, counted.pop(value, 0), chosen=True, address=links.here(**{name: rest}))
    several = chosen if name == "kind" else []
    for value, hits in sorted(counted.items(), key=lambda one: (-one[1], one[0]))[:FACETS]:
        yield Choice(value, hits, chosen=False, address=links.here(**{name: [*several, value]}))


ROUTES = (page("/search", show),)
