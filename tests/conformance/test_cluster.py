"""The PostgreSQL of the tests: ours alone, fresh for each test, without a network."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import psycopg
import pytest

from tests.postgres import Cluster, NoPostgres, find_binaries


def test_each_address_is_a_fresh_database(database_url: Callable[[str], str]) -> None:
    """What is put into one is not in the other; no port is opened; words are not sorted as bytes where ICU is built in."""
    first, second = database_url("case"), database_url("case")
    with psycopg.connect(first) as connection:
        connection.execute("create table kept (word text)")
        assert connection.execute("show listen_addresses").fetchall() == [("",)]
    with psycopg.connect(second) as connection:
        assert connection.execute("select count(*) from pg_tables where tablename = 'kept'").fetchone() == (0,)


@pytest.mark.slow
def test_servers_run_beside_each_other_and_leave_nothing(postgres: Cluster) -> None:
    """Two runs of the tests at once do not meet, and a server that is done has left no process and no file."""
    with Cluster() as other:
        url = other.database_url()
        folder = Path(url.partition("host=")[2])
        pid = int((folder / "data" / "postmaster.pid").read_text().splitlines()[0])
        assert postgres.database_url().partition("host=")[2] != str(folder)
    assert not folder.exists()
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


def test_a_machine_without_a_server_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """The reason of a skip names the package."""
    monkeypatch.setenv("PATH", "/nowhere")
    monkeypatch.setattr("tests.postgres.PLACES", ())
    with pytest.raises(NoPostgres, match="apt-get install postgresql"):
        find_binaries()
