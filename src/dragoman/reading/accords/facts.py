"""What is a fact of an agreement, and who makes it: what stands under a wish, a plan or a denial is none."""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.reading.accords.nouns import AccordNouns
from dragoman.reading.grammar.clauses import Clause
from dragoman.reading.grammar.phrases import clause_phrase
from dragoman.reading.scene import Scene
from dragoman.reading.senses import words_of
from dragoman.terms.findings import AgreementStatus
from dragoman.terms.span import Span

MANAGING = frozenset({"manage", "able"})
"""What makes an infinitive a fact: "managed to reach a deal"."""
JOINING = frozenset({"two", "both", "three", "four", "five", "six", "seven", "all", "warring", "rival"})
NOBODY = frozenset({"neither", "no", "none", "nobody", "nothing"})
GONE_BY = frozenset({"after", "since", "following", "upon", "before"})
"""What puts a gerund into the past of the clause above: "left after *signing* a pact"."""
BESIDE = frozenset({"with", "by", "in", "despite"})
"""What puts a gerund beside the clause above: "ended with the two *agreeing* to meet"; after "of", "to", "for" it is no fact."""
BARGAINING = frozenset({"negotiate", "bargain"})
"""What in "-ing" is never done: "those *negotiating* the deal"."""
FINISHING = frozenset({"conclude", "wrap up", "finalise", "finalize", "complete"})
"""What is done with negotiations that bear fruit."""
CREDITING = frozenset({"thank", "praise", "congratulate", "credit", "commend", "laud"})
TELLING = frozenset({"say", "announce", "confirm", "decide", "add", "declare"})
"""Under which predicates "would" is a future told in the past: "announced that the truce *would* begin at dawn"."""
OPEN = frozenset({"confirm", "mean", "say", "suggest", "indicate", "show", "claim", "imply"})
"""Verbs of telling under which, denied, nothing is a fact: "did not *confirm* that a deal was reached"."""
AWAITING = frozenset({"after", "once", "until", "till", "when", "before", "as"})
"""What opens a clause of something to come where the clause above is of something to come: "after the deal is signed"."""


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


