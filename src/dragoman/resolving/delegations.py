"""Delegation marks -> delegations: for whom, led by whom, at which level, at which meeting."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dragoman.reading.actors.states import states
from dragoman.reading.marks import DelegationMark, MeetingMark
from dragoman.reading.senses import senses_of, words_of
from dragoman.reading.teams.levels import highest, level_of
from dragoman.resolving.ground import Ground
from dragoman.resolving.standing import SIDES, state_actor
from dragoman.terms.findings import Actor, Delegation, Level, Meeting, Why
from dragoman.terms.span import Evidence, cite

ENOUGH = 2
"""So many persons of one state in a meeting are its delegation."""
OFFICIAL = frozenset(
    {"government", "ministry", "army", "parliament", "state", "administration", "regime", "republic", "president"}
)
"""Nouns for whoever speaks for a state."""
LANDS = frozenset({"country", "nation", "homeland"})


def resolve_delegations(ground: Ground) -> tuple[Delegation, ...]:
    """Resolve the delegation marks of a report: one delegation for each party and head, with all that is told of it."""
    found: list[Delegation] = []
    for mark in ground.reading.delegations:
        head = ground.cast.one(mark.head)
        for party in _parties(ground, mark, head) or _known_by_head(found, head) or _told_last(found, mark):
            if party != head:
                _merge(found, _delegation(ground, mark, party, head))
    for told in _lists_at_table(ground):
        _merge(found, told)
    return tuple(found)


def _lists_at_table(ground: Ground) -> Iterator[Delegation]:
    """Delegations that are told as a list of persons who meet another side: "*A, B and C* met the Omani envoy"."""
    for mark in ground.reading.meetings:
        if mark.kind not in ("talks", "other") or mark.status not in ("held", "under-way", "scheduled"):
            continue
        actors = [a for m in mark.parties for a in ground.cast.who(m)]
        for land in dict.fromkeys(a.country for a in actors if a.kind == "person" and a.country is not None):
            listed = _listed_with(ground, mark, land)
            members = tuple(
                dict.fromkeys(
                    a
                    for a in actors
                    if a.kind == "person" and (a.country == land or a in listed) and a.name[:1].isupper()
                )
            )
            party = state_actor(ground.cast, land)
            if party is None or len(members) < ENOUGH or all(a.country in (land, None) for a in actors):
                continue
            why = Why(rule="delegation-list", cue=mark.cue.of(ground.text))
            level = highest([level_of(a.role) for a in members if a.role])
            yield Delegation(party, None, members, level, None, (cite(ground.text, mark.span),), why=why)


def _listed_with(ground: Ground, mark: MeetingMark, land: str) -> list[Actor]:
    """Bare names of no known state in a list with one of the state `land` and nobody of another: "*Berg* and Prado met them"."""
    out: list[Actor] = []
    for m in mark.parties:
        mentions = ground.reading.mentions
        row = [(a, mentions[k].role is None) for k in mentions[m].beside for a in ground.cast.who(k)]
        lands = {a.country for a, _ in row if a.country is not None}
        if lands == {land} and all(a.kind == "person" for a, _ in row):
            out += [a for a, bare in row if a.country is None and bare]
    return out


def link_meetings(delegations: tuple[Delegation, ...], meetings: tuple[Meeting, ...]) -> tuple[Delegation, ...]:
    """Give each delegation the index of its meeting: the only one in which its party, or somebody of it, takes part."""
    linked = []
    for delegation in delegations:
        near = [n for n, m in enumerate(meetings) if _told_together(delegation, m)]
        joined = [n for n, m in enumerate(meetings) if _takes_part(delegation, m)]
        both = [n for n in joined if n in near]
        clear = both or joined
        linked.append(replace(delegation, meeting=clear[0] if len(clear) == 1 else None))
    return tuple(linked)


def _told_together(delegation: Delegation, meeting: Meeting) -> bool:
    return any(a.span.touches(b.span) for a in delegation.evidence for b in meeting.evidence)


def _takes_part(delegation: Delegation, meeting: Meeting) -> bool:
    """Whether the party itself, its head or another actor of its state is a party of the meeting."""
    party = delegation.party
    return any(
        p in (party, delegation.head) or (p.country is not None and p.country == party.country and p.kind in SIDES)
        for p in meeting.parties
    )


def _parties(ground: Ground, mark: DelegationMark, head: Actor | None) -> tuple[Actor, ...]:
    """The actors for whom a delegation goes: states and groups, not the delegation itself nor a person's office."""
    side = mark.side.of(ground.text) if mark.side is not None else ""
    named = [a for a in ground.cast.who(mark.party) if a != head and len(a.name.strip(".")) > 1]
    sides = [found for actor in named if (found := _side(ground, actor, side)) is not None]
    if not sides:
        last = state_actor(ground.cast, states().code(side)) or state_actor(
            ground.cast, head.country if head is not None else None
        )
        last = last or next((a for a in ground.cast.actors if a.name == side and a.kind != "person"), None)  # "EU"
        last = last or (_side_of_speaker(ground, mark) if not side and head is not None else None)
        sides = [last] if last is not None else []
    return tuple(dict.fromkeys(sides))


