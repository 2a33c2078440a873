"""From whatever a person names to a case: `dragoman add` as a process, on a folder with one file of every kind."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from typing import Any

import pyarrow as pa  # type: ignore[import-untyped]
import pyarrow.parquet as pq  # type: ignore[import-untyped]
import pytest
from warcio.statusandheaders import StatusAndHeaders  # type: ignore[import-untyped]
from warcio.warcwriter import WARCWriter  # type: ignore[import-untyped]

pytestmark = pytest.mark.slow

MET = "Envoys of Norland met envoys of Sudria in {} on Monday, and agreed to meet again."
HTML = (
    '<!DOCTYPE html><html><head><meta property="article:published_time" content="2025-05-14"></head><body><article><h1>Talks</h1>'
    "<p>{}</p><p>“We are not there yet,” said the minister, who leads the team of the northern side.</p></article></body></html>"
)


def run(*words: str, given: str | None = None) -> subprocess.CompletedProcess[str]:
    """Run `dragoman`."""
    command = [sys.executable, "-m", "dragoman", *words]
    return subprocess.run(command, input=given, capture_output=True, text=True, encoding="utf-8", check=False)


def answer(*words: str) -> Any:
    """Return what a command answers as JSON."""
    done = run(*words, "--json")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one file of every kind, a hidden one, a picture and a refused one."""
    folder = tmp_path / "reports"
    (folder / "below").mkdir(parents=True)
    (folder / "a.txt").write_text(f"date 2025-05-13 {MET.format('Geneva')}", encoding="utf-8")
    (folder / "b.html").write_text(HTML.format(MET.format("Bern")), encoding="utf-8")
    (folder / "c.csv").write_text(f'when;body\n2025-05-15;"{MET.format("Basel")}"\n;No day.\n', encoding="utf-8")
    rows = {"body": [MET.format("Oslo"), MET.format("Bergen")], "when": ["2025-05-15", "2025-05-16"]}
    pq.write_table(pa.table(rows), folder / "d.parquet")
    (folder / "below" / "e.rss").write_text(
        "<rss version='2.0'><channel><title>Harbour Post</title><item><link>https://e.example/a</link><pubDate>Wed, 14 May 2025 "
        f"10:00:00 GMT</pubDate><description>{MET.format('Malmo')}</description></item></channel></rss>",
        encoding="utf-8",
    )
    file = BytesIO()
    page = HTML.format(MET.format("Turku")).encode()
    head = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1")
    record = {"payload": BytesIO(page), "length": len(page), "http_headers": head}
    writer = WARCWriter(file, gzip=True)
    writer.write_record(writer.create_warc_record("https://e.example/t", "response", **record))
    (folder / "f.warc.gz").write_bytes(file.getvalue())
    (folder / ".hidden").write_text("date 2025-05-13 Hidden.", encoding="utf-8")
    (folder / "p.png").write_bytes(b"\x89PNG\r\n")
    (folder / "z.warc.gz").write_bytes(gzip.compress(b"no archive"))
    return folder


def test_a_folder_of_every_kind(folder: Path, tmp_path: Path) -> None:
    """All that is a report is kept once, in any way it is named; the rest is told; coverage and search know of it."""
    case = str(tmp_path / "case")
    assert run("init", case).returncode == 0
    columns = ("--column", "text=body", "--column", "published=when")
    done = run("add", "--case", case, str(folder), *columns)
    assert done.returncode == 1
    assert "7 new reports" in done.stdout
    assert "2 refused" in done.stdout
    for told in ("c.csv:3: has no publication date", "z.warc.gz: is broken as a web archive", "passed over as hidden: .hidden",
                 "passed over as binary (a picture): p.png"):  # fmt: skip
        assert told in done.stderr, told
    again = run("add", "--case", case, f"{folder}/**/*.[thrpw]*", *columns)
    assert "0 new reports" in again.stdout
    row = json.dumps({"body": MET.format("Espoo"), "when": "2025-05-18"})
    piped = run("add", "--case", case, "-", *columns, given=row)
    assert (piped.returncode, "1 new report" in piped.stdout) == (0, True)
    covered = answer("coverage", "--case", case)
    assert (covered["reports"], covered["first"], covered["last"]) == (8, "2025-05-13", "2025-05-18")
    assert [(gap["first"], gap["days"]) for gap in covered["gaps"]] == [("2025-05-17", 1)]
    assert {feed["publisher"] for feed in covered["publishers"]} >= {None, "Harbour Post"}
    found = answer("search", "--case", case, "envoys", "norland", "--as-of", "2025-05-14")
    assert {hit["published"] for hit in found["items"]} == {"2025-05-13", "2025-05-14"}
    assert len(found["items"]) == 4
    assert any("meeting" in hit["kinds"] for hit in found["items"])
