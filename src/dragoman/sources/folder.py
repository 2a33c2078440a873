"""A folder or a pattern -> the paths of its files, in the order of their names.

No more of a tree is held than one folder on each level.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path

from dragoman.sources.files import reason, what_binary
from dragoman.sources.take import KNOWN_SUFFIXES, suffix_of
from dragoman.terms.errors import Refused

MAGIC = frozenset("*?[")
_NAMED = 5
"""Files that a note names; the others are counted."""


@dataclass(frozen=True, slots=True)
class PassedOver:
    """What a folder holds and nobody wants: a note for a person, no refusal."""

    path: str
    why: str

    def __str__(self) -> str:
        return f"{self.path}: {self.why}"


def files_of(folder: Path) -> Iterator[Path | Refused | PassedOver]:
    """Yield the files of a folder and of the folders in it, and at last what was passed over.

    Passed over are names that begin with a dot, files of an unknown ending that are binary, and folders that were met
    before (links that lead in a circle). A folder that may not be looked into is `Refused`.
    """
    walk = _Walk()
    for path, _ in walk.under(folder):
        if isinstance(path, Refused):
            yield path
        elif (binary := _unknown_binary(path)) is not None:
            walk.passed(binary, path)
        else:
            yield path
    yield from walk.notes(folder)


def files_like(pattern: str) -> Iterator[Path | Refused | PassedOver]:
    """Yield the files that fit a pattern, and all files of folders that fit it.

    `*`, `?` and `[abc]` stand for characters of one name, `**` for any number of folders. As in a shell, a name that begins
    with a dot fits only where the pattern has the dot.
    """
    parts = Path(pattern).parts
    fixed = next(n for n, part in enumerate(parts) if MAGIC & set(part))
    base, wanted = Path(*parts[:fixed]), parts[fixed:]
    walk = _Walk(wanted)
    found = False
    for path, names in walk.under(base) if base.is_dir() else ():
        if isinstance(path, Refused):
            yield path
        elif fits(names, wanted):
            found = True
            yield path
        elif any(fits(names[:n], wanted) for n in range(1, len(names))):
            found = True
            if (binary := _unknown_binary(path)) is None:
                yield path
            else:
                walk.passed(binary, path)
    if not found:
        yield Refused(pattern, "fits no file")
    yield from (note for note in walk.notes(base) if found)


def fits(names: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    """Say whether the names of a path fit the parts of a pattern."""
    if not wanted:
        return not names
    if wanted[0] == "**":
        return any(fits(names[n:], wanted[1:]) for n in range(len(names) + 1))
    return bool(names) and fnmatchcase(names[0], wanted[0]) and fits(names[1:], wanted[1:])


def _unknown_binary(path: Path) -> str | None:
    """Say what a file is where neither its name nor its beginning is that of a report; in doubt it is not passed over."""
    if suffix_of(path.name) in KNOWN_SUFFIXES:
        return None
    try:
        if not path.is_file():
            return None
        with path.open("rb") as file:
            return what_binary(file.read(65_536))
    except OSError:
        return None


@dataclass(slots=True)
class _Walk:
    """One walk through a tree: which folders were seen, and what was passed over. `wanted` are the parts of a pattern."""

    wanted: tuple[str, ...] = ()
    _seen: set[tuple[int, int]] = field(default_factory=set)
    _passed: dict[str, list[str]] = field(default_factory=dict)
    _counts: dict[str, int] = field(default_factory=dict)

    def under(self, folder: Path) -> Iterator[tuple[Path | Refused, tuple[str, ...]]]:
        """Yield the files below a folder, each with its names from there on."""
        stack: list[tuple[tuple[str, ...], Iterator[Path | Refused]]] = [((), iter(self._list(folder)))]
        while stack:
            names, rest = stack[-1]
            path = next(rest, None)
            if path is None:
                stack.pop()
            elif isinstance(path, Refused):
                yield path, names
            elif self._is_hidden(path.name):
                if not self.wanted:  # to a pattern they are not there
                    self.passed("hidden", path)
            elif path.is_dir():
                below = (*names, path.name)
                if self._may_fit(below):
                    stack.append((below, iter(self._list(path))))
            else:
                yield path, (*names, path.name)

    def passed(self, why: str, path: Path) -> None:
        """Remember what is passed over."""
        self._counts[why] = self._counts.get(why, 0) + 1
        if self._counts[why] <= _NAMED:
            self._passed.setdefault(why, []).append(path.name)

    def notes(self, folder: Path) -> Iterator[PassedOver]:
        """Yield a line for each reason for which something was passed over."""
        for why, names in sorted(self._passed.items()):
            more = self._counts[why] - len(names)
            others = f" and {more} more" if more else ""
            yield PassedOver(str(folder), f"passed over as {why}: {', '.join(names)}{others}")

    def _list(self, folder: Path) -> list[Path | Refused]:
        try:
            status = folder.stat()
            if (status.st_dev, status.st_ino) in self._seen:
                self.passed("met before", folder)
                return []
            self._seen.add((status.st_dev, status.st_ino))
            return [folder / name for name in sorted(path.name for path in folder.iterdir())]
        except (OSError, ValueError) as error:
            return [Refused(str(folder), reason(error))]

    def _is_hidden(self, name: str) -> bool:
        return name.startswith(".") and not any(w.startswith(".") and fnmatchcase(name, w) for w in self.wanted)

    def _may_fit(self, names: tuple[str, ...]) -> bool:
        """Say whether a folder or anything below it may fit the pattern: its names fit the parts before the first `**`."""
        stars = self.wanted.index("**") if "**" in self.wanted else len(self.wanted)
        return all(map(fnmatchcase, names, self.wanted[:stars]))
