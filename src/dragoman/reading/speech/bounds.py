"""Where a content starts and ends: whole quotes, no "that", nothing of another cue that hangs on behind it."""

from __future__ import annotations

from dragoman.reading.speech.cues import cues
from dragoman.reading.speech.hearing import LONGEST, Hearing
from dragoman.reading.speech.silent import told_by
from dragoman.reading.speech.voices import Voice
from dragoman.terms.span import Span

_PARTING = frozenset({",", "-", "--", "—", "–"})
_BESIDE = ("ccomp", "parataxis", "conj", "advcl", "punct", "cc", "relcl", "acl")


def fit(hearing: Hearing, first: int, last: int, verb: int) -> Span | None:
    """Return the span of a content of the cue `verb`, None where nothing is left."""
    parse = hearing.parse
    last = _cut(hearing, first, min(last, len(parse) - 1, first + LONGEST), verb)
    last = _whole_quotes(hearing, first, last, verb)
    while first <= last and (
        (parse.lower[first] == "that" and parse.dep[first] in ("mark", "punct", "cc"))
        or parse.word[first] in (",", ":")
    ):
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
        if any(
            hearing.stops(i) or hearing.parse.word[i] in (",", ":", ";") or hearing.parse.tag[i][:2] == "VB"
            for i in between
        ):
            break
        n += 1
        last = hearing.reach[n][1]
    return last


def _cut(hearing: Hearing, first: int, last: int, verb: int) -> int:
    """Return the last word before what another cue takes: ", adding …", ", according to …", "; …", ", and X warned"."""
    parse = hearing.parse
    for i in range(first + 2, last):
        if hearing.inside[i] >= 0 and hearing.inside[i] != hearing.inside[verb]:
            continue
        word = parse.word[i]
        if (word == ";" and not _in_bracket(hearing, first, i)) or _begins_anew(hearing, i):
            return i - 1
        if word in _PARTING and _is_aside(hearing, i + 1, verb):
            return i - 1
        if word == "," and (
            _is_source(hearing, i + 1) or _is_attributed(hearing, i, last, verb) or _is_judged(hearing, i)
        ):
            return i - 1
        if parse.tag[i] == "CC" and word.lower() != "or" and _tells(hearing, i, verb):
            return i - 1
    return last


def _in_bracket(hearing: Hearing, first: int, i: int) -> bool:
    """Whether a bracket that opened behind `first` is still open at word `i`: "earns 20 dollars (£15*;* €18) a day"."""
    before = hearing.parse.word[first:i]
    return before.count("(") > before.count(")")


def _begins_anew(hearing: Hearing, i: int) -> bool:
    """Whether a sentence starts at word `i`, right behind a quote that ended one: "called it “a mess.” *Guards* came"."""
    n = hearing.inside[i - 1] if i else -1
    return (
        n >= 0 > hearing.inside[i] and hearing.last_char(n) in (".", "!", "?") and hearing.parse.word[i][:1].isupper()
    )


def _is_aside(hearing: Hearing, i: int, verb: int) -> bool:
    """Whether the report sets something against the words, behind a comma: "said it was over, *although* guns still fired".

    What went on meanwhile is the report's where it is past and the words are not: "he will go, *while* others met".
    """
    parse = hearing.parse
    if parse.lower[i] in ("although", "though"):
        return True
    told, clause = parse.kid(verb, "ccomp"), parse.head[i]
    if parse.lower[i] != "while" or told is None or clause <= i or parse.dep[clause] != "advcl":
        return False
    return parse.tag[clause] == "VBD" and any(
        parse.tag[c] in ("MD", "VBZ", "VBP") for c in (told, *parse.kids(told, "aux"))
    )


def _is_source(hearing: Hearing, i: int) -> bool:
    """Whether a participle of speech or "according" starts at word `i`, an adverb before it left out."""
    parse = hearing.parse
    i += parse.tag[i] in ("RB", "CC")
    if parse.lower[i : i + 1] in (["according"], ["citing"]):
        return True
    return parse.tag[i : i + 1] == ["VBG"] and _sense(hearing, i) in _SPEAKING


_JUDGED = frozenset({"claim", "charge", "allegation", "accusation", "demand", "assertion", "statement", "report"})


