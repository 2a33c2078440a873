"""Accord marks -> agreements: between whom, about what, since when; one agreement told often is one record."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dragoman.reading.marks import AccordMark
from dragoman.reading.senses import words_of
from dragoman.resolving.agreements_alike import STAGE, Told, matter, other_half, over, parties_fit, pointing_fits, same
from dragoman.resolving.dating import day_gone, narrower
from dragoman.resolving.ground import Ground
from dragoman.resolving.standing import state_actor
from dragoman.terms.findings import Actor, Agreement, Why
from dragoman.terms.span import Evidence, cite

WEAK_RULES = frozenset({"agreement-told-by-noun"})
HEADLINE = 120
"""Characters that the headline of a report may take: what the text tells after it is told anew."""


def resolve_agreements(ground: Ground) -> tuple[Agreement, ...]:
    """Resolve the accord marks of a report; the same agreement told twice is one record with two pieces of evidence."""
    told: list[Told] = []
    for mark in ground.reading.accords:
        found = _agreement(ground, mark)
        _merge(told, Told(found, (mark.back or _bare(found)) and not _newly_told(found, told), mark.rule))
    told = _with_their_ends(_after_all(told))
    return tuple(
        _coded(ground, t.agreement) for t in told if not (t.back and t.agreement.date is None and t.rule in WEAK_RULES)
    )


def _coded(ground: Ground, found: Agreement) -> Agreement:
    """Give an agreement its event codes, one for each party toward the others."""
    events = [
        event
        for party in found.parties
        for event in ground.codebook.events(
            "agreement", found.status, found.about, (party,), tuple(p for p in found.parties if p != party)
        )
    ]
    return replace(found, events=tuple(events))


def _agreement(ground: Ground, mark: AccordMark) -> Agreement:
    told = tuple(dict.fromkeys(actor for m in mark.parties for actor in ground.cast.who(m)))
    states = tuple(dict.fromkeys(_side(ground, actor) for actor in told))
    parties = states if len(states) > 1 else told
    when = ground.day(mark.date)
    if when is None and mark.status in ("agreed", "signed"):
        when = day_gone(ground, mark.span)
    return Agreement(
        parties=_distinct(parties),
        about=" ".join(mark.about.of(ground.text).split()),
        date=when,
        status=mark.status,
        evidence=(cite(ground.text, mark.span),),
        events=(),
        why=Why(rule=mark.rule, cue=mark.cue.of(ground.text), date_rule=when.rule if when is not None else None),
    )


def _side(ground: Ground, actor: Actor) -> Actor:
    """The state for which somebody unnamed agrees ("Norland's leader", "Tavian officials"), else the actor itself."""
    words = actor.name.lower().split()
    unnamed = actor.kind in ("person", "group") and words[-1] in words_of("accords", "agents")
    state = state_actor(ground.cast, actor.country) if unnamed else None
    return state or actor


def _bare(found: Agreement) -> bool:
    """Whether "the breakthrough deal" says no more than "the deal"."""
    return found.about.lower().startswith(("the ", "this ")) and not found.parties and not matter(found.about)


def _newly_told(found: Agreement, told: list[Told]) -> bool:
    """Whether "a deal" is told anew, by an article and with parties of its own, after other agreements of the text itself."""
    new = found.about.lower().startswith(("a ", "an ")) and found.parties
    return bool(new) and any(t.agreement.evidence[0].start > HEADLINE for t in told)


def _distinct(parties: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """Parties without outlets, and without a state's government beside the state."""
    kept: list[Actor] = []
    for actor in parties:
        twin = actor.kind in ("state", "government") and any(
            k.country is not None and k.country == actor.country and k.kind in ("state", "government") for k in kept
        )
        if actor.kind != "media" and not twin and not _nobody_named(actor.name):
            kept.append(actor)
    return tuple(kept)


def _nobody_named(name: str) -> bool:
    """Whether a party is only "participants" or "both delegations"."""
    words = [w for w in name.lower().split() if w not in ("the", "both", "two", "all", "these")]
    return len(words) == 1 and words[0] in words_of("accords", "unnamed")


