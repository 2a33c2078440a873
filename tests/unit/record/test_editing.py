"""What a person writes as a new value is checked against the finding's own types."""

from __future__ import annotations

from typing import Any

import pytest

from dragoman.record.claims import KINDS, Kind
from dragoman.record.editing import fields_of, parse_change
from dragoman.record.packing import CLASSES, made
from dragoman.terms.errors import EditError
from dragoman.terms.findings import Actor

BERG = Actor("p1", "Ana Berg", "person")


def parsed(kind: Kind, *written: str) -> dict[str, Any]:
    """Return the change that is meant by some `field=value`."""
    told = [(name, value) for name, _, value in (w.partition("=") for w in written)]
    return dict(parse_change(kind, told, lambda name: Actor(f"p-{name}", name, "person")))


def test_values_of_a_list_must_be_of_the_list() -> None:
    """A stance is one of the contract's."""
    assert parsed("position", "stance=rejects") == {"stance": "rejects"}
    with pytest.raises(EditError, match=r"cannot edit 'stance': 'refuses' is none of proposes, demands, "):
        parsed("position", "stance=refuses")


@pytest.mark.parametrize(
    ("written", "start", "end", "granularity"),
    [
        ("2025-05-15", "2025-05-15", "2025-05-15", "day"),
        ("2025-05-15..2025-05-17", "2025-05-15", "2025-05-17", "range"),
        ("2025-05-15..2025-05-15", "2025-05-15", "2025-05-15", "day"),
        ("2024-02", "2024-02-01", "2024-02-29", "month"),
        ("2022", "2022-01-01", "2022-12-31", "year"),
    ],
)
def test_days_are_written_in_four_ways(written: str, start: str, end: str, granularity: str) -> None:
    """A day, two days, a month, a year."""
    when = parsed("meeting", f"date={written}")["date"]
    assert (when["start"], when["end"], when["granularity"], when["text"]) == (start, end, granularity, written)
    assert when["rule"] == "person"


@pytest.mark.parametrize(
    "written",
    ["Thursday", "2025-02-30", "2025-13", "2025-05-17..2025-05-15", "0000", "..", "20a5", "9999", "0001-01-01"],
)
def test_what_is_no_day_is_said(written: str) -> None:
    """No date is guessed."""
    with pytest.raises(EditError, match="cannot edit 'date'"):
        parsed("meeting", f"date={written}")


def test_an_empty_value_makes_unknown() -> None:
    """What may be unknown becomes unknown, a list becomes empty, the rest is refused."""
    assert parsed("meeting", "place=", "date=none", "parties=") == {"place": None, "date": None, "parties": []}
    with pytest.raises(EditError, match="cannot be unknown"):
        parsed("meeting", "status=")


def test_several_values_are_written_several_times() -> None:
    """Conditions and parties add up; a field with one value takes one."""
    change = parsed("position", "conditions=a truce first", "conditions=an exchange", "actor=Ana Berg")
    assert change["conditions"] == ["a truce first", "an exchange"]
    assert change["actor"] == {"id": "p-Ana Berg", "name": "Ana Berg", "kind": "person"}
    with pytest.raises(EditError, match="one value, not 2"):
        parsed("position", "stance=rejects", "stance=accepts")


def test_numbers_are_numbers() -> None:
    """A figure's value may have commas; it is never NaN or without end."""
    assert parsed("figure", "value=12,000", "low=") == {"value": 12000.0, "low": None}
    for written in ("many", "nan", "inf"):
        with pytest.raises(EditError, match="is no number"):
            parsed("figure", f"value={written}")


def test_what_is_no_field_is_said_with_those_there_are() -> None:
    """Proof is no field that can be edited."""
    with pytest.raises(EditError, match=r"a meeting has no such field that can be edited; there are kind, parties, "):
        parsed("meeting", "evidence=else")


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_of_every_kind_has_an_editor(kind: Kind) -> None:
    """Each field that can be edited takes at least one written value that its finding can be made of."""
    samples = ("2025-05-15", "7", "talks", "held", "leaders", "rejects", "agreed", "happened", "=", "direct")
    for name in fields_of(kind):
        taken = [change for sample in samples if (change := _tried(kind, name, sample)) is not None]
        assert taken, name
        assert all(made(CLASSES[kind], change) for change in taken)


def _tried(kind: Kind, name: str, sample: str) -> dict[str, Any] | None:
    try:
        return parsed(kind, f"{name}={sample}")
    except EditError:
        return None
