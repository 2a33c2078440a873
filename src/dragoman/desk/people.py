"""Who is here: log-in, sessions, tokens, visits and the audit of a case.

Law: what is kept of a cookie or a token is a hash; whoever was disabled is nobody from the next request on.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

from argon2 import PasswordHasher

from dragoman.desk.access import RIGHTS, Visitor, require
from dragoman.desk.codings import Codings
from dragoman.desk.errands import ErrandLog
from dragoman.desk.logins import LogIns
from dragoman.desk.membership import Memberships
from dragoman.desk.moments import DAY, HOUR, MINUTE, later, seconds_between
from dragoman.desk.secrecy import Passwords, digest, made
from dragoman.desk.tokens import TOKEN, Tokens
from dragoman.store.people.people import PeopleStore
from dragoman.store.people.sessions import Session
from dragoman.terms.errors import LoginRefused, StoreError
from dragoman.terms.people import Audit, Audited, Membership
from dragoman.views.cursor import number_of

IDLE = 12 * HOUR
"""Seconds after its last use that a session runs out."""
WHOLE = 7 * DAY
"""Seconds after which a session runs out, however much it is used."""
PAUSE = 30 * MINUTE
"""Seconds without a page after which a visit is over."""
_SELDOM = 5 * MINUTE
"""Seconds between two writings of what was used last: a page should not have to write."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A session that was opened: the cookie (shown this once), what its forms carry, and who it is."""

    cookie: str
    csrf: str
    visitor: Visitor


class People:
    """Those who work with a case: `members`, `tokens`, `codings` and `errands` are doors of their own."""

    def __init__(self, store: PeopleStore, now: Callable[[], str], hasher: PasswordHasher | None = None) -> None:
        self._store = store
        self._now = now
        self._logins = LogIns(store, now, Passwords(hasher))
        self.members = Memberships(store, now, self._logins)
        self.tokens = Tokens(store, now)
        self.codings = Codings(store, now)
        self.errands = ErrandLog(store, now)

    def any(self) -> bool:
        """Say whether there is a member who may log in."""
        with self._store.reading() as book:
            return book.roll.any()

    def log_in(self, name: str, password: str, address: str) -> Opened:
        """Open a session. Raises `LoginRefused`, or `Throttled` where too many have failed."""
        member = self._logins.proven(name, password, address)
        moment, cookie, csrf = self._now(), made(), made()
        session = Session(digest(cookie), member.name, csrf, moment, moment, later(moment, IDLE))
        with self._store.changing() as book:
            here = book.roll.get(member.name)
            if here is not None and here.disabled is None:
                book.sessions.clear(moment)
                book.sessions.open(session)
                book.trail.add(Audited(0, here.name, "session", moment, "log in", here.name, address or None))
        if here is None or here.disabled is not None:
            raise LoginRefused
        return Opened(cookie, csrf, _known(here, address))

    def visitor_of_session(self, cookie: str, address: str | None = None) -> tuple[Visitor, str] | None:
        """Return whose cookie it is, and what the forms carry; None where the session has run out or is nobody's."""
        moment = self._now()
        with self._store.reading() as book:
            session = book.sessions.find(digest(cookie))
            member = None if session is None else book.roll.get(session.member)
        if session is None or member is None or member.disabled is not None or session.expires <= moment:
            return None
        if seconds_between(session.seen, moment) >= _SELDOM:
            until = min(later(moment, IDLE), later(session.opened, WHOLE))
            with suppress(StoreError), self._store.changing() as book:  # a page is shown all the same
                book.sessions.extend(session.cookie, seen=moment, expires=until)
        return _known(member, address), session.csrf

    def log_out(self, cookie: str, address: str | None = None) -> None:
        """End a session, if there is one."""
        with self._store.changing() as book:
            if (session := book.sessions.find(digest(cookie))) is not None:
                book.sessions.close(session.cookie)
                name = session.member
                book.trail.add(Audited(0, name, "session", self._now(), "log out", name, address or None))

    def visitor_of_token(self, token: str, address: str | None = None) -> Visitor | None:
        """Return who shows a token, with no more rights than it and its owner have; None where it lets nobody in."""
        moment = self._now()
        if not token.startswith(TOKEN):
            return None
        with self._store.reading() as book:
            found = book.keyring.find(digest(token))
            member = None if found is None else book.roll.get(found.member)
        if found is None or member is None or member.disabled is not None or found.revoked is not None:
            return None
        if found.expires is not None and found.expires <= moment:
            return None
        if found.used is None or seconds_between(found.used, moment) >= _SELDOM:
            with suppress(StoreError), self._store.changing() as book:  # as above
                book.keyring.use(found.id, moment)
        rights = RIGHTS.get(member.role, frozenset()).intersection(found.scopes)
        return Visitor(member.name, member.role, rights, "token", found.id, address)

    def last_visit(self, name: str) -> str | None:
        """Return when the visit before the present one ended; None where there was none."""
        moment = self._now()
        with self._store.reading() as book:
            visits = book.visits.last(name)
        ended = [seen for number, (_, seen) in enumerate(visits) if number or seconds_between(seen, moment) >= PAUSE]
        return ended[0] if ended else None

    def note_visit(self, name: str) -> None:
        """Note that somebody looks at a page. A record that cannot be written is still shown."""
        moment = self._now()
        with self._store.reading() as book:
            visits = book.visits.last(name)
        if visits and seconds_between(visits[0][1], moment) < MINUTE:
            return
        with suppress(StoreError), self._store.changing() as book:
            visits = book.visits.last(name)
            if visits and seconds_between(visits[0][1], moment) < PAUSE:
                book.visits.extend(name, visits[0][0], moment)
            else:
                book.visits.begin(name, moment)

    def note_deed(
        self,
        visitor: Visitor,
        what: str,
        thing: str | None = None,
        address: str | None = None,
        detail: str | None = None,
    ) -> None:
        """Write into the audit what somebody did, to what."""
        where = address or visitor.address or None
        deed = Audited(0, visitor.name, visitor.how, self._now(), what, thing or None, where, detail or None)
        with self._store.changing() as book:
            book.trail.add(deed)

    def deeds(
        self, visitor: Visitor, *, limit: int = 50, after: str = "", member: str | None = None, what: str | None = None
    ) -> Audit:
        """Return a page of the audit, the last first; of one person, or of one kind. `after` is the cursor of a page. Raises `NotFound`."""
        require(visitor, "admin")
        before = number_of(after)
        with self._store.reading() as book:
            found = book.trail.page(limit + 1, before, member=member, what=what)
            total = book.trail.count(member=member, what=what)
        more = len(found) > limit
        return Audit(found[:limit], total, str(found[limit - 1].id) if more else None)


def _known(member: Membership, address: str | None) -> Visitor:
    """Return a member as a visitor; a role that nobody knows has no rights."""
    rights = RIGHTS.get(member.role, frozenset())
    return Visitor(member.name, member.role, rights, "session", address=address or None)
