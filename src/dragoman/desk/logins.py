"""Names and passwords -> members, and not too often: who guesses is made to wait.

Law: an attempt is written down before the password is looked at, so that many at the same time count as many; whether a name
is anybody's can be told neither from the answer nor from the time that it takes.
"""

from __future__ import annotations

import ipaddress
import unicodedata
from collections.abc import Callable
from typing import Never

from dragoman.desk.moments import MINUTE, later, seconds_between
from dragoman.desk.secrecy import Passwords, digest
from dragoman.store.people.people import Book, PeopleStore
from dragoman.terms.errors import LoginRefused, Throttled
from dragoman.terms.people import Audited, Membership

WINDOW = 15 * MINUTE
OF_NAME = 5
OF_ADDRESS = 20
"""Failed log-ins under a name, and from an address, after which the next is heard only when the window has passed."""
LONGEST = 256
"""Characters of a name that are looked at, more than any has: how long it takes to fold a word grows with the square of its length."""
_LINE = 64
"""Bits of an IPv6 address that stand for one line; whoever has it has all addresses behind them."""


class LogIns:
    """Recognises members by their passwords."""

    def __init__(self, store: PeopleStore, now: Callable[[], str], passwords: Passwords) -> None:
        self._store = store
        self._now = now
        self.passwords = passwords

    def proven(self, name: str, password: str, address: str) -> Membership:
        """Return the member who has this name and this password. Raises `LoginRefused` or `Throttled`."""
        number, member, held = self._attempt(name, address)
        if not self.passwords.fits(held, password) or member is None or held is None:
            self._refuse(member, address)
        stale = self.passwords.is_stale(held)
        renewed = self.passwords.hashed(password, "log in") if stale else held
        with self._store.changing() as book:
            # Somebody may have been disabled, or have got another password, while this one was looked at.
            unchanged = book.roll.get(member.name) == member and book.roll.password(member.name) == held
            if unchanged:
                book.attempts.forgive(number, _who(name))
                if stale:
                    book.roll.change(member.name, password=renewed)
        if not unchanged:
            self._refuse(member, address)
        return member

    def _attempt(self, name: str, address: str) -> tuple[int, Membership | None, str | None]:
        """Write an attempt down; return its number, whose it is, and what is kept of the password of one who may log in."""
        moment, who, line = self._now(), _who(name), line_of(address)
        with self._store.changing() as book:
            wait = _wait(book, who, line, moment)
            if not wait:
                book.attempts.clear(later(moment, -WINDOW))
                number = book.attempts.add(who, line, moment)
                member = book.roll.find(folded(name))
                active = member is not None and member.disabled is None
                held = book.roll.password(member.name) if active and member is not None else None
        if wait:
            raise Throttled(wait)
        return number, member, held

    def _refuse(self, member: Membership | None, address: str) -> Never:
        """Note a log-in that failed; the names of nobody are not noted: some are passwords."""
        name = None if member is None else member.name
        with self._store.changing() as book:
            book.trail.add(Audited(0, name, "session", self._now(), "log-in refused", name, address or None))
        raise LoginRefused


def folded(name: str) -> str:
    """Return a name as names are compared: without regard to capitals and the width of letters."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name[:LONGEST]).casefold()).strip()


def line_of(address: str) -> str:
    """Return what attempts from an address are counted by: the address, of IPv6 the line that has it."""
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return address[:LONGEST]
    if isinstance(found, ipaddress.IPv4Address):
        return str(found)
    if found.ipv4_mapped is not None:
        return str(found.ipv4_mapped)
    return str(ipaddress.IPv6Network((int(found), _LINE), strict=False))


def _who(name: str) -> str:
    return digest(folded(name))


def _wait(book: Book, who: str, line: str, moment: str) -> int:
    """Return how many seconds the next attempt has to wait; 0 where it need not."""
    since = later(moment, -WINDOW)
    waits = [0]
    for tried, most in ((book.attempts.of_name(who), OF_NAME), (book.attempts.of_address(line), OF_ADDRESS)):
        counted = [one for one in tried if one > since]
        if len(counted) >= most:
            waits.append(seconds_between(moment, later(counted[-most], WINDOW)))
    return max(waits)
