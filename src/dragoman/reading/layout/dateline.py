"""The dateline that opens a report: where it was filed, when, by which agency.

It is told by its form: a place in capitals, or an agency's name in brackets or slashes, closed by a dash. The words of its
day belong to the report's dates; the agency is the one whose report it is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from dragoman.reading.lexicon import load
from dragoman.terms.span import Span

_UP = "A-ZÀ-ÖØ-Þ"
_CAPS = rf"[{_UP}]['’]?[{_UP}][{_UP}'’-]*"
_CAPS_PLACE = rf"(?:(?:ST|MT|FT|STE)\. )?{_CAPS}(?:(?: ?/ ?| )(?:{_CAPS}|EN|DES|ES)){{0,4}}"
_TITLE_PLACE = rf"(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)(?:St\. )?[{_UP}][\w'’-]+(?:(?: ?/ ?| )(?:[{_UP}][\w'’-]+|al-\w+|es)){{0,3}}"
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?|JAN|FEB|MAR|APR|MAY|JUNE?|JULY?|AUG|SEPT?|OCT|NOV|DEC)"
)
_WEEKDAY = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?)"
_DAY = (
    rf"(?P<day>(?:{_WEEKDAY}\.?,? )?(?:{_MONTH}\.? ?\d{{1,2}}(?!\d)|\d{{1,2}}(?:st|nd|rd|th)? {_MONTH}\b\.?)"
    rf"(?:,? \d{{4}})?|{_WEEKDAY}\b)"
)
_REGION = rf"(?P<region>, ?(?!{_MONTH}\b|{_WEEKDAY}\b)[{_UP}][\w.'’-]*(?:,? (?!{_MONTH}\b)(?:and |of |the )?[{_UP}][\w.'’-]*){{0,3}})?"
_AGENCY = (
    r"(?:\(\s*(?P<round>[A-Z][^()\n]{1,45}?|dpa)\s*\)|/ ?(?P<slash>[A-Z][^/\n]{1,30}?) ?/"
    r"|[|–—-] (?P<bar>[A-Z]{2,9})(?= ?[|–—-]))"
)
_DASH = r"(?P<dash>[-–—―‒_\u2212]{1,3}|\|)"
_TAIL = (
    rf"(?:(?:[,.] ?| )?\(?{_DAY}\)?)?(?:[,.]? ?(?:{_AGENCY}|, (?P<comma>[A-Z]{{3,9}})(?= ?[-–—])))?"
    rf"(?P<stop> ?[.:])?\s*(?:{_DASH}(?=\s|[\"“'‘A-Z]|\Z))?"
)
_OPENING = re.compile(rf"(?:(?P<caps>{_CAPS_PLACE})|(?P<title>{_TITLE_PLACE})){_REGION}{_TAIL}")
_LATER = re.compile(rf"(?<=\s)(?P<caps>{_CAPS_PLACE}){_REGION}{_TAIL}")
_OUTLET = re.compile(
    rf"(?:(?:{_DAY} )?\((?P<round>[A-Z][\w .-]{{1,30}})\)|(?P<bare>[A-Z][\w.-]+(?: [A-Z][\w.-]+){{0,2}}))\s*(?:{_DASH}(?=\s|[\"“'‘A-Z]|\Z))?"
)
_PLACE_OUTLET = re.compile(rf"(?:{_TITLE_PLACE}){_REGION} (?P<bare>[A-Z]{{2,9}}|Reuters)\s*{_DASH}(?=\s+[\"“'‘A-Z])")
_IN_BRACKETS = re.compile(
    rf"(?<=[\w.!?\"”’] )(?<!Press )(?<!Presse )(?<!News )(?<!Agency )\((?P<round>[A-Z][\w ]{{1,20}})\)(?:\s*{_DASH})?(?=\s+[\"“'‘A-Z])"
)
_BARE_CITY = re.compile(rf"(?P<city>{_CAPS}(?: {_CAPS}){{0,3}}) (?=[\"“'‘]?(?:[{_UP}][a-z]|A ))")
_STORY = re.compile(r"\s*(?:[\"“‘'`<]|[A-ZÀ-Þ0-9$£€]|\Z)")
_FAR = 300
"""How far into the first paragraph a title may push the dateline, in characters."""


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline: the whole, the words of its day, the name of its agency."""

    span: Span
    day: Span | None = None
    agency: Span | None = None


@cache
def outlets() -> frozenset[str]:
    """Return the names of agencies and broadcasters in lower case."""
    names = [w for e in load("outlets")["entry"] if e["sense"] in {"agency", "broadcaster"} for w in e["words"]]
    return frozenset(w.lower() for w in (*names, *_words("agency")))


