"""Finds agreements: agreed, signed, in force, broken or ended. What is only hoped for, demanded or possible is none.

Each rule starts at a verb ("agreed", "reached", "took effect", "collapsed"); what no verb tells is taken from the noun
("under the deal brokered by Oman", "the 2015 nuclear accord").
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from dragoman.reading.accordnouns import AccordNouns
from dragoman.reading.attach import date_of
from dragoman.reading.clauses import Clause
from dragoman.reading.marks import AccordMark
from dragoman.reading.phrases import clause_phrase, noun_phrase, nouns
from dragoman.reading.scene import Scene
from dragoman.reading.talks import is_negotiation
from dragoman.terms.findings import AgreementStatus
from dragoman.terms.span import Span, hull

UNREAL = frozenset(
    [
        "fail",
        "hope",
        "want",
        "expect",
        "refuse",
        "urge",
        "try",
        "ask",
        "call",
        "demand",
        "propose",
        "offer",
        "seek",
        "need",
        "plan",
        "aim",
        "intend",
        "wish",
        "threaten",
        "deny",
        "reject",
        "set",
        "due",
        "close",
        "near",
        "push",
        "press",
        "consider",
        "decline",
        "struggle",
        "able",
        "unable",
        "ready",
        "willing",
        "prepare",
        "possible",
        "likely",
        "unlikely",
        "attempt",
        "help",
        "work",
        "accuse",
        "suggest",
        "doubt",
        "fear",
        "pledge",
        "promise",
        "vow",
        "appeal",
        "wait",
        "talk",
        "negotiate",
        "insist",
        "allow",
        "warn",
        "look",
        "strive",
        "agree",
        "poise",
        "hopeful",
        "confident",
        "optimistic",
    ]
)
"""What stands above a predicate that makes it no fact."""
MANAGING = frozenset({"manage", "able"})
"""What makes an infinitive a fact: "managed to reach a deal"."""
JOINING = frozenset({"two", "both", "three", "four", "five", "six", "seven", "all", "warring", "rival"})
OPINIONS = frozenset({"disagree", "differ", "need"})
TAKEN = frozenset({"effect", "hold", "force"})


@dataclass(slots=True)
class Accord:
    """An agreement as words. `back` where the words for the matter only point to one told before."""

    verb: int
    rule: str
    status: AgreementStatus
    about: Span
    parties: list[int] = field(default_factory=list)
    noun: int | None = None
    dated: tuple[int, ...] = ()
    back: bool = False
    joint: bool = False
    span: Span | None = None


def find_accords(scene: Scene) -> tuple[AccordMark, ...]:
    """Find the agreements of a text, in its order."""
    finder = _Finder(scene)
    found = list(finder.accords())
    if not found or not is_negotiation(scene.parse):
        return ()
    return tuple(sorted((finder.mark(accord) for accord in found), key=lambda mark: (mark.span, mark.cue)))


class _Finder:
    """One pass over the clauses and nouns of a text."""

    def __init__(self, scene: Scene) -> None:
        self.scene, self.parse = scene, scene.parse
        self.nouns = AccordNouns(scene)
        self.senses = self.nouns.senses
        self.told: set[int] = set()
        self.rules: dict[str, Callable[[Clause], Iterator[Accord]]] = {
            "agree": self._agreed,
            "reach": self._reached,
            "sign": self._signed,
            "extend": self._extended,
            "begin": self._begun,
            "keep": self._kept,
            "break": self._broken,
            "fail": self._failed,
            "drop": self._dropped,
            "yield": self._yielded,
            "swap": self._swapped,
        }

    def accords(self) -> Iterator[Accord]:
        """All agreements that the text tells, verb by verb, then noun by noun."""
        for clause in self.scene.clauses:
            for sense in self.senses.get(clause.lemma, ()):
                rule = self.rules.get(sense)
                if rule is None:
                    continue
                for accord in rule(clause):
                    self.told.update(() if accord.noun is None else (accord.noun,))
                    yield accord
        for i, lemma in enumerate(self.parse.lemma):
            if i not in self.told and (lemma in self.senses or lemma == "fire") and self.nouns.strong(i):
                yield from self._told_by_noun(i)

    # -- facts

    def _real(self, clause: Clause, *, future: bool = False) -> bool:
        """Whether a clause tells a fact: in the past or present, under no wish, condition or denial."""
        if clause.negated or clause.yet or clause.conditional or UNREAL.intersection(clause.under):
            return False
        if clause.modal and not (future and clause.modal in ("will", "'ll", "’ll")):
            return False
        if self.parse.tag[clause.verb] == "VB" and not clause.modal and not MANAGING.intersection(clause.under[:1]):
            return False
        return clause.time in ("past", "present") or (future and clause.time == "future")

    def _settled(self, clause: Clause, noun: int) -> bool:
        """Whether an accord at a verb is a fact: by the clause, or by a participle ("a deal struck in May")."""
        if self.nouns.hoped(noun):
            return False
        if self.parse.dep[clause.verb] == "acl" and self.parse.tag[clause.verb] == "VBN":
            return not clause.negated and (clause.time != "unreal" or self.nouns.definite(noun))
        return self._real(clause)

    # -- rules on verbs

    def _agreed(self, clause: Clause) -> Iterator[Accord]:
        """ "X and Y agreed to …", "both sides agreed on …", "X agreed with Y to …", "it was agreed that …"."""
        parse = self.parse
        if not self._real(clause):
            return
        partners = [w for w in clause.governed("with") if self.scene.is_actor(w)]
        joint = clause.passive or len(clause.doers) > 1 or bool(partners) or self._several(clause.doers)
        matter = self._agreed_matter(clause)
        if not joint or matter is None:
            return
        span, noun, dated = matter
        parties = [] if clause.passive else [*clause.doers, *partners]
        if clause.passive:
            parties = [*clause.doers, *(self.nouns.parties(noun) if noun is not None else [])]
        if noun is not None and self.nouns.hoped(noun) and parse.lower[noun] not in ("plan", "framework"):
            return
        yield Accord(clause.verb, "agreed", "agreed", span, parties, noun, dated, joint=not clause.passive)

    def _agreed_matter(self, clause: Clause) -> tuple[Span, int | None, tuple[int, ...]] | None:
        """What was agreed: the verb below, the words after "to" or "on", the object; with the words a date may hang on."""
        parse = self.parse
        for verb in clause.complements:
            finite = parse.dep[verb] == "ccomp" and not any(parse.tag[c] == "TO" for c in parse.children[verb])
            modal = any(parse.tag[c] == "MD" for c in parse.children[verb]) or parse.tag[verb] == "VB"
            if parse.lemma[verb] in OPINIONS or (finite and not modal):
                continue
            return clause_phrase(parse, verb), None, (clause.verb,)
        objects = [t for t in clause.things if parse.tag[t][:2] == "NN"]
        for word in clause.governed("to", "on", "upon", "over") + objects:
            if parse.tag[word][:2] == "NN" and not self.nouns.is_date(word):
                strong = self.nouns.strong(word)
                matter, _ = self.nouns.about(word, clause.preps) if strong else (noun_phrase(parse, word), False)
                return self.nouns.undated(matter), word, (clause.verb, word) if strong else (clause.verb,)
        return None

    def _several(self, doers: tuple[int, ...]) -> bool:
        """Whether one word stands for several sides: "both sides", "the two leaders", "major powers", "they"."""
        parse = self.parse
        for d in doers:
            if parse.lower[d] in ("both", "all"):
                return True
            if "between-us" not in self.senses.get(parse.lemma[d], ()):
                continue
            if parse.tag[d] in ("NNS", "NNPS", "PRP") or any(parse.lower[c] in JOINING for c in parse.children[d]):
                return True
        return False

    def _reached(self, clause: Clause) -> Iterator[Accord]:
        """ "X and Y reached a deal on …", "a truce brokered by Oman", "an agreement has been reached"."""
        mediating = "mediating" in self.senses.get(clause.lemma, ())
        for noun in clause.things:
            sort = self.nouns.sort(noun)
            if sort is None or noun in self.told or not self._settled(clause, noun):
                continue
            if (sort == "weak" or clause.lemma in ("have", "get", "make")) and not self._agreeing(clause, noun, sort):
                continue
            inner = self.nouns.parties(noun)
            doers = [] if mediating else [*clause.doers, *self._with(clause)]
            yield self._at_noun(clause, noun, "reached", "agreed", [*doers, *inner])

    def _agreeing(self, clause: Clause, noun: int, sort: str) -> bool:
        """Whether a vague verb or noun speaks of an agreement: "reached an understanding", "have a deal with"."""
        if sort == "weak":
            return clause.lemma in ("reach", "strike", "forge", "hammer out", "adopt") and self.parse.lemma[noun] not in (
                "exchange", "statement", "peace", "pause", "lull", "plan", "document", "term",
            )  # fmt: skip
        return sort == "accord" and (
            self._several(clause.doers) or bool(self.nouns.parties(noun)) or len(clause.doers) > 1
        )

    def _signed(self, clause: Clause) -> Iterator[Accord]:
        """ "X and Y signed an agreement", "the treaty was signed by both presidents"."""
        for noun in clause.things:
            if self.nouns.sort(noun) is None or not self._settled(clause, noun):
                continue
            parties = [*clause.doers, *self._with(clause), *self.nouns.parties(noun)]
            yield self._at_noun(clause, noun, "signed", "signed", parties)

    def _with(self, clause: Clause) -> list[int]:
        return [w for w in clause.governed("with", "between") if self.scene.is_actor(w)]

    def _extended(self, clause: Clause) -> Iterator[Accord]:
        """ "X and Y extended the truce by a week"."""
        for noun in clause.things:
            if (
                self.nouns.strong(noun)
                and self._settled(clause, noun)
                and (clause.passive or len(clause.doers) > 1 or self._several(clause.doers))
            ):
                accord = self._at_noun(clause, noun, "extended", "agreed", [*clause.doers, *self.nouns.parties(noun)])
                if not clause.passive:
                    accord.about, accord.back = (
                        self.nouns.undated(clause_phrase(self.parse, clause.verb, subject=False)),
                        False,
                    )
                yield accord

    def _begun(self, clause: Clause) -> Iterator[Accord]:
        """ "A ceasefire took effect", "the treaty is in force", "the truce is holding"."""
        if not self._real(clause, future=True):
            return
        parse = self.parse
        into_force = bool({parse.lower[t] for t in clause.things} & TAKEN) or any(
            parse.lower[w] in ("effect", "force", "place") for w in clause.governed("into", "in")
        )
        doers = [d for d in clause.doers if self.nouns.strong(d) or (into_force and self._is_peace(d))]
        doers = doers or (self._headlined(clause) if into_force else [])
        for noun in doers:
            lasting = clause.lemma not in ("take", "come", "go", "enter", "be")
            if self.nouns.hoped(noun) or not (into_force or (lasting and self.nouns.sort(noun) == "truce")):
                continue
            status: AgreementStatus = "in-force" if clause.time != "future" else "agreed"
            yield self._at_noun(
                clause, noun, "in-force", status, self._listed(noun, clause) or self.nouns.parties(noun)
            )

    def _is_peace(self, i: int) -> bool:
        return (
            self.parse.lemma[i] in ("peace", "pause", "lull", "law", "swap", "exchange")
            and self.parse.lemma[i] != "law"
        )

    def _headlined(self, clause: Clause) -> list[int]:
        """The accord in front of a headline's verb: "Cease-Fire Between Government, Rebels Takes Hold"."""
        start, _ = self.parse.sentences[self.parse.sentence[clause.verb]]
        found = [i for i in range(start, clause.verb) if self._accord_word(i) and self.parse.lower[i + 1] == "between"]
        return found[-1:]

    def _accord_word(self, i: int) -> bool:
        return self.nouns.strong(i)

    def _listed(self, noun: int, clause: Clause) -> list[int]:
        """The sides that a headline lists with a comma between "between" and the verb."""
        parse = self.parse
        if noun + 1 >= len(parse) or parse.lower[noun + 1] != "between" or not clause.doers or noun in clause.doers:
            return []
        return [i for i in range(noun + 2, clause.verb) if i in self.scene.mention_at]

    def _kept(self, clause: Clause) -> Iterator[Accord]:
        """ "Both clans are honouring the truce"."""
        if self.parse.tag[clause.verb] == "VBG" and self.parse.dep[clause.verb] == "pcomp":
            return
        nouns_below = [*clause.things, *clause.governed("by", "with", "to")]
        for noun in nouns_below:
            if self.nouns.strong(noun) and noun not in self.told and self._real(clause) and not self.nouns.hoped(noun):
                yield self._at_noun(clause, noun, "kept", "in-force", self.nouns.parties(noun) or list(clause.doers))

    def _broken(self, clause: Clause) -> Iterator[Accord]:
        """ "The truce was violated", "X broke the agreement"."""
        for noun in clause.things:
            if self.nouns.strong(noun) and self._real(clause) and not self.nouns.hoped(noun):
                yield self._at_noun(clause, noun, "violated", "violated", self.nouns.parties(noun))

    def _failed(self, clause: Clause) -> Iterator[Accord]:
        """ "The truce collapsed", "previous deals have fallen apart"."""
        fell = clause.lemma != "fall" or bool(
            {"apart", "through"} & {self.parse.lower[c] for c in self.parse.children[clause.verb]}
        )
        for noun in clause.things if clause.passive else clause.doers:
            if clause.lemma in ("end", "shatter") and clause.things and not clause.passive:
                continue
            if fell and self.nouns.strong(noun) and self._real(clause) and not self.nouns.hoped(noun):
                yield self._at_noun(clause, noun, "ended", "ended", self.nouns.parties(noun))

    def _dropped(self, clause: Clause) -> Iterator[Accord]:
        """ "X tore up the treaty", "X withdrew from the pact"."""
        leaving = clause.lemma in ("withdraw", "pull", "pull out", "walk away", "exit")
        words = clause.governed("from", "of") if leaving else clause.things
        for noun in words:
            if clause.lemma in ("leave", "end") and self.nouns.sort(noun) == "truce" and clause.lemma == "leave":
                continue
            if self.nouns.strong(noun) and noun not in self.told and self._real(clause) and not self.nouns.hoped(noun):
                yield self._at_noun(clause, noun, "dropped", "ended", self.nouns.parties(noun) or list(clause.doers))

    def _yielded(self, clause: Clause) -> Iterator[Accord]:
        """ "The talks ended with an agreement", "the result was a compromise"."""
        if not self._real(clause) or not any(
            "outcome" in self.senses.get(self.parse.lemma[d], ()) for d in clause.doers
        ):
            return
        words = clause.governed("with", "in", "to") + (
            list(clause.things) if clause.lemma not in ("end", "conclude") else []
        )
        for noun in words:
            compromise = any(
                self.parse.lemma[c] in ("compromise", "agreement") for c in self.parse.kids(noun, "compound", "amod")
            )
            if (self.nouns.sort(noun) or compromise) and not self.nouns.hoped(noun) and not self._none(noun):
                accord = self._at_noun(clause, noun, "yielded", "agreed", self.nouns.parties(noun))
                if compromise:
                    accord.about, accord.back = noun_phrase(self.parse, noun), False
                yield accord

    def _none(self, noun: int) -> bool:
        return self.parse.lemma[noun] in ("statement", "exchange", "plan", "document", "peace", "term")

    def _swapped(self, clause: Clause) -> Iterator[Accord]:
        """ "X and Y exchanged prisoners in a deal brokered by Z": the deed tells what the deal is about."""
        if not self._real(clause) or not clause.things or not clause.doers:
            return
        parse = self.parse
        deals = [
            w for w in clause.governed("in", "under", "of", "after") if self.nouns.strong(w) and not self.nouns.hoped(w)
        ]
        deals += [
            o
            for w in clause.governed("as")
            for c in parse.kids(w, "prep")
            for o in parse.kids(c, "pobj")
            if self.nouns.strong(o)
        ]
        for noun in deals[:1]:
            parties = [*clause.doers, *clause.recipients, *self._with(clause)]
            accord = self._at_noun(clause, noun, "swapped", "agreed", self.nouns.parties(noun) or parties)
            accord.about, accord.back = parse.span(clause.verb, max(clause.things)), False
            deal = noun_phrase(parse, noun)
            first = min([clause.verb, *(parse.left[d] for d in clause.doers)])
            accord.span = hull(
                parse.span(first, clause.verb), accord.about, Span(deal.start, parse.end[parse.right[noun]])
            )
            self.told.add(noun)
            yield accord

    # -- rule on nouns

    def _told_by_noun(self, i: int) -> Iterator[Accord]:
        """ "Under the agreement", "despite the truce", "an Omani-brokered truce", "the 2015 nuclear accord"."""
        parse = self.parse
        if self.nouns.hoped(i) or not self._grounded(i):
            return
        clause = self._clause_above(i)
        if clause is not None and not self._real(clause, future=True):
            return
        about, back = self.nouns.about(i)
        first, last = self._span_edges(i)
        truce = self.nouns.sort(i) == "truce"
        yield Accord(
            i,
            "told-by-noun",
            "in-force" if truce else "agreed",
            about,
            self.nouns.parties(i),
            i,
            (i,),
            back,
            span=parse.span(first, last),
        )

    def _grounded(self, i: int) -> bool:
        """Whether the phrase takes the accord for known: by "under the", a broker, a year or two named sides."""
        parse, kids = self.parse, self.parse.children[i]
        brokered = any(
            parse.dep[c] == "amod" and parse.lower[c] in ("brokered", "mediated", "negotiated", "signed") for c in kids
        )
        if brokered:
            return True
        if not self.nouns.definite(i):
            return False
        prep = parse.head[i] if parse.dep[i] == "pobj" else None
        if prep is not None and parse.lower[prep] in ("under", "despite", "since", "after", "following", "during"):
            return True
        year = any(parse.tag[c] == "CD" and len(parse.word[c]) == 4 and parse.word[c].isdigit() for c in kids)
        return year or len(self.nouns.parties(i)) > 1

    def _clause_above(self, i: int) -> Clause | None:
        return next((self.scene.clause_at[a] for a in self.parse.ancestors(i) if a in self.scene.clause_at), None)

    def _span_edges(self, i: int) -> tuple[int, int]:
        parse = self.parse
        last = max([i, *(parse.right[c] for c in parse.kids(i, "prep", "acl") if c > i)])
        return min(parse.left[i], i), last

    # -- marks

    def _at_noun(self, clause: Clause, noun: int, rule: str, status: AgreementStatus, parties: list[int]) -> Accord:
        about, back = self.nouns.about(noun, clause.preps)
        return Accord(clause.verb, rule, status, about, parties, noun, (clause.verb, noun), back)

    def mark(self, accord: Accord) -> AccordMark:
        """Put mentions, a date and a span to the words of an agreement."""
        scene, parse = self.scene, self.parse
        parties = [scene.mention_at[w] for w in accord.parties if w in scene.mention_at and self._person_or_side(w)]
        date = next((d for w in accord.dated if (d := date_of(scene, w)) is not None), None)
        return AccordMark(
            span=accord.span or self._span(accord),
            cue=parse.span(accord.verb, accord.verb),
            about=accord.about,
            status=accord.status,
            parties=tuple(dict.fromkeys(parties)),
            date=date,
            back=accord.back,
            joint=accord.joint,
            rule=f"agreement-{accord.rule}",
        )

    def _person_or_side(self, word: int) -> bool:
        return self.parse.lower[word] not in ("it", "this", "that")

    def _span(self, accord: Accord) -> Span:
        """From the parties in front of the verb, or the noun, to the end of the matter."""
        parse, clause = self.parse, self.scene.clause_at.get(accord.verb)
        pieces = [parse.span(accord.verb, accord.verb), accord.about]
        if accord.noun is not None:
            pieces.append(nouns(parse, [accord.noun]))
        near = [w for w in (clause.doers if clause else ()) if parse.sentence[w] == parse.sentence[accord.verb]]
        pieces += [Span(parse.start[parse.left[w]], parse.end[w]) for w in near if w < accord.verb]
        if clause is not None and parse.kid(accord.verb, "dobj") is not None and accord.rule == "in-force":
            pieces.append(parse.span(accord.verb, max(parse.kids(accord.verb, "dobj"))))
        return hull(*pieces)
