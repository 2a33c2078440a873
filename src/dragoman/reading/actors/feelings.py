"""Tells the opposition that somebody meets with from the Opposition that sits in a parliament."""

from __future__ import annotations

from dragoman.reading.grammar.parse import Parse

MEETING = frozenset(
    "face meet overcome draw spark voice express encounter provoke arouse generate raise whip drum mount drop withdraw signal state declare".split()
)
AGAINST = frozenset({"despite", "amid", "over", "into", "with", "of"})
FROM = frozenset({"to", "from", "among"})


def is_felt(parse: Parse, word: int) -> bool:
    """Say whether "opposition" is what somebody has *to* a matter, and no body: "faces opposition *from* Mali"."""
    if parse.lower[word] != "opposition":
        return False
    if parse.lower[word + 1 : word + 2] and parse.lower[word + 1] in FROM and parse.dep[word + 1] == "prep":
        return not _sits(parse, word)
    if any(parse.lower[c] in ("the", "an") for c in parse.kids(word, "det")):
        return False
    above = parse.head[word]
    if parse.dep[word] == "dobj":
        return parse.lemma[above] in MEETING
    return parse.dep[word] == "pobj" and parse.lower[above] in AGAINST and parse.lemma[parse.head[above]] in MEETING


def _sits(parse: Parse, word: int) -> bool:
    """Whether it is a body that is from somewhere, or that does something to somebody: "*the opposition from* Mali *walked out*"."""
    return parse.lower[word + 1] == "from" and parse.dep[word] == "nsubj" and parse.tag[parse.head[word]] == "VBD"
