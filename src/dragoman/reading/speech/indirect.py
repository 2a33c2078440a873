"""Indirect and mixed speech: what the verbs of speech take, in whatever order."""

from __future__ import annotations

from dragoman.reading.speech.bounds import fit
from dragoman.reading.speech.clauses import find_clause, is_as, only_described
from dragoman.reading.speech.cues import Cue, Use, cues
from dragoman.reading.speech.drafts import Draft
from dragoman.reading.speech.frames import partly_quoted, read_frame
from dragoman.reading.speech.hearing import Hearing
from dragoman.reading.speech.madeclear import read_made_clear
from dragoman.reading.speech.silent import only_announced, only_names, spoken_by
from dragoman.reading.speech.voices import SUBJECTS, Voice, voice_of
from dragoman.terms.span import Span

_OWN = frozenset({"i", "we", "you", "let", "me", "us"})
_NO_SPEAKERS = frozenset({"a", "an", "the", "each"})
"""What the grammar takes for a subject and nobody is: "*a* long declared truce", "*each* blaming the other"."""
_MODIFYING = ("amod", "compound", "aux", "auxpass")


def find_indirect(hearing: Hearing) -> list[Draft]:
    """Find what the verbs of speech take, one walk over the words."""
    parse, verbs = hearing.parse, cues().verbs
    drafts = []
    for i, lemma in enumerate(parse.lemma):
        if lemma == "make" and (made := read_made_clear(hearing, i)) is not None:
            drafts.append(made)
        cue = verbs.get(lemma)
        if cue is None or parse.tag[i][:2] != "VB" or i in hearing.heard:
            continue
        draft = _read_verb(hearing, i, cue)
        if draft is not None:
            drafts.append(draft)
            hearing.heard.add(i)
    return drafts


def _read_verb(hearing: Hearing, verb: int, cue: Cue) -> Draft | None:
    parse = hearing.parse
    if parse.dep[verb] in _MODIFYING or _is_withheld(hearing, verb) or only_names(hearing, verb):
        return None
    if _was_asked(hearing, verb) or _calls_back(hearing, verb):
        return None
    voice = spoken_by(hearing, voice_of(parse, verb))
    if (voice.source is None and not _is_impersonal(hearing, voice)) or not _may_speak(hearing, voice, cue):
        return None
    if only_described(hearing, voice):
        return None
    found = _taken(hearing, voice, cue)
    if found is None or only_announced(hearing, voice, *found[1:]):
        return None
    cue_end, spans, frame, use = found
    voice = Voice((voice.cue[0], max(voice.cue[1], cue_end)), verb, voice.source, voice.head, voice.passive)
    return Draft(voice, _from_mark(hearing, voice, spans), frame, use)


