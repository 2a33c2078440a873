"""The actors of one report: which mention stands for whom."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.reading.marks import Mention, Reading
from dragoman.reading.states import states
from dragoman.resolving.antecedents import History, follow_body, follow_document, follow_many, follow_office, follow_person, follow_thing
from dragoman.resolving.roster import RULE, Roster
from dragoman.resolving.somebody import Somebody
from dragoman.resolving.together import count_of, last_two, tells_more, told_together
from dragoman.terms.findings import Actor
from dragoman.terms.report import Report
from dragoman.terms.span import cite


INDEFINITE = frozenset({"a", "an", "one", "another", "some", "any"})
LANDS = frozenset({"country", "nation"})
TEAMS = frozenset({"delegation", "team", "mission", "side", "group"})


@dataclass(frozen=True, slots=True)
class Cast:
    """All actors of a report, and for each mention whom it stands for.

    `of_mention[i]` are the actors that mention `i` of the reading stands for: none where it cannot be followed, two or
    more for "both sides".
    """

    actors: tuple[Actor, ...]
    of_mention: tuple[tuple[Actor, ...], ...]

    def who(self, mention: int | None) -> tuple[Actor, ...]:
        """Return the actors that a mention stands for."""
        return () if mention is None else self.of_mention[mention]

    def one(self, mention: int | None) -> Actor | None:
        """Return the first actor that a mention stands for, or None."""
        found = self.who(mention)
        return found[0] if found else None


def cast_actors(report: Report, reading: Reading) -> Cast:
    """Follow every mention to the actor that it stands for."""
    casting = Casting(report.text, reading.mentions)
    casting.run()
    return casting.cast()


class Casting:
    """The work on one report: names first, then everything else in the order of the text."""

    def __init__(self, text: str, mentions: tuple[Mention, ...]) -> None:
        self.text, self.mentions = text, mentions
        self.roster = Roster(mentions)
        self.history = History(mentions)
        self.whom: list[tuple[Somebody, ...]] = [()] * len(mentions)
        self.groups: list[tuple[int, tuple[Somebody, ...]]] = []
        self.described: dict[tuple[str, str | None], Somebody] = {}

    def run(self) -> None:
        """Follow the mentions one after the other; what the grammar ties to a later one waits for it."""
        self._affiliate()
        waiting = []
        for n, mention in enumerate(self.mentions):
            if mention.same_as is not None and mention.same_as > n and mention.same_as not in self.roster.of:
                waiting.append(n)
                continue
            self._place(n, self._follow(n, mention))
        for n in waiting:
            self._place(n, self.whom[self.mentions[n].same_as or 0])

    def _place(self, n: int, found: tuple[Somebody, ...]) -> None:
        self.whom[n] = found
        for one in found:
            if n not in one.at:
                one.at.append(n)
            if len(found) == 1:
                self.history.add(n, one)
        beside = self.mentions[n].beside
        if beside and n == beside[-1]:
            members = tuple(dict.fromkeys(one for k in beside for one in self.whom[k]))
            if len(members) > 1:
                self.groups.extend((k, members) for k in beside)
        if len(found) > 1:
            self.groups.append((n, found))

    def _affiliate(self) -> None:
        """Give named actors the office and state that appositions and owners tell."""
        for n, mention in enumerate(self.mentions):
            one = self.roster.of.get(n)
            if one is not None and mention.owner is not None and one.kind == "person":
                self._belong(one, self.mentions[mention.owner], mention.owner)
            if mention.same_as is None or mention.form == "pronoun":
                continue
            other = self.roster.of.get(mention.same_as)
            if other is not None and one is None and mention.kind == "person" and other.kind == "person":
                self._learn(other, n, mention)
            elif one is not None and other is None and one.kind == "person" and self.mentions[mention.same_as].kind == "person":
                self.roster.of[mention.same_as] = one
                self._learn(one, mention.same_as, self.mentions[mention.same_as])

    def _learn(self, one: Somebody, n: int, mention: Mention) -> None:
        if (mention.name or "").lower().startswith(("former ", "ex-", "late ")):
            one.at.append(n)
            return
        one.take(n, mention)
        if mention.owner is not None:
            self._belong(one, self.mentions[mention.owner], mention.owner)

    def _belong(self, one: Somebody, owner: Mention, n: int) -> None:
        """Let a person act for the owner of its office; a team stands for the one who sent it."""
        holder = self.roster.of.get(n)
        if owner.noun in TEAMS and owner.state is None and owner.owner is not None:
            return self._belong(one, self.mentions[owner.owner], owner.owner)
        if one.affiliation is None and owner.kind != "person" and owner.form != "pronoun" and (holder is None or holder is not one):
            one.affiliation = owner.affiliation if owner.noun in TEAMS and owner.affiliation else owner.name
        if one.state is None:
            one.state = owner.state or (holder.state if holder is not None else None)
        return None

    def _follow(self, n: int, mention: Mention) -> tuple[Somebody, ...]:
        """Return whom a mention stands for, with those that share its noun."""
        found = self._follow_alone(n, mention)
        if mention.also:
            found = (*(one for k in mention.also for one in self.whom[k]), *found)
        return tuple(dict.fromkeys(found))

    def _follow_alone(self, n: int, mention: Mention) -> tuple[Somebody, ...]:
        one = self.roster.of.get(n)
        if one is not None:
            return (one,)
        if mention.place and mention.form == "name":
            return ()
        if mention.form == "pronoun":
            return self._pronoun(mention)
        if mention.same_as is not None:
            other = self.roster.of.get(mention.same_as)
            if other is not None and (other.kind == "person") == (mention.kind == "person"):
                return (other,)
        return self._description(n, mention)

    def _pronoun(self, mention: Mention) -> tuple[Somebody, ...]:
        if mention.cue == "I":
            return self._tied(mention)
        if mention.cue == "we":
            return self._side(mention)
        if mention.cue == "who":
            return self._tied(mention)
        barred = self._barred(mention)
        if mention.cue in ("he", "she"):
            one = follow_person(self.history, mention, barred)
            if one is not None:
                one.gender = one.gender or mention.gender
            return () if one is None else (one,)
        if mention.cue == "it":
            one = follow_thing(self.history, mention, barred)
            return () if one is None else (one,)
        return follow_many(self.history, mention, self.groups)

    def _tied(self, mention: Mention) -> tuple[Somebody, ...]:
        if mention.same_as is None:
            return ()
        one = self.roster.of.get(mention.same_as)
        return (one,) if one is not None else self.whom[mention.same_as]

    def _side(self, mention: Mention) -> tuple[Somebody, ...]:
        """Return for "we" in a quotation the body or state that its speaker speaks for, else the speaker."""
        speaker = self._tied(mention)
        if len(speaker) != 1 or speaker[0].kind != "person":
            return speaker
        one = speaker[0]
        if one.affiliation:
            for body in self.roster.bodies:
                if one.affiliation in body.names:
                    return (body,)
        if one.state in self.roster.states:
            return (self.roster.states[one.state or ""],)
        return speaker

    def _barred(self, mention: Mention) -> set[int]:
        """Whom a pronoun cannot mean: the subject of its own clause, and in a quotation its speaker."""
        out: set[int] = set()
        if mention.function == "object":
            for n, one in self.history.before(mention, 0):
                if self.mentions[n].clause == mention.clause:
                    out.add(id(one))
        return out

    def _description(self, n: int, mention: Mention) -> tuple[Somebody, ...]:
        if mention.parts:
            return tuple(dict.fromkeys(one for k in mention.parts for one in self._early(k)))
        words = mention.span.of(self.text).split()
        count = count_of(mention, words)
        if count is not None:
            found = told_together([(self.mentions[k], g) for k, g in self.groups], mention, count)
            if not found and count == 2:
                found = last_two([one for _, one in self.history.before(mention)], mention)
            fuller = self._fuller(mention, mention.noun) if not found else None
            if found or fuller is not None or not tells_more(mention, words):
                return found if fuller is None else (fuller,)
        state = mention.state or self._owner_state(mention)
        if mention.kind == "government" and mention.noun in RULE and state in self.roster.states:
            return (self.roster.states[state or ""],)
        if mention.kind is None:
            return self._document(mention)
        one = None if words and words[0].lower() in INDEFINITE else self._known(mention, state)
        if one is None and mention.noun in LANDS and mention.owner is not None:
            return () if state is None else (self._land(state),)
        one = one or self._unnamed(mention, state)
        return (one,)

    def _document(self, mention: Mention) -> tuple[Somebody, ...]:
        """Return whose words a report or statement is: its owner's, or those of who spoke last."""
        if mention.owner is not None:
            return self._early(mention.owner)
        words = (mention.name or "").split()
        for one in (*self.roster.bodies, *self.roster.people):
            if len(words) > 1 and any(name in (mention.name or "") for name in one.names):
                return (one,)
        one = follow_document(self.history, mention) if mention.definite and len(words) == 1 else None
        return () if one is None else (one,)

    def _land(self, state: str) -> Somebody:
        """Return the actor for a state that only "his country" names."""
        one = self.roster.states.get(state)
        if one is None:
            one = self.roster.states[state] = Somebody("state", state=state)
        return one

    def _early(self, n: int) -> tuple[Somebody, ...]:
        one = self.roster.of.get(n)
        return (one,) if one is not None else self.whom[n]

    def _owner_state(self, mention: Mention) -> str | None:
        if mention.owner is None:
            return None
        found = self._early(mention.owner)
        return found[0].state if found else self.mentions[mention.owner].state

    def _known(self, mention: Mention, state: str | None) -> Somebody | None:
        """Return the actor told before that a definite description points back to."""
        if mention.plural:
            return None
        if mention.noun == "counterpart" and mention.owner is not None:
            return self._counterpart(mention)
        if mention.office is not None and (mention.definite or mention.state is not None or mention.owner is not None):
            return follow_office(self.roster.people, self.history, mention, state)
        if mention.definite and mention.kind not in (None, "person"):
            return follow_body(self.history, mention)
        return None

    def _counterpart(self, mention: Mention) -> Somebody | None:
        holder = self.whom[mention.owner or 0]
        if not holder:
            return None
        offices = holder[0].offices
        for one in self.roster.people:
            if one.state == mention.state and one.offices & offices and one is not holder[0]:
                return one
        return None

    def _unnamed(self, mention: Mention, state: str | None) -> Somebody | None:
        """Return the actor under the description's own words, one for the same words in one report."""
        name = self._unnamed_name(mention, state)
        key = (name.lower(), state)
        one = self.described.get(key) or self._fuller(mention, name)
        if one is None:
            one = Somebody(mention.kind or "group", named=False, state=state, plural=mention.plural)
            if mention.plural and one.kind == "person":
                one.kind = "group"
        if name not in one.names:
            one.names.append(name)
        self.described[key] = one
        one.take(-1, mention)
        one.at.pop()
        return one

    def _unnamed_name(self, mention: Mention, state: str | None) -> str:
        """Return a description's words; a lone noun is told with its owner ("Fidan's spokesman", "Ukrainian military")."""
        name = mention.name or ""
        if " " in name or not name.islower() or mention.owner is None or not self.whom[mention.owner]:
            return name
        owner = self.whom[mention.owner][0]
        if not owner.named:
            return name
        if owner.kind == "person" and mention.kind in ("military", "government", "group") and mention.cue == "group":
            demonym = states().demonym.get(state or "")
            if demonym is not None:
                return f"{demonym} {name}"
        return f"{self._name(owner)}'s {name}"

    def _fuller(self, mention: Mention, name: str) -> Somebody | None:
        """Return the one group told in more words ("pro-Russian separatists") that a lone noun points back to, or the reverse."""
        alone = " " not in name
        if alone and not mention.definite and mention.kind not in ("armed-group", "military"):
            return None
        last = name.split()[-1:]
        found = {
            id(one): one
            for one in self.described.values()
            if one.plural == mention.plural and one.name.lower().split()[-1:] in ([w.lower() for w in last], [w.lower() + "s" for w in last])
            and (" " in one.name if alone else " " not in one.name and one.kind in ("armed-group", "military"))
        }  # fmt: skip
        return next(iter(found.values())) if len(found) == 1 else None

    def cast(self) -> Cast:
        """Number the actors in the order of their first mention."""
        order = list(dict.fromkeys(one for found in self.whom for one in found))
        made = {id(one): self._actor(f"a{k}", one) for k, one in enumerate(order, start=1)}
        return Cast(tuple(made.values()), tuple(tuple(made[id(one)] for one in found) for found in self.whom))

    def _actor(self, name: str, one: Somebody) -> Actor:
        return Actor(
            id=name,
            name=self._name(one),
            kind=one.kind,
            role=one.role if one.kind == "person" else None,
            affiliation=self._affiliation(one) if one.kind == "person" else None,
            state=one.state,
            mentions=tuple(cite(self.text, self.mentions[n].span) for n in sorted(set(one.at))),
        )

    def _affiliation(self, one: Somebody) -> str | None:
        """The body or country of a person; a demonym is told as the name of its state."""
        code = states().adjectives.get(one.affiliation or "")
        if code is None:
            return one.affiliation
        holder = self.roster.states.get(code)
        if holder is None:
            return one.affiliation if one.affiliation in states().names else states().title[code]
        return self._name(holder)

    def _name(self, one: Somebody) -> str:
        if one.state is not None and self.roster.states.get(one.state) is one:
            known = states()
            for table in (known.names, known.seats, known.capitals):
                named = [name for name in one.names if table.get(name) == one.state]
                if named:
                    return max(named, key=len)
            return known.title[one.state]
        return one.name
