"""Reads codebooks: the one that comes with the package, and a user's own; what is wrong in one is said by file and rule."""

from __future__ import annotations

import re
import tomllib
from dataclasses import MISSING, fields
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from dragoman.resolving.coding import Codebook, Rule
from dragoman.terms.errors import CodebookError

__all__ = ["Codebook", "Rule", "build", "load_codebook"]

PLOVER_TYPES = (
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
    "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip
RECORDS = ("position", "meeting", "agreement", "incident", "quotation")
PARTS = ("matters", "meetings", "appeals", "positions", "agreements", "quotations", "announced", "incidents")
REQUIRED = tuple(f.name for f in fields(Rule) if f.default is MISSING and f.default_factory is MISSING)
CAMEO = re.compile(r"(?:0[1-9]|1\d|20)\d{0,2}")

Table = dict[str, Any]


def load_codebook(path: Path | None = None) -> Codebook:
    """Load the codebook at `path`, or the one that comes with the package.

    Raises `CodebookError` naming the file, the rule and what is wrong.
    """
    return _own() if path is None else _read(path)


@cache
def _own() -> Codebook:
    """The codebook of the package, read once."""
    folder = files("dragoman.resolving.codebook")
    whole: Table = {"matters": {}, "rule": []}
    for part in PARTS:
        table = tomllib.loads((folder / f"{part}.toml").read_text(encoding="utf-8"))
        whole["matters"].update(table.get("matters", {}))
        whole["rule"] += table.get("rule", [])
    return build(whole, name="dragoman", path="dragoman/resolving/codebook")


def _read(path: Path) -> Codebook:
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as problem:
        raise CodebookError(str(path), f"cannot be read: {problem.strerror}") from problem
    except UnicodeDecodeError as problem:
        raise CodebookError(str(path), "is no UTF-8 text") from problem
    except tomllib.TOMLDecodeError as problem:
        raise CodebookError(str(path), f"is no TOML: {problem}") from problem
    return build(table, name=path.stem, path=str(path))


def build(table: Table, *, name: str, path: str) -> Codebook:
    """Make a codebook of a table with a list `rule` and, where rules name matters, a table `matters`."""
    rows = table.get("rule")
    if not isinstance(rows, list) or not rows:
        raise CodebookError(path, "holds no [[rule]]")
    matters = {key: _pattern(key, words, path) for key, words in table.get("matters", {}).items()}
    rules = tuple(_rule(row, number, matters, path) for number, row in enumerate(rows, 1))
    seen: set[str] = set()
    for rule in rules:
        if rule.id in seen:
            raise CodebookError(path, f"rule {rule.id!r} stands in it twice")
        seen.add(rule.id)
    words = {key: tuple(forms) for key, forms in table.get("matters", {}).items()}
    return Codebook(name=name, rules=rules, words=words, matters=matters)


def _pattern(key: str, words: object, path: str) -> re.Pattern[str]:
    """Words of a matter, as a pattern for whole words; a "*" at the end of one stands for any ending."""
    if not isinstance(words, list) or not words or not all(isinstance(w, str) and w.strip() for w in words):
        raise CodebookError(path, f"the matter {key!r} is no list of words")
    forms = (re.escape(w[:-1]) + r"[\w-]*" if w.endswith("*") else re.escape(w) for w in words)
    return re.compile(rf"\b(?:{'|'.join(forms)})\b", re.IGNORECASE)


def _rule(row: object, number: int, matters: dict[str, re.Pattern[str]], path: str) -> Rule:
    if not isinstance(row, dict):
        raise CodebookError(path, f"rule {number} is no table")
    label = f"rule {row['id']!r}" if isinstance(row.get("id"), str) else f"rule {number}"
    names = {f.name for f in fields(Rule)}
    if unknown := sorted(set(row) - names):
        raise CodebookError(path, f"{label} has an unknown key {unknown[0]!r}")
    if missing := [key for key in REQUIRED if key not in row]:
        raise CodebookError(path, f"{label} lacks {missing[0]!r}")
    for key, value in row.items():
        if key != "done" and (not isinstance(value, str) or not value.strip()):
            raise CodebookError(path, f"{label}: {key!r} is no text")
    _check_values(row, label, matters, path)
    return Rule(**{**row, "done": tuple(row.get("done", ()))})


def _check_values(row: Table, label: str, matters: dict[str, re.Pattern[str]], path: str) -> None:
    if row["plover"] not in PLOVER_TYPES:
        raise CodebookError(path, f"{label}: {row['plover']!r} is no PLOVER type ({', '.join(PLOVER_TYPES)})")
    if not CAMEO.fullmatch(row["cameo"]):
        raise CodebookError(path, f"{label}: {row['cameo']!r} is no CAMEO code (two to four digits, 01 to 20)")
    if row["record"] not in RECORDS:
        raise CodebookError(path, f"{label}: {row['record']!r} is no kind of record ({', '.join(RECORDS)})")
    if "matter" in row and row["matter"] not in matters:
        raise CodebookError(path, f"{label}: there is no list of words [matters] {row['matter']!r}")
    done = row.get("done", [])
    if not isinstance(done, list) or not all(isinstance(code, str) for code in done):
        raise CodebookError(path, f"{label}: 'done' is no list of codes")
