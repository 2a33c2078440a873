"""Descriptions of people and groups without a name: how far their words go, what they share, and who else speaks."""

from __future__ import annotations

from dragoman.reading.actors.offices import Naming
from dragoman.reading.actors.pieces import acting_nouns, nouns
from dragoman.reading.actors.roles import acts, speaks
from dragoman.reading.grammar.parse import Parse
from dragoman.terms.findings import ActorKind

# Things that are written or made: they say something without being anybody.
DOCUMENTS = frozenset(
    "report statement study poll survey letter memo document transcript article story piece post tweet message video film "
    "clip recording tape email note text draft bill law rule constitution charter treaty resolution agreement book paper "
    "page website site blog column editorial ad advertisement spot commercial analysis review research data figure number "
    "statistic evidence record file footage photo image picture map chart graph slide presentation finding result estimate "
    "forecast audit inquiry investigation probe lawsuit complaint indictment filing ruling verdict order decree decision "
    "speech interview comment remark quote headline caption press release declaration communique communiqué announcement plan "
    "proposal program programme policy history experience move step development event situation fact sign signal poster "
    "banner sticker release transcription testimony affidavit warrant index average tally count percent majority share case "
    "list account version history week day month year time thing way talk meeting negotiation summit round trip visit war conflict attack strike crisis offer number factor sector tower computer order matter corner river water winter summer quarter chapter "
    "newsletter trailer answer center server paper committee agreement government document incident accident element "
    "environment treatment increase event presence parliament hurricane disaster weather trial missile guide tide suicide".split()
)
SHORT: dict[str, ActorKind | None] = {
    "one": "person",
    "some": "group",
    "those": "group",
    "all": None,
    "each": None,
    "both": None,
}
HUMAN = (
    "er",
    "or",
    "ist",
    "ian",
    "man",
    "men",
    "woman",
    "women",
    "ee",
    "eer",
    "crat",
    "ite",
    "ant",
    "ent",
    "ive",
    "ial",
    "ide",
)
ABSTRACT = ("tion", "sion", "ment", "ness", "ity", "ism", "sis", "ance", "ence", "ing", "ure", "age")
TAILS = frozenset(
    {"of", "from", "at", "with", "in", "for", "on", "within", "inside", "close", "familiar", "to", "near"}
)
SINGLE = frozenset(
    "delegations teams sides governments leaders presidents ministers premiers chancellors armies parliaments".split()
)
TOLD = frozenset({"brief", "inform", "involve", "acquaint"})
SPEAKING_FOR = frozenset(
    "representative spokesman spokeswoman spokesperson negotiator leader delegate lawyer head relative member".split()
)
"""Those of whom it is told for whom they speak, be these people without a name: "the representatives of the *creditors*"."""
KNOWING = frozenset({"knowledge", "access", "insight"})
WHERE = frozenset(
    "area region city town village district province country capital north south east west border camp island coast valley "
    "matter issue side".split()
)
REACH = 9  # words that a description may go on behind its noun
BODIES = frozenset(
    "union unions association council federation guild league committee syndicate alliance congress group".split()
)
"""Nouns for bodies that are told apart by their members."""


def find_source(parse: Parse, run: tuple[int, int]) -> Naming | None:
    """Any other phrase that speaks ("a study found", "environmentalists say"): a person or group, or a thing without a kind."""
    head = next(
        (i for i in range(run[1], run[0] - 1, -1) if not run[0] <= parse.head[i] <= run[1] or parse.head[i] == i),
        run[1],
    )
    speaking = speaks(parse, head)
    if not speaking and not acts(parse, head):
        return None
    kind = _human(parse, head)
    if kind is None and not speaking:
        return None
    return Naming(run[0], run[1], "source", "description", parse.text[parse.start[run[0]] : parse.end[run[1]]], kind)


