"""Through whom words came, to whom they were said, at whom they are aimed, on which day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from dragoman.reading.grammar.language import Grammar
from dragoman.reading.layout.page import lay_out
from dragoman.reading.read import mark
from dragoman.terms.findings import Findings, Quotation
from dragoman.terms.report import Report

Read = Callable[..., Findings]


def the_one(findings: Findings, content: str) -> Quotation:
    """Return the quotation whose content starts with some words."""
    return next(q for q in findings.quotations if q.content.startswith(content))


VIA = [
    # an outlet reports what somebody said
    ("Reuters reported that President Marta Soler said the talks had failed.", "the talks", "Marta Soler", "Reuters"),
    ("The BBC reports that Foreign Minister Ivo Lanz warned that food was short.", "food", "Ivo Lanz", "BBC"),
    ("President Marta Soler said the talks had failed, according to Reuters.", "the talks", "Marta Soler", "Reuters"),
    ("“The talks failed,” President Marta Soler said, according to Reuters.", "The talks", "Marta Soler", "Reuters"),
    ("President Marta Soler has warned that food is short, as reported by Reuters.", "food", "Marta Soler", "Reuters"),
    # quoted by
    ("Ivo Lanz was quoted by Reuters as saying that the talks had failed.", "the talks", "Ivo Lanz", "Reuters"),
    ("Reuters quoted Ivo Lanz as saying that the talks had failed.", "the talks", "Ivo Lanz", "Reuters"),
    ("Ivo Lanz was cited by the BBC as saying the talks had failed.", "the talks", "Ivo Lanz", "BBC"),
    # one person passes on another's words
    (
        "Spokeswoman Ana Prelec said President Marta Soler had warned that food was short.",
        "food",
        "Marta Soler",
        "Ana Prelec",
    ),
    ("Ana Prelec said that Ivo Lanz insisted that the talks would go on.", "the talks", "Ivo Lanz", "Ana Prelec"),
    (
        "Ivo Lanz told reporters that Marta Soler had promised that the road would open.",
        "the road",
        "Marta Soler",
        "Ivo Lanz",
    ),
]


@pytest.mark.parametrize(("text", "content", "speaker", "via"), VIA)
def test_chains_keep_their_channel(read: Read, text: str, content: str, speaker: str, via: str) -> None:
    """The inner words are their speaker's, and came through whoever tells them."""
    quotation = the_one(read(text), content)
    assert quotation.speaker is not None
    assert quotation.speaker.name == speaker
    assert quotation.via is not None
    assert quotation.via.name == via


@pytest.mark.parametrize(
    "text",
    [
        "President Marta Soler said the talks had failed.",
        "“The talks failed,” President Marta Soler said.",
        "Reuters reported that the talks had failed.",
        "The talks had failed, according to Reuters.",
    ],
)
def test_own_words_have_no_channel(read: Read, text: str) -> None:
    """Who speaks for himself is nobody's channel; an outlet is the speaker of what it reports on its own word."""
    [quotation] = read(text).quotations
    assert quotation.via is None


def test_a_source_of_a_second_clause_is_no_channel(read: Read) -> None:
    """The words "according to" belong to the clause that they hang on."""
    findings = read("The army struck at dawn, the ministry said, and ten people died, according to Reuters.")
    assert {q.source.quote for q in findings.quotations if q.source} >= {"the ministry", "Reuters"}
    assert all(q.via is None for q in findings.quotations)


ADDRESSEE = [
    ("President Marta Soler told Reuters that the talks had failed.", "Reuters"),
    ("Marta Soler told the BBC on Monday that the talks had failed.", "BBC"),
    ("“The talks have failed,” Marta Soler told Reuters.", "Reuters"),
    ("“The talks have failed,” Marta Soler said in an interview with Reuters.", "Reuters"),
    ("Speaking to Reuters, Marta Soler said the talks had failed.", "Reuters"),
    ("Marta Soler informed Ivo Lanz that the talks had failed.", "Ivo Lanz"),
    ("Marta Soler assured Ivo Lanz that the talks would go on.", "Ivo Lanz"),
    ("Ivo Lanz was told by Marta Soler that the talks had failed.", "Ivo Lanz"),
    ("Marta Soler warned Ivo Lanz that the talks might fail.", "Ivo Lanz"),
    ("Marta Soler asked Ivo Lanz whether the talks would go on.", "Ivo Lanz"),
    ("Marta Soler wrote to Ivo Lanz that the talks had failed.", "Ivo Lanz"),
    ("Marta Soler promised Ivo Lanz that the road would open.", "Ivo Lanz"),
]


