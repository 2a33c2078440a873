"""Members: added, given a role and a password, let in and out. Each change is noted in the audit with who made it.

Law: there is always an administrator who may log in, once there was one.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, replace
from difflib import get_close_matches

from dragoman.desk.access import ROLES, Visitor, require
from dragoman.desk.logins import LogIns, folded
from dragoman.store.people.people import Book, PeopleStore
from dragoman.terms.errors import Forbidden, MemberError, NotFound
from dragoman.terms.people import Audited, Membership, Role

LONGEST = 64
"""Characters that a name has at most."""


@dataclass(frozen=True, slots=True)
class Change:
    """What is to change of a member; what is None stays."""

    role: Role | None = None
    password: str | None = None
    disabled: bool | None = None


class Memberships:
    """The members of a case."""

    def __init__(self, store: PeopleStore, now: Callable[[], str], logins: LogIns) -> None:
        self._store = store
        self._now = now
        self._logins = logins

    def list(self, visitor: Visitor) -> tuple[Membership, ...]:
        """Return all members by name, those who are disabled too. Raises `Forbidden`."""
        require(visitor, "admin")
        with self._store.reading() as book:
            return book.roll.all()

    def get(self, name: str) -> Membership:
        """Return a member. Raises `NotFound`."""
        with self._store.reading() as book:
            return found(book, name)

    def add(self, visitor: Visitor, name: str, *, role: Role, password: str) -> Membership:
        """Add a member. Raises `MemberError` where the name is taken or no name, or the password is too short."""
        verb = f"add {name!r}"
        require(visitor, "admin")
        member = Membership(_named(name, verb), _role(role, verb), self._now())
        held = self._logins.passwords.hashed(password, verb)
        with self._store.changing() as book:
            if (there := book.roll.find(folded(name))) is not None:
                raise MemberError(verb, f"there is a member {there.name!r}")
            book.roll.add(member, folded=folded(name), held=held)
            book.trail.add(self._deed(visitor, "add member", member.name, member.role))
        return member

    def change(self, visitor: Visitor, name: str, wanted: Change) -> Membership:
        """Change what is wanted of a member, all of it or nothing. Raises `Forbidden`, `NotFound`, or `MemberError` for the last administrator."""
        require(visitor, "admin")
        held = self._held(name, wanted)
        with self._store.changing() as book:
            member = found(book, name)
            if wanted.role is not None:
                member = self._rank(book, visitor, member, wanted.role)
            if held is not None:
                self._renew(book, visitor, member, held)
            if wanted.disabled is not None:
                member = (self._shut if wanted.disabled else self._open)(book, visitor, member)
        return member

    def _held(self, name: str, wanted: Change) -> str | None:
        """Return the wanted password as it is kept, made before anything is changed; raises what is wrong with the words of the change."""
        if wanted.role is not None:
            _role(wanted.role, f"make {name!r} a {wanted.role}")
        if wanted.password is None:
            return None
        return self._logins.passwords.hashed(wanted.password, f"change the password of {name!r}")

    def set_role(self, visitor: Visitor, name: str, role: Role) -> Membership:
        """Give a member another role. Raises as `change` does."""
        return self.change(visitor, name, Change(role=role))

    def set_password(self, visitor: Visitor, name: str, password: str) -> Membership:
        """Give a member another password; all sessions of the member end. Raises as `change` does."""
        return self.change(visitor, name, Change(password=password))

    def disable(self, visitor: Visitor, name: str) -> Membership:
        """Let a member in no more: sessions end, tokens let nobody in. Raises as `change` does."""
        return self.change(visitor, name, Change(disabled=True))

    def enable(self, visitor: Visitor, name: str) -> Membership:
        """Let a member in again, with tokens that have not run out. Raises as `change` does."""
        return self.change(visitor, name, Change(disabled=False))

    def change_own_password(self, visitor: Visitor, old: str, new: str) -> None:
        """Change one's own password, which the old one proves; all one's sessions end.

        Raises `Forbidden` where somebody did not come with a password, `LoginRefused`, `Throttled` or `MemberError`.
        """
        if visitor.how != "session":
            raise Forbidden("change a password", "only a member who signed in with the old one can")
        held = self._logins.passwords.hashed(new, "change the password")
        member = self._logins.proven(visitor.name, old, visitor.address or "")
        with self._store.changing() as book:
            self._renew(book, visitor, member, held)

    def _rank(self, book: Book, visitor: Visitor, member: Membership, role: Role) -> Membership:
        if role != "admin":
            _keep_an_admin(book, member, f"make {member.name!r} a {role}")
        book.roll.change(member.name, role=role)
        book.trail.add(self._deed(visitor, "change role", member.name, f"{member.role} -> {role}"))
        return replace(member, role=role)

    def _shut(self, book: Book, visitor: Visitor, member: Membership) -> Membership:
        if member.disabled is not None:
            return member
        _keep_an_admin(book, member, f"disable {member.name!r}")
        moment = self._now()
        book.roll.change(member.name, disabled=moment)
        book.sessions.close_all(member.name)
        book.trail.add(self._deed(visitor, "disable member", member.name))
        return replace(member, disabled=moment)

    def _open(self, book: Book, visitor: Visitor, member: Membership) -> Membership:
        if member.disabled is None:
            return member
        book.roll.change(member.name, disabled=None)
        book.trail.add(self._deed(visitor, "enable member", member.name))
        return replace(member, disabled=None)

    def _renew(self, book: Book, visitor: Visitor, member: Membership, held: str) -> None:
        book.roll.change(member.name, password=held)
        book.sessions.close_all(member.name)
        book.trail.add(self._deed(visitor, "change password", member.name))

    def _deed(self, visitor: Visitor, what: str, thing: str, detail: str | None = None) -> Audited:
        return Audited(0, visitor.name, visitor.how, self._now(), what, thing, visitor.address, detail)


def found(book: Book, name: str) -> Membership:
    """Return a member. Raises `NotFound`, with names like it."""
    member = book.roll.find(folded(name))
    if member is None:
        near = get_close_matches(name, [one.name for one in book.roll.all()])
        raise NotFound("member", name, tuple(near), "in this case")
    return member


def _keep_an_admin(book: Book, member: Membership, verb: str) -> None:
    """Raise `MemberError` where a member is the last one who may change members."""
    if member.role == "admin" and member.disabled is None and book.roll.active("admin") == 1:
        raise MemberError(verb, f"{member.name} is the last admin; make somebody else an admin first")


def _named(name: str, verb: str) -> str:
    written = unicodedata.normalize("NFC", name)
    if not folded(written) or written != written.strip() or len(written) > LONGEST or not written.isprintable():
        raise MemberError(verb, f"a name has 1 to {LONGEST} characters that can be seen, and no space before or after")
    return written


def _role(role: Role, verb: str) -> Role:
    if role not in ROLES:
        raise MemberError(verb, f"a role is one of {', '.join(ROLES)}")
    return role
