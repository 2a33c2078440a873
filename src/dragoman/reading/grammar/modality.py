"""How words around a predicate turn it: "refused to accept", "did not rule out", "has yet to confirm", "would accept if"."""

from __future__ import annotations

from dragoman.reading.grammar.clauses import OBJECT_CONTROL, Clause
from dragoman.terms.findings import Stance

SPEECH = frozenset(
    "say tell add report announce note state claim confirm reiterate stress insist maintain argue explain write tweet post "
    "warn admit acknowledge believe think suggest declare reveal hint indicate signal affirm know repeat emphasize emphasise "
    "underline recall predict understand mean show remember deny comment reply respond answer continue vow agree accept".split()
)
REFUSING = frozenset({"refuse", "decline", "reluctant", "unwilling", "unable", "loath", "hesitate", "hesitant", "wary"})
FAILING = frozenset({"fail", "miss", "forget", "neglect", "try", "attempt", "struggle", "pretend", "avoid", "stop"})
READY = frozenset("agree ready willing prepared promise pledge plan intend open consider".split())
TRYING = frozenset({"try", "attempt"})
ORDERING = (OBJECT_CONTROL - {"want", "expect"}) | frozenset({"demand", "require", "propose", "recommend", "need"})
EXPECTING = frozenset({"expect", "prepare", "likely", "unlikely", "suppose", "rumour", "rumor"})
REVERSE: dict[Stance, Stance | None] = {
    "accepts": "rejects",
    "accepts-conditionally": "rejects",
    "supports": "rejects",
    "offers": "rejects",
    "rejects": "undecided",
    "undecided": "rejects",
    "demands": None,
    "proposes": None,
}


def turn(
    stance: Stance, clause: Clause, *, conditions: bool, none: bool = False, own: bool = False, tried: bool = False
) -> Stance | None:
    """Return what is left of a stance under the clause's modality, None where nothing is said of it.

    Somebody who is urged to accept has not accepted; a hypothetical acceptance is none; a refused one is a rejection; where
    others deny that somebody has accepted, the denial is about their claim.
    """
    if clause.conditional:
        return None
    trying = tried or stance in ("offers", "demands")
    turned: Stance | None = stance
    flips = int(clause.negated) + int(none)
    for governor in clause.under:
        if governor in SPEECH and governor not in ("agree", "accept", "vow", "deny"):
            break
        if governor in READY and stance in ("proposes", "demands"):
            return None
        if (
            governor in ORDERING
            or governor in EXPECTING
            or (governor in FAILING and not (trying and governor in TRYING))
        ):
            return None
        if governor == "deny" and not own:
            return None
        flips += governor in REFUSING or governor == "deny"
    if clause.yet:
        return "undecided" if stance in ("accepts", "rejects", "undecided", "supports", "offers") else None
    hedged = clause.kind == "adjective" and clause.modal in ("may", "might") and stance == "accepts"
    if (
        (own or hedged)
        and clause.modal in ("could", "may", "might")
        and not flips
        and clause.under[:1]
        and clause.under[0] in SPEECH
    ):
        return "undecided" if stance in ("accepts", "rejects", "supports", "offers") else None
    if clause.modal in ("may", "might", "should", "must", "ought", "need") or (
        clause.modal in ("can", "ca", "could") and not clause.negated
    ):
        return None
    for _ in range(flips):
        turned = REVERSE[turned] if turned is not None else None
    if turned == "accepts" and (conditions or "principle" in clause.lemma):
        return "accepts-conditionally"
    return turned
