"""The rules by which a text tells who belongs to a delegation: verbs that make it up, seat it or bring companions."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.reading.grammar.clauses import Clause
from dragoman.reading.scene import Scene
from dragoman.reading.sides import sides_of
from dragoman.reading.teams.levels import level_of
from dragoman.reading.teams.nouns import NAME_TAGS, Team, TeamNouns

OTHERS = frozenset({"others", "rest"})
"""Words for those of a team who are told after its head."""


class TeamMembers(TeamNouns):
    """Who belongs to which team. `led` are the heads told so far, `last` is the team told last."""

    def __init__(self, scene: Scene) -> None:
        super().__init__(scene)
        self.led: set[int] = set()
        self.last = Team(cue=0, rule="")

    def _made_up(self, clause: Clause) -> Iterator[Team]:
        """As in "The delegation, which includes A and B"."""
        below = [k for o in self.parse.kids(clause.verb, "pobj") for k in self.parse.conjuncts(o)]
        yield from self._with_members(clause, [t for t in (*clause.things, *below) if t not in clause.doers])

    def _consisting(self, clause: Clause) -> Iterator[Team]:
        """As in "The delegation consists of A and B", "was made up of"."""
        yield from self._with_members(clause, clause.governed("of"))

    def _with_members(self, clause: Clause, words: list[int]) -> Iterator[Team]:
        for thing in clause.things if clause.passive else clause.doers:
            noun = self._team_of(thing)
            members = self._listed([m for m in words if self._person_like(m, noun)])
            if members and self._is_team(noun):
                yield Team(clause.verb, "delegation-includes", noun, sides_of(self.parse, noun), None, members)
            elif members and (self._points_to_last(noun) or self._trails(clause, members)):
                yield Team(clause.verb, "delegation-includes", None, self.last.sides, self.last.head, members)

    def _trails(self, clause: Clause, members: list[int]) -> bool:
        """Whether a "which" that the grammar hung on the place goes on with the team: "led the team in Doha, which *included* N"."""
        parse, last = self.parse, self.last
        near = bool(last.sides) and parse.sentence[clause.verb] == parse.sentence[last.cue] and last.cue < clause.verb
        pronoun = parse.kid(clause.verb, "nsubj")
        which = pronoun is not None and parse.lower[pronoun] == "which"
        return near and which and parse.dep[clause.verb] == "relcl" and any(self._in_office(m) for m in members)

    def _team_of(self, word: int) -> int:
        """The team whose members a word stands for: "*members* of the Chadian delegation"; else the word itself."""
        parse = self.parse
        if (
            not {"member", "leader"}.intersection(self.senses.get(parse.lemma[word], ()))
            and parse.lower[word] not in OTHERS
        ):
            return word
        below = (
            o for c in parse.kids(word, "prep") if parse.lower[c] in ("of", "in", "on") for o in parse.kids(c, "pobj")
        )
        return next((o for o in below if self._is_team(o)), word)

    def _seated(self, clause: Clause) -> Iterator[Team]:
        """As in "Also in the delegation were N and M", "the members of the team are N and M"."""
        for noun in clause.governed("in", "on", "among") if clause.lemma == "be" else ():
            names = self._listed([d for d in clause.doers if d != noun and self.scene.is_actor(d)])
            if names and self._is_team(noun, loose=False):
                yield Team(clause.verb, "delegation-includes", noun, sides_of(self.parse, noun), None, names)
        if any(self._team_of(d) != d for d in clause.doers):
            yield from self._with_members(clause, [t for t in clause.things if t not in clause.doers])

    def _points_to_last(self, word: int) -> bool:
        """Whether "it" or "they" can stand for the team told last, in this sentence or the one before."""
        sentence, last = self.parse.sentence, self.last
        return (
            self.parse.lower[word] in ("it", "they")
            and bool(last.sides)
            and sentence[word] - sentence[last.cue] in (0, 1)
        )

    def _accompanied(self, clause: Clause) -> Iterator[Team]:
        """As in "N, accompanied by A and B": only for a head or a team named as such."""
        company = [d for d in clause.doers if not self._is_team(d)]
        for thing in clause.things if clause.passive and company else ():
            if self._is_team(thing, loose=False):
                sides = sides_of(self.parse, thing)
                yield Team(clause.verb, "delegation-accompanied", thing, sides, None, company)
            elif thing in self.led or self._with_company(clause, thing):
                yield Team(clause.verb, "delegation-accompanied", None, [], thing, company)

    def _with_company(self, clause: Clause, head: int) -> bool:
        """Whether somebody in office comes to the table with others who are named: "Minister N, accompanied by envoy M"."""
        named = [d for d in clause.doers if d in self.scene.mention_at and self.parse.tag[d] in NAME_TAGS]
        known = head in self.scene.mention_at and self.parse.tag[head] in NAME_TAGS
        return self.at_table and known and bool(named) and any(self._in_office(d) for d in named)

    def _beside_the_head(self, clause: Clause) -> list[int]:
        """Who else is told with a head: "led by N *and including M*", "by N, *with M also taking part*", "together *with M*"."""
        parse, out = self.parse, list[int]()
        for c in parse.kids(clause.verb, "prep"):
            joined = parse.lower[c] == "with" and parse.lower[c - 1] in ("together", "along", "jointly")
            if parse.lower[c] == "including" or joined:
                out += parse.kids(c, "pobj")
            if parse.lower[c] == "with":
                out += [s for v in parse.kids(c, "pcomp") for s in parse.kids(v, "nsubj")]
        return [k for w in out for k in parse.conjuncts(w) if k in self.scene.mention_at and parse.tag[k] in NAME_TAGS]

    def _in_office(self, word: int) -> bool:
        """Whether somebody is told with an office that has a level: a minister, an envoy, and no coach."""
        mention = self.scene.mention_at.get(word)
        if mention is None:
            return False
        found = self.scene.mentions[mention]
        return level_of(found.role or found.span.of(self.parse.text)) is not None
