"""Reports -> outlets: who published a report, whom its dateline credits, which names are one outlet."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from dragoman.reading.layout.dateline import find_dateline
from dragoman.reading.lexicon import load
from dragoman.record.claims import Card
from dragoman.record.identity.origins.addresses import site_of
from dragoman.record.keys import fold
from dragoman.sources.heading import heading_of
from dragoman.terms.span import Span

_LINE = re.compile(r"\S.*")
_ALIASES = {
    "ap": "associatedpress",
    "apnews": "associatedpress",
    "afp": "agencefrancepresse",
    "dpa": "deutschepresseagentur",
    "upi": "unitedpressinternational",
    "pti": "presstrustofindia",
    "ria": "rianovosti",
    "itartass": "tass",
    "bbcnews": "bbc",
    "britishbroadcastingcorporation": "bbc",
    "cnninternational": "cnn",
    "dw": "deutschewelle",
    "voa": "voiceofamerica",
    "rferl": "radiofreeeurope",
    "radiofreeeuroperadioliberty": "radiofreeeurope",
    "aa": "anadolu",
    "nyt": "newyorktimes",
    "nytimes": "newyorktimes",
    "wsj": "wallstreetjournal",
    "ft": "financialtimes",
    "thomsonreuters": "reuters",
    "xinhuanet": "xinhua",
}
_ENDINGS = re.compile(r" (?:news )?agency$| newswire$")
_WIRES = frozenset("agency wire newswire".split())
_NAMED_BY_LETTERS = frozenset("agency press presse service corporation network".split())


@dataclass(frozen=True, slots=True)
class Outlet:
    """Whom a report is from. `key` is the same for all names of one outlet; `credit` is the other outlet that it credits."""

    key: str | None
    name: str | None
    credit: str | None = None
    credit_name: str | None = None


def outlet_key(name: str) -> str:
    """Return the key of an outlet: its name without articles, spaces and "News Agency", one for all known short forms."""
    folded = _ENDINGS.sub("", fold(name)).replace(" ", "")
    return _ALIASES.get(folded, folded)


def is_agency(name: str) -> bool:
    """Say whether an outlet is one whose texts others print."""
    words = fold(name).split()
    return bool(_WIRES & set(words)) or outlet_key(name) in _agencies()


def outlet_of(card: Card, text: str) -> Outlet:
    """Return whom a report is from: its publisher, else the agency of its dateline, else the site of its address.

    An agency in the dateline of another's report is credited: the report is a copy of the agency's.
    """
    agency = _agency(text)
    publisher = card.publisher
    if publisher is None:
        name = agency or (site_of(card.url) if card.url else None)
        return Outlet(None if name is None else outlet_key(name), name)
    if agency is None or _same_outlet(publisher, agency):
        return Outlet(outlet_key(publisher), publisher)
    return Outlet(outlet_key(publisher), publisher, outlet_key(agency), agency)


@cache
def _agencies() -> frozenset[str]:
    return frozenset(
        outlet_key(w) for entry in load("outlets")["entry"] if entry["sense"] == "agency" for w in entry["words"]
    )


def _same_outlet(publisher: str, agency: str) -> bool:
    """Say whether the two name one outlet: by their keys, or as "Kestrian Telegraph Agency" and "KTA" do."""
    words = fold(publisher).replace("-", " ").split()
    letters = "".join(word[0] for word in words)
    by_letters = len(words) > 1 and words[-1] in _NAMED_BY_LETTERS and letters == fold(agency)
    return by_letters or outlet_key(publisher) == outlet_key(agency)


def _agency(text: str) -> str | None:
    header = heading_of(text)
    first = _LINE.search(text, 0 if header is None else header.end)
    if first is None:
        return None
    dateline = find_dateline(text, Span(*first.span()), first=True)
    return None if dateline is None or dateline.agency is None else dateline.agency.of(text)
