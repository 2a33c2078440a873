# ruff: noqa: FAST003 - which errand is meant is read by `errand_of`, so that none is followed that is not there
"""Errands over HTTP: reports are sent, read in the background, and followed until they are done."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import AsyncIterator
from typing import Annotated, Any

import anyio
from fastapi import APIRouter, Depends, Header, Path, Query
from fastapi.sse import EventSourceResponse, ServerSentEvent
from pydantic import BaseModel, ConfigDict, Field
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from dragoman.api.answering import Tagged, given
from dragoman.api.asking import Adding, Ruling
from dragoman.api.describing import answer_of, problems_of
from dragoman.api.once import Key
from dragoman.api.parameters import LONGEST
from dragoman.api.parcels import BODY, parcel_of
from dragoman.exports.answers.encode import encode
from dragoman.hosting.errands import DONE_HERE, Progress, progress_of
from dragoman.hosting.sending import send, send_again
from dragoman.terms.errors import StoreError
from dragoman.terms.people import Errand

SHOWN = (Progress,)
EVERY = 0.5
"""Seconds between two looks at an errand that is followed."""
STREAMS = 12
"""Streams that one member can follow at once: a browser opens six."""
FOLLOWED = 600.0
"""Seconds after which a stream ends; who still listens comes back by itself."""
router = APIRouter(route_class=Tagged)
_LOCATION = {"Location": {"description": "Where the errand is told.", "schema": {"type": "string"}}}
TAKEN = {**answer_of(Progress, "Taken; it is done in the background."), "headers": _LOCATION}


@router.post(
    "/reports",
    tags=["reports"],
    operation_id="add_reports",
    status_code=202,
    responses={202: TAKEN, **problems_of(413, 415)},
    openapi_extra={"requestBody": BODY},
)
async def post_reports(request: Request, asked: Adding, key: Key = None) -> Response:
    """Send reports: a JSON list, a table of one JSON object a line, or files as a browser sends them.

    They are read in the background, and kept a few at a time as they are read; a report that is known already adds nothing. What
    cannot be read is refused one by one, with the reason, in the errand that this gives.
    """
    parcel, total = await parcel_of(request)
    return _taken(await run_in_threadpool(send, asked, parcel, key=key, total=total))


class Anew(BaseModel):
    """What is to be read anew."""

    model_config = ConfigDict(extra="forbid")
    reports: Annotated[
        list[Annotated[str, Field(min_length=1, max_length=LONGEST)]],
        Field(max_length=10_000, description="Ids of reports; none: all of the record."),
    ] = []


@router.post(
    "/errands/reread",
    tags=["errands"],
    operation_id="reread",
    status_code=202,
    responses={202: TAKEN, **problems_of(404, 413)},
)
def post_reread(asked: Ruling, form: Anew, key: Key = None) -> Response:
    """Read kept reports anew with the reader and codebook of this desk; those that differ get a new reading.

    What people decided outranks the newer reading, too. `new` of the errand counts the reports that differ.
    """
    return _taken(send_again(asked, form.reports, key=key))


@router.get(
    "/errands",
    tags=["errands"],
    operation_id="errands",
    responses={200: answer_of(Progress, "The last first.", many=True)},
)
def get_errands(asked: Adding, limit: Annotated[int, Query(ge=1, le=200, description="How many.")] = 20) -> Response:
    """What was asked for last, and how far it has come."""
    told = (errand for errand in asked.ground.people.errands.recent(10 * limit) if errand.what in DONE_HERE)
    return given(tuple(map(progress_of, told))[:limit])


def errand_of(asked: Adding, id: Annotated[str, Path(max_length=LONGEST)]) -> Errand:  # noqa: A002 - the record's word
    """Return the errand that is asked about. Raises `NotFound`."""
    return asked.ground.people.errands.get(id)


Found = Annotated[Errand, Depends(errand_of)]


@router.get(
    "/errands/{id}",
    tags=["errands"],
    operation_id="errand",
    responses={200: answer_of(Progress, "The errand."), **problems_of(404)},
)
def get_errand(found: Found) -> Response:
    """How far an errand has come."""
    return given(progress_of(found))


_followed: Counter[tuple[int, str]] = Counter()
"""Streams that are open, by desk and member; counted where all of them run, so without a lock."""


async def following(asked: Adding) -> AsyncIterator[None]:
    """Count a stream as long as it is open. Raises `StoreError` where its member follows too many at once."""
    own = (id(asked.ground), asked.visitor.name)
    if _followed[own] >= STREAMS:
        raise StoreError("the desk", f"is followed in {STREAMS} streams by {asked.visitor.name}; end one of them first")
    _followed[own] += 1
    try:
        yield
    finally:
        _followed[own] -= 1


_EVENTS: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "`progress` whenever it has come further, `done` at the end, each with the errand as JSON.",
        "content": {"text/event-stream": {"schema": {"type": "string"}}},
    }
}


@router.get(
    "/errands/{id}/events",
    tags=["errands"],
    operation_id="errand_events",
    response_class=EventSourceResponse,
    dependencies=[Depends(following)],
    responses={**_EVENTS, **problems_of(404)},
)
async def get_errand_events(
    asked: Adding,
    found: Found,
    seen: Annotated[
        str | None, Header(alias="Last-Event-ID", max_length=LONGEST, description="The last event that was seen.")
    ] = None,
) -> AsyncIterator[ServerSentEvent]:
    """Follow an errand as server-sent events, until it is done. Who comes back hears only what is new."""
    errands, log = asked.ground.errands, asked.ground.people.errands
    with anyio.move_on_after(FOLLOWED):
        while True:
            event = _event(found)
            if event.id != seen:
                yield event
            seen = event.id
            if not found.unfinished or (errands is not None and errands.stopped.is_set()):
                return
            await anyio.sleep(EVERY)
            found = await run_in_threadpool(log.get, found.id)


def _event(errand: Errand) -> ServerSentEvent:
    told = json.dumps(encode(progress_of(errand)), ensure_ascii=True)
    return ServerSentEvent(
        raw_data=told, event="progress" if errand.unfinished else "done", id=f"{errand.id}-{errand.state}-{errand.done}"
    )


def _taken(errand: Errand) -> Response:
    return given(progress_of(errand), 202, {"Location": f"/api/v1/errands/{errand.id}"})
