"""The latest findings of the record, looked at together: so a list over all of it costs the same in any record."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from dragoman.record.claims import Claim
from dragoman.record.shelf import Wanted
from dragoman.views.question import Question
from dragoman.views.scope import Scope

LATEST = 2_000
"""Findings that are looked at. Calibrated on the sample reports: some hundred reports, so weeks of a well covered negotiation."""


@dataclass(frozen=True, slots=True)
class Latest:
    """The latest published findings that count; `whole` says that there are no others within the question.

    `first` and `last` are the days of publication that they span: None where there is no finding. Of the first day some may be missing.
    """

    claims: tuple[Claim, ...]
    whole: bool
    first: date | None
    last: date | None


def latest(scope: Scope, question: Question, wanted: Wanted | None = None, *, most: int = LATEST) -> Latest:
    """Return the latest findings that were published within the days of a question; `wanted` may ask for some of them only."""
    asked = replace(
        wanted or Wanted(),
        published_first=question.first,
        published_last=question.last,
        by="published",
        latest_first=True,
        limit=most,
    )
    claims = scope.shelf.claims(asked)
    days = [claim.published for claim in claims]
    return Latest(claims, len(claims) < most, min(days, default=None), max(days, default=None))
