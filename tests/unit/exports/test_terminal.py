"""The terminal view: everything that was found, safe to print, as wide as asked."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.exports.terminal import as_terminal
from dragoman.terms.findings import Findings

KINDS = ["MEETINGS", "POSITIONS", "AGREEMENTS", "DELEGATIONS", "QUOTATIONS", "FIGURES", "INCIDENTS", "DATES"]


def test_kinds_come_in_the_readers_order(whole: Callable[..., Findings]) -> None:
    """Meetings come first, dates last."""
    told = as_terminal(whole(), width=100)
    places = [told.index(kind) for kind in KINDS]
    assert places == sorted(places)


@pytest.mark.parametrize(
    "words",
    [
        "Dolvan stays away", "The Halden Courier", "Fri 13 Mar 2026", "news/05.txt", "0123456789abcdef",
        "Summit: Marek Dolvan and Ilse Tarnow", "declined", "in Valletta", "host Malta", "mediated by UN mission",
        "Thu 12 Mar 2026", "“declined on Thursday to meet Ilse Tarnow in Valletta”", "rejects", "condition: only after a truce",
        "Malta: led by Dana Corvin (Defense Minister, Orvania)", "Marek Dolvan said: “We will not kneel,”",
        "more than 2,400 people have been killed", "according to UN mission", "→ Malta: Shells hit the ferry",
        "NOT UNDERSTOOD", "Nobody knows what the mediators want.",
    ],
)  # fmt: skip
def test_all_that_was_found_is_told(whole: Callable[..., Findings], words: str) -> None:
    """Each finding is told with its words, day, facts and evidence."""
    told = " ".join(as_terminal(whole(), width=160).replace("\xa0", " ").split())
    assert words in told


@pytest.mark.parametrize("width", [40, 80, 120])
def test_no_line_is_wider_than_asked(whole: Callable[..., Findings], width: int) -> None:
    """Every line fits."""
    assert max(map(len, as_terminal(whole(), width=width).splitlines())) <= width


def test_offsets_are_those_of_the_text(whole: Callable[..., Findings]) -> None:
    """Evidence is told with its place in the text."""
    findings = whole()
    piece = findings.meetings[0].evidence[0]
    assert f"[{piece.start}–{piece.end}]" in as_terminal(findings, width=200)


def test_it_is_plain_without_colour(whole: Callable[..., Findings]) -> None:
    """Without colour there is no escape sequence; with colour there is."""
    assert "\x1b" not in as_terminal(whole(), color=False)
    assert "\x1b[" in as_terminal(whole(), color=True)


def test_explanations_are_told_when_asked(whole: Callable[..., Findings]) -> None:
    """Rules, cues and codes are told with `explain` only."""
    assert "a-rule" not in as_terminal(whole(), width=120)
    told = as_terminal(whole(), width=120, explain=True)
    assert "rule a-rule" in told
    assert "REJECT/meet 120: Marek Dolvan → Ilse Tarnow" in told


@pytest.mark.parametrize(
    "evil", ["\x1b[31mred", "a\rb", "\u202eright", "[bold]not markup[/bold]", "\x00nul", "half \ud800", "\x9b2J"]
)
def test_hostile_words_do_not_steer_the_terminal(whole: Callable[..., Findings], evil: str) -> None:
    """Escape sequences, control characters and direction marks of a report reach no terminal; markup is told as it is."""
    told = as_terminal(whole(title=evil, warnings=(evil,)), width=80, color=False)
    assert not set(told) & set("\x1b\r\u202e\x00\ud800\x9b")
    told.encode("utf-8")
    if evil.startswith("[bold]"):
        assert evil in told


def test_a_quiet_report_says_so(read: Callable[..., Findings]) -> None:
    """A report without findings says that nothing was found."""
    assert "nothing about a negotiation" in as_terminal(read(""), width=80)
