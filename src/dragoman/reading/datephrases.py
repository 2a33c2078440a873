"""Finds the datephrases."""

from __future__ import annotations

from dragoman.reading.marks import DatePhrase
from dragoman.reading.parse import Parse


def find_dates(parse: Parse) -> tuple[DatePhrase, ...]:
    """Find the datephrases of a text."""
    del parse
    return ()
