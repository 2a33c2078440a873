"""Which store a case has: the half of the assembly that needs no reader, so that a question loads none."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.desk.case import FILE, note_case, store_of
from dragoman.settings import Settings
from dragoman.terms.errors import DragomanError

if TYPE_CHECKING:
    from dragoman.store.store import Store


def open_case(settings: Settings, *, unchecked: bool = False) -> Store:
    """Open the store of the case that the settings name, else of the working directory.

    Raises `NoCase`, `CaseError` or `StoreError`; a damaged store is opened only `unchecked`.
    """
    from dragoman.store.opening import open_store

    return open_store(store_of(settings.case or Path()), unchecked=unchecked)


def create_case(folder: Path, store: str | None = None) -> Store:
    """Make a new case with an empty record. Raises `CaseError` or `StoreError`; then no case is left behind."""
    from dragoman.store.opening import create

    address = note_case(folder, store)
    try:
        return create(address)
    except DragomanError:
        (folder / FILE).unlink(missing_ok=True)
        raise


def restore_case(backup: Path, folder: Path, store: str | None = None) -> None:
    """Make a new case from a backup. Raises `CaseError` or `StoreError`; then no case is left behind."""
    from dragoman.store.opening import restore

    address = note_case(folder, store)
    try:
        restore(backup, address)
    except DragomanError:
        (folder / FILE).unlink(missing_ok=True)
        raise
