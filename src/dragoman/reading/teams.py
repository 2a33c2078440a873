"""Finds delegations: which side sends whom to the talks, led by whom.

A delegation is told by the verb that leads, sends or makes it up, by the words for its head ("head of the Russian
delegation, N"), or by what it does at the talks. A noun alone is none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from dragoman.reading.clauses import Clause
from dragoman.reading.marks import DelegationMark
from dragoman.reading.scene import Scene
from dragoman.reading.senses import senses_of
from dragoman.reading.sides import sides_of
from dragoman.reading.states import states
from dragoman.reading.talks import is_negotiation
from dragoman.terms.findings import Level
from dragoman.terms.span import Span, hull

BLOCKING = frozenset(
    [
        "refuse",
        "fail",
        "decline",
        "deny",
        "hope",
        "want",
        "threaten",
        "urge",
        "ask",
        "demand",
        "call",
        "offer",
        "propose",
        "consider",
    ]
)
"""What stands above a predicate that makes it no fact."""
NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS"})


@dataclass(slots=True)
class Team:
    """A delegation as words: `noun` the word for it, `sides` the words for whom it goes, its head and its members."""

    cue: int
    rule: str
    noun: int | None = None
    sides: list[int] = field(default_factory=list)
    head: int | None = None
    members: list[int] = field(default_factory=list)
    span: Span | None = None


def find_delegations(scene: Scene) -> tuple[DelegationMark, ...]:
    """Find the delegations of a text, in its order."""
    finder = _Finder(scene)
    teams = list(finder.teams())
    if not teams or not is_negotiation(scene.parse):
        return ()
    marks = [mark for team in teams for mark in finder.marks(team)]
    return tuple(sorted(marks, key=lambda mark: (mark.span, mark.cue)))


class _Finder:
    """One pass over the clauses and nouns of a text."""

    def __init__(self, scene: Scene) -> None:
        self.scene, self.parse = scene, scene.parse
        self.senses = senses_of("teams")
        self.rules: dict[str, Callable[[Clause], Iterator[Team]]] = {
            "lead": self._led,
            "include": self._made_up,
            "accompany": self._accompanied,
            "send": self._sent,
            "act": self._acting,
            "represent": self._represented,
            "negotiate": self._negotiating,
        }
        self.led: set[int] = set()

    def teams(self) -> Iterator[Team]:
        """All delegations that the text tells, clause by clause, then noun by noun."""
        for clause in self.scene.clauses:
            for sense in self.senses.get(clause.lemma, ()):
                rule = self.rules.get(sense)
                if rule is not None and self._told_as_fact(clause):
                    yield from rule(clause)
        for i, lemma in enumerate(self.parse.lemma):
            found = self.senses.get(lemma)
            if found is not None and self.parse.tag[i] in NOUN_TAGS:
                if "leader" in found:
                    yield from self._leader_noun(i)
                if "chief-negotiator" in found:
                    yield from self._chief_negotiator(i)

    def _told_as_fact(self, clause: Clause) -> bool:
        return not (clause.negated or clause.yet or clause.conditional or BLOCKING.intersection(clause.under))

    def _is_team(self, i: int, *, loose: bool = True) -> bool:
        found = self.senses.get(self.parse.lemma[i], ())
        if self.parse.tag[i] not in NOUN_TAGS:
            return False
        return "team" in found or (loose and "loose-team" in found)

    # -- rules on clauses

    def _led(self, clause: Clause) -> Iterator[Team]:
        """ "N leads X's delegation", "a team headed by N", "leading the team was N", "…, and X's by N"."""
        for noun in clause.things:
            if not self._is_team(noun):
                continue
            heads = list(clause.doers) or self._inverted(clause)
            sides = sides_of(self.parse, noun) or self._senders(noun)
            if heads and self._person_like(heads[0], noun):
                yield Team(clause.verb, "delegation-led", noun, sides, heads[0], heads[1:])
                self.led.add(heads[0])
                yield from self._gapped(clause, noun)

    def _inverted(self, clause: Clause) -> list[int]:
        """The head in "leading the team was N"."""
        parse = self.parse
        for c in parse.children[clause.verb] + ([parse.head[clause.verb]] if parse.dep[clause.verb] != "ROOT" else []):
            if parse.lemma[c] == "be":
                return parse.kids(c, "attr", "nsubj")[:1]
        return []

    def _gapped(self, clause: Clause, noun: int) -> Iterator[Team]:
        """The second half of "X's team is led by N, and Y's (team) by M", whose verb is left out."""
        parse = self.parse
        start, end = parse.sentences[parse.sentence[clause.verb]]
        for by in range(max(clause.verb, noun) + 1, end):
            if parse.lower[by] != "by" or (pobj := parse.kid(by, "pobj")) is None or pobj in clause.doers:
                continue
            other = by - 1
            if self._is_team(other):
                yield Team(by, "delegation-led-gapped", other, sides_of(parse, other), pobj)
            elif parse.tag[other] == "POS" and other - 1 >= start:
                yield Team(by, "delegation-led-gapped", other - 1, [other - 1], pobj)

    def _senders(self, noun: int) -> list[int]:
        """Who sends the team that is the object of a verb: "Russia is sending a team headed by N"."""
        above = self.scene.clause_at.get(self.parse.head[noun])
        if above is not None and noun in above.things and "send" in self.senses.get(above.lemma, ()):
            return list(above.doers)
        return []

    def _made_up(self, clause: Clause) -> Iterator[Team]:
        """ "The delegation, which includes A and B"."""
        for noun in clause.doers:
            if self._is_team(noun):
                members = [m for m in clause.things if self._person_like(m, noun)]
                if members:
                    yield Team(clause.verb, "delegation-includes", noun, sides_of(self.parse, noun), None, members)

    def _accompanied(self, clause: Clause) -> Iterator[Team]:
        """ "N, accompanied by A and B": only for a head or a team named as such."""
        if not clause.passive:
            return
        for thing in clause.things:
            if clause.doers and (thing in self.led or self._is_team(thing, loose=False)):
                team = self._is_team(thing)
                yield Team(
                    clause.verb,
                    "delegation-accompanied",
                    thing if team else None,
                    sides_of(self.parse, thing) if team else [],
                    None if team else thing,
                    list(clause.doers),
                )

    def _sent(self, clause: Clause) -> Iterator[Team]:
        """ "X sent a delegation to Cairo"."""
        for noun in clause.things:
            if self._is_team(noun, loose=False) and clause.time != "unreal":
                sides = list(clause.doers) or sides_of(self.parse, noun)
                yield Team(clause.verb, "delegation-sent", noun, sides)

    def _acting(self, clause: Clause) -> Iterator[Team]:
        """ "A Hamas delegation arrived in Cairo", "shuttle between Israeli and Palestinian delegations"."""
        if clause.time == "unreal":
            return
        nouns = list(clause.doers) + clause.governed("between", "with")
        for noun in nouns:
            if self._is_team(noun, loose=False) and (sides := sides_of(self.parse, noun)):
                yield Team(clause.verb, "delegation-acts", noun, sides)

    def _represented(self, clause: Clause) -> Iterator[Team]:
        """ "X was represented by N", "N represented X at the talks"."""
        if not clause.doers or not clause.things:
            return
        names = [d for d in clause.doers if self._person_like(d, clause.verb)]
        at_talks = clause.passive or bool(clause.governed("at", "in"))
        if names and at_talks:
            yield Team(clause.verb, "delegation-represented", None, list(clause.things), names[0], names[1:])

    def _negotiating(self, clause: Clause) -> Iterator[Team]:
        """ "N, negotiating for the employers"."""
        sides = clause.governed("for")
        named = bool(clause.doers) and self.parse.tag[clause.doers[0]] in ("NNP", "NNPS", "PRP")
        if named and sides and self.parse.tag[sides[0]] in NOUN_TAGS and self._sidelike(sides[0]):
            yield Team(clause.verb, "delegation-negotiates-for", None, sides, clause.doers[0], [])

    def _sidelike(self, i: int) -> bool:
        """A mention or a plural of people, not a matter ("negotiating for a ceasefire")."""
        return i in self.scene.mention_at

    # -- rules on nouns

    def _leader_noun(self, i: int) -> Iterator[Team]:
        """ "Head of the Russian delegation, N", "N, head of X's team", "delegation head N"."""
        parse = self.parse
        nouns = [o for c in parse.kids(i, "prep") if parse.lower[c] == "of" for o in parse.kids(c, "pobj")]
        nouns += parse.kids(i, "compound")
        nouns += parse.kids(i, "poss")
        for noun in nouns:
            if self._is_team(noun, loose=self._strong_side(noun)):
                name = self._named_with(i)
                sides = sides_of(parse, noun) or sides_of(parse, i)
                if name is not None:
                    yield Team(i, "delegation-head", noun, sides, name, span=self._noun_span(i, noun, name))

    def _strong_side(self, noun: int) -> bool:
        return any(self.parse.lower[c] in ("negotiating", "talks") for c in self.parse.children[noun])

    def _chief_negotiator(self, i: int) -> Iterator[Team]:
        """ "Chief negotiator N", "Iran's top negotiator, N", "N, the chief negotiator for X"."""
        parse = self.parse
        if not any(parse.lower[c] in ("chief", "lead", "top", "head", "main", "senior") for c in parse.children[i]):
            return
        name = self._named_with(i)
        if name is not None and parse.tag[i] in ("NN", "NNP"):
            sides = [s for s in sides_of(parse, i) if s != name]
            if not sides and parse.dep[i] in ("compound", "nmod"):
                sides = [s for s in sides_of(parse, name) if states().code(parse.word[s]) is not None]
            yield Team(i, "chief-negotiator", i, sides, name, span=self._noun_span(i, i, name))

    def _named_with(self, i: int) -> int | None:
        """The name that stands with a word for an office: in apposition, after it, or across "is"."""
        parse = self.parse
        below = [c for c in parse.kids(i, "appos") if parse.tag[c] in NOUN_TAGS]
        if below:
            return below[0]
        if parse.dep[i] in ("appos", "compound", "nmod") and parse.tag[parse.head[i]] in ("NNP", "NNPS"):
            return parse.head[i]
        clause = self.scene.clause_at.get(parse.head[i])
        if clause is not None and clause.lemma == "be" and parse.dep[i] in ("attr", "nsubj"):
            others = [w for w in (*clause.things, *clause.doers) if w != i and parse.tag[w] in ("NNP", "NNPS")]
            return others[0] if others else None
        return None

    def _noun_span(self, i: int, noun: int, name: int) -> Span:
        """From the first word of office, team or name to the last."""
        words = (i, noun, name)
        return self.parse.span(min(self._phrase_left(word) for word in words), max(words))

    # -- marks

    def _person_like(self, word: int, team: int) -> bool:
        """A name, a mention or a plural of people can head or join a team, its own noun cannot."""
        parse = self.parse
        return word != team and (
            word in self.scene.mention_at or parse.tag[word] in ("NNP", "NNPS", "PRP") or parse.tag[word] == "NNS"
        )

    def marks(self, team: Team) -> Iterator[DelegationMark]:
        """One mark for each side of a team ("Israeli and Palestinian delegations")."""
        parse, head = self.parse, self._mention(team.head)
        members = [m for w in team.members + self._including(team.noun) if (m := self._mention(w)) is not None]
        sides: list[int | None] = list(team.sides) or [team.noun]
        for side in sides:
            party = self._mention(side)
            if party is None or party == head:
                party = self._mention(team.noun) if team.noun is not None and len(sides) == 1 else None
            if party is None and head is None and side is None:
                continue
            yield DelegationMark(
                span=team.span or self._span(team),
                cue=parse.span(team.cue, team.cue),
                party=party if party != head else None,
                side=None if side is None or side == team.noun else parse.span(side, side),
                head=head if len(sides) == 1 else None,
                members=tuple(dict.fromkeys(m for m in members if m not in (head, party))),
                level=self._level(team.noun),
                rule=team.rule,
            )

    def _mention(self, word: int | None) -> int | None:
        return None if word is None else self.scene.mention_at.get(word)

    def _including(self, noun: int | None) -> list[int]:
        """Members named by "including A and B", "of ministers and experts" or "with A"."""
        if noun is None:
            return []
        parse = self.parse
        return [
            k
            for c in parse.kids(noun, "prep")
            if parse.lower[c] in ("including", "comprising")
            for o in parse.kids(c, "pobj")
            for k in parse.conjuncts(o)
        ]

    def _span(self, team: Team) -> Span:
        """The words from the first to the last part of the team, without what hangs on them."""
        parse = self.parse
        words = [team.cue, *team.members] + [w for w in (team.noun, team.head) if w is not None]
        words += [s for s in team.sides if parse.sentence[s] == parse.sentence[team.cue]]
        spans = [parse.span(self._phrase_left(w), w) for w in words]
        return hull(*spans)

    def _phrase_left(self, word: int) -> int:
        """The first of the words in front of a head word that belong to its name or description."""
        parse, first = self.parse, word
        while first > 0 and parse.head[first - 1] in range(first, word + 1) and parse.dep[first - 1] != "punct":
            first -= 1
        return first

    def _level(self, noun: int | None) -> Level | None:
        """The level that an adjective gives: "a technical delegation"."""
        if noun is None:
            return None
        found = {s for c in self.parse.children[noun] for s in self.senses.get(self.parse.lower[c], ())}
        return "technical" if "technical" in found else "ministers" if "ministers" in found else None
