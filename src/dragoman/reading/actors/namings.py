"""What a run of words says of an actor: a bare name, an office, an affiliation, a state, a kind."""

from __future__ import annotations

from typing import cast

from dragoman.reading.actors.compounds import kind_of
from dragoman.reading.actors.nounruns import PARTICLES
from dragoman.reading.actors.offices import (
    OWN,
    Naming,
    add_office,
    affiliated,
    after_hyphen,
    state_of,
    words_of,
)
from dragoman.reading.actors.pieces import Piece, bodies, is_region
from dragoman.reading.actors.runparts import NUMBERED, cut, firm_of, in_one_name, of_paper, without_chosen
from dragoman.reading.actors.states import states
from dragoman.reading.grammar.parse import Parse
from dragoman.terms.findings import ActorKind

ENDINGS: dict[str, ActorKind] = {
    "inc": "company", "inc.": "company", "corp": "company", "corp.": "company", "ltd": "company", "ltd.": "company",
    "kgaa": "company", "gmbh": "company", "n.v.": "company", "holdings": "company", "co": "company", "co.": "company", "plc": "company", "llc": "company", "ag": "company", "bank": "company",
    "airlines": "company", "airways": "company", "motors": "company", "industries": "company", "energy": "company",
    "university": "ngo", "institute": "ngo", "foundation": "ngo", "college": "ngo", "center": "ngo", "centre": "ngo",
    "society": "ngo", "observatory": "ngo", "workers": "group", "teamsters": "group", "guild": "group",
    "times": "media", "news": "media", "post": "media", "tribune": "media", "herald": "media", "gazette": "media",
    "tv": "media", "radio": "media", "television": "media", "journal": "media", "magazine": "media", "telegraph": "media",
    "republic": "group", "party": "group", "movement": "group", "front": "group", "union": "group", "emirate": "group",
    "coalition": "group", "alliance": "group", "congress": "government", "parliament": "government",
    **dict.fromkeys(
        "health steel shipping petroleum telecom pharma pharmaceuticals systems technologies logistics foods brands "
        "materials chemicals stores railways".split(),
        "company",
    ),
    "brigades": "armed-group", "brigade": "military", "mujahideen": "armed-group",
}  # fmt: skip
THINGS = frozenset(
    "law act treaty agreement accord accords convention protocol charter resolution plan pact memorandum deal amendment "
    "constitution day war operation summit conference forum process street square road avenue bridge airport river sea "
    "lake mountain mount valley strait gulf ocean island islands peninsula province region district prize award cup "
    "programme program project initiative constitution crisis age era week month year images photos image "
    "brexit obamacare perestroika glasnost".split()
)
QUANTITIES = frozenset({"several", "many", "some", "few", "various", "numerous"})
ABOUT = frozenset("about around some nearly almost roughly least over approximately estimated another".split())
POWERS = frozenset({"European", "Western", "Arab", "African", "Gulf", "Kurdish"})
MADE = frozenset({"PRODUCT", "WORK_OF_ART", "EVENT", "LAW", "LANGUAGE", "DATE", "TIME"})
HOUSES = frozenset({"palace", "hotel", "hall", "stadium", "tower", "castle", "barracks"})
JOINT = frozenset(ENDINGS) | {
    "network",
    "association",
    "council",
    "committee",
    "federation",
    "organization",
    "organisation",
    "league",
}
NO_SURNAME = frozenset(ENDINGS) | THINGS
TEAMS = frozenset({"delegation", "team"})
"""Groups that stand for somebody else, whom their modifiers name: "the *U.S.* trade delegation"."""
# Words that say again what a named group is; of the plurals some tell of a part only, unless an article stands before.
GENERAL = frozenset({"group", "movement", "militia", "organization", "organisation", "faction", "party", "insurgency"})
FIGHTERS = frozenset({"rebels", "insurgents", "guerrillas", "militants", "separatists"})
PART = frozenset({"militants", "guerrillas", "separatists"})
WARLIKE = frozenset(
    "rebel militant armed insurgent guerrilla terror terrorist extremist islamist jihadist separatist resistance".split()
)


