"""Words -> the passages of reports that hold them, the latest report first, each with what was found in it.

Law: a page costs no more than the passages that it looks at. Filters by actor and kind ask what was found in a passage, so they
may look at many; after `MOST_LOOKED` of them the page ends, and its cursor goes on from there.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from dragoman.record.claims import Claim, Kind
from dragoman.record.identity.origins.versions import marked
from dragoman.record.keys import keys_of
from dragoman.record.shelf import Passage, Search, Wanted
from dragoman.terms.findings import Agreement, Incident, Meeting, Position
from dragoman.views.cited import Cited, cite_claim, cite_passage
from dragoman.views.cursor import number_of
from dragoman.views.docket import actor_keys_of
from dragoman.views.question import Question
from dragoman.views.remembering import remembered
from dragoman.views.scope import Scope

MOST_LOOKED = 500
"""Passages looked at for one page where a filter passes over some."""
_AT_ONCE = 100
_FEW = 2_000
"""Claims of an actor up to which its reports are asked for first: then no other report is looked at."""
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Found:
    """A claim whose words stand in a passage, wholly or in part; `status` is its status or stance, where it has one."""

    id: str
    kind: Kind
    status: str | None
    day: date | None
    actors: tuple[str, ...]
    evidence: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that holds all the words. `matches` are the places of the words, as offsets in the report's text."""

    report: str
    published: date
    start: int
    end: int
    matches: tuple[tuple[int, int], ...]
    kinds: tuple[Kind, ...]
    claims: tuple[Found, ...]
    evidence: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class Hits:
    """A page of hits. `looked` is the number of passages with the words that were looked at to fill it."""

    words: str
    items: tuple[Hit, ...]
    looked: int
    next: str | None


@remembered
def search(scope: Scope, question: Question, *, words: str) -> Hits:
    """Return the passages that hold all of `words`; words in quotation marks stand together.

    `question.first` and `last` bound the day of publication. Raises `NotFound` for an actor that nobody knows and for a
    cursor that no page gave.
    """
    keys = None if question.actor is None else actor_keys_of(scope, question.actor)
    asked = Search(
        words=words,
        published_first=question.first,
        published_last=question.last,
        publisher=question.publisher,
        reports=None if keys is None else _reports(scope, question, keys),
        after=number_of(question.after),
    )
    return _page(scope, question, asked, keys)


def _page(scope: Scope, question: Question, asked: Search, keys: frozenset[str] | None) -> Hits:
    filtered = keys is not None or question.kinds is not None
    size = max(_AT_ONCE, question.limit + 1) if filtered else question.limit + 1
    hits: list[Hit] = []
    looked, seen = 0, 0
    for place, passage, claims in _passages(scope, replace(asked, limit=size)):
        if len(hits) == question.limit or (filtered and looked == MOST_LOOKED):
            return Hits(asked.words, tuple(hits), looked, str(seen))
        looked, seen = looked + 1, place
        if (keys is None or _names(claims, keys)) and (question.kinds is None or _has(claims, question.kinds)):
            hits.append(_hit(passage, claims, asked.words))
    return Hits(asked.words, tuple(hits), looked, None)


def _passages(scope: Scope, asked: Search) -> Iterator[tuple[int, Passage, tuple[Claim, ...]]]:
    """Yield passages with their places and with the claims whose words stand in them, some at a time."""
    while found := scope.shelf.passages(asked):
        told = _claims(scope, {passage.card.id for _, passage in found})
        for place, passage in found:
            start, end = passage.evidence.start, passage.evidence.end
            inside = (
                c
                for c in told.get(passage.card.id, ())
                if any(e.start < end and start < e.end for e in c.finding.evidence)
            )
            yield place, passage, tuple(inside)
        if len(found) < asked.limit:
            return
        asked = replace(asked, after=found[-1][0])


def _claims(scope: Scope, reports: Iterable[str]) -> Mapping[str, list[Claim]]:
    """Return the claims of reports, those that a later version no longer supports marked.

    Each version of an article keeps its own: here they are asked for by their words.
    """
    found = scope.shelf.claims(Wanted(reports=frozenset(reports)))
    told: dict[str, list[Claim]] = {}
    for claim in marked(found, scope.shelf, scope.origins.kinship.articles):
        told.setdefault(claim.card.id, []).append(claim)
    return told


def _reports(scope: Scope, question: Question, keys: frozenset[str]) -> frozenset[str] | None:
    """Return the only reports that can tell of an actor, where they are few; None where passages must be looked at."""
    wanted = Wanted(
        keys=keys, published_first=question.first, published_last=question.last, by="published", limit=_FEW + 1
    )
    found = scope.shelf.claims(wanted)
    return frozenset(claim.card.id for claim in found) if len(found) <= _FEW else None


def _names(claims: Sequence[Claim], keys: frozenset[str]) -> bool:
    return any(not keys.isdisjoint(keys_of(claim.finding, claim.actors)) for claim in claims)


def _has(claims: Sequence[Claim], kinds: frozenset[str]) -> bool:
    return any(claim.kind in kinds for claim in claims)


def _hit(passage: Passage, claims: Sequence[Claim], words: str) -> Hit:
    ordered = sorted(claims, key=lambda c: (min(c.finding.evidence), c.kind, c.number))
    return Hit(
        report=passage.card.id,
        published=passage.card.published,
        start=passage.evidence.start,
        end=passage.evidence.end,
        matches=_matches(passage, words),
        kinds=tuple(sorted({claim.kind for claim in claims})),
        claims=tuple(_found(claim) for claim in ordered),
        evidence=(cite_passage(passage),),
    )


def _found(claim: Claim) -> Found:
    finding = claim.finding
    status: str | None = finding.stance if isinstance(finding, Position) else None
    if isinstance(finding, Meeting | Agreement | Incident):
        status = finding.status
    return Found(
        id=claim.id,
        kind=claim.kind,
        status=status,
        day=claim.day if claim.dated else None,
        actors=tuple(actor.name for actor in claim.actors),
        evidence=cite_claim(claim),
    )


def _matches(passage: Passage, words: str) -> tuple[tuple[int, int], ...]:
    wanted = {_plain(word[0]) for word in _WORD.finditer(words)}
    text, start = passage.evidence.quote, passage.evidence.start
    return tuple((start + m.start(), start + m.end()) for m in _WORD.finditer(text) if _plain(m[0]) in wanted)


def _plain(word: str) -> str:
    """Return a word without case and accents, as the index of words has it."""
    if word.isascii():
        return word.lower()
    folded = unicodedata.normalize("NFKD", word.casefold())
    return "".join(c for c in folded if not unicodedata.combining(c))
