"""What stands before the story and tells about it: a `date YYYY-MM-DD` line, a block of front matter."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from dragoman.sources.draft import Claim, Draft
from dragoman.terms.span import Span

_DATE_LINE = re.compile(r"[\s\ufeff]*date:? (\d{4}-\d\d?-\d\d?)(?=\s|\Z)[ \t]?", re.IGNORECASE)
_FENCE = re.compile(r"[\s\ufeff]*---[ \t]*\r?\n(.*?)(?:^---|^\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
_LONGEST_BLOCK = 20_000

_DAY_KEYS = ("published", "date", "pubdate", "publication_date", "date_published", "datepublished")
_PUBLISHER_KEYS = ("publisher", "source", "outlet", "site_name")
_TITLE_KEYS = ("title", "headline")
_URL_KEYS = ("url", "link", "canonical_url")
_UPDATED_KEYS = ("updated", "modified", "date_modified", "datemodified", "last_modified", "lastmod")


@dataclass(frozen=True, slots=True)
class _FrontMatter:
    end: int
    values: dict[str, str]


def with_heading(draft: Draft) -> Draft:
    """Return the draft with what its heading tells. The header line's day counts before the front matter's."""
    end, line, block = 0, None, None
    for _ in range(2):
        if line is None and (match := _DATE_LINE.match(draft.text, end)):
            line, end = match[1], match.end()
        if block is None and (block := _front_matter(draft.text, end)) is not None:
            end = block.end
    if line is None and block is None:
        return draft
    values = block.values if block else {}
    claims = [Claim("the header line", line)] if line is not None else []
    if (written := _first(values, _DAY_KEYS)) is not None:
        claims.append(Claim("the front matter", written))
    return replace(
        draft,
        header=Span(0, end),
        claims=(*claims, *draft.claims),
        publisher=_first(values, _PUBLISHER_KEYS) or draft.publisher,
        title=_first(values, _TITLE_KEYS) or draft.title,
        url=_first(values, _URL_KEYS) or draft.url,
        updated=_first(values, _UPDATED_KEYS) or draft.updated,
    )


def heading_of(text: str) -> Span | None:
    """Return what stands before the story of a kept text, None where it begins at once."""
    return with_heading(Draft("", text)).header


def _front_matter(text: str, start: int) -> _FrontMatter | None:
    """Read a YAML block between two lines of dashes; anything else there is text, not front matter."""
    match = _FENCE.match(text, start, start + _LONGEST_BLOCK)
    if match is None:
        return None
    import yaml

    try:
        loaded = yaml.load(match[1], Loader=yaml.BaseLoader)  # noqa: S506 - BaseLoader makes only strings, lists, dicts
    except (yaml.YAMLError, RecursionError, ValueError):
        return None
    if not isinstance(loaded, dict):
        return None
    values = {str(k).lower().replace("-", "_"): v for k, v in loaded.items() if isinstance(v, str) and v}
    return _FrontMatter(match.end(), values)


def _first(values: dict[str, str], keys: tuple[str, ...]) -> str | None:
    return next((values[k] for k in keys if k in values), None)
