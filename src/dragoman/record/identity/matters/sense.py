"""A matter's words -> what they mean: topic, numbers, parts, names. The same words always mean the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache

from dragoman.record.identity.matters.lexicon import load
from dragoman.record.identity.matters.quantities import Quantity, quantities_of, round_of
from dragoman.record.identity.matters.topics import Match, Topic, topic_of
from dragoman.record.identity.matters.trimming import trimmed, until_next
from dragoman.record.identity.matters.words import Token, canonical, table, tidy, tokens_of

_SCOPES = {
    "meeting": {"indirect", "technical", "secret", "direct", "in-person", "high-level"},
    "ceasefire": {"total", "partial", "maritime", "air", "energy", "humanitarian", "permanent", "temporary", "holiday"},
}
_ELSEWHERE = {"total", "partial", "permanent", "temporary"}


@dataclass(frozen=True, slots=True)
class Sense:
    """What a matter means. `topic` None: no topic of the lexicon; then `words` are all that is known.

    `names` are places and people, for meetings only places; `who` the people and sides with whom a meeting is; `by` who is
    to do it; `kind` the sort of meeting, `months` those that are named for it; `thing` what tells an object apart; `words` the remaining words that say something.
    `core` is how it is called, and plays no part in what it means.
    """

    topic: str | None
    family: str
    numbers: tuple[Quantity, ...] = ()
    scope: frozenset[str] = frozenset()
    aspect: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    who: frozenset[str] = frozenset()
    by: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    kind: str | None = None
    thing: str | None = None
    round: int | None = None
    months: frozenset[str] = frozenset()
    core: str = field(default="", compare=False)
    _hash: int = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Work out the hash once: senses are keys of all that compares matters."""
        told = (self.topic, self.family, self.numbers, self.scope, self.aspect, self.names, self.who, self.by)
        more = (self.words, self.kind, self.thing, self.round, self.months)
        object.__setattr__(self, "_hash", hash((*told, *more)))

    def __hash__(self) -> int:
        """Hash what is told."""
        return self._hash

    @property
    def bare(self) -> bool:
        """Whether nothing but the topic is told: "the truce"."""
        return not self.specifics

    @property
    def specifics(self) -> int:
        """How many things are told beside the topic."""
        told = (
            self.numbers,
            self.scope,
            self.aspect,
            self.names,
            self.who,
            self.words,
            self.thing,
            self.round,
            self.months,
        )
        return sum(1 for one in told if one)


@lru_cache(maxsize=65536)
def sense_of(about: str) -> Sense:
    """Return what a matter means."""
    tokens = tokens_of(about)
    kept = trimmed(tokens)
    numbers, numerals = quantities_of([tokens[n] for n in kept.alive])
    places = {kept.alive[n] for n in numerals}
    match = topic_of(tokens, {n for n in range(len(tokens)) if n not in kept.alive} | places, wrapped=kept.wrapped)
    if match is not None:
        kept = until_next(tokens, kept, max(match.places))
    core = tidy(about)[tokens[kept.core[0]].start : tokens[kept.core[-1]].end] if kept.core else ""
    rest = [n for n in kept.alive if n not in places and (match is None or n not in match.places)]
    if match is None:
        return _without_topic(tokens, rest, numbers, about)
    return _with_topic(tokens, rest, match, numbers, core)


def _without_topic(tokens: Sequence[Token], rest: list[int], numbers: tuple[Quantity, ...], core: str) -> Sense:
    names = frozenset(canonical(tokens[n].text) for n in rest if tokens[n].name)
    words = frozenset(_words(tokens, rest))
    family = " ".join(sorted(words | names)) or core.lower()
    return Sense(None, family, numbers=numbers, names=names, words=words, core=core)


def _with_topic(
    tokens: Sequence[Token], rest: list[int], match: Match, numbers: tuple[Quantity, ...], core: str
) -> Sense:
    topic = match.topic
    allowed = _SCOPES.get(topic.id, _ELSEWHERE)
    scoped = {
        n: scope
        for n in (*rest, *match.places)
        for base in tokens[n].bases
        if (scope := _scopes().get(base)) in allowed
    }
    aspects = {n: a for n in rest for base in tokens[n].bases if (a := _aspects().get(base)) and n < max(match.places)}
    names, who, by = _named(tokens, [n for n in rest if n not in scoped], match)
    kind = _kind(tokens, match) if topic.meeting else None
    plain = [n for n in rest if n not in scoped and n not in aspects]
    words = set(_words(tokens, plain)) - (_meeting_words() if topic.meeting else _own_words(topic))
    return Sense(
        topic=topic.id,
        family=topic.family,
        numbers=_counted(numbers, topic.numbers),
        scope=frozenset(scoped.values()) | (_seasons(tokens) & allowed),
        aspect=_unless_denied(tokens, aspects),
        names=names,
        who=who,
        by=by,
        words=frozenset(words),
        kind=kind,
        thing=match.thing,
        round=round_of(tokens) if topic.meeting else None,
        months=frozenset(
            t.low[:3] for t in tokens if topic.meeting and t.low in table("time.months") and t.text[0].isupper()
        ),
        core=core,
    )


