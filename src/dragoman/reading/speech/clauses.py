"""The clause that a verb of speech takes: behind it, before it, around it."""

from __future__ import annotations

from dragoman.reading.grammar.parse import Parse
from dragoman.reading.speech.bounds import attribution, fit, sentence_first, sentence_last, trails
from dragoman.reading.speech.cues import cues
from dragoman.reading.speech.hearing import Hearing
from dragoman.reading.speech.papers import PAPERS
from dragoman.reading.speech.voices import SUBJECTS, Voice
from dragoman.terms.span import Span

_PLAIN = frozenset(
    "say add tell note report claim argue insist warn write state tweet post announce admit declare explain".split()
)
_GOING_ON = frozenset({"and", "yet"})
_JOINING = _GOING_ON | {"but"}
_FAR = 12
_LONG = 8
"""So many words before "…, she says" are a sentence, though the tagger finds no finite verb among them."""


def _one(span: Span | None) -> tuple[Span, ...] | None:
    return None if span is None else (span,)


def find_clause(hearing: Hearing, voice: Voice) -> tuple[Span, ...] | None:
    """Return the clause that a cue takes: behind it, before it, around it; by the grammar first, then by the words."""
    parse, verb = hearing.parse, voice.verb
    if (inserted := _of_relative(hearing, voice)) is not None:
        return _one(fit(hearing, *inserted, verb))
    below = [c for c in parse.kids(verb, "ccomp") if _is_finite(hearing, c) and not (c > verb and trails(hearing, c))]
    below = below[bool(below) and _is_relative(hearing, below[0]) :]
    after = [c for c in below if c > verb]
    if after:
        lost = _lost_subject(hearing, verb, after[0])
        first = _behind_hearer(parse, verb, max(parse.left[after[0]], verb + 1))
        first = verb + 1 if lost and first > verb + 2 and parse.lemma[verb] != "tell" else first
        first = _behind_date(hearing, verb, first)
        first = max(first, _behind_citing(parse, verb) + 1)
        return _one(fit(hearing, first, _with_second(hearing, voice, after[-1]), verb))
    if (within := _in_paper(parse, verb)) is not None:
        return _one(fit(hearing, *within, verb))
    if parse.dep[verb] == "acl":
        return None
    if cues().verbs[parse.lemma[verb]]["clause"].sense == "go on":
        return None
    if below:
        return _around(hearing, voice, parse.right[below[0]])
    if is_as(hearing, verb) and not voice.passive and parse.kid(verb, *SUBJECTS) is None:
        return None  # "as previously stated"
    if parse.dep[verb] == "parataxis" or is_as(hearing, verb):
        return _around(hearing, voice, parse.right[parse.head[verb]])
    if voice.source is None or parse.tag[verb] == "VB" or _stands_in_relative(parse, voice):
        return None
    return _behind_that(hearing, voice) or (_before_comma(hearing, voice) if parse.lemma[verb] in _PLAIN else None)


_RELATIVES = frozenset({"which", "that", "who"})


def _stands_in_relative(parse: Parse, voice: Voice) -> bool:
    """Whether a "which" or "that" stands right before whoever speaks: "sites *that* the army said were empty"."""
    source = voice.source
    if source is None or not 0 < source[0] < voice.verb:
        return False
    word = source[0] - 1
    return parse.lower[word] in _RELATIVES and parse.tag[word] in ("WDT", "WP") and parse.dep[word] != "mark"


def _of_relative(hearing: Hearing, voice: Voice) -> tuple[int, int] | None:
    """What somebody says of a thing in a clause on it: "a plan which the army says *amounts to surrender*"."""
    parse, verb = hearing.parse, voice.verb
    first = verb + 1
    if not _stands_in_relative(parse, voice) or first >= len(parse):
        return None
    told = first + (parse.tag[first] == "RB")
    if told >= len(parse) or parse.tag[told] not in _FINITE or parse.lemma[verb] not in cues().verbs:
        return None
    last = max([parse.right[verb], *(parse.right[h] for h in (told, parse.head[told]) if h > verb)])
    return first, min(last, sentence_last(hearing, verb))


def _in_paper(parse: Parse, verb: int) -> tuple[int, int] | None:
    """The clause that the grammar hung on a paper: "said in a statement *the talks had failed*"."""
    for prep in parse.kids(verb, "prep"):
        paper = parse.kid(prep, "pobj")
        if paper is None or paper < verb or parse.lemma[paper] not in PAPERS:
            continue
        clause = next((c for c in parse.kids(paper, "relcl", "ccomp") if parse.left[c] == paper + 1), None)
        if clause is not None and parse.tag[paper + 1][:1] != "W" and parse.kid(clause, *SUBJECTS) is not None:
            return paper + 1, parse.right[clause]
    return None


_FINITE = ("MD", "VBD", "VBZ", "VBP")
_NOW = ("VBZ", "VBP", "MD")