def _is_judged(hearing: Hearing, comma: int) -> bool:
    """Whether what follows a comma is the reporter's word on the content: ", *a claim* the army denied"."""
    parse = hearing.parse
    if parse.lower[comma + 1] not in ("a", "an"):
        return False
    noun = parse.head[comma + 1]
    return parse.lemma[noun] in _JUDGED and parse.kid(noun, "relcl", "acl") is not None


def _is_attributed(hearing: Hearing, comma: int, last: int, verb: int) -> bool:
    """Whether what follows a comma up to the end is another attribution: ", the radio reported"."""
    parse = hearing.parse
    for told in range(max(comma + 2, last - 6), last + 1):
        if told == verb or parse.tag[told] not in ("VBD", "VBZ", "VBP") or _sense(hearing, told) not in _SPEAKING:
            continue
        subject = parse.kid(told, "nsubj")
        first = told if subject is None else parse.left[subject]
        named = comma < first and all(parse.tag[i] in _NAMING for i in range(comma + 1, first))
        return named and not any(c > told and not trails(hearing, c) for c in parse.kids(told, "ccomp", "dobj"))
    return False


def trails(hearing: Hearing, verb: int) -> bool:
    """Whether a cue is an attribution that only hangs behind, though the grammar takes it for a content: ", *the radio reported*."."""
    parse = hearing.parse
    if parse.tag[verb] not in ("VBD", "VBZ", "VBP") or _sense(hearing, verb) not in _SPEAKING:
        return False
    subject, end = parse.kid(verb, "nsubj"), sentence_last(hearing, verb)
    if subject is None or subject > verb or any(c > verb for c in parse.kids(verb, "ccomp", "dobj")):
        return False
    first = parse.left[subject]
    behind = all(parse.entity[i] in ("DATE", "TIME") or parse.tag[i] == "IN" for i in range(verb + 1, end + 1))
    return (
        behind and parse.word[first - 1 : first] == [","] and all(parse.tag[i] in _NAMING for i in range(first, verb))
    )


_NAMING = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP", "JJ", "DT", "CD", "CC", "IN", "POS", "PRP$", "HYPH"})


def _tells(hearing: Hearing, i: int, verb: int) -> bool:
    """Whether after a conjunction somebody else speaks ("and the union warned"), or the same one in the cue's tense."""
    parse = hearing.parse
    told = next((c for c in parse.children[parse.head[i]] if c > i and parse.dep[c] == "conj"), None)
    if told is None and told_by(hearing, i + 1) is not None:
        return True
    if told is None or hearing.inside[told] >= 0 or _sense(hearing, told) not in _SPEAKING:
        return False
    if parse.kid(told, "ccomp") is None:
        return False
    if parse.kid(told, "nsubj") is not None:
        return parse.lower[i + 1] not in ("that", "he", "she", "they", "it")
    if told_by(hearing, told) is not None:
        return True
    again = parse.lemma[told] == parse.lemma[verb] or parse.tag[parse.head[told]] not in ("VBD", "VBN")
    return told - i <= 2 and parse.tag[told] == "VBD" == parse.tag[verb] and again


def _sense(hearing: Hearing, i: int) -> str | None:
    cue = cues().verbs.get(hearing.parse.lemma[i])
    return None if cue is None else next(iter(cue.values())).sense


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
    starts, inside, breaks = hearing.parse.start, hearing.inside, hearing.parse.breaks
    here, own, low = hearing.paragraph(starts[i]), inside[i], max(0, i - LONGEST)
    while i > low and i not in breaks and not hearing.stops(i - 1) and hearing.paragraph(starts[i - 1]) == here:
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
    starts, inside, breaks = hearing.parse.start, hearing.inside, hearing.parse.breaks
    here, own, high = hearing.paragraph(starts[i]), inside[i], min(len(starts), i + LONGEST)
    while (
        i + 1 < high and i + 1 not in breaks and not hearing.stops(i + 1) and hearing.paragraph(starts[i + 1]) == here
    ):
        if own >= 0 and (inside[i + 1] != own or hearing.parse.word[i + 1] in (".", "!", "?")):
            break
        if own < 0 and _begins_anew(hearing, i + 1):
            break
        i += 1
    return i
