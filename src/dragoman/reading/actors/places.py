"""Named places: where a meeting is held or something happens."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dragoman.reading.grammar.parse import Parse
from dragoman.reading.marks import DatePhrase, Mention
from dragoman.terms.span import Span

PLACES = frozenset({"GPE", "LOC", "FAC"})
PROPER = frozenset({"NNP", "NNPS"})
INSIDE = frozenset({"in", "near", "outside"})
BUILDINGS = frozenset(
    "castle palace house hotel airport base headquarters ranch lodge hall residence camp abbey villa centre center".split()
)
SETTLEMENTS = frozenset({"town", "village", "city", "port", "hamlet", "resort", "suburb", "island"})
"""Prepositions behind which a bare name is a place's, whatever the grammar takes it for."""


def find_places(
    parse: Parse, mentions: Sequence[Mention], mention_at: Mapping[int, int], dates: Sequence[DatePhrase]
) -> dict[int, Span]:
    """Return the names of places by their head word: what the grammar names one, states, and bare names "in" which something is."""
    found = {b - 1: parse.span(_first(parse, a, b - 1), b - 1) for a, b, label in parse.entities if label in PLACES}
    for word, n in mention_at.items():
        mention = mentions[n]
        if mention.kind in ("state", "government") and mention.form == "name" and parse.tag[word][:3] == "NNP":
            found.setdefault(word, parse.span(_first(parse, word, word), word))
    for word, above in enumerate(parse.head):
        if parse.dep[word] == "pobj" and parse.tag[word] == "NNP" and word not in found and _leads_in(parse, above):
            mention_here = mentions[mention_at[word]] if word in mention_at else None
            if _bare(parse, word, mention_here) and not any(
                d.span.start <= parse.start[word] < d.span.end for d in dates
            ):
                found[word] = parse.span(parse.left[word], word)
    return found


def _first(parse: Parse, begin: int, last: int) -> int:
    """Return where a name begins: with the first of the capitalized words that hang on its last ("North" in "North Korea")."""
    while (
        begin > 0
        and parse.tag[begin - 1] in PROPER
        and parse.dep[begin - 1] == "compound"
        and parse.left[last] <= begin - 1
        and parse.word[begin - 1][:1].isupper()
    ):
        begin -= 1
    return begin


def _leads_in(parse: Parse, prep: int) -> bool:
    """Whether a preposition leads to a place: "in", or "of" behind a town or a village."""
    if parse.lower[prep] == "at":
        return any(parse.lower[k] in BUILDINGS for k in parse.kids(prep, "pobj"))
    return parse.lower[prep] in INSIDE or (parse.lower[prep] == "of" and parse.lemma[parse.head[prep]] in SETTLEMENTS)


def _bare(parse: Parse, word: int, mention: Mention | None) -> bool:
    """Whether a name stands without article, owner, office or title, as towns do, and is not known for a body's or person's."""
    first = parse.left[word]
    if parse.right[word] != word and any(parse.dep[c] == "conj" for c in parse.children[word]):
        return False
    if any(parse.tag[i] != "NNP" for i in range(first, word)) or word - first > 2:
        return False
    return mention is None or (
        mention.kind == "person" and mention.role is None and mention.owner is None and mention.state is None
    )
