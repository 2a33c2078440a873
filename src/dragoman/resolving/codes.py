"""Findings -> event codes, by a codebook in TOML."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from dragoman.terms.findings import Actor, Event


@dataclass(frozen=True, slots=True)
class Codebook:
    """The rules that give a finding its PLOVER type and CAMEO code."""

    name: str

    def events(
        self, record: str, key: str, about: str, sources: tuple[Actor, ...], targets: tuple[Actor, ...]
    ) -> tuple[Event, ...]:
        """Return the events of a finding.

        `record` is its kind ("position", "meeting", "agreement", "incident", "quotation"), `key` its stance, status, sort
        or act, `about` its words for the matter, from which the finer code is chosen. One event for each source; the
        target is the first of `targets`.
        """
        del record, key, about, sources, targets
        return ()


def load_codebook(path: Path | None = None) -> Codebook:
    """Load the codebook at `path`, or the one that comes with the package."""
    return Codebook(name=str(path or "dragoman"))
