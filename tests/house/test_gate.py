"""The quality gate's corpus is what it claims to be, and its scorer counts what it should."""

from __future__ import annotations

from typing import Any

import pytest

from benchmarks.cases import KINDS, Case, fingerprint, load_cases
from benchmarks.gate import figures, pinned
from benchmarks.scoring import judge

CASES = load_cases()
EMPTY: dict[str, list[dict[str, Any]]] = {kind: [] for kind in KINDS}


def test_the_corpus_is_large_enough() -> None:
    """There are at least sixty small cases and answers to at least six dispatches."""
    assert sum(case.report is None for case in CASES) >= 60
    assert sum(case.report is not None for case in CASES) >= 6


def test_the_corpus_is_the_pinned_one() -> None:
    """A change of texts or answers is made on purpose: the pinned fingerprint is that of the corpus."""
    assert pinned()[0] == fingerprint()


def test_cases_have_names_of_their_own() -> None:
    """No two cases share a name, and each says its point."""
    names = [case.name for case in CASES]
    assert len(names) == len(set(names))
    assert all(case.point for case in CASES)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_answers_quote_their_text(case: Case) -> None:
    """Words that an answer gives as evidence or content stand in the text, and every field is one of its kind."""
    plain = " ".join(case.text.split())
    for records in case.wanted.values():
        for record in records:
            for name in ("evidence", "content"):
                assert record.get(name, "") in plain, record


def _case(**wanted: list[dict[str, Any]]) -> Case:
    from datetime import date

    return Case(name="n", point="p", published=date(2024, 3, 13), text="", wanted=wanted)


def _position(actor: str, stance: str, about: str) -> dict[str, Any]:
    return {"actor": {"name": actor}, "stance": stance, "about": about, "conditions": [], "evidence": [], "events": []}


def test_a_found_record_passes() -> None:
    """A record with the right actor, stance and matter is found."""
    want = {"actor": "Norway", "stance": "proposes", "about": "a truce at sea"}
    verdict = judge(
        _case(positions=[want]), {**EMPTY, "positions": [_position("Norway", "proposes", "the truce at sea")]}
    )
    assert verdict.passed
    assert verdict.tallies["positions"].found == 1


def test_a_wrong_stance_is_a_miss_and_an_extra() -> None:
    """A record with another stance counts against both precision and recall."""
    want = {"actor": "Norway", "stance": "proposes", "about": "a truce at sea"}
    verdict = judge(_case(positions=[want]), {**EMPTY, "positions": [_position("Norway", "rejects", "a truce at sea")]})
    assert not verdict.passed
    assert (verdict.tallies["positions"].missed, verdict.tallies["positions"].extra) == (1, 1)


def test_a_wrong_field_is_told() -> None:
    """A record that is found with a missing condition fails its case, without being a miss."""
    want = {"actor": "Norway", "stance": "accepts", "about": "a truce", "conditions": ["the guns are moved"]}
    verdict = judge(_case(positions=[want]), {**EMPTY, "positions": [_position("Norway", "accepts", "a truce")]})
    assert verdict.tallies["positions"].found == 1
    assert [fault for fault in verdict.faults if "conditions" in fault]


def test_what_is_quiet_must_stay_quiet() -> None:
    """An extra record in a kind that must be empty fails the case; kinds that are not judged do not."""
    assert not judge(_case(positions=[]), {**EMPTY, "positions": [_position("Norway", "accepts", "a truce")]}).passed
    assert judge(_case(meetings=[]), {**EMPTY, "meetings": [], "positions": [_position("N", "accepts", "x")]}).passed


def test_figures_are_rounded_down() -> None:
    """A floor pinned from a figure is never above it."""
    want = {"actor": "Norway", "stance": "proposes", "about": "a truce at sea"}
    good = judge(_case(positions=[want]), {**EMPTY, "positions": [_position("Norway", "proposes", "a truce at sea")]})
    bad = judge(_case(positions=[want]), {**EMPTY, "positions": []})
    assert figures([good, good, bad])["passed"] == 0.666


def _spoken_of(*mentions: tuple[str, int, int]) -> list[dict[str, Any]]:
    return [{"name": name, "mentions": [{"start": start, "end": end}]} for name, start, end in mentions]


@pytest.mark.parametrize(
    ("who", "actors", "fine"),
    [
        (["Mali", "Chad"], _spoken_of(("Mali", 0, 10), ("Chad", 0, 10)), True),
        (["Mali", "Chad"], _spoken_of(("Mali", 0, 10)), False),
        (["Mali|Republic of Mali"], _spoken_of(("Republic of Mali", 0, 10)), True),
        (["Mali"], _spoken_of(("Chad", 0, 10)), False),
        (["Mali"], _spoken_of(("Mali", 20, 24)), False),
        ([], _spoken_of(("Mali", 0, 10)), False),
        ([], [], True),
    ],
)
def test_who_is_meant_is_judged_whole(who: list[str], actors: list[dict[str, Any]], fine: bool) -> None:
    """Words stand for exactly the actors of the answer: none missing, none too much, each in one of its names."""
    from dataclasses import replace

    case = replace(_case(coreference=[{"words": "Both sides", "who": who}]), text="Both sides met in Mali.")
    assert judge(case, {**EMPTY, "actors": actors}).passed is fine
