"""Who sends a request: the one user of a desk of one's own, a member with a session, a program with a token.

Law: what changes something is taken only from a page of this desk (a browser says where a request comes from, and forms carry a
secret), or from a program that shows a token.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast
from urllib.parse import urlsplit

from starlette.requests import Request

from dragoman.desk.access import Visitor, local, same
from dragoman.hosting.ground import Ground
from dragoman.terms.errors import Forbidden, LoginNeeded

COOKIE = "dragoman"
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


@dataclass(frozen=True, slots=True)
class Sender:
    """A visitor, and the secret that the visitor's forms carry ("" for a program with a token)."""

    visitor: Visitor
    csrf: str


def ground_of(request: Request) -> Ground:
    """Return what is served."""
    return cast("Ground", request.app.state.ground)


def visitor_of(request: Request, ground: Ground) -> Sender:
    """Return who sends a request. Raises `LoginNeeded` where nobody is known by it."""
    address = address_of(request)
    kind, _, token = request.headers.get("authorization", "").partition(" ")
    if kind.lower() == "bearer":
        visitor = ground.people.visitor_of_token(token.strip(), address)
        if visitor is None:
            raise LoginNeeded("the token is not known, has run out or was taken back")
        return Sender(visitor, "")
    if ground.lone is not None and not ground.people.any():
        return Sender(local(ground.lone, address), ground.key)
    cookie = request.cookies.get(COOKIE)
    found = ground.people.visitor_of_session(cookie, address) if cookie else None
    if found is None:
        raise LoginNeeded("sign in first")
    return Sender(*found)


def check_sender(request: Request, who: Sender) -> None:
    """Check that what changes something was sent from here. Raises `Forbidden`.

    A page's form is checked for its secret where it is read (`check_secret`); a program without a token may write only on a desk
    of one's own, where it must not be a browser on another's page.
    """
    if request.method in SAFE or who.visitor.how == "token":
        return
    if not is_from_here(request):
        raise Forbidden("write", "the request comes from another site")
    if who.visitor.how == "session" and request.url.path.startswith("/api/"):
        check_secret(request.headers.get("x-csrf-token", ""), who.csrf)


def is_from_here(request: Request) -> bool:
    """Say whether a browser sends this from one of our own pages; who is no browser says nothing of it."""
    if request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        return False
    origin = request.headers.get("origin")
    try:
        return origin is None or urlsplit(origin).netloc == request.headers.get("host", "")
    except ValueError:
        return False


def check_secret(given: str, csrf: str) -> None:
    """Check the secret of a form. Raises `Forbidden`."""
    if not csrf or not same(given, csrf):
        raise Forbidden("write", "the form is too old or not from this desk; load the page again")


def address_of(request: Request) -> str:
    """Return the address that a request comes from, for throttling and the audit."""
    return request.client.host if request.client is not None else ""