@cache
def _words(sense: str) -> frozenset[str]:
    entry = next(e for e in load("datelines")["entry"] if e["sense"] == sense)
    words = entry["words"]
    return frozenset(w.replace("_", " ") for w in words.split()) if isinstance(words, str) else frozenset(words)


def find_dateline(copy: str, paragraph: Span, *, first: bool) -> Dateline | None:
    """Return the dateline that opens the paragraph, or stands behind a title in it.

    Only the `first` paragraphs of a report may have one that names neither day nor agency.
    """
    if first and (alone := _outlet_alone(copy, paragraph)) is not None:
        return alone
    match = _OPENING.match(copy, paragraph.start, paragraph.end)
    if match is not None and _is_dateline(match, first=first):
        return _dateline(match)
    if not first:
        return None
    placed = _PLACE_OUTLET.match(copy, paragraph.start, paragraph.end)
    if placed is not None and placed["bare"].lower() in outlets():
        return Dateline(_words_of(placed), None, Span(*placed.span("bare")))
    return _bare_city(copy, paragraph) or _behind_title(copy, paragraph)


def _behind_title(copy: str, paragraph: Span) -> Dateline | None:
    end = min(paragraph.end, paragraph.start + _FAR)
    for match in _LATER.finditer(copy, paragraph.start, end):
        named = _named_agency(match) is not None and (match["dash"] or match["stop"] or match["slash"])
        if named or _in_full(match):
            return _dateline(match)
    for match in _IN_BRACKETS.finditer(copy, paragraph.start, end):
        if match["round"].lower() in outlets():
            return Dateline(_words_of(match), None, Span(*match.span("round")))
    return None


def _in_full(match: re.Match[str]) -> bool:
    """Say whether a place in capitals has its land behind it and a dash: `BERGEN, Norland — The envoys`."""
    return bool(match["region"] and match["dash"] and match["caps"] not in _words("no-place")) and _spaced(match)


def _is_dateline(match: re.Match[str], *, first: bool) -> bool:
    if not _STORY.match(match.string, match.end(), min(match.endpos, match.end() + 40)):
        return False
    closed = bool(match["dash"])
    agency = _agency_words(match)
    if agency is not None:
        known = _named_agency(match) is not None
        return known or (closed and match["caps"] is not None)
    if match["caps"] is None:
        return first and closed and match["day"] is not None
    if match["day"] is not None:
        return closed or bool(match["stop"])
    return first and closed and match["dash"] != "|" and match["caps"] not in _words("no-place") and _spaced(match)


def _spaced(match: re.Match[str]) -> bool:
    """Say whether the dash stands apart from the story, as no hyphen does."""
    return (
        match.string[match.end() : match.end() + 1] in {" ", "\n", ""} and match.string[match.start("dash") - 1] == " "
    )


def _agency_words(match: re.Match[str]) -> str | None:
    return match["round"] or match["slash"] or match["bar"] or match["comma"]


def _named_agency(match: re.Match[str]) -> str | None:
    words = _agency_words(match)
    return words if words is not None and words.strip().lower() in outlets() else None


def _dateline(match: re.Match[str]) -> Dateline:
    groups = match.groupdict()
    agency = next((Span(*match.span(g)) for g in ("round", "slash", "bar", "comma") if groups.get(g)), None)
    day = Span(*match.span("day")) if groups.get("day") else None
    return Dateline(_words_of(match), day, agency)


def _words_of(match: re.Match[str]) -> Span:
    return Span(match.start(), match.start() + len(match[0].rstrip()))


def _outlet_alone(copy: str, paragraph: Span) -> Dateline | None:
    """Read `CNN —` and `(Reuters) -`, where no place is told."""
    match = _OUTLET.match(copy, paragraph.start, paragraph.end)
    if match is None:
        return None
    group = "round" if match["round"] else "bare"
    if match[group].strip().lower() not in outlets() or not _STORY.match(copy, match.end(), paragraph.end):
        return None
    if group == "bare" and not (match["dash"] and _spaced(match)):
        return None
    return Dateline(_words_of(match), Span(*match.span("day")) if match["day"] else None, Span(*match.span(group)))


def _bare_city(copy: str, paragraph: Span) -> Dateline | None:
    """Read `MUNICH Major powers agreed`: a city in capitals with nothing between it and the story."""
    match = _BARE_CITY.match(copy, paragraph.start, paragraph.end)
    if match is None or match["city"] in _words("no-place"):
        return None
    if match["city"] in _words("city") or re.search(
        rf"\b(?:in|at|near|outside|from) {re.escape(match['city'].title())}\b",
        copy[match.end() : paragraph.end + 4_000],
    ):
        return Dateline(Span(*match.span("city")))
    return None
