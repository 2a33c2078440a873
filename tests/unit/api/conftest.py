"""The API in process: the sample case behind a client, for who works on the machine itself and for members with tokens."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from argon2 import PasswordHasher
from starlette.testclient import TestClient

from dragoman.assembly import Reader, read_many
from dragoman.desk.access import RIGHTS, Role, local
from dragoman.desk.people import People
from dragoman.desk.take_in import Provenance
from dragoman.hosting.errands import Errands
from dragoman.hosting.ground import Ground
from dragoman.hosting.labour import Stopped, Workshop, do
from dragoman.record.filing import Filing, file_report
from dragoman.samples import sample_paths
from dragoman.serving import make_desk, make_ground
from dragoman.settings import Settings
from dragoman.sources.draft import Options
from dragoman.sources.take import take
from dragoman.store.opening import create
from dragoman.store.store import Store
from dragoman.terms.report import Report

NOW = "2026-04-22T09:00:00.000000+00:00"
HASHER = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)


@dataclass
class Inline:
    """Does errands where it is, instead of in a process of its own."""

    workshop: Workshop

    def do(self, key: str, stopped: threading.Event) -> str | None:
        """Do an errand; return None where the desk closes."""
        try:
            do(self.workshop, key, stopped.is_set)
        except Stopped:
            return None
        return ""

    def let_go(self) -> None:
        """Do nothing: there is no process."""


@dataclass(frozen=True)
class Served:
    """A served case."""

    client: TestClient
    ground: Ground

    def get(self, path: str, status: int = 200, /, **asked: Any) -> Any:
        """Return what an operation answers, as plain values."""
        answer = self.client.get(f"/api/v1{path}", params=asked)
        assert answer.status_code == status, answer.text
        return answer.json()

    def post(self, path: str, body: Any, status: int = 201, /, *, key: str | None = None, **headers: str) -> Any:
        """Send something and return what is answered, as plain values."""
        named = {**headers, **({"Idempotency-Key": key} if key is not None else {})}
        answer = self.client.post(f"/api/v1{path}", json=body, headers=named)
        assert answer.status_code == status, answer.text
        return answer.json()

    def member(self, name: str, role: Role) -> Served:
        """Return the case as a member of a role has it, who shows a token with all rights of that role."""
        admin = local("the test")
        self.ground.people.members.add(admin, name, role=role, password="a long enough word")  # noqa: S106 - for one test
        secret = self.ground.people.tokens.add(admin, name, scopes=RIGHTS[role]).secret
        headers = {"Authorization": f"Bearer {secret}"}
        return Served(TestClient(self.client.app, base_url="http://127.0.0.1", headers=headers), self.ground)


@pytest.fixture(scope="session")
def filings(reader: Reader) -> tuple[Filing, ...]:
    """The dispatches of the sample case, read once."""
    taken = [one for path in sample_paths() for one in take(path, Options()) if isinstance(one, Report)]
    return tuple(map(file_report, reader.read(taken)))


def served(store: Store, reader: Reader, now: Callable[[], str] = lambda: NOW) -> Iterator[Served]:
    """Serve a store; what is asked for in the background is done in this process."""
    made = make_ground(store, Settings(), name="lenn", host="127.0.0.1", by="ana", now=now)
    people = People(store.people, now, HASHER)
    read = partial(read_many, settings=Settings(), render=file_report, reader=reader)
    shop = Workshop(store=store, people=people, read=read, provenance=Provenance("a reader", "a codebook"), now=now)
    ground = replace(made, people=people, errands=Errands(people, lambda: Inline(shop)))
    with TestClient(make_desk(ground), base_url="http://127.0.0.1", raise_server_exceptions=False) as client:
        yield Served(client, ground)
    store.close()


def _sample(folder: Path, filings: tuple[Filing, ...]) -> Store:
    store = create(f"sqlite:///{folder / 'record.sqlite'}")
    store.take(filings, recorded=NOW, reader="a reader", codebook="a codebook")
    return store


@pytest.fixture(scope="session")
def lenn(filings: tuple[Filing, ...], reader: Reader, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The sample case to look at; what a test changes, it changes in a case of its own."""
    yield from served(_sample(tmp_path_factory.mktemp("lenn"), filings), reader)


@pytest.fixture
def own(filings: tuple[Filing, ...], reader: Reader, tmp_path: Path) -> Iterator[Served]:
    """The sample case, to be changed."""
    yield from served(_sample(tmp_path, filings), reader)
