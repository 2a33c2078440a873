"""What a case survives: kills, two writers, a full disk, a file that is read-only, an older schema, a flipped byte."""

from __future__ import annotations

import contextlib
import hashlib
import os
import pwd
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from benchmarks.filings import findings_of
from benchmarks.whole import sizes, whole
from dragoman.assembly import create_case
from dragoman.cli.main import run
from dragoman.desk.case import store_of
from dragoman.record.filing import Filing, file_report
from dragoman.store.engine import engine_of
from dragoman.store.opening import open_store
from dragoman.store.people.tables import PEOPLE

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
MOMENT = "2026-01-01T00:00:00.000000+00:00"
QUESTIONS = (
    ("timeline",),
    ("docket",),
    ("positions",),
    ("changes", "--from", "2011-03-01", "--to", "2011-03-09"),
)
Stores = Callable[[str], list[str]]


@pytest.fixture(params=["SQLite", "PostgreSQL"])
def store_flags(request: pytest.FixtureRequest) -> Stores:
    """The flags with which `dragoman init` makes a case in one of the databases."""
    if request.param == "SQLite":
        return lambda _: []
    database_url: Callable[[str], str] = request.getfixturevalue("database_url")
    return lambda name: ["--store", database_url(name)]


def start(*words: str | Path, **how: object) -> subprocess.Popen[str]:
    """Start the command line."""
    command = [sys.executable, "-m", "dragoman", *map(str, words)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **how)  # type: ignore[call-overload,no-any-return]


def done(process: subprocess.Popen[str]) -> tuple[int, str, str]:
    """Wait for a command; return its status, what it printed and what it complained about."""
    out, complaint = process.communicate(timeout=300)
    assert "Traceback" not in complaint
    return process.returncode, out, complaint


def filings(count: int) -> list[Filing]:
    """Return findings that need no reading."""
    return [file_report(findings_of(number)) for number in range(count)]


def fill(case: Path, some: list[Filing]) -> None:
    """Keep filings in a case."""
    store = open_store(store_of(case))
    store.take(some, recorded=MOMENT, reader="test", codebook="test")
    store.close()


def state(case: Path) -> tuple[dict[str, str], dict[str, int], list[str]]:
    """Return what a case answers, how many findings each report has, and what the doctor complains about."""
    store = open_store(store_of(case))
    try:
        return whole(store), sizes(store), [str(trouble) for trouble in store.check()]
    finally:
        store.close()


def reports(folder: Path, first: int, last: int) -> Path:
    """Write short reports with these numbers and return their folder."""
    folder.mkdir()
    for n in range(first, last):
        deed = ("rejects the truce", f"demands an exchange of {n} prisoners", "will meet Sudria in Geneva on Friday")[
            n % 3
        ]
        words = f" date 2025-05-{1 + n % 28:02d} Norland Foreign Minister Ana Berg said on Monday that Norland {deed}; report {n}."
        (folder / f"{n:03}.txt").write_text(words, encoding="utf-8")
    return folder


def test_killed_at_twenty_moments_nothing_is_lost_doubled_or_different(postgres: object) -> None:
    """SIGKILL at random moments of taking reports in, on both databases (`make kill` takes 200)."""
    del postgres  # asked for, so that this is skipped where there is none
    words = [sys.executable, "-m", "benchmarks.kill", "--times", "20"]
    told = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False, timeout=600)
    assert told.returncode == 0, told.stdout + told.stderr
    assert told.stdout.count("ok  ") == 2


def test_two_adds_at_once_give_the_union(tmp_path: Path, store_flags: Stores) -> None:
    """Two commands take overlapping reports into one case: neither fails, nothing is lost, nothing doubled."""
    case, alone = tmp_path / "case", tmp_path / "alone"
    assert run(["init", str(case), *store_flags("two")]) == 0
    assert run(["init", str(alone), *store_flags("one")]) == 0
    texts = sorted(reports(tmp_path / "reports", 0, 36).iterdir())
    both = [start("add", "--case", case, *some, "--json") for some in (texts[:24], texts[12:])]
    ended = [done(process) for process in both]
    assert [status for status, _, _ in ended] == [0, 0], ended
    assert done(start("add", "--case", alone, *texts))[0] == 0
    answers, kept, troubles = state(case)
    assert len(kept) == 36
    assert not troubles
    assert (answers, kept) == state(alone)[:2]


@contextlib.contextmanager
def small_disk(folder: Path, size: str) -> Iterator[Path]:
    """Mount a small disk; skip where that is not permitted."""
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", folder], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip(f"a small disk cannot be mounted here: {mounted.stderr.decode().strip()}")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", folder], check=False)


def test_a_full_disk_is_said_and_what_was_kept_stays(tmp_path: Path) -> None:
    """The command says that the disk is full and ends with 2; with room again it goes on where it stopped."""
    with small_disk(tmp_path / "disk", "6m") as disk:
        case, alone = disk / "case", tmp_path / "alone"
        for folder in (case, alone):
            create_case(folder).close()
            fill(folder, filings(40))
        before = state(case)
        filler = disk / "filler"
        with filler.open("wb", buffering=0) as file, contextlib.suppress(OSError):
            while file.write(b"\0" * 4096):
                pass
        more = reports(tmp_path / "more", 0, 12)
        status, _, complaint = done(start("add", "--case", case, more))
        assert status == 2
        assert "disk is full" in complaint
        filler.unlink()
        assert state(case) == before
        assert done(start("add", "--case", case, more))[0] == 0
        assert done(start("add", "--case", alone, more))[0] == 0
        assert state(case) == state(alone)


