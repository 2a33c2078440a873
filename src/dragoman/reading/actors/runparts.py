"""The parts of a run of words: known pieces, single words with a capital, others, hyphens."""

from __future__ import annotations

from dragoman.reading.actors.pieces import Label, Piece, nouns, proper
from dragoman.reading.grammar.parse import Parse

NAMELIKE = frozenset({"state", "people", "capital", "outlet", "body", "region", "adjective"})
SYLLABLES = frozenset({"in", "un", "on", "so", "do", "to", "up", "as", "at", "il"})
PREFIXES = frozenset({"pro", "anti", "non", "pre", "post", "mid", "cross", "inter", "multi", "ultra", "self"})
NAMED = frozenset({"party", "movement", "front", "congress", "army", "council", "union"})
NUMBERED = frozenset({"local", "lodge"})
PAPERS = frozenset(
    "statement communique letter memo report release message document figure datum bulletin note".split()
)
CHOSEN = frozenset({"designate", "elect", "nominee"})
"""Words behind the hyphen of an office that somebody is to take."""
DIRECTIONS = frozenset(
    "north south east west northern southern eastern western central upper lower greater new old".split()
)


def cut(parse: Parse, run: tuple[int, int], pieces: dict[int, Piece]) -> list[Piece]:
    """Cut a run into known pieces and single words labelled "cap" or "low"."""
    out: list[Piece] = []
    i = run[0]
    while i <= run[1]:
        piece = pieces.get(i)
        if piece is not None and piece.last <= run[1] and not _part_of_name(parse, piece, run):
            out.append(piece)
            i = piece.last + 1
            continue
        out.append(Piece(i, i, _case(parse, i), ""))
        i += 1
    return out


def _case(parse: Parse, i: int) -> Label:
    word = parse.word[i]
    if parse.tag[i] == "POS":
        return "hyphen"
    if parse.tag[i] == "CD" and numbered(parse, i):
        return "cap"
    if parse.entity[i] in ("DATE", "TIME", "CARDINAL", "ORDINAL", "MONEY", "PERCENT", "QUANTITY", "LANGUAGE"):
        return "low"
    if parse.lower[i] in PREFIXES and parse.word[i + 1 : i + 2] == ["-"]:
        return "low"  # "Pro-Iranian radicals"
    if word[0].isupper() and parse.tag[i] != "CD":
        if parse.lower[i] in NUMBERED and parse.tag[i + 1 : i + 2] == ["CD"]:
            return "cap"
        if (
            parse.tag[i] in ("NN", "NNS", "JJ", "VBG", "VBN", "JJR", "JJS")
            and not parse.entity[i]
            and opens_sentence(parse, i)
        ):
            return "low"
        return "cap"
    if word == "-":
        return "hyphen"
    return "cap" if _second_half(parse, i) else "low"


def numbered(parse: Parse, i: int) -> bool:
    """Whether a number is a part of a name: "Local 40", "June 9 Movement"."""
    if not i or not parse.word[i].isdigit() or not parse.word[i - 1][0].isupper():
        return False
    return parse.lower[i - 1] in NUMBERED or (parse.entity[i] == "ORG" == parse.entity[i - 1])


def _second_half(parse: Parse, i: int) -> bool:
    """Whether a word in lower case ends a name with a hyphen: "Ban Ki-moon"."""
    if i < 2 or parse.word[i - 1] != "-" or parse.end[i - 1] != parse.start[i] or not parse.word[i - 2][0].isupper():
        return False
    if parse.tag[i][:3] == "NNP" or ("PERSON" == parse.entity[i - 2] == parse.entity[i] and len(parse.word[i]) < 8):
        return True
    return second_of_given(parse, i)


def second_of_given(parse: Parse, i: int) -> bool:
    """Whether a short word that the tagger took for another one ends a family name and given names: "Moon Jae-in"."""
    if i < 3 or parse.entity[i - 2] != "PERSON" or not parse.word[i - 3][0].isupper() or len(parse.word[i]) > 6:
        return False
    if parse.word[i] in SYLLABLES:
        return parse.entity[i - 3] == "PERSON"
    follows = parse.tag[i + 1 : i + 2]
    return (
        parse.tag[i][0] != "V"
        and (parse.entity[i - 3] == "PERSON" or parse.tag[i - 3] == "NNP")
        and not (follows and follows[0][:2] in ("NN", "JJ"))
    )


def opens_sentence(parse: Parse, i: int) -> bool:
    """Whether nothing but marks stands before a word in its sentence."""
    first = parse.sentences[parse.sentence[i]][0]
    return all(not w[0].isalnum() for w in parse.word[first:i])


