"""The OpenAPI document: what FastAPI knows of the operations, with the schemas of the answers and the problems."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from importlib.metadata import version
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from dragoman.api import problems
from dragoman.api.answering import CHOSEN, MEDIA, View
from dragoman.api.parcels import BODIES
from dragoman.api.schemas import REF, Schemas, described, name_of

PROBLEM = "Problem"
DESCRIPTION = """\
The desk as JSON: every view and every action that its pages have, under the same rules.

**Bounds.** `as_of` (a day) leaves out what was published later, `known_at` (a moment) what was recorded later. Every answer of \
a view says within which bounds it holds, and from which day it is seen (`today`).

**Pages.** A list has `limit` items; where there are more, `next` is the cursor for `after`, and the header `Link` the address \
of the next page.

**Again.** Answers carry a strong `ETag`; `If-None-Match` spares those that did not change.

**Who.** A desk of one's own on this machine asks nobody to sign in. Elsewhere a program shows a token as `Authorization: \
Bearer …`; pages have a session cookie, and write only with its secret in `X-CSRF-Token`.

**Once.** What changes something takes an `Idempotency-Key`: the same key with the same request is done once and answered the \
same again; with another request it is refused.

**Problems** are `application/problem+json` (RFC 9457)."""
TAGS = (
    ("record", "Events, meetings, positions, changes, disagreements, obligations"),
    ("people", "Who is told of, and who meets whom"),
    ("reports", "Reports and their texts, publishers, coverage, search; adding reports"),
    ("decisions", "What people decide: the queue, decisions and what they would do"),
    ("coding", "Blind double coding, and how far coders agree"),
    ("errands", "What is done in the background"),
    ("desk", "The visitor, members, tokens, the audit, backups, the codebook"),
)
_EVERYWHERE = (400, 401, 403, 422, 429, 500, 503)


def problems_of(*more: int) -> dict[int | str, dict[str, Any]]:
    """Return the problems with which every operation can answer, and `more`, as FastAPI documents them."""
    content = {problems.MEDIA: {"schema": {"$ref": REF + PROBLEM}}}
    known = sorted({*_EVERYWHERE, *more})
    return {status: {"description": problems.KINDS[status], "content": content} for status in known}


def answer_of(kind: type, words: str, *, many: bool = False) -> dict[str, Any]:
    """Return what an operation says of an answer that is no view: a value of a type that its module has among `SHOWN`."""
    one = {"$ref": REF + name_of(kind)}
    schema = {"type": "array", "items": one} if many else one
    return {"description": words, "content": {MEDIA: {"schema": schema}}}


def describing(app: FastAPI, views: Iterable[View], shown: Iterable[type]) -> Callable[[], dict[str, Any]]:
    """Return what gives the OpenAPI document of an application, made once."""

    def document() -> dict[str, Any]:
        if app.openapi_schema is None:
            app.openapi_schema = _document(app, tuple(views), tuple(shown))
        return app.openapi_schema

    return document


def _document(app: FastAPI, views: tuple[View, ...], shown: tuple[type, ...]) -> dict[str, Any]:
    made = get_openapi(
        title=app.title,
        version=version("dragoman"),
        summary="A cited, dated, correctable record of a negotiation",
        description=DESCRIPTION,
        routes=app.routes,
        tags=[{"name": name, "description": told} for name, told in TAGS],
    )
    for operation in (one for methods in made["paths"].values() for one in methods.values()):
        operation["summary"] = summary_of(operation["description"])
    schemas = Schemas()
    envelopes = {view.schema: _envelope(schemas, view) for view in views}
    for kind in shown:
        schemas.ref(kind)
    there: dict[str, Any] = made.setdefault("components", {}).setdefault("schemas", {})
    for unused in ("HTTPValidationError", "ValidationError"):
        there.pop(unused, None)
    held = {**schemas.held, **envelopes, **BODIES, PROBLEM: dict(problems.SCHEMA), CHOSEN: _CHOSEN}
    there |= held
    made["components"]["schemas"] = dict(sorted(there.items()))
    made["components"]["securitySchemes"] = dict(_SECURITY)
    made["x-problems"] = {str(status): words for status, words in problems.KINDS.items()}
    made["security"] = [{"token": []}, {"session": []}, {}]
    return made


def summary_of(words: str) -> str:
    """Return the first sentence of a description."""
    return " ".join(words.partition("\n\n")[0].split()).partition(". ")[0].removesuffix(".")


def _envelope(schemas: Schemas, view: View) -> dict[str, Any]:
    """Return the schema of a view's answer: its own fields after the head that all have."""
    own = schemas.whole(view.kind)
    properties = {**_HEAD, "view": {"const": view.name}, **own["properties"]}
    return {**own, "description": described(view.kind), "properties": properties, "required": list(properties)}


_HEAD: Mapping[str, Any] = {
    "view": {"type": "string"},
    "as_of": {"anyOf": [{"type": "string", "format": "date"}, {"type": "null"}]},
    "known_at": {"anyOf": [{"type": "string"}, {"type": "null"}]},
    "today": {"anyOf": [{"type": "string", "format": "date"}, {"type": "null"}]},
}
_CHOSEN: Mapping[str, Any] = {
    "type": "object",
    "description": "An answer of which only some `fields` were asked for.",
    "properties": {**_HEAD, "items": {"type": "array", "items": {"type": "object"}}},
    "required": list(_HEAD),
}
_SECURITY: Mapping[str, Any] = {
    "token": {"type": "http", "scheme": "bearer", "description": "A token of a member, for programs."},
    "session": {"type": "apiKey", "in": "cookie", "name": "dragoman", "description": "The session of a browser."},
}
