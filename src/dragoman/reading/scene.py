"""One text as the finders of marks share it: its grammar, the mentions on their words, the dates on theirs, its clauses."""

from __future__ import annotations

from functools import cached_property

from dragoman.reading.actors.places import find_places
from dragoman.reading.dates.holding import hold_dates
from dragoman.reading.grammar.clauses import Clause, find_clauses
from dragoman.reading.grammar.parse import Parse
from dragoman.reading.marks import DatePhrase, Mention, Saying
from dragoman.reading.topic import about_negotiation
from dragoman.terms.span import Span


class Scene:
    """A parsed text with its mentions and dates. Everything asked of it is computed once."""

    def __init__(self, parse: Parse, mentions: tuple[Mention, ...], dates: tuple[DatePhrase, ...]) -> None:
        self.parse, self.mentions, self.dates = parse, mentions, dates
        self.sayings: tuple[Saying, ...] = ()

    @cached_property
    def clauses(self) -> list[Clause]:
        """The clauses of the text, in its order."""
        clauses = find_clauses(self.parse)
        for clause in clauses:
            doers = tuple(k for d in clause.doers for k in self._apposed(d))
            clause.doers, clause.things = self._whole(doers), self._whole(clause.things)
            for prep, words in clause.preps.items():
                clause.preps[prep] = list(self._whole(tuple(words)))
        for clause in clauses:
            self._mend(clause, clauses)
        return clauses

    def _apposed(self, word: int) -> list[int]:
        """The names that stand beside a doer that is no actor: "the hardliners *Peru* and *Chile*"."""
        named = self.named(word)
        return [word] if named == word else self.parse.conjuncts(named)

    def _mend(self, clause: Clause, clauses: list[Clause]) -> None:
        """Give a predicate the subject that the grammar hung on a participle before it: "Urged by A, *the guild* agreed"."""
        parse, verb = self.parse, clause.verb
        if clause.doers or clause.things or parse.tag[verb] not in ("VBD", "VBZ", "VBP") or clause.passive:
            return
        before = (
            a for a in parse.kids(verb, "advcl") if a < verb and parse.tag[a] == "VBN" and parse.right[a] + 1 == verb
        )
        agents = (o for a in before for p in parse.kids(a, "agent") for o in parse.kids(p, "pobj"))
        torn = next(
            (c for o in agents for c in parse.kids(o, "appos", "conj") if parse.word[parse.left[c] - 1] == ","), None
        )
        if torn is None or parse.kids(verb, "nsubj", "expl", "csubj"):
            return
        clause.doers = tuple(parse.conjuncts(torn))
        for below in (c for c in clauses if c.verb in clause.complements and not c.doers):
            below.doers = clause.doers

    def _whole(self, words: tuple[int, ...]) -> tuple[int, ...]:
        """Argument words with those that the grammar took for a part of their phrase ("*the government* and the rebels")."""
        if not any(w in self.mention_at for w in words):
            return words
        named = [self.named(w) for w in words]
        whole = (
            (
                *self.joined(w),
                w,
                *self._counterparts(w),
                *self._behind_office(w),
                *self._second_state(w),
                *self._after_owner(w),
            )
            for w in named
        )
        return tuple(dict.fromkeys(k for parts in whole for k in parts))

    def _after_owner(self, word: int) -> list[int]:
        """The second name that the grammar made an apposition of the first: "X's Minister A and Y's Minister *B*"."""
        beside = (c for c in self.parse.kids(word, "appos") if c in self.mention_at)
        return [c for c in beside if word in self.mention_at and word in self.joined(c)]

    def _counterparts(self, word: int) -> list[int]:
        """Those that the grammar hung on a counterpart in between: "A, his Peruvian counterpart *B* and Minister *C*"."""
        parse = self.parse
        between = (a for a in parse.kids(word, "appos") if parse.lemma[a] == "counterpart")
        named = (c for a in between for c in parse.kids(a, "appos") if parse.left[c] == a + 1)
        return [k for c in named for k in parse.conjuncts(c) if k in self.mention_at]

    def _second_state(self, word: int) -> list[int]:
        """The state that a headline puts behind another with a comma for "and": "Norland, *Tavia* hold talks"."""
        parse, at = self.parse, self.mention_at
        if word not in at or word != parse.sentences[parse.sentence[word]][0]:
            return []
        beside = [c for c in parse.kids(word, "appos") if c in at and parse.word[c + 1 : c + 2] != [","]]
        kinds = {self.mentions[at[w]].kind for w in (word, *beside)}
        return beside if kinds <= {"state", "government"} else []

    def _behind_office(self, word: int) -> list[int]:
        """The names that the grammar hung on an office in between: "A, head of the team, and *B*, a rebel leader"."""
        parse = self.parse
        return [
            c
            for a in parse.kids(word, "appos")
            if parse.tag[a] in ("NN", "NNS") and parse.tag[word][:3] == "NNP"
            for c in parse.kids(a, "conj")
            if parse.tag[c] == "NNP" and c in self.mention_at and self._comma_before(a, c)
        ]

    def _comma_before(self, office: int, name: int) -> bool:
        """Whether a comma ends the office before the "and" of the next name."""
        first = self.parse.left[name]
        return any(self.parse.word[k] == "," for k in self.parse.children[office] if k < first)

    def joined(self, word: int) -> list[int]:
        """Return the heads of the mentions that "and" or a comma puts before the mention of `word` inside its own phrase."""
        parse, out = self.parse, list[int]()
        mention = self.mention_at.get(word)
        if mention is None:
            return out
        first, left = parse.words_in(self.mentions[mention].span)[0], parse.left[self._top(word)]
        first = self._owner_before(first)
        while first > 1 and parse.lower[first - 1] in ("and", ",") and (left < first or self._cut_off(first)):
            before = self.mention_before.get(first - 2)
            if before is None or self.mentions[before].form == "pronoun":
                break
            words = parse.words_in(self.mentions[before].span)
            head = parse.words_in(self.mentions[before].head)[0]
            if (words[0] < left and not self._cut_off(first)) or word in parse.conjuncts(head):
                break
            out.insert(0, head)
            first = words[0]
        return out or self._beside_in_headline(word, first)

    def _cut_off(self, first: int) -> bool:
        """Whether the grammar made a sentence of the "and" alone: "Norland | and | *Tavia* held talks"."""
        start, end = self.parse.sentences[self.parse.sentence[first - 1]]
        return end - start == 1 and self.parse.sentences[self.parse.sentence[first]][0] == first

    def _top(self, word: int) -> int:
        """The head of the phrase in which a name is only a part by the grammar: "Minister *A and X's Minister B*"."""
        parse = self.parse
        while (
            parse.dep[word] in ("appos", "nmod") and parse.head[word] < word and parse.tag[parse.head[word]][:2] == "NN"
        ):
            word = parse.head[word]
        return word

    def _owner_before(self, first: int) -> int:
        """The first word of the owner in front of a name: "*Norland*'s Foreign Minister A"."""
        parse, owner = self.parse, first - 1
        if parse.tag[owner] != "POS" or parse.tag[owner - 1][:3] != "NNP":
            return first
        while owner > 0 and parse.tag[owner - 1][:3] == "NNP":
            owner -= 1
        return owner

    def _beside_in_headline(self, word: int, first: int) -> list[int]:
        """The first of the two names that begin a headline with a comma for "and": "*Norland*, Tavia sign truce"."""
        parse = self.parse
        before = self.mention_before.get(first - 2) if first > 1 and parse.word[first - 1] == "," else None
        if before is None or parse.dep[word] not in ("nsubj", "nsubjpass") or parse.word[word + 1 : word + 2] == [","]:
            return []
        words = parse.words_in(self.mentions[before].span)
        named = {self.mentions[before].form, self.mentions[self.mention_at[word]].form} == {"name"}
        begins = words[0] == parse.sentences[parse.sentence[word]][0]
        return [parse.words_in(self.mentions[before].head)[0]] if begins and named else []

    def conjuncts(self, word: int) -> list[int]:
        """Return a word with all that is coordinated with it, by the grammar or by the mentions in its phrase."""
        found = (self.named(k) for k in self.parse.conjuncts(word))
        return list(dict.fromkeys(j for k in found for j in (*self.joined(k), k)))

    def named(self, word: int) -> int:
        """Return the word itself, or the name in apposition where the grammar took its adjective for a noun ("the *paramilitary* RSF")."""
        if word in self.mention_at:
            return word
        beside = [word + 1] if word + 1 < len(self.parse) and self.parse.dep[word + 1] == "appos" else []
        return next((c for c in (*self.parse.kids(word, "appos"), *beside) if c in self.mention_at), word)

    @cached_property
    def mention_before(self) -> dict[int, int]:
        """For the last word of each mention, the index of that mention."""
        return {self.parse.words_in(m.span)[-1]: n for n, m in enumerate(self.mentions)}

    @cached_property
    def clause_at(self) -> dict[int, Clause]:
        """The clause of each predicate word."""
        return {clause.verb: clause for clause in self.clauses}

    @cached_property
    def mention_at(self) -> dict[int, int]:
        """For a word that is the head of a mention, the index of that mention."""
        word_at = {start: i for i, start in enumerate(self.parse.start)}
        return {word_at[m.head.start]: n for n, m in enumerate(self.mentions) if m.head.start in word_at}

    @cached_property
    def dates_below(self) -> dict[int, list[tuple[int, int]]]:
        """For each word, the dates that stand below it up to the next verb, as (steps between, index)."""
        return hold_dates(self.parse, [phrase.span for phrase in self.dates])

    @cached_property
    def places(self) -> dict[int, Span]:
        """For the head word of each named place, its span: what the grammar names one, and states and seats of power."""
        return find_places(self.parse, self.mentions, self.mention_at, self.dates)

    def hear(self, sayings: tuple[Saying, ...]) -> None:
        """Take in the attributions of the text, found on this scene: from then on it knows who says which word."""
        self.sayings = sayings

    @cached_property
    def is_negotiation(self) -> bool:
        """Whether the text is about a negotiation in the sense of the record."""
        return about_negotiation(self.parse, self.mentions)

    def speaker_at(self, word: int) -> int | None:
        """Return the mention of whoever says a word: the speaker of the innermost direct quotation around it."""
        at = self.parse.start[word]
        around = [
            (len(c), n)
            for n, s in enumerate(self.sayings)
            for c in s.contents
            if c.start <= at < c.end and s.type != "indirect"
        ]
        return self.sayings[min(around)[1]].speaker if around else None

    def is_actor(self, word: int) -> bool:
        """Whether a word heads a name or a description of an actor (a pronoun may stand for a matter)."""
        mention = self.mention_at.get(word)
        return mention is not None and self.mentions[mention].form != "pronoun"
