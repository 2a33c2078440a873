"""Spread work over an executor: results in the order of the work, and never more of it under way than is needed."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future
from typing import TypeVar

T = TypeVar("T")
U = TypeVar("U")

AHEAD = 3
"""Pieces of work under way for each worker: one being done, one waiting, one being made."""


def spread(work: Callable[[T], U], pieces: Iterable[T], executor: Executor, *, workers: int) -> Iterator[U]:
    """Yield `work(piece)` for each piece in order.

    Pieces are drawn only as results are taken; where no more are wanted, what is not begun is given up.
    """
    under_way: deque[Future[U]] = deque()
    try:
        for piece in pieces:
            under_way.append(executor.submit(work, piece))
            if len(under_way) >= AHEAD * workers:
                yield under_way.popleft().result()
        while under_way:
            yield under_way.popleft().result()
    finally:
        for future in under_way:
            future.cancel()
