"""From files to their record, by the command line as a process."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.slow

REPORT = (
    " date 2025-05-14 GENEVA, May 13 (Reuters) - The foreign ministers of Norland and Sudria will meet in Geneva on Friday.\n\n"
    '"We will sign the accord," Norland Foreign Minister Ana Berg said on Tuesday.\n\nReporting by Mara Lindqvist\n'
)


def dragoman(
    *words: str | Path, cwd: Path, environment: dict[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Run the command line."""
    return subprocess.run(
        [sys.executable, "-W", "error::DeprecationWarning:dragoman", "-m", "dragoman", *map(str, words)],
        cwd=cwd,
        env={**os.environ, "PYTHONIOENCODING": "", "LC_ALL": "C", **(environment or {})},
        capture_output=True,
        check=False,
        timeout=300,
    )


def rows(output: bytes) -> list[dict[str, Any]]:
    """Return the lines of JSON."""
    return [json.loads(line) for line in output.decode("utf-8").split("\n") if line]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with good, bad and odd files."""
    (tmp_path / "good.txt").write_text(REPORT, encoding="utf-8")
    (tmp_path / "undated.txt").write_text("The envoys met.", encoding="utf-8")
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "noise.txt").write_bytes(bytes(range(256)) * 40)
    table = [
        {
            "id": "row-1",
            "published": "2025-05-14",
            "text": "Envoys of Norland met envoys of Sudria in Rome on Monday.\u2028",
        },
        {"id": "row-2", "published": "2025-05-14"},
        {
            "id": "row-3",
            "published": "2099-05-14",
            "text": "They met \ud83d\x00 on Monday.\x85",
            "publisher": "The Harbour Post",
        },
    ]
    (tmp_path / "table.jsonl").write_text("\n".join(map(json.dumps, table)), encoding="utf-8")
    return tmp_path


def test_reads_what_it_can_and_says_what_it_cannot(folder: Path) -> None:
    """Good files are read in order, each bad one gets one line, the exit status says that something was refused."""
    run = dragoman(
        "read",
        "good.txt",
        "undated.txt",
        "empty.txt",
        "nowhere.txt",
        "noise.txt",
        "table.jsonl",
        "--format",
        "json",
        cwd=folder,
    )
    assert run.returncode == 1
    found = rows(run.stdout)
    assert [r["report"]["id"] for r in found][1:] == ["row-1", "row-3"]
    assert [r["report"]["path"] for r in found] == ["good.txt", None, None]
    errors = run.stderr.decode().splitlines()
    assert [line.split(": ")[1] for line in errors] == [
        *("undated.txt", "empty.txt", "nowhere.txt", "noise.txt", "table.jsonl:2"),
        *["table.jsonl (row row-3)"] * 3,
    ]
    assert all(line.startswith("dragoman: ") for line in errors)
    assert "Traceback" not in run.stderr.decode()
    assert "2099-05-14, is after today" in errors[-1]


def test_the_json_gives_back_the_text(folder: Path) -> None:
    """The text in the JSON is the file's, code point for code point, and all evidence stands in it."""
    found = rows(dragoman("read", "good.txt", "table.jsonl", "--format", "json", "--explain", cwd=folder).stdout)
    assert [r["report"]["text"] for r in found] == [
        REPORT,
        "Envoys of Norland met envoys of Sudria in Rome on Monday.\u2028",
        "They met \ud83d\x00 on Monday.\x85",
    ]
    for row in found:
        for piece in _evidence(row):
            assert row["report"]["text"][piece["start"] : piece["end"]] == piece["quote"]
    assert "2025-05-13" in {d["start"] for d in found[0]["dates"]}
    kinds = [f["kind"] for f in found[0]["coverage"]["furniture"]]
    assert kinds == ["header", "dateline", "credit"]


def _evidence(value: Any) -> list[dict[str, Any]]:
    if isinstance(value, dict):
        own = [value] if {"start", "end", "quote"} <= set(value) else []
        return own + [e for v in value.values() for e in _evidence(v)]
    return [e for v in value for e in _evidence(v)] if isinstance(value, list) else []


def test_workers_and_hash_seeds_do_not_show(folder: Path) -> None:
    """One process, two or three, any hash seed: the same bytes."""
    rows_of_table = "\n".join(
        json.dumps(
            {"id": str(n), "published": "2025-05-14", "text": f"Envoys of Norland met {n} envoys of Sudria on Monday."}
        )
        for n in range(70)
    )
    (folder / "many.jsonl").write_text(rows_of_table, encoding="utf-8")
    outputs = {
        dragoman(
            "read",
            "good.txt",
            "many.jsonl",
            "--format",
            "json",
            *more,
            cwd=folder,
            environment={"PYTHONHASHSEED": seed},
        ).stdout
        for more, seed in (([], "0"), ([], "1"), (["--workers", "2"], "random"), (["--workers", "3"], "random"))
    }
    assert len(outputs) == 1
    assert len(rows(outputs.pop())) == 71


