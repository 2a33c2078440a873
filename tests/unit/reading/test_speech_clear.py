"""Who says what: what is made clear, what somebody was asked, the US, conditions behind a warning, outsiders."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.terms.findings import Findings

Read = Callable[..., Findings]

SAID = [
    ("The US said it was ready.", [("US", "it was ready")]),
    ("Prelec made it clear that the port would stay shut.", [("Prelec", "the port would stay shut")]),
    ("Kenya made clear it would not come.", [("Kenya", "it would not come")]),
    (
        "Prelec warned of a brewing crisis if the siege went on.",
        [("Prelec", "a brewing crisis if the siege went on")],
    ),
    ('Asked whether she would come, Prelec said: "Of course."', [("Prelec", "Of course.")]),
    ("Kenya recalled its ambassador to Uganda.", []),
    ("Kenya's missile attacks on the port went on.", []),
    ("Prelec has made it clear how she feels.", []),
]


@pytest.mark.parametrize(("text", "said"), SAID)
def test_who_said_what(read: Read, text: str, said: list[tuple[str, str]]) -> None:
    """What somebody was asked is not what she says; envoys called back and missiles say nothing."""
    found = [(q.speaker.name if q.speaker else None, q.content) for q in read(text).quotations]
    assert found == said


def test_what_outsiders_fear_is_told_beside_what_sides_want(read: Read) -> None:
    """Where sides deal with each other, what they want is their position; what experts fear is still what experts say."""
    findings = read(
        "Talks between Kenya and Uganda resumed in Nairobi on Monday. Uganda supports the plan. Experts worry that the truce will fail."
    )
    assert [(q.speaker.name if q.speaker else None, q.content) for q in findings.quotations] == [
        ("Experts", "the truce will fail")
    ]
    assert [(p.actor.name, p.stance) for p in findings.positions] == [("Uganda", "supports")]
