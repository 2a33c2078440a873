"""The API for people: its OpenAPI document as a page, so that nobody needs a network to read it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from dragoman.hosting.asked import Asked, asked_of
from dragoman.terms.errors import DragomanError
from dragoman.web.rendering import render
from dragoman.web.routing import failed

PATH = "/api/docs"
DOCUMENT = "/api/v1/openapi.json"
_SCHEMAS = "#/components/schemas/"
Schema = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Body:
    """What is sent or answered: of which media type, in which form."""

    media: str
    form: Schema


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer of an operation: its status, what it means, its forms."""

    status: str
    told: str
    bodies: tuple[Body, ...]


@dataclass(frozen=True, slots=True)
class Operation:
    """One operation of the API."""

    id: str
    method: str
    path: str
    tag: str
    summary: str
    told: tuple[str, ...]
    parameters: tuple[Mapping[str, Any], ...]
    bodies: tuple[Body, ...]
    answers: tuple[Answer, ...]
    problems: tuple[str, ...]


def operations_of(document: Mapping[str, Any]) -> Iterator[Operation]:
    """Yield the operations of an OpenAPI document in its order."""
    for path, methods in document["paths"].items():
        for method, told in methods.items():
            answers = told["responses"]
            yield Operation(
                id=told["operationId"],
                method=method.upper(),
                path=path,
                tag=told["tags"][0],
                summary=told["summary"],
                told=tuple(told.get("description", "").split("\n\n")),
                parameters=tuple(told.get("parameters", ())),
                bodies=_bodies(told.get("requestBody", {})),
                answers=tuple(Answer(s, a["description"], _bodies(a)) for s, a in answers.items() if s < "400"),
                problems=tuple(status for status in answers if status >= "400"),
            )


def _bodies(held: Mapping[str, Any]) -> tuple[Body, ...]:
    return tuple(Body(media, one.get("schema", {})) for media, one in held.get("content", {}).items())


def grouped(document: Mapping[str, Any]) -> Sequence[tuple[str, str, tuple[Operation, ...]]]:
    """Return the operations by what they are about: a name, what it is, the operations."""
    every = tuple(operations_of(document))
    return [
        (tag["name"], tag["description"], tuple(one for one in every if one.tag == tag["name"]))
        for tag in document["tags"]
    ]


def named(reference: str) -> str:
    """Return the name of the schema that a reference means."""
    return reference.removeprefix(_SCHEMAS)


def bare(form: Schema) -> Schema:
    """Return the form of a value that may be left out, without the null that stands for that."""
    others = [one for one in form.get("anyOf", ()) if one.get("type") != "null"]
    return others[0] if len(others) == 1 else form


def _answer(request: Request) -> Response:
    asked: Asked | None = None
    try:
        asked = asked_of(request, "read")
        document = request.app.openapi()
        return render(
            asked,
            "documentation.html.j2",
            title="API",
            groups=grouped(document),
            schemas=document["components"]["schemas"],
            problems=document["x-problems"],
            named=named,
            bare=bare,
            document=DOCUMENT,
        )
    except DragomanError as error:
        return failed(request, asked, error)


ROUTES = (Route(PATH, _answer, methods=["GET"], name=PATH),)
