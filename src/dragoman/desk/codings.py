"""Blind double coding: what coders think of the findings of a sample, each without seeing the others.

Law: nobody sees what another thinks of a finding before having said what they think of it themselves, but who adjudicates.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, get_args

from dragoman.desk.access import Visitor, require
from dragoman.store.people.people import PeopleStore
from dragoman.terms.errors import DecisionError
from dragoman.terms.people import Coding, Verdict


class Codings:
    """The codings of a case; they decide nothing in the record."""

    def __init__(self, store: PeopleStore, now: Callable[[], str]) -> None:
        self._store = store
        self._now = now

    def code(
        self,
        visitor: Visitor,
        sample: str,
        claim: str,
        verdict: Verdict,
        *,
        change: Mapping[str, Any] | None = None,
        note: str | None = None,
    ) -> Coding:
        """Keep what a coder thinks of a finding; it stands beside what was said before. Raises `Forbidden` or `DecisionError`."""
        require(visitor, "code")
        if verdict not in get_args(Verdict):
            raise DecisionError("code", f"a verdict is one of {', '.join(get_args(Verdict))}")
        if bool(change) != (verdict == "edit"):
            raise DecisionError("code", "an edit says which field has which value, and nothing else does")
        coding = Coding(sample, claim, visitor.name, verdict, self._now(), dict(change or {}), note or None)
        with self._store.changing() as book:
            book.codings.add(coding)
        return coding

    def own(self, visitor: Visitor, sample: str | None = None) -> tuple[Coding, ...]:
        """Return what a coder thinks: the latest word on each finding. Raises `Forbidden`."""
        require(visitor, "code")
        with self._store.reading() as book:
            return book.codings.latest(sample, visitor.name)

    def all(self, visitor: Visitor, sample: str | None = None) -> tuple[Coding, ...]:
        """Return all that coders said, in its order, to one who adjudicates. Raises `Forbidden`."""
        require(visitor, "adjudicate")
        with self._store.reading() as book:
            return book.codings.told(sample)

    def shared(self, visitor: Visitor, sample: str | None = None) -> tuple[Coding, ...]:
        """Return all that coders said, in its order, of those findings that the visitor has coded too. Raises `Forbidden`."""
        require(visitor, "code")
        with self._store.reading() as book:
            found = book.codings.told(sample)
        mine = {(coding.sample, coding.claim) for coding in found if coding.coder == visitor.name}
        return tuple(coding for coding in found if (coding.sample, coding.claim) in mine)

    def samples(self) -> tuple[str, ...]:
        """Return the names of the samples that somebody has begun to code."""
        with self._store.reading() as book:
            return book.codings.samples()
