"""Runs of words that make one noun phrase: its noun, names, adjectives and numbers, without articles and what follows."""

from __future__ import annotations

from typing import NamedTuple

from dragoman.reading.actors.compounds import HEADS
from dragoman.reading.actors.pieces import Piece
from dragoman.reading.actors.runparts import second_of_given
from dragoman.reading.grammar.parse import Parse

NOMINAL = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "JJR", "JJS", "CD", "HYPH", "FW", "AFX"})
COLLECTIVES = frozenset(
    "people peoples workers women men children teachers farmers soldiers students miners nurses doctors veterans lawyers employers".split()
)
PARTICLES = frozenset(
    "al el ul bin bint ibn ben abu van von der den de del della da di do dos du af zu ter ten".split()
)
CALLED = frozenset({"armed-group", "group", "media", "company"})
ARMED = frozenset({"armed-group", "media", "company"})
COMPLEMENTS = frozenset({"to", "for", "of", "on", "in", "at"})
FOR = frozenset({"state", "body", "region", "adjective", "group"})
BARS = frozenset({"|", "•", "·", "‖"})
NAMED_BY_DAY = frozenset({"movement", "alliance", "front", "brigade", "brigades", "coalition", "committee", "group"})
DATED = frozenset({"DATE", "TIME"})


class Run(NamedTuple):
    """Words `first` to `last`, inclusive; `holder` is true for the name of one whose office stands before its complement."""

    first: int
    last: int
    holder: bool = False


def find_runs(parse: Parse, pieces: dict[int, Piece]) -> list[Run]:
    """Return the runs in the order of the text."""
    tied = _tied(pieces)
    runs: list[Run] = []
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
            if (
                i - 2 >= a
                and parse.word[i - 1] == "-"
                and parse.end[i - 1] == parse.start[i]
                and parse.end[i - 2] == parse.start[i - 1]
            ):
                first = i - 2  # "well-known maker"
            holder = _holder(parse, (first, j), a, pieces)
            if holder is not None:
                runs.append(Run(first, holder - 1))
            elif runs and runs[-1].last == first - 1 and parse.word[first][0].isupper():
                holds = _holder(parse, (runs[-1].first, j), a, pieces) == first
                runs.append(Run(first, j, holds))
                i = j + 1
                continue
            runs.append(Run(first if holder is None else holder, j, holder is not None))
            i = j + 1
    return runs


def _holder(parse: Parse, run: tuple[int, int], begin: int, pieces: dict[int, Piece]) -> int | None:
    """Return where the name of an office's holder begins behind what the office is for: "envoy to Mali Anna Berg"."""
    first, last = run
    before = first - 1 - (parse.lower[first - 1] == "the") if first > begin else begin
    if before - 1 < begin or parse.lower[before] not in COMPLEMENTS:
        return None
    if not any(p.label == "office" for p in _ending(pieces, before - 1)):
        return None
    name = _complement_end(parse, run, pieces)
    if (
        name is not None
        and parse.word[name - 1].islower()
        and name - 1 not in pieces
        and parse.entity[name] != "PERSON"
    ):
        return None
    if (
        name is None
        or last - name < 1
        or any(parse.word[i][0].islower() and parse.word[i - 1] != "-" for i in range(name, last + 1))
    ):
        return None
    sure = all(parse.entity[i] == "PERSON" for i in (name, last))
    if any(p.label == "group" for p in _ending(pieces, name - 1)):
        return name if parse.lower[before] in ("of", "at") and last - name < 4 else None
    state = first in pieces and pieces[first].label == "state"
    if sure or (parse.lower[before] in ("to", "for") and state and parse.entity[last] in ("", "ORG", "GPE")):
        return name
    return None


def _complement_end(parse: Parse, run: tuple[int, int], pieces: dict[int, Piece]) -> int | None:
    """Return the word behind the state, body or committee that a run begins with."""
    end = None
    i = run[0]
    while i <= run[1]:
        piece = pieces.get(i)
        if piece is None and end is None and parse.word[i].islower() and parse.tag[i] in ("NN", "JJ"):
            i += 1  # "the negotiation committee"
            continue
        if piece is None and parse.tag[i] in ("NN", "NNS") and parse.word[i].islower():
            end = i = i + 1  # "mediator for the peace talks"
            continue
        if (
            piece is None
            or piece.label not in FOR
            or (piece.label == "group" and (piece.value in ARMED or parse.word[piece.last][0].isupper()))
        ):
            break
        end = i = piece.last + 1
    return end if end is not None and end <= run[1] else None


def _possessive_name(parse: Parse, j: int, end: int) -> bool:
    """Whether the possessive at word `j` is a part of a name: "Workers' Party", "People's Republic"."""
    if (
        j + 2 >= end
        or parse.tag[j + 1] != "POS"
        or not parse.word[j][0].isupper()
        or not parse.word[j + 2][0].isupper()
    ):
        return False
    several = parse.tag[j] in ("NNS", "NNPS") or parse.lower[j].endswith(("s", "men"))
    return parse.lower[j] in COLLECTIVES or (several and parse.lower[j + 2] in HEADS and parse.entity[j] != "GPE")


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
    if parse.word[i] in BARS:
        return False
    if tag in NOMINAL:
        return True
    if tag in ("VBN", "VBG", "VBD") and parse.dep[i] in ("amod", "compound", "nmod"):
        return True
    if parse.word[i] == "-" or (
        i and parse.word[i - 1] == "-" and parse.tag[i][0] in "NVJ" and parse.end[i - 1] == parse.start[i]
    ):
        return True
    if i > 2 and parse.word[i - 1] == "-" and parse.end[i - 1] == parse.start[i] and second_of_given(parse, i):
        return True
    if tag[0] == "V" or tag in ("NFP", ":", ","):
        return False
    return (
        parse.word[i][0].isupper()
        and parse.entity[i] not in ("", "DATE", "TIME")
        and tag not in ("DT", "IN", "CC", "POS")
    )


def _joined(parse: Parse, first: int, j: int, end: int, pieces: dict[int, Piece]) -> bool:
    """Whether word `j` and the nominal word behind it belong to one phrase."""
    k = j + 1
    if (parse.entity[j] in DATED) != (parse.entity[k] in DATED):
        return (
            parse.lower[k] in NAMED_BY_DAY
            and parse.word[k][0].isupper()
            and k in (parse.head[j], parse.head[parse.head[j]])
        )
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
    while (
        parse.dep[h] == "conj" and parse.tag[j] in ("JJ", "NNP") and parse.head[h] < h
    ):  # "French and Canadian leaders"
        h = parse.head[h]
    h = parse.head[h]
    if k <= h < end and parse.dep[j] not in ("nsubj", "nsubjpass", "dobj", "pobj", "npadvmod", "poss"):
        if all(_nominal(parse, m) or parse.tag[m] in ("POS", "CC", ",", "IN") for m in range(k, h + 1)):
            return True
    return parse.tag[j][:3] == "NNP" and parse.tag[k][:3] == "NNP" and not parse.entity[j]


def _one_entity(parse: Parse, j: int) -> bool:
    return j + 1 not in parse.entity_starts


def _ending(pieces: dict[int, Piece], j: int) -> list[Piece]:
    return [p for s in range(max(0, j - 4), j + 1) if (p := pieces.get(s)) is not None and p.last == j]
