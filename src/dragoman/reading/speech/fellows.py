"""Where a content ends as somebody speaks again behind it: "said it was over *and praised* the cook", "…, *while the union said* …"."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from dragoman.reading.speech.drafts import Draft
from dragoman.reading.speech.hearing import Hearing

_JOINTS = frozenset({",", "-", "--", "—", "–", "―"})
_AGAINST = frozenset({"while", "whereas", "though", "although", "and", "but", "with"})
_POINTING = frozenset({"he", "she", "it", "they", "we", "i", "you", "this", "that", "which", "who", "there"})
_FINITE = ("VBD", "VBZ", "VBP", "VBG")
_SHORT = 2


def part_fellows(hearing: Hearing, drafts: list[Draft]) -> None:
    """End each content before a second cue of the same speaker, and before another speaker who is set against it.

    What is told of in the content itself stays in it: "said *she* had warned them", "said that it, *as he called it*, was over".
    """
    starts = hearing.parse.start
    ordered = sorted((d for d in drafts if not d.carried and not d.quotes), key=lambda d: d.voice.cue)
    cues = [starts[d.voice.cue[0]] for d in ordered]
    for draft in ordered:
        content = draft.contents[-1]
        for other in ordered[bisect_right(cues, content.start) : bisect_left(cues, content.end)]:
            end = _end_before(hearing, draft, other)
            first = hearing.word_at(content.start)
            if end is not None and end - first >= _SHORT and (span := hearing.trim(first, end)) is not None:
                draft.contents = (*draft.contents[:-1], span)
                break


def _end_before(hearing: Hearing, draft: Draft, other: Draft) -> int | None:
    """The last word of a content before what another cue tells; None where that one is a part of it."""
    a, b = draft.voice, other.voice
    outside = hearing.inside[a.verb] == hearing.inside[b.verb] == hearing.inside[b.cue[0]]
    if a.verb >= b.cue[0] or not outside or other.start < hearing.parse.end[b.cue[1]] or b.source is None:
        return None
    return _same_again(hearing, b.cue[0]) if a.source == b.source else _set_against(hearing, draft, other)


def _same_again(hearing: Hearing, cue: int) -> int | None:
    """The word before "and praised", ", calling", "— and instead warned"; None where nothing parts the two cues."""
    parse, k = hearing.parse, cue - 1
    while k > 0 and (parse.tag[k] in ("RB", "CC", "VBZ", "VBD") and parse.dep[k] in ("advmod", "cc", "aux")):
        k -= 1
    parted = parse.word[k] in _JOINTS or any(parse.tag[i] == "CC" for i in range(k + 1, cue))
    return k if parted else None


def _set_against(hearing: Hearing, draft: Draft, other: Draft) -> int | None:
    """The word before ", while the union said"; None where the other speaker is one that the content tells of."""
    parse, source, head = hearing.parse, other.voice.source, other.voice.head
    if source is None or head is None or parse.lower[head] in _POINTING or parse.tag[other.voice.verb] not in _FINITE:
        return None
    k = source[0] - 1
    k -= parse.tag[k] == "RB"
    if parse.word[k - 1] not in _JOINTS or parse.lower[k] not in _AGAINST or draft.voice.source == source:
        return None
    own = parse.tag[other.voice.verb] == "VBG"
    return k - 1 if own == (parse.lower[k] == "with") else None
