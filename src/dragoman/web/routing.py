"""A page as a route: the right that it asks for, its answer, and what is shown where there is none."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, QueryParams
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from dragoman.desk.access import Right
from dragoman.hosting.asked import Asked, asked_of
from dragoman.hosting.asking import day_of
from dragoman.hosting.failing import failure_of
from dragoman.hosting.visitors import check_secret
from dragoman.terms.errors import DragomanError, LoginNeeded, SettingsError
from dragoman.web.links import inside
from dragoman.web.rendering import bare, render

Show = Callable[[Asked], Response]
Fields = FormData
Act = Callable[[Asked, Fields], Response]


def page(path: str, show: Show, *, right: Right = "read") -> Route:
    """Return the route of a page that shows something."""

    def answer(request: Request) -> Response:
        asked: Asked | None = None
        try:
            asked = asked_of(request, right)
            asked.ground.people.note_visit(asked.visitor.name)
            return show(asked)
        except DragomanError as error:
            return failed(request, asked, error)

    return Route(path, answer, methods=["GET"], name=path)


def form(path: str, act: Act, *, right: Right) -> Route:
    """Return the route of a form that does something, and then leads to a page. Its secret is checked here."""

    async def answer(request: Request) -> Response:
        asked: Asked | None = None
        try:
            asked = await run_in_threadpool(asked_of, request, right)
            async with request.form(max_files=200, max_fields=500) as fields:
                check_secret(word(fields, "csrf") or "", asked.csrf)
                return await run_in_threadpool(act, asked, fields)
        except DragomanError as error:
            return await run_in_threadpool(failed, request, asked, error)

    return Route(path, answer, methods=["POST"], name=f"do {path}")


def failed(request: Request, asked: Asked | None, error: DragomanError) -> Response:
    """Return what is shown where there is no answer: the way to sign in, or what is wrong and what to do."""
    if isinstance(error, LoginNeeded) and request.method == "GET":
        back = request.url.path + (f"?{request.url.query}" if request.url.query else "")
        return RedirectResponse(f"/login?{urlencode({'back': back})}", 303)
    failure = failure_of(error)
    if asked is None:
        asked = _somebody(request)
    near = getattr(error, "near", ())
    shown: Mapping[str, object] = {"failure": failure, "near": near}
    if asked is None:
        answer = bare("refused.html.j2", title=failure.title, status=failure.status, **shown)
    else:
        answer = render(asked, "failed.html.j2", title=failure.title, status=failure.status, **shown)
    answer.headers.update(failure.headers)
    return answer


def _somebody(request: Request) -> Asked | None:
    """Return the request as a plain look at the overview, for the frame around an error; None for who may not even look."""
    try:
        plain = Request({**request.scope, "query_string": b"", "method": "GET"})
        return asked_of(plain, "read")
    except DragomanError:
        return None


def done(where: str) -> Response:
    """Lead to a page after something was done."""
    return RedirectResponse(inside(where), 303)


def word(fields: Fields, name: str) -> str | None:
    """Return a word of a form, None where it is missing or empty."""
    value = fields.get(name)
    return value.strip() or None if isinstance(value, str) else None


def needed(fields: Fields, name: str) -> str:
    """Return a word that a form must have. Raises `SettingsError`."""
    found = word(fields, name)
    if found is None:
        raise SettingsError(name, "is missing")
    return found


def words(fields: Fields, name: str) -> tuple[str, ...]:
    """Return all values of a name in a form."""
    return tuple(value for value in fields.getlist(name) if isinstance(value, str) and value)


def day(fields: Fields, name: str) -> date | None:
    """Return a day of a form, None where it is empty; it is bounded as a day of an address is. Raises `SettingsError`."""
    return day_of(QueryParams([(name, word(fields, name) or "")]), name)
