"""Answers that are kept as long as the record stays as it is.

Law: an answer is a function of the record's state, the bounds and the question, so the one that is remembered is the one that
would be worked out again. As soon as anything is added to the record, all that is remembered is forgotten.
"""

from __future__ import annotations

import gc
import sys
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from threading import Event, Lock
from typing import Any, TypeVar, cast

from dragoman.record.bounds import Bounds

A = TypeVar("A")
State = tuple[int, ...]
"""How far a record has come: greater where more was added, the same for the same record."""
MOST = 96 * 2**20
"""Bytes of answers that are remembered in all."""
LARGEST = 8
"""An answer that takes more than one part in so many of all is not remembered: it would push out too many others."""


@dataclass(slots=True)
class _Making:
    """An answer that somebody is working out, for which others wait."""

    done: Event = field(default_factory=Event)
    found: list[Any] = field(default_factory=list)


class Memory:
    """The answers that were asked for last, up to so many bytes. Any number of threads may use it.

    Who asks for what somebody else is working out waits for that answer; views ask each other in one direction only, so nobody
    waits for himself. What fails is not remembered.
    """

    def __init__(self, most: int = MOST) -> None:
        self.most = most
        self._lock = Lock()
        self._state: State = ()
        self._held: OrderedDict[Hashable, tuple[Any, int]] = OrderedDict()
        self._making: dict[Hashable, _Making] = {}
        self._bytes = 0

    @property
    def held(self) -> tuple[int, int]:
        """How many answers are remembered, and how many bytes they take."""
        with self._lock:
            return len(self._held), self._bytes

    def at(self, state: State, bounds: Bounds) -> Recall:
        """Return what is remembered of the record in a state, within bounds; of an earlier state nothing is."""
        with self._lock:
            if state > self._state:
                self._forget()
                self._state = state
        return Recall(self, state, bounds)

    def clear(self) -> None:
        """Forget all answers."""
        with self._lock:
            self._forget()

    def answer(self, state: State, key: Hashable, make: Callable[[], A]) -> A:
        """Return the answer of a state that is remembered under a key, else the one that `make` gives."""
        while True:
            with self._lock:
                if state != self._state:  # the record went on since the snapshot was taken
                    break
                if key in self._held:
                    self._held.move_to_end(key)
                    return cast("A", self._held[key][0])
                other = self._making.get((state, key))
                if other is None:
                    mine = self._making[state, key] = _Making()
            if other is None:
                return self._made(state, key, make, mine)
            other.done.wait()
            if other.found:
                return cast("A", other.found[0])
        return make()

    def _made(self, state: State, key: Hashable, make: Callable[[], A], mine: _Making) -> A:
        try:
            found = make()
            mine.found.append(found)
        finally:
            with self._lock:
                del self._making[state, key]
            mine.done.set()
        size = weight(found)
        with self._lock:
            if state == self._state and key not in self._held and size * LARGEST <= self.most:
                self._held[key] = (found, size)
                self._bytes += size
                while self._bytes > self.most:
                    _, (_, freed) = self._held.popitem(last=False)
                    self._bytes -= freed
        return found

    def _forget(self) -> None:
        self._held.clear()
        self._bytes = 0


@dataclass(frozen=True, slots=True)
class Recall:
    """What is remembered of one state of the record within bounds."""

    memory: Memory
    state: State
    bounds: Bounds

    def answer(self, asked: Hashable, make: Callable[[], A]) -> A:
        """Return the answer to what is asked."""
        return self.memory.answer(self.state, (self.bounds, asked), make)


def weight(value: object) -> int:
    """Return about how many bytes a value takes with all that it holds: each thing once, classes and what is nobody's not."""
    seen: set[int] = set()
    total, ahead = 0, [value]
    while ahead:
        new = list({id(one): one for one in ahead if id(one) not in seen and not isinstance(one, type)}.values())
        seen.update(map(id, new))
        total += sum(map(sys.getsizeof, new))
        ahead = gc.get_referents(*new)
    return total
