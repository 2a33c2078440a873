"""The desk itself: a backup of the case, the codebook by which it is read, with what it was read."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from fastapi import APIRouter
from starlette.background import BackgroundTask
from starlette.responses import FileResponse, Response

from dragoman.api.answering import Tagged, given
from dragoman.api.asking import Reading, Ruling
from dragoman.api.describing import answer_of
from dragoman.resolving.codes import load_codebook
from dragoman.resolving.coding import Rule

router = APIRouter(tags=["desk"], route_class=Tagged)


@dataclass(frozen=True, slots=True)
class Codes:
    """The rules by which a finding gets its codes, in the order in which they are tried, and the words for matters."""

    name: str
    rules: tuple[Rule, ...]
    words: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Version:
    """A reader and a codebook, and how many reports that count were read with them."""

    reader: str
    codebook: str
    reports: int


SHOWN = (Codes, Version)


@router.get("/codebook", operation_id="codebook", responses={200: answer_of(Codes, "The codebook.")})
def get_codebook(asked: Reading) -> Response:
    """The codebook with which reports are read here: PLOVER types and CAMEO codes, with definitions and examples."""
    book = load_codebook(asked.ground.settings.codebook)
    return given(Codes(book.name, book.rules, book.words))


@router.get(
    "/versions", operation_id="versions", responses={200: answer_of(Version, "Readers and codebooks.", many=True)}
)
def get_versions(asked: Reading) -> Response:
    """With which readers and codebooks the reports of the record were read."""
    return given(tuple(Version(*one) for one in asked.ground.store.readings()))


@router.post(
    "/backup",
    operation_id="backup",
    response_class=FileResponse,
    responses={
        200: {
            "description": "The whole case in one file.",
            "content": {"application/gzip": {"schema": {"type": "string", "format": "binary"}}},
        }
    },
)
def post_backup(asked: Ruling) -> Response:
    """The whole record in one file, which `dragoman restore` makes a case of in either database."""
    folder = tempfile.TemporaryDirectory(prefix="dragoman-backup-")
    file = Path(folder.name, "backup")
    try:
        asked.ground.store.backup(file)
    except BaseException:
        folder.cleanup()
        raise
    asked.note("backup", detail=f"{file.stat().st_size} bytes")
    name = "".join(c if c.isascii() and c.isalnum() else "-" for c in asked.ground.name).strip("-") or "case"
    done = BackgroundTask(folder.cleanup)
    return FileResponse(file, media_type="application/gzip", filename=f"{name}.backup", background=done)