def _words(tokens: Sequence[Token], rest: list[int]) -> Iterator[str]:
    """Yield the words that say something, in their shortest base form."""
    silent = table("front")
    for n in rest:
        token = tokens[n]
        if not token.name and len(token.low) > 2 and not token.bases & silent:
            yield min(token.bases, key=lambda base: (len(base), base)).removesuffix("e")


def _named(
    tokens: Sequence[Token], rest: list[int], match: Match
) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Return places and names, with whom, and who is to do it, by the preposition before and the place in the sentence."""
    names, who, by = set(), set(), set()
    first = min(match.places)
    for n in rest:
        token = tokens[n]
        if not token.name or (n + 1 in rest and _one_person(tokens, n)):
            continue
        before = _preposition(tokens, n)
        if n < first and match.verbal and not token.owner and before is None:
            by.add(canonical(token.text))
        elif match.topic.meeting and before in ("on", "about", "over"):
            continue
        elif match.topic.meeting and before not in table("where"):
            who.add(canonical(token.text))
        else:
            names.add(canonical(token.text, place=before is not None))
    return frozenset(names), frozenset(who), frozenset(by)


def _one_person(tokens: Sequence[Token], n: int) -> bool:
    """A name before a name is a forename, unless it is a land's: "Ilse Tarnow", but "Kestrian ... Tarnow"."""
    own = canonical(tokens[n].text)
    return (
        tokens[n + 1].name
        and not tokens[n].owner
        and own == tokens[n].text.lower()
        and tokens[n].segment == tokens[n + 1].segment
    )


def _preposition(tokens: Sequence[Token], n: int) -> str | None:
    """Return the preposition whose phrase a word stands in; "and" goes on with the phrase before it."""
    while n >= 0:
        if tokens[n].low in table("prepositions"):
            return tokens[n].low if tokens[n].low != "of" or n == 0 else _preposition(tokens, n - 1) or "of"
        n -= 1
    return None


def _counted(numbers: tuple[Quantity, ...], kind: str) -> tuple[Quantity, ...]:
    """Return the numbers that tell proposals of a topic apart."""
    match kind:
        case "duration":
            return tuple(sorted({q.days for q in numbers if q.unit in ("hour", "day", "week", "month", "year")}))
        case "count":
            return tuple(
                sorted({Quantity(q.value * (2 if q.each else 1), "count") for q in numbers if q.unit == "count"})
            )
        case "hours":
            return tuple(sorted({Quantity(q.value, "hour") for q in numbers if q.unit in ("hour", "count")}))
        case "percent" | "money":
            return tuple(q for q in numbers if q.unit == kind)
        case _:
            return ()


def _kind(tokens: Sequence[Token], match: Match) -> str | None:
    """Return the sort of meeting that the last of its words names."""
    kinds = load("wording")["meeting"]
    for n in sorted(match.places, reverse=True):
        for kind, words in kinds.items():
            if tokens[n].bases & set(words.split()):
                return str(kind)
    return None


def _unless_denied(tokens: Sequence[Token], aspects: dict[int, str]) -> frozenset[str]:
    """Return what is done with the matter; "not to abandon" does nothing."""
    return frozenset(
        a for n, a in aspects.items() if not {"not", "never", "no"} & {t.low for t in tokens[max(0, n - 2) : n]}
    )


def _seasons(tokens: Sequence[Token]) -> frozenset[str]:
    """A feast is a part of the matter even where it only says when: "a truce during the holiday"."""
    return frozenset({"holiday"} if any(t.low in table("scope.holiday") for t in tokens) else ())


@cache
def _scopes() -> dict[str, str]:
    return {word: scope for scope, words in load("wording")["scope"].items() for word in words.split()}


@cache
def _own_words(topic: Topic) -> set[str]:
    """Return the words by which a topic is named: a second one says nothing more ("enrichment of uranium")."""
    return {word.removesuffix("e") for words in topic.nouns for word in words}


@cache
def _meeting_words() -> set[str]:
    """Return the words that say nothing more of a meeting."""
    kinds = (word.removesuffix("e") for words in load("wording")["meeting"].values() for word in words.split())
    return {*kinds, "peac", "person", "level", "way"}


@cache
def _aspects() -> dict[str, str]:
    return {word: aspect for aspect, words in load("wording")["aspect"].items() for word in words.split()}
