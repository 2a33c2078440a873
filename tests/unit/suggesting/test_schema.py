"""What a model may answer, and what is left of an answer that is not so."""

from __future__ import annotations

import json
from typing import Any

import pytest

from dragoman.suggesting.schema import LONGEST, MOST, instructions, schema, suggestions_of, version

GOOD: dict[str, Any] = {
    "quote": "They met.", "cue": "met", "kind": "talks", "status": "held", "parties": ["They"], "place": "", "day": "",
}  # fmt: skip


def test_an_answer_is_lists_of_words() -> None:
    """Each well-formed suggestion comes once, with every field of the table."""
    suggestions = suggestions_of({"meetings": [GOOD, GOOD, {**GOOD, "place": None, "more": "x"}], "poems": ["x"]})
    assert suggestions is not None
    assert [(p.kind, dict(p.values)) for p in suggestions] == [("meetings", {**GOOD, "parties": ("They",)})]
    assert (suggestions[0].many("parties"), suggestions[0].many("place"), suggestions[0].many("cue")) == (
        ("They",),
        (),
        ("met",),
    )


@pytest.mark.parametrize(
    "change",
    [{"status": "happened"}, {"kind": None}, {"quote": ""}, {"quote": " "}, {"cue": 3}, {"quote": "a" * (LONGEST + 1)}],
)
def test_what_does_not_fit_is_dropped_alone(change: dict[str, Any]) -> None:
    """A value outside of a vocabulary, a missing or an endless one cost their own suggestion, not the others."""
    suggestions = suggestions_of({"meetings": [{**GOOD, **change}, GOOD, "x", None]})
    assert suggestions is not None
    assert len(suggestions) == 1


@pytest.mark.parametrize("answer", [None, [], "text", 3, {}, {"findings": []}, {"meetings": "none"}])
def test_what_is_no_answer(answer: object) -> None:
    """Anything without a list of a kind of finding is nonsense, unlike an answer whose lists are empty."""
    assert suggestions_of(answer) is None
    assert suggestions_of({"meetings": []}) == ()


def test_an_answer_has_an_end() -> None:
    """Of endless suggestions only so many are looked at."""
    suggestions = suggestions_of({"meetings": [{**GOOD, "quote": f"They met {n} times."} for n in range(MOST * 2)]})
    assert suggestions is not None
    assert len(suggestions) == MOST


def test_schema_and_instructions_tell_the_same_table() -> None:
    """Each field and each value of a vocabulary stands in both; the version is one of what they say."""
    for kind, rows in schema()["properties"].items():
        assert f'"{kind}"' in instructions()
        for name, field in rows["items"]["properties"].items():
            assert f'"{name}": ' in instructions()
            assert " | ".join(field.get("enum", ())) in instructions()
    assert len(version()) == 8
    assert json.dumps(schema())


def test_what_a_client_writes_into_the_schema_changes_no_version() -> None:
    """Each caller has a schema of its own."""
    schema()["title"] = "written by a client"
    assert "title" not in schema()
