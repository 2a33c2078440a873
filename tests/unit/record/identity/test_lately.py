"""What was worked out lately: once for a key, up to so many."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from itertools import count

from dragoman.record.identity.origins.lately import Lately


def test_a_value_is_made_once_and_what_was_not_asked_for_longest_is_forgotten() -> None:
    """As many values are held as were allowed, those that were asked for last."""
    lately: Lately[str, int] = Lately(2)
    numbers = count()
    told = [lately.of(key, lambda: next(numbers)) for key in "ababcba"]
    assert told == [0, 1, 0, 1, 2, 1, 3]
    assert len(lately) == 2


def test_nothing_is_a_value_too() -> None:
    """That there is nothing is remembered as well."""
    lately: Lately[str, None] = Lately(2)
    asked: list[None] = []
    for _ in range(3):
        assert lately.of("a", lambda: asked.append(None)) is None
    assert len(asked) == 1


def test_many_threads_see_the_same() -> None:
    """Threads that ask for the same get the same, however they come in between."""
    lately: Lately[int, int] = Lately(5)
    with ThreadPoolExecutor(8) as pool:
        told = list(pool.map(lambda n: lately.of(n % 9, lambda: (n % 9) ** 2), range(2000)))
    assert told == [(n % 9) ** 2 for n in range(2000)]
    assert len(lately) == 5
