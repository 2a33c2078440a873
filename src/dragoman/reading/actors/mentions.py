"""Finds the words that stand for actors: names with their offices, descriptions, pronouns, and how they hang together."""

from __future__ import annotations

from dragoman.reading.actors.descriptions import find_source, find_sources_without_noun, full_name, share
from dragoman.reading.actors.links import link
from dragoman.reading.actors.namings import read_run
from dragoman.reading.actors.nounruns import find_runs
from dragoman.reading.actors.offices import Naming
from dragoman.reading.actors.pieces import Piece, find_pieces, nouns
from dragoman.reading.actors.pronouns import ACTING, PRONOUNS, find_pronouns, gender_of, quotes
from dragoman.reading.actors.roles import acts, clause_of, function_of, is_place, reported, speaks
from dragoman.reading.actors.runparts import opens_sentence
from dragoman.reading.actors.wellknown import well_known
from dragoman.reading.grammar.parse import Parse
from dragoman.reading.marks import Mention

NOBODY = frozenset({"", "thing", "place"})
TAKING = frozenset("seize enter overrun capture retake recapture besiege shell bomb storm pound encircle".split())
SETTLEMENTS = frozenset(
    "city town village port district province region island suburb settlement enclave hamlet township".split()
)
LOOSE = frozenset({"group", "couple", "powers"})
GIVEN = frozenset(
    "expanded special emergency executive legislative more full sweeping broad police veto new wide extra".split()
)
Draft = tuple[int, int, int, Naming | None]


def find_mentions(parse: Parse) -> tuple[Mention, ...]:
    """Find the mentions of a text, in the order of their first words."""
    pieces = find_pieces(parse)
    drafts: list[Draft] = [(i, i, i, None) for i in find_pronouns(parse)]
    known = _surnames(parse, pieces, drafts)
    drafts = [d for d in known if d[3] is None or not (d[3].label in NOBODY or _of_things(parse, d[3]))]
    taken = {draft[2] for draft in drafts if draft[3] is None or draft[3].label != "source"}
    drafts = [draft for draft in drafts if draft[3] is None or draft[3].label != "source" or draft[2] not in taken]
    drafts.sort(key=lambda draft: (draft[0], -draft[1]))
    drafts = sorted({draft[2]: draft for draft in reversed(drafts)}.values(), key=lambda draft: (draft[0], -draft[1]))
    spans = quotes(parse)
    inside = _inside(len(parse), spans)
    mentions = [_mention(parse, draft, inside) for draft in drafts]
    shared = {n: parse.end[d[3].shares] for n, d in enumerate(drafts) if d[3] is not None and d[3].shares is not None}
    holders = {n for n, d in enumerate(drafts) if d[3] is not None and d[3].holds}
    return link(parse, mentions, spans, shared, holders)


def _of_things(parse: Parse, naming: Naming) -> bool:
    """Whether a noun for several tells of things here: "a couple of weeks", "expanded powers"."""
    word, last = parse.lower[naming.last], naming.last
    if naming.label not in ("group", "person") or word not in LOOSE or naming.form == "name":
        return False
    if word == "powers":
        return parse.lower[last - 1] in GIVEN if last else False
    counted = parse.kid(last + 1, "pobj") if parse.lower[last + 1 : last + 2] == ["of"] else None
    return counted is not None and parse.tag[counted] in ("NN", "NNS") and parse.lower[counted] not in nouns()


def _surnames(parse: Parse, pieces: dict[int, Piece], drafts: list[Draft]) -> list[Draft]:
    """Read all runs; a lone word with a capital is a person where another name of the text ends in it."""
    out = list(drafts)
    shared: list[Naming] = []
    for run in find_runs(parse, pieces):
        namings = read_run(parse, run[:2], pieces)
        if run.holder and len(namings) == 1:
            namings[0].hold()
        if not namings or namings[-1].last < run[1] or namings[-1].label == "thing":
            speaker = find_source(parse, run[:2])
            namings = namings if speaker is None else [*namings, speaker]
        shared = share(parse, shared, namings)
        out.extend((naming.first, naming.last, _head(parse, naming), naming) for naming in namings)
    named = [n for *_, n in out if n is not None and n.form == "name" and n.name is not None]
    persons = {(n.name or "").split()[-1] for n in named if n.label == "person" and " " in (n.name or "")}
    firms = {(n.name or "").split()[0] for n in named if n.kind == "company" and " " in (n.name or "")}
    for naming in named:
        if naming.label in ("person", "name") and naming.role is None and (naming.name or "").split()[0] in firms:
            naming.label, naming.kind = "body", "company"
    acting = {n.name for n in named if _acts(parse, n)}
    plain, located = {w for w in parse.word if w.islower()}, _located(parse, named)
    for naming in sorted(named, key=lambda n: n.first == n.last):  # whole names tell what a family name is
        if (
            naming.first == naming.last
            and naming.kind in (None, "person")
            and naming.role is None
            and _plain(parse, naming.first, plain)
        ):
            naming.label = "thing"  # "Talks began": a common word at the start of a sentence
        elif (
            naming.name in located
            and naming.name not in persons
            and naming.role is None
            and naming.kind in (None, "person", "group")
        ):
            naming.label = "thing"
        else:
            _settle(parse, naming, persons, acting)
            if naming.label == "person" and naming.first < naming.last and " " in (naming.name or ""):
                persons.add((naming.name or "").split()[-1])
    taken = {i for first, last, *_ in out for i in range(first, last + 1)}
    more = [n for n in find_sources_without_noun(parse) if n.first not in taken]
    more += [  # a surname that the tagger took for a verb
        Naming(i, i, "person", "name", word, "person", modifier=True)
        for i, word in enumerate(parse.word)
        if word in persons and i not in taken
    ]
    return [*out, *((naming.first, naming.last, naming.first, naming) for naming in more)]


