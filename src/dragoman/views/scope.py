"""The record as one who asks stands before it: bounds kept, rulings applied, identities resolved when they are needed."""

from __future__ import annotations

from datetime import date
from functools import cached_property

from dragoman.record.claims import Claim
from dragoman.record.decisions import Rulings
from dragoman.record.identity.actors.cast import Cast
from dragoman.record.identity.matters import Ledger
from dragoman.record.identity.origins.tracing import Origins
from dragoman.record.revised import Revised
from dragoman.record.shelf import Shelf, Wanted
from dragoman.views.memory import Recall


class Scope:
    """A shelf on which the rulings count. Made anew for each question; asks the shelf only for what the question needs.

    `recall` is what is remembered of this very state of the record, where somebody keeps such a memory; with rulings that are
    not the record's own there is none.
    """

    def __init__(self, shelf: Shelf, rulings: Rulings | None = None, *, recall: Recall | None = None) -> None:
        self.shelf = Revised(shelf, rulings)
        self.recall = recall if rulings is None else None

    @property
    def rulings(self) -> Rulings:
        """What people decided and is in force."""
        return self.shelf.rulings

    @cached_property
    def cast(self) -> Cast:
        """Who is the same actor."""
        return Cast(self.shelf, self.rulings)

    @cached_property
    def ledger(self) -> Ledger:
        """What is the same proposal."""
        return Ledger(self.shelf, self.rulings)

    @cached_property
    def origins(self) -> Origins:
        """Which reports are copies of one origin, and which are versions of one article."""
        return Origins(self.shelf, self.rulings)

    @cached_property
    def horizon(self) -> tuple[date, date] | None:
        """The first and last day of publication within the bounds."""
        return self.shelf.horizon()

    @cached_property
    def today(self) -> date | None:
        """The day from which the record is seen: the `as of` day, else the last day of publication. Never the clock's."""
        if self.shelf.bounds.as_of is not None:
            return self.shelf.bounds.as_of
        return None if self.horizon is None else self.horizon[1]

    def claims(self, wanted: Wanted) -> tuple[Claim, ...]:
        """Return the claims that count.

        They are without the rejected and retracted, edited where somebody edited, marked `withdrawn` where a later version of
        their article no longer has their words, and told once by all versions that have them.
        """
        return self.origins.settle(self.shelf.claims(wanted))
