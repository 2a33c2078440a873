"""Tables of separated values: which column is what, which rows are refused, how little is held."""

from __future__ import annotations

import csv
import tracemalloc
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from dragoman.sources.take import Options, take
from dragoman.terms.errors import Refused
from dragoman.terms.report import Report

Took = Callable[..., list[Report | Refused]]
STORY = "The two envoys met for an hour and parted without a word."


def test_a_table_of_commas(took: Took) -> None:
    """The first line names the columns; a quoted cell may hold separators and line breaks."""
    (report,) = took(
        "a.csv",
        "id,published,publisher,title,url,updated,more,text\r\n"
        '7,2025-05-14,The Harbour Post,"Talks, again",https://e.example/a,2025-05-15T08:00:00Z,x,"They met.\n""Well,"" he said."\r\n',
    )
    assert isinstance(report, Report)
    assert report.text == 'They met.\n"Well," he said.'
    assert (report.id, report.published, report.publisher) == ("7", date(2025, 5, 14), "The Harbour Post")
    assert (report.title, report.url) == ("Talks, again", "https://e.example/a")
    assert (report.updated, report.raw, report.path) == ("2025-05-15T08:00:00+00:00", None, None)


@pytest.mark.parametrize(("name", "separator"), [("a.csv", ","), ("a.csv", ";"), ("a.tsv", "\t"), ("a.csv", "\t")])
def test_the_separator_is_the_first_lines_own(took: Took, name: str, separator: str) -> None:
    """Commas, semicolons and tabulators separate; the cells' own commas do not count."""
    head = separator.join(("published", "text", "publisher"))
    row = separator.join(("2025-05-14", '"They met; yes, again."', "P"))
    (report,) = took(name, f"\ufeff{head}\n{row}\n")
    assert isinstance(report, Report)
    assert (report.text, report.publisher) == ("They met; yes, again.", "P")


def test_columns_are_mapped_by_name(took: Took) -> None:
    """What a person says of the columns counts; else their own names, in any letter case."""
    columns = {"text": "body", "published": "Date"}
    (report,) = took("a.csv", "Date,body,Publisher\n2025-05-14,They met.,P\n", columns=columns)
    assert isinstance(report, Report)
    assert (report.text, report.published, report.publisher) == ("They met.", date(2025, 5, 14), "P")


def test_a_table_without_a_text_is_refused_once(took: Took) -> None:
    """Which column has the text is not guessed; the refusal names what there is and how to say it."""
    (refused,) = took("a.csv", "date,body\n2025-05-14,They met.\n2025-05-15,They parted.\n")
    assert isinstance(refused, Refused)
    assert refused.why == "has no column 'text' but date, body; say which with --column text=COLUMN"
    (refused,) = took("a.csv", "text\nThey met.\n", columns={"published": "date"})
    assert isinstance(refused, Refused)
    assert "has no column 'date'" in refused.why


def test_bad_rows_are_refused_and_the_others_read(took: Took, tmp_path: Path) -> None:
    """The line on which a row begins and the reason are told."""
    lines = [
        "published,text",
        "2025-05-14,They met.",
        "",
        "2025-05-14,They met, and parted.",
        "2025-05-14,",
        ",They met.",
        "2025-02-30,They met.",
        '2025-05-14,"They\nmet."',
        "14 May 2025,They parted.",
    ]
    taken = took("a.csv", "\n".join(lines))
    assert [t.why if isinstance(t, Refused) else t.text for t in taken] == [
        "They met.",
        "has 3 cells where the first line has 2",
        "has no text",
        "has no publication date; give one with --published YYYY-MM-DD",
        "has an impossible date in the table: 2025-02-30",
        "They\nmet.",
        "They parted.",
    ]
    assert [t.path for t in taken if isinstance(t, Refused)] == [f"{tmp_path}/a.csv:{n}" for n in (4, 5, 6, 7)]


def test_an_open_quote_costs_its_rows_only(took: Took, monkeypatch: pytest.MonkeyPatch) -> None:
    """A quotation mark that is never closed makes a cell too long; what comes after is read."""
    monkeypatch.setattr("dragoman.sources.sheet.LONGEST_LINE", 100)
    taken = took(
        "a.csv", 'published,text\n2025-05-14,"They\n' + "met again and again.\n" * 6 + "2025-05-14,They parted.\n"
    )
    assert isinstance(taken[0], Refused)
    assert "is not a row of cells" in taken[0].why
    last = taken[-1]
    assert isinstance(last, Report)
    assert last.text == "They parted."


@pytest.mark.parametrize("content", ["\n", "published,text\n", "published,text", "\ufeff"])
def test_a_table_without_rows_is_empty(took: Took, content: str) -> None:
    """A head alone is no table."""
    (refused,) = took("a.csv", content)
    assert isinstance(refused, Refused)
    assert refused.why == "is empty"


def test_a_line_without_end_is_refused(took: Took, monkeypatch: pytest.MonkeyPatch) -> None:
    """No more than the longest row is ever held; where one is longer nobody knows where the next begins."""
    monkeypatch.setattr("dragoman.sources.files.LONGEST_LINE", 1_000)
    first, refused = took("a.csv", f"published,text\n2025-05-14,They met.\n2025-05-14,{'x' * 2_000}\n2025-05-14,No.\n")
    assert isinstance(first, Report)
    assert isinstance(refused, Refused)
    assert "too long" in refused.why


def test_utf16_is_refused_with_what_to_do(took: Took) -> None:
    """The "Unicode text" of a spreadsheet program is told what it is."""
    (refused,) = took("a.csv", "published,text\n2025-05-14,They met.\n".encode("utf-16"))
    assert isinstance(refused, Refused)
    assert "UTF-16; save it as UTF-8" in refused.why


def test_a_long_table_is_not_held(tmp_path: Path) -> None:
    """Eight megabytes of rows pass through less than one."""
    path = tmp_path / "long.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(("published", "text"))
        rows.writerows(("2025-05-14", f"{STORY * 70} It was round {n}.") for n in range(2_000))
    tracemalloc.start()
    try:
        number = sum(isinstance(taken, Report) for taken in take(path, Options()))
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert number == 2_000
    assert peak < 1_000_000
