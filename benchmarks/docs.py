"""Writes the generated parts of the documents anew.

Below a `<!-- run: COMMAND -->` mark stands what COMMAND prints, between the marks of commands what the parser says of them.

python -m benchmarks.docs            write
"""

from __future__ import annotations

import atexit
import contextlib
import io
import os
import re
import shlex
import shutil
import sys
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from unittest import mock

from benchmarks.operations import with_operations
from benchmarks.reference import with_answers, with_commands

ROOT = Path(__file__).parents[1]
MARK = re.compile(r"(<!-- run: (?P<command>[^\n]+?) -->\n```text\n)(?P<shown>(?:(?!```).)*?)(\n?```)", re.DOTALL)


def documents() -> Iterator[Path]:
    """Yield all documents that people read."""
    yield from (ROOT / name for name in ("README.md", "ARCHITECTURE.md", "CHANGELOG.md"))
    yield from sorted((ROOT / "docs").rglob("*.md"))


def refreshed(text: str) -> str:
    """Return a document with its generated parts as they should be."""
    return with_operations(with_answers(with_commands(MARK.sub(lambda m: m[1] + printed(m["command"]) + m[4], text))))


def printed(command: str) -> str:
    """Return what a `dragoman` command prints at the width of a page.

    What reads files runs in the project's folder, what asks a record in the folder of the sample case.
    """
    name, *words = shlex.split(command)
    if name != "dragoman":
        raise ValueError(command)
    folder = ROOT if words[0] in ("read", "codebook") else sample_case()
    text = _output(words, folder)
    return "\n".join(line.rstrip() for line in text.rstrip().splitlines())


@cache
def sample_case() -> Path:
    """Make the sample case, once; it goes when the process ends."""
    folder = Path(tempfile.mkdtemp(prefix="dragoman-case-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    reports = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "src/dragoman/samples/lenn").iterdir())
    _output(["init", str(folder)], ROOT)
    _output(["add", "--case", str(folder), *reports], ROOT)
    return folder


def _output(words: list[str], folder: Path) -> str:
    from dragoman.cli.main import run

    out = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="")
    with contextlib.chdir(folder), mock.patch.dict(os.environ, {"COLUMNS": "100"}), mock.patch("sys.stdout", out):
        run(words)
        out.flush()
        return out.buffer.getvalue().decode("utf-8")


def main() -> int:
    """Write every document anew."""
    for path in documents():
        old = path.read_text(encoding="utf-8")
        if (new := refreshed(old)) != old:
            path.write_text(new, encoding="utf-8")
            print(path.relative_to(ROOT))
    return 0


if __name__ == "__main__":
    sys.exit(main())
