"""What must be asked of a shelf so that some claims gather into the same items as the whole record would give them.

Every rule of identity looks at claims of a shared side that tell a day within `REACH` of a claim's own; a meeting that was moved
from further away has a key of the old day. So a page is gathered from the claims around it, whatever else is kept. A claim
all of whose parties are told without their land is found through the persons that it names.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace
from datetime import date, timedelta

from dragoman.record.claims import Claim, Kind
from dragoman.record.decisions import Rulings
from dragoman.record.identity.meetings.gathering import Gathering, gathered
from dragoman.record.identity.meetings.sights import Knows, Sight, see
from dragoman.record.keys import days_before
from dragoman.record.shelf import Wanted

REACH = timedelta(days=45)
"""A claim without a day looks at spots up to a month away. What these depend on in turn is rarely further away still."""
BLOCK = 10
"""Days are loaded in blocks of so many."""
MEETINGS: frozenset[Kind] = frozenset({"meeting"})
Load = Callable[[Wanted], tuple[Claim, ...]]
Settle = Callable[[Iterable[Claim]], tuple[Claim, ...]]


class Reach:
    """Loads claims around others, each side and block of days once.

    `settle` leaves out of the items what versions of an article tell again.
    """

    def __init__(
        self,
        load: Load,
        cast: Knows,
        rulings: Rulings,
        settle: Settle = tuple,
    ) -> None:
        self._load = load
        self._settle = settle
        self._cast = cast
        self._rulings = rulings
        self._known: dict[str, Sight] = {}
        self._covered: set[tuple[str, int]] = set()
        self._moved: set[str] = set()
        self._beside: dict[str, set[str]] = {}
        for thing, one, other in rulings.together:
            if thing == "meeting":
                self._beside.setdefault(one, set()).add(other)
                self._beside.setdefault(other, set()).add(one)

    @property
    def loaded(self) -> int:
        """How many claims it holds."""
        return len(self._known)

    def items(self, claims: Iterable[Claim]) -> tuple[Gathering, ...]:
        """Return the items of some meeting claims, whole, by their first claims."""
        wanted = {c.id: c for c in claims if c.kind == "meeting"}
        self._take(wanted.values())
        self._load_around(
            wanted.values()
        )  # at once: to gather the claims alone would tell no more of what is around them
        while True:
            every = gathered(self._known.values(), self._rulings)
            found = [g for g in every if any(c.id in wanted for c in g.claims)]
            if not self._load_around(c for g in found for c in g.claims):
                return self._settled(found)

    def _settled(self, items: Iterable[Gathering]) -> tuple[Gathering, ...]:
        held = tuple(items)
        kept = {c.id: c for c in self._settle(c for g in held for c in g.claims)}
        told = (replace(g, claims=tuple(kept[c.id] for c in g.claims if c.id in kept)) for g in held)
        return tuple(g for g in told if g.claims)

    def _take(self, claims: Iterable[Claim]) -> None:
        new = [c for c in claims if c.id not in self._known and c.kind == "meeting"]
        self._cast.learn([actor for c in new for actor in c.actors])
        self._known |= {c.id: see(c, self._cast) for c in new}

    def _load_around(self, claims: Iterable[Claim]) -> bool:
        """Load what is missing around claims; say whether anything was asked for."""
        sights = tuple(self._known[claim.id] for claim in claims)
        missing: dict[int, set[str]] = {}
        moved: set[str] = set()
        for sight in sights:
            keys = self._keys(sight)
            for block in _blocks(_days(sight)):
                new = {key for key in keys if (key, block) not in self._covered}
                if new:
                    missing.setdefault(block, set()).update(new)
            if sight.precise:
                moved |= {f"was:{day.isoformat()}" for day in _each(sight.first, sight.last)} - self._moved
        far = {i for s in sights for i in self._beside.get(s.id, ())} - set(self._known)
        for wanted in wanted_of(missing):
            self._take(self._load(wanted))
        if moved:
            self._take(self._load(Wanted(kinds=MEETINGS, keys=frozenset(moved))))
        if far:
            self._take(self._load(Wanted(kinds=MEETINGS, ids=frozenset(far))))
            for sight in sights:
                self._beside.pop(sight.id, None)
        self._covered |= {(key, block) for block, keys in missing.items() for key in keys}
        self._moved |= moved
        return bool(missing or moved or far)

    def _keys(self, sight: Sight) -> frozenset[str]:
        people = [a for a in sight.meeting.parties if a.kind == "person"]
        profiles = {i for a in people for i in (a.id, *self._cast.of(a, sight.published).members)}
        return frozenset(key for key in sight.keys if key.startswith("s:")) | {f"p:{i}" for i in profiles}


def wanted_of(missing: Mapping[int, AbstractSet[str]]) -> list[Wanted]:
    """Return what asks for keys by block of days: blocks in a row with the same keys are asked for at once."""
    runs: list[tuple[int, int, frozenset[str]]] = []
    for block in sorted(missing):
        keys = frozenset(missing[block])
        if runs and runs[-1][2] == keys and runs[-1][1] + 1 == block:
            runs[-1] = (runs[-1][0], block, keys)
        else:
            runs.append((block, block, keys))
    return [
        Wanted(kinds=MEETINGS, keys=keys, first=_day(first * BLOCK), last=_day((last + 1) * BLOCK - 1))
        for first, last, keys in runs
    ]


def _days(sight: Sight) -> tuple[date, ...]:
    """Return the days around which others can belong to a claim."""
    short = sight.last if sight.last - sight.first <= REACH else sight.first
    return (sight.first, short, *days_before(sight.meeting))


def _blocks(days: Iterable[date]) -> set[int]:
    around = REACH.days
    return {
        block
        for day in days
        for block in range((day.toordinal() - around) // BLOCK, (day.toordinal() + around) // BLOCK + 1)
    }


def _each(first: date, last: date) -> Iterable[date]:
    return (_day(n) for n in range(first.toordinal(), last.toordinal() + 1))


def _day(ordinal: int) -> date:
    return date.fromordinal(min(max(ordinal, 1), date.max.toordinal()))
