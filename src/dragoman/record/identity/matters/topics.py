"""Tokens -> what a matter is about: the topic of the lexicon whose words stand at the head."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from dragoman.record.identity.matters.lexicon import load
from dragoman.record.identity.matters.words import Token, table

_REACH = 4
"""Words that may stand between a thing and the deed after it: "the sanctions on its banks are lifted"."""


@dataclass(frozen=True, slots=True)
class Topic:
    """An entry of the lexicon; its words are tuples of base forms, `things` with the word that stands for all of a kind."""

    id: str
    family: str
    nouns: tuple[tuple[str, ...], ...]
    deeds: tuple[tuple[str, ...], ...]
    verbs: tuple[tuple[str, ...], ...]
    things: tuple[tuple[tuple[str, ...], str], ...]
    numbers: str
    object: bool
    thing_alone: bool
    weak: bool
    meeting: bool
    needs_name: frozenset[str]


@dataclass(frozen=True, slots=True)
class Match:
    """A topic, the places of the words that name it, and the thing where it tells proposals apart."""

    topic: Topic
    places: frozenset[int]
    thing: str | None
    rank: tuple[int, ...]
    verbal: bool


@cache
def topics() -> tuple[Topic, ...]:
    """Return all topics in the order of the file."""
    return tuple(_topic(entry) for entry in load("topics")["topic"])


@cache
def _index() -> dict[str, frozenset[int]]:
    """Return for each word that begins a noun, verb or thing the places of the topics that have it."""
    out: dict[str, set[int]] = {}
    for n, topic in enumerate(topics()):
        for words in (*topic.nouns, *topic.verbs, *(words for words, _ in topic.things)):
            out.setdefault(words[0], set()).add(n)
    return {word: frozenset(places) for word, places in out.items()}


def _topic(entry: dict[str, Any]) -> Topic:
    phrases = {key: tuple(tuple(words.split()) for words in entry.get(key, ())) for key in ("nouns", "deeds", "verbs")}
    things = tuple(
        (tuple(word.split()), kind.split("|")[0])
        for kind in entry.get("things", ())
        for word in kind.split("|")
        if word
    )
    return Topic(
        id=entry["id"],
        family=entry.get("family", entry["id"]),
        **phrases,
        things=things,
        numbers=entry.get("numbers", "none"),
        object=entry.get("object", False),
        thing_alone=entry.get("thing_alone", False),
        weak=entry.get("weak", False),
        meeting=entry.get("meeting", False),
        needs_name=frozenset(entry.get("needs_name", ())),
    )


def topic_of(tokens: Sequence[Token], passed: Collection[int], *, wrapped: bool) -> Match | None:
    """Return the best match: of a topic that is not weak, in the earliest phrase, the last in that phrase, the longest.

    `passed` are words that take no part; `wrapped` says that a wrapper ("deal") was taken off.
    """
    open_ = [n for n in range(len(tokens)) if n not in passed]
    held = {base for n in open_ for base in tokens[n].bases}
    near = sorted({n for base in held for n in _index().get(base, ())})
    matches = [match for n in near for match in _matches(topics()[n], tokens, open_, held, wrapped=wrapped)]
    return min(matches, key=lambda match: match.rank, default=None)


def _matches(
    topic: Topic, tokens: Sequence[Token], open_: list[int], held: set[str], *, wrapped: bool
) -> Iterator[Match]:
    for kind in ("nouns", "verbs"):
        for words in getattr(topic, kind):
            if words[0] in held and not (" ".join(words) in topic.needs_name and not _any_name(tokens, open_)):
                for places in _found(words, tokens, open_):
                    yield _match(topic, tokens, places, None, verbal=kind == "verbs")
    things = [
        (places, kind) for words, kind in topic.things if words[0] in held for places in _found(words, tokens, open_)
    ]
    if not things:
        return
    for words in topic.deeds:
        if words[0] in held:
            for deed in _found(words, tokens, open_):
                yield from _deeds(topic, tokens, deed, things)
    if topic.thing_alone and wrapped:
        for places, kind in things:
            yield _match(topic, tokens, places, kind, verbal=False, alone=True)


def _any_name(tokens: Sequence[Token], open_: list[int]) -> bool:
    """Whether a place or person stands behind a preposition."""
    return any(tokens[n].name and n and tokens[n].segment > tokens[open_[0]].segment for n in open_)


def _deeds(
    topic: Topic, tokens: Sequence[Token], deed: tuple[int, ...], things: Iterable[tuple[tuple[int, ...], str]]
) -> Iterator[Match]:
    for thing, kind in things:
        if set(thing) & set(deed):
            continue
        behind = deed[-1] < thing[0] and tokens[thing[0]].segment - tokens[deed[-1]].segment <= 2
        if behind or 0 < deed[0] - thing[-1] <= _REACH:
            yield _match(topic, tokens, (*deed, *thing), kind, verbal=behind, head=deed)


def _match(
    topic: Topic,
    tokens: Sequence[Token],
    places: tuple[int, ...],
    kind: str | None,
    *,
    verbal: bool,
    head: tuple[int, ...] = (),
    alone: bool = False,
) -> Match:
    segment = tokens[(head or places)[0]].segment
    last = max(n for n in places if tokens[n].segment == segment)
    reach = max(places) - min(places) if head else 0
    rank = (int(topic.weak) + 2 * int(alone), segment, -last, -len(places), reach)
    return Match(topic, frozenset(places), (kind or None) if topic.object else None, rank, verbal)


def _found(words: tuple[str, ...], tokens: Sequence[Token], open_: list[int]) -> Iterator[tuple[int, ...]]:
    """Yield the places of a phrase; words that say nothing may stand inside: "a cessation of all hostilities"."""
    for start, n in enumerate(open_):
        if words[0] in tokens[n].bases:
            places, at = [n], start + 1
            for word in words[1:]:
                while (
                    at < len(open_) and word not in tokens[open_[at]].bases and tokens[open_[at]].low in table("vague")
                ):
                    at += 1
                if at >= len(open_) or word not in tokens[open_[at]].bases:
                    break
                places.append(open_[at])
                at += 1
            if len(places) == len(words):
                yield tuple(places)
