"""Names of bodies in several parts: "Organization of Lenn Unity", "Department of Corrections", "Mediation and Labour Service".

Such a name is a noun for a body with a capital and, behind "of" or "for", what the body is for, in capitals too; or two
words with capitals joined by "and" before such a noun, where the tagger takes all of it for one name.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from dragoman.reading.grammar.parse import Parse
from dragoman.terms.findings import ActorKind

HEADS: dict[str, ActorKind] = {
    **dict.fromkeys(("organization", "organisation", "association", "council", "committee", "federation", "league"), "group"),
    **dict.fromkeys(("confederation", "union", "front", "movement", "party", "alliance", "coalition", "forum"), "group"),
    **dict.fromkeys(("community", "board", "congress", "assembly", "chamber", "network", "panel", "brotherhood"), "group"),
    **dict.fromkeys(("observatory", "institute", "centre", "center", "foundation", "university", "society"), "ngo"),
    **dict.fromkeys(("academy", "college", "trust", "campaign", "initiative"), "ngo"),
    **dict.fromkeys(("department", "agency", "bureau", "commission", "court", "service", "authority", "office"), "government"),
    **dict.fromkeys(("directorate", "inspectorate", "ministry"), "government"),
    **dict.fromkeys(("bank", "company", "corporation", "fund", "co", "corp", "inc", "ltd", "plc"), "company"),
    **dict.fromkeys(("army", "brigades", "brigade", "regiment"), "armed-group"),
}  # fmt: skip
FIRMS = frozenset({"co", "corp", "inc", "ltd", "plc"})
"""What stands at the end of a firm's name."""
INNER = frozenset({"of", "for", "on", "against", "in"})
OPENING = INNER - {"in"}
"""Prepositions behind the noun that can be a part of the name; "in" goes on only inside of one ("Cooperation *in* Europe")."""
ABSTRACT = (
    "tion",
    "sion",
    "ment",
    "ity",
    "ism",
    "ance",
    "ence",
    "ing",
    "ture",
    "ship",
    "cy",
    "ice",
    "ics",
    "ety",
    "ies",
    "rity",
)


@cache
def kind_of(name: str) -> ActorKind:
    """Return what kind of body a name tells: by its noun before "of", or the last word."""
    words = name.lower().split()
    found = next(
        (HEADS[w] for w, after in zip(words, [*words[1:], ""], strict=True) if w in HEADS and after in INNER), None
    )
    return found or HEADS.get(words[-1], "group")


def find_compounds(parse: Parse, known: Mapping[int, tuple[int, bool]]) -> Iterator[tuple[int, int]]:
    """Yield first and last word of each name in several parts.

    `known` gives for the first word of each known name its last word and whether it may stand inside of such a name.
    """
    inside: dict[int, bool] | None = None
    for i, lower in enumerate(parse.lower):
        if lower not in HEADS or not _capital(parse, i) or parse.tag[i][:3] != "NNP":
            continue
        if inside is None:
            inside = {k: free for begin, (end, free) in known.items() for k in range(begin, end + 1)}
        first = _first(parse, i, inside)
        last = _behind(parse, i, known)
        if last > i or (first < i - 1 and not {"and", "&"}.isdisjoint(parse.lower[first:i])):
            yield first, last


def _capital(parse: Parse, i: int) -> bool:
    return parse.word[i][0].isupper() and not (parse.word[i].isupper() and len(parse.word[i]) > 5)


def _first(parse: Parse, i: int, inside: Mapping[int, bool]) -> int:
    """The first word of the name before its noun: "*Sarra Human Rights* Council", "*Federal Mediation and Labour* Service"."""
    begin = parse.sentences[parse.sentence[i]][0]
    first = i
    while first > begin and _part(parse, first - 1, inside):
        first -= 1
    if parse.lower[i] in FIRMS and _of_partners(parse, i, first, begin):
        first -= 2
        while first > begin and _part(parse, first - 1, inside):
            first -= 1
    elif first < i and first - 1 > begin and parse.lower[first - 1] == "and" and _part(parse, first - 2, inside):
        one_name = parse.entity[first - 1] == "ORG" == parse.entity[i] == parse.entity[first - 2]
        if one_name or all(parse.lower[k].endswith(ABSTRACT) for k in (first - 2, first)):
            first -= 2
            while first > begin and _part(parse, first - 1, inside):
                first -= 1
    return first


def _of_partners(parse: Parse, i: int, first: int, begin: int) -> bool:
    """Whether "and" stands inside of a firm's name: "*Quay and* Co", "*Quay & Pier* Inc", "*Quay Tire and* Rubber Co"."""
    before = first - 2
    if before < begin or parse.lower[first - 1] not in ("and", "&") or parse.tag[before][:3] != "NNP":
        return False
    if parse.lower[before] in FIRMS or not _capital(parse, before):
        return False
    one_name = all(parse.entity[k] == "ORG" and k not in parse.entity_starts for k in range(first - 1, i + 1))
    return parse.word[first - 1] == "&" or first == i or one_name


def _part(parse: Parse, i: int, inside: Mapping[int, bool]) -> bool:
    return parse.word[i][0].isupper() and parse.tag[i][:3] in ("NNP", "JJ", "NN") and inside.get(i, True)


def _behind(parse: Parse, i: int, known: Mapping[int, tuple[int, bool]]) -> int:
    """The last word of what the body is for, the noun itself where none is told."""
    n, end = i, parse.sentences[parse.sentence[i]][1]
    opening = OPENING
    while n + 2 < end and parse.lower[n + 1] in opening:
        k = n + 2 + (parse.lower[n + 2] == "the")
        last = _words(parse, k, end, known)
        if last < k or (parse.lower[n + 1] != "in" and _whose(parse, i, k, last, known)):
            break
        n, opening = last, INNER
    return n


def _whose(parse: Parse, i: int, first: int, last: int, known: Mapping[int, tuple[int, bool]]) -> bool:
    """Whether the words only tell whose or where the body is: "the Committee of Norway", "the Office of Ana Ruiz"."""
    alone = first in known and known[first][0] >= last and not known[first][1]
    person = parse.entity[last] == "PERSON" and not parse.lower[last].endswith(ABSTRACT)
    return person or (alone and parse.lower[i] not in ("university", "bank", "college"))


def _words(parse: Parse, k: int, end: int, known: Mapping[int, tuple[int, bool]]) -> int:
    """The last of the words with capitals from `k` on; "and" goes on where an abstract noun or more members follow."""
    last = k - 1
    while last + 1 < end and parse.word[last + 1][0].isupper() and parse.tag[last + 1][0] in "NJ":
        if last >= k and parse.entity[last + 1] == "PERSON" != parse.entity[last]:
            break  # "Committee for the Unity of the Country *Ri Son*"
        last += 1
        follows = last + 2 < end and parse.lower[last + 1] in ("and", "&") and parse.word[last + 2][0].isupper()
        if follows and last + 2 not in known and (parse.lower[last + 2].endswith(ABSTRACT) or _members(parse, last)):
            last += 1
    return last


def _members(parse: Parse, i: int) -> bool:
    """Whether "and" joins two sorts of members: "Brotherhood of Engineers *and Trainmen*"."""
    return all(parse.lower[k].endswith(("s", "men")) and parse.entity[k] != "PERSON" for k in (i, i + 2))
