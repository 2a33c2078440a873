"""Which sayings go on with one before: its day, its speaker, the paper that it stands in."""

from __future__ import annotations

from dragoman.reading.attach import date_of
from dragoman.reading.lending import day_of_act
from dragoman.reading.marks import Mention
from dragoman.reading.occasions import day_told_after
from dragoman.reading.speech.drafts import Draft
from dragoman.reading.speech.hearing import Hearing
from dragoman.reading.speech.papers import PAPERS
from dragoman.reading.speech.persons import mention_in

_GOING_ON = frozenset({"add", "go on"})
_NEAR = 5
"""So many paragraphs apart, links and captions among them, a statement may still go on."""
_HEARD = frozenset({"quote", "cite", "interview"})
"""What is done with a witness on the day on which he is heard."""
_SPEAKING = frozenset({"speak", "talk", "write", "post", "address", "testify"})


def follow(hearing: Hearing, drafts: list[Draft]) -> None:
    """Set who speaks and on which day, saying by saying.

    One that goes on with the statement before ("he added", a quote alone) has its day and, under a pronoun, its speaker;
    "the report said" is said by whoever reported before.
    """
    last: Draft | None = None
    for draft in drafts:
        draft.speaker = mention_in(hearing, draft.voice.head, draft.voice.source)
        draft.date = _outside(hearing, draft, _date(hearing, draft))
        if draft.outer is not None and _is_himself(hearing, draft, draft.outer):
            draft.speaker, draft.via = draft.outer.speaker, None
        elif last is not None and _is_near(hearing, last, draft):
            _go_on(hearing, last, draft)
        if draft.outer is None and draft.rule != "headline":
            last = draft


def _go_on(hearing: Hearing, last: Draft, draft: Draft) -> None:
    """Let a saying take from the one before what it does not tell itself."""
    going_on = draft.carried or (draft.use is not None and draft.use.sense in _GOING_ON)
    dated_on = going_on or _of_one_paper(hearing, last, draft)
    if dated_on and draft.date is None and draft.outer in (None, last):
        draft.date = last.date
    if last.speaker is None or draft.voice.head is None:
        return
    if draft.rule == "according to" and hearing.parse.lower[draft.voice.head] in ("this", "that", "it"):
        draft.speaker = last.speaker  # "according to this"
        return
    if (body := _body_again(hearing, last, draft)) is not None:
        draft.speaker = body
    elif (_is_paper(hearing, draft) and _is_nobodys(hearing, last, draft)) or (
        _may_be(hearing, draft.voice.head, last.speaker) and (going_on or _speaks_on(hearing, last, draft))
    ):
        draft.speaker = last.speaker


def _of_one_paper(hearing: Hearing, last: Draft, draft: Draft) -> bool:
    """Whether "it said", "the statement said" is in the paper that spoke in the paragraph: "A statement said …. …, it said"."""
    parse, head, before = hearing.parse, draft.voice.head, last.voice.head
    if head is None or before is None or not (parse.lower[head] == "it" or _is_paper(hearing, draft)):
        return False
    inside = (o for p in parse.kids(last.voice.verb, "prep") if parse.lower[p] == "in" for o in parse.kids(p, "pobj"))
    papers = any(parse.lemma[w] in PAPERS for w in (before, *inside))
    return papers and hearing.paragraph(draft.start) - hearing.paragraph(last.start) <= 1


def _is_nobodys(hearing: Hearing, last: Draft, draft: Draft) -> bool:
    """Whether a paper is given out by nobody that its sentence tells: then it is that of the paper that spoke before."""
    if draft.speaker is None:
        return True
    paper = hearing.scene.mentions[draft.speaker]
    return paper.kind is None and paper.form == "description" and _of_one_paper(hearing, last, draft)


def _speaks_on(hearing: Hearing, last: Draft, draft: Draft) -> bool:
    """Whether a "he said" comes right after the saying before: nobody does anything between the two outside of their words."""
    parse, scene = hearing.parse, hearing.scene
    head = draft.voice.head
    if draft.outer is not None or head is None or hearing.inside[head] >= 0 or parse.lower[head] not in _SINGULAR:
        return False
    told = (*last.contents, *draft.contents)
    start, end = _last_end(hearing, last), max(draft.start, parse.start[head])
    return not any(
        start <= m.span.start < end
        and m.form != "pronoun"
        and m.kind in ("person", None)
        and not m.quoted
        and not any(m.span.touches(span) for span in told)
        for m in scene.mentions
    )


def _last_end(hearing: Hearing, last: Draft) -> int:
    """Where the words of a saying end, those that name its source among them."""
    words = [last.voice.cue[1], *([] if last.voice.source is None else [last.voice.source[1]])]
    return max(last.contents[-1].end, *(hearing.parse.end[i] for i in words))


_BODIES = frozenset({"media", "igo", "ngo", "government", "state", "military", "armed-group", "company", "group"})


def _body_again(hearing: Hearing, last: Draft, draft: Draft) -> int | None:
    """The body behind the "it" of "…, it said": who spoke, or passed words on, just before."""
    parse, head = hearing.parse, draft.voice.head
    if head is None or parse.lower[head] != "it" or draft.outer is not None:
        return None
    adding = draft.use is not None and draft.use.sense in _GOING_ON
    if draft.start > parse.start[head] and not adding:
        return None
    known = (found for found in (last.speaker, last.via) if found is not None)
    mentions = hearing.scene.mentions
    return next((n for n in known if mentions[n].kind in _BODIES or _unknown_name(mentions[n])), None)


