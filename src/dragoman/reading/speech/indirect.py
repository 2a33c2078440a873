"""Indirect and mixed speech: what the verbs of speech take, in whatever order."""

from __future__ import annotations

from dragoman.reading.grammar.parse import Parse
from dragoman.reading.speech.bounds import attribution, fit, sentence_first, sentence_last
from dragoman.reading.speech.cues import Cue, Use, cues
from dragoman.reading.speech.drafts import Draft
from dragoman.reading.speech.frames import partly_quoted, read_frame
from dragoman.reading.speech.hearing import Hearing
from dragoman.reading.speech.silent import only_announced, only_names, spoken_by
from dragoman.reading.speech.voices import SUBJECTS, Voice, voice_of
from dragoman.terms.span import Span

_OWN = frozenset({"i", "we", "you", "let", "me", "us"})
_PLAIN = frozenset(
    "say add tell note report claim argue insist warn write state tweet post announce admit declare explain".split()
)
_MODIFYING = ("amod", "compound", "aux", "auxpass")
_FAR = 12


def find_indirect(hearing: Hearing) -> list[Draft]:
    """Find what the verbs of speech take, one walk over the words."""
    parse, verbs = hearing.parse, cues().verbs
    drafts = []
    for i, lemma in enumerate(parse.lemma):
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
    voice = spoken_by(hearing, voice_of(parse, verb))
    if (voice.source is None and not _is_impersonal(hearing, voice)) or not _may_speak(hearing, voice, cue):
        return None
    found = _taken(hearing, voice, cue)
    if found is None or only_announced(hearing, voice, *found[1:]):
        return None
    cue_end, spans, frame, use = found
    voice = Voice((voice.cue[0], max(voice.cue[1], cue_end)), verb, voice.source, voice.head, voice.passive)
    return Draft(voice, spans, frame, use)


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
    if parse.kid(verb, "neg") is not None:
        return parse.lemma[verb] in ("say", "tell", "mention", "comment", "add", "specify", "disclose", "know")
    if parse.dep[verb] == "advcl" and any(parse.lower[c] in _IFS for c in parse.kids(verb, "mark")):
        return True
    wanted = parse.dep[verb] in ("xcomp", "ccomp") and any(parse.tag[c] == "TO" for c in parse.kids(verb, "aux"))
    return wanted and parse.lemma[parse.head[verb]] not in _GOES_ON_TO


_GOES_ON_TO = frozenset(
    {"go", "continue", "proceed", "take", "use", "join", "rush", "begin", "hasten", "seem", "appear"}
)
"""Verbs whose "to say" is said: "went on to say", but not "wanted to say", "urged them to tell"."""
_IFS = frozenset({"if", "unless", "until", "once", "whether", "lest"})


_TOLD_BY = frozenset(
    "report study survey poll transcript slide datum document average article paper"
    " analysis data figure figures record document review investigation audit inquiry probe test tests "
    " statistic research researcher scientist team expert analyst finding evidence image footage video letter memo email statement resolution".split()
)


def _shows(hearing: Hearing, voice: Voice) -> bool:
    """Whether what shows or wants something is a paper or somebody: "the survey found", not "the light showed"."""
    parse, head = hearing.parse, voice.head
    if head is None or parse.tag[head] not in ("NN", "NNS") or parse.lemma[head] in _TOLD_BY:
        return True
    mention = hearing.scene.mention_at.get(head)
    return mention is not None and hearing.scene.mentions[mention].kind is not None


def _may_speak(hearing: Hearing, voice: Voice, cue: Cue) -> bool:
    """Whether the report tells these words: not "I think"; within a quote only what others are named to have said."""
    if voice.head is None:
        return hearing.inside[voice.verb] < 0
    if hearing.parse.lower[voice.head] in _OWN:
        return False
    if hearing.parse.lemma[voice.verb] in cues().showing and not _shows(hearing, voice):
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
    if "clause" in cue and (spans := _clause(hearing, voice)) is not None:
        return voice.verb, spans, "as told" if _is_as(hearing, voice.verb) else "clause", cue["clause"]
    if voice.source is None:
        return None
    for frame, use in cue.items():
        if use.sense == "stand" and not _shows(hearing, voice):
            continue
        found = read_frame(hearing, voice, frame)
        if found is not None and (span := fit(hearing, found[0], found[1], voice.verb)) is not None:
            return found[2], (span,), frame, use
    found = partly_quoted(hearing, voice, cue)
    if found is not None and (span := fit(hearing, found[0], found[1], voice.verb)) is not None:
        return found[2], (span,), "quoted words", next(iter(cue.values()))
    return None


def _one(span: Span | None) -> tuple[Span, ...] | None:
    return None if span is None else (span,)


def _clause(hearing: Hearing, voice: Voice) -> tuple[Span, ...] | None:
    """The clause that a cue takes: behind it, before it, around it; by the grammar first, then by the words."""
    parse, verb = hearing.parse, voice.verb
    below = [c for c in parse.kids(verb, "ccomp") if _is_finite(hearing, c)]
    below = below[bool(below) and _is_relative(hearing, below[0]) :]
    after = [c for c in below if c > verb]
    if after:
        first = _behind_date(hearing, verb, max(parse.left[after[0]], verb + 1))
        return _one(fit(hearing, first, _with_second(hearing, voice, after[-1]), verb))
    if parse.dep[verb] == "acl":
        return None
    if cues().verbs[parse.lemma[verb]]["clause"].sense == "go on":
        return None
    if below:
        return _around(hearing, voice, parse.right[below[0]])
    if parse.dep[verb] == "parataxis" or _is_as(hearing, verb):
        return _around(hearing, voice, parse.right[parse.head[verb]])
    if parse.lemma[verb] not in _PLAIN or voice.source is None or parse.tag[verb] == "VB":
        return None
    return _by_words(hearing, voice)


