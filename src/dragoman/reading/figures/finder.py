"""Finds the figures: numbers that a report claims of people, things or money, with what became of those counted.

Dates, durations, distances, ages, shares, turns and labels ("Article 5") are none; in doubt there is no figure.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import replace

from dragoman.reading.attach import date_of
from dragoman.reading.figures.claimants import claimant_of
from dragoman.reading.figures.counting import SUBJECTS, Counted, Place, counted_by, place_of_number
from dragoman.reading.figures.numerals import Numeral, find_numerals, words_for
from dragoman.reading.figures.sums import same_money
from dragoman.reading.grammar.parse import Parse
from dragoman.reading.grammar.phrases import noun_phrase
from dragoman.reading.lending import day_of_act
from dragoman.reading.marks import FigureMark
from dragoman.reading.scene import Scene
from dragoman.terms.span import Span, hull

LONGEST = 12
"""So many words name what is counted; more is a sentence of its own."""
ENDERS = frozenset(
    {"IN", "DT", "CC", "TO", "PRP$", "WDT", "WP", "WRB", "RP", ",", "''", "``", "-LRB-", "-RRB-", ".", ":"}
)


def find_figures(scene: Scene) -> tuple[FigureMark, ...]:
    """Find the figures of a text, in its order."""
    out: list[FigureMark] = []
    before: tuple[int, Counted] | None = None
    money: tuple[int, Counted] | None = None
    dated = [phrase.span for phrase in scene.dates]
    for numeral in find_numerals(scene.parse.text):
        place = place_of_number(scene.parse, numeral.core)
        if place is None or any(span.touches(numeral.core) for span in dated):
            continue
        sentence = scene.parse.sentence[place.first]
        near = before[1] if before is not None and sentence - before[0] <= 1 else None
        counted = counted_by(scene.parse, numeral, place, near)
        if counted is None and money is not None and sentence - money[0] <= 1:
            counted = same_money(scene.parse, numeral, place, money[1])
        if counted is None or _is_twin(out, numeral, counted):
            continue
        out.append(_mark(scene, numeral, place, counted))
        if counted.rule == "money":
            money = sentence, counted
        if counted.rule not in ("money", "one"):
            before = sentence, _remembered(scene.parse, counted)
    return tuple(out)


def _is_twin(marks: list[FigureMark], numeral: Numeral, counted: Counted) -> bool:
    """The second number of a formula: "50 for 50"."""
    last = marks[-1] if marks else None
    return (
        last is not None
        and last.value == numeral.value
        and (counted.rule == "formula" or (last.rule == "figure-formula" and numeral.core.start - last.span.end < 8))
    )


def _twin(parse: Parse, place: Place, counted: Counted) -> Span | None:
    return parse.span(place.last + 2, place.last + 2) if counted.rule == "formula" else None


def _remembered(parse: Parse, counted: Counted) -> Counted:
    """What was counted, with the words that name it, for a number to come that points back to it."""
    told = counted.rule in ("noun", "fate") and parse.tag[counted.noun] != "CD"
    named = counted.named or (parse.span(counted.noun, counted.noun) if told else None)
    return replace(counted, named=named)


def _mark(scene: Scene, numeral: Numeral, place: Place, counted: Counted) -> FigureMark:
    """Put a figure together: its words, what became of those counted, who gave it, when."""
    parse = scene.parse
    words = _words_behind(parse, numeral, place, counted)
    verb = _governor(parse, counted.noun)
    fate = _fate(parse, counted, verb, words or numeral.core)
    pieces = [numeral.span] + [piece for piece in (words, fate, _twin(parse, place, counted)) if piece is not None]
    about = counted.named or (_paid_for(parse, place, numeral) if counted.rule == "money" else None) or words
    return FigureMark(
        span=hull(*pieces),
        value=numeral.value,
        comparator=numeral.comparator,
        unit=counted.unit,
        about=about or fate or numeral.core,
        fate=fate if about is not None else None,
        low=numeral.low,
        high=numeral.high,
        source=claimant_of(scene, place.top),
        date=_date(scene, counted.noun, verb),
        rule=f"figure-{counted.rule}",
    )


def _date(scene: Scene, noun: int, verb: int | None) -> int | None:
    """The day on which it became of them: told with the participle behind the noun, else with the verb above."""
    parse = scene.parse
    behind = parse.kid(noun, "acl")
    if (
        behind is not None
        and (found := date_of(scene, behind)) is not None
        and parse.lemma[behind] in words_for("fate")
    ):
        return found
    event = _event(parse, noun)
    if event is not None:
        return date_of(scene, event)
    return day_of_act(scene, verb) if verb is not None and parse.lemma[verb] not in words_for("claim") else None


def _event(parse: Parse, noun: int) -> int | None:
    """The noun for what became of those counted: "the *death* of 26 people"."""
    prep = parse.head[noun]
    return (
        parse.head[prep] if parse.dep[prep] == "prep" and parse.lemma[parse.head[prep]] in words_for("event") else None
    )


def _words_behind(parse: Parse, numeral: Numeral, place: Place, counted: Counted) -> Span | None:
    """The rest of the number's own phrase: "Ukrainian civilians", "taken hostage", "of whom"."""
    first = place.last + 1
    if counted.rule == "formula" or first >= len(parse):
        return None
    last = bisect_right(parse.end, noun_phrase(parse, counted.noun).end) - 1
    if parse.dep[first] == "cc" or not parse.word[first].strip("-–—,.;:"):
        return None
    if last < first or parse.start[first] < numeral.core.end:
        taken = parse.lower[first] == "taken" and first + 1 < len(parse)
        return parse.span(first, first + taken) if counted.rule == "fate" else None
    return parse.span(first, _trimmed(parse, first, min(last, first + LONGEST)))


