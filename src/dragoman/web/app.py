"""All pages, joined."""

from __future__ import annotations

from starlette.responses import Response
from starlette.routing import BaseRoute, Mount
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from dragoman.web.pages import login, positions
from dragoman.web.routing import joined


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
    return [
        Mount("/static", _Kept(packages=[("dragoman.web", "static")]), name="static"),
        *joined(positions.ROUTES, login.ROUTES),
    ]
