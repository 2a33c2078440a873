"""Whose words a paper gives: "the ministry's statement", "a letter from the union", "issued a statement saying"."""

from __future__ import annotations

from dragoman.reading.grammar.parse import Parse
from dragoman.reading.scene import Scene

PAPERS = frozenset(
    "report article story paper dispatch statement post letter message document version edition account"
    " communique communiqué declaration release memo email tweet note count tally estimate figure datum"
    " survey poll study analysis notice readout transcript alert advisory bulletin filing".split()
)
"""Nouns for what somebody wrote or counted."""
_FROM = frozenset({"by", "from", "of"})
_ISSUED = frozenset(
    "issue release publish send post write make deliver circulate read put give produce share file distribute".split()
)
_BESIDE = ("poss", "compound", "amod", "nmod")


def issuer_of(scene: Scene, head: int) -> int | None:
    """Return the mention of whoever gives out the paper at `head`; None where the sentence does not tell."""
    parse, at = scene.parse, scene.mention_at
    for c in reversed(parse.kids(head, *_BESIDE)):
        if c in at and scene.mentions[at[c]].kind is not None:
            return at[c]
    for word in (*_written_by(parse, head), *_giver(parse, head)):
        found = next(
            (at[w] for w in (*range(word, parse.left[word] - 1, -1), *parse.kids(word, "appos")) if w in at), None
        )
        if found is not None:
            return found
    named = (at[w] for w in range(head - 1, parse.left[head] - 1, -1) if w in at)
    return next((n for n in named if scene.mentions[n].kind is not None), None)


def _written_by(parse: Parse, head: int) -> list[int]:
    """Read "a letter *from the union*", "a statement *issued by the union*"."""
    agents = [c for c in parse.kids(head, "prep") if parse.lower[c] in _FROM]
    agents += [a for c in parse.kids(head, "acl") for a in parse.kids(c, "agent")]
    return [noun for a in agents for noun in parse.kids(a, "pobj")]


def _giver(parse: Parse, head: int) -> list[int]:
    """Read "*the union* issued a statement"; the same "in a statement"."""
    above = parse.head[head]
    if parse.dep[head] == "dobj" and parse.lemma[above] in _ISSUED:
        return parse.kids(above, "nsubj")
    return []
