"""Furniture by kind: seen for what it is, and never eating a sentence of the story."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.reading.layout.page import Page, lay_out
from dragoman.reading.lexicon import load
from dragoman.terms.report import Report

STORY = "The two envoys met for an hour and parted without a word."


def page(text: str) -> Page:
    """Lay out a text."""
    return lay_out(Report(id="x", published=date(2025, 5, 14), text=text))


LINES = [
    ("By Mara Lindqvist", "byline"),
    ("BY MARA LINDQVIST", "byline"),
    ("By Mara Lindqvist and Tom de Groot, Associated Press", "byline"),
    ("By Mara Lindqvist in Geneva and Tom Okoro in Rome", "byline"),
    ("By Mara Lindqvist | May 14, 2025", "byline"),
    ("Mara Lindqvist, BBC News", "byline"),
    ("(Reporting by Mara Lindqvist; Editing by Tom Okoro)", "credit"),
    ("Reporting by Mara Lindqvist in Geneva and Tom Okoro; Editing by Ann Roe", "credit"),
    ("(Additional reporting by Mara Lindqvist and Tom Okoro; Writing by Ann Roe)", "credit"),
    ("Mara Lindqvist in Geneva contributed to this report.", "credit"),
    ("REUTER", "credit"),
    ("REUTERS", "credit"),
    ("AFP", "credit"),
    ("Source", "credit"),
    ("Enlarge this image toggle caption Mara Lindqvist/AP Mara Lindqvist/AP", "caption"),
    ("The minister leaves the hall in the old harbour town [File: Mara Lindqvist/AFP]", "caption"),
    ("Envoys shake hands on Monday (Mara Lindqvist/Getty Images)", "caption"),
    ("Photo: Mara Lindqvist/AFP", "caption"),
    ("Image caption The minister leaves the hall", "caption"),
    ("This post was updated at 4:15 p.m. ET.", "update"),
    ("Updated at 5:35 p.m. ET", "update"),
    ("Updated May 14, 2025 at 10:20 GMT", "update"),
    ("Last updated on 14 May 2025", "update"),
    ("Published 14 May 2025", "update"),
    ("Read more", "link"),
    ("READ MORE: Why the harbour matters", "link"),
    ("Read the full story here.", "link"),
    ("RELATED: Who is who at the talks", "link"),
    ("Related stories", "link"),
    ("Story continues below", "link"),
    (
        "To view this video please enable JavaScript or get a player for HTML5 video",
        "player",
    ),
    ("This video can not be played", "player"),
    ("We use cookies to make this site better for you.", "cookies"),
    ("By continuing to use this site you agree to our use of cookies.", "cookies"),
    ("Accept all cookies", "cookies"),
    ("© 2025 The Harbour Post", "copyright"),
    ("Copyright 2025 The Harbour Post. All rights reserved.", "copyright"),
    ("This material may not be published, broadcast, rewritten or redistributed.", "copyright"),
    ("Share on Facebook", "share"),
    ("Facebook Twitter WhatsApp Email", "share"),
    ("Share this article", "share"),
    ("Sign up for our morning newsletter", "share"),
    ("Follow us on Telegram", "share"),
    ("5 min read", "share"),
    ("ADVERTISEMENT", "label"),
    ("Advertisement", "label"),
]


@pytest.mark.parametrize(("line", "kind"), LINES)
@pytest.mark.parametrize("place", ["first", "last"])
def test_a_line_of_furniture_is_blanked(line: str, kind: str, place: str) -> None:
    """The line is told by its kind and gone from the copy; the story beside it stays whole."""
    text = f"{line}\n{STORY}" if place == "first" else f"{STORY}\n\n{line}"
    laid = page(text)
    assert laid.copy.split() == STORY.split()
    assert [(f.kind, f.span.of(text)) for f in laid.furniture] == [(kind, line)]


@pytest.mark.parametrize(
    ("text", "kind", "furniture", "story"),
    [
        (
            f"{STORY} (Reporting by Ann Roe; Editing by Tom Okoro)",
            "credit",
            "(Reporting by Ann Roe; Editing by Tom Okoro)",
            STORY,
        ),
        (
            f"{STORY} Reporting by Ann Roe; Editing by Tom Okoro",
            "credit",
            "Reporting by Ann Roe; Editing by Tom Okoro",
            STORY,
        ),
        (f"{STORY} Read more", "link", "Read more", STORY),
        (f"{STORY} Click here to read the paper.", "link", "Click here to read the paper.", STORY),
        (f"{STORY} © 2025 The Harbour Post", "copyright", "© 2025 The Harbour Post", STORY),
        (f"* list 1 of 3{STORY}", "marker", "* list 1 of 3", STORY),
        (f"• {STORY}", "marker", "• ", STORY),
        (f"-- {STORY}", "marker", "-- ", STORY),
        (f"BREAKING: {STORY}", "label", "BREAKING: ", STORY),
        (f"UPDATE 2-{STORY}", "label", "UPDATE 2-", STORY),
        (f"Updated at 5 p.m. ET: {STORY}", "update", "Updated at 5 p.m. ET:", STORY),
        (f"Envoys at the gate [File: Ann Roe/AFP] {STORY}", "caption", "Envoys at the gate [File: Ann Roe/AFP]", STORY),
        (f"{STORY} [File: Ann Roe/AFP] It rained.", "caption", "[File: Ann Roe/AFP]", f"{STORY} It rained."),
        (f"{STORY} (Ann Roe/Reuters) It rained.", "caption", "(Ann Roe/Reuters)", f"{STORY} It rained."),
        (f"{STORY} Ann Roe/AFP/Getty Images It rained.", "caption", "Ann Roe/AFP/Getty Images", f"{STORY} It rained."),
        (f"{STORY} | Ann Roe/POLITICO It rained.", "caption", "| Ann Roe/POLITICO", f"{STORY} It rained."),
        (f"Getty Images {STORY}", "caption", "Getty Images", STORY),
        (f"Ann Roe and Tom Okoro USA TODAY {STORY}", "byline", "Ann Roe and Tom Okoro USA TODAY", STORY),
        (f"{STORY} Story Continued Below It rained.", "label", "Story Continued Below", f"{STORY} It rained."),
        (f"{STORY} ADVERTISEMENT “It rains,” he said.", "label", "ADVERTISEMENT", f"{STORY} “It rains,” he said."),
        (f"SHARE THIS ARTICLE Share Tweet Email {STORY}", "share", "SHARE THIS ARTICLE Share Tweet Email ", STORY),
        (
            f"{STORY} JUST WATCHED Rain in Oslo Replay More Videos ... MUST WATCH Rain in Oslo 02:10 It rained.",
            *("player", "JUST WATCHED Rain in Oslo Replay More Videos ... MUST WATCH Rain in Oslo 02:10"),
            f"{STORY} It rained.",
        ),
        (
            f"{STORY} Related article Envoys push for a truce in the old harbour The rain stopped.",
            *("teaser", "Related article Envoys push for a truce in the old harbour "),
            f"{STORY} The rain stopped.",
        ),
        (
            "They blamed President Roe Ann Mary RoeRoe leaves Oslo Envoys wait for Roe MORE for the rain.",
            *(
                "aside",
                "Ann Mary RoeRoe leaves Oslo Envoys wait for Roe MORE",
                "They blamed President Roe for the rain.",
            ),
        ),
        (
            f"[Editor's note: This story has a new head.] {STORY}",
            "note",
            "[Editor's note: This story has a new head.]",
            STORY,
        ),
    ],
)
def test_furniture_at_the_edge_of_a_paragraph(text: str, kind: str, furniture: str, story: str) -> None:
    """On one line with the story only the furniture is blanked."""
    laid = page(text)
    assert laid.copy.split() == story.split()
    assert [(f.kind, f.span.of(text)) for f in laid.furniture] == [(kind, furniture)]


@pytest.mark.parametrize(
    "sentence",
    [
        "By Monday both sides had agreed to meet.",
        "By Friday",
        "Updated figures show 20 people were freed.",
        "Update on the truce: 20 people were freed in 2025.",
        "Reporting by Ann Roe showed that 40 people had been freed.",
        "Reporting from the border has been hard.",
        "Editing was done in Rome.",
        "Read more books, the minister said.",
        "The minister said he would read more.",
        "Share prices fell on Monday.",
        "Follow the money, she said.",
        "We use cookies and tea to break the ice, the envoy said.",
        "Copyright talks between the two states broke down.",
        "Photographs of the signing were handed out.",
        "He said [the ministry] would sign and/or wait.",
        "They met (the first time since March).",
        "Envoys are set to meet in the harbour town. (ANI/Xinhua)",
        "The list of 3 captives was handed over.",
        "Source code was stolen, the ministry said.",
        "Sources said the talks would go on.",
        "Accept the offer, the president told them.",
        "Advertisement of the talks was forbidden.",
        "She saw the post on Twitter and Facebook.",
        "Ana Berg told CNN The Hague was full.",
        "The Norland/Sudria talks (old and/or new) went on.",
        "A related article of the treaty was struck out.",
        "Ms. Roe asked Ann Roe for MORE time.",
        "Watch out for the second round, an envoy said.",
        "Related talks took place in Rome.",
        "Subscribe to the accord, she urged them.",
        "More than 40 people were freed - a record.",
        "Live fire was heard at the gate.",
        "AFP reported that the envoys met.",
        "Reuters could not verify the claim.",
        "Comments by the minister angered Sudria.",
        "Save the truce, he begged.",
        "I accept the offer.",
        "I agree.",
    ],
)
def test_a_sentence_of_the_story_is_never_furniture(sentence: str) -> None:
    """In doubt words are story."""
    for text in (sentence, f"{STORY}\n\n{sentence}\n\n{STORY}", f"{STORY} {sentence}"):
        laid = page(text)
        assert laid.copy.split() == text.split()
        assert laid.furniture == ()


def _entry(sense: str) -> dict[str, str]:
    found: dict[str, str] = next(e for e in load("datelines")["entry"] if e["sense"] == sense)
    return found


def _kinds(text: str) -> list[str]:
    return [f.kind for f in page(text).furniture]


def test_the_lexicon_of_datelines_holds_its_examples() -> None:
    """An agency and a city open a dateline; a word that is no place does not."""
    assert _kinds(_entry("agency")["example"]) == ["dateline"]
    assert _kinds(_entry("agency")["counter"]) == []
    assert _kinds(_entry("city")["example"]) == ["dateline"]
    assert _kinds(_entry("city")["counter"]) == []
    assert "dateline" not in _kinds(_entry("no-place")["example"])
    assert _kinds(_entry("no-place")["counter"]) == ["dateline"]
