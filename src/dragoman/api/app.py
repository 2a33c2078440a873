"""All operations, joined: what `serving` puts into an application."""

from __future__ import annotations

from fastapi import APIRouter, FastAPI
from starlette.responses import Response

from dragoman.api import coding, decisions, desk, errands, members, record, sources
from dragoman.api.answering import Tagged, told
from dragoman.api.asking import Reading
from dragoman.api.describing import describing, problems_of
from dragoman.api.parcels import LARGEST as LARGEST_PARCEL

PREFIX = "/api/v1"
GROUPS = (record, sources, decisions, coding, errands, members, desk)
"""The modules of the operations; each has its `router`, the `VIEWS` that it answers with, other types that are `SHOWN`."""
LARGEST = 1_000_000
"""Bytes of a body to an operation or a page, but for reports."""


def join(app: FastAPI) -> None:
    """Add all operations to an application, with the document that describes them."""
    router = APIRouter(prefix=PREFIX, responses=problems_of(404))
    for group in GROUPS:
        router.include_router(group.router)
    router.include_router(_described(app))
    app.include_router(router)
    views = [view for group in GROUPS for view in getattr(group, "VIEWS", ())]
    shown = [kind for group in GROUPS for kind in getattr(group, "SHOWN", ())]
    app.openapi = describing(app, views, shown)  # type: ignore[method-assign]


def largest_body(path: str) -> int:
    """Return how many bytes may be sent to a path: many only where reports are sent."""
    return LARGEST_PARCEL if path in (f"{PREFIX}/reports", "/add") else LARGEST


def _described(app: FastAPI) -> APIRouter:
    router = APIRouter(route_class=Tagged)

    @router.get("/openapi.json", include_in_schema=False)
    def get_openapi(_: Reading) -> Response:
        """Return the description of all operations (OpenAPI 3.1)."""
        return Response(told(app.openapi()), media_type="application/json")

    return router
