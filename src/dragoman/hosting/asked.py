"""A request as pages and API see it: who asks, within which bounds, for what."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.parse import quote

from starlette.datastructures import QueryParams
from starlette.requests import Request

from dragoman.desk.access import Right, Visitor, require
from dragoman.desk.decide import Hand
from dragoman.hosting.asking import bounds_of, question_of
from dragoman.hosting.ground import Ground
from dragoman.hosting.visitors import address_of, check_sender, ground_of, visitor_of
from dragoman.record.bounds import Bounds
from dragoman.views.question import Question
from dragoman.views.scope import Scope


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One request. `csrf` is what the forms of its answer must carry, `params` the variable parts of its path."""

    ground: Ground
    visitor: Visitor
    csrf: str
    address: str
    path: str
    query: QueryParams
    params: dict[str, str]
    bounds: Bounds
    cookies: dict[str, str]

    @contextmanager
    def scope(self, bounds: Bounds | None = None) -> Iterator[Scope]:
        """Give the record within the bounds, in one snapshot; within other ones than those of the request where some are given."""
        with self.ground.store.shelf(self.bounds if bounds is None else bounds) as shelf:
            yield Scope(shelf, recall=self.ground.memory.at(shelf.state(), shelf.bounds))

    def question(self, *, limit: int = 50) -> Question:
        """Return what the query asks for. Raises `SettingsError`."""
        return question_of(self.query, limit=limit)

    @property
    def hand(self) -> Hand:
        """The hand with which this visitor decides."""
        return self.ground.hand(self.visitor.name)

    def may(self, right: Right) -> bool:
        """Say whether this visitor has a right, for what a page offers."""
        return right in self.visitor.rights

    def note(self, what: str, thing: str = "", detail: str = "") -> None:
        """Write into the audit what this visitor did."""
        self.ground.people.note_deed(self.visitor, what, thing or None, self.address, detail or None)


def asked_of(request: Request, right: Right) -> Asked:
    """Return what a request asks, once it is known that its sender may ask it.

    Raises `LoginNeeded`, `Forbidden`, or `SettingsError` for an address that cannot be read.
    """
    ground = ground_of(request)
    who = visitor_of(request, ground)
    check_sender(request, who)
    require(who.visitor, right)
    return Asked(
        ground=ground,
        visitor=who.visitor,
        csrf=who.csrf,
        address=address_of(request),
        path=quote("/" + request.scope["path"].lstrip("/"), safe="/~"),  # "//" would be the name of another host
        query=request.query_params,
        params={name: str(value) for name, value in request.path_params.items()},
        bounds=bounds_of(request.query_params),
        cookies=request.cookies,
    )
