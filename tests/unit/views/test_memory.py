"""Answers that are remembered: the same as those worked out anew, up to so many bytes, of one state of the record."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from itertools import count

import pytest

from dragoman.record.bounds import Bounds
from dragoman.views.memory import LARGEST, Memory, weight

ANY = Bounds()


def counting() -> Callable[[], str]:
    """Return what gives another answer each time."""
    numbers = count()
    return lambda: f"answer {next(numbers)}"


def test_what_was_asked_before_is_not_worked_out_again() -> None:
    """One question of one state within the same bounds has one answer."""
    memory, make = Memory(), counting()
    recall = memory.at((1,), ANY)
    assert recall.answer("docket", make) is recall.answer("docket", make)
    assert memory.at((1,), ANY).answer("docket", make) == "answer 0"
    assert recall.answer("timeline", make) == "answer 1"
    assert memory.at((1,), Bounds(as_of=date(2026, 3, 1))).answer("docket", make) == "answer 2"


def test_all_is_forgotten_when_the_record_goes_on() -> None:
    """A later state knows nothing of an earlier one; who still looks at the earlier one is answered, and nothing is kept of it."""
    memory, make = Memory(), counting()
    before = memory.at((1, 0), ANY)
    assert before.answer("docket", make) == "answer 0"
    assert memory.at((1, 1), ANY).answer("docket", make) == "answer 1"
    assert [before.answer("docket", make), memory.at((1, 0), ANY).answer("docket", make)] == ["answer 2", "answer 3"]
    assert memory.at((1, 1), ANY).answer("docket", make) == "answer 1"
    assert memory.held[0] == 1


def test_an_answer_that_comes_too_late_is_not_kept() -> None:
    """What was worked out of a state that is past by then is given to who asked for it, and to nobody else."""
    memory = Memory()

    def slow() -> str:
        memory.at((2,), ANY)
        return "of the first state"

    assert memory.at((1,), ANY).answer("docket", slow) == "of the first state"
    assert memory.held == (0, 0)


def test_the_answers_asked_for_last_are_kept_up_to_so_many_bytes() -> None:
    """The bytes never exceed the bound; what was not asked for longest goes first, and what is too large is not kept at all."""
    size = weight("x" * 1000)
    memory = Memory(most=size * LARGEST)
    recall = memory.at((1,), ANY)
    for key in range(LARGEST):
        recall.answer(key, lambda: "x" * 1000)
    recall.answer(0, counting())
    recall.answer("another", lambda: "y" * 1000)
    assert memory.held == (LARGEST, memory.most)
    assert [recall.answer(key, lambda: "anew") for key in (0, "another", 1)] == ["x" * 1000, "y" * 1000, "anew"]
    before = memory.held
    assert recall.answer("large", lambda: "z" * 2000) == "z" * 2000
    assert memory.held == before


def test_what_fails_is_not_remembered() -> None:
    """Whoever asks again after an error may be answered."""
    recall, numbers = Memory().at((1,), ANY), count()

    def failing_once() -> str:
        if next(numbers) == 0:
            raise ValueError("the first time")
        return "an answer"

    with pytest.raises(ValueError, match="the first time"):
        recall.answer("docket", failing_once)
    assert recall.answer("docket", failing_once) == "an answer"


def test_who_asks_the_same_at_the_same_time_waits_for_one_answer() -> None:
    """Of many who ask at once one works it out. If that one fails, another does."""
    recall, begun = Memory().at((1,), ANY), threading.Barrier(8)
    worked, asked = count(), count()

    def slow() -> str:
        time.sleep(0.05)
        if next(worked) == 0:
            raise ValueError
        return "an answer"

    def ask(_: int) -> str:
        next(asked)
        begun.wait(10)
        try:
            return recall.answer("docket", slow)
        except ValueError:
            return "failed"

    with ThreadPoolExecutor(8) as pool:
        told = sorted(pool.map(ask, range(8)))
    assert told == ["an answer"] * 7 + ["failed"]
    assert next(worked) == 2


def test_weight_counts_each_thing_once() -> None:
    """A value weighs what it holds, without classes; the same thing in two places weighs once."""
    word = "w" * 10_000
    assert 10_000 < weight((word, word)) < 10_400
    assert weight((word, word[:-1] + "v")) > 20_000
    assert weight(Bounds(as_of=date(2026, 3, 1))) < 500
