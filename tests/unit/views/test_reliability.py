"""How far coders agree: against published data, with missing values, and where it is not defined."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.terms.people import Coding
from dragoman.views.reliability import ALONE, EVEN, agreement, alpha, differing

# The worked example of K. Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), section C: four observers, twelve
# units, nominal data with missing values; alpha = 0.743.
KRIPPENDORFF = ("123321412...", "1233224125.3", ".3332342251.", "12332441251.")
# The first example of the same paper (section A): two observers, ten units, binary data; alpha = 0.095.
BINARY = ("0100000010", "1110010000")


def rows(*written: str) -> list[list[str | None]]:
    """Return codings of coders written as one letter a finding, a dot where it is missing."""
    return [[None if letter == "." else letter for letter in row] for row in written]


def coding(coder: str, claim: str, verdict: str, moment: str = "1", **more: object) -> Coding:
    """Return a coding of one sample."""
    return Coding("spring", claim, coder, verdict, moment, **more)  # type: ignore[arg-type]


def table(**coders: Iterable[str]) -> list[Coding]:
    """Return codings from a letter a finding: a for accept, r for reject, e for edit, a dot where it is missing."""
    full = {"a": "accept", "r": "reject", "e": "edit"}
    return [
        coding(name, f"c{n}", full[letter])
        for name, letters in coders.items()
        for n, letter in enumerate(letters)
        if letter != "."
    ]


@pytest.mark.parametrize(("data", "expected"), [(KRIPPENDORFF, 0.743), (BINARY, 0.095)])
def test_published_examples(data: tuple[str, ...], expected: float) -> None:
    """The value is that of the published example, to the digits printed there."""
    found, why = alpha(rows(*data))
    assert found is not None
    assert (round(found, 3), why) == (expected, None)


def test_all_alike_and_all_apart() -> None:
    """One where all agree in more than one way, below nought where they differ throughout."""
    assert alpha(rows("arar", "arar"))[0] == pytest.approx(1.0)
    found, _ = alpha(rows("arar", "rara"))
    assert found is not None
    assert found < 0


def test_where_it_is_not_defined_it_says_why() -> None:
    """Where no finding was coded twice, and where all said one thing only."""
    assert alpha(rows("ar..", "..ra")) == (None, ALONE)
    assert alpha(rows("aaaa", "aa..")) == (None, EVEN)
    assert alpha(rows("aar", "aa.")) == (None, EVEN)
    assert alpha([]) == (None, ALONE)


def test_what_is_missing_counts_for_nothing() -> None:
    """Findings that one alone coded change nothing."""
    assert alpha(rows("arra..", "arar..")) == alpha(rows("arrar.", "arar.a"))


def test_agreement_by_kind_and_by_pair() -> None:
    """Overall, for each kind that is told, and between each two coders."""
    codings = table(ana="aaree", ben="aarra", cem="a....")
    found = agreement(codings, {"c0": "meeting", "c1": "meeting", "c2": "position", "c3": "position", "c4": "position"})
    assert (found.samples, found.coders) == (("spring",), ("ana", "ben", "cem"))
    assert (found.overall.items, found.overall.coded, found.overall.pairs, found.overall.percent) == (5, 5, 7, 71.4)
    assert found.kinds["meeting"].percent == 100.0
    assert (found.kinds["meeting"].alpha, found.kinds["meeting"].why) == (None, EVEN)
    assert found.kinds["position"].pairs == 3
    pairs = {(pair.one, pair.other): pair.measure for pair in found.pairs}
    assert (pairs["ana", "ben"].coded, pairs["ana", "ben"].percent) == (5, 60.0)
    assert (pairs["ana", "cem"].coded, pairs["ana", "cem"].items) == (1, 5)


def test_a_slip_can_be_corrected_while_nobody_else_has_judged() -> None:
    """Who changed a mind is not counted twice."""
    codings = [
        coding("ana", "c1", "accept", "1"),
        coding("ana", "c1", "reject", "2"),
        coding("ben", "c1", "reject", "3"),
    ]
    assert agreement(codings).overall.percent == 100.0
    assert differing(codings) == ()


def test_a_word_changed_after_another_judged_plays_no_part() -> None:
    """Whoever could see the other's word is not blind any more: agreement cannot be made afterwards."""
    codings = [
        coding("ana", "c1", "accept", "1"),
        coding("ben", "c1", "reject", "2"),
        coding("ana", "c1", "reject", "3"),
        coding("ben", "c1", "accept", "4"),
    ]
    assert agreement(codings).overall.percent == 0.0
    (one,) = differing(codings)
    assert [(said.coder, said.verdict) for said in one.said] == [("ana", "accept"), ("ben", "reject")]


def test_same_verdict_with_other_values() -> None:
    """Two edits are one verdict; whether they are of the same values is told beside it."""
    codings = [
        coding("ana", "c1", "edit", change={"stance": "rejects"}, note="see the lead"),
        coding("ben", "c1", "edit", change={"stance": "undecided"}),
    ]
    measure = agreement(codings).overall
    assert (measure.percent, measure.exact) == (100.0, 0.0)
    (one,) = differing(codings)
    assert [(said.coder, dict(said.change), said.note) for said in one.said] == [
        ("ana", {"stance": "rejects"}, "see the lead"),
        ("ben", {"stance": "undecided"}, None),
    ]


def test_where_i_differed() -> None:
    """Only findings that I coded and of which another says something else."""
    codings = table(ana="aar.", ben="ara.", cem="arr.", dan="...a")
    assert [one.claim for one in differing(codings)] == ["c1", "c2"]
    assert [one.claim for one in differing(codings, coder="ana")] == ["c1", "c2"]
    assert [one.claim for one in differing(codings, coder="cem")] == ["c1", "c2"]
    assert differing(codings, coder="dan") == ()


def test_nobody_coded() -> None:
    """There is nothing to measure."""
    found = agreement([])
    assert (found.coders, found.overall.items, found.overall.percent, found.overall.why) == ((), 0, None, ALONE)


@given(st.lists(st.text("are.", min_size=6, max_size=6), min_size=2, max_size=4), st.randoms(use_true_random=False))
def test_neither_the_order_of_coders_nor_of_findings_matters(data: list[str], order: object) -> None:
    """The value is that of the codings, not of how they are listed."""
    found, why = alpha(rows(*data))
    mixed = list(range(6))
    order.shuffle(mixed)  # type: ignore[attr-defined]
    again, same = alpha(rows(*("".join(row[n] for n in mixed) for row in reversed(data))))
    assert why == same
    assert again == (None if found is None else pytest.approx(found))
    assert found is None or found <= 1
