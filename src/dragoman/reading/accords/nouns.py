"""The nouns of agreement in a text: which ones stand for something agreed, between whom, about what.

"A possible ceasefire", "talks on a deal" and "any agreement" stand for something hoped for: they are never facts.
"""

from __future__ import annotations

from bisect import bisect_left

from dragoman.reading.accords.phraseends import unapposed
from dragoman.reading.actors.states import states
from dragoman.reading.grammar.parse import Parse
from dragoman.reading.grammar.phrases import noun_phrase, trim
from dragoman.reading.scene import Scene
from dragoman.reading.senses import senses_of, words_of
from dragoman.reading.sides import is_side
from dragoman.terms.span import Span

MATTER_PREPOSITIONS = ("on", "over", "about", "concerning", "regarding", "for", "to")
MODIFYING = frozenset({"det", "amod", "compound", "nummod", "poss", "nmod", "punct", "advmod", "quantmod", "predet"})
NO_DEAL = frozenset({"good", "great", "big", "raw", "fair", "rough"})
"""What makes a deal none: "a good deal of work", "no big deal"."""
PROGRAMMES = frozenset({("New", "Deal"), ("General", "Agreement")})
"""Names that are those of a programme or a body: "the Blue *New Deal*", "the *General Agreement* on Tariffs and Trade"."""
ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj"})
"""Where a noun of agreement is one whatever its tag: "*Truce* takes effect"."""
DOING = frozenset(
    {"handing", "ending", "limiting", "bringing", "granting", "freeing", "opening", "barring", "banning", "halting"}
)
"""Doings behind a noun of agreement that the grammar takes for its head: "a treaty *handing* over the islands"."""
NO_MATTER = frozenset({"behalf", "side", "paper", "sidelines"})
"""What follows "on" and is no matter: "on behalf of the government"."""
ALONE = frozenset({"unilateral", "one-sided"})
"""What makes a truce a deed of one side, and no agreement."""
CONTENTS = frozenset({"involve", "include", "call", "provide", "stipulate", "foresee", "cover", "allow", "require"})
"""How the matter of an accord is told by a verb: "the deal, which *involves* the release of the crew"."""
PEACE = frozenset({"peace", "weapons", "withdrawal", "evacuation", "aid", "hostage", "framework"})
"""What makes the land in a name the place of an accord, and no side that is known to have made it."""
POINTING = frozenset({"the", "this", "that", "these", "those", "such", "its", "their"})


