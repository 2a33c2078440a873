"""What states, bodies and groups are called: "Moscow" is Russia's government, "AP" the Associated Press, "ministry of defence" the defence ministry."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from dragoman.reading.actors.lands import derives
from dragoman.reading.actors.pieces import bodies
from dragoman.reading.actors.states import states
from dragoman.reading.lexicon import load
from dragoman.record.identity.actors.names import words
from dragoman.terms.findings import Actor

_OWNED = re.compile(r"(?:(?<=s)['’]|['’]s)(?=\s|$)")
_RULE = frozenset("government administration regime state republic federation of the".split())
_SHORT = re.compile(r"[A-Z][A-Z0-9&]{2,6}")
_MINISTRY = re.compile(r"(?:(.+) (?:ministry|department)|(?:ministry|department) (?:of|for) (.+))")
_DEPARTMENTS = {
    "foreign affairs": "foreign", "external affairs": "foreign", "defense": "defence", "national defence": "defence",
    "national defense": "defence", "internal affairs": "interior", "public health": "health", "labor": "labour",
}  # fmt: skip
_FORCES = frozenset({"army", "military", "armed forces", "forces", "defence forces", "defense forces"})
_ARMIES = frozenset({"Israel Defense Forces", "People's Liberation Army"})
_FIRMS = frozenset("Inc Corp Corporation Ltd Co Company PLC LLC AG GmbH SA".split())
_WORDS = {"un": "united nations", "eu": "european union", "us": "united states", "uk": "united kingdom"}
_OUTLETS: dict[str, str] = {
    short: outlet
    for outlet, shorts in {
        "associated press": "ap", "agence france presse": "afp", "new york times": "nyt", "wall street journal": "wsj",
        "financial times": "ft", "voice of america": "voa", "deutsche welle": "dw", "united press international": "upi",
        "press trust of india": "pti", "press association": "pa", "tass": "itar tass", "ria": "ria novosti",
        "al jazeera": "aljazeera", "bbc": "bbc news", "cbs": "cbs news", "nbc": "nbc news", "abc": "abc news",
        "bloomberg": "bloomberg news", "anadolu": "anadolu agency", "kyodo": "kyodo news", "fox news": "fox",
        "radio free europe": "rfe rl", "daily telegraph": "telegraph",
    }.items()
    for short in (shorts,)
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Body:
    """What a body is called. `seat` is the state or land that its name leaves to be said ("" where the name is enough).

    `short` are the letters that it is, `initials` those that it can be shortened to.
    """

    name: str
    seat: str
    short: str = ""
    initials: tuple[str, ...] = ()


def land_of(actor: Actor) -> str | None:
    """Return the state or land that an actor is or governs, None for every other actor: its minister, army or people."""
    if actor.kind == "state":
        return actor.country or (" ".join(words(actor.name)) if actor.name[:1].isupper() else None)
    if actor.kind != "government" or actor.country is None:
        return None
    left = " ".join(word for word in _OWNED.sub("", actor.name).split() if word.casefold() not in _RULE)
    if not left or left == actor.country:
        return actor.country
    if actor.state is None:
        return actor.country if derives(left, actor.country) else None
    return actor.country if states().code(left) == actor.state or states().code(actor.name) == actor.state else None


def land_name(country: str) -> str:
    """Return the usual name of a state or land."""
    return states().title.get(country, country)


def body_of(actor: Actor) -> Body:
    """Return what a body, group or outlet is called."""
    return _body(actor.name.removeprefix("the ").removeprefix("The "), actor.kind == "media", actor.state, actor.land)


@lru_cache(maxsize=8192)
def _body(name: str, media: bool, state: str | None, land: str | None) -> Body:
    known = bodies().get(name)
    if known is not None and not (state is not None and state != known[2] and " ".join(words(name)) in _nouns()):
        if known[0] in _ARMIES and known[2]:
            return Body("armed forces", known[2])
        return Body(" ".join(words(known[0])), "")
    plain = _plain(name, state, land)
    if media:
        plain = _OUTLETS.get(plain, plain)
    if plain in _FORCES:
        plain = "armed forces"
    match = _MINISTRY.fullmatch(plain)
    if match is not None:
        department = match[1] or match[2]
        plain = f"{_DEPARTMENTS.get(department, department)} ministry"
    last = name.split()[-1:]
    if match is not None or plain in _nouns() or not last or not last[0][:1].isupper():
        return Body(plain, state or land or "-")
    return Body(plain, "") if media and plain in _OUTLETS.values() else Body(plain, "", *_letters(name))


def _plain(name: str, state: str | None, land: str | None) -> str:
    """Return the words without those that say of which land it is, the usual short ones in full."""
    kept = []
    for word in _OWNED.sub("", name).split():
        if state is not None and _says(word, state):
            continue
        if land is not None and (word == land or derives(word, land)):
            continue
        kept += [_WORDS.get(part, part) if word.isupper() else part for part in words(word)]
    return " ".join(kept if any(part.isalpha() for part in kept) else words(name))


def _says(word: str, state: str) -> bool:
    """Whether a word is the name, adjective or people of a state; "Pentagon officials" are not all those of the state."""
    known = states()
    return state in (known.names.get(word), known.adjectives.get(word), known.people.get(word))


def _letters(name: str) -> tuple[str, tuple[str, ...]]:
    bare = name.replace(".", "").replace("-", "")
    if _SHORT.fullmatch(bare):
        return bare, ()
    capital = [word for word in re.findall(r"\w+", name.replace("-", " ")) if word[0].isupper() and word not in _FIRMS]
    initials = "".join(word[0] for word in capital)
    return "", (initials.upper(),) if 3 <= len(initials) <= 7 else ()


@cache
def _nouns() -> frozenset[str]:
    """The words that are no name of a body but its kind: "foreign ministry", "parliament", "security council"."""
    groups = {" ".join(words(word)) for entry in load("groups")["entry"] for word in entry["words"]}
    return frozenset(groups | {"armed forces", "security council", "supreme court"})
