"""The same words find the same passages in the same order, on both databases."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.record.bounds import Bounds
from dragoman.record.filing import Filing, file_report
from dragoman.record.shelf import Passage, Search
from dragoman.store.store import Store
from dragoman.terms.report import Report
from tests.conformance.filings import BY, LATER, findings

TEXTS = {
    "2025-05-10": "Mr. Vanë's 30-day truce holds.\n\nThe truce ends; co-operation goes on.",
    "2025-05-12": "TRUCE TALKS\n\nTalks about a 30 day stop, not day 30. state_of_things",
    "2025-05-14": "Перемирие в силе. Straße and 停戦 hold. Café e\u0301te\u0301 truce",
}


def _filing(day: str, text: str, publisher: str | None = None) -> Filing:
    return file_report(findings(Report(day, date.fromisoformat(day), text, publisher), ()))


FILINGS = [_filing(day, text, f"Paper {day[-1]}") for day, text in TEXTS.items()]


@pytest.fixture
def filled(store: Store) -> Store:
    """A store with the three texts."""
    store.take(FILINGS, **BY)
    return store


def _found(store: Store, words: str, **how: object) -> list[str]:
    with store.shelf() as shelf:
        found = shelf.passages(Search(words=words, **how))  # type: ignore[arg-type]
        for _, passage in found:
            text = TEXTS[passage.card.published.isoformat()]
            assert text[passage.evidence.start : passage.evidence.end] == passage.evidence.quote
        return [passage.evidence.quote.strip()[:9] for _, passage in found]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("truce", ["Перемирие", "TRUCE TAL", "Mr. Vanë'", "The truce"]),
        ("TRUCE holds", ["Mr. Vanë'"]),
        ('"truce holds"', ["Mr. Vanë'"]),
        ('"holds truce"', []),
        ("30-day", ["Talks abo", "Mr. Vanë'"]),
        ('"day 30"', ["Talks abo"]),
        ("vane", ["Mr. Vanë'"]),
        ("VANË’S", ["Mr. Vanë'"]),
        ("strasse 停戦 перемирие", ["Перемирие"]),
        ("cafe ete", ["Перемирие"]),
        ("co-operation", ["The truce"]),
        ("things", ["Talks abo"]),
        ("tru", []),
        ("truc*", []),
        ("truce OR talks", []),
        ("", []),
        ("''--", []),
        ('"', []),
    ],
)
def test_words_are_words(filled: Store, words: str, found: list[str]) -> None:
    """Case, accents and signs do not count; quotation marks make phrases; the latest report stands first."""
    assert _found(filled, words) == found


@pytest.mark.parametrize(
    "words",
    [
        'truce"',
        "truce' OR 1=1",
        "(truce",
        "truce)",
        "NEAR(truce)",
        "truce:*",
        "-truce",
        "held: truce",
        "!truce",
        "truce \x00",
        "truce %s ?",
    ],
)
def test_nothing_in_a_search_is_grammar(filled: Store, words: str) -> None:
    """What is a sign of a query language elsewhere fails nowhere here."""
    _found(filled, words)


def test_filters_and_pages(filled: Store) -> None:
    """Days of publication, publisher and reports narrow a search; `after` goes on where the page before ended."""
    assert _found(filled, "truce", published_first=date(2025, 5, 12)) == ["Перемирие", "TRUCE TAL"]
    assert _found(filled, "truce", published_last=date(2025, 5, 12)) == ["TRUCE TAL", "Mr. Vanë'", "The truce"]
    assert _found(filled, "truce", publisher="Paper 2") == ["TRUCE TAL"]
    assert _found(filled, "truce", reports=frozenset([FILINGS[0].id])) == ["Mr. Vanë'", "The truce"]
    assert _found(filled, "truce", reports=frozenset()) == []
    assert _found(filled, "truce", limit=0) == []
    pages: list[tuple[int, Passage]] = []
    after = None
    with filled.shelf() as shelf:
        while page := shelf.passages(Search(words="truce", limit=1, after=after)):
            after = page[-1][0]
            pages += page
        assert tuple(pages) == shelf.passages(Search(words="truce"))


def test_bounds_hold_for_a_search(filled: Store) -> None:
    """Nothing published or recorded later is found."""
    late = _filing("2025-05-01", "An older truce, found later.")
    filled.take([late], **BY | {"recorded": LATER})
    with filled.shelf(Bounds(as_of=date(2025, 5, 11))) as shelf:
        assert [p.card.published.day for _, p in shelf.passages(Search(words="truce"))] == [10, 10, 1]
    with filled.shelf(Bounds(known_at=BY["recorded"])) as shelf:
        assert {p.card.published.day for _, p in shelf.passages(Search(words="truce"))} == {10, 12, 14}


def test_a_text_without_end_is_searched_in_pieces(store: Store) -> None:
    """One line of a megabyte, one word of ten thousand letters and a thousand times one word are no trouble."""
    long = " ".join(f"word{n}" for n in range(120_000)) + " " + "x" * 10_000 + " " + "again " * 1000
    one = file_report(findings(Report("long", date(2025, 5, 1), long), ()))
    lines = file_report(findings(Report("lines", date(2025, 5, 2), "a truce\n" * 3000), ()))
    store.take([one, lines], **BY)
    with store.shelf() as shelf:
        for words in ("word7", "word90000", '"again again again"', "truce"):
            found = shelf.passages(Search(words=words))
            assert found
            assert words != "word7" or len(found[0][1].evidence.quote) <= 4000
    assert not list(store.check())
