"""Which day holds for a predicate that tells none of its own: one lent by what stands beside it in the sentence.

"On Monday the ministry *made* a turn and *said* …", "said *in a letter sent out* on Monday", "*Speaking* on Monday, she
rejected …", "voted on Monday to *reject* it": what is done together is done on one day. A day to come is lent only to
what is to come, and what lasts ("since May") lends nothing. In doubt: none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.reading.attach import date_around, date_of
from dragoman.reading.headlined import day_of_lead
from dragoman.reading.lenders import lenders
from dragoman.reading.occasions import NEWS, day_of_occasion

if TYPE_CHECKING:
    from dragoman.reading.grammar.parse import Parse
    from dragoman.reading.scene import Scene

STEPS = 3
"""Through how many predicates a day is handed on."""
SINGLE = frozenset({"weekday", "today", "day", "iso", "numeric", "overnight", "same", "shifted"})
"""Sorts of phrases that name one day."""
DEALING = frozenset({"agree", "sign", "meet", "visit", "exchange", "discuss", "decide", "approve", "strike", "attack"})
"""Verbs of which the second with "also" tells more of the same day."""
CAUSING = frozenset(
    "enable allow secure see bring lead trigger spark prompt permit facilitate achieve carry conduct launch stage mount produce "
    "witness yield involve include provoke cause end close begin start open".split()
)
"""Verbs whose day is that of the deed they bring about: "on Monday the truce *enabled* the release"."""
DONE = frozenset(
    "begin start launch call hold stage carry conduct mount wage impose introduce declare announce".split()
)
"""Participles behind a noun that tell when what it names was begun or done."""
TELLING = frozenset(
    "say tell announce report condemn accuse blame deny discuss demand urge call warn denounce deplore criticise criticize "
    "confirm add claim mention praise welcome order propose plan".split()
)
"""Verbs of which a day behind their object may be either's."""


def day_of_act(scene: Scene, verb: int) -> int | None:
    """Return the date phrase that dates a predicate: its own, or one that it is lent; None where there is none."""
    own = date_around(scene, verb)
    if own is None:
        own = _lent(scene, verb, STEPS)
    if own is None and _at_once(scene, verb):
        own = day_of_news(scene, verb)
    if own is None:
        own = _goes_on(scene, verb)
    return own if own is not None else day_of_lead(scene, verb)


def _lent(scene: Scene, verb: int, steps: int) -> int | None:
    on_occasion = day_of_occasion(scene, verb)
    if on_occasion is not None and _fits(scene, verb, on_occasion):
        return on_occasion
    for lender in lenders(scene, verb):
        found = date_around(scene, lender)
        if found is None and _opens(scene, lender):
            found = _at_end(scene, lender)
        if found is None and steps:
            found = _lent(scene, lender, steps - 1)
        if found is not None and _fits(scene, verb, found) and _shared(scene, verb, lender, found):
            return found
    return None


def _opens(scene: Scene, word: int) -> bool:
    """Whether a participle opens its sentence and a comma ends it: "*Posting* pictures of the fair, she said"."""
    parse = scene.parse
    last = parse.right[word]
    opens = word == parse.sentences[parse.sentence[word]][0] and parse.tag[word] == "VBG"
    return opens and last + 1 < len(parse) and parse.word[last + 1] == ","


def _at_end(scene: Scene, word: int) -> int | None:
    """The date that ends the words below one: "Posting pictures of those freed on *Saturday*"."""
    end = scene.parse.end[scene.parse.right[word]]
    return next((n for n, d in enumerate(scene.dates) if d.span.end == end), None)


def _fits(scene: Scene, verb: int, date: int) -> bool:
    """Whether a day can be that of a predicate: no day to come for what is past, and no bound."""
    phrase, clause = scene.dates[date], scene.clause_at.get(verb)
    if any(name == "bound" for name, _ in phrase.parts):
        return False
    return phrase.tense != "future" or (clause is not None and clause.time in ("future", "present"))


def _shared(scene: Scene, verb: int, lender: int, date: int) -> bool:
    """Whether two joined predicates share a day: of one doer a single day, of two only one that stands before both.

    "Welcomed the truce on Friday and *said*" is of one day; "attacked the port in 2019 and *rejected*" is not of one year.
    """
    parse = scene.parse
    if parse.dep[verb] != "conj" or parse.head[verb] != lender:
        return True
    if parse.kid(verb, "nsubj", "nsubjpass") is None:
        return scene.dates[date].pattern != "year" or scene.dates[date].span.start < parse.start[lender]
    subject = parse.kid(lender, "nsubj", "nsubjpass")
    first = lender if subject is None else min(subject, lender)
    return scene.dates[date].span.start < parse.start[parse.left[first] if first == subject else first]


