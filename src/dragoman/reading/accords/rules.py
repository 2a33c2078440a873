"""The rules by which a verb tells of an agreement: agreed, reached, signed, in force, broken, ended, swapped.

Only facts count: what stands under a wish, a plan, a condition or a denial is none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from dragoman.reading.accords.facts import Accord
from dragoman.reading.accords.making import AccordMaking
from dragoman.reading.grammar.clauses import Clause
from dragoman.reading.scene import Scene
from dragoman.terms.findings import AgreementStatus

TAKEN = frozenset({"effect", "hold", "force"})
WEIGHING = frozenset("discuss consider debate weigh study explore examine mull suggest propose recommend".split())
"""What makes a doing in "-ing" a matter of words: "discussed *implementing* the truce"."""
LAPSING = frozenset({"expire", "lapse", "run out"})
"""What an accord that is still in force does on a day to come: "the pact *expires* in May"."""
LEAVING = frozenset({"withdraw", "pull", "pull out", "walk away", "exit"})


class AccordRules(AccordMaking):
    """One pass over the clauses of a text. `told` are the nouns that a rule has used."""

    def __init__(self, scene: Scene) -> None:
        super().__init__(scene)
        self.rules: dict[str, Callable[[Clause], Iterator[Accord]]] = {
            "agree": self._agreed,
            "decide": self._decided,
            "settle": self._settled_on,
            "swap": self._swapped,
            "reach": self._reached,
            "sign": self._signed,
            "extend": self._extended,
            "grant": self._prolonged,
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
        doers = self._things(clause) if clause.passive and not clause.doers else self._subjects(clause)
        found = [
            d for d in doers if self.nouns.strong(d) or (in_force and parse.lemma[d] in ("peace", "pause", "lull"))
        ]
        for noun in found or (self._headlined(clause) if in_force else []):
            if self.nouns.hoped(noun) or not (in_force or (lasting and self.nouns.sort(noun) == "truce")):
                continue
            status: AgreementStatus = "agreed" if clause.time == "future" or clause.modal else "in-force"
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
        above = self.scene.clause_at.get(clause.above) if clause.above is not None else None
        named = self.parse.tag[clause.verb] == "VBG" and above is not None and above.lemma in WEIGHING
        if self.parse.dep[clause.verb] == "pcomp" or named or not self.real(clause):
            return
        for noun in (*clause.things, *clause.governed("by", "with", "to")):
            if self._known(noun) and noun not in self.told:
                yield self._at_noun(clause, noun, "kept", "in-force", [*clause.doers, *self.nouns.parties(noun)])

    def _broken(self, clause: Clause) -> Iterator[Accord]:
        """As in "The truce was violated", "X broke the agreement"."""
        for noun in self._things(clause):
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
        for noun in self._things(clause) if clause.passive else self._subjects(clause):
            if self._known(noun) and self.real(clause):
                lapsing = clause.time == "present" and clause.lemma in LAPSING
                status: AgreementStatus = "in-force" if lapsing else "ended"
                yield self._at_noun(clause, noun, "ended", status, self.nouns.parties(noun))

    def _dropped(self, clause: Clause) -> Iterator[Accord]:
        """As in "X tore up the treaty", "X withdrew from the pact"."""
        words = clause.governed("from", "of") if clause.lemma in LEAVING else self._things(clause)
        for noun in words:
            if self._known(noun) and noun not in self.told and self.real(clause):
                yield self._at_noun(clause, noun, "dropped", "ended", [*clause.doers, *self.nouns.parties(noun)])
