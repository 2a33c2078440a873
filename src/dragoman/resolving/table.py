"""Who sits at the table of a report: the sides between which it tells most of its talks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from dragoman.resolving.ground import Ground
from dragoman.resolving.standing import side_of, standing_for
from dragoman.terms.findings import Actor

NEGOTIATING = frozenset({"state", "government", "armed-group", "igo", "company", "group"})
PARTIES, OFTEN = 2, 2


def tellings(ground: Ground) -> tuple[tuple[int, tuple[Actor, ...]], ...]:
    """Return where in the text sides are told together, as parties of talks or as dealing with each other."""
    return tuple((start, sides) for start, sides in _told(ground) if len(sides) >= PARTIES)


def sides_at_table(told: Iterable[tuple[int, tuple[Actor, ...]]], before: int) -> tuple[Actor, ...]:
    """Return the sides that are told together most often, at least twice, before a place in the text.

    None where no two sides are told together so often, where two pairs are told equally often, or persons only: whose
    talks they are is then unknown.
    """
    often = Counter(sides for start, sides in told if start < before).most_common(2)
    if not often or often[0][1] < OFTEN or (len(often) > 1 and often[1][1] == often[0][1]):
        return ()
    return often[0][0]


def _told(ground: Ground) -> Iterable[tuple[int, tuple[Actor, ...]]]:
    cast = ground.cast
    for mark in ground.reading.meetings:
        if mark.kind in ("talks", "summit", "other") and mark.status != "declined":
            yield mark.span.start, _sides(ground, (a for m in mark.parties for a in cast.who(m)))
    for n, mention in enumerate(ground.reading.mentions):
        if mention.dealing == "party" and mention.beside[:1] == (n,):
            yield mention.span.start, _sides(ground, (a for m in mention.beside for a in cast.who(m)))


def _sides(ground: Ground, actors: Iterable[Actor]) -> tuple[Actor, ...]:
    """The sides for which actors stand, each once, in an order of their own; none where one of them is nobody's."""
    found = {a.id: a for actor in actors for a in (side_of(ground.cast, standing_for(ground.cast, actor)),)}
    fair = all(a.kind in NEGOTIATING and a.name[:1].isupper() for a in found.values())
    return tuple(found[k] for k in sorted(found)) if fair else ()
