"""Tokens -> those that tell what a matter is: without its wrappers, its times and what follows as a condition."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.record.identity.matters.words import Token, table

_BACKED = frozenset(
    "backed led brokered mediated sponsored proposed drafted hosted initiated supported authored".split()
)
_LETTING = frozenset({"let", "allow", "permit", "get"})
_CONTENT = frozenset("for of on to that about seeking calling demanding urging aimed".split())


@dataclass(frozen=True, slots=True)
class Kept:
    """The places that count, those that make a short name for people, and whether a wrapper was taken off."""

    alive: tuple[int, ...]
    core: tuple[int, ...]
    wrapped: bool


def trimmed(tokens: Sequence[Token]) -> Kept:
    """Return what is left of a matter."""
    end = next((n for n, t in enumerate(tokens) if n and t.low in table("ends") and _says(tokens[:n])), len(tokens))
    gone = _times(tokens[:end])
    wrapped = False
    for n in range(end):
        if n in gone or not tokens[n].bases & table("wrappers"):
            continue
        if (rest := _content(tokens[:end], n)) is not None:
            gone |= set(range(n, rest)) | _before(tokens, n)
            wrapped = True
        elif n == end - 1 or tokens[n + 1].segment > tokens[n].segment:
            gone |= {n}
            wrapped = True
    gone |= _backers(tokens[:end])
    alive = tuple(n for n in range(end) if n not in gone)
    return Kept(alive, _core(tokens, alive), wrapped)


def until_next(tokens: Sequence[Token], kept: Kept, last: int) -> Kept:
    """Return what is left before a second matter begins behind `last`: "halt the fire *and let aid in*"."""
    for n in range(last + 1, len(tokens)):
        if tokens[n].low in ("and", "or", ",", "but"):
            k = n + 1
            while k < len(tokens) and tokens[k].low in table("between") and tokens[k].low not in _LETTING:
                k += 1
            if k < len(tokens) and (
                tokens[k].low in ("to", "that") or tokens[k].low in _LETTING or tokens[k].bases & table("deeds")
            ):
                return Kept(tuple(a for a in kept.alive if a < n), tuple(a for a in kept.core if a < n), kept.wrapped)
    return kept


def _says(tokens: Sequence[Token]) -> bool:
    """Whether anything but small words stands there."""
    return any(token.low not in table("small") for token in tokens)


def _content(tokens: Sequence[Token], n: int) -> int | None:
    """Return where the matter of a wrapper begins: behind "for" in "demands from X and Y for ..."; None where it has none."""
    if n + 1 >= len(tokens):
        return None
    after = tokens[n + 1].low
    if after in _CONTENT:
        return n + 2
    if after in ("by", "from", "between"):
        return next((k + 1 for k in range(n + 2, len(tokens)) if tokens[k].low in _CONTENT), None)
    return None


def _before(tokens: Sequence[Token], n: int) -> set[int]:
    """Return the owner in front of a wrapper: "an Orvanian proposal to"; empty where other words stand there too."""
    front = set(range(n))
    if all(tokens[k].name or tokens[k].bases & (table("front") | _BACKED) for k in front):
        return front
    return set()


def _backers(tokens: Sequence[Token]) -> set[int]:
    """Return the places of "U.S. and European-backed"."""
    out: set[int] = set()
    for n, token in enumerate(tokens):
        if token.low in _BACKED and n and tokens[n - 1].name:
            out.add(n)
            k = n - 1
            while k >= 0 and (tokens[k].name or tokens[k].low in ("and", ",")):
                out.add(k)
                k -= 1
    return out


def _times(tokens: Sequence[Token]) -> set[int]:
    """Return the places of words that tell when: "on Friday", "late on Saturday", "in the second half of April", "next week"."""
    out: set[int] = set()
    for n, token in enumerate(tokens):
        named = token.bases & table("day-names") and token.text[0].isupper()
        if named or (token.bases & table("time.units") and _led(tokens, n)):
            out |= {n} | _around(tokens, n)
        elif len(token.low) == 4 and token.low.isdigit() and token.low[:2] in ("19", "20"):
            out.add(n)
    return out


def _led(tokens: Sequence[Token], n: int) -> bool:
    before = [t.low for t in tokens[max(0, n - 3) : n]]
    return bool(set(before) & table("time.leads")) and not any(word[0].isdigit() for word in before)


def _around(tokens: Sequence[Token], n: int) -> set[int]:
    """Return the words around a time that belong to it."""
    out: set[int] = set()
    small = table("around-time")
    k = n - 1
    while k >= 0 and (tokens[k].low in small or _day_number(tokens[k].low)):
        out.add(k)
        k -= 1
    k = n + 1
    while k < len(tokens) and (_day_number(tokens[k].low) or tokens[k].low in table("time.units")):
        out.add(k)
        k += 1
    return out


def _day_number(low: str) -> bool:
    return low.isdigit() and len(low) <= 2 and 0 < int(low) <= 31


def _core(tokens: Sequence[Token], alive: tuple[int, ...]) -> tuple[int, ...]:
    """Return the places of a short name: no article or preposition at its front, no small word at its end."""
    places = list(alive)
    small = table("small")
    while places and tokens[places[0]].low in table("articles"):
        places.pop(0)
    while places and tokens[places[-1]].low in small and tokens[places[-1]].low not in table("time"):
        places.pop()
    return tuple(places)
