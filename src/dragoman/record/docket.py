"""The life of a meeting: what each report's status makes of it, written once.

`CASES` is the whole mapping from a finding's status to a change of the docket; `lives.py` follows it claim by claim. The
history keeps every change; the state is what is now true of the meeting.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from dragoman.record.claims import Claim
from dragoman.terms.findings import Actor, Level, MeetingStatus
from dragoman.terms.when import When

Change = Literal[
    "floated", "scheduled", "confirmed", "moved", "downgraded", "declined", "postponed", "cancelled", "under way", "held",
    "denied",
]  # fmt: skip
OVERDUE = "overdue: no report seen"
STATES: tuple[str, ...] = (
    "floated", "scheduled", "confirmed", "moved", "downgraded", "declined", "postponed", "cancelled", "under way", "held",
    "denied", OVERDUE,
)  # fmt: skip
OPEN = frozenset({"floated", "scheduled", "confirmed", "moved", "downgraded"})
"""States in which a meeting is still to come; when its day has passed, it is overdue."""


@dataclass(frozen=True, slots=True)
class Case:
    """When a claim's status makes which change; `status` None stands for no claim at all."""

    status: MeetingStatus | None
    change: str
    when: str


CASES: tuple[Case, ...] = (
    Case("proposed", "floated", "it is offered, called for or considered, and no plan of it stands yet"),
    Case("proposed", "confirmed", "a party accepts what was proposed, without conditions"),
    Case("scheduled", "scheduled", "the first report that it is set, or the first after it was called off or refused"),
    Case(
        "scheduled", "confirmed", "another origin tells the same plan, or a party accepts or says that it will attend"
    ),
    Case("scheduled", "moved", "the report names the old day, or another day is told on a later day of publication"),
    Case("scheduled", "downgraded", "it is set at a lower level than before"),
    Case(
        "declined", "declined", "somebody refuses it or stays away; of a higher level than is now set, the state stays"
    ),
    Case("postponed", "postponed", "it is put off without a new day"),
    Case("cancelled", "cancelled", "it is called off"),
    Case("under-way", "under way", "a report tells that it goes on"),
    Case("held", "held", "a report tells that it took place; on another day than planned, it was moved before"),
    Case(
        "denied",
        "denied",
        "somebody says that it did not or will not take place as told; beside `held`, it is disputed",
    ),
    Case(None, OVERDUE, "its last planned day has passed, and no report tells what became of it"),
)


@dataclass(frozen=True, slots=True)
class Step:
    """One change: on which day it was decided or said (`told`: the report names the day; else it is that of publication).

    `claims` tell it, the first published first. `before` and `after` are planned days, `slippage` the days between them.
    """

    change: Change
    day: date
    told: bool
    claims: tuple[Claim, ...]
    by: tuple[Actor, ...] = ()
    before: When | None = None
    after: When | None = None
    level_before: Level | None = None
    level: Level | None = None
    slippage: int | None = None
    conditions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Life:
    """What became of a meeting: the state now and since when, the history, the planned day and level as they stand.

    `slippage` are the days from the first planned day to the one that stands; `disputed`: rival accounts stand side by side.
    """

    state: str
    since: date
    disputed: bool
    planned: When | None
    level: Level | None
    slippage: int | None
    steps: tuple[Step, ...]
