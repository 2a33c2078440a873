"""Which day holds for a predicate that tells none of its own: one lent by what stands beside it in the sentence.

"On Monday the ministry *made* a turn and *said* …", "said *in a video published* on Monday", "*Speaking* on Monday, she
rejected …", "voted on Monday to *reject* it": what is done together is done on one day. A day to come is lent only to
what is to come, and what lasts ("since May") lends nothing. In doubt: none.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.reading.attach import date_around, date_of
from dragoman.reading.headlined import day_of_lead

if TYPE_CHECKING:
    from dragoman.reading.scene import Scene

STEPS = 3
"""Through how many predicates a day is handed on."""
OPENING = frozenset(
    "speak talk write post address testify appear announce open present unveil brief respond reply comment".split()
)
"""As in "*Announcing* the plan on Monday, the minister said": what is said with them is said on that day."""
ASKED = frozenset({"ask", "question", "quiz", "press", "interview", "pose", "cite", "quote"})
ENCOUNTERS = frozenset("meet talk speak confer hold visit attend chair arrive brief phone call host receive".split())
"""As in "said after *meeting* the envoy on Monday"."""
OUTCOME = frozenset(
    "vote emerge take use move call phone write step come go return appear meet gather convene fly travel act unite join rush "
    "opt choose decide seize break seek try attempt manage fail refuse decline hurry struggle scramble continue begin start".split()
)
"""Verbs with whose infinitive one thing is done: "voted to reject", "took to the radio to say"."""
ISSUING = frozenset("issue release publish make send post circulate deliver give put read write broadcast air".split())
ISSUED = ISSUING | frozenset({"hold", "carry", "record", "run", "stage", "file", "sign", "print", "share"})
PAPERS = frozenset(
    "statement letter message post report note tweet video paper declaration communique communiqué comment document memo "
    "dispatch press-release release speech".split()
)
OCCASION_PREPOSITIONS = frozenset({"in", "at", "during"})
SPANNING = frozenset({"end", "conclude", "close", "finish", "produce", "yield", "culminate"})
HOLDING = frozenset({"take", "hold", "begin", "start", "open", "be", "host", "convene"})
CAUSING = frozenset(
    "enable allow secure see bring lead trigger spark prompt permit facilitate achieve carry conduct launch stage mount produce "
    "witness yield involve include provoke cause".split()
)
"""Verbs whose day is that of the deed they bring about: "on Monday the truce *enabled* the release"."""
TELLING = frozenset(
    "say tell announce report condemn accuse blame deny discuss demand urge call warn denounce deplore criticise criticize "
    "confirm add claim mention praise welcome order propose plan".split()
)
"""Verbs of which a day behind their object may be either's."""
ANNOUNCING = frozenset({"announce", "declare"})
TOGETHER = frozenset({"when", "as", "while"})
AFTER = frozenset({"after", "following", "upon"})


def day_of_act(scene: Scene, verb: int) -> int | None:
    """Return the date phrase that dates a predicate: its own, or one that it is lent; None where there is none."""
    own = date_around(scene, verb)
    if own is None:
        own = _lent(scene, verb, STEPS)
    return own if own is not None else day_of_lead(scene, verb)


def _lent(scene: Scene, verb: int, steps: int) -> int | None:
    on_occasion = _of_occasion(scene, verb)
    if on_occasion is not None and _fits(scene, verb, on_occasion):
        return on_occasion
    for lender in _lenders(scene, verb):
        found = date_of(scene, lender)
        if found is None and steps:
            found = _lent(scene, lender, steps - 1)
        if found is not None and _fits(scene, verb, found) and _shared(scene, verb, lender, found):
            return found
    return None


def _fits(scene: Scene, verb: int, date: int) -> bool:
    """Whether a day can be that of a predicate: no day to come for what is past, and no bound."""
    phrase, clause = scene.dates[date], scene.clause_at.get(verb)
    if any(name == "bound" for name, _ in phrase.parts):
        return False
    return phrase.tense != "future" or (clause is not None and clause.time in ("future", "present"))


