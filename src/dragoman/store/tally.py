"""What the reports account for: how many rows of each table, and the sums of the hashes of the rows that are derived."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class Tally:
    """Counts of rows, and for `marks`, `sightings` and `words` the sum of their hashes.

    `placed` says whether words are compared with their places in the passage: SQLite keeps all of them.
    """

    placed: bool = False
    reports: int = 0
    readings: int = 0
    findings: int = 0
    bands: int = 0
    passages: int = 0
    marks: int = 0
    sightings: int = 0
    words: int = 0
