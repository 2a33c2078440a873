"""Saved JSON Feeds."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from dragoman.terms.errors import Refused
from dragoman.terms.report import Report

Took = Callable[..., list[Report | Refused]]
VERSION = "https://jsonfeed.org/version/1.1"


def feed(*items: Any, **more: Any) -> str:
    """Return a feed."""
    return json.dumps(
        {"version": VERSION, "title": "Harbour Post", "home_page_url": "https://e.example/", **more, "items": items},
        indent=1,
    )


def test_an_item_is_a_report(took: Took) -> None:
    """Title, address, days and publisher are the feed's; the item is kept as it came."""
    item = {
        "id": "1",
        "url": "/talks",
        "title": "Envoys meet",
        "content_html": "<p>They met.</p><p>Twice.</p>",
        "summary": "In short.",
        "date_published": "2025-05-14T22:00:00-04:00",
        "date_modified": "2025-05-15T08:00:00Z",
    }
    (report,) = took("feed.json", feed(item))
    assert isinstance(report, Report)
    assert (report.text, report.published) == ("They met.\nTwice.", date(2025, 5, 14))
    assert (report.publisher, report.title, report.url) == ("Harbour Post", "Envoys meet", "https://e.example/talks")
    assert report.updated == "2025-05-15T08:00:00+00:00"
    assert report.raw is not None
    assert json.loads(report.raw) == item


def test_plain_text_counts_before_html(took: Took) -> None:
    """What the feed gives as text is taken as it stands."""
    item = {"content_text": "They met <twice>.\n\nNo word.", "content_html": "<p>x</p>", "date_published": "2025-05-14"}
    (report,) = took("feed.json", feed(item))
    assert isinstance(report, Report)
    assert report.text == "They met <twice>.\n\nNo word."


def test_bad_items_do_not_stop_the_others(took: Took) -> None:
    """No text, no day, no item at all: each is told."""
    taken = took(
        "feed",
        feed({"date_published": "2025-05-14"}, {"content_text": "They met.", "date_modified": "2025-05-14"}, 5,
             {"summary": "They parted.", "date_published": "2025-05-14"}),
    )  # fmt: skip
    assert [t.why if isinstance(t, Refused) else t.text for t in taken] == [
        "has no text",
        "has no publication date; give one with --published YYYY-MM-DD",
        "is no item of a feed",
        "They parted.",
    ]


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (feed(), "is a feed without entries"),
        (feed({"content_text": "They met."})[:-20], "is not a feed that can be read"),
        (json.dumps({"version": VERSION, "items": "x"}), "is a feed without entries"),
    ],
)
def test_what_is_no_feed(took: Took, content: str, why: str) -> None:
    """Each refusal says what is missing."""
    (refused,) = took("feed.json", content)
    assert isinstance(refused, Refused)
    assert refused.why == why
