"""Matters -> proposals: which words of several reports mean one and the same, as far as the record is visible.

The law: proposals are a function of the visible matters and the rulings alone. What was learned before, and in which order,
changes nothing. Matters of one meaning are one; others are linked where `liken` says "same", and never through a member that
fits two rivals alike. What is doubtful is kept apart and told.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from dragoman.record.decisions import Rulings
from dragoman.record.grouping import Link
from dragoman.record.identity.matters.blocks import block_keys, matter_keys, plain_keys
from dragoman.record.identity.matters.likeness import conflict, liken
from dragoman.record.identity.matters.parting import parted
from dragoman.record.identity.matters.sense import Sense, sense_of
from dragoman.record.keys import matter_id
from dragoman.record.shelf import Matter, Shelf


@dataclass(frozen=True, slots=True)
class Proposal:
    """One thing that parties take positions on.

    `id` is that of its matter told first, `name` the words that say most. `members` are ids of matters, `words` what reports
    call it, both in the order in which they were first told. `links` are why they are one, `doubtful` what else might be it.
    """

    id: str
    name: str
    members: tuple[str, ...]
    words: tuple[str, ...]
    links: tuple[Link, ...]
    doubtful: tuple[Link, ...]
    family: str

    def __hash__(self) -> int:
        """Hash the id alone."""
        return hash(self.id)


class Ledger:
    """The proposals of a shelf. Loads only the matters that share a key with those that are asked for."""

    def __init__(self, shelf: Shelf, rulings: Rulings) -> None:
        self._shelf = shelf
        self._together = _pairs(rulings.together)
        self._apart = _pairs(rulings.apart)
        self._matters: dict[str, Matter] = {}
        self._keys: dict[str, tuple[str, ...]] = {}
        self._by_key: dict[str, dict[Sense, set[str]]] = {}
        self._same: dict[tuple[Sense, tuple[str, ...]], frozenset[str]] = {}
        self._asked: set[str] = set()
        self._closed: set[str] = set()
        self._loose: dict[str, str] = {}
        self._proposals: dict[str, Proposal] = {}

    def learn(self, abouts: Iterable[str]) -> None:
        """Load what is needed to tell the proposals of some matters, in a few questions."""
        wanted = {matter_id(about): about for about in abouts}
        new = {there: about for there, about in wanted.items() if there not in self._proposals}
        self._loose |= new
        self._load(ids=[there for there in new if there not in self._matters])
        self._close(set(new) & set(self._matters))

    def of(self, about: str) -> Proposal:
        """Return the proposal that a matter is; one that no visible report has is a proposal of its own."""
        there = matter_id(about)
        if there not in self._proposals:
            self.learn((about,))
            if there in self._matters:
                self._settle(there)
            else:
                self._proposals[there] = Proposal(
                    there, _name(about), (there,), (about,), (), (), sense_of(about).family
                )
        return self._proposals[there]

    def find(self, words: str) -> tuple[Proposal, ...]:
        """Return the proposal of an id, else those that the words can mean.

        Those that are the same come first and alone; where there is none, those that might be. () where nothing is like it.
        """
        known = self._shelf.matters(ids=(words.strip().lower(),))
        if known:
            return (self.of(known[0].about),)
        sense, here = sense_of(words), matter_id(words)
        found = self._shelf.matters(keys=matter_keys(words))
        same = [m for m in found if m.id == here or liken(sense, sense_of(m.about)).verdict == "same"]
        like = same or [m for m in found if conflict(sense, sense_of(m.about)) is None]
        self.learn(matter.about for matter in like)
        return tuple({self.of(matter.about).id: self.of(matter.about) for matter in like}.values())

    def words(self, matter: str) -> str:
        """Return a matter's words by its id, as a loaded proposal has them."""
        known = self._matters.get(matter)
        return self._loose[matter] if known is None else known.about

    def relatives(self, proposal: Proposal, abouts: Iterable[str]) -> tuple[Proposal, ...]:
        """Return the proposals of a proposal's family among some matters, and those about which there is doubt; not itself."""
        doubted = {end for link in proposal.doubtful for end in (link.one, link.other)} & self._matters.keys()
        near = {about for about in abouts if sense_of(about).family == proposal.family}
        near |= {self._matters[end].about for end in doubted}
        self.learn(near)
        others = {one.id: one for about in near if (one := self.of(about)).id != proposal.id}
        return tuple(others[key] for key in sorted(others))

    def against(self, one: Proposal, other: Proposal) -> str | None:
        """Return what speaks against two proposals being one, though they bear other names; None where nothing does."""
        if one.id == other.id:
            return None
        if any(frozenset((a, b)) in self._apart for a in one.members for b in other.members):
            return "a person parted them"
        senses = {sense_of(about) for about in other.words}
        told = (conflict(sense_of(about), sense) for about in one.words for sense in senses)
        return next((why for why in told if why is not None), None)

    def _load(self, *, keys: Collection[str] = (), ids: Collection[str] = ()) -> None:
        new = set(keys) - self._asked
        self._asked |= new
        if not new and not ids:
            return
        for matter in self._shelf.matters(keys=sorted(new), ids=sorted(ids)):
            if matter.id in self._matters:
                continue
            self._matters[matter.id] = matter
            sense = sense_of(matter.about)
            self._keys[matter.id] = block_keys(sense, matter.about)
            for key in self._keys[matter.id]:
                self._by_key.setdefault(key, {}).setdefault(sense, set()).add(matter.id)
        self._same.clear()

    def _close(self, frontier: set[str]) -> None:
        """Load until no visible matter is left that could be linked to what is loaded."""
        frontier = frontier - self._closed
        while frontier:
            self._closed |= frontier
            senses = {sense_of(self._matters[there].about) for there in frontier}
            keys = {key for there in frontier for key in self._keys[there]}
            keys |= {key for sense in senses for key in plain_keys(sense)}
            partners = {other for there in frontier for other in self._ruled_with(there)} - set(self._matters)
            self._load(keys=keys, ids=partners)
            frontier = {other for there in frontier for other in self._linked(there)} - self._closed

    def _ruled_with(self, there: str) -> set[str]:
        return {other for pair in self._together if there in pair for other in pair if other != there}

    def _near(self, there: str) -> set[str]:
        """Return the loaded matters that share a key with one."""
        return self._under(self._keys[there]) - {there}

    def _under(self, keys: Iterable[str]) -> set[str]:
        return {other for key in keys for held in self._by_key.get(key, {}).values() for other in held}

    def _linked(self, there: str) -> set[str]:
        """Return the loaded matters that are the same as one, by ruling or by meaning."""
        asked = (sense_of(self._matters[there].about), self._keys[there])
        if asked not in self._same:
            self._same[asked] = frozenset(self._alike(*asked))
        ruled = {other for other in self._ruled_with(there) if other in self._matters}
        return (ruled | self._same[asked]) - {there}

    def _alike(self, sense: Sense, keys: Iterable[str]) -> Iterator[str]:
        """Yield the matters under some keys that mean the same; each meaning is compared once, however many have it."""
        held = [(its, matters) for key in keys for its, matters in self._by_key.get(key, {}).items()]
        same = {its for its in {its for its, _ in held} if liken(sense, its).verdict == "same"}
        for its, matters in held:
            if its in same:
                yield from matters

    def _settle(self, there: str) -> None:
        """Work out the proposals of all matters that hang together with one."""
        component, frontier = {there}, [there]
        while frontier:
            new = self._linked(frontier.pop()) - component
            component |= new
            frontier += sorted(new)
        members = {one: self._matters[one].about for one in component}
        groups, torn = parted(members, self._together, self._apart)
        for group in groups:
            proposal = self._proposal(group.members, group.links, torn)
            self._proposals |= dict.fromkeys(proposal.members, proposal)

    def _proposal(self, members: tuple[str, ...], links: tuple[Link, ...], torn: tuple[Link, ...]) -> Proposal:
        told = sorted((self._matters[there] for there in members), key=lambda matter: (matter.first, matter.id))
        best = max(told, key=_saying)
        inside = set(members)
        doubts = {link for link in torn if (link.one in inside) != (link.other in inside)}
        doubts |= {link for matter in _one_of_each_sense(told) for link in self._doubts(matter, inside)}
        return Proposal(
            id=told[0].id,
            name=_name(best.about),
            members=tuple(matter.id for matter in told),
            words=tuple(dict.fromkeys(matter.about for matter in told)),
            links=links,
            doubtful=tuple(sorted(doubts)),
            family=sense_of(told[0].about).family,
        )

    def _doubts(self, matter: Matter, inside: set[str]) -> Iterable[Link]:
        """Yield what a matter might also be: of each meaning the one told first."""
        sense = sense_of(matter.about)
        # of meetings "the talks" may be any: they are shown as a family, and nobody is asked
        plain = () if sense.family == "meeting" else plain_keys(sense)
        bare = self._under(plain)
        near = (self._near(matter.id) | bare) - inside
        for other in _one_of_each_sense(sorted((self._matters[o] for o in near), key=lambda m: (m.first, m.id))):
            if frozenset((matter.id, other.id)) not in self._apart:
                likeness = liken(sense, sense_of(other.about))
                if likeness.verdict == "doubtful":
                    one, two = sorted((matter.id, other.id))
                    yield Link(one, two, likeness.rule, likeness.why)


def _one_of_each_sense(matters: Iterable[Matter]) -> tuple[Matter, ...]:
    kept: dict[Sense, Matter] = {}
    for matter in matters:
        kept.setdefault(sense_of(matter.about), matter)
    return tuple(kept.values())


def _pairs(ruled: Iterable[tuple[str, str, str]]) -> frozenset[frozenset[str]]:
    return frozenset(frozenset((one, other)) for thing, one, other in ruled if thing == "proposal")


def _saying(matter: Matter) -> tuple[int, bool, int, str]:
    """Order matters by how much they say, and in words of equal content the shorter first."""
    sense = sense_of(matter.about)
    return (sense.specifics, sense.thing is None or " " in sense.core, -len(sense.core), matter.id)


def _name(about: str) -> str:
    return sense_of(about).core or about