def _trimmed(parse: Parse, first: int, last: int) -> int:
    """The last word of a stretch that a reader would not miss: no preposition or article at the end."""
    while last > first and (
        parse.tag[last] in ENDERS or (parse.tag[last] == "RB" and parse.tag[last - 1] == "IN" and last - 1 > first)
    ):
        last -= 1
    return last


def _paid_for(parse: Parse, place: Place, numeral: Numeral) -> Span | None:
    """What a sum of money is for: the noun above it ("an offer of"), else the "for ..." behind it."""
    above = parse.head[place.top]
    if parse.dep[above] == "prep":
        above = parse.head[above]
    while parse.tag[above][:2] != "NN" and parse.lemma[above] in ("worth", "of", "to", "$", "cost"):
        if parse.head[above] == above:
            return None
        above = parse.head[above]
    if parse.tag[above][:2] != "NN" or above >= place.first:
        return None
    first = parse.left[above]
    last = next((i - 1 for i in range(above + 1, place.first + 1) if parse.start[i] >= numeral.span.start), above)
    return parse.span(first, _trimmed(parse, above, last)) if first <= above else None


def _governor(parse: Parse, noun: int) -> int | None:
    """The verb above a noun, past prepositions and nouns of what became of them ("the death of 26 people")."""
    for up in parse.ancestors(noun)[:4]:
        if parse.tag[up][:2] == "VB":
            return up
        if parse.tag[up][:2] not in ("IN", "NN", "TO", "CD"):
            return None
    return None


def _fate(parse: Parse, counted: Counted, verb: int | None, words: Span) -> Span | None:
    """What became of those counted: the verb of which they are subject or object, or a noun ("death") over them."""
    noun = counted.noun
    head = parse.head[noun]
    if (event := _event(parse, noun)) is not None and event < head:
        return parse.span(event, head)
    if verb is None or verb != head or counted.rule == "toll":
        return None
    if parse.dep[noun] in SUBJECTS and parse.start[verb] >= words.end:
        return _predicate(parse, bisect_left(parse.start, words.end), verb)
    bland = parse.lemma[verb] in words_for("bland") or any(
        parse.lemma[c] in words_for("fate") for c in parse.kids(noun, "acl")
    )
    if bland or parse.start[verb] > words.start:
        return None
    particle = parse.kid(verb, "prt")
    return parse.span(verb, verb if particle != verb + 1 else particle)


def _predicate(parse: Parse, first: int, verb: int) -> Span:
    """The verb with what follows it, up to the first mark, conjunction or clause, at most seven words on."""
    last = min(parse.right[verb], verb + 7)
    for i in range(verb + 1, last + 1):
        if parse.dep[i] in ("punct", "cc", "mark") or parse.tag[i] in ("WRB", "WP", "WDT"):
            last = i - 1
            break
    return parse.span(first, max(verb, _trimmed(parse, verb, last)))
