"""Who said what. In: a `Scene`. Out: its `Saying` marks, in the order of the text."""

from __future__ import annotations

from dragoman.reading.marks import Saying
from dragoman.reading.scene import Scene
from dragoman.reading.speech.attitudes import find_attitudes
from dragoman.reading.speech.direct import carry, find_direct
from dragoman.reading.speech.headlines import find_headlines
from dragoman.reading.speech.hearing import Hearing
from dragoman.reading.speech.indirect import find_indirect
from dragoman.reading.speech.nouns import find_nouns
from dragoman.reading.speech.prepositions import find_sourced
from dragoman.reading.speech.sayings import finish


def find_sayings(scene: Scene) -> tuple[Saying, ...]:
    """Find the sayings of a text: quotes with their voices first, then clauses, then quotes that go on with the last voice."""
    hearing = Hearing(scene)
    drafts = find_direct(hearing)
    drafts += find_indirect(hearing)
    drafts += find_nouns(hearing)
    drafts += find_attitudes(hearing)
    drafts += find_sourced(hearing)
    drafts += find_headlines(hearing, drafts)
    drafts += carry(hearing, drafts)
    return finish(hearing, drafts)
