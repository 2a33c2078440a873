"""When two names of one report are one name: short forms, initials, acronyms, spellings."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

LEADING = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
FIRMS = frozenset({"inc", "corp", "ltd", "co", "plc", "llc", "ag", "gmbh", "sa", "group", "holdings", "company"})
# Letters that different alphabets' carriers write for one sound; "x" stands for all the hushing ones.
SPELLINGS = (
    ("tsch", "x"), ("tch", "x"), ("ch", "x"), ("sh", "x"), ("kh", "h"), ("gh", "k"), ("dh", "d"), ("th", "t"), ("ph", "f"),
    ("ks", "x"), ("w", "v"), ("q", "k"), ("g", "k"), ("c", "k"), ("z", "s"), ("j", "y"),
)  # fmt: skip
VOWELS = re.compile("[aeiouy]")
SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})


@lru_cache(maxsize=4096)
def fold(name: str) -> str:
    """Return a name in lower case without accents, article and odd marks."""
    plain = unicodedata.normalize("NFKD", LEADING.sub("", name))
    plain = "".join(c for c in plain if not unicodedata.combining(c)).lower()
    return " ".join(re.sub(r"[^\w\s]", " ", plain.replace("'", "").replace("’", "").replace(".", "")).split())


@lru_cache(maxsize=4096)
def sound(word: str) -> str:
    """Return a word with one letter for each sound that spellings vary: Zelenskyy, Zelensky, Zelenskiy are one."""
    s = re.sub(r"(yy|iy|ii|ij|ey|y|i)$", "i", fold(word).replace(" ", ""))
    for old, new in SPELLINGS:
        s = s.replace(old, new)
    s = re.sub(r"(.)\1+", r"\1", s)
    return s[:1] + s[1:].replace("h", "")


@lru_cache(maxsize=4096)
def bones(word: str) -> str:
    """Return the consonants of a word as it sounds."""
    return VOWELS.sub("", sound(word))


@lru_cache(maxsize=4096)
def words_of_name(name: str) -> tuple[str, ...]:
    """Return the words of a folded name."""
    return tuple(fold(name).split())


def same_word(a: str, b: str) -> bool:
    """Whether two words are one name in two spellings: the same consonants, and at most one vowel apart."""
    if a == b:
        return True
    if min(len(a), len(b)) < 4 or abs(len(a) - len(b)) > 2:
        return False
    if bones(a) != bones(b):
        return False
    one, two = sound(a), sound(b)
    return one == two or (len(bones(a)) > 2 and _one_apart(one, two))


def _one_apart(a: str, b: str) -> bool:
    if len(a) == len(b):
        return sum(x != y for x, y in zip(a, b, strict=True)) == 1
    short, long = sorted((a, b), key=len)
    return len(long) - len(short) == 1 and any(long[:i] + long[i + 1 :] == short for i in range(len(long)))


def family(name: str) -> str:
    """Return the last word of a folded name, without "Jr"."""
    parts = [w for w in fold(name).split() if w not in SUFFIXES]
    return parts[-1] if parts else ""


@lru_cache(maxsize=4096)
def keys_of(name: str) -> frozenset[str]:
    """Return what a name can be looked up by: how its last word sounds, and each of its words."""
    words = words_of_name(name)
    return frozenset((bones(words[-1]), *(f"={word}" for word in words))) if words else frozenset()


def sought(name: str) -> frozenset[str]:
    """Return the keys of which every name has one that `name` can be a short form of."""
    words = words_of_name(name)
    return (
        frozenset((bones(words[-1]), *(f"={word}" for word in (words if len(words) == 1 else ()))))
        if words
        else frozenset()
    )


def person_like(short: str, long: str) -> bool:
    """Whether `short` can be the person `long`: all its words are there, in order, initials and spellings allowed."""
    a, b = words_of_name(short), words_of_name(long)
    if not a or not b or len(a) > len(b):
        return False
    if not same_word(a[-1], b[-1]):
        return len(a) == 1 and len(b) > 1 and a[0] in b and len(a[0]) > 2
    j = 0
    for word in a[:-1]:
        while j < len(b) - 1 and not (
            same_word(word, b[j])
            or (len(word) == 1 and b[j].startswith(word))
            or (len(b[j]) == 1 and word.startswith(b[j]))
        ):
            j += 1
        if j >= len(b) - 1:
            return False
        j += 1
    return True


def initials(name: str) -> set[str]:
    """Return the acronyms that a name of several words can have."""
    words = re.findall(r"[\w']+", name.replace("-", " "))
    big = [w for w in words if w[0].isupper()]
    solid = [w for w in words if w.lower() not in ("of", "the", "for", "and", "in", "on", "de", "la", "du")]
    hyphened = re.findall(r"[\w']+", name)
    return {"".join(w[0] for w in ws).upper() for ws in (words, big, solid, hyphened) if len(ws) > 1}


def acronym_of(short: str, long: str) -> bool:
    """Whether `short` is an acronym of `long`: "UCL", "LeT", "U.A.E."."""
    letters = short.replace(".", "").replace("-", "")
    if " " in letters or not 2 <= len(letters) <= 8 or sum(c.isupper() for c in letters) < 2:
        return False
    return letters.upper() in initials(long)


def body_like(short: str, long: str) -> bool:
    """Whether `short` can be the body `long`: the same words from its end ("Foreign Ministry"), or its acronym."""
    a, b = fold(short).split(), fold(long).split()
    if a == b:
        return True
    if acronym_of(short, long):
        return True
    if not a or len(a) >= len(b):
        return False
    if a == b[-len(a) :]:
        return len(a) > 1
    return a == b[: len(a)] and len(a[0]) > 3 and (len(b) - len(a) == 1 or b[-1] in FIRMS)
