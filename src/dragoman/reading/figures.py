"""Finds the figures: numbers that a report claims of people, things or money, with what became of those counted.

A number becomes a figure when its noun can be counted ("58 hostages"), when a word of fate stands in the noun's place
("251 taken hostage"), when it points back to those counted before ("23 of whom"), or when it is a sum of money.
Dates, durations, distances, ages, shares, turns and labels ("Article 5") are none; in doubt there is no figure.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from dragoman.reading.attach import date_of
from dragoman.reading.claimants import claimant_of
from dragoman.reading.marks import FigureMark
from dragoman.reading.numerals import Numeral, find_numerals, words_for
from dragoman.reading.parse import Parse
from dragoman.reading.phrases import noun_phrase
from dragoman.reading.scene import Scene
from dragoman.terms.span import Span, hull

PLURALS = frozenset({"NNS", "NNPS"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
POINTING = frozenset({"the", "these", "those", "both", "all", "its", "their", "his", "her", "our", "other", "last", "first"})
BACK = frozenset({"whom", "them", "which", "these", "those"})
FEW = 12
"""Up to here, a number behind "the" only tells which ones are meant ("the two leaders")."""


@dataclass(frozen=True, slots=True)
class Counted:
    """What a number counts: `noun` is the word that stands for it in the grammar, `unit` its name."""

    noun: int
    unit: str
    rule: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where a number stands: the words of its core, and the word that the rest of the number hangs on."""

    first: int
    last: int
    top: int


def find_figures(scene: Scene) -> tuple[FigureMark, ...]:
    """Find the figures of a text, in its order."""
    out: list[FigureMark] = []
    before: tuple[int, Counted] | None = None
    dated = [phrase.span for phrase in scene.dates]
    for numeral in find_numerals(scene.parse.text):
        place = _place(scene.parse, numeral)
        if place is None or _dated(numeral, dated):
            continue
        sentence = scene.parse.sentence[place.first]
        near = before[1] if before is not None and sentence - before[0] <= 1 else None
        counted = _counted(scene.parse, numeral, place, near)
        if counted is not None:
            out.append(_mark(scene, numeral, place, counted))
            before = (sentence, counted) if numeral.sign is None else before
    return tuple(_without_twins(out))


def _dated(numeral: Numeral, dates: list[Span]) -> bool:
    return any(span.touches(numeral.core) for span in dates)


def _place(parse: Parse, numeral: Numeral) -> Place | None:
    """The words of a number, found by their offsets."""
    first = bisect_left(parse.end, numeral.core.start + 1)
    last = bisect_left(parse.start, numeral.core.end) - 1
    if not first <= last < len(parse) or parse.sentence[first] != parse.sentence[last]:
        return None
    top = next((i for i in range(last, first - 1, -1) if not first <= parse.head[i] <= last), last)
    return Place(first, last, top)


def _counted(parse: Parse, numeral: Numeral, place: Place, before: Counted | None) -> Counted | None:
    """Say what a number counts; None where it is no figure."""
    after = place.last + 1
    word = parse.lower[after] if after < len(parse) else ""
    if numeral.sign is not None:
        return Counted(place.top, numeral.sign + _rate(parse, after), "money")
    if _is_left_out(parse, after) or _is_year(parse, numeral, place):
        return None
    if word == "of":
        return _partial(parse, numeral, place, before)
    noun = _noun(parse, place)
    if noun is not None:
        return _by_noun(parse, numeral, place, noun, before)
    if word in words_for("fate") or (word == "taken" and parse.lower[after + 1 : after + 2] == ["hostage"]):
        return Counted(place.top, "people", "fate")
    return _bare(parse, numeral, place, before)


def _rate(parse: Parse, after: int) -> str:
    """The rest of "a week" behind a sum of money."""
    words = parse.lower[after : after + 2]
    return f" {words[0]} {words[1]}" if len(words) == 2 and words[0] in ("a", "per") and _is_unit(words[1]) else ""


def _is_unit(word: str) -> bool:
    return word in words_for("unit")


def _is_left_out(parse: Parse, i: int) -> bool:
    return i < len(parse) and (_is_unit(parse.lemma[i]) or _is_unit(parse.lower[i]))


def _is_year(parse: Parse, numeral: Numeral, place: Place) -> bool:
    """Four digits between 1900 and 2100 without a comma, a comparator or a plural word for people behind them."""
    digits = place.first == place.last and len(parse.word[place.first]) == 4 and parse.word[place.first].isdigit()
    return digits and 1900 <= numeral.value <= 2100 and numeral.comparator == "="


