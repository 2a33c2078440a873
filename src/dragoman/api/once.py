"""`Idempotency-Key`: what is asked for twice with the same key is done once, and answered the same again.

Law: what was done is remembered; what failed changed nothing, and may be asked for again.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from typing import Annotated, Any

from fastapi import Header
from starlette.responses import Response

from dragoman.hosting.asked import Asked
from dragoman.terms.errors import DecisionError
from dragoman.terms.people import Errand

Key = Annotated[
    str | None,
    Header(
        alias="Idempotency-Key",
        min_length=1,
        max_length=200,
        description="A word of your own (a UUID, say) for this request: sent again with it, it is done once.",
    ),
]
AGAIN = "Idempotency-Replayed"
_KEPT = ("location",)


def digest_of(what: str, request: Any) -> str:
    """Return what tells requests apart."""
    written = json.dumps([what, request], sort_keys=True, default=str)
    return hashlib.sha256(written.encode("utf-8", "surrogatepass")).hexdigest()


def once(
    asked: Asked, key: str | None, request: tuple[str, Any], act: Callable[[], Response], *, silent: Any = None
) -> Response:
    """Do something once for a key, and give its answer again for the same request.

    `request` names what is done, with what; `silent` is the answer to be remembered instead, where it holds a secret.
    Raises `KeyReused`, or `DecisionError` while the same request is being done.
    """
    if key is None:
        return act()
    what, told = request
    log = asked.ground.people.errands
    errand, new = log.open(asked.visitor, what, digest=digest_of(what, told), key=key)
    if not new and errand.state != "failed":
        return _again(errand)
    try:
        response = act()
    except BaseException as error:
        log.finish(errand.id, error=str(error)[:500] or type(error).__name__)
        raise
    log.finish(errand.id, note=_remembered(response, silent))
    return response


def _remembered(response: Response, silent: Any) -> str:
    body = bytes(response.body).decode() if silent is None else silent(bytes(response.body).decode())
    headers = {name: response.headers[name] for name in _KEPT if name in response.headers}
    return json.dumps({"status": response.status_code, "headers": headers, "body": body})


def _again(errand: Errand) -> Response:
    """Return the answer that was given before."""
    if errand.state != "done" or errand.note is None:
        raise DecisionError(errand.what, "the same request is being done at this moment; ask again in a while")
    told = json.loads(errand.note)
    return Response(told["body"], told["status"], {**told["headers"], AGAIN: "true"}, "application/json")