def _part_of_name(parse: Parse, piece: Piece, run: tuple[int, int]) -> bool:
    if piece.last < run[1] and parse.tag[piece.last + 1] == "POS":  # "People's Republic"
        return True
    if piece.label == "outlet" and _mid_name(parse, piece, run):  # "Ennedi Liberation Front"
        return True
    if piece.label == "body" and _longer(parse, piece, run):  # "Free Democratic Party"
        return True
    if piece.label == "person" and piece.first == piece.last and _in_person(parse, piece.first, run):  # "Ri Son-kwon"
        return True
    if piece.label == "title":  # "Hun Sen": nothing follows that it could be the title of
        return piece.last == run[1] and piece.first > run[0]
    return _part_of_person(parse, piece, run)


def _mid_name(parse: Parse, piece: Piece, run: tuple[int, int]) -> bool:
    """Whether a plain word that is an outlet's name too stands in a longer name."""
    i = piece.first
    if piece.last > i or parse.word[i].isupper() or i == run[1]:
        return False
    after = parse.tag[i + 1][:3] == "NNP" and parse.word[i + 1][0].isupper() and not _is_noun(parse.lower[i + 1])
    return after and parse.entity[i] == parse.entity[i + 1]


def _longer(parse: Parse, piece: Piece, run: tuple[int, int]) -> bool:
    """Whether a known body's name is but the end of another one's: a word with a capital right before it, in one name."""
    i = piece.first - 1
    if i < run[0] or piece.last == piece.first or not parse.word[i][0].isupper() or _is_name(parse.word[i]):
        return False
    return parse.tag[i] == "NNP" and not _is_noun(parse.lower[i]) and parse.lower[piece.last] in NAMED


def _is_noun(word: str) -> bool:
    """Whether a word is a noun for an office or a group by itself."""
    return any(len(parts) == 1 for parts, _, _ in nouns().get(word, ()))


def _is_name(word: str) -> bool:
    """Whether a list knows a word as a name by itself."""
    return any(len(parts) == 1 for parts, _, _ in proper().get(word, ()))


def _in_person(parse: Parse, i: int, run: tuple[int, int]) -> bool:
    """Whether a noun for people with a capital is a given name, by what stands before and behind it."""
    if (
        not parse.word[i][0].isupper()
        or i == run[0]
        or not parse.word[i - 1][0].isupper()
        or parse.entity[i] != "PERSON"
    ):
        return False
    return parse.entity[i - 1] == "PERSON" or (i < run[1] and parse.word[i + 1] == "-")


def _part_of_person(parse: Parse, piece: Piece, run: tuple[int, int]) -> bool:
    """Whether a known word is but a part of somebody's name: "Michael Jordan", "Israel Katz", "Volker Turk"."""
    if piece.label not in NAMELIKE or piece.last > piece.first:
        return False
    i, entity = piece.first, parse.entity
    before = i > run[0] and _given(parse, i - 1)
    if entity[i] == "PERSON":
        after = i < run[1] and entity[i + 1] == "PERSON" and parse.word[i + 1][0].isupper()
        return (before and entity[i - 1] == "PERSON") or (after and piece.label != "adjective")
    if not before or entity[i] in ("GPE", "LOC", "NORP", "FAC") or piece.label == "outlet":
        return False
    return parse.dep[i - 1] == "compound" and parse.head[i - 1] == i and parse.lower[i - 1] not in DIRECTIONS


def _given(parse: Parse, i: int) -> bool:
    """Whether a word can be somebody's given name by its looks."""
    word = parse.word[i]
    return (
        parse.tag[i] == "NNP"
        and word[0].isupper()
        and not word.isupper()
        and word not in proper()
        and word.lower() not in nouns()
    )


def in_one_name(parse: Parse, before: list[Piece], first: int) -> int:
    """Where the name of a body begins whose words are partly known: "*Quay Party* Express", "*TGH Royal* Danish Airways"."""
    begin = first
    for piece in reversed(before):
        capital = parse.word[piece.first][0].isupper() and parse.word[piece.last][0].isupper()
        if not capital or piece.label not in ("cap", "group") or parse.entity[piece.first] != "ORG":
            break
        if piece.last + 1 in parse.entity_starts or parse.word[first].isupper():
            break
        begin = piece.first
    return begin


def firm_of(parse: Parse, before: list[Piece], first: int) -> bool:
    """Whether the country or city before a name is a part of it."""
    if not before or before[-1].label not in ("capital", "state", "adjective") or before[-1].last != first - 1:
        return False
    return parse.entity[before[-1].first] == "ORG" == parse.entity[first] or before[-1].label == "capital"


def without_chosen(parse: Parse, before: list[Piece]) -> list[Piece]:
    """Leave out "-designate" behind the office that somebody is to take: "Prime Minister-*designate* Ana Ruiz"."""
    chosen = len(before) > 2 and before[-2].label == "hyphen" and parse.lower[before[-1].last] in CHOSEN
    return before[:-2] if chosen else before


def of_paper(parse: Parse, parts: list[Piece], k: int) -> bool:
    """Whether a body gives out the paper that a run ends in: "a *Foreign Ministry* statement"."""
    return parse.lemma[parts[-1].last] in PAPERS and all(p.label == "low" for p in parts[k + 1 :])
