"""Runs of words that make one noun phrase: its noun, names, adjectives and numbers, without articles and what follows."""

from __future__ import annotations

from dragoman.reading.parse import Parse
from dragoman.reading.pieces import Piece

NOMINAL = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "JJR", "JJS", "CD", "HYPH", "FW", "AFX"})
COLLECTIVES = frozenset("people peoples workers women men children teachers farmers soldiers students miners nurses doctors veterans lawyers employers".split())
PARTICLES = frozenset("al el ul bin bint ibn ben abu van von der den de del della da di do dos du af zu ter ten".split())
CALLED = frozenset({"armed-group", "group", "media", "company"})
DATED = frozenset({"DATE", "TIME"})


def find_runs(parse: Parse, pieces: dict[int, Piece]) -> list[tuple[int, int]]:
    """Return the runs as inclusive word ranges, in the order of the text."""
    tied = _tied(pieces)
    runs: list[tuple[int, int]] = []
    for a, b in parse.sentences:
        i = a
        while i < b:
            if not _may_start(parse, i, tied):
                i += 1
                continue
            j = i
            while j + 1 < b:
                if (j, j + 1) in tied or (_nominal(parse, j + 1) and _joined(parse, i, j, b, pieces)):
                    j += 1
                elif _possessive_name(parse, j, b) or _particle(parse, j, b):
                    j += 2
                else:
                    break
            while j > i and parse.tag[j] == "HYPH":
                j -= 1
            first = i
            if i - 2 >= a and parse.word[i - 1] == "-" and parse.end[i - 1] == parse.start[i] and parse.end[i - 2] == parse.start[i - 1]:
                first = i - 2  # "well-known maker"
            runs.append((first, j))
            i = j + 1
    return runs


def _possessive_name(parse: Parse, j: int, end: int) -> bool:
    """Whether the possessive at word `j` is a part of a name: "Workers' Party", "People's Republic"."""
    return (
        j + 2 < end
        and parse.tag[j + 1] == "POS"
        and parse.lower[j] in COLLECTIVES
        and parse.word[j][0].isupper()
        and parse.word[j + 2][0].isupper()
    )


def _particle(parse: Parse, j: int, end: int) -> bool:
    """Whether a small word at `j + 1` ties two parts of a name: "Andre Correa do Lago"."""
    return (
        j + 2 < end
        and parse.lower[j + 1] in PARTICLES
        and parse.word[j][0].isupper()
        and parse.tag[j][:3] == "NNP"
        and parse.tag[j + 2][:3] == "NNP"
    )


def _tied(pieces: dict[int, Piece]) -> set[tuple[int, int]]:
    return {(k, k + 1) for p in pieces.values() for k in range(p.first, p.last)}


def _may_start(parse: Parse, i: int, tied: set[tuple[int, int]]) -> bool:
    return (_nominal(parse, i) and parse.tag[i] != "HYPH") or (i, i + 1) in tied


def _nominal(parse: Parse, i: int) -> bool:
    tag = parse.tag[i]
    if tag in NOMINAL:
        return True
    if tag in ("VBN", "VBG", "VBD") and parse.dep[i] in ("amod", "compound", "nmod"):
        return True
    if parse.word[i] == "-" or (i and parse.word[i - 1] == "-" and parse.tag[i][0] in "NVJ" and parse.end[i - 1] == parse.start[i]):
        return True
    if tag[0] == "V" or tag in ("NFP", ":", ","):
        return False
    return parse.word[i][0].isupper() and parse.entity[i] not in ("", "DATE", "TIME") and tag not in ("DT", "IN", "CC", "POS")


def _joined(parse: Parse, first: int, j: int, end: int, pieces: dict[int, Piece]) -> bool:
    """Whether word `j` and the nominal word behind it belong to one phrase."""
    k = j + 1
    if (parse.entity[j] in DATED) != (parse.entity[k] in DATED):
        return False
    if "-" in (parse.word[j], parse.word[k]):
        return parse.end[j] == parse.start[k]
    if parse.entity[j] and parse.entity[j] == parse.entity[k] and _one_entity(parse, j):
        return True
    if first <= parse.head[k] <= j:
        if parse.tag[k] == "JJ" and parse.tag[j] in ("NN", "NNS"):  # "people familiar with the matter"
            return False
        return not (parse.dep[k] in ("npadvmod", "dobj", "attr", "oprd") and parse.tag[k][:2] == "NN")
    if parse.tag[k][:3] == "NNP" and parse.tag[j][:2] == "NN":  # "spokesperson" + name, whatever the tree says
        ends = _ending(pieces, j)
        if any(p.label in ("office", "title") for p in ends):
            return True
        if any(p.label == "group" and p.value in CALLED for p in ends) and parse.word[j].islower():
            return True
    h = j
    while parse.dep[h] == "conj" and parse.tag[j] in ("JJ", "NNP") and parse.head[h] < h:  # "French and Canadian leaders"
        h = parse.head[h]
    h = parse.head[h]
    if k <= h < end and parse.dep[j] not in ("nsubj", "nsubjpass", "dobj", "pobj", "npadvmod", "poss"):
        if all(_nominal(parse, m) or parse.tag[m] in ("POS", "CC", ",", "IN") for m in range(k, h + 1)):
            return True
    return parse.tag[j][:3] == "NNP" and parse.tag[k][:3] == "NNP" and not parse.entity[j]


def _one_entity(parse: Parse, j: int) -> bool:
    return not any(a == j + 1 for a, _, _ in _entities_from(parse, j + 1))


def _entities_from(parse: Parse, i: int) -> list[tuple[int, int, str]]:
    return [e for e in parse.entities if e[0] == i]


def _ending(pieces: dict[int, Piece], j: int) -> list[Piece]:
    return [p for s in range(max(0, j - 4), j + 1) if (p := pieces.get(s)) is not None and p.last == j]
