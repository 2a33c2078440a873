"""Indirect and mixed speech: the clause, the noun or the "as …" that a cue takes, in whatever order."""

from __future__ import annotations

from dragoman.reading.speech.cues import Cue, Use, cues
from dragoman.reading.speech.drafts import Draft
from dragoman.reading.speech.hearing import Hearing
from dragoman.reading.speech.voices import Voice, nouns_before, phrase, subject_of, voice_of, with_source
from dragoman.terms.span import Span

_FIRST_PERSON = frozenset({"i", "we", "you", "let"})
_ADDRESSED = frozenset({"tell", "inform", "brief", "notify", "assure", "remind", "ask", "warn", "caution", "promise"})


def find_indirect(hearing: Hearing) -> list[Draft]:
    """Find what the verbs of speech take, one walk over the words."""
    parse, verbs = hearing.parse, cues().verbs
    drafts = []
    for i, lemma in enumerate(parse.lemma):
        if parse.tag[i][:2] != "VB" or i in hearing.heard:
            continue
        cue = verbs.get(lemma)
        if cue is not None and (draft := _read_verb(hearing, i, cue)) is not None:
            drafts.append(draft)
            hearing.heard.add(i)
    return drafts


def _read_verb(hearing: Hearing, verb: int, cue: Cue) -> Draft | None:
    parse = hearing.parse
    if parse.dep[verb] in ("amod", "compound", "aux", "auxpass") or not _is_told(hearing, verb):
        return None
    voice = voice_of(parse, verb)
    if voice.head is not None and parse.lower[voice.head] in _FIRST_PERSON:
        return None
    found = _taken(hearing, voice, cue)
    if found is None:
        return None
    voice, spans, frame, use = found
    if voice.source is None and not voice.passive:
        return None
    return Draft(voice, spans, frame, use)


def _is_told(hearing: Hearing, verb: int) -> bool:
    """Whether the words are told as said: not "did not say", not "to say" under another verb."""
    parse = hearing.parse
    if parse.kid(verb, "neg") is not None and parse.lemma[verb] in ("say", "tell", "mention", "comment", "add"):
        return False
    return True


def _taken(hearing: Hearing, voice: Voice, cue: Cue) -> tuple[Voice, tuple[Span, ...], str, Use] | None:
    """Return the content that the cue takes, the way it takes it, and the use of the cue that goes with it."""
    parse, verb = hearing.parse, voice.verb
    if "clause" in cue and (spans := _clause(hearing, voice)) is not None:
        return voice, spans, "clause", cue["clause"]
    for frame, use in cue.items():
        found = _FRAMES.get(frame, _preposition)(hearing, voice, frame)
        if found is not None:
            first, last, cue_end = found
            span = _fit(hearing, first, last, verb)
            if span is not None:
                cue_words = (voice.cue[0], max(voice.cue[1], cue_end))
                return Voice(cue_words, verb, voice.source, voice.head, voice.passive), (span,), frame, use
    return None


# --- clauses


def _clause(hearing: Hearing, voice: Voice) -> tuple[Span, ...] | None:
    parse, verb = hearing.parse, voice.verb
    below = [c for c in parse.kids(verb, "ccomp") if _is_finite(hearing, c)]
    after = [c for c in below if c > verb]
    if after:
        return _one(_fit(hearing, _clause_start(hearing, verb, parse.left[after[0]]), parse.right[after[-1]], verb))
    if below:
        return _around(hearing, voice, below[0])
    if parse.dep[verb] in ("parataxis",) or _is_as(hearing, verb):
        return _around(hearing, voice, parse.head[verb])
    return _beside(hearing, voice)


def _one(span: Span | None) -> tuple[Span, ...] | None:
    return None if span is None else (span,)


def _is_finite(hearing: Hearing, c: int) -> bool:
    """Whether a clause has a subject or a finite verb ("that they left", "what to do"), unlike "to leave"."""
    parse = hearing.parse
    if parse.kid(c, "nsubj", "nsubjpass", "expl", "csubj") is not None:
        return True
    return parse.tag[c] in ("VBD", "VBZ", "VBP") or any(parse.tag[k] in ("MD", "VBD", "VBZ", "VBP") for k in parse.kids(c, "aux", "auxpass"))


