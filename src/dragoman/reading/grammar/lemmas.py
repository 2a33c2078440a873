"""Base forms of words by spaCy's own rule tables, remembered: "met" -> "meet", "talks" -> "talk".

The lemmatizer of the pipeline needs part-of-speech tags that we do not compute, and asks its tables anew for each word.
This one asks by Penn tag, once for each pair of word and tag.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

POS_OF_TAG = {"NN": "noun", "VB": "verb", "JJ": "adj", "RB": "adv", "MD": "verb"}
SHORT = {"s": "be", "re": "be", "m": "be", "ve": "have", "d": "have"}
"""The verbs that stand behind an apostrophe: "it's", "we're", "they've"."""


class Lemmas:
    """The lemma tables of one pipeline: exceptions, an index of known base forms, and suffix rules, each by part of speech."""

    def __init__(
        self,
        exceptions: Mapping[str, Mapping[str, Sequence[str]]],
        index: Mapping[str, Sequence[str]],
        rules: Mapping[str, Sequence[tuple[str, str]]],
    ) -> None:
        self._exceptions, self._rules = exceptions, rules
        self._index = {pos: frozenset(words) for pos, words in index.items()}
        self._seen: dict[tuple[str, str], str] = {}

    def __call__(self, word: str, tag: str) -> str:
        """Return the lower-case base form of `word` with Penn tag `tag`."""
        key = (word, tag)
        found = self._seen.get(key)
        if found is None:
            found = self._seen[key] = self._look_up(word.lower(), tag)
        return found

    def _look_up(self, word: str, tag: str) -> str:
        if word.startswith("cease-fire"):
            return "ceasefire"
        pos = POS_OF_TAG.get(tag[:2])
        if word[:1] in ("'", "’") and pos == "verb" and tag != "MD":
            return SHORT.get(word[1:], word)
        if pos is None or tag in ("VB", "NN", "JJ", "RB", "MD"):
            return word
        if exceptions := self._exceptions.get(pos, {}).get(word):
            return exceptions[0]
        index = self._index.get(pos, frozenset())
        known, guessed = [], []
        for suffix, base in self._rules.get(pos, ()):
            if word.endswith(suffix):
                form = word[: len(word) - len(suffix)] + base
                if form in index or (form and not form.isalpha()):
                    known.append(form)
                elif form:
                    guessed.append(form)
        return known[0] if known else guessed[0] if guessed and word not in index else word
