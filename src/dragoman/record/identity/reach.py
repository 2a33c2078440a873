"""What must be asked of a shelf so that some claims gather into the same items as the whole record would give them.

Every rule of identity looks at claims of a shared side within `REACH` days, of the day that they tell or, for a meeting
that was moved from far, of the day of publication. So a page is gathered from the claims around it, whatever else is kept.
A claim all of whose parties are told without their land is found through the persons that it names.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, timedelta

from dragoman.record.claims import Claim, Kind
from dragoman.record.decisions import Rulings
from dragoman.record.identity.meetings import Gathering, gather
from dragoman.record.identity.sights import Knows, Sight, see
from dragoman.record.shelf import Wanted

REACH = timedelta(days=100)
"""A claim without a day looks at spots up to a month away, these at claims that mean them, those at their own spots."""
MEETINGS: frozenset[Kind] = frozenset({"meeting"})
Month = tuple[int, int]
Load = Callable[[Wanted], tuple[Claim, ...]]


class Reach:
    """Loads claims around others, each side and month once. `settle` leaves out what versions of an article tell again."""

    def __init__(
        self,
        load: Load,
        cast: Knows,
        rulings: Rulings,
        settle: Callable[[Iterable[Claim]], tuple[Claim, ...]] = tuple,
    ) -> None:
        self._load = load
        self._settle = settle
        self._cast = cast
        self._rulings = rulings
        self._known: dict[str, Claim] = {}
        self._covered: set[tuple[str, Month]] = set()
        self._beside: dict[str, set[str]] = {}
        for thing, one, other in rulings.together:
            if thing == "meeting":
                self._beside.setdefault(one, set()).add(other)
                self._beside.setdefault(other, set()).add(one)

    def items(self, claims: Iterable[Claim]) -> tuple[Gathering, ...]:
        """Return the items of some meeting claims, whole, by their first claims."""
        wanted = {c.id: c for c in claims if c.kind == "meeting"}
        self._take(wanted.values())
        while True:
            found = tuple(
                g
                for g in gather(self._settle(self._known.values()), self._cast, self._rulings)
                if any(c.id in wanted for c in g.claims)
            )
            if not self._load_around(c for g in found for c in g.claims):
                return found

    def _take(self, claims: Iterable[Claim]) -> None:
        new = [c for c in claims if c.id not in self._known and c.kind == "meeting"]
        self._cast.learn([actor for c in new for actor in c.actors])
        self._known |= {c.id: c for c in new}

    def _load_around(self, claims: Iterable[Claim]) -> bool:
        """Load what is missing around claims; say whether anything was asked for."""
        told = tuple(claims)
        missing: dict[Month, set[str]] = {}
        for claim in told:
            sight = see(claim, self._cast)
            for month in _months(_days(sight)):
                for key in self._keys(sight):
                    if (key, month) not in self._covered:
                        missing.setdefault(month, set()).add(key)
        far = {i for c in told for i in self._beside.get(c.id, ())} - set(self._known)
        for wanted in wanted_of(missing):
            self._take(self._load(wanted))
        if far:
            self._take(self._load(Wanted(kinds=MEETINGS, ids=frozenset(far))))
            for claim in told:
                self._beside.pop(claim.id, None)
        self._covered |= {(key, month) for month, keys in missing.items() for key in keys}
        return bool(missing or far)

    def _keys(self, sight: Sight) -> frozenset[str]:
        people = [a for a in sight.meeting.parties if a.kind == "person"]
        profiles = {i for a in people for i in (a.id, *self._cast.of(a, sight.published).members)}
        return frozenset(key for key in sight.keys if key.startswith("s:")) | {f"p:{i}" for i in profiles}


def wanted_of(missing: dict[Month, set[str]]) -> list[Wanted]:
    """Return what asks for keys by month: months in a row with the same keys are asked for at once, by either day."""
    runs: list[tuple[Month, Month, frozenset[str]]] = []
    for month in sorted(missing):
        keys = frozenset(missing[month])
        if runs and runs[-1][2] == keys and _next(runs[-1][1]) == month:
            runs[-1] = (runs[-1][0], month, keys)
        else:
            runs.append((month, month, keys))
    asked = []
    for first, last, keys in runs:
        begin, end = date(*first, 1), _before(_next(last))
        asked.append(Wanted(kinds=MEETINGS, keys=keys, first=begin, last=end))
        asked.append(Wanted(kinds=MEETINGS, keys=keys, published_first=begin, published_last=end))
    return asked


def _days(sight: Sight) -> tuple[date, ...]:
    """Return the days around which others can belong to a claim."""
    moved = sight.meeting.moved_from
    short = sight.last if sight.last - sight.first <= REACH else sight.first
    return (sight.first, short, *(() if moved is None else (moved.start,)))


def _months(days: Iterable[date]) -> set[Month]:
    found: set[Month] = set()
    for day in days:
        month, end = _month(_shift(day, -REACH)), _month(_shift(day, REACH))
        while month <= end:
            found.add(month)
            month = _next(month)
    return found


def _shift(day: date, by: timedelta) -> date:
    try:
        return day + by
    except OverflowError:
        return day


def _month(day: date) -> Month:
    return (day.year, day.month)


def _next(month: Month) -> Month:
    year, number = month
    return (year + number // 12, number % 12 + 1)


def _before(month: Month) -> date:
    """Return the last day before a month."""
    return date.max if month[0] > date.max.year else date(*month, 1) - timedelta(days=1)
