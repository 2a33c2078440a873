"""Direct speech: whole quotes, each with the voice after it, before it, or in the paragraph above it."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.reading.speech.cues import cues
from dragoman.reading.speech.drafts import Draft
from dragoman.reading.speech.hearing import MARKS, Hearing
from dragoman.reading.speech.voices import SUBJECTS, Voice, nouns_after, nouns_before, phrase, voice_of, with_source
from dragoman.terms.span import Span

_DASHES = frozenset({",", "-", "--", "—", "–", "―"})
_NO_CUES = frozenset({"be", "have", "do", "’s", "'s"})
_RELATIVE = frozenset({"who", "which", "that", "whom"})
_FAR = 40


def find_direct(hearing: Hearing) -> list[Draft]:
    """Find the quotes that have a voice of their own in their sentence."""
    drafts = []
    for group in groups(hearing):
        voice = _voice_of_group(hearing, group)
        if voice is None:
            continue
        use = _use(hearing, voice)
        drafts.append(Draft(voice, contents_of(hearing, group), "quote", use, quotes=group))
        hearing.heard.add(voice.verb)
    return drafts


def groups(hearing: Hearing) -> list[tuple[int, ...]]:
    """Join the quotes that are one statement: left open and gone on with, or side by side in one paragraph."""
    out: list[list[int]] = []
    for n, quote in enumerate(hearing.quotes):
        if out and (quote.continues or _beside(hearing, out[-1][-1], n)):
            out[-1].append(n)
        else:
            out.append([n])
    return [tuple(group) for group in out]


def _beside(hearing: Hearing, a: int, b: int) -> bool:
    between = hearing.text[hearing.quotes[a].span.end : hearing.quotes[b].span.start]
    return between.isspace() and between.count("\n") < 2 and hearing.is_full(a) and hearing.is_full(b)


def contents_of(hearing: Hearing, group: Iterable[int]) -> tuple[Span, ...]:
    """Return the words of some quotes, without marks and a comma before the closing one."""
    spans = []
    for n in group:
        inner = hearing.quotes[n].inner
        words = hearing.text[inner.start : inner.end]
        start = inner.start + len(words) - len(words.lstrip())
        end = start + len(words.strip().rstrip(", "))
        spans.append(Span(start, max(end, start + 1)))
    return tuple(spans)


def starts_sentence(hearing: Hearing, n: int) -> bool:
    """Whether nothing but a conjunction stands before quote `n` in its sentence."""
    first, end = hearing.region_before(n)
    parse = hearing.parse
    return all(parse.word[i] in MARKS or parse.tag[i] in ("CC", ",", ":", "HYPH") and parse.word[i] != ":" for i in range(first, end))


def ends_clause(hearing: Hearing, n: int) -> bool:
    """Whether quote `n` ends a clause: by a mark in it, by a comma or the end of the sentence behind it."""
    after = hearing.reach[n][1] + 1
    if hearing.is_full(n) or after >= len(hearing.parse) or hearing.inside[after] >= 0:
        return True
    return hearing.parse.word[after] in (",", ".", "—", "–", "--", "-") or hearing.region_after(n)[0] == hearing.region_after(n)[1]


def _voice_of_group(hearing: Hearing, group: tuple[int, ...]) -> Voice | None:
    first, last = group[0], group[-1]
    colon = _introduced(hearing, first)
    if colon is not None:
        return colon
    if starts_sentence(hearing, first):
        return next((v for n in (last, first) if (v := voice_after(hearing, n)) is not None), None)
    if not ends_clause(hearing, last) and hearing.quotes[last].closed:
        return None
    return _led_in(hearing, first)


# --- after the quote


def voice_after(hearing: Hearing, n: int) -> Voice | None:
    """Return the voice in the words after quote `n`: "he said", "said the minister", "according to the ministry"."""
    parse = hearing.parse
    first, end = hearing.region_after(n)
    at = first
    while at < end and parse.word[at] in _DASHES:
        at += 1
    if at >= end or parse.word[end - 1] == ":" or not ends_clause(hearing, n):
        return None
    if parse.lower[at] == "according" and at + 2 < end:
        return _according(hearing, at, end)
    last_mark = hearing.text[: hearing.quotes[n].inner.end].rstrip()[-1:] if n < 0 else _last_char(hearing, n)
    open_end = last_mark != "." or parse.word[first] in _DASHES
    voice = _inverted(hearing, at, end, open_end) or _following(hearing, at, end, open_end)
    if voice is not None and not open_end and not _is_bare(hearing, voice, end):
        return None
    return voice


def _last_char(hearing: Hearing, n: int) -> str:
    inner = hearing.quotes[n].inner
    return hearing.text[inner.start : inner.end].rstrip()[-1:]


def _according(hearing: Hearing, at: int, end: int) -> Voice | None:
    parse = hearing.parse
    heads = [i for i in range(at + 2, end) if parse.dep[i] == "pobj" and parse.lower[parse.head[i]] == "to"]
    if not heads:
        return None
    return Voice((at, at + 1), at, phrase(parse, heads[0], low=at + 2, high=end - 1), heads[0])


def _inverted(hearing: Hearing, at: int, end: int, open_end: bool) -> Voice | None:
    """ "…," said the minister."""
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
    if source is None or parse.tag[source[0]] in ("IN",):
        return None
    return Voice((at, at), at, source, source[1])


def _following(hearing: Hearing, at: int, end: int, open_end: bool) -> Voice | None:
    """ "…," the minister said; the verb may be any where a comma shows that it belongs to the quote."""
    parse, verbs = hearing.parse, cues().verbs
    lone = None
    for t in range(at, min(end, at + _FAR)):
        if parse.tag[t][:2] != "VB" or parse.lemma[t] in _NO_CUES:
            continue
        subject = next((c for c in parse.kids(t, *SUBJECTS) if at <= c < t and parse.lower[c] not in _RELATIVE), None)
        known = parse.lemma[t] in verbs
        if subject is not None and (known or (open_end and parse.left[subject] <= at + 1 and parse.tag[t] != "VBG")):
            return with_source(parse, Voice((t, t), t), subject)
        if known and lone is None and parse.tag[t] in ("VBD", "VBZ", "VBP") and parse.dep[t] != "relcl":
            lone = t
    if lone is None:
        return None
    source = nouns_before(parse, lone, at)
    return None if source is None else Voice((lone, lone), lone, source, source[1])


def _is_bare(hearing: Hearing, voice: Voice, end: int) -> bool:
    """Whether nothing is said by the cue but the quote: no clause of its own, no other quote after it."""
    parse = hearing.parse
    if end < len(parse) and hearing.inside[end] >= 0 or voice.verb + 12 < end:
        return False
    rest = parse.lower[voice.verb + 1 : end]
    return "that" not in rest and not any(c > voice.verb for c in parse.kids(voice.verb, "ccomp", "xcomp", "dobj", "oprd"))


# --- before the quote


def _introduced(hearing: Hearing, n: int) -> Voice | None:
    """The voice of a quote after a colon: "The minister told reporters: …", "Kyiv: …"."""
    parse = hearing.parse
    first, end = hearing.region_before(n)
    if first == end and first > 0 and parse.word[first - 1] == ":":
        end, first = first, _sentence_start(hearing, first - 1)
    if end - first < 2 or parse.word[end - 1] != ":":
        return None
    return voice_before_colon(hearing, first, end - 1)


def _sentence_start(hearing: Hearing, i: int) -> int:
    while i > 0 and not hearing.stops(i - 1) and hearing.inside[i - 1] < 0:
        if hearing.paragraph(hearing.parse.start[i - 1]) != hearing.paragraph(hearing.parse.start[i]):
            break
        i -= 1
    return i


def voice_before_colon(hearing: Hearing, first: int, end: int) -> Voice | None:
    """Return who speaks by the words before a colon: a cue verb, a verb at all, or nothing but a name."""
    parse, verbs = hearing.parse, cues().verbs
    acting = [t for t in range(first, end) if parse.tag[t][:2] == "VB" and hearing.inside[t] < 0]
    known = [t for t in acting if parse.lemma[t] in verbs]
    for t in [*reversed(known), *acting]:
        voice = voice_of(parse, t)
        if voice.source is None and (nouns := nouns_before(parse, t, first)) is not None:
            voice = Voice(voice.cue, t, nouns, nouns[1])
        if voice.source is not None and (t in known or voice.source[1] < t):
            return voice
    if not acting and end - first <= 10 and any(parse.tag[i][:2] == "NN" for i in range(first, end)):
        return Voice((end, end), end, (first, end - 1), end - 1)
    return None


def _led_in(hearing: Hearing, n: int) -> Voice | None:
    """The voice of a quote after a comma or right after its cue: "He said, …", "He told me …"."""
    parse, verbs = hearing.parse, cues().verbs
    first, end = hearing.region_before(n)
    acting = [t for t in range(first, end) if parse.tag[t][:2] == "VB" and parse.lemma[t] not in ("be", "have", "do")]
    if not acting or parse.lemma[acting[-1]] not in verbs:
        return None
    verb, comma = acting[-1], parse.word[end - 1] in (",", "--", "—", "–", "-")
    if not comma and (end - verb > 4 or not _is_statement(hearing, n) or parse.lower[end - 1] in ("that", "of", "as", "a", "the")):
        return None
    voice = voice_of(parse, verb)
    if voice.source is not None:
        return voice
    nouns = nouns_before(parse, verb, first) or nouns_after(parse, verb, end)
    return None if nouns is None else Voice((verb, verb), verb, nouns, nouns[1])


def _is_statement(hearing: Hearing, n: int) -> bool:
    """Whether a quote reads as a sentence: a capital, a verb, four words or more."""
    first, last = hearing.inner_words(n)
    words = hearing.parse
    return (
        last - first >= 3
        and words.word[first][:1].isupper()
        and any(words.tag[i] in ("VBD", "VBZ", "VBP", "MD", "VB") for i in range(first, last + 1))
    )


def _use(hearing: Hearing, voice: Voice) -> object:
    cue = cues().verbs.get(hearing.parse.lemma[voice.verb], {})
    return next(iter(cue.values()), None)


# --- without a voice of its own


def carry(hearing: Hearing, drafts: list[Draft]) -> list[Draft]:
    """Give the whole quotes that have no voice the last one told before, in their paragraph or the one above."""
    out: list[Draft] = []
    taken = {n for draft in drafts for n in draft.quotes}
    pending = sorted(drafts, key=lambda d: d.voice.cue[0])
    for group in groups(hearing):
        if group[0] in taken or not _stands_alone(hearing, group) or _is_covered(hearing, group, pending):
            continue
        last = _last_before(hearing, group, sorted([*pending, *out], key=lambda d: d.start))
        if last is not None:
            contents = contents_of(hearing, group)
            out.append(Draft(last.voice, contents, "carried", last.use, quotes=group, carried=True))
    return out


def _stands_alone(hearing: Hearing, group: tuple[int, ...]) -> bool:
    n = group[0]
    first, last = hearing.inner_words(n)
    if last - first < 2 or not starts_sentence(hearing, n) or hearing.quotes[n].single:
        return False
    after = hearing.reach[group[-1]][1] + 1
    ended = after >= len(hearing.parse) or _last_char(hearing, group[-1]) in (".", "!", "?", "…") or hearing.stops(after)
    return (ended or not hearing.quotes[group[-1]].closed) and hearing.parse.word[first][:1].isupper()


def _is_covered(hearing: Hearing, group: tuple[int, ...], drafts: list[Draft]) -> bool:
    span = hearing.quotes[group[0]].inner
    return any(content.touches(span) for draft in drafts for content in draft.contents)


def _last_before(hearing: Hearing, group: tuple[int, ...], drafts: list[Draft]) -> Draft | None:
    """The last saying before a quote whose words end in the same paragraph or the one before."""
    start = hearing.quotes[group[0]].span.start
    here = hearing.paragraph(start)
    for draft in reversed(drafts):
        end = max(hearing.parse.end[draft.voice.cue[1]] if not draft.carried else 0, draft.contents[-1].end)
        if end <= start and draft.voice.source is not None:
            return draft if hearing.paragraph(end) >= here - 1 else None
    return None
