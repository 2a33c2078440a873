"""The time between rounds: from the end of one contact to the start of the next."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from dragoman.views.contacts import Contact


@dataclass(frozen=True, slots=True)
class Gap:
    """Days without a round. `days` are certain, `days_at_most` where the days of the rounds are told only roughly.

    `before` is the round that ends it: None where it lasts until `until`, the day from which the record is seen.
    """

    after: Contact
    before: Contact | None
    until: date
    days: int
    days_at_most: int


def gaps_of(contacts: Iterable[Contact], today: date) -> tuple[Gap, ...]:
    """Return the gaps between rounds with a day, the longest first. One that is planned can end a gap, and begins none."""
    dated = sorted((c for c in contacts if c.start is not None), key=lambda c: c.order)
    rounds = [c for c in dated if not c.planned]
    coming = next((c for c in dated if c.planned and rounds and c.start and c.start > _end(rounds[-1])), None)
    found, latest = [], None
    for contact in (*rounds, *([coming] if coming else [])):
        if latest is not None and contact.start is not None and contact.start > _end(latest):
            found.append(_gap(latest, contact, contact.start))
        if latest is None or _end(contact) > _end(latest):
            latest = contact
    if latest is not None and not latest.planned and today > _end(latest):
        found.append(_gap(latest, None, today))
    return tuple(sorted(found, key=lambda g: (-g.days, g.after.order)))


def _gap(after: Contact, before: Contact | None, until: date) -> Gap:
    last = until if before is None else _end(before)
    return Gap(after, before, until, (until - _end(after)).days, (last - (after.start or last)).days)


def _end(contact: Contact) -> date:
    return contact.end or contact.published