def _shared(scene: Scene, verb: int, lender: int, date: int) -> bool:
    """Whether two joined predicates share a day: of one doer they do; of two, a day that stands before both."""
    parse = scene.parse
    if parse.dep[verb] != "conj" or parse.head[verb] != lender or parse.kid(verb, "nsubj", "nsubjpass") is None:
        return True
    subject = parse.kid(lender, "nsubj", "nsubjpass")
    first = lender if subject is None else min(subject, lender)
    return scene.dates[date].span.start < parse.start[parse.left[first] if first == subject else first]


def _lenders(scene: Scene, verb: int) -> Iterator[int]:
    """The predicates and nouns beside a predicate whose day is its own too, the surest first."""
    parse = scene.parse
    head, dep, tag = parse.head[verb], parse.dep[verb], parse.tag[verb]
    above_is_verb = parse.tag[head][:2] == "VB" and head != verb
    if dep == "conj" and above_is_verb and _alike(scene, head, verb):
        yield head
    if tag == "VBG" and dep == "advcl" and above_is_verb and not _marked(scene, verb):
        yield head
    if (
        tag == "VBG"
        and dep in ("pcomp", "acl")
        and (around := head if dep == "pcomp" else parse.head[head])
        and parse.lower[around] == "with"
    ):
        yield from [a for a in parse.ancestors(around) if parse.tag[a][:2] == "VB"][:1]
    if tag == "VB" and dep in ("xcomp", "advcl") and above_is_verb and parse.lemma[head] in OUTCOME:
        yield head
    if dep in ("acl", "relcl") and not above_is_verb:
        yield from _through_paper(scene, verb, head)
    if dep == "advcl" and above_is_verb and _marked(scene, verb) & TOGETHER:
        yield head
    if dep == "ccomp" and tag in ("VBD", "VBG") and parse.lemma[head] in ANNOUNCING and _themselves(scene, verb):
        yield head
    yield from _beside(scene, verb)
    if parse.lemma[verb] in SPANNING:
        yield from _subject(scene, verb)


def _subject(scene: Scene, verb: int) -> Iterator[int]:
    """The subject of what begins or ends, and what is told of it: "the round, which *took* place on Monday, ended with"."""
    parse = scene.parse
    for noun in parse.kids(verb, "nsubj"):
        yield noun
        yield from (c for c in parse.kids(noun, "relcl", "acl") if parse.lemma[c] in HOLDING)


def _themselves(scene: Scene, verb: int) -> bool:
    """Whether somebody announces what he does himself: "announced on Monday that *they* freed ten captives"."""
    parse = scene.parse
    subject, helpers = parse.kid(verb, "nsubj"), parse.kids(verb, "aux")
    own = subject is not None and parse.tag[subject] == "PRP"
    return own and all(parse.lower[c] in ("was", "were") for c in helpers)


def _alike(scene: Scene, one: int, other: int) -> bool:
    """Whether two joined predicates are told in one tense."""
    parse, a, b = scene.parse, scene.clause_at.get(one), scene.clause_at.get(other)
    if a is None or b is None or a.time != b.time or a.modal != b.modal:
        return False
    perfect = [any(parse.lemma[c] == "have" for c in parse.kids(w, "aux")) for w in (one, other)]
    return not perfect[1] or perfect[0]


def _marked(scene: Scene, verb: int) -> set[str]:
    """The words that open a clause of time or reason."""
    parse = scene.parse
    return {
        parse.lower[c] for c in parse.kids(verb, "mark", "advmod", "prep") if c < verb and parse.tag[c] in ("IN", "WRB")
    }


def _through_paper(scene: Scene, verb: int, noun: int) -> Iterator[int]:
    """The paper in which something is said, and the predicate that issues it: "issued a statement *saying* …"."""
    parse = scene.parse
    if parse.tag[verb] != "VBG" or parse.lemma[noun] not in PAPERS:
        return
    yield noun
    above = parse.head[noun]
    if parse.tag[above][:2] == "VB" and parse.lemma[above] in ISSUING:
        yield above


