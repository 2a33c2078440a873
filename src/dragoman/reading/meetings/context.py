"""What stands around a meeting noun and tells what became of it: nouns above, adjectives beside, the clause and its mood."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.reading.grammar.clauses import Clause
from dragoman.reading.grammar.modality import SPEECH
from dragoman.reading.meetings.adjectives import AWAITED, COMING, GONE, MAYBE, PRESENT
from dragoman.reading.meetings.fates import fate_of, was_held
from dragoman.reading.meetings.frames import (
    DENYING,
    TALES,
    awaited,
    denied_report,
    inside_of,
    ready,
    undone_later,
    wished,
)
from dragoman.reading.meetings.moves import helped_on
from dragoman.reading.meetings.status import AHEAD, SETTLED, WAYS, WISHED, as_governed, refused_above, temper
from dragoman.reading.meetings.words import meeting_words
from dragoman.reading.scene import Scene
from dragoman.terms.findings import MeetingKind, MeetingStatus

ASIDE = frozenset({"sideline", "margin"})
UNSETTLED = frozenset({"contingent", "conditional", "dependent", "open", "ready", "willing", "possible", "necessary"})
UNDONE = frozenset({"declined", "cancelled", "postponed", "denied"})
AT_TABLE = frozenset({"for", "to", "in", "on", "of", "at", "from", "with", "about"})
INSIDE = frozenset({"at", "during", "after", "in"})
BEGUN = frozenset({"at", "since", "after", "from", "before"})
OVER = frozenset({"after", "following", "since", "during"})

OCCURRING = frozenset(
    "take happen occur begin start resume go proceed be open convene continue materialise materialize come".split()
)
STARTED = frozenset(
    {"arrive", "land", "travel", "fly", "go", "come", "be", "stay", "leave", "visit", "return", "tour", "journey"}
)
TRAVELLED = frozenset({"return", "travel", "fly", "go", "come", "visit", "journey"})
BARRING = frozenset("prevent bar ban forbid prohibit block preclude hinder hamper obstruct impede".split())
"""What keeps talks from being: whether any were to be held is not told."""
TAKING_PART = frozenset({"join", "attend", "enter"})

TELLING = frozenset({"say", "believe", "report", "understand", "think", "know"})
TRIED = frozenset({"fail", "manage", "struggle", "try", "seek", "attempt", "help"})
LEADING_UP = frozenset({"prelude", "precursor", "run-up", "lead-up", "runup", "preparation", "precondition"})
"""What comes before a meeting that is yet to come: "as a *prelude* to talks"."""


@dataclass(frozen=True, slots=True)
class Above:
    """What stands above a meeting noun: the nouns on the way, the clause and the preposition between.

    `prep` is "ahead" for "ahead of the talks", "beside" for "on the sidelines of the summit", "" where none stands between.
    """

    holders: tuple[int, ...]
    clause: Clause | None
    prep: str
    subject: bool

    @property
    def clause_lemma(self) -> str:
        """The lemma of the clause's predicate, "" without a clause."""
        return "" if self.clause is None else self.clause.lemma


def climb(scene: Scene, noun: int) -> Above:
    """Climb from a meeting noun over "the resumption of", "an offer for" to the clause that tells of it."""
    parse, words = scene.parse, meeting_words()
    holders: list[int] = []
    prep, i = "", noun
    while parse.head[i] != i and i not in scene.clause_at and _carried(scene, i) is None:
        up = parse.head[i]
        holds = parse.tag[up][:2] == "NN" and parse.lemma[up] in words.holders
        if parse.dep[i] in ("prep", "agent") and holds:
            holders.append(up)
            prep = "beside" if parse.lemma[up] in ASIDE else ""
        elif parse.dep[i] in ("prep", "agent") and prep not in ("beside", "during"):
            leads = parse.lower[up] == "ahead" or parse.lemma[up] in LEADING_UP
            prep = "ahead" if leads or prep == "ahead" else parse.lower[i]
        elif holds and parse.dep[i] in ("acl", "relcl", "appos"):
            holders.append(up)
        i = up
    if prep == "for" and i in scene.clause_at and not holders:
        holders += _offered(scene, scene.clause_at[i])
        prep = "" if holders else prep
    clause = scene.clause_at.get(i) or _carried(scene, i)
    subject = _is_subject(scene, holders[-1] if holders else noun)
    return Above(tuple(holders), _lowest(scene, clause) if subject else clause, prep, subject)


