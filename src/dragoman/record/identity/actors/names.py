"""How names of persons are spelled: what sounds alike is one name, what only looks alike is a question for a person.

What is stored beside a profile (`family_keys`) is made here: a change to these rules changes the keys of what is filed from
then on, so `bones` stays coarse and never learns a new rule without a new filing of the record.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache

_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "ß": "ss", "đ": "d", "ı": "i", "æ": "a", "œ": "o", "ə": "a", "ð": "d", "þ": "t"}
)
_MARKS = re.compile(r"[^\w]+")
_INITIAL = re.compile(r"(?<=\b[A-Z])\.")
_MARKS_IN = re.compile(r"['’`ʼʿʾ.]")

SPELLINGS: tuple[tuple[str, str], ...] = (
    ("dzh", "j"), ("dj", "j"), ("zh", "j"), ("shch", "x"), ("tsch", "č"), ("tch", "č"), ("sch", "x"), ("sh", "x"), ("ch", "č"),
    ("ck", "k"), ("kh", "h"), ("gh", "g"), ("dh", "d"), ("th", "t"), ("ph", "f"), ("ks", "x"), ("q", "k"), ("w", "v"),
    ("ce", "se"), ("ci", "si"), ("c", "k"),
    ("z", "s"), ("y", "i"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("ie", "i"), ("oe", "o"), ("ae", "a"),
)  # fmt: skip
"""What different carriers write for one sound, in the order in which it is folded."""
_ENDINGS = (
    (re.compile(r"(?:ou?ff|ow)$"), "ov"),
    (re.compile(r"e(?:ff|w)$"), "ev"),
    (re.compile(r"(?<=..)[ae]h$"), "a"),
    (re.compile(r"[eiyj]*[iyj]$"), "i"),
)
_VOWELS = re.compile("[aeiou]")
_HUSHED = str.maketrans({"č": "x", "j": "", "h": "", "g": "k"})

GIVEN: dict[str, str] = {
    form: forms.split()[0]
    for forms in (
        "mohammed muhammad mohamed mohammad muhammed mohamad muhamed mohamud", "hussein hussain husain hossein husayn hussien",
        "yousef yusuf youssef yusef yousuf yousif", "ahmed ahmad ahmet", "abdullah abdallah abdulla abdalla", "hassan hasan",
        "joseph joe", "michael mike", "anthony tony", "william bill", "robert bob rob", "james jim", "thomas tom",
        "edward ed ted", "christopher chris", "steven steve stephen", "david dave", "donald don", "benjamin ben",
        "alexander aleksandr alexandr aleksander", "sergey sergei serguei", "dmitry dmitri dmitriy", "nikolai nikolay",
        "andrei andrey andrej", "evgeny yevgeny yevgeniy evgeni", "yuri yury iouri", "volodymyr wolodymyr",
    )
    for form in forms.split()
}  # fmt: skip
"""Given names that are one: spellings, and short forms that news uses of one person by turns."""
PARTICLES = frozenset("al el ul ad as ash an ar at bin ibn von van der den ter de del della da di du dos la le".split())
TITLES = frozenset(
    "mr mrs ms dr sir lady lord dame prof professor rev gen general lt col colonel maj major capt captain sgt adm admiral "
    "brig rep sen senator gov governor sheikh shaykh ayatollah imam pope king queen prince princess crown emir sultan "
    "president prime minister foreign defense defence secretary judge cardinal archbishop bishop".split()
)
SUFFIXES = frozenset("jr sr ii iii iv".split())
FAMILY_FIRST = frozenset({"CHN", "TWN", "HKG", "KOR", "PRK"})
FAMILIES = frozenset(
    "wang li zhang liu chen yang zhao huang zhou wu xu sun hu zhu gao lin he guo ma luo liang song zheng xie han tang feng yu "
    "dong xiao cheng cao yuan deng fu shen zeng peng lu su jiang cai jia ding wei xue ye yan pan du dai xia zhong tian ren fan "
    "fang shi yao xi qin kim lee park choi jung jeong kang cho yoon moon jang lim shin seo kwon hwang ahn ri pak choe tsai".split()
)
"""Family names that stand first: "Xi Jinping" is Xi, as "Kim Yong Chol" is Kim."""


@lru_cache(maxsize=16384)
def letters(word: str) -> str:
    """Return a word in plain small letters."""
    plain = unicodedata.normalize("NFKD", word.casefold().translate(_LETTERS))
    return "".join(c for c in plain if not unicodedata.combining(c))


def words(text: str) -> tuple[str, ...]:
    """Return the words of a text in plain small letters; "U.S." and "Ya'alon" are one word each."""
    return tuple(_MARKS.sub(" ", _MARKS_IN.sub("", letters(text))).split())


@lru_cache(maxsize=16384)
def sound(word: str) -> str:
    """Return a word of a name with one spelling for each sound: Zelensky, Zelenskyy, Zelenskiy and Zelenskyi are one."""
    s = letters(word)
    s = letters(GIVEN[s]) if s in GIVEN else s
    for ending, new in _ENDINGS:
        s = ending.sub(new, s)
    for old, new in SPELLINGS:
        s = s.replace(old, new)
    s = re.sub(r"(.)\1+", r"\1", s)
    return s[:-1] if len(s) > 2 and s.endswith("h") else s


@lru_cache(maxsize=16384)
def bones(word: str) -> str:
    """Return the consonants of a word as it sounds, or all of a word that has fewer than three."""
    s = sound(word)
    first = s[:1] if s[:1] in "jh" else s[:1].translate(_HUSHED)
    left = re.sub(r"(.)\1+", r"\1", _VOWELS.sub("", first + s[1:].translate(_HUSHED)))
    return left if len(left) > 2 else s


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name: its words as they sound, the given ones first, particles and titles left out; `plain` as written."""

    words: tuple[str, ...]
    plain: tuple[str, ...] = field(default=(), compare=False)

    @property
    def family(self) -> str:
        """The family name as it sounds."""
        return self.words[-1] if self.words else ""

    @property
    def bare(self) -> bool:
        """Whether it is a family name alone."""
        return len(self.words) < 2

    @property
    def initialled(self) -> bool:
        """Whether all given names are initials."""
        return all(len(word) == 1 for word in self.plain[:-1])