def test_plain_text_for_people_when_piped(folder: Path) -> None:
    """Without a terminal there are no colours; evidence is quoted."""
    run = dragoman("read", "good.txt", cwd=folder)
    assert run.returncode == 0
    assert b"\x1b" not in run.stdout
    assert "Ana Berg" in run.stdout.decode()
    assert run.stderr == b""


def test_published_counts_for_all_files(folder: Path) -> None:
    """--published dates what has no date, and a conflict with a header is told."""
    run = dragoman("read", "undated.txt", "good.txt", "--published", "2025-05-20", "--format", "json", cwd=folder)
    assert run.returncode == 0
    assert [r["report"]["published"] for r in rows(run.stdout)] == ["2025-05-20", "2025-05-20"]
    assert run.stderr.decode().splitlines() == [
        "dragoman: good.txt: warning: the header line says 2025-05-14; taken is 2025-05-20 from --published",
    ]


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (("read",), "FILE"),
        (("read", "good.txt", "--published", "2025-02-30"), "'2025-02-30' is no day; write YYYY-MM-DD"),
        (("read", "good.txt", "--workers", "0"), "--workers: workers must be 1 or more"),
        (("read", "good.txt", "--pipeline", "xx_not_there"), "install it with: python -m spacy download xx_not_there"),
        (("read", "good.txt", "--codebook", "missing.toml"), "missing.toml"),
        (("read", "good.txt", "--format", "xml"), "xml"),
        ((), "COMMAND"),
    ],
)
def test_a_wrong_command_has_its_own_status(folder: Path, words: tuple[str, ...], line: str) -> None:
    """What cannot work at all ends with status 2 and a line that says why."""
    run = dragoman(*words, cwd=folder)
    assert run.returncode == 2
    assert run.stdout == b""
    assert line in run.stderr.decode().splitlines()[-1]
    assert "Traceback" not in run.stderr.decode()


def test_all_refused_loads_nothing(folder: Path) -> None:
    """With nothing to read there is no output, and a status that says so."""
    run = dragoman("read", "empty.txt", "--format", "json", cwd=folder)
    assert (run.returncode, run.stdout) == (1, b"")


def test_a_reader_who_leaves_early(folder: Path) -> None:
    """`dragoman read … | head` ends without complaint."""
    words = [sys.executable, "-m", "dragoman", "read", "good.txt", "good.txt", "--format", "json"]
    with subprocess.Popen(words, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as run:
        assert run.stdout is not None
        assert run.stderr is not None
        run.stdout.close()
        assert run.stderr.read() == b""


def test_help_and_version(folder: Path) -> None:
    """Help shows examples and the exit statuses; nothing heavy is loaded for it."""
    run = dragoman("--help", cwd=folder)
    assert run.returncode == 0
    assert b"examples:" in run.stdout
    assert b"exit status" in run.stdout
    loaded = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "dragoman", "--version"], cwd=folder, capture_output=True, check=True
    )
    heavy = ("spacy", "rich", "trafilatura", "numpy", "yaml", "dragoman.reading")
    assert not [
        line for line in loaded.stderr.decode().splitlines() if line.rpartition("| ")[2].strip().startswith(heavy)
    ]


def test_a_sentence_without_end_and_ten_thousand_quotes(folder: Path) -> None:
    """Texts at the edge of sense are read, with a warning."""
    (folder / "long.txt").write_text("date 2025-05-14 " + "and the envoys met the ministers " * 3_100, encoding="utf-8")
    (folder / "quotes.txt").write_text("date 2025-05-14 " + '"' * 10_000, encoding="utf-8")
    (folder / "words.txt").write_text("date 2025-05-14 " + '"We met," he said. ' * 700, encoding="utf-8")
    run = dragoman("read", "long.txt", "quotes.txt", "words.txt", "--format", "json", cwd=folder)
    assert run.returncode == 0, run.stderr.decode()
    assert len(rows(run.stdout)) == 3
    assert [line.split("warning: ")[1].split(" of")[0] for line in run.stderr.decode().splitlines()] == [
        *("a sentence", "10,000 quotation marks", "1,400 quotation marks"),
    ]


def test_a_table_streams_in_constant_memory() -> None:
    """Reports are drawn from a table as they are read, not before."""
    from dragoman.desk.read_chunk import CHUNK, in_chunks
    from dragoman.terms.report import Report

    drawn = []

    def reports() -> Any:
        from datetime import date

        for n in range(1_000):
            drawn.append(n)
            yield Report(id=str(n), published=date(2025, 5, 14), text="They met.")

    next(in_chunks(reports()))
    assert len(drawn) == CHUNK
