"""Whether a deed happened: read off its predicate and the predicates above it ("threatened to bomb", "denied bombing")."""

from __future__ import annotations

from typing import NamedTuple

from dragoman.reading.deeds.governors import (
    AIMING,
    ANNOUNCED,
    BEFORE,
    BEGINNING,
    BEHIND,
    BLAMING,
    CLAIMS,
    DENYING,
    HOSTILE,
    MAYBE,
    NEITHER,
    NOBODY,
    NONE,
    NOUNS_AHEAD,
    PAPERS,
    PASSING,
    PLEADED,
    PREPARING,
    PROMISING,
    REFUTING,
    SAYING,
    SPOKEN_OF,
    STOPPING,
    TALKED,
    THREATENING,
    TRYING,
    UNSURE,
    WISHED,
)
from dragoman.reading.deeds.unreal import is_unreal
from dragoman.reading.grammar.above import is_infinitive
from dragoman.reading.grammar.clauses import Clause
from dragoman.reading.scene import Scene
from dragoman.terms.findings import IncidentStatus


class Mood(NamedTuple):
    """What became of a deed: its status, how it is announced, and whether the predicate above stops it."""

    status: IncidentStatus
    mood: str = ""
    stopped: bool = False
    tried: bool = False


NEVER = Mood("denied", "never")


def mood_of(scene: Scene, clause: Clause, sense: str, *, lasting: bool = False) -> Mood | None:
    """Return what is said of the deed of a clause, None where it is said not to have been done or is only wished for."""
    if scene.parse.dep[clause.verb] in ("csubj", "csubjpass") and scene.parse.tag[clause.verb] == "VBG":
        return None  # "*sending* troops was not discussed"
    if clause.conditional or clause.yet or _only_aimed_at(scene, clause) or _awaited(scene, clause):
        return None
    if _on_paper(scene, clause) or is_unreal(scene, clause):
        return None
    if _bound_to(scene, clause):
        return _ahead("promised", sense)
    if _dismissed(scene, clause):
        return Mood("denied")
    if (noun := _noun_above(scene, clause)) is not None:
        return _ahead(noun, sense) if noun and not clause.negated else None
    if _came_of_it(scene, clause):
        return Mood("happened")
    found = _beside(scene, clause) or _under(scene, clause, sense)
    if not_done(scene, clause) or found is NEVER:
        return None
    if found is not None:
        return found
    return None if _wished(scene, clause) else _plain(clause, sense, lasting=lasting, bare=_participle(scene, clause))


def _came_of_it(scene: Scene, clause: Clause) -> bool:
    """Whether an infinitive tells how it ended: "gave up its arms, *only to be bombed*"."""
    parse, word = scene.parse, clause.verb
    word = parse.head[word] if parse.dep[word] == "conj" else word
    only = any(parse.lower[c] == "only" for c in parse.kids(word, "advmod") if c < word)
    above = scene.clause_at.get(parse.head[word])
    return (
        only
        and is_infinitive(parse, word)
        and parse.dep[word] in ("advcl", "xcomp")
        and above is not None
        and _is_done(scene, above)
    )


def _is_done(scene: Scene, above: Clause) -> bool:
    top = scene.clause_at[above.above] if above.time == "future" and above.under and above.above is not None else above
    return top.time == "past" and not top.negated


def _on_paper(scene: Scene, clause: Clause) -> bool:
    """Whether a paper does it: "the *deal* gives Norland aid", "a *plan* that gave it aid" tell what is agreed, not what is done."""
    parse = scene.parse
    papers = [d for d in clause.doers if parse.lemma[d] in PAPERS]
    some = parse.dep[clause.verb] == "relcl" and any(
        parse.lower[c] in ("a", "an", "any") for p in papers for c in parse.children[p]
    )
    return bool(papers) and (clause.time != "past" or some)


def not_done(scene: Scene, clause: Clause) -> bool:
    """Say whether a clause itself is denied, by its own words or by those of the verb before "or": "has not shelled or *raided* it"."""
    parse, first = scene.parse, scene.clause_at.get(scene.parse.head[clause.verb])
    if clause.negated or _none_of(scene, clause) or any(parse.lower[c] in NEITHER for c in parse.children[clause.verb]):
        return True
    if first is None or parse.dep[clause.verb] != "conj":
        return False
    joined = {parse.lower[c] for c in parse.kids(first.verb, "cc", "preconj")}
    own = parse.kid(clause.verb, "nsubj", "nsubjpass") is not None
    return not own and (bool(joined & NEITHER) or (first.negated and "or" in joined))