def _plain(parse: Parse, i: int, plain: set[str]) -> bool:
    """Whether a word at the start of a sentence is none but for that a name, since the text has it in lower case too."""
    return parse.lower[i] in plain and opens_sentence(parse, i)


def _located(parse: Parse, named: list[Naming]) -> set[str]:
    """The lone names that the text calls a place: "the border city of Kaesong", "seized Goma and Bukavu"."""
    speaking = {n.name for n in named if speaks(parse, _head(parse, n))}
    return {
        n.name or ""
        for n in named
        if n.label in ("person", "body", "name")
        and n.name not in speaking
        and _told_a_place(parse, n.last, n.first == n.last)
    }


def _told_a_place(parse: Parse, i: int, lone: bool) -> bool:
    while parse.dep[i] == "conj" and parse.head[i] != i:
        i = parse.head[i]
    above = parse.head[i]
    if parse.dep[i] == "dobj":
        return lone and parse.lemma[above] in TAKING
    return parse.dep[i] == "pobj" and parse.lower[above] == "of" and parse.lemma[parse.head[above]] in SETTLEMENTS


def _settle(parse: Parse, naming: Naming, persons: set[str], acting: set[str | None]) -> None:
    """Decide what an unknown name is by the rest of the text and by what it does."""
    name = naming.name or ""
    if (
        naming.label == "person"
        and naming.role is None
        and name.isupper()
        and name.isalpha()
        and 2 < len(name) < 7
        and name.title() not in persons
    ):
        naming.label, naming.kind = "body", None  # letters, whatever the tagger says
    if naming.kind == "group" and naming.label == "body" and name in persons and parse.entity[naming.last] == "NORP":
        naming.kind = None  # a family name that looks like a people's
    if (
        naming.label in ("place", "body", "name", "thing", "person")
        and name in persons
        and naming.kind in (None, "person")
    ):
        naming.label, naming.kind = "person", "person"
    elif (
        naming.label in ("place", "body", "name", "thing")
        and naming.kind in (None, "group")
        and (_in_office(parse, naming) or well_known(name))
    ):
        naming.label = naming.kind = "person"
    elif naming.label == "name":
        _settle_unknown(parse, naming, name)
    elif naming.label == "place" and speaks(parse, _head(parse, naming)):
        naming.label, naming.kind = "body", "group"
    elif (
        naming.label == "thing"
        and name.count(" ") < 2
        and parse.entity[naming.last] in ("WORK_OF_ART", "LANGUAGE", "PRODUCT")
    ):
        if acts(parse, _head(parse, naming)) or speaks(parse, _head(parse, naming)):
            naming.label = naming.kind = "person"
    elif (
        naming.label == "body"
        and naming.kind is None
        and name.istitle()
        and (_spoken_to(parse, naming) or _with_persons(parse, naming) or _says_he(parse, naming))
    ):
        naming.label = naming.kind = "person"
    elif naming.label in ("body", "person") and " " not in name and name not in acting and naming.role is None:
        if naming.kind in (None, "person", "group") and _stands_at(parse, _head(parse, naming)):
            naming.label = "thing"


def _in_office(parse: Parse, naming: Naming) -> bool:
    """Whether an apposition tells the office of a name: "Leyla Aksoy, Turkey's deputy foreign minister"."""
    head, known = _head(parse, naming), nouns()
    near = [c for c in parse.children[head] if parse.dep[c] == "appos"]
    if parse.dep[head] == "appos":
        near.append(parse.head[head])
        if parse.dep[near[-1]] == "pobj" and parse.entity[near[-1]] == "GPE" and naming.first < naming.last:
            near.append(parse.head[parse.head[near[-1]]])  # "the envoy for Chad, Staffan Maas"
    person = ("office", "person") if " " in (naming.name or "") else ("office",)
    return any(label in person for c in near for parts, label, _ in known.get(parse.lower[c], ()) if len(parts) == 1)


