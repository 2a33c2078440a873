"""Whether two tellings are of one deed, and the one incident that they make."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dragoman.reading.marks import Deed
from dragoman.resolving.dating import narrower, nested
from dragoman.terms.findings import Actor, Incident, IncidentStatus
from dragoman.terms.span import Evidence

VAGUE = frozenset({"attack", "killing", "wounding", "fighting", "offensive"})
"""Sorts that leave the means open; told again with the means, they are the same deed."""
WAR = {"fighting", "conquest"}
"""What is taken in a war is more than a word for the war."""
ALIKE = (
    {"bombing", "air-strike"},
    {"bombing", "suicide-bombing"},
    {"shelling", "air-strike"},
    {"invasion", "conquest"},
    {"prisoner-exchange", "release"},
)
"""Pairs of sorts by which one deed may be told."""
TOLLS = frozenset({"killing", "wounding", "abduction", "mass-killing"})
"""Sorts that tell what came of another deed in the same sentence."""
TAKEN = frozenset({"abduction", "human-shield"})
"""Sorts of taking people away, which an attack told before them leads to."""
COUNTING = ("kill", "wound", "injur", "maim", "claim", "leav", "left")
"""How verbs begin that tell what an attack led to."""
BLASTS = frozenset({"bombing", "suicide-bombing", "air-strike", "shelling"})
LASTING = frozenset({"offensive", "blockade", "fighting", "war"})
"""Sorts that go on for long."""
AGAIN = LASTING | {"prisoner-exchange"}
"""Sorts of which two, the one told without names, are the same deed."""
NAMELESS = frozenset({"gunmen", "attackers", "assailants", "militants", "bombers", "rebels", "insurgents", "fighters"})
HEADLINE = 120
"""Characters that the headline of a report may take: what it tells in short, the text tells again."""
ARMS = frozenset({"state", "government", "military"})


@dataclass(frozen=True, slots=True)
class Told:
    """An incident on its way, with the mark that it comes from, its sentence and the family of its code.

    `claimed`: somebody says that the deed was his.
    """

    incident: Incident
    deed: Deed
    sentence: int
    family: str
    claimed: bool = False


def is_same(old: Told, new: Told) -> bool:
    """Say whether two deeds are one: of one family, with nothing between them that differs."""
    a, b = old.incident, new.incident
    if {old.deed.sort, new.deed.sort} == {"arrest", "indictment"} and old.sentence == new.sentence:
        return a.target == b.target  # "was arrested and charged with treason"
    toll = old.sentence == new.sentence and old.family == "ASSAULT" and _is_toll(old, new)
    if (
        (old.family != new.family and not toll)
        or old.deed.mood != new.deed.mood
        or (a.status == "denied") != (b.status == "denied")
    ):
        return False
    if _crosswise(a.actor, b.target) or _crosswise(b.actor, a.target):
        return False
    if _owns_up(old, new) or _counted_again(old, new):
        return True
    sorts = {old.deed.sort, new.deed.sort}
    alike = len(sorts) == 1 or (bool(sorts & VAGUE) and sorts != WAR) or sorts in ALIKE
    if old.sentence == new.sentence:
        return toll or (bool(sorts & TOLLS) and alike and _agree(a.actor, b.actor)) or _goes_on(old, new)
    toll_of_it = new.deed.back and not new.deed.rule.startswith("deed-noun")
    if not (alike and _one_doer(a.actor, b.actor) and (toll_of_it or _agree(a.target, b.target))):
        return False
    shared = any(x is not None and y is not None for x, y in ((a.actor, b.actor), (a.target, b.target)))
    pointing = new.deed.back or _named_by_day(b) or (len(sorts) == 1 and bool(sorts & AGAIN) and (_bare(a) or _bare(b)))
    if not _there_and_then(a, b) or not (shared or pointing or (a.place is not None and a.place == b.place)):
        return False
    return len(sorts) == 1 or pointing or _anchored(a, b)


def _there_and_then(a: Incident, b: Incident) -> bool:
    """Whether neither the days nor the places of two incidents differ."""
    if a.place is not None and b.place is not None and a.place not in b.place and b.place not in a.place:
        return False
    return a.date is None or b.date is None or nested(a.date, b.date)


def _owns_up(old: Told, new: Told) -> bool:
    """Whether somebody claims the deed told right before, whose doers had no name: "claimed responsibility for the attack"."""
    doer = old.incident.actor
    nameless = doer is None or doer.name[:1].islower() or doer.name.lower() in NAMELESS
    return new.claimed and new.deed.back and nameless and old.family == new.family == "ASSAULT"


def _counted_again(old: Told, new: Told) -> bool:
    """Whether the next sentence only counts more of those who suffered: "Dozens *were also injured* in strikes on the port"."""
    a, b = old.incident, new.incident
    sorts = {old.deed.sort, new.deed.sort}
    both = all((i.why.cue or "").lower().startswith(COUNTING) for i in (a, b))
    counts = both and (b.target is None or not b.target.name[:1].isupper())
    told = sorts <= (TOLLS | BLASTS | VAGUE) - LASTING and new.family == old.family == "ASSAULT"
    return told and counts and b.actor is None and new.sentence == old.sentence + 1 and _there_and_then(a, b)


def _named_by_day(incident: Incident) -> bool:
    """Whether a deed told before goes by its day: "*Saturday's* raid"."""
    words = incident.evidence[0].quote.lower()
    return incident.date is not None and words.startswith(f"{incident.date.text.lower()}'s")


def _is_toll(old: Told, new: Told) -> bool:
    """Whether a deed is only what came of another told before it: "attacked Ober, killing nine and *taking* two hostage"."""
    same = new.incident.actor in (None, old.incident.actor)
    taken = (
        new.deed.sort in TAKEN
        and same
        and old.deed.sort not in TAKEN
        and new.incident.date in (None, old.incident.date)
    )
    return taken or (new.deed.sort in TOLLS and new.incident.actor is None)


def _anchored(a: Incident, b: Incident) -> bool:
    """Whether a vague word and another one have more in common than who did it: day, place, sufferer, or the headline."""
    if a.evidence[0].start < HEADLINE or (a.target is not None and a.target == b.target):
        return True
    same_day = a.date is not None and b.date is not None
    return same_day or (a.place is not None and b.place is not None)


def _goes_on(old: Told, new: Told) -> bool:
    """Whether one sentence tells one deed twice: "exchanged prisoners, releasing nine", "harassed and fined farmers"."""
    a, b = old.incident, new.incident
    sorts = {old.deed.sort, new.deed.sort}
    there = (b.place in (None, a.place) or a.place is None) and (b.date in (None, a.date) or a.date is None)
    if a.actor is None and b.actor is None and len(sorts) == 1 and old.deed.sort in BLASTS:
        return there  # "a bomb exploded, killing six"
    if a.actor == b.actor and len(sorts) == 1 and b.target is None and (b.why.cue or "").lower().startswith(COUNTING):
        return there  # "raids near Ober killed nine soldiers and *wounded* 78"
    if a.actor is None or a.actor != b.actor:
        return False
    return sorts == {"prisoner-exchange", "release"} or (
        len(sorts) == 1 and a.target is None and b.place in (None, a.place)
    )


def _bare(incident: Incident) -> bool:
    """Whether nobody is named in an incident."""
    return incident.actor is None and incident.target is None


def _agree(a: Actor | None, b: Actor | None) -> bool:
    """Whether two actors may be one: a state, its government and its army act as one."""
    if a is None or b is None or a == b:
        return True
    return a.country is not None and a.country == b.country and a.kind in ARMS and b.kind in ARMS


def _one_doer(a: Actor | None, b: Actor | None) -> bool:
    """Whether two doers may be one: who rules a state does what it does, and fighters what their group does."""
    if _agree(a, b):
        return True
    if a is None or b is None:
        return False
    if a.country is not None and a.country == b.country and {a.kind, b.kind} & ARMS:
        return {a.kind, b.kind} <= ARMS | {"person"}
    own, other = (" ".join(w for w in one.name.split() if w[:1].isupper()) for one in (a, b))
    return own == other != "" and {a.kind, b.kind} <= {"armed-group", "group"}


def _crosswise(doer: Actor | None, sufferer: Actor | None) -> bool:
    """Whether who did the one suffered the other, which is then not the same."""
    return doer is not None and sufferer is not None and _agree(doer, sufferer)


def joined(old: Told, new: Told) -> Told:
    """Return one incident of two tellings: the first one's words, what it lacks from the second, the evidence of both."""
    a, b = old.incident, new.incident
    status: IncidentStatus = b.status if a.status == "expected" else a.status
    actor, target = (b.actor if new.claimed and b.actor else a.actor or b.actor), a.target or b.target
    evidence = a.evidence + tuple(e for e in b.evidence if not _within(e, a.evidence))
    deed = new.deed if old.deed.sort in VAGUE and new.deed.sort not in VAGUE | TAKEN else old.deed
    merged = replace(
        a,
        actor=actor,
        target=target if target != actor else None,
        place=a.place or b.place,
        date=narrower(a.date, b.date),
        status=status,
        evidence=evidence,
    )
    return Told(merged, deed, new.sentence, old.family)


def _within(piece: Evidence, others: tuple[Evidence, ...]) -> bool:
    return any(piece.span in other.span for other in others)
