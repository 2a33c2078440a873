"""The direction in which a date phrase points, told by the predicate or the noun that it hangs on.

The nearest predicate counts and not the reporting verb above it ("said the round would resume on Sunday": to come). "past"
is on or before the day of publication, "future" on or after it, None says that the words do not tell.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from dragoman.reading.dates.saying_days import said_on
from dragoman.reading.grammar.parse import Parse
from dragoman.reading.lexicon import load
from dragoman.reading.marks import Tense

FINITE_PAST, FINITE_PRESENT = frozenset({"VBD"}), frozenset({"VBZ", "VBP"})
AHEAD_PREPOSITIONS = frozenset({"ahead", "until", "till", "by"})
BEHIND_PREPOSITIONS = frozenset({"after", "following", "since"})
FAR = 25
"""How many steps up a tree are walked, and how many verbs may hand on their time."""
PLANNED = frozenset({"plan", "schedule", "slate", "expect"})
"""Verbs whose own time is of no interest: "planned a rally on Saturday" dates the rally."""
MADE_PUBLIC = frozenset({"announce", "confirm", "warn", "order"})
"""Verbs of which a date behind their object may be either's: "announced a cut on Friday"."""
OFFERING = frozenset({"offer", "agree", "promise", "pledge", "vow", "propose"})
READY = frozenset({"ready", "willing", "prepared", "keen", "eager", "likely", "unwilling", "reluctant"})
BLAMING = frozenset(
    "accuse charge convict suspect arrest jail sentence blame criticise criticize condemn praise thank fine punish hail indict "
    "acquit detain accusation charge conviction apologise apologize".split()
)
"""Words for what is done to somebody because of a deed that is past."""
PUT = frozenset({"plan", "proposal", "offer", "invitation", "ultimatum", "bid", "call", "pledge", "promise"})
"""What is put forward or answered on a day: "rejected the *plan* on Monday", where the grammar hung the day on the plan."""
NOBODY = frozenset({"neither", "nor", "none", "nobody", "no"})
JUDGING = frozenset(
    "welcome support back praise oppose dismiss endorse hail await discuss confirm mention boycott".split()
)
"""Verbs for what is said or done about a thing before it takes place: "welcomed the talks planned for Monday"."""
INVITING = frozenset({"invite", "summon"})
BEGINNING = frozenset({"start", "begin", "commence", "open", "run"})


@dataclass(frozen=True, slots=True)
class Between:
    """What stands between a date and its verb, from the date up; `owned` where the date is an attribute ("Friday's vote")."""

    preps: tuple[str, ...]
    nouns: tuple[str, ...]
    owned: bool


@cache
def senses() -> dict[str, frozenset[str]]:
    """The words of the lexicon by their sense."""
    found: dict[str, frozenset[str]] = {}
    for entry in load("tenses")["entry"]:
        found[entry["sense"]] = found.get(entry["sense"], frozenset()) | frozenset(entry["words"])
    return found


def tense_of(parse: Parse, first: int, last: int) -> Tense | None:
    """Return the direction of the phrase of the words `first` to `last`, inclusive."""
    if first > 0 and (parse.lower[first - 1] == "since" or said_on(parse, first, last) is not None):
        return "past"
    top = next((i for i in range(last, first - 1, -1) if not first <= parse.head[i] <= last), last)
    preps: list[str] = []
    nouns: list[str] = []
    below = top
    for word in _up(parse, top):
        tag = parse.tag[word]
        if tag[:2] == "VB" or tag == "MD":
            owned = parse.dep[top] in ("poss", "compound", "nmod", "amod") and bool(nouns)
            if owned and parse.dep[top] != "poss" and first > 0 and parse.lower[first - 1] == "on":
                owned, nouns = False, []
            return _of_date_at(parse, word, below, Between(tuple(preps), tuple(nouns), owned))
        if tag in ("IN", "TO", "RB", "VBG") and parse.dep[word] in ("prep", "advmod", "mark", "pcomp"):
            preps.append(parse.lower[word])
        elif tag[:2] == "NN" and not first <= word <= last:
            nouns.append("conversation" if _by_phone(parse, word) else parse.lemma[word])
        elif parse.lemma[word] in senses()["scheduling"]:
            nouns.append("plan")
        below = word
    if parse.tag[top][:2] == "VB":
        return _of_verb(parse, top)
    return _of_nouns(tuple(nouns), tuple(preps))


def _up(parse: Parse, word: int) -> Iterator[int]:
    """The words above a word, nearest first, as far as is of use: odd texts have trees without end."""
    for _ in range(FAR):
        above = parse.head[word]
        if above == word:
            return
        yield above
        word = above


def _of_nouns(nouns: tuple[str, ...], preps: tuple[str, ...]) -> Tense | None:
    """The direction that the nouns and prepositions between a date and its verb give: "deadline", "ahead of"."""
    if any(p in AHEAD_PREPOSITIONS for p in preps):
        return "future"
    for noun in nouns:
        if noun in senses()["ahead"]:
            return "future"
        if noun in senses()["behind"]:
            return "past"
    return None


