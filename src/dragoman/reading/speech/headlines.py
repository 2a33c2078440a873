"""Headlines: "Kyiv: truce is near", "Truce is near – Kyiv", "Truce is near, says envoy", "Kyiv says truce near"."""

from __future__ import annotations

from itertools import pairwise

from dragoman.reading.speech.beside import LABELS
from dragoman.reading.speech.bounds import fit
from dragoman.reading.speech.cues import Use, cues
from dragoman.reading.speech.drafts import Draft
from dragoman.reading.speech.hearing import MARKS, Hearing
from dragoman.reading.speech.voices import Voice

_DASHES = frozenset({"-", "--", "–", "—", "―", "|"})
_LONGEST = 30
_LONGEST_SOURCE = 5
_FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})
_SAYS = frozenset({"says", "reports", "claims", "warns"})
"""Verbs that the tagger may take for nouns in a headline; "peace talks" is no verb."""
_SAY = Use("say", None)


def find_headlines(hearing: Hearing, drafts: list[Draft]) -> list[Draft]:
    """Find what sentences without a full stop say through a colon, a dash or a bare "says"."""
    told = {d.voice.verb for d in drafts}
    found = []
    for first, last in _lines(hearing):
        if last - first < 3:
            continue
        free = told.isdisjoint(range(first, last + 1))
        draft = _after_colon(hearing, first, last) if free or _is_turn(hearing, first) else None
        if draft is None and free and last - first < _LONGEST and not _ends(hearing, last):
            draft = _before_dash(hearing, first, last) or _bare(hearing, first, last)
        if draft is not None:
            found.append(draft)
    return found


def _lines(hearing: Hearing) -> list[tuple[int, int]]:
    """The first and last words of the sentences, put together again where the grammar broke one at a dash."""
    parse = hearing.parse
    starts = {hearing.word_at(offset) for offset in hearing.paragraphs}
    for a, _ in parse.sentences:
        if a and parse.word[a] not in _DASHES and parse.word[a - 1] not in _DASHES:
            starts.add(a)
    ordered = [*sorted(start for start in starts if start < len(parse)), len(parse)]
    return [(a, b - 1) for a, b in pairwise(ordered)]


def _ends(hearing: Hearing, last: int) -> bool:
    word = hearing.parse.word[last]
    return word in (".", "!", "?", "…", ":", ";", ",") or (
        word in MARKS and hearing.parse.word[last - 1] in (".", "!", "?")
    )


def _is_name(hearing: Hearing, first: int, last: int) -> bool:
    """Whether some words are a short name or title: "Kremlin", "UN envoy", "Foreign Minister Prelec"."""
    parse = hearing.parse
    if not 0 <= last - first < _LONGEST_SOURCE:
        return False
    plain = all(
        parse.tag[i] in ("NNP", "NNPS", "NN", "NNS", "JJ", "POS", "IN", "DT", "CC", "VBG")
        for i in range(first, last + 1)
    )
    return plain and parse.tag[last] in ("NNP", "NNPS", "NN", "NNS")


def _draft(hearing: Hearing, cue: int, source: tuple[int, int], first: int, last: int) -> Draft | None:
    span = fit(hearing, first, last, cue)
    finite = any(hearing.parse.tag[i] in _FINITE for i in range(first, last + 1))
    if span is None or not (finite or any(n >= 0 for n in hearing.inside[first : last + 1])):
        return None
    return Draft(Voice((cue, cue), cue, source, source[1]), (span,), "headline", _SAY)


def _after_colon(hearing: Hearing, first: int, last: int) -> Draft | None:
    """Read "Kremlin: no truce before talks", and a turn in an interview; what follows goes on to the end of the paragraph."""
    parse = hearing.parse
    at = next((i for i in range(first + 1, min(first + _LONGEST_SOURCE + 1, last - 1)) if parse.word[i] == ":"), None)
    if at is None or not _opens_paragraph(hearing, first) or parse.tag[at + 1] in ("WP", "WRB", "WDT"):
        return None
    while first < at and parse.word[first] in MARKS:
        first += 1
    if parse.lower[at - 1] in LABELS or not _is_name(hearing, first, at - 1) or not _is_who(hearing, first, at - 1):
        return None
    here = hearing.paragraph(parse.start[first])
    while last + 1 < len(parse) and hearing.paragraph(parse.start[last + 1]) == here:
        last += 1
    return _draft(hearing, at, (first, at - 1), at + 1, last)


def _is_turn(hearing: Hearing, first: int) -> bool:
    """Whether a turn of an interview starts at word `first`: one name and a colon; behind a place, it may be a dateline."""
    if hearing.parse.word[first + 1] != ":":
        return False
    mention = hearing.scene.mention_at.get(first)
    return mention is None or hearing.scene.mentions[mention].kind not in ("state", "government", "igo")


def _opens_paragraph(hearing: Hearing, first: int) -> bool:
    starts = hearing.parse.start
    return first == 0 or hearing.paragraph(starts[first]) != hearing.paragraph(starts[first - 1])


def _before_dash(hearing: Hearing, first: int, last: int) -> Draft | None:
    """Read "Truce is near – Kyiv", "Truce is near - says envoy", "Truce is near, envoy says"."""
    parse, verbs = hearing.parse, cues().verbs
    at = next(
        (
            i
            for i in range(last - 1, max(first + 2, last - _LONGEST_SOURCE - 3), -1)
            if (parse.word[i] in _DASHES and parse.start[i] > parse.end[i - 1]) or parse.word[i] == ","
        ),
        None,
    )
    if at is None:
        return None
    saying = [
        i
        for i in range(at + 1, last + 1)
        if parse.lemma[i] in verbs
        and (parse.tag[i] in ("VBZ", "VBD", "VBP", "VBN") or (parse.tag[i] == "NNS" and parse.lower[i] in _SAYS))
    ]
    verb = next((i for i in (at + 1, last) if i in saying), None)
    source = (at + 1, last) if verb is None else (verb + 1, last) if verb == at + 1 else (at + 1, last - 1)
    if (verb is None and parse.word[at] == ",") or not _is_name(hearing, *source) or not _is_who(hearing, *source):
        return None
    return _draft(hearing, at if verb is None else verb, source, first, at - 1)


def _is_who(hearing: Hearing, first: int, last: int) -> bool:
    """Whether a mention, or a name of a person, a body or a state, stands among some words."""
    at, parse = hearing.scene.mention_at, hearing.parse
    return any(i in at or parse.entity[i] in ("PERSON", "ORG", "GPE", "NORP") for i in range(first, last + 1))


def _bare(hearing: Hearing, first: int, last: int) -> Draft | None:
    """Read "Kyiv says first day productive": the verb has no clause that the grammar would see."""
    parse = hearing.parse
    verb = next((i for i in range(first + 1, last - 1) if parse.lower[i] in ("says", "say")), None)
    if verb is None or not _is_name(hearing, first, verb - 1) or verb in hearing.heard:
        return None
    span = fit(hearing, verb + 1, last, verb)
    return (
        None
        if span is None
        else Draft(Voice((verb, verb), verb, (first, verb - 1), verb - 1), (span,), "headline", _SAY)
    )
