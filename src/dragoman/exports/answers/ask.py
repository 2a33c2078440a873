"""The first, the last, the longest without: as a page, with how surely it holds."""

from __future__ import annotations

from dragoman.exports.answers.page import Block, Page, Row
from dragoman.exports.answers.wording import origins_of
from dragoman.exports.telling import day, days
from dragoman.views.ask import Asked, Variant
from dragoman.views.contacts import Contact
from dragoman.views.gaps import Gap


def page(answer: Asked) -> Page:
    """Return the answer for a person: what was found, what came before, what might count too, what would change it."""
    found = tuple(_gap(gap) for gap in answer.gaps) if answer.asked.which == "gap" else _rows((answer.answer,))
    blocks = (
        Block({"first": "First", "last": "Last", "gap": "Longest gaps"}[answer.asked.which], found),
        Block("The last before", _rows((answer.previous,))),
        Block("Planned", () if answer.asked.also_planned or answer.gaps else _rows(answer.planned)),
        Block("Also possible: level or day not told", _rows(answer.possible)),
        Block("With less evidence", tuple(_variant(one, answer) for one in answer.sensitivity) if found else ()),
    )
    counted = f"{answer.contacts} {'contact' if answer.contacts == 1 else 'contacts'} counted"
    more = f"; {answer.more_possible} more are possible" if answer.more_possible else ""
    return Page(title=title_of(answer), blocks=blocks, notes=(f"{answer.holds}; {counted}{more}",), empty=_NOTHING)


_NOTHING = "no contact in the record fits; --also-planned counts what is planned"


def title_of(answer: Asked) -> str:
    """Return the question in words."""
    asked = answer.asked
    direct = "direct contact" if asked.contact == "direct" else "contact"
    head = {"first": f"First {direct}", "last": f"Last {direct}", "gap": "Longest gaps between rounds"}[asked.which]
    level = (
        None
        if asked.level is None
        else f"at the level of {asked.level}{'' if asked.level == 'leaders' else ' or above'}"
    )
    parts = [
        level,
        f"between {' and '.join(answer.between)}" if answer.between else None,
        f"after {day(asked.since)}" if asked.since else None,
        f"before {day(asked.before)}" if asked.before else None,
    ]
    return " ".join([head, *(part for part in parts if part)])


def day_of(contact: Contact) -> str:
    """Return the day of a contact in words."""
    return f"by {day(contact.published)}" if contact.day is None else days(contact.day)


def _rows(contacts: tuple[Contact | None, ...]) -> tuple[Row, ...]:
    return tuple(_row(contact) for contact in contacts if contact is not None)


def _row(contact: Contact) -> Row:
    return Row(
        text=contact.title,
        badge="planned" if contact.planned else "disputed" if contact.disputed else "held",
        when=day_of(contact),
        facts=_facts(contact),
        cited=contact.evidence,
        id=contact.id,
    )


def _facts(contact: Contact) -> tuple[str, ...]:
    people = [who.name for who in contact.parties if who.kind == "person"]
    told = (
        f"in {contact.place}" if contact.place else None,
        f"level: {contact.level}" if contact.level else "level not told",
        f"with {', '.join(people)}" if people else None,
        f"mediated by {', '.join(who.name for who in contact.mediators)}" if contact.mediators else None,
        origins_of(contact.origins),
    )
    return tuple(fact for fact in told if fact)


def _gap(gap: Gap) -> Row:
    rounds = [gap.after] if gap.before is None else [gap.after, gap.before]
    end = f"no round until {day(gap.until)}" if gap.before is None else _ended(gap.before)
    return Row(
        text=f"after {gap.after.title} ({day_of(gap.after)}): {end}",
        badge=_length(gap),
        facts=tuple(f"{contact.id}: {' · '.join(_facts(contact))}" for contact in rounds),
        cited=tuple(cited for contact in rounds for cited in contact.evidence),
        id=gap.after.id,
    )


def _ended(contact: Contact) -> str:
    return f"{'planned' if contact.planned else 'next'} {day_of(contact)}"


def _length(gap: Gap) -> str:
    return f"{gap.days} days" if gap.days == gap.days_at_most else f"{gap.days}–{gap.days_at_most} d"


def _variant(variant: Variant, answer: Asked) -> Row:
    if variant.same:
        return Row(text=f"without {variant.dropped}: the same", badge="holds")
    if answer.asked.which == "gap":
        gap = variant.gap
        told = "no gap" if gap is None else f"{_length(gap)} after {gap.after.title} ({day_of(gap.after)})"
    else:
        told = "none" if variant.answer is None else f"{variant.answer.title}, {day_of(variant.answer)}"
    return Row(
        text=f"without {variant.dropped}: {told}",
        badge="changes",
        id="" if variant.answer is None else variant.answer.id,
    )
