"""Review: what a person should look at first, each item with its words in their context and the keys to decide it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from starlette.datastructures import QueryParams
from starlette.responses import Response

from dragoman.exports.answers.decided import PAST
from dragoman.exports.answers.review import TITLES, around
from dragoman.exports.answers.wording import line_of
from dragoman.exports.telling import Line
from dragoman.hosting.asked import Asked
from dragoman.hosting.asking import text_of
from dragoman.hosting.deciding import Order, decide, last_of, thing_of, verb_of
from dragoman.record.claims import KINDS, Kind
from dragoman.record.decisions import Decision
from dragoman.record.fields import Field, changed, fields_written
from dragoman.record.shelf import Wanted
from dragoman.terms.errors import NotFound
from dragoman.views.cited import Cited
from dragoman.views.decisions import names_of
from dragoman.views.review import Item, review
from dragoman.views.scope import Scope
from dragoman.web.links import Links, inside
from dragoman.web.rendering import render
from dragoman.web.routing import Fields, done, form, needed, page, word, words

PAGE = 12
"""Items on a page: as many as a person goes through before looking up."""
SHOWN = 3
"""Pieces of evidence shown in their context."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of evidence in its paragraph."""

    cited: Cited
    before: str
    words: str
    after: str


@dataclass(frozen=True, slots=True)
class Told:
    """What was decided just before: a verb and a thing, what that thing is called, and by whom."""

    what: str
    names: tuple[str, ...]
    by: str


@dataclass(frozen=True, slots=True)
class Card:
    """One item of the queue as it is shown; `machine` is what the machine had read where a person says otherwise."""

    item: Item
    title: str
    line: Line | None
    machine: Line | None
    passages: tuple[Passage, ...]
    sides: tuple[tuple[Passage, ...], ...]
    fields: tuple[Field, ...]


def show(asked: Asked) -> Response:
    """Show the queue."""
    return _shown(asked, decided=False)


def show_decided(asked: Asked) -> Response:
    """Show what was decided, beside what the machine had read."""
    return _shown(asked, decided=True)


def _shown(asked: Asked, *, decided: bool) -> Response:
    with asked.scope() as scope:
        queue = review(scope, asked.question(limit=PAGE), decided=decided)
        texts = scope.shelf.texts({cited.report for item in queue.items for cited in item.evidence})
        return render(
            asked,
            "review.html.j2",
            title="Decided" if decided else "Review",
            horizon=scope.horizon,
            cards=[card_of(item, texts) for item in queue.items],
            queue=queue,
            decided=decided,
            kinds=KINDS,
            titles=TITLES,
            may_join=asked.may("adjudicate"),
            told=_told(asked, scope),
            last=_last(asked, scope),
        )


def card_of(item: Item, texts: Mapping[str, str]) -> Card:
    """Return an item as it is shown."""
    kind, finding = item.kind, item.finding
    told = kind is not None and finding is not None
    return Card(
        item=item,
        title=TITLES[item.reason],
        line=line_of(kind, finding) if kind is not None and finding is not None else None,
        machine=line_of(kind, item.machine) if kind is not None and item.machine is not None else None,
        passages=_passages(item.evidence[:SHOWN], texts) if item.pair is None else (),
        sides=() if item.pair is None else tuple(_passages(side.evidence[:SHOWN], texts) for side in item.pair.sides),
        fields=fields_written(kind, finding) if told and kind is not None else (),
    )


def _passages(evidence: tuple[Cited, ...], texts: Mapping[str, str]) -> tuple[Passage, ...]:
    return tuple(Passage(cited, *around(cited, texts)) for cited in evidence)


def _told(asked: Asked, scope: Scope) -> Told | None:
    """Return in words what was decided just before, as the address of the page says; what was undone by what it was."""
    name = text_of(asked.query, "done")
    taken = {decision.id: decision for decision in scope.shelf.machine.decisions()}
    found = taken.get(name or "")
    if found is None:
        return None
    about = taken.get(found.things[0], found) if found.verb == "undo" else found
    what = (
        f"{PAST[found.verb]}: {about.verb} {about.thing}" if about is not found else f"{PAST[found.verb]} {found.thing}"
    )
    return Told(what, names_of(scope, about)[:SHOWN], found.by)


def _last(asked: Asked, scope: Scope) -> Decision | None:
    return last_of(scope.shelf.machine.decisions(), asked.visitor.name)


def act(asked: Asked, fields: Fields) -> Response:
    """Take a decision, and go back to where it was taken."""
    taken = decide(asked, _order(asked, fields))
    back = inside(word(fields, "back") or "/review")
    return done(with_done(back, taken.decision.id))


def _order(asked: Asked, fields: Fields) -> Order:
    verb, things = verb_of(needed(fields, "verb")), words(fields, "things")
    values = _values(asked, things, fields) if verb == "edit" else ()
    return Order(
        verb=verb,
        thing=thing_of(word(fields, "thing") or "claim"),
        things=things,
        why=word(fields, "why"),
        values=values,
    )


def _values(asked: Asked, things: tuple[str, ...], fields: Fields) -> tuple[tuple[str, str], ...]:
    """Return what the form changes of a finding. Raises `NotFound`."""
    with asked.ground.store.shelf() as shelf:
        scope = Scope(shelf)
        found = next(iter(scope.shelf.claims(Wanted(ids=frozenset(things[:1])))), None)
        found = found or next(iter(shelf.claims(Wanted(ids=frozenset(things[:1])))), None)
    if found is None:
        raise NotFound("finding", things[0] if things else "")
    return changed(found.kind, found.finding, written_in(fields, found.kind))


def written_in(fields: Fields, kind: Kind) -> Mapping[str, tuple[str, ...]]:
    """Return the values of a form's fields of a finding: those of one that holds several stand one a line."""
    told = {}
    for field in fields_written(kind):
        written = fields.get(f"f.{field.name}")
        if isinstance(written, str):
            lines = written.splitlines() if field.many else [written]
            told[field.name] = tuple(line.strip() for line in lines if line.strip())
    return told


def with_done(back: str, decision: str) -> str:
    """Return an address with the id of what was decided, so that the page there can say it."""
    path, _, query = back.partition("?")

    return Links(path, QueryParams(query)).here(done=decision)


ROUTES = (
    page("/review", show, right="code"),
    page("/review/decided", show_decided, right="code"),
    form("/review/decide", act, right="code"),
)
