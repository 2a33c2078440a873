"""What must stand by a verb for it to tell of a meeting: a partner ("discussed *with*"), a telephone, a person who is received."""

from __future__ import annotations

from collections.abc import Callable

from dragoman.reading.grammar.clauses import Clause
from dragoman.reading.grammar.modality import SPEECH
from dragoman.reading.meetings.parties import sides_of
from dragoman.reading.meetings.words import kind_of_noun
from dragoman.reading.scene import Scene

PARTNER_PREPS = ("with", "alongside")
PHONES = frozenset({"phone", "telephone", "videolink", "video", "hotline"})
SENT = frozenset(
    "delegation envoy team negotiator mission official representative minister diplomat emissary mediator".split()
)
ERRANDS = frozenset("plan proposal message letter offer response reply draft document initiative".split())
DOCUMENTS = frozenset(
    "agreement deal accord pact treaty truce ceasefire armistice memorandum protocol declaration settlement charter".split()
)
LISTENERS = frozenset({"reporter", "journalist", "correspondent", "newsman", "viewer", "listener"})
"""Those to whom somebody speaks, but not as to a side."""
MATCHES = frozenset("final finals semifinal semifinals quarterfinal quarterfinals semi playoff playoffs cup".split())
RECEIVED = frozenset({"person", None})


def fits_needs(scene: Scene, clause: Clause, needs: frozenset[str]) -> bool:
    """Say whether one of the things that the lexicon asks for stands by a verb; a word that is no check is one of its objects."""
    if any(check(scene, clause) for need, check in CHECKS.items() if need in needs):
        return True
    several = len(_sides(scene, clause)) > 1 or any(scene.parse.tag[d] == "NNS" for d in clause.doers)
    return several and any(scene.parse.lemma[t] in needs for t in clause.things)


def by_phone(scene: Scene, clause: Clause) -> bool:
    """Say whether those who speak do so from afar: "talked *by phone*", "discussed it in a *phone call*"."""
    return any(scene.parse.lower[w] in PHONES for w in clause.governed("by", "on", "via", "over"))


def partner_words(scene: Scene, clause: Clause) -> list[int]:
    """Return the words after "with", also where the grammar hung it on the object ("discuss the reply *with* Oman")."""
    parse = scene.parse
    below = [p for t in clause.things for p in parse.kids(t, "prep") if parse.lower[p] in PARTNER_PREPS]
    spoken = _spoken_to(scene, clause) if clause.lemma in ("speak", "talk") else []
    return [*clause.governed(*PARTNER_PREPS), *(o for p in below for o in parse.kids(p, "pobj")), *spoken]


def in_sport(scene: Scene, clause: Clause) -> bool:
    """Say whether sides meet in a match: "will meet in the final", "met in the group stage"."""
    return any(scene.parse.lower[w] in MATCHES for w in clause.governed("in", "at"))


def to_press(scene: Scene, clause: Clause) -> bool:
    """Say whether somebody meets those who only listen: "met with *reporters*"."""
    return any(scene.parse.lemma[w] in LISTENERS for w in (*clause.things, *clause.governed(*PARTNER_PREPS)))


def _sides(scene: Scene, clause: Clause) -> list[int]:
    return list(dict.fromkeys(sides_of(scene, [*clause.doers, *partner_words(scene, clause)])))


def _with_partner(scene: Scene, clause: Clause) -> bool:
    span = scene.parse.subtree(clause.verb).of(scene.parse.text)
    return any(t in scene.mention_at for t in (*clause.things, *partner_words(scene, clause))) and " with " in span


def _joint(scene: Scene, clause: Clause) -> bool:
    """Whether two or more do together, in fact, what one does alone as well: "the *two ministers* discussed the border"."""
    above = [g for g in clause.under if g not in SPEECH]
    return not above and not clause.passive and clause.time != "unreal" and len(_sides(scene, clause)) > 1


def _between(_scene: Scene, clause: Clause) -> bool:
    return bool(clause.governed("between"))


