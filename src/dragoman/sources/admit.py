"""Draft -> Report, or the reason why not: the one gate through which every text comes."""

from __future__ import annotations

from datetime import date

from dragoman.sources.days import parse_day, parse_moment
from dragoman.sources.draft import Claim, Draft, Options
from dragoman.sources.oddities import oddities
from dragoman.sources.tongue import foreign_language
from dragoman.terms.errors import Refused
from dragoman.terms.report import Report, content_id

LONGEST_REPORT = 1_000_000
"""Characters. The longest news specials have a tenth of it."""


def admit(draft: Draft, options: Options) -> Report:
    """Return the report.

    Raises `Refused` for a text that is empty, too long, not English, or without a possible publication day.
    """
    body = draft.text[draft.header.end :] if draft.header else draft.text
    if not body.strip(" \t\r\n\f\v\ufeff\x00"):
        raise Refused(draft.name, "has no text")
    if len(draft.text) > LONGEST_REPORT:
        raise Refused(draft.name, f"is too long ({len(draft.text):,} characters; at most {LONGEST_REPORT:,} are read)")
    published, conflicts = choose_day(draft, options)
    language = foreign_language(body)
    if language is not None:
        raise Refused(draft.name, f"is not English but {language}; only English is read")
    return to_report(draft, published, conflicts)


def to_report(draft: Draft, published: date, conflicts: tuple[str, ...]) -> Report:
    """Return the draft as a report of the given day, with a warning for all that is odd in it."""
    return Report(
        id=draft.id or content_id(draft.text),
        published=published,
        text=draft.text,
        publisher=draft.publisher,
        title=draft.title,
        url=draft.url,
        path=draft.path,
        header=draft.header,
        warnings=(*draft.warnings, *conflicts, *oddities(draft.text)),
        updated=None if draft.updated is None else parse_moment(draft.updated),
        raw=draft.raw,
    )


def choose_day(draft: Draft, options: Options) -> tuple[date, tuple[str, ...]]:
    """Return the publication day, and a line for each place that tells another one.

    The person's own word counts first, then the header line, the front matter, the table and the page. The first one
    that tells a day decides; where it is no possible day the report is refused, since the next best is a guess.
    """
    claims = list(draft.claims)
    if options.published is not None:
        claims.insert(0, Claim("--published", options.published.isoformat()))
    if not claims:
        raise Refused(draft.name, "has no publication date; give one with --published YYYY-MM-DD")
    first = claims[0]
    chosen = parse_day(first.written)
    if chosen is None:
        raise Refused(draft.name, f"has an impossible date in {first.where}: {_short(first.written)}")
    conflicts = tuple(
        f"{other.where} says {_short(other.written)}; taken is {chosen.isoformat()} from {first.where}"
        for other in claims[1:]
        if parse_day(other.written) != chosen
    )
    return chosen, conflicts


def _short(written: str) -> str:
    plain = " ".join(written.split())
    return plain if len(plain) <= 40 else plain[:39] + "…"
