"""Blind double coding: samples, the sample that one codes, and how far coders agree."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import get_args

from starlette.responses import Response

from dragoman.exports.answers.wording import line_of, said
from dragoman.exports.telling import Line
from dragoman.hosting.asked import Asked
from dragoman.hosting.asking import number_of, text_of
from dragoman.hosting.coding import Sitting, code, compared, sitting
from dragoman.record.claims import KINDS
from dragoman.record.fields import Field, changed, fields_written
from dragoman.record.packing import CLASSES, made, plain
from dragoman.terms.errors import DecisionError, SettingsError
from dragoman.terms.people import Verdict
from dragoman.views.coding import Asked as Finding
from dragoman.views.coding import Plan, plan_of
from dragoman.web.links import Links
from dragoman.web.pages.review import Passage, written_in
from dragoman.web.rendering import render
from dragoman.web.routing import Fields, day, done, form, needed, page, word, words

SIZE = 40
"""Findings of a sample where nobody says how many."""
LARGEST = 500
LONGEST = 100
"""Characters of what a sample is called."""
PAGE = 12


@dataclass(frozen=True, slots=True)
class Card:
    """A finding to be coded, as it is shown."""

    finding: Finding
    line: Line
    passage: Passage
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Begun:
    """A sample that somebody codes: its plan, and how far the visitor has come."""

    plan: Plan
    of: int
    own: int


def show(asked: Asked) -> Response:
    """Show the samples, and the form that draws one."""
    begun = [_begun(asked, name) for name in asked.ground.people.codings.samples()]
    return render(asked, "coding.html.j2", title="Blind coding", begun=begun, kinds=KINDS, size=SIZE, largest=LARGEST)


def _begun(asked: Asked, name: str) -> Begun:
    found = sitting(asked, name)
    return Begun(plan_of(name), len(found.drawn.items), len(found.own))


def draw(asked: Asked, fields: Fields) -> Response:
    """Draw a sample: its name says all of it, so that nothing needs to be kept."""
    label = needed(fields, "label")
    if len(label) > LONGEST:
        raise SettingsError("label", f"has more than {LONGEST} characters")
    plan = Plan(
        label,
        number_of(word(fields, "size") or str(SIZE), "size", LARGEST),
        asked.ground.now(),
        day(fields, "from"),
        day(fields, "to"),
        tuple(kind for kind in KINDS if kind in words(fields, "kind")),
    )
    return done(Links("/coding", asked.query).to("/coding/sample", name=plan.name))


def show_sample(asked: Asked) -> Response:
    """Show what the visitor has not coded yet of a sample."""
    name = _name(asked)
    found = sitting(asked, name)
    with asked.ground.store.shelf() as shelf:
        texts = shelf.texts({item.report for item in found.left[:PAGE]})
    return render(
        asked,
        "sample.html.j2",
        title=plan_of(name).label,
        name=name,
        sitting=found,
        cards=[_card(item, texts) for item in found.left[:PAGE]],
    )


def _name(asked: Asked) -> str:
    name = text_of(asked.query, "name")
    if name is None:
        raise SettingsError("name", "say which sample")
    return name


def _card(item: Finding, texts: Mapping[str, str]) -> Card:
    text, whole = texts[item.report], item.passage
    first, last = min(c.start for c in item.evidence), max(c.end for c in item.evidence)
    passage = Passage(item.evidence[0], text[whole.start : first], text[first:last], text[last : whole.end])
    return Card(item, line_of(item.kind, item.finding), passage, fields_written(item.kind, item.finding))


def act(asked: Asked, fields: Fields) -> Response:
    """Keep what the visitor thinks of a finding, and go on."""
    name, claim = needed(fields, "sample"), needed(fields, "claim")
    verdict: Verdict | None = next((v for v in get_args(Verdict) if v == needed(fields, "verb")), None)
    if verdict is None:
        raise DecisionError("code", f"a verdict is one of {', '.join(get_args(Verdict))}")
    code(asked, name, claim, verdict, values=_values(sitting(asked, name), claim, fields), note=word(fields, "why"))
    return done(Links("/coding", asked.query).to("/coding/sample", name=name))


def _values(found: Sitting, claim: str, fields: Fields) -> tuple[tuple[str, str], ...]:
    """Return what the form changes of a finding."""
    item = next((item for item in found.drawn.items if item.claim == claim), None)
    return () if item is None else changed(item.kind, item.finding, written_in(fields, item.kind))


def show_agreement(asked: Asked) -> Response:
    """Show how far coders agree, and where they differ."""
    name = text_of(asked.query, "name")
    found = compared(asked, name)
    lines = {claim: line_of(item.kind, item.finding) for claim, item in found.findings.items()}
    adopted = {
        (one.claim, what.coder): _written(found.findings[one.claim], what.change)
        for one in found.differing
        if one.claim in found.findings
        for what in one.said
        if what.verdict == "edit"
    }
    return render(
        asked,
        "agreement.html.j2",
        title="Agreement",
        plan=None if name is None else plan_of(name),
        found=found,
        lines=lines,
        adopted=adopted,
        told=said,
        samples=[plan_of(sample) for sample in asked.ground.people.codings.samples()],
    )


def _written(item: Finding, change: Mapping[str, object]) -> tuple[tuple[str, str], ...]:
    """Return what a person would write into the form of a review to take over an edit."""
    after = fields_written(item.kind, made(CLASSES[item.kind], {**plain(item.finding), **change}))
    return tuple((f"f.{field.name}", "\n".join(field.values)) for field in after if field.name in change)


ROUTES = (
    page("/coding", show, right="code"),
    page("/coding/sample", show_sample, right="code"),
    page("/coding/agreement", show_agreement, right="code"),
    form("/coding/draw", draw, right="code"),
    form("/coding/code", act, right="code"),
)