def _with_second(hearing: Hearing, voice: Voice, clause: int) -> int:
    """Return the last word of a clause with one that goes on with it: "said that it is over, *and they rest*".

    The report itself tells in the past what happened: "said that it was over, and left". What goes on is told in the
    present, with "would" or in the past before the past ("said they had met *and the mood had been good*").
    """
    parse, last = hearing.parse, hearing.parse.right[clause]
    if parse.tag[voice.verb] not in ("VBD", "VBN"):
        return last
    for c in parse.kids(voice.verb, "conj"):
        own = parse.kid(c, *SUBJECTS)
        told = any(parse.lower[k] == "that" for k in parse.kids(c, "mark"))
        words = _JOINING if told else _GOING_ON
        joint = any(last < k < c and parse.lower[k] in words for k in parse.kids(voice.verb, "cc"))
        if not joint or own is None or hearing.inside[c] >= 0:
            break
        if not told and (parse.lemma[c] in cues().verbs or not _is_told(hearing, voice, c, own)):
            break
        last = parse.right[c]
    return last


def _is_told(hearing: Hearing, voice: Voice, clause: int, subject: int) -> bool:
    """Whether the tense of a second clause shows that it is told by the speaker and not by the report."""
    parse = hearing.parse
    helpers = parse.kids(clause, "aux", "auxpass")
    if any(parse.lower[k] == "had" for k in helpers) and parse.tag[clause] == "VBN":
        return True
    tags = {parse.tag[k] for k in (clause, *helpers)}
    if "VBD" in tags:
        alone = voice.head is not None and parse.lower[voice.head] in ("he", "she")
        return alone and parse.lower[subject] in ("it", "there", "this")
    return bool(tags & set(_NOW))


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


def _lost_subject(hearing: Hearing, verb: int, c: int) -> bool:
    """Whether a clause behind a cue starts with its verb, as the grammar hung its subject on the cue."""
    parse = hearing.parse
    first = min([c, *parse.kids(c, "aux", "auxpass", "cop")])
    if first <= verb + 1 or parse.tag[first] not in _FINITE or parse.left[c] != first or hearing.inside[first] >= 0:
        return False
    return parse.kid(c, *SUBJECTS) is None and "that" not in parse.lower[verb + 1 : first]


def only_described(hearing: Hearing, voice: Voice) -> bool:
    """Whether the grammar took a participle for the verb of its sentence: "the plan — *announced* on Monday — would end it"."""
    parse, verb, head = hearing.parse, voice.verb, voice.head
    if head is None or head > verb or parse.tag[head] not in ("NN", "NNS") or parse.tag[verb] not in ("VBD", "VBN"):
        return False
    mention = hearing.scene.mention_at.get(head)
    if mention is not None and hearing.scene.mentions[mention].kind is not None:
        return False
    behind = parse.tag[verb + 1 : verb + 2]
    if behind and behind[0][:2] in ("NN", "DT", "JJ", "PR") and parse.entity[verb + 1] != "DATE":
        return False
    return any(c > verb and _lost_subject(hearing, verb, c) for c in parse.kids(verb, "ccomp"))


def is_as(hearing: Hearing, verb: int) -> bool:
    """Say whether a cue only sides with what is told: "As the minister said, …"; not "*even as* he named its flaws"."""
    parse = hearing.parse
    told = next((c for c in parse.kids(verb, "mark", "advmod") if parse.lower[c] == "as"), None)
    if told is None or parse.dep[verb] != "advcl" or parse.lower[told - 1 : told] in (["even"], ["just"]):
        return False
    return not any(c > verb for c in parse.kids(verb, "dobj"))


def _behind_date(hearing: Hearing, verb: int, first: int) -> int:
    """Where a clause starts that seems to start with a date: "said Friday the talks …", but not "said Friday's talks …"."""
    parse = hearing.parse
    last = first + (parse.lower[first] in ("on", "late", "early"))
    if first <= verb or parse.entity[last : last + 1] not in (["DATE"], ["TIME"]):
        return first
    while last + 1 < len(parse) and parse.entity[last + 1] in ("DATE", "TIME") and last < first + 4:
        last += 1
    if parse.word[last + 1 : last + 2] == [","] and last > first:
        last += 1  # "said *May 3, 2023,* the march …"
    more = parse.tag[last + 1 : last + 2]
    behind = ("IN", "DT", "PRP", "PRP$", "NNP", "NNS", "EX")
    return last + 1 if more and more[0] in behind and parse.tag[last] != "POS" else first


_HEARERS = frozenset("reporters journalists lawmakers parliament correspondents newsmen legislators".split())


