"""Makes two fresh environments from the lock file, reads the sample dispatches in each, and compares the bytes.

python -m benchmarks.twice            exits with 1 where they differ
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).parents[1]


def read_in(folder: Path, seed: str, workers: str) -> str:
    """Make an environment in `folder`, install what the lock names and the project, and return the hash of what it reads."""
    venv.create(folder, with_pip=True)
    python = folder / "bin" / "python"
    pip: list[str | Path] = [python, "-m", "pip", "--disable-pip-version-check", "-qq", "install"]
    subprocess.run([*pip, "--require-hashes", "-r", ROOT / "lock" / "run.txt"], check=True)
    subprocess.run([*pip, "--no-deps", "--no-build-isolation", "--no-index", ROOT], check=True)
    dispatches = sorted((ROOT / "src" / "dragoman" / "samples" / "lenn").iterdir())
    words: list[str | Path] = [
        folder / "bin" / "dragoman",
        "read",
        *dispatches,
        "--format",
        "json",
        "--explain",
        "--workers",
        workers,
    ]
    out = subprocess.run(
        words, check=True, capture_output=True, cwd=ROOT, env={"PYTHONHASHSEED": seed, "PATH": "/usr/bin:/bin"}
    )
    return hashlib.sha256(out.stdout).hexdigest()


def main() -> int:
    """Compare two environments, with other hash seeds and numbers of workers."""
    with tempfile.TemporaryDirectory() as first, tempfile.TemporaryDirectory() as second:
        hashes = [read_in(Path(first), "0", "1"), read_in(Path(second), "1", "2")]
    print(*hashes, sep="\n")
    return int(len(set(hashes)) != 1)


if __name__ == "__main__":
    sys.exit(main())
