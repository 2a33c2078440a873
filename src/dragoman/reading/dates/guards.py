"""Says of words that look like a date whether they are one here: "May" the verb, "March" the walk, "2,000" of something."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from dragoman.reading.dates.words import ORDINALS
from dragoman.reading.grammar.parse import Parse

TIME_PREPOSITIONS = frozenset({
    "in", "since", "until", "till", "by", "of", "early", "late", "mid", "from", "before", "after", "during", "for",
    "to", "through", "between", "around", "about", "throughout", "last", "next", "this", "and", "or", "on", "into",
})  # fmt: skip
YEAR_PREPOSITIONS = frozenset({
    "in", "since", "until", "till", "by", "of", "early", "late", "mid", "from", "before", "after", "during", "for",
    "through", "between", "around", "throughout", "and", "or", "circa", "summer", "autumn", "fall", "spring",
    "winter", "back", "as", "to", "into", "the",
})  # fmt: skip
PROPER_BEFORE = frozenset({
    "black", "bloody", "good", "ash", "super", "palm", "holy", "cyber", "sheffield", "fat", "spy", "man", "maundy",
    "easter", "whit",
})  # fmt: skip
PAPERS = frozenset({
    "times", "telegraph", "mirror", "mail", "post", "herald", "express", "agreement", "magazine", "edition",
    "people", "independent",
})  # fmt: skip
SETS = frozenset({"every", "each", "most", "some", "any"})
PLURAL_UNITS = frozenset({
    "gmt", "utc", "hours", "hrs", "local", "people", "troops", "percent", "pct",
})  # fmt: skip
FIRST_IN = re.compile(
    r"\b(?:first|second|third|fourth|fifth|only|once|twice|times?|record|most|least|worst|best|lowest|highest|biggest|largest|"
    r"deadliest|\w{3,}est|not|never|no|n['’]t|every|times)\b[^.;\n]{0,70}$",
    re.IGNORECASE,
)
QUOTES = frozenset({'"', "“", "‘", "'", "``"})
NOUN_PHRASE_TAGS = frozenset({"DT", "PRP$", "NN", "NNS", "NNP", "NNPS", "JJ", "CD", "PRP", "VBG", "WDT"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words of a text that have the form of a date phrase, with the parts of the form."""

    parse: Parse
    words: range
    parts: dict[str, str]

    @property
    def first(self) -> int:
        """The first of the words."""
        return self.words[0]

    @property
    def before(self) -> str:
        """The word before them."""
        return self.parse.lower[self.first - 1] if self.first > 0 else ""

    @property
    def after(self) -> str:
        """The word after them."""
        return self.parse.lower[self.words[-1] + 1] if self.words[-1] + 1 < len(self.parse) else ""

    @property
    def hyphened(self) -> bool:
        """Whether a hyphen joins them to the next word."""
        return self.parse.text[self.parse.end[self.words[-1]] :][:1] in ("-", "–") and self.after in ("-", "–")

    @property
    def tag_after(self) -> str:
        """The tag of the word after them."""
        return self.parse.tag[self.words[-1] + 1] if self.words[-1] + 1 < len(self.parse) else ""


def admits(sort: str, candidate: Candidate) -> bool:
    """Say whether the words of the text are a date phrase of this sort."""
    guard = GUARDS.get(sort)
    return guard is None or guard(candidate)


def _day(c: Candidate) -> bool:
    """Tell that "May the fourth" is a day, "may the fourth round" none."""
    spelled = c.parse.lower[c.words[-1]].isalpha() and c.parse.lower[c.words[-1]] in ORDINALS
    return not (spelled and c.tag_after[:2] in ("NN", "JJ"))


def _day_of_month(c: Candidate) -> bool:
    """Tell that "by the 6th" is a day, "the 6th round" none."""
    if c.before not in {"on", "by", "until", "till", "before", "since", "from"}:
        return False
    return c.tag_after[:2] not in ("NN", "JJ", "CD", "VB")


def _month(c: Candidate) -> bool:
    """A month's name alone is none when it is a person's name or a verb."""
    if c.parts.keys() & {"y", "ry", "rel", "mod", "edge"}:
        return True
    word = c.words[-1]
    if c.parse.tag[word] == "MD" or c.parse.entity[word] == "PERSON":
        return False
    if c.parts["m"] in ("3", "4", "5", "6", "8"):
        before = c.before
        return (
            before in TIME_PREPOSITIONS
            or c.parse.tag[word - 1 if word else 0] in ("DT", "PRP$", "POS", "CD")
            or (c.parts["m"] in ("4", "6", "8") and c.parse.entity[word] == "DATE")
        )
    return True


def _year(c: Candidate) -> bool:
    """Four digits are a year where no counted thing follows and no name leads."""
    if c.parts.keys() & {"mod", "edge", "fiscal", "the"}:
        return True
    before, after, tag = c.before, c.after, c.tag_after
    if "spoken" in c.parts:
        return after not in PLURAL_UNITS
    year, first = int(c.parts["y"]), c.first
    if after in PLURAL_UNITS or after in ("-", "–") or tag == "CD":
        return False
    if before in YEAR_PREPOSITIONS:
        return (
            year >= 1000
            and (tag != "NNS" or before in {"the", "of"})
            and (year >= 1800 or before in ("in", "since", "of"))
        )
    if not 1900 <= year <= 2099:
        return False
    if (first and c.parse.tag[first - 1] in ("NNP", "NNPS", "CD", "$", "SYM")) or before in (
        "at",
        "than",
        "number",
        "no",
        "#",
    ):
        return False
    if after == "of" or (first and c.parse.word[first - 1][0].isupper() and c.parse.tag[first - 1][:2] == "NN"):
        return False
    return tag != "NNS" and (
        before in ("(", "[", ",", "'s", "’s", "") or tag[:2] in ("NN", "JJ", "VB", "MD") or after in (",", ".", ")")
    )


