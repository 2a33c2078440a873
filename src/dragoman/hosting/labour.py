"""What is asked for and takes a while, done in a process of its own, so that no page waits for it.

Law: what was done is kept as it is done; who is stopped in the middle begins anew and adds nothing twice.
"""

from __future__ import annotations

import json
import os
import signal
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from time import monotonic

from dragoman.desk.people import People
from dragoman.desk.reread import Hand, Reread, reread
from dragoman.desk.take_in import Provenance, ReadMany, Tally, take_in
from dragoman.hosting.parcels import reports_in
from dragoman.record.filing import Filing
from dragoman.store.store import Store
from dragoman.terms.errors import DragomanError, Refused
from dragoman.terms.people import Errand
from dragoman.terms.report import Report

TOLD = 100
"""Refusals and warnings of an errand that are told."""
SOON = 0.3
"""Seconds between two tellings of how far an errand has come."""
KINDNESS = 5
"""How far the pages go before what is done in the background, where both want the processor."""
REPORTS, REREAD = "add reports", "read anew"


class Stopped(Exception):
    """The desk is closed in the middle of an errand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Workshop:
    """What errands are done with: the record, those who work with it, a reader, the clock (ISO, UTC)."""

    store: Store
    people: People
    read: ReadMany
    provenance: Provenance
    now: Callable[[], str]


def work(pipe: Connection, opened: Callable[[], Workshop]) -> None:
    """Do the errands whose ids come through a pipe, until it is closed; "" goes back for each, or why none can be done.

    The workshop is opened for the first of them.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who interrupts the desk closes the pipe
    if hasattr(os, "nice"):
        os.nice(KINDNESS)
    workshop: Workshop | None = None
    with suppress(EOFError, BrokenPipeError, Stopped):
        while (key := pipe.recv()) is not None:
            try:
                workshop = workshop or opened()
            except Exception as error:  # noqa: BLE001 - becomes the errand's, in words
                pipe.send(str(error) or type(error).__name__)
                continue
            do(workshop, key, pipe.poll)
            pipe.send("")
    if workshop is not None:
        workshop.store.close()


def do(workshop: Workshop, key: str, stopped: Callable[[], bool]) -> None:
    """Do one errand, and write down what came of it. Raises `Stopped` where the desk is closed meanwhile."""
    log = workshop.people.errands
    errand = log.get(key)
    if not errand.unfinished:
        return
    task = _Task(workshop, log.start(key), stopped)
    try:
        if errand.what == REREAD:
            task.read_anew()
        else:
            task.take_reports()
        task.tell()
        log.finish(key)
    except Stopped:
        raise
    except DragomanError as error:
        log.finish(key, error=str(error))
    except Exception as error:  # noqa: BLE001 - becomes the errand's, in words
        log.finish(key, error=f"by a fault of Dragoman: {type(error).__name__}: {error}")


@dataclass(slots=True)
class _Task:
    """One errand while it is done."""

    workshop: Workshop
    errand: Errand
    stopped: Callable[[], bool]
    tally: Tally = field(default_factory=Tally)
    refusals: list[dict[str, str]] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    told: float = 0.0
    total: int | None = None

    def take_reports(self) -> None:
        """Take in the reports of a parcel."""
        shop, before = self.workshop, self.errand.new
        packed = shop.people.errands.payload(self.errand.id) or b""
        for done in take_in(self._reports(packed), shop.store, shop.read, shop.provenance, shop.now):
            match done:
                case Refused():
                    self._refuse(done)
                case Filing():
                    self.tally.new += 1
                    self.tally.findings += len(done.filed)
                case _ if before:  # taken in before the desk was closed in the middle
                    before -= 1
                    self.tally.new += 1
                case _:
                    self.tally.known += 1
            self._step()
        self.total = self.done

    def read_anew(self) -> None:
        """Read kept reports anew; `new` counts those that differ."""
        shop = self.workshop
        asked = json.loads(shop.people.errands.payload(self.errand.id) or b"{}").get("reports", ())
        self.total = len(asked) or sum(count for _, _, count in shop.store.readings())
        hand = Hand(self.errand.member, shop.now)
        for done in reread(shop.store, shop.read, shop.provenance, hand, reports=asked):
            if isinstance(done, Reread):
                self.tally.new += bool(done.differences)
                self.tally.known += not done.differences
            else:
                self._refuse(done)
            self._step()

    @property
    def done(self) -> int:
        """How many reports are done."""
        return self.tally.new + self.tally.known + self.tally.refused

    def _reports(self, packed: bytes) -> Iterator[Report]:
        today = self.workshop.now()[:10]
        for taken in reports_in(packed):
            if isinstance(taken, Refused):
                self._refuse(taken)
                continue
            told = list(taken.warnings)
            if taken.published.isoformat() > today:
                told.append(f"its date, {taken.published.isoformat()}, is after today")
            name = taken.path or taken.title or taken.id
            self.warnings += [f"{name}: {one}" for one in told][: TOLD - len(self.warnings)]
            yield taken

    def _refuse(self, refused: Refused) -> None:
        self.tally.refused += 1
        if len(self.refusals) < TOLD:
            self.refusals.append({"report": refused.path[:500], "why": refused.why[:500]})

    def _step(self) -> None:
        """Tell how far it has come, now and then. Raises `Stopped`."""
        if self.stopped():
            raise Stopped
        if monotonic() - self.told >= SOON:
            self.tell()

    def tell(self) -> None:
        """Write down how far it has come."""
        self.told = monotonic()
        note = {"findings": self.tally.findings, "refusals": self.refusals, "warnings": self.warnings}
        self.workshop.people.errands.progress(
            self.errand.id,
            done=self.done,
            total=self.total,
            new=self.tally.new,
            known=self.tally.known,
            refused=self.tally.refused,
            note=json.dumps(note),
        )
