"""Says what a number counts: the noun behind it, a fate in the noun's place, those counted before, money; or nothing."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from dragoman.reading.figures.numerals import Numeral, words_for
from dragoman.reading.grammar.parse import Parse
from dragoman.terms.span import Span

PLURALS = frozenset({"NNS", "NNPS"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
POINTING = frozenset(
    {"the", "these", "those", "both", "all", "its", "their", "his", "her", "our", "other", "last", "first"}
)
BACK = frozenset({"whom", "them", "which", "these", "those"})
FALLEN = frozenset({"dead", "deceased", "wounded", "injured", "missing", "slain"})
"""Adjectives that stand for people: "three of the *dead*"."""
LOSSES = frozenset({"death", "casualty", "victim", "fatality", "injury", "dead", "deceased"})
HYPHENS = (["-"], ["–"], ["‑"])
BELONGING = {
    "nation": "nations", "country": "countries", "member": "members", "man": "men", "woman": "women", "person": "people",
    "strong": "members",
}  # fmt: skip
UNCOUNTABLE = frozenset({"DATE", "TIME", "PERCENT", "ORDINAL", "QUANTITY"})
LARGE = 10_000
"""From here, a currency behind a number is money though a noun follows; "a five pound hammer" is none."""
TWOFOLD = frozenset({"real", "won", "mark", "crown", "cent", "pound"})
"""Currencies that are other words too."""
FEW = 12
"""Up to here, a number behind "the" only tells which ones are meant ("the two leaders")."""


@dataclass(frozen=True, slots=True)
class Counted:
    """What a number counts: `noun` is the word that stands for it in the grammar, `unit` its name.

    `named` are the words for what is counted, where they do not stand behind the number.
    """

    noun: int
    unit: str
    rule: str
    named: Span | None = None


HELPERS = frozenset({"have", "has", "had", "been", "being", "were", "was", "are", "is", "to", "be", "still"})


@dataclass(frozen=True, slots=True)
class Place:
    """Where a number stands: the words of its core, and the one of them that hangs on a word outside."""

    first: int
    last: int
    top: int


def place_of_number(parse: Parse, core: Span) -> Place | None:
    """Find the words of a number by its offsets; None where they belong to two sentences."""
    first = bisect_left(parse.end, core.start + 1)
    last = bisect_left(parse.start, core.end) - 1
    if not first <= last < len(parse) or parse.sentence[first] != parse.sentence[last]:
        return None
    top = next((i for i in range(last, first - 1, -1) if not first <= parse.head[i] <= last), last)
    return Place(first, last, top)


def counted_by(parse: Parse, numeral: Numeral, place: Place, before: Counted | None) -> Counted | None:
    """Say what a number counts; None where it is no figure. `before` is what the last figure nearby counted."""
    after = place.last + 1
    if numeral.sign is not None:
        return Counted(place.top, numeral.sign + _rate(parse, after), "money")
    word = parse.lower[after] if after < len(parse) else ""
    if (belonging := _belonging(parse, numeral, after)) is not None:
        return belonging
    if numeral.value >= LARGE and word not in TWOFOLD and _is_money(parse, after):  # "a 30 million *euro* loan"
        return Counted(place.top if place.top > place.last else after, word, "money")
    if _is_left_out(parse, after) or _is_year(parse, numeral, place) or _is_called(parse, place):
        return None
    if word == "of":
        return _part(parse, numeral, place, before)
    if word == "for" and (formula := _formula(parse, place)) is not None:
        return formula
    noun = _noun(parse, place)
    if noun is not None:
        return _by_noun(parse, numeral, place, noun, before)
    fate = _behind_helpers(parse, after)
    if is_fate(parse, fate) and (numeral.value > FEW or parse.lower[fate - 1] != "to"):
        return Counted(place.top, "people", "fate")
    return _bare(parse, numeral, place, before)


def _is_money(parse: Parse, i: int) -> bool:
    return i < len(parse) and parse.lemma[i] in words_for("money")


def _belonging(parse: Parse, numeral: Numeral, after: int) -> Counted | None:
    """How many belong to a body: "the 40-nation league", "an eight-man team", "a 3,000-strong army"."""
    if parse.word[after : after + 1] not in HYPHENS or numeral.value <= 1 or after + 1 >= len(parse):
        return None
    unit = BELONGING.get(parse.lower[after + 1])
    if unit is None:
        return None
    body = parse.head[after + 1]
    behind = after + 1 < body < after + 6 and parse.tag[body][:2] == "NN"
    return Counted(after + 1, unit, "belonging", parse.span(after + 2, body) if behind else None)


def _is_called(parse: Parse, place: Place) -> bool:
    """Whether a number is part of a name: "the Group of *Seven* leaders", "the Gang of *Eight*"."""
    before = parse.word[max(place.first - 2, 0) : place.first]
    return len(before) == 2 and before[0] in ("Group", "Gang") and before[1] == "of"


def _behind_helpers(parse: Parse, after: int) -> int:
    """The first word behind a number that is no auxiliary: "600 have been *killed*", "150,000 to *flee*"."""
    return next((i for i in range(after, min(after + 4, len(parse))) if parse.lower[i] not in HELPERS), after)


def is_fate(parse: Parse, i: int) -> bool:
    """Whether a word says what became of people: "killed", "missing", "taken hostage"."""
    words = parse.lower[i : i + 2]
    return bool(words) and (words[0] in words_for("fate") or words in (["taken", "hostage"], ["taken", "prisoner"]))


def many(parse: Parse, noun: int) -> bool:
    """Whether a noun stands for several."""
    word = parse.lower[noun]
    if parse.tag[noun] in PLURALS or word in words_for("crowd") or word.endswith(("men", "children", "people")):
        return True
    return parse.tag[noun] == "NNP" and word.endswith(("ans", "is", "ese", "ns")) and len(word) > 4


def _rate(parse: Parse, after: int) -> str:
    """The rest of "a week" behind a sum of money."""
    words = parse.lower[after : after + 2]
    timed = len(words) == 2 and words[0] in ("a", "per", "each") and words_for("unit").get(words[1]) == "time"
    return f" {words[0]} {words[1]}" if timed else ""


def _is_left_out(parse: Parse, i: int) -> bool:
    return i < len(parse) and (parse.lemma[i] in words_for("unit") or parse.lower[i] in words_for("unit"))


def _is_year(parse: Parse, numeral: Numeral, place: Place) -> bool:
    """Four digits between 1900 and 2100 without a comma or a comparator."""
    digits = place.first == place.last and len(parse.word[place.first]) == 4 and parse.word[place.first].isdigit()
    return digits and 1900 <= numeral.value <= 2100 and numeral.comparator == "="


def _noun(parse: Parse, place: Place) -> int | None:
    """The noun that a number stands before, by the grammar; where the grammar lost it, the next plural noun."""
    head = parse.head[place.top]
    hangs = parse.dep[place.top] in ("nummod", "quantmod", "amod", "compound", "nmod", "det")
    if hangs and place.last < head <= place.last + 7 and parse.tag[head][:2] in ("NN", "JJ", "VB"):
        return head
    for i in range(place.last + 1, min(place.last + 5, len(parse))):
        if is_fate(parse, i) and parse.tag[i][:2] not in ("NN", "JJ"):
            return None
        if many(parse, i):
            return i
        if parse.tag[i] not in ("JJ", "NN", "NNP", "VBN", "HYPH", "JJR"):
            return None
    return None


def _by_noun(parse: Parse, numeral: Numeral, place: Place, noun: int, before: Counted | None) -> Counted | None:
    """A number with its noun: "12,000 Ukrainian civilians", "six million euros", "21 dead"."""
    if any(_is_left_out(parse, i) for i in range(place.last + 1, noun + 1)):
        return None
    word = parse.lower[noun]
    if _is_money(parse, noun):
        return Counted(noun, word, "money")
    if numeral.value == 1:
        told = _fatal(parse, noun) or numeral.comparator != "="
        return Counted(noun, word, "one") if told and parse.tag[noun] in ("NN", "NNP") else None
    if word in words_for("fate"):
        return Counted(noun, "people", "fate")
    if word in ("others", "more"):
        return Counted(noun, before.unit if before is not None else "people", "others")
    few = numeral.value <= FEW and numeral.comparator == "="
    if not many(parse, noun) or (few and (_points(parse, place, noun) or _tells(parse, noun))):
        return None
    return Counted(noun, _unit(parse, noun), "noun")


def _unit(parse: Parse, noun: int) -> str:
    """The noun, with an "of" that belongs to it ("prisoners of war")."""
    if parse.lower[noun + 1 : noun + 2] == ["of"] and parse.lower[noun + 2 : noun + 3] in (
        ["war"], ["parliament"], ["aid"], ["conscience"],
    ):  # fmt: skip
        return f"{parse.word[noun]} of {parse.word[noun + 2]}"
    return parse.word[noun]


def _points(parse: Parse, place: Place, noun: int) -> bool:
    """Whether the number only tells which ones are meant: "the two leaders", "his three sons"."""
    before = place.first - 1
    if before >= 0 and (parse.lower[before] in POINTING or parse.tag[before] in ("POS", "PRP$")):
        return True
    return any(c < place.first and parse.lower[c] in POINTING for c in parse.kids(noun, "det", "poss", "predet"))


def _tells(parse: Parse, noun: int) -> bool:
    """Whether those counted are only the report's sources: "two officials said", "according to three people"."""
    head = parse.head[noun]
    if parse.dep[noun] == "pobj":
        return parse.lower[head] == "to" and parse.lower[head - 1] == "according"
    speaks = parse.dep[noun] == "nsubj" and parse.lemma[head] in words_for("claim")
    return speaks and parse.kid(head, "ccomp", "parataxis") is not None


