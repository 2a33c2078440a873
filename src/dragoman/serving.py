"""The half of the assembly that serves: one application of API and pages on the ground of one case."""

from __future__ import annotations

import ipaddress
import secrets
from collections.abc import Callable
from typing import TYPE_CHECKING

from dragoman.desk.people import People
from dragoman.hosting.ground import Ground
from dragoman.settings import Settings
from dragoman.store.store import Store
from dragoman.terms.errors import SettingsError

if TYPE_CHECKING:
    from starlette.types import ASGIApp

LOOPBACK = frozenset({"localhost", "127.0.0.1", "[::1]"})


def make_ground(store: Store, settings: Settings, *, name: str, host: str, by: str, now: Callable[[], str]) -> Ground:
    """Return what a desk at an address stands on.

    Raises `SettingsError` for an address that others reach, where nobody could sign in.
    """
    people = People(store.people, now)
    local = is_loopback(host)
    if not local and not people.any():
        why = f"{host} can be reached by others, and the case has no members; make one with `dragoman user add NAME --role admin`"
        raise SettingsError("--host", why)
    return Ground(
        name=name,
        store=store,
        people=people,
        settings=settings,
        now=now,
        key=secrets.token_urlsafe(32),
        lone=by if local else None,
        hosts=LOOPBACK | {host, f"[{host}]"},
    )


def is_loopback(host: str) -> bool:
    """Say whether nobody but this machine reaches an address."""
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def make_desk(ground: Ground) -> ASGIApp:
    """Return the application: the API, the pages, and what every answer says to a browser."""
    from fastapi import FastAPI

    from dragoman.hosting.headers import Guarded
    from dragoman.web.app import routes

    app = FastAPI(title="Dragoman", docs_url=None, redoc_url=None, openapi_url=None)
    app.state.ground = ground
    app.router.routes.extend(routes())
    return Guarded(app, ground)
