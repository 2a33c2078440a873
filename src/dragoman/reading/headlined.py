"""The day of what a headline or a caption tells: the day that the story's first sentence gives to the same.

A headline names no day. Its story does, in the sentence that tells it again. Only the first sentence that shares enough words
with the headline and tells its very verb, or the event that it names, is asked, and only about what a headline tells as
done. In doubt: none.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from dragoman.reading.attach import date_of
from dragoman.reading.grammar.parse import Parse
from dragoman.reading.lexicon import load

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dragoman.reading.scene import Scene

OPENING, LEADING = 4, 12
"""Headlines stand among so many first sentences, and their story begins among so many."""
SHORTEST, LONGEST = 3, 30
"""How many words a headline has."""
STEM = 5
SHARED, SHARE = 2, 0.3
CONTENT = ("NN", "VB", "JJ")
ENDS = frozenset('.!?…"”’')
LIGHT = frozenset("be have do say make take get go say tell new".split())
BARE = frozenset("hold have make launch stage sign reach conduct carry begin start end open resume".split())
DAYS = frozenset({"weekday", "today", "day", "iso", "numeric", "overnight", "spread", "days"})


def day_of_lead(scene: Scene, word: int) -> int | None:
    """Return the date phrase that the story gives to what a word of a headline tells; None for a word of the story."""
    parse = scene.parse
    headline = parse.sentence[word]
    if headline >= OPENING or not _is_headline(parse, headline) or _to_come(scene, word):
        return None
    told = _content(parse, range(*parse.sentences[headline]))
    leads = (w for w in _leads(parse, headline) if len(told & _content(parse, w)) >= max(SHARED, SHARE * len(told)))
    events = _events(scene, word)
    for lead in leads:
        again = any(parse.lemma[w] in events and parse.tag[w][:2] in ("VB", "NN") for w in lead)
        found = next(_days(scene, lead), None) if again else None
        if found is not None:
            return found
    return None


def _events(scene: Scene, word: int) -> set[str]:
    """What a word of a headline tells, and the event beside it: "hold *talks*", "call for a *truce*", "*airstrikes* hit"."""
    parse = scene.parse
    below = parse.kids(word, "dobj", "nsubjpass") if parse.lemma[word] in BARE else []
    if parse.tag[word][:2] == "VB":
        below += [n for n in parse.kids(word, "nsubj") if parse.lemma[n] in _nouns_of_deeds()]
        below += [o for p in parse.kids(word, "prep") if parse.lower[p] == "for" for o in parse.kids(p, "pobj")]
    return {parse.lemma[word], *(parse.lemma[n] for n in below)}


@cache
def _nouns_of_deeds() -> frozenset[str]:
    """The nouns that name something done: "airstrike", "arrest"."""
    return frozenset(noun for entry in load("deeds")["entry"] for noun in entry.get("nouns", ()))


def _leads(parse: Parse, headline: int) -> Iterator[range]:
    """The words of the first sentences of the story; what the grammar cut without a full stop is one sentence."""
    first = None
    for n in range(headline + 1, min(LEADING, len(parse.sentences))):
        start, end = parse.sentences[n]
        if first is None and _is_headline(parse, n):
            continue
        first = start if first is None else first
        if parse.word[end - 1][-1:] in ENDS or "\n" in parse.text[parse.end[end - 1] :][:1]:
            yield range(first, end)
            first = None


def _is_headline(parse: Parse, sentence: int) -> bool:
    """Whether a sentence is a line of its own without a full stop."""
    first, end = parse.sentences[sentence]
    if not SHORTEST <= end - first <= LONGEST or parse.word[end - 1][-1:] in '.!?…"”’':
        return False
    behind = parse.text[parse.end[end - 1] : parse.start[end] if end < len(parse) else len(parse.text)]
    return "\n" in behind or end == len(parse)


def _to_come(scene: Scene, word: int) -> bool:
    """Whether a headline tells a predicate as planned or wished: "to resume", "may meet"."""
    clause = scene.clause_at.get(word)
    return clause is not None and (clause.time in ("future", "unreal") or scene.parse.tag[word] == "VB")


def _content(parse: Parse, words: range) -> set[str]:
    """The beginnings of the words of weight in a sentence, so that "Russia" and "Russian" are one."""
    return {
        parse.lemma[w][:STEM]
        for w in words
        if parse.tag[w].startswith(CONTENT) and parse.lemma[w] not in LIGHT and len(parse.lemma[w]) > 1
    }


def _days(scene: Scene, words: range) -> Iterator[int]:
    """The days of the main predicate of a sentence and of those right below it, that lie not ahead."""
    parse = scene.parse
    roots = [w for w in words if parse.head[w] == w and parse.tag[w][:2] == "VB"]
    for root in roots:
        for verb in (root, *parse.kids(root, "xcomp", "ccomp")):
            found = date_of(scene, verb)
            phrase = scene.dates[found] if found is not None else None
            if found is not None and phrase is not None and phrase.pattern in DAYS and phrase.tense != "future":
                yield found
