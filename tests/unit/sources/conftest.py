"""What the tests of taking in share: writing a file, taking it in, and telling reports from refusals."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from dragoman.sources.take import Options, take
from dragoman.terms.errors import Refused
from dragoman.terms.report import Report

Outcome = Report | Refused


@pytest.fixture
def took(tmp_path: Path) -> Callable[..., list[Outcome]]:
    """Write a file of the given name and take it in."""

    def write_and_take(
        name: str, content: str | bytes, *, published: date | None = None, columns: dict[str, str] | None = None
    ) -> list[Outcome]:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return list(take(path, Options(published=published, columns=columns or {})))

    return write_and_take
