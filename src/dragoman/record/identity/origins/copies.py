"""Texts -> copies: signatures and bands by which near copies are found, and which stretches two texts share.

A signature holds three things, all made of the text alone: the MinHash of its shingles (how much two texts are alike), the
smallest hashes of its long shingles (a copy that was cut, or that stands inside another text, keeps some of them), and the
hashes of its quoted sentences (a handout that several outlets quote). Each is a band by which others are looked up.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property, lru_cache
from hashlib import blake2b
from itertools import pairwise
from typing import Any
from zlib import crc32

from dragoman.record.identity.origins.addresses import plain_address
from dragoman.terms.report import content_id

PERMUTATIONS = 64
BAND = 8
"""Values of the MinHash in one band: 8 bands of 8 find nearly all texts that share nine tenths of their shingles, and hardly
one that only follows the same pattern. Copies that were edited more are found by their passages."""
SHINGLE = 5
"""Words of a shingle of the MinHash."""
PASSAGE = 8
"""Words of a long shingle: as many words are seldom the same by chance, and most sentences have more."""
PASSAGES = 16
"""Long shingles that are kept. Calibrated on own texts that were cut by 10 to 60 in 100, reordered and extended
(tests/unit/record/identity/test_copies.py): of the copies that keep half of the sentences of a text of 250 words, 995 in
1,000 share a band with it, of those that keep two fifths 960."""
KEY_PASSAGES = 5
"""Of them, those by which versions of one article are found: of two texts that share three quarters of their words, 98 in 100
pairs share one or a band of the MinHash."""
QUOTED = 8
"""Words that a quoted sentence must have to tell a handout."""
QUOTES = 12
"""Quoted sentences that are kept: the smallest hashes."""
WINDOW = 7
"""Days: a copy is looked for among what was published within the week of a report, the one before and the one after. It keeps
what a feed prints below each text from tying together all that it ever printed."""

_SCHEME = "affine32"
_MINHASH = 4 * PERMUTATIONS
_ENTRY = 9
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_QUOTED = re.compile(r'["“]([^"“”]{20,1200})["”]')
_SENTENCE = re.compile(r"(?<=[.!?])\s+")


@dataclass(frozen=True)
class Words:
    """The words of a text in lower case with plain apostrophes, and where each stands: white space and quote marks are none."""

    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    @cached_property
    def places(self) -> dict[bytes, int]:
        """Where each shingle stands that the text has but once; made once for all comparisons."""
        return _places(self.words, SHINGLE)


@dataclass(frozen=True, slots=True, order=True)
class Run:
    """A stretch of words that two texts share: the numbers of its first words in both, and how many words it has."""

    one: int
    other: int
    words: int


def words_of(text: str) -> Words:
    """Return the words of a text."""
    found = [(m[0].casefold().replace("’", "'"), m.start(), m.end()) for m in _WORD.finditer(text)]
    return Words(tuple(f[0] for f in found), tuple(f[1] for f in found), tuple(f[2] for f in found))


def sign(text: str) -> bytes:
    """Return the signature of a text. White space, case and the form of quotation marks make no difference."""
    words = [word.replace("’", "'") for word in _WORD.findall(text.casefold())]
    minhash = _permuted(_shingles(words, SHINGLE))
    # chosen by a quick checksum, kept by a hash that is wide enough for millions of reports
    long = [_hash(shingle) for _, shingle in sorted({(crc32(s), s) for s in _shingles(words, PASSAGE)})[:PASSAGES]]
    quoted = sorted({_hash(said) for said in _said(text)})[:QUOTES]
    return minhash + b"".join(b"p" + h for h in long) + b"".join(b"q" + h for h in quoted)


def bands_of(signature: bytes, url: str | None, published: date | None = None) -> tuple[str, ...]:
    """Return the bands by which copies and versions are found: those of the signature, and the address.

    Given the day of publication, the bands of the signature hold for its week only (see `near`); the address holds always.
    """
    week = "" if published is None else f".{published.toordinal() // WINDOW}"
    edges = range(0, _MINHASH + 1, 4 * BAND)
    alike = [f"b{n}{week}:{signature[a:b].hex()}" for n, (a, b) in enumerate(pairwise(edges))]
    kept = [f"{signature[n : n + 1].decode()}{week}:{signature[n + 1 : n + _ENTRY].hex()}" for n in _entries(signature)]
    first = [f"k{held[1:]}" for held in kept[:KEY_PASSAGES] if held.startswith("p")]
    return (*alike, *first, *kept, *([f"u:{content_id(plain_address(url))}"] if url else ()))


def key_bands(bands: Iterable[str]) -> tuple[str, ...]:
    """Return those of some bands that versions of one article share: addresses, MinHash, first passages."""
    return tuple(band for band in bands if band[0] in "ubk")


def close_in_time(one: date, other: date) -> bool:
    """Say whether reports of two days are compared: those of one week, or of weeks that follow each other."""
    return abs(one.toordinal() // WINDOW - other.toordinal() // WINDOW) <= 1


def near(bands: Iterable[str]) -> tuple[str, ...]:
    """Return the bands under which the copies of a report with these bands lie: its own week's, the one's before and after."""
    found: set[str] = set()
    for band in bands:
        head, _, hashed = band.partition(":")
        kind, dated, week = head.partition(".")
        if dated:
            found.update(f"{kind}.{number}:{hashed}" for number in _around(week))
        else:
            found.add(band)
    return tuple(sorted(found))


@lru_cache(maxsize=1_000)
def _around(week: str) -> tuple[int, int, int]:
    number = int(week)
    return number - 1, number, number + 1


def likeness(one: bytes, other: bytes) -> float:
    """Estimate from two signatures which part of their shingles two texts share (Jaccard)."""
    same = sum(one[n : n + 4] == other[n : n + 4] for n in range(0, _MINHASH, 4))
    return same / PERMUTATIONS


def shared_runs(one: Words, other: Words) -> tuple[Run, ...]:
    """Return the longest stretches of a shingle's words or more that both texts have, in the order of `one`.

    A shingle that stands in a text more than once (a refrain, a caption) begins no run, but may lie in one.
    """
    here, there = one.places, other.places
    runs, done = [], -1
    for start, place in sorted((n, there[s]) for s, n in here.items() if s in there):
        if start < done:
            continue
        first, second, length = start, place, SHINGLE
        while _same(one, other, first - 1, second - 1):
            first, second, length = first - 1, second - 1, length + 1
        while _same(one, other, first + length, second + length):
            length += 1
        runs.append(Run(first, second, length))
        done = first + length
    return tuple(runs)


def quotes_in(text: str) -> tuple[tuple[int, int], ...]:
    """Return where words stand in quotation marks, without the marks."""
    return tuple((m.start(1), m.end(1)) for m in _QUOTED.finditer(text))


def _same(one: Words, other: Words, first: int, second: int) -> bool:
    return 0 <= first < len(one.words) and 0 <= second < len(other.words) and one.words[first] == other.words[second]


def _places(words: Sequence[str], length: int) -> dict[bytes, int]:
    shingles = _shingles(words, length) if len(words) >= length else []
    often = Counter(shingles)
    return {shingle: n for n, shingle in enumerate(shingles) if often[shingle] == 1}


def _shingles(words: Sequence[str], length: int) -> list[bytes]:
    """Return each `length` words that follow each other; all words where there are fewer."""
    coded = [word.encode("utf-8", "surrogatepass") for word in words]
    return [b" ".join(coded[n : n + length]) for n in range(max(1, len(coded) - length + 1))]


def _said(text: str) -> Iterable[bytes]:
    """Yield the quoted sentences that are long enough to be nobody else's."""
    for start, end in quotes_in(text):
        for sentence in _SENTENCE.split(text[start:end]):
            words = words_of(sentence).words
            if len(words) >= QUOTED:
                yield from _shingles(words, len(words))


def _hash(words: bytes) -> bytes:
    return blake2b(words, digest_size=_ENTRY - 1).digest()


def _entries(signature: bytes) -> range:
    return range(_MINHASH, len(signature) - _ENTRY + 1, _ENTRY)


def _permuted(shingles: list[bytes]) -> bytes:
    from datasketch import MinHash  # type: ignore[import-untyped]

    hashed = MinHash(num_perm=PERMUTATIONS, permutations=_permutations(), scheme=_SCHEME, hashfunc=crc32)
    hashed.update_batch(shingles)
    return bytes(hashed.hashvalues.astype(">u4").tobytes())


@cache
def _permutations() -> Any:
    """Return the permutations of the MinHash: drawn once, from a fixed seed, so that signatures agree everywhere."""
    from datasketch import MinHash

    return MinHash(num_perm=PERMUTATIONS, seed=1, scheme=_SCHEME).permutations
