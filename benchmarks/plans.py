"""Which statements an answer asks of the database, and how the database goes about them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from types import TracebackType
from typing import Any, Self

from sqlalchemy import Engine, event

from dragoman.store.engine import engine_of, is_sqlite
from dragoman.store.opening import open_store
from dragoman.store.store import Store

_LIST = re.compile(r"(?:(?:\?|%s(?:::\w+)?)(?:, )?){2,}")
_WIDTH = 160
_NO_QUESTION = ("BEGIN", "PRAGMA", "COMMIT", "ROLLBACK")


class Listener:
    """Hears every statement while it is used in a `with`."""

    def __init__(self) -> None:
        self._heard: list[tuple[str, Any]] = []

    def __enter__(self) -> Self:
        event.listen(Engine, "before_cursor_execute", self._hear)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        event.remove(Engine, "before_cursor_execute", self._hear)

    def taken(self) -> list[tuple[str, Any]]:
        """Return what was heard since the last time: statements with their values."""
        heard, self._heard = self._heard, []
        return heard

    def _hear(self, *heard: Any) -> None:
        _, _, statement, values, _, many = heard
        if not many and not statement.startswith(_NO_QUESTION):
            self._heard.append((statement, values))


def plans_of(url: str, work: Callable[[Store], object]) -> Iterator[str]:
    """Yield the plan of each statement that `work` asks, each kind of statement once."""
    store, listener = open_store(url), Listener()
    with listener:
        work(store)
    store.close()
    shapes: dict[str, tuple[str, Any]] = {}
    counts: dict[str, int] = {}
    for statement, values in listener.taken():
        shape = _LIST.sub("… ", " ".join(statement.split()))
        shapes.setdefault(shape, (statement, values))
        counts[shape] = counts.get(shape, 0) + 1
    engine = engine_of(url)
    how = "EXPLAIN QUERY PLAN " if is_sqlite(engine) else "EXPLAIN "
    with engine.connect() as connection:
        for shape, (statement, values) in shapes.items():
            yield f"  {counts[shape]} times: {shape}"
            for row in connection.exec_driver_sql(how + statement, values):
                yield f"      {str(row[-1])[:_WIDTH]}"
    engine.dispose()
