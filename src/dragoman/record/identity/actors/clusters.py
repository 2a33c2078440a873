"""Profiles -> clusters: what the rules make one, then what people ruled."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dragoman.record.decisions import Decision
from dragoman.record.grouping import Link
from dragoman.record.identity.actors.blocks import is_named
from dragoman.record.identity.actors.bodies import land_of
from dragoman.record.identity.actors.names import name_of
from dragoman.record.identity.actors.neighbours import Neighbours
from dragoman.record.identity.actors.persons import persons
from dragoman.record.identity.actors.sameness import Core, Verdicts, order
from dragoman.record.identity.actors.societies import land, societies
from dragoman.record.shelf import Profile


class Clusters:
    """The cluster of each profile, found when it is asked for; the same whatever was asked before."""

    def __init__(self, neighbours: Neighbours, verdicts: Verdicts) -> None:
        self._neighbours = neighbours
        self._verdicts = verdicts
        self._cores: dict[str, Core] = {}
        self._ruled: dict[str, Core] = {}

    def of(self, profile: Profile) -> Core:
        """Return the cluster of a profile, after the rulings of people."""
        key = profile.actor.id
        if key not in self._ruled:
            for cluster in self._rule(self._joined(profile)):
                self._ruled.update((member.actor.id, cluster) for member in cluster.members)
        return self._ruled[key]

    def core(self, profile: Profile) -> Core:
        """Return the profiles that are one with a profile by the rules alone."""
        key = profile.actor.id
        if key not in self._cores:
            for core in self._found(profile):
                self._cores.update((member.actor.id, core) for member in core.members)
        return self._cores[key]

    def _found(self, profile: Profile) -> Iterable[Core]:
        actor = profile.actor
        if actor.kind == "person":
            if not is_named(actor):
                return (Core((profile,)),)
            component = self._neighbours.component(profile)
            return persons((p for p in component if p.actor.kind == "person"), self._verdicts)
        country = land_of(actor)
        if country is not None:
            return (land(self._neighbours.component(profile), country),)
        component = self._neighbours.component(profile)
        return societies((p for p in component if p.actor.kind != "person"), self._verdicts)

    def _joined(self, profile: Profile) -> list[Core]:
        """Return the cores that rulings tie to that of a profile, in the order of their first members."""
        found: dict[int, Core] = {}
        front = [profile]
        while front:
            core = self.core(front.pop())
            if id(core) in found:
                continue
            found[id(core)] = core
            partners = {p for m in core.members for p in self._verdicts.partners(m.actor.id)}
            self._neighbours.load_ids(partners)
            front += [p for one in sorted(partners) if (p := self._neighbours.one(one)) is not None]
        return sorted(found.values(), key=lambda core: firmness(core.lead))

    def _rule(self, cores: list[Core]) -> Iterable[Core]:
        members = sorted((m for core in cores for m in core.members), key=firmness)
        links = {link for core in cores for link in core.links}
        doubtful = {link for core in cores for link in core.doubtful}
        ruled = [*self._ruled_links(members)]
        atoms = _atoms(members, ruled, self._verdicts)
        parts: list[list[Profile]] = []
        for atom in atoms:
            home = next((part for part in parts if not self._verdicts.any_apart(atom, part)), None)
            if home is None:
                parts.append(list(atom))
            else:
                home += atom
        for part in parts:
            held = tuple(sorted(part, key=firmness))
            ids = {member.actor.id for member in held}
            inside = {link for link in (*links, *ruled) if link.one in ids and link.other in ids}
            doubts = [d for d in doubtful if (d.one in ids) != (d.other in ids) and self._open(d, ids)]
            yield Core(held, tuple(sorted(inside)), tuple(sorted(doubts)))

    def _open(self, doubt: Link, ids: set[str]) -> bool:
        """Whether nobody has ruled on a doubtful pair or on the clusters that it is about."""
        if not self._verdicts.rulings.apart:
            return True
        if self._verdicts.apart(doubt.one, doubt.other):
            return False
        other = self._neighbours.one(doubt.other if doubt.one in ids else doubt.one)
        mine = [p for one in sorted(ids) if (p := self._neighbours.one(one)) is not None]
        return other is None or not self._verdicts.any_apart(mine, self.core(other).members)

    def _ruled_links(self, members: Sequence[Profile]) -> Iterable[Link]:
        ids = {member.actor.id for member in members}
        for one, other, decision in _pairs(self._verdicts):
            if one in ids and other in ids:
                why = f"{decision.by} said so on {decision.recorded[:10]}" + (
                    f": {decision.why}" if decision.why else ""
                )
                yield Link(one, other, "decision", why)


def firmness(profile: Profile) -> tuple[object, ...]:
    """Where a profile stands inside its cluster: full names before short ones before descriptions, then the first told."""
    actor = profile.actor
    if actor.kind != "person":
        return (0, 0, *order(profile))
    if not is_named(actor):
        return (2, 0, *order(profile))
    return (int(name_of(actor.name, actor.state).bare), 0, *order(profile))


def _pairs(verdicts: Verdicts) -> list[tuple[str, str, Decision]]:
    """Return the pairs that people put together, in the order in which they decided."""
    held = [(k[1], k[2], d) for k, d in verdicts.rulings.together.items() if k[0] == "actor"]
    return sorted(held, key=lambda pair: (pair[2].recorded, pair[2].id, pair[0], pair[1]))


def _atoms(members: Sequence[Profile], ruled: Sequence[Link], verdicts: Verdicts) -> list[list[Profile]]:
    """Return members in order, those together that a person put together, unless another ruling parts them."""
    atoms = {member.actor.id: [member] for member in members}
    for link in ruled:
        one, other = atoms[link.one], atoms[link.other]
        if one is not other and not verdicts.any_apart(one, other):
            joined = sorted((*one, *other), key=firmness)
            atoms.update((member.actor.id, joined) for member in joined)
    distinct = {id(atom): atom for atom in atoms.values()}
    return sorted(distinct.values(), key=lambda atom: firmness(atom[0]))
