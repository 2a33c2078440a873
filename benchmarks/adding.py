"""What `add` costs beside `read` on the same reports: side by side, in turn, in one process, all parts loaded."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Iterator
from functools import partial

from benchmarks.speed import Line, in_turn
from benchmarks.texts import reports
from dragoman.assembly import make_reader, read_many
from dragoman.desk.take_in import Provenance, take_in
from dragoman.exports.json import as_json
from dragoman.record.filing import file_report
from dragoman.settings import Settings
from dragoman.store.opening import create, open_store

COST = 1.15
PROVENANCE = Provenance(reader="scale", codebook="scale")
NOW = "2026-11-22T00:00:00.000000+00:00"


def cost_of_adding(fresh: dict[str, Callable[[], str]], size: int = 120, turns: int = 5) -> list[Line]:
    """Return a line for each database: `fresh` makes the address of an empty one."""
    reader, made = make_reader(), list(reports(size))
    read = partial(read_many, settings=Settings(), reader=reader)

    def add(addresses: Iterator[str]) -> None:
        store = open_store(next(addresses))
        for _ in take_in(made, store, partial(read, render=file_report), PROVENANCE, lambda: NOW):
            pass
        store.close()

    works: list[Callable[[], object]] = [lambda: [str(line) for line in read(made, render=as_json)]]
    works += [partial(add, iter([_created(make()) for _ in range(turns + 1)])) for make in fresh.values()]
    for work in works:
        work()
    walls = [statistics.median(wall for wall, _ in times) for times in in_turn(turns, *works)]
    note = f"{1000 * walls[0] / size:.1f} ms a report"
    return [
        Line(f"{name}: add / read", wall / walls[0], COST, note=f"{note}, then {1000 * wall / size:.1f} ms")
        for name, wall in zip(fresh, walls[1:], strict=True)
    ]


def _created(url: str) -> str:
    create(url).close()
    return url