def _from_mark(hearing: Hearing, voice: Voice, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """Let a content that starts in the middle of a quote right behind its cue start with the quote."""
    behind = hearing.inside[voice.cue[1] + 1 : voice.cue[1] + 2]
    if not behind or behind[0] < 0 or hearing.inside[voice.verb] >= 0:
        return spans
    inner = hearing.quotes[behind[0]].inner
    within = inner.start < spans[0].start < inner.end
    return (Span(inner.start, spans[0].end), *spans[1:]) if within else spans


def _was_asked(hearing: Hearing, verb: int) -> bool:
    """Whether a participle tells what a speaker was asked or told by others: "*Asked* whether he would come, Prelec said"."""
    parse = hearing.parse
    bare = (
        parse.tag[verb] in ("VBN", "VBD") and parse.dep[verb] == "advcl" and parse.kid(verb, "aux", *SUBJECTS) is None
    )
    return bare and verb < parse.head[verb] and parse.kid(verb, "mark") is None


def _calls_back(hearing: Hearing, verb: int) -> bool:
    """Whether somebody calls people back and tells nothing: "recalled its envoy"."""
    parse = hearing.parse
    if parse.lemma[verb] != "recall":
        return False
    at, mentions = hearing.scene.mention_at, hearing.scene.mentions
    return any(c in at and mentions[at[c]].kind is not None for c in parse.kids(verb, "dobj", "nsubjpass"))


def _is_impersonal(hearing: Hearing, voice: Voice) -> bool:
    """Whether nobody is told to have said it: "it was said that", "they were told that"."""
    subject = hearing.parse.kid(voice.verb, "nsubjpass", "expl", "nsubj")
    told = subject is not None and (
        hearing.parse.lower[subject] == "it" or hearing.parse.lemma[voice.verb] in ("tell", "inform")
    )
    return voice.passive and told


def _is_withheld(hearing: Hearing, verb: int) -> bool:
    """Whether the words are told as not said, or not yet: "did not say", "will say", "to say", "until they say"."""
    parse = hearing.parse
    if any(parse.lower[c] in ("will", "wo", "'ll", "’ll", "shall") for c in parse.kids(verb, "aux")):
        return True
    if parse.dep[verb] == "conj" and any(parse.lower[c] == "neither" for c in parse.kids(parse.head[verb], "preconj")):
        return True  # "neither confirmed nor *denied*"
    if parse.kid(verb, "neg") is not None:
        return parse.lemma[verb] in _LEFT_UNSAID
    marks = {parse.lower[c] for c in parse.kids(verb, "mark")} if parse.dep[verb] == "advcl" else set()
    if marks & _IFS and not (marks & _TILL and parse.tag[verb] == "VBD"):
        return True
    to = any(parse.tag[c] == "TO" for c in parse.kids(verb, "aux"))
    if to and (parse.dep[verb] in ("acl", "relcl") or parse.lemma[verb] in cues().showing):
        return True
    wanted = to and parse.dep[verb] in ("xcomp", "ccomp")
    return wanted and parse.lemma[parse.head[verb]] not in _GOES_ON_TO


_LEFT_UNSAID = frozenset(
    "say tell mention comment add specify disclose know indicate reveal explain clarify elaborate announce state".split()
)
"""Verbs that tell nothing under a "not": "did not *say* when", but "did not *deny* that"."""
_GOES_ON_TO = frozenset(
    {"go", "continue", "proceed", "take", "use", "join", "rush", "begin", "hasten", "seem", "appear"}
)
"""Verbs whose "to say" is said: "went on to say", but not "wanted to say", "urged them to tell"."""
_TILL = frozenset({"until", "once"})
"""Behind these a past verb tells what happened: "it was quiet until the army *said* …"."""
_IFS = frozenset({"if", "unless", "until", "once", "whether", "lest"})


_TOLD_BY = frozenset(
    "report study survey poll transcript slide datum document average article paper"
    " analysis data figure figures record document review investigation audit inquiry probe test tests "
    " statistic research researcher scientist team expert analyst finding evidence image footage video letter memo email statement resolution photo picture film book ad advert advertisement website".split()
)


def _shows(hearing: Hearing, voice: Voice) -> bool:
    """Whether what shows or wants something is a paper or somebody: "the survey found", not "the light showed"."""
    parse, head = hearing.parse, voice.head
    if head is None or parse.tag[head] not in ("NN", "NNS") or parse.lemma[head] in _TOLD_BY:
        return True
    at, mentions = hearing.scene.mention_at, hearing.scene.mentions
    named = (at[c] for c in (head, *parse.kids(head, "appos")) if c in at)  # "the charity *Open Door* accused them"
    return any(mentions[n].kind is not None for n in named)


def _may_take_clause(hearing: Hearing, voice: Voice, cue: Cue) -> bool:
    """Whether a clause behind a cue is somebody's words or thoughts; "as we know" tells nobody's."""
    use = cue.get("clause")
    if use is None or use.sense != "attitude":
        return use is not None
    return voice.head is not None and not is_as(hearing, voice.verb) and _tells_of(hearing, voice, use)


_PRESSING = frozenset({"underscore", "underline", "highlight"})
"""What deeds and things may do as well as people: "the raid *underlined* that …"."""
_NOBODY = frozenset({"it", "this", "that", "which", "nobody", "none", "nothing"})


def _tells_of(hearing: Hearing, voice: Voice, use: Use) -> bool:
    """Whether somebody is told to have spoken of a thing: "she mentioned the bridge", not "she may mention it".

    What somebody has in mind ("wants to leave", "supports the plan") is a position where sides sit down together, and an
    attribution elsewhere. A participle tells what a deed shows: "left at noon, *underlining* her doubts".
    """
    parse, verb, head = hearing.parse, voice.verb, voice.head
    if use.sense == "attitude" and hearing.is_position(head):
        return False
    if parse.tag[verb] == "VBG" and parse.dep[verb] == "advcl" and parse.lemma[parse.head[verb]] not in cues().verbs:
        return False
    helpers = parse.kids(verb, "aux", "neg")
    if (
        voice.passive
        or head is None
        or parse.lower[head] in _NOBODY
        or any(parse.tag[c] in ("MD", "TO") or parse.dep[c] == "neg" for c in helpers)
    ):
        return False
    if hearing.inside[verb] >= 0 or parse.tag[head] not in ("NN", "NNS"):
        return hearing.inside[verb] < 0
    if parse.lemma[verb] in cues().showing and use.sense == "attitude":
        return parse.lemma[head] in _TOLD_BY
    mention = hearing.scene.mention_at.get(head)
    return mention is not None and hearing.scene.mentions[mention].kind is not None


def _with_quoted(hearing: Hearing, voice: Voice, cue: Cue, found: tuple[int, int, int]) -> tuple[int, int, int]:
    """Return what a cue takes with the quoted words behind it that belong to it."""
    quoted = partly_quoted(hearing, voice, cue)
    if quoted is None:
        return found
    return min(found[0], quoted[0]), max(found[1], quoted[1]), found[2]


def _may_speak(hearing: Hearing, voice: Voice, cue: Cue) -> bool:
    """Whether the report tells these words: not "I think"; within a quote only what others are named to have said."""
    if voice.head is None:
        return hearing.inside[voice.verb] < 0
    if hearing.parse.lower[voice.head] in _OWN or hearing.parse.lower[voice.head] in _NO_SPEAKERS:
        return False
    if any(hearing.parse.lower[c] in ("neither", "no") for c in hearing.parse.kids(voice.head, "det", "preconj")):
        return False
    lemma, word = hearing.parse.lemma[voice.verb], hearing.parse.word[voice.head]
    if (lemma in cues().showing or (lemma in _PRESSING and word.islower())) and not _shows(hearing, voice):
        return False
    if hearing.inside[voice.verb] < 0:
        return True
    use = next(iter(cue.values()))
    return (
        hearing.parse.tag[voice.head] in ("NNP", "NNPS", "NNS")
        and use.sense == "say"
        and use.act not in ("propose", "promise")
    )


def _taken(hearing: Hearing, voice: Voice, cue: Cue) -> tuple[int, tuple[Span, ...], str, Use] | None:
    """Return the last word of the cue, the content, the way the cue takes it, and the use of the cue that goes with it."""
    if _may_take_clause(hearing, voice, cue) and (spans := find_clause(hearing, voice)) is not None:
        return voice.verb, spans, "as told" if is_as(hearing, voice.verb) else "clause", cue["clause"]
    if voice.source is None:
        return None
    for frame, use in cue.items():
        if use.sense == "stand" and not _shows(hearing, voice):
            continue
        if use.sense in ("tell of", "attitude") and not _tells_of(hearing, voice, use):
            continue
        found = read_frame(hearing, voice, frame)
        if found is not None and use.sense in ("tell of", "attitude"):
            found = _with_quoted(hearing, voice, cue, found)
        if found is not None and (span := fit(hearing, found[0], found[1], voice.verb)) is not None:
            return found[2], (span,), frame, use
    found = partly_quoted(hearing, voice, cue)
    if found is not None and (span := fit(hearing, found[0], found[1], voice.verb)) is not None:
        return found[2], (span,), "quoted words", next(iter(cue.values()))
    return None