def _noun(parse: Parse, place: Place) -> int | None:
    """The noun that a number stands before, by the grammar; where the grammar lost it, the next plural noun."""
    head = parse.head[place.top]
    if head > place.last and parse.dep[place.top] in ("nummod", "quantmod", "amod", "compound", "nmod", "det"):
        if parse.tag[head][:2] in ("NN", "JJ", "VB") and head - place.last <= 7:
            return head
    for i in range(place.last + 1, min(place.last + 5, len(parse))):
        if parse.tag[i] in PLURALS or parse.lower[i] in words_for("crowd"):
            return i
        if parse.tag[i] not in ("JJ", "NN", "NNP", "VBN", "HYPH", "JJR") or parse.lower[i] in words_for("fate"):
            return None
    return None


def _by_noun(parse: Parse, numeral: Numeral, place: Place, noun: int, before: Counted | None) -> Counted | None:
    """A number with its noun: "12,000 Ukrainian civilians", "six million euros", "21 dead"."""
    if any(_is_left_out(parse, i) for i in range(place.last + 1, noun + 1)):
        return None
    lemma, word = parse.lemma[noun], parse.lower[noun]
    if lemma in words_for("money"):
        return Counted(noun, word, "money")
    if numeral.value == 1:
        return Counted(noun, word, "one") if _fatal(parse, noun) or numeral.comparator != "=" else None
    if word in words_for("fate"):
        return Counted(noun, "people", "fate")
    if word in ("others", "more"):
        return Counted(noun, before.unit if before is not None else "people", "others")
    if parse.tag[noun] not in PLURALS and word not in words_for("crowd") and not _demonym(parse, noun):
        return None
    if numeral.value <= FEW and numeral.comparator == "=" and _points(parse, place, noun):
        return None
    return Counted(noun, _unit(parse, noun), "noun")


def _unit(parse: Parse, noun: int) -> str:
    """The noun, with an "of" that belongs to it ("prisoners of war")."""
    of = next((c for c in parse.children[noun] if parse.lower[c] == "of" and c == noun + 1), None)
    if of is not None and parse.lower[of + 1 : of + 2] in (["war"], ["parliament"], ["aid"], ["conscience"]):
        return f"{parse.word[noun]} of {parse.word[of + 1]}"
    return parse.word[noun]


def _demonym(parse: Parse, noun: int) -> bool:
    """A people's name that the tagger took for a singular: "450 Kestrians"."""
    return parse.tag[noun] == "NNP" and parse.lower[noun].endswith(("ans", "is", "ese", "ns")) and len(parse.word[noun]) > 4


def _points(parse: Parse, place: Place, noun: int) -> bool:
    """Whether the number only tells which ones are meant: "the two leaders", "his three sons"."""
    first = max(place.first - 1, 0)
    if first < place.first and (parse.lower[first] in POINTING or parse.tag[first] in ("POS", "PRP$")):
        return True
    return any(c < place.first and parse.lower[c] in POINTING for c in parse.children[noun] if parse.dep[c] in ("det", "poss"))


def _fatal(parse: Parse, noun: int) -> bool:
    """Whether a word of fate governs the noun or stands behind it."""
    fates = words_for("fate")
    return parse.lemma[parse.head[noun]] in fates or any(
        parse.lemma[c] in fates for c in parse.children[noun] if parse.dep[c] in ("acl", "relcl")
    )


def _partial(parse: Parse, numeral: Numeral, place: Place, before: Counted | None) -> Counted | None:
    """A number of a set: "two of its sappers", "23 of whom", "hundreds of people"."""
    thing = parse.kid(place.last + 1, "pobj")
    if thing is None or (numeral.value == 1 and numeral.comparator == "="):
        return None
    if parse.lower[thing] in BACK:
        return Counted(place.top, before.unit, "part") if before is not None else None
    if any(_is_left_out(parse, i) for i in range(place.last + 2, thing + 1)):
        return None
    if parse.lemma[thing] in words_for("money"):
        return Counted(place.top, parse.lower[thing], "money")
    if parse.tag[thing] in PLURALS or parse.lower[thing] in words_for("crowd") or _demonym(parse, thing):
        return Counted(place.top, _unit(parse, thing), "part")
    return None


