"""A matter's words -> the keys under which matters that might be the same proposal are found. Of the words alone.

| key | held by |
| --- | --- |
| `f:<family>` | all matters of a family |
| `<topic>:n:`, `p:`, `o:`, `m:` | matters of the topic with that number, name, other word or month |
| `<topic>:s:`, `t:`, `*` | matters that tell nothing else but that part or thing, or nothing at all |
| `u:<words>` | matters of no known topic, with all their words |
"""

from __future__ import annotations

from dragoman.record.identity.matters.sense import Sense, sense_of
from dragoman.record.keys import fold


def matter_keys(about: str) -> tuple[str, ...]:
    """Return all keys of a matter, sorted."""
    sense = sense_of(about)
    if sense.topic is None:
        return block_keys(sense, about)
    return tuple(sorted({f"f:{sense.family}", *block_keys(sense, about)}))


def block_keys(sense: Sense, about: str) -> tuple[str, ...]:
    """Return the keys under which a matter is linked: two that are the same share one.

    What is told of many (the thing, a part) is a key only where nothing else is told, so that blocks stay small.
    """
    if sense.topic is None:
        return (f"u:{' '.join(sorted(sense.words | sense.names)) or fold(about)}",)
    told = [f"n:{quantity.value:g}{quantity.unit}" for quantity in sense.numbers]
    told += [f"p:{name}" for name in sense.names | sense.who]
    told += [f"o:{word}" for word in sense.words]
    told += [f"m:{month}" for month in sense.months if not told]
    return tuple(sorted(f"{sense.topic}:{part}" for part in told)) or plain_keys(sense)[1:] or plain_keys(sense)


def plain_keys(sense: Sense) -> tuple[str, ...]:
    """Return the keys of those that tell less than this: nothing but the topic, the thing or a part. They might be the same."""
    if sense.topic is None:
        return ()
    parts = sorted(f"s:{part}" for part in sense.scope | sense.aspect)
    return tuple(f"{sense.topic}:{part}" for part in ("*", *([f"t:{sense.thing}"] if sense.thing else ()), *parts))
