"""What the work on one report's cast shares: its mentions, the named actors, and whom each mention was found to mean."""

from __future__ import annotations

from collections import Counter

from dragoman.reading.actors.pieces import bodies
from dragoman.reading.actors.states import states
from dragoman.reading.marks import Mention
from dragoman.resolving.antecedents import History
from dragoman.resolving.roster import Roster
from dragoman.resolving.somebody import Somebody


class Stage:
    """`whom` tells for each mention so far for whom it stands, `groups` the actors told together, with the mention."""

    def __init__(self, text: str, mentions: tuple[Mention, ...]) -> None:
        self.text, self.mentions = text, mentions
        self.roster = Roster(text, mentions)
        self.history = History(mentions)
        self.whom: list[tuple[Somebody, ...]] = [()] * len(mentions)
        self.groups: list[tuple[int, tuple[Somebody, ...]]] = []
        self.told_of = Counter(m.state for m in mentions if not m.place)

    def early(self, n: int) -> tuple[Somebody, ...]:
        """Return whom a mention means, also a name further on in the text."""
        one = self.roster.of.get(n)
        return (one,) if one is not None else self.whom[n]

    def owner_state(self, mention: Mention) -> str | None:
        """Return the state of a mention's owner."""
        if mention.owner is None:
            return None
        found = self.early(mention.owner)
        return found[0].state if found else self.mentions[mention.owner].state

    def name(self, one: Somebody) -> str:
        """Return the fullest name; for a state the usual one where the report has it, else the one that it has most."""
        if one.state is not None and self.roster.states.get(one.state) is one:
            known = states()
            for table in (known.names, known.seats, known.capitals):
                named = [name for name in one.names if table.get(name) == one.state]
                if named:
                    usual = known.title.get(one.state, "")
                    return usual if usual in named else max(named, key=lambda name: (named.count(name), len(name)))
            return known.title.get(one.state, one.state)
        full = bodies().get(one.name, (one.name, "", None))[0]
        return full if full == f"{one.name}s" else one.name
