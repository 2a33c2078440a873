"""Signing in and out."""

from __future__ import annotations

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from dragoman.desk.people import WHOLE
from dragoman.hosting.asked import Asked
from dragoman.hosting.failing import failure_of
from dragoman.hosting.visitors import COOKIE, address_of, ground_of, is_from_here
from dragoman.terms.errors import DragomanError, Forbidden
from dragoman.web.links import inside
from dragoman.web.rendering import bare
from dragoman.web.routing import Fields, form, word


def _ask(request: Request) -> Response:
    """Show the form; on a desk of one's own, where nobody signs in, lead to the overview."""
    ground = ground_of(request)
    if ground.lone is not None and not ground.people.any():
        return RedirectResponse("/", 303)
    return _form(request.query_params.get("back", "/"))


def _form(back: str, *, name: str = "", problem: str = "", status: int = 200) -> Response:
    return bare("login.html.j2", title="Sign in", status=status, back=inside(back), name=name, problem=problem)


async def _log_in(request: Request) -> Response:
    async with request.form(max_files=0, max_fields=8) as fields:
        return await run_in_threadpool(_opened, request, fields)


def _opened(request: Request, fields: Fields) -> Response:
    """Open a session, or say why not."""
    back, name = inside(word(fields, "back") or "/"), word(fields, "name") or ""
    password = fields.get("password")
    try:
        if not is_from_here(request):
            raise Forbidden("sign in", "the form comes from another site")
        opened = ground_of(request).people.log_in(
            name, password if isinstance(password, str) else "", address_of(request)
        )
    except DragomanError as error:
        failure = failure_of(error)
        answer = _form(back, name=name, problem=failure.detail, status=failure.status)
        answer.headers.update(failure.headers)
        return answer
    answer = RedirectResponse(back, 303)
    secure = request.url.scheme == "https"
    answer.set_cookie(COOKIE, opened.cookie, max_age=WHOLE, httponly=True, secure=secure, samesite="lax")
    return answer


def _log_out(asked: Asked, _fields: Fields) -> Response:
    cookie = asked.cookies.get(COOKIE)
    if cookie:
        asked.ground.people.log_out(cookie, asked.address)
    answer = RedirectResponse("/login", 303)
    answer.delete_cookie(COOKIE)
    return answer


ROUTES = (
    Route("/login", _ask, methods=["GET"]),
    Route("/login", _log_in, methods=["POST"]),
    form("/logout", _log_out, right="read"),
)
