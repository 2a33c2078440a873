"""The findings of our rules, with those added that a model suggested.

Law: what our rules found stands as it is. A suggestion is added where our own resolving makes a finding of it that is not the
same as one of theirs: not joined to it as a second telling, and not of the same actor in overlapping words.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from dragoman.reading.marks import Reading
from dragoman.resolving.codes import Codebook
from dragoman.resolving.resolve import resolve
from dragoman.suggesting.marking import LISTS, with_marks
from dragoman.suggesting.matching import Matching
from dragoman.suggesting.schema import Suggestion
from dragoman.terms.findings import Findings, Quotation
from dragoman.terms.span import Evidence


def with_suggestions(
    findings: Findings, reading: Reading, codebook: Codebook, suggestions: tuple[Suggestion, ...], rule: str
) -> Findings:
    """Return the findings of a report with a model's, each of these with `rule` as the rule that gave it."""
    marked = with_marks(reading, suggestions, Matching(reading, findings), rule)
    if marked == reading:
        return findings
    wider = resolve(findings.report, marked, codebook)
    lists: dict[str, Any] = {kind: (*getattr(findings, kind), *_added(kind, findings, wider, rule)) for kind in LISTS}
    told = [piece for kind in LISTS for found in lists[kind] for piece in found.evidence]
    unread = tuple(s for s in findings.coverage.unread if not _touch((s,), told))
    coverage = replace(findings.coverage, unread=unread)
    return replace(findings, actors=wider.actors, coverage=coverage, **lists)


def _added(kind: str, findings: Findings, wider: Findings, rule: str) -> tuple[Any, ...]:
    known = getattr(findings, kind)
    suggested = (found for found in getattr(wider, kind) if found.why.rule == rule and _somebody(found))
    return tuple(new for new in suggested if not any(_same(old, new) for old in known))


def _somebody(found: Any) -> bool:
    """Whether a finding names anybody: one of nobody is not taken from a model."""
    return bool(_who(found))


def _same(old: Any, new: Any) -> bool:
    """Whether a suggestion tells what our rules have found: in overlapping words the same actor, or the same content said."""
    if isinstance(new, Quotation) and _alike(old.content_evidence, new.content_evidence):
        return True
    return _touch(old.evidence, new.evidence) and bool(not _who(old) or _who(old) & _who(new))


def _who(found: Any) -> set[str]:
    """The ids of those whose finding it is."""
    single = [getattr(found, name, None) for name in ("speaker", "actor", "target")]
    return {actor.id for actor in (*single, *getattr(found, "parties", ())) if actor is not None}


def _alike(old: tuple[Evidence, ...], new: tuple[Evidence, ...]) -> bool:
    """Whether each piece of what was said is, for more than half of the longer one, a piece of what is known."""
    return all(any(2 * _shared(one, other) > max(len(one.span), len(other.span)) for other in old) for one in new)


def _shared(one: Evidence, other: Evidence) -> int:
    return min(one.end, other.end) - max(one.start, other.start)


def _touch(some: Iterable[Evidence], others: Iterable[Evidence]) -> bool:
    others = tuple(others)
    return any(one.span.touches(other.span) for one in some for other in others)
