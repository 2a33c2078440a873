"""The nouns by which a text tells of a delegation: those for a team itself, its head, its members, its negotiator."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from dragoman.reading.actors.states import states
from dragoman.reading.grammar.clauses import Clause
from dragoman.reading.scene import Scene
from dragoman.reading.senses import senses_of, words_of
from dragoman.reading.sides import is_side, sides_of
from dragoman.reading.talks import at_table

NAME_TAGS = ("NNP", "NNPS")
CHIEF = frozenset({"chief", "lead", "top", "head", "main", "principal"})
BETWEEN = ("NN", "NNP", "JJ", "NNS", "HYPH")
"""What may stand between "chief" and "negotiator": "chief *foreign debt* negotiator"."""


@dataclass(slots=True)
class Team:
    """A delegation as words: `noun` the word for it, `sides` the words for whom it goes, its head and its members."""

    cue: int
    rule: str
    noun: int | None = None
    sides: list[int] = field(default_factory=list)
    head: int | None = None
    members: list[int] = field(default_factory=list)
    words: tuple[int, ...] = ()


class TeamNouns:
    """What the nouns of one text say of teams."""

    def __init__(self, scene: Scene) -> None:
        self.scene, self.parse = scene, scene.parse
        self.senses, self.unreal = senses_of("teams"), words_of("teams", "unreal")

    @cached_property
    def at_table(self) -> bool:
        """Whether the text tells of sides that sit down together."""
        return at_table(self.parse)

    def _told_as_fact(self, clause: Clause) -> bool:
        return not (clause.negated or clause.yet or clause.conditional or self.unreal.intersection(clause.under))

    def _is_team(self, i: int, *, loose: bool = True) -> bool:
        """Whether word `i` is a noun for a delegation; "team" and "side" only with `loose`, or with "negotiating"."""
        found = self.senses.get(self.parse.lemma[i], ())
        if self.parse.tag[i][:2] != "NN":
            return False
        if "working-team" in found:
            return self._at_work(i)
        return "team" in found or ("loose-team" in found and (self._at_work(i) or (loose and self.at_table)))

    def _is_delegation(self, i: int) -> bool:
        """Whether a noun for a team that only acts is more than somebody's office: no single envoy, no "representatives"."""
        lemma = self.parse.lemma[i]
        if not self._is_team(i, loose=False) or lemma in ("representative", "interlocutor"):
            return False
        return lemma not in ("negotiator", "delegate", "envoy", "emissary") or self.parse.tag[i] == "NNS"

    def _at_work(self, noun: int) -> bool:
        parse = self.parse
        if any("at-work" in self.senses.get(parse.lower[c], ()) for c in parse.children[noun]):
            return True
        return any("negotiate" in self.senses.get(parse.lemma[c], ()) for c in parse.kids(noun, "relcl", "acl"))

    def _person_like(self, word: int, team: int) -> bool:
        """A name, a mention or a plural of people can head or join a team, its own noun cannot."""
        tag = self.parse.tag[word]
        return word != team and (word in self.scene.mention_at or tag in (*NAME_TAGS, "PRP", "NNS"))

    def _person(self, word: int) -> bool:
        mention = self.scene.mention_at.get(word)
        return mention is None or self.scene.mentions[mention].kind in (None, "person")

    def _listed(self, words: list[int]) -> list[int]:
        """Words for persons with the names that the grammar hung on them: "party leaders *N* and *M*", "the chief, *N*, and *M*"."""
        out: list[int] = []
        for word in words:
            out += [word, *(i for i in range(word + 1, self.parse.right[word] + 1) if self._named_beside(i, word))]
        return list(dict.fromkeys(out))

    def _named_beside(self, i: int, word: int) -> bool:
        """Whether word `i` is a person's name in the list that `word` begins, and in no clause or phrase below it."""
        parse, mention = self.parse, self.scene.mention_at.get(i)
        if mention is None or parse.dep[i] not in ("appos", "conj") or parse.tag[i] != "NNP":
            return False
        found, up = self.scene.mentions[mention], i
        while up != word and parse.tag[up][:2] != "VB":
            up = parse.head[up]
        return up == word and found.form == "name" and found.kind in (None, "person")

    # -- nouns

    def _office_in_team(self, i: int, *, member: bool) -> Iterator[Team]:
        """As in "Head of the Russian delegation, N", "N, head of X's team", "delegation head N", "a member of the team"."""
        parse = self.parse
        below = [o for c in parse.kids(i, "prep") if parse.lower[c] in ("of", "on") for o in parse.kids(c, "pobj")]
        beside = (
            [i - 1]
            if i and parse.dep[i] == parse.dep[i - 1] == "compound" and parse.head[i] == parse.head[i - 1]
            else []
        )
        for noun in below + parse.kids(i, "compound", "poss") + beside:
            if not self._is_team(noun, loose=False):
                continue
            name = self._named_with(i)
            sides = (
                sides_of(parse, noun)
                or self._side_before(noun)
                or [s for s in sides_of(parse, i) if s not in (noun, name)]
            )
            if name is not None and member:
                yield Team(i, "delegation-member", noun, sides, None, [name])
            elif name is not None:
                yield Team(i, "delegation-head", noun, sides, name)

    def _side_before(self, noun: int) -> list[int]:
        """The side in front of a team in a title: "*rebel* talks team leader N"."""
        parse = self.parse
        before = [
            w for w in range(max(noun - 3, 0), noun) if parse.head[w] == parse.head[noun] and parse.dep[w] == "compound"
        ]
        return [w for w in before if is_side(parse, w)][:1]

    def _chief_negotiator(self, i: int) -> Iterator[Team]:
        """As in "Chief negotiator N", "Iran's top negotiator, N", "N, the chief negotiator for X"."""
        parse = self.parse
        chief = self._chief_before(i)
        name = self._named_with(i) if chief is not None and parse.tag[i] in ("NN", "NNP") else None
        if name is None or chief is None:
            return
        first = parse.head[i] if parse.dep[i] == "conj" else i  # "Chad's envoy and chief negotiator, N"
        sides = [s for s in sides_of(parse, i) or sides_of(parse, first) if s != name and not chief < s < i]
        if not sides and parse.dep[i] in ("compound", "nmod"):
            sides = [s for s in sides_of(parse, name) if states().code(parse.word[s]) is not None]
        yield Team(i, "chief-negotiator", i, sides or self._side_of_chief(chief), name)

    def _chief_before(self, i: int) -> int | None:
        """The "chief" of a negotiator, with the matter between the two: "the *chief* labor negotiator"."""
        parse = self.parse
        for word in range(i - 1, max(i - 5, -1), -1):
            if parse.lower[word] in CHIEF:
                return word
            if parse.tag[word] not in BETWEEN:
                break
        return next((c for c in parse.children[i] if parse.lower[c] in CHIEF), None)

    def _side_of_chief(self, chief: int) -> list[int]:
        """The side right in front of "chief": "*EU* chief trade negotiator N"."""
        before = chief - 1
        same = before >= 0 and self.parse.sentence[before] == self.parse.sentence[chief]
        return [before] if same and is_side(self.parse, before) else []

    def _named_with(self, i: int) -> int | None:
        """The name that stands with a word for an office: in apposition, after it, across "is" or "was appointed"."""
        parse = self.parse
        below = [c for c in parse.kids(i, "appos") if parse.tag[c][:2] == "NN"]
        if below:
            return below[0]
        up = parse.head[i]
        if parse.dep[i] in ("appos", "compound", "nmod") and parse.tag[up] in NAME_TAGS:
            return up
        if parse.dep[i] == "conj" and parse.tag[up][:2] == "NN" and parse.tag[up] not in NAME_TAGS:
            return self._named_with(up)
        clause = self.scene.clause_at.get(up)
        if clause is None:
            return self._coming_as(i)
        around: tuple[int, ...] = ()
        if clause.lemma in ("be", "become") and parse.dep[i] in ("attr", "nsubj"):
            around = (*clause.things, *clause.doers)
        elif "appoint" in self.senses.get(clause.lemma, ()) and parse.dep[i] in ("oprd", "dobj", "attr"):
            around = clause.things
        return next((w for w in around if w != i and parse.tag[w] in NAME_TAGS), self._name_behind(i))

    def _coming_as(self, i: int) -> int | None:
        """Who comes or is named "as head of the delegation"."""
        parse, prep = self.parse, self.parse.head[i]
        clause = self.scene.clause_at.get(parse.head[prep]) if parse.lower[prep] == "as" else None
        if clause is None or not self._told_as_fact(clause):
            return None
        named = clause.passive or "appoint" in self.senses.get(clause.lemma, ())
        return next((w for w in (clause.things if named else clause.doers) if parse.tag[w] in NAME_TAGS), None)

    def _name_behind(self, i: int) -> int | None:
        """The name that stands right behind the phrase of an office: "head of the delegation *N* said"."""
        parse = self.parse
        word = parse.right[i] + 1
        if word >= len(parse) or parse.tag[word] != "NNP" or parse.sentence[word] != parse.sentence[i]:
            return None
        while parse.dep[word] == "compound" and parse.head[word] > word:
            word = parse.head[word]
        return word
