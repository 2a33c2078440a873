"""What became of a meeting, by the words above it and their modality."""

from __future__ import annotations

from dragoman.reading.grammar.clauses import Clause
from dragoman.reading.grammar.modality import SPEECH
from dragoman.reading.scene import Scene
from dragoman.terms.findings import MeetingStatus

GOING = frozenset({"return", "arrive", "fly", "travel", "come", "gather", "go", "land", "depart", "head"})
SETTLED = frozenset(
    {
        "set",
        "schedule",
        "expect",
        "plan",
        "agree",
        "due",
        "slate",
        "announce",
        "confirm",
        "arrange",
        "prepare",
        "intend",
        "promise",
        "vow",
        "be",
        "decide",
        "go",
        "likely",
    }
)
WISHED = frozenset(
    "propose want hope offer ready willing seek urge call ask invite press consider demand suggest like wish push encourage "
    "aim need try work strive prepared open demand insist request refuse_not able possible".split()
)
TAKING_UP: dict[str, MeetingStatus] = {
    "accept": "scheduled",
    "turn down": "declined",
    "decline": "declined",
    "reject": "declined",
}
"""What becomes of a meeting to which an invitation is taken up or not."""
WILLING = frozenset({"want", "ready", "willing", "prepared", "wish", "like", "open", "agree", "accept"})
REFUSED = frozenset({"refuse", "decline", "reject", "unwilling", "reluctant", "rule out", "avoid", "oppose"})
BEGINNING = frozenset({"begin", "start", "open", "commence"})
VAGUE = frozenset(
    {"be", "have", "make", "mark", "yield", "produce", "include", "focus", "come", "follow", "fail", "collapse"}
)
"""Verbs that say under "would" how a meeting would turn out, not that it is planned."""
WAYS = frozenset({"", "to", "into"})
"""What leads to talks, or nothing: "return *to* the table", "get talks"."""
AHEAD = frozenset({"before", "ahead", "for", "until", "towards", "toward", "till"})


def verb_status(clause: Clause, above: Clause | None) -> MeetingStatus | None:
    """Return the status of a meeting that a verb itself tells ("met", "will meet", "are set to talk, *meeting* in Oslo")."""
    if above is not None and not clause.under and clause.time == above.time == "present" and above.lemma in SETTLED:
        return "scheduled"
    if above is not None and above.lemma in TAKING_UP and not clause.under[:1] and not above.negated:
        return TAKING_UP[above.lemma]
    if (
        above is not None
        and clause.under[:1] == (above.lemma,)
        and above.lemma in GOING
        and above.time in ("unreal", "future")
    ):
        return "declined" if above.negated else "scheduled" if above.time == "future" else "proposed"
    return temper("held", clause)


def refused_above(scene: Scene, clause: Clause) -> MeetingStatus | None:
    """What a denied verb above says: "was *not expected* to hold talks", "does *not want* to meet"; None where there is none."""
    above = scene.clause_at.get(clause.above) if clause.above is not None else None
    if (
        above is None
        or not above.negated
        or above.yet
        or clause.under[:1] != (above.lemma,)
        or scene.parse.dep[clause.verb] != "xcomp"
    ):
        return None
    if above.lemma in SETTLED:
        return "denied" if any(governor in SPEECH for governor in above.under) else "declined"
    return "declined" if above.lemma in WILLING else None


def temper(status: MeetingStatus, clause: Clause) -> MeetingStatus | None:
    """Return a status as the modality of its clause leaves it, None where nothing is said of any meeting."""
    for governor in clause.under:
        if governor == "deny":
            return "denied"
        if governor in REFUSED:
            return "declined"
        if governor == "fail":
            return "cancelled" if status == "held" and clause.lemma not in ("reach", "agree") else status
        if governor in WISHED:
            return "proposed" if status in ("held", "under-way", "scheduled") else status
        if governor in GOING:
            return "scheduled"
        if governor in SETTLED and clause.time != "past":
            return _settled(status, clause)
        if governor in SPEECH:
            break
    return _by_time(status, clause)


def as_governed(status: MeetingStatus, clause: Clause) -> MeetingStatus:
    """Return what a verb above makes of a way to a meeting: "*urged* both to return to talks", "*refused* to return to them"."""
    for governor in clause.under:
        if governor in SPEECH:
            break
        if governor in REFUSED or governor in WISHED:
            return "declined" if governor in REFUSED else "proposed"
    return status


def _settled(status: MeetingStatus, clause: Clause) -> MeetingStatus:
    if clause.negated:
        return "declined"
    return "scheduled" if status in ("held", "under-way") else status


def _by_time(status: MeetingStatus, clause: Clause) -> MeetingStatus | None:
    if clause.conditional:
        return "proposed"
    if clause.yet:
        return "proposed"
    if clause.negated:
        return _negated(status, clause)
    if status in ("held", "under-way"):
        if clause.time == "future":
            return "scheduled"
        if clause.modal == "would" and clause.under[:1] and clause.under[0] in SPEECH and clause.lemma not in VAGUE:
            return "scheduled"
        if clause.time == "unreal":
            return "proposed"
        if clause.progressive or (
            clause.time == "present" and clause.kind == "verb" and clause.lemma in ("be", "continue")
        ):
            return "under-way"
    if status == "scheduled" and clause.time == "unreal":
        return "proposed"
    return status


def _negated(status: MeetingStatus, clause: Clause) -> MeetingStatus:
    """What a denied verb leaves of a meeting: not held as told, not to be held, not yet begun."""
    if status == "declined":
        return "proposed"
    if clause.lemma in BEGINNING and clause.time == "past":
        return "scheduled"
    said = any(governor in SPEECH for governor in clause.under)
    if clause.time == "past" and status == "held" and said and clause.lemma != "take":
        return "denied"
    return (
        "cancelled"
        if clause.time == "past" and status == "held"
        else "declined"
        if status in ("held", "scheduled")
        else status
    )
