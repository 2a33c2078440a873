"""A shelf on which people's decisions count: the rest of the record is asked as if the machine had read it so.

Law: with no decision it answers what the shelf behind it answers. An edited claim is found by its new values and no longer
by its old ones; a confirmed claim that no reader finds any more is found too; what was rejected or retracted is not there.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import cached_property
from typing import TypeVar

from dragoman.record.bounds import Bounds
from dragoman.record.claims import Card, Claim, actors_of
from dragoman.record.decisions import Decision, Rulings, in_force
from dragoman.record.identity.actors.cast import actor_keys
from dragoman.record.identity.matters import matter_keys
from dragoman.record.keeping import claim_of
from dragoman.record.keys import all_actors, keys_of, matter_id
from dragoman.record.revising import counts, revised
from dragoman.record.shelf import Added, DayCount, Matter, Passage, Profile, Search, Sheet, Shelf, Wanted
from dragoman.terms.findings import Actor

T = TypeVar("T", Profile, Matter)


class Revised:
    """A `Shelf` over another one. Asks for the claims that people edited or kept once, by id, however many there are."""

    def __init__(self, shelf: Shelf, rulings: Rulings | None = None) -> None:
        self._shelf = shelf
        self._given = rulings

    @property
    def machine(self) -> Shelf:
        """The shelf behind it, on which no decision counts."""
        return self._shelf

    @property
    def bounds(self) -> Bounds:
        """The bounds within which it answers."""
        return self._shelf.bounds

    @cached_property
    def rulings(self) -> Rulings:
        """What is in force: the rulings that were given, else those of the record's decisions."""
        return in_force(self._shelf.decisions()) if self._given is None else self._given

    @cached_property
    def changed(self) -> Mapping[str, Claim]:
        """The claims that people edited, kept or added and that count, by id, as they count.

        What a person added outranks what a later reader makes of the very same words.
        """
        edits = frozenset(self.rulings.edits)
        kept = frozenset(self.rulings.kept) & self.rulings.accepted
        if not edits | kept:
            return {}
        asked = (edits | kept) - self.rulings.added.keys()
        read = {claim.id: claim for claim in self._shelf.claims(Wanted(ids=asked))}
        found = [*read.values(), *self._brought(kept - read.keys())]
        return {claim.id: revised(claim, self.rulings) for claim in found if counts(claim, self.rulings)}

    def _brought(self, lost: frozenset[str]) -> Iterable[Claim]:
        """Return the claims that a person added, or confirmed and the newest reading does not hold."""
        kept = {claim: self.rulings.kept[claim] for claim in sorted(lost)}
        reports = {str(keep.change["report"]) for keep in kept.values()}
        cards = {sheet.card.id: sheet.card for sheet in self._shelf.sheets(ids=reports)} if reports else {}
        for claim_id, keep in kept.items():
            if card := cards.get(keep.change["report"]):
                yield claim_of_person(claim_id, self.rulings, card)

    def claims(self, wanted: Wanted) -> tuple[Claim, ...]:
        """Return the claims that count, in the order of the shelf, as many as are wanted."""
        found = [claim for claim in self.changed.values() if _is_wanted(claim, wanted)]
        asked, missing = wanted, wanted.limit
        while True:
            page = self._shelf.claims(asked)
            left = [c for c in page if c.id not in self.changed and counts(c, self.rulings)]
            found += [revised(claim, self.rulings) for claim in left]
            if asked.limit is None or missing is None or len(page) < asked.limit:
                break
            missing -= len(left)
            if missing <= 0:
                break
            asked = replace(asked, after=_place(page[-1], wanted))
        found.sort(key=lambda claim: _place(claim, wanted), reverse=wanted.latest_first)
        return tuple(found[: wanted.limit])

    def profiles(
        self, *, keys: Collection[str] = (), ids: Collection[str] = (), without: Collection[str] = ()
    ) -> tuple[Profile, ...]:
        """Return the profiles that have one of the keys or ids, those that people wrote into claims among them."""
        found = {
            profile.actor.id: profile
            for profile in self._shelf.profiles(keys=keys, ids=ids, without=self._without(without))
        }
        for claim in self.changed.values():
            for actor in _named(claim):
                if actor.id in ids or not set(actor_keys(actor)).isdisjoint(keys):
                    at, old = claim.published, found.get(actor.id)
                    told = Profile(actor, at, at)
                    found[actor.id] = told if old is None else _wider(old, at)
        return tuple(found[key] for key in sorted(found))

    def matters(
        self, *, keys: Collection[str] = (), ids: Collection[str] = (), without: Collection[str] = ()
    ) -> tuple[Matter, ...]:
        """Return the matters that have one of the keys or ids, those that people wrote into claims among them."""
        found = {
            matter.id: matter for matter in self._shelf.matters(keys=keys, ids=ids, without=self._without(without))
        }
        for claim in sorted(self.changed.values(), key=lambda claim: claim.order):
            if claim.about is None:
                continue
            key = matter_id(claim.about)
            if key in ids or not set(matter_keys(claim.about)).isdisjoint(keys):
                at, old = claim.published, found.get(key)
                found[key] = Matter(key, claim.about, at, at) if old is None else _wider(old, at)
        return tuple(found[key] for key in sorted(found))

    def _without(self, reports: Collection[str]) -> Collection[str]:
        """Return the reports whose words count for nothing: those that a person retracted, and `reports`."""
        return sorted({*self.rulings.retracted, *reports})

    def sheets(self, *, ids: Collection[str] = (), bands: Collection[str] = ()) -> tuple[Sheet, ...]:
        """Return the sheets of reports that were not retracted."""
        sheets = self._shelf.sheets(ids=ids, bands=bands)
        return tuple(sheet for sheet in sheets if sheet.card.id not in self.rulings.retracted)

    def cards(
        self,
        *,
        first: date | None = None,
        last: date | None = None,
        after: tuple[date, str] | None = None,
        latest_first: bool = False,
    ) -> Iterator[Card]:
        """Yield the cards of all reports, retracted ones too: they were taken in and are not denied."""
        return self._shelf.cards(first=first, last=last, after=after, latest_first=latest_first)

    def added(self, since: str) -> Added:
        """Count the reports that were recorded after a moment."""
        return self._shelf.added(since)

    def texts(self, ids: Collection[str]) -> Mapping[str, str]:
        """Return the texts of reports by id."""
        return self._shelf.texts(ids)

    def passages(self, search: Search) -> tuple[tuple[int, Passage], ...]:
        """Return passages with their places: what a report says stays to be found, whatever is thought of it."""
        return self._shelf.passages(search)

    def coverage(self, first: date | None, last: date | None) -> tuple[DayCount, ...]:
        """Count reports by day and publisher."""
        return self._shelf.coverage(first, last)

    def unread(
        self, first: date | None, last: date | None, *, limit: int, reports: Collection[str] = ()
    ) -> tuple[Passage, ...]:
        """Return sentences about the negotiation that gave no finding."""
        return self._shelf.unread(first, last, limit=limit, reports=reports)

    def decisions(self) -> tuple[Decision, ...]:
        """Return all decisions that had been recorded, in the order in which they were made."""
        return self._shelf.decisions()

    def horizon(self) -> tuple[date, date] | None:
        """Return the first and the last day of publication; None where there is no report."""
        return self._shelf.horizon()


