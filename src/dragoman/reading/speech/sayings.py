"""Drafts -> Sayings: joins the people and the days to what was said."""

from __future__ import annotations

import re

from dragoman.reading.marks import Saying
from dragoman.reading.speech.chain import follow
from dragoman.reading.speech.channels import join_channels
from dragoman.reading.speech.drafts import Draft
from dragoman.reading.speech.fellows import part_fellows
from dragoman.reading.speech.hearing import Hearing
from dragoman.reading.speech.persons import addressee_of, target_of
from dragoman.reading.speech.voices import phrase
from dragoman.terms.findings import QuotationType
from dragoman.terms.span import Span, hull

_WHOLE_TEXT, _TOO_SHORT = 1500, 25  # characters


def finish(hearing: Hearing, drafts: list[Draft]) -> tuple[Saying, ...]:
    """Return the sayings of all drafts, in the order of the text."""
    part_fellows(hearing, drafts)
    drafts = join_channels(hearing, sorted(drafts, key=lambda d: (d.start, -d.contents[-1].end, d.voice.cue)))
    follow(hearing, drafts)
    return tuple(_saying(hearing, draft) for draft in drafts if not _is_no_content(hearing, draft))


_POINTING_BACK = re.compile(
    r"(?:This|It|That) (?:is|was|has been|had been) (?:also )?(?:reported|stated|announced|said|written|told)\b(?! that\b)"
)
"""A sentence that only says by whom the one before was told: "This was reported by the ministry"."""


def _is_no_content(hearing: Hearing, draft: Draft) -> bool:
    """Whether a content only points back, or is broken off with the text soon after it began."""
    text = hearing.text.rstrip()
    content = draft.contents[-1]
    if _POINTING_BACK.match(draft.contents[0].of(text)):
        return True
    return len(text) > _WHOLE_TEXT and content.end >= len(text) and text[-1].isalnum() and len(content) < _TOO_SHORT


def _saying(hearing: Hearing, draft: Draft) -> Saying:
    voice = draft.voice
    return Saying(
        spans=_evidence(hearing, draft),
        cue=hearing.parse.span(*voice.cue),
        contents=draft.contents,
        type=_type(hearing, draft),
        source=_source(hearing, draft),
        speaker=draft.speaker,
        addressee=addressee_of(hearing, draft),
        via=draft.via,
        date=draft.date,
        act=None if draft.use is None else draft.use.act,
        target=target_of(hearing, draft),
        rule=draft.rule,
    )


def _source(hearing: Hearing, draft: Draft) -> Span | None:
    """The words that name the speaker; of a "who" that no mention follows, those that it takes up: "*bakers* who say"."""
    voice, parse = draft.voice, hearing.parse
    if voice.source is None:
        return None
    taken_up = voice.head is not None and voice.head < voice.source[0] and parse.lower[voice.source[0]] == "who"
    unnamed = draft.speaker is None or hearing.scene.mentions[draft.speaker].kind is None
    if unnamed and taken_up and voice.head is not None and parse.tag[voice.head] == "NNS":
        return parse.span(*phrase(parse, voice.head, high=voice.source[0] - 1))
    return parse.span(*voice.source)


def _evidence(hearing: Hearing, draft: Draft) -> tuple[Span, ...]:
    """The whole attribution: content, cue and source; of a quote that goes on, its own words alone."""
    if draft.carried:
        return (hull(*draft.contents),)
    parse, voice = hearing.parse, draft.voice
    named = [parse.span(*voice.cue), *([] if voice.source is None else [parse.span(*voice.source)])]
    return (hull(*named, draft.contents[0]), *draft.contents[1:])


def _type(hearing: Hearing, draft: Draft) -> QuotationType:
    found = {hearing.type_of(content, draft.voice.verb) for content in draft.contents}
    return "direct" if found == {"direct"} else "indirect" if found == {"indirect"} else "mixed"
