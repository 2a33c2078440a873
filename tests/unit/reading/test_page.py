"""The reading copy: datelines, headlines, paragraphs and odd characters, always at the offsets of the text."""

from __future__ import annotations

import itertools
from datetime import date

import pytest

from dragoman.reading.layout.page import JOINER, Page, lay_out
from dragoman.terms.report import Report
from dragoman.terms.span import Span

STORY = "The two envoys met for an hour and parted without a word."


def page(text: str, *, title: str | None = None, header: Span | None = None) -> Page:
    """Lay out a text."""
    laid = lay_out(Report(id="x", published=date(2025, 5, 14), text=text, title=title, header=header))
    assert len(laid.copy) == len(text)
    return laid


def pieces(laid: Page) -> list[str]:
    """Return what stands between the breaks, without what is blank."""
    edges = (0, *laid.breaks, len(laid.copy))
    words = (" ".join(laid.copy[a:b].split()) for a, b in itertools.pairwise(edges))
    return [w for w in words if w]


DATELINES = [
    ("KYIV, Feb 5 (Reuters) - ", "Feb 5", "Reuters"),
    ("DUBAI, May 21. /TASS/. ", "May 21", "TASS"),
    ("ST. PETERSBURG, May 21. /TASS/. ", "May 21", "TASS"),
    ("CNN — ", None, "CNN"),
    ("(CNN) ", None, "CNN"),
    ("(Reuters) - ", None, "Reuters"),
    ("AP — ", None, "AP"),
    ("BRUSSELS (AP) — ", None, "AP"),
    ("Brussels (AP) — ", None, "AP"),
    ("KINGSPORT, West Norland, April 8 - ", "April 8", None),
    ("BEIJING, August 7 (Xinhua) -- ", "August 7", "Xinhua"),
    ("NAIROBI, Kenya (AP) _ ", None, "AP"),
    ("THE HAGUE, Netherlands (AP)_ ", None, "AP"),
    ("INDEPENDENCE, MO. (AP)-- ", None, "AP"),
    ("HAVANA (AP ) -- ", None, "AP"),
    ("HARTFORD, Conn., Sept. 26 (UPI) — ", "Sept. 26", "UPI"),
    ("Moscow, 5 May (Interfax) - ", "5 May", "Interfax"),
    ("MOSCOW. May 21 (Interfax) - ", "May 21", "Interfax"),
    ("ANKARA (AA) - ", None, "AA"),
    ("TEHRAN – ", None, None),
    ("Tehran, May 21 – ", "May 21", None),
    ("WASHINGTON -- ", None, None),
    ("GAZA CITY — ", None, None),
    ("MOSCOW/KYIV, Feb 5 (Reuters) - ", "Feb 5", "Reuters"),
    ("UNITED NATIONS, Feb. 12, 2019 (AFP) - ", "Feb. 12, 2019", "AFP"),
    ("GENEVA, Wednesday, May 14 — ", "Wednesday, May 14", None),
    ("KHAN YOUNIS, Gaza Strip (AP) — ", None, "AP"),
    ("L'AQUILA, Italy (AP) — ", None, "AP"),
    ("PORT-AU-PRINCE, Haiti (AP) — ", None, "AP"),
    ("TEHRAN, May 21, IRNA – ", "May 21", "IRNA"),
    ("WASHINGTON (The Harbour Wire) — ", None, "The Harbour Wire"),
    ("GENEVA ", None, None),
]


@pytest.mark.parametrize(("dateline", "day", "agency"), DATELINES)
def test_a_dateline_is_furniture_but_for_its_day(dateline: str, day: str | None, agency: str | None) -> None:
    """Place, agency and dash are blanked, the day stays as a paragraph of its own, the agency is told."""
    text = dateline + STORY
    laid = page(text)
    assert pieces(laid) == ([day] if day else []) + [STORY]
    assert (laid.agency.of(text) if laid.agency else None) == agency
    assert [f.kind for f in laid.furniture] == ["dateline"]
    assert laid.furniture[0].span.of(text) == dateline.strip()


