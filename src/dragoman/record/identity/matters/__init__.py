"""Which matters of several reports are one proposal.

In: the words of `about`, as reports have them. Out: block keys, senses, proposals with the reasons for each link.
"""

from dragoman.record.identity.matters.blocks import matter_keys
from dragoman.record.identity.matters.ledger import Ledger, Proposal

__all__ = ["Ledger", "Proposal", "matter_keys"]
