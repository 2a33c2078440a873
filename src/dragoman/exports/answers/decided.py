"""A decision in words: what was decided, by whom, and its id, with which it can be taken back."""

from __future__ import annotations

from collections.abc import Mapping

from dragoman.record.decisions import Decision, Verb

PAST: Mapping[Verb, str] = {
    "accept": "accepted",
    "reject": "rejected",
    "edit": "edited",
    "skip": "put off",
    "note": "noted on",
    "add": "added",
    "merge": "merged",
    "split": "split",
    "link": "linked",
    "retract": "retracted",
    "undo": "undone",
    "carry": "carried over",
    "keep": "kept",
}


def sentence(decision: Decision, *, new: bool = True) -> str:
    """Return a decision as a line; one that is not `new` had been taken before in the same words."""
    what = f"{PAST[decision.verb]} {decision.thing} {', '.join(decision.things)}"
    if new:
        return f"{decision.id}: {what}, by {decision.by}"
    return f"{decision.id}: {what}, by {decision.by} on {decision.recorded[:10]} already; nothing was written"
