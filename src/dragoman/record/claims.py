"""A claim: one finding of one report as it is kept, with the report that it stands in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from dragoman.terms.findings import (
    Actor,
    Agreement,
    AgreementStatus,
    Delegation,
    Figure,
    Incident,
    Level,
    Meeting,
    Position,
    Quotation,
    Stance,
)
from dragoman.terms.span import Evidence
from dragoman.terms.when import When

Kind = Literal["quotation", "meeting", "position", "delegation", "agreement", "figure", "incident"]
KINDS: tuple[Kind, ...] = ("quotation", "meeting", "position", "delegation", "agreement", "figure", "incident")
REACHED: frozenset[AgreementStatus] = frozenset({"agreed", "signed", "in-force"})
"""How far an agreement went that was reached and still holds."""
Finding = Quotation | Meeting | Position | Delegation | Agreement | Figure | Incident


@dataclass(frozen=True, slots=True)
class Card:
    """A kept report without its text. `id` comes from the content, `recorded` is when it was taken in (ISO, UTC).

    `updated` is when the article itself says that it was last changed (ISO), where it says so.
    """

    id: str
    published: date
    recorded: str
    publisher: str | None = None
    title: str | None = None
    url: str | None = None
    path: str | None = None
    updated: str | None = None


@dataclass(frozen=True, slots=True)
class Turn:
    """What somebody did about a meeting in the words that tell of the meeting: a stance, with its own day."""

    actor: Actor
    stance: Stance
    date: When | None
    conditions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Team:
    """A party's delegation to a meeting."""

    party: Actor
    head: Actor | None
    members: tuple[Actor, ...]
    level: Level | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Claim:
    """One finding of one report.

    `id` is made of the report, the kind, the evidence and the actor: it stays when a newer reader sees the same words in
    another light. Actors in `finding` carry ids of the whole record (profiles), not of one report. `day` is when it holds:
    the first day of its date, else the day of publication (`dated` says which). `turns` and `teams` are told of meetings.
    `withdrawn` is the day on which a later version of the article no longer had its words. `by` is the person whose edit
    this is, `accepted` says that a person confirmed it.
    """

    id: str
    kind: Kind
    number: int
    card: Card
    finding: Finding
    day: date
    turns: tuple[Turn, ...] = ()
    teams: tuple[Team, ...] = ()
    withdrawn: date | None = None
    by: str | None = None
    accepted: bool = False
    notes: tuple[str, ...] = field(default=())

    @property
    def published(self) -> date:
        """The day on which its report was published."""
        return self.card.published

    @property
    def when(self) -> When | None:
        """The date that the report tells, if it tells one. A delegation and a figure without one have none."""
        return None if isinstance(self.finding, Delegation) else self.finding.date

    @property
    def dated(self) -> bool:
        """Whether `day` was told, and is not only the day of publication."""
        return self.when is not None

    @property
    def order(self) -> tuple[date, date, str, int, str]:
        """Where it stands among others: by day, publication, report and place in the report. Total, and the same always."""
        return (self.day, self.card.published, self.card.id, self.number, self.id)

    @property
    def actors(self) -> tuple[Actor, ...]:
        """All actors that it names, each once, in the order of its fields."""
        return tuple({a.id: a for a in (*actors_of(self.finding), *_told(self))}.values())

    @property
    def about(self) -> str | None:
        """The matter of a position or an agreement."""
        return self.finding.about if isinstance(self.finding, Position | Agreement) else None


def by_publication(claims: Iterable[Claim]) -> list[Claim]:
    """Return claims as they became known: by publication, report and place in the report."""
    return sorted(claims, key=lambda c: (c.published, c.card.id, c.number, c.id))


def _told(claim: Claim) -> tuple[Actor, ...]:
    teams = (a for team in claim.teams for a in (team.party, team.head, *team.members))
    return tuple(a for a in (*(turn.actor for turn in claim.turns), *teams) if a is not None)


def actors_of(finding: Finding) -> tuple[Actor, ...]:
    """Return the actors that a finding names, in the order of its fields."""
    match finding:
        case Quotation():
            named: tuple[Actor | None, ...] = (finding.speaker, finding.addressee, finding.via)
        case Meeting():
            named = (*finding.parties, finding.host, *finding.mediators)
        case Position():
            named = (finding.actor, finding.toward, finding.via)
        case Delegation():
            named = (finding.party, finding.head, *finding.members)
        case Agreement():
            named = finding.parties
        case Figure():
            named = (finding.source,)
        case Incident():
            named = (finding.actor, finding.target)
    return tuple(a for a in named if a is not None)


def via_of(finding: Finding) -> Actor | None:
    """Through whom a finding came, where the report says so."""
    if isinstance(finding, Position | Quotation):
        return finding.via
    return finding.source if isinstance(finding, Figure) and finding.source and finding.source.kind == "media" else None
