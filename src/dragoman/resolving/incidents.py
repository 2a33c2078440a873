"""Deeds -> incidents: who did it to whom, where and when; the same deed told twice is one incident."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace

from dragoman.reading.marks import Deed
from dragoman.resolving.ground import Ground
from dragoman.resolving.onedeed import ARMS, LASTING, TOLLS, VAGUE, Told, is_same, joined
from dragoman.terms.findings import Actor, Incident, Why
from dragoman.terms.span import cite

DUE = frozenset({"sanctions", "labour-strike"})
"""Sorts of which the day is news whoever does them: "the tariffs begin on Monday"."""
MANY = 4
"""A name has fewer words; "some two hundred people" is none."""
NEAR = 400
"""Characters between talks and the exchange that came of them."""
PAIR = 2
OWNED, AHEAD = "responsibility for", 30
"""What stands in front of a deed that somebody says was his, and how far in front."""


def resolve_incidents(ground: Ground) -> tuple[Incident, ...]:
    """Resolve the deeds of a report, in its order; words that only point to a deed are further evidence of it, or nothing."""
    told: list[Told] = []
    starts = [sentence.start for sentence in ground.reading.sentences]
    for deed in ground.reading.deeds:
        new = _told(ground, deed, bisect_right(starts, deed.cue.start))
        same = next((n for n in range(len(told) - 1, -1, -1) if is_same(told[n], new)), None)
        if same is not None:
            told[same] = joined(told[same], new)
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
    claimed = OWNED in text[max(0, deed.span.start - AHEAD) : deed.span.start].lower()
    return Told(incident, deed, sentence, rule.plover if rule is not None else deed.sort, claimed)


def _nobody(deed: Deed, incident: Incident) -> bool:
    """Whether a deed names nobody: a mere "the attack", a toll without a day or a place, something announced by no one."""
    if incident.actor is not None:
        return False
    vague = incident.place is None and incident.date is None
    due = deed.sort in DUE and deed.rule.startswith("deed-noun") and incident.date is not None
    if (deed.mood and not due) or (deed.sort in TOLLS and vague and not _known(incident.target)):
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
