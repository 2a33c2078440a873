"""Verbs of speech that give nobody's words, and who speaks behind "it", a paper or a number."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.terms.findings import Findings

Read = Callable[..., Findings]


def told(found: Findings) -> list[tuple[str | None, str, str]]:
    """Speaker, cue and content of the quotations of a report."""
    return [(q.speaker.name if q.speaker else None, q.cue, q.content) for q in found.quotations]


@pytest.mark.parametrize(
    "text",
    [
        "The rebels announced a breakthrough in the talks.",
        "The two leaders shook hands at a press conference announcing a deal between both armies.",
        "Announcing the trip to Varn, Minister Dara Voss smiled.",
        "It is believed that the talks have collapsed.",
        "The minister spoke, asking not to be named.",
    ],
)
def test_no_words_told(read: Read, text: str) -> None:
    """A bare noun after "announce", a belief of nobody and a wish to stay unnamed are no quotations."""
    assert told(read(text)) == []


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The rebels announced that they had freed the crew.", "they had freed the crew"),
        ("The rebels announced “a new start”.", "a new start"),
        ("The rebels announced plans to leave the valley.", "plans to leave the valley"),
    ],
)
def test_announced_words(read: Read, text: str, content: str) -> None:
    """An announcement that tells something, or is quoted, stays a quotation."""
    assert [c for _, _, c in told(read(text))] == [content]


def test_citing_people_is_no_saying(read: Read) -> None:
    """Whom an outlet cites is its source, not its words."""
    found = read("Citing three officials, the Sehl Times reported that the leaders would meet in June.")
    assert [(cue, content) for _, cue, content in told(found)] == [("reported", "the leaders would meet in June")]


@pytest.mark.parametrize(
    "text",
    [
        "Norland's foreign ministry said that the talks would resume. “They will open on Tuesday,” it added.",
        "Norland's foreign ministry said that the talks would resume. It added that both armies had agreed.",
        "The talks will resume, according to Norland's foreign ministry. Both armies have agreed, it said.",
    ],
)
def test_it_is_the_body_before(read: Read, text: str) -> None:
    """ "it said", "it added" go on with the body that spoke before."""
    speakers = [speaker for speaker, _, _ in told(read(text))]
    assert len(speakers) == 2
    assert speakers[0] is not None
    assert speakers[0] == speakers[1]


def test_a_paper_speaks_for_its_office(read: Read) -> None:
    """A statement of a body is the body's saying."""
    found = read("A State Department statement issued on Monday said that the envoy had left for Doha.")
    assert told(found)[0][0] == "State Department"


@pytest.mark.parametrize(
    ("text", "end"),
    [
        (
            "Marta Soler said that the mill, shut since May, had been flooded, a charge the owner rejected.",
            "flooded",
        ),
        ("She repeated that the day is not set, and her union is ready to go on.", "go on"),
        ("The firm said its board rejected the bid but said it would hold talks.", "bid"),
        ("The envoy said that the door is open, and the union warned that it would strike.", "open"),
    ],
)
def test_ends_of_contents(read: Read, text: str, end: str) -> None:
    """A content goes over relative clauses and a second clause in the present, and stops before the reporter's own word."""
    assert told(read(text))[0][2].endswith(end)


def test_said_but_said_are_two(read: Read) -> None:
    """Two cues of one speaker give two sayings of the same speaker."""
    found = told(read("Versum Inc. said its board rejected the bid but said it would hold talks."))
    assert [(speaker, cue) for speaker, cue, _ in found] == [("Versum Inc.", "said"), ("Versum Inc.", "said")]


def test_participle_goes_to_who_tells(read: Read) -> None:
    """ "adding …" behind a thing's doing belongs to whoever tells of it."""
    found = told(read("Ilan Trask said that the river was rising, adding the levee was a “last line” for the town."))
    assert [speaker for speaker, _, _ in found] == ["Ilan Trask", "Ilan Trask"]


@pytest.mark.parametrize(
    "text",
    ["Norland said it believes the plan is fair.", "Norland said it views the talks as a chance to “end the war”."],
)
def test_own_thought_is_one_saying(read: Read, text: str) -> None:
    """What somebody says he thinks is told once."""
    assert [cue for _, cue, _ in told(read(text))] == ["said"]


def test_day_before_a_cue_is_no_source(read: Read) -> None:
    """A day between an outlet and its verb does not speak."""
    found = told(read("The cancellation came as Reuters had earlier on Friday reported the truce would be extended."))
    assert [speaker for speaker, _, _ in found] == ["Reuters"]