def read_run(parse: Parse, run: tuple[int, int], pieces: dict[int, Piece]) -> list[Naming]:
    """Tell what actors a run names: one for the whole, or one for each name that modifies another noun."""
    parts = cut(parse, run, pieces)
    start = _name_start(parse, parts)
    if start is not None:
        found = _named(parse, parts, start)
        if found is not None:
            return [found]
    last = parts[-1]
    if last.label in ("office", "person", "group"):
        sides = _modifiers(parse, parts[:-1]) if parse.lemma[last.last] in TEAMS else []
        return [*(s for s in sides if s.label != "person"), _described(parse, parts)]
    if last.label == "title":
        return []
    if last.label in OWN:
        return [*_modifiers(parse, parts[:-1]), _own(parse, parts)]
    return _modifiers(parse, parts)


def _name_start(parse: Parse, parts: list[Piece]) -> int | None:
    """Return the index of the part where the name at the end of a run begins, or None."""
    k = len(parts)
    while k > 0:
        part = parts[k - 1]
        word = parse.lower[part.last]
        between = k < len(parts) and (word in PARTICLES or part.label == "hyphen")
        if not (part.label == "cap" or between):
            break
        k -= 1
    while k < len(parts) and parts[k].label == "hyphen":
        k += 1
    if k < len(parts) and k > 0 and parse.lower[parts[k - 1].last] in PARTICLES:
        k -= 1
    return k if k < len(parts) else None


def _named(parse: Parse, parts: list[Piece], start: int) -> Naming | None:
    """Read a run that ends in words with a capital: a person with office, a body, a place, or unknown."""
    first, last = parts[start].first, parts[-1].last
    before = without_chosen(parse, parts[:start])
    name = parse.text[parse.start[first] : parse.end[last]]
    label = parse.entity[last] or parse.entity[first]
    lead = before[-1].label if before else None
    if lead in ("person", "office") or parse.lower[last] in HOUSES:
        other = _no_person(parse, before, first, last, label)
        if other is not None:
            return other
    if lead in ("office", "title", "person") or (
        label == "PERSON" and lead != "group" and parse.lower[last] not in NO_SURNAME
    ):
        found = Naming(before[0].first if before else first, last, "person", "name", name, "person")
        add_office(parse, found, before)
        return found
    if parse.lower[last] in THINGS:
        return Naming(first, last, "thing", "name", name)
    ending = ENDINGS.get(parse.lower[last])
    if last > first and parse.lower[last - 1] in NUMBERED and parse.tag[last] == "CD":  # "Local 40" of a union
        return Naming(first, last, "body", "name", name, "group")
    if lead == "group":
        begin = in_one_name(parse, before, first)
        name = name if begin == first else words_of(parse, begin, last)
        return Naming(
            before[0].first, last, "body", "name", name, cast(ActorKind, before[-1].value), state=state_of(before)
        )
    if firm_of(parse, before, first):  # "Iran Air", "Lima Air"
        start = in_one_name(parse, before[:-1], before[-1].first)
        return Naming(start, last, "body", "name", words_of(parse, start, last), ending)
    if lead in ("adjective", "body", "state", "region") and (label in ("ORG", "", "NORP", "PERSON")):
        if lead == "region" and label in ("ORG", ""):  # "European Political Community"
            name = words_of(parse, before[-1].first, last)
        found = Naming(before[0].first, last, "body" if label else "name", "name", name, ending, state=state_of(before))
        found.affiliation = words_of(parse, before[0].first, before[-1].last)
        return found
    if label in ("GPE", "LOC", "FAC") and not ending:
        return Naming(first, last, "place", "name", name)
    if label == "ORG" or ending or (label == "NORP" and last == first):
        return Naming(first, last, "body", "name", name, ending or ("group" if label == "NORP" else None))
    return Naming(first, last, "thing" if label in MADE else "name", "name", name)


