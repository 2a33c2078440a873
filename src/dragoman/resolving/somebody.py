"""One of the cast while it is put together: what is known of an actor so far."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from dragoman.reading.marks import Mention
from dragoman.terms.findings import ActorKind

BODIES = frozenset({"state", "government", "military", "armed-group", "igo", "ngo", "media", "company", "group"})


@dataclass(eq=False, slots=True)
class Somebody:
    """An actor in the making.

    `names` are all its names in the report, `at` the mentions that stand for
    it; `guessed` is true where nothing says what kind of body it is. `lore` are the
    offices that a person is known for where the report tells none.
    """

    kind: ActorKind
    names: list[str] = field(default_factory=list)
    named: bool = True
    role: str | None = None
    affiliation: str | None = None
    state: str | None = None
    offices: set[str] = field(default_factory=set)
    lore: frozenset[str] = frozenset()
    nouns: set[str] = field(default_factory=set)
    gender: Literal["m", "f"] | None = None
    plural: bool = False
    guessed: bool = False
    at: list[int] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The fullest name; of equally long ones the first."""
        return max(self.names, key=lambda n: (len(n.split()), len(n))) if self.names else ""

    def take(self, n: int, mention: Mention) -> None:
        """Let mention `n` stand for this actor and learn from it what is not known yet."""
        self.at.append(n)
        fuller = self.role is None or (mention.form == "name" and len(mention.role or "") > len(self.role))
        if mention.role and mention.form != "pronoun" and fuller:
            self.role = mention.role
        self.affiliation = self.affiliation or mention.affiliation
        self.state = self.state or mention.state
        self.gender = self.gender or mention.gender
        if mention.office:
            self.offices.add(mention.office)
        if mention.noun:
            self.nouns.add(mention.noun)
