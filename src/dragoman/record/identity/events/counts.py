"""Figures of several reports -> what they count: the toll of one attack, the prisoners of one exchange.

Figures of one report that stand close together, of one measure and not of other places, count the same; then the tellings of
several reports are matched like those of deeds. A part ("four of them children") counts something else than the whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from math import inf

from dragoman.record.claims import Claim
from dragoman.record.decisions import Rulings
from dragoman.record.grouping import Link
from dragoman.record.identity.events.happenings import Happening, as_happenings
from dragoman.record.identity.events.leading import lead
from dragoman.record.identity.events.measures import measure_of, places_in
from dragoman.record.identity.events.spotting import Telling, sentence_at, sight_of
from dragoman.terms.findings import Figure
from dragoman.terms.span import Evidence

BESIDE = 300
"""Characters between two figures of one report that still count the same."""
ROUGHLY = 0.1
"""Part by which "about 50" may be off."""
_PART_AFTER = re.compile(r"\W{0,3}(?:people |others )?(?:of (?:them|whom|these|those|its)|among them)\b")
_PART_BEFORE = re.compile(r"\b(?:including|among them|of whom|another|other|others)(?: \w+){0,2}\W*$")
_STOP = re.compile(r"[,;.!?\n]")
_WHOLE = re.compile(r"\b(?:since|so far|in total|altogether|death toll (?:has )?(?:rose|risen))\b", re.IGNORECASE)


def counts(claims: Iterable[Claim], rulings: Rulings, texts: Mapping[str, str]) -> tuple[Happening, ...]:
    """Return what the figures among claims count, each with all claims that count it, by day and id."""
    figures = sorted(
        {c.id: c for c in claims if isinstance(c.finding, Figure) and c.card.id in texts}.values(),
        key=lambda c: (c.card.id, c.finding.evidence[0].start, c.id),
    )
    passages = _passages(figures, texts)
    led = lead([_joint(passage) for passage in passages.values()])
    for one in led:
        for claim in list(one.claims):
            others = [t.claim for t in passages[claim.id] if t.claim is not claim]
            one.links += [Link(claim.id, other.id, "beside", "the same is counted beside it") for other in others]
            one.claims += others
    return as_happenings(led, rulings)


def _passages(figures: Iterable[Claim], texts: Mapping[str, str]) -> dict[str, list[Telling]]:
    """Return the figures of one report that count the same, by the claim of the most exact one; parts are left out."""
    passages: list[list[Telling]] = []
    open_: dict[tuple[str, str], list[Telling]] = {}
    for claim in figures:
        text = texts[claim.card.id]
        if _is_part(claim, text):
            continue
        telling = _telling(claim, text)
        before = open_.get((claim.card.id, telling.family))
        if before is not None and _same_passage(before[-1], telling, text):
            before.append(telling)
        else:
            open_[claim.card.id, telling.family] = [telling]
            passages.append(open_[claim.card.id, telling.family])
    return {min(passage, key=lambda t: t.rank).claim.id: passage for passage in passages}


def contradict(one: Figure, other: Figure) -> bool:
    """Say whether two figures cannot both be true: "at least 12" and 21 can, 9 and 14 can't."""
    (low, high), (least, most) = bounds_of(one), bounds_of(other)
    return high < least or most < low


def bounds_of(figure: Figure) -> tuple[float, float]:
    """Return between which values, both included, the truth lies as a figure tells it."""
    value = figure.value
    if figure.low is not None:
        return figure.low, figure.high if figure.high is not None else value
    match figure.comparator:
        case ">":
            return value + 1, inf
        case ">=":
            return value, inf
        case "<":
            return 0, value - 1
        case "<=":
            return 0, value
        case "~":
            return value * (1 - ROUGHLY), value * (1 + ROUGHLY)
        case "=":
            return value, value


def _telling(claim: Claim, text: str) -> Telling:
    """Return a figure as it is compared: by what it counts, not by the number."""
    assert isinstance(claim.finding, Figure)
    sentences = " ".join(sentence_at(text, piece) for piece in claim.finding.evidence)
    kind = measure_of(claim.finding, sentences)
    family = f"{kind} in all" if any(_WHOLE.search(_clause(text, p)) for p in claim.finding.evidence) else kind
    return replace(sight_of(claim, None, text), family=f"figure {family}")


def _clause(text: str, piece: Evidence) -> str:
    """Return a piece of evidence and what follows it up to the next comma."""
    stop = _STOP.search(text, piece.end)
    return text[piece.start : len(text) if stop is None else stop.start()]


def _is_part(claim: Claim, text: str) -> bool:
    piece = claim.finding.evidence[0]
    after, before = text[piece.end : piece.end + 40], text[max(0, piece.start - 40) : piece.start]
    inside = _PART_AFTER.search(piece.quote)
    return bool(_PART_AFTER.match(after) or inside or _PART_BEFORE.search(before))


def _same_passage(one: Telling, other: Telling, text: str) -> bool:
    first, second = one.claim.finding.evidence[0], other.claim.finding.evidence[0]
    if second.start - first.end > BESIDE:
        return False
    here, there = places_in(sentence_at(text, first)), places_in(sentence_at(text, second))
    return not (here and there and here.isdisjoint(there))


def _joint(tellings: Sequence[Telling]) -> Telling:
    """Return the most exact of the tellings of one passage, with the stems of all."""
    best = min(tellings, key=lambda t: t.rank)
    return replace(best, stems=frozenset(stem for t in tellings for stem in t.stems))
