"""What is served, and with what: the case, its members, the clock."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dragoman.desk.decide import Hand
from dragoman.desk.people import People
from dragoman.settings import Settings
from dragoman.store.store import Store
from dragoman.views.memory import Memory

if TYPE_CHECKING:
    from dragoman.hosting.errands import Errands


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """The case that is served.

    `name` is what people call the case. `lone` is the one user who needs no login (None where logins are asked for), `key` the
    secret that the forms of such a user carry, `hosts` the names under which a lone user's desk answers. `now` gives the
    moment (ISO, UTC). `memory` holds the answers that were given since the record was last added to.
    """

    name: str
    store: Store
    people: People
    settings: Settings
    now: Callable[[], str]
    key: str
    lone: str | None = None
    hosts: frozenset[str] = frozenset()
    errands: Errands | None = None
    memory: Memory = field(default_factory=Memory)

    def hand(self, by: str) -> Hand:
        """Return the hand with which somebody decides."""
        return Hand(self.store, by, self.now)