def _unknown_name(mention: Mention) -> bool:
    return mention.kind is None and mention.form == "name"


def _is_himself(hearing: Hearing, draft: Draft, outer: Draft) -> bool:
    """Whether a pronoun in somebody's words stands for him: "she said *she* had warned", nobody else named between."""
    head = draft.voice.head
    if head is None or outer.speaker is None or not _may_be(hearing, head, outer.speaker):
        return False
    start, end = outer.start, hearing.parse.start[head]
    return not any(
        start <= m.span.start < end and m.form != "pronoun" and m.kind == "person" for m in hearing.scene.mentions
    )


_SINGULAR = frozenset({"he", "she"})


def _is_paper(hearing: Hearing, draft: Draft) -> bool:
    """Whether the source is a paper that the text has told of: "the report", "the statement"."""
    head, parse = draft.voice.head, hearing.parse
    if head is None or parse.lemma[head] not in PAPERS:
        return False
    return any(parse.lower[c] in ("the", "this", "that") for c in parse.kids(head, "det"))


def _may_be(hearing: Hearing, word: int, speaker: int) -> bool:
    """Whether a pronoun may stand for a mention, by its number and gender."""
    pronoun, mention = hearing.parse.lower[word], hearing.scene.mentions[speaker]
    if pronoun in _SINGULAR:
        return (
            not mention.plural
            and mention.kind in ("person", None)
            and mention.gender != {"he": "f", "she": "m"}[pronoun]
        )
    return pronoun == "they" and mention.plural


def _date(hearing: Hearing, draft: Draft) -> int | None:
    """The date on a cue, or on the "speaking last night" beside it; of a cue that is no verb, that of the paper it names."""
    verb, parse = draft.voice.verb, hearing.parse
    if parse.tag[verb][:2] != "VB" or draft.rule == "according to":
        return _of_source(hearing, draft)
    date = date_of(hearing.scene, verb)
    if date is not None:
        return date
    beside = parse.kids(verb, "advcl")
    if draft.voice.source is not None and draft.voice.source[0] < verb:
        beside += range(draft.voice.source[0], verb)
    behind = _right_behind(hearing, draft)
    if behind is not None:
        return behind
    speaking = (c for c in beside if parse.tag[c] == "VBG" and parse.lemma[c] in _SPEAKING)
    told = next((found for c in speaking if (found := date_of(hearing.scene, c)) is not None), None)
    if told is None:
        told = _lent(hearing, verb)
    told = told if told is not None else day_of_act(hearing.scene, verb)
    end = hearing.parse.words_in(draft.contents[-1])
    return told if told is not None else day_told_after(hearing.scene, max(verb, end[-1]))


def _of_source(hearing: Hearing, draft: Draft) -> int | None:
    """The day of the paper, the witness or the words named: "according to *a report published on Monday*", "his *claim on Monday* that"."""
    sourced = draft.rule == "according to"
    head = draft.voice.head if sourced else draft.voice.verb
    if head is None:
        return None
    parse = hearing.parse
    told = [c for c in parse.kids(head, "acl") if parse.tag[c] == "VBN"]
    if sourced and parse.lemma[head] not in PAPERS:
        words = [c for c in told if parse.lemma[c] in _HEARD]
    else:
        words = [head, *told]
    return next((n for w in words if (n := date_of(hearing.scene, w)) is not None), None)


def _lent(hearing: Hearing, verb: int) -> int | None:
    """The date that a cue has from beside it: "called on Monday for talks, *saying* …", "a statement issued on Monday *said* …"."""
    parse = hearing.parse
    subjects = parse.kids(verb, "nsubj")
    lenders = [c for subject in subjects for c in parse.kids(subject, "acl") if parse.tag[c] == "VBN"]
    if parse.tag[verb] == "VBG" and parse.dep[verb] == "advcl":
        lenders.append(parse.head[verb])
    dates = (date_of(hearing.scene, word) for word in lenders)
    return next((n for n in dates if n is not None and hearing.scene.dates[n].tense != "future"), None)


def _right_behind(hearing: Hearing, draft: Draft) -> int | None:
    """The date right behind a cue and before its content: "said Friday the talks …"."""
    parse, verb = hearing.parse, draft.voice.verb
    if draft.start < parse.end[verb]:
        return None
    here = range(parse.end[verb], min(parse.end[verb] + 5, draft.start))
    return next(
        (n for n, date in enumerate(hearing.scene.dates) if date.span.start in here and date.span.end <= draft.start),
        None,
    )


def _outside(hearing: Hearing, draft: Draft, date: int | None) -> int | None:
    """A date within the content dates what was said of, not the saying."""
    if date is None:
        return None
    span = hearing.scene.dates[date].span
    return None if any(span.touches(content) for content in draft.contents) else date


def _is_near(hearing: Hearing, last: Draft, draft: Draft) -> bool:
    return hearing.paragraph(draft.start) - hearing.paragraph(last.start) <= _NEAR
