"""Where a headline ends that runs on into the story on the same line."""

from __future__ import annotations

import re

from dragoman.terms.span import Span

_WORD = re.compile(r"\S+")
_OPENER = frozenset(
    "The A An In On At After As It He She They For With When While There This These Two Three Four Five More Under Following "
    "Amid During".split()
)
_SMALL = frozenset(
    "a an the and or but of in on at to for from by with as over into after is are be its it vs v amid up off out if not no "
    "than".split()
)
_CALLED = frozenset(
    "newspaper daily weekly magazine paper outlet broadcaster broadsheet tabloid website site journal film book show series "
    "vitamin hepatitis plan type category grade class group annex titled called named".split()
)
"""Words behind which a capital begins a name and no sentence: "the newspaper The Post", "hepatitis A"."""
_FEWEST = 4
_MOST = 18
_LONGEST = 26
"""Words of a headline in sentence case, which may be a whole sentence."""
_GAP = re.compile(r"[^.!?\n]{15,160}?[\w'’”\")](  +)(?=[\"“‘']?[A-Z])")


def end_of_headline(copy: str, paragraph: Span, title: str | None, *, begins: bool = False) -> int | None:
    """Return the offset at which the story starts behind a headline on the same line, None where none is seen.

    Seen are the report's own title, and a headline in title case (every word of weight with a capital) behind which a
    sentence in plain case begins with a word like "The" or "After". Where the page begins, a headline in sentence case is
    seen too: by a wide gap behind it, or by such a word with a capital in the middle of a sentence.
    """
    found = _end_of_title(copy, paragraph, title) or _end_of_title_case(copy, paragraph)
    if found is not None or not begins:
        return found
    gap = _GAP.match(copy, paragraph.start, paragraph.end)
    return gap.end() if gap else _end_of_sentence_case(copy, paragraph)


def _end_of_title(copy: str, paragraph: Span, title: str | None) -> int | None:
    words = title.split() if title else []
    if not words or len(words) > 60:
        return None
    pattern = r"\s+".join(re.escape(w) for w in words) + r"[.!?:]?\s+(?=\S)"
    match = re.compile(pattern).match(copy, paragraph.start, paragraph.end)
    return match.end() if match else None


def _end_of_title_case(copy: str, paragraph: Span) -> int | None:
    words = []
    for match in _WORD.finditer(copy, paragraph.start, min(paragraph.end, paragraph.start + 250)):
        words.append(match)
        if len(words) > _MOST + 2:
            break
    for i, match in enumerate(words[:_MOST]):
        word = match[0]
        if i >= _FEWEST and word in _OPENER and _plain_case(words, i + 1) and words[i - 1][0].lower() not in _SMALL:
            return match.start()
        if word.lower() not in _SMALL and not _has_capital(word):
            return None
        if word[-1] in ".,;" and not _has_capital(word[:-1]):
            return None
        if word[-1] == "." and len(word) > 4:
            return None
    return None


def _end_of_sentence_case(copy: str, paragraph: Span) -> int | None:
    words = list(_WORD.finditer(copy, paragraph.start, min(paragraph.end, paragraph.start + 300)))
    for i, match in enumerate(words[:_LONGEST]):
        word, before = match[0], words[i - 1][0]
        if i >= _FEWEST and word in _OPENER and _ends(before) and _opens(words, i + 1, word):
            return match.start()
        if word[-1] in ".!?" and (len(word) > 4 or word.islower()):
            return None
    return None


def _ends(word: str) -> bool:
    """Whether a headline can end with a word: one in small letters that asks for no more, or a number."""
    return (word.isalpha() and word.islower() and word not in _SMALL and word not in _CALLED) or word.isdigit()


def _opens(words: list[re.Match[str]], i: int, opener: str) -> bool:
    """Whether a sentence goes on at word `i`; behind "The" with a small letter, since it opens names as well."""
    following = [w[0] for w in words[i : i + 1]]
    return following != [] and (following[0].islower() or (opener != "The" and _plain_case(words, i)))


def _plain_case(words: list[re.Match[str]], i: int) -> bool:
    """Say whether one of the two words from `i` on is a word of weight in small letters."""
    following = [w[0] for w in words[i : i + 3]]
    return any(w.islower() and w.isalpha() and w not in _SMALL for w in following)


def _has_capital(word: str) -> bool:
    return any(c.isupper() for c in word) or word[0].isdigit()
