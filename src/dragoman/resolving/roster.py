"""The named actors of a report: every name goes to one of them, whatever its form."""

from __future__ import annotations

from dragoman.reading.actors.pieces import bodies
from dragoman.reading.marks import Mention
from dragoman.resolving.likeness import acronym_of, body_like, fold, keys_of, person_like, sought
from dragoman.resolving.somebody import Somebody

KIN = frozenset(
    "wife husband son daughter brother sister father mother spouse son-in-law nephew niece cousin lady".split()
)
RULE = frozenset({"government", "administration", "regime"})


class Roster:
    """The named actors by their names; `of` tells for each mention that names somebody who it is."""

    def __init__(self, text: str, mentions: tuple[Mention, ...]) -> None:
        self.text, self.mentions = text, mentions
        self.of: dict[int, Somebody] = {}
        self.states: dict[str, Somebody] = {}
        self.people: list[Somebody] = []
        self.bodies: list[Somebody] = []
        self._full: dict[str, Somebody] = {}
        self._enter_states()
        self._enter_people()
        self._enter_bodies()

    def _enter_states(self) -> None:
        for n, mention in enumerate(self.mentions):
            if mention.cue in ("state", "capital", "seat") and mention.state is not None:
                if mention.place and mention.cue != "state":
                    continue
                self.enter_state(n, mention)
            elif mention.kind == "government" and mention.noun in RULE and mention.state is not None:
                self.enter_state(n, mention)

    def enter_state(self, n: int, mention: Mention) -> Somebody:
        """Let a mention stand for the state whose code it carries."""
        code = mention.state or ""
        one = self.states.get(code)
        if one is None:
            one = self.states[code] = Somebody("state", state=code)
        one.at.append(n)
        if mention.cue != "state" or mention.kind == "government":
            one.kind = "government"
        if mention.name:
            one.names.append(mention.name)
        self.of[n] = one
        return one

    def _enter_people(self) -> None:
        named = [n for n, m in enumerate(self.mentions) if m.form == "name" and m.kind == "person" and m.name]
        for n in sorted(named, key=lambda n: (-len((self.mentions[n].name or "").split()), n)):
            mention = self.mentions[n]
            name = mention.name or ""
            state = self._state(mention)
            one = self._full.get(fold(name))
            if one is None or self._is_relative(one, n):
                one = self._person(name, n, state)
            if one is None:
                one = Somebody("person")
                self.people.append(one)
            one.state = one.state or state
            self._full.setdefault(fold(name), one)
            one.names.append(name)
            self.of[n] = one
        for n in sorted(named):
            self.of[n].take(n, self.mentions[n])

    def _state(self, mention: Mention) -> str | None:
        """The state that a name itself tells: "King Hussein of Jordan", "Iraq's Saddam Hussein"."""
        owner = self.mentions[mention.owner] if mention.owner is not None else None
        return mention.state or (
            owner.state if owner is not None and owner.cue in ("state", "capital", "seat") else None
        )

    def _person(self, name: str, n: int, state: str | None) -> Somebody | None:
        """The person whom a shorter name can be: of several the one named last before, else first after."""
        keys = sought(name)
        found = [
            one
            for one in self.people
            if (state is None or one.state is None or state == one.state)
            and any(not keys.isdisjoint(keys_of(full)) and person_like(name, full) for full in one.names)
            and not self._is_relative(one, n)
        ]
        if len(found) < 2:
            return found[0] if found else None
        return min(found, key=lambda one: min((n - k if k < n else 10_000 + k - n) for k in self._places(one)))

    def _is_relative(self, one: Somebody, n: int) -> bool:
        """Whether a bare family name is not this person's, but that of a relative: "*Mr. Ruiz* and first lady Ana Ruiz"."""
        mention = self.mentions[n]
        if " " in (mention.name or " "):
            return False
        places = self._places(one)
        told = {self.mentions[k].gender for k in places} - {None}
        if mention.gender is not None and told and mention.gender not in told:
            return True
        return n < min(places, default=0) and any(self._is_kin(k) for k in places)

    def _is_kin(self, k: int) -> bool:
        """Whether somebody is told as another's relative: "first lady Ana Ruiz", "his daughter Ana Ruiz"."""
        mention, before = self.mentions[k], self.mentions[k - 1] if k else None
        if mention.span.of(self.text).lower().startswith("first lady"):
            return True
        beside = before is not None and before.form == "description" and before.span.end + 1 == mention.span.start
        return beside and before is not None and before.noun in KIN

    def _places(self, one: Somebody) -> list[int]:
        return [k for k, somebody in self.of.items() if somebody is one]

    def _enter_bodies(self) -> None:
        known = bodies()
        named = [
            n
            for n, m in enumerate(self.mentions)
            if m.form == "name"
            and m.kind != "person"
            and m.name
            and n not in self.of
            and not (m.place and m.cue != "state")
            and (m.state is None or m.cue not in ("state", "capital", "seat"))
        ]
        short = self._bracketed(named)
        for n in sorted(named, key=lambda n: (-len((self.mentions[n].name or "").split()), n)):
            mention = self.mentions[n]
            name = mention.name or ""
            full = known[name][0] if name in known else name
            one = self._full.get(fold(full)) or self._body(name, mention)
            if one is None and mention.kind is None:
                one = self._person(name, n, mention.state)  # a family name in another spelling
            if one is None:
                one = Somebody(
                    mention.kind or "group",
                    plural=mention.plural and mention.cue == "people",
                    guessed=mention.kind is None,
                )
                self.bodies.append(one)
            self._full.setdefault(fold(full), one)
            for k in short.get(n, ()):  # "March 23 Movement (M23)"
                other = self.mentions[k].name or ""
                self._full.setdefault(fold(known[other][0] if other in known else other), one)
            one.names.append(name)
            borrowed = full != name and len(one.names) > 1 and full not in one.names  # another body of these letters
            if mention.kind is not None and one.kind == "group" and not borrowed:
                one.kind, one.guessed = mention.kind, False
            self.of[n] = one
        for n in sorted(named):
            self.of[n].take(n, self.mentions[n])

    def _bracketed(self, named: list[int]) -> dict[int, list[int]]:
        """For each name the shorter ones that stand in brackets behind it."""
        out: dict[int, list[int]] = {}
        for n in named:
            mention = self.mentions[n]
            if mention.same_as is not None and self.mentions[mention.same_as].span.end + 2 == mention.span.start:
                out.setdefault(mention.same_as, []).append(n)
        return out

    def body_named(self, name: str | None) -> Somebody | None:
        """Return the body that an affiliation names, by any of its names."""
        if not name:
            return None
        known = bodies()
        full = known[name][0] if name in known else name
        return self._full.get(fold(full)) or next(
            (one for one in self.bodies if any(body_like(name, other) for other in one.names)), None
        )

    def _body(self, name: str, mention: Mention) -> Somebody | None:
        found = [
            one
            for one in self.bodies
            if (one.state is None or mention.state is None or one.state == mention.state)
            and any(body_like(name, full) or acronym_of(full, name) for full in one.names)
        ]
        return found[0] if len(found) == 1 else None