def _years(c: Candidate) -> bool:
    first = int(c.parts.get("y") or c.parts.get("ya") or 0)
    last = int(c.parts["y2"])
    last = last if last > 99 else first // 100 * 100 + last
    return first < last <= first + 200 and 1800 <= first <= 2099 and c.after not in PLURAL_UNITS


def _weekday(c: Candidate) -> bool:
    """A weekday is none in a name ("Black Friday", "The Sunday Times") or a set ("every Friday")."""
    before = c.before
    if c.parse.entity[c.words[-1]] == "PERSON" and c.tag_after == "NNP":
        return False
    if before == "other" and c.first > 1 and c.parse.lower[c.first - 2] in SETS:
        return False
    if before in SETS or (before in PROPER_BEFORE and c.parse.word[c.first - 1][0].isupper()):
        return False
    after = c.after
    return not (after in PAPERS and c.parse.word[c.words[-1] + 1][0].isupper())


def _season(c: Candidate) -> bool:
    """A season is none in a name ("the Arab Spring"), as a verb, or in front of a noun ("summer school")."""
    word = next(
        (i for i in c.words if c.parse.lower[i] in ("spring", "summer", "autumn", "fall", "winter")), c.words[-1]
    )
    if c.parse.tag[word][:2] == "VB" or c.before in SETS:
        return False
    if c.parts.keys() & {"y", "ry"} or c.parts.get("rel") not in (None, "the"):
        return True
    if c.parts["s"] == "autumn" and c.parse.lower[word] == "fall" and c.after in ("of", "in", "from", "to"):
        return False
    if c.parse.word[word][0].isupper() and c.parse.tag[word] == "NNP":
        return False
    timed = c.before in (
        "in",
        "by",
        "during",
        "over",
        "since",
        "until",
        "before",
        "after",
        "through",
        "throughout",
        "for",
    )
    return timed and (c.parts.get("rel") == "the" or c.tag_after not in ("NN", "NNS", "NNP"))


def _period(c: Candidate) -> bool:
    """Tell that "the week" alone names no week, "the end of the week" does; "the last week of May" is told by another pattern."""
    rel, after = c.parts.get("rel"), c.after
    if _broadcast(c):
        return False
    if (
        after == "of"
        or c.hyphened
        or c.before in ("each", "every")
        or (after == "to" and rel == "next" and "the" in (c.before, c.parse.lower[c.first]))
    ):
        return False
    if rel == "full":
        return c.parts.get("unit") == "year"
    if rel in ("the", "current") and "edge" not in c.parts and "mod" not in c.parts:
        return rel == "current" or c.parts.get("unit") == "weekend"
    if (
        rel in ("last", "next", "past", "coming")
        and "edge" not in c.parts
        and "the" in (c.before, c.parse.lower[c.first])
    ):
        return c.parts.get("unit") == "quarter" or (
            rel == "coming" and c.parts.get("unit") != "year" and c.before not in ("for", "over", "within")
        )
    return True


def _counted(c: Candidate) -> bool:
    """Tell that "two days before the summit" is counted from a thing that is no date, "earlier than" compares."""
    if c.before == "half":
        return False
    if c.parts["dir"] in ("ago", "hence") or c.parts["dir"].startswith("from"):
        return True
    if c.after == "than":
        return False
    if c.parts["dir"] in ("earlier", "later", "afterwards", "previously"):
        return True
    return c.tag_after not in NOUN_PHRASE_TAGS


def _time(c: Candidate) -> bool:
    """Tell that "in two weeks" names a day in a clause about the future; "the first in two weeks" is a duration."""
    from dragoman.reading.dates.tense import tense_of

    if "time" in c.parts:
        return True
    if c.parts["n"] == "1" and c.parts["unit"] != "week":
        return False
    start = c.parse.start[c.first]
    return (
        tense_of(c.parse, c.first, c.words[-1]) == "future"
        and c.after not in ("of", "for")
        and FIRST_IN.search(c.parse.text, max(0, start - 90), start) is None
    )


def _shifted(c: Candidate) -> bool:
    return c.parts["rel"] not in ("day before", "day after") or c.tag_after not in NOUN_PHRASE_TAGS


def _numeric(c: Candidate) -> bool:
    return 1 <= int(c.parts["a"]) <= 31 and 1 <= int(c.parts["b"]) <= 31


def _approximate(c: Candidate) -> bool:
    return c.parse.lower[c.first] == "the" or c.before in ("in", "over", "within", "during", "these", "the")


def _holiday(c: Candidate) -> bool:
    """A feast is written with a capital, and is none in front of a noun ("the Christmas truce")."""
    named = c.parse.word[c.words[-1]][0].isupper() or "y" in c.parts or "ry" in c.parts
    return named and c.tag_after[:2] not in ("NN", "JJ")


def _today(c: Candidate) -> bool:
    """A word for a day is none in the name of a paper or a broadcast: "USA TODAY", "told NBC's Today"."""
    return not _broadcast(c)


def _broadcast(c: Candidate) -> bool:
    """Whether words with a capital stand behind the outlet whose they are: "on ABC's *This Week*"."""
    k = c.first - 1
    while k > 0 and c.parse.word[k] in QUOTES:
        k -= 1
    if k < 0 or not c.parse.word[c.first][0].isupper() or c.parse.sentence[k] != c.parse.sentence[c.first]:
        return False
    return c.parse.lower[k] == "usa" or c.parse.tag[k] == "POS"


GUARDS: dict[str, Callable[[Candidate], bool]] = {
    "today": _today,
    "holiday": _holiday,
    "day": _day,
    "day-of-month": _day_of_month,
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