def _no_person(parse: Parse, before: list[Piece], first: int, last: int, label: str) -> Naming | None:
    """A body or a building whose name only looks like somebody's with an office: "Sudan Doctors Network"."""
    if before and _of_plural(parse, before[-1], last):
        begin = before[-2].first if len(before) > 1 and before[-2].label in OWN else before[-1].first
        return Naming(begin, last, "body", "name", words_of(parse, begin, last), "ngo", state=state_of(before))
    if parse.lower[last] in HOUSES and label != "PERSON":
        return Naming(first, last, "thing", "name", words_of(parse, first, last))
    return None


def _of_plural(parse: Parse, noun: Piece, last: int) -> bool:
    """Whether a plural noun with a capital is a part of a body's name."""
    return parse.tag[noun.last] in ("NNS", "NNPS") and parse.word[noun.last][0].isupper() and parse.lower[last] in JOINT


def _described(parse: Parse, parts: list[Piece]) -> Naming:
    """Read a run that ends in an office or a noun for people: "the Foreign Minister", "senior Hamas officials"."""
    last = parts[-1]
    start = next((k for k, p in enumerate(parts) if not _counting(parse, p)), len(parts) - 1)
    if start and parts[start].label == "hyphen":
        start = 0  # "a five-member team"
    first = parts[start].first
    found = Naming(parts[0].first, last.last, last.label)
    found.name = words_of(parse, first, last.last)
    found.state = state_of(parts)
    split = affiliated(parse, parts[:-1])
    if split > start:
        lead = next((k for k in range(split) if parts[k].label in (*OWN, "cap", "group")), start)
        found.affiliation = words_of(parse, parts[lead].first, parts[split - 1].last)
    if last.label == "group":
        found.kind = cast(ActorKind, last.value)
        named = _named_before(parse, parts)
        if named is not None:  # "the Houthi group", "the M23 rebels"
            found.form, found.label, found.name = "name", "body", words_of(parse, named.first, named.last)
            known = bodies().get(found.name)
            armed: ActorKind = "media" if last.value == "media" or parse.lower[last.last] == "agency" else "armed-group"
            found.kind = cast(ActorKind, known[1]) if known is not None else armed
            found.affiliation, found.state = None, (known[2] if known is not None else None) or found.state
            return found
        if _proper_body(parse, parts):
            found.form, found.label = "name", "body"
            if split > start and parts[split - 1].label == "cap":
                found.affiliation = None  # "March 23 Movement": a part of the name
            found.name = words_of(
                parse, next((p.first for p in parts if parse.word[p.first][0].isupper()), first), last.last
            )
        return found
    found.kind = "person"
    if last.label == "office":
        found.office = last.value
        found.role = words_of(parse, parts[after_hyphen(parts, max(split, start))].first, last.last)
    return found


def _named_before(parse: Parse, parts: list[Piece]) -> Piece | None:
    """Return the name of the group that a run ends in a general word for: "Houthi group", "ELN rebels"."""
    word = parse.lower[parts[-1].last]
    if len(parts) < 2 or not parse.word[parts[-1].first][0].islower():
        return None
    paper = parts[-1].value == "media" or word == "agency"
    if paper and (parts[-2].label in ("outlet", "body") or parse.word[parts[-2].last] == "dpa"):
        return parts[-2]  # "the Sarra Daily news agency"
    several = word in FIGHTERS
    if not several and word not in GENERAL:
        return None
    k = len(parts) - 2
    armed = parts[-1].value == "armed-group"
    while k > 0 and parse.lower[parts[k].last] in WARLIKE:
        armed = True
        k -= 1
    named = parts[k]
    if several and word in PART and parse.lower[parts[0].first - 1 : parts[0].first] != ["the"]:
        return None  # some of them
    if named.label == "body":
        return named if bodies().get(named.value, ("", "", None))[1] in ("armed-group", "group") else None
    lone = named.label == "cap" and (k == 0 or parts[k - 1].label not in ("cap", "hyphen"))
    text = parse.word[named.first]
    short = text.isupper() and (len(text) > 2 or text[-1].isdigit())
    return named if lone and short and (armed or word in GENERAL) else None


