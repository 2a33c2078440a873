"""Decisions over HTTP: what waits for one, those that were taken, what one would do, and taking one."""

from __future__ import annotations

from functools import partial
from typing import Annotated

from fastapi import APIRouter, Body, Query
from starlette.responses import Response

from dragoman.api.answering import Tagged, View, given
from dragoman.api.asking import Coding, Reading
from dragoman.api.describing import answer_of, problems_of
from dragoman.api.once import Key, once
from dragoman.api.orders import Form
from dragoman.api.parameters import PAGE, actor, days, kinds
from dragoman.desk.decide import Taken
from dragoman.desk.drafts import Drafts
from dragoman.hosting.deciding import decide, drafted, permit
from dragoman.record.claims import KINDS
from dragoman.views.decisions import Decisions, decisions
from dragoman.views.preview import Preview, preview
from dragoman.views.review import Queue, review

REVIEW = View("review", Queue)
DECISIONS = View("decisions", Decisions)
PREVIEW = View("preview", Preview)
VIEWS = (REVIEW, DECISIONS, PREVIEW)
SHOWN = (Taken,)
router = APIRouter(tags=["decisions"], route_class=Tagged)
Written = Annotated[
    Form,
    Body(
        discriminator="verb",
        openapi_examples={
            "accept": {"value": {"verb": "accept", "claim": "p1f0a3c5e7b9d2f4"}},
            "edit": {
                "value": {
                    "verb": "edit",
                    "claim": "p1f0a3c5e7b9d2f4",
                    "values": {"stance": "rejects", "date": "2026-03-11"},
                }
            },
            "merge": {"value": {"verb": "merge", "thing": "actor", "things": ["a1", "a2"], "why": "one and the same"}},
            "undo": {"value": {"verb": "undo", "decision": "d0123456789a"}},
        },
    ),
]


@router.get("/review", **REVIEW.described(actor, days, kinds(*KINDS), *PAGE))
def get_review(
    asked: Coding,
    decided: Annotated[
        bool, Query(description="What was decided instead, the last first, with the machine's own.")
    ] = False,
) -> Response:
    """What a person should look at first: doubtful pairs, what is disputed, what one origin alone tells, then the rest."""
    return REVIEW.answer(asked, partial(review, decided=decided))


@router.get("/decisions", **DECISIONS.described(*PAGE))
def get_decisions(
    asked: Reading,
    orphaned: Annotated[bool, Query(description="Only those about words that no reader finds any more.")] = False,
) -> Response:
    """What people decided, the last decision first, each with what has become of it."""
    return DECISIONS.answer(asked, partial(decisions, orphaned=orphaned))


@router.post(
    "/decisions",
    operation_id="decide",
    status_code=201,
    responses={
        201: answer_of(Taken, "The decision, written."),
        200: answer_of(Taken, "The same person took the same decision before; nothing was written."),
        **problems_of(404, 409, 413),
    },
)
def post_decision(asked: Coding, form: Written, key: Key = None) -> Response:
    """Take a decision: accept, reject, edit, add, skip, note, undo; merge, split, link, retract for who adjudicates.

    Taking back what somebody else decided is for who adjudicates, too. A decision names members (ids of findings, actors, proposals,
    meetings, reports), outranks the machine and can be undone.
    """

    def act() -> Response:
        taken = decide(asked, form.order)
        return given(taken, 201 if taken.new else 200)

    return once(asked, key, ("decide", form.model_dump(mode="json")), act)


@router.post("/decisions/preview", **PREVIEW.described(status_code=200))
def post_preview(asked: Coding, form: Written) -> Response:
    """What a decision would do, without taking it: the things before and after, and what it touches."""
    permit(asked, form.order)
    with asked.ground.store.shelf() as shelf:
        draft = drafted(Drafts(shelf, asked.visitor.name, asked.ground.now), form.order)
    return PREVIEW.answer(asked, partial(preview, draft=draft))