def day_of_news(scene: Scene, verb: int) -> int | None:
    """The day of what the sentence before told, where "the announcement *came* during the talks" points to it."""
    parse = scene.parse
    pointing = [
        n
        for n in parse.kids(verb, "nsubj", "nsubjpass")
        if parse.lemma[n] in NEWS
        and any(parse.lower[d] in ("the", "this", "his", "her", "their") for d in parse.kids(n, "det", "poss"))
    ]
    before = parse.sentence[verb] - 1
    if not pointing or before < 0 or parse.lemma[verb] not in ("come", "make"):
        return None
    first, end = parse.sentences[before]
    told = (w for w in range(first, end) if parse.head[w] == w and parse.tag[w] == "VBD")
    return next((n for w in told if (n := date_of(scene, w)) is not None and scene.dates[n].tense != "future"), None)


def _goes_on(scene: Scene, verb: int) -> int | None:
    """The day of the sentence before, where one goes on with the same: "agreed on Monday to ... . They *also agreed* to …"."""
    parse = scene.parse
    also = any(parse.lower[c] in ("also", "further", "additionally") for c in parse.kids(verb, "advmod"))
    before = parse.sentence[verb] - 1
    if not also or before < 0 or parse.lemma[verb] not in DEALING or parse.tag[verb] != "VBD":
        return None
    same = (w for w in range(*parse.sentences[before]) if parse.lemma[w] == parse.lemma[verb] and parse.tag[w] == "VBD")
    return next(
        (n for w in same if (n := date_around(scene, w)) is not None and scene.dates[n].tense != "future"), None
    )


def _at_once(scene: Scene, verb: int) -> bool:
    """Whether no stretch of time is told between: not "came hours after", "came a day after"."""
    parse = scene.parse
    preps = parse.kids(verb, "prep", "advcl")
    return not any(parse.dep[c] == "npadvmod" for p in (verb, *preps) for c in parse.children[p])


def day_of_deed(scene: Scene, noun: int) -> int | None:
    """Return the date phrase that dates what a noun names: its own, the one right behind its words, that of its cause."""
    own = date_of(scene, noun)
    if own is None:
        own = day_behind(scene, noun)
    if own is None:
        own = _begun_on(scene, noun)
    if own is not None:
        return own
    parse = scene.parse
    up = parse.head[noun]
    if parse.dep[noun] == "pobj" and parse.lower[up] in ("to", "with", "in"):
        up = parse.head[up]
    caused = parse.dep[noun] in ("dobj", "nsubj", "nsubjpass", "pobj") and parse.lemma[up] in CAUSING
    found = day_of_act(scene, up) if caused and parse.tag[up][:2] == "VB" else None
    return found if found is not None and scene.dates[found].tense != "future" else None


def _begun_on(scene: Scene, noun: int) -> int | None:
    """The day on which it was begun or done: "their strike *called* last Friday"."""
    parse = scene.parse
    done = (c for c in parse.kids(noun, "acl") if parse.lemma[c] in DONE and parse.tag[c] == "VBN")
    return next((n for c in done if (n := date_of(scene, c)) is not None and _fits(scene, c, n)), None)


def day_behind(scene: Scene, noun: int) -> int | None:
    """The day right behind the words of a noun that the grammar hung on more above: "by a raid on the port *Saturday*".

    Behind a verb of telling it may be the telling's, unless that one "has told": what has been done has no day.
    """
    parse = scene.parse
    last = parse.right[noun]
    above = next((a for a in parse.ancestors(noun) if parse.tag[a][:2] == "VB"), noun)
    if last + 1 >= len(parse) or (parse.lemma[above] in TELLING and not _perfect(parse, above)):
        return None
    after = last + 2 if parse.lower[last + 1] in ("on", "in") else last + 1
    at = parse.start[after] if after < len(parse) else -1
    found = next((n for n, d in enumerate(scene.dates) if d.span.start == at), None)
    if found is None or not _fits(scene, noun, found):
        return None
    holder = next((a for a in parse.ancestors(after) if parse.tag[a][:2] == "VB"), above)
    return found if holder == above or holder in parse.ancestors(noun) or above == noun else None


def _perfect(parse: Parse, verb: int) -> bool:
    """Whether a verb tells what has been done by now: "*has* condemned"."""
    return any(parse.lemma[c] == "have" and parse.tag[c] in ("VBZ", "VBP") for c in parse.kids(verb, "aux"))
