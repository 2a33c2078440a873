"""Meeting claims made by hand, and a list of claims that can be asked as a shelf is asked."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dragoman.record.claims import Card, Claim, Team, Turn, actors_of
from dragoman.record.filing import file_report
from dragoman.record.ids import digest, profile_id
from dragoman.record.keys import all_actors, fold, keys_of
from dragoman.record.shelf import Wanted
from dragoman.store.store import Store
from dragoman.terms.findings import (
    Actor,
    ActorKind,
    Coverage,
    Delegation,
    Findings,
    Level,
    Meeting,
    MeetingKind,
    MeetingStatus,
    Position,
    Stance,
    Why,
)
from dragoman.terms.report import Report
from dragoman.terms.span import Evidence
from dragoman.terms.when import Bound, Granularity, When


def actor(
    name: str, state: str | None = None, kind: ActorKind = "state", role: str | None = None, land: str | None = None
) -> Actor:
    """Return an actor as the record has it."""
    made = Actor(id="", name=name, kind=kind, role=role, state=state, land=land)
    return replace(made, id=profile_id(made))


ORVANIA = actor("Orvania", land="Orvania")
KESTRIA = actor("Kestria", land="Kestria")
TAVLAND = actor("Tavland", land="Tavland")
MALTA = actor("Malta", "MLT")
DOLVAN = actor("Marek Dolvan", kind="person", role="President", land="Orvania")
TARNOW = actor("Ilse Tarnow", kind="person", role="Prime Minister", land="Kestria")
CORVIN = actor("Dana Corvin", kind="person", role="Defense Minister", land="Orvania")
ORLIK = actor("Pavel Orlik", kind="person", role="Foreign Minister", land="Kestria")


def on(first: str, last: str | None = None, granularity: Granularity = "day", bound: Bound | None = None) -> When:
    """Return a date in March 2026 style: "2026-03-12"."""
    return When(date.fromisoformat(first), date.fromisoformat(last or first), granularity, "told", None, bound)


def turn(who: Actor, stance: Stance, day: str | None = None) -> Turn:
    """Return what somebody did about a meeting."""
    return Turn(who, stance, None if day is None else on(day))


def team(party: Actor, head: Actor | None, level: Level | None, *members: Actor) -> Team:
    """Return a delegation."""
    return Team(party, head, members, level, (Evidence(0, 4, "team"),))


def told(
    published: str,
    status: MeetingStatus = "scheduled",
    parties: Iterable[Actor] = (ORVANIA, KESTRIA),
    *,
    when: When | None = None,
    moved_from: When | None = None,
    kind: MeetingKind = "talks",
    place: str | None = None,
    level: Level | None = None,
    host: Actor | None = None,
    mediators: Iterable[Actor] = (),
    turns: Iterable[Turn] = (),
    teams: Iterable[Team] = (),
    report: str | None = None,
    number: int = 0,
    publisher: str | None = "Northgate Wire",
) -> Claim:
    """Return a claim about a meeting. Every call tells it in another report, unless `report` names one."""
    finding = Meeting(
        kind=kind,
        parties=tuple(parties),
        host=host,
        mediators=tuple(mediators),
        place=place,
        date=when,
        moved_from=moved_from,
        status=status,
        level=level,
        evidence=(Evidence(number * 10, number * 10 + 5, "words"),),
        events=(),
        why=Why("test"),
    )
    day = date.fromisoformat(published)
    source = report or digest(published, status, str(finding), str(tuple(turns)), str(tuple(teams)), publisher)
    return Claim(
        id=f"m{digest(source, number, str(finding), length=15)}",
        kind="meeting",
        number=number,
        card=Card(id=source, published=day, recorded="2026-04-01T00:00:00+00:00", publisher=publisher),
        finding=finding,
        day=day if when is None else when.start,
        turns=tuple(turns),
        teams=tuple(teams),
    )


@dataclass(frozen=True)
class Alone:
    """An actor that is nobody else: each profile is its own identity."""

    id: str
    name: str
    state: str | None
    land: str | None
    members: tuple[str, ...]


class Strangers:
    """Knows nobody: each name of a land is one actor."""

    def learn(self, actors: Iterable[Actor]) -> None:
        """There is nothing to be loaded."""

    def of(self, actor: Actor, on: date) -> Alone:
        """Return the actor itself."""
        del on
        return Alone(f"{fold(actor.name)}/{actor.country}", actor.name, actor.state, actor.land, (actor.id,))


def loading(claims: Iterable[Claim]) -> Callable[[Wanted], tuple[Claim, ...]]:
    """Return what answers as a shelf does, from a list of claims."""
    held = tuple(claims)

    def load(wanted: Wanted) -> tuple[Claim, ...]:
        return tuple(c for c in held if _meets(c, wanted))

    return load


def _meets(claim: Claim, wanted: Wanted) -> bool:
    keys = frozenset(keys_of(claim.finding, all_actors(actors_of(claim.finding), claim.turns, claim.teams)))
    within = (
        (wanted.first or date.min) <= claim.day <= (wanted.last or date.max)
        and (wanted.published_first or date.min) <= claim.published <= (wanted.published_last or date.max)
    )  # fmt: skip
    asked = (wanted.kinds is None or claim.kind in wanted.kinds) and (wanted.ids is None or claim.id in wanted.ids)
    return within and asked and (wanted.keys is None or bool(keys & wanted.keys))


def later(day: str, days: int) -> str:
    """Return the day some days after another, written as that is."""
    return (date.fromisoformat(day) + timedelta(days=days)).isoformat()


def findings_of(claims: Iterable[Claim]) -> list[Findings]:
    """Return the findings of the reports in which some claims stand: turns as positions in the same words, teams as delegations."""
    by_report: dict[str, list[Claim]] = {}
    for claim in claims:
        by_report.setdefault(claim.card.id, []).append(claim)
    return [_findings(sorted(held, key=lambda c: c.number)) for held in by_report.values()]


def _findings(claims: list[Claim]) -> Findings:
    card = claims[0].card
    own = " ".join(digest(card.id, n, length=8) for n in range(60))
    report = Report(card.id, card.published, f"{'words     ' * 10}\n{own}\n", card.publisher)
    meetings = tuple(claim.finding for claim in claims if isinstance(claim.finding, Meeting))
    positions = tuple(
        Position(t.actor, t.stance, "the talks", t.conditions, None, t.date, None, c.finding.evidence, (), Why("test"))
        for c in claims
        for t in c.turns
    )
    delegations = tuple(
        Delegation(t.party, t.head, t.members, t.level, n, (Evidence(0, 5, "words"),), Why("test"))
        for n, c in enumerate(claims)
        for t in c.teams
    )
    actors = tuple({a.id: a for c in claims for a in c.actors}.values())
    return Findings(report, actors, (), (), meetings, positions, delegations, (), (), (), Coverage((), ()))


def fill(store: Store, claims: Iterable[Claim]) -> None:
    """Take the reports of some claims into a store."""
    filings = [file_report(findings) for findings in findings_of(claims)]
    store.take(filings, recorded="2026-04-01T00:00:00.000000+00:00", reader="test", codebook="test")
