"""The docket: every meeting through its life, by its day, a page at a time.

A meeting stands at the earliest precise day that its claims tell, else at the start of a vague date, else at the day of
publication. A page reads the claims from its first day on until it is full, and around them what identity needs: its cost
depends on the page, not on the record.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from dragoman.record.claims import Claim, actors_of
from dragoman.record.docket import OVERDUE
from dragoman.record.identity.meetings.gathering import Gathering
from dragoman.record.identity.meetings.reach import MEETINGS, Reach
from dragoman.record.identity.meetings.sights import is_precise
from dragoman.record.keys import all_actors, fold, keys_of
from dragoman.record.lives import life_of
from dragoman.record.shelf import Wanted
from dragoman.terms.errors import NotFound
from dragoman.views.cursor import Place, cursor_of, place_of
from dragoman.views.docket_item import Item, items_of
from dragoman.views.question import Question
from dragoman.views.remembering import remembered
from dragoman.views.scope import Scope

CHUNK = (200, 2000)
"""How many claims are read at once: eight for each item of the page, within these bounds."""
ENOUGH = 4000
"""When so many claims are loaded, the next ones are gathered anew: what was gathered before would only cost time."""
CHUNKS = 50
"""After so many a page is handed out though it is not full: a rare state is looked for page by page."""


@dataclass(frozen=True, slots=True)
class Docket:
    """A page of meetings by their day. `next` is the cursor of the page after it; None where there is none."""

    items: tuple[Item, ...]
    next: str | None


@remembered
def docket(scope: Scope, question: Question, *, state: Iterable[str] | None = None) -> Docket:
    """Return the meetings of a page: those of an actor or side, of some days, in some states."""
    keys = None if question.actor is None else actor_keys_of(scope, question.actor)
    return _Pages(scope, question, keys, None if not state else frozenset(state)).page()


def actor_keys_of(scope: Scope, words: str) -> frozenset[str]:
    """Return the keys of the claims that concern an actor; of a state, also of those who act for it.

    Raises `NotFound` where the record knows nobody of that name.
    """
    found = scope.cast.find(words)
    if not found:
        raise NotFound("actor", words, scope.cast.near(words))
    keys = {f"p:{member}" for actor in found for member in actor.members}
    sides = {
        a.state or a.land or fold(a.name) for a in found if a.kind in ("state", "government", "group", "armed-group")
    }
    return frozenset(keys | {f"s:{one}" for one in sides})


def reach_of(scope: Scope) -> Reach:
    """Return what gathers whole meetings around claims: versions of one article tell a thing once."""
    return Reach(scope.shelf.claims, scope.cast, scope.rulings, scope.origins.settle)


class _Pages:
    """Reads claims by their day and hands out the items whose day is complete."""

    def __init__(
        self, scope: Scope, question: Question, keys: frozenset[str] | None, states: frozenset[str] | None
    ) -> None:
        self._scope = scope
        self._question = question
        self._keys = keys
        self._states = states
        self._after = place_of(question.after)
        self._seen: set[str] = set()
        self._reach = reach_of(scope)
        self._ready: list[tuple[Place, Gathering]] = []

    def page(self) -> Docket:
        """Return the page."""
        limit = self._question.limit
        size = min(max(8 * limit, CHUNK[0]), CHUNK[1])
        start = max([d for d in (self._question.first, self._after and self._after[0]) if d is not None], default=None)
        wanted = Wanted(kinds=MEETINGS, keys=self._keys, first=start, last=self._question.last, limit=size)
        left: tuple[Claim, ...] = ()
        until: date | None = None
        for _ in range(max(CHUNKS, limit // 10)):
            found = self._scope.shelf.claims(wanted)
            full = len(found) < size
            claims = (*left, *found)
            until = None if full else found[-1].day
            # the last day may go on in what was not read yet
            whole = tuple(c for c in claims if until is None or c.day < until)
            left = claims[len(whole) :]
            self._take(whole)
            if full or len(self._ready) > limit:
                break
            wanted = replace(wanted, after=(found[-1].day, found[-1].id))
        return self._made(limit, until)

    def _take(self, claims: tuple[Claim, ...]) -> None:
        asked = {c.id for c in claims}
        if self._reach.loaded > ENOUGH:
            self._reach = reach_of(self._scope)
        for item in self._reach.items(claims):
            place = self._where(item)
            if place is None or item.id in self._seen or place <= (self._after or (date.min, "")):
                continue
            if any(c.id in asked and c.day == place[0] for c in item.claims) and self._wants(item):
                self._seen.add(item.id)
                self._ready.append((place, item))

    def _where(self, item: Gathering) -> Place | None:
        """Return where an item stands among those that are asked for: the first day of its claims that concern the question."""
        question = self._question
        told = _telling(tuple(c for c in item.claims if self._concerns(c)))
        days = [
            c.day
            for c in told
            if (question.first is None or c.day >= question.first) and (question.last is None or c.day <= question.last)
        ]
        return (min(days), item.id) if days else None

    def _concerns(self, claim: Claim) -> bool:
        if self._keys is None:
            return True
        actors = all_actors(actors_of(claim.finding), claim.turns, claim.teams)
        return not self._keys.isdisjoint(keys_of(claim.finding, actors))

    def _wants(self, item: Gathering) -> bool:
        if self._states is None:
            return True
        self._scope.origins.learn({c.card.id for c in item.claims})
        state = life_of(item.claims, self._scope.today, self._scope.origins.of).state
        return state in self._states or (state == OVERDUE and "overdue" in self._states)

    def _made(self, limit: int, until: date | None) -> Docket:
        ready = sorted(self._ready, key=lambda found: found[0])
        shown = ready[:limit]
        end = shown[-1][0] if len(ready) > limit else None if until is None else (until, "")
        return Docket(items_of(self._scope, [(place[0], item) for place, item in shown]), cursor_of(end))


def day_of(item: Gathering) -> date:
    """Return the day at which an item stands on the docket."""
    return min(claim.day for claim in _telling(item.claims))


def _telling(claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """Return the claims that tell the day of an item: those with precise days, else with any date, else all."""
    precise = tuple(c for c in claims if is_precise(c.when))
    return precise or tuple(c for c in claims if c.when is not None) or claims