def _person(scene: Scene, clause: Clause) -> bool:
    """Whether somebody is received: a person by name or office, by somebody who is told."""
    told = [scene.mentions[scene.mention_at[t]] for t in clause.things if t in scene.mention_at]
    known = all(m.kind in RECEIVED and (m.role or m.office or m.form == "name") for m in told)
    of_thing = any(
        scene.parse.lower[c] in ("which", "that") for c in scene.parse.children[clause.verb]
    )  # "an offer, which"
    return bool(told) and known and not of_thing and bool(sides_of(scene, clause.doers) or not clause.passive)


def _together(scene: Scene, clause: Clause) -> bool:
    return any(scene.parse.lower[c] == "together" for c in scene.parse.children[clause.verb])


def _delegation(scene: Scene, clause: Clause) -> bool:
    """Whether a delegation is sent somewhere, and not to talks, which are told by their noun."""
    sent = {scene.parse.lemma[t] for t in clause.things}
    to_talks = any(kind_of_noun(scene.parse, w) is not None for w in clause.governed("for", "to"))
    persons = [scene.mentions[scene.mention_at[t]] for t in clause.things if t in scene.mention_at]
    sent |= {"envoy"} if any(m.kind == "person" and m.form == "name" and m.role for m in persons) else set()
    return bool(sent & SENT) and bool(clause.governed("to")) and not to_talks


def _phone(scene: Scene, clause: Clause) -> bool:
    if by_phone(scene, clause) or clause.lemma in ("phone", "telephone"):
        return True
    return (clause.lemma == "speak" and bool(_spoken_to(scene, clause))) or (
        clause.lemma in ("call", "ring") and _rung(scene, clause)
    )


def _rung(scene: Scene, clause: Clause) -> bool:
    """Whether somebody called a person on the telephone, and not names nor for anything: "called President Ruiz"."""
    told = [scene.mentions[scene.mention_at[t]] for t in clause.things if t in scene.mention_at]
    only = not scene.parse.kids(clause.verb, "oprd", "attr", "xcomp", "ccomp", "prt") and not clause.governed("for")
    persons = bool(told) and all(m.kind == "person" and (m.role or m.office) for m in told)
    return persons and only and not clause.passive and bool(sides_of(scene, clause.doers))


def _spoken_to(scene: Scene, clause: Clause) -> list[int]:
    """The persons with whom somebody spoke: by name ("spoke to President Ruiz"), with "with" also by their office.

    A paper or its reporters are none.
    """
    told = [w for w in clause.governed("with", "to") if w in scene.mention_at]
    named = [scene.mentions[scene.mention_at[w]] for w in told]
    office = bool(clause.governed("with"))
    known = (m.form == "name" or (office and m.office is not None and m.form == "description") for m in named)
    return told if named and all(known) and all(m.kind in ("person", None) for m in named) else []


def _speaking(scene: Scene, clause: Clause) -> bool:
    """Whether persons speak with each other, and not to others: "the king and the emir *spoke* for an hour"."""
    elsewhere = clause.governed("to", "at", "before", "from", "against", "in", "of", "out")
    persons = [scene.mentions[m] for m in sides_of(scene, clause.doers)]
    named = len(persons) > 1 and all(m.kind == "person" and m.form == "name" for m in persons)
    return clause.lemma == "speak" and named and not elsewhere and _joint(scene, clause)


def _errand(scene: Scene, clause: Clause) -> bool:
    """Whether somebody goes to somebody with a plan: "carried a *plan to the king* in Riyadh"."""
    to = [scene.mentions[scene.mention_at[w]] for w in clause.governed("to") if w in scene.mention_at]
    told = any(scene.parse.lemma[t] in ERRANDS for t in clause.things) and not clause.passive
    return told and any(m.kind == "person" and (m.form == "name" or m.office) for m in to)


def _to_sign(scene: Scene, clause: Clause) -> bool:
    """Whether a document is to be signed: a day is set for it. One that is signed already is an agreement."""
    ahead = clause.time == "future" and not clause.negated and not clause.conditional
    return ahead and any(scene.parse.lemma[t] in DOCUMENTS for t in clause.things)


CHECKS: dict[str, Callable[[Scene, Clause], bool]] = {
    "with": _with_partner,
    "joint": _joint,
    "between": _between,
    "person": _person,
    "together": _together,
    "delegation": _delegation,
    "phone": _phone,
    "speaking": _speaking,
    "errand": _errand,
    "to-sign": _to_sign,
}
"""What the lexicon may ask for, by the word under which it does."""
