"""Who held an office around a day: what "the foreign minister" of a report stands for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from dragoman.record.identity.actors.blocks import is_named
from dragoman.record.identity.actors.clusters import Clusters
from dragoman.record.identity.actors.neighbours import Neighbours
from dragoman.record.identity.actors.offices import described_offices, office_of
from dragoman.record.identity.actors.sameness import MONTH, YEAR, Core, Verdicts, distance, hull
from dragoman.record.shelf import Profile


@dataclass(frozen=True, slots=True)
class Tenure:
    """A person, and the first and last day on which a report gives the person an office."""

    holder: Core
    first: date
    last: date


class Tenures:
    """The holders of offices among the visible reports."""

    def __init__(self, neighbours: Neighbours, clusters: Clusters, verdicts: Verdicts) -> None:
        self._neighbours = neighbours
        self._clusters = clusters
        self._verdicts = verdicts
        self._held: dict[str, tuple[Tenure, ...]] = {}

    def of(self, office: str) -> tuple[Tenure, ...]:
        """Return all who are told by name in an office, by their first day in it."""
        if office not in self._held:
            self._held[office] = self._found(office)
        return self._held[office]

    def _found(self, office: str) -> tuple[Tenure, ...]:
        named = [p for p in self._neighbours.of(f"office:{office}") if is_named(p.actor)]
        clusters = {id(cluster): cluster for p in named for cluster in (self._clusters.of(p),)}
        found = []
        for cluster in clusters.values():
            first, last = hull(p for p in cluster.members if is_named(p.actor) and office_of(p.actor) == office)
            found.append(Tenure(cluster, first, last))
        return tuple(sorted(found, key=lambda t: (t.first, t.last, t.holder.lead.actor.id)))

    def around(self, profile: Profile, day: date) -> tuple[Core, ...]:
        """Return whom a description without a name can mean on a day: one where it is clear, several where it is not.

        Reports that give somebody the office within a month of the day decide; where there are none, the last before it
        within a year, unless the first after it tells of somebody else.
        """
        tenures = [t for office in described_offices(profile.actor) for t in self.of(office)]
        free = [t for t in tenures if not self._verdicts.any_apart((profile,), t.holder.members)]
        near = _holders(t for t in free if distance((t.first, t.last), (day, day)) <= MONTH)
        if near:
            return near
        before = [t for t in free if t.last < day and day - t.last <= YEAR]
        after = [t for t in free if t.first > day and t.first - day <= YEAR]
        latest = max((t.last for t in before), default=None)
        soonest = min((t.first for t in after), default=None)
        return _holders([t for t in before if t.last == latest] + [t for t in after if t.first == soonest])


def _holders(tenures: Iterable[Tenure]) -> tuple[Core, ...]:
    found = {id(t.holder): t.holder for t in tenures}
    return tuple(sorted(found.values(), key=lambda core: core.lead.actor.id))
