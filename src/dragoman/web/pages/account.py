"""What a member sees to: the own password, the own tokens."""

from __future__ import annotations

from starlette.responses import Response

from dragoman.desk.access import ALL, MEANS
from dragoman.desk.tokens import Issued
from dragoman.hosting.asked import Asked
from dragoman.web.pages.admin import issued_by
from dragoman.web.rendering import render
from dragoman.web.routing import Fields, done, form, needed, page


def show(asked: Asked) -> Response:
    """Show the account of who looks."""
    return _shown(asked)


def _shown(asked: Asked, issued: Issued | None = None) -> Response:
    own = asked.visitor.how == "session"
    return render(
        asked,
        "account.html.j2",
        title="Account",
        own=own,
        role=asked.visitor.role,
        tokens=asked.ground.people.tokens.list(asked.visitor, asked.visitor.name) if own else (),
        issued=issued,
        scopes=[right for right in ALL if asked.may(right)],
        means=MEANS,
    )


def change_password(asked: Asked, fields: Fields) -> Response:
    """Change the own password; then one signs in anew."""
    old, new = fields.get("old"), fields.get("new")
    asked.ground.people.members.change_own_password(
        asked.visitor, old if isinstance(old, str) else "", new if isinstance(new, str) else ""
    )
    return done("/login")


def add_token(asked: Asked, fields: Fields) -> Response:
    """Make a token of one's own, and show its secret this once."""
    return _shown(asked, issued_by(asked, asked.visitor.name, fields))


def revoke_token(asked: Asked, fields: Fields) -> Response:
    """Make a token of one's own worth nothing."""
    asked.ground.people.tokens.revoke(asked.visitor, needed(fields, "id"))
    return done("/account")


ROUTES = (
    page("/account", show),
    form("/account/password", change_password, right="read"),
    form("/account/tokens", add_token, right="read"),
    form("/account/token", revoke_token, right="read"),
)
