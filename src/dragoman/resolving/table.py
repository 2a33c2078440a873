"""Who sits at the table of a report: the sides between which it tells most of its talks, or that it tells to deal with each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from dragoman.resolving.ground import Ground
from dragoman.resolving.standing import side_of, standing_for
from dragoman.terms.findings import Actor

NEGOTIATING = frozenset({"state", "government", "armed-group", "igo", "company", "group"})
PARTIES, OFTEN = 2, 2
SURE = 2
"""How much more a word of a deal or a war tells of whose talks are meant than one of a single meeting."""
UNFOLLOWED = frozenset(
    "government country nation state leadership administration regime group pair duo company firm delegation team party "
    "office pm president minister leader official capital airline body panel mission".split()
)
"""What may be said of anybody, so that it names no party unless it is followed to one."""
NOBODY = frozenset(
    "parties sides teams delegations delegates negotiators participants representatives both in-person side counterparts "
    "reporters journalists newsmen correspondents photographers media press viewers listeners sources".split()
)
"""What tells only that somebody takes part, or listens."""


def nobody(actor: Actor) -> bool:
    """Say whether a description tells only that somebody takes part: "the parties", "teams", "delegates"."""
    return actor.name.lower().removeprefix("all ").removeprefix("the ") in NOBODY


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


def dealers(ground: Ground) -> tuple[Actor, ...]:
    """Return the sides whose talks a report means where it tells of talks by nobody: those that it tells to deal with each other.

    They are told with a deal, a war or an agreement, or in meetings, more often than any others; of lists told equally often,
    those that stand in all. A side told alone again and again, as in "the deal with Chile", is returned where no two are told.
    """
    often: Counter[tuple[Actor, ...]] = Counter(s for _, s in _told(ground, _stands, over=True) if len(s) >= PARTIES)
    alone: Counter[tuple[Actor, ...]] = Counter()
    for mark in ground.reading.dealings:
        sides = _dealing(ground, mark.parties)
        (often if len(sides) >= PARTIES else alone)[sides] += SURE * (len(sides) >= PARTIES) + (not mark.strife)
    for accord in ground.reading.accords:
        sides = _dealing(ground, accord.parties)
        often[sides] += SURE * (len(sides) >= PARTIES)
    helping = {a.id for mark in ground.reading.meetings for m in mark.mediators for a in ground.cast.who(m)}
    return _most(often, helping) or _most(alone, helping)


def _most(told: Counter[tuple[Actor, ...]], helping: set[str]) -> tuple[Actor, ...]:
    """The sides told most often, none of them a helper; of several told so often, those that stand in each of them."""
    fair = {sides: n for sides, n in told.items() if n >= OFTEN and sides and not helping & {a.id for a in sides}}
    most = max(fair.values(), default=0)
    top = [sides for sides, n in fair.items() if n == most]
    return tuple(a for a in top[0] if all(a in sides for sides in top)) if top else ()


def _dealing(ground: Ground, parties: tuple[int, ...]) -> tuple[Actor, ...]:
    return _sides(ground, (a for m in parties for a in ground.cast.who(m)), _deals)


def _sits(actor: Actor) -> bool:
    return actor.kind in NEGOTIATING and actor.name[:1].isupper()


def _deals(actor: Actor) -> bool:
    return actor.kind != "media" and not nobody(actor) and actor.name not in UNFOLLOWED


def _stands(actor: Actor) -> bool:
    """Whether an actor is no person, and words tell who it is: who met once need not be the one whose talks are meant."""
    return actor.kind != "person" and _deals(actor)


def _told(
    ground: Ground, fair: Callable[[Actor], bool] = _sits, *, over: bool = False
) -> Iterable[tuple[int, tuple[Actor, ...]]]:
    """Where sides are told together, of meetings only those that took place where `over` is asked for."""
    cast = ground.cast
    for mark in ground.reading.meetings:
        told = mark.status in ("held", "under-way") if over else mark.status != "declined"
        if mark.kind in ("talks", "summit", "other") and told:
            yield mark.span.start, _sides(ground, (a for m in mark.parties for a in cast.who(m)), fair)
    for n, mention in enumerate(ground.reading.mentions):
        if mention.dealing == "party" and mention.beside[:1] == (n,):
            yield mention.span.start, _sides(ground, (a for m in mention.beside for a in cast.who(m)), fair)


def _sides(ground: Ground, actors: Iterable[Actor], fair: Callable[[Actor], bool]) -> tuple[Actor, ...]:
    """The sides for which actors stand, each once, in an order of their own; none where one of them is nobody's."""
    found = {a.id: a for actor in actors for a in (side_of(ground.cast, standing_for(ground.cast, actor)),)}
    return tuple(found[k] for k in sorted(found)) if all(fair(a) for a in found.values()) else ()
