"""Whatever a model answers: what the rules found stands, every added finding is cited and marked, and nothing is raised."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.assembly import Reader
from dragoman.reading.marks import Reading
from dragoman.reading.read import read_reports
from dragoman.resolving.resolve import resolve
from dragoman.suggesting import schema
from dragoman.suggesting.adding import with_suggestions
from dragoman.terms.findings import Findings
from dragoman.terms.report import Report

RULE = "model:canned/1"
TEXT = """The envoys of Norland and Sudria met in Port Elm on Monday, and agreed to free nine sailors. “We will come back,” said
Anna Borg, who leads the Norland team. Sudria said it rejects “any toll” on the strait.

The talks will go on next week, unless the shelling of Elm Island by Sudria's army goes on. He denied it on Tuesday.
"""
LISTS = ("quotations", "meetings", "positions", "agreements", "incidents")
WORDS = TEXT.split(" ")
ANY = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from((*LISTS, "quote", "x")), inner, max_size=3),
    max_leaves=8,
)  # fmt: skip


def stretch(least: int, most: int) -> st.SearchStrategy[str]:
    """Words as they stand in the report."""
    starts = st.integers(0, len(WORDS) - 1)
    return st.builds(lambda start, size: " ".join(WORDS[start : start + size]), starts, st.integers(least, most))


@st.composite
def rows(draw: st.DrawFn, kind: str) -> dict[str, Any]:
    """A suggestion most of whose words are words of its quote."""
    quote = draw(stretch(1, 30))
    pieces = quote.split(" ")
    row: dict[str, Any] = {}
    for name, field in schema.fields()[kind].items():
        start = draw(st.integers(0, len(pieces) - 1))
        some = " ".join(pieces[start : start + draw(st.integers(1, 4))])
        if isinstance(field, tuple):
            row[name] = draw(st.sampled_from(field))
        elif field == schema.MANY:
            row[name] = draw(st.lists(st.sampled_from((some, pieces[0], "Norland", "Sudria")), max_size=3))
        else:
            row[name] = draw(st.sampled_from((some, some, "Anna Borg", "Sudria", "”", "")))
    return {**row, "quote": quote}


ANSWERS = st.fixed_dictionaries({kind: st.lists(rows(kind), max_size=3) for kind in LISTS})


@pytest.fixture(scope="module")
def read_once(reader: Reader) -> tuple[Reading, Findings]:
    """The report as our rules read it."""
    report = Report("x", date(2025, 5, 14), TEXT)
    reading = next(iter(read_reports([report], reader.grammar)))[1]
    return reading, resolve(report, reading, reader.codebook)


def cited(findings: Findings) -> bool:
    """Whether all evidence is what stands in the text."""
    found = [f for name in (*LISTS, "delegations", "figures") for f in getattr(findings, name)]
    pieces = [piece for one in found for piece in one.evidence]
    pieces += [piece for said in findings.quotations for piece in said.content_evidence]
    return all(TEXT[piece.start : piece.end] == piece.quote for piece in pieces)


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(answer=ANSWERS | ANY)
def test_any_answer(answer: Any, read_once: tuple[Reading, Findings], reader: Reader) -> None:
    """The rules' findings come first and unchanged; behind them come the model's, with its mark, its words and somebody in it."""
    reading, ruled = read_once
    suggestions = schema.suggestions_of(answer) or ()
    findings = with_suggestions(ruled, reading, reader.codebook, suggestions, RULE)
    assert cited(findings)
    assert findings.actors[: len(ruled.actors)] == ruled.actors
    for name in (f.name for f in fields(Findings) if f.name not in ("actors", "coverage")):
        mine, before = getattr(findings, name), getattr(ruled, name)
        if name in LISTS:
            assert mine[: len(before)] == before
            assert all(found.why.rule == RULE for found in mine[len(before) :])
        else:
            assert mine == before
    assert set(findings.coverage.unread) <= set(ruled.coverage.unread)
