"""Deeds below another word that are not done: "is *not trying* to kill the deal", "nothing would *cause* Chad to accept"."""

from __future__ import annotations

from dragoman.reading.grammar.above import CAUSING
from dragoman.reading.grammar.clauses import Clause
from dragoman.reading.scene import Scene


def not_tried(scene: Scene, clause: Clause) -> bool:
    """Say whether somebody says that they do not try to: "is *not trying* to kill the deal"."""
    return clause.above is not None and bool(clause.under) and scene.clause_at[clause.above].negated


def not_caused(scene: Scene, clause: Clause) -> bool:
    """Say whether somebody is only thought to come to it: "nothing that would *cause* Chad *to accept*"."""
    above = scene.clause_at[clause.above] if clause.above is not None and clause.under[:1] else None
    return above is not None and above.lemma in CAUSING and (bool(above.modal) or above.negated or above.time != "past")
