"""Which body or state "it" stands for: who did something just before, and behind somebody's words whoever spoke them."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.reading.marks import Mention
from dragoman.resolving.antecedents import History
from dragoman.resolving.somebody import Somebody


def follow_thing(history: History, mention: Mention, barred: set[int]) -> Somebody | None:
    """Return the body for "it" or "its": only the subject of this clause or of the sentence before can be meant.

    What does something itself may have been told two sentences before.
    """
    doing = mention.function == "subject" and (mention.speaking or mention.acting)
    told = history.before(mention, 2 if doing else 1)
    if mention.speaking and not mention.quoted:  # "…, it said": nobody told of in somebody's words, if another is told
        outside = [(n, one) for n, one in told if not (history.mentions[n].quoted or history.mentions[n].reported)]
        found = _thing(history, mention, outside, barred)
        spoke = any(one is found and history.mentions[n].speaking for n, one in outside)
        if found is not None and (spoke or not _speaks_of_itself(history, mention, told)):
            return found
    return _thing(history, mention, told, barred)


def _speaks_of_itself(history: History, mention: Mention, told: Sequence[tuple[int, Somebody]]) -> bool:
    """Whether a body may speak of itself behind its own words: "*the firm* agreed to pay, it said"."""
    others = ((history.mentions[n], one) for n, one in told)
    return any(
        other.sentence == mention.sentence and other.reported and not other.quoted and one.kind != "person"
        for other, one in others
        if other.function == "subject"
    )


def _thing(
    history: History, mention: Mention, told: Sequence[tuple[int, Somebody]], barred: set[int]
) -> Somebody | None:
    """The first of some told before that "it" can be."""
    for n, one in told:
        other = history.mentions[n]
        if id(one) in barred or one.kind == "person" or one.plural:
            continue
        if one.kind == "media" and mention.function != "owner" and not mention.speaking:
            continue  # an outlet seldom tells of itself
        said = other.speaking and other.sentence == mention.sentence
        if mention.function != "owner" and not (said or mention.acting or mention.speaking):
            continue
        if other.function == "subject" or (
            other.sentence == mention.sentence
            and other.function == "owner"
            and mention.cue == "it"
            and mention.function == "owner"
        ):
            return one
    return None
