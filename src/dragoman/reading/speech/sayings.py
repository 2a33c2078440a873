"""Drafts -> Sayings: joins the people and the days to what was said."""

from __future__ import annotations

from dragoman.reading.attach import date_of
from dragoman.reading.marks import Saying
from dragoman.reading.speech.drafts import Draft
from dragoman.reading.speech.hearing import Hearing
from dragoman.terms.span import Span, hull


def finish(hearing: Hearing, drafts: list[Draft]) -> tuple[Saying, ...]:
    """Return the sayings of all drafts, in the order of the text."""
    drafts = sorted(drafts, key=lambda d: (d.start, d.contents[-1].end))
    return tuple(_saying(hearing, draft) for draft in drafts)


def _saying(hearing: Hearing, draft: Draft) -> Saying:
    parse, voice = hearing.parse, draft.voice
    cue = parse.span(*voice.cue)
    source = None if voice.source is None else parse.span(*voice.source)
    named = [cue] if source is None else [cue, source]
    if draft.carried:
        spans: tuple[Span, ...] = (hull(*draft.contents),)
    else:
        spans = (hull(*named, draft.contents[0]), *draft.contents[1:])
    types = {hearing.type_of(content, voice.verb) for content in draft.contents}
    return Saying(
        spans=spans,
        cue=cue,
        contents=draft.contents,
        type="direct" if types == {"direct"} else "indirect" if types == {"indirect"} else "mixed",
        source=source,
        speaker=mention_in(hearing, voice.head, voice.source),
        date=None if draft.carried else date_of(hearing.scene, voice.verb),
        act=None if draft.use is None else draft.use.act,
        rule=draft.rule,
    )


def mention_in(hearing: Hearing, head: int | None, words: tuple[int, int] | None) -> int | None:
    """Return the mention that a source names: the one on its head word, else the last one within its words."""
    if head is None or words is None:
        return None
    at = hearing.scene.mention_at
    if head in at:
        return at[head]
    return next((at[i] for i in range(words[1], words[0] - 1, -1) if i in at), None)
