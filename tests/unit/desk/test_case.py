"""A case is a folder with a note; what is wrong with either is said."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from dragoman.desk.case import FILE, note_case, store_of
from dragoman.terms.errors import CaseError, NoCase


def test_a_case_keeps_its_record_in_its_own_folder_by_default(tmp_path: Path) -> None:
    """The address is absolute, whatever the working directory is later, and can be found again."""
    address = note_case(tmp_path / "lenn", None)
    assert address == f"sqlite:///{tmp_path / 'lenn' / 'record.sqlite'}"
    assert store_of(tmp_path / "lenn") == address


def test_a_case_can_be_moved(tmp_path: Path) -> None:
    """The note holds a path relative to its folder."""
    note_case(tmp_path / "old", None)
    (tmp_path / "old").rename(tmp_path / "new")
    assert store_of(tmp_path / "new") == f"sqlite:///{tmp_path / 'new' / 'record.sqlite'}"


def test_a_case_in_postgresql_is_noted_as_given_and_read_by_its_owner_only(tmp_path: Path) -> None:
    """An address may hold a password."""
    address = "postgresql://me:secret@localhost/lenn"
    assert note_case(tmp_path, address) == address
    assert store_of(tmp_path) == address
    assert stat.S_IMODE((tmp_path / FILE).stat().st_mode) == 0o600


def test_a_case_is_made_once(tmp_path: Path) -> None:
    """A second one in the same folder is refused."""
    note_case(tmp_path, None)
    with pytest.raises(CaseError, match="is a case already"):
        note_case(tmp_path, None)


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    """A file stands in the way."""
    (tmp_path / "file").write_text("")
    with pytest.raises(CaseError, match="cannot be made"):
        note_case(tmp_path / "file" / "case", None)


def test_a_folder_without_a_note_is_no_case(tmp_path: Path) -> None:
    """It is said how to make one."""
    with pytest.raises(NoCase, match="dragoman init"):
        store_of(tmp_path)


@pytest.mark.parametrize("note", ["", "store = 3", 'store = "record.sqlite"', "store ="])
def test_a_note_that_says_no_store_is_told(tmp_path: Path, note: str) -> None:
    """Whatever stands in it instead."""
    (tmp_path / FILE).write_text(note)
    with pytest.raises(CaseError, match=FILE):
        store_of(tmp_path)
