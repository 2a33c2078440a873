"""Who works with a record, and what they did with it: members, tokens, the audit, errands, codings. No part of the record itself.

Moments are ISO texts in UTC.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

Role = Literal["reader", "coder", "adjudicator", "admin"]
Right = Literal["read", "code", "add", "adjudicate", "admin"]
How = Literal["loopback", "session", "token"]
"""How somebody is known: by working on the machine itself, by a password, by a token."""
Verdict = Literal["accept", "reject", "edit"]
ErrandState = Literal["queued", "running", "done", "failed"]


@dataclass(frozen=True, slots=True)
class Membership:
    """One who may work with a case: the name that stands by every decision, the role, since when, and no more since when."""

    name: str
    role: Role
    created: str
    disabled: str | None = None


@dataclass(frozen=True, slots=True)
class AccessToken:
    """What lets a program in for a member: never more than `scopes`, never more than the member may. The secret is not kept."""

    id: str
    name: str
    member: str
    scopes: tuple[Right, ...]
    created: str
    expires: str | None = None
    revoked: str | None = None
    used: str | None = None


@dataclass(frozen=True, slots=True)
class Audited:
    """One thing that somebody did: who (None where nobody was known), how they were known, when, what, to what, from where."""

    id: int
    member: str | None
    how: How
    moment: str
    what: str
    thing: str | None = None
    address: str | None = None
    detail: str | None = None


@dataclass(frozen=True, slots=True)
class Audit:
    """A page of what was done, the last first. `total` counts all that was asked for, `next` is the cursor of the page after."""

    items: tuple[Audited, ...]
    total: int
    next: str | None


@dataclass(frozen=True, slots=True)
class Errand:
    """Something that was asked for once and may take a while.

    `what` names it, `key` is the idempotency key and `digest` what the request was, so that asking twice is doing once. `total`
    is None where it is not known yet. `note` is what there is to tell of it, `error` why it failed.
    """

    id: str
    member: str
    what: str
    key: str | None
    digest: str
    state: ErrandState
    total: int | None
    done: int
    new: int
    known: int
    refused: int
    note: str | None
    error: str | None
    opened: str
    finished: str | None

    @property
    def unfinished(self) -> bool:
        """True where there is still something to do."""
        return self.state in ("queued", "running")


@dataclass(frozen=True, slots=True)
class Coding:
    """What one coder thinks of one finding of a sample, without having seen what others think. `change` are the values of an edit."""

    sample: str
    claim: str
    coder: str
    verdict: Verdict
    moment: str
    change: Mapping[str, Any] = field(default_factory=dict)
    note: str | None = None
