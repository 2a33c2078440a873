"""What somebody is said to feel or think by an adjective: "is worried that …", "was opposed to the plan".

Where sides deal with each other these are positions, which are read elsewhere.
"""

from __future__ import annotations

from dragoman.reading.speech.bounds import fit
from dragoman.reading.speech.cues import Cue, cues
from dragoman.reading.speech.drafts import Draft
from dragoman.reading.speech.hearing import Hearing
from dragoman.reading.speech.voices import Voice, subject_of, with_source

_BEING = frozenset({"be", "feel", "seem", "remain", "become", "sound", "appear", "look", "grow", "stay"})
_NOBODY = frozenset({"it", "this", "that", "there", "which", "what", "i", "we", "you"})


def find_attitudes(hearing: Hearing) -> list[Draft]:
    """Find the adjectives that tell what somebody has in mind, and what it is."""
    parse, adjectives = hearing.parse, cues().adjectives
    drafts = []
    for i, word in enumerate(parse.lower):
        cue = adjectives.get(word)
        if cue is not None and hearing.inside[i] < 0 and (draft := _read(hearing, i, cue)) is not None:
            drafts.append(draft)
            hearing.heard.add(i)
    return drafts


def _read(hearing: Hearing, i: int, cue: Cue) -> Draft | None:
    parse = hearing.parse
    verb = i if parse.tag[i][:2] == "VB" and parse.kid(i, "auxpass") is not None else parse.head[i]
    if verb != i and (parse.dep[i] not in ("acomp", "oprd") or parse.lemma[verb] not in _BEING):
        return None
    subject = subject_of(parse, verb)
    if subject is None or subject > i or not _is_somebody(hearing, subject) or hearing.is_position(subject):
        return None
    found = _content(hearing, i, verb, cue)
    span = None if found is None else fit(hearing, found[0], found[1], i)
    if span is None:
        return None
    return Draft(with_source(parse, Voice((i, i), i), subject), (span,), "adjective", next(iter(cue.values())))


def _is_somebody(hearing: Hearing, subject: int) -> bool:
    parse = hearing.parse
    if parse.lower[subject] in _NOBODY:
        return False
    mention = hearing.scene.mention_at.get(subject)
    known = mention is not None and hearing.scene.mentions[mention].kind is not None
    return known or parse.tag[subject] in ("NNP", "NNPS", "NNS", "PRP", "WP")


def _content(hearing: Hearing, i: int, verb: int, cue: Cue) -> tuple[int, int] | None:
    """The clause, the "to …" or the "about …" behind an adjective, as far as it takes them."""
    parse = hearing.parse
    below = [c for c in sorted({*parse.children[i], *parse.children[verb]}) if c > i]
    for c in below:
        if parse.dep[c] == "ccomp" and "clause" in cue:
            return parse.left[c], parse.right[c]
        if parse.dep[c] == "xcomp" and "infinitive" in cue and parse.tag[c] == "VB":
            return parse.left[c], parse.right[c]
        if parse.dep[c] in ("prep", "agent") and parse.lower[c] in cue and parse.children[c]:
            return c + 1, parse.right[c]
    return None