class AccordNouns:
    """What the nouns of agreement in one text say."""

    def __init__(self, scene: Scene) -> None:
        self.scene, self.parse, self.senses = scene, scene.parse, senses_of("accords")

    def sort(self, i: int) -> str | None:
        """Return "truce", "accord" or "weak" for a noun of agreement that heads its phrase, else None."""
        parse = self.parse
        if (parse.tag[i][:2] != "NN" and parse.dep[i] not in ARGUMENTS) or self._inside_another(i):
            return None
        if parse.lemma[i] == "fire":
            return "truce" if _ceases(parse, i) else None
        if _named_treaty(parse, i):
            return "accord"
        found = self.senses.get(parse.lemma[i], ())
        if "truce" in found and any(parse.lower[c] in ALONE for c in parse.children[i]):
            return None
        if parse.lemma[i] in ("deal", "bargain", "agreement") and self._no_deal(i):
            return None
        if "accord" in found and any(
            "truce" in self.senses.get(parse.lemma[c], ()) or _ceases(parse, c) for c in parse.kids(i, "compound")
        ):
            return "truce"
        return next((s for s in ("truce", "accord", "weak") if s in found), None)

    def _no_deal(self, i: int) -> bool:
        """Whether a deal is a quantity, a phrase or a programme: "a good deal of work", "the Blue *New Deal*"."""
        parse = self.parse
        programme = i > 0 and (parse.word[i - 1], parse.word[i]) in PROGRAMMES
        return programme or (
            parse.lemma[i] != "agreement" and any(parse.lower[c] in NO_DEAL for c in parse.children[i])
        )

    def _inside_another(self, i: int) -> bool:
        """Whether the noun only modifies another one: "ceasefire talks"; not a doing behind it ("a treaty *handing* over")."""
        head = self.parse.head[i]
        inside = self.parse.dep[i] in ("compound", "nmod") and self.parse.tag[head][:2] == "NN"
        return inside and not (head == i + 1 and self.parse.lower[head] in DOING)

    def meant(self, i: int) -> int:
        """The noun that a word stands for: "it" for the accord that the sentence before tells of, a doing for the noun before it."""
        if self.parse.lower[i] in DOING and i and self.parse.head[i - 1] == i:
            return i - 1
        if self.parse.lower[i] != "it" or not (before := self.parse.sentence[i]):
            return i
        start, end = self.parse.sentences[before - 1]
        told = (
            c for v in range(start, end) if self.parse.head[v] == v for c in self.parse.kids(v, "nsubj", "nsubjpass")
        )
        return next((noun for noun in told if self.strong(noun) and not self.hoped(noun)), i)

    def strong(self, i: int) -> bool:
        """Whether the noun means an agreement without help from the verb."""
        return self.sort(i) in ("truce", "accord")

    def hoped(self, i: int) -> bool:
        """Whether the words around the noun say that the thing is wished for, discussed or absent."""
        parse, senses = self.parse, self.senses
        for c in parse.children[i]:
            if c < i and "hoped" in senses.get(parse.lower[c], ()):
                return True
            if (
                parse.dep[c] in ("acl", "relcl")
                and "unsettled" in senses.get(parse.lemma[c], ())
                and not _brokered(parse, c)
                and not self._active(c, i)
            ):
                return True
        up = i
        for _ in range(4):
            if parse.dep[up] not in ("pobj", "prep", "conj", "dobj", "pcomp", "poss"):
                break
            up = parse.head[up]
            if parse.lower[up] == "with":  # "ended the talks with a deal"
                break
            if parse.lower[up] in ("without", "toward", "towards"):
                return True
            if up != i and parse.tag[up][:2] == "NN" and "wish" in senses.get(parse.lemma[up], ()):
                return True
        return False

    def _active(self, verb: int, i: int) -> bool:
        """Whether the noun does what the verb below it tells: "the treaty *that opened* the ford" is there."""
        clause = self.scene.clause_at.get(verb)
        return clause is not None and not clause.passive and i in clause.doers

    def definite(self, i: int) -> bool:
        """Whether the phrase points to something known: "the truce", "this deal", "Norvia's pact"."""
        parse = self.parse
        return any(
            parse.lower[c] in POINTING or parse.dep[c] == "poss"
            for c in parse.children[i]
            if parse.dep[c] in ("det", "poss")
        )

    def parties(self, i: int) -> list[int]:
        """Return the words for those between whom it is: "between A and B", "A's deal with B", "the A-B deal"."""
        parse = self.parse
        inner = [
            k
            for c in parse.kids(i, "prep")
            if parse.lower[c] in ("between", "with", "among", "involving")
            for o in parse.kids(c, "pobj")
            for k in parse.conjuncts(o)
        ]
        owners = [k for o in parse.kids(i, "poss") for k in parse.conjuncts(o) if parse.tag[o] != "PRP$" or not inner]
        if inner or owners:
            return owners + (inner or self._in_the_name(i))
        return self._hyphened(i)

    def _hyphened(self, i: int) -> list[int]:
        """The sides of "the Israel-Hamas ceasefire", "the U.S.-Mexico-Canada Agreement"."""
        parse = self.parse
        for c in reversed(parse.kids(i, "compound", "amod", "nmod")):
            sides = [c] if is_side(parse, c) else []
            while (
                sides and sides[0] > 1 and parse.word[sides[0] - 1] in ("-", "–", "/") and is_side(parse, sides[0] - 2)
            ):
                sides.insert(0, sides[0] - 2)
            if len(sides) > 1:
                return sides
        return self._in_the_name(i)

    def _in_the_name(self, i: int) -> list[int]:
        """The state by which an accord is called: "the *Iran* nuclear deal"; a truce is called by where it holds."""
        parse, at = self.parse, self.scene.mention_at
        if self.sort(i) != "accord" or not self.definite(i) or self._fought_over(i):
            return []
        told = [c for c in parse.kids(i, "compound", "amod", "nmod") if c < i and c in at]
        sides = [
            c for c in told if states().code(parse.word[c]) is not None or self.scene.mentions[at[c]].kind == "igo"
        ]
        return sides[:1]

    def _fought_over(self, i: int) -> bool:
        """Whether an accord is one of peace, which may be called by a land that others speak for: "the Syria peace deal"."""
        return any(self.parse.lower[c] in PEACE for c in self.parse.children[i] if c < i)

    def about(self, i: int, preps: dict[str, list[int]] | None = None) -> tuple[Span, bool]:
        """Return the words for the matter, and whether they only point to an accord told before ("the deal")."""
        parse = self.parse
        first, last = self._edges(i)
        bare = (
            not any(first <= c < i and parse.dep[c] not in ("det", "poss", "case", "punct") for c in parse.children[i])
            and last == i
        )
        if bare:
            for word in (*self._matters(i, preps or {}), *self._contents(i)):
                return noun_phrase(parse, word), False
        return self.undated(unapposed(parse, trim(parse, first, last))), bare and (
            self.definite(i) or self.sort(i) == "accord"
        )

    def _edges(self, i: int) -> tuple[int, int]:
        """The phrase of the noun without its parties, relative clauses and brokers."""
        parse, last, truce = self.parse, i, self.sort(i) == "truce"
        for c in parse.children[i]:
            if c < i:
                continue
            matter = (
                parse.lower[c] in MATTER_PREPOSITIONS or parse.lower[c] == "of" or (truce and parse.lower[c] == "in")
            )
            if (parse.dep[c] == "prep" and matter) or (parse.dep[c] == "acl" and parse.tag[c] == "VB"):
                last = parse.right[c]
            else:
                break
        first = min((c for c in range(parse.left[i], i + 1) if self._own(c, i)), default=i)
        return first, last

    def _own(self, c: int, i: int) -> bool:
        """Whether a word in front of the noun belongs to its phrase: not a clause that stands before."""
        parse = self.parse
        while parse.head[c] != i and c != i:
            c = parse.head[c]
            if c > i:
                return False
        return c == i or parse.dep[c] in MODIFYING

    def _matters(self, i: int, preps: dict[str, list[int]]) -> list[int]:
        parse = self.parse
        below = [
            o for c in parse.kids(i, "prep") if parse.lower[c] in MATTER_PREPOSITIONS[:5] for o in parse.kids(c, "pobj")
        ]
        beside = [o for p in MATTER_PREPOSITIONS[:5] for o in preps.get(p, ())]
        return [
            o
            for o in below + beside
            if parse.tag[o][:2] == "NN"
            and parse.lower[o] not in NO_MATTER
            and not self.is_date(o)
            and not self.scene.is_actor(o)
        ]

    def _contents(self, i: int) -> list[int]:
        """What a verb at the noun tells of the matter: "the deal *allows for the export of grain*"."""
        parse = self.parse
        verbs = [c for c in parse.kids(i, "relcl", "acl") if parse.tag[c] != "VBN"]
        verbs += [parse.head[i]] if parse.dep[i] == "nsubj" else []
        out: list[int] = []
        for verb in verbs:
            clause = self.scene.clause_at.get(verb)
            if (
                clause is None
                or clause.lemma not in CONTENTS
                or clause.negated
                or (clause.doers and clause.doers[0] != i)
            ):
                continue
            out += [w for w in (*clause.things, *clause.governed("for")) if parse.tag[w][:2] == "NN"]
        return [w for w in out if w > i and not self.scene.is_actor(w) and not self.strong(w)]

    def is_date(self, word: int) -> bool:
        """Whether a word stands in a date phrase."""
        at = self.parse.start[word]
        return any(d.span.start <= at < d.span.end for d in self.scene.dates)

    def undated(self, span: Span) -> Span:
        """Cut a date and its preposition off the end of a span."""
        for phrase in self.scene.dates:
            if phrase.span.end == span.end and phrase.span.start > span.start:
                last = bisect_left(self.parse.start, phrase.span.start) - 1
                first = bisect_left(self.parse.start, span.start)
                while last > first and (self.parse.tag[last] in ("IN", "TO", "DT") or self.parse.dep[last] == "punct"):
                    last -= 1
                return self.parse.span(first, max(first, last))
        return span


def _ceases(parse: Parse, i: int) -> bool:
    """Whether word `i` is the "fire" of a cease-fire."""
    return parse.lower[i] in ("fire", "fires") and any(parse.lower[k] == "cease" for k in range(max(0, i - 2), i))


def _named_treaty(parse: Parse, i: int) -> bool:
    """Whether a word is a treaty that goes by letters: "the *JCPOA*", "*START* I"."""
    names = words_of("accords", "treaty-name")
    if parse.word[i] in names:
        return True
    return parse.word[i] in ("I", "II") and any(parse.word[c] in names for c in parse.kids(i, "compound", "nmod"))


def _brokered(parse: Parse, verb: int) -> bool:
    """Whether a participle names who did it: "negotiated by Oman" is done, "being negotiated" is not."""
    return parse.kid(verb, "agent") is not None and parse.lemma[verb] == "negotiate"
