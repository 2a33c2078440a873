"""Verbs of speech that give nobody's words: "citing two officials", "announced a deal", "a meeting announcing a deal"."""

from __future__ import annotations

from dragoman.reading.grammar.parse import Parse
from dragoman.reading.speech.cues import Use, cues
from dragoman.reading.speech.hearing import Hearing
from dragoman.reading.speech.papers import PAPERS
from dragoman.reading.speech.voices import SUBJECTS, Voice, with_source
from dragoman.terms.span import Span

_SPEAKERS = frozenset(
    {"person", "government", "state", "igo", "ngo", "armed-group", "military", "media", "company", "group"}
)
_TELLING = frozenset({"MD", "VBD", "VBZ", "VBP", "TO"})
"""Tags of the words by which a content tells something: a verb of its own, or what is to be done."""
_NAMED = frozenset({"identify", "name", "quote"})
_UNNAMED = frozenset({"anonymous", "unnamed", "unidentified", "nameless"})
_MATTERS = frozenset(
    {"condition", "demand", "term", "concession", "claim", "proposal", "step", "measure", "word", "thing"}
)


def only_names(hearing: Hearing, verb: int) -> bool:
    """Whether a verb only names a source ("*Citing* two officials", "*asking* not to be named") or tells which demands are meant.

    "conditions Norland demands" is a clause without its "that", in which the grammar takes the noun for a part of the name.
    """
    parse = hearing.parse
    if parse.lower[verb] in ("citing", "quoting"):
        cited = parse.kids(verb, "dobj")
        return any(_stands_for_people(hearing, c) or parse.lemma[c] in PAPERS for c in cited)
    if parse.lemma[verb] in ("ask", "request", "speak"):
        return any(
            (parse.lemma[c] in _NAMED and parse.kid(c, "auxpass") is not None)
            or any(parse.lower[k] in _UNNAMED for k in parse.kids(c, "acomp", "oprd"))
            for c in parse.kids(verb, "xcomp")
        )
    for subject in parse.kids(verb, *SUBJECTS):
        before = subject - 1
        if before >= 0 and parse.head[before] == subject and parse.tag[before] == "NNS" and subject < verb:
            return parse.lemma[before] in _MATTERS
    return False


def _stands_for_people(hearing: Hearing, noun: int) -> bool:
    mention = hearing.scene.mention_at.get(noun)
    return mention is not None and hearing.scene.mentions[mention].kind in _SPEAKERS


def spoken_by(hearing: Hearing, voice: Voice) -> Voice:
    """Give a participle of speech that hangs on what is told to whoever tells of it.

    "The envoy said that fees would rise, *adding* …", "said Prelec would come, *saying* …": the envoy adds, not the fees
    nor Prelec. Only where no comma parts the two ("said Prelec left saying …") somebody told of goes on himself.
    """
    parse, verb, head = hearing.parse, voice.verb, voice.head
    if (outer := told_by(hearing, verb)) is not None:
        return with_source(parse, voice, outer)
    if parse.dep[verb] == "acl" and parse.tag[verb] == "VBG" and head is not None and head == parse.head[verb]:
        return _came_saying(hearing, voice)
    if parse.dep[verb] != "advcl" or parse.tag[verb] != "VBG" or head is None:
        return voice
    told = parse.head[verb]
    parted = "," in parse.word[max(0, verb - 2) : verb] and parse.lemma[told] not in cues().verbs
    if _can_speak(hearing, head) and not parted:
        return voice
    while parse.dep[told] in ("ccomp", "conj", "advcl") and parse.head[told] != told:
        told = parse.head[told]
        subject = parse.kid(told, "nsubj")
        if parse.lemma[told] in cues().verbs and subject is not None:
            return with_source(parse, voice, subject)
    return voice


def _came_saying(hearing: Hearing, voice: Voice) -> Voice:
    """Read "*he* walked into the hall warning …": a place, and no paper, does not speak; whoever went there does."""
    parse = hearing.parse
    noun = parse.head[voice.verb]
    prep = parse.head[noun]
    came = parse.head[prep]
    if parse.dep[noun] != "pobj" or parse.tag[came][:2] != "VB" or _can_speak(hearing, noun):
        return voice
    subject = parse.kid(came, "nsubj")
    return voice if subject is None or parse.lemma[noun] in PAPERS else with_source(parse, voice, subject)


def told_by(hearing: Hearing, verb: int) -> int | None:
    """Who goes on in "Prelec said *Norland* would not come but *stressed* that …": who said, where what is told of is nobody.

    The grammar hangs the second cue on the clause of the first; None where that is right, or where it can't be told.
    """
    parse = hearing.parse
    clause = parse.head[verb] if parse.dep[verb] == "conj" else _clause_beside(parse, verb)
    if clause is None or parse.dep[clause] != "ccomp" or parse.lemma[parse.head[clause]] not in cues().verbs:
        return None
    said = parse.head[clause]
    outer, inner, own = parse.kid(said, "nsubj"), parse.kid(clause, "nsubj"), parse.kid(verb, *SUBJECTS)
    if outer is None or inner is None or own is not None or not parse.tag[verb] == "VBD" == parse.tag[said]:
        return None
    return outer if _is_person(hearing, outer) and not _is_person(hearing, inner) else None


def _clause_beside(parse: Parse, verb: int) -> int | None:
    """The clause told before a cue that the grammar takes for a second one: "said it was so *but stressed*"."""
    if parse.dep[verb] != "ccomp" or verb == 0 or parse.tag[verb - 1] != "CC":
        return None
    return next((c for c in parse.kids(parse.head[verb], "ccomp") if parse.head[verb] < c < verb), None)


def _is_person(hearing: Hearing, word: int) -> bool:
    mention = hearing.scene.mention_at.get(word)
    named = mention is not None and hearing.scene.mentions[mention].kind == "person"
    return named or hearing.parse.lower[word] in ("he", "she")


def _can_speak(hearing: Hearing, head: int) -> bool:
    """Whether a word is no bare thing: a name, a pronoun, or a noun for somebody."""
    return hearing.parse.tag[head] not in ("NN", "NNS") or head in hearing.scene.mention_at


def only_announced(hearing: Hearing, voice: Voice, spans: tuple[Span, ...], frame: str, use: Use) -> bool:
    """Whether no words are told but a deed: "announced a deal", "a meeting announcing a deal"."""
    parse = hearing.parse
    if use.sense == "think" and voice.source is None:
        return True
    if frame != "noun" or use.act != "announce":
        return False
    words = [i for span in spans for i in parse.words_in(span)]
    return not any(hearing.inside[i] >= 0 or parse.tag[i] in _TELLING for i in words)
