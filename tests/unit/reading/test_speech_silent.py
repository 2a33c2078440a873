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


@pytest.mark.parametrize(
    ("text", "cues"),
    [
        ("The envoy said the mayor had asked the bakers to wait.", ["said"]),
        ("The envoy said the bakers had promised to wait.", ["said"]),
        ("The envoy said the mayor had called for calm.", ["said"]),
        ("The envoy said the mayor had called for “a long silence”.", ["said", "called for"]),
        ("The envoy said the mayor had denied any debt.", ["said", "denied"]),
        ("The mayor called for calm.", ["called for"]),
        ("The mayor requested that the fair take place in Varn, Reuters reported on Tuesday.", ["requested"]),
    ],
)
def test_what_somebody_is_told_to_have_asked(read: Read, text: str, cues: list[str]) -> None:
    """A demand or a promise told in another's words is a part of these; quoted, denied or told by the report it counts."""
    assert [cue for _, cue, _ in told(read(text))] == cues


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        ("Tarnia kept the tax, which Varn views as a trap.", []),
        ("Tarnia kept the tax, which the mayor described as “a slow poison”.", ["as “a slow poison”"]),
        ("Varn described the tax as a trap.", ["the tax as a trap"]),
        ("The sweeping plan — agreed to in principle by eight bakers — would end the tax.", []),
        ("The mayor agreed that the plan would end the tax.", ["the plan would end the tax"]),
        ("The mayor did not indicate what the plan would cost.", []),
        ("The mayor indicated what the plan would cost.", ["what the plan would cost"]),
    ],
)
def test_which_thing_is_meant(read: Read, text: str, contents: list[str]) -> None:
    """A clause or a participle that only tells which thing is meant gives no words, nor does what was not indicated."""
    assert [content for _, _, content in told(read(text))] == contents


def test_who_announced_behind_a_speaker(read: Read) -> None:
    """A clause on whoever speaks takes none of his quoted words."""
    found = read("“We will stay. The hall is ours,” said the premier, who has announced plans to meet the queen.")
    assert told(found) == [
        ("premier", "said", "We will stay. The hall is ours"),
        ("premier", "announced", "plans to meet the queen"),
    ]
