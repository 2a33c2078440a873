"""The office, affiliation and state that words before a name tell ("*Turkish Foreign Minister* Hakan Oz")."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.reading.actors.pieces import DEPARTMENTS, TITLES, Piece, bodies
from dragoman.reading.grammar.parse import Parse
from dragoman.terms.findings import ActorKind

QUALIFIERS = frozenset(
    "senior deputy acting former first vice special lead top presidential permanent regional chief new assistant associate "
    "executive outgoing incoming retired veteran parliamentary then-secretary ex federal local national cabinet prime "
    "high supreme grand political press principal junior interim caretaker honorary current longtime late chairman "
    "union army police navy opposition government rebel militant party company team club military world".split()
)
BYGONE = frozenset({"former", "ex", "late"})
OWN = frozenset({"state", "adjective", "people", "capital", "seat", "body", "outlet", "region"})


@dataclass(slots=True)
class Naming:
    """Words `first` to `last`, with `label` "person", "office", "group", "state", "body", "place" or "" for no actor."""

    first: int
    last: int
    label: str
    form: str = "description"
    name: str | None = None
    kind: ActorKind | None = None
    role: str | None = None
    affiliation: str | None = None
    state: str | None = None
    office: str | None = None
    place: bool = False
    modifier: bool = False
    shares: int | None = None
    holds: bool = False
    single: bool = False

    def hold(self) -> None:
        """Let the name be that of a person whose office stands before it."""
        self.label = self.kind = "person"
        self.holds = True


def add_office(parse: Parse, found: Naming, before: list[Piece]) -> None:
    """Take office, affiliation and state from the words before a person's name."""
    at = next((k for k in range(len(before) - 1, -1, -1) if before[k].label in ("office", "person")), None)
    found.state = state_of(before)
    split = affiliated(parse, before[: len(before) if at is None else at])
    if split:
        lead = next((k for k in range(split) if before[k].label in (*OWN, "cap", "group")), 0)
        found.affiliation = words_of(parse, before[lead].first, before[split - 1].last)
    if at is not None:
        rank = before[at].value == "soldier" or parse.lower[before[at].last] in TITLES
        if at and rank and before[at - 1].label == "office":
            at -= 1  # "army chief General X": the rank is no second office
        found.role = words_of(parse, before[after_hyphen(before, split)].first, before[at].last)
        found.office = before[at].value
        if any(parse.lower[p.first] in BYGONE for p in before):  # who held it once acts for nobody now
            found.office = found.state = None
            if parse.lower[before[0].first] in BYGONE and split:
                found.role = f"{parse.word[before[0].first]} {found.role}"


def after_hyphen(parts: list[Piece], k: int) -> int:
    """Step over "-based" behind an affiliation."""
    return k + 2 if k < len(parts) - 2 and parts[k].label == "hyphen" else k


def affiliated(parse: Parse, parts: list[Piece]) -> int:
    """Return how many of the parts before an office name the body or country; the others belong to the office."""
    for k, part in enumerate(parts[:-2], start=1):
        if k > 2 and parts[k - 2].label == "hyphen" and parse.lower[parts[k - 3].last] in ("anti", "pro", "non"):
            continue  # "anti-Islam"
        if part.label in (*OWN, "cap") and parts[k].label == "hyphen" and parse.tag[parts[k + 1].last] in ("VBN", "JJ"):
            return k  # "Bombay-based consultant", "Iran-backed militia"
    for k in range(len(parts), 0, -1):
        part = parts[k - 1]
        if part.label == "group" and k < len(parts) and parts[k].label == "hyphen":
            continue
        if part.label in OWN or (
            part.label == "group" and part.value != "state" and parts[0].label in (*OWN, "cap", "group")
        ):
            return k
    for k in range(len(parts), 0, -1):
        part = parts[k - 1]
        if k > 2 and parts[k - 2].label == "hyphen" and parse.lower[parts[k - 3].last] in ("anti", "pro", "non"):
            continue
        if k > 1 and parse.lower[parts[k - 2].last] in ("chief", "lead"):
            continue  # "chief Brexit negotiator": what about, not whose
        if (
            part.label == "cap"
            and parse.lower[part.last] not in DEPARTMENTS
            and parse.lower[part.last] not in QUALIFIERS
        ):
            return k
    return 0


def state_of(parts: list[Piece]) -> str | None:
    """Return the first state that the parts name, None where they name none."""
    for k, part in enumerate(parts):
        if k + 1 < len(parts) and parts[k + 1].label == "hyphen" and part.label == "capital":
            continue  # "Bogota-based"
        if k > 1 and parts[k - 1].label == "hyphen" and parts[k - 2].label == "low":
            continue  # "pro-Iranian", "non-European"
        if part.label in ("state", "adjective", "people", "capital", "seat"):
            return part.value
        if part.label == "body":
            return bodies().get(part.value, ("", "", None))[2]
    return None


def words_of(parse: Parse, first: int, last: int) -> str:
    """Return the text from one word to another."""
    return parse.text[parse.start[first] : parse.end[last]]
