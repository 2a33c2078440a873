"""People and parties as a page."""

from __future__ import annotations

from dragoman.exports.answers.page import Block, Page, Row
from dragoman.exports.telling import day
from dragoman.record.keys import fold
from dragoman.views.people import Party, People, Person


def page(answer: People) -> Page:
    """Return the parties, and the actors with who was told of last first."""
    notes = () if answer.next is None else (f"more: --after {answer.next}",)
    if not answer.whole and answer.first is not None:
        told = f"told of in the latest {answer.looked:,} findings, since {day(answer.first)}; --from and --to ask for other days"
        notes = (told, *notes)
    blocks = (
        Block("Parties", tuple(map(_party, answer.parties))),
        Block("People and parties", tuple(map(_person, answer.items))),
    )
    return Page(f"People: {answer.total:,}", blocks, notes, "nobody in the record answers this")


def _party(party: Party) -> Row:
    return Row(party.name, "party", "", (_some(party.actors, "actor"), _some(party.claims, "finding")))


def _person(person: Person) -> Row:
    own = person.who.side in (person.who.name, fold(person.who.name))
    facts = (person.role, person.affiliation, None if own else person.who.side, _some(person.claims, "finding"))
    days = day(person.last) if person.first == person.last else f"{day(person.first)} – {day(person.last)}"
    return Row(
        person.who.name, person.who.kind, days, tuple(fact for fact in dict.fromkeys(facts) if fact), id=person.who.id
    )


def _some(number: int, what: str) -> str:
    return f"{number:,} {what if number == 1 else what + 's'}"