def _fatal(parse: Parse, noun: int) -> bool:
    """Whether a word of fate governs the noun or stands behind it."""
    fates = words_for("fate")
    head = parse.head[noun]
    return (parse.dep[noun] in ("nsubjpass", "dobj", "nsubj") and parse.lemma[head] in fates) or any(
        parse.lemma[c] in fates for c in parse.kids(noun, "acl", "relcl")
    )


def _part(parse: Parse, numeral: Numeral, place: Place, before: Counted | None) -> Counted | None:
    """A number of a set: "two of its sappers", "23 of whom", "hundreds of people"."""
    thing = parse.kid(place.last + 1, "pobj")
    if thing is None or (numeral.value == 1 and numeral.comparator == "="):
        return None
    if parse.lower[thing] in FALLEN:
        return Counted(place.top, "people", "part", parse.span(thing, thing))
    if parse.lower[thing] in BACK:
        return Counted(place.top, before.unit, "part", before.named) if before is not None else None
    between = range(place.last + 2, thing + 1)
    whole = parse.kid(thing, "nummod")  # "14 of the *15* members"
    if any(_is_left_out(parse, i) or (parse.word[i][0].isdigit() and i != whole) for i in between):
        return None
    named = parse.span(between[0], thing) if between else None
    if _is_money(parse, thing):
        return Counted(place.top, parse.lower[thing], "money", named)
    return Counted(place.top, _unit(parse, thing), "part", named) if many(parse, thing) else None


