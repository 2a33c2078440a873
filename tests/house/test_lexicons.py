"""Every entry of every lexicon and codebook has an example and a counter-example, and both are run."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from dragoman.assembly import Reader
from dragoman.reading.read import read_reports
from dragoman.resolving.resolve import resolve
from dragoman.terms.report import Report
from tests.house.lexicons import ALONE, CONTEXT, RUNNERS, Entry, Trial, codes, entries, faults, owed, write_owed

LEXICON = list(entries("dragoman.reading.lexicon"))
CODEBOOK = list(entries("dragoman.resolving.codebook"))
# Lexicons whose entries are run by the unit tests of the part that reads them.
ELSEWHERE = {
    "datelines": "tests/unit/reading/test_furniture.py",
    "figures": "tests/unit/reading/test_figures.py",
    "levels": "tests/unit/reading/test_levels.py",
    "people": "tests/unit/resolving/test_takenup.py",
    "talks": "tests/unit/reading/test_talks.py",
    "tenses": "tests/unit/reading/test_datephrases.py",
}


@pytest.fixture(scope="module")
def found(reader: Reader) -> set[str]:
    """All examples that give nothing, and all counter-examples that give something."""
    trials = _try(reader)
    out: set[str] = set()
    for name, told in RUNNERS.items():
        out |= set(faults((entry for entry in LEXICON if entry.file == name), told, trials))
    return out | set(faults(CODEBOOK, codes, trials))


def _try(reader: Reader) -> dict[str, Trial]:
    """Read every sentence once."""
    texts = {
        entry.table[key]: entry.table[key] + ("" if entry.file in ALONE else CONTEXT)
        for entry in (*LEXICON, *CODEBOOK)
        for key in ("example", "counter")
    }
    reports = [Report(id=sentence, published=date(2025, 5, 14), text=text) for sentence, text in texts.items()]
    return {
        report.id: Trial(report.id, report.text, reading, resolve(report, reading, reader.codebook))
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


def test_examples_are_found_and_counter_examples_are_not(found: set[str], request: pytest.FixtureRequest) -> None:
    """What an entry's example must give is given, and not by its counter-example, but for the debts that are listed."""
    if request.config.getoption("--regenerate"):
        write_owed(found)
    assert found <= owed(), "new faults"
    assert owed() <= found, "paid debts: take them off the list with `make golden`"


def test_debts_are_few() -> None:
    """Of all the sentences, at most one in twelve is owed."""
    assert len(owed()) <= (len(LEXICON) + len(CODEBOOK)) * 2 / 12
