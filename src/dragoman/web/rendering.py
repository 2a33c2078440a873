"""Answers -> HTML. The words of reports and people are never trusted: the template escapes all that is not one of its own tags."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from starlette.responses import HTMLResponse

from dragoman.exports.answers.wording import line_of, origins_of, said
from dragoman.exports.html import UNSAFE
from dragoman.exports.telling import day, days
from dragoman.hosting.asked import Asked
from dragoman.record.bounds import Bounds
from dragoman.web.links import Links, outside

if TYPE_CHECKING:
    from jinja2 import Environment

STATIC = files("dragoman.web").joinpath("static")
NAV = (
    ("/", "Overview", "read"), ("/timeline", "Timeline", "read"), ("/docket", "Docket", "read"),
    ("/positions", "Positions", "read"), ("/people", "People and parties", "read"), ("/network", "Who meets whom", "read"),
    ("/reports", "Reports", "read"), ("/add", "Add reports", "add"),
    ("/changes", "Changes", "read"), ("/disagreements", "Disagreements", "read"), ("/obligations", "Obligations", "read"),
    ("/search", "Search", "read"), ("/sources", "Sources", "read"), ("/coverage", "Coverage", "read"),
    ("/review", "Review", "code"), ("/decisions", "Decisions", "read"), ("/admin", "Admin", "admin"),
)  # fmt: skip
WITHIN = {
    "/meetings": "/docket", "/proposals": "/positions", "/actors": "/people", "/coding": "/review",
    "/codebook": "/admin", "/errands": "/add",
}  # fmt: skip
"""Pages that have no place of their own in the menu, by the one to which they belong."""
THEMES = ("light", "dark")


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around every page: where it is, who looks, within which bounds. `horizon`: the first and last day of the record.

    `place` is the page of the menu to which this one belongs.
    """

    case: str
    title: str
    links: Links
    bounds: Bounds
    horizon: tuple[date, date] | None
    visitor: str | None
    how: str
    nav: tuple[tuple[str, str], ...]
    place: str
    csrf: str
    theme: str


def render(asked: Asked, template: str, *, title: str, status: int = 200, **context: Any) -> HTMLResponse:
    """Return a page; `title` is what it is called, `context` what its template shows."""
    frame = frame_of(asked, title, context.pop("horizon", None))
    page = _environment().get_template(template).render(frame=frame, links=frame.links, **context)
    return HTMLResponse(UNSAFE.sub("�", page), status)


def frame_of(asked: Asked, title: str, horizon: tuple[date, date] | None) -> Frame:
    """Return the frame of a page that somebody asked for."""
    nav = tuple((path, name) for path, name, right in NAV if right in asked.visitor.rights)
    theme = asked.cookies.get("theme", "")
    return Frame(
        case=asked.ground.name,
        title=title,
        links=Links(asked.path, asked.query),
        bounds=asked.bounds,
        horizon=horizon,
        visitor=asked.visitor.name,
        how=asked.visitor.how,
        nav=nav,
        place=place_of(asked.path),
        csrf=asked.csrf,
        theme=theme if theme in THEMES else "",
    )


def place_of(path: str) -> str:
    """Return the page of the menu to which a path belongs."""
    first = f"/{path.split('/')[1]}"
    return WITHIN.get(first, first)


def bare(template: str, *, title: str, status: int = 200, **context: Any) -> HTMLResponse:
    """Return a page for somebody whom the desk does not know: without a frame, since the case is none of their business."""
    page = _environment().get_template(template).render(title=title, **context)
    return HTMLResponse(UNSAFE.sub("�", page), status)


@cache
def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    made = Environment(
        loader=PackageLoader("dragoman.web"),
        autoescape=True,
        auto_reload=False,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {"day": day, "days": days, "moment": _moment, "outside": outside, "slug": _slug}
    made.globals |= {"asset": asset, "line_of": line_of, "origins_of": origins_of, "said": said}
    return made


@cache
def asset(name: str) -> str:
    """Return the address of a file of ours, which changes with its content, so that a browser may keep it."""
    content = STATIC.joinpath(name).read_bytes()
    return f"/static/{name}?{hashlib.sha256(content).hexdigest()[:10]}"


def _moment(written: str) -> str:
    """Return a moment for people: the day and the minute, in UTC."""
    return f"{written[:10]} {written[11:16]} UTC"


def _slug(word: str) -> str:
    """Return a word as a class of a stylesheet may be called."""
    return re.sub(r"[^a-z0-9]+", "-", word.lower()).strip("-") or "none"
