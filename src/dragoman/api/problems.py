"""What is wrong with a request, as application/problem+json (RFC 9457): never a traceback, never another form."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any

from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from dragoman.hosting.failing import Failure, failure_of
from dragoman.terms.errors import DragomanError

MEDIA = "application/problem+json"
DOCUMENTED = "/api/docs#problem-"
"""Where the kinds of problem are told for people, by status."""
TOLD = 20
"""Errors of one request that are told."""
KINDS: Mapping[int, str] = {
    400: "A value of the address cannot be read, or the body is none.",
    401: "Nobody is known by this request: sign in, or send a token as `Authorization: Bearer …`.",
    403: "The visitor is known and lacks the right that this asks for.",
    404: "The record holds nothing of this id or name, within the bounds that are asked for. `near` has names like it.",
    405: "The operation is not made with this method.",
    409: "A decision that cannot be taken so, or the same request is being done at this moment.",
    413: "The body is larger than is taken.",
    415: "The body is of a kind that is not taken.",
    422: "A value is missing or not what this operation takes (`errors` says which), or what was written cannot be kept so.",
    429: "Too many attempts; `Retry-After` says when the next one is heard.",
    500: "A fault of the desk. It is in the log of the one who runs it.",
    503: "The record does not answer, or nothing is read in the background here.",
}
"""The problems that operations answer with, by status."""
SCHEMA: Mapping[str, Any] = {
    "type": "object",
    "description": "What is wrong, after RFC 9457.",
    "properties": {
        "type": {"type": "string", "format": "uri-reference", "description": "The kind of problem: where it is told."},
        "title": {"type": "string", "description": "The kind of problem in a few words."},
        "status": {"type": "integer", "description": "The HTTP status."},
        "detail": {"type": "string", "description": "What is wrong with this request, for a person."},
        "instance": {"type": "string", "description": "The path that was asked for."},
        "near": {"type": "array", "items": {"type": "string"}, "description": "Names that are like the one asked for."},
        "errors": {
            "type": "array",
            "description": "Which values of the request are wrong.",
            "items": {
                "type": "object",
                "properties": {"where": {"type": "string"}, "detail": {"type": "string"}},
                "required": ["where", "detail"],
                "additionalProperties": False,
            },
        },
    },
    "required": ["type", "title", "status", "detail", "instance"],
    "additionalProperties": False,
}


def problem(request: Request, failure: Failure, **more: Any) -> Response:
    """Return a failure as a problem; `more` are members beside the usual ones."""
    told = {
        "type": f"{DOCUMENTED}{failure.status}",
        "title": failure.title,
        "status": failure.status,
        "detail": failure.detail,
        "instance": request.url.path,
        **{name: value for name, value in more.items() if value},
    }
    body = json.dumps(told, ensure_ascii=True, indent=1) + "\n"
    return Response(body, failure.status, dict(failure.headers), MEDIA)


def of_error(request: Request, error: DragomanError) -> Response:
    """Return an error of the domain as a problem."""
    return problem(request, failure_of(error), near=list(getattr(error, "near", ())))


def of_values(request: Request, error: RequestValidationError) -> Response:
    """Return wrong values of a request as a problem: all of them, each with its place."""
    told = [{"where": _place(e["loc"]), "detail": str(e["msg"])} for e in error.errors()[:TOLD]]
    detail = "; ".join(f"{one['where']}: {one['detail']}" for one in told)
    return problem(request, Failure(422, "Not what is taken", detail), errors=told)


def of_http(request: Request, error: HTTPException) -> Response:
    """Return what the routing says (no such path, no such method, too large) as a problem."""
    phrase = _TITLES.get(error.status_code) or HTTPStatus(error.status_code).phrase
    detail = _WORDS.get(error.status_code, str(error.detail))
    return problem(request, Failure(error.status_code, phrase, detail, dict(error.headers or {})))


def of_fault(request: Request) -> Response:
    """Return a fault of ours as a problem that tells nothing of the inside."""
    return problem(request, Failure(500, "Something is wrong", "a fault of the desk; it is in the log"))


_TITLES = {404: "Not there", 405: "Not with this method", 413: "Too large", 415: "Not of this kind"}
_WORDS = {
    404: "there is no such operation; /api/docs tells which there are",
    405: "the operation is not made with this method",
    413: "the body is too large",
}


def _place(parts: Sequence[Any]) -> str:
    return ".".join(str(part) for part in parts)
