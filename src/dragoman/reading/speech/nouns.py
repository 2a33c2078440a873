"""Nouns of speech: "the ministry's claim that …", "a warning from the union that …", "her announcement of …"."""

from __future__ import annotations

from dragoman.reading.speech.bounds import fit
from dragoman.reading.speech.cues import Cue, Use, cues
from dragoman.reading.speech.drafts import Draft
from dragoman.reading.speech.hearing import Hearing
from dragoman.reading.speech.voices import Voice, subject_of, with_source

_FROM = frozenset({"by", "from", "of"})
_HELD = frozenset(
    {"make", "issue", "repeat", "voice", "express", "release", "reiterate", "have", "raise", "give", "send", "deliver"}
)


def find_nouns(hearing: Hearing) -> list[Draft]:
    """Find what hangs on a noun of speech whose owner is told."""
    parse, nouns = hearing.parse, cues().nouns
    drafts = []
    for i, lemma in enumerate(parse.lemma):
        if lemma not in nouns or parse.tag[i][:2] != "NN" or hearing.inside[i] >= 0:
            continue
        found = _taken(hearing, i, nouns[lemma])
        owner = None if found is None else _owner(hearing, i, found[0])
        if found is None or owner is None or _is_deed(hearing, i, owner):
            continue
        if found[2].sense == "attitude" and hearing.is_position(owner):
            continue
        span = fit(hearing, found[0], found[1], i)
        if span is not None:
            voice = with_source(parse, Voice((i, i), i), owner)
            drafts.append(Draft(voice, (span,), "noun", found[2]))
    return drafts


def _is_deed(hearing: Hearing, noun: int, owner: int) -> bool:
    """Whether an attack is made with arms and not with words: "its *missile* attacks on the port", "the *army's* attack on"."""
    parse = hearing.parse
    if parse.lemma[noun] != "attack":
        return False
    mention = hearing.scene.mention_at.get(owner)
    person = mention is None or hearing.scene.mentions[mention].kind in ("person", "media", None)
    return not person or parse.kid(noun, "compound") is not None


def _taken(hearing: Hearing, noun: int, cue: Cue) -> tuple[int, int, Use] | None:
    """The clause on a noun, or the "of …", "to …" that it takes."""
    parse = hearing.parse
    clause = next(
        (c for c in parse.kids(noun, "acl", "ccomp", "relcl") if c > noun and _is_that(hearing, noun, c)), None
    )
    if clause is not None and (use := cue.get("clause")) is not None:
        return parse.left[clause], parse.right[clause], use
    for c in parse.children[noun]:
        if c != noun + 1 and parse.left[c] != noun + 1:
            continue
        use = cue.get("infinitive" if parse.dep[c] in ("acl", "relcl") and parse.tag[c] == "VB" else parse.lower[c])
        if use is None:
            continue
        if parse.tag[c] == "VB":
            return parse.left[c], parse.right[c], use
        if parse.dep[c] == "prep" and parse.children[c]:
            return c + 1, parse.right[c], use
    return None


def _is_that(hearing: Hearing, noun: int, clause: int) -> bool:
    """Whether a clause tells what the noun says ("that …" as a conjunction), not which one it is."""
    parse = hearing.parse
    first = parse.left[clause]
    return noun < first <= noun + 8 and parse.lower[first] == "that" and parse.dep[first] == "mark"


def _owner(hearing: Hearing, noun: int, first: int) -> int | None:
    """Whose claim it is: "X's", "by X", "from X", or who makes it."""
    parse = hearing.parse
    if (owner := parse.kid(noun, "poss")) is not None:
        return owner
    for prep in parse.kids(noun, "prep"):
        if prep + 1 != first and parse.lower[prep] in _FROM and (owner := parse.kid(prep, "pobj")) is not None:
            return owner
    head = parse.head[noun]
    if parse.dep[noun] == "dobj" and parse.lemma[head] in _HELD:
        return subject_of(parse, head)
    return None
