"""The record as of a day -> one sealed file: reports, claims and answers, with the hash of everything that they came from.

The file is a ZIP archive. The same slice gives the same bytes. Nothing in it is later than its day: what would be is told as a
leak, and no file is written.
"""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any, Self

from dragoman.record.claims import Card, Claim
from dragoman.record.leaks import Leak, leaks_of_claim, leaks_of_report
from dragoman.record.packing import plain
from dragoman.record.shelf import Shelf, Wanted
from dragoman.terms.errors import CaseError

FORMAT = "dragoman bundle 1"
MANIFEST = "manifest.json"
_EPOCH = (1980, 1, 1, 0, 0, 0)
_AT_ONCE = 64
_LEAKS_TOLD = 20


class Leaking(CaseError):
    """A slice that would know more than its day."""

    def __init__(self, where: str, as_of: date, leaks: list[Leak]) -> None:
        told = "; ".join(f"{leak.where} {leak.why}" for leak in leaks[:_LEAKS_TOLD])
        more = f"; and {len(leaks) - _LEAKS_TOLD} more" if len(leaks) > _LEAKS_TOLD else ""
        super().__init__(where, f"{len(leaks)} leaks into the slice of {as_of.isoformat()}: {told}{more}")
        self.leaks = tuple(leaks)


@dataclass(frozen=True, slots=True)
class Slice:
    """What a bundle is made of, beside the shelf.

    `answers` are views as JSON by name, `made_by` the readers and codebooks of the readings, `decisions` the ids of those that
    count, `without` the reports that are left out.
    """

    answers: Mapping[str, str]
    made_by: tuple[Mapping[str, Any], ...]
    decisions: tuple[str, ...] = ()
    without: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Sealed:
    """What was sealed: how many reports and claims, which reports were left out, the seal."""

    file: str
    as_of: date
    reports: int
    claims: int
    left_out: tuple[str, ...]
    seal: str


def changed_later(shelf: Shelf, as_of: date) -> frozenset[str]:
    """Return the reports of which only a text is kept that was changed after the day."""
    return frozenset(card.id for card in shelf.cards() if any(leaks_of_report(_card(card), as_of)))


def seal(shelf: Shelf, path: Path, made_of: Slice) -> Sealed:
    """Write the slice that a shelf shows (its `as_of` is the day) to a file.

    Raises `Leaking` where the slice would know more than its day; no file is written then.
    """
    part = path.with_name(path.name + ".part")
    try:
        sealed = _write(shelf, path, part, made_of)
        part.replace(path)
    except OSError as error:
        raise CaseError(str(path), f"cannot be written ({error.strerror or error})") from error
    finally:
        part.unlink(missing_ok=True)
    return sealed


def _write(shelf: Shelf, path: Path, part: Path, made_of: Slice) -> Sealed:
    as_of = shelf.bounds.as_of
    assert as_of is not None, "a slice has a day"
    leaks: list[Leak] = []
    inputs: list[dict[str, Any]] = []
    hashes: dict[str, str] = {}
    claims = 0
    with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as archive:
        with _Member(archive, "reports.jsonl", hashes) as member:
            for report in _reports(shelf, made_of.without):
                leaks += leaks_of_report(report, as_of)
                inputs.append(_input(report))
                member.line(report)
        with _Member(archive, "claims.jsonl", hashes) as member:
            for claim, texts in _claims(shelf, made_of.without):
                leaks += leaks_of_claim(claim, texts)
                claims += 1
                member.line(claim)
        if leaks:
            raise Leaking(str(path), as_of, leaks)
        for name in sorted(made_of.answers):
            with _Member(archive, f"answers/{name}.json", hashes) as member:
                member.write(made_of.answers[name])
        manifest = _manifest(shelf, made_of, inputs, hashes)
        with _Member(archive, MANIFEST, {}) as member:
            member.write(json.dumps(manifest, indent=1, sort_keys=True) + "\n")
    return Sealed(str(path), as_of, len(inputs), claims, tuple(sorted(made_of.without)), manifest["seal"])


def _manifest(shelf: Shelf, made_of: Slice, inputs: list[dict[str, Any]], hashes: Mapping[str, str]) -> dict[str, Any]:
    manifest = {
        "format": FORMAT,
        "as_of": shelf.bounds.as_of and shelf.bounds.as_of.isoformat(),
        "known_at": shelf.bounds.known_at,
        "made_by": list(made_of.made_by),
        "decisions": list(made_of.decisions),
        "left_out": sorted(made_of.without),
        "inputs": inputs,
        "members": dict(hashes),
    }
    return {**manifest, "seal": seal_of(manifest)}


def seal_of(manifest: Mapping[str, Any]) -> str:
    """Return the seal of a manifest: the SHA-256 of all of it but the seal."""
    unsealed = {name: value for name, value in manifest.items() if name != "seal"}
    return hashlib.sha256(json.dumps(unsealed, sort_keys=True).encode()).hexdigest()


class _Member:
    """A member of the archive that is hashed while it is written."""

    def __init__(self, archive: zipfile.ZipFile, name: str, hashes: dict[str, str]) -> None:
        info = zipfile.ZipInfo(name, _EPOCH)
        info.compress_type = zipfile.ZIP_DEFLATED
        info.external_attr = 0o644 << 16
        self._file = archive.open(info, "w")
        self._hashed = hashlib.sha256()
        self._name, self._hashes = name, hashes

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()
        self._hashes[self._name] = self._hashed.hexdigest()

    def write(self, text: str) -> None:
        """Write and hash some text."""
        data = text.encode("utf-8", "surrogatepass")
        self._hashed.update(data)
        self._file.write(data)

    def line(self, row: Mapping[str, Any]) -> None:
        """Write a row of JSON."""
        self.write(json.dumps(row, sort_keys=True) + "\n")


def _reports(shelf: Shelf, without: frozenset[str]) -> Iterator[dict[str, Any]]:
    for cards in _some(shelf, without):
        texts = shelf.texts([card.id for card in cards])
        for card in cards:
            yield {**_card(card), "text": texts[card.id]}


def _card(card: Card) -> dict[str, Any]:
    """Return a card as a row; when it was recorded is of no matter to a slice, and where its file lay is nobody's."""
    known = plain(card)
    return {name: known.get(name) for name in ("id", "published", "updated", "publisher", "title", "url")}


def _input(report: Mapping[str, Any]) -> dict[str, Any]:
    hashed = hashlib.sha256(report["text"].encode("utf-8", "surrogatepass")).hexdigest()
    return {"id": report["id"], "published": report["published"], "updated": report["updated"], "sha256": hashed}


def _claims(shelf: Shelf, without: frozenset[str]) -> Iterator[tuple[dict[str, Any], Mapping[str, str]]]:
    for cards in _some(shelf, without):
        ids = frozenset(card.id for card in cards)
        texts = shelf.texts(ids)
        found = sorted(
            shelf.claims(Wanted(reports=ids)), key=lambda c: (c.published, c.card.id, c.kind, c.number, c.id)
        )
        for claim in found:
            yield _row(claim), texts


def _row(claim: Claim) -> dict[str, Any]:
    return {
        "id": claim.id,
        "kind": claim.kind,
        "report": claim.card.id,
        "number": claim.number,
        "day": claim.day.isoformat(),
        "finding": plain(claim.finding),
        "turns": [plain(turn) for turn in claim.turns],
        "teams": [plain(team) for team in claim.teams],
    }


def _some(shelf: Shelf, without: frozenset[str]) -> Iterator[list[Card]]:
    cards = (card for card in shelf.cards() if card.id not in without)
    while some := list(islice(cards, _AT_ONCE)):
        yield some
