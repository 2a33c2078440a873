"""The known words in a text: states, capitals, bodies, outlets, offices, nouns for people and groups, each a labelled piece."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from dragoman.reading.actors.compounds import find_compounds
from dragoman.reading.actors.feelings import is_felt
from dragoman.reading.actors.lands import derives, find_lands
from dragoman.reading.actors.states import states
from dragoman.reading.grammar.parse import Parse
from dragoman.reading.lexicon import load

Label = Literal[
    "state", "adjective", "people", "capital", "seat", "body", "outlet", "region", "office", "person", "group", "title",
    "cap", "low", "hyphen",
]  # fmt: skip
Phrase = tuple[tuple[str, ...], Label, str]

TITLES = frozenset(
    "mr mr. mrs mrs. ms ms. dr dr. sir lady lord dame prof prof. professor rev rev. fr. gen gen. lt lt. col col. maj maj. "
    "capt capt. sgt sgt. adm adm. brig brig. rep rep. sen sen. gov gov. hon hon. sheikh shaykh sayyed sayyid st. "
    "president-elect comrade sayed haji mullah maulana pm".split()
)
DEPARTMENTS = frozenset(
    "state defense defence foreign affairs interior finance treasury health energy commerce justice staff security economy "
    "education trade labor labour transportation transport homeland agriculture environment culture intelligence "
    "information development cooperation co-operation planning internal external general national religious economic "
    "human rights humanitarian refugees peace reconciliation infrastructure digital oil petroleum water immigration "
    "joint chiefs army navy forces armed tourism sports women youth social science technology communications industry mines "
    "public works housing budget revenue fisheries forests families veterans diaspora parliamentary territories policy".split()
)
REGIONS = frozenset(
    "European African Asian Arab Western Eastern Middle Latin American Kurdish Islamic Muslim Christian Jewish Sunni Shia "
    "Shiite Alawite Druze Scandinavian Nordic Baltic Balkan Caribbean Gulf Catholic Orthodox Chechen Crimean Tatar Basque "
    "Catalan Tibetan Uyghur Uighur Rohingya Tigrayan Yazidi Bedouin Maronite Hindu Sikh Buddhist Pashtun Hazara Hutu Tutsi "
    "Oromo Amhara Europeans Africans Asians Arabs Kurds Muslims Christians Jews Sunnis Shiites Chechens Catalans Tibetans "
    "Tatars".split()
)

KNOWN = frozenset({"state", "adjective", "people", "capital", "seat", "body", "outlet"})


@dataclass(frozen=True, slots=True)
class Piece:
    """Words `first` to `last` of a text with their label; `value` is a state code, a kind, a class of office or a full name."""

    first: int
    last: int
    label: Label
    value: str


@cache
def _split(phrase: str) -> tuple[str, ...]:
    """Cut a phrase into words as the tokenizer does."""
    return tuple(re.sub(r"(?<=\w)(['’]s?\b|-|/)(?=\W|\w|$)", r" \1 ", phrase).split())


def _plural(phrase: str) -> str:
    if phrase.endswith("man"):
        return phrase[:-2] + "en"
    if phrase.endswith("y") and phrase[-2] not in "aeou":
        return phrase[:-1] + "ies"
    return phrase + ("es" if phrase.endswith(("s", "x", "ch", "sh")) else "s")


@cache
def proper() -> dict[str, list[Phrase]]:
    """Names by their first word, the longest first; case counts."""
    table: dict[str, list[Phrase]] = {}
    known = states()
    for label, words in (
        ("outlet", {w: w for e in load("outlets")["entry"] for w in e["words"]}),
        ("capital", known.capitals),
        ("people", known.people),
        ("adjective", known.adjectives),
        ("state", known.names),
        ("seat", known.seats),
        ("body", _bodies()),
    ):
        for name, value in words.items():
            forms = {name, name.upper()} if len(name) > 4 and label != "outlet" else {name}
            for form in forms:
                parts = _split(form)
                table.setdefault(parts[0], []).append((parts, label, value))  # type: ignore[arg-type]
    for region in REGIONS:
        table.setdefault(region, []).append(((region,), "region", region))
    return _longest_first(table)


@cache
def _single() -> frozenset[str]:
    """The words that are names by themselves."""
    return frozenset(word for word, rows in proper().items() if any(len(parts) == 1 for parts, _, _ in rows))


@cache
def bodies() -> dict[str, tuple[str, str, str | None]]:
    """Named bodies by each of their names: full name, kind, state."""
    lexicon = load("bodies")
    return {
        form: (names[0], entry["sense"], lexicon["states"].get(names[0]))
        for entry in lexicon["entry"]
        for names in entry["bodies"]
        for form in names
    }


def _bodies() -> dict[str, str]:
    return {form: full for form, (full, _, _) in bodies().items()}


@cache
def nouns() -> dict[str, list[Phrase]]:
    """Nouns for offices, people and groups by their first word in lower case, the longest first."""
    table: dict[str, list[Phrase]] = {}
    groups = [entry for entry in load("groups")["entry"] if entry["sense"] != "when-acting"]
    for entry in groups:
        if entry["sense"] in ("people", "military", "armed-group"):
            for word in entry["words"]:
                _enter(table, word, "group", entry["kind"])
    for entry in load("offices")["entry"]:
        for word in entry["words"]:
            for form in (word, _plural(word)):
                _enter(table, form, "office", entry["sense"])
    for entry in groups:
        label: Label = "person" if entry["sense"] == "person" else "group"
        for word in entry["words"]:
            _enter(table, word, label, entry["kind"])
            if entry["sense"] != "people":
                _enter(table, _plural(word), label, "group" if entry["kind"] == "state" else entry["kind"])
    for title in TITLES:
        table.setdefault(title, []).append(((title,), "title", title))
    return _longest_first(table)


@cache
def acting_nouns() -> frozenset[str]:
    """Nouns that stand for people only where they act: "the campaign said"."""
    return frozenset(w for e in load("groups")["entry"] if e["sense"] == "when-acting" for w in e["words"])


def _enter(table: dict[str, list[Phrase]], form: str, label: Label, value: str) -> None:
    parts = _split(form)
    row = table.setdefault(parts[0], [])
    if all(known[0] != parts for known in row):
        row.append((parts, label, value))


def _longest_first(table: dict[str, list[Phrase]]) -> dict[str, list[Phrase]]:
    for rows in table.values():
        rows.sort(key=lambda row: -len(row[0]))  # a stable sort: of equals the first entered wins, save names
    return table


def find_pieces(parse: Parse) -> dict[int, Piece]:
    """Label the known words of a text, longest first, left to right; the pieces by their first word."""
    names, common = proper(), nouns()
    words, lower, tags = parse.word, parse.lower, parse.tag
    found: dict[int, Piece] = {}
    i, n = 0, len(words)
    while i < n:
        piece = None
        if words[i] in names:
            piece = _match(names[words[i]], words, i)
            if piece is not None and piece.label == "outlet" and tags[piece.last][:3] not in ("NNP", "CD"):
                piece = None  # "Times are hard"
        if (
            lower[i] in common
            and not is_felt(parse, i)
            and (tags[i][0] in "NJF" or words[i][0].isupper() or tags[i] in ("VBG", "VB", "VBP"))
        ):
            other = _match(common[lower[i]], lower, i)
            if other is not None and (piece is None or other.last > piece.last) and _nominal(parse, other):
                piece = other
        if piece is not None:
            if piece.label in ("office", "group") and parse.lower[piece.last + 1 : piece.last + 2] in (["of"], ["for"]):
                piece = _with_department(parse, piece)
            found[i] = piece
            i = piece.last
        i += 1
    _put_lands(parse, found)
    _put_compounds(parse, found)
    return found


def _put_lands(parse: Parse, found: dict[int, Piece]) -> None:
    """Label the lands that no list knows, where no known name stands: "South African" is no part of a land of its own."""
    named = {i for p in found.values() if p.label in KNOWN and p.last > p.first for i in range(p.first, p.last + 1)}
    for land in find_lands(parse, nouns=nouns(), known=_single(), open_words=REGIONS):
        if named.isdisjoint(range(land.first, land.last + 1)):
            found[land.first] = Piece(land.first, land.last, land.label, land.name)


def _put_compounds(parse: Parse, found: dict[int, Piece]) -> None:
    """Put the names of bodies in several parts in the place of the pieces that they are made of."""
    known = {p.first: (p.last, p.label == "region") for p in found.values() if p.label in (*KNOWN, "region")}
    for first, last in list(find_compounds(parse, known)):
        around = next((p for p in found.values() if p.first <= first and last <= p.last), None)
        if around is not None and around.label in (*KNOWN, "group", "office"):
            continue  # a known name, a ministry with its department
        for k in range(first, last + 1):
            found.pop(k, None)
        found[first] = Piece(first, last, "body", parse.text[parse.start[first] : parse.end[last]])


@cache
def is_region(land: str) -> bool:
    """Whether a land that no list of states knows is known for a region: "Catalonia", by "Catalan"."""
    return any(derives(adjective, land) for adjective in REGIONS)


def _nominal(parse: Parse, piece: Piece) -> bool:
    tag = parse.tag[piece.last]
    return tag[:2] == "NN" or (parse.word[piece.last][0].isupper() and tag[0] not in "VMPR") or piece.label == "title"


def _match(rows: list[Phrase], words: list[str], i: int) -> Piece | None:
    for parts, label, value in rows:
        if len(parts) == 1 or tuple(words[i : i + len(parts)]) == parts:
            return Piece(i, i + len(parts) - 1, label, value)
    return None


def _with_department(parse: Parse, piece: Piece) -> Piece:
    """Draw in the department that follows: "Ministry of Defence", "Secretary for Homeland Security"."""
    end = len(parse)
    k = piece.last + 2
    k += k < end and parse.lower[k] == "the"
    if k >= end or parse.lower[k] not in DEPARTMENTS or parse.tag[k][0] not in "NJ":
        return piece
    while k + 1 < end and _goes_on(parse, k):
        k += 1
    if (
        k + 1 < end
        and parse.tag[k + 1] in ("NN", "NNS")
        and parse.head[k] == k + 1
        and parse.lower[k + 1] not in nouns()
    ):
        return piece  # "envoy for the peace talks"
    return Piece(piece.first, k, piece.label, piece.value)


def _goes_on(parse: Parse, k: int) -> bool:
    """Whether the name of a department goes on: "Foreign Affairs", "Security and Defence"."""
    following = parse.lower[k + 1]
    if following in DEPARTMENTS and parse.tag[k + 1][0] in "NJ":
        return True
    after = k + 2
    if following != "and" or after >= len(parse) or parse.lower[after] not in DEPARTMENTS:
        return False
    return parse.word[after][0].isupper() or parse.head[after] == k  # "Security and Defence", "energy and mines"
