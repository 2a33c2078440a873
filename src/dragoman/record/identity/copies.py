"""Texts -> copies and versions: which reports carry nearly the same words."""

from __future__ import annotations

from itertools import pairwise

from dragoman.terms.report import content_id

PERMUTATIONS = 64
BAND = 4
"""Values of a signature in one band. 16 bands of 4: texts that share half of their shingles share a band two times in three,
texts that share four fifths nearly always."""


def sign(text: str) -> bytes:
    """Return the MinHash of a text's shingles of five words."""
    from datasketch import MinHash  # type: ignore[import-untyped]

    words = text.lower().split()
    shingles = {" ".join(words[n : n + 5]) for n in range(max(1, len(words) - 4))}
    hashed = MinHash(num_perm=PERMUTATIONS, seed=1)
    hashed.update_batch([shingle.encode("utf-8", "surrogatepass") for shingle in sorted(shingles)])
    return bytes(hashed.hashvalues.astype(">u4").tobytes())


def bands_of(signature: bytes, url: str | None) -> tuple[str, ...]:
    """Return the bands by which copies and versions are found: those of the signature, and the address."""
    edges = range(0, len(signature) + 1, 4 * BAND)
    bands = [f"b{n}:{signature[a:b].hex()}" for n, (a, b) in enumerate(pairwise(edges))]
    return (*bands, *([f"u:{content_id(url)}"] if url else ()))
