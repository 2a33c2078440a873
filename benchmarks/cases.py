"""The gate's corpus: small texts of our own with the answers that a person gave, one point each."""

from __future__ import annotations

import hashlib
import tomllib
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from dragoman.terms.report import Report, content_id

HERE = Path(__file__).parent
FOLDERS = (HERE / "cases", HERE / "dispatches")
KINDS = (
    "quotations", "meetings", "positions", "delegations", "agreements", "figures", "incidents", "dates", "actors",
    "coreference",
)  # fmt: skip
ALIASES = {"name", "point", "published", "text", "file", "row", "optional", "forbidden", "absent"}


@dataclass(frozen=True)
class Case:
    """A text, what must be found in it, what may be, and what must not.

    `wanted` holds for each kind that is judged its complete list of records; kinds that are not in it are not judged.
    """

    name: str
    point: str
    published: date
    text: str
    wanted: dict[str, list[dict[str, Any]]]
    optional: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    forbidden: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    report: Report | None = None

    def as_report(self) -> Report:
        """Return the text as a report that was published on the case's day."""
        return self.report or Report(id=content_id(self.text), published=self.published, text=self.text)


def load_cases() -> list[Case]:
    """Load the corpus, in the order of its files."""
    return [_case(entry) for path in corpus_files() for entry in _entries(path)]


def corpus_files() -> list[Path]:
    """Return the files of the corpus: answers, and the texts that they are about."""
    return [path for folder in FOLDERS for path in sorted(folder.glob("*.toml"))]


def fingerprint() -> str:
    """Return the SHA-256 of all answers and of the dispatches' texts, so that no change of the corpus goes unseen."""
    from dragoman.samples import sample_paths

    digest = hashlib.sha256()
    for path in [*corpus_files(), *sample_paths()]:
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def _entries(path: Path) -> list[dict[str, Any]]:
    with path.open("rb") as file:
        entries: list[dict[str, Any]] = tomllib.load(file)["case"]
    return entries


def _case(entry: dict[str, Any]) -> Case:
    report = _dispatch(entry["file"], entry.get("row", 0)) if "file" in entry else None
    unknown = entry.keys() - ALIASES - set(KINDS)
    if unknown:
        raise ValueError(f"{entry['name']}: unknown keys {sorted(unknown)}")
    wanted = {kind: _records(kind, entry[kind]) for kind in KINDS if kind in entry}
    wanted |= {kind: [] for kind in entry.get("absent", ())}
    return Case(
        name=entry["name"],
        point=entry["point"],
        published=report.published if report else date.fromisoformat(entry["published"]),
        text=report.text if report else entry["text"],
        wanted=wanted,
        optional={kind: _records(kind, records) for kind, records in entry.get("optional", {}).items()},
        forbidden=entry.get("forbidden", {}),
        report=report,
    )


def _records(kind: str, given: Any) -> list[dict[str, Any]]:
    """Return the records of one kind; dates are written short, as words = days, and who is meant as words = names."""
    if kind == "dates":
        return [{"evidence": words, "when": when} for words, when in given.items()]
    if kind == "coreference":
        return [{"words": words, "who": who} for words, who in given.items()]
    return list(given)


def _dispatch(name: str, row: int) -> Report:
    """Return one dispatch of the sample case."""
    from dragoman.samples import sample_paths
    from dragoman.sources.take import Options, take

    path = next(path for path in sample_paths() if path.name == name)
    taken = list(take(path, Options()))[row]
    if not isinstance(taken, Report):
        raise taken
    return taken
