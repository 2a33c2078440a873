"""What the tests share: one loaded grammar, and a way to read a sentence."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from dragoman.assembly import Reader, make_reader
from dragoman.reading.grammar.language import Grammar
from dragoman.terms.findings import Findings
from dragoman.terms.report import Report, content_id


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let `make golden` write the expected files anew."""
    parser.addoption("--regenerate", action="store_true", help="write golden files and lists anew instead of comparing")


@pytest.fixture(scope="session")
def reader() -> Reader:
    """A reader with the default pipeline and codebook, loaded once."""
    return make_reader()


@pytest.fixture(scope="session")
def grammar(reader: Reader) -> Grammar:
    """The loaded grammar."""
    return reader.grammar


@pytest.fixture(scope="session")
def read(reader: Reader) -> Callable[..., Findings]:
    """Read one text as a report published on the given day (Wednesday 14 May 2025 unless told)."""

    def read_text(text: str, published: str = "2025-05-14") -> Findings:
        report = Report(id=content_id(text), published=date.fromisoformat(published), text=text)
        return next(iter(reader.read([report])))

    return read_text
