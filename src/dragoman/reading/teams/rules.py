"""The rules by which a text tells of a delegation: verbs that lead, make up, send or seat it, and nouns for its head."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from dragoman.reading.actors.states import states
from dragoman.reading.grammar.clauses import Clause
from dragoman.reading.scene import Scene
from dragoman.reading.senses import senses_of
from dragoman.reading.sides import is_side, sides_of
from dragoman.reading.teams.members import TeamMembers
from dragoman.reading.teams.nouns import NAME_TAGS, Team

SITTINGS = frozenset(
    {
        "session",
        "round",
        "meeting",
        "talk",
        "summit",
        "negotiation",
        "ceremony",
        "signing",
        "table",
        "conference",
        "forum",
        "dialogue",
    }
)
"""Where a side is represented: "by its envoy at the Vienna *session*"."""
BARGAINING = frozenset({"negotiate", "bargain"})


class TeamRules(TeamMembers):
    """One pass over the clauses and nouns of a text."""

    def __init__(self, scene: Scene) -> None:
        super().__init__(scene)
        self.rules: dict[str, Callable[[Clause], Iterator[Team]]] = {
            "lead": self._led,
            "include": self._made_up,
            "consist": self._consisting,
            "accompany": self._accompanied,
            "send": self._sent,
            "act": self._acting,
            "represent": self._represented,
            "negotiate": self._negotiating,
            "be": self._seated,
        }

    def teams(self) -> Iterator[Team]:
        """All delegations that the text tells, clause by clause, then noun by noun."""
        senses, parse = self.senses, self.parse
        for clause in self.scene.clauses:
            for sense in senses.get(clause.lemma, ()):
                rule = self.rules.get(sense)
                for team in rule(clause) if rule is not None and self._told_as_fact(clause) else ():
                    self.last = team
                    yield team
        for i, lemma in enumerate(parse.lemma):
            found = senses.get(lemma)
            if found is None or parse.tag[i][:2] != "NN":
                continue
            if "leader" in found or "member" in found:
                yield from self._office_in_team(i, member="member" in found)
            if "chief-negotiator" in found:
                yield from self._chief_negotiator(i)

    # -- verbs

    def _led(self, clause: Clause) -> Iterator[Team]:
        """As in "N leads X's delegation", "a team headed by N", "X named N to lead its team", "…, and Y's by M"."""
        parse = self.parse
        yield from self._led_on_a_side(clause)
        for thing in clause.things:
            noun = self._team_at(thing)
            if noun is None and self._of_a_state(thing) and any(self._in_office(d) for d in clause.doers):
                noun = thing
            if noun is None:
                continue
            sides = sides_of(parse, noun) or self._senders(noun)
            heads = self._without_gapped(clause.doers) or self._inverted(clause, noun)
            above = self.scene.clause_at.get(clause.above) if clause.above is not None else None
            if above is not None and parse.tag[clause.verb] == "VB" and "appoint" in self.senses.get(above.lemma, ()):
                heads = list(above.things[:1]) or heads
                sides = list(above.doers) or sides
            if len(heads) == len(sides) > 1 and parse.tag[noun] == "NNS":  # "the teams of X and Y, led by N and M"
                for head, side in zip(heads, sides, strict=True):
                    yield Team(clause.verb, "delegation-led", None, [side], head)
            elif len(heads) > 1 and not sides and parse.tag[noun] == "NNS":  # "N and M headed the two teams"
                for head in heads:
                    yield Team(clause.verb, "delegation-led", None, [], head)
            elif heads and self._person_like(heads[0], noun) and parse.tag[heads[0]] != "NNS":
                heads = self._names_first(heads)
                told = [*self._alongside(clause), *self._beside_the_head(clause)]
                beside = [w for w in told if self._person_like(w, noun)]
                yield Team(clause.verb, "delegation-led", noun, sides, heads[0], [w for w in beside if w != heads[0]])
                self.led.add(heads[0])
                yield from self._gapped(clause, noun, heads[0])

    def _of_a_state(self, noun: int) -> bool:
        """Whether a "team" or a "side" is that of a state or a government: "the *Chadian* side"."""
        if "loose-team" not in self.senses.get(self.parse.lemma[noun], ()):
            return False
        return any(states().code(self.parse.word[s]) is not None for s in sides_of(self.parse, noun))

    def _alongside(self, clause: Clause) -> list[int]:
        """Who leads with the head, also where the grammar hung it on the talks: "heads the team *alongside N*"."""
        parse = self.parse
        words = [w for ws in clause.preps.values() for w in ws] + list(clause.things)
        below = [
            o
            for w in words
            for c in parse.kids(w, "prep")
            if parse.lower[c] == "alongside"
            for o in parse.kids(c, "pobj")
        ]
        return [*clause.governed("alongside"), *below]

    def _names_first(self, heads: list[int]) -> list[int]:
        """The heads with the name before the offices that it holds: "headed by party chairman and senator *N*"."""
        names = [h for h in heads if self.parse.tag[h] in NAME_TAGS]
        return names or heads

    def _team_at(self, word: int) -> int | None:
        """The word itself if it is a team, or the team behind whose talks the grammar hung it: "a team for talks, led by"."""
        parse = self.parse
        if self._is_team(word):
            return word
        up = parse.head[parse.head[word]] if parse.dep[word] == "pobj" else word
        return up if up != word and parse.tag[parse.head[word]] == "IN" and self._is_team(up) else None

    def _led_on_a_side(self, clause: Clause) -> Iterator[Team]:
        """As in "On the Kenyan side, the talks were led by N"."""
        parse, table = self.parse, senses_of("talks")
        if not any("table" in table.get(parse.lemma[t], ()) for t in clause.things):
            return
        below = [
            o
            for t in clause.things
            for c in parse.kids(t, "prep")
            if parse.lower[c] == "on"
            for o in parse.kids(c, "pobj")
        ]
        for side in (*clause.governed("on", "from", "for"), *below):
            sides = sides_of(parse, side) if parse.lemma[side] in ("side", "part") else []
            if len(sides) == 1 and clause.doers and self._person_like(clause.doers[0], side):
                yield Team(clause.verb, "delegation-led", None, sides, clause.doers[0])

    def _without_gapped(self, doers: tuple[int, ...]) -> list[int]:
        """The heads before the second half of "X's team is led by N and Y's by M"."""
        parse = self.parse
        for n, d in enumerate(doers):
            if d + 1 < len(parse) and parse.tag[d + 1] == "POS":
                return list(doers[:n])
        return list(doers)

    def _inverted(self, clause: Clause, noun: int) -> list[int]:
        """The head in "leading the team was N"."""
        parse = self.parse
        if parse.tag[clause.verb] == "VBG" and (
            names := [t for t in clause.things if t > noun and parse.tag[t] in NAME_TAGS]
        ):
            return names[:1]
        for c in [*parse.children[clause.verb], parse.head[clause.verb]]:
            if parse.lemma[c] == "be" and c != clause.verb:
                return parse.kids(c, "attr", "nsubj")[:1]
        return []

    def _gapped(self, clause: Clause, noun: int, head: int) -> Iterator[Team]:
        """The second half of "X's team is led by N, and Y's (team) by M", whose verb is left out."""
        parse = self.parse
        _, end = parse.sentences[parse.sentence[clause.verb]]
        for by in range(max(clause.verb, noun, head) + 1, end):
            pobj = parse.kid(by, "pobj") if parse.lower[by] == "by" else None
            if pobj is None:
                continue
            other = by - 1
            if self._is_team(other):
                yield Team(by, "delegation-led-gapped", other, sides_of(parse, other), pobj)
            elif parse.tag[other] == "POS":
                yield Team(by, "delegation-led-gapped", None, [other - 1], pobj)
        for one in range(noun + 1, end):
            if parse.lower[one] != "one" or not (sides := sides_of(parse, one)):
                continue
            names = [w for w in parse.conjuncts(noun) + parse.conjuncts(head) if noun < w < one and w != head]
            if names and parse.tag[names[-1]] in NAME_TAGS:  # "N headed X's team and M the Y one"
                yield Team(one, "delegation-led-gapped", None, sides, names[-1])

    def _senders(self, noun: int) -> list[int]:
        """Who sends the team that is the object of a verb: "Russia is sending a team headed by N"."""
        above = self.scene.clause_at.get(self.parse.head[noun])
        sends = above is not None and noun in above.things and "send" in self.senses.get(above.lemma, ())
        return list(above.doers) if above is not None and sends else []

    def _sent(self, clause: Clause) -> Iterator[Team]:
        """As in "X sent a delegation to Cairo"."""
        for noun in clause.things:
            single = self.parse.lemma[noun] in ("envoy", "emissary") and self.parse.tag[noun] == "NN"
            if self._is_team(noun, loose=False) and clause.time != "unreal" and not single:
                yield Team(clause.verb, "delegation-sent", noun, list(clause.doers) or sides_of(self.parse, noun))

    def _acting(self, clause: Clause) -> Iterator[Team]:
        """As in "A Hamas delegation arrived in Cairo", "shuttle between Israeli and Palestinian delegations"."""
        if clause.time == "unreal" or (clause.lemma == "be" and not clause.governed("in", "at")):
            return
        torn = [] if clause.doers else self.parse.kids(clause.verb, "compound")  # "Chadian delegation heads to Doha"
        for noun in (*clause.doers, *torn, *clause.governed("between", "with")):
            named = self._is_delegation(noun) or (self._is_team(noun) and self._with_names(noun))
            named = named or (self.at_table and self.parse.lemma[noun] == "team" and self._of_a_state(noun))
            if named and (sides := sides_of(self.parse, noun)):
                yield Team(clause.verb, "delegation-acts", noun, sides + self._torn_off(clause, noun))

    def _with_names(self, noun: int) -> bool:
        """Whether a team is told with its members: "a Kenyan team *including envoy N*"."""
        parse = self.parse
        below = [o for c in parse.kids(noun, "prep") if parse.lower[c] == "including" for o in parse.kids(c, "pobj")]
        return any(o in self.scene.mention_at and parse.tag[o] in NAME_TAGS for o in below)

    def _torn_off(self, clause: Clause, noun: int) -> list[int]:
        """Sides that the grammar put beside the team: the last two of "envoys of A, *B* and *C* met"."""
        if self.parse.tag[noun] not in ("NNS", "NNPS"):
            return []
        beside = [d for d in clause.doers if d > noun and self.parse.head[d] >= noun and d in self.scene.mention_at]
        return [
            d for d in beside if self.scene.mentions[self.scene.mention_at[d]].kind in ("state", "government", "igo")
        ]

    def _represented(self, clause: Clause) -> Iterator[Team]:
        """As in "X was represented by N", "N represented X at the talks", "N, representing X"."""
        parse = self.parse
        doers = [*clause.doers, *(self._late_agent(clause) if clause.passive and not clause.doers else [])]
        names = [d for d in doers if self._person_like(d, clause.verb) and parse.tag[d] != "NNS"]
        placed = clause.passive or bool(clause.governed("at", "in")) or parse.tag[clause.verb] == "VBG"
        placed = placed or (len(names) > 1 and all(self._in_office(n) for n in names))
        seated = self.at_table or any(parse.lemma[w] in SITTINGS for w in clause.governed("at", "in"))
        loose = {t: sides_of(parse, t) for t in clause.things if "loose-team" in self.senses.get(parse.lemma[t], ())}
        things = [s for t in clause.things for s in loose.get(t) or [t] if is_side(parse, s)]
        if names and things and placed and self._person(names[0]) and seated:
            head, members = (names[0], []) if len(names) == 1 else (None, names)
            yield Team(clause.verb, "delegation-represented", None, things, head, members)

    def _late_agent(self, clause: Clause) -> list[int]:
        """The agent that the grammar hung on another noun: "was represented at the talks by N"."""
        parse = self.parse
        _, end = parse.sentences[parse.sentence[clause.verb]]
        for by in range(clause.verb + 1, end):
            if parse.lower[by] == "by":
                return parse.kids(by, "pobj")
        return []

    def _negotiating(self, clause: Clause) -> Iterator[Team]:
        """As in "N, negotiating for the employers", "For the guild, N and M will sit at the table"."""
        told = [s for s in clause.governed("for") if self.scene.is_actor(s)]
        torn = (
            [] if clause.doers else self._listed(told[:1])[1:]
        )  # "For the guild, N and M will sit": hung on the guild
        sides, names = (
            [s for s in told if s not in torn],
            [d for d in self._listed(list(clause.doers)) if self._told_by_name(d)],
        )
        office_first = bool(clause.doers) and self.parse.tag[clause.doers[0]] == "NNS"
        names = torn or (names if names[:1] == list(clause.doers[:1]) or office_first else [])
        if not sides or not names:
            return
        if clause.lemma not in BARGAINING and not self.at_table:
            return
        head, members = (names[0], []) if len(names) == 1 else (None, names)
        yield Team(clause.verb, "delegation-negotiates-for", None, sides, head, members)

    def _told_by_name(self, word: int) -> bool:
        mention = self.scene.mention_at.get(word)
        named = mention is not None and self.scene.mentions[mention].form == "name"
        return named or self.parse.tag[word] in (*NAME_TAGS, "PRP")
