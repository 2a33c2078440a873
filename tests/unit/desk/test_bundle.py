"""A slice of the record is sealed, checked, and never knows more than its day."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from dragoman.desk.bundle import Leaking, Slice, changed_later, seal
from dragoman.desk.unseal import faults_of
from dragoman.record.bounds import Bounds
from dragoman.record.filing import file_report
from dragoman.store.opening import create
from dragoman.store.store import Store
from dragoman.terms.errors import CaseError
from dragoman.terms.findings import Findings

Read = Callable[..., Findings]
DAY = Bounds(as_of=date(2025, 5, 13))
MADE_OF = Slice(answers={"docket": "{}\n"}, made_by=({"reader": "r", "codebook": "c", "reports": 1},))
FIRST = "France's president will meet Germany's chancellor in Paris on Thursday, his office said."
LATER = "France's president met Germany's chancellor in Paris on Thursday, his office said."


@pytest.fixture
def store(tmp_path: Path, read: Read) -> Iterator[Store]:
    """A case with a report of the 13th and one of the 16th."""
    store = create(f"sqlite:///{tmp_path / 'record.sqlite'}")
    findings = [read(FIRST, "2025-05-13"), read(LATER, "2025-05-16")]
    _keep(store, *findings)
    yield store
    store.close()


def _keep(store: Store, *findings: Findings) -> None:
    store.take(
        [file_report(f) for f in findings], recorded="2025-06-01T00:00:00.000000+00:00", reader="r", codebook="c"
    )


def _sealed(store: Store, path: Path, made_of: Slice = MADE_OF) -> Path:
    with store.shelf(DAY) as shelf:
        seal(shelf, path, made_of)
    return path


def test_a_slice_holds_what_was_published_by_its_day(store: Store, tmp_path: Path) -> None:
    """Its reports, their claims, the answers; each with its hash, and nothing of the report of the 16th."""
    with zipfile.ZipFile(_sealed(store, tmp_path / "slice.zip")) as archive:
        reports = [json.loads(line) for line in archive.read("reports.jsonl").splitlines()]
        claims = [json.loads(line) for line in archive.read("claims.jsonl").splitlines()]
        manifest = json.loads(archive.read("manifest.json"))
        assert archive.read("answers/docket.json") == b"{}\n"
    assert [report["text"] for report in reports] == [FIRST]
    assert {claim["report"] for claim in claims} == {reports[0]["id"]}
    assert manifest["as_of"] == "2025-05-13"
    assert set(manifest["members"]) == {"reports.jsonl", "claims.jsonl", "answers/docket.json"}
    assert faults_of(tmp_path / "slice.zip") == ()


def test_the_same_slice_is_the_same_bytes(store: Store, tmp_path: Path) -> None:
    """Sealed twice, and whatever the moment."""
    assert _sealed(store, tmp_path / "a.zip").read_bytes() == _sealed(store, tmp_path / "b.zip").read_bytes()


def test_a_text_that_was_changed_later_is_a_leak(store: Store, read: Read, tmp_path: Path) -> None:
    """No file is written; left out by name, it is no leak any more."""
    changed = read("Norway's envoy met Malta's minister in Oslo.", "2025-05-12")
    _keep(store, replace(changed, report=replace(changed.report, updated="2025-05-20T08:00:00+00:00")))
    with store.shelf(DAY) as shelf:
        with pytest.raises(Leaking, match="changed on 2025-05-20"):
            seal(shelf, tmp_path / "slice.zip", MADE_OF)
        assert list(tmp_path.glob("slice*")) == []
        without = changed_later(shelf, date(2025, 5, 13))
        sealed = seal(shelf, tmp_path / "slice.zip", replace(MADE_OF, without=without))
    assert sealed.left_out == tuple(without)
    assert faults_of(tmp_path / "slice.zip") == ()


def _rewritten(path: Path, name: str, change: Callable[[bytes], bytes]) -> Path:
    """Write a bundle anew with one member changed."""
    other = path.with_name("other.zip")
    with zipfile.ZipFile(path) as archive, zipfile.ZipFile(other, "w") as copy:
        for member in archive.namelist():
            data = archive.read(member)
            copy.writestr(member, change(data) if member == name else data)
    return other


@pytest.mark.parametrize(
    ("member", "old", "new", "fault"),
    [
        ("reports.jsonl", b"Paris", b"Rome!", "reports.jsonl was changed"),
        ("reports.jsonl", b"2025-05-13", b"2025-05-14", "was published on 2025-05-14"),
        ("reports.jsonl", b'"published": "2025-05-13"', b'"published": null', "has no day of publication"),
        ("claims.jsonl", b"Paris", b"Rome!", "quotes what its report does not say"),
        ("answers/docket.json", b"{}", b"[]", "answers/docket.json was changed"),
        ("manifest.json", b"2025-05-13", b"2025-05-12", "the seal is broken"),
    ],
)
def test_a_changed_bundle_is_found_out(
    store: Store, tmp_path: Path, member: str, old: bytes, new: bytes, fault: str
) -> None:
    """Whatever was changed in it, and how."""
    path = _rewritten(_sealed(store, tmp_path / "slice.zip"), member, lambda data: data.replace(old, new))
    assert any(fault in found for found in faults_of(path))


@pytest.mark.parametrize("content", [b"", b"no archive", b"PK\x03\x04 cut off"])
def test_what_is_no_bundle_is_said(tmp_path: Path, content: bytes) -> None:
    """A file of another kind, or a damaged one."""
    (tmp_path / "file.zip").write_bytes(content)
    with pytest.raises(CaseError, match="no bundle"):
        faults_of(tmp_path / "file.zip")


def test_a_folder_that_is_not_there_is_said(store: Store, tmp_path: Path) -> None:
    """And nothing is left behind."""
    with pytest.raises(CaseError, match="cannot be written"):
        _sealed(store, tmp_path / "nowhere" / "slice.zip")
