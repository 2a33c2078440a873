"""Who meets whom, as a picture and a table, and who speaks for which party."""

from __future__ import annotations

from typing import get_args

from starlette.responses import Response

from dragoman.hosting.asked import Asked
from dragoman.hosting.asking import text_of
from dragoman.terms.errors import SettingsError
from dragoman.views.network import Between, network
from dragoman.web.drawn import who_meets_whom
from dragoman.web.links import Links
from dragoman.web.rendering import render
from dragoman.web.routing import page


def show(asked: Asked) -> Response:
    """Show the ties that the meetings of some days make between parties, or between persons."""
    between = between_of(text_of(asked.query, "between"))
    with asked.scope() as scope:
        answer, horizon = network(scope, asked.question(), between=between), scope.horizon
    return render(
        asked,
        "network.html.j2",
        title="Who meets whom",
        horizon=horizon,
        answer=answer,
        chart=who_meets_whom(answer, Links(asked.path, asked.query)),
        names={node.id: node for node in answer.nodes},
        met={one.id: one for one in answer.meetings},
    )


def between_of(written: str | None) -> Between:
    """Return between whom ties are asked for. Raises `SettingsError`."""
    known: tuple[Between, ...] = get_args(Between)
    found = next((one for one in known if one == (written or "party")), None)
    if found is None:
        raise SettingsError("between", f"{written!r} is none of {', '.join(known)}")
    return found


ROUTES = (page("/network", show),)