def _is_as(hearing: Hearing, verb: int) -> bool:
    """ "As the minister said, …"."""
    parse = hearing.parse
    return parse.dep[verb] == "advcl" and any(parse.lower[c] == "as" for c in parse.kids(verb, "mark", "advmod"))


def _clause_start(hearing: Hearing, verb: int, first: int) -> int:
    """Where a clause starts behind its verb: not before the verb."""
    del hearing
    return max(first, verb + 1)


def _around(hearing: Hearing, voice: Voice, content: int) -> tuple[Span, ...] | None:
    """The content before its cue ("…, he said"), and what goes on with it behind ("…, he said, …")."""
    parse, verb = hearing.parse, voice.verb
    first, last = attribution(hearing, voice)
    start = _sentence_first(hearing, first)
    spans = [_fit(hearing, start, first - 1, verb)]
    if parse.right[content] > last or parse.dep[verb] == "parataxis":
        spans.append(_fit(hearing, last + 1, max(parse.right[content], last), verb))
    kept = tuple(s for s in spans if s is not None)
    return kept or None


def attribution(hearing: Hearing, voice: Voice) -> tuple[int, int]:
    """Return the words of the attribution without content: source, cue, and what hangs on the cue between commas."""
    parse, verb = hearing.parse, voice.verb
    first, last = voice.cue
    if voice.source is not None and abs(voice.source[0] - verb) < 40:
        first, last = min(first, voice.source[0]), max(last, voice.source[1])
    for c in parse.children[verb]:
        if parse.dep[c] in ("ccomp", "parataxis", "conj", "advcl", "punct", "cc"):
            continue
        if c > verb:
            last = max(last, parse.right[c])
        elif first - parse.right[c] <= 2:
            first = min(first, parse.left[c])
    return first, last


def _sentence_first(hearing: Hearing, i: int) -> int:
    parse = hearing.parse
    a, _ = parse.sentences[parse.sentence[i]]
    while i > a and not hearing.stops(i - 1):
        i -= 1
    return i


def _beside(hearing: Hearing, voice: Voice) -> tuple[Span, ...] | None:
    """Where the grammar gives a plain verb of saying nothing: the words before its comma, or those behind it."""
    parse, verb = hearing.parse, voice.verb
    if parse.lemma[verb] not in ("say", "add", "tell", "note", "report", "claim", "argue", "insist", "warn", "write"):
        return None
    if voice.source is None or parse.tag[verb] in ("VB", "VBN", "VBG"):
        return None
    first, last = attribution(hearing, voice)
    start = _sentence_first(hearing, first)
    if parse.word[first - 1 : first] == [","] and first - start > 3:
        return _one(_fit(hearing, start, first - 2, verb))
    _, end = parse.sentences[parse.sentence[verb]]
    if parse.lower[verb + 1 : verb + 2] == ["that"]:
        return _one(_fit(hearing, verb + 1, end - 1, verb))
    return None


# --- other things that a cue takes: each gives (first word, last word, last word of the cue)

_Found = tuple[int, int, int] | None


def _infinitive(hearing: Hearing, voice: Voice, frame: str) -> _Found:
    parse, verb = hearing.parse, voice.verb
    for c in parse.kids(verb, "xcomp", "ccomp"):
        if c > verb and parse.tag[c] == "VB":
            return parse.left[c], parse.right[c], verb
    return None


def _noun(hearing: Hearing, voice: Voice, frame: str) -> _Found:
    """A noun instead of a clause, with what hangs on the verb as its complement ("blamed X on Y")."""
    parse, verb = hearing.parse, voice.verb
    for c in parse.kids(verb, "dobj", "nsubjpass", "xcomp"):
        if parse.dep[c] == "xcomp" and parse.tag[c] != "VBG":
            continue
        if (parse.dep[c] == "nsubjpass") == voice.passive and parse.tag[c] not in ("WP", "WDT", "PRP"):
            more = [k for k in parse.kids(verb, "prep") if k > c and parse.lower[k] in ("on", "for", "as")]
            return parse.left[c], max([parse.right[c], *(parse.right[k] for k in more)]), verb
    return None