def _beside(scene: Scene, clause: Clause) -> Mood | None:
    """What a doing behind "by" or "after" is by the verb above: "widened the war by *shelling* Ober", "left after *being freed*"."""
    parse, prep = scene.parse, scene.parse.head[clause.verb]
    above = scene.clause_at.get(clause.above) if clause.above is not None else None
    if parse.dep[clause.verb] != "pcomp" or parse.lower[prep] not in BEFORE or above is None:
        return None
    if above.negated or above.conditional or above.time in ("future", "unreal") or PROMISING.intersection(above.under):
        return NEVER
    return Mood("ongoing" if above.progressive and parse.lower[prep] == "by" else "happened")


def _only_aimed_at(scene: Scene, clause: Clause) -> bool:
    """Whether a clause tells up to when something goes on: "will fight until they *take* the town"."""
    parse = scene.parse
    return parse.dep[clause.verb] == "advcl" and any(parse.lower[c] in AIMING for c in parse.kids(clause.verb, "mark"))


def _awaited(scene: Scene, clause: Clause) -> bool:
    """Whether a deed is what comes first before another is done: "would leave only after the men *are freed*"."""
    parse = scene.parse
    if parse.dep[clause.verb] != "advcl" or clause.time != "present" or clause.above is None:
        return False
    ahead = scene.clause_at[clause.above]
    marks = {parse.lower[c] for c in parse.kids(clause.verb, "mark", "advmod")}
    return bool(marks & {"after", "once", "when"}) and (ahead.time in ("future", "unreal") or ahead.conditional)


def _bound_to(scene: Scene, clause: Clause) -> bool:
    """Whether a doing is what somebody is bound to: "has a commitment *to mending* the dam"."""
    parse, prep = scene.parse, scene.parse.head[clause.verb]
    if parse.dep[clause.verb] != "pcomp" or parse.lower[prep] != "to":
        return False
    return any(parse.lemma[a] in ("commit", "committed", "commitment") for a in parse.ancestors(prep)[:3])


def _dismissed(scene: Scene, clause: Clause) -> bool:
    """Whether a clause is a claim that somebody denies: "dismissed the claim that it had armed the rebels"."""
    parse = scene.parse
    noun = parse.head[clause.verb]
    below = parse.dep[clause.verb] in ("acl", "ccomp") and parse.lemma[noun] in CLAIMS
    return below and parse.lemma[parse.head[noun]] in REFUTING


def denies(scene: Scene, clause: Clause) -> bool:
    """Whether a clause says that something was not done, in the past or the present, on nobody's condition."""
    plain = not clause.conditional and not clause.under and clause.time in ("past", "present")
    return plain and (clause.negated or _none_of(scene, clause))


def _none_of(scene: Scene, clause: Clause) -> bool:
    """Whether the first object or doer is none at all: "*no* trucks were let in"."""
    parse = scene.parse
    words = (*clause.things[:1], *clause.doers[:1])
    return any(parse.lower[w] in NOBODY or any(parse.lower[c] in NONE for c in parse.children[w]) for w in words)


def _noun_above(scene: Scene, clause: Clause) -> str | None:
    """For a clause below a noun ("a plan to bomb"), how it is announced; "" for what is only wished or meant."""
    parse = scene.parse
    dep, noun = parse.dep[clause.verb], parse.lemma[parse.head[clause.verb]]
    if dep == "acl" and parse.tag[clause.verb] == "VB":
        return NOUNS_AHEAD.get(noun, "")
    if dep in ("acl", "ccomp") and parse.tag[parse.head[clause.verb]][:2] == "NN" and noun in WISHED:
        return ""
    if dep == "pcomp":
        prep = parse.head[clause.verb]
        return "" if _meant(scene, prep) else None
    return None


def _meant(scene: Scene, prep: int) -> bool:
    """Whether a doing behind a preposition is only spoken of: "the prospect *of* freeing them", "corridors *for* rescuing them"."""
    parse = scene.parse
    above, word = parse.head[prep], parse.lower[prep]
    if parse.tag[above][:2] == "NN":
        return word == "for" or (word in BEHIND and parse.lemma[above] in SPOKEN_OF)
    if word == "for":
        return parse.lemma[above] in PLEADED
    return word in ("on", "about", "against") and parse.lemma[above] in TALKED


def _ahead(mood: str, sense: str) -> Mood | None:
    if mood == "tried":
        return Mood("happened", tried=True) if sense in HOSTILE else None
    return Mood("expected", ANNOUNCED.get(sense, mood) if mood == "promised" else mood)


