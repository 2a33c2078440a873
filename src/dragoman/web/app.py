"""All pages, joined."""

from __future__ import annotations

from importlib import import_module

from starlette.responses import Response
from starlette.routing import BaseRoute, Mount
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

PAGES = (
    "account",
    "actor",
    "adding",
    "admin",
    "changes",
    "coding",
    "coverage",
    "decisions",
    "disagreements",
    "docket",
    "documentation",
    "join",
    "login",
    "meeting",
    "network",
    "obligations",
    "overview",
    "people",
    "positions",
    "proposal",
    "report",
    "reports",
    "review",
    "search",
    "sources",
    "timeline",
)
"""The modules of the pages; each has its `ROUTES`."""


class _Kept(StaticFiles):
    """Files whose address changes with their content: a browser may keep them."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """Return a file."""
        answer = await super().get_response(path, scope)
        if scope.get("query_string"):
            answer.headers["cache-control"] = "public, max-age=31536000, immutable"
        return answer


def routes() -> list[BaseRoute]:
    """Return the routes of all pages."""
    pages = [route for name in PAGES for route in import_module(f"dragoman.web.pages.{name}").ROUTES]
    return [Mount("/static", _Kept(packages=[("dragoman.web", "static")]), name="static"), *pages]
