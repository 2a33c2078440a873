"""Days that one predicate has by another's: "rejected it on Monday, *a day after* Norland had *accepted* it".

Two things are told with the days between them, and the day of one of them; the other's is counted from it. Only days and
weeks are counted, for a month or a year later is no day. In doubt: none.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.reading.attach import date_around
from dragoman.reading.dates.words import whole_number
from dragoman.reading.lending import day_of_act, day_of_news
from dragoman.reading.marks import DatePhrase

if TYPE_CHECKING:
    from dragoman.reading.scene import Scene

UNITS = {"day": 1, "days": 1, "week": 7, "weeks": 7}
SIDES = {"after": 1, "before": -1, "following": 1}
COMING = frozenset({"come", "follow", "take", "be", "happen", "occur"})
MANY = 60
"""Of so many days or weeks nobody counts exactly."""


def count_days(scene: Scene) -> None:
    """Add to the dates of a scene those that are counted from the day of what stands beside them."""
    for phrase, word in list(_counted(scene)):
        scene.dates_below.setdefault(word, []).append((0, len(scene.dates)))
        scene.dates = (*scene.dates, phrase)


def _counted(scene: Scene) -> Iterator[tuple[DatePhrase, int]]:
    """The phrases that count, each with the word whose day it gives."""
    parse = scene.parse
    for at, word in enumerate(parse.lower):
        if word not in SIDES or at < 2 or parse.lower[at - 1] not in UNITS:
            continue
        number = _number(parse.lower[at - 2])
        below = parse.head[at] if parse.dep[at] == "mark" else parse.kid(at, "pcomp", "pobj")
        above = None if below is None else next((a for a in parse.ancestors(below) if parse.tag[a][:2] == "VB"), None)
        if number is None or below is None or above is None or below < at:
            continue
        days = number * UNITS[parse.lower[at - 1]] * SIDES[word]
        mine, theirs = date_around(scene, below), day_of_act(scene, above)
        theirs = _day_of_what_came(scene, above) if theirs is None else theirs
        span = parse.span(at - 2, at)
        if mine is None and theirs is not None:
            yield DatePhrase(span, "beside", (("base", str(theirs)), ("days", str(-days))), "past"), below
        elif mine is not None and theirs is None and parse.tag[above] == "VBD":
            yield DatePhrase(span, "beside", (("base", str(mine)), ("days", str(days))), "past"), above


def _day_of_what_came(scene: Scene, verb: int) -> int | None:
    """The day of what is told to have come: "*Friday's* session came a day after …", "The announcement came …"."""
    parse = scene.parse
    own = (date_around(scene, n) for n in parse.kids(verb, "nsubj") if parse.lemma[verb] in COMING)
    return next((n for n in own if n is not None and scene.dates[n].tense != "future"), day_of_news(scene, verb))


def _number(word: str) -> int | None:
    """How many are told: "a", "two", "10"; None for "few" and "some"."""
    number = 1 if word in ("a", "an", "the") else whole_number(word)
    return number if number is not None and number <= MANY else None
