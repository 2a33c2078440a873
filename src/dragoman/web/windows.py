"""Some days that a page shows, and the days beside them: earlier, later, fewer, more."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date
from typing import Self


@dataclass(frozen=True, slots=True)
class Window:
    """Some days, `first` and `last` among them. It ends where the calendar does."""

    first: date
    last: date

    @classmethod
    def month(cls, of: date) -> Self:
        """Return the month of a day."""
        return cls(of.replace(day=1), of.replace(day=calendar.monthrange(of.year, of.month)[1]))

    @classmethod
    def until(cls, last: date, days: int) -> Self:
        """Return so many days, the last of them given."""
        return cls(moved(last, 1 - days), last)

    @property
    def days(self) -> int:
        """How many days there are."""
        return (self.last - self.first).days + 1

    def earlier(self) -> Window:
        """Return as many days just before these."""
        return Window(moved(self.first, -self.days), moved(self.first, -1))

    def later(self) -> Window:
        """Return as many days just after these."""
        return Window(moved(self.last, 1), moved(self.last, self.days))

    def closer(self) -> Window | None:
        """Return the middle half; None where there is no half of a day."""
        quarter = self.days // 4
        found = Window(moved(self.first, max(quarter, 1)), moved(self.last, -max(quarter, 1)))
        return found if found.first <= found.last else None

    def wider(self) -> Window:
        """Return twice as many days around these."""
        half = max(self.days // 2, 1)
        return Window(moved(self.first, -half), moved(self.last, half))


def moved(day: date, days: int) -> date:
    """Return a day so many days away, or the edge of the calendar."""
    return date.fromordinal(min(max(day.toordinal() + days, date.min.toordinal()), date.max.toordinal()))
