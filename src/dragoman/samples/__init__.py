"""The sample case: dispatches about one made-up negotiation, from five made-up publishers, in every form that is read.

In: nothing. Out: paths of files that come with the package. The texts are data for people to try things on; no code reads
anything out of them.
"""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

CASE = "lenn"


def sample_paths() -> tuple[Path, ...]:
    """Return the files of the sample case, in the order in which they were published."""
    folder = Path(str(files("dragoman.samples"))) / CASE
    return tuple(sorted(path for path in folder.iterdir() if path.suffix in {".txt", ".html", ".jsonl"}))