@lru_cache(maxsize=16384)
def name_of(name: str, state: str | None) -> Name:
    """Return the name that words write; of a family name that stands first, the order is turned."""
    parts = _ordered(_solid(name), state)
    return Name(tuple(sound(word) for word in parts), parts)


@lru_cache(maxsize=16384)
def family_keys(name: str, state: str | None) -> tuple[str, ...]:
    """Return the bones of what can be the family name of a full or bare name."""
    parts = _solid(name)
    if not parts:
        return ()
    ends = {_ordered(parts, state)[-1]}
    if len(parts) > 1 and state is None and parts[0] in FAMILIES:
        ends.add(parts[0])  # "Xi Jinping" of no state that is told
    return tuple(sorted(bones(end) for end in ends))


def shortens(short: Name, long: Name) -> bool:
    """Whether `short` can be `long` with names left out or shortened to an initial: "V. Putin", "Putin".

    An initial stands for the name in its own place only: "James" is not the J. of "Donald J.".
    """
    if not short.words or short.family != long.family or len(short.words) > len(long.words):
        return False
    at = 0
    for place, word in enumerate(short.words[:-1]):
        while at < len(long.words) - 1 and not _fits(short, place, word, long, at):
            at += 1
        if at >= len(long.words) - 1:
            return False
        at += 1
    return True


def nested(one: Name, other: Name) -> bool:
    """Whether one of two names can be the other with names left out or shortened."""
    return shortens(one, other) or shortens(other, one)


def likeness(one: Name, other: Name) -> float:
    """Say from 0 to 100 how much two names look alike: enough to ask a person, never to merge."""
    from rapidfuzz.fuzz import ratio

    return ratio(" ".join(one.words), " ".join(other.words))


def _fits(short: Name, place: int, word: str, long: Name, at: int) -> bool:
    if word == long.words[at]:
        return True
    one, other = short.plain[place], long.plain[at]
    return place == at and 1 in (len(one), len(other)) and one[0] == other[0]


def _ordered(parts: tuple[str, ...], state: str | None) -> tuple[str, ...]:
    if len(parts) > 1 and state in FAMILY_FIRST and parts[0] in FAMILIES:
        return (*parts[1:], parts[0])
    return parts


@lru_cache(maxsize=16384)
def _solid(name: str) -> tuple[str, ...]:
    """Return the words without titles before, suffixes behind and particles between."""
    parts = list(words(_INITIAL.sub(" ", name)))
    while len(parts) > 1 and parts[0] in TITLES:
        del parts[0]
    while len(parts) > 1 and parts[-1] in SUFFIXES:
        del parts[-1]
    last = parts[-1:]
    return (*(part for part in parts[:-1] if part not in PARTICLES), *last)