def _with_persons(parse: Parse, naming: Naming) -> bool:
    """Whether a name of two words or more stands in a list with a person: "Olu Bello and Uhuru Maina"."""
    head = _head(parse, naming)
    near = [c for c in parse.children[head] if parse.dep[c] == "conj"] + (
        [parse.head[head]] if parse.dep[head] == "conj" else []
    )
    return (
        naming.last > naming.first
        and parse.tag[naming.first - 1] != "DT"
        and any(parse.entity[c] == "PERSON" for c in near)
    )


def _spoken_to(parse: Parse, naming: Naming) -> bool:
    """Whether somebody spoke with a lone name: "they spoke to Keita by phone"."""
    head = _head(parse, naming)
    above = parse.head[head]
    if naming.first and parse.tag[naming.first - 1] == "DT":
        return False
    return (
        parse.dep[head] == "pobj"
        and parse.lower[above] in ("to", "with")
        and parse.lemma[parse.head[above]] in ("speak", "talk")
    )


def _says_he(parse: Parse, naming: Naming) -> bool:
    """Whether a lone name speaks of himself or herself: "Keita said that *he* would stay"."""
    head = _head(parse, naming)
    verb = parse.head[head]
    if parse.dep[head] != "nsubj" or naming.first != naming.last or not speaks(parse, head):
        return False
    below = (s for c in parse.kids(verb, "ccomp") for s in parse.kids(c, "nsubj"))
    return any(parse.lower[s] in ("he", "she") for s in below)


def _settle_unknown(parse: Parse, naming: Naming, name: str) -> None:
    if (
        " " in name
        and parse.entity[naming.last] not in ("ORG", "EVENT", "PRODUCT", "WORK_OF_ART")
        and _acts(parse, naming)
    ):
        naming.label = naming.kind = "person"
    elif _acts(parse, naming):
        naming.label = "body"
        article = naming.first and parse.tag[naming.first - 1] == "DT"
        if not name.isupper() and not article and len(name) > 2:
            naming.label = naming.kind = "person"
    else:
        naming.label = "thing"


def _acts(parse: Parse, naming: Naming) -> bool:
    head = _head(parse, naming)
    if parse.dep[head] in ("nsubj", "nsubjpass", "agent", "poss") or speaks(parse, head):
        return True
    return parse.dep[head] == "dobj" and parse.lemma[parse.head[head]] in ACTING


def _stands_at(parse: Parse, i: int) -> bool:
    return parse.dep[i] == "pobj" and parse.lower[parse.head[i]] in (
        "in",
        "near",
        "at",
        "outside",
        "inside",
        "around",
        "into",
    )


def _head(parse: Parse, naming: Naming) -> int:
    """The word by which a phrase hangs in the sentence."""
    first, last = naming.first, naming.last
    for i in range(last, first - 1, -1):
        h = parse.head[i]
        if not first <= h <= last or h == i:
            return i
    return last


def _noun(parse: Parse, word: int, last: int) -> int:
    """The noun of a phrase: its last word, but the "ministry" of "ministry of energy and mines"."""
    return word if word < last and parse.lower[word + 1] in ("of", "for") else last


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
            function=function_of(parse, word), clause=clause_of(parse, word), quoted=inside[word], speaking=speaks(parse, word), acting=acts(parse, word), reported=reported(parse, word),
        )  # fmt: skip
    noun = _noun(parse, word, last)
    determiner = (
        first
        and not naming.modifier
        and parse.tag[first - 1] in ("DT", "PRP$")
        and parse.sentence[first - 1] == parse.sentence[first]
    )
    if naming.label in ("state", "capital", "seat") and determiner:
        determiner = parse.lower[first - 1] == "the"
    definite = bool(determiner and parse.lower[first - 1] in ("the", "this", "these", "both", "that", "those"))
    return Mention(
        span=parse.span(first - 1 if determiner and parse.tag[first - 1] == "DT" else first, last),
        head=parse.span(word, word), form="name" if naming.form == "name" else "description", name=full_name(parse, naming, word),
        kind=naming.kind, role=naming.role, affiliation=naming.affiliation, state=naming.state,
        plural=(parse.tag[noun] in ("NNS", "NNPS") and not naming.single) or (naming.label == "people" and naming.kind == "group")
        or (naming.shares is not None and (naming.name or "").endswith("s")),
        cue=naming.label, office=naming.office,
        gender=gender_of(parse, first, last) if naming.kind == "person" else None, noun=parse.lemma[noun], definite=definite,
        place=naming.place or is_place(parse, word, naming.label), word=word, sentence=parse.sentence[word],
        function=function_of(parse, word), clause=clause_of(parse, word), quoted=inside[word], speaking=speaks(parse, word), acting=acts(parse, word), reported=reported(parse, word),
    )  # fmt: skip