@pytest.mark.parametrize(("text", "addressee"), ADDRESSEE)
def test_hearers(read: Read, text: str, addressee: str) -> None:
    """To whom something was said, as an object, behind "to", as the subject of a passive, or in an interview."""
    [quotation] = read(text).quotations
    assert quotation.addressee is not None
    assert quotation.addressee.name == addressee


@pytest.mark.parametrize(
    "text",
    [
        "Marta Soler said Ivo Lanz had left.",
        "Marta Soler said that she would talk to Ivo Lanz.",
        "Marta Soler announced that she had told Ivo Lanz everything.",
    ],
)
def test_persons_in_the_content_hear_nothing(read: Read, text: str) -> None:
    """Who is spoken of is not spoken to."""
    assert read(text).quotations[0].addressee is None


DATES = [
    ("The envoy said on Tuesday that the talks had failed.", "2025-05-13"),
    ("The envoy said Tuesday the talks had failed.", "2025-05-13"),
    ("On Tuesday, the envoy said the talks had failed.", "2025-05-13"),
    ("The envoy told reporters on Tuesday that the talks had failed.", "2025-05-13"),
    ("“The talks have failed,” the envoy said on Tuesday.", "2025-05-13"),
    ("“The talks have failed,” the envoy told reporters in Geneva on Tuesday.", "2025-05-13"),
    ("The talks have failed, the envoy said on Tuesday.", "2025-05-13"),
    ("Speaking on Tuesday, the envoy said the talks had failed.", "2025-05-13"),
    ("The envoy said yesterday that the talks had failed.", "2025-05-13"),
    ("The envoy said in a statement on Tuesday that the talks had failed.", "2025-05-13"),
]


@pytest.mark.parametrize(("text", "day"), DATES)
def test_a_day_on_the_cue_dates_the_saying(read: Read, text: str, day: str) -> None:
    """The date phrase that hangs on the cue, wherever it stands."""
    [quotation] = read(text).quotations
    assert quotation.date is not None
    assert quotation.date.start.isoformat() == day


@pytest.mark.parametrize(
    "text",
    [
        "The envoy said that the talks had failed on Tuesday.",
        "The envoy said Tuesday's talks had failed.",
        "The talks will open on Friday, the envoy said.",
        "The envoy said the next round would open on Friday.",
    ],
)
def test_a_day_in_the_content_dates_no_saying(read: Read, text: str) -> None:
    """What is spoken of has its own day."""
    assert read(text).quotations[0].date is None


def test_what_is_added_has_the_day_of_the_statement(read: Read) -> None:
    """What is "added" and a quote that goes on take the day told before; a later plain "said" does not."""
    findings = read(
        "“The talks have failed,” envoy Marta Soler said on Tuesday.\n\n"
        "She added that nobody was to blame.\n\n“We tried everything we could think of.”\n\n"
        "Ivo Lanz said the road was shut."
    )
    days = [None if q.date is None else q.date.start.isoformat() for q in findings.quotations]
    assert days == ["2025-05-13", "2025-05-13", "2025-05-13", None]


def test_what_is_added_has_the_speaker_of_the_statement(read: Read) -> None:
    """A pronoun of "added" stands for whoever spoke before, not for whoever was spoken of."""
    findings = read("Marta Soler said Ivo Lanz had left the talks. She added that nobody was to blame.")
    assert {q.speaker.name for q in findings.quotations if q.speaker} == {"Marta Soler"}


def test_a_report_is_said_by_whoever_reported(read: Read) -> None:
    """A "report said" after an outlet's report is the outlet's."""
    findings = read(
        "The road is shut, Reuters reported. The mine is unsafe too, the report said, adding that lifts had failed."
    )
    assert [q.speaker.name for q in findings.quotations if q.speaker] == ["Reuters"] * 3


ACTS = [
    ("The governor accused the militia of shelling the market.", "accuse"),
    ("The general threatened to close the pass.", "threaten"),
    ("The strikers demanded that the mine be sealed.", "demand"),
    ("The bishop appealed for calm in the city.", "appeal"),
    ("The bishop called for calm in the city.", "appeal"),
    ("The army denied any part in the raid.", "deny"),
    ("The premier promised that pensions would rise.", "promise"),
    ("The office announced that the round would open on Friday.", "announce"),
    ("The bishop condemned the killing of two farmers.", "condemn"),
    ("The union blamed the delay on the owners.", "accuse"),
    ("The mediator proposed that the armies step back.", "propose"),
    ("Aid groups warned that food was running out.", "warn"),
]


@pytest.mark.parametrize(("text", "act"), ACTS)
def test_acts(grammar: Grammar, text: str, act: str) -> None:
    """A cue that does more than tell says what it does."""
    page = lay_out(Report(id="x", published=date(2025, 5, 14), text=text))
    [saying] = mark(next(iter(grammar.parse([page]))), page).sayings
    assert saying.act == act
