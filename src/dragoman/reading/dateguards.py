"""Says of words that look like a date whether they are one here: "May" the verb, "March" the walk, "2,000" of something."""

from __future__ import annotations

import re
from collections.abc import Callable

from dragoman.reading.datewords import ORDINALS
from dragoman.reading.parse import Parse

Parts = dict[str, str]
Guard = Callable[[Parse, range, Parts], bool]

TIME_PREPOSITIONS = frozenset(
    "in since until till by of early late mid from before after during for to through between around about throughout "
    "last next this and or on into".split()
)
YEAR_PREPOSITIONS = frozenset(
    "in since until till by of early late mid from before after during for through between around throughout and or "
    "circa summer autumn fall spring winter back as to into the".split()
)
PROPER_BEFORE = frozenset("black bloody good ash super palm holy cyber sheffield fat spy man maundy easter whit".split())
PAPERS = frozenset("times telegraph mirror mail post herald express agreement magazine edition people independent".split())
SETS = frozenset({"every", "each", "most", "some", "any"})
PLURAL_UNITS = frozenset("gmt utc hours hrs local people troops percent pct".split())
FIRST_IN = re.compile(
    r"\b(?:first|second|third|fourth|fifth|only|once|twice|times?|record|most|least|worst|best|lowest|highest|biggest|largest|"
    r"deadliest|\w{3,}est|not|never|no|n['’]t|every|times)\b[^.;\n]{0,70}$",
    re.IGNORECASE,
)
NOUN_PHRASE_TAGS = frozenset({"DT", "PRP$", "NN", "NNS", "NNP", "NNPS", "JJ", "CD", "PRP", "VBG", "WDT"})


def admits(sort: str, parse: Parse, words: range, parts: Parts) -> bool:
    """Say whether the words of the text are a date phrase of this sort."""
    guard = GUARDS.get(sort)
    return guard is None or guard(parse, words, parts)


def _before(parse: Parse, words: range) -> str:
    return parse.lower[words[0] - 1] if words[0] > 0 else ""


def _after(parse: Parse, words: range, step: int = 1) -> str:
    return parse.lower[words[-1] + step] if words[-1] + step < len(parse) else ""


def _tag_after(parse: Parse, words: range) -> str:
    return parse.tag[words[-1] + 1] if words[-1] + 1 < len(parse) else ""


def _day(parse: Parse, words: range, parts: Parts) -> bool:
    """ "May the fourth" is a day, "may the fourth round" none."""
    spelled = parse.lower[words[-1]].isalpha() and parse.lower[words[-1]] in ORDINALS
    return not (spelled and _tag_after(parse, words)[:2] in ("NN", "JJ"))


def _month(parse: Parse, words: range, parts: Parts) -> bool:
    """A month's name alone is none when it is a person's name or a verb."""
    if parts.keys() & {"y", "ry", "rel", "mod", "edge"}:
        return True
    word = words[-1]
    if parse.tag[word] == "MD" or parse.entity[word] == "PERSON":
        return False
    if parts["m"] in ("3", "4", "5", "6", "8"):
        before = _before(parse, words)
        return before in TIME_PREPOSITIONS or parse.tag[word - 1 if word else 0] in ("DT", "PRP$", "POS", "CD") or (
            parts["m"] in ("4", "6", "8") and parse.entity[word] == "DATE"
        )
    return True


def _year(parse: Parse, words: range, parts: Parts) -> bool:
    """Four digits are a year where no counted thing follows and no name leads."""
    if parts.keys() & {"mod", "edge", "fiscal", "the"}:
        return True
    before, after, tag = _before(parse, words), _after(parse, words), _tag_after(parse, words)
    if "spoken" in parts:
        return after not in PLURAL_UNITS
    year, first = int(parts["y"]), words[0]
    if after in PLURAL_UNITS or after in ("-", "–") or tag in ("CD",):
        return False
    if before in YEAR_PREPOSITIONS:
        return 1000 <= year and (tag != "NNS" or before in ("the", "of")) and (year >= 1800 or before in ("in", "since", "of"))
    if not 1900 <= year <= 2099:
        return False
    if first and parse.tag[first - 1] in ("NNP", "NNPS", "CD", "$", "SYM") or before in ("at", "than", "number", "no", "#"):
        return False
    if after == "of" or (first and parse.word[first - 1][0].isupper() and parse.tag[first - 1][:2] == "NN"):
        return False
    return tag != "NNS" and (before in ("(", "[", ",", "'s", "’s", "") or tag[:2] in ("NN", "JJ", "VB", "MD") or after in (",", ".", ")"))