def _counting(parse: Parse, part: Piece) -> bool:
    """Whether a word only counts: "two", "several", "about", "least"."""
    return part.first == part.last and (
        parse.lower[part.first] in ABOUT
        or (parse.tag[part.first] == "CD" and parse.word[part.first].isalpha())
        or parse.lower[part.first] in QUANTITIES
    )


def _proper_body(parse: Parse, parts: list[Piece]) -> bool:
    """Whether the noun itself is written with a capital: "Foreign Ministry", "Workers' Party"."""
    return (
        parse.word[parts[-1].last][0].isupper()
        and parse.tag[parts[-1].last][:3] == "NNP"
        and (len(parts) > 1 or parts[-1].last > parts[-1].first)
    )


def _own(parse: Parse, parts: list[Piece]) -> Naming:
    """Read a run that ends in a known name."""
    last = parts[-1]
    name = words_of(parse, last.first, last.last)
    known = states()
    if last.label == "state" and last.value not in known.title:
        rule: ActorKind = "government" if is_region(last.value) else "state"
        return Naming(last.first, last.last, "state", "name", name, rule, state=last.value)
    if last.label in ("state", "adjective") and name in known.names:
        return Naming(last.first, last.last, "state", "name", name, "state", state=known.names[name])
    if last.label == "capital" and last.value == "EUE":
        return Naming(last.first, last.last, "capital", "name", name, "igo")
    if last.label == "capital":
        return Naming(last.first, last.last, "capital", "name", name, "government", state=last.value)
    if last.label == "seat":
        return Naming(last.first, last.last, "seat", "name", name, "government", state=last.value)
    if last.label == "outlet":
        return Naming(parts[0].first, last.last, "body", "name", name, "media")
    if last.label == "body":
        _, kind, state = bodies().get(name, (name, kind_of(name), None))
        return Naming(last.first, last.last, "body", "name", name, cast(ActorKind, kind), state=state)
    found = Naming(
        parts[0].first, last.last, "people", "name" if last.label == "people" else "description", name, "group"
    )
    found.name = words_of(parse, parts[0].first, last.last)
    found.state = None if last.label == "region" else last.value
    return found


def _modifiers(parse: Parse, parts: list[Piece]) -> list[Naming]:
    """Read the names that modify a noun which is no actor: "Iran-US talks", "a Turkish-brokered deal"."""
    out: list[Naming] = []
    k = 0
    while k < len(parts):
        part = parts[k]
        if part.label in OWN and (part.label != "region" or part.value in POWERS):
            found = _own(parse, [part])
            if part.label in ("adjective", "people") and found.label != "state":
                found.label, found.form = "state", "name"
                found.kind = "government" if is_region(part.value) else "state"
            found.place = part.label == "capital"
            found.modifier = True
            out.append(found)
        elif part.label == "group" and k + 1 < len(parts) and of_paper(parse, parts, k):
            found = _described(parse, parts[: k + 1])
            found.modifier = True
            out.append(found)
        elif part.label == "cap":
            end = k
            while end + 1 < len(parts) and parts[end + 1].label in ("cap", "hyphen"):
                end += 1
            while parts[end].label == "hyphen":
                end -= 1
            found_name = _named(parse, parts[k : end + 1], 0)
            if found_name is not None and found_name.label in ("person", "body", "name"):
                found_name.modifier = True
                out.append(found_name)
            k = end
        k += 1
    return out
