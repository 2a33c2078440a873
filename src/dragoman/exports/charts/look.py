"""The two looks of a chart: for a wide page and for a narrow one."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from dragoman.exports.charts.days import Days, eased


@dataclass(frozen=True, slots=True)
class Look:
    """Sizes in points. `gutter` is the room for the names of lanes at the left; without one they stand above their lanes.

    `rooms` are how wide the words beside marks may be, tried one after the other until a lane has at most `rows` rows; a lane
    that has more is drawn without words, in `low` rows. `by` is how long the line is that says "on this day or before", `short`
    how wide a stretch of days without anything is drawn.
    """

    width: float
    size: float
    gutter: float
    row: float
    low: float
    radius: float
    rooms: tuple[float, ...]
    rows: int
    by: float
    short: float

    @property
    def left(self) -> float:
        """Where the days begin."""
        return self.gutter + 8

    @property
    def right(self) -> float:
        """Where the days end."""
        return self.width - 14

    @property
    def small(self) -> float:
        """The size of lesser words."""
        return self.size - 1.5

    def eased(self, told: Collection[date]) -> Days:
        """Return the days from the first to the last on which something is told, as this look has room for them."""
        return eased(told, left=self.left, right=self.right, short=self.short)


WIDE = Look(
    width=1080, size=14, gutter=150, row=24, low=17, radius=6.5, rooms=(260, 180, 130), rows=14, by=13, short=42
)
NARROW = Look(width=360, size=13, gutter=0, row=24, low=16, radius=6.5, rooms=(240, 130), rows=8, by=9, short=30)
