"""The body of a request -> a parcel of reports: a JSON list, a table of JSON lines, or files with a form around them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any

from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request

from dragoman.api.schemas import REF
from dragoman.hosting.parcels import MOST, ROWS, Parcel, Piece, file, rows
from dragoman.sources.admit import LONGEST_REPORT
from dragoman.terms.errors import SettingsError

LARGEST = 64 * 1024 * 1024
"""Bytes that can be sent together."""
FILES = 1000
LINES = ("application/x-ndjson", "application/jsonl", "application/x-jsonlines")
Word = Annotated[str | None, Field(max_length=2000)]


class NewReport(BaseModel):
    """A report as a program sends it; `published` is its day (YYYY-MM-DD, or as tables write it)."""

    model_config = ConfigDict(extra="forbid")
    text: Annotated[str, Field(min_length=1, max_length=LONGEST_REPORT)]
    published: Annotated[str, Field(min_length=1, max_length=100, examples=["2026-03-11"])]
    publisher: Word = None
    title: Word = None
    url: Word = None
    id: Word = None
    updated: Annotated[str | None, Field(max_length=100, description="When the article itself was changed.")] = None


_REPORTS = TypeAdapter(Annotated[list[NewReport], Field(min_length=1, max_length=MOST)])
_WRITTEN = _REPORTS.json_schema(ref_template=REF + "{model}")
BODIES: Mapping[str, Any] = _WRITTEN.pop("$defs")
"""The schemas that the body names."""
_FORM: Mapping[str, Any] = {
    "type": "object",
    "properties": {
        "file": {
            "type": "array",
            "items": {"type": "string", "format": "binary"},
            "minItems": 1,
            "description": "Texts, saved web pages, tables (JSONL, CSV, Parquet), feeds, web archives.",
        },
        "published": {"type": "string", "format": "date", "description": "The day of publication of all of it."},
        "fetched": {
            "type": "string",
            "format": "date",
            "description": "When pages were saved: none is later than that.",
        },
    },
    "required": ["file"],
}
BODY: Mapping[str, Any] = {
    "required": True,
    "description": f"At most {MOST:,} reports in {LARGEST // 1024**2} MB.",
    "content": {
        "application/json": {"schema": _WRITTEN},
        LINES[0]: {"schema": {"type": "string", "description": "One JSON object a line, with the same names."}},
        "multipart/form-data": {"schema": _FORM},
    },
}


async def parcel_of(request: Request) -> tuple[Parcel, int | None]:
    """Return the parcel that a request holds, and how many reports there are in it, where that is known.

    Raises `SettingsError`, what FastAPI raises for values that are wrong, or says that a body of its kind is not taken.
    """
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind == "application/json":
        return await run_in_threadpool(_told, await request.body())
    if kind in LINES:
        return Parcel((Piece("report", await request.body(), ROWS),)), None
    if kind != "multipart/form-data":
        raise HTTPException(415, "send application/json, application/x-ndjson or multipart/form-data")
    async with request.form(max_files=FILES, max_fields=20) as form:
        return await _sent(form), None


def _told(body: bytes) -> tuple[Parcel, int]:
    try:
        told = _REPORTS.validate_json(body)
    except ValidationError as error:
        found = error.errors(include_url=False, include_context=False, include_input=False)
        raise RequestValidationError([{**one, "loc": ("body", *one["loc"])} for one in found]) from error
    return Parcel((rows([one.model_dump(exclude_none=True) for one in told]),)), len(told)


async def _sent(form: FormData) -> Parcel:
    files = [one for one in form.getlist("file") if isinstance(one, UploadFile)]
    if not files:
        error = {"loc": ("body", "file"), "msg": "send one file or more under this name", "type": "missing"}
        raise RequestValidationError([error])
    pieces = [file(one.filename or "file", await one.read()) for one in files]
    return Parcel(tuple(pieces), published=_day(form, "published"), fetched=_day(form, "fetched"))


def _day(form: FormData, name: str) -> date | None:
    written = form.get(name)
    if not isinstance(written, str) or not written.strip():
        return None
    try:
        return date.fromisoformat(written.strip())
    except ValueError as error:
        raise SettingsError(name, f"{written!r} cannot be read; write YYYY-MM-DD") from error
