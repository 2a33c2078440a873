"""Adding reports: files or a pasted text, read beside the desk; what became of them, while it becomes."""

from __future__ import annotations

from datetime import date

from starlette.datastructures import UploadFile
from starlette.responses import Response

from dragoman.hosting.asked import Asked
from dragoman.hosting.errands import progress_of
from dragoman.hosting.parcels import Parcel, Piece, file, rows
from dragoman.hosting.sending import send
from dragoman.terms.errors import SettingsError
from dragoman.web.rendering import render
from dragoman.web.routing import Fields, day, done, form, page, word

TOLD = ("publisher", "title", "url")


def show(asked: Asked) -> Response:
    """Show the forms."""
    return render(asked, "adding.html.j2", title="Add reports")


def add(asked: Asked, fields: Fields) -> Response:
    """Take what was sent, and lead to what becomes of it. Raises `SettingsError` where there is nothing."""
    published = day(fields, "published")
    pieces = _files(fields) or (_pasted(fields, published),)
    errand = send(asked, Parcel(pieces, published=published))
    return done(f"/errands/{errand.id}")


def _files(fields: Fields) -> tuple[Piece, ...]:
    sent = [one for one in fields.getlist("files") if isinstance(one, UploadFile) and one.filename]
    return tuple(file(one.filename or "", one.file.read()) for one in sent)


def _pasted(fields: Fields, published: date | None) -> Piece:
    text = fields.get("text")
    if not isinstance(text, str) or not text.strip():
        raise SettingsError("text", "choose files, or paste a text")
    if published is None:
        raise SettingsError("published", "say on which day the text was published")
    told = {name: word(fields, name) for name in TOLD}
    return rows(
        [{"text": text, "published": published.isoformat(), **{name: value for name, value in told.items() if value}}]
    )


def show_errand(asked: Asked) -> Response:
    """Show how far an errand has come; as long as it is under way the page looks again by itself."""
    found = progress_of(asked.ground.people.errands.get(asked.params["id"]))
    return render(asked, "errand.html.j2", title="Reading reports", errand=found)


ROUTES = (
    page("/add", show, right="add"),
    page("/errands/{id}", show_errand, right="add"),
    form("/add", add, right="add"),
)
