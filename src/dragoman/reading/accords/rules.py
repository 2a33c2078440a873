"""The rules by which a verb tells of an agreement: agreed, reached, signed, in force, broken, ended, swapped.

Only facts count: what stands under a wish, a plan, a condition or a denial is none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from dragoman.reading.accords.facts import NOBODY, Accord, AccordFacts
from dragoman.reading.accords.phraseends import unapposed
from dragoman.reading.grammar.clauses import Clause
from dragoman.reading.grammar.phrases import clause_phrase, noun_phrase, nouns
from dragoman.reading.scene import Scene
from dragoman.terms.findings import AgreementStatus
from dragoman.terms.span import Span, hull

OPINIONS = frozenset({"disagree", "differ", "need"})
TAKEN = frozenset({"effect", "hold", "force"})
VAGUE_VERBS = frozenset({"have", "get", "make", "cut", "close", "land"})
ENDING = frozenset({"end", "conclude"})
LEAVING = frozenset({"withdraw", "pull", "pull out", "walk away", "exit"})


class AccordRules(AccordFacts):
    """One pass over the clauses of a text. `told` are the nouns that a rule has used."""

    def __init__(self, scene: Scene) -> None:
        super().__init__(scene)
        self.told: set[int] = set()
        self.rules: dict[str, Callable[[Clause], Iterator[Accord]]] = {
            "agree": self._agreed,
            "swap": self._swapped,
            "reach": self._reached,
            "sign": self._signed,
            "extend": self._extended,
            "begin": self._begun,
            "halt": self._halting,
            "keep": self._kept,
            "break": self._broken,
            "fail": self._failed,
            "drop": self._dropped,
            "yield": self._yielded,
        }

    def accords(self) -> Iterator[Accord]:
        """All agreements that the verbs of the text tell."""
        for clause in self.scene.clauses:
            for sense in self.senses.get(clause.lemma, ()):
                rule = self.rules.get(sense)
                for accord in rule(clause) if rule is not None else ():
                    self.told.update(() if accord.noun is None else (accord.noun,))
                    yield accord

    # -- coming about

    def _agreed(self, clause: Clause) -> Iterator[Accord]:
        """As in "X and Y agreed to …", "both sides agreed on …", "X agreed with Y to …", "it was agreed that …"."""
        if not self.real(clause):
            return
        partners = [w for w in clause.governed("with") if self.scene.is_actor(w)]
        for agreed in (d for d in clause.doers if self._known(d)):  # "a truce agreed in May", misread as active
            yield self._at_noun(clause, agreed, "agreed", "agreed", [*partners, *self.nouns.parties(agreed)])
            return
        matter = self._agreed_matter(clause) if clause.passive or partners or self._joint(clause) else None
        if matter is None:
            return
        span, noun, dated = matter
        if noun is not None and self.nouns.hoped(noun):
            return
        inner = self.nouns.parties(noun) if clause.passive and noun is not None else []
        parties = [*clause.doers, *partners, *inner]
        yield Accord(clause.verb, "agreed", "agreed", span, parties, noun, dated, joint=not clause.passive)

    def _agreed_matter(self, clause: Clause) -> tuple[Span, int | None, tuple[int, ...]] | None:
        """What was agreed: the verb below, the words after "to" or "on", the object; with the words a date may hang on."""
        parse = self.parse
        toward = [
            w for w in clause.governed("to") if parse.head[parse.head[w]] == clause.verb and parse.tag[w][:2] == "NN"
        ]
        for verb in clause.complements if not toward else ():
            finite = parse.dep[verb] == "ccomp" and not any(parse.tag[c] == "TO" for c in parse.children[verb])
            modal = parse.tag[verb] == "VB" or any(parse.tag[c] == "MD" for c in parse.children[verb])
            if parse.lemma[verb] in OPINIONS or (finite and (not modal or clause.time == "present")):
                continue
            more = [c for c in parse.kids(clause.verb, "conj") if parse.tag[c] == parse.tag[verb] == "VB" and c > verb]
            whole = hull(clause_phrase(parse, verb), *(clause_phrase(parse, c) for c in more))
            return unapposed(parse, whole), None, (clause.verb,)
        objects = [t for t in clause.things if parse.tag[t][:2] == "NN"]
        governed = [w for w in clause.governed("to", "on", "upon", "over") if parse.head[parse.head[w]] == clause.verb]
        words = [*governed, *objects]
        for word in words:
            if parse.tag[word][:2] == "NN" and not self.nouns.is_date(word) and parse.lower[word] not in NOBODY:
                return self._matter_at(clause, word, [t for t in objects if t > word])
        return None

    def _matter_at(self, clause: Clause, word: int, later: list[int]) -> tuple[Span, int, tuple[int, ...]]:
        """The matter that a noun names; `later` are objects that the grammar tore off it."""
        strong = self.nouns.strong(word)
        matter = self.nouns.about(word, clause.preps)[0] if strong else noun_phrase(self.parse, word)
        if strong and len(both := [c for c in self.parse.conjuncts(word) if c >= word]) > 1:
            matter = nouns(self.parse, both)
        matter = unapposed(self.parse, hull(matter, *(noun_phrase(self.parse, t) for t in later)))
        return self.nouns.undated(matter), word, (clause.verb, word) if strong else (clause.verb,)

    def _reached(self, clause: Clause) -> Iterator[Accord]:
        """As in "X and Y reached a deal on …", "a truce brokered by Oman", "an agreement has been reached"."""
        mediating = "mediating" in self.senses.get(clause.lemma, ())
        for noun in clause.things:
            sort = self.nouns.sort(noun)
            if sort is None or noun in self.told or not self._settled(clause, noun):
                continue
            if (sort == "weak" or clause.lemma in VAGUE_VERBS) and not self._agreeing(clause, noun, sort):
                continue
            doers = [] if mediating else [*clause.doers, *self._with(clause)]
            if not doers and self._of_any_kind(noun):
                continue
            yield self._at_noun(clause, noun, "reached", "agreed", [*doers, *self.nouns.parties(noun)])

    def _of_any_kind(self, noun: int) -> bool:
        """Whether "deals" are told in general: "peace deals had been reached without a truce"."""
        parse = self.parse
        bare = not any(parse.dep[c] in ("det", "nummod", "poss") for c in parse.children[noun])
        return parse.tag[noun] == "NNS" and bare and not self.nouns.parties(noun)

    def _agreeing(self, clause: Clause, noun: int, sort: str) -> bool:
        """Whether a vague verb or noun speaks of an agreement: "reached an understanding", "have a deal with"."""
        if sort == "weak":
            return clause.lemma in ("reach", "strike", "forge", "hammer out", "adopt")
        return sort == "accord" and (bool(self.nouns.parties(noun)) or self._joint(clause))

    def _signed(self, clause: Clause) -> Iterator[Accord]:
        """As in "X and Y signed an agreement", "the treaty was signed by both presidents"."""
        for noun in clause.things:
            known = self.nouns.sort(noun) is not None or self._named(clause, noun)
            if known and self._settled(clause, noun):
                parties = [*clause.doers, *self._with(clause), *self.nouns.parties(noun)]
                yield self._at_noun(clause, noun, "signed", "signed", parties)

    def _named(self, clause: Clause, noun: int) -> bool:
        """Whether several sides sign what is called by a name or a word for a paper: "signed the JCPOA", "a document"."""
        parse = self.parse
        if not self._joint(clause) or noun in clause.doers:
            return False
        name = parse.tag[noun] == "NNP" and any(parse.lower[c] == "the" for c in parse.kids(noun, "det"))
        return name or "paper" in self.senses.get(parse.lemma[noun], ())

    def _extended(self, clause: Clause) -> Iterator[Accord]:
        """As in "X and Y extended the truce by a week"."""
        for noun in clause.things:
            if (
                not self.nouns.strong(noun)
                or not self._settled(clause, noun)
                or not (clause.passive or self._joint(clause))
            ):
                continue
            accord = self._at_noun(clause, noun, "extended", "agreed", [*clause.doers, *self.nouns.parties(noun)])
            if not clause.passive:
                accord.about = self.nouns.undated(clause_phrase(self.parse, clause.verb, subject=False))
                accord.back = False
            yield accord

    def _yielded(self, clause: Clause) -> Iterator[Accord]:
        """As in "The talks ended with an agreement", "the result was a compromise"."""
        parse, senses = self.parse, self.senses
        told = [*clause.doers, *(clause.things if clause.lemma in ENDING else ())]
        if not self.real(clause) or not any("outcome" in senses.get(parse.lemma[d], ()) for d in told):
            return
        objects = clause.things if clause.lemma not in ENDING else ()
        deeper = [w for t in clause.things if clause.lemma in ENDING for w in self._with_below(t)]
        for noun in (*clause.governed("with", "in", "to"), *objects, *deeper):
            compromise = any(
                parse.lemma[c] in ("compromise", "agreement") for c in parse.kids(noun, "compound", "amod")
            )
            fits = compromise or self.nouns.sort(noun) is not None
            if fits and not self.nouns.hoped(noun):
                ended = clause.doers if self._joint(clause) else ()
                accord = self._at_noun(clause, noun, "yielded", "agreed", [*ended, *self.nouns.parties(noun)])
                if compromise:
                    accord.about, accord.back = noun_phrase(parse, noun), False
                yield accord

    def _with_below(self, word: int) -> list[int]:
        """What "with" governs below a word, its "of" between: "their third round of talks with an agreement"."""
        parse = self.parse
        below = [word, *(o for c in parse.kids(word, "prep") for o in parse.kids(c, "pobj"))]
        return [
            o for w in below for c in parse.kids(w, "prep") if parse.lower[c] == "with" for o in parse.kids(c, "pobj")
        ]

    def _swapped(self, clause: Clause) -> Iterator[Accord]:
        """As in "X and Y exchanged prisoners in a deal brokered by Z": the deed tells what the deal is about."""
        if not self.real(clause) or not clause.things or not (self._joint(clause) or self._with(clause)):
            return
        parse = self.parse
        words = clause.governed("in", "under", "of", "after")
        words += [o for w in clause.governed("as") for c in parse.kids(w, "prep") for o in parse.kids(c, "pobj")]
        for noun in [w for w in words if self._known(w)][:1]:
            accord = self._at_noun(clause, noun, "swapped", "agreed", [*clause.doers, *self._with(clause)])
            deed = parse.span(clause.verb, clause.verb)
            accord.about, accord.back = hull(deed, nouns(parse, clause.things)), False
            first = min([clause.verb, *(parse.left[d] for d in clause.doers)])
            accord.span = hull(parse.span(first, clause.verb), accord.about, parse.span(noun, parse.right[noun]))
            self.told.add(noun)
            yield accord

    # -- holding and ending

    def _begun(self, clause: Clause) -> Iterator[Accord]:
        """As in "A ceasefire took effect", "the treaty is in force", "the truce is holding"."""
        if not self.real(clause, future=True):
            return
        parse = self.parse
        in_force = any(parse.lower[t] in TAKEN for t in clause.things) or any(
            parse.lower[w] in ("effect", "force", "place") for w in clause.governed("into", "in")
        )
        lasting = clause.lemma not in ("take", "come", "go", "enter", "be")
        doers = clause.things if clause.passive and not clause.doers else clause.doers
        found = [
            d for d in doers if self.nouns.strong(d) or (in_force and parse.lemma[d] in ("peace", "pause", "lull"))
        ]
        for noun in found or (self._headlined(clause) if in_force else []):
            if self.nouns.hoped(noun) or not (in_force or (lasting and self.nouns.sort(noun) == "truce")):
                continue
            status: AgreementStatus = "in-force" if clause.time != "future" else "agreed"
            parties = self._listed(noun, clause) or self.nouns.parties(noun)
            yield self._at_noun(clause, noun, "in-force", status, parties)

    def _headlined(self, clause: Clause) -> list[int]:
        """The accord in front of a headline's verb: "Cease-Fire Between Government, Rebels Takes Hold"."""
        start, _ = self.parse.sentences[self.parse.sentence[clause.verb]]
        found = [i for i in range(start, clause.verb) if self.parse.lower[i + 1] == "between" and self.nouns.strong(i)]
        return found[-1:]

    def _listed(self, noun: int, clause: Clause) -> list[int]:
        """The sides that a headline lists with a comma between "between" and the verb."""
        if noun in clause.doers or noun in clause.things or self.parse.lower[noun + 1] != "between":
            return []
        return [i for i in range(noun + 2, clause.verb) if i in self.scene.mention_at]

    def _halting(self, clause: Clause) -> Iterator[Accord]:
        """As in "The accord ended the war"."""
        if any("fighting" in self.senses.get(self.parse.lemma[t], ()) for t in clause.things) and self.real(clause):
            for noun in clause.doers:
                if self._known(noun) and noun not in self.told:
                    yield self._at_noun(clause, noun, "in-force", "in-force", self.nouns.parties(noun))

    def _kept(self, clause: Clause) -> Iterator[Accord]:
        """As in "Both clans are honouring the truce"."""
        if self.parse.dep[clause.verb] == "pcomp" or not self.real(clause):
            return
        for noun in (*clause.things, *clause.governed("by", "with", "to")):
            if self._known(noun) and noun not in self.told:
                yield self._at_noun(clause, noun, "kept", "in-force", [*clause.doers, *self.nouns.parties(noun)])

    def _broken(self, clause: Clause) -> Iterator[Accord]:
        """As in "The truce was violated", "X broke the agreement"."""
        for noun in clause.things:
            if self._known(noun) and self.real(clause):
                yield self._at_noun(clause, noun, "violated", "violated", [*clause.doers, *self.nouns.parties(noun)])

    def _failed(self, clause: Clause) -> Iterator[Accord]:
        """As in "The truce collapsed", "previous deals have fallen apart"."""
        parse = self.parse
        if clause.lemma == "fall" and not any(
            parse.lower[c] in ("apart", "through") for c in parse.children[clause.verb]
        ):
            return
        if clause.lemma in ("end", "shatter") and clause.things and not clause.passive:
            return
        for noun in clause.things if clause.passive else clause.doers:
            if self._known(noun) and self.real(clause):
                yield self._at_noun(clause, noun, "ended", "ended", self.nouns.parties(noun))

    def _dropped(self, clause: Clause) -> Iterator[Accord]:
        """As in "X tore up the treaty", "X withdrew from the pact"."""
        words = clause.governed("from", "of") if clause.lemma in LEAVING else clause.things
        for noun in words:
            if self._known(noun) and noun not in self.told and self.real(clause):
                yield self._at_noun(clause, noun, "dropped", "ended", [*clause.doers, *self.nouns.parties(noun)])
