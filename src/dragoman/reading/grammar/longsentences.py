"""Sentences without an end: a table or a list on one line, cut so that no work on one sentence grows with the whole text."""

from __future__ import annotations

LONGEST = 600
"""So many words no sentence of a story has."""
PIECE = 200


def cut_long(
    sentences: list[tuple[int, int]], heads: list[int], deps: list[str], entities: list[tuple[int, int, str]]
) -> list[tuple[int, int]]:
    """Return the sentences with overlong ones in pieces; what hung on a word of another piece becomes a root, in place."""
    if all(b - a <= LONGEST for a, b in sentences):
        return sentences
    inside = {i for a, b, _ in entities for i in range(a + 1, b)}
    out: list[tuple[int, int]] = []
    for first, last in sentences:
        start = first
        while last - start > LONGEST:
            end = next((i for i in range(start + PIECE, start, -1) if i not in inside), start + PIECE)
            out.append((start, end))
            start = end
        out.append((start, last))
    for a, b in out:
        _close(a, b, heads, deps)
    return out


def _close(first: int, end: int, heads: list[int], deps: list[str]) -> None:
    for i in range(first, end):
        if not first <= heads[i] < end:
            heads[i], deps[i] = i, "ROOT"
