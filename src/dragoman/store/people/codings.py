"""Codings: what coders think of the findings of a sample, each on their own. They are only added to."""

from __future__ import annotations

import json
from dataclasses import asdict, replace

from sqlalchemy import Connection, RowMapping, func, select

from dragoman.store.people.tables import CODING
from dragoman.store.people.values import columns, fields
from dragoman.store.strings import kept
from dragoman.terms.people import Coding


class CodingRows:
    """The codings of all samples."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, coding: Coding) -> None:
        """Add a coding after all that were made before."""
        values = columns(asdict(replace(coding, change={})))
        change = json.dumps(dict(coding.change), sort_keys=True)
        self._connection.execute(CODING.insert().values({**values, "change": change}))

    def latest(self, sample: str | None = None, coder: str | None = None) -> tuple[Coding, ...]:
        """Return what each coder thinks now, by sample, coder and claim; of one sample or coder, or of all."""
        within = [CODING.c.sample == kept(sample)] if sample is not None else []
        within += [CODING.c.coder == kept(coder)] if coder is not None else []
        last = select(func.max(CODING.c.seq)).where(*within)
        last = last.group_by(CODING.c.sample, CODING.c.coder, CODING.c.claim)
        asked = select(CODING).where(CODING.c.seq.in_(last))
        asked = asked.order_by(CODING.c.sample, CODING.c.coder, CODING.c.claim)
        return tuple(map(_coding, self._connection.execute(asked).mappings()))

    def told(self, sample: str | None = None) -> tuple[Coding, ...]:
        """Return all that coders ever said, in the order in which they said it; of one sample, or of all."""
        within = [CODING.c.sample == kept(sample)] if sample is not None else []
        asked = select(CODING).where(*within).order_by(CODING.c.seq)
        return tuple(map(_coding, self._connection.execute(asked).mappings()))

    def samples(self) -> tuple[str, ...]:
        """Return the names of the samples that somebody has begun to code."""
        asked = select(CODING.c.sample).distinct().order_by(CODING.c.sample)
        return tuple(fields(row)["sample"] for row in self._connection.execute(asked).mappings())


def _coding(row: RowMapping) -> Coding:
    values = fields(row, "seq", "change")
    return Coding(**values, change=json.loads(row["change"]))
