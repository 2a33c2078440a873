"""What a newer reading would bring, take and change, report by report, as a page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from dragoman.exports.answers.page import Block, Page, Row
from dragoman.exports.answers.wording import change_in_words, line_of
from dragoman.record.claims import Card
from dragoman.record.comparing import Difference
from dragoman.views.cited import Cited, cite_piece

FATES = {
    "holds": "stays decided",
    "carried": "the decisions are carried to",
    "kept": "stays in the record, since a person confirmed it",
    "orphaned": "what was decided of it is about words that are no longer read",
}
TITLES = {"comes": "Would come", "goes": "Would go", "changes": "Would change"}


def page(card: Card, differences: tuple[Difference, ...]) -> Page:
    """Return the differences of one report."""
    told = " · ".join(
        part for part in (card.title or card.path, card.publisher, card.published.isoformat(), card.id) if part
    )
    rows = {change: tuple(_row(d) for d in differences if d.change == change) for change in TITLES}
    return Page(told, tuple(Block(TITLES[change], some) for change, some in rows.items() if some))


def _row(difference: Difference) -> Row:
    line = line_of(difference.kind, difference.finding)
    facts = [change_in_words(change) for change in difference.fields]
    if difference.fate is not None:
        to = f" {difference.to}" if difference.to else ""
        facts.append(f"{FATES[difference.fate]}{to}: decided in {', '.join(difference.touched)}")
    return Row(line.text, line.badge, line.when, tuple(facts), _cited(difference), difference.claim)


def _cited(difference: Difference) -> tuple[Cited, ...]:
    pieces = difference.finding.evidence
    return tuple(cite_piece(difference.card, piece, claim=difference.claim) for piece in pieces)


def summary(counts: Mapping[str, int], *, written: bool) -> str:
    """Return what became of all reports in one line. `counts` has reports, differing, and each change and fate."""
    told = Counter(counts)
    head = f"{told['reports']} reports read anew, {told['differing']} differ: "
    found = ", ".join(
        f"{told[change]} {word}" for change, word in (("comes", "come"), ("goes", "go"), ("changes", "change"))
    )
    fates = [
        f"{told[fate]} {word}"
        for fate, word in (("holds", "hold"), ("carried", "carried"), ("kept", "kept"), ("orphaned", "orphaned"))
        if told[fate]
    ]
    decided = f"; decided findings: {', '.join(fates)}" if fates else ""
    tail = "" if not told["differing"] else "; written as new readings" if written else "; nothing was written"
    return f"{head}{found}{decided}{tail}"
