"""Profiles -> identities of actors: who is one across reports, with the reasons, the doubts and the rulings of people.

A function of the visible profiles, the days on which they were told and the rulings. Neither the order in which reports
came nor what else was asked plays a part: what is asked loads all that can bear on it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from dragoman.record.decisions import Rulings
from dragoman.record.grouping import Link
from dragoman.record.identity.actors.blocks import actor_keys, is_named
from dragoman.record.identity.actors.bodies import body_of, land_name, land_of
from dragoman.record.identity.actors.clusters import Clusters, firmness
from dragoman.record.identity.actors.naming import fullest, matches, pretend, pretend_holder
from dragoman.record.identity.actors.neighbours import Neighbours
from dragoman.record.identity.actors.offices import SINGLE, described_offices, office_of
from dragoman.record.identity.actors.sameness import Core, Verdicts
from dragoman.record.identity.actors.tenures import Tenure, Tenures
from dragoman.record.keys import fold
from dragoman.record.shelf import Profile, Shelf
from dragoman.terms.findings import Actor, ActorKind

__all__ = ["Cast", "Identity", "actor_keys", "side"]

_ID = re.compile("a?[0-9a-f]{12}")
_LEVELS = 3
"""Asked of a description: its office; the other offices of who held that; those that descriptions of these can mean."""


@dataclass(frozen=True, slots=True)
class Identity:
    """An actor of the record. `members` are ids of profiles, `links` why they are one, `doubtful` whom it might be beside.

    Of a description without a name, `named` is False. Compared and hashed by its id, which is that of its first firm member.
    """

    id: str
    name: str
    kind: ActorKind
    role: str | None
    state: str | None
    land: str | None
    named: bool
    members: tuple[str, ...]
    links: tuple[Link, ...] = ()
    doubtful: tuple[Link, ...] = ()

    def __hash__(self) -> int:
        """Hash the id alone."""
        return hash(self.id)

    def __eq__(self, other: object) -> bool:
        """Two are one that have one id: within one case and one question that is the same actor."""
        return isinstance(other, Identity) and self.id == other.id


def side(identity: Identity) -> str:
    """Return the side for which an actor of the record stands: its state or land, else its own folded name."""
    return identity.state or identity.land or fold(identity.name)


class Cast:
    """The actors of the record. `learn` loads what many need in a few queries; what was not learnt is loaded when asked."""

    def __init__(self, shelf: Shelf, rulings: Rulings) -> None:
        self._verdicts = Verdicts(rulings)
        self._neighbours = Neighbours(shelf)
        self._clusters = Clusters(self._neighbours, self._verdicts)
        self._tenures = Tenures(self._neighbours, self._clusters, self._verdicts)
        self._made: dict[int, tuple[Core, Identity]] = {}
        self._learnt: set[str] = set()
        self._held_by: set[str] = set()

    def learn(self, actors: Iterable[Actor]) -> None:
        """Load all that bears on who some actors are."""
        new = {a.id: a for a in actors if a.id not in self._learnt}
        if not new:
            return
        self._learnt |= new.keys()
        self._neighbours.load_ids({*new, *(p for one in new for p in self._verdicts.partners(one))})
        keys = {key for a in new.values() for key in actor_keys(a) if not key.startswith("near:")}
        self._neighbours.load_closed(key for key in keys if not key.startswith("office:"))
        offices = {key for key in keys if key.startswith("office:")}
        for one in new:
            profile = self._neighbours.one(one)
            if profile is not None:
                offices |= self._offices_of(profile)
        self._learn_holders(offices)

    def _offices_of(self, profile: Profile) -> set[str]:
        """Return the keys of the offices that a person is told to hold, and of those that a description can mean."""
        members = self._clusters.of(profile).members
        told = {office for m in members if (office := office_of(m.actor)) is not None}
        return {f"office:{office}" for office in told.union(described_offices(profile.actor))}

    def _learn_holders(self, offices: set[str]) -> None:
        """Load who held offices, then their other offices and who held those: what one description can lead to, level by level."""
        for _ in range(_LEVELS):
            offices = offices - self._held_by
            self._held_by |= offices
            self._neighbours.load(offices)
            told = [p for office in sorted(offices) for p in self._neighbours.of(office)]
            named = [p.actor for p in told if is_named(p.actor)]
            self._neighbours.load_closed(key for a in named for key in actor_keys(a) if key.startswith("who:"))
            offices = {key for p in told for key in self._offices_of(p)}

    def of(self, actor: Actor, on: date) -> Identity:
        """Return who an actor of a claim is; `on` is the day on which its report was published.

        A description without a name is the person who held the office around that day where that is one person, else
        itself. An actor that no visible report has is itself.
        """
        profile = self._neighbours.one(actor.id)
        if profile is None:
            return self._identity(Core((Profile(actor, on, on),)), kept=False)
        if is_named(actor) or actor.kind != "person" or self._verdicts.partners(actor.id):
            return self._identity(self._clusters.of(profile))
        holders = self._tenures.around(profile, on)
        return self._identity(holders[0] if len(holders) == 1 else self._clusters.of(profile))

    def profile(self, profile: str) -> Profile | None:
        """Return a member of an identity by its id."""
        return self._neighbours.one(profile)

    def holders(self, identity: Identity) -> tuple[tuple[str, Identity, Tenure], ...]:
        """Return who held the offices of a state, land or body by name, by the rank of the office, then by the days."""
        lead = self._neighbours.one(identity.members[0])
        country = None if lead is None else land_of(lead.actor)
        seat = country if country is not None else f"@{fold(identity.name)}"
        offices = [f"{kind}{office}/{seat}" for office in SINGLE for kind in ("", "interim ", "elect ")]
        self._neighbours.load(f"office:{office}" for office in offices)
        self.learn(p.actor for office in offices for p in self._neighbours.of(f"office:{office}"))
        tenures = ((office, tenure) for office in offices for tenure in self._tenures.of(office))
        return tuple((office.partition("/")[0], self._identity(t.holder), t) for office, t in tenures)

    def find(self, words: str) -> tuple[Identity, ...]:
        """Return the actors that an id or a name can mean, named before described, the last told first."""
        known = words.strip().lower()
        profile = self._neighbours.one(known[-12:]) if _ID.fullmatch(known) else None
        if profile is not None:
            days = (profile.first, profile.last)
            return tuple(dict.fromkeys(self.of(profile.actor, day) for day in days))
        holder = pretend_holder(words)
        if holder is not None:
            return self._holding(holder)
        asked = pretend(words)
        self._neighbours.load_closed(
            key for actor in asked for key in actor_keys(actor) if not key.startswith(("near:", "office:"))
        )
        keys = {key for actor in asked for key in actor_keys(actor) if not key.startswith(("near:", "office:"))}
        held = {p.actor.id: p for key in sorted(keys) for p in self._neighbours.of(key)}
        found = [p for p in held.values() if any(matches(actor, p.actor) for actor in asked)]
        self.learn(p.actor for p in found)
        best = sorted(found, key=lambda p: (land_of(p.actor) is None, -p.last.toordinal(), p.actor.id))
        return tuple(dict.fromkeys(self.of(p.actor, p.last) for p in best))

    def _holding(self, described: Actor) -> tuple[Identity, ...]:
        """Return who held the office that a description tells, the last one first."""
        offices = described_offices(described)
        self._neighbours.load(f"office:{office}" for office in offices)
        self.learn(p.actor for office in offices for p in self._neighbours.of(f"office:{office}"))
        tenures = [tenure for office in offices for tenure in self._tenures.of(office)]
        latest = sorted(tenures, key=lambda t: (-t.last.toordinal(), -t.first.toordinal(), t.holder.lead.actor.id))
        return tuple(dict.fromkeys(self._identity(t.holder) for t in latest))

    def near(self, words: str, *, limit: int = 5) -> tuple[str, ...]:
        """Return the names that are most like a name that nobody has."""
        from rapidfuzz.fuzz import WRatio

        keys = sorted({key for actor in pretend(words) for key in actor_keys(actor) if key.startswith("near:")})
        self._neighbours.load(keys)
        names = {p.actor.name for key in keys for p in self._neighbours.of(key)}
        ranked = sorted(names, key=lambda name: (-WRatio(fold(name), fold(words)), name))
        return tuple(name for name in ranked[:limit] if WRatio(fold(name), fold(words)) > 50)

    def _identity(self, cluster: Core, *, kept: bool = True) -> Identity:
        made = self._made.get(id(cluster))
        if made is not None:
            return made[1]
        described = dict(self._described(cluster)) if kept else {}
        links = (*cluster.links, *(link for _, link in described.values()))
        doubtful = (*cluster.doubtful, *(self._unclear(cluster.lead) if kept else ()))
        identity = _identity(cluster, tuple(p for p, _ in described.values()), links, doubtful)
        self._made[id(cluster)] = (cluster, identity)
        return identity

    def _described(self, cluster: Core) -> Iterator[tuple[str, tuple[Profile, Link]]]:
        """Yield the descriptions that mean a person on some day, by the office."""
        inside = {member.actor.id for member in cluster.members}
        named = [m for m in cluster.members if m.actor.kind == "person" and is_named(m.actor)]
        for office in sorted({office for m in named if (office := office_of(m.actor)) is not None}):
            tenures = [t for t in self._tenures.of(office) if t.holder is cluster]
            ends = {day for t in tenures for day in (t.first, t.last)}
            for profile in self._neighbours.of(f"office:{office}"):
                if is_named(profile.actor) or profile.actor.id in inside or self._verdicts.partners(profile.actor.id):
                    continue
                days = {profile.first, profile.last, *(day for day in ends if profile.first < day < profile.last)}
                meant = [day for day in sorted(days) if self._tenures.around(profile, day) == (cluster,)]
                if meant:
                    why = (
                        f"{profile.actor.name} ({office}): reports around {meant[0].isoformat()} give it to nobody else"
                    )
                    yield profile.actor.id, (profile, Link(cluster.lead.actor.id, profile.actor.id, "office", why))

    def _unclear(self, lead: Profile) -> Iterator[Link]:
        """Yield for a description the holders between whom reports leave it open."""
        if lead.actor.kind != "person" or is_named(lead.actor):
            return
        found = {lead.first: self._tenures.around(lead, lead.first), lead.last: self._tenures.around(lead, lead.last)}
        for day, holders in found.items():
            for holder in holders if len(holders) > 1 else ():
                ids = sorted((lead.actor.id, holder.lead.actor.id))
                why = f"{lead.actor.name} can be {holder.lead.actor.name} around {day.isoformat()}, and another"
                yield Link(ids[0], ids[1], "office", why)


def _identity(
    cluster: Core, described: tuple[Profile, ...], links: tuple[Link, ...], doubtful: tuple[Link, ...]
) -> Identity:
    firm = sorted(cluster.members, key=firmness)
    lead = firm[0].actor
    country = land_of(lead)
    roles = [p for p in firm if p.actor.role is not None and (is_named(p.actor) or len(firm) == 1)]
    latest = max(roles, key=lambda p: (p.last, p.first, p.actor.id), default=None)
    return Identity(
        id=f"a{lead.id}",
        name=land_name(country)
        if country is not None
        else fullest([p for p in firm if is_named(p.actor) or p.actor.kind != "person"] or firm),
        kind=_kind(firm),
        role=None if latest is None else latest.actor.role,
        state=next((p.actor.state for p in firm if p.actor.state is not None), None),
        land=next((p.actor.land for p in firm if p.actor.land is not None), None),
        named=_is_name(lead),
        members=tuple(p.actor.id for p in (*firm, *described)),
        links=tuple(sorted(set(links))),
        doubtful=tuple(sorted(set(doubtful))),
    )


def _kind(firm: list[Profile]) -> ActorKind:
    kinds = {p.actor.kind for p in firm}
    if "state" in kinds and land_of(firm[0].actor) is not None:
        return "state"
    return next((p.actor.kind for p in firm if p.actor.kind != "group"), "group")


def _is_name(actor: Actor) -> bool:
    if actor.kind == "person":
        return is_named(actor)
    return land_of(actor) is not None or body_of(actor).seat != "-"
