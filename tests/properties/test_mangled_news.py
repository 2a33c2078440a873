"""News that went through bad hands: words shuffled, sentences cut, marks doubled, spaces lost. It is read without a fault."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from random import Random  # noqa: TID251 - seeded by Hypothesis, which repeats what it drew

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.assembly import Reader
from dragoman.exports.json import as_dict, as_json
from dragoman.samples import sample_paths
from dragoman.terms.report import Report

Mangle = Callable[[str, Random], str]
DAY = date(2025, 5, 14)
STORIES = [p.read_text(encoding="utf-8")[:2500] for p in sorted(sample_paths()) if p.suffix == ".txt"]
ODD = (
    *(
        "\U0001f54a\ufe0f",
        "محادثات السلام",
        "会谈将于周一举行。",
        "\u200f",
        "| a | b | 3 |\n",
        "* ",
        "1. \n",
        "“",
        "”",
        '"',
        "'s",
    ),
    *(
        "²",
        "٣ March",
        "March ½",
        "①",
        "²⁰²⁵",
        "Jan ²",
        "12,00,,0",
        "1.2.3",
        "$",
        "€5bn",
        "İzmir",
        "...",
        "said that",
        "(",
        "]",
    ),
)


def _shuffled(text: str, draw: Random) -> str:
    words = text.split(" ")
    draw.shuffle(words)
    return " ".join(words)


def _cut(text: str, draw: Random) -> str:
    return ". ".join(s[draw.randrange(len(s) // 2 + 1) :] for s in text.split(". "))


def _strewn(text: str, draw: Random) -> str:
    return " ".join(word if draw.random() < 0.9 else f"{word} {draw.choice(ODD)}" for word in text.split(" "))


def _thinned(text: str, draw: Random) -> str:
    return " ".join(word for word in text.split(" ") if draw.random() < 0.75)


def _joined(text: str, draw: Random) -> str:
    return "".join(c for c in text if c != " " or draw.random() < 0.9)


def _broken(text: str, draw: Random) -> str:
    return "".join("\n" if c == " " and draw.random() < 0.1 else c for c in text)


def _stretched(text: str, draw: Random) -> str:
    at = draw.randrange(len(text) + 1)
    return text[:at] + "\n" * 5000 + text[at:]


MANGLES: tuple[Mangle, ...] = (
    *(_shuffled, _cut, _strewn, _thinned, _joined, _broken, _stretched),
    lambda text, _: text.upper(),
    lambda text, _: text.lower(),
    lambda text, _: text.title(),
    lambda text, _: text.replace('"', '""').replace(" said", " ” said “"),
    lambda text, _: text.replace(".", "").replace(",", ""),
    lambda text, _: text.replace(" ", ""),
)


@given(
    st.integers(0, len(STORIES) - 1),
    st.lists(st.integers(0, len(MANGLES) - 1), min_size=1, max_size=3),
    st.integers(0, 10_000),
)
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
def test_mangled_news_is_read(reader: Reader, number: int, mangles: list[int], seed: int) -> None:
    """However a dispatch was mangled, it is read, written as one line, and its evidence is exact."""
    draw, story = Random(seed), STORIES[number]
    for mangle in mangles:
        story = MANGLES[mangle](story, draw)
    (findings,) = reader.read([Report(id="mangled", published=DAY, text=story)])
    assert "\n" not in as_json(findings, explain=True)
    for actor in as_dict(findings)["actors"]:
        assert all(story[m["start"] : m["end"]] == m["quote"] for m in actor["mentions"])
