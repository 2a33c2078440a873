"""A PostgreSQL of our own for tests and benchmarks: made in a temporary folder, reached by a unix socket, gone at the end."""

from __future__ import annotations

import contextlib
import itertools
import os
import pwd
import re
import shutil
import subprocess
import tempfile
import time
from pathlib import Path
from types import TracebackType
from typing import Any, Self

PLACES = "/usr/lib/postgresql/*/bin", "/usr/pgsql-*/bin", "/usr/local/pgsql/bin", "/usr/local/bin"
NEEDED = "initdb", "postgres"
PATIENCE = 60.0
"""Seconds within which the server must answer."""

# What a test does not need: to outlive a loss of power.
SETTINGS = {
    "listen_addresses": "",
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "shared_buffers": "64MB",
    "max_connections": "40",
    "log_min_messages": "fatal",
}
# The shell stops the server and clears up when its standard input is closed: also when we are killed and can do it no more.
WATCH = """
exec 3<&0
"$1/postgres" -D "$2/data" -k "$2" $3 </dev/null 3<&- & server=$!
( read -r _ <&3; kill -INT $server ) 2>/dev/null &
wait $server && cd / && rm -rf "$2"
"""


class NoPostgres(Exception):
    """There is no PostgreSQL server on this machine."""


def find_binaries() -> Path:
    """Return the folder of the newest server found. Raises `NoPostgres`."""
    on_path = [Path(found).resolve().parent for found in [shutil.which("initdb")] if found]
    others = [folder for pattern in PLACES for folder in Path("/").glob(pattern.removeprefix("/"))]
    whole = [folder for folder in (*on_path, *others) if all((folder / name).exists() for name in NEEDED)]
    if not whole:
        raise NoPostgres("no PostgreSQL server on this machine (on Debian: apt-get install postgresql)")
    return max(whole, key=lambda folder: [int(n) for n in re.findall(r"\d+", str(folder))])


def unprivileged() -> dict[str, Any]:
    """Return what `subprocess` needs to run as somebody who is not root; nothing where we are not root."""
    if os.geteuid() != 0:
        return {}
    for name in ("postgres", "nobody"):
        with contextlib.suppress(KeyError):
            who = pwd.getpwnam(name)
            return {"user": who.pw_uid, "group": who.pw_gid, "extra_groups": []}
    raise NoPostgres("PostgreSQL does not run as root, and this machine has no user postgres or nobody")


class Cluster:
    """A server with as many databases as are asked for. Use it with `with`; any number may run at the same time."""

    def __init__(self, **settings: str) -> None:
        self._bin = find_binaries()
        self._settings = SETTINGS | settings
        self._count = itertools.count(1)

    def __enter__(self) -> Self:
        who = unprivileged()
        # not below pytest's own folder: the path of a socket must be short
        self._folder = Path(tempfile.mkdtemp(prefix="drg-pg-", dir="/tmp"))
        if who:
            os.chown(self._folder, who["user"], who["group"])
        try:
            self._make(who)
            self._start(who)
        except BaseException:
            self.__exit__(None, None, None)
            raise
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        shell: subprocess.Popen[bytes] | None = getattr(self, "_shell", None)
        if shell is not None:
            assert shell.stdin is not None
            with contextlib.suppress(OSError):
                shell.stdin.close()
            shell.wait(PATIENCE)
        shutil.rmtree(self._folder, ignore_errors=True)

    def _make(self, who: dict[str, Any]) -> None:
        how = ["-U", "dragoman", "--auth=trust", "--no-sync", "--no-instructions", "--encoding=UTF8", "--locale=C"]
        words: list[str | Path] = [self._bin / "initdb", "-D", self._folder / "data", *how]
        done: subprocess.CompletedProcess[bytes] = subprocess.run(
            words, cwd=self._folder, capture_output=True, check=False, **who
        )
        if done.returncode:
            raise RuntimeError(f"initdb failed: {done.stderr.decode(errors='replace')}")

    def _start(self, who: dict[str, Any]) -> None:
        options = " ".join(f"-c{name}={value}" for name, value in self._settings.items())
        log = (self._folder / "log").open("wb")
        with log:
            self._shell = subprocess.Popen(
                ["/bin/sh", "-c", WATCH, "sh", self._bin, self._folder, options],
                cwd=self._folder,
                stdin=subprocess.PIPE,
                stdout=log,
                stderr=log,
                start_new_session=True,  # an interrupt at the keyboard is ours alone
                **who,
            )
        until = time.monotonic() + PATIENCE
        while not self._answers():
            if time.monotonic() > until or self._shell.poll() is not None:
                raise RuntimeError(f"PostgreSQL does not start: {(self._folder / 'log').read_text(errors='replace')}")
            time.sleep(0.05)

    def _answers(self) -> bool:
        import psycopg

        with contextlib.suppress(psycopg.OperationalError), psycopg.connect(self._words("postgres")):
            return True
        return False

    def _words(self, name: str) -> str:
        return f"host={self._folder} user=dragoman dbname={name}"

    def database_url(self, name: str = "case") -> str:
        """Return the address of a fresh, empty database.

        Where the server can, it sorts words as people do, not as bytes: nothing we answer may hang on it.
        """
        import psycopg

        called = f"{re.sub(r'[^a-z0-9]+', '_', name.lower())[:40]}_{next(self._count)}"
        with psycopg.connect(self._words("postgres"), autocommit=True) as connection:
            try:
                connection.execute(
                    f'create database "{called}" template template0 locale_provider icu icu_locale "en-US"'.encode()
                )
            except psycopg.Error:
                connection.execute(f'create database "{called}" template template0'.encode())
        return f"postgresql://dragoman@/{called}?host={self._folder}"

    def clear(self, url: str) -> None:
        """Remove a database, also where somebody still holds a connection to it."""
        import psycopg

        called = url.partition("?")[0].rpartition("/")[2]
        with psycopg.connect(self._words("postgres"), autocommit=True) as connection:
            connection.execute(f'drop database if exists "{called}" with (force)'.encode())
