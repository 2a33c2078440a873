"""A codebook for people: the kinds of findings, their keys, and the code that each gets, as text."""

from __future__ import annotations

from collections.abc import Iterator
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


def as_text(codebook: Codebook) -> str:
    """Return a codebook as lines: for each rule its key, code, definition, example and counter-example; then the matters."""
    lines: list[str] = []
    for record, title in RECORDS.items():
        rules = [rule for rule in codebook.rules if rule.record == record]
        if rules:
            lines += [title, ""]
            for rule in rules:
                lines += _told(rule)
            lines.append("")
    if codebook.words:
        lines += ["Matters, by the words for them", ""]
        for name, words in sorted(codebook.words.items()):
            lines.append(fill(f"{name}: {', '.join(words)}", WIDTH, initial_indent="  ", subsequent_indent="      "))
        lines.append("")
    return "\n".join(lines[:-1]) + "\n"


def _told(rule: Rule) -> Iterator[str]:
    mode = f" ({rule.mode})" if rule.mode else ""
    yield f"  {_key(rule)}: {rule.plover}{mode} {rule.cameo}"
    yield f"      {rule.definition}"
    yield f"      as in    {rule.example}"
    yield f"      but not  {rule.counter}"


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
