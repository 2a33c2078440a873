"""Any text at all: never a fault, the page as long as the text, every piece of evidence exact."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from datetime import date
from itertools import pairwise
from typing import Any

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from dragoman.assembly import Reader
from dragoman.exports.json import as_json
from dragoman.reading.layout.page import lay_out
from dragoman.sources.take import Draft, Options, take_text
from dragoman.terms.report import Report
from dragoman.terms.span import Evidence, Span

DAY = date(2025, 5, 14)
ANY = st.text(st.characters(exclude_categories=()), max_size=300)
PIECES = st.sampled_from(
    [
        *(
            '"',
            "“",
            "”",
            "'",
            "‘",
            "’",
            "``",
            "''",
            "«",
            "»",
            "(",
            ")",
            "[",
            "]",
            "\n",
            "\n\n",
            "\r\n",
            "  ",
            " ",
            "\t",
        ),
        *(
            "\x00",
            "\u200b",
            "\u00ad",
            "\u200f",
            "\u202e",
            "\ufeff",
            "\ud800",
            "\udfff",
            "\u2028",
            "\x85",
            "\U0001f54a",
            "\ufffd",
        ),
        *(
            "KYIV, Feb 5 (Reuters) - ",
            "DUBAI, May 21. /TASS/. ",
            "CNN — ",
            "By Ann Roe\n",
            "(Reporting by Ann Roe)",
            "* list 1 of 3",
        ),
        *(
            "Ana Berg, Norland's foreign minister, ",
            "the two sides ",
            "he ",
            "President Tom Okoro ",
            "Moscow ",
            "Turkey's ",
        ),
        *(
            "said ",
            "agreed to meet ",
            "rejected the offer ",
            "will not sign ",
            "according to AFP ",
            "met ",
            "called for ",
        ),
        *(
            "a 30-day ceasefire ",
            "talks in Geneva ",
            "on Monday ",
            "early next week ",
            "in March 2022 ",
            "more than 200 prisoners ",
        ),
        *(". ", ", ", "; ", ": ", "! ", "? ", "- ", " — ", "...", "9,999,999,999", "31 February", "-- "),
    ]
)
NEWS = st.lists(PIECES, max_size=60).map("".join)
LIGHT = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def report(text: str, title: str | None = None) -> Report:
    """Return the text as a report."""
    return take_text(Draft(name="text", text=text, title=title), Options(published=DAY))


@given(st.one_of(ANY, NEWS), st.one_of(st.none(), ANY))
@settings(max_examples=300, deadline=None)
def test_a_page_is_as_long_as_its_text(text: str, title: str | None) -> None:
    """Whatever the text, the copy has its length, breaks rise, furniture and agency lie in it."""
    page = lay_out(report(text, title))
    assert len(page.copy) == len(text)
    assert list(page.breaks) == sorted(set(page.breaks))
    spans = [f.span for f in page.furniture] + ([page.agency] if page.agency else [])
    assert all(0 <= s.start < s.end <= len(text) for s in spans)


@given(NEWS)
@settings(max_examples=200, deadline=None)
def test_a_page_only_blanks_and_lowers(text: str) -> None:
    """A letter of the copy is the letter of the text, or in a headline its small one: nothing is made up."""
    copy = lay_out(report(text)).copy
    assert all(c in (o, o.lower()) or not c.isalnum() for c, o in zip(copy, text, strict=True))


@given(ANY)
@example("")
@example("\ud83d")
@example('"' * 10_000)
@example("\x00" * 100)
@example("a" * 100_000)
@LIGHT
def test_any_text_is_read(reader: Reader, text: str) -> None:
    """No text is a fault, and its evidence is exact."""
    _check(reader, text)


@given(NEWS)
@LIGHT
def test_any_news_is_read(reader: Reader, text: str) -> None:
    """No order of the pieces that news is made of is a fault."""
    _check(reader, text)


def _check(reader: Reader, text: str) -> None:
    (findings,) = reader.read([report(text)])
    for piece in _pieces(findings):
        assert piece.quote == text[piece.start : piece.end]
    line = as_json(findings, explain=True)
    assert line.splitlines() == [line]
    line.encode("utf-8")
    if not _has_split_pair(text):
        assert json.loads(line)["report"]["text"] == text


def _has_split_pair(text: str) -> bool:
    """JSON knows no difference between two halves of a character side by side and the character."""
    return any("\ud800" <= a <= "\udbff" and "\udc00" <= b <= "\udfff" for a, b in pairwise(text))


def _pieces(value: Any) -> list[Evidence]:
    """Return all evidence below a finding."""
    if isinstance(value, Evidence):
        return [value]
    if isinstance(value, Report | Span):
        return []
    if isinstance(value, tuple):
        return [e for v in value for e in _pieces(v)]
    if is_dataclass(value):
        return [e for f in fields(value) for e in _pieces(getattr(value, f.name))]
    return []
