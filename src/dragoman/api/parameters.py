"""What can be asked for in the query of an operation, each with its words in the OpenAPI document.

No `from __future__ import annotations` here: what a view knows of kinds is put into the types when the operations are made.
"""

from collections.abc import Callable
from datetime import date
from typing import Annotated, Any, Literal

from fastapi import Depends, Query

from dragoman.hosting import asking
from dragoman.hosting.asking import MOST

FIRST: Any = asking.FIRST
LAST: Any = asking.LAST
LONGEST = asking.LONGEST


def _day(words: str, example: str) -> Any:
    return Query(ge=FIRST, le=LAST, description=words, examples=[example])


def bounds(
    as_of: Annotated[date | None, _day("Only reports published on or before this day.", "2026-03-11")] = None,
    known_at: Annotated[
        str | None,
        Query(
            max_length=40,
            description="Only what had been recorded by this moment (ISO; a day counts whole; without a zone it is UTC).",
            examples=["2026-03-11T12:00:00Z"],
        ),
    ] = None,
) -> None:
    """Up to where the record is seen."""


def days(
    first: Annotated[
        date | None, Query(alias="from", ge=FIRST, le=LAST, description="Nothing before this day.")
    ] = None,
    last: Annotated[date | None, Query(alias="to", ge=FIRST, le=LAST, description="Nothing after this day.")] = None,
) -> None:
    """The days of what is asked for, both included."""


def actor(
    actor: Annotated[
        str | None,
        Query(
            max_length=LONGEST, description="Only what concerns this actor or side: a name in any spelling, or an id."
        ),
    ] = None,
) -> None:
    """Whom it is about."""


def proposal(
    proposal: Annotated[
        str | None, Query(max_length=LONGEST, description="Only what concerns this proposal: its id, or words for it.")
    ] = None,
) -> None:
    """What it is about."""


def publisher(
    publisher: Annotated[str | None, Query(max_length=LONGEST, description="Only reports of this publisher.")] = None,
) -> None:
    """Whose reports."""


def limit(
    limit: Annotated[int | None, Query(ge=1, le=MOST, description="Items on a page.", examples=[20])] = None,
) -> None:
    """How much of it."""


def after(
    after: Annotated[
        str | None,
        Query(max_length=LONGEST, description="The page after the one that gave this cursor (its `next`)."),
    ] = None,
) -> None:
    """Which page of it."""


def chosen(
    fields: Annotated[
        str | None,
        Query(
            max_length=2000,
            description="Only these fields of the items, with commas between them, dotted where they go inside"
            " (`id,evidence.quote`); in an answer without items, only these of its own fields.",
            examples=["id,day.start,evidence.quote"],
        ),
    ] = None,
) -> None:
    """Which parts of it."""


def kinds(*known: str) -> Callable[..., None]:
    """Return the parameter `kind` of a view that knows these kinds."""
    one = Literal[known]  # type: ignore[valid-type]

    def kind(
        kind: Annotated[list[one] | None, Query(description="Only of these kinds; may be given several times.")] = None,
    ) -> None:
        """Of which kinds."""

    return kind


PAGE = (limit, after)
FILTERS = (actor, proposal, days)
"""What most views keep to."""


def documented(*parameters: Callable[..., None]) -> list[Any]:
    """Return parameters as the dependencies of an operation; every operation on the record has the bounds and `fields`."""
    every: tuple[Callable[..., None], ...] = (bounds, *parameters, chosen)
    return [Depends(one) for one in every]
