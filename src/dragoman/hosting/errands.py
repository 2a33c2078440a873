"""Errands of a desk: taken at once, done one after the other by a process of their own, taken up again after a stop.

Law: an errand that was taken is written down before its sender hears of it, with all that is needed to do it.
"""

from __future__ import annotations

import hashlib
import json
import logging
import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing import get_context
from queue import Empty, SimpleQueue
from typing import Any, Protocol

from dragoman.desk.access import Visitor
from dragoman.desk.people import People
from dragoman.hosting.labour import REPORTS, REREAD, Workshop, work
from dragoman.terms.errors import DragomanError, StoreError
from dragoman.terms.people import Errand, ErrandState

DONE_HERE = frozenset({REPORTS, REREAD})
"""Errands that are done in the background; the others are answered at once."""
WAITING = 50
"""Errands that can wait for their turn."""
IDLE = 300.0
"""Seconds without an errand after which the process that reads is let go, with the memory that its reader takes."""
PATIENCE = 10.0
"""Seconds that a process has to stop by itself."""
_LOOK = 0.2
_log = logging.getLogger(__name__)


class Works(Protocol):
    """What does errands, one at a time."""

    def do(self, key: str, stopped: threading.Event) -> str | None:
        """Do an errand; return "", why none can be done, or None where it ended before the errand did."""
        ...

    def let_go(self) -> None:
        """End."""
        ...


class Worker:
    """A process that does errands, one at a time."""

    def __init__(self, opened: Callable[[], Workshop]) -> None:
        context = get_context("spawn")  # others run here that must not be copied into it
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=work, args=(theirs, opened), name="dragoman-errands")
        self._process.start()
        theirs.close()

    def do(self, key: str, stopped: threading.Event) -> str | None:
        """Let it do an errand, and wait; return "", why none can be done, or None where it died or the desk closes."""
        try:
            self._pipe.send(key)
            while not self._pipe.poll(_LOOK):
                if stopped.is_set():
                    return None
            return str(self._pipe.recv())
        except (EOFError, OSError):
            return None

    def let_go(self) -> None:
        """Let it stop where it is; what it kept stays kept."""
        with suppress(OSError):
            self._pipe.send(None)
        self._pipe.close()
        self._process.join(PATIENCE)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()
        with suppress(ValueError):  # whoever ends the program may have waited for it at the same moment
            self._process.close()


class Errands:
    """The errands of a case that is served."""

    def __init__(self, people: People, hire: Callable[[], Works]) -> None:
        self._log = people.errands
        self._hire = hire
        self._queue: SimpleQueue[str | None] = SimpleQueue()
        self._thread: threading.Thread | None = None
        self.stopped = threading.Event()

    def start(self) -> None:
        """Take up what is not finished, and wait for more. What was to be answered at once can no longer be."""
        self.stopped.clear()
        self._queue = SimpleQueue()
        try:
            for errand in self._log.unfinished():
                if errand.what in DONE_HERE:
                    self._queue.put(errand.id)
                else:
                    self._log.finish(errand.id, error="the desk was closed before it was answered")
        except StoreError as error:  # a record that cannot be written is served all the same
            _log.warning("errands of before are not taken up: %s", error)
        self._thread = threading.Thread(target=self._run, name="errands", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Stop where it is; the next start goes on."""
        self.stopped.set()
        self._queue.put(None)
        if self._thread is not None:
            self._thread.join(4 * PATIENCE)

    def take(
        self, visitor: Visitor, what: str, payload: bytes, *, key: str | None = None, total: int | None = None
    ) -> tuple[Errand, bool]:
        """Take an errand, and say whether it is new: the same key with the same payload is the same errand.

        Raises `KeyReused`, or `StoreError` where too many wait or the desk closes.
        """
        if self.stopped.is_set():
            raise StoreError("the desk", "is closing; send it again when it is open")
        if self._queue.qsize() >= WAITING:
            raise StoreError("the desk", f"has {WAITING} errands waiting; send it again in a while")
        digest = hashlib.sha256(payload).hexdigest()
        errand, new = self._log.open(visitor, what, digest=digest, key=key, total=total, payload=payload)
        if new:
            self._queue.put(errand.id)
        return errand, new

    def _run(self) -> None:
        worker: Works | None = None
        while not self.stopped.is_set():
            try:
                key = self._queue.get(timeout=IDLE)
            except Empty:
                _let_go(worker)
                worker = None
                continue
            if key is not None:
                worker = self._done(worker, key)
        _let_go(worker)

    def _done(self, worker: Works | None, key: str) -> Works | None:
        """Have an errand done; a process that dies of it gets a second try, in case something else killed it."""
        why = "the process that did it died twice; perhaps it needs more memory"
        for _ in range(2):
            try:
                worker = worker or self._hire()
            except Exception as error:  # noqa: BLE001 - becomes the errand's, in words
                why = f"no process can be started: {error}"
                break
            told = worker.do(key, self.stopped)
            if told == "":
                return worker
            _let_go(worker)
            worker = None
            if self.stopped.is_set():
                return None
            if told is not None:
                why = told
                break
            _log.warning("the process that does errand %s died", key)
        with suppress(DragomanError):
            self._log.finish(key, error=why)
        return None


def _let_go(worker: Works | None) -> None:
    if worker is not None:
        worker.let_go()


@dataclass(frozen=True, slots=True)
class Refusal:
    """A report that was not taken in, and why."""

    report: str
    why: str


@dataclass(frozen=True, slots=True)
class Progress:
    """An errand as answers tell it: how far it has come.

    `total` is None where it is not known yet. Of `done` reports some were `new`, some `known`, some `refused`; where reports are read
    anew, `new` are those that differ. `refusals` and `warnings` tell the first of them.
    """

    id: str
    what: str
    member: str
    state: ErrandState
    total: int | None
    done: int
    new: int
    known: int
    refused: int
    findings: int
    refusals: tuple[Refusal, ...]
    warnings: tuple[str, ...]
    error: str | None
    opened: str
    finished: str | None


def progress_of(errand: Errand) -> Progress:
    """Return how far an errand has come."""
    told: Mapping[str, Any] = json.loads(errand.note) if errand.note and errand.what in DONE_HERE else {}
    return Progress(
        id=errand.id,
        what=errand.what,
        member=errand.member,
        state=errand.state,
        total=errand.total,
        done=errand.done,
        new=errand.new,
        known=errand.known,
        refused=errand.refused,
        findings=told.get("findings", 0),
        refusals=tuple(Refusal(one["report"], one["why"]) for one in told.get("refusals", ())),
        warnings=tuple(told.get("warnings", ())),
        error=errand.error,
        opened=errand.opened,
        finished=errand.finished,
    )
