"""Secrets: made by the system, kept only as what they can be recognised by.

A cookie and a token are long and random, so a plain SHA-256 gives nothing away. A password is short and chosen by a person, so it
is kept as argon2 makes it, which costs who guesses time and memory for each guess.
"""

from __future__ import annotations

import hashlib
import secrets
import threading
import unicodedata

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from dragoman.terms.errors import MemberError

SHORTEST = 12
"""Characters that a password has at least."""
LONGEST = 1000
_AT_ONCE = 2
"""Passwords that are looked at at the same time: each takes tens of megabytes for tens of milliseconds."""


def made(prefix: str = "") -> str:
    """Return a new secret of 256 random bits, which can stand in a cookie, a header or a form."""
    return prefix + secrets.token_urlsafe(32)


def new_id(prefix: str) -> str:
    """Return a new id, which is no secret."""
    return prefix + secrets.token_hex(8)


def digest(secret: str) -> str:
    """Return what a secret is recognised by."""
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()


class Passwords:
    """Makes and recognises what is kept of passwords."""

    def __init__(self, hasher: PasswordHasher | None = None) -> None:
        self._hasher = hasher or PasswordHasher()
        self._gate = threading.BoundedSemaphore(_AT_ONCE)
        self._nobody: str | None = None

    def hashed(self, password: str, verb: str) -> str:
        """Return what is kept of a new password. Raises `MemberError` where it is too short or too long."""
        if not SHORTEST <= len(password) <= LONGEST:
            raise MemberError(verb, f"a password has at least {SHORTEST} characters, and at most {LONGEST}")
        with self._gate:
            return self._hasher.hash(_bytes(password))

    def fits(self, held: str | None, password: str) -> bool:
        """Say whether a password is the one that is kept. It takes as long where there is none (None) as where it is wrong."""
        with self._gate:
            decoy = self._decoy()
            usable = held is not None and len(password) <= LONGEST
            try:
                self._hasher.verify(decoy if held is None else held, _bytes(password[:LONGEST]))
            except (VerificationError, InvalidHashError):
                return False
        return usable

    def is_stale(self, held: str) -> bool:
        """Say whether a password was kept in a way that is not the present one."""
        return self._hasher.check_needs_rehash(held)

    def _decoy(self) -> str:
        """Return what is looked at where a name is nobody's."""
        if self._nobody is None:
            self._nobody = self._hasher.hash(secrets.token_bytes(32))
        return self._nobody


def _bytes(password: str) -> bytes:
    """Return a password as it is hashed: the same for all ways in which keyboards write a letter."""
    return unicodedata.normalize("NFKC", password).encode("utf-8", "surrogatepass")
