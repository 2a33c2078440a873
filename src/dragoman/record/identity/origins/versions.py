"""Versions of one article: which claims a later version no longer supports, and which it only repeats."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import replace
from datetime import date
from itertools import groupby

from dragoman.record.claims import Card, Claim
from dragoman.record.identity.origins.articles import Articles
from dragoman.record.identity.origins.copies import words_of
from dragoman.record.keys import fold
from dragoman.record.shelf import Shelf, Wanted

Edition = tuple[Card, ...]


def marked(claims: Iterable[Claim], shelf: Shelf, articles: Articles) -> tuple[Claim, ...]:
    """Return the claims, those marked `withdrawn` whose words stand in no way in the last edition of their article.

    The day is the publication of the first edition from which on they are missing. Versions of one day of which nobody can
    tell the order are one edition: what does not stand in each of them was withdrawn on that day.
    """
    kept = tuple(claims)
    articles.learn({claim.card.id for claim in kept})
    whole = {claim.card.id: articles.of(claim.card.id) for claim in kept}
    several = sorted({card.id for cards in whole.values() if len(cards) > 1 for card in cards})
    if not several:
        return kept
    texts = {key: _flat(text) for key, text in shelf.texts(several).items()}
    editions = {cards[0].id: editions_of(cards) for cards in whole.values() if len(cards) > 1}
    return tuple(
        claim
        if len(whole[claim.card.id]) == 1
        else replace(claim, withdrawn=_withdrawn(claim, editions[whole[claim.card.id][0].id], texts))
        for claim in kept
    )


def once(claims: Iterable[Claim], shelf: Shelf, articles: Articles) -> tuple[Claim, ...]:
    """Return the claims without those that another version of the article says in the same words of the same actor.

    The earliest version stands for all, also where it is not among the claims: its day of publication is the one against
    which its words were dated.
    """
    kept = tuple(claims)
    articles.learn({claim.card.id for claim in kept})
    several = [claim for claim in kept if len(articles.of(claim.card.id)) > 1]
    if not several:
        return kept
    versions = frozenset(card.id for claim in several for card in articles.of(claim.card.id))
    told = shelf.claims(Wanted(reports=versions, kinds=frozenset(claim.kind for claim in several)))
    first: dict[Hashable, str] = {}
    for claim in sorted((*told, *several), key=lambda c: (c.published, c.card.updated or "", c.card.id)):
        first.setdefault(_said(claim, articles), claim.card.id)
    repeated = {claim.id for claim in several if first[_said(claim, articles)] != claim.card.id}
    return tuple(claim for claim in kept if claim.id not in repeated)


def _said(claim: Claim, articles: Articles) -> Hashable:
    """Return what two versions of a claim have in common: the article, the kind, whose it is, the words."""
    # one version may have a longer form of a name than the other
    who = fold(claim.actors[0].name).split()[-1:] if claim.actors else []
    words = frozenset(_flat(piece.quote) for piece in claim.finding.evidence)
    return (articles.of(claim.card.id)[0].id, claim.kind, tuple(who), words)


def editions_of(cards: Iterable[Card]) -> tuple[Edition, ...]:
    """Return the versions of an article in their order; those that nobody can order stand together."""
    editions: list[Edition] = []
    ordered = sorted(cards, key=lambda card: (card.published, card.updated or "", card.id))
    for _, same_day in groupby(ordered, key=lambda card: card.published):
        day = tuple(same_day)
        if any(card.updated is None for card in day):
            editions.append(day)
        else:
            editions.extend(tuple(same) for _, same in groupby(day, key=lambda card: card.updated))
    return tuple(editions)


def _withdrawn(claim: Claim, editions: tuple[Edition, ...], texts: Mapping[str, str]) -> date | None:
    own = next(n for n, edition in enumerate(editions) if any(card.id == claim.card.id for card in edition))
    pieces = [_flat(piece.quote) for piece in claim.finding.evidence]
    gone: date | None = None
    for edition in editions[own:]:
        if all(any(piece in texts[card.id] for piece in pieces) for card in edition):
            gone = None
        elif gone is None:
            gone = edition[0].published
    return gone


def _flat(text: str) -> str:
    return f" {' '.join(words_of(text).words)} "
