"""The frame around a clause that tells of a meeting: denied reports, wishes, readiness, what is waited for, what is undone later."""

from __future__ import annotations

from dragoman.reading.grammar.clauses import Clause
from dragoman.reading.meetings.status import temper
from dragoman.reading.meetings.words import meeting_words
from dragoman.reading.scene import Scene
from dragoman.terms.findings import MeetingStatus

TALES = frozenset({"report", "claim", "rumour", "rumor", "allegation", "news"})
DENYING = frozenset({"deny", "dismiss", "refute", "reject", "brush off", "scotch"})
OFFERING = frozenset(
    "offer agree promise propose pledge urge ask call vow decide refuse decline threaten invite press demand order".split()
)


def denied_report(scene: Scene, clause: Clause) -> bool:
    """Whether somebody denies the reports in which a meeting is told: "denied reports that the two *met*"."""
    parse = scene.parse
    noun = parse.head[clause.verb]
    if parse.dep[clause.verb] not in ("acl", "relcl", "ccomp") or parse.lemma[noun] not in TALES:
        return False
    return parse.lemma[parse.head[noun]] in DENYING and clause.verb != noun


def wished(scene: Scene, clause: Clause) -> bool:
    """Whether a meeting is what a noun is ready for or offers: "readiness to resume talks", "an invitation to hold talks"."""
    parse = scene.parse
    noun = parse.head[clause.verb]
    if parse.dep[clause.verb] == "pcomp" and parse.lower[noun] in (
        "of",
        "for",
    ):  # "the possibility *of resuming* talks"
        return meeting_words().holders.get(parse.lemma[parse.head[noun]]) == "proposed"
    return (
        parse.dep[clause.verb] == "acl"
        and parse.tag[clause.verb] == "VB"
        and meeting_words().holders.get(parse.lemma[noun]) == "proposed"
    )


def ready(scene: Scene, clause: Clause) -> bool:
    """Whether somebody is only ready for a meeting: "is *prepared* to meet"; who prepares to meet has a plan."""
    above = scene.clause_at.get(clause.above) if clause.above is not None else None
    return above is not None and above.lemma == "prepare" and above.passive and clause.under[:1] == ("prepare",)


def awaited(scene: Scene, clause: Clause) -> MeetingStatus | None:
    """What a clause of time says of a meeting that something else waits for: "*until* a meeting is held"."""
    parse = scene.parse
    if parse.dep[clause.verb] != "advcl" or clause.time != "present" or clause.negated:
        return None
    marks = {parse.lower[c] for c in parse.kids(clause.verb, "mark", "advmod") if c < clause.verb}
    if marks & {"when", "before"} and parse.tag[clause.verb] in ("VBP", "VBZ") and not clause.progressive:
        return "scheduled"
    return "proposed" if marks & {"until", "till", "unless", "once"} else None


def undone_later(scene: Scene, clause: Clause) -> MeetingStatus | None:
    """What a second verb says became of a plan: "was set to take place in May *but was cancelled*"."""
    above = scene.clause_at.get(clause.above) if clause.above is not None else None
    for one in (clause, *((above,) if above is not None else ())):
        for c in scene.parse.kids(one.verb, "conj"):
            later = scene.clause_at.get(c)
            status = meeting_words().status.get(later.lemma) if later is not None else None
            if (
                later is not None
                and status in ("cancelled", "postponed")
                and later.passive
                and not scene.parse.kids(c, "nsubjpass")
            ):
                return temper(status, later)
    return None


def inside_of(scene: Scene, clause: Clause) -> MeetingStatus | None:
    """What a past verb of offering says of a meeting inside of which it was done: "*offered* to help during a call"."""
    above = scene.clause_at.get(clause.above) if clause.above is not None else None
    if above is None or clause.under[:1] != (above.lemma,) or scene.parse.tag[clause.verb] != "VB":
        return None
    return "held" if above.lemma in OFFERING and above.time == "past" and not above.negated else None