_FINITE = ("MD", "VBD", "VBZ", "VBP")
_NOW = ("VBZ", "VBP", "MD")


def _with_second(hearing: Hearing, voice: Voice, clause: int) -> int:
    """Return the last word of a clause with one that goes on with it in the present: "said that it is over, *and they rest*".

    The report itself tells in the past what happened: "said that it was over, and left".
    """
    parse, last = hearing.parse, hearing.parse.right[clause]
    if parse.tag[voice.verb] not in ("VBD", "VBN"):
        return last
    for c in parse.kids(voice.verb, "conj"):
        tags = {parse.tag[k] for k in (c, *parse.kids(c, "aux", "auxpass"))}
        own = parse.kid(c, *SUBJECTS)
        joint = any(last < k < c and parse.lower[k] == "and" for k in parse.kids(voice.verb, "cc"))
        if not joint or own is None or not tags & set(_NOW) or "VBD" in tags or hearing.inside[c] >= 0:
            break
        if parse.lemma[c] in cues().verbs:
            break
        last = parse.right[c]
    return last


def _is_finite(hearing: Hearing, c: int) -> bool:
    """Whether a clause says something: "that they left", "he leave" after a demand; not "to leave", "it useful"."""
    parse = hearing.parse
    helpers = [parse.tag[k] for k in parse.kids(c, "aux", "auxpass", "cop")]
    if parse.tag[c] in _FINITE or any(tag in _FINITE for tag in helpers):
        return True
    if parse.kid(c, "mark") is not None:
        return "TO" not in helpers
    return parse.tag[c] in ("VB", "VBN") and "TO" not in helpers and parse.kid(c, *SUBJECTS) is not None


def _is_relative(hearing: Hearing, c: int) -> bool:
    """Whether a clause tells which thing is meant, though the grammar hangs it on the cue: "after a war *that has cost* …"."""
    parse = hearing.parse
    first = parse.left[c]
    subject = parse.kid(c, "nsubj", "nsubjpass")
    return subject == first and parse.tag[first] == "WDT" and first > 0 and parse.tag[first - 1][:2] == "NN"


def _is_as(hearing: Hearing, verb: int) -> bool:
    """Read "As the minister said, …"."""
    parse = hearing.parse
    return parse.dep[verb] == "advcl" and any(parse.lower[c] == "as" for c in parse.kids(verb, "mark", "advmod"))


def _behind_date(hearing: Hearing, verb: int, first: int) -> int:
    """Where a clause starts that seems to start with a date: "said Friday the talks …", but not "said Friday's talks …"."""
    parse = hearing.parse
    last = first + (parse.lower[first] in ("on", "late", "early"))
    if first <= verb or parse.entity[last : last + 1] not in (["DATE"], ["TIME"]):
        return first
    while last + 1 < len(parse) and parse.entity[last + 1] in ("DATE", "TIME") and last < first + 4:
        last += 1
    more = parse.tag[last + 1 : last + 2]
    behind = ("IN", "DT", "PRP", "PRP$", "NNP", "NNS", "EX")
    return last + 1 if more and more[0] in behind and parse.tag[last] != "POS" else first


def _around(hearing: Hearing, voice: Voice, right: int) -> tuple[Span, ...] | None:
    """The content before its cue ("…, he said"), and what goes on with it behind ("…, he said, …")."""
    parse, verb = hearing.parse, voice.verb
    first, last = attribution(hearing, voice)
    start = sentence_first(hearing, first)
    if any(
        hearing.inside[i] >= 0 and hearing.is_full(hearing.inside[i]) and parse.word[i - 1] == ":"
        for i in range(start + 1, first)
    ):
        return None
    spans = [fit(hearing, start, first - 1, verb)]
    if right > last:
        spans.append(fit(hearing, last + 1, right, verb))
    kept = tuple(s for s in spans if s is not None)
    return kept if any(parse.tag[i] in _FINITE for s in kept for i in parse.words_in(s)) else None


def _tells(parse: Parse, first: int, last: int) -> bool:
    """Whether some words tell something: a verb stands among them ("posted at: 10 p.m." tells nothing)."""
    return any(tag[:2] in ("VB", "MD") for tag in parse.tag[first : last + 1])


def _by_words(hearing: Hearing, voice: Voice) -> tuple[Span, ...] | None:
    """Where the grammar gives a plain verb of saying nothing: the words around its commas, or behind its "that"."""
    parse, verb = hearing.parse, voice.verb
    first, last = attribution(hearing, voice)
    start, end = sentence_first(hearing, first), sentence_last(hearing, verb)
    for i in range(verb + 1, min(verb + _FAR, end - 1)):
        which = parse.tag[i] == "WDT" and parse.dep[i] == "nsubj" and parse.tag[i - 1][:2] == "NN"
        if (parse.lower[i] == "that" and parse.tag[i] in ("IN", "WDT", "DT") and not which) or (
            parse.word[i] == ":" and hearing.inside[i + 1] < 0 and _tells(parse, i + 1, end)
        ):
            return _one(fit(hearing, i + 1, end, verb))
        if parse.tag[i] in _FINITE or parse.word[i] in (":", ",", ";"):
            break
    if parse.word[first - 1 : first] == [","] and first - start > 2 and (last + 1 > end or parse.word[last + 1] == ","):
        return _around(hearing, voice, end)
    return None
