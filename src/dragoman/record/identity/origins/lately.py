"""What was worked out lately of words alone: the same words give the same, whatever record they stand in."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Lately(Generic[K, V]):
    """The values of the keys that were asked for last, up to so many. Any number of threads may use it.

    A key must hold all that its value is made of, in as few bytes as it can: a digest where that is a text.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._lock = Lock()
        self._held: OrderedDict[K, V] = OrderedDict()

    def __len__(self) -> int:
        """Return how many values are held."""
        return len(self._held)

    def of(self, key: K, make: Callable[[], V]) -> V:
        """Return the value of a key: the one that is held, else what `make` gives."""
        with self._lock:
            if key in self._held:
                self._held.move_to_end(key)
                return self._held[key]
        value = make()
        with self._lock:
            self._held[key] = value
            while len(self._held) > self._most:
                self._held.popitem(last=False)
        return value