def _bare(parse: Parse, numeral: Numeral, place: Place, before: Counted | None) -> Counted | None:
    """A number alone: after a toll, or in the place of those counted just before ("3,100 at the other plant")."""
    if _tolls(parse, place):
        return Counted(place.top, "people", "toll")
    back = before is not None and numeral.value > 1 and before.rule != "money"
    plain = parse.entity[place.first] not in ("DATE", "TIME", "PERCENT", "ORDINAL", "QUANTITY")
    if not (back and plain) or before is None or parse.tag[place.last] not in ("CD", "NNS"):
        return None
    dep, head = parse.dep[place.top], parse.head[place.top]
    if dep in SUBJECTS and parse.tag[head][:2] in ("VB", "NN") and head > place.last:
        return Counted(place.top, before.unit, "ellipsis")
    counts = dep == "attr" or (dep == "conj" and (parse.tag[head] == "CD" or parse.lemma[head] == "be"))
    counts = counts or (dep == "dobj" and parse.lemma[head] in words_for("fate"))
    followed = parse.lower[place.last + 1 : place.last + 2]
    return Counted(place.top, before.unit, "ellipsis") if counts and followed and followed[0] in ("at", "in", "from") else None


def _tolls(parse: Parse, place: Place) -> bool:
    """Whether a word for a toll stands up to eight words before the number, with no other noun for a count between."""
    window = " ".join(parse.lower[max(0, place.first - 8) : place.first])
    return any(f" {w} " in f" {window} " for w in words_for("toll")) or (
        " number " in f" {window} " and any(f" {w} " in f" {window} " for w in ("estimated", "put", "their", "at"))
        and any(f" {w} " in f" {window} " for w in ("their", "dead", "killed", "wounded"))
    )


def _mark(scene: Scene, numeral: Numeral, place: Place, counted: Counted) -> FigureMark:
    """Put a figure together: its words, what became of those counted, who gave it, when."""
    parse = scene.parse
    thing = _thing(parse, numeral, place, counted)
    verb = _governor(parse, counted.noun)
    fate = _fate(parse, counted.noun, verb, thing)
    pieces = [numeral.span, thing] + ([fate] if fate is not None else [])
    date = date_of(scene, verb) if verb is not None else None
    return FigureMark(
        span=hull(*pieces),
        value=numeral.value,
        comparator=numeral.comparator,
        unit=counted.unit,
        about=thing,
        fate=fate,
        low=numeral.low,
        high=numeral.high,
        source=claimant_of(scene, place.top),
        date=date if date is not None else date_of(scene, counted.noun),
        rule=f"figure-{counted.rule}",
    )


def _thing(parse: Parse, numeral: Numeral, place: Place, counted: Counted) -> Span:
    """The words for what is counted, behind the number; the number itself where nothing follows it."""
    end = noun_phrase(parse, counted.noun).end
    start = parse.start[place.last + 1] if place.last + 1 < len(parse) else end
    return Span(start, end) if start < end and start >= numeral.core.end else numeral.core


def _governor(parse: Parse, noun: int) -> int | None:
    """The verb above a noun, past prepositions and nouns of what became of them ("the death of 26 people")."""
    for up in parse.ancestors(noun)[:4]:
        if parse.tag[up][:2] == "VB":
            return up
        if parse.tag[up][:2] not in ("IN", "NN", "TO", "CD") or parse.dep[up] in ("appos", "relcl"):
            return None
    return None


def _fate(parse: Parse, noun: int, verb: int | None, thing: Span) -> Span | None:
    """What became of those counted: the verb of which they are subject or object, or a noun ("death") over them."""
    head = parse.head[noun]
    if parse.dep[head] == "prep" and parse.lemma[parse.head[head]] in words_for("event"):
        return parse.span(parse.head[head], parse.head[head])
    if verb is None or verb != head:
        return None
    if parse.dep[noun] in SUBJECTS and parse.start[verb] >= thing.end:
        last = next((i - 1 for i in range(verb + 1, parse.right[verb] + 1) if parse.dep[i] == "punct"), parse.right[verb])
        return parse.span(thing_after(parse, thing), max(verb, min(last, verb + 7)))
    return parse.span(verb, verb)


def thing_after(parse: Parse, thing: Span) -> int:
    """The first word behind a span."""
    return bisect_left(parse.start, thing.end)


def _without_twins(marks: list[FigureMark]) -> list[FigureMark]:
    """Leave out the second of two equal numbers of a formula: "1,000 for 1,000"."""
    out: list[FigureMark] = []
    for mark in marks:
        twin = out and out[-1].value == mark.value and mark.span.touches(out[-1].span)
        if not twin:
            out.append(mark)
    return out
