"""All that a case answers, as hashes by name: two cases with the same reports must agree in every one of them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import replace
from importlib import import_module
from typing import Any

from dragoman.exports.answers.encode import encode
from dragoman.record.bounds import Bounds
from dragoman.record.claims import Card, Claim
from dragoman.record.identity.origins.copies import bands_of
from dragoman.record.shelf import Search, Shelf, Wanted
from dragoman.store.store import Store
from dragoman.views.question import Question
from dragoman.views.scope import Scope

VIEWS = ("timeline", "docket", "positions", "disagreements", "obligations", "coverage")
"""Views that are asked of nothing but the record. What is not there yet is left out."""


def whole(store: Store, bounds: Bounds | None = None) -> dict[str, str]:
    """Return the hash of each part. The moment of recording is left out: it is the one thing that must differ."""
    with store.shelf(bounds or Bounds()) as shelf:
        return dict((*_shelved(shelf), *_viewed(shelf)))


def sizes(store: Store) -> dict[str, int]:
    """Return how many findings each kept report has, by report."""
    with store.shelf() as shelf:
        counts = {card.id: 0 for card in shelf.cards()}
        for claim in shelf.claims(Wanted()):
            counts[claim.card.id] += 1
    return counts


def _shelved(shelf: Shelf) -> Iterator[tuple[str, str]]:
    cards = [_timeless(card) for card in shelf.cards()]
    claims = shelf.claims(Wanted())
    ids = [card.id for card in cards]
    yield "cards", _hash(cards)
    yield "claims", _hash([_claim(claim) for claim in claims])
    yield "profiles", _hash(shelf.profiles(ids=sorted({a.id for claim in claims for a in claim.actors})))
    sheets = shelf.sheets(ids=ids)
    yield "sheets", _hash([(_timeless(sheet.card), sheet.signature) for sheet in sheets])
    bands = [bands_of(sheet.signature, sheet.card.url, sheet.card.published) for sheet in sheets]
    yield "bands", _hash([[sheet.card.id for sheet in shelf.sheets(bands=held)] for held in bands])
    yield "texts", _hash(sorted(shelf.texts(ids).items()))
    found = shelf.passages(Search(words="said", limit=1000))
    yield "passages", _hash([(_timeless(passage.card), passage.evidence) for _, passage in found])
    unread = shelf.unread(None, None, limit=1000)
    yield "unread", _hash([(_timeless(passage.card), passage.evidence) for passage in unread])
    yield "decisions", _hash(shelf.decisions())


def _viewed(shelf: Shelf) -> Iterator[tuple[str, str]]:
    for name in VIEWS:
        view = view_of(name)
        if view is not None:
            yield name, _hash(json.dumps(encode(view(Scope(shelf), Question(limit=10_000)))))


def view_of(name: str) -> Any:
    """Return the function of a view by its name, None where it is not there."""
    try:
        return getattr(import_module(f"dragoman.views.{name}"), name)
    except ModuleNotFoundError:
        return None


def _timeless(card: Card) -> Card:
    return replace(card, recorded="")


def _claim(claim: Claim) -> Claim:
    return replace(claim, card=_timeless(claim.card))


def _hash(value: Any) -> str:
    return hashlib.sha256(repr(value).encode("utf-8", "backslashreplace")).hexdigest()[:16]
