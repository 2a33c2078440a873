"""Stances that a clause has words for and no holder: they are held by whoever says the clause."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.reading.grammar.clauses import Clause
from dragoman.reading.grammar.modality import SPEECH
from dragoman.reading.marks import StanceMark
from dragoman.reading.scene import Scene
from dragoman.terms.findings import Stance
from dragoman.terms.span import Span, hull

MAIN = frozenset({"ROOT", "conj", "parataxis", "xcomp", "acomp", "attr", "oprd"})
"""What a word is to the one above it where its clause is said and not only hung on what is said."""


def held(
    scene: Scene,
    clause: Clause,
    stance: Stance,
    about: Span,
    rule: str,
    *,
    cue: Span | None = None,
    toward: int | None = None,
) -> Iterator[StanceMark]:
    """Mark a stance on a matter that the clause only judges or asks for: its holder is whoever says the clause."""
    holder = speaker_of(scene, clause)
    if holder is None or holder == toward:
        return
    mention = scene.mentions[holder]
    cue = scene.parse.span(clause.verb, clause.verb) if cue is None else cue
    near = [
        s
        for s in (mention.span,)
        if scene.parse.sentence[scene.parse.words_in(s)[0]] == scene.parse.sentence[clause.verb]
    ]
    yield StanceMark(
        span=hull(about, cue, *near), cue=cue, actor=holder, stance=stance, about=about, toward=toward, rule=rule
    )


def _speaks(scene: Scene, mention: int) -> bool:
    """Whether a mention is somebody who can say something: no "initiative" that "will continue"."""
    found = scene.mentions[mention]
    return found.kind is not None or found.form != "description"


def speaker_of(scene: Scene, clause: Clause, *, told: bool = True) -> int | None:
    """The mention of whoever says the clause: the subject of the verb of speech above it, or the speaker of what it stands in.

    Without `told` only a quotation counts, and no report of what somebody said.
    """
    above = scene.clause_at[clause.above] if clause.above is not None and clause.under else None
    if above is not None and above.lemma in ("have", "need") and above.above is not None and above.under:
        above = scene.clause_at[above.above]
    if above is not None and above.lemma == "clear" and above.above is not None:
        above = scene.clause_at[above.above]
    if above is not None and above.lemma in ("agree", "accept") and above.doers:
        return None  # "they *agreed* it should end, the envoy said"
    clear = above is not None and above.lemma == "make" and clause.under[:1] == ("say",)
    saying = above is not None and (above.lemma in SPEECH or above.lemma in ("remind", "assure"))
    if above is not None and (clear or saying):
        return next((n for d in above.doers if (n := scene.mention_at.get(d)) is not None and _speaks(scene, n)), None)
    direct = scene.speaker_at(clause.verb)
    return direct if direct is not None or not told else _told_by(scene, clause.verb)


def _told_by(scene: Scene, verb: int) -> int | None:
    """The speaker of the innermost indirect attribution in which a clause is a main one: "*according to Mali*, the truce must last"."""
    parse, at = scene.parse, scene.parse.start[verb]
    around = [(len(c), n, c) for n, s in enumerate(scene.sayings) for c in s.contents if c.start <= at < c.end]
    if not around:
        return None
    _, found, content = min(around)
    word = verb
    while parse.head[word] != word and content.start <= parse.start[parse.head[word]] < content.end:
        if parse.dep[word] not in MAIN:
            return None
        word = parse.head[word]
    speaker = scene.sayings[found].speaker
    return speaker if speaker is not None and _speaks(scene, speaker) else None
