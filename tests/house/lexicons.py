"""How the words of each lexicon are put to the test: what an entry's example must give, and its counter-example must not."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any, TypeVar

from dragoman.reading.marks import Reading
from dragoman.terms.findings import Findings
from dragoman.terms.span import Span, hull

CONTEXT = "\n\nDiplomats of both governments mediate in Geneva between the rebels and the army over the border."
"""Follows each sentence, so that the whole text is about a negotiation; what it gives itself is not looked at."""

ALONE = {"attitudes", "furniture", "holidays"}
"""Lexicons whose examples are whole texts."""

# Words that make what they stand beside no finding: here the example must give nothing, and the counter-example something.
TURNED = {
    ("accords", "hoped"),
    ("accords", "wish"),
    ("accords", "unsettled"),
    ("accords", "unreal"),
    ("teams", "unreal"),
}

Told = Callable[[dict[str, Any], "Trial"], bool]


M = TypeVar("M")


def span_of(mark: Any) -> Span:
    """Return the stretch of text of a mark, or of a finding's evidence."""
    if hasattr(mark, "evidence"):
        pieces = mark.evidence if isinstance(mark.evidence, tuple) else (mark.evidence,)
        return hull(*(piece.span for piece in pieces))
    span: Span = hull(*mark.spans) if hasattr(mark, "spans") else mark.span
    return span


@dataclass(frozen=True)
class Trial:
    """One sentence, in its context, with all that it gave."""

    sentence: str
    text: str
    reading: Reading
    findings: Findings

    def inside(self, marks: Iterable[M]) -> list[M]:
        """Return the marks that lie in the sentence and not in its context."""
        return [mark for mark in marks if span_of(mark).end <= len(self.sentence)]

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
    return bool(trial.inside(trial.reading.sayings))


def _stances(entry: dict[str, Any], trial: Trial) -> bool:
    return any(entry.get("stance") in (None, mark.stance) for mark in trial.inside(trial.reading.stances))


def _meetings(entry: dict[str, Any], trial: Trial) -> bool:
    return any(
        entry.get("kind") in (None, mark.kind) and entry.get("status") in (None, mark.status)
        for mark in trial.inside(trial.reading.meetings)
    )


def _accords(_: dict[str, Any], trial: Trial) -> bool:
    return bool(trial.inside(trial.reading.accords))


def _teams(_: dict[str, Any], trial: Trial) -> bool:
    return bool(trial.inside(trial.reading.delegations))


def _deeds(entry: dict[str, Any], trial: Trial) -> bool:
    return any(
        deed.sort == entry.get("sort", entry.get("sense", entry.get("id")))
        for deed in trial.inside(trial.reading.deeds)
    )


def _furniture(entry: dict[str, Any], trial: Trial) -> bool:
    return any(piece.kind == entry["kind"] for piece in trial.inside(trial.reading.furniture))


def _named(entry: dict[str, Any], trial: Trial) -> bool:
    """Say whether one of the entry's words stands in a mention."""
    listed = [word for body in entry.get("bodies", [entry.get("words", [])]) for word in body]
    found = [trial.words(mention.span) for mention in trial.inside(trial.reading.mentions)]
    return any(word.lower() in mention for word in listed for mention in found)


def _holidays(_: dict[str, Any], trial: Trial) -> bool:
    return bool(trial.inside(trial.findings.dates))


def _topic(entry: dict[str, Any], trial: Trial) -> bool:
    """Say whether one of the field's words stands in the sentence, in its base form or with an ending."""
    listed = tuple(entry["words"].split())
    return any(word.startswith(listed) for word in trial.sentence.lower().split())


RUNNERS: dict[str, Told] = {
    "attitudes": _speech,
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
    "topic": _topic,
}


def faults(entries: Iterable[Entry], told: Told, trials: dict[str, Trial]) -> list[str]:
    """Return the examples that give nothing and the counter-examples that give something, with the file's name."""
    out = []
    for entry in entries:
        turned = (entry.file, entry.table.get("sense")) in TURNED
        for key, wanted in (("example", not turned), ("counter", turned)):
            sentence = entry.table[key]
            if told(entry.table, trials[sentence]) != wanted:
                out.append(f"{entry.file} {'silent' if wanted else 'loud'}: {sentence}")
    return out


def codes(rule: dict[str, Any], trial: Trial) -> bool:
    """Say whether a sentence gave an event of the rule's type and code, from the rule's kind of record.

    A deed that is agreed or promised gives its events to the agreement or position that tells it.
    """
    found = trial.findings
    kinds = [getattr(found, f"{rule['record']}s")]
    kinds += [found.positions, found.agreements] if rule["record"] == "incident" else []
    records = [record for kind in kinds for record in trial.inside(kind)]
    return any(
        event.plover == rule["plover"] and event.cameo == rule["cameo"] for record in records for event in record.events
    )


OWED = Path(__file__).with_name("examples_owed.txt")
_HEAD = """# Sentences of lexicons and codebooks that are not yet read as they should be. Written by `make golden`; it should only shrink.
"""


def owed() -> set[str]:
    """Return the faults that are known."""
    return {line for line in OWED.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")}


def write_owed(found: Iterable[str]) -> None:
    """Write the faults that are there now."""
    OWED.write_text(_HEAD + "".join(f"{line}\n" for line in sorted(set(found))), encoding="utf-8")