@pytest.mark.parametrize(
    ("dateline", "day", "agency"),
    [
        ("KYIV, Feb 5 (Reuters) - ", "Feb 5", "Reuters"),
        ("ST. PETERSBURG, May 21. /TASS/. ", "May 21", "TASS"),
        ("BRUSSELS (AP) — ", None, "AP"),
    ],
)
@pytest.mark.parametrize(
    "title", ["Envoys meet in the harbour again", "Envoys meet, and part. ", "Norland Says No to Sudria"]
)
def test_a_dateline_behind_a_title_on_the_same_line(dateline: str, day: str | None, agency: str, title: str) -> None:
    """The title ends where the dateline starts."""
    text = f"{title} {dateline}{STORY}"
    laid = page(text)
    assert pieces(laid) == [title.strip(), *([day] if day else []), STORY]
    assert laid.agency is not None
    assert laid.agency.of(text) == agency


def test_a_dateline_may_stand_alone_on_its_line() -> None:
    """Wire copy of the nineties puts the dateline on a line of its own, under a title."""
    laid = page(f"Envoys meet again\n\nNAIROBI, Kenya (AP) _\n\n{STORY}")
    assert pieces(laid) == ["Envoys meet again", STORY]


def test_each_report_of_a_digest_has_its_dateline() -> None:
    """A later paragraph has a dateline where it names an agency."""
    laid = page(f"GENEVA, May 3 (Reuters) - {STORY}\n\nROME, May 4 (Reuters) - {STORY}")
    assert pieces(laid) == ["May 3", STORY, "May 4", STORY]


@pytest.mark.parametrize(
    "text",
    [
        "NATO Secretary General Ana Berg met the envoys.",
        "UNICEF Director Ana Berg met the envoys.",
        "NATO — which was founded long ago — met.",
        "Norland (population two million) met Sudria.",
        "Ana Berg (Labour) said no.",
        "Norland - backed by Sudria - said no.",
        "EU-led talks went on.",
        "U.S.-backed talks went on.",
        "On Monday, May 5 - a holiday - the envoys met.",
        "Monday, May 5 - The envoys met.",
        "The AP - an agency - said so.",
        "CNN reported that the envoys met.",
        "EXCLUSIVELY for members, the club met.",
    ],
)
def test_a_sentence_that_looks_like_a_dateline_is_read(text: str) -> None:
    """No word of the story is taken for a dateline."""
    laid = page(text)
    assert laid.copy == text
    assert laid.furniture == ()


def test_the_agency_that_signs_stands_for_a_dateline_without_one() -> None:
    """Under a dateline that names no agency, the credit at the end does."""
    text = f"KINGSPORT, April 8 - {STORY}\n REUTER"
    laid = page(text)
    assert laid.agency is not None
    assert laid.agency.of(text) == "REUTER"


def test_hard_wrapped_lines_are_joined_and_indents_start_paragraphs() -> None:
    """Lines that break off at the paper's edge go on; an indented line starts a paragraph."""
    text = (
        "KINGSPORT, April 8 - Talks between the dockers' union and\n"
        "the harbour's owners over night work broke off without any\n"
        "result, a spokesman of the union said on Tuesday evening.\n"
        "    The union, the largest of the coast, asks for two free\n"
        "nights a week and for a rise in pay by four pct from June.\n"
        "    Both sides said that they would not meet again.\n"
    )
    assert pieces(page(text)) == [
        "April 8",
        (
            "Talks between the dockers' union and the harbour's owners over night work broke off without any result, a "
            "spokesman of the union said on Tuesday evening."
        ),
        "The union, the largest of the coast, asks for two free nights a week and for a rise in pay by four pct from June.",
        "Both sides said that they would not meet again.",
    ]


def test_wrapped_paragraphs_between_blank_lines() -> None:
    """A blank line starts a paragraph in wrapped text too."""
    text = "The envoys of the two states met in the old harbour town\nand parted late.\n\nThey will meet again in a week, a man close to the\ntalks said there."
    assert len(pieces(page(text))) == 2


