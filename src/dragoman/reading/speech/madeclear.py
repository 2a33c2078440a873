"""What somebody makes clear: "made it clear that …", "made plain the port would stay shut"."""

from __future__ import annotations

from dragoman.reading.speech.bounds import fit
from dragoman.reading.speech.cues import Use
from dragoman.reading.speech.drafts import Draft
from dragoman.reading.speech.hearing import Hearing
from dragoman.reading.speech.voices import Voice, voice_of

_CLEAR = frozenset({"clear", "plain", "known"})
_CLAUSES = ("ccomp", "advcl", "acl", "relcl")


def read_made_clear(hearing: Hearing, verb: int) -> Draft | None:
    """Return the saying of "made it clear that"; None where nobody is told to do it, or no clause tells what."""
    parse = hearing.parse
    near = range(verb + 1, min(verb + 4, len(parse)))
    word = next((i for i in near if parse.lower[i] in _CLEAR), None)
    if word is None or parse.tag[verb][:2] != "VB" or parse.kid(verb, "neg") is not None or hearing.inside[verb] >= 0:
        return None
    if any(parse.tag[c] in ("MD", "TO") for c in parse.kids(verb, "aux")):
        return None
    voice = voice_of(parse, verb, cue=(verb, word))
    clause = next(
        (
            c
            for top in (word, verb)
            for c in parse.kids(top, *_CLAUSES)
            if parse.right[c] > word and _is_told(hearing, c, word)
        ),
        None,
    )
    if voice.source is None or voice.passive or clause is None:
        return None
    span = fit(hearing, word + 1, parse.right[clause], verb)
    cue = Voice((verb, word), verb, voice.source, voice.head)
    return None if span is None else Draft(cue, (span,), "clause", Use("say", None))


def _is_told(hearing: Hearing, clause: int, word: int) -> bool:
    """Whether a clause starts right behind the word and has a verb of its own."""
    parse = hearing.parse
    first = parse.left[clause]
    tensed = parse.tag[clause] in ("VBD", "VBZ", "VBP") or parse.kid(clause, "aux", "auxpass") is not None
    return first in (word, word + 1) and tensed and parse.tag[first] not in ("WRB", "WP", "WDT")