def _formula(parse: Parse, place: Place) -> Counted | None:
    """An exchange of equal numbers: "swap captives by a 50-for-50 formula"."""
    if parse.lower[place.last + 2 : place.last + 3] != [parse.lower[place.first]] or place.first != place.last:
        return None
    first, last = parse.sentences[parse.sentence[place.first]]
    nouns = [*range(place.first - 1, first - 1, -1), *range(place.last + 3, last)]
    noun = next((i for i in nouns if parse.tag[i] == "NNS" and not _is_left_out(parse, i)), None)
    return Counted(noun, _unit(parse, noun), "formula", parse.span(noun, noun)) if noun is not None else None


def _bare(parse: Parse, numeral: Numeral, place: Place, before: Counted | None) -> Counted | None:
    """A number alone: after a toll, or in the place of those counted just before ("3,100 at the other plant")."""
    toll = _toll(parse, place)
    if toll is not None:
        return Counted(place.top, "people", "toll", parse.span(toll, toll))
    if (among := _among(parse, place)) is not None:
        return Counted(place.top, _unit(parse, among), "among", parse.span(among, among))
    if parse.dep[place.top] == "dobj" and is_fate(parse, parse.head[place.top]) and numeral.value > 1:
        return Counted(place.top, "people", "fate")
    if before is None or before.rule == "money" or numeral.value <= 1 or parse.entity[place.first] in UNCOUNTABLE:
        return None
    return Counted(place.top, before.unit, "ellipsis", before.named) if _stands_alone(parse, place) else None


