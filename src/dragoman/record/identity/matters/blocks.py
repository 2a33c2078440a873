"""A matter's words -> the keys under which matters that might be the same proposal are found. Of the words alone.

| key | held by |
| --- | --- |
| `f:<family>` | all matters of a family |
| `<topic>:*` | matters that tell nothing but the topic |
| `<topic>:n:`, `s:`, `p:`, `o:` | matters of the topic with that number, part, name, other word or thing |
| `u:<words>` | matters of no known topic, with all their words, and each two of the first four |
"""

from __future__ import annotations

from itertools import combinations

from dragoman.record.identity.matters.sense import Sense, sense_of
from dragoman.record.keys import fold


def matter_keys(about: str) -> tuple[str, ...]:
    """Return all keys of a matter, sorted."""
    sense = sense_of(about)
    if sense.topic is None:
        return block_keys(sense, about)
    return tuple(sorted({f"f:{sense.family}", *block_keys(sense, about)}))


def block_keys(sense: Sense, about: str) -> tuple[str, ...]:
    """Return the keys without that of the family: two matters that are the same, or doubtfully so, share one, or one is bare."""
    if sense.topic is None:
        return _by_words(sense, about)
    told = [f"n:{quantity.value:g}{quantity.unit}" for quantity in sense.numbers]
    told += [f"s:{part}" for part in sense.scope | sense.aspect]
    told += [f"p:{name}" for name in sense.names | sense.who]
    told += [f"m:{month}" for month in sense.months]
    told += [f"o:{word}" for word in sense.words | ({sense.thing} if sense.thing else set())]
    return tuple(sorted(f"{sense.topic}:{part}" for part in told or ("*",)))


def bare_key(sense: Sense) -> str | None:
    """Return the key of those that tell nothing but the topic."""
    return None if sense.topic is None else f"{sense.topic}:*"


def _by_words(sense: Sense, about: str) -> tuple[str, ...]:
    words = sorted(sense.words | sense.names)
    if not words:
        return (f"u:{fold(about)}",)
    pairs = (f"u:{one}+{other}" for one, other in combinations(words[:4], 2))
    return tuple(sorted({f"u:{' '.join(words)}", *pairs}))
