"""What Dragoman finds in one report: actors, quotations, meetings, positions and the rest, each with its evidence.

The field names are those of the JSON (docs/reference/json.md). Unknown is None, never a guess.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dragoman.terms.report import Report
from dragoman.terms.span import Evidence, Span
from dragoman.terms.when import When

ActorKind = Literal[
    "person", "state", "government", "military", "armed-group", "igo", "ngo", "media", "company", "group"
]
QuotationType = Literal["direct", "indirect", "mixed"]
MeetingKind = Literal["talks", "summit", "call", "visit", "signing", "other"]
MeetingStatus = Literal["held", "under-way", "scheduled", "proposed", "declined", "cancelled", "postponed", "denied"]
Level = Literal["leaders", "ministers", "senior-officials", "officials", "technical"]
Stance = Literal[
    "proposes", "demands", "supports", "offers", "accepts", "accepts-conditionally", "rejects", "undecided"
]
AgreementStatus = Literal["agreed", "signed", "in-force", "violated", "ended"]
IncidentStatus = Literal["happened", "ongoing", "expected", "denied"]
Comparator = Literal["=", ">", ">=", "<", "<=", "~"]
MODEL = "model:"
"""How the rule of what a language model suggested begins."""
PERSON = "person:"
"""How the rule of what a person found in the words begins."""


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, state, body or group. `id` is local to the report; `state` is the ISO 3166 alpha-3 code that it acts for.

    `land` is the name of the land that it acts for where no list of states knows it.
    """

    id: str
    name: str
    kind: ActorKind
    role: str | None = None
    affiliation: str | None = None
    state: str | None = None
    mentions: tuple[Evidence, ...] = ()
    land: str | None = None

    @property
    def country(self) -> str | None:
        """What ties it to others of its state or land: the code, else the name that the report uses."""
        return self.state or self.land

    def __hash__(self) -> int:
        """Hash the id alone: an actor with thousands of mentions is a key as quick as any."""
        return hash(self.id)


@dataclass(frozen=True, slots=True)
class Event:
    """A finding as event data: PLOVER type and mode, CAMEO code, who did it to whom; None where the report names nobody."""

    plover: str
    mode: str | None
    cameo: str
    source: Actor | None
    target: Actor | None


@dataclass(frozen=True, slots=True)
class Why:
    """How a finding came about: the rule, the words that set it off, the rule that dated it."""

    rule: str
    cue: str | None = None
    date_rule: str | None = None

    @property
    def suggested_by(self) -> str | None:
        """The language model that suggested it and the version of its prompt ("NAME/VERSION"); None where our rules found it."""
        return self.rule.removeprefix(MODEL) if self.rule.startswith(MODEL) else None

    @property
    def found_by(self) -> str | None:
        """The person who found it in the words; None where a reader did."""
        return self.rule.removeprefix(PERSON) if self.rule.startswith(PERSON) else None


@dataclass(frozen=True, slots=True)
class DateFinding:
    """A date expression of the text, resolved."""

    when: When
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Quotation:
    """Somebody's words: who, with which cue, what."""

    speaker: Actor | None
    source: Evidence | None
    cue: str
    type: QuotationType
    content_evidence: tuple[Evidence, ...]
    addressee: Actor | None
    date: When | None
    via: Actor | None
    evidence: tuple[Evidence, ...]
    events: tuple[Event, ...]
    why: Why

    @property
    def content(self) -> str:
        """The words of the content, its pieces joined by one space."""
        return " ".join(piece.quote for piece in self.content_evidence)


@dataclass(frozen=True, slots=True)
class Meeting:
    """Any getting-together that the report mentions, with its status. `moved_from` is the day for which it was set before."""

    kind: MeetingKind
    parties: tuple[Actor, ...]
    host: Actor | None
    mediators: tuple[Actor, ...]
    place: str | None
    date: When | None
    moved_from: When | None
    status: MeetingStatus
    level: Level | None
    evidence: tuple[Evidence, ...]
    events: tuple[Event, ...]
    why: Why


@dataclass(frozen=True, slots=True)
class Position:
    """One actor's stance on one matter at one time, with the conditions attached."""

    actor: Actor
    stance: Stance
    about: str
    conditions: tuple[str, ...]
    toward: Actor | None
    date: When | None
    via: Actor | None
    evidence: tuple[Evidence, ...]
    events: tuple[Event, ...]
    why: Why


@dataclass(frozen=True, slots=True)
class Delegation:
    """Who represents a party. `meeting` is the index of its meeting in the findings, where known."""

    party: Actor
    head: Actor | None
    members: tuple[Actor, ...]
    level: Level | None
    meeting: int | None
    evidence: tuple[Evidence, ...]
    why: Why


@dataclass(frozen=True, slots=True)
class Agreement:
    """What was agreed, between whom."""

    parties: tuple[Actor, ...]
    about: str
    date: When | None
    status: AgreementStatus
    evidence: tuple[Evidence, ...]
    events: tuple[Event, ...]
    why: Why


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that the report claims about people, things or money; `source` is who is said to have given it."""

    value: float
    low: float | None
    high: float | None
    comparator: Comparator
    unit: str
    about: str
    source: Actor | None
    date: When | None
    evidence: tuple[Evidence, ...]
    why: Why


@dataclass(frozen=True, slots=True)
class Incident:
    """Something done: a strike, an arrest, aid, a sanction, a protest, a withdrawal."""

    actor: Actor | None
    target: Actor | None
    what: str
    place: str | None
    date: When | None
    status: IncidentStatus
    evidence: tuple[Evidence, ...]
    events: tuple[Event, ...]
    why: Why


@dataclass(frozen=True, slots=True)
class Coverage:
    """What the reading saw and did not understand.

    `unread` are sentences about the negotiation that gave no finding, `furniture` the bylines, credits and links that are
    no sentences of the story, each with the name of its kind.
    """

    unread: tuple[Evidence, ...]
    furniture: tuple[tuple[str, Span], ...]


@dataclass(frozen=True, slots=True)
class Findings:
    """All that one report gave."""

    report: Report
    actors: tuple[Actor, ...]
    dates: tuple[DateFinding, ...]
    quotations: tuple[Quotation, ...]
    meetings: tuple[Meeting, ...]
    positions: tuple[Position, ...]
    delegations: tuple[Delegation, ...]
    agreements: tuple[Agreement, ...]
    figures: tuple[Figure, ...]
    incidents: tuple[Incident, ...]
    coverage: Coverage
