"""Which model is asked, and within which bounds."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

BOUNDS = {"reports": 100, "seconds": 60, "tokens": 4000}
"""The bounds of a run, where nobody says others."""


@dataclass(frozen=True, slots=True)
class Model:
    """A model behind an OpenAI-compatible address, e.g. ``http://localhost:8080/v1``.

    `cache` is the folder that keeps its answers. It is asked about at most `reports` reports a run, for at most `seconds` each,
    and may answer with at most `tokens` tokens. Where it is `needed`, a report without an answer is not read at all. The key is no part of it: it must not be written down or sent to a process.
    """

    url: str
    name: str
    cache: Path
    reports: int = BOUNDS["reports"]
    seconds: int = BOUNDS["seconds"]
    tokens: int = BOUNDS["tokens"]
    needed: bool = False


def shown(url: str) -> str:
    """Return as much of an address as may be printed: no user, password, query or fragment, since a key may stand there."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}{parts.path}"
