"""Pages for what is no page: an address that leads nowhere, a method that is not taken, a fault of ours."""

from __future__ import annotations

from http import HTTPStatus

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from dragoman.hosting.failing import Failure
from dragoman.terms.errors import NotFound
from dragoman.web.rendering import bare
from dragoman.web.routing import failed


def lost(request: Request, error: HTTPException) -> Response:
    """Return the page for an address or a method that nothing answers to."""
    if error.status_code == HTTPStatus.NOT_FOUND:
        return failed(request, None, NotFound("page", request.url.path, where="on this desk"))
    phrase = HTTPStatus(error.status_code).phrase
    failure = Failure(error.status_code, phrase, f"{phrase.lower()}: {request.url.path}", dict(error.headers or {}))
    return _told(failure)


def faulty() -> Response:
    """Return the page for a fault of ours; it tells nothing of the inside."""
    return _told(
        Failure(500, "Something is wrong", "This is a fault of the desk; it is in the log of the one who runs it.")
    )


def _told(failure: Failure) -> Response:
    answer = bare("refused.html.j2", title=failure.title, status=failure.status, failure=failure, near=())
    answer.headers.update(failure.headers)
    return answer
