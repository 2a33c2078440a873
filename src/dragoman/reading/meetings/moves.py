"""The days of a meeting that was moved: "moved from Monday to Friday", "scheduled for Thursday, will be held on Saturday"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from dragoman.reading.attach import date_of, place_of
from dragoman.reading.grammar.clauses import Clause
from dragoman.reading.meetings.words import meeting_words
from dragoman.reading.scene import Scene
from dragoman.terms.span import Span

SETTING = frozenset({"plan", "schedule", "set", "slate", "intend", "expect", "fix"})

TAKING_PLACE = SETTING | frozenset(
    {
        "due",
        "hold",
        "take",
        "open",
        "begin",
        "start",
        "resume",
        "convene",
        "host",
        "be",
        "occur",
        "happen",
        "run",
        "stage",
    }
)
ENDING = frozenset({"end", "conclude", "finish", "close", "adjourn", "collapse", "fail", "stall", "wrap", "break"})
BEGUN = frozenset({"kick", "get"})
"""With a particle: "talks that *kicked off* on Monday"."""

JOINED = frozenset({"day", "weekday"})
BETWEEN = frozenset({"", "and", "and on", "and early", "and late", "and again on"})


def planned(scene: Scene, nouns: Sequence[int]) -> tuple[int | None, Span | None]:
    """Return the date phrase and the place that a clause of a meeting's nouns tells: "talks planned for Friday in Lima"."""
    parse, noun = scene.parse, nouns[0]
    whole = [n for n in nouns[1:] if n in parse.ancestors(noun) and meeting_words().holders.get(parse.lemma[n]) is None]
    below = [o for n in nouns for p in parse.kids(n, "prep") for o in parse.kids(p, "pobj")]
    for verb in (v for n in dict.fromkeys((noun, *whole, *below)) for v in parse.kids(n, "acl", "relcl")):
        words = [verb, *parse.kids(verb, "acomp", "oprd", "xcomp")]
        set_for = parse.tag[verb] == "VBN" and parse.lemma[verb] in SETTING
        starting = parse.tag[verb] == "VBG" and parse.lemma[verb] in ("begin", "start")
        own = parse.head[verb] in (noun, *whole) or set_for or starting
        if not own and not {parse.lower[c] for c in parse.children[verb]} & {"that", "which"}:
            continue
        to_end = parse.lemma[words[-1]] in ENDING and not _takes_place(scene, words[-1])
        if not to_end and any(_takes_place(scene, w) for w in (verb, words[-1])):
            date = next((d for w in words if (d := date_of(scene, w)) is not None), None)
            return date, next((p for w in words if (p := place_of(scene, w)) is not None), None)
    return None, None


def _takes_place(scene: Scene, verb: int) -> bool:
    """Whether a verb tells when and where something is; the day on which it is to end is not the day of it."""
    parse = scene.parse
    if parse.lemma[verb] in TAKING_PLACE:
        return True
    if parse.lemma[verb] in ENDING:
        return parse.tag[verb] in ("VBD", "VBN")
    return parse.lemma[verb] in BEGUN and bool(parse.kids(verb, "prt", "prep"))


def moved_days(scene: Scene, noun: int, clause: Clause | None, status: str) -> tuple[int | None, int | None]:
    """Return the date phrases of the old and of the new day of a meeting, each None where the words tell none."""
    before, after = _first_plan(scene, noun)
    if clause is None or status in ("cancelled", "declined", "denied"):
        return before, after
    if status == "postponed":
        before = _day_after(scene, clause, "from") if before is None else before
        after = _day_after(scene, clause, "to", "until", "till") if after is None else after
    elif before is not None:
        after = date_of(scene, clause.verb)
    return (
        (before, after) if after is not None and after != before else (before if status == "postponed" else None, None)
    )


def _first_plan(scene: Scene, noun: int) -> tuple[int | None, int | None]:
    """The days of "talks (originally) scheduled for Thursday (until Sunday)"."""
    for verb in scene.parse.kids(noun, "acl", "relcl"):
        clause = scene.clause_at.get(verb)
        if clause is not None and clause.lemma in SETTING:
            return _day_after(scene, clause, "for", "on"), _day_after(scene, clause, "until", "to", "till")
    return None, None


def _day_after(scene: Scene, clause: Clause, *preps: str) -> int | None:
    """The date phrase that one of the prepositions governs."""
    for word in clause.governed(*preps):
        at = scene.parse.start[word]
        for n, phrase in enumerate(scene.dates):
            if phrase.span.start <= at < phrase.span.end:
                return n
    return None


def days_joined(scene: Scene, day: int | None) -> list[int]:
    """The days that "and" joins with a day, itself among them, in their order; none where it stands alone."""
    if day is None:
        return []
    first = last = day
    while first > 0 and _joins(scene, first - 1):
        first -= 1
    while _joins(scene, last):
        last += 1
    return list(range(first, last + 1)) if first < last else []


def _joins(scene: Scene, one: int) -> bool:
    """Whether nothing but "and" or a comma stands between a day and the one told next."""
    if one + 1 >= len(scene.dates):
        return False
    day, following = scene.dates[one], scene.dates[one + 1]
    between = scene.parse.text[day.span.end : following.span.start].strip(" ,").lower()
    return day.pattern in JOINED and following.pattern in JOINED and between in BETWEEN


def apart(scene: Scene, days: list[int]) -> bool:
    """Whether joined days are of several meetings: "talks on May 16 *and June 2*"; neighbouring ones are of one of two days."""
    return len(days) > 1 and all(_far(scene, a, b) for a, b in pairwise(days))


def _far(scene: Scene, one: int, other: int) -> bool:
    """Whether two days are told by their months and lie more than a day apart."""
    a, b = (dict(scene.dates[n].parts) for n in (one, other))
    if "m" not in a or "m" not in b:
        return False
    return a["m"] != b["m"] or abs(int(a.get("d", 0)) - int(b.get("d", 0))) > 1


def helped_on(scene: Scene, clause: Clause) -> bool:
    """Say whether talks are only helped on: "move the talks *forward*"."""
    parse = scene.parse
    words = [clause.verb, *clause.things]
    dated = any(parse.lower[c] in ("to", "from", "until") for c in parse.kids(clause.verb, "prep"))
    return not dated and any(
        parse.lower[c] in ("forward", "along", "ahead") for w in words for c in parse.kids(w, "advmod", "prt")
    )
