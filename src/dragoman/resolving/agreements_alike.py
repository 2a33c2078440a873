"""Which words of a report stand for one agreement: by its sides, its matter, its days and how far it has come."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dragoman.reading.actors.states import states
from dragoman.reading.senses import words_of
from dragoman.terms.findings import Actor, Agreement, AgreementStatus

TRUCES = re.compile(
    r"\b(?:cease-?\s?fires?|truces?|armistices?|cessation(?: of (?:hostilities|fighting|fire))?|(?:\w+-day )?(?<!in )peace|lull|"
    r"(?:cease|end|stop|halt)(?: all| the)? (?:hostilities|fighting|fire))\b",
    re.IGNORECASE,
)
STAGE: dict[AgreementStatus, int] = {"agreed": 0, "signed": 1, "in-force": 2, "violated": 3, "ended": 4}
FAR = 45
"""Days between two dates that one agreement can have."""
ANY_PAPER = frozenset({"the document", "the text", "the paper"})
"""What stands for any paper told before."""
BEGINNING = "agreement-in-force"
SIDED = frozenset({"state", "government", "igo", "group", "armed-group", "company", "ngo", "military"})
"""Who is one half of an agreement between two, where each half is told by itself."""
_DATED = re.compile(
    r"(?:1[89]|20)\d\d|(?:january|february|march|april|may|june|july|august|september|october|november|december)(?:'s)?"
)
"""A year or month in front of an agreement tells its day and not its matter."""
KINDS = frozenset({"nuclear", "missile", "arms", "weapons"})
"""What tells the kind of an agreement that goes by the land which makes it."""
JOINTS = frozenset({"of", "the", "and", "from", "in"})
AHEAD = 370
"""Days that can pass between the day on which an agreement is made and the one on which it takes effect."""


@dataclass(frozen=True, slots=True)
class Told:
    """An agreement on its way: `back` as long as its words only point to one told before."""

    agreement: Agreement
    back: bool
    rule: str


def same(old: Told, new: Told) -> bool:
    """Whether an agreement can be the one told before: the same sides, or the two halves of them, and the same matter."""
    a, b = old.agreement, new.agreement
    if not (parties_fit(a, b) or other_half(a, b)) or not _dates_fit(old, new) or not _stages_fit(a, b):
        return False
    if _spelled_out(a, b) or _spelled_out(b, a):
        return True
    left, right, earlier = matter(a.about), matter(b.about), words_of("accords", "earlier")
    if (left & earlier) != (right & earlier):
        return False
    if _by_its_sides(a, b) or _of_its_kind(a, b):
        return _papers_fit(a.about, b.about) and not ("truce" in left and "truce" not in right)
    if new.back or old.back:
        return pointing_fits(a.about, b.about) and _papers_fit(a.about, b.about)
    if bool(left & words_of("accords", "renewing")) != bool(right & words_of("accords", "renewing")):
        return False
    if not left or not right:
        return left == right or (bool(a.parties and b.parties) and not b.about.lower().startswith(("a ", "an ")))
    shared = len(left & right)
    return shared >= 0.6 * min(len(left), len(right)) or (
        {"truce"} <= left & right and shared >= 0.3 * min(len(left), len(right))
    )


def _by_its_sides(a: Agreement, b: Agreement) -> bool:
    """Whether the second telling has no matter but the sides of the first: "the *Norland-Sudland* agreement"."""
    names, words = _names(a), matter(b.about)
    known = b.about.lower().startswith(("the ", "this ", "that "))
    return known and bool(words & names) and words <= names | {"truce"}


def _of_its_kind(a: Agreement, b: Agreement) -> bool:
    """Whether the first is called only by one of its sides and the second only by its kind: "the Chad deal", "the 2015 nuclear deal"."""
    told, kind = matter(a.about), matter(b.about)
    return bool(told) and told <= _names(a) and bool(kind) and kind <= KINDS


def _names(agreement: Agreement) -> frozenset[str]:
    """The words by which the sides of an agreement are called."""
    return frozenset(w for p in agreement.parties for w in (p.country or "", *p.name.lower().split()))


def _spelled_out(short: Agreement, full: Agreement) -> bool:
    """Whether one is called by an acronym that the words of the other give: "the nuclear deal, known as the JCPOA"."""
    name = short.about.removeprefix("the ").removeprefix("The ")
    return name.isupper() and " " not in name and any(name in e.quote for e in full.evidence)


def pointing_fits(a: str, b: str) -> bool:
    """Whether "the deal" can stand for the other: a truce for a truce, a deal for anything."""
    one, two = matter(a), matter(b)
    return not one or not two or one == two or "truce" in one & two


def _papers_fit(a: str, b: str) -> bool:
    """Whether both words can stand for one paper: "the declaration" stands for a declaration alone, "the pact" for any deal."""
    papers = words_of("accords", "paper-name")
    one, two = papers & frozenset(a.lower().split()), papers & frozenset(b.lower().split())
    return one == two or not (one or two) or b.lower() in ANY_PAPER


def _stages_fit(a: Agreement, b: Agreement) -> bool:
    """An agreement and its end are two records: each has its own day."""
    return over(a) == over(b)


def _dates_fit(old: Told, new: Told) -> bool:
    """Whether two days can be those of one agreement: near each other, or made first and in force later."""
    a, b = old.agreement, new.agreement
    if a.date is None or b.date is None:
        return True
    if BEGINNING in (old.rule, new.rule) and old.rule != new.rule:
        made, begun = (a.date, b.date) if new.rule == BEGINNING else (b.date, a.date)
        return -FAR <= (begun.start - made.end).days <= AHEAD
    return max((b.date.start - a.date.end).days, (a.date.start - b.date.end).days) <= FAR


def parties_fit(a: Agreement, b: Agreement) -> bool:
    """Whether the parties of one are those of the other, or not told, or some of them."""
    few, many = sorted((a.parties, b.parties), key=len)
    return all(any(_one(p, q) for q in many) for p in few)


def other_half(a: Agreement, b: Agreement) -> bool:
    """Whether each tells one side of the same two: "Norland's pact with the guild", then "the pact with Norland"."""
    if len(a.parties) != 1 or len(b.parties) != 1 or not {a.parties[0].kind, b.parties[0].kind} <= SIDED:
        return False
    known = b.about.lower().startswith(("the ", "this ", "that ", "its ", "their "))
    return known and (not matter(b.about) or matter(b.about) <= matter(a.about))


def _one(a: Actor, b: Actor) -> bool:
    """Whether two parties can be one: the same state, or a short name for a longer one ("Separatists", "Government")."""
    if a == b or (a.country is not None and a.country == b.country):
        return True
    left, right = a.name.casefold().split(), b.name.casefold().split()
    if {a.kind, b.kind} <= {"state", "government"} and ["government"] in (left, right):
        return True
    few, many = sorted((frozenset(left) - JOINTS, frozenset(right) - JOINTS), key=len)
    if a.kind == b.kind == "group" and len(few) > 1 and few <= many:
        return True  # "opposition leaders", "leaders of the armed opposition"
    return left[-1:] == right[-1:] and 1 in (len(left), len(right))


def over(agreement: Agreement) -> bool:
    """Whether an agreement is told to be broken or at an end."""
    return STAGE[agreement.status] > STAGE["in-force"]


def matter(about: str) -> frozenset[str]:
    """The words that tell what an agreement is about; all words for a truce are one word."""
    words = frozenset(re.findall(r"[\w'-]+", TRUCES.sub(" truce ", about.lower())))
    left = words - words_of("accords", "generic") - words_of("accords", "small")
    told = {part for word in left for part in word.split("-") if part and not _DATED.fullmatch(part)}
    return frozenset(states().code(part.title()) or part for part in told) - words_of("accords", "small")