def _of_date_at(parse: Parse, verb: int, below: int, between: Between) -> Tense | None:
    """The direction of a date that hangs on `verb` by its dependent `below`."""
    tense, hint = _of_verb(parse, verb), _of_nouns(between.nouns, between.preps)
    behind = bool(between.nouns) and any(p in BEHIND_PREPOSITIONS for p in between.preps)
    during = "during" in between.preps or any(parse.lower[c] == "during" for c in parse.kids(verb, "prep"))
    if tense == "future" and during and _offered(parse, verb):
        return "past"
    if tense == "future":
        return "past" if between.owned and hint == "past" else None if behind else "future"
    if behind or parse.lower[below] == "as":
        return "past"
    if tense == "past":
        return "past" if _answered(parse, verb, between) else _under_past(parse, verb, below, between)
    if between.owned and parse.lemma[verb] == "follow":
        return "past"
    if tense is None or between.owned or "before" in between.preps:
        return hint
    return hint or "future"


def _by_phone(parse: Parse, word: int) -> bool:
    """Whether a call is one by telephone and not for something to come."""
    beside = {parse.lower[c] for c in parse.children[word]}
    return parse.lemma[word] == "call" and bool(beside & {"phone", "telephone", "video", "conference", "with"})


def _offered(parse: Parse, verb: int) -> bool:
    """Whether an infinitive is what somebody offered or promised: "offered (voiced readiness) to help during a call on Friday"."""
    above, noun = _above(parse, verb), parse.head[verb]
    if above is None or parse.tag[above] != "VBD":
        return False
    told = parse.dep[verb] == "acl" and parse.dep[noun] == "dobj" and parse.head[noun] == above
    return told or (parse.dep[verb] == "xcomp" and parse.lemma[above] in OFFERING)


def _answered(parse: Parse, verb: int, between: Between) -> bool:
    """Whether a day behind what was put forward is that of the verb: "rejected the plan *on Monday*", not "announced"."""
    planning = parse.lemma[verb] in senses()["planning"] | senses()["scheduling"]
    return (
        between.preps == ("on",)
        and len(between.nouns) == 1
        and between.nouns[0] in PUT
        and not between.owned
        and not planning
    )


def _under_past(parse: Parse, verb: int, below: int, between: Between) -> Tense | None:
    """A date under a past verb is past, but for what is planned, awaited or put off to it."""
    preps, nouns = between.preps, between.nouns
    lemma, dep, last = parse.lemma[verb], parse.dep[below], preps[-1] if preps else ""
    planning = lemma in senses()["planning"] or lemma in senses()["scheduling"]
    moving = lemma in senses()["moving"]
    if "ahead" in preps or (moving and not nouns and any(p in ("to", "until", "till", "for") for p in preps)):
        return "future"
    if (
        nouns
        and nouns[0] not in senses()["behind"]
        and _undoes(parse, verb)
        and dep in ("dobj", "nsubjpass", "npadvmod")
    ):
        return "future"
    if (moving and last == "from") or (lemma == "be" and _infinitive_below(parse, verb)):
        return None
    if last in ("until", "till"):
        return _until(parse, verb, planning=planning)
    if lemma in PLANNED and below > verb and not _passive(parse, verb):
        return "future"
    if lemma in INVITING and any(
        below > c > verb for c in parse.kids(verb, "prep", "dative") if parse.lower[c] in ("to", "for")
    ):
        return "future"
    passive = _passive(parse, verb)
    if not nouns and last == "for" and (planning or passive):
        return None if passive else "future"
    if not nouns and planning and below > verb and last != "on" and _perfect(parse, verb):
        return "future"
    if nouns and dep not in ("nsubj", "nsubjpass"):
        objects = (
            ()
            if dep == "dobj"
            else tuple(parse.lemma[c] for c in parse.kids(verb, "dobj") if c < below and between.owned)
        )
        if any(n in senses()["ahead"] for n in (*nouns, *objects)) and lemma not in ("pass", "miss", "expire"):
            return "future"
        if planning and (dep in ("dobj", "attr") or (last in ("for", "to", "on") and below > verb)):
            unsure = any(n in senses()["behind"] for n in nouns) or (not between.owned and lemma in MADE_PUBLIC)
            return None if unsure else "future"
    # "spoke before leaving on Friday"
    yet_to_do = parse.dep[verb] == "pcomp" and parse.lower[parse.head[verb]] == "before"
    return None if yet_to_do or "before" in preps or (lemma == "be" and nouns[:1] == ("plan",)) else "past"


def _undoes(parse: Parse, verb: int) -> bool:
    """Whether a verb takes a plan back: "called *off* Friday's session", "Friday's session was cancelled"."""
    particle = {parse.lower[c] for c in parse.kids(verb, "prt")}
    return parse.lemma[verb] in senses()["undoing"] or (parse.lemma[verb] in ("call", "put") and "off" in particle)


def _infinitive_below(parse: Parse, verb: int) -> bool:
    """Whether it is "was to meet": a plan of the past."""
    return any(parse.kid(c, "aux") is not None and parse.tag[c] == "VB" for c in parse.kids(verb, "xcomp"))