def find_sources_without_noun(parse: Parse) -> list[Naming]:
    """Find the short words that speak: "some believe", "one of its members said", "those close to him say"."""
    return [
        Naming(i, i, "source", "description", parse.word[i], SHORT[lower])
        for i, lower in enumerate(parse.lower)
        if lower in SHORT and parse.tag[i] in ("DT", "CD") and (speaks(parse, i) or acts(parse, i))
    ]


def _human(parse: Parse, i: int) -> ActorKind | None:
    lemma = parse.lemma[i]
    if lemma in acting_nouns():
        return "group"
    if lemma in DOCUMENTS or lemma.endswith(ABSTRACT) or parse.tag[i] == "CD" or not lemma.isalpha():
        return None
    if not lemma.endswith(HUMAN):
        return None
    return "group" if parse.tag[i] in ("NNS", "NNPS") else "person"


def full_name(parse: Parse, naming: Naming, word: int) -> str | None:
    """Return the bare name, or a description's words with those behind its noun that tell it from others.

    These are a place, a body, people or what one knows of: "residents of Marib", "members of the opposition", "people
    familiar with the matter"; not the matter or the day of what is told ("teams for talks on Friday").
    """
    if naming.form == "name" or naming.state is not None or naming.affiliation is not None or naming.kind is None:
        return naming.name
    naming.name = _with_members(parse, naming)
    last = naming.last
    for child in parse.children[word]:
        if child == last + 1 and parse.right[child] - naming.last <= REACH and _tells(parse, naming, child):
            last = _before_day(parse, last + 1, parse.right[child])
    if last > naming.last and parse.entity[last] == "GPE" and parse.lower[last + 1 : last + 2] == ["and"]:
        following = last + 2 + (parse.lower[last + 2 : last + 3] == ["the"])
        if following < len(parse) and parse.entity[following] == "GPE":  # "envoys from Norland and the US"
            last = following
    last = _before_place_of_meeting(parse, word, naming.last, last)
    while last > naming.last and not parse.word[last][0].isalnum():
        last -= 1
    if last == naming.last:
        return naming.name
    return " ".join(f"{naming.name}{parse.text[parse.end[naming.last] : parse.end[last]]}".split())


def _with_members(parse: Parse, naming: Naming) -> str | None:
    """Return a body's words with those for its members: "the *dockers'* union", but not "the minister's team"."""
    mark = naming.first - 1
    if naming.label != "group" or mark < 1 or parse.tag[mark] != "POS" or naming.name is None:
        return naming.name
    members = mark - 1
    if parse.tag[members] != "NNS" or not parse.word[members].islower() or parse.lower[naming.last] not in BODIES:
        return naming.name
    return f"{parse.text[parse.start[members] : parse.end[mark]]} {naming.name}"


def _tells(parse: Parse, naming: Naming, child: int) -> bool:
    """Whether the phrase right behind a noun tells which one it is."""
    if parse.dep[child] == "prep" and parse.lower[child] in TAILS:
        if parse.lower[child] in ("close", "familiar", "near"):
            return True
        below = [k for o in parse.kids(child, "pobj") for k in parse.conjuncts(o)]
        spokesmen = parse.lemma[naming.last] in SPEAKING_FOR and parse.lower[child] in ("of", "for")
        if spokesmen and any(parse.tag[k] == "NNS" for k in below):
            return True  # "representatives of the creditors"
        fought = naming.kind in ("armed-group", "military") and parse.lower[child] in ("of", "for")
        return any(_tells_apart(parse, k) and not (fought and parse.tag[k][:3] != "NNP") for k in below)
    if parse.dep[child] == "amod":
        return naming.label in ("person", "group", "office")
    known = parse.lemma[child] in TOLD or (naming.label == "office" and parse.lemma[child] == "represent")
    return parse.dep[child] == "acl" and known and naming.label in ("person", "group", "office")


