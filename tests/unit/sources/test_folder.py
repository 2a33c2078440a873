"""Folders and patterns: which files, in which order, and what is passed over."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman.sources.folder import PassedOver, files_like, files_of, fits
from dragoman.terms.errors import Refused


def put(folder: Path, *names: str, content: bytes = b"They met.") -> None:
    """Write files."""
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def names(folder: Path, found: Iterator[Path | Refused | PassedOver]) -> list[str]:
    """Return what was found below a folder, refusals and notes in words."""
    return [str(f.relative_to(folder)) if isinstance(f, Path) else str(f).replace(f"{folder}", "") for f in found]


def test_files_come_by_name_at_every_depth(tmp_path: Path) -> None:
    """The order is that of names, folder by folder, whatever the file system gives."""
    put(tmp_path, "b.txt", "a/z.txt", "a/b/c.txt", "c.html", "B.txt")
    assert names(tmp_path, files_of(tmp_path)) == ["B.txt", "a/b/c.txt", "a/z.txt", "b.txt", "c.html"]


def test_hidden_files_and_binaries_are_passed_over_with_a_note(tmp_path: Path) -> None:
    """Names with a dot before, and what is no text and has no known ending; a text of any ending is a text."""
    put(tmp_path, "a.txt", "note.odd", ".git/config", ".hidden")
    put(tmp_path, *(f"{n}.png" for n in range(7)), content=b"\x89PNG\r\n")
    put(tmp_path, "x.bin", content=bytes(range(256)))
    assert names(tmp_path, files_of(tmp_path)) == [
        "a.txt",
        "note.odd",
        ": passed over as binary: x.bin",
        ": passed over as binary (a picture): 0.png, 1.png, 2.png, 3.png, 4.png and 2 more",
        ": passed over as hidden: .git, .hidden",
    ]


def test_a_binary_that_calls_itself_a_text_is_not_passed_over(tmp_path: Path) -> None:
    """Its ending says that somebody wants it read: it goes on, to be refused with the reason."""
    put(tmp_path, "a.txt", "a.warc.gz", content=b"\x89PNG\r\n")
    assert names(tmp_path, files_of(tmp_path)) == ["a.txt", "a.warc.gz"]


def test_links_in_a_circle_end(tmp_path: Path) -> None:
    """Each folder is entered once, by its first name; a link that leads nowhere goes on, to be refused."""
    put(tmp_path, "a/one.txt", "b/two.txt")
    (tmp_path / "a" / "up").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "b" / "other").symlink_to(tmp_path / "a", target_is_directory=True)
    (tmp_path / "c").symlink_to("c")
    (tmp_path / "d").symlink_to("nowhere")
    found = names(tmp_path, files_of(tmp_path))
    assert found == ["a/one.txt", "b/two.txt", "c", "d", ": passed over as met before: up, other"]


def test_a_deep_tree_is_walked(tmp_path: Path) -> None:
    """Depth costs no more than the names."""
    deep = tmp_path
    for _ in range(600):
        deep /= "d"
    deep.mkdir(parents=True)
    (deep / "a.txt").write_text("They met.", encoding="utf-8")
    assert len(list(files_of(tmp_path))) == 1


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    """A file of another kind goes on, to be refused, and is not opened."""
    os.mkfifo(tmp_path / "pipe")
    assert names(tmp_path, files_of(tmp_path)) == ["pipe"]


@pytest.fixture
def closed_folder() -> Iterator[Path]:
    """A folder that this process may not look into, also where the tests are run by root."""
    before = os.geteuid()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        put(folder, "a.txt", "closed/b.txt", "shut.odd")
        folder.chmod(0o755)
        (folder / "closed").chmod(0)
        (folder / "shut.odd").chmod(0)
        if before == 0:
            os.seteuid(65_534)
        try:
            yield folder
        finally:
            os.seteuid(before)
            (folder / "closed").chmod(0o755)


def test_a_folder_without_permission_is_refused(closed_folder: Path) -> None:
    """It is told, and the others are walked; a file without permission goes on, to be refused."""
    assert names(closed_folder, files_of(closed_folder)) == [
        "a.txt",
        "/closed: cannot be read (permission denied)",
        "shut.odd",
    ]


@pytest.mark.parametrize(
    ("path", "pattern", "fitting"),
    [
        ("a.txt", "*.txt", True),
        ("a/b.txt", "*.txt", False),
        ("a/b.txt", "*/?.txt", True),
        ("a/b/c.txt", "**/*.txt", True),
        ("c.txt", "**/*.txt", True),
        ("a/b/c.txt", "a/**/c.txt", True),
        ("a/c.txt", "a/**/c.txt", True),
        ("a/b/c.txt", "a/**", True),
        ("a/b/c.md", "**/*.txt", False),
        ("a1.txt", "a[12].txt", True),
        ("a3.txt", "a[12].txt", False),
    ],
)
def test_patterns(path: str, pattern: str, *, fitting: bool) -> None:
    """Stars stay within a name, two of them cross folders."""
    assert fits(Path(path).parts, Path(pattern).parts) is fitting


def test_a_pattern_gives_files_and_folders_that_fit(tmp_path: Path) -> None:
    """In the order of names; a folder that fits gives all its files; hidden ones fit only a pattern with the dot."""
    put(tmp_path, "r/a/one.txt", "r/a/two.md", "r/b/one.txt", "r/one.txt", "r/.h/one.txt", "s/one.txt")
    put(tmp_path, "r/a/p.png", "r/q.png", content=b"\x89PNG\r\n")
    assert names(tmp_path, files_like(f"{tmp_path}/r/**/*.txt")) == [
        "r/a/one.txt",
        "r/b/one.txt",
        "r/one.txt",
    ]
    assert names(tmp_path, files_like(f"{tmp_path}/[rs]/one.*")) == ["r/one.txt", "s/one.txt"]
    assert names(tmp_path, files_like(f"{tmp_path}/r/[aq]*"))[:3] == ["r/a/one.txt", "r/a/two.md", "r/q.png"]
    assert names(tmp_path, files_like(f"{tmp_path}/r/[aq]*"))[3:] == ["/r: passed over as binary (a picture): p.png"]
    assert names(tmp_path, files_like(f"{tmp_path}/r/.h/*")) == ["r/.h/one.txt"]
    assert names(tmp_path, files_like(f"{tmp_path}/r/.*/*.txt")) == ["r/.h/one.txt"]


def test_a_pattern_that_fits_nothing_is_refused(tmp_path: Path) -> None:
    """Also one below a folder that is not there."""
    for pattern in (f"{tmp_path}/*.txt", f"{tmp_path}/none/**/*.txt"):
        (refused,) = files_like(pattern)
        assert isinstance(refused, Refused)
        assert refused.why == "fits no file"


def test_a_pattern_is_taken_from_the_current_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A relative pattern gives relative paths."""
    put(tmp_path, "a.txt", "b/c.txt")
    monkeypatch.chdir(tmp_path)
    assert [str(f) for f in files_like("**/*.txt")] == ["a.txt", "b/c.txt"]
