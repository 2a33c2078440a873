"""Blind double coding over HTTP: samples, what one thinks of their findings, how far coders agree."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response

from dragoman.api.answering import Tagged, given
from dragoman.api.asking import Coding
from dragoman.api.describing import answer_of, problems_of
from dragoman.api.once import Key, once
from dragoman.api.orders import Id, Values, written
from dragoman.api.parameters import FIRST, LAST, LONGEST
from dragoman.hosting.coding import Compared, Sitting, code, compared, sitting
from dragoman.record.claims import KINDS, Kind
from dragoman.terms.people import Coding as Coded
from dragoman.terms.people import Verdict
from dragoman.views.coding import Drawn, Plan

LARGEST = 500
"""Findings of a sample."""
SHOWN = (Coded, Compared, Drawn, Sitting)
Name = Annotated[str, Query(max_length=LONGEST, description="The name of a sample, as drawing it gave it.")]
Day = Annotated[date | None, Field(ge=FIRST, le=LAST)]
router = APIRouter(tags=["coding"], route_class=Tagged)


class NewSample(BaseModel):
    """A sample to be drawn: so many findings of some kinds, of reports published within some days."""

    model_config = ConfigDict(extra="forbid")
    label: Annotated[str, Field(min_length=1, max_length=100)]
    size: Annotated[int, Field(ge=1, le=LARGEST)] = 40
    first: Day = None
    last: Day = None
    kinds: Annotated[list[Kind], Field(max_length=len(KINDS))] = []


class NewCoding(BaseModel):
    """What one thinks of a finding of a sample; `values` are those of an edit."""

    model_config = ConfigDict(extra="forbid")
    sample: Id
    claim: Id
    verdict: Verdict
    values: Values | None = None
    note: Annotated[str | None, Field(max_length=10_000)] = None


@router.get(
    "/coding",
    operation_id="samples",
    responses={
        200: {
            "description": "By name.",
            "content": {"application/json": {"schema": {"type": "array", "items": {"type": "string"}}}},
        }
    },
)
def get_samples(asked: Coding) -> Response:
    """The names of the samples that somebody has begun to code."""
    return given(asked.ground.people.codings.samples())


@router.post(
    "/coding/samples",
    operation_id="draw_sample",
    status_code=201,
    responses={
        201: answer_of(Sitting, "The sample. Its name says how it is drawn; whoever has it gets the same."),
        **problems_of(404, 409, 413),
    },
)
def post_sample(asked: Coding, form: NewSample, key: Key = None) -> Response:
    """Draw a sample of the record as it is known now."""
    kinds = tuple(kind for kind in KINDS if kind in form.kinds)

    def act() -> Response:
        plan = Plan(form.label, form.size, asked.ground.now(), form.first, form.last, kinds)
        return given(sitting(asked, plan.name), 201)

    return once(asked, key, ("draw sample", form.model_dump(mode="json")), act)


@router.get(
    "/coding/sample",
    operation_id="sample",
    responses={200: answer_of(Sitting, "The sample, and one's own word on what one has coded."), **problems_of(404)},
)
def get_sample(asked: Coding, name: Name) -> Response:
    """A sample to be coded: its findings as the machine made them, without what anybody else thinks of them."""
    return given(sitting(asked, name))


@router.get(
    "/coding/codings", operation_id="codings", responses={200: answer_of(Coded, "One's last word on each.", many=True)}
)
def get_codings(
    asked: Coding, name: Annotated[str | None, Query(max_length=LONGEST, description="Only of this sample.")] = None
) -> Response:
    """What one has coded oneself."""
    return given(asked.ground.people.codings.own(asked.visitor, name or None))


@router.post(
    "/coding/codings",
    operation_id="code",
    status_code=201,
    responses={201: answer_of(Coded, "Kept."), **problems_of(404, 409, 413)},
)
def post_coding(asked: Coding, form: NewCoding, key: Key = None) -> Response:
    """Say what one thinks of a finding of a sample; the last word before another's counts. It decides nothing in the record."""

    def act() -> Response:
        values = tuple(written(form.values or {}))
        return given(code(asked, form.sample, form.claim, form.verdict, values=values, note=form.note), 201)

    return once(asked, key, ("code", form.model_dump(mode="json")), act)


@router.get(
    "/coding/agreement",
    operation_id="agreement",
    responses={200: answer_of(Compared, "Krippendorff's alpha and what it is made of."), **problems_of(404)},
)
def get_agreement(
    asked: Coding, name: Annotated[str | None, Query(max_length=LONGEST, description="Only of this sample.")] = None
) -> Response:
    """How far coders agree and where they differ: of all to who adjudicates, else of what one has coded oneself."""
    return given(compared(asked, name or None))