def _years(parse: Parse, words: range, parts: Parts) -> bool:
    first = int(parts.get("y") or parts.get("ya") or 0)
    last = int(parts["y2"])
    last = last if last > 99 else first // 100 * 100 + last
    return first < last <= first + 200 and 1800 <= first <= 2099 and _after(parse, words) not in PLURAL_UNITS


def _weekday(parse: Parse, words: range, parts: Parts) -> bool:
    """A weekday is none in a name ("Black Friday", "The Sunday Times") or a set ("every Friday")."""
    before = _before(parse, words)
    if before in SETS or (before in PROPER_BEFORE and parse.word[words[0] - 1][0].isupper()):
        return False
    after = _after(parse, words)
    return not (after in PAPERS and parse.word[words[-1] + 1][0].isupper())


def _season(parse: Parse, words: range, parts: Parts) -> bool:
    """A season is none in a name ("the Arab Spring"), as a verb, or in front of a noun ("summer school")."""
    word = next((i for i in words if parse.lower[i] in ("spring", "summer", "autumn", "fall", "winter")), words[-1])
    if parse.tag[word][:2] == "VB" or _before(parse, words) in SETS:
        return False
    if parts.keys() & {"y", "ry"} or parts.get("rel") not in (None, "the"):
        return True
    if parts["s"] == "autumn" and parse.lower[word] == "fall" and _after(parse, words) in ("of", "in", "from", "to"):
        return False
    if parse.word[word][0].isupper() and parse.tag[word] == "NNP":
        return False
    timed = _before(parse, words) in ("in", "by", "during", "over", "since", "until", "before", "after", "through", "throughout", "for")
    return timed and (parts.get("rel") == "the" or _tag_after(parse, words) not in ("NN", "NNS", "NNP"))


def _period(parse: Parse, words: range, parts: Parts) -> bool:
    """ "The week" alone names no week, "the end of the week" does; "the last week of May" is told by another pattern."""
    rel, after = parts.get("rel"), _after(parse, words)
    if after in ("of", "-") or _before(parse, words) in ("each", "every") or (after == "to" and rel == "next"):
        return False
    if rel in ("the", "current") and "edge" not in parts and "mod" not in parts:
        return rel == "current" or parts.get("unit") == "weekend"
    if rel in ("last", "next", "past", "coming") and "the" in (_before(parse, words), parse.lower[words[0]]):
        return rel == "coming" and parts.get("unit") != "year" and _before(parse, words) not in ("for", "over", "within")
    return True


def _counted(parse: Parse, words: range, parts: Parts) -> bool:
    """ "Two days before the summit" is counted from a thing that is no date, "earlier than" compares."""
    if parts["dir"] in ("ago", "hence") or parts["dir"].startswith("from"):
        return True
    if _after(parse, words) == "than":
        return False
    if parts["dir"] in ("earlier", "later", "afterwards", "previously"):
        return True
    return _tag_after(parse, words) not in NOUN_PHRASE_TAGS


def _time(parse: Parse, words: range, parts: Parts) -> bool:
    """ "In two weeks" names a day in a clause about the future; "the first in two weeks" is a duration."""
    from dragoman.reading.tense import tense_of

    if "time" in parts:
        return True
    if parts["n"] == "1" and parts["unit"] != "week":
        return False
    start = parse.start[words[0]]
    return (
        tense_of(parse, words[0], words[-1]) == "future"
        and _after(parse, words) not in ("of", "for")
        and FIRST_IN.search(parse.text, max(0, start - 90), start) is None
    )


def _shifted(parse: Parse, words: range, parts: Parts) -> bool:
    return parts["rel"] not in ("day before", "day after") or _tag_after(parse, words) not in NOUN_PHRASE_TAGS


def _numeric(parse: Parse, words: range, parts: Parts) -> bool:
    return 1 <= int(parts["a"]) <= 31 and 1 <= int(parts["b"]) <= 31


def _approximate(parse: Parse, words: range, parts: Parts) -> bool:
    return parse.lower[words[0]] == "the" or _before(parse, words) in ("in", "over", "within", "during", "these", "the")


def _holiday(parse: Parse, words: range, parts: Parts) -> bool:
    """A feast is written with a capital, and is none in front of a noun ("the Christmas truce")."""
    named = parse.word[words[-1]][0].isupper() or "y" in parts or "ry" in parts
    return named and _tag_after(parse, words)[:2] not in ("NN", "JJ")


GUARDS: dict[str, Guard] = {
    "holiday": _holiday,
    "day": _day,
    "month": _month,
    "year": _year,
    "years": _years,
    "weekday": _weekday,
    "season": _season,
    "period": _period,
    "ago": _counted,
    "time": _time,
    "shifted": _shifted,
    "numeric": _numeric,
    "approximate": _approximate,
}
