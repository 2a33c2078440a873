"""How a finding changed, in words; an item of a review with its words marked in their paragraph."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from dragoman.exports.answers.reread import page as reread_page
from dragoman.exports.answers.reread import summary
from dragoman.exports.answers.review import card
from dragoman.exports.answers.wording import change_in_words, said
from dragoman.record.claims import Card, Claim
from dragoman.record.comparing import Difference, FieldChange
from dragoman.terms.findings import Actor, Position, Why
from dragoman.terms.span import Evidence
from dragoman.views.cited import cite_claim
from dragoman.views.review import Item

TEXT = "The talks.\n\nOn Monday Berg rejected\ta truce\x1b[2J. Dahl waited.\n\nThe end.\n"
START = TEXT.index("Berg")
END = TEXT.index(". Dahl")
WORDS = Evidence(START, END, TEXT[START:END])
POSITION = Position(
    Actor("p1", "Ana Berg", "person"),
    "rejects",
    "a truce",
    (),
    None,
    None,
    None,
    (WORDS,),
    (),
    Why("stance", "rejected"),
)
CARD = Card("r1", date(2025, 5, 14), "2025-05-20T10:00:00.000000+00:00", "The Harbour Post")
CLAIM = Claim("pc1", "position", 0, CARD, POSITION, date(2025, 5, 14))


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, "unknown"),
        ([], "unknown"),
        ("rejects", "rejects"),
        (3.5, "3.5"),
        ({"id": "p1", "name": "Ana Berg", "kind": "person"}, "Ana Berg"),
        ([{"id": "p1", "name": "Ana Berg"}, {"id": "p2", "name": "Carl Dahl"}], "Ana Berg, Carl Dahl"),
        (
            {"start": "2025-05-13", "end": "2025-05-13", "granularity": "day", "text": "on Tuesday", "rule": "weekday"},
            "Tue 13 May 2025 (“on Tuesday”)",
        ),
        ([{"plover": "REJECT", "cameo": "120"}], "REJECT 120"),
        ({"rule": "stance.oppose", "cue": "rejected"}, "stance.oppose “rejected”"),
        ({"start": 3, "end": 7, "quote": "Berg"}, "“Berg” [3–7]"),
        ({"actor": {"id": "p1", "name": "Ana Berg"}, "stance": "rejects"}, "Ana Berg rejects"),
        ({"party": {"id": "p1", "name": "Norland"}, "members": []}, "Norland's delegation"),
    ],
)
def test_every_shape_of_value_has_words(value: Any, words: str) -> None:
    """Days, actors, codes, rules, quotes and lists of them are told as a person would."""
    assert said(value) == words


def test_a_change_names_its_field() -> None:
    """Before and after, with an arrow."""
    assert change_in_words(FieldChange("stance", "rejects", None)) == "stance: rejects → unknown"


def test_a_difference_tells_what_becomes_of_decisions() -> None:
    """The row says the change, the fate and the decisions."""
    fields = (FieldChange("stance", "demands", "rejects"),)
    difference = Difference("changes", "pc1", "position", CARD, POSITION, POSITION, fields, ("d1",), "holds")
    ((block,), rows) = (reread_page(CARD, (difference,)).blocks, reread_page(CARD, (difference,)).blocks[0].rows)
    assert block.title == "Would change"
    assert rows[0].facts == ("stance: demands → rejects", "stays decided: decided in d1")


def test_the_summary_says_whether_anything_was_written() -> None:
    """Counts of reports, findings and fates in one line."""
    counts = {"reports": 12, "differing": 1, "comes": 2, "goes": 1, "carried": 1}
    assert summary(counts, written=False) == (
        "12 reports read anew, 1 differ: 2 come, 1 go, 0 change; decided findings: 1 carried; nothing was written"
    )


def test_a_card_marks_the_words_in_their_paragraph() -> None:
    """The paragraph and no other is shown, the evidence between marks, and nothing in it steers the terminal."""
    item = Item("claim", ("pc1",), "unreviewed", "nobody has looked at it", skipped=False, kind="position",
                published=CARD.published, finding=POSITION, evidence=cite_claim(CLAIM))  # fmt: skip
    shown = card(item, {"r1": TEXT}, width=200)
    assert "On Monday ⟦Berg rejected a truce\ufffd[2J⟧. Dahl waited.  [The Harbour Post, Wed 14 May 2025" in shown
    assert "The end" not in shown
    assert "position · rejects · Ana Berg: a truce" in shown
    assert "\x1b" not in shown
    assert "⟦" not in card(item, {"r1": TEXT}, width=200, color=True)