def _carried(scene: Scene, copula: int) -> Clause | None:
    """The clause of the adjective that a copula carries: "said that the talks *were ongoing*"."""
    adjectives = scene.parse.kids(copula, "acomp", "oprd")
    return next((scene.clause_at[c] for c in adjectives if c in scene.clause_at), None)


def _offered(scene: Scene, clause: Clause) -> list[int]:
    """What the grammar tore a meeting from: "rejected *a request* by Peru for a meeting"."""
    parse, words = scene.parse, meeting_words()
    torn = [t for t in clause.things if words.holders.get(parse.lemma[t]) == "proposed" and parse.kids(t, "prep")]
    return [t for t in torn if any(parse.lower[p] in ("by", "from", "to") for p in parse.kids(t, "prep"))]


def _is_subject(scene: Scene, top: int) -> bool:
    parse = scene.parse
    if parse.dep[top] == "conj":
        top = parse.head[top]
    return parse.dep[top] in ("nsubj", "nsubjpass")


def _lowest(scene: Scene, clause: Clause | None) -> Clause | None:
    """The predicate that tells of a subject: for "talks are due to *resume*", the last of them."""
    while clause is not None and clause.lemma in SETTLED | WISHED | {"fail", "unlikely", "continue"}:
        below = next((c for c in clause.complements if scene.parse.dep[c] == "xcomp" and c in scene.clause_at), None)
        if below is None:
            break
        clause = scene.clause_at[below]
    return clause


def told_status(scene: Scene, noun: int, above: Above, kind: MeetingKind = "talks") -> MeetingStatus | None:
    """Return what became of a meeting, None where the words deny nothing and tell nothing of one."""
    beside = {scene.parse.lower[c] for n in (noun, *above.holders) for c in scene.parse.children[n]}
    status, clause, words = _told_status(scene, noun, above, kind, beside), above.clause, meeting_words()
    if not beside & AWAITED or (clause is not None and clause.time == "past" and not above.prep):
        return status
    wished = beside & MAYBE or "proposed" in (words.status.get(above.clause_lemma), *_holding(scene, above))
    return "scheduled" if status in ("held", "under-way") or (status == "proposed" and not wished) else status


def _holding(scene: Scene, above: Above) -> list[MeetingStatus]:
    """What the nouns above a meeting say of it."""
    return [s for h in above.holders if (s := meeting_words().holders[scene.parse.lemma[h]]) is not None]


def _told_status(scene: Scene, noun: int, above: Above, kind: MeetingKind, beside: set[str]) -> MeetingStatus | None:
    clause = above.clause
    if clause is None:
        return _told(scene, noun, above, kind, beside)
    if "no" in beside:
        return "denied" if _attributed(scene, clause, noun) else None
    if _of_somebody_alone(scene, noun, above, clause):
        return None
    if clause.negated and clause.lemma in ("hold", "have") and not above.prep and _until_now(scene, clause):
        return None  # "have not held direct talks since March"
    if clause.negated and clause.lemma == "be" and above.prep == "of":  # "will not be part of the talks"
        return "scheduled" if clause.time == "future" else "held"
    return _told(scene, noun, above, kind, beside)


