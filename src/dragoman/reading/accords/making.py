"""The rules by which a verb tells that an agreement came about: agreed, reached, signed, extended, yielded by talks, carried out.

Only facts count: what stands under a wish, a plan, a condition or a denial is none.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.reading.accords.facts import NOBODY, Accord, AccordFacts
from dragoman.reading.accords.phraseends import unapposed
from dragoman.reading.attach import date_of
from dragoman.reading.grammar.clauses import Clause
from dragoman.reading.grammar.phrases import clause_phrase, noun_phrase, nouns
from dragoman.reading.scene import Scene
from dragoman.terms.span import Span, hull

OPINIONS = frozenset({"disagree", "differ", "need"})
VAGUE_VERBS = frozenset({"have", "get", "make", "cut", "close", "land"})
ENDING = frozenset({"end", "conclude"})
SELF_TOLD = frozenset({"announce", "negotiate", "arrange", "unveil", "secure", "declare"})
"""Verbs of mediators that several sides can do for themselves: "Chad and Mali *announced* a truce"."""
DEALING = frozenset({"borrow", "buy", "sell", "lend", "supply", "purchase", "import", "export", "lease", "rent"})
"""What one side of a deal does with the other: "a deal to *buy* grain from Mali"."""


DISPUTES = frozenset({"dispute", "row", "feud", "quarrel", "standoff", "difference"})
"""What sides that agree settle."""
ONLOOKERS = frozenset(
    "analyst expert source economist observer critic scholar historian commentator lawyer diplomat".split()
)
"""Those whose agreeing that something is so is an opinion."""
DECIDING = frozenset({"side", "party", "delegation"})


class AccordMaking(AccordFacts):
    """How agreements come about."""

    def __init__(self, scene: Scene) -> None:
        super().__init__(scene)
        self.told: set[int] = set()

    def _agreed(self, clause: Clause) -> Iterator[Accord]:
        """As in "X and Y agreed to …", "both sides agreed on …", "X agreed with Y to …", "it was agreed that …"."""
        if not self.done(clause):
            return
        partners = [w for w in clause.governed("with") if self.scene.is_actor(w)]
        for strong in [w for w in clause.governed("to", "on") if self._known(w)][:1]:
            partners += [w for w in self._inner(strong) if w not in partners]
        for agreed in (d for d in clause.doers if self._known(d)):  # "a truce agreed in May", misread as active
            yield self._at_noun(clause, agreed, "agreed", "agreed", [*partners, *self.nouns.parties(agreed)])
            return
        matter = self._agreed_matter(clause) if clause.passive or partners or self._joint(clause) else None
        if matter is None:
            yield from self._agreed_thing(clause)
            return
        span, noun, dated = matter
        if noun is not None and self.nouns.strong(noun) and self.nouns.hoped(noun):
            return
        inner = self.nouns.parties(noun) if clause.passive and noun is not None else []
        parties = [*clause.doers, *partners, *inner]
        self.told.update(i for i in self.parse.words_in(span) if self.nouns.strong(i))
        yield Accord(clause.verb, "agreed", "agreed", span, parties, noun, dated, joint=not clause.passive)

    def _agreed_thing(self, clause: Clause) -> Iterator[Accord]:
        """As in "A prisoner swap agreed in May", which the grammar takes for a subject that agreed."""
        for thing in clause.doers if len(clause.doers) == 1 and not clause.passive and not clause.modal else ():
            if "agreeable" in self.senses.get(self.parse.lemma[thing], ()) and not self.nouns.hoped(thing):
                about = noun_phrase(self.parse, thing)
                parties = [*self.nouns.parties(thing), *clause.governed("by", "with", "between")]
                yield Accord(clause.verb, "agreed", "agreed", about, parties, thing, (clause.verb, thing))

    def _settled_on(self, clause: Clause) -> Iterator[Accord]:
        """As in "The miners and the firm settled on a rise"."""
        if clause.governed("on") and not any(self.nouns.strong(w) for w in clause.governed("on")):
            yield from self._agreed(clause)
        over = [t for t in clause.things if self.parse.lemma[t] in DISPUTES]
        if over and self.done(clause) and (self._joint(clause) or self._with(clause)):
            about = self.nouns.undated(clause_phrase(self.parse, clause.verb, subject=False))
            parties = [*clause.doers, *self._with(clause)]
            yield Accord(clause.verb, "settled", "agreed", about, parties, None, (clause.verb,), joint=True)

    def _decided(self, clause: Clause) -> Iterator[Accord]:
        """As in "both sides decided that the truce would begin at dawn": what the sides of talks decide, they agree."""
        if any(self.parse.lemma[d] in DECIDING or self.parse.lower[d] == "both" for d in clause.doers):
            yield from self._agreed(clause)

    def _agreed_matter(self, clause: Clause) -> tuple[Span, int | None, tuple[int, ...]] | None:
        """What was agreed: the verb below, the words after "to" or "on", the object; with the words a date may hang on."""
        parse = self.parse
        toward = [
            w for w in clause.governed("to") if parse.head[parse.head[w]] == clause.verb and parse.tag[w][:2] == "NN"
        ]
        doings = [w for w in clause.governed("on", "upon") if parse.tag[w][:2] == "VB" and parse.dep[w] == "pcomp"]
        for verb in (*clause.complements, *doings) if not toward else ():
            finite = parse.dep[verb] == "ccomp" and not any(parse.tag[c] == "TO" for c in parse.children[verb])
            modal = parse.tag[verb] == "VB" or any(parse.tag[c] == "MD" for c in parse.children[verb])
            onlooking = any(parse.lemma[d] in ONLOOKERS for d in clause.doers)
            opinion = finite and (onlooking or not modal or clause.time == "present")
            if opinion or parse.lemma[verb] in OPINIONS:
                continue
            more = [c for c in parse.kids(clause.verb, "conj") if parse.tag[c] == parse.tag[verb] == "VB" and c > verb]
            told = [clause_phrase(parse, v, without=self._aside(v)) for v in (verb, *more)]
            whole = hull(*told)
            return unapposed(parse, whole), None, (clause.verb,)
        objects = [t for t in clause.things if parse.tag[t][:2] == "NN"]
        governed = [w for w in clause.governed("to", "on", "upon", "over") if parse.head[parse.head[w]] == clause.verb]
        words = [*governed, *objects] or self._past_the_meeting(clause)
        for word in words:
            if parse.tag[word][:2] == "NN" and not self.nouns.is_date(word) and parse.lower[word] not in NOBODY:
                return self._matter_at(clause, word, [t for t in objects if t > word])
        return None

    def _aside(self, verb: int) -> list[int]:
        """What only hangs on a matter and tells of its time: "to resume talks *as the strike went on*"."""
        parse = self.parse
        behind = [c for c in parse.kids(verb, "advcl") if c > verb]
        timed = [c for c in behind if any(parse.lower[m] in ("as", "while") for m in parse.kids(c, "mark"))]
        return timed + [c for c in parse.kids(verb, "prep") if c > verb and parse.lower[c] in ("amid", "despite")]

    def _past_the_meeting(self, clause: Clause) -> list[int]:
        """The matter that the grammar hangs on the words for the meeting: "settled in a call on Sunday *on a fare*"."""
        below = [o for w in clause.governed("at", "in", "during", "after") for o in self._below(w, ("to", "on"))]
        return [w for w in below if self._known(w)]

    def _below(self, word: int, preps: tuple[str, ...]) -> list[int]:
        """What one of the prepositions governs that hangs on a word."""
        parse = self.parse
        return [o for c in parse.kids(word, "prep") if parse.lower[c] in preps for o in parse.kids(c, "pobj")]

    def _inner(self, noun: int) -> list[int]:
        """Those with whom or between whom an accord is, by the words behind it, as far as they are somebody."""
        return [w for w in self.nouns.parties(noun) if w > noun and self.scene.is_actor(w)]

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
        for noun in self._things(clause):
            sort = self.nouns.sort(noun)
            far = noun not in clause.things  # told in the sentence before, or as the fruit of negotiations
            if sort is None or noun in self.told or not (self.done(clause) if far else self._settled(clause, noun)):
                continue
            if (sort == "weak" or clause.lemma in VAGUE_VERBS) and not self._agreeing(clause, noun, sort):
                continue
            inner = self.nouns.parties(noun)
            together = (mediating and self._for_themselves(clause, noun, inner)) or self._voted(clause, noun)
            doers = [*clause.doers, *self._with(clause)] if together or not mediating else []
            if not doers and self._of_any_kind(noun):
                continue
            told = [*doers, *inner]
            other = self._other_side(noun) if len(told) == 1 else []
            yield self._at_noun(clause, noun, "reached", "agreed", [*told, *other] or self._meeting(clause))

    def _for_themselves(self, clause: Clause, noun: int, inner: list[int]) -> bool:
        """Whether who announces or negotiates an accord is a side of it: several do, or one "announced a truce *with* the rebels"."""
        if clause.lemma not in SELF_TOLD:
            return False
        if not inner and not clause.governed("between"):
            return len(clause.doers) > 1 or (bool(self._with(clause)) and not clause.passive)
        partnered = self._below(noun, ("with",)) and not self._below(noun, ("between",))
        return bool(partnered) and not clause.passive and not self.parse.kids(noun, "poss")

    def _voted(self, clause: Clause, noun: int) -> bool:
        """Whether a side approves what it has agreed with its partner: "the crews approved a contract *with the firm*"."""
        return clause.lemma == "approve" and self.parse.lemma[noun] == "contract" and not clause.passive

    def _other_side(self, noun: int) -> list[int]:
        """The side that only the matter of a deal names: "a deal to buy grain *from Mali*"."""
        parse = self.parse
        below = [v for v in parse.kids(noun, "acl") if parse.lemma[v] in DEALING and v in self.scene.clause_at]
        sides = [w for v in below for w in self.scene.clause_at[v].governed("from", "to")]
        sides += [w for v in below for t in self.scene.clause_at[v].things for w in self._below(t, ("from", "to"))]
        return [w for w in sides if self.scene.is_actor(w)][:1]

    def _meeting(self, clause: Clause) -> list[int]:
        """The sides of the talks out of which an accord came, where it names none: "a deal was reached in talks between A and B"."""
        for word in clause.governed("in", "at", "after", "during", "following"):
            if "outcome" in self.senses.get(self.parse.lemma[word], ()):
                return self.nouns.parties(word)
        return []

    def _of_any_kind(self, noun: int) -> bool:
        """Whether "deals" are told in general: "peace deals had been reached without a truce"."""
        parse = self.parse
        bare = not any(parse.dep[c] in ("det", "nummod", "poss") for c in parse.children[noun])
        return parse.tag[noun] == "NNS" and bare and not self.nouns.parties(noun)

    def _agreeing(self, clause: Clause, noun: int, sort: str) -> bool:
        """Whether a vague verb or noun speaks of an agreement: "reached an understanding", "have a deal with"."""
        if sort == "weak":
            contract = clause.lemma == "approve" and self.parse.lemma[noun] == "contract"
            return contract or clause.lemma in ("reach", "strike", "forge", "hammer out", "adopt")
        return sort == "accord" and (bool(self.nouns.parties(noun)) or self._joint(clause))

    def _signed(self, clause: Clause) -> Iterator[Accord]:
        """As in "X and Y signed an agreement", "the treaty was signed by both presidents"."""
        for noun in self._things(clause):
            known = self.nouns.sort(noun) is not None or self._named(clause, noun)
            parties = [*clause.doers, *self._with(clause), *self.nouns.parties(noun)]
            if known and self._settled(clause, noun):
                yield self._at_noun(clause, noun, "signed", "signed", parties or self._meeting(clause))
            elif known and not self.nouns.hoped(noun) and self._to_be_signed(clause):
                yield self._at_noun(clause, noun, "to-be-signed", "agreed", parties)

    def _to_be_signed(self, clause: Clause) -> bool:
        """Whether several sides will sign on a day that is set: then what they sign is agreed."""
        will = clause.modal in ("will", "'ll", "’ll") and not clause.under
        plain = will and not (clause.negated or clause.conditional or clause.yet)
        return (
            plain and (self._joint(clause) or bool(self._with(clause))) and date_of(self.scene, clause.verb) is not None
        )

    def _named(self, clause: Clause, noun: int) -> bool:
        """Whether several sides sign what is called by a name or a word for a paper: "signed the JCPOA", "a document"."""
        parse = self.parse
        partner = any(parse.tag[w] in ("NNP", "NNPS") for w in clause.governed("with"))
        if not (self._joint(clause) or self._with(clause) or partner) or noun in clause.doers:
            return False
        name = parse.tag[noun] == "NNP" and any(parse.lower[c] == "the" for c in parse.kids(noun, "det"))
        return name or "paper" in self.senses.get(parse.lemma[noun], ())

    def _extended(self, clause: Clause) -> Iterator[Accord]:
        """As in "X and Y extended the truce by a week"."""
        for noun in self._things(clause):
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

    def _prolonged(self, clause: Clause) -> Iterator[Accord]:
        """As in "The council approved a two-year extension of the pact"."""
        for thing in clause.things:
            longer = "renewing" in self.senses.get(self.parse.lemma[thing], ())
            old = [w for w in self._below(thing, ("of", "to")) if self.nouns.strong(w)] if longer else []
            if old and self._settled(clause, thing):
                self.told.update(old)
                parties = [*clause.doers, *self.nouns.parties(old[0])]
                about = self.nouns.undated(noun_phrase(self.parse, thing))
                yield Accord(clause.verb, "extended", "agreed", about, parties, thing, (clause.verb, thing))

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
                met = [p for d in told if "outcome" in senses.get(parse.lemma[d], ()) for p in self.nouns.parties(d)]
                parties = [*ended, *self.nouns.parties(noun)]
                accord = self._at_noun(clause, noun, "yielded", "agreed", parties or met)
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
        if not self.real(clause) or not clause.things:
            return
        parse, joint = self.parse, self._joint(clause) or bool(self._with(clause))
        words = clause.governed("in", "under", "of", "after")
        words += [o for w in clause.governed("as") for c in parse.kids(w, "prep") for o in parse.kids(c, "pobj")]
        for noun in [w for w in words if self._known(w) and (joint or self._inner(w))][:1]:
            sides = [*clause.doers, *self._with(clause), *self._inner(noun)]
            accord = self._at_noun(clause, noun, "swapped", "agreed", sides)
            deed = parse.span(clause.verb, clause.verb)
            accord.about, accord.back = hull(deed, nouns(parse, clause.things)), False
            first = min([clause.verb, *(parse.left[d] for d in clause.doers)])
            accord.span = hull(parse.span(first, clause.verb), accord.about, parse.span(noun, parse.right[noun]))
            self.told.add(noun)
            yield accord
