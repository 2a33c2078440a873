"""Small filings for the suite: each line of a text is one finding, so that what must come back is plain."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import groupby
from random import Random  # noqa: TID251 - drawn from a fixed seed
from typing import Any

from dragoman.record.bounds import Bounds
from dragoman.record.filing import Filing, file_report
from dragoman.record.shelf import Search, Shelf, Wanted
from dragoman.terms.findings import Actor, Coverage, Figure, Findings, Meeting, Position, Why
from dragoman.terms.report import Report, content_id
from dragoman.terms.span import Evidence, Span, cite
from dragoman.terms.when import When

WHY = Why("a test")
EARLY, LATER, LATEST = "2026-01-01T00:00:00Z", "2026-02-01T00:00:00Z", "2026-03-01T00:00:00Z"
BY = {"recorded": EARLY, "reader": "reader 1", "codebook": "codebook 1"}
NAMES = ("Kestria", "Ostland", "Mira Vane", "the Council")
MATTERS = ("the 45-day truce", "A 45-day truce", "the dam", "the prisoners")
PLACES = ("Valletta", "Port Aune")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a report: of which kind, whose, about what or where, and the day of which it tells."""

    kind: str
    who: str
    what: str
    day: date | None = None

    def __str__(self) -> str:
        return f"{self.who}: {self.kind} on {self.what} ({self.day})."


def actor(name: str) -> Actor:
    """Return an actor whose kind follows from its name."""
    return Actor(name.lower(), name, "person" if " " in name and name[0].isupper() else "state")


def filing(day: date | str, *lines: Line, unread: str = "", **card: Any) -> Filing:
    """Return the filing of a report of these lines; `unread` is one more that nobody understood."""
    whole = [*map(str, lines), *([unread] if unread else [])]
    text = "\n".join(whole) or "Nothing happened."
    published = date.fromisoformat(day) if isinstance(day, str) else day
    report = Report(**{"id": content_id(text), "published": published, "text": text, **card})
    return file_report(findings(report, lines, unread))


def findings(report: Report, lines: Collection[Line], unread: str = "") -> Findings:
    """Return what the lines of a report give."""
    found: dict[str, list[Any]] = {"meeting": [], "position": [], "figure": []}
    start = 0
    for line in lines:
        words = cite(report.text, Span(start, start + len(str(line))))
        found[line.kind].append(_finding(line, words))
        start += len(str(line)) + 1
    missed = (cite(report.text, Span(start, start + len(unread))),) if unread else ()
    return Findings(
        report=report,
        actors=tuple(actor(name) for name in dict.fromkeys(line.who for line in lines)),
        dates=(),
        quotations=(),
        meetings=tuple(found["meeting"]),
        positions=tuple(found["position"]),
        delegations=(),
        agreements=(),
        figures=tuple(found["figure"]),
        incidents=(),
        coverage=Coverage(missed, ()),
    )


def _finding(line: Line, words: Evidence) -> Any:
    when = None if line.day is None else When(line.day, line.day, "day", line.day.isoformat())
    who, told = actor(line.who), (words,)
    if line.kind == "meeting":
        return Meeting("talks", (who,), None, (), line.what, when, None, "scheduled", None, told, (), WHY)
    if line.kind == "figure":
        return Figure(3.0, None, None, "=", "people", line.what, who, when, told, WHY)
    return Position(who, "demands", line.what, (), None, when, None, told, (), WHY)


def many(count: int, seed: int = 1, first: str = "2025-05-01") -> list[Filing]:
    """Return filings of some forty days; the same for the same seed."""
    rnd, start = Random(seed), date.fromisoformat(first)
    made = []
    for number in range(count):
        published = start + timedelta(days=rnd.randrange(40))
        lines = [_line(rnd, published) for _ in range(rnd.randrange(7))]
        publisher = rnd.choice([None, "Kestrian Telegraph", "Aune Post"])
        unread = f"Something else {number} was said." if rnd.random() < 0.4 else ""
        lines = list(dict.fromkeys(lines))
        made.append(filing(published, *lines, unread=unread, publisher=publisher, url=f"https://news.example/{number}"))
    return list({one.id: one for one in made}.values())


def _line(rnd: Random, published: date) -> Line:
    kind = rnd.choice(["meeting", "position", "figure"])
    day = rnd.choice([None, published + timedelta(days=rnd.randrange(-9, 10))])
    return Line(kind, rnd.choice(NAMES), rnd.choice(PLACES if kind == "meeting" else MATTERS), day)


def read_anew(one: Filing, *lines: Line) -> Filing:
    """Return the filing of the same report as another reader sees it: only some of its lines are findings."""
    kept = findings(one.report, ())
    start, spans = 0, {}
    for words in one.report.text.split("\n"):
        spans[words] = cite(one.report.text, Span(start, start + len(words)))
        start += len(words) + 1
    found = sorted(((line.kind, _finding(line, spans[str(line)])) for line in lines), key=lambda pair: pair[0])
    lists = {f"{kind}s": tuple(each for _, each in group) for kind, group in groupby(found, lambda pair: pair[0])}
    return file_report(replace(kept, **lists))  # type: ignore[arg-type]


def everything(shelf: Shelf, filings: Collection[Filing]) -> dict[str, Any]:
    """Return all that a shelf answers about what stands in the filings, but when it was recorded."""
    ids = [one.id for one in filings]
    profiles = {who.id for one in filings for who, _ in one.profiles}
    profile_keys = {key for one in filings for _, keys in one.profiles for key in keys}
    matters = {matter for one in filings for matter, _, _ in one.matters}
    bands = {band for one in filings for band in one.bands}
    words = ("truce", '"on the dam"', "Valletta scheduled", "demands", "was said")
    return {
        "claims": shelf.claims(Wanted()),
        "published": shelf.claims(Wanted(by="published", latest_first=True)),
        "profiles": shelf.profiles(ids=profiles),
        "profile keys": shelf.profiles(keys=profile_keys),
        "matters": shelf.matters(ids=matters),
        "sheets": shelf.sheets(ids=ids),
        "alike": shelf.sheets(bands=bands),
        "cards": list(shelf.cards()),
        "texts": shelf.texts(ids),
        "coverage": shelf.coverage(None, None),
        "unread": shelf.unread(None, None, limit=1000),
        "decisions": shelf.decisions(),
        "horizon": shelf.horizon(),
        "found": [shelf.passages(Search(words=some, limit=1000)) for some in words],
    }


def seen(one: Filing, bounds: Bounds) -> bool:
    """Say whether a report was published within the bounds."""
    return bounds.as_of is None or one.report.published <= bounds.as_of