def _under(scene: Scene, clause: Clause, sense: str) -> Mood | None:
    """What the predicates above make of a deed; None where they leave it as its own tense has it."""
    above = clause.above if clause.under else None
    stopped = tried = False
    for lemma in clause.under:
        governor = scene.clause_at.get(above) if above is not None else None
        above = governor.above if governor is not None else None
        if lemma in SAYING or lemma in BLAMING or _spliced(scene, clause, governor):
            break
        if lemma in DENYING:
            return Mood("denied")
        if governor is not None and (governor.negated or governor.yet or governor.conditional):
            return NEVER
        if lemma in PREPARING:
            return Mood("expected", "prepared" if sense in HOSTILE else "promised")
        if lemma in THREATENING:
            return Mood("expected", "threatened" if sense in HOSTILE or lemma == "threaten" else "promised")
        if lemma in PROMISING or (
            lemma == "be" and is_infinitive(scene.parse, clause.verb)
        ):  # "the men are to be freed"
            return NEVER if _unsure(governor) else _ahead("promised", sense)
        if lemma in STOPPING and sense in HOSTILE:
            stopped = True
        elif lemma in TRYING and sense in HOSTILE:
            tried = True
        elif lemma not in PASSING:
            return NEVER
    if stopped or tried:
        return Mood("happened", stopped=stopped, tried=tried)
    return _begun(scene, clause)


def _spliced(scene: Scene, clause: Clause, governor: Clause | None) -> bool:
    """Whether two sentences only stand side by side: "one man *was shot* near Ober, another *was killed* in a raid"."""
    parse = scene.parse
    if (
        governor is None
        or clause.above != governor.verb
        or parse.dep[clause.verb] != "ccomp"
        or governor.verb < clause.verb
    ):
        return False
    own = parse.kid(clause.verb, "nsubj", "nsubjpass") is not None
    return own and governor.passive and governor.lemma not in PROMISING and bool(governor.things)


def _unsure(promise: Clause | None) -> bool:
    """Whether a promise itself only may be made: "both sides *would agree* to leave"."""
    return promise is not None and promise.modal in UNSURE and not _reported(promise)


def _begun(scene: Scene, clause: Clause) -> Mood | None:
    """What "began to", "continued to" tell of the deed below: that it is done, or goes on."""
    first = scene.clause_at.get(clause.above) if clause.above is not None else None
    if first is None or not clause.under or clause.under[0] not in BEGINNING or first.time not in ("past", "present"):
        return None
    return Mood("happened" if first.time == "past" and clause.under[0] != "continue" else "ongoing")


def _wished(scene: Scene, clause: Clause) -> bool:
    """Whether a clause only tells a purpose ("to disperse the crowd") or a possibility of no one's making."""
    parse = scene.parse
    if clause.modal in ("should", "must", "can", "ca", "ought", "need"):
        return True
    if (
        parse.tag[clause.verb] == "VB"
        and not clause.modal
        and any(parse.lower[c] == "to" for c in parse.children[clause.verb])
    ):
        return parse.dep[clause.verb] in ("advcl", "acl", "ROOT", "ccomp", "relcl", "pcomp", "dep", "conj")
    return False


def _participle(scene: Scene, clause: Clause) -> bool:
    """Whether a clause is a participle that describes a noun ("soldiers *captured* in May"): that has happened."""
    parse = scene.parse
    return parse.tag[clause.verb] == "VBN" and parse.dep[clause.verb] == "acl" and parse.kid(clause.verb, "aux") is None


def _plain(clause: Clause, sense: str, *, lasting: bool, bare: bool) -> Mood | None:
    """What a predicate's own tense says."""
    if clause.modal in MAYBE:
        return Mood("expected", "threatened") if sense in HOSTILE and clause.doers else None
    if bare:
        return Mood("happened")
    if clause.time in ("future", "unreal"):
        if clause.time == "unreal" and not clause.modal:
            return (
                Mood("happened") if clause.under and clause.under[0] in ("order", "force", "manage", "help") else None
            )
        told = clause.time == "future" or (clause.modal not in ("could", "might") and _reported(clause))
        return _ahead("promised", sense) if told else None
    ongoing = clause.progressive or (lasting and clause.time == "present")
    return Mood("ongoing" if ongoing else "happened")


def _reported(clause: Clause) -> bool:
    """Whether a "would" is a future told in the past ("said that it would withdraw")."""
    return bool(clause.under) and clause.under[0] in SAYING
