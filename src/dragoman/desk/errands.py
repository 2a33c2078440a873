"""Errands: what somebody asked for that may take a while, or must not be done twice.

Law: the same key with the same request is the same errand; with another request it is refused.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from dragoman.desk.access import Visitor
from dragoman.desk.secrecy import new_id
from dragoman.store.people.people import PeopleStore
from dragoman.terms.errors import KeyReused, NotFound
from dragoman.terms.people import Errand


class ErrandLog:
    """The errands of a case: what was asked for, and how far it has come."""

    def __init__(self, store: PeopleStore, now: Callable[[], str]) -> None:
        self._store = store
        self._now = now

    def open(
        self,
        visitor: Visitor,
        what: str,
        *,
        digest: str,
        key: str | None = None,
        total: int | None = None,
        payload: bytes | None = None,
    ) -> tuple[Errand, bool]:
        """Write down what is asked for; return it and whether it is new, or was asked for with the same key before.

        `digest` tells requests apart, `payload` is what is needed to do it. Raises `KeyReused` where the key came with another
        request.
        """
        with self._store.changing() as book:
            known = None if key is None else book.errands.by_key(visitor.name, key)
            if known is not None and key is not None:
                if (known.what, known.digest) != (what, digest):
                    raise KeyReused(key)
                return known, False
            head = (new_id("e"), visitor.name, what, key, digest)
            errand = Errand(*head, "queued", total, 0, 0, 0, 0, None, None, self._now(), None)
            book.errands.open(errand, payload)
        return errand, True

    def get(self, key: str) -> Errand:
        """Return an errand by its id. Raises `NotFound`."""
        with self._store.reading() as book:
            found = book.errands.get(key)
        if found is None:
            raise NotFound("errand", key, where="in this case")
        return found

    def by_key(self, visitor: Visitor, key: str) -> Errand | None:
        """Return the errand that somebody asked for with an idempotency key."""
        with self._store.reading() as book:
            return book.errands.by_key(visitor.name, key)

    def payload(self, key: str) -> bytes | None:
        """Return what is needed to do an errand, as long as it is not finished."""
        with self._store.reading() as book:
            return book.errands.payload(key)

    def start(self, key: str) -> Errand:
        """Write down that an errand is being done."""
        return self._change(key, state="running")

    def progress(
        self,
        key: str,
        *,
        done: int,
        total: int | None = None,
        new: int | None = None,
        known: int | None = None,
        refused: int | None = None,
        note: str | None = None,
    ) -> Errand:
        """Write down how far an errand has come: all that is done, and of it what was new, known and refused.

        These are sums, not what was added; what is None stays as it was.
        """
        told = {"total": total, "new": new, "known": known, "refused": refused, "note": note}
        values = {name: value for name, value in told.items() if value is not None}
        return self._change(key, state="running", done=done, **values)

    def finish(self, key: str, *, note: str | None = None, error: str | None = None) -> Errand:
        """Write down that an errand is done, or why it failed; what was needed to do it is dropped."""
        values = {} if note is None else {"note": note}
        state = "done" if error is None else "failed"
        return self._change(key, state=state, error=error, finished=self._now(), payload=None, **values)

    def unfinished(self) -> tuple[Errand, ...]:
        """Return what is still to be done, the oldest first."""
        with self._store.reading() as book:
            return book.errands.unfinished()

    def recent(self, limit: int = 20) -> tuple[Errand, ...]:
        """Return what was asked for last, the last first."""
        with self._store.reading() as book:
            return book.errands.recent(limit)

    def _change(self, key: str, **values: Any) -> Errand:
        with self._store.changing() as book:
            book.errands.change(key, **values)
            found = book.errands.get(key)
        if found is None:
            raise NotFound("errand", key, where="in this case")
        return found