def _merge(told: list[Told], new: Told) -> None:
    """Add an agreement, or its evidence to the latest one told before that can be the same."""
    for i in _candidates(told, new):
        told[i] = _joined(told[i], new)
        return
    told.append(new)


def _candidates(told: list[Told], new: Told) -> Iterator[int]:
    """The agreements told before that can be the same as the new one, the latest first."""
    for i in reversed(range(len(told))):
        if same(told[i], new):
            yield i


def _joined(old: Told, new: Told) -> Told:
    a, b = old.agreement, new.agreement
    plain = old.back and not new.back
    merged = replace(
        a,
        parties=_all_sides(a, b),
        about=b.about if plain else a.about,
        date=narrower(a.date, b.date),
        status=a.status if STAGE[a.status] >= STAGE[b.status] or new.rule in WEAK_RULES else b.status,
        evidence=_together(a.evidence, b.evidence),
        why=replace(a.why, date_rule=a.why.date_rule or b.why.date_rule),
    )
    return Told(merged, old.back and new.back, old.rule if old.rule not in WEAK_RULES else new.rule)


def _all_sides(a: Agreement, b: Agreement) -> tuple[Actor, ...]:
    """The sides that two tellings of one agreement name: those of the fuller one, or its two halves."""
    if other_half(a, b) and not parties_fit(a, b):
        return a.parties + b.parties
    return b.parties if len(b.parties) > len(a.parties) else a.parties


def _together(told: tuple[Evidence, ...], more: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
    """All evidence in the order of the text, without what stands inside of another piece."""
    if len(more) == 1 and more[0].start >= max(e.end for e in told):
        return told + more
    kept = tuple(e for e in told if not _inside(e, more) or e in more)
    return tuple(sorted((*kept, *(e for e in more if not _inside(e, kept)))))


def _after_all(told: list[Told]) -> list[Told]:
    """Give an agreement's end, and "the deal" that merged with none, the parties and the matter told beside it."""
    return [_filled(t, told) if t.back or (over(t.agreement) and not t.agreement.parties) else t for t in told]


def _with_their_ends(told: list[Told]) -> list[Told]:
    """Join the end of an agreement to what only takes the agreement for known, where no two days keep them apart."""
    kept = list(told)
    for end in (t for t in told if over(t.agreement)):
        made = next((t for t in kept if not over(t.agreement) and _ended_by(t, end.agreement)), None)
        if made is not None:
            kept[kept.index(end)] = _joined(end, made)
            kept.remove(made)
    return kept


def _ended_by(told: Told, end: Agreement) -> bool:
    """Whether an end is that of an agreement: told at the same words, or of the same matter and sides, with one leaving."""
    made = told.agreement
    if made.about == end.about and any(a.span.touches(b.span) for a in made.evidence for b in end.evidence):
        return True  # "they broke the pact signed in May"
    if told.rule not in WEAK_RULES or (made.date is not None and end.date is not None):
        return False
    one, two = matter(made.about), matter(end.about)
    alike = made.about == end.about or (bool(one & two) and (one <= two or two <= one))
    return alike and (len(end.parties) <= 1 or parties_fit(made, end))


def _filled(pointing: Told, told: list[Told]) -> Told:
    earlier = words_of("accords", "earlier")
    place = told.index(pointing)
    for other in (*reversed(told[:place]), *told[place + 1 :]):
        a, b = pointing.agreement, other.agreement
        if other.back or over(a) == over(b) or not pointing_fits(a.about, b.about):
            continue
        if matter(a.about) & earlier != matter(b.about) & earlier or not (pointing.back or parties_fit(a, b)):
            continue
        about = b.about if pointing.back else a.about
        parties = b.parties if len(b.parties) > len(a.parties) and parties_fit(a, b) else a.parties
        return Told(replace(a, parties=parties, about=about), back=pointing.back, rule=pointing.rule)
    return pointing


def _inside(piece: Evidence, others: tuple[Evidence, ...]) -> bool:
    return any(other.start <= piece.start and piece.end <= other.end for other in others)
