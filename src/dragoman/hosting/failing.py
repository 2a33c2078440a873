"""Errors of the domain -> what HTTP calls them: one table for pages and API."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from dragoman.terms.errors import (
    DecisionError,
    DragomanError,
    EditError,
    Forbidden,
    KeyReused,
    LoginNeeded,
    LoginRefused,
    MemberError,
    NotFound,
    Refused,
    SettingsError,
    StoreError,
    Throttled,
)


@dataclass(frozen=True, slots=True)
class Failure:
    """What is answered instead: an HTTP status, a short title, what is wrong in words."""

    status: int
    title: str
    detail: str
    headers: Mapping[str, str] = field(default_factory=dict)


_STATUS: tuple[tuple[type[DragomanError], int, str], ...] = (
    (NotFound, 404, "Not in the record"),
    (LoginNeeded, 401, "Sign in first"),
    (LoginRefused, 401, "Not signed in"),
    (Forbidden, 403, "Not allowed"),
    (MemberError, 422, "Not done"),
    (KeyReused, 422, "Used before"),
    (Throttled, 429, "Too many attempts"),
    (SettingsError, 400, "Cannot be read"),
    (EditError, 422, "Cannot be written so"),
    (DecisionError, 409, "Cannot be decided so"),
    (Refused, 422, "Refused"),
    (StoreError, 503, "The record does not answer"),
)


def failure_of(error: DragomanError) -> Failure:
    """Return what an error means to one who asked over HTTP."""
    status, title = next(((s, t) for kind, s, t in _STATUS if isinstance(error, kind)), (500, "Something is wrong"))
    headers = {}
    if isinstance(error, Throttled):
        headers["Retry-After"] = str(error.seconds)
    if isinstance(error, LoginNeeded):
        headers["WWW-Authenticate"] = "Bearer"
    if isinstance(error, StoreError):
        error = StoreError("the desk", error.why)  # where the record is kept is nobody's business who asks over HTTP
    return Failure(status, title, str(error), headers)