def _behind_hearer(parse: Parse, verb: int, first: int) -> int:
    """Where a clause starts whose subject the grammar hung on the hearer: "told *reporters* | the talks …, would go on"."""
    swallowed = first > verb + 2 and parse.tag[first] in _FINITE
    return verb + 2 if swallowed and parse.lower[verb + 1] in _HEARERS else first


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
    if parse.word[last + 1 : last + 2] == [","] and not any(t in _FINITE for t in parse.tag[start:first]):
        right = max(right, sentence_last(hearing, verb))
    if right > last:
        spans.append(fit(hearing, last + 1, right, verb))
    kept = tuple(s for s in spans if s is not None)
    words = [i for s in kept for i in parse.words_in(s)]
    finite = any(parse.tag[i] in _FINITE for i in words)
    return kept if finite or (len(words) > _LONG and any(parse.tag[i][:2] == "VB" for i in words)) else None


def _tells(parse: Parse, first: int, last: int) -> bool:
    """Whether some words tell something: a verb stands among them ("posted at: 10 p.m." tells nothing)."""
    return any(tag[:2] in ("VB", "MD") for tag in parse.tag[first : last + 1])


def _behind_citing(parse: Parse, verb: int) -> int:
    """The last word of a "…, citing an aide," behind a cue, before which its clause cannot start; else the cue."""
    at = next(
        (i for i in range(verb + 1, min(verb + _FAR, len(parse) - 1)) if parse.lower[i] in ("citing", "quoting")), None
    )
    if at is None or parse.word[at - 1] != ",":
        return verb
    return next((i for i in range(at + 1, min(at + _FAR, len(parse))) if parse.word[i] == ","), verb)


def _behind_that(hearing: Hearing, voice: Voice) -> tuple[Span, ...] | None:
    """Where the grammar gives a verb of saying nothing: the words behind its "that", or behind a colon."""
    parse, verb = hearing.parse, voice.verb
    end, plain = sentence_last(hearing, verb), parse.lemma[verb] in _PLAIN
    i, far = _behind_citing(parse, verb) + 1, verb + _FAR
    while i < min(far, end - 1):
        which = parse.tag[i] == "WDT" and parse.dep[i] == "nsubj" and parse.tag[i - 1][:2] == "NN"
        that = parse.lower[i] == "that" and parse.tag[i] in ("IN", "WDT", "DT") and not which
        if that and (plain or _is_its_own(hearing, verb, i)):
            return _one(fit(hearing, i + 1, end, verb))
        colon = parse.word[i] == ":" and hearing.inside[i + 1] < 0 and _tells(parse, i + 1, end)
        if colon and plain:
            return _one(fit(hearing, i + 1, end, verb))
        closing = _aside_end(parse, i, end) if parse.word[i] == "," and plain else None
        if closing is not None:
            i, far = closing, closing + _FAR
        elif parse.tag[i] in _FINITE or parse.word[i] in (":", ",", ";") or (parse.tag[i][:2] == "VB" and not plain):
            break
        i += 1
    return None


_ASIDE, _NAME = 25, 6


def _aside_end(parse: Parse, comma: int, end: int) -> int | None:
    """The comma that closes an aside before "that", or a name: "said on Monday*, after they met, that* …", "told the cook*, Dara Voss,* that"."""
    closing = next((k for k in range(comma + 2, min(comma + _ASIDE, end)) if parse.word[k] == ","), None)
    if closing is None or closing + 1 >= end:
        return None
    named = closing - comma <= _NAME and all(parse.tag[k][:3] == "NNP" for k in range(comma + 1, closing))
    led = parse.lower[closing + 1] == "that" and parse.tag[closing + 1] in ("IN", "WDT", "DT")
    return closing if named or led else None


def _is_its_own(hearing: Hearing, verb: int, that: int) -> bool:
    """Whether a "that" leads what a verb says, though the grammar hangs it on a hearer or an occasion: "assured *aides* that"."""
    parse, at = hearing.parse, hearing.scene.mention_at
    if that == verb + 1:
        return parse.tag[that] == "IN"
    clause = parse.head[that]
    on = parse.head[clause]
    if parse.dep[that] != "mark" or parse.dep[clause] not in ("acl", "relcl", "ccomp", "advcl"):
        return False
    hearer = on in at and hearing.scene.mentions[at[on]].kind is not None
    return on == verb or hearer or parse.lemma[on] == "time" or parse.entity[on] in ("DATE", "TIME")


def _before_comma(hearing: Hearing, voice: Voice) -> tuple[Span, ...] | None:
    """Where the grammar gives a plain verb of saying nothing: the words before its comma, and behind a second one."""
    parse, verb = hearing.parse, voice.verb
    if voice.source is not None and parse.tag[voice.source[0]] in ("WP", "WDT"):
        return None  # "…, said the mayor, *who announced* a fair"
    first, last = attribution(hearing, voice)
    start, end = sentence_first(hearing, first), sentence_last(hearing, verb)
    if parse.word[first - 1 : first] == [","] and first - start > 2 and (last + 1 > end or parse.word[last + 1] == ","):
        return _around(hearing, voice, end)
    return None
