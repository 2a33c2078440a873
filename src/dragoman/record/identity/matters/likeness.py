"""Two senses -> whether they are one proposal, perhaps one, or two; with the reason in words.

The law: what is told of both must agree; numbers and parts that only one tells leave a doubt; and where nothing but the topic
agrees, the same words must be told of both. Symmetric, and of the two senses alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from dragoman.record.identity.matters.quantities import Quantity
from dragoman.record.identity.matters.sense import Sense
from dragoman.record.identity.matters.words import is_state

_STRICT = frozenset({"partial", "maritime", "air", "energy", "humanitarian", "holiday"})
_ANOTHER = frozenset({"end", "cancel", "violate", "put-off", "raise", "limit"})
_NEVER_ONE = ({"call", "summit"}, {"call", "visit"}, {"call", "attendance"}, {"call", "travel"})
_TALKING = frozenset({"talks", "meeting", "summit"})


@dataclass(frozen=True, slots=True)
class Likeness:
    """What two matters are to each other, and why."""

    verdict: Literal["same", "doubtful", "apart"]
    rule: str
    why: str


@lru_cache(maxsize=1 << 18)
def liken(one: Sense, other: Sense) -> Likeness:
    """Return what two senses are to each other."""
    if one.topic != other.topic:
        return Likeness("apart", "topic", f"{one.topic or 'no known topic'} is not {other.topic or 'a known topic'}")
    clash = conflict(one, other)
    if clash is not None:
        return Likeness("apart", "conflict", clash)
    if one.topic is None:
        return _by_words(one, other)
    doubt = _doubt(one, other)
    if _told(one) == _told(other):
        return Likeness("same", "same-sense", f"both {_telling(one)}")
    shared = _shared(one, other)
    if doubt is not None:
        return Likeness("doubtful", "missing", doubt)
    if shared is not None:
        return Likeness(
            "same", "same-topic-and-detail", f"both {one.topic} with {shared}, and nothing speaks against it"
        )
    return Likeness("doubtful", "topic-only", f"both {one.topic}, but no detail is told of both")


def conflict(one: Sense, other: Sense) -> str | None:
    """Return what speaks against two matters being the same; None where nothing does. Of one family, but of two topics, too."""
    if one.family != other.family:
        return f"{one.family} is not {other.family}"
    if (
        set(one.numbers) != set(other.numbers)
        and one.numbers
        and other.numbers
        and not _perhaps(one.numbers, other.numbers)
    ):
        return f"{_numbers(one)} is not {_numbers(other)}"
    if one.scope != other.scope and _scope_clash(one.scope, other.scope):
        return f"{_listed(one.scope)} is not {_listed(other.scope)}"
    for name in ("names", "who", "by"):
        mine, theirs = getattr(one, name), getattr(other, name)
        if mine and theirs and not mine & theirs and not (name == "names" and _states_differ(mine, theirs)):
            return f"{_listed(mine)} is not {_listed(theirs)}"
    if one.kind != other.kind and {one.kind, other.kind} in _NEVER_ONE:
        return f"a {one.kind} is not a {other.kind}"
    if "sending" in (one.kind, other.kind) and one.kind != other.kind:
        return "to send somebody is not to come"
    if one.round and other.round and one.round != other.round:
        return f"round {one.round} is not round {other.round}"
    if one.thing and other.thing and one.thing != other.thing:
        return f"{one.thing} is not {other.thing}"
    if one.aspect != other.aspect and (one.aspect | other.aspect) & _ANOTHER:
        return f"{_listed(one.aspect) or 'to have it'} is not {_listed(other.aspect) or 'to have it'}"
    if one.topic is not None and one.words and other.words and not one.words & other.words and not _shared(one, other):
        return f"{_listed(one.words)} is not {_listed(other.words)}"
    return None


def _by_words(one: Sense, other: Sense) -> Likeness:
    mine, theirs = one.words | one.names, other.words | other.names
    if not one.words or not other.words:
        return Likeness("apart", "unnamed", "neither names a matter of its own")
    if mine == theirs and one.numbers == other.numbers:
        return Likeness("same", "same-words", f"both {_listed(mine)}")
    if len(mine & theirs) >= 2 and (mine <= theirs or theirs <= mine):
        return Likeness("doubtful", "fewer-words", f"both {_listed(mine & theirs)}, but one says more")
    return Likeness("apart", "words", f"{_listed(mine)} is not {_listed(theirs)}")


def _doubt(one: Sense, other: Sense) -> str | None:
    """Return what keeps two matters from being called the same, though nothing speaks against it."""
    if set(one.numbers) != set(other.numbers):
        return f"{_numbers(one) or 'no number'} beside {_numbers(other) or 'no number'}"
    if (one.scope ^ other.scope) & (_STRICT | {"permanent", "indirect", "technical", "secret"}):
        return f"{_listed(one.scope) or 'no part'} beside {_listed(other.scope) or 'no part'}"
    if one.aspect != other.aspect:
        return f"{_listed(one.aspect | other.aspect)} told of one only"
    if one.months != other.months:
        return f"{_listed(one.months) or 'no month'} beside {_listed(other.months) or 'no month'}"
    if one.kind != other.kind and not _one_kind(one, other):
        return f"{one.kind or 'no kind'} beside {other.kind or 'no kind'}"
    if one.thing != other.thing or one.round != other.round:
        return f"{one.thing or one.round or 'nothing'} beside {other.thing or other.round or 'nothing'}"
    for name in ("names", "who", "words"):
        mine, theirs = getattr(one, name), getattr(other, name)
        if mine and theirs and not (mine <= theirs or theirs <= mine):
            return f"{_listed(mine)} beside {_listed(theirs)}"
    return None


def _one_kind(one: Sense, other: Sense) -> bool:
    """Whether two words for a meeting can mean one: talks and a meeting with a detail in common, a summit with two."""
    kinds = {one.kind, other.kind}
    if kinds == {"talks", "meeting"}:
        return _shared(one, other) is not None
    return kinds <= _TALKING and bool(one.names & other.names and (one.who & other.who or one.months))


def _shared(one: Sense, other: Sense) -> str | None:
    """Return the detail that both tell and that is enough to know a proposal by."""
    if one.numbers and one.numbers == other.numbers:
        return _numbers(one)
    if one.names & other.names:
        return _listed(one.names & other.names)
    if one.words & other.words and one.kind == other.kind:
        return _listed(one.words & other.words)
    return None


def _perhaps(mine: tuple[Quantity, ...], theirs: tuple[Quantity, ...]) -> bool:
    """Numbers that cannot be compared, or of which one counts both sides where the other may count one."""
    units = {q.unit for q in mine}, {q.unit for q in theirs}
    if not units[0] & units[1]:
        return True
    doubled = {2 * q.value for q in mine} & {q.value for q in theirs} or {q.value for q in mine} & {
        2 * q.value for q in theirs
    }
    return units[0] == {"count"} and bool(doubled)


def _scope_clash(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    both = mine | theirs
    if {"permanent", "temporary"} <= both or (both & {"total"} and both & _STRICT and mine and theirs):
        return bool(mine and theirs)
    if "indirect" in mine ^ theirs or ("technical" in mine ^ theirs and mine and theirs):
        return True
    return bool(mine & _STRICT and theirs & _STRICT and not mine & theirs & _STRICT)


def _states_differ(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    """A land beside a town: which of them lies in which is not known here."""
    return any(is_state(name) for name in mine) != any(is_state(name) for name in theirs)


def _told(sense: Sense) -> tuple[object, ...]:
    return (
        sense.numbers, sense.scope, sense.aspect, sense.names, sense.who, sense.words, sense.kind, sense.thing, sense.round, sense.months
    )  # fmt: skip


def _telling(sense: Sense) -> str:
    parts = (_numbers(sense), *map(_listed, (sense.scope, sense.names, sense.who, sense.words)))
    return ", ".join((sense.topic or "", *filter(None, parts)))


def _numbers(sense: Sense) -> str:
    return " and ".join(_number(quantity) for quantity in sense.numbers)


def _number(quantity: Quantity) -> str:
    if quantity.unit in ("count", "percent", "money"):
        return f"{quantity.value:g}{'%' if quantity.unit == 'percent' else ''}"
    return f"{quantity.value:g} {quantity.unit}{'' if quantity.value == 1 else 's'}"


def _listed(names: frozenset[str]) -> str:
    return ", ".join(sorted(names))
