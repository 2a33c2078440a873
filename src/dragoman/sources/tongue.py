"""Whether a text is English, and if not, what it is.

Most texts are judged by how many of their words are English function words, which costs nothing. Only one with few of
them is shown to the language identifier (py3langid, a fixed model without network or chance), which is loaded then.
"""

from __future__ import annotations

import re

SHORTEST = 200
"""Characters: a shorter text is not judged."""

_FUNCTION_WORDS = frozenset(
    (
        *("the", "and", "that", "with", "from", "which", "has", "his", "their"),
        *("were", "said", "been", "this", "they", "who", "by", "would", "its"),
    )
)
_CLEARLY_ENGLISH = 0.08
"""Share of those words: English news has 0.12 to 0.2, other languages under 0.03 even with English names in them."""
_FEWEST_WORDS = 15
_SAMPLE = 2_000
_WORD = re.compile(r"[^\W\d_]+")


def foreign_language(text: str) -> str | None:
    """Return the English name of the language where `text` is not English, None where it is or cannot be judged."""
    if len(text) <= SHORTEST:
        return None
    sample = _sample(text)
    words = _WORD.findall(sample.lower())
    if not words or sum(w in _FUNCTION_WORDS for w in words) >= _CLEARLY_ENGLISH * len(words):
        return None
    if len(set(words)) < _FEWEST_WORDS and sample.isascii():
        return None
    return _identify(sample)


def _sample(text: str) -> str:
    if len(text) <= 3 * _SAMPLE:
        return text
    middle = len(text) // 2
    return " ".join((text[:_SAMPLE], text[middle : middle + _SAMPLE], text[-_SAMPLE:]))


def _identify(sample: str) -> str | None:
    import py3langid  # type: ignore[import-untyped]

    code, _ = py3langid.classify(sample.encode("utf-8", "replace").decode("utf-8"))
    return None if code == "en" else _name(code)


def _name(code: str) -> str:
    from babel import Locale

    return str(Locale("en").languages.get(code, code))
