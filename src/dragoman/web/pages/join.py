"""Merge and split: what would become of actors, proposals or meetings, before it is decided."""

from __future__ import annotations

from starlette.responses import Response

from dragoman.desk.drafts import Drafts
from dragoman.hosting.asked import Asked
from dragoman.hosting.asking import many_of, text_of
from dragoman.hosting.deciding import Order, drafted, thing_of
from dragoman.record.decisions import Verb
from dragoman.terms.errors import DecisionError, DragomanError, NotFound
from dragoman.views.preview import Preview, preview
from dragoman.views.scope import Scope
from dragoman.web.rendering import render
from dragoman.web.routing import page

VERBS: tuple[Verb, ...] = ("merge", "split")
THINGS = ("actor", "proposal", "meeting")


def show(asked: Asked) -> Response:
    """Show what is asked for, and what it would change; what cannot be decided so is said above the form."""
    order = order_of(asked)
    with asked.ground.store.shelf() as shelf:
        scope = Scope(shelf)
        found, problem, near = _previewed(asked, scope, order)
        return render(
            asked,
            "join.html.j2",
            title="Merge and split",
            horizon=scope.horizon,
            order=order,
            found=found,
            problem=problem,
            near=near,
            verbs=VERBS,
            kinds=THINGS,
            may_join=asked.may("adjudicate"),
        )


def order_of(asked: Asked) -> Order:
    """Return what the address asks to be decided. Raises `DecisionError`."""
    name = text_of(asked.query, "verb") or "merge"
    verb = next((verb for verb in VERBS if verb == name), None)
    if verb is None:
        raise DecisionError(name, f"say one of {', '.join(VERBS)}")
    return Order(
        verb=verb, thing=thing_of(text_of(asked.query, "thing") or "actor"), things=many_of(asked.query, "things")
    )


def _previewed(asked: Asked, scope: Scope, order: Order) -> tuple[Preview | None, str, tuple[str, ...]]:
    """Return what an order would change, or why it cannot be taken, with names that may have been meant."""
    if not order.things:
        return None, "", ()
    try:
        draft = drafted(Drafts(scope.shelf.machine, asked.visitor.name, asked.ground.now), order)
        return preview(scope, asked.question(), draft=draft), "", ()
    except DragomanError as error:
        return None, str(error), error.near if isinstance(error, NotFound) else ()


ROUTES = (page("/review/join", show, right="code"),)