class AccordFacts:
    """What the clauses and nouns of one text say of agreements as facts."""

    def __init__(self, scene: Scene) -> None:
        self.scene, self.parse = scene, scene.parse
        self.nouns = AccordNouns(scene)
        self.senses, self.unreal = self.nouns.senses, words_of("accords", "unreal")

    def real(self, clause: Clause, *, future: bool = False) -> bool:
        """Whether a clause tells a fact: in the past or present, under no wish, condition or denial."""
        if clause.negated or clause.yet or clause.conditional or self.unreal.intersection(clause.under):
            return False
        told = clause.modal == "would" and bool(TELLING.intersection(clause.under[:1]))
        if clause.modal and not (future and (told or clause.modal in ("will", "'ll", "’ll"))):
            return False
        if self.parse.tag[clause.verb] == "VBG" and not self._told_by_gerund(clause):
            return False
        if self._bound_to_come(clause):
            return False
        if self._infinitive(clause) and not clause.modal:
            above = self.scene.clause_at.get(clause.above) if clause.above is not None else None
            return above is not None and above.lemma in MANAGING and self.real(above, future=future)
        if self._awaited(clause) or self._left_open(clause):
            return False
        if any(self.parse.lower[c] in NOBODY for d in clause.doers for c in (d, *self.parse.children[d])):
            return False
        ahead = future and (told or clause.time == "future")
        return clause.time in ("past", "present") or ahead or self._gone_by(clause)

    def _bound_to_come(self, clause: Clause) -> bool:
        """Whether a participle goes on with what has yet to be done: "has to be passed by the house *and signed*"."""
        parse, verb = self.parse, clause.verb
        if (
            parse.dep[verb] != "conj"
            or parse.tag[verb] != "VBN"
            or parse.kid(verb, "aux", "auxpass", "nsubj", "nsubjpass")
        ):
            return False
        up = parse.head[verb]
        owed = any(parse.tag[c] == "TO" for x in parse.kids(up, "xcomp") for c in parse.children[x])
        above = self.scene.clause_at.get(up)
        return above is not None and (self._infinitive(above) or (above.lemma == "have" and owed))

    def _left_open(self, clause: Clause) -> bool:
        """Whether a clause is what somebody does not say: "the envoy *did not confirm* that they had agreed"."""
        above = self.scene.clause_at.get(clause.above) if clause.above is not None else None
        return above is not None and above.negated and above.lemma in OPEN and self.parse.dep[clause.verb] == "ccomp"

    def _infinitive(self, clause: Clause) -> bool:
        """Whether a verb is only named: "to agree", "a truce *to be agreed*"; not "did agree", "is said to have agreed"."""
        helpers = self.parse.kids(clause.verb, "aux", "auxpass")
        lemmas = {self.parse.lemma[h] for h in helpers}
        if self.parse.tag[clause.verb] == "VB":
            return "do" not in lemmas
        return any(self.parse.tag[h] == "TO" for h in helpers) and "have" not in lemmas

    def done(self, clause: Clause) -> bool:
        """Whether a clause tells as a fact something that is finished: not "are signing", "is being negotiated"."""
        if clause.progressive or any(self.parse.lower[c] == "being" for c in self.parse.kids(clause.verb, "auxpass")):
            return False
        return self.real(clause)

    def _told_by_gerund(self, clause: Clause) -> bool:
        """Whether a doing in "-ing" can be a fact where it stands: "after signing", but not "problems signing", "close to signing"."""
        parse, verb = self.parse, clause.verb
        if clause.lemma in BARGAINING:
            return False
        if parse.kid(verb, "aux", "auxpass") is not None:
            return True
        dep, head = parse.dep[verb], parse.head[verb]
        if dep == "pcomp":
            above = self.scene.clause_at.get(parse.head[head])
            credited = parse.lower[head] == "for" and above is not None and above.lemma in CREDITING
            beside = parse.lower[head] in BESIDE and (above is None or self.real(above))
            return credited or beside or parse.lower[head] in GONE_BY
        if dep == "acl":
            return not {"wish", "trouble"}.intersection(self.senses.get(parse.lemma[head], ()))
        return dep != "csubj"

    def _gone_by(self, clause: Clause) -> bool:
        """Whether a gerund after "after" lies in the past of what stands above: "voted to leave after *reaching* a deal"."""
        parse, verb = self.parse, clause.verb
        if parse.dep[verb] != "pcomp" or parse.lower[parse.head[verb]] not in GONE_BY - {"before"}:
            return False
        for a in parse.ancestors(verb):
            above = self.scene.clause_at.get(a)
            if above is not None and (above.modal or above.time != "unreal"):
                return above.time in ("past", "present") and not above.modal
        return False

    def _awaited(self, clause: Clause) -> bool:
        """Whether a clause of time hangs on something to come: "would leave after a deal was signed"."""
        parse = self.parse
        opened = any(parse.lower[c] in AWAITING for c in parse.kids(clause.verb, "mark", "advmod") if c < clause.verb)
        if not opened or parse.dep[clause.verb] != "advcl":
            return False
        above = self.scene.clause_at.get(parse.head[clause.verb])
        if above is None:
            return False
        return clause.time == "present" or bool(above.modal) or above.time in ("future", "unreal")

    def _settled(self, clause: Clause, noun: int) -> bool:
        """Whether an accord at a verb is a fact: by the clause, or by a participle ("a deal struck in May")."""
        if self.nouns.hoped(noun):
            return False
        parse, verb = self.parse, clause.verb
        beside = (
            parse.dep[verb] == "conj" and parse.dep[parse.head[verb]] == "acl"
        )  # "brokered by A and *signed* in May"
        if (parse.dep[verb] == "acl" or beside) and parse.tag[verb] == "VBN":
            sure = not clause.negated and not self._supposed(noun)
            return sure and (clause.time != "unreal" or self.nouns.definite(noun))
        return self.done(clause)

    def _supposed(self, noun: int) -> bool:
        """Whether a noun stands under an "if": "if the pact, negotiated by the envoy, fails"."""
        above = next((self.scene.clause_at[a] for a in self.parse.ancestors(noun) if a in self.scene.clause_at), None)
        return above is not None and above.conditional and not self.nouns.definite(noun)

    def _known(self, noun: int) -> bool:
        return self.nouns.strong(noun) and not self.nouns.hoped(noun)

    def _with(self, clause: Clause) -> list[int]:
        parse = self.parse
        torn = [  # "with the rebels still fighting": the grammar takes the rebels for a subject
            s
            for c in parse.kids(clause.verb, "prep")
            if parse.lower[c] in ("with", "between")
            for v in parse.kids(c, "pcomp")
            for s in parse.kids(v, "nsubj")
        ]
        return [w for w in (*clause.governed("with", "between"), *torn) if self.scene.is_actor(w)]

    def _joint(self, clause: Clause) -> bool:
        """Whether the doers are several sides: two names, "both sides", "the two leaders", "major powers", "they"."""
        parse = self.parse
        for d in clause.doers:
            several = parse.tag[d] in ("NNS", "NNPS", "PRP") or any(
                parse.lower[c] in JOINING for c in parse.children[d]
            )
            counted = any(parse.lower[c] in JOINING for c in parse.kids(d, "nummod", "predet", "det"))
            definite = any(parse.lower[c] in ("the", "these") for c in parse.kids(d, "det"))
            if parse.lower[d] in ("both", "all") or (several and "between-us" in self.senses.get(parse.lemma[d], ())):
                return True
            if counted and definite and parse.tag[d] in ("NNS", "NNPS"):  # "the two Koreas", "the three unions"
                return True
        return len(clause.doers) > 1

    def _at_noun(self, clause: Clause, noun: int, rule: str, status: AgreementStatus, parties: list[int]) -> Accord:
        parse, far = self.parse, self.parse.sentence[noun] != self.parse.sentence[clause.verb]
        about, back = self.nouns.about(noun, clause.preps)
        dated, span = ((clause.verb,), clause_phrase(parse, clause.verb)) if far else ((clause.verb, noun), None)
        return Accord(clause.verb, rule, status, about, parties, None if far else noun, dated, back or far, span=span)

    def _things(self, clause: Clause) -> list[int]:
        """The objects of a clause, "it" replaced by the accord that the sentence before tells of, negotiations by their fruit."""
        over = clause.lemma in FINISHING
        return [
            self._fruit(t)
            if over and self.parse.lemma[t] == "negotiation"
            else self.nouns.meant(self._above_its_sides(clause, t))
            for t in clause.things
        ]

    def _above_its_sides(self, clause: Clause, thing: int) -> int:
        """The accord to whose sides the grammar hangs a participle: "a pact between the two lands *signed* in May"."""
        parse = self.parse
        if parse.dep[clause.verb] != "acl" or parse.dep[thing] != "pobj":
            return thing
        prep = parse.head[thing]
        above = parse.head[prep]
        return above if parse.lower[prep] in ("between", "with") and self.nouns.strong(above) else thing

    def _fruit(self, talks: int) -> int:
        """The accord on which negotiations are concluded: "wrapped up negotiations on *a trade pact*"."""
        parse = self.parse
        below = (o for c in parse.kids(talks, "prep") if parse.lower[c] in ("on", "for") for o in parse.kids(c, "pobj"))
        return next((o for o in below if self.nouns.sort(o) == "accord"), talks)

    def _subjects(self, clause: Clause) -> list[int]:
        """The subjects of a clause, "it" replaced by the accord that the sentence before tells of."""
        return [self.nouns.meant(d) for d in clause.doers]
