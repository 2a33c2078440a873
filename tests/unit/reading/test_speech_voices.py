"""Who speaks where the grammar misleads: papers, asides, participles, pronouns, places before a colon."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.terms.findings import Findings, Quotation

Read = Callable[..., Findings]

PAPERS = [
    ("Union president Ivo Lanz issued a statement saying, “We are ready to meet.”", "We are ready", "Ivo Lanz"),
    ("The bridge is shut, according to a report by the Red Cross.", "The bridge is shut", "Red Cross"),
    ("A letter from President Marta Soler said the talks would go on.", "the talks would", "Marta Soler"),
]


@pytest.mark.parametrize(("text", "content", "speaker"), PAPERS)
def test_a_papers_words_are_its_issuers(read: Read, text: str, content: str, speaker: str) -> None:
    """Whoever gives out a statement, a letter or a count says what stands in it."""
    assert _speaker(read(text), content) == speaker


TWO_OFFICES = [
    ("The harbour's vice president and chief negotiator Ana Prelec said the gate was open.", "Ana Prelec"),
    ("The vice president and a top negotiator, Ana Prelec, said the gate was open.", "Ana Prelec"),
    ("The envoy for the peace talks, Ana Prelec, said the gate was open.", "Ana Prelec"),
    ("The mayor and Prime Minister Ana Prelec said the gate was open.", "mayor"),
]


@pytest.mark.parametrize(("text", "speaker"), TWO_OFFICES)
def test_two_offices_of_one_person(read: Read, text: str, speaker: str) -> None:
    """Who has two offices, the second in small letters, speaks by name; two people are two."""
    assert _speaker(read(text), "the gate was") == speaker


PASSED = [
    (
        "A Harbour Ministry statement said the gate was open. “It was time,” the statement said.",
        "It was",
        "Harbour Ministry",
    ),
    ("The mayor’s office released a statement. “Norland shares our aims,” it said.", "Norland", "mayor's office"),
    ("Quay Corp said Ilm Lines had moved. It said the gate was shut.", "the gate", "Quay Corp"),
    ("Quay Corp agreed to pay. Quay Corp also agreed to leave the pier, it said.", "Quay Corp also", "Quay Corp"),
]


@pytest.mark.parametrize(("text", "content", "speaker"), PASSED)
def test_it_and_the_paper_are_who_spoke_and_not_who_is_told_of(
    read: Read, text: str, content: str, speaker: str
) -> None:
    """Behind words "it" is the body that gave them out; a body may also speak of itself."""
    assert _speaker(read(text), content) == speaker


LEADERS = [
    (
        "Sen. Ivo Lanz spoke of prices. The Democratic Senate leader blamed President Marta Soler for the gate.",
        "Ivo Lanz",
    ),
    ("President Marta Soler came to Velm. The dockers’ union leader said the gate was shut.", "union leader"),
]


@pytest.mark.parametrize(("text", "speaker"), LEADERS)
def test_a_head_of_state_is_no_leader_of_a_party_or_union(read: Read, text: str, speaker: str) -> None:
    """Who is blamed in a sentence is not who blames; the words before "leader" tell of whom."""
    assert _the_last(read(text)) == speaker


OPENINGS = [
    (
        "Speaking to reporters in Velm, a tired Ana Prelec, the co-head of the union, said: “We will not go home.”",
        "We will",
    ),
    ("Speaking on radio on Monday, Ana Prelec, deputy head of the port, said that it would open.", "it would"),
]


@pytest.mark.parametrize(("text", "content"), OPENINGS)
def test_an_opening_and_an_office_set_off_are_no_speakers(read: Read, text: str, content: str) -> None:
    """Where it was said, and the body of an office between commas, do not speak."""
    assert _speaker(read(text), content) == "Ana Prelec"


def test_a_paper_without_an_issuer_speaks_itself(read: Read) -> None:
    """A place beside the paper has not said it."""
    found = _the_one(
        read("The pier will reopen, according to notes taken at the hearing in Velm, Norland."), "The pier"
    )
    assert found.speaker is not None
    assert found.speaker.name.startswith("notes")


TOLD_BY = [
    # a participle behind a comma goes on with whoever tells
    (
        "President Marta Soler said that Ivo Lanz will come to the talks, saying Lanz had promised her to come.",
        "Lanz had promised",
        "Marta Soler",
    ),
    # a second cue goes on with the person, not with the land told of
    (
        "Prime Minister Marta Soler said Norland was not in a hurry but stressed that the gate had stayed open.",
        "the gate had",
        "Marta Soler",
    ),
    # an aside stands between the name and the verb
    (
        "Writing on Monday, Ana Prelec — who led the team of the union — described the round as “useful”.",
        "the round as",
        "Ana Prelec",
    ),
    # a place and a colon before the first words
    (
        "City Hall: Mayor Marta Soler on Friday asked the crews to stay in Velm.",
        "the crews",
        "Marta Soler",
    ),
]


@pytest.mark.parametrize(("text", "content", "speaker"), TOLD_BY)
def test_whoever_tells_speaks(read: Read, text: str, content: str, speaker: str) -> None:
    """Words belong to the one who tells them, though the grammar hangs them on somebody told of."""
    assert _speaker(read(text), content) == speaker


SPEAKS_ON = [
    # nobody else acts between the two sayings
    (
        "Minister Marta Ermin said Ivo Lanz will stress the need for calm.\n\n“There is no other way,” she said.",
        "There is no",
        "Marta Ermin",
    ),
    # somebody named in the words themselves is not the speaker
    (
        "Spokesman Ivo Lanz said a letter had come from President Pavel Soler.\n\n“Mr Soler sent word,” he said.",
        "Mr Soler sent",
        "Ivo Lanz",
    ),
]


@pytest.mark.parametrize(("text", "content", "speaker"), SPEAKS_ON)
def test_a_pronoun_right_after_a_saying_speaks_on(read: Read, text: str, content: str, speaker: str) -> None:
    """The "he said" after a saying is its speaker, not somebody told of in it."""
    assert _speaker(read(text), content) == speaker


def test_a_strange_name_is_the_person_told_before(read: Read) -> None:
    """A surname that the grammar takes for a noun stands for the last person of that name."""
    text = "President Oleh Zelennyy arrived on Monday.\n\nZelennyy insisted that the dam would hold."
    assert _speaker(read(text), "the dam would") == "Oleh Zelennyy"


def test_an_owner_is_not_the_one_who_speaks(read: Read) -> None:
    """The spokesman speaks, though the grammar loses his surname, and not the person whose spokesman he is."""
    findings = read("“There is no reason to leave,” Dolvan's spokesman Anton Vesely told reporters on Wednesday.")
    assert _speaker(findings, "There is no reason") == "Anton Vesely"


CONTENTS = [
    # what goes on in the past before the past, or of "it", is still told
    (
        "A friend of the teams said they had left and the mood had been good.",
        "they had left and the mood had been good",
    ),
    ("He said Norland was ready, yet it needed a promise.", "Norland was ready, yet it needed a promise"),
    # what the report itself tells in the past is not
    ("Marta Soler said the talks were over, and the teams left the hall.", "the talks were over"),
    # the subject of the clause is no hearer
    (
        "Ivo Lanz told reporters Soler and Marta Prelec, an aide, would fly to Velm on Monday.",
        "Soler and Marta Prelec, an aide, would fly to Velm on Monday",
    ),
]


@pytest.mark.parametrize(("text", "content"), CONTENTS)
def test_a_content_is_whole(read: Read, text: str, content: str) -> None:
    """A content holds all that is told, and nothing that the report tells itself."""
    assert content in [q.content for q in read(text).quotations]


SILENT = [
    "Divers slept in shifts as the search of the canal continued.",
    "Truce in Velm: Violations continue",
    "Posted at: 10:15 p.m. in Velm",
]


@pytest.mark.parametrize("text", SILENT)
def test_what_goes_on_says_nothing(read: Read, text: str) -> None:
    """Things that continue, and hours of posting, give nobody's words."""
    assert read(text).quotations == ()


def _the_one(findings: Findings, content: str) -> Quotation:
    return next(q for q in findings.quotations if q.content.startswith(content))


def _speaker(findings: Findings, content: str) -> str | None:
    speaker = _the_one(findings, content).speaker
    return None if speaker is None else speaker.name


def _the_last(findings: Findings) -> str | None:
    speaker = findings.quotations[-1].speaker
    return None if speaker is None else speaker.name