AS_NOBODY = """
import contextlib, io, os, sys
from dragoman.cli.main import run
user, first, case, *words = sys.argv[1:]
with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
    run([words[0], "--case", first, *words[1:]])  # all modules are loaded before their files may not be read any more
if user:
    os.setgroups([])
    os.setgid(int(user))
    os.setuid(int(user))
sys.exit(run([words[0], "--case", case, *words[1:]]))
"""


def unprivileged(first: Path, case: Path, *words: str | Path) -> tuple[int, str, str]:
    """Run a command as somebody who is not root: on `first` as we are, then on `case` with our rights given up."""
    user = str(pwd.getpwnam("nobody").pw_uid) if os.geteuid() == 0 else ""
    command = [sys.executable, "-c", AS_NOBODY, user, first, case, *words]
    return done(subprocess.Popen(list(map(str, command)), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True))


@pytest.fixture
def shared() -> Iterator[Path]:
    """A folder that others may look into; pytest's own is closed to them."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)


def test_a_read_only_file_can_be_asked_and_says_that_it_cannot_be_added_to(shared: Path) -> None:
    """Somebody who may read but not write gets answers; adding ends with 2 and says why; nothing is changed."""
    case, first = shared / "case", shared / "first"
    for one in (case, first):
        create_case(one).close()
        fill(one, filings(12))
    more = reports(shared / "more", 0, 1)
    before, record = state(case), case / "record.sqlite"
    whole_file = record.read_bytes()
    (case / "case.toml").chmod(0o444)
    record.chmod(0o444)
    case.chmod(0o555)
    try:
        right = done(start("timeline", "--case", first, "--json"))
        assert unprivileged(first, case, "timeline", "--json") == right
        status, _, complaint = unprivileged(first, case, "add", more)
        assert status == 2
        assert "read-only" in complaint
    finally:
        case.chmod(0o755)
        record.chmod(0o644)
    assert record.read_bytes() == whole_file
    assert state(case) == before


def test_an_older_schema_is_migrated_when_asked_and_answers_the_same(
    tmp_path: Path, store_flags: Stores, capsys: pytest.CaptureFixture[str]
) -> None:
    """Opening an older case says what to do, `doctor --migrate` does it, and all answers are those of before."""
    case = tmp_path / "case"
    assert run(["init", str(case), *store_flags("old")]) == 0
    fill(case, filings(20))
    before = state(case)
    engine = engine_of(store_of(case))
    with engine.begin() as connection:  # as the first version of the schema left it
        for table in (*(table.name for table in reversed(PEOPLE.sorted_tables)), "words", "passage"):
            connection.execute(text(f"DROP TABLE {table}"))
        connection.execute(text("UPDATE alembic_version SET version_num = '0001'"))
    engine.dispose()
    capsys.readouterr()
    assert run(["timeline", "--case", str(case)]) == 2
    assert "dragoman doctor --migrate" in capsys.readouterr().err
    assert run(["doctor", "--case", str(case), "--migrate"]) == 0
    assert "all is well" in capsys.readouterr().out
    assert state(case) == before


def test_a_flipped_byte_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Whatever byte of the file is damaged: each command gives the right answer, or says that the record is damaged and ends with 2.

    The doctor opens a damaged file nevertheless, and finds what is wrong.
    """
    case = tmp_path / "case"
    create_case(case).close()
    fill(case, filings(11))
    record = case / "record.sqlite"
    whole_file = record.read_bytes()

    def ask(words: tuple[str, ...]) -> tuple[int, str, str]:
        status = run([words[0], "--case", str(case), "--json", *words[1:]])
        return status, *capsys.readouterr()

    right = {words: ask(words) for words in QUESTIONS}
    assert {status for status, _, _ in right.values()} == {0}
    said = 0
    for number in range(60):
        drawn = int(hashlib.sha256(str(number).encode()).hexdigest(), 16)
        place, bit = drawn % len(whole_file), 1 << (drawn >> 200) % 8
        record.write_bytes(whole_file[:place] + bytes([whole_file[place] ^ bit]) + whole_file[place + 1 :])
        answers = {words: ask(words) for words in QUESTIONS}
        wrong = [answer for words, answer in answers.items() if answer[:2] != right[words][:2]]
        assert all(status == 2 and "damaged" in complaint for status, _, complaint in wrong), place
        assert not wrong or ask(("doctor",))[0] in (1, 2), place
        said += bool(wrong)
    assert said >= 20


def test_a_flipped_byte_in_the_log_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What was written last may stand in SQLite's log only: a byte that flips there takes no report away in silence.

    A log that was cut off within the last step, as by a kill, is none the worse.
    """
    source, case = tmp_path / "source", tmp_path / "case"
    for folder in (source, case):
        create_case(folder).close()
    store = open_store(store_of(source))
    for one in filings(4):
        store.take([one], recorded=MOMENT, reader="test", codebook="test")
    names = ("record.sqlite", "record.sqlite-wal")
    held = {name: (source / name).read_bytes() for name in names}
    store.close()

    def ask(log: bytes) -> tuple[int, str, str]:
        for path in case.glob("record.sqlite*"):
            path.unlink()
        (case / names[0]).write_bytes(held[names[0]])
        (case / names[1]).write_bytes(log)
        status = run(["timeline", "--case", str(case), "--json"])
        return status, *capsys.readouterr()

    log = held[names[1]]
    right = ask(log)
    assert right[0] == 0
    for number in range(10):
        place = 20 + (len(log) // 2) * number // 10
        status, answer, complaint = ask(log[:place] + bytes([log[place] ^ 4]) + log[place + 1 :])
        assert (status, answer) == right[:2] or (status == 2 and "damaged" in complaint), place
    assert ask(log[:-3000])[0] == 0
