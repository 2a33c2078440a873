"""Sayings as findings: speaker, channel, evidence, explanation."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.terms.findings import Findings

Read = Callable[..., Findings]

TEXTS = [
    "President Marta Soler said on Tuesday that the talks had failed.",
    "“We came to talk,” Marta Soler told Reuters. “Nobody else did.”",
    "According to Reuters, the road is “shut until May”, Ivo Lanz said.",
    "It was said that the road would open.\n\n“We hope so,” said a guard.",
    "The envoy said: “We came.\n\n“Nobody else did.\n\n“So we leave.”",
    "Minister: No truce before talks\n\nThe bridge, she said, was beyond repair; nobody’s to blame, she added.",
]


@pytest.mark.parametrize("text", TEXTS)
def test_evidence_is_the_very_words(read: Read, text: str) -> None:
    """Each piece of evidence quotes the text at its offsets, and the content lies within the attribution."""
    for quotation in read(text).quotations:
        pieces = [*quotation.evidence, *quotation.content_evidence, *([quotation.source] if quotation.source else [])]
        assert pieces
        assert all(text[piece.start : piece.end] == piece.quote for piece in pieces)
        assert all(
            any(piece.span in whole.span for whole in quotation.evidence) for piece in quotation.content_evidence
        )


def test_a_speaker_is_named_in_full(read: Read) -> None:
    """A short form and a pronoun stand for the fullest name that the report gives."""
    findings = read("President Marta Soler said the talks had failed. Soler said nobody was to blame.")
    assert [q.speaker.name for q in findings.quotations if q.speaker] == ["Marta Soler", "Marta Soler"]


def test_a_paper_without_an_owner_speaks_itself(read: Read) -> None:
    """The speaker goes by the report's words for it, nobody is guessed."""
    [quotation] = read("A leaked letter says that the mine is unsafe.").quotations
    assert quotation.speaker is not None
    assert quotation.speaker.name == "leaked letter"
    assert quotation.source is not None
    assert quotation.source.quote == "A leaked letter"


def test_a_pronoun_that_nobody_explains_has_no_speaker(read: Read) -> None:
    """An unknown "they" is not given a name."""
    [quotation] = read("They said that the mine is unsafe.").quotations
    assert quotation.speaker is None


def test_nobody_is_his_own_channel(read: Read) -> None:
    """Who says what he said before is speaker, not channel."""
    findings = read("Marta Soler said she had warned that food was short.")
    assert all(q.via is None for q in findings.quotations)


def test_a_quotation_explains_itself(read: Read) -> None:
    """The rule, the cue and the date rule are told."""
    [quotation] = read("The envoy said on Tuesday that the talks had failed.").quotations
    assert (quotation.why.rule, quotation.why.cue) == ("clause", "said")
    assert quotation.why.date_rule


@pytest.mark.parametrize(
    ("text", "plover", "target"),
    [
        ("The United States accused Russia of shelling the market.", "ACCUSE", "Russia"),
        ("Russia threatened to attack Ukraine.", "THREATEN", None),
        ("Ukraine blamed Russia for the raid.", "ACCUSE", "Russia"),
    ],
)
def test_acts_become_events(read: Read, text: str, plover: str, target: str | None) -> None:
    """An accusing or threatening quotation carries its event, with whom it is aimed at."""
    [quotation] = [q for q in read(text).quotations if q.events]
    event = quotation.events[0]
    assert event.plover == plover
    assert target is None or (event.target is not None and event.target.name == target)


def test_plain_words_are_no_event(read: Read) -> None:
    """To say something is no event of its own."""
    assert read("The envoy said that the talks had failed.").quotations[0].events == ()


LENT = [
    ("A statement issued on Monday said the talks had ended.", "2025-05-12"),
    ("Foreign Minister Ana Prelec called on Tuesday for a truce, saying the siege was cruel.", "2025-05-13"),
    ("Envoy Tomas Rey rejected the map on Sunday, adding that it insulted his side.", "2025-05-11"),
]


@pytest.mark.parametrize(("text", "day"), LENT)
def test_a_cue_takes_the_day_of_the_words_it_hangs_on(read: Callable[..., Findings], text: str, day: str) -> None:
    """A participle of saying has the day of its verb, a statement that of its issue."""
    assert day in {q.date.start.isoformat() for q in read(text).quotations if q.date}
