"""Writes the generated parts of the documents anew.

Below a `<!-- run: COMMAND -->` mark stands what COMMAND prints, between the marks of commands what the parser says of them.

python -m benchmarks.docs            write
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import shlex
import sys
from collections.abc import Iterator
from pathlib import Path
from unittest import mock

from benchmarks.reference import with_commands

ROOT = Path(__file__).parents[1]
MARK = re.compile(r"(<!-- run: (?P<command>[^\n]+?) -->\n```text\n)(?P<shown>.*?)(\n```)", re.DOTALL)


def documents() -> Iterator[Path]:
    """Yield all documents that people read."""
    yield from (ROOT / name for name in ("README.md", "ARCHITECTURE.md", "CHANGELOG.md"))
    yield from sorted((ROOT / "docs").rglob("*.md"))


def refreshed(text: str) -> str:
    """Return a document with its generated parts as they should be."""
    return with_commands(MARK.sub(lambda m: m[1] + printed(m["command"]) + m[4], text))


def printed(command: str) -> str:
    """Return what a `dragoman` command prints, run in the project's folder at the width of a page."""
    from dragoman.cli.main import run

    name, *words = shlex.split(command)
    if name != "dragoman":
        raise ValueError(command)
    out = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="")
    with contextlib.chdir(ROOT), mock.patch.dict(os.environ, {"COLUMNS": "100"}), mock.patch("sys.stdout", out):
        run(words)
        out.flush()
        text = out.buffer.getvalue().decode("utf-8")
    return "\n".join(line.rstrip() for line in text.rstrip().splitlines())


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