def _until(parse: Parse, verb: int, *, planning: bool) -> Tense | None:
    """Tell "went on until Friday" is over; "suspended flights until Friday" is not; "was closed until Friday" does not say."""
    if parse.kid(verb, "neg") is not None and any(parse.lower[c] == "had" for c in parse.kids(verb, "aux")):
        return "past"
    if planning or (parse.kid(verb, "dobj") is not None and parse.kid(verb, "neg") is None):
        return "future"
    return None if _passive(parse, verb) or parse.kid(verb, "acomp") is not None else "past"


def _passive(parse: Parse, verb: int) -> bool:
    return parse.kid(verb, "auxpass") is not None or (parse.tag[verb] == "VBN" and parse.kid(verb, "aux") is None)


def _perfect(parse: Parse, verb: int) -> bool:
    """Whether it is "has planned": a form that takes no day in the past, so that a day beside it is the thing's own."""
    return any(parse.lemma[c] == "have" and parse.tag[c] in FINITE_PRESENT for c in parse.kids(verb, "aux"))


def _of_verb(parse: Parse, verb: int, steps: int = 0) -> Tense | None:
    """The time of a verb from its auxiliaries, its form and, where it has none of its own, the verb above it."""
    helpers = [c for c in parse.children[verb] if parse.dep[c] in ("aux", "auxpass")]
    tags, tag = {parse.tag[c] for c in helpers}, parse.tag[verb]
    if "MD" in tags or tag == "MD":
        missed = any(parse.lower[c] == "could" for c in helpers) and _negated(parse, verb)
        return "past" if missed or (tag == "VBN" and any(parse.lower[c] == "have" for c in helpers)) else "future"
    if "TO" in tags:
        if any(parse.lower[c] == "have" for c in helpers):
            return "past"
        return _of_infinitive(parse, verb, steps + 1)
    if "VBD" in tags or tag == "VBD":
        return "past"
    if tags & FINITE_PRESENT:
        done = any(parse.lemma[c] == "have" for c in helpers) or parse.lemma[verb] == "date"
        return "past" if tag == "VBN" and done else "present"
    if tag in FINITE_PRESENT:
        return "past" if parse.lemma[verb] in senses()["telling"] else "present"
    return _of_bare(parse, verb, steps + 1)


def _negated(parse: Parse, verb: int) -> bool:
    beside = [c for s in (verb, *parse.kids(verb, "nsubj", "nsubjpass")) for c in (s, *parse.children[s])]
    return any((parse.dep[c] == "neg" and parse.head[c] == verb) or parse.lower[c] in NOBODY for c in beside)


def _above(parse: Parse, verb: int) -> int | None:
    """The verb that a verb hangs on, or None."""
    return next((word for word in _up(parse, verb) if parse.tag[word][:2] == "VB"), None)


def _of_infinitive(parse: Parse, verb: int, steps: int) -> Tense | None:
    """An infinitive is to come, but where the verb above says that it came about, or that it was once planned."""
    above = _above(parse, verb)
    if above is None or steps >= FAR or parse.tag[parse.head[verb]][:2] == "NN":
        return "future"
    lemma = parse.lemma[above]
    if _of_verb(parse, above, steps) != "past":
        return "future"
    if parse.dep[verb] not in ("xcomp", "ccomp", "acl", "relcl"):
        return None
    if parse.lower[parse.head[verb]] in READY:
        return "future"
    if lemma == "be" or (lemma in senses()["scheduling"] and _passive(parse, above)):
        return None
    return "past" if lemma in senses()["carried"] else "future"


def _of_bare(parse: Parse, verb: int, steps: int) -> Tense | None:
    """A participle or base form without an auxiliary."""
    above, lemma, tag = _above(parse, verb), parse.lemma[verb], parse.tag[verb]
    inherited = _of_verb(parse, above, steps) if above is not None and steps < FAR else None
    if parse.dep[verb] == "conj" and above is not None and tag in ("VB", "VBN", "VBG"):
        return inherited
    if tag == "VBN":
        if lemma in senses()["scheduling"]:
            judged = above is not None and parse.lemma[above] in JUDGING and parse.dep[verb] == "acl"
            return None if inherited == "past" and not judged else "future"
        return "past"
    if tag == "VBG" and _accused_of(parse, verb):
        return "past"
    if tag == "VBG" and parse.dep[verb] == "xcomp" and above is not None and parse.lemma[above] in senses()["planning"]:
        return "future"
    if tag == "VBG":
        return "future" if lemma in BEGINNING and inherited != "past" else None if lemma in BEGINNING else inherited
    return "future"


def _accused_of(parse: Parse, verb: int) -> bool:
    """Whether a gerund is what somebody is blamed or thanked for: "was praised for *saving* the crew in June"."""
    prep = parse.head[verb]
    above = parse.head[prep]
    blamed = parse.lemma[above] in BLAMING and parse.tag[above][:2] in ("VB", "NN")
    return parse.dep[verb] == "pcomp" and parse.lower[prep] in ("of", "with", "for", "over") and blamed
