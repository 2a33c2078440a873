"""Search: which passages are found, what stands in them, page by page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from dragoman.exports.answers.encode import as_json
from dragoman.exports.answers.search import LONGEST, page
from dragoman.exports.answers.terminal import as_text
from dragoman.record.bounds import Bounds
from dragoman.record.filing import Filing
from dragoman.store.opening import create
from dragoman.terms.errors import NotFound
from dragoman.views import search as searching
from dragoman.views.question import Question
from dragoman.views.scope import Scope
from dragoman.views.search import Hit, Hits, search
from tests.conformance.filings import BY, Line, filing

TRUCE = filing(
    "2026-03-08",
    Line("position", "Kestria", "the 45-day truce"),
    Line("meeting", "Mira Vane", "Valletta", date(2026, 3, 12)),
    unread="Nobody spoke of the truce after that.",
    publisher="Aune Post",
    title="A truce is asked for",
)
DAM = filing(
    "2026-03-09",
    Line("position", "Ostland", "the dam"),
    Line("figure", "Mira Vane", "the Truce"),
    publisher="Bay Times",
)
CAFE = filing("2026-03-10", unread="The café, where the truce’s 45 days were counted, is shut.")
CASE = (TRUCE, DAM, CAFE)
Asks = Callable[..., Hits]


@pytest.fixture
def asking(tmp_path: Path) -> Iterator[Callable[..., Asks]]:
    """Make a case of filings and return what searches it."""
    with ExitStack() as stack:

        def make(*filings: Filing, bounds: Bounds = Bounds()) -> Asks:  # noqa: B008 - bounds never change
            store = create(f"sqlite:///{tmp_path / 'record.sqlite'}")
            stack.callback(store.close)
            store.take(filings, **BY)
            shelf = stack.enter_context(store.shelf(bounds))

            def ask(words: str, **asked: Any) -> Hits:
                return search(Scope(shelf), Question(**asked), words=words)

            return ask

        yield make


def quotes(hits: Hits) -> list[str]:
    """Return the words of each hit."""
    return [cited.quote.strip() for hit in hits.items for cited in hit.evidence]


def test_passages_come_with_their_place_and_findings(asking: Callable[..., Asks]) -> None:
    """The latest report first; the span and the words' places count in the report's own text."""
    hits = asking(*CASE)("TRUCE")
    assert [hit.published.day for hit in hits.items] == [10, 9, 8, 8]
    assert [hit.kinds for hit in hits.items] == [(), ("figure",), ("position",), ()]
    texts = {one.id: one.report.text for one in CASE}
    for hit in hits.items:
        (cited,) = hit.evidence
        assert texts[hit.report][hit.start : hit.end] == cited.quote
        assert {texts[hit.report][a:b].casefold() for a, b in hit.matches} == {"truce"}
        assert (cited.claim, cited.start, cited.end) == (None, hit.start, hit.end)
    (found,) = hits.items[2].claims
    assert (found.kind, found.status, found.actors, found.day) == ("position", "demands", ("Kestria",), None)
    assert found.evidence[0].claim == found.id


def test_all_words_count_and_quoted_ones_stand_together(asking: Callable[..., Asks]) -> None:
    """Case and accents do not count, no sign is taken for more than a sign."""
    ask = asking(*CASE)
    assert len(ask("truce cafe").items) == 1
    assert ask("truce dam").items == ()
    assert len(ask('"45-day truce"').items) == 1
    assert ask('"truce 45-day"').items == ()
    for nothing in ("", "…", "* OR NEAR(", '"'):
        assert ask(nothing).items == (), nothing


def test_filters(asking: Callable[..., Asks]) -> None:
    """Days are those of publication; an actor and a kind are those of what was found in the passage."""
    ask = asking(*CASE)
    assert [hit.published.day for hit in ask("truce", first=date(2026, 3, 9)).items] == [10, 9]
    assert [hit.published.day for hit in ask("truce", last=date(2026, 3, 8)).items] == [8, 8]
    assert [hit.published.day for hit in ask("truce", publisher="Bay Times").items] == [9]
    assert [hit.published.day for hit in ask("truce", actor="Mira Vane").items] == [9]
    assert [hit.kinds for hit in ask("truce", kinds=frozenset({"position", "meeting"})).items] == [("position",)]
    assert quotes(ask("Valletta", actor="Vane")) == ["Mira Vane: meeting on Valletta (2026-03-12)."]
    with pytest.raises(NotFound, match="Nobody"):
        ask("truce", actor="Nobody")


def test_bounds_hold(asking: Callable[..., Asks]) -> None:
    """As of a day nothing later is found."""
    assert [hit.published.day for hit in asking(*CASE, bounds=Bounds(as_of=date(2026, 3, 9)))("truce").items] == [
        9,
        8,
        8,
    ]


@pytest.mark.parametrize("filters", [{}, {"kinds": frozenset({"position", "figure"})}, {"actor": "Mira Vane"}])
def test_pages_put_together_are_the_whole(asking: Callable[..., Asks], filters: dict[str, Any]) -> None:
    """Each page goes on where the one before ended, nothing twice and nothing lost, and the last has no cursor."""
    kinds, names = ("position", "figure", "meeting"), ("Mira Vane", "Ostland")
    filings = [
        filing(
            f"2026-03-{day:02}",
            *(Line(kinds[day * n % 3], names[(day + n) % 2], f"truce {day} {n}") for n in range(day * 7 % 6)),
        )
        for day in range(1, 20)
    ]
    ask = asking(*filings)
    whole = ask("truce", limit=1_000, **filters)
    assert whole.next is None
    for limit in (1, 3, 7):
        pages: list[Hit] = []
        after = ""
        for _ in range(200):
            hits = ask("truce", limit=limit, after=after, **filters)
            pages += hits.items
            assert len(hits.items) <= limit
            if hits.next is None:
                break
            after = hits.next
        assert tuple(pages) == whole.items


def test_a_rare_kind_does_not_cost_the_whole_record(
    asking: Callable[..., Asks], monkeypatch: pytest.MonkeyPatch
) -> None:
    """After so many passages a page ends with what it has, and its cursor goes on."""
    monkeypatch.setattr(searching, "MOST_LOOKED", 10)
    monkeypatch.setattr(searching, "_AT_ONCE", 4)
    common = [filing(f"2026-03-{day:02}", Line("figure", "Ostland", f"truce {day}")) for day in range(2, 29)]
    ask = asking(filing("2026-03-01", Line("position", "Ostland", "the truce")), *common)
    looked: list[int] = []
    found: list[Hit] = []
    after = ""
    for _ in range(10):
        hits = ask("truce", kinds=frozenset({"position"}), limit=3, after=after)
        looked.append(hits.looked)
        found += hits.items
        if hits.next is None:
            break
        after = hits.next
    assert looked == [10, 10, 8]
    assert len(found) == 1


def test_an_actor_of_few_reports_is_found_at_once(asking: Callable[..., Asks], monkeypatch: pytest.MonkeyPatch) -> None:
    """Only its own reports are looked at."""
    monkeypatch.setattr(searching, "MOST_LOOKED", 3)
    common = [filing(f"2026-03-{day:02}", Line("figure", "Ostland", f"truce {day}")) for day in range(2, 29)]
    ask = asking(filing("2026-03-01", Line("position", "Mira Vane", "the truce")), *common)
    hits = ask("truce", actor="Vane")
    assert (len(hits.items), hits.looked, hits.next) == (1, 1, None)


def test_a_cursor_that_no_page_gave(asking: Callable[..., Asks]) -> None:
    """It is told."""
    with pytest.raises(NotFound, match="cursor"):
        asking(*CASE)("truce", after="x")


def test_a_page_for_people(asking: Callable[..., Asks]) -> None:
    """Each hit with its words, source, place and findings; a cursor, and what was said where there is nothing."""
    ask = asking(*CASE)
    text = as_text(page(ask("truce", limit=3)), width=100)
    assert "A truce is asked for" in text
    assert "position demands: Kestria p" in text
    assert "“Kestria: position on the 45-day truce (None).” [Aune Post, Sun 8 Mar 2026, 0–45]" in " ".join(text.split())
    assert "more: --after" in text
    assert "no passage in the record holds these words" in as_text(page(ask("nothing of the kind")))
    assert "none of these passages fits" in as_text(page(ask("truce", kinds=frozenset({"incident"}))))
    assert '"matches"' in as_json("search", ask("truce"), Bounds(), None)


def test_of_a_long_passage_the_words_around_are_shown(asking: Callable[..., Asks]) -> None:
    """The part that is shown is whole sentences where they are short enough, and names its own exact place."""
    words = [f"This is sentence {n} of a very long paragraph about nothing." for n in range(60)]
    words[30] = "Here they speak of the truce at last."
    one = filing("2026-03-10", unread=" ".join(words))
    (row,) = page(asking(one)("truce")).blocks[0].rows
    (shown,) = row.cited
    assert shown.quote == one.report.text[shown.start : shown.end]
    assert len(shown.quote) < LONGEST
    assert "Here they speak of the truce at last." in shown.quote
    assert shown.quote.startswith("This is sentence 2")
    assert shown.quote.endswith(".")