def _told(scene: Scene, noun: int, above: Above, kind: MeetingKind, beside: set[str]) -> MeetingStatus | None:
    """What the nouns above a meeting, else the frame and the clause around it, say of it."""
    clause, parse = above.clause, scene.parse
    told = next(iter(_holding(scene, above)), None)
    if told is not None and not (told == "proposed" and above.prep in BEGUN and _beginning(scene, above)):
        return _undone(told, above) or told
    if above.clause_lemma in DENYING and any(parse.lemma[h] in TALES for h in above.holders) and not above.prep:
        return "denied"
    if clause is None:
        return (
            "proposed"
            if beside & COMING
            else "under-way"
            if above.prep == "in" and parse.head[noun] != noun
            else "held"
        )
    if (fate := fate_of(scene, noun, clause, subject=above.subject)) is not None:
        return fate
    if (passing := _in_passing(scene, noun, above, clause)) is not None:
        return passing
    special = _by_frame(scene, above, clause, kind)
    if special is not None:
        return special
    if clause.kind == "adjective" and (clause.lemma in UNSETTLED or clause.negated):
        return "proposed" if clause.lemma in UNSETTLED else None
    if above.prep == "ahead" and not beside & MAYBE:
        return "scheduled"
    if above.prep in (*AHEAD, "ahead") and not (above.prep == "for" and clause.lemma in meeting_words().status):
        return "proposed" if beside & MAYBE else temper("scheduled", clause)
    if above.prep in ("on", "in", "during") and _on_the_way(parse.lower, noun, clause):
        return "under-way"
    if clause.lemma == "put" and any(parse.lower[w] in ("hold", "ice") for w in clause.governed("on")):
        return "postponed"
    return _by_clause(scene, above, clause, beside)


def _until_now(scene: Scene, clause: Clause) -> bool:
    """Whether a clause is a present perfect: "*have* not held"."""
    auxiliaries = scene.parse.kids(clause.verb, "aux")
    return any(scene.parse.lemma[c] == "have" and scene.parse.tag[c] != "VBD" for c in auxiliaries)


def _of_somebody_alone(scene: Scene, noun: int, above: Above, clause: Clause) -> bool:
    """Whether words tell only of what keeps somebody from talks: "*suspended* from the talks", "*did not join* Friday's talks"."""
    if above.subject:
        return False
    if clause.lemma in BARRING and not clause.negated:
        return True
    if meeting_words().status.get(clause.lemma) == "postponed" and above.prep in ("from", "in", "at"):
        return True
    told = all(g in SPEECH for g in clause.under)
    away = clause.negated and clause.lemma in TAKING_PART and not above.prep and told
    known = any(c for c in scene.parse.kids(noun, "poss") if scene.parse.lower[c] not in ("his", "her", "its"))
    partners = [
        o for c in scene.parse.kids(noun, "prep") if scene.parse.lower[c] == "with" for o in scene.parse.kids(c, "pobj")
    ]
    definite = known or any(scene.parse.lower[c] == "the" for c in scene.parse.kids(noun, "det"))
    if clause.time != "future":
        return away and definite and (known or bool(partners))
    named = [scene.mentions[scene.mention_at[o]] for o in partners if o in scene.mention_at]
    one = any(m.kind == "person" and m.form == "name" for m in named)  # who will not come to one other declines to meet
    return away and definite and not one


def _beginning(scene: Scene, above: Above) -> bool:
    """Whether "at the start of the summit" tells when something was, and not that a summit was called for."""
    return any(scene.parse.lemma[h] in ("start", "launch", "opening", "beginning") for h in above.holders)


def _in_passing(scene: Scene, noun: int, above: Above, clause: Clause) -> MeetingStatus | None:
    """What is told by the way: "following the summit *held* in May", "talks *said to be under way* in Lima"."""
    if (above.prep or clause.lemma == "follow") and was_held(scene, noun):
        return "held"
    parse = scene.parse
    told = (x for c in parse.kids(noun, "acl") if parse.lemma[c] in TELLING for x in parse.kids(c, "xcomp"))
    going = any(parse.tag[x] == "VBG" or parse.lower[x] in ("underway", "ongoing", "be") for x in told)
    return "under-way" if going else None


