"""Meetings told by the way: what stands around them is about something else and says nothing of when they are or were.

"Spoke *about his summit* with the king", "critics *of the talks* with Iran", "raised duties *amid trade talks*". Whether such
a meeting took place or is to come, other words of the report have to tell.
"""

from __future__ import annotations

from dragoman.reading.grammar.clauses import Clause
from dragoman.reading.meetings.adjectives import COMING, GONE, MAYBE, PRESENT
from dragoman.reading.meetings.context import Above
from dragoman.reading.meetings.fates import fate_of
from dragoman.reading.meetings.going import goes
from dragoman.reading.meetings.status import AHEAD
from dragoman.reading.meetings.words import meeting_words
from dragoman.reading.scene import Scene
from dragoman.terms.findings import MeetingStatus

PASSING = "meeting.noun.in-passing"
"""The rule of such meetings, before the noun."""
TIMED = COMING | GONE | MAYBE | PRESENT
INSIDE = frozenset({"at", "during", "after", "in", "on", "following", "since", "from", "to", "into", "ahead", "beside"})
"""Where something is done at a meeting, or on the way to it, that is told with its own time."""
GOING_FOR = frozenset(
    "envoy negotiator team representative mediator coordinator delegate delegation blame responsibility praise role criticism".split()
)
"""Who or what is there for talks that are known: "the *envoy* for the peace talks"; a *date* for them is of such as are to come."""
MEANS = frozenset({"through", "by", "via", "into", "to", "without", "for"})
"""By talks something is reached: whether there are any is not told."""


TIMELESS = frozenset("come follow mark make include focus cover address touch revolve lead".split())
"""What is said in the present of a meeting that has been and of one that is to be: "the visit *comes* amid a quarrel"."""


def in_passing(scene: Scene, noun: int, above: Above) -> bool:
    """Whether nothing around a meeting noun tells when the meeting is: no adjective, no holder, no verb of meetings above it."""
    words, clause = meeting_words(), above.clause
    beside = {scene.parse.lower[c] for n in (noun, *above.holders) for c in scene.parse.children[n]}
    if beside & TIMED or "no" in beside or any(words.holders[scene.parse.lemma[h]] for h in above.holders):
        return False
    if clause is None:
        return above.prep not in INSIDE | AHEAD
    if (
        above.subject
        and clause.kind == "verb"
        and clause.time == "past"
        and not (clause.passive or clause.negated or clause.under)
    ):
        return False  # "the meeting gave hope": it has been
    if not above.prep:
        told = clause.lemma in words.status or goes(clause) or clause.kind != "verb"
        if above.subject and clause.lemma in TIMELESS and _in_the_present(clause):
            return True
        return not told and fate_of(scene, noun, clause, subject=above.subject) is None
    if above.prep in INSIDE | AHEAD:
        return above.prep not in ("ahead", "beside", "before", "until", "till") and _below_noun(scene, noun, above)
    return above.prep != "of" or scene.parse.lemma[_held_by(scene, noun, above)] != "part"


def _in_the_present(clause: Clause) -> bool:
    """Whether a clause tells in the plain present: "the summit *marks* a new start"."""
    turned = clause.modal or clause.negated or clause.conditional or clause.under or clause.progressive
    return clause.kind == "verb" and clause.time == "present" and not turned


def _held_by(scene: Scene, noun: int, above: Above) -> int:
    """The word on which the preposition above a meeting hangs."""
    top = above.holders[-1] if above.holders else noun
    return scene.parse.head[scene.parse.head[top]]


def _below_noun(scene: Scene, noun: int, above: Above) -> bool:
    """Whether a preposition hangs on a noun and not on what is done: "a *breakthrough in* the talks", "the *envoy for* the talks"."""
    parse, held_by = scene.parse, _held_by(scene, noun, above)
    if "for" in (above.prep, parse.lower[parse.head[above.holders[-1] if above.holders else noun]]):
        return parse.lemma[held_by] in GOING_FOR
    return parse.tag[held_by][:2] == "NN" and above.prep not in ("to", "into")


def by_the_way(status: MeetingStatus, above: Above) -> MeetingStatus:
    """What is taken of a meeting told in passing: that it takes place, whatever else is yet to come of which the words tell."""
    return "held" if status in ("scheduled", "proposed") and above.prep not in MEANS else status
