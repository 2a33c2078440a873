"""One proposal as a page: where the parties stand, what it is called and why that is one, what it might be beside."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.exports.answers.page import Block, Page, Row
from dragoman.exports.answers.positions import block_of
from dragoman.views.proposal import OnProposal, ProposalAnswer

LONG = "the latest of a long history; --from and --to lead to others"
LARGE = "of its family those in doubt and those told of at its time are laid beside it"


def page(answer: ProposalAnswer) -> Page:
    """Return the page of one proposal, or of the few that some words can mean."""
    title = answer.items[0].row.name if len(answer.items) == 1 else "Proposals"
    blocks = tuple(block for one in answer.items for block in _blocks(one))
    notes = (
        *((LONG,) if not all(one.row.whole for one in answer.items) else ()),
        *((LARGE,) if not all(one.whole for one in answer.items) else ()),
    )
    return Page(title, blocks, notes, empty="no position on it is told in these days")


def _blocks(one: OnProposal) -> Iterator[Block]:
    yield block_of(one.row)
    names = tuple(Row(text=f"“{name.words}”", id=name.matter) for name in one.names)
    words = {name.matter: name.words for name in one.names}
    reasons = tuple(
        Row(
            text=f"“{words.get(link.one, link.one)}” = “{words.get(link.other, link.other)}”",
            badge=link.rule,
            facts=(link.why,),
        )
        for link in one.row.links
    )
    yield Block(f"called, in reports · {one.row.family}", names)
    yield Block("why that is one proposal", reasons)
    doubtful = tuple(Row(text=other.name, facts=(other.why,), id=other.id) for other in one.beside if other.doubtful)
    others = tuple(Row(text=other.name, facts=(other.why,), id=other.id) for other in one.beside if not other.doubtful)
    yield Block("perhaps the same: a person decides", doubtful)
    yield Block("of the same family, and not the same", others)
