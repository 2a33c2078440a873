"""The voice beside a quote: in the words after it, before its colon, or leading into it."""

from __future__ import annotations

from dragoman.reading.speech.cues import cues
from dragoman.reading.speech.hearing import Hearing
from dragoman.reading.speech.nearby import RELATIVE, head_of, nouns_after, nouns_before
from dragoman.reading.speech.voices import CITING, SUBJECTS, Voice, cited, phrase, voice_of, with_source

_DASHES = frozenset({",", "-", "--", "—", "–", "―"})
_NO_CUES = frozenset({"be", "have", "do", "’s", "'s"})
_SILENT = _NO_CUES | {"follow", "include", "become", "come", "seem"}
LABELS = frozenset("quote quotation literally source details background reference update note context".split())
"""Words before a colon that name the part of a report and nobody: "*Quote:* “We will wait”"."""
_WORDS = frozenset(
    "message warning answer reply response verdict comment reaction advice argument position line word".split()
)
_FAR = 40
_LONGEST_NAME = 10


def voice_after(hearing: Hearing, n: int) -> Voice | None:
    """Return the voice in the words after quote `n`: "he said", "said the minister", "according to the ministry"."""
    parse = hearing.parse
    first, end = hearing.region_after(n)
    at = first
    while at < end and parse.word[at] in _DASHES:
        at += 1
    if at >= end or parse.word[end - 1] == ":" or not hearing.ends_clause(n):
        return None
    if parse.lower[at] == "according" and at + 2 < end:
        return _according(hearing, at, end)
    if parse.word[first] in _DASHES and parse.word[first] != "," and (signed := _signature(hearing, at, end)):
        return signed
    open_end = hearing.last_char(n) != "." or parse.word[first] in _DASHES
    voice = _inverted(hearing, at, end, open_end) or _following(hearing, at, end, open_end)
    if voice is not None and not open_end and not _is_bare(hearing, voice, end):
        return None
    return voice


def _according(hearing: Hearing, at: int, end: int) -> Voice | None:
    parse = hearing.parse
    heads = [i for i in range(at + 2, end) if parse.dep[i] == "pobj" and parse.lower[parse.head[i]] == "to"]
    if not heads:
        return None
    return Voice((at, at + 1), at, phrase(parse, heads[0], low=at + 2, high=end - 1), heads[0])


def _signature(hearing: Hearing, at: int, end: int) -> Voice | None:
    """Read "…" — Ana Prelec: a dash and a name with no verb, as under a motto or a reader's letter."""
    parse = hearing.parse
    if end - at > _LONGEST_NAME or any(parse.tag[i][:2] in ("VB", "MD") for i in range(at, end)):
        return None
    comma = next((i for i in range(at, end) if parse.word[i] == ","), end)
    names = [i for i in range(at, comma) if parse.tag[i] in ("NNP", "NNPS")]
    return (
        Voice((at - 1, at - 1), at - 1, (at, names[-1]), names[-1]) if names and parse.word[at][:1].isupper() else None
    )


def _inverted(hearing: Hearing, at: int, end: int, open_end: bool) -> Voice | None:
    """Read "…," said the minister."""
    parse = hearing.parse
    while at < end and parse.tag[at] in ("RB", "CC"):
        at += 1
    if at >= end or parse.tag[at] not in ("VBD", "VBZ", "VBN", "VBP") or parse.lemma[at] in _NO_CUES:
        return None
    if parse.lemma[at] not in cues().verbs and not open_end:
        return None
    behind = [c for c in parse.kids(at, *SUBJECTS) if at < c < end]
    if behind:
        return with_source(parse, Voice((at, at), at), behind[0])
    source = nouns_after(parse, at, end)
    return None if source is None else Voice((at, at), at, source, source[1])


def _following(hearing: Hearing, at: int, end: int, open_end: bool) -> Voice | None:
    """Read "…," the minister said; the verb may be any where a comma shows that it belongs to the quote."""
    parse, verbs = hearing.parse, cues().verbs
    lone = None
    for t in range(at, min(end, at + _FAR)):
        if parse.tag[t][:2] != "VB" or parse.lemma[t] in _NO_CUES or hearing.inside[t] >= 0:
            continue
        subject = next((c for c in parse.kids(t, *SUBJECTS) if at <= c < t and parse.lower[c] not in RELATIVE), None)
        known = parse.lemma[t] in verbs
        if subject is not None and parse.lemma[t] in CITING and (who := cited(parse, t)) is not None:
            said = next((i for i in range(t + 1, end) if parse.lower[i] == "saying"), t)
            return with_source(parse, Voice((said, said), t), who)
        if subject is not None and (known or (open_end and parse.left[subject] <= at + 1 and parse.tag[t] != "VBG")):
            return with_source(parse, Voice((t, t), t), subject)
        if known and lone is None and parse.tag[t] in ("VBD", "VBZ", "VBP") and parse.dep[t] != "relcl":
            lone = t
    if lone is None:
        return None
    source = nouns_before(parse, lone, at)
    return None if source is None else Voice((lone, lone), lone, source, head_of(parse, *source))


