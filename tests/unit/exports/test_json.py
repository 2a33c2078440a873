"""The JSON of a report: every key that the contract names, nothing guessed, always UTF-8."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from dragoman.exports.json import as_json
from dragoman.terms.findings import Findings

KEYS = {
    "report": "id published publisher title url path text",
    "actors": "id name kind role affiliation mentions",
    "dates": "start end granularity text evidence mod bound",
    "quotations": "speaker source cue type content content_evidence addressee date via evidence events",
    "meetings": "kind parties host mediators place date status level evidence events",
    "positions": "actor stance about conditions toward date via evidence events",
    "delegations": "party head members level meeting evidence",
    "agreements": "parties about date status evidence events",
    "figures": "value low high comparator unit about source date evidence",
    "incidents": "actor target what place date status evidence events",
}


def read_back(findings: Findings, *, explain: bool = False) -> dict[str, Any]:
    """Return what a reader of the JSON gets."""
    line = as_json(findings, explain=explain)
    assert "\n" not in line
    back: dict[str, Any] = json.loads(line)
    return back


@pytest.mark.parametrize("kind", KEYS)
def test_every_key_is_there(whole: Callable[..., Findings], kind: str) -> None:
    """Each record has every key of the contract, unknown values too."""
    told = read_back(whole())[kind]
    record = told if kind == "report" else told[0]
    assert set(KEYS[kind].split()) <= set(record)


def test_actors_in_records_are_short(whole: Callable[..., Findings]) -> None:
    """An actor in a record has its id, name, kind and state, and no more."""
    assert read_back(whole())["meetings"][0]["host"] == {"id": "a5", "name": "Malta", "kind": "state", "state": "MLT"}


def test_events_and_dates(whole: Callable[..., Findings]) -> None:
    """Codes are strings, days are ISO dates."""
    meeting = read_back(whole())["meetings"][0]
    assert meeting["events"][0]["cameo"] == "120"
    assert (meeting["date"]["start"], meeting["date"]["bound"]) == ("2026-03-12", None)


def test_why_is_told_only_when_asked(whole: Callable[..., Findings]) -> None:
    """Explanations are in the JSON with `explain` and not without."""
    assert "why" not in read_back(whole())["figures"][0]
    assert read_back(whole(), explain=True)["figures"][0]["why"]["rule"] == "a-rule"


def test_whole_numbers_have_no_point(whole: Callable[..., Findings]) -> None:
    """A count is a whole number in JSON."""
    assert '"value": 2400,' in as_json(whole())


def test_lone_surrogates_stay_and_the_line_is_utf8(whole: Callable[..., Findings]) -> None:
    """Half a character in a text comes back as it was, from a line that can be written as UTF-8."""
    findings = whole(title="a\ud800b \\ é")
    as_json(findings).encode("utf-8")
    assert read_back(findings)["report"]["title"] == "a\ud800b \\ é"


def test_it_is_the_same_each_time(whole: Callable[..., Findings]) -> None:
    """The same findings give the same bytes."""
    assert as_json(whole(), explain=True) == as_json(whole(), explain=True)