def _stands_alone(parse: Parse, place: Place) -> bool:
    """Whether a number is subject, predicate or one of several numbers, as those counted before could be."""
    dep, head = parse.dep[place.top], parse.head[place.top]
    if dep in SUBJECTS:
        return parse.tag[head][:2] in ("VB", "NN") and head > place.last
    listed = dep == "attr" or (dep == "conj" and (parse.tag[head] in ("CD", *PLURALS) or parse.lemma[head] == "be"))
    return listed and parse.lower[place.last + 1 : place.last + 2] in (["at"], ["in"], ["from"], ["on"], ["near"])


def _among(parse: Parse, place: Place) -> int | None:
    """The plural noun of "among the dockers were 700"."""
    head = parse.head[place.top]
    if parse.dep[place.top] not in ("attr", "nsubj", "conj") or parse.lemma[head] not in ("be", "include"):
        return None
    for prep in parse.kids(head, "prep"):
        thing = parse.kid(prep, "pobj")
        if parse.lower[prep] == "among" and thing is not None and many(parse, thing):
            return thing
    return None


def _toll(parse: Parse, place: Place) -> int | None:
    """The word for a toll, by the verb or up to eight words before: "put the toll at nine", "their number at 640"."""
    if (told := _toll_of_verb(parse, place)) is not None:
        return told
    for i in range(place.first - 1, max(-1, place.first - 9), -1):
        if parse.tag[i] == "CD" and parse.lower[i] not in ("between", "from"):
            joined = parse.lower[i + 1] in ("to", "from", "and", "-")
            if not joined:
                return None
        two = " ".join(parse.lower[i : i + 2])
        if parse.lower[i] in words_for("toll") or two in words_for("toll"):
            return i
        if parse.lower[i] == "number" and parse.lower[i - 1 : i] == ["their"]:
            return i
        if parse.lower[i] == "number" and any(is_fate(parse, k) for k in range(i + 1, place.first)):
            return i
    return None


def _toll_of_verb(parse: Parse, place: Place) -> int | None:
    """The toll that the verb above "to nine", "at nine" has for subject or object: "the number of deaths stands at nine"."""
    prep = parse.head[place.top]
    if parse.dep[place.top] != "pobj" or parse.lower[prep] not in ("to", "at"):
        return None
    for noun in parse.kids(parse.head[prep], "nsubj", "nsubjpass", "dobj"):
        if parse.lower[noun] in words_for("toll"):
            return noun
        if parse.lower[noun] == "number" and any(
            is_fate(parse, k) or parse.lemma[k] in LOSSES for k in range(noun + 1, parse.right[noun] + 1)
        ):
            return noun
    return None
