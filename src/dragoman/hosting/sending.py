"""What somebody sends to be done in the background: reports, or the wish to read anew. For pages and API."""

from __future__ import annotations

import json
from collections.abc import Sequence

from dragoman.desk.access import require
from dragoman.hosting.asked import Asked
from dragoman.hosting.labour import REPORTS, REREAD
from dragoman.hosting.parcels import Parcel, pack
from dragoman.terms.errors import StoreError
from dragoman.terms.people import Errand


def send(asked: Asked, parcel: Parcel, *, key: str | None = None, total: int | None = None) -> Errand:
    """Take reports to be read; the same parcel with the same key is the same errand. Raises `Forbidden` or as `Errands.take`."""
    require(asked.visitor, "add")
    return _taken(asked, REPORTS, pack(parcel), key, total)


def send_again(asked: Asked, reports: Sequence[str] = (), *, key: str | None = None) -> Errand:
    """Take kept reports to be read anew: those named, else all. Raises `Forbidden` or as `Errands.take`."""
    require(asked.visitor, "admin")
    payload = json.dumps({"reports": list(reports)}).encode()
    return _taken(asked, REREAD, payload, key, len(reports) or None)


def _taken(asked: Asked, what: str, payload: bytes, key: str | None, total: int | None) -> Errand:
    if asked.ground.errands is None:
        raise StoreError("the desk", "reads nothing in the background here")
    errand, new = asked.ground.errands.take(asked.visitor, what, payload, key=key, total=total)
    if new:
        asked.note(what, errand.id, f"{len(payload)} bytes")
    return errand
