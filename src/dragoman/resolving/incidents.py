"""Deeds -> incidents: who did it to whom, where and when; the same deed told twice is one incident."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace

from dragoman.reading.marks import Deed
from dragoman.resolving.dating import narrower, nested
from dragoman.resolving.ground import Ground
from dragoman.terms.findings import Actor, Incident, IncidentStatus, Why
from dragoman.terms.span import Evidence, cite

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
HEADLINE = 120
"""Characters that the headline of a report may take: what it tells in short, the text tells again."""
MANY = 4
"""A name has fewer words; "some two hundred people" is none."""
NEAR = 400
"""Characters between talks and the exchange that came of them."""
PAIR = 2
ARMS = frozenset({"state", "government", "military"})


@dataclass(frozen=True, slots=True)
class Told:
    """An incident on its way, with the mark that it comes from, its sentence and the family of its code."""

    incident: Incident
    deed: Deed
    sentence: int
    family: str


def resolve_incidents(ground: Ground) -> tuple[Incident, ...]:
    """Resolve the deeds of a report, in its order; words that only point to a deed are further evidence of it, or nothing."""
    told: list[Told] = []
    starts = [sentence.start for sentence in ground.reading.sentences]
    for deed in ground.reading.deeds:
        new = _told(ground, deed, bisect_right(starts, deed.cue.start))
        same = next((n for n in range(len(told) - 1, -1, -1) if _same(told[n], new)), None)
        if same is not None:
            told[same] = _joined(told[same], new)
        elif not _nobody(deed, new.incident):
            told.append(new)
    return tuple(_coded(ground, _between(ground, t)) for t in told)


def _between(ground: Ground, told: Told) -> Told:
    """An exchange of nobody named is one between the two sides whose talks are told right before it."""
    found = told.incident
    if told.deed.sort != "prisoner-exchange" or found.actor is not None:
        return told
    for mark in reversed(ground.reading.meetings):
        gap = found.evidence[0].start - mark.span.start
        sides = tuple(dict.fromkeys(a for m in mark.parties for a in ground.cast.who(m) if a.kind in ARMS))
        if 0 <= gap <= NEAR and len(sides) == PAIR:
            return replace(told, incident=replace(found, actor=sides[0], target=sides[1]))
    return told


def _told(ground: Ground, deed: Deed, sentence: int) -> Told:
    rule = ground.codebook.rule_for("incident", deed.sort, traits=_traits(deed))
    when = ground.day(deed.date)
    text = ground.text
    actor, target = ground.cast.one(deed.actor), ground.cast.one(deed.target)
    incident = Incident(
        actor=actor,
        target=target if target != actor else None,
        what=" ".join(deed.what.of(text).split()),
        place=deed.place.of(text) if deed.place is not None else None,
        date=when,
        status=deed.status,
        evidence=(cite(text, deed.span),),
        events=(),
        why=Why(rule=deed.rule, cue=deed.cue.of(text), date_rule=when.rule if when is not None else None),
    )
    return Told(incident, deed, sentence, rule.plover if rule is not None else deed.sort)


def _nobody(deed: Deed, incident: Incident) -> bool:
    """Whether a deed names nobody: a mere "the attack", a toll without a day or a place, something announced by no one."""
    if incident.actor is not None:
        return False
    vague = incident.place is None and incident.date is None
    if deed.mood or (deed.sort in TOLLS and vague and not _known(incident.target)):
        return True
    noun = deed.rule.startswith("deed-noun")
    if incident.target is not None:
        pointing = deed.sort in VAGUE - TOLLS and incident.target.kind in ARMS
        return noun and deed.back and incident.date is None and pointing  # "the attack on Norland", told as known
    if deed.sort == "talks-stopped":
        return True
    if deed.sort in LASTING and not noun:
        return False  # "the *fighting* has killed 2,500"
    named = deed.actor is not None or deed.target is not None
    pointing = deed.back and (vague or deed.sort in VAGUE)
    return (pointing or (named and vague)) if noun else vague


def _known(actor: Actor | None) -> bool:
    """Whether somebody is named: not "some 4,000 people"."""
    return actor is not None and actor.kind == "person" and actor.name[:1].isupper() and len(actor.name.split()) < MANY


def _traits(deed: Deed) -> tuple[str, ...]:
    if deed.status == "denied":
        return ("denied",)
    return (deed.mood,) if deed.mood else ()


def _coded(ground: Ground, told: Told) -> Incident:
    found = told.incident
    sources = (found.actor,) if found.actor is not None else ()
    targets = (found.target,) if found.target is not None else ()
    events = ground.codebook.events("incident", told.deed.sort, found.what, sources, targets, traits=_traits(told.deed))
    return replace(found, events=events)


def _same(old: Told, new: Told) -> bool:
    """Whether two deeds are one: of one family, with nothing between them that differs."""
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
    sorts = {old.deed.sort, new.deed.sort}
    alike = len(sorts) == 1 or (bool(sorts & VAGUE) and sorts != WAR) or sorts in ALIKE
    if old.sentence == new.sentence:
        return toll or (bool(sorts & TOLLS) and alike and _agree(a.actor, b.actor)) or _goes_on(old, new)
    toll_of_it = new.deed.back and not new.deed.rule.startswith("deed-noun")
    if not (alike and _agree(a.actor, b.actor) and (toll_of_it or _agree(a.target, b.target))):
        return False
    days_agree = a.date is None or b.date is None or nested(a.date, b.date)
    places_agree = a.place is None or b.place is None or a.place in b.place or b.place in a.place
    shared = any(x is not None and y is not None for x, y in ((a.actor, b.actor), (a.target, b.target)))
    pointing = new.deed.back or (len(sorts) == 1 and bool(sorts & AGAIN) and (_bare(a) or _bare(b)))
    if not days_agree or not places_agree or not (shared or pointing or (a.place is not None and a.place == b.place)):
        return False
    return len(sorts) == 1 or pointing or _anchored(a, b)


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
    there = b.place in (None, a.place) and b.date in (None, a.date)
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


def _crosswise(doer: Actor | None, sufferer: Actor | None) -> bool:
    """Whether who did the one suffered the other, which is then not the same."""
    return doer is not None and sufferer is not None and _agree(doer, sufferer)


def _joined(old: Told, new: Told) -> Told:
    """One incident of two tellings: the first one's words, what it lacks from the second, the evidence of both."""
    a, b = old.incident, new.incident
    status: IncidentStatus = b.status if a.status == "expected" else a.status
    actor, target = a.actor or b.actor, a.target or b.target
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
