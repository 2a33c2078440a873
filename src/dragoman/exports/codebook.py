"""A codebook for people: the kinds of findings, their keys, and the code that each gets, as text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from textwrap import fill

from dragoman.resolving.coding import Codebook, Rule

RECORDS = {
    "meeting": "Meetings, by status",
    "position": "Positions, by stance",
    "agreement": "Agreements, by status",
    "quotation": "Quotations, by what the words do",
    "incident": "Incidents, by sort",
}
WIDTH = 100


@dataclass(frozen=True, slots=True)
class Entry:
    """One rule in words: what a finding must be, the code that it then gets, what the rule means, and what it does not."""

    key: str
    code: str
    definition: str
    example: str
    counter: str


def chapters(codebook: Codebook) -> Mapping[str, tuple[Entry, ...]]:
    """Return the rules of a codebook by the kind of finding, in its own order; kinds without rules are left out."""
    told = {
        title: tuple(_entry(rule) for rule in codebook.rules if rule.record == record)
        for record, title in RECORDS.items()
    }
    return {title: entries for title, entries in told.items() if entries}


def as_text(codebook: Codebook) -> str:
    """Return a codebook as lines: for each rule its key, code, definition, example and counter-example; then the matters."""
    lines: list[str] = []
    for title, entries in chapters(codebook).items():
        lines += [title, ""]
        for entry in entries:
            lines += _told(entry)
        lines.append("")
    if codebook.words:
        lines += ["Matters, by the words for them", ""]
        for name, words in sorted(codebook.words.items()):
            lines.append(fill(f"{name}: {', '.join(words)}", WIDTH, initial_indent="  ", subsequent_indent="      "))
        lines.append("")
    return "\n".join(lines[:-1]) + "\n"


def _entry(rule: Rule) -> Entry:
    mode = f" ({rule.mode})" if rule.mode else ""
    return Entry(_key(rule), f"{rule.plover}{mode} {rule.cameo}", rule.definition, rule.example, rule.counter)


def _told(entry: Entry) -> Iterator[str]:
    yield f"  {entry.key}: {entry.code}"
    yield f"      {entry.definition}"
    yield f"      as in    {entry.example}"
    yield f"      but not  {entry.counter}"


def _key(rule: Rule) -> str:
    """The key of a rule, with what else must be known."""
    parts = ["any" if rule.key == "*" else rule.key]
    if rule.matter is not None:
        parts.append(f"about {rule.matter}")
    if rule.trait is not None:
        parts.append(rule.trait)
    if rule.done:
        parts.append(f"of a deed coded {', '.join(rule.done)}")
    return ", ".join(parts)
