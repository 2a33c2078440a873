"""What words tell beside who and when: the stems by which two tellings of one event are known, what a figure counts."""

from __future__ import annotations

import re
from functools import cache

from dragoman.terms.findings import Figure

STEM = 5
"""Letters of a stem: "shelling" and "shelled" are one, and so are "market" and "markets"."""
_PLAIN = """
    about above after again against ahead almost along already also although among another around because been before being
    below between both could country countries days deal during each early earlier either every first five foreign former
    four from government have here hours hundred hundreds into just keep last late later least less made make making many
    million ministry minister more most much must near nearly never next night nine official officials once only other
    others over people person persons president report reported reporters reports said same says second seven several shall
    should since six some spokesman spokeswoman state still such taken than that their them then there these they third
    this those thousand thousands three through time today told took toward town under until upon very want wants were what
    when where which while whom whose will with within without woman women would year years yesterday your
    monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
    october november december killed killing dead died deaths wounded injured agreement agreed accord signed attack attacks
    attacked strike strikes forces army troops military according
"""
_WORD = re.compile(r"(?P<at>\b(?:in|at|near|of|on|to|from|off|outside|around|inside) (?:the )?)?(?P<word>[^\W\d_]{3,})")
_KINDS = (
    ("dead", r"kill|dead|died|death|bod(?:y|ies)|fatalit|casualt|lives|slain|slew|perish|toll|fell\b"),
    ("hurt", r"wound|injur|hurt|maim"),
    ("missing", r"missing|unaccounted"),
    ("held", r"prisoner|captive|hostage|detain|detained|held\b|inmate|pow\b|pows\b"),
    ("arrested", r"arrest"),
    ("fled", r"displac|fled|flee|evacuat|refugee|homeless"),
)
_PEOPLE = re.compile(
    r"people|person|civilian|child|passenger|worker|soldier|officer|troop|fighter|villager|resident|man|men|woman|women|"
    r"body|bodies|dead|patient|guard|sapper|other|dock|student|policem|militant|protester|refugee|casualt|prisoner|hostage|"
    r"captive|killed|wounded|injured|[A-Z]\w+s$"
)


@cache
def _plain() -> frozenset[str]:
    return frozenset(word[:STEM] for word in _PLAIN.split())


def stems_of(*texts: str | None) -> frozenset[str]:
    """Return the stems of the words that tell one event from others of its kind; what any report says is left out.

    Of names only those count that stand behind a preposition of place: who is at war is in every sentence.
    """
    words = (match for text in texts if text for match in _WORD.finditer(text))
    told = (m["word"].casefold() for m in words if m["word"][0].islower() or m["at"])
    return frozenset(word[:STEM] for word in told if len(word) > 3) - _plain()


def places_in(text: str) -> frozenset[str]:
    """Return the stems of the names that stand behind a preposition of place."""
    names = (m["word"] for m in _WORD.finditer(text) if m["at"] and m["word"][0].isupper())
    return frozenset(name.casefold()[:STEM] for name in names) - _plain()


def measure_of(figure: Figure, around: str = "") -> str:
    """Return what a figure counts: "dead", "hurt", "held" and the like of people, else its unit.

    `around` are the words that tell it: a toll is one of the dead where nothing else is said.
    """
    if not _PEOPLE.search(figure.unit):
        return figure.unit.casefold()
    for words in (figure.unit, figure.about, around):
        for kind, pattern in _KINDS:
            if re.search(rf"\b(?:{pattern})", words.casefold()):
                return kind
    return figure.unit.casefold()
