"""An actor of the record as answers name it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from dragoman.record.claims import Claim
from dragoman.record.identity.actors.cast import Identity
from dragoman.record.identity.actors.cast import side as side_of_identity
from dragoman.record.identity.meetings.sights import side
from dragoman.terms.findings import Actor
from dragoman.views.scope import Scope


@dataclass(frozen=True, slots=True)
class Who:
    """An actor of the record in an answer: `id` is that of its identity, `side` the state or land for which it acts."""

    id: str
    name: str
    kind: str
    side: str


def who(scope: Scope, actor: Actor, on: date) -> Who:
    """Return an actor as the record knows it on a day."""
    known = scope.cast.of(actor, on)
    return Who(known.id, known.name, known.kind, side(actor, scope.cast, on))


def who_is(identity: Identity) -> Who:
    """Return an identity as answers name it."""
    return Who(identity.id, identity.name, identity.kind, side_of_identity(identity))


def each_once(scope: Scope, told: Iterable[tuple[Claim, Actor]]) -> tuple[Who, ...]:
    """Return each actor once, in the order of its first claim."""
    found: dict[str, Who] = {}
    for claim, actor in told:
        known = who(scope, actor, claim.published)
        found.setdefault(known.id, known)
    return tuple(found.values())
