"""The day of a meeting that is told only with what was said or done in it or right after it.

"Said *on Monday* during a visit to Lund", "announced a truce *on Friday* following a phone call with the envoy": a reader
takes both to be of one day. Words for talks told before ("after *the* talks"), talks that lasted ("after *weeks of* talks")
and a stretch between ("two days after a meeting") tell no such day. In doubt: none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.reading.attach import date_of
from dragoman.reading.lenders import AFTER, PAPERS, STRETCHES, right_after
from dragoman.reading.lending import SINGLE, day_of_act
from dragoman.reading.meetings.words import kind_of_noun

if TYPE_CHECKING:
    from dragoman.reading.scene import Scene

WITHIN = frozenset({"during", "in", "at"})
NEAR = len("'s ")
MATTERS = frozenset({"on", "over", "about", "for", "regarding", "concerning", "ahead", "before", "toward", "towards"})
"""What leads to the matter of talks, or to what they come before."""
KNOWN = frozenset({"the", "that", "those", "these", "this", "each", "every", "any", "no", "other", "previous"})
EARLIER = frozenset(
    "previous past earlier last recent initial first annual regular weekly further more next new".split()
)
LASTING = ("day", "days", "week", "weeks", "month", "months", "year", "years", "weeklong", "dayslong", "monthslong")
SPOKEN = PAPERS | frozenset({"conference", "briefing", "interview", "address", "appearance", "post", "broadcast"})


def own_day(scene: Scene, nouns: list[int]) -> int | None:
    """Return the date phrase that stands with the nouns of a meeting; of two side by side the narrower."""
    for noun in nouns:
        found = date_of(scene, noun)
        if found is None or of_matter(scene, noun, found):
            continue
        end = scene.dates[found].span.end
        near = [d for _, d in scene.dates_below.get(noun, ()) if 0 <= scene.dates[d].span.start - end <= NEAR]
        return narrower(scene, found, next(iter(near), None))
    return None


def narrower(scene: Scene, date: int | None, other: int | None) -> int | None:
    """Return the first of two days of a meeting, unless it is a week or longer and the other one is told by its days."""
    if date is None or other is None:
        return other if date is None else date
    exact = SINGLE | {"days", "spread"}
    return other if scene.dates[date].pattern not in exact and scene.dates[other].pattern in exact else date


def of_matter(scene: Scene, noun: int, date: int | None) -> bool:
    """Whether a day belongs to what a meeting is about, or comes before, and not to it: "talks on the *1986* tax", "ahead of a *May 3* deadline"."""
    parse = scene.parse
    if date is None:
        return False
    span = scene.dates[date].span
    word = next((w for w in range(noun + 1, parse.right[noun] + 1) if parse.start[w] >= span.start), None)
    if word is None or parse.start[word] >= span.end:
        return False
    while parse.start[word] < span.end and parse.head[word] != word:  # up to the word that the day describes
        word = parse.head[word]
    describes = parse.start[word] >= span.end and parse.tag[word][:2] == "NN" and kind_of_noun(parse, word) is None
    above = [a for a in (word, *parse.ancestors(word)) if noun < a <= parse.right[noun]]
    return describes and any(parse.lower[a] in MATTERS and parse.dep[a] in ("prep", "pcomp", "advmod") for a in above)


def day_beside(scene: Scene, nouns: list[int]) -> int | None:
    """Return the day of the predicate in whose phrase of time a meeting stands; None where it tells none of the meeting's."""
    parse = scene.parse
    if any(parse.lemma[n] in STRETCHES or (parse.lemma[n] == "round" and parse.tag[n] == "NNS") for n in nouns):
        return None
    for noun in nouns:
        prep = parse.head[noun]
        if parse.dep[noun] != "pobj" or not _new(scene, noun):
            continue
        if parse.lower[prep] in AFTER:
            return _told(scene, prep, single=True) if right_after(scene, prep) and _of_a_day(scene, noun) else None
        if parse.lower[prep] in WITHIN and not parse.kids(prep, "advmod"):
            return _told(scene, prep, single=False)
    return None


def _new(scene: Scene, noun: int) -> bool:
    """Whether a meeting is told here for the first time, and as one of its own day."""
    parse = scene.parse
    beside = {parse.lower[c] for c in parse.children[noun] if c < noun}
    return not beside & (KNOWN | EARLIER) and not any(word.endswith(LASTING) for word in beside)


def _of_a_day(scene: Scene, noun: int) -> bool:
    """Whether a meeting is over on the day on which it began: a visit need not be."""
    return kind_of_noun(scene.parse, noun) != "visit"


def _told(scene: Scene, prep: int, *, single: bool) -> int | None:
    """The past day of the predicate above a phrase of time."""
    parse = scene.parse
    above = parse.head[prep]
    if parse.lemma[above] in SPOKEN:  # "said in a *statement* after the meeting"
        above = parse.head[parse.head[above]]
    if parse.tag[above] not in ("VBD", "VBN", "VBG"):
        return None
    clause = scene.clause_at.get(above)
    if clause is None or clause.time != "past" or clause.modal:
        return None
    found = day_of_act(scene, above)
    if found is None or scene.dates[found].tense == "future":
        return None
    return found if not single or scene.dates[found].pattern in SINGLE else None
