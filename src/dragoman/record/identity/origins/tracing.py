"""Claims -> origins: who found out what several reports tell. Corroboration counts origins, never articles.

A claim's origin is, in this order: what a person ruled; the outlet through which the report has it ("the AP reported"); the
first of all reports that carry its very words; the agency that the report's dateline credits; the report's own outlet; where
no outlet is known, the article itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath

from dragoman.record.claims import Card, Claim, actors_of, via_of
from dragoman.record.decisions import Rulings
from dragoman.record.grouping import Link, group
from dragoman.record.identity.origins.kinship import Kinship, Known
from dragoman.record.identity.origins.outlets import is_agency, outlet_key
from dragoman.record.identity.origins.versions import marked, once
from dragoman.record.keys import side_of
from dragoman.record.shelf import Shelf, Wanted
from dragoman.terms.findings import Actor, Quotation

SOLE = "sole source"
PARTY = "party-affiliated only"


@dataclass(frozen=True, slots=True)
class OriginGroup:
    """One origin of some claims: its name, the reports that carry it (ids), why they are one, and its side where known."""

    label: str
    reports: tuple[str, ...]
    why: tuple[str, ...]
    side: str | None = None


@dataclass(frozen=True, slots=True)
class _Origin:
    key: str
    label: str
    why: str | None = None
    side: str | None = None


class Origins:
    """The origins of claims within the bounds of a shelf. Depends on the visible reports and the rulings alone."""

    def __init__(self, shelf: Shelf, rulings: Rulings) -> None:
        self.kinship = Kinship(shelf, rulings)
        self._shelf = shelf
        self._merged = _merged(rulings)
        self._said: dict[str, list[Claim]] = {}
        self._found: dict[str, _Origin] = {}

    def learn(self, reports: Iterable[str]) -> None:
        """Load what is needed to tell the origins of claims in these reports, in a few queries."""
        asked = set(reports)
        self.kinship.learn(asked | {other for report in asked for other in self._merged.get(report, ())})
        self.hear(asked)

    def hear(self, reports: Iterable[str]) -> None:
        """Load the quotations of reports, in one query."""
        new = frozenset(reports) - self._said.keys()
        if new:
            self._said |= {report: [] for report in new}
            for claim in self._shelf.claims(Wanted(kinds=frozenset({"quotation"}), reports=new)):
                self._said[claim.card.id].append(claim)

    def said(self, report: str) -> Sequence[Claim]:
        """Return the quotations of a report."""
        self.hear([report])
        return self._said[report]

    def settle(self, claims: Iterable[Claim]) -> tuple[Claim, ...]:
        """Return claims as they count: marked where support was withdrawn, each said once by all versions of an article."""
        articles = self.kinship.articles
        return once(marked(claims, self._shelf, articles), self._shelf, articles)

    def of(self, claim: Claim) -> str:
        """Return the key of a claim's origin: equal for claims that do not corroborate each other."""
        return self._origin(claim).key

    def label(self, claim: Claim) -> str:
        """Return the name of a claim's origin for a person."""
        return self._origin(claim).label

    def count(self, claims: Iterable[Claim]) -> tuple[OriginGroup, ...]:
        """Return the origins of some claims, by name, each with the reports that carry it and why they are one."""
        kept = tuple(claims)
        self.learn({claim.card.id for claim in kept})
        found: dict[str, list[tuple[Claim, _Origin]]] = {}
        for claim in kept:
            origin = self._origin(claim)
            found.setdefault(origin.key, []).append((claim, origin))
        groups = (_group(members) for _, members in sorted(found.items()))
        return tuple(sorted(groups, key=lambda g: (g.label.casefold(), g.reports)))

    def _origin(self, claim: Claim) -> _Origin:
        if claim.id not in self._found:
            self.learn([claim.card.id])
            self._found[claim.id] = self._traced(claim)
        return self._found[claim.id]

    def _traced(self, claim: Claim) -> _Origin:
        merged = [known for r in self._merged.get(claim.card.id, ()) if (known := self.kinship.find(r)) is not None]
        if len(merged) > 1:
            return self._own(
                min(merged, key=lambda k: (k.card.published, k.card.id)), "a person put the reports together"
            )
        via = self._via(claim)
        if via is not None:
            return _Origin(f"o:{outlet_key(via.name)}", via.name, f"through {via.name}", via.country)
        known = self.kinship.of(claim.card.id)
        pieces = [(piece.start, piece.end) for piece in claim.finding.evidence]
        sharing = [kin for kin in known.kin if any(kin.covers(*piece) for piece in pieces)]
        chain = [(known, "")] + [(self.kinship.of(kin.other), kin.why) for kin in sharing]
        lead, why = min(chain, key=lambda link: rank(link[0], chain))
        if lead is not known and lead.outlet.key in {None, known.outlet.key}:
            return self._own(lead, None)
        if lead is not known:
            return self._own(lead, f"{why} as in {lead.outlet.name or _name(lead.card)}")
        return self._own(known, None)

    def _via(self, claim: Claim) -> Actor | None:
        """Return the outlet on whose word a report has a claim: told of the claim, or of the words around it."""
        via = via_of(claim.finding)
        if via is not None and via.kind == "media":
            return via
        if claim.kind == "quotation":
            return _outlet_heard(claim)
        spans = [(piece.start, piece.end) for piece in claim.finding.evidence]
        said = (said for said in self._said[claim.card.id] if _outlet_heard(said) is not None)
        around = (heard for heard in said if all(_inside(span, heard) for span in spans))
        first = min(around, key=lambda heard: heard.order, default=None)
        return None if first is None else _outlet_heard(first)

    def _own(self, known: Known, why: str | None) -> _Origin:
        """Return the origin that a report itself is: the outlet that it credits, its own, else the article."""
        outlet = known.outlet
        if outlet.credit is not None and outlet.credit_name is not None and not self._original_seen(known):
            return _Origin(f"o:{outlet.credit}", outlet.credit_name, why or f"credits {outlet.credit_name}")
        if outlet.key is not None and outlet.name is not None:
            return _Origin(f"o:{outlet.key}", outlet.name, why)
        article = self.kinship.article(known.card.id)
        return _Origin(f"r:{article[0]}", _name(self.kinship.of(article[0]).card), why)

    def _original_seen(self, known: Known) -> bool:
        """Say whether the credited outlet's own report is at hand: then what it does not say is the copy's own."""
        others = (self.kinship.of(kin.other) for kin in known.kin if kin.copy)
        return any(other.outlet.key == known.outlet.credit for other in others)