def _is_bare(hearing: Hearing, voice: Voice, end: int) -> bool:
    """Whether nothing is said by the cue but the quote: no clause of its own, no other quote after it."""
    parse = hearing.parse
    if (end < len(parse) and hearing.inside[end] >= 0) or voice.verb + 12 < end:
        return False
    rest = parse.lower[voice.verb + 1 : end]
    if parse.lemma[voice.verb] == "tell":
        return "that" not in rest and "to" not in rest and parse.kid(voice.verb, "ccomp", "oprd") is None
    return "that" not in rest and not any(
        c > voice.verb for c in parse.kids(voice.verb, "ccomp", "xcomp", "dobj", "oprd")
    )


def voice_before_colon(hearing: Hearing, first: int, end: int) -> Voice | None:
    """Return who speaks by the words before a colon: a cue verb, a verb at all, or nothing but a name."""
    parse, verbs = hearing.parse, cues().verbs
    if end - first == 1 and parse.lower[first] in LABELS:
        return None
    acting = [t for t in range(first, end) if parse.tag[t][:2] == "VB" and hearing.inside[t] < 0]
    known = [t for t in acting if parse.lemma[t] in verbs]
    for t in [*reversed(known), *(t for t in reversed(acting) if parse.lemma[t] not in _SILENT)]:
        voice = voice_of(parse, t)
        if voice.source is None and (nouns := nouns_before(parse, t, first)) is not None:
            voice = Voice(voice.cue, t, nouns, head_of(parse, *nouns))
        if voice.source is not None and (t in known or voice.source[1] < t):
            return voice
    told = next((i for i in range(first, end) if parse.lemma[i] in _WORDS and parse.kid(i, "poss") is not None), None)
    if told is not None and not known:  # "the envoy's message was clear: …"
        return with_source(parse, Voice((told, told), told), parse.kids(told, "poss")[0])
    if not acting and end - first <= _LONGEST_NAME and any(parse.tag[i][:2] == "NN" for i in range(first, end)):
        return Voice((end, end), end, (first, end - 1), end - 1)
    return None


def led_in(hearing: Hearing, n: int) -> Voice | None:
    """Return the voice of a quote after a comma or right after its cue: "He said, …", "He told me …"."""
    parse, verbs = hearing.parse, cues().verbs
    first, end = hearing.region_before(n)
    acting = [t for t in range(first, end) if parse.tag[t][:2] == "VB" and parse.lemma[t] not in ("be", "have", "do")]
    if not acting or parse.lemma[acting[-1]] not in verbs:
        return None
    verb = acting[-1]
    inner = hearing.inner_words(n)[0]
    if _splits(hearing, n, verb) or parse.word[inner : inner + 1] in (["and"], ["but"]):
        return None
    if parse.tag[end - 1] == "CC" and end - 2 > verb:
        end -= 1
    if parse.word[end - 1] not in _DASHES and (end - verb > 4 or not _is_statement(hearing, n, end - 1)):
        return None
    voice = voice_of(parse, verb)
    if voice.source is not None:
        return voice
    if (nouns := nouns_before(parse, verb, first)) is not None:
        return Voice((verb, verb), verb, nouns, head_of(parse, *nouns))
    nouns = nouns_after(parse, verb, end)
    return None if nouns is None else Voice((verb, verb), verb, nouns, nouns[1])


def _splits(hearing: Hearing, n: int, verb: int) -> bool:
    """Whether a cue splits a sentence whose end alone is quoted: "They will come, he told us, “*to* put it right”"."""
    parse = hearing.parse
    first, _ = hearing.inner_words(n)
    told_before = any(c < verb for c in parse.kids(verb, "ccomp")) or parse.dep[verb] == "parataxis"
    return told_before and parse.word[first][:1].islower()


def _is_statement(hearing: Hearing, n: int, before: int) -> bool:
    """Whether a quote reads as a sentence: a capital, a verb, four words or more, and no "that" before it."""
    first, last = hearing.inner_words(n)
    parse = hearing.parse
    return (
        last - first >= 3
        and parse.lower[before] not in ("that", "of", "as", "a", "the")
        and parse.word[first][:1].isupper()
        and any(parse.tag[i] in ("VBD", "VBZ", "VBP", "MD", "VB") for i in range(first, last + 1))
    )