def _beside(scene: Scene, verb: int) -> Iterator[int]:
    """The predicates below a predicate that tell when it was: "Speaking …, she", "after meeting …", "when they met …"."""
    parse = scene.parse
    yield from _opening(scene, verb)
    for c in parse.children[verb]:
        dep, tag, lemma = parse.dep[c], parse.tag[c], parse.lemma[c]
        if dep == "advcl" and tag in ("VBG", "VBN"):
            marks = _marked(scene, c)
            opening = not marks and ((tag == "VBG" and lemma in OPENING) or (tag == "VBN" and lemma in ASKED))
            if opening or (tag == "VBG" and marks & AFTER and lemma in ENCOUNTERS and _right_after(scene, c)):
                yield c
        elif dep == "advcl" and tag == "VBD" and _marked(scene, c) & TOGETHER:
            yield c
        elif dep == "prep" and parse.lower[c] in AFTER and _right_after(scene, c):
            yield from (p for p in parse.kids(c, "pcomp") if parse.tag[p] == "VBG" and parse.lemma[p] in ENCOUNTERS)


def _opening(scene: Scene, verb: int) -> Iterator[int]:
    """The participle that opens the sentence of a main predicate, wherever the grammar hung it: "*Writing* on Monday, she …"."""
    parse = scene.parse
    first = parse.sentences[parse.sentence[verb]][0]
    if (
        first < verb
        and parse.dep[verb] in ("ROOT", "conj")
        and parse.tag[first] == "VBG"
        and parse.lemma[first] in OPENING
    ):
        yield first


def _right_after(scene: Scene, word: int) -> bool:
    """Whether no stretch of time lies between: not "a week after"."""
    parse = scene.parse
    return not any(parse.dep[c] in ("npadvmod", "advmod", "nummod") and c < word for c in parse.children[word])


def _of_occasion(scene: Scene, verb: int) -> int | None:
    """The day of the occasion or the paper that a predicate stands in: "at Friday's session", "in a video aired on Monday"."""
    parse = scene.parse
    for prep in parse.kids(verb, "prep"):
        if parse.lower[prep] not in OCCASION_PREPOSITIONS:
            continue
        for noun in parse.kids(prep, "pobj"):
            issued = [a for a in parse.kids(noun, "acl") if parse.tag[a] == "VBN" and parse.lemma[a] in ISSUED]
            found = next((n for w in (noun, *issued) if (n := date_of(scene, w)) is not None), None)
            if found is not None:
                return found
    return None


def day_of_deed(scene: Scene, noun: int) -> int | None:
    """Return the date phrase that dates what a noun names: its own, the one right behind its words, that of its cause."""
    own = date_of(scene, noun)
    if own is None:
        own = _behind(scene, noun)
    if own is not None:
        return own
    parse = scene.parse
    up = parse.head[noun]
    if parse.dep[noun] == "pobj" and parse.lower[up] in ("to", "with", "in"):
        up = parse.head[up]
    caused = parse.dep[noun] in ("dobj", "nsubj", "nsubjpass", "pobj") and parse.lemma[up] in CAUSING
    found = day_of_act(scene, up) if caused and parse.tag[up][:2] == "VB" else None
    return found if found is not None and scene.dates[found].tense != "future" else None


def _behind(scene: Scene, noun: int) -> int | None:
    """The day right behind the words of a noun that the grammar hung on more above: "by a raid on the port *Saturday*"."""
    parse = scene.parse
    last = parse.right[noun]
    if last + 1 >= len(parse) or any(parse.lemma[a] in TELLING for a in parse.ancestors(noun)[:3]):
        return None
    after = last + 2 if parse.lower[last + 1] == "on" else last + 1
    at = parse.start[after] if after < len(parse) else -1
    found = next((n for n, d in enumerate(scene.dates) if d.span.start == at), None)
    return found if found is not None and _fits(scene, noun, found) else None
