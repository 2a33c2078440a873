"""What a predicate says became of talks: "are *on hold*", "is *out of the question*", "declared the talks *dead*"."""

from __future__ import annotations

from dragoman.reading.grammar.clauses import COPULAS, Clause
from dragoman.reading.meetings.words import meeting_words
from dragoman.reading.scene import Scene
from dragoman.terms.findings import MeetingStatus

OPENED = frozenset("open begin start end conclude finish take kick get".split())
DECLARING = frozenset({"declare", "pronounce", "put", "call"})
BESIDE = frozenset(
    "now still currently already again also all not n't n’t however effectively at least both very".split()
)
LONGEST = 4
NOT_SO: dict[MeetingStatus, MeetingStatus] = {
    "declined": "proposed", "proposed": "declined", "scheduled": "declined", "under-way": "denied", "cancelled": "proposed",
}  # fmt: skip
"""What is left of a fate that is denied: "*not* out of the question"."""


def fate_of(scene: Scene, noun: int, clause: Clause, *, subject: bool) -> MeetingStatus | None:
    """Return the status that the words behind a copula, or behind talks that somebody declares so, give to them; else None."""
    parse = scene.parse
    if not subject or parse.lower[noun + 1 : noun + 2] == ["dead"]:
        return _words_from(scene, noun + 1) if clause.lemma in DECLARING else None
    copula = clause.verb if clause.kind == "verb" else parse.head[clause.verb]
    if parse.lemma[copula] not in COPULAS | {"go", "put"} or clause.conditional:
        return None
    found = _words_from(scene, copula + 1)
    return NOT_SO.get(found) if found is not None and clause.negated else found


def was_held(scene: Scene, noun: int) -> bool:
    """Say whether a participle or a clause tells that a meeting took place: "the summit *held* in May", "a session *which opened* today"."""
    parse = scene.parse
    if any(parse.tag[c] == "VBD" and parse.lemma[c] in OPENED for c in parse.kids(noun, "relcl")):
        return True
    held = [
        c
        for c in parse.kids(noun, "acl")
        if parse.tag[c] in ("VBN", "VBD") and parse.lemma[c] in ("hold", "conclude", "convene")
    ]
    return any(not parse.kids(c, "aux") for c in held)


def _words_from(scene: Scene, first: int) -> MeetingStatus | None:
    """The fate whose words begin at a word, adverbs passed over; the longest one counts."""
    lower, fates = scene.parse.lower, meeting_words().fates
    while first < len(lower) and lower[first] in BESIDE:
        first += 1
    return next(
        (s for n in range(LONGEST, 0, -1) if (s := fates.get(" ".join(lower[first : first + n]))) is not None), None
    )
