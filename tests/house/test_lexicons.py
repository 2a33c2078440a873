"""Every entry of every lexicon and codebook has an example and a counter-example, and both are run."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest

from dragoman.assembly import Reader
from dragoman.reading.read import read_reports
from dragoman.resolving.resolve import resolve
from dragoman.terms.report import Report
from tests.house.lexicons import RUNNERS, Entry, Trial, codes, entries

LEXICON = list(entries("dragoman.reading.lexicon"))
CODEBOOK = list(entries("dragoman.resolving.codebook"))
# Lexicons whose entries are run by the unit tests of the part that reads them.
ELSEWHERE = {
    "datelines": "tests/unit/reading/test_furniture.py",
    "figures": "tests/unit/reading/test_figures.py",
    "levels": "tests/unit/reading/test_levels.py",
    "talks": "tests/unit/reading/test_talks.py",
    "tenses": "tests/unit/reading/test_datephrases.py",
    "topic": "tests/unit/reading/test_topic.py",
}


def _try(reader: Reader, texts: Iterable[str]) -> dict[str, Trial]:
    """Read every sentence once."""
    reports = [Report(id=text, published=date(2025, 5, 14), text=text) for text in dict.fromkeys(texts)]
    return {
        report.text: Trial(report.text, reading, resolve(report, reading, reader.codebook))
        for report, reading in read_reports(reports, reader.grammar)
    }


@pytest.mark.parametrize("entry", [*LEXICON, *CODEBOOK], ids=lambda entry: entry.place)
def test_every_entry_has_an_example_and_a_counter_example(entry: Entry) -> None:
    """An entry shows what it means and what it does not, in two different sentences."""
    example, counter = entry.table.get("example", ""), entry.table.get("counter", "")
    assert example.strip()
    assert counter.strip()
    assert example != counter


def test_every_lexicon_is_run() -> None:
    """No lexicon lies about unread: its entries are tried here or in a test that is named here."""
    names = {entry.file for entry in LEXICON}
    assert names == set(RUNNERS) | set(ELSEWHERE)
    assert not [path for path in ELSEWHERE.values() if not Path(path).exists()]


@pytest.mark.parametrize("name", sorted(RUNNERS))
def test_examples_are_found_and_counter_examples_are_not(reader: Reader, name: str) -> None:
    """What an entry's example must give is given, and not by its counter-example."""
    told, mine = RUNNERS[name], [entry for entry in LEXICON if entry.file == name]
    trials = _try(reader, (entry.table[key] for entry in mine for key in ("example", "counter")))
    silent = [f"{e.place}: {e.table['example']}" for e in mine if not told(e.table, trials[e.table["example"]])]
    loud = [f"{e.place}: {e.table['counter']}" for e in mine if told(e.table, trials[e.table["counter"]])]
    assert (silent, loud) == ([], [])


@pytest.mark.parametrize("name", sorted({entry.file for entry in CODEBOOK}))
def test_codes_are_given_to_examples_only(reader: Reader, name: str) -> None:
    """The example of a codebook's rule is coded as the rule says, its counter-example is not."""
    mine = [entry for entry in CODEBOOK if entry.file == name]
    trials = _try(reader, (entry.table[key] for entry in mine for key in ("example", "counter")))
    silent = [f"{e.table['id']}: {e.table['example']}" for e in mine if not codes(e.table, trials[e.table["example"]])]
    loud = [f"{e.table['id']}: {e.table['counter']}" for e in mine if codes(e.table, trials[e.table["counter"]])]
    assert (silent, loud) == ([], [])
