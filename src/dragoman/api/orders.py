"""Decisions as programs write them: one form a verb, each with what it needs and no more."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from dragoman.hosting.deciding import Order
from dragoman.record.claims import Kind
from dragoman.record.decisions import Thing

Id = Annotated[str, Field(min_length=1, max_length=500)]
Why = Annotated[str | None, Field(max_length=10_000, description="Why; kept with the decision.")]
Value = Annotated[str, Field(max_length=10_000)]
Values = Annotated[
    Mapping[Annotated[str, Field(max_length=100)], Value | Annotated[list[Value], Field(max_length=100)] | None],
    Field(
        min_length=1,
        max_length=50,
        description="New values by field, written as a person writes them: a word, a day or days (`2026-03-11..2026-03-13`), an"
        " actor by name, id or `KIND:NAME`. A list for a field that holds several; null or an empty word for unknown.",
    ),
]
Joined = Literal["actor", "proposal", "meeting"]


class _Form(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Judged(_Form):
    """Accept or reject a finding."""

    verb: Literal["accept", "reject"]
    claim: Id
    why: Why = None

    @property
    def order(self) -> Order:
        """The decision that is asked for."""
        return Order(verb=self.verb, things=(self.claim,), why=self.why)


class Edited(_Form):
    """Give fields of a finding new values; the machine's own stays beside it."""

    verb: Literal["edit"]
    claim: Id
    values: Values
    why: Why = None

    @property
    def order(self) -> Order:
        """The decision that is asked for."""
        return Order(verb="edit", things=(self.claim,), values=tuple(written(self.values)), why=self.why)


class Added(_Form):
    """Make a finding of words of a report."""

    verb: Literal["add"]
    report: Id
    kind: Kind
    spans: Annotated[
        list[tuple[Annotated[int, Field(ge=0)], Annotated[int, Field(ge=0)]]],
        Field(
            min_length=1, max_length=20, description="Where the words stand: start and end, in code points of the text."
        ),
    ]
    values: Values
    why: Why = None

    @property
    def order(self) -> Order:
        """The decision that is asked for."""
        values, spans = tuple(written(self.values)), tuple(self.spans)
        return Order(verb="add", report=self.report, kind=self.kind, spans=spans, values=values, why=self.why)


class PutOff(_Form):
    """Put something of the queue off: it comes last from then on."""

    verb: Literal["skip"]
    thing: Thing = "claim"
    things: Annotated[list[Id], Field(min_length=1, max_length=50)]

    @property
    def order(self) -> Order:
        """The decision that is asked for."""
        return Order(verb="skip", thing=self.thing, things=tuple(self.things))


class Noted(_Form):
    """Say something about some things, which decides nothing."""

    verb: Literal["note"]
    thing: Thing = "claim"
    things: Annotated[list[Id], Field(min_length=1, max_length=50)]
    why: Annotated[str, Field(min_length=1, max_length=10_000, description="What there is to say.")]

    @property
    def order(self) -> Order:
        """The decision that is asked for."""
        return Order(verb="note", thing=self.thing, things=tuple(self.things), why=self.why)


class Merged(_Form):
    """Say that several actors, proposals or meetings are one."""

    verb: Literal["merge"]
    thing: Joined
    things: Annotated[list[Id], Field(min_length=2, max_length=50, description="Ids of members, or names.")]
    why: Why = None

    @property
    def order(self) -> Order:
        """The decision that is asked for."""
        return Order(verb="merge", thing=self.thing, things=tuple(self.things), why=self.why)


class Parted(_Form):
    """Say that the first is none of its identity: apart from all others of it, or from those that are named after it."""

    verb: Literal["split"]
    thing: Joined
    things: Annotated[list[Id], Field(min_length=1, max_length=50, description="Ids of members, or names.")]
    why: Why = None

    @property
    def order(self) -> Order:
        """The decision that is asked for."""
        return Order(verb="split", thing=self.thing, things=tuple(self.things), why=self.why)


class Linked(_Form):
    """Say to what a finding belongs: a meeting to another one's docket item, a position or agreement to a proposal."""

    verb: Literal["link"]
    claim: Id
    to: Id
    why: Why = None

    @property
    def order(self) -> Order:
        """The decision that is asked for."""
        return Order(verb="link", things=(self.claim, self.to), why=self.why)


class Retracted(_Form):
    """Take a report, a finding or a decision out of what counts; nothing is deleted."""

    verb: Literal["retract"]
    id: Id
    why: Why = None

    @property
    def order(self) -> Order:
        """The decision that is asked for."""
        return Order(verb="retract", things=(self.id,), why=self.why)


class Undone(_Form):
    """Take back a decision; an undoing can be taken back too."""

    verb: Literal["undo"]
    decision: Id
    why: Why = None

    @property
    def order(self) -> Order:
        """The decision that is asked for."""
        return Order(verb="undo", things=(self.decision,), why=self.why)


Form = Judged | Edited | Added | PutOff | Noted | Merged | Parted | Linked | Retracted | Undone


def written(values: Mapping[str, str | list[str] | None]) -> Iterator[tuple[str, str]]:
    """Yield values as an edit writes them, one word after the other; what is unknown is an empty word."""
    for name, value in values.items():
        for one in value if isinstance(value, list) and value else (value,):
            yield name, one if isinstance(one, str) else ""