def test_lines_are_paragraphs_where_nothing_is_wrapped() -> None:
    """Each line of an unwrapped text is a paragraph, a title without a full stop too."""
    lines = [
        "Envoys meet again",
        STORY,
        "Sudria stays away",
        "The ministry of Sudria said that it saw no use in talks.",
    ]
    assert pieces(page("\n".join(lines))) == lines


def test_a_sentence_broken_by_links_is_joined() -> None:
    """A line that starts with a small letter under an unfinished one goes on, as where links were cut out of a page."""
    assert pieces(page("The ministry had\nrepeatedly\nsaid no, and then\nyes.\nIt met.")) == [
        "The ministry had repeatedly said no, and then yes.",
        "It met.",
    ]


def test_carriage_returns_and_other_line_ends() -> None:
    """Line ends of other systems end lines as well."""
    assert pieces(page("One met.\r\nTwo met.\rThree met.\u2028Four met.\x85Five met.")) == [
        *("One met.", "Two met.", "Three met.", "Four met.", "Five met."),
    ]


@pytest.mark.parametrize(
    ("title", "lead"),
    [
        ("Norland Rejects New Offer", "The foreign ministry of Norland said so on Monday."),
        ("As Truce Holds, Sudria Pulls Back From the Coast", "After nearly a month of fighting, the truce holds."),
        ("Norland And Sudria Agree To Meet", "In a statement, both sides named the harbour town."),
    ],
)
def test_a_title_in_title_case_ends_before_the_lead(title: str, lead: str) -> None:
    """A headline of capitals ends where a sentence in plain case begins."""
    assert [piece.lower() for piece in pieces(page(f"{title} {lead}"))] == [title.lower(), lead.lower()]


@pytest.mark.parametrize(
    "sentence",
    [
        "Norland Foreign Minister Ana Berg and Sudria President Tom Okoro met in the harbour.",
        "President Ana Berg said on Monday that The Harbour Post was wrong.",
        "Foreign Minister Ana Berg, who leads the team, met The Friends of the Sea.",
    ],
)
def test_a_lead_full_of_names_is_no_headline(sentence: str) -> None:
    """Names with offices stay in their sentence."""
    assert pieces(page(sentence)) == [sentence]


@pytest.mark.parametrize(
    ("title", "lead"),
    [
        (
            "Truce on the coast enters second week as boats return",
            "The harbour of Norland is open again, officials said.",
        ),
        ("Death toll in Sudria floods climbs to 119", "At least 12 more people were found on Monday, rescuers said."),
        (
            "Norland team lands in Port Sol for truce talks ",
            " Norland's envoys came to Port Sol on Saturday, they said.",
        ),
    ],
)
def test_a_title_in_sentence_case_ends_before_the_lead(title: str, lead: str) -> None:
    """A capital on a small word in the middle of a sentence, or a wide gap, begins the story on a page of one line."""
    assert pieces(page(f"{title} {lead}")) == [title.strip(), lead.strip()]


@pytest.mark.parametrize(
    "sentence",
    [
        "The rebels told the newspaper The Coast on Monday that they would not sign.",
        "The ministry said cases of hepatitis A had doubled since the truce began in May.",
        "The envoys said they would meet again in the capital of Norland, The Hill, on Friday.",
    ],
)
def test_a_name_in_a_lead_begins_no_story(sentence: str) -> None:
    """What begins a name begins no sentence."""
    assert pieces(page(sentence)) == [sentence]


def test_the_reports_own_title_ends_its_headline() -> None:
    """Where the title is known, it is a paragraph of its own, whatever its case and spacing."""
    title = "Envoys of Norland meet, then part"
    assert pieces(page(f"Envoys of  Norland meet, then part {STORY}", title=title)) == [title, STORY]


def test_wide_gaps_start_sentences() -> None:
    """On a one-line text two spaces stand for the end of a paragraph, but not behind a title of address."""
    text = 'They met on Monday.  No text was signed.   "We go on," said Mr.  Berg, who was tired.'
    assert pieces(page(text)) == [
        *("They met on Monday.", "No text was signed.", '"We go on," said Mr. Berg, who was tired.'),
    ]


