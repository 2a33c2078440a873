"""The states of the world by their names, adjectives, peoples, capitals and seats of power, from the lexicon."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from dragoman.reading.lexicon import load

OFFICIAL = (
    "Republic", "Islamic Republic", "Federal Republic", "Democratic Republic", "Kingdom", "Hashemite Kingdom", "Sultanate",
    "Federal Democratic Republic", "Plurinational State", "Bolivarian Republic", "Arab Republic",
)  # fmt: skip
"""What stands before "of" and the name of a state in its official one: "Islamic Republic of Pakistan"."""


@dataclass(frozen=True, slots=True)
class States:
    """What the lexicon says of states.

    Each table goes from words as news writes them to an ISO 3166 alpha-3 code; `title` from a code to the usual name,
    `demonym` to its usual adjective.
    """

    names: dict[str, str] = field(default_factory=dict)
    adjectives: dict[str, str] = field(default_factory=dict)
    people: dict[str, str] = field(default_factory=dict)
    capitals: dict[str, str] = field(default_factory=dict)
    seats: dict[str, str] = field(default_factory=dict)
    title: dict[str, str] = field(default_factory=dict)
    demonym: dict[str, str] = field(default_factory=dict)

    def code(self, words: str) -> str | None:
        """Return the state that `words` name or say as an adjective, or None."""
        for table in (self.names, self.adjectives, self.people, self.capitals, self.seats):
            if words in table:
                return table[words]
        return None


@cache
def states() -> States:
    """Return the tables, loaded once."""
    tables = States()
    for entry in load("states")["state"]:
        code = entry["code"]
        tables.title[code] = next(iter(entry["names"]), code)
        if "adjectives" in entry:
            tables.demonym[code] = entry["adjectives"][0]
        for key, table in (
            ("names", tables.names),
            ("adjectives", tables.adjectives),
            ("people", tables.people),
            ("capitals", tables.capitals),
        ):
            table.update(dict.fromkeys(entry.get(key, ()), code))
    for name, code in list(tables.names.items()):
        for form in OFFICIAL:
            tables.names.setdefault(f"{form} of {name}", code)
    for entry in load("seats")["entry"]:
        tables.seats.update(dict.fromkeys(entry["words"], entry["code"]))
    return tables
