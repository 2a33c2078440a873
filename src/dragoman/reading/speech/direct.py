"""Direct speech: whole quotes, each with the voice in its sentence; those without one go on with the voice before."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from dragoman.reading.speech.beside import LABELS, led_in, voice_after, voice_before_colon
from dragoman.reading.speech.cues import Use, cues
from dragoman.reading.speech.drafts import Draft
from dragoman.reading.speech.hearing import MARKS, Hearing
from dragoman.reading.speech.quotes import Quote
from dragoman.reading.speech.voices import Voice
from dragoman.terms.span import Span

_INTERRUPTED = 3
"""So many paragraphs on, a statement that was left open may go on: a caption may stand between."""


def find_direct(hearing: Hearing) -> list[Draft]:
    """Find the quotes that have a voice of their own in their sentence."""
    drafts: list[Draft] = []
    for group in (part for whole in groups(hearing) for part in _by_voice(hearing, whole)):
        voice = _split(hearing, group, drafts) or _voice_of_group(hearing, group)
        if voice is not None:
            drafts.append(Draft(voice, contents_of(hearing, group), "quote", _use(hearing, voice), quotes=group))
            hearing.heard.add(voice.verb)
    return drafts


def groups(hearing: Hearing) -> list[tuple[int, ...]]:
    """Join the quotes that are one statement: left open and gone on with, or side by side in one paragraph."""
    out: list[list[int]] = []
    for n, quote in enumerate(hearing.quotes):
        if out and (quote.continues or (_side_by_side(hearing, out[-1][-1], n) and _is_whole(hearing, out[-1][0]))):
            out[-1].append(n)
        else:
            out.append([n])
    return [tuple(group) for group in out]


def _side_by_side(hearing: Hearing, a: int, b: int) -> bool:
    between = hearing.text[hearing.quotes[a].span.end : hearing.quotes[b].span.start]
    return between.isspace() and "\n" not in between and hearing.is_full(a) and hearing.is_full(b)


def _by_voice(hearing: Hearing, group: tuple[int, ...]) -> tuple[tuple[int, ...], ...]:
    """Part quotes that two attributions enclose: "*He said:* “We stay.” “You go,” *he added*" is two statements."""
    last = group[-1]
    if len(group) < 2 or hearing.quotes[last].continues or _introduced(hearing, group[0]) is None:
        return (group,)
    return (group,) if voice_after(hearing, last) is None else (group[:-1], (last,))


def _is_whole(hearing: Hearing, n: int) -> bool:
    """Whether quote `n` starts a sentence or is led in by a mark: not the words in "called it “a shame.” “We stay,” he said"."""
    before = hearing.reach[n][0] - 1
    return before < 0 or not hearing.parse.word[before][-1].isalnum() or starts_sentence(hearing, n)


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
    parse = hearing.parse
    first, end = hearing.region_before(n)
    if end - first == 2 and parse.word[end - 1] == ":" and parse.lower[first] in LABELS:
        return True
    return all(
        parse.word[i] in MARKS or (parse.tag[i] in ("CC", ",", ":", "HYPH") and parse.word[i] != ":")
        for i in range(*hearing.region_before(n))
    )


def _voice_of_group(hearing: Hearing, group: tuple[int, ...]) -> Voice | None:
    first, last = group[0], group[-1]
    introduced = _introduced(hearing, first)
    if introduced is not None:
        after = voice_after(hearing, last)
        if after is not None:
            hearing.heard.add(after.verb)
        return introduced if after is None or _use(hearing, introduced) is not None else after
    if starts_sentence(hearing, first):
        return next((v for n in dict.fromkeys((last, first)) if (v := voice_after(hearing, n)) is not None), None)
    if not hearing.ends_clause(last) and hearing.quotes[last].closed:
        return None
    return led_in(hearing, first)


def _split(hearing: Hearing, group: tuple[int, ...], drafts: list[Draft]) -> Voice | None:
    """The voice that splits a sentence: "A," he said, "B"; "A," he said, laughing, "B"."""
    first, end = hearing.region_before(group[0])
    if not drafts or not drafts[-1].quotes or end - first < 3 or not hearing.ends_clause(group[-1]):
        return None
    last, voice = drafts[-1].quotes[-1], drafts[-1].voice
    if hearing.reach[last][1] + 1 != first or not first <= voice.verb < end or hearing.last_char(last) == ".":
        return None
    return voice if hearing.parse.word[end - 1] == "," or hearing.parse.tag[end - 1] == "CC" else None


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
    """The first word of the sentence and paragraph that word `i` stands in."""
    starts = hearing.parse.start
    while i > 0 and not hearing.stops(i - 1) and hearing.inside[i - 1] < 0:
        if hearing.paragraph(starts[i - 1]) != hearing.paragraph(starts[i]):
            break
        i -= 1
    return i


def _use(hearing: Hearing, voice: Voice) -> Use | None:
    cue = cues().verbs.get(hearing.parse.lemma[voice.verb], {})
    return next(iter(cue.values()), None)


def carry(hearing: Hearing, drafts: list[Draft]) -> list[Draft]:
    """Give the whole quotes that have no voice the last one told before, in their paragraph or the one above."""
    out: list[Draft] = []
    taken = {n for draft in drafts for n in draft.quotes}
    told = sorted(_told(hearing, drafts), key=_end)
    ends = [_end(draft) for draft in told]
    covered = bytearray(len(hearing.text))
    for draft in told:
        for span in draft.contents:
            covered[span.start : span.end] = b"\1" * len(span)
    for group in groups(hearing):
        quote = hearing.quotes[group[0]]
        if group[0] in taken or not _stands_alone(hearing, group) or 1 in covered[quote.inner.start : quote.inner.end]:
            continue
        before = told[: bisect_right(ends, quote.span.start)][-1:] + out[-1:]
        last = max(before, key=_end, default=None)
        if last is not None and _goes_on(hearing, last, quote):
            contents = contents_of(hearing, group)
            out.append(Draft(last.voice, contents, "carried", last.use, quotes=group, carried=True))
    return out


def _told(hearing: Hearing, drafts: list[Draft]) -> list[Draft]:
    """The sayings that the report itself tells, and not somebody in it."""
    cues_within = bytearray(len(hearing.text))
    for draft in drafts:
        for span in draft.contents:
            cues_within[span.start : span.end] = b"\1" * len(span)
    starts, inside = hearing.parse.start, hearing.inside
    return [
        draft
        for draft in drafts
        if draft.voice.source is not None
        and inside[draft.voice.verb] < 0
        and not cues_within[starts[draft.voice.cue[0]]]
    ]


def _goes_on(hearing: Hearing, last: Draft, quote: Quote) -> bool:
    """Whether a quote is near enough to go on with the saying before: the same paragraph or the next."""
    left_open = bool(last.quotes) and not hearing.quotes[last.quotes[-1]].closed
    left_open = left_open or _is_labelled(hearing, quote)
    apart = hearing.paragraph(quote.span.start) - hearing.paragraph(_end(last) - 1)
    return apart <= (_INTERRUPTED if left_open else 1)


def _is_labelled(hearing: Hearing, quote: Quote) -> bool:
    """Whether "Quote:" stands before a quote."""
    before = hearing.text[: quote.span.start].rstrip()
    return before.endswith(":") and before[:-1].split()[-1:] in ([label.title()] for label in LABELS)


def _end(draft: Draft) -> int:
    return draft.contents[-1].end


def _stands_alone(hearing: Hearing, group: tuple[int, ...]) -> bool:
    """Whether quotes are sentences of their own, and long enough to be more than a word held at arm's length."""
    first, last = hearing.inner_words(group[0])
    short = 5 if hearing.quotes[group[0]].single else 2
    if last - first < short or not starts_sentence(hearing, group[0]):
        return False
    after = hearing.reach[group[-1]][1] + 1
    ended = (
        hearing.last_char(group[-1]) in (".", "!", "?", "…")
        or hearing.ends_paragraph(group[-1])
        or hearing.stops(after)
    )
    if not ended and hearing.quotes[group[-1]].closed:
        return False
    begins = first + (hearing.parse.word[first] == "[")  # "“*[The mayor] has agreed* …”"
    return hearing.parse.word[begins][:1].isupper() and not _is_title(hearing, first, last)


def _is_title(hearing: Hearing, first: int, last: int) -> bool:
    """Whether a short quote has capitals throughout, as the title of a book or a film."""
    words = [w for w in hearing.parse.word[first : last + 1] if w[0].isalpha() and len(w) > 3]
    return last - first < 8 and len(words) > 1 and all(w[0].isupper() for w in words)