def _by_frame(scene: Scene, above: Above, clause: Clause, kind: MeetingKind) -> MeetingStatus | None:
    """What the frame around the clause says, whatever its verb: denied reports, offers, ways to a visit, a plan undone later."""
    inside = above.prep in INSIDE
    if denied_report(scene, clause):
        return "denied"
    if not inside and (refused := refused_above(scene, clause)) is not None:
        return refused
    started = clause.lemma in STARTED if kind == "visit" else clause.lemma in TRAVELLED
    if above.prep in ("for", "on") and started and clause.time == "past" and not clause.negated:
        return "held"
    if inside and (happened := inside_of(scene, clause)) is not None:
        return happened
    if wished(scene, clause) or ready(scene, clause):
        return "held" if inside else "proposed"
    if (
        above.subject
        and clause.lemma == "fall"
        and {scene.parse.lower[c] for c in scene.parse.children[clause.verb]} & {"through", "apart"}
    ):
        return temper("cancelled", clause)
    return undone_later(scene, clause) or awaited(scene, clause) if above.subject else None


def _attributed(scene: Scene, clause: Clause, word: int) -> bool:
    """Whether somebody says so and not the report."""
    return any(g in SPEECH or g in ("make", "clear") for g in clause.under) or scene.speaker_at(word) is not None


def _undone(told: MeetingStatus, above: Above) -> MeetingStatus | None:
    """What a verb makes of "plans for a meeting": "*scrapped* plans", "*rejected* an offer of talks"."""
    clause = above.clause
    status = meeting_words().status.get(clause.lemma) if clause is not None and not above.prep else None
    if told != "proposed" or clause is None or status not in UNDONE:
        return None
    return "proposed" if clause.negated else status


def _by_clause(scene: Scene, above: Above, clause: Clause, beside: set[str]) -> MeetingStatus | None:
    status = _status_of(scene, clause)
    if clause.lemma.split()[0] in ("move", "push", "bring", "take") and helped_on(scene, clause):
        return None
    told = above.subject and not clause.passive and clause.time == "past" and all(g in SPEECH for g in clause.under)
    if told and clause.kind == "verb":
        if status in ("proposed", "scheduled") or (clause.negated and clause.lemma not in OCCURRING):
            return "held"
    if status is not None and (above.subject or not above.prep or above.prep in AT_TABLE):
        if status != "held" and above.prep in INSIDE and (status != "scheduled" or _in_past(scene, clause)):
            return temper("held", clause)
        if beside & MAYBE and status == "held" and clause.time != "past":
            return "proposed"
        return temper(status, clause)
    if beside & MAYBE:
        return "proposed"
    if beside & GONE:
        return "held"
    if beside & PRESENT:
        return "under-way"
    if beside & COMING:
        return "scheduled" if clause.time == "future" else "proposed"
    if clause.time in ("past", "present") or above.prep in OVER:
        return "held"
    ahead: MeetingStatus = "scheduled" if clause.time == "future" else "proposed"
    return as_governed(ahead, clause) if above.prep in WAYS else ahead


def _in_past(scene: Scene, clause: Clause) -> bool:
    """Whether a clause, or the past one above its infinitive, tells of what is over: "*failed* to agree at talks"."""
    above = scene.clause_at.get(clause.above) if clause.above is not None else None
    below = above is not None and scene.parse.dep[clause.verb] == "xcomp" and above.lemma in TRIED
    return clause.time == "past" or (below and above is not None and above.time == "past")


def _status_of(scene: Scene, clause: Clause) -> MeetingStatus | None:
    """What the lexicon says of a predicate; talks are only put off by "move" where a day is told: not "moved to a hotel"."""
    moved = clause.lemma == "move" and not scene.dates_below.get(clause.verb)
    return "scheduled" if moved else meeting_words().status.get(clause.lemma)


def _on_the_way(lower: list[str], noun: int, clause: Clause) -> bool:
    """ "is in talks with", "currently on a tour of": under way at the time of the report."""
    if clause.lemma in ("be", "remain", "stay") and clause.time == "present" and not clause.negated:
        return True
    return bool(set(lower[max(0, noun - 8) : noun]) & {"currently", "presently"})
