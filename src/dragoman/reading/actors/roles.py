"""The part that a word plays in its clause, and what that says of it: speaker, owner, or a place on the map."""

from __future__ import annotations

from typing import Literal

from dragoman.reading.actors.pieces import nouns
from dragoman.reading.actors.pronouns import ACTING, SAYING
from dragoman.reading.grammar.parse import Parse

PLACE_PREPOSITIONS = frozenset(
    "in at near outside inside into through across around from to toward towards via throughout within over above off "
    "onto beyond along down up beside behind".split()
)
# Verbs and nouns whose "to X" or "from X" tells of words and powers and not of roads.
DEALING = frozenset(
    "demand message letter threat offer proposal appeal call signal aid support assistance loyal loyalty "
    "pressure response answer reply belong matter say tell speak talk sell send give pledge promise warning warn ally close "
    "opposition concession guarantee hear statement reaction condemnation objection help assurance objections opposed "
    "according thank grateful listen respond present propose deliver hand convey submit commitment threaten".split()
)
BUILT = frozenset(
    "park palace museum city street town building wall walls garden gate gates square house complex compound".split()
)
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})


def function_of(parse: Parse, i: int) -> Literal["subject", "object", "agent", "owner", "other"]:
    """Return the part of a word, or of the list it stands in."""
    while parse.dep[i] == "conj" and parse.head[i] != i:
        i = parse.head[i]
    dep = parse.dep[i]
    if dep in SUBJECTS:
        return "subject"
    if dep in ("dobj", "dative", "attr", "oprd"):
        return "object"
    if dep == "pobj":
        return "agent" if parse.dep[parse.head[i]] == "agent" else "object"
    return "owner" if dep == "poss" else "other"


def clause_of(parse: Parse, i: int) -> int:
    """Return the nearest predicate above a word."""
    for _ in range(12):
        h = parse.head[i]
        if h == i or parse.tag[h][0] == "V" or parse.tag[h] == "MD":
            loose = parse.dep[h] == "advcl" and parse.tag[h] == "VBG" and parse.kid(h, "nsubj") is None
            return parse.head[h] if loose else h  # "talking to the paper, he said": one who talks and says
        i = h
    return i


def speaks(parse: Parse, i: int) -> bool:
    """Whether a word is the subject of a verb of saying, or the one according to whom something is."""
    h = parse.head[i]
    if parse.dep[i] == "nsubj" and parse.lemma[h] in SAYING and parse.tag[h][0] == "V":
        return parse.lemma[h] not in ("go", "read", "note", "promise") or parse.tag[h] != "VBG"
    return parse.dep[i] == "pobj" and parse.lower[h] == "to" and parse.lower[parse.head[h]] == "according"


def reported(parse: Parse, i: int) -> bool:
    """Whether a word stands in a clause that somebody is said to say: "Ermin said that *Sato* would insist"."""
    for _ in range(12):
        h = parse.head[i]
        if h == i:
            return False
        if parse.dep[i] == "ccomp" and parse.lemma[h] in SAYING and parse.tag[h][0] == "V":
            return True
        i = h
    return False


def acts(parse: Parse, i: int) -> bool:
    """Whether a word is the subject of a verb that only somebody can do, also after "and", "to" or "would"."""
    while parse.dep[i] == "conj" and parse.head[i] != i:
        i = parse.head[i]
    return parse.dep[i] == "nsubj" and parse.lemma[parse.head[i]] in ACTING and parse.tag[parse.head[i]][0] == "V"


def is_place(parse: Parse, i: int, label: str) -> bool:
    """Whether a state, capital or seat is told as a place: "in Moscow", "left Tehran", "the Geneva round"."""
    if label not in ("state", "capital", "seat"):
        return False
    while parse.dep[i] == "conj" and parse.head[i] != i:
        i = parse.head[i]
    dep, h = parse.dep[i], parse.head[i]
    if dep == "pobj":
        preposition, above = parse.lower[h], parse.head[h]
        if preposition in ("to", "from", "toward", "towards", "behind"):
            if preposition == "behind":
                return parse.tag[above][0] == "V" and parse.lemma[above] in ("walk", "stand", "lie", "sit", "hide")
            owned = preposition == "from" and (parse.lemma[above] in nouns() or parse.lemma[above][:-1] in nouns())
            return not owned and parse.lemma[above] not in DEALING and parse.dep[h] != "dative"
        return preposition in PLACE_PREPOSITIONS
    if dep in ("npadvmod", "appos", "dep", "ROOT", "advmod"):
        return label == "capital"
    if dep == "dobj":
        return label == "capital" and parse.lemma[h] in (
            "leave",
            "visit",
            "reach",
            "tour",
            "enter",
            "attack",
            "strike",
            "hit",
            "bomb",
            "capture",
            "seize",
            "pound",
            "shell",
            "storm",
        )
    if dep == "nsubj":
        attribute = parse.kid(h, "attr")
        return parse.lemma[h] == "be" and attribute is not None and parse.lemma[attribute] in BUILT
    if dep not in ("compound", "nmod", "amod") or label == "state" or parse.tag[h][:2] != "NN":
        return False
    above = parse.head[h]
    return label == "capital" or (
        parse.dep[h] == "pobj" and parse.lower[above] in PLACE_PREPOSITIONS and parse.lower[h] in BUILT
    )