def flags(groups: Sequence[OriginGroup], parties: Iterable[str] = ()) -> tuple[str, ...]:
    """Return what a reader must know of some origins: that there is one alone, that all stand on one of these sides."""
    sides = set(parties)
    told = [SOLE] if len(groups) == 1 else []
    if groups and all(g.side is not None and g.side in sides for g in groups):
        told.append(PARTY)
    return tuple(told)


def sides_of(claims: Iterable[Claim]) -> frozenset[str]:
    """Return the sides of those whom claims tell of."""
    return frozenset(side_of(actor) for claim in claims for actor in actors_of(claim.finding) if actor.kind != "media")


def _outlet_heard(claim: Claim) -> Actor | None:
    """Return the outlet through which a quotation came, or that speaks in it."""
    said = claim.finding
    if not isinstance(said, Quotation):
        return None
    return next((a for a in (said.via, said.speaker) if a is not None and a.kind == "media"), None)


def _inside(span: tuple[int, int], heard: Claim) -> bool:
    return any(piece.start <= span[0] and span[1] <= piece.end for piece in heard.finding.evidence)


def rank(known: Known, chain: Sequence[tuple[Known, str]]) -> tuple[bool, bool, date, bool, str, str]:
    """Order those that carry the same words: first whom another credits, then who credits nobody, by publication, agencies first."""
    credited = {other.outlet.credit for other, _ in chain} - {None}
    return (
        known.outlet.key not in credited,
        known.outlet.credit is not None,
        known.card.published,
        not is_agency(known.outlet.name or ""),
        known.outlet.key or "",
        known.card.id,
    )


def _group(members: Sequence[tuple[Claim, _Origin]]) -> OriginGroup:
    labels = sorted({origin.label for _, origin in members}, key=lambda label: (-len(label), label))
    why = sorted({f"{claim.card.publisher or _name(claim.card)}: {o.why}" for claim, o in members if o.why is not None})
    sides = sorted({origin.side for _, origin in members if origin.side is not None})
    reports = sorted({(claim.published, claim.card.id) for claim, _ in members})
    return OriginGroup(
        labels[0], tuple(report for _, report in reports), tuple(why), sides[0] if len(sides) == 1 else None
    )


def _merged(rulings: Rulings) -> dict[str, tuple[str, ...]]:
    """Return for each report that a person put with others all of them."""
    links = [Link(one, other, "person", "") for thing, one, other in rulings.together if thing == "report"]
    members = sorted({report for link in links for report in (link.one, link.other)})
    return {report: held.members for held in group(members, links) for report in held.members}


def _name(card: Card) -> str:
    return card.title or card.url or (PurePath(card.path).name if card.path else card.id)