def _before_place_of_meeting(parse: Parse, word: int, noun: int, last: int) -> int:
    """Leave out where one met a partner: "met with a delegation of guild leaders *in Lima*", "talks with envoys *in Lima*"."""
    up = parse.head[word]
    partner = (parse.dep[word] == "pobj" and parse.lower[up] == "with") or (
        parse.dep[word] == "dobj" and parse.lemma[up] == "meet"
    )
    if not partner or parse.entity[last] != "GPE":
        return last
    first = last
    while first > noun and parse.entity[first] == "GPE":
        first -= 1
    return first - 1 if parse.lower[first] == "in" else last


def _tells_apart(parse: Parse, i: int) -> bool:
    """Whether a noun names a place or a body, people, or what one knows of."""
    return (
        parse.tag[i][:3] == "NNP" or parse.lower[i] in nouns() or parse.lower[i] in KNOWING or parse.lower[i] in WHERE
    )


def _before_day(parse: Parse, first: int, last: int) -> int:
    """The last word of a phrase before the day that is told in it: "prisoners freed *on Friday*"."""
    at = next((k for k in range(first, last + 1) if parse.entity[k] in ("DATE", "TIME")), last + 1)
    return at - 2 if at <= last and parse.tag[at - 1] == "IN" else at - 1


def share(parse: Parse, waiting: list[Naming], namings: list[Naming]) -> list[Naming]:
    """Let demonyms without a noun share that of the next phrase: "the French and Canadian leaders".

    `waiting` are the demonyms just before these namings. Returns those that wait now.
    """
    if not namings:
        return []
    last = namings[-1]
    if waiting and 1 <= namings[0].first - waiting[-1].last <= 2 and _listed(parse, waiting[-1].last + 1):
        if last.label in ("office", "group", "person") and last.form == "description" and last.state is not None:
            for one in waiting:
                _lend(one, last)
            for one in (*waiting, last):
                one.single = one.single or _each(one.name or "") != one.name
                one.name = _each(one.name or "")
                if one.single and one.role:
                    one.role = _each(one.role)
        elif namings[0].modifier:
            for one in waiting:
                one.label = one.kind = "state"
                one.form, one.modifier = "name", True
    if len(namings) == 1 and last.label == "state" and _before_and(parse, last):  # "U.S. and Chinese officials"
        return [*waiting, last] if waiting and last.first - waiting[-1].last == 2 else [last]
    if len(namings) == 1 and last.label == "people" and last.form == "description" and not last.modifier:
        the = parse.lower[last.first - 1 : last.first] == ["the"] and last.state is not None
        if not the and parse.tag[last.last] not in ("NNS", "NNPS"):
            last.label = ""  # "he is Israeli": nobody, unless a noun follows in the list
        return [*waiting, last] if waiting and last.first - waiting[-1].last == 2 else [last]
    return []


def _before_and(parse: Parse, naming: Naming) -> bool:
    """Whether a state's name stands as an adjective before a list of such: "US and Israeli chiefs"."""
    i = naming.last
    return parse.dep[i] in ("nmod", "compound", "amod", "conj") and parse.tag[i + 1 : i + 2] in (["CC"], [","])


def _each(name: str) -> str:
    """Tell one of several that share a noun: "Iranian and American teams" are an Iranian team and an American team."""
    words = name.split()
    return " ".join([*words[:-1], words[-1][:-1]]) if words[-1].lower() in SINGLE else name


def _listed(parse: Parse, i: int) -> bool:
    return parse.tag[i] == "CC" or parse.word[i] == ","


def _lend(one: Naming, last: Naming) -> None:
    """Give a demonym the noun of `last`, without the demonym that stands before that noun."""
    words = (last.name or "").split()
    own = last.affiliation.split() if last.affiliation else []
    rest = words[words.index(own[0]) + len(own) :] if own and own[0] in words else words[1:]
    one.name = " ".join([one.name or "", *rest])
    one.form = "description"
    one.label, one.kind, one.office, one.role = last.label, last.kind, last.office, last.role
    one.affiliation, one.shares = (one.name or "").split()[0], last.last
