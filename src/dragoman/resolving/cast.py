"""The actors of one report: which mention stands for whom."""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.reading.actors.lands import derives
from dragoman.reading.actors.states import states
from dragoman.reading.marks import Mention, Reading
from dragoman.resolving.antecedents import follow_many, follow_person, speaking_again
from dragoman.resolving.belonging import PARTIES, affiliate
from dragoman.resolving.describing import Descriptions
from dragoman.resolving.itself import follow_thing
from dragoman.resolving.nameless import nameless_speakers
from dragoman.resolving.renown import learn
from dragoman.resolving.somebody import Somebody
from dragoman.resolving.stage import Stage
from dragoman.resolving.takenup import by_people, taken_up
from dragoman.terms.findings import Actor
from dragoman.terms.report import Report
from dragoman.terms.span import cite


@dataclass(frozen=True, slots=True)
class Cast:
    """All actors of a report, and for each mention whom it stands for.

    `of_mention[i]` are the actors that mention `i` of the reading stands for: none where it cannot be followed, two or
    more for "both sides". `nameless` are the speakers of sayings that no mention stands for, by the number of the saying.
    """

    actors: tuple[Actor, ...]
    of_mention: tuple[tuple[Actor, ...], ...]
    nameless: dict[int, Actor] = field(default_factory=dict)
    _called: dict[str, list[Actor]] = field(default_factory=dict, compare=False, repr=False)

    def called(self, name: str) -> list[Actor]:
        """Return the actors that a name, or a mention without its article, is written for."""
        if not self._called:
            for actor in self.actors:
                words = (m.quote.removeprefix("the ").removeprefix("The ") for m in actor.mentions)
                for written in dict.fromkeys((actor.name, *words)):
                    self._called.setdefault(written, []).append(actor)
        return self._called.get(name, [])

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
    cast = casting.cast()
    spoken = {n: cast.who(saying.speaker) for n, saying in enumerate(reading.sayings)}
    nameless = nameless_speakers(reading, spoken, report.text, len(cast.actors))
    return Cast((*cast.actors, *dict.fromkeys(nameless.values())), cast.of_mention, nameless)


class Casting:
    """The work on one report: names first, then everything else in the order of the text."""

    def __init__(self, text: str, mentions: tuple[Mention, ...]) -> None:
        self.stage = Stage(text, mentions)
        self.descriptions = Descriptions(self.stage)
        self.text, self.mentions = text, mentions
        self.roster, self.history = self.stage.roster, self.stage.history
        self.whom, self.groups = self.stage.whom, self.stage.groups

    def run(self) -> None:
        """Follow the mentions one after the other; what the grammar ties to a later one waits for it."""
        affiliate(self.mentions, self.roster)
        learn(self.roster.people)
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

    def _follow(self, n: int, mention: Mention) -> tuple[Somebody, ...]:
        """Return whom a mention stands for, with those that share its noun."""
        found = self._follow_alone(n, mention)
        if mention.also:
            found = (*(one for k in mention.also for one in self.whom[k]), *found)
        return tuple(dict.fromkeys(found))

    def _follow_alone(self, n: int, mention: Mention) -> tuple[Somebody, ...]:
        one = self.roster.of.get(n)
        if by_people(mention):  # "the Dane", told before by name
            one = taken_up(self.stage, mention, mention.state) or one
        if one is not None:
            return (one,)
        if mention.place and mention.form == "name":
            return ()
        if mention.form == "pronoun":
            return self._pronoun(n, mention)
        if mention.same_as is not None:
            other = self.roster.of.get(mention.same_as)
            same_kind = other is not None and (other.kind == "person") == (mention.kind == "person")
            if other is not None and (same_kind or mention.noun in PARTIES):
                return (other,)
        return self.descriptions.follow(mention)

    def _pronoun(self, n: int, mention: Mention) -> tuple[Somebody, ...]:
        if mention.cue == "I":
            return self._tied(mention)
        if mention.cue == "we":
            return self._side(mention)
        if mention.cue == "who":
            return self._tied(mention)
        barred = self._barred(n, mention)
        if mention.cue in ("he", "she"):
            one = follow_person(self.history, mention, barred)
            if one is not None:
                one.gender = one.gender or mention.gender
            return () if one is None else (one,)
        if mention.cue == "it":
            one = follow_thing(self.history, mention, barred) or speaking_again(self.history, mention)
            return () if one is None else (one,)
        found = follow_many(self.history, mention, self.groups)
        one = None if found else speaking_again(self.history, mention)
        return found if one is None else (one,)

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
        body = self.roster.body_named(one.affiliation)
        if body is not None and body.kind != "person":
            return (body,)
        if one.state in self.roster.states:
            return (self.roster.states[one.state or ""],)
        return speaker

    def _barred(self, at: int, mention: Mention) -> set[int]:
        """Whom a pronoun cannot mean: the subject of its own clause, and who is named behind it in its clause."""
        out: set[int] = set()
        if mention.function == "subject":
            for n, one in self.history.before(mention, 0):
                if self.mentions[n].clause == mention.clause and self.mentions[n].function == "object":
                    out.add(id(one))
            for n in range(at + 1, len(self.mentions)) if mention.cue in ("he", "she") else ():
                other = self.mentions[n]
                if other.sentence != mention.sentence:
                    break
                named = other.form == "name" and other.function in ("object", "other")
                if named and other.clause == mention.clause and n in self.roster.of:
                    out.add(id(self.roster.of[n]))
        elif mention.function in ("object", "agent"):
            for n, one in self.history.before(mention, 0):
                if self.mentions[n].clause == mention.clause:
                    out.add(id(one))
        return out

    def cast(self) -> Cast:
        """Number the actors in the order of their first mention."""
        order = list(dict.fromkeys(one for found in self.whom for one in found))
        made = {id(one): self._actor(f"a{k}", one) for k, one in enumerate(order, start=1)}
        return Cast(tuple(made.values()), tuple(tuple(made[id(one)] for one in found) for found in self.whom))

    def _actor(self, name: str, one: Somebody) -> Actor:
        return Actor(
            id=name,
            name=self.stage.name(one),
            kind=one.kind,
            role=one.role if one.kind == "person" else None,
            affiliation=self._affiliation(one) if one.kind == "person" else None,
            state=one.state if one.state in states().title else None,
            land=one.state if one.state not in states().title else None,
            mentions=tuple(cite(self.text, self.mentions[n].span) for n in sorted(set(one.at))),
        )

    def _affiliation(self, one: Somebody) -> str | None:
        """The body or country of a person; a demonym is told as the name of its state."""
        if one.state is not None and derives(one.affiliation or "", one.state):
            return one.state
        code = states().adjectives.get(one.affiliation or "")
        if code is None:
            return one.affiliation
        if one.affiliation in states().names:
            return one.affiliation
        holder = self.roster.states.get(code)
        named = [] if holder is None else [name for name in holder.names if name in states().names]
        return max(named, key=len) if named else states().title[code]
