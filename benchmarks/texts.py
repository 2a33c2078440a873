"""Reports for the speed runs: as many as wanted, each of about 2,000 characters, made from the sample case, always the same.

Paragraphs are drawn and put together, names and numbers replaced, so that no two reports are alike and nothing that a
reader remembers of one saves it the work on the next.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from dragoman.samples import sample_paths
from dragoman.terms.report import Report

LENGTH = 2000
SEED = 20260308
ONSETS = ("B", "Br", "D", "Dr", "F", "G", "H", "K", "Kr", "L", "M", "N", "P", "R", "S", "St", "T", "V", "Z")
RHYMES = ("al", "an", "ar", "el", "en", "er", "il", "in", "ol", "on", "or", "ul", "un")
ENDS = ("a", "ak", "as", "e", "ek", "ic", "in", "o", "ov", "sen", "son", "sky")
NAMES = re.compile(
    r"\b(Dolvan|Tarnow|Zerafa|Orlik|Corvin|Aunevik|Vesely|Kranz|Hruby|Malouf|Holm|Haddad|Stanek|Vellin|Karsk)\b"
)
NUMBERS = re.compile(r"(?<![\d.,-])\d{1,3}(?![\d.,-])")


def reports(count: int) -> Iterator[Report]:
    """Yield `count` reports."""
    draw = Random(SEED)
    paragraphs = _paragraphs()
    for number in range(count):
        day = date(2026, 3, 8) + timedelta(days=number % 14)
        yield Report(id=f"speed-{number}", published=day, text=_text(draw, paragraphs))


def _paragraphs() -> list[str]:
    found = []
    for path in sample_paths():
        if path.suffix == ".txt":
            _, _, story = path.read_text(encoding="utf-8").partition("\n\n")
            found += [
                " ".join(p.split()) for p in story.split("\n\n") if len(p) > 120 and not p.startswith(("---", "("))
            ]
    return sorted(set(found))


def _text(draw: Random, paragraphs: list[str]) -> str:
    chosen: list[str] = []
    for paragraph in draw.sample(paragraphs, len(paragraphs)):
        if sum(map(len, chosen)) + len(paragraph) / 2 > LENGTH:
            break
        chosen.append(paragraph)
    names: dict[str, str] = {}
    text = NAMES.sub(lambda m: names.setdefault(m[0], _name(draw)), "\n\n".join(chosen))
    return NUMBERS.sub(lambda _: str(draw.randint(2, 999)), text)


def _name(draw: Random) -> str:
    return draw.choice(ONSETS) + draw.choice(RHYMES) + draw.choice(("", "d", "k", "m", "t", "v")) + draw.choice(ENDS)
