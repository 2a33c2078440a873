"""A case: a folder that says where its record is kept. By default beside that note, in one SQLite file."""

from __future__ import annotations

import tomllib
from pathlib import Path

from dragoman.terms.errors import CaseError, NoCase

FILE = "case.toml"
RECORD = "record.sqlite"
_NOTE = """\
# A case of Dragoman: where its record is kept. A path is relative to this folder.
store = "{store}"
"""


def note_case(folder: Path, store: str | None) -> str:
    """Make the folder of a new case with its note, and return the address of its store.

    Raises `CaseError` where there is a case already or the folder cannot be made.
    """
    if (folder / FILE).exists():
        raise CaseError(str(folder), "is a case already")
    written = store or f"sqlite:///{RECORD}"
    if any(c in written for c in '"\\\n'):
        raise CaseError(str(folder), "the address of the store has a quotation mark, a backslash or a line break in it")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        note = folder / FILE
        note.touch(mode=0o600)  # an address may hold a password
        note.write_text(_NOTE.format(store=written), encoding="utf-8")
    except OSError as error:
        raise CaseError(str(folder), f"cannot be made ({error.strerror or error})") from error
    return _address(folder, written)


def store_of(folder: Path) -> str:
    """Return the address of a case's store.

    Raises `NoCase` where the folder is none, `CaseError` where its note cannot be used.
    """
    note = folder / FILE
    try:
        store = tomllib.loads(note.read_text(encoding="utf-8")).get("store")
    except (FileNotFoundError, NotADirectoryError) as error:
        raise NoCase(str(folder)) from error
    except (OSError, ValueError) as error:
        raise CaseError(str(note), f"cannot be used: {error}") from error
    if not isinstance(store, str) or "://" not in store:
        raise CaseError(str(note), 'must say where the record is: store = "sqlite:///record.sqlite"')
    return _address(folder, store)


def _address(folder: Path, store: str) -> str:
    """Return an address in which a file's path does not depend on the working directory."""
    scheme, path = store.split("://", 1)
    if scheme != "sqlite":
        return store
    return f"sqlite:///{(folder / path.removeprefix('/')).resolve()}" if not path.startswith("//") else store