def _person(hearing: Hearing, voice: Voice, frame: str) -> _Found:
    """ "urged them to leave": the person and what they are to do."""
    parse, verb = hearing.parse, voice.verb
    todo = [c for c in parse.kids(verb, "xcomp", "ccomp", "advcl") if c > verb and parse.kid(c, "aux") is not None]
    if not todo:
        return None
    who = parse.kid(verb, "dobj", "dative")
    first = parse.left[who] if who is not None and who > verb else parse.left[todo[0]]
    return first, parse.right[todo[-1]], verb


def _predicate(hearing: Hearing, voice: Voice, frame: str) -> _Found:
    """ "called the raid an act of war": the thing and its name."""
    parse, verb = hearing.parse, voice.verb
    name = next((c for c in parse.kids(verb, "oprd", "ccomp", "xcomp", "attr", "acomp") if c > verb), None)
    if name is None:
        return None
    thing = next((c for c in parse.kids(verb, "dobj", "nsubj") if verb < c < name), None)
    first = parse.left[thing] if thing is not None else parse.left[name]
    return max(first, verb + 1), parse.right[name], verb


def _as(hearing: Hearing, voice: Voice, frame: str) -> _Found:
    """ "described the talks as useful"."""
    parse, verb = hearing.parse, voice.verb
    role = next((c for c in parse.kids(verb, "prep", "mark", "advmod") if c > verb and parse.lower[c] == "as"), None)
    thing = parse.kid(verb, "dobj")
    if role is None and thing is not None:
        role = next((c for c in parse.kids(thing, "prep") if parse.lower[c] == "as"), None)
    if role is None:
        return None
    first = parse.left[thing] if thing is not None and thing > verb else parse.left[role]
    return first, parse.right[role], verb


def _preposition(hearing: Hearing, voice: Voice, frame: str) -> _Found:
    """ "called for calm", "warned of hunger", "accused them of lying", "called on both to stop"."""
    parse, verb = hearing.parse, voice.verb
    prep = next((c for c in parse.kids(verb, "prep", "prt", "dative") if c > verb and parse.lower[c] == frame), None)
    if prep is None:
        return None
    if frame == "of" and (who := parse.kid(verb, "dobj", "nsubjpass")) is not None:
        return min(parse.left[who], verb + 1) if who > verb else prep, parse.right[prep], verb
    if not parse.children[prep] and prep + 1 < len(parse) and parse.head[prep + 1] != verb:
        return None
    todo = [parse.right[c] for c in parse.kids(verb, "xcomp", "advcl") if c > prep and parse.tag[c] == "VB"]
    return prep + 1, max([parse.right[prep], *todo]), prep if prep == verb + 1 else verb


_FRAMES = {
    "clause": lambda hearing, voice, frame: None,
    "infinitive": _infinitive,
    "noun": _noun,
    "person": _person,
    "predicate": _predicate,
    "as": _as,
}


# --- the bounds of a content


def _fit(hearing: Hearing, first: int, last: int, verb: int) -> Span | None:
    """Return the span of a content: whole quotes, without "that", without what another cue hangs on to it."""
    parse = hearing.parse
    last = _cut(hearing, first, last)
    n = hearing.inside[last] if 0 <= last < len(parse) else -1
    if n >= 0 and n != hearing.inside[verb] and hearing.reach[n][1] > last:
        last = hearing.reach[n][1]
    while first <= last and (parse.lower[first] == "that" and parse.tag[first] == "IN" or parse.word[first] in (",", ":")):
        first += 1
    return hearing.trim(first, last)


def _cut(hearing: Hearing, first: int, last: int) -> int:
    """Return the last word before ", adding …", ", according to …" or ", he said" in what was taken for content."""
    parse, verbs = hearing.parse, cues().verbs
    for i in range(first + 2, last):
        if parse.word[i - 1] != "," or hearing.inside[i] >= 0:
            continue
        k = i + 1 if parse.tag[i] in ("RB", "CC") else i
        if parse.lower[k] == "according" or (parse.tag[k] == "VBG" and parse.lemma[k] in verbs and parse.dep[k] in ("advcl", "xcomp", "conj", "acl", "ccomp")):
            if parse.lemma[k] in ("according", "add", "say", "note", "tell", "stress", "warn", "insist", "claim", "argue", "explain", "call", "urge", "accuse", "describe") or parse.lower[k] == "according":
                return i - 2
    return last


__all__ = ["attribution", "cues", "find_indirect", "nouns_before", "phrase", "subject_of", "with_source"]
