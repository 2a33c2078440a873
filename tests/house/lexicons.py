"""How the words of each lexicon are put to the test: what an entry's example must give, and its counter-example must not."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from dragoman.reading.marks import Reading
from dragoman.terms.findings import Findings
from dragoman.terms.span import Span

Told = Callable[[dict[str, Any], "Trial"], bool]


@dataclass(frozen=True)
class Trial:
    """One sentence with all that it gave."""

    text: str
    reading: Reading
    findings: Findings

    def words(self, span: Span) -> str:
        """Return the words of a span in lower case."""
        return span.of(self.text).lower()


@dataclass(frozen=True)
class Entry:
    """One entry of a lexicon or codebook, with its place."""

    file: str
    place: str
    table: dict[str, Any]


def entries(package: str) -> Iterator[Entry]:
    """Yield every entry of every TOML file of a package's folder: all tables in arrays that hold an example."""
    for path in sorted(files(package).iterdir(), key=lambda p: p.name):
        if path.name.endswith(".toml"):
            for array, tables in tomllib.loads(path.read_text(encoding="utf-8")).items():
                if isinstance(tables, list) and array != "state":
                    for number, table in enumerate(tables):
                        yield Entry(path.name.removesuffix(".toml"), f"{path.name}: {array} {number}", table)


def _speech(_: dict[str, Any], trial: Trial) -> bool:
    return bool(trial.reading.sayings)


def _stances(entry: dict[str, Any], trial: Trial) -> bool:
    return any(entry.get("stance") in (None, mark.stance) for mark in trial.reading.stances)


def _meetings(entry: dict[str, Any], trial: Trial) -> bool:
    return any(
        entry.get("kind") in (None, mark.kind) and entry.get("status") in (None, mark.status) for mark in trial.reading.meetings
    )


def _accords(_: dict[str, Any], trial: Trial) -> bool:
    return bool(trial.reading.accords)


def _teams(_: dict[str, Any], trial: Trial) -> bool:
    return bool(trial.reading.delegations)


def _deeds(entry: dict[str, Any], trial: Trial) -> bool:
    return any(deed.sort == entry.get("sort", entry.get("sense", entry.get("id"))) for deed in trial.reading.deeds)


def _furniture(entry: dict[str, Any], trial: Trial) -> bool:
    return any(piece.kind == entry["kind"] for piece in trial.reading.furniture)


def _named(entry: dict[str, Any], trial: Trial) -> bool:
    """Say whether one of the entry's words stands in a mention."""
    listed = [word for body in entry.get("bodies", [entry.get("words", [])]) for word in body]
    found = [trial.words(mention.span) for mention in trial.reading.mentions]
    return any(word.lower() in mention for word in listed for mention in found)


def _holidays(_: dict[str, Any], trial: Trial) -> bool:
    return bool(trial.findings.dates)


RUNNERS: dict[str, Told] = {
    "speech": _speech,
    "stances": _stances,
    "meetings": _meetings,
    "accords": _accords,
    "teams": _teams,
    "deeds": _deeds,
    "furniture": _furniture,
    "bodies": _named,
    "groups": _named,
    "offices": _named,
    "outlets": _named,
    "seats": _named,
    "holidays": _holidays,
}


def codes(rule: dict[str, Any], trial: Trial) -> bool:
    """Say whether a sentence gave an event of the rule's type and code, from the rule's kind of record."""
    records = getattr(trial.findings, f"{rule['record']}s")
    return any(
        event.plover == rule["plover"] and event.cameo == rule["cameo"] for record in records for event in record.events
    )
