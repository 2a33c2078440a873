"""A matter's words -> tokens: base forms, names, times and the words that only join. A small grammar without a parser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from dragoman.reading.actors.states import states
from dragoman.record.identity.matters.lexicon import load

_PIECE = re.compile(r"\d[\d,]*(?:\.\d+)?%?|[^\W\d_]+(?:['’.][^\W\d_]+)*\.?|%|[$€£]|[,;]|[-–]")
_JOINED = {
    "cease-fire": "ceasefire",
    "pull-out": "pullout",
    "de-escalation": "deescalation",
    "take-part": "participate",
}
_ONE_WORD = re.compile("|".join(_JOINED), re.IGNORECASE)
_IRREGULAR = {
    "met": "meet", "held": "hold", "sent": "send", "sat": "sit", "went": "go", "came": "come", "flew": "fly", "gave": "give",
    "withdrew": "withdraw", "withdrawn": "withdraw", "spoke": "speak", "bodies": "body", "children": "child", "left": "left",
    "travelling": "travel", "traveling": "travel", "travelled": "travel", "laid": "lay", "sold": "sell", "says": "say",
    "recognised": "recognise", "united": "united", "talks": "talk", "news": "news", "arms": "arm", "remains": "remains",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Token:
    """One word: as written, in lower case, what it may be the inflected form of, and whether it may be a name.

    `owner` marks a possessive, `segment` counts the phrases from the left: a preposition, comma or "and" begins a new one.
    `start` and `end` are its place in what `tidy` makes of the matter.
    """

    text: str
    low: str
    bases: frozenset[str]
    name: bool
    owner: bool
    segment: int
    start: int
    end: int


def tokens_of(about: str) -> tuple[Token, ...]:
    """Return the words of a matter in order; quotation marks and other signs are left out."""
    return tuple(_tokens(tidy(about)))


def tidy(about: str) -> str:
    """Return a matter with words of two spellings in one, and one kind of apostrophe."""
    return _ONE_WORD.sub(lambda found: _JOINED[found[0].lower()], about).replace("’", "'")


def _tokens(about: str) -> Iterator[Token]:
    segment, first = 0, True
    for found in _PIECE.finditer(about):
        text = found[0]
        if text in "-–":
            continue
        owner = text.endswith(("'s", "'S", "s'"))
        plain = re.sub(r"'[sS]?$", "", text).removesuffix(".") if not re.match(r"(?:\w\.)+$", text) else text
        low = plain.lower()
        if low in table("joins"):
            segment += 1
        yield Token(
            plain, low, bases(low), _may_be_name(plain, first=first), owner, segment, found.start(), found.end()
        )
        first = False


def _may_be_name(word: str, *, first: bool) -> bool:
    """A capital marks a name, but in words that matters are made of, and at the front in words that may stand there."""
    low = word.lower()
    if word in ("US", "UK", "EU", "UN"):
        return True
    if not word[:1].isupper() or low in table("never-names") or bases(low) & table("topic-words"):
        return False
    return not (first and bases(low) & (table("wrappers") | table("light")))


@cache
def bases(word: str) -> frozenset[str]:
    """Return what an English word may be a form of, itself included: "halting" -> "halt", "halte"."""
    if word in _IRREGULAR:
        return frozenset({word, _IRREGULAR[word]})
    out = {word}
    if word.endswith("ies"):
        out.add(word[:-3] + "y")
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")):
        out |= {word[:-1], word[:-2] if word.endswith("es") else word[:-1]}
    for ending in ("ing", "ed"):
        stem = word.removesuffix(ending)
        if stem != word and len(stem) > 2:
            out |= {stem, stem + "e", stem[:-1] if stem[-1] == stem[-2] else stem}
    return frozenset(out)


@cache
def table(name: str) -> frozenset[str]:
    """Return a set of words of the lexicon by its name."""
    wording = load("wording")
    match name:
        case "joins":
            return frozenset({*wording["prepositions"].split(), "and", "or", ",", ";", "that", "but"})
        case "topic-words":
            return frozenset(word for entry in load("topics")["topic"] for word in _words_of(entry))
        case "deeds":
            topics = load("topics")["topic"]
            verbs = {w.split()[0] for entry in topics for w in (*entry.get("deeds", ()), *entry.get("verbs", ()))}
            return frozenset({*wording["light"].split(), *verbs})
        case "never-names":
            times = (word for words in wording["time"].values() for word in words.split())
            return frozenset({*wording["vague"].split(), *times, "and", "or"})
        case "time":
            return frozenset(word for words in wording["time"].values() for word in words.split())
        case "small":
            return table("vague") | table("joins")
        case "between":
            return table("vague") | {"and"}
        case "front":
            return table("small") | table("light") | table("wrappers")
        case "day-names":
            return table("time.days") | table("time.months")
        case "around-time":
            joins = frozenset("on in by until of the at since half second first".split())
            return joins | table("time.leads") | table("time.units")
        case _:
            held = wording
            for part in name.split("."):
                held = held[part]
            return frozenset(str(held).split())


def _words_of(entry: dict[str, list[str]]) -> Iterator[str]:
    for key in ("nouns", "deeds", "verbs", "things"):
        for words in entry.get(key, ()):
            yield from (word for alternative in words.split("|") for word in alternative.split())


@cache
def canonical(name: str, *, place: bool = False) -> str:
    """Return what stands for a name in comparisons: the code of a state, else its folded words, demonyms made lands.

    A capital stands for its state, but as a place for itself.
    """
    code = states().code(name)
    if code is not None and not (place and (name in states().capitals or name in states().seats)):
        return code
    low = name.lower()
    return low[:-1] if low.endswith("ian") and len(low) > 5 else low


def is_state(canonical_name: str) -> bool:
    """Say whether what `canonical` gave is the code of a state."""
    return canonical_name.isupper()