def claim_of_person(claim: str, rulings: Rulings, card: Card) -> Claim:
    """Return a claim that a decision keeps in the record, as its person's: who added it, else who confirmed it."""
    decision = rulings.added.get(claim) or rulings.verdicts.get(claim)
    return replace(claim_of(claim, rulings.kept[claim].change, card), by=None if decision is None else decision.by)


def _place(claim: Claim, wanted: Wanted) -> tuple[date, str]:
    return (claim.day if wanted.by == "day" else claim.published, claim.id)


def _named(claim: Claim) -> tuple[Actor, ...]:
    return all_actors(actors_of(claim.finding), claim.turns, claim.teams)


def _is_wanted(claim: Claim, wanted: Wanted) -> bool:
    """Say whether a claim is one that is asked for: the conditions of `Wanted`, as the store keeps them."""
    place = _place(claim, wanted)
    seen = wanted.after is not None and (place >= wanted.after if wanted.latest_first else place <= wanted.after)
    return (
        not seen
        and _within(claim.day, wanted.first, wanted.last)
        and _within(claim.published, wanted.published_first, wanted.published_last)
        and (wanted.kinds is None or claim.kind in wanted.kinds)
        and (wanted.ids is None or claim.id in wanted.ids)
        and (wanted.reports is None or claim.card.id in wanted.reports)
        and (wanted.keys is None or not wanted.keys.isdisjoint(keys_of(claim.finding, _named(claim))))
    )


def _within(day: date, first: date | None, last: date | None) -> bool:
    return (first is None or first <= day) and (last is None or day <= last)


def _wider(told: T, day: date) -> T:
    """Return a thing as told on one more day."""
    return replace(told, first=min(told.first, day), last=max(told.last, day))
