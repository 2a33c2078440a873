"""Finds the words that stand for actors: names with their offices, descriptions, pronouns, and how they hang together."""

from __future__ import annotations

from dragoman.reading.links import link
from dragoman.reading.marks import Mention
from dragoman.reading.namings import Naming, read_run
from dragoman.reading.nounruns import find_runs
from dragoman.reading.parse import Parse
from dragoman.reading.pieces import Piece, find_pieces
from dragoman.reading.pronouns import PRONOUNS, find_pronouns, quotes
from dragoman.reading.roles import clause_of, function_of, is_place, speaks

Draft = tuple[int, int, int, Naming | None]


def find_mentions(parse: Parse) -> tuple[Mention, ...]:
    """Find the mentions of a text, in the order of their first words."""
    pieces = find_pieces(parse)
    drafts: list[Draft] = [(i, i, i, None) for i in find_pronouns(parse)]
    known = _surnames(parse, pieces, drafts)
    drafts = [draft for draft in known if draft[3] is None or draft[3].label not in ("", "thing", "place")]
    drafts.sort(key=lambda draft: (draft[0], -draft[1]))
    spans = quotes(parse)
    inside = _inside(len(parse), spans)
    mentions = [_mention(parse, draft, inside) for draft in drafts]
    return link(parse, mentions, spans)


def _surnames(parse: Parse, pieces: dict[int, Piece], drafts: list[Draft]) -> list[Draft]:
    """Read all runs; a lone word with a capital is a person where another name of the text ends in it."""
    out = list(drafts)
    for run in find_runs(parse, pieces):
        for naming in read_run(parse, run, pieces):
            out.append((naming.first, naming.last, _head(parse, naming), naming))
        if not out or out[-1][1] < run[1]:
            naming = _speaker(parse, run)
            if naming is not None:
                out.append((naming.first, naming.last, _head(parse, naming), naming))
    persons = {
        n.name.split()[-1]: n for *_, n in out if n is not None and n.label == "person" and n.name is not None and n.form == "name"
    }
    for *_, naming in out:
        if naming is not None and naming.form == "name" and naming.name is not None:
            _settle(parse, naming, persons)
    return out


def _settle(parse: Parse, naming: Naming, persons: dict[str, Naming]) -> None:
    """Decide what an unknown name is by the rest of the text and by what it does."""
    name = naming.name or ""
    if naming.label in ("place", "body", "name", "thing", "person") and name in persons and naming.kind is None:
        naming.label, naming.kind = "person", "person"
    elif naming.label == "name":
        if _acts(parse, naming) or " " in name:
            naming.label = "person" if " " in name and parse.entity[naming.last] != "ORG" else "body"
            naming.kind = "person" if naming.label == "person" else naming.kind or "group"
        else:
            naming.label = "thing"
    elif naming.label == "place" and speaks(parse, _head(parse, naming)):
        naming.label, naming.kind = "body", "group"


def _acts(parse: Parse, naming: Naming) -> bool:
    head = _head(parse, naming)
    return parse.dep[head] in ("nsubj", "nsubjpass", "agent", "poss") or speaks(parse, head)


def _speaker(parse: Parse, run: tuple[int, int]) -> Naming | None:
    """Any other phrase that speaks ("the report said", "a study found") is a mention without a kind."""
    head = next((i for i in range(run[1], run[0] - 1, -1) if not run[0] <= parse.head[i] <= run[1] or parse.head[i] == i), run[1])
    if not speaks(parse, head):
        return None
    return Naming(run[0], run[1], "source", "description", parse.text[parse.start[run[0]] : parse.end[run[1]]])


def _head(parse: Parse, naming: Naming) -> int:
    """The word by which a phrase hangs in the sentence."""
    first, last = naming.first, naming.last
    for i in range(last, first - 1, -1):
        h = parse.head[i]
        if not first <= h <= last or h == i:
            return i
    return last


def _inside(n: int, spans: list[tuple[int, int]]) -> list[bool]:
    inside = [False] * n
    for a, b in spans:
        inside[a : b + 1] = [True] * (b + 1 - a)
    return inside


def _mention(parse: Parse, draft: Draft, inside: list[bool]) -> Mention:
    """Make the mention of a draft, still without links."""
    first, last, word, naming = draft
    if naming is None:
        said = PRONOUNS[parse.lower[word]]
        return Mention(
            span=parse.span(word, word), head=parse.span(word, word), form="pronoun", cue=said.cue, plural=said.plural,
            gender=said.gender, kind="person" if said.person else None, word=word, sentence=parse.sentence[word],
            function=function_of(parse, word), clause=clause_of(parse, word), quoted=inside[word],
        )  # fmt: skip
    determiner = first and parse.tag[first - 1] in ("DT", "PRP$") and parse.sentence[first - 1] == parse.sentence[first]
    definite = bool(determiner and parse.lower[first - 1] in ("the", "this", "these", "both", "that", "those"))
    return Mention(
        span=parse.span(first - 1 if determiner and parse.tag[first - 1] == "DT" else first, last),
        head=parse.span(word, word), form="name" if naming.form == "name" else "description", name=naming.name,
        kind=naming.kind, role=naming.role, affiliation=naming.affiliation, state=naming.state,
        plural=parse.tag[last] in ("NNS", "NNPS") or naming.label == "people" and naming.kind == "group",
        cue=naming.label, office=naming.office, noun=parse.lemma[last], definite=definite,
        place=naming.place or is_place(parse, word, naming.label), word=word, sentence=parse.sentence[word],
        function=function_of(parse, word), clause=clause_of(parse, word), quoted=inside[word],
    )  # fmt: skip
