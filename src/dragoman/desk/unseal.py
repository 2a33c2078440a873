"""A bundle -> what is wrong with it: broken seal, changed members, leaks. A good bundle gives nothing."""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from dragoman.desk.bundle import FORMAT, MANIFEST, seal_of
from dragoman.record.leaks import leaks_of_claim, leaks_of_report
from dragoman.terms.errors import CaseError


def faults_of(path: Path) -> tuple[str, ...]:
    """Return what is wrong with a bundle, in words.

    Raises `CaseError` where the file is no bundle at all.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            manifest = json.loads(archive.read(MANIFEST))
            if not isinstance(manifest, dict) or manifest.get("format") != FORMAT:
                raise CaseError(str(path), "is no bundle of this kind")
            return tuple(_faults(archive, manifest))
    except (OSError, zipfile.BadZipFile, KeyError, ValueError, EOFError) as error:
        raise CaseError(str(path), f"is no bundle, or a damaged one ({error})") from error


def _faults(archive: zipfile.ZipFile, manifest: dict[str, Any]) -> Iterator[str]:
    if manifest.get("seal") != seal_of(manifest):
        yield "the seal is broken: the manifest was changed"
    members = {name: archive.read(name) for name in archive.namelist() if name != MANIFEST}
    for name in sorted(members.keys() | manifest["members"].keys()):
        if name not in members:
            yield f"{name} is missing"
        elif hashlib.sha256(members[name]).hexdigest() != manifest["members"].get(name):
            yield f"{name} was changed"
    yield from _leaks(members, date.fromisoformat(manifest["as_of"]))


def _leaks(members: dict[str, bytes], as_of: date) -> Iterator[str]:
    texts = {}
    for line in members.get("reports.jsonl", b"").splitlines():
        report = json.loads(line)
        texts[report["id"]] = report["text"]
        yield from (f"leak: {leak.where} {leak.why}" for leak in leaks_of_report(report, as_of))
    for line in members.get("claims.jsonl", b"").splitlines():
        yield from (f"leak: {leak.where} {leak.why}" for leak in leaks_of_claim(json.loads(line), texts))
