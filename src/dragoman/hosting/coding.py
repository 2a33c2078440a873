"""Blind double coding over HTTP: a sample drawn from its name, what coders think of it, how far they agree. For pages and API.

Law: whoever may not adjudicate sees of others only what they thought of findings that one has coded oneself.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dragoman.desk.access import require
from dragoman.desk.members import Members
from dragoman.hosting.asked import Asked
from dragoman.record.editing import parse_change
from dragoman.terms.errors import NotFound
from dragoman.terms.people import Coding, Verdict
from dragoman.views.coding import Asked as Finding
from dragoman.views.coding import Drawn, items_of, plan_of, sample
from dragoman.views.reliability import Differing, Reliability, agreement, differing
from dragoman.views.scope import Scope


@dataclass(frozen=True, slots=True)
class Sitting:
    """A sample as one coder has it before them: what was drawn, and the coder's own word on each finding that has one."""

    drawn: Drawn
    own: Mapping[str, Coding]

    @property
    def left(self) -> tuple[Finding, ...]:
        """The findings that the coder has not coded yet."""
        return tuple(item for item in self.drawn.items if item.claim not in self.own)


@dataclass(frozen=True, slots=True)
class Compared:
    """How far coders agree on what the visitor may see, where they differ, and the findings of which they differ, by id."""

    agreement: Reliability
    differing: tuple[Differing, ...]
    findings: Mapping[str, Finding]
    whole: bool


def sitting(asked: Asked, name: str) -> Sitting:
    """Return a sample for the visitor to code. Raises `NotFound` for a name that no plan has."""
    plan = plan_of(name)
    with asked.ground.store.shelf(plan.bounds) as shelf:
        drawn = sample(Scope(shelf), plan.question, name=name, size=plan.size)
    own = {coding.claim: coding for coding in asked.ground.people.codings.own(asked.visitor, name)}
    return Sitting(drawn, own)


def code(
    asked: Asked,
    name: str,
    claim: str,
    verdict: Verdict,
    *,
    values: Iterable[tuple[str, str]] = (),
    note: str | None = None,
) -> Coding:
    """Keep what the visitor thinks of a finding of a sample. Raises `NotFound`, `EditError` or `DecisionError`."""
    item = next((item for item in sitting(asked, name).drawn.items if item.claim == claim), None)
    if item is None:
        raise NotFound("finding", claim, where=f"in the sample {plan_of(name).label!r}")
    with asked.ground.store.shelf() as shelf:
        change = parse_change(item.kind, values, Members(shelf).actor) if verdict == "edit" else {}
    made = asked.ground.people.codings.code(asked.visitor, name, claim, verdict, change=change, note=note)
    asked.note("code", claim, plan_of(name).label)
    return made


def compared(asked: Asked, name: str | None = None) -> Compared:
    """Return how far coders agree: all of them to one who adjudicates, else on what the visitor coded too."""
    require(asked.visitor, "code")
    codings, whole = asked.ground.people.codings, asked.may("adjudicate")
    told = codings.all(asked.visitor, name) if whole else codings.shared(asked.visitor, name)
    with asked.ground.store.shelf() as shelf:
        found = {item.claim: item for item in items_of(Scope(shelf), {coding.claim for coding in told})}
    kinds = {claim: item.kind for claim, item in found.items()}
    where = differing(told, coder=None if whole else asked.visitor.name)
    return Compared(
        agreement(told, kinds), where, {one.claim: found[one.claim] for one in where if one.claim in found}, whole
    )
