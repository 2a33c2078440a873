"""Sayings in sayings: what came through whom."""

from __future__ import annotations

from dragoman.reading.speech.bounds import trails
from dragoman.reading.speech.drafts import Draft
from dragoman.reading.speech.hearing import Hearing
from dragoman.reading.speech.persons import channel_of, mention_in
from dragoman.reading.speech.voices import with_source
from dragoman.terms.span import Span, hull

_PASSED_ON = frozenset({"according to", "as told"})
_SEEING = frozenset({"view", "regard"})
_THEMSELVES = frozenset({"it", "he", "she", "they"})


def join_channels(hearing: Hearing, drafts: list[Draft]) -> list[Draft]:
    """Set through whom each saying came, and drop the sources that only pass on another's words.

    "The envoy said …, according to TASS": the envoy speaks, TASS is the channel. "The spokesman said the envoy had warned
    …": two sayings, the inner one through the spokesman.
    """
    kept = []
    for draft in drafts:
        _by_cited(hearing, draft)
        told = _told_by_another(hearing, draft, drafts) if draft.rule in _PASSED_ON else None
        told = told or _trailed(hearing, draft, drafts)
        if told is None:
            kept.append(draft)
        else:
            told.via = mention_in(hearing, draft.voice.head, draft.voice.source)
    within = _innermost(hearing, kept)
    for draft in kept:
        if draft.via is None:
            draft.via = channel_of(hearing, draft)
        outer = None if draft.carried else within.get(draft.voice.cue[0])
        draft.outer = None if outer is None or outer.voice.verb == draft.voice.verb else outer
        if draft.via is None and draft.outer is not None:
            draft.via = mention_in(hearing, draft.outer.voice.head, draft.outer.voice.source)
    return [d for d in kept if not _is_part(hearing, d) and not _passes_on(hearing, d, kept)]


_CITING = frozenset({"citing", "quoting"})
_FAR = 10


def _by_cited(hearing: Hearing, draft: Draft) -> None:
    """Let those speak whom an outlet cites: "the agency reported, *citing two guards*", "reports *citing guards*"."""
    parse, voice = hearing.parse, draft.voice
    if voice.head is None or voice.source is None or draft.carried:
        return
    outlet = mention_in(hearing, voice.head, voice.source)
    below = (*parse.kids(voice.verb, "advcl", "prep", "acl"), *parse.kids(voice.head, "acl", "prep"))
    below += tuple(i for i in range(voice.verb + 2, min(voice.verb + _FAR, len(parse))) if parse.word[i - 1] == ",")
    citing = next((c for c in below if parse.lower[c] in _CITING and hearing.inside[c] < 0), None)
    if citing is None or outlet is None or hearing.scene.mentions[outlet].kind not in ("media", None):
        return
    mentions, at = hearing.scene.mentions, hearing.scene.mention_at
    who = next((c for c in parse.kids(citing, "dobj", "pobj") if c in at), None)
    if who is not None and mentions[at[who]].kind not in (None, "media"):
        draft.voice, draft.via = with_source(parse, voice, who), outlet


_WHOLE = 0.9


def _passes_on(hearing: Hearing, draft: Draft, drafts: list[Draft]) -> bool:
    """Whether an outlet only passes another's words on: "*the agency reported that* the envoy said the talks had failed"."""
    if not _is_outlet(hearing, draft) or len(draft.contents) > 1:
        return False
    return any(
        inner.outer is draft and len(_whole(hearing, inner)) >= _WHOLE * len(draft.contents[0]) for inner in drafts
    )


def _is_outlet(hearing: Hearing, draft: Draft) -> bool:
    """Whether a news outlet is the source of a saying."""
    source = mention_in(hearing, draft.voice.head, draft.voice.source)
    return source is not None and hearing.scene.mentions[source].kind == "media"


def _trailed(hearing: Hearing, draft: Draft, drafts: list[Draft]) -> Draft | None:
    """The saying behind whose own attribution another hangs: "…, the army said on Monday, *the agency reported*"."""
    if draft.rule != "according to" and not (_is_outlet(hearing, draft) and trails(hearing, draft.voice.verb)):
        return None
    return next(
        (
            d
            for d in drafts
            if d.contents[0] == draft.contents[0] and d.voice.verb < draft.voice.verb and not _is_thought(d)
        ),
        None,
    )


def _whole(hearing: Hearing, draft: Draft) -> Span:
    """A saying with its cue and source."""
    words = [draft.voice.cue, *([] if draft.voice.source is None else [draft.voice.source])]
    return hull(*draft.contents, *(hearing.parse.span(*w) for w in words))


_DEEDS = frozenset({"appeal", "demand"})


def _is_part(hearing: Hearing, draft: Draft) -> bool:
    """Whether a saying is no more than a part of the one around it: "said that *it believes* …", "said both *agreed* …".

    What somebody is told to have asked, promised or wanted is a deed or a stance, and its words are not his: "said the
    mayor had *asked* them to wait". An outlet only passes it on: "Varn asked for calm, *the agency reported*".
    """
    if draft.outer is None or draft.use is None:
        return False
    asked = draft.use.act in _DEEDS or draft.use.sense in ("attitude", "tell of") or draft.rule == "infinitive"
    if draft.use.sense == "agree" or (asked and _is_unquoted(hearing, draft) and not _is_outlet(hearing, draft.outer)):
        return True
    head, parse = draft.voice.head, hearing.parse
    thought = draft.use.sense in ("think", "attitude") or parse.lemma[draft.voice.verb] in _SEEING
    return thought and head is not None and parse.lower[head] in _THEMSELVES


def _is_unquoted(hearing: Hearing, draft: Draft) -> bool:
    """Whether no word of a saying stands between quotation marks of its own."""
    return all(hearing.type_of(content, draft.voice.verb) == "indirect" for content in draft.contents)


def _told_by_another(hearing: Hearing, draft: Draft, drafts: list[Draft]) -> Draft | None:
    """The saying whose clause a source hangs on: its cue stands in the content, and no clause of its own between."""
    parse = hearing.parse
    verb = next((h for h in parse.ancestors(draft.voice.verb) if parse.tag[h][:2] == "VB"), None)
    if draft.rule == "as told":
        verb = parse.head[draft.voice.verb]
    for other in drafts:
        if other is draft or other.rule in _PASSED_ON or hearing.inside[other.voice.verb] >= 0 or _is_thought(other):
            continue
        cue = parse.start[other.voice.cue[0]]
        if not any(c.start <= cue < c.end for c in draft.contents):
            continue
        own = verb is not None and any(c.start <= parse.start[verb] < c.end for c in other.contents)
        if verb is None or verb == other.voice.verb or own:
            return other
    return None


def _is_thought(draft: Draft) -> bool:
    """Whether a saying tells what somebody has in mind, of which another may tell: "*half of them think so*, a survey says"."""
    return draft.use is not None and draft.use.sense in ("think", "attitude")


def _innermost(hearing: Hearing, drafts: list[Draft]) -> dict[int, Draft]:
    """For each word in a content, the saying of the shortest content around it."""
    parse, within = hearing.parse, {}
    for span, draft in sorted(((c, d) for d in drafts for c in d.contents), key=lambda pair: -len(pair[0])):
        within.update(dict.fromkeys(parse.words_in(span), draft))
    return within
