"""Answers -> bytes over HTTP: JSON as `exports.answers.encode` writes it, an entity tag, the way to the next page.

Law: the same answer has the same bytes, and the same tag.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Coroutine, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from fastapi.routing import APIRoute
from starlette.requests import Request
from starlette.responses import Response

from dragoman.api.choosing import NAME, check_fields, chosen, item_of, tree_of
from dragoman.api.parameters import documented
from dragoman.api.schemas import REF
from dragoman.exports.answers.encode import as_json, encode
from dragoman.hosting.asked import Asked
from dragoman.record.bounds import Bounds
from dragoman.views.question import Question
from dragoman.views.scope import Scope

HEAD = frozenset({"view", "as_of", "known_at", "today"})
"""What stands at the head of every answer of a view."""
MEDIA = "application/json"
CHOSEN = "Chosen"
"""The name of the schema of an answer of which only some `fields` were asked for."""
_HEADERS: Mapping[str, Any] = {
    "ETag": {"description": "Changes with the answer.", "schema": {"type": "string"}},
    "Link": {"description": 'The next page, where there is one (`rel="next"`).', "schema": {"type": "string"}},
}
Handler = Callable[[Request], Coroutine[Any, Any, Response]]


class Tagged(APIRoute):
    """An operation whose answers to GET carry a strong entity tag, and are not sent again to who has them (RFC 9110)."""

    def get_route_handler(self) -> Handler:
        """Return what answers a request."""
        answer = super().get_route_handler()

        async def tagged(request: Request) -> Response:
            return _tagged(request, await answer(request))

        return tagged


def _tagged(request: Request, response: Response) -> Response:
    response.headers["Vary"] = "Authorization, Cookie"
    if request.method != "GET" or response.status_code != 200 or not hasattr(response, "body"):
        return response
    body = bytes(response.body)
    if not body:
        return response
    tag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    response.headers["ETag"] = tag
    known = [one.strip().removeprefix("W/") for one in request.headers.get("if-none-match", "").split(",")]
    if tag not in known and "*" not in known:
        return response
    kept = {name: response.headers[name] for name in ("ETag", "Vary", "Link") if name in response.headers}
    return Response(status_code=304, headers=kept)


@dataclass(frozen=True, slots=True)
class View:
    """A view of the record as an operation: what it is called in its answers, and of which type they are."""

    name: str
    kind: type

    @property
    def schema(self) -> str:
        """The name of the schema of its answers."""
        return f"{self.name.capitalize()}View"

    def described(self, *parameters: Callable[..., None], **more: Any) -> dict[str, Any]:
        """Return what an operation says of itself to FastAPI: its parameters, its id, the form of its answer."""
        found = {"description": "The answer.", "content": {MEDIA: {"schema": answer_ref(self)}}, "headers": _HEADERS}
        return {
            "dependencies": documented(*parameters),
            "operation_id": self.name,
            "response_class": Response,
            "responses": {200: found, 304: {"description": "The answer is the one that `If-None-Match` names."}},
            **more,
        }

    def answer(
        self,
        asked: Asked,
        answer: Callable[[Scope, Question], Any],
        *,
        limit: int = 50,
        bounds: Bounds | None = None,
    ) -> Response:
        """Ask the record and return the answer; `bounds` where they are not those that the request names."""
        tree = tree_of(asked.query.get(NAME, ""))
        check_fields(tree, item_of(self.kind))
        question = asked.question(limit=limit)
        with asked.scope(bounds) as scope:
            found = answer(scope, question)
            body = as_json(self.name, found, scope.shelf.bounds, scope.today)
        if tree:
            body = told(chosen(json.loads(body), tree, HEAD))
        return Response(body, headers=_following(asked, found), media_type=MEDIA)


def answer_ref(view: View) -> dict[str, Any]:
    """Return where the schema of a view's answers stands: whole, or with only the `fields` that were asked for."""
    return {"anyOf": [{"$ref": f"{REF}{view.schema}"}, {"$ref": f"{REF}{CHOSEN}"}]}


def told(value: Any) -> str:
    """Return plain values as the JSON of all answers."""
    return json.dumps(value, ensure_ascii=True, indent=1) + "\n"


def given(value: Any, status: int = 200, headers: Mapping[str, str] | None = None) -> Response:
    """Return a value that is no view as an answer."""
    return Response(told(encode(value)), status, dict(headers or {}), MEDIA)


def _following(asked: Asked, answer: Any) -> dict[str, str]:
    """Return the way to the next page, where there is one."""
    cursor = getattr(answer, "next", None)
    if not isinstance(cursor, str):
        return {}
    kept = [(name, value) for name, value in asked.query.multi_items() if name != "after"]
    return {"Link": f'<{asked.path}?{urlencode([*kept, ("after", cursor)])}>; rel="next"'}
