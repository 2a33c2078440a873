"""Admin: members and tokens, backup, with what reports were read, the codebook."""

from __future__ import annotations

import tempfile
from pathlib import Path

from starlette.background import BackgroundTask
from starlette.responses import FileResponse, Response

from dragoman.desk.access import ALL, MEANS, RIGHTS, ROLES, Right, Role
from dragoman.desk.tokens import Issued
from dragoman.exports.codebook import chapters
from dragoman.hosting.asked import Asked
from dragoman.hosting.asking import text_of
from dragoman.resolving.codes import load_codebook
from dragoman.terms.errors import MemberError
from dragoman.web.rendering import render
from dragoman.web.routing import Fields, done, form, needed, page, word, words

READINGS = 1000
"""Reports that are looked at for the versions of their reading, those published last."""
ERRANDS = 10
"""Errands that are shown, the last first."""


def show(asked: Asked) -> Response:
    """Show what an administrator sees to."""
    return _shown(asked)


def _shown(asked: Asked, issued: Issued | None = None) -> Response:
    people = asked.ground.people
    return render(
        asked,
        "admin.html.j2",
        title="Admin",
        members=people.members.list(asked.visitor),
        tokens=people.tokens.list(asked.visitor),
        readings=asked.ground.store.readings(asked.bounds, latest=READINGS),
        looked=READINGS,
        errands=people.errands.recent(limit=ERRANDS),
        issued=issued,
        roles=ROLES,
        rights=[(role, [right for right in ALL if right in RIGHTS[role]]) for role in ROLES],
        means=MEANS,
        scopes=ALL,
        alone=asked.visitor.how == "loopback",
    )


def add_member(asked: Asked, fields: Fields) -> Response:
    """Add a member."""
    password = _password(fields)
    asked.ground.people.members.add(
        asked.visitor, needed(fields, "name"), role=role_of(needed(fields, "role")), password=password
    )
    return done("/admin")


def change_member(asked: Asked, fields: Fields) -> Response:
    """Give a member another role or password, let one in or no more."""
    members, name = asked.ground.people.members, needed(fields, "name")
    match needed(fields, "what"):
        case "role":
            members.set_role(asked.visitor, name, role_of(needed(fields, "role")))
        case "password":
            members.set_password(asked.visitor, name, _password(fields))
        case "disable":
            members.disable(asked.visitor, name)
        case "enable":
            members.enable(asked.visitor, name)
        case other:
            raise MemberError("change a member", f"nothing is called {other!r}")
    return done("/admin")


def _password(fields: Fields) -> str:
    given = fields.get("password")
    return given if isinstance(given, str) else ""


def role_of(name: str) -> Role:
    """Return the role that a word names. Raises `MemberError`."""
    found: Role | None = next((role for role in ROLES if role == name), None)
    if found is None:
        raise MemberError("give a role", f"a role is one of {', '.join(ROLES)}")
    return found


def add_token(asked: Asked, fields: Fields) -> Response:
    """Make a token, and show its secret this once."""
    return _shown(asked, issued_by(asked, needed(fields, "member"), fields))


def issued_by(asked: Asked, member: str, fields: Fields) -> Issued:
    """Return a new token as a form describes it."""
    written = word(fields, "days")
    scopes: list[Right] = [right for right in ALL if right in words(fields, "scope")]
    days = int(written) if written is not None and written.isdecimal() and len(written) < 6 else None
    if written is not None and days is None:
        raise MemberError("make a token", f"{written!r} is no number of days")
    return asked.ground.people.tokens.add(
        asked.visitor, member, scopes=scopes, name=word(fields, "label") or "", days=days
    )


def revoke_token(asked: Asked, fields: Fields) -> Response:
    """Make a token worth nothing."""
    asked.ground.people.tokens.revoke(asked.visitor, needed(fields, "id"))
    return done("/admin")


def backup(asked: Asked, _fields: Fields) -> Response:
    """Hand out the whole record as one file."""
    folder = tempfile.TemporaryDirectory(prefix="dragoman-")
    path = Path(folder.name) / f"{asked.ground.now()[:10]}.backup"
    asked.ground.store.backup(path)
    asked.note("backup")
    name = f"{asked.ground.name}-{path.name}"
    return FileResponse(
        path, filename=name, media_type="application/octet-stream", background=BackgroundTask(folder.cleanup)
    )


def audit(asked: Asked) -> Response:
    """Show who did what."""
    question = asked.question()
    answer = asked.ground.people.deeds(
        asked.visitor,
        limit=question.limit,
        after=question.after,
        member=text_of(asked.query, "member"),
        what=text_of(asked.query, "what"),
    )
    return render(asked, "audit.html.j2", title="Audit", answer=answer)


def codebook(asked: Asked) -> Response:
    """Show the codebook with which reports are read."""
    book = load_codebook(asked.ground.settings.codebook)
    return render(asked, "codebook.html.j2", title="Codebook", chapters=chapters(book), matters=book.words)


ROUTES = (
    page("/admin", show, right="admin"),
    page("/admin/audit", audit, right="admin"),
    page("/codebook", codebook),
    form("/admin/members", add_member, right="admin"),
    form("/admin/member", change_member, right="admin"),
    form("/admin/tokens", add_token, right="admin"),
    form("/admin/token", revoke_token, right="admin"),
    form("/admin/backup", backup, right="admin"),
)
