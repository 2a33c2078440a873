"""Date phrases in sentences, read and resolved against the day of publication."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from dragoman.reading.dates.phrases import find_dates
from dragoman.reading.grammar.language import Grammar
from dragoman.reading.layout.page import Page
from dragoman.resolving.calendar import resolve_dates
from dragoman.terms.when import When

CASES = Path(__file__).parent / "dates.txt"
Resolve = Callable[[str, str], list[When]]


def cases() -> list[tuple[str, str, list[str]]]:
    """The table: a line `YYYY-MM-DD | sentence`, then for each date of the sentence a line as `told` writes it."""
    out: list[tuple[str, str, list[str]]] = []
    for line in CASES.read_text(encoding="utf-8").splitlines():
        if line.startswith("    "):
            out[-1][2].append(line.strip())
        elif line.strip() and not line.startswith("#"):
            published, text = line.split(" | ", 1)
            out.append((published, text, []))
    return out


def told(when: When) -> str:
    """A date as one line: words = first day..last day granularity, and what marks it."""
    days = when.start.isoformat() if when.start == when.end else f"{when.start}..{when.end}"
    marks = [m for m in (f"mod {when.mod}" if when.mod else "", f"bound {when.bound}" if when.bound else "") if m]
    return " ".join([f"{' '.join(when.text.split())} = {days} {when.granularity}", *marks])


@pytest.fixture(scope="session")
def resolve(grammar: Grammar) -> Resolve:
    """Read one text and give its dates."""

    def dates_of(text: str, published: str) -> list[When]:
        parse = next(iter(grammar.parse([Page(copy=text)])))
        found = resolve_dates(find_dates(parse), date.fromisoformat(published), text)
        return [when for when in found if when is not None]

    return dates_of


@pytest.mark.parametrize(("published", "text", "expected"), cases(), ids=[text[:60] for _, text, _ in cases()])
def test_dates_of_sentences(published: str, text: str, expected: list[str], resolve: Resolve) -> None:
    """Each sentence gives exactly the dates of the table, in its order, and none for durations, ages and sets."""
    assert [told(when) for when in resolve(text, published)] == expected