def test_the_header_is_blanked() -> None:
    """What stands before the story is never read."""
    text = " date 2025-05-14 " + STORY
    laid = page(text, header=Span(0, 17))
    assert pieces(laid) == [STORY]
    assert [(f.kind, f.span) for f in laid.furniture] == [("header", Span(0, 17))]


@pytest.mark.parametrize(
    ("text", "copy"),
    [
        ("in\u00a0Rome", "in Rome"),
        ("in\u202fRome\u3000now", "in Rome now"),
        ("\ufeffRome", " Rome"),
        ("Ro\u200bme", f"Ro{JOINER}me"),
        ("Ro\u00adme and\u200b Oslo", f"Ro{JOINER}me and  Oslo"),
        ("R\x00o\x00m\x00e\x00", f"R{JOINER}o{JOINER}m{JOINER}e "),
        ("\u200fRome\u200e.", " Rome ."),
        ("\u2067Rome\u2069", " Rome "),
        ("Rome\ud800", "Rome\ufffd"),
        ("Rome\x07Oslo", "Rome Oslo"),
        ("“Rome” ‘Oslo’ ``Bern''", "“Rome” ‘Oslo’ ``Bern''"),
        ("Zürich, Łódź", "Zürich, Łódź"),
        ("Quay Lines <QUAY.L> said", "Quay Lines          said"),
        ("<Quay Corp> said", " Quay Corp  said"),
        ("a < b and b > c", "a < b and b > c"),
        ("\U0001f54a Rome", "\U0001f54a Rome"),
    ],
)
def test_odd_characters_are_replaced_one_for_one(text: str, copy: str) -> None:
    """Spaces become spaces, what has no width keeps its word whole, quotation marks and letters stay."""
    assert page(text).copy == copy


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "\x00", "\ud800", " " * 5_000, "\n" * 5_000, '"' * 5_000, "A" * 5_000]
)
def test_texts_of_nothing(text: str) -> None:
    """A text without words has a page."""
    assert not page(text).copy.strip(' \n"A\ufffd')


def test_breaks_rise_and_stay_in_the_text() -> None:
    """Breaks are in order, without repeats, inside of the text."""
    laid = page(
        f"Envoys Meet In The Harbour The envoys came.\n\nKYIV, Feb 5 (Reuters) - {STORY}  They left.\n* list 1 of 3One"
    )
    assert list(laid.breaks) == sorted(set(laid.breaks))
    assert all(0 <= b <= len(laid.copy) for b in laid.breaks)


@pytest.mark.parametrize(
    ("text", "story"),
    [
        (
            f"Envoys Part Without A Word Enlarge this image toggle caption Ann Roe/AP Ann Roe/AP {STORY}",
            ["Envoys Part without A Word", STORY],
        ),
        (
            "They parted. Story Continued Below The rain stopped.",
            ["They parted.", "The rain stopped."],
        ),
        (
            "They parted. Related article Norland says the harbour will stay shut Minister Ana Berg, who was there, left.",
            ["They parted.", "Minister Ana Berg, who was there, left."],
        ),
        (
            f"Story highlights Envoys part without a word The rain in the harbour goes on (CNN) {STORY}",
            ["Envoys part without a word", "The rain in the harbour goes on", STORY],
        ),
        (
            "It rains again. — Ann Roe (@annroe) May 2, 2025 Ministers left at noon.",
            ["It rains again. — Ann Roe (@annroe) May 2, 2025", "Ministers left at noon."],
        ),
        (f"Tel Oro, Norland CNN — {STORY}", [STORY]),
    ],
)
def test_a_flattened_page_falls_into_its_paragraphs(text: str, story: list[str]) -> None:
    """What stood between two paragraphs parts them, and the headline of another story is none of this one."""
    assert pieces(page(text)) == story


def test_an_aside_does_not_part_its_sentence() -> None:
    """What a page puts into a sentence leaves it whole."""
    assert len(pieces(page("They parted (PHOTOS: The old harbour) at noon."))) == 1
