"""Where a content starts and ends: whole quotes, no "that", nothing of another cue that hangs on behind it."""

from __future__ import annotations

from dragoman.reading.speech.cues import cues
from dragoman.reading.speech.hearing import Hearing
from dragoman.reading.speech.voices import Voice
from dragoman.terms.span import Span

_BESIDE = ("ccomp", "parataxis", "conj", "advcl", "punct", "cc", "relcl", "acl")


def fit(hearing: Hearing, first: int, last: int, verb: int) -> Span | None:
    """Return the span of a content of the cue `verb`, None where nothing is left."""
    parse = hearing.parse
    last = _cut(hearing, first, min(last, len(parse) - 1))
    last = _whole_quotes(hearing, first, last, verb)
    while first <= last and ((parse.lower[first] == "that" and parse.tag[first] == "IN") or parse.word[first] in (",", ":")):
        first += 1
    return hearing.trim(first, last)


def _whole_quotes(hearing: Hearing, first: int, last: int, verb: int) -> int:
    """Return the last word with the quote that it stands in, and one that follows a quote after a word or two."""
    n = hearing.inside[last] if last >= first else -1
    if n < 0 or n == hearing.inside[verb]:
        return last
    last = max(last, hearing.reach[n][1])
    while n + 1 < len(hearing.quotes) and last < hearing.reach[n + 1][0] <= last + 4 and not hearing.is_full(n):
        between = range(last + 1, hearing.reach[n + 1][0])
        if any(hearing.stops(i) or hearing.parse.word[i] in (",", ":", ";") or hearing.parse.tag[i][:2] == "VB" for i in between):
            break
        n += 1
        last = hearing.reach[n][1]
    return last


def _cut(hearing: Hearing, first: int, last: int) -> int:
    """Return the last word before ", adding …", ", according to …" in what was taken for content."""
    parse, verbs = hearing.parse, cues().verbs
    for i in range(first + 2, last):
        if parse.word[i - 1] != "," or hearing.inside[i] >= 0:
            continue
        k = i + 1 if parse.tag[i] in ("RB", "CC") else i
        if parse.lower[k] in ("according", "citing"):
            return i - 2
        if parse.tag[k] == "VBG" and (cue := verbs.get(parse.lemma[k])) and next(iter(cue.values())).sense in _SPEAKING:
            return i - 2
    return last


_SPEAKING = frozenset({"say", "add", "stand"})


def attribution(hearing: Hearing, voice: Voice) -> tuple[int, int]:
    """Return the words of the attribution without content: source, cue, and what hangs on the cue."""
    parse, verb = hearing.parse, voice.verb
    first, last = voice.cue
    if voice.source is not None and abs(voice.source[0] - verb) < 40:
        first, last = min(first, voice.source[0]), max(last, voice.source[1])
    for c in parse.children[verb]:
        if parse.dep[c] in _BESIDE:
            continue
        if c > verb:
            last = max(last, parse.right[c])
        elif 0 <= first - parse.right[c] <= 1:
            first = min(first, parse.left[c])
    return first, last


def sentence_first(hearing: Hearing, i: int) -> int:
    """Return the first word of the sentence that word `i` stands in; a quote that ends a sentence ends it."""
    starts, inside = hearing.parse.start, hearing.inside
    here, own = hearing.paragraph(starts[i]), inside[i]
    while i > 0 and not hearing.stops(i - 1) and hearing.paragraph(starts[i - 1]) == here:
        if inside[i] != own and inside[i] != inside[i - 1] and own >= 0:
            break
        n = inside[i - 1]
        if n >= 0 and n != own and hearing.last_char(n) in (".", "!", "?") and hearing.parse.word[i] != ",":
            break
        if n >= 0 and n == own and hearing.parse.word[i - 1] in (".", "!", "?"):
            break
        i -= 1
    return i


def sentence_last(hearing: Hearing, i: int) -> int:
    """Return the last word, a full stop left out, of the sentence that word `i` stands in."""
    starts, inside = hearing.parse.start, hearing.inside
    here, own = hearing.paragraph(starts[i]), inside[i]
    while i + 1 < len(starts) and not hearing.stops(i + 1) and hearing.paragraph(starts[i + 1]) == here:
        if own >= 0 and (inside[i + 1] != own or hearing.parse.word[i + 1] in (".", "!", "?")):
            break
        i += 1
    return i