def _side_of_speaker(ground: Ground, mark: DelegationMark) -> Actor | None:
    """The state for which somebody speaks of "the leader of the delegation, N": its own."""
    saying = ground.saying_around(mark.span)
    speaker = ground.cast.one(saying.speaker) if saying is not None else None
    own = mark.rule in ("delegation-head", "chief-negotiator") and saying is not None and saying.type != "indirect"
    return state_actor(ground.cast, speaker.country) if speaker is not None and own else None


def _known_by_head(found: list[Delegation], head: Actor | None) -> tuple[Actor, ...]:
    """The party for which a head was told to go before."""
    return tuple(d.party for d in found if head is not None and d.head == head)[:1]


def _told_last(found: list[Delegation], mark: DelegationMark) -> tuple[Actor, ...]:
    """The party told last, for "the head of the delegation, N", "the country's chief negotiator" and the like."""
    pointing = mark.rule in ("delegation-head", "delegation-member", "delegation-includes") and mark.side is None
    return (found[-1].party,) if pointing and found and (found[-1].head is None or mark.head is None) else ()


def _ruling(ground: Ground) -> Actor | None:
    """The only state of the report of whose government it tells, for "the government delegation"."""
    ruled = [
        a
        for a in ground.cast.actors
        if a.kind in SIDES
        and a.country is not None
        and any(w in OFFICIAL for m in a.mentions for w in m.quote.lower().split())
    ]
    return ruled[0] if len(ruled) == 1 else None


def _side(ground: Ground, actor: Actor, side: str) -> Actor | None:
    """For whom a delegation or a person acts: the state or group that the report names so, else the actor itself.

    None for a bare "delegation" that stands for nobody told.
    """
    if actor.country is None and actor.name.lower() in LANDS:
        return None
    if actor.country is None and actor.name.lower().split()[0] in OFFICIAL and (ruling := _ruling(ground)) is not None:
        return ruling
    if actor.kind not in ("group", "person"):
        return actor
    if not _against_state(side) and (state := state_actor(ground.cast, actor.country)) is not None:
        return state
    if actor.kind == "person" or not _names_a_team(actor):
        return actor
    group = next((a for a in ground.cast.actors if side and a != actor and a.name == side), None)
    told = actor.country is not None or (side and len(actor.name.split()) > 1)
    return group or (actor if told else None)


def _against_state(side: str) -> bool:
    """Whether the words for a side name a group in a state and not its government: "the Syrian *opposition* delegation"."""
    word = side.lower()
    return bool({word, word.removesuffix("s")} & words_of("teams", "collective")) and word not in OFFICIAL


def _names_a_team(actor: Actor) -> bool:
    """Whether an actor is called a delegation, a team, negotiators: somebody's, and no side itself."""
    senses = senses_of("teams")
    return any(s.endswith("team") for w in actor.name.lower().split() for s in senses.get(w, senses.get(w[:-1], ())))


def _delegation(ground: Ground, mark: DelegationMark, party: Actor, head: Actor | None) -> Delegation:
    members = [a for m in mark.members for a in ground.cast.who(m)]
    if mark.rule == "delegation-accompanied":
        members = [a for a in members if a.country in (None, party.country)]
    return Delegation(
        party=party,
        head=head,
        members=tuple(m for m in dict.fromkeys(members) if m not in (party, head)),
        level=mark.level or _level(ground, mark.head, head),
        meeting=None,
        evidence=(cite(ground.text, mark.span),),
        why=Why(rule=mark.rule, cue=mark.cue.of(ground.text)),
    )


def _level(ground: Ground, mention: int | None, head: Actor | None) -> Level | None:
    """The level of the head, by the office told here, else by the one told anywhere in the report."""
    if mention is None:
        return None
    here = ground.reading.mentions[mention]
    told = [here.role, here.span.of(ground.text), *((head.role, head.name) if head is not None else ())]
    return next((level for words in told if words and (level := level_of(words)) is not None), None)


def _merge(found: list[Delegation], new: Delegation) -> None:
    """Add a delegation, or what is new of it to the one of the same party told before."""
    for i, old in enumerate(found):
        if not _same_side(old.party, new.party) or (
            old.head is not None and new.head is not None and old.head != new.head
        ):
            continue
        evidence = old.evidence + tuple(e for e in new.evidence if not _inside(e, old.evidence))
        head = old.head or new.head
        found[i] = replace(
            old,
            party=max(old.party, new.party, key=_told_fully),
            head=head,
            members=tuple(m for m in dict.fromkeys((*old.members, *new.members)) if m != head),
            level=old.level if old.head is not None else new.level or highest([old.level]),
            evidence=tuple(sorted(evidence)),
        )
        return
    found.append(new)


def _same_side(a: Actor, b: Actor) -> bool:
    """Whether two parties are one: the same actor, or groups and government of one state ("Palestinian delegation")."""
    kinds = {a.kind, b.kind}
    return a == b or (a.country is not None and a.country == b.country and kinds <= {"group", "state", "government"})


def _told_fully(actor: Actor) -> tuple[bool, int]:
    return actor.kind in SIDES, len(actor.name)


def _inside(piece: Evidence, others: tuple[Evidence, ...]) -> bool:
    return any(other.start <= piece.start and piece.end <= other.end for other in others)
