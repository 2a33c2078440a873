"""The half of the assembly that serves: one application of API and pages on the ground of one case."""

from __future__ import annotations

import ipaddress
import secrets
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from functools import partial
from threading import Thread
from typing import TYPE_CHECKING, Any

from dragoman.desk.people import People
from dragoman.exports.charts.drawing import warm
from dragoman.hosting.errands import Errands, Worker
from dragoman.hosting.ground import Ground
from dragoman.hosting.labour import Workshop
from dragoman.settings import Settings
from dragoman.store.store import Store
from dragoman.terms.errors import DragomanError, SettingsError

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response
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
        errands=Errands(people, partial(Worker, partial(_workshop, store.url, settings, now))),
    )


def _workshop(url: str, settings: Settings, now: Callable[[], str]) -> Workshop:
    """Return what errands are done with, in the process that does them."""
    from dragoman.assembly import make_reader, provenance_of, read_many
    from dragoman.record.filing import file_report
    from dragoman.store.opening import open_store

    store = open_store(url)
    reader = make_reader(settings.pipeline, settings.codebook) if settings.workers == 1 else None
    return Workshop(
        store=store,
        people=People(store.people, now),
        read=partial(read_many, settings=settings, render=file_report, reader=reader),
        provenance=provenance_of(settings),
        now=now,
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
    from starlette.middleware import Middleware

    from dragoman.api.app import join, largest_body
    from dragoman.hosting.bodies import Bounded
    from dragoman.hosting.headers import Guarded
    from dragoman.web.app import routes

    app = FastAPI(
        title="Dragoman",
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
        redirect_slashes=False,
        middleware=[Middleware(Bounded, largest=largest_body)],
        exception_handlers=_refusals(),
        lifespan=partial(_open, ground),
    )
    app.state.ground = ground
    join(app)
    app.router.routes.extend(routes())
    return Guarded(app, ground)


@asynccontextmanager
async def _open(ground: Ground, _: Any) -> AsyncIterator[None]:
    """Do errands as long as the application is served; the first drawing, which takes a second, is done beside."""
    Thread(target=warm, daemon=True).start()
    if ground.errands is not None:
        ground.errands.start()
    try:
        yield
    finally:
        if ground.errands is not None:
            ground.errands.stop()


def _refusals() -> dict[Any, Any]:
    """Return what is answered instead of an answer: problems to programs, pages to people."""
    from fastapi.exceptions import RequestValidationError
    from starlette.exceptions import HTTPException

    from dragoman.api import problems
    from dragoman.web.lost import faulty, lost

    def http(request: Request, error: HTTPException) -> Response:
        return problems.of_http(request, error) if _is_api(request) else lost(request, error)

    def fault(request: Request, _: Exception) -> Response:
        return problems.of_fault(request) if _is_api(request) else faulty()

    return {
        DragomanError: problems.of_error,
        RequestValidationError: problems.of_values,
        HTTPException: http,
        Exception: fault,
    }


def _is_api(request: Request) -> bool:
    return request.url.path.startswith("/api/v")
