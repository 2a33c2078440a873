"""Addresses of pages. The bounds and what a page is asked for keep their place from page to page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import quote, urlencode, urlsplit

from starlette.datastructures import QueryParams

from dragoman.views.cited import Cited

BOUNDS = ("as_of", "known_at")
Value = object | None


@dataclass(frozen=True, slots=True)
class Links:
    """Makes addresses from a page with this path and query. A value that is None or "" is left out; several stay several."""

    path: str
    query: QueryParams

    def to(self, path: str, anchor: str = "", **query: Value) -> str:
        """Return the address of a page, within the same bounds."""
        kept = [(name, self.query[name]) for name in BOUNDS if self.query.get(name) and name not in query]
        return _address(path, [*kept, *_pairs(query)], anchor)

    def here(self, **changes: Value) -> str:
        """Return the address of this page with some of its query changed; what changes leads to the first page of a list."""
        dropped = {name.removesuffix("_") for name in changes} | {"after"}
        kept = [(name, value) for name, value in self.query.multi_items() if name not in dropped and value]
        return _address(self.path, [*kept, *_pairs(changes)])

    def kept(self, *left_out: str) -> list[tuple[str, str]]:
        """Return the names and values that a form of this page must carry along, but for those that it asks for itself."""
        dropped = {*left_out, "after"}
        return [(name, value) for name, value in self.query.multi_items() if name not in dropped and value]

    def twin(self) -> str:
        """Return the address of this page's answer as JSON."""
        path = "/overview" if self.path == "/" else self.path
        return _address(f"/api/v1{path}", [(n, v) for n, v in self.query.multi_items() if v and n != "at"])

    def evidence(self, cited: Cited) -> str:
        """Return where the words stand in their report."""
        return self.to(f"/reports/{_part(cited.report)}", f"t{cited.start}", at=f"{cited.start}-{cited.end}")

    def report(self, report: str) -> str:
        """Return the page of a report."""
        return self.to(f"/reports/{_part(report)}")

    def proposal(self, matter: str) -> str:
        """Return the page of a proposal."""
        return self.to(f"/proposals/{_part(matter)}")

    def actor(self, profile: str) -> str:
        """Return the page of an actor."""
        return self.to(f"/actors/{_part(profile)}")

    def meeting(self, claim: str) -> str:
        """Return the page of a meeting."""
        return self.to(f"/meetings/{_part(claim)}")


def outside(url: str | None) -> str | None:
    """Return an address elsewhere that a page may link to: of the web, and of no other kind."""
    try:
        return url if url and urlsplit(url).scheme in ("http", "https") else None
    except ValueError:
        return None


def inside(path: str) -> str:
    """Return a path of this desk to go back to; anything else leads to the overview."""
    return path if path.startswith("/") and not path.startswith(("//", "/\\")) and path.isprintable() else "/"


def _part(word: str) -> str:
    return quote(word, safe="")


def _pairs(query: dict[str, Value]) -> Iterable[tuple[str, str]]:
    for name, value in query.items():
        for one in value if isinstance(value, list | tuple | frozenset) else (value,):
            if one is not None and one != "":
                yield name.removesuffix("_"), str(one)  # `from_` for a name that Python keeps for itself


def _address(path: str, query: list[tuple[str, str]], anchor: str = "") -> str:
    asked = f"?{urlencode(query)}" if query else ""
    return f"{path}{asked}{f'#{anchor}' if anchor else ''}"
