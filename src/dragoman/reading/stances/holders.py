"""Whose stance it is: the doers of a clause, or whoever issued the paper that demands, or came "vowing to"."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.reading.grammar.clauses import Clause
from dragoman.reading.marks import StanceMark
from dragoman.reading.scene import Scene
from dragoman.reading.stances.words import stance_words
from dragoman.terms.findings import Stance
from dragoman.terms.span import Span, hull

DOCUMENTS = frozenset(
    "statement letter resolution declaration communique communiqué message note memo memorandum tweet post speech address "
    "petition manifesto announcement motion editorial article column press_release release email".split()
)
CALLING = frozenset({"call", "demand", "require", "seek", "urge", "insist"})
PLANS = frozenset(
    "proposal plan draft initiative offer counterproposal blueprint roadmap bill budget legislation motion amendment measure".split()
)
"""Papers that ask for something in the name of whoever drew them up: "*Mali's plan* calls for a truce"."""
ISSUING = frozenset(
    "issue release make publish send sign submit write deliver adopt pass give table circulate present read post put out say back approve endorse support unveil co-sponsor sponsor".split()
) | {"put out"}
MOUTHPIECES = frozenset("official spokesman spokeswoman spokesperson source aide office diplomat".split())
QUANTITIES = frozenset(
    "dozen score hundred thousand ten ton million handful majority number couple group pair half third bunch host".split()
)
"""Words that only count those who take a stance: "*dozens* of senators urged"."""
NOBODY = frozenset("nobody none noone neither few nothing some many most".split())


def holders_of(scene: Scene, clause: Clause, doers: tuple[int, ...]) -> list[int]:
    """Return the mentions of whoever holds the stance of a clause; none where nobody named does."""
    if clause.lemma == "confirm" and (owners := _confirmed(scene, clause)):
        return owners
    out: list[int] = []
    for doer in doers:
        if scene.parse.lower[doer] in NOBODY or named_beside(scene, doer, doers) or _named_before(scene, doer, doers):
            continue
        behind = list(_behind(scene, clause, doer))
        if not behind and doer in scene.mention_at:
            behind = [scene.mention_at[doer]]
        out += behind
    return list(dict.fromkeys(out))


def owners_of(scene: Scene, clause: Clause, noun: int) -> list[int]:
    """Return whose proposal it is that others hand on: "mediators presented *Chad's* plan"; none where it is the doer's own."""
    parse = scene.parse
    if parse.tag[noun][:2] != "NN" or clause.passive:
        return []
    named = [c for c in parse.kids(noun, "poss") if parse.tag[c] != "PRP$"]
    named += [o for p in parse.kids(noun, "prep") if parse.lower[p] in ("by", "from") for o in parse.kids(p, "pobj")]
    owners = [scene.mention_at[c] for c in named if c in scene.mention_at]
    return [o for o in owners if scene.mentions[o].form == "name" and scene.mentions[o].word not in clause.doers]


def named_beside(scene: Scene, doer: int, doers: tuple[int, ...]) -> bool:
    """Say whether a description is of somebody named right behind it: "*its leader*, the former mayor Ana Ruiz, decided"."""
    parse = scene.parse
    if doer not in scene.mention_at or scene.mentions[scene.mention_at[doer]].form != "description":
        return False
    return any(
        parse.dep[d] == "appos" and parse.head[d] == doer and parse.tag[doer] == "NN" and d in scene.mention_at
        for d in doers
    )


def _named_before(scene: Scene, doer: int, doers: tuple[int, ...]) -> bool:
    """Whether a description is of somebody named right before it: "Chad, *the main producer*, insists"."""
    parse, at = scene.parse, scene.mention_at
    if parse.dep[doer] == "appos" and parse.word[doer][:2] in ("D-", "R-"):
        return True  # "Rep. Ana Ruiz, *D-Kan.*, said"
    if parse.dep[doer] != "appos" or parse.tag[doer] != "NN" or parse.head[doer] not in doers:
        return False
    named = at.get(parse.head[doer])
    return (
        named is not None
        and scene.mentions[named].form == "name"
        and doer in at
        and (scene.mentions[at[doer]].form == "description")
    )


def _confirmed(scene: Scene, clause: Clause) -> list[int]:
    """Whose attendance others confirm: "the palace confirmed *Tarik's* participation"."""
    parse = scene.parse
    told = any(parse.lemma[d] in MOUTHPIECES for d in clause.doers) and not (clause.yet or clause.negated)
    owners = [c for t in clause.things for c in parse.kids(t, "poss") if told and c in scene.mention_at]
    return [scene.mention_at[c] for c in owners if parse.tag[c] != "PRP$"]


def _behind(scene: Scene, clause: Clause, doer: int) -> Iterator[int]:
    """The mentions behind a doer that is no actor: "its *statement* urged", "went to the *round* pledging"."""
    parse = scene.parse
    yield from _counted(scene, doer)
    if parse.tag[doer] not in ("NN", "NNS"):
        return
    if parse.lemma[doer] in PLANS and clause.lemma in CALLING:
        yield from _owners(scene, doer)
        return
    document = parse.lemma[doer] in DOCUMENTS
    if document:
        owners = list(_owners(scene, doer))
        yield from owners
        if owners:
            return
    elif (
        doer in scene.mention_at
        or parse.lemma[doer] not in stance_words().classes["talks"]
        or not _hanging(scene, clause)
    ):
        return
    above = next((scene.clause_at[u] for u in parse.ancestors(doer) if u in scene.clause_at), None)
    if above is None or above.verb == clause.verb or above.passive or above.negated:
        return
    if document and above.lemma not in ISSUING and parse.dep[doer] == "dobj":
        return
    yield from (scene.mention_at[d] for d in above.doers if d in scene.mention_at)


def _counted(scene: Scene, doer: int) -> Iterator[int]:
    """Those whom a doer only counts: "dozens of *senators*", "more than 100 of *his deputies*"."""
    parse = scene.parse
    if doer in scene.mention_at or not (parse.lemma[doer] in QUANTITIES or parse.tag[doer] == "CD"):
        return
    for prep in parse.kids(doer, "prep"):
        if parse.lower[prep] == "of":
            yield from (scene.mention_at[o] for o in parse.kids(prep, "pobj") if o in scene.mention_at)


def _hanging(scene: Scene, clause: Clause) -> bool:
    """Whether a participle hangs on a noun of which it does not tell: "went to the round *pledging* to"."""
    parse = scene.parse
    return parse.dep[clause.verb] == "acl" and parse.tag[clause.verb] == "VBG" and clause.lemma in _TELLING


def _owners(scene: Scene, noun: int) -> Iterator[int]:
    """The actors whose paper it is: "the ministry's statement", "a letter from the guild", "a Kenyan note"."""
    parse = scene.parse
    for c in parse.children[noun]:
        if parse.dep[c] in ("poss", "compound", "nmod", "amod") and c in scene.mention_at:
            yield scene.mention_at[c]
        elif parse.dep[c] in ("prep", "agent") and parse.lower[c] in ("by", "from", "of"):
            for o in parse.kids(c, "pobj"):
                yield from (scene.mention_at[k] for k in parse.conjuncts(o) if k in scene.mention_at)


_TELLING = frozenset(
    "vow demand insist urge call reject refuse seek promise pledge propose offer hope accept oppose".split()
)


def held_by_doers(
    scene: Scene, clause: Clause, cue: Span, about: Span, told: tuple[Stance, str]
) -> Iterator[StanceMark]:
    """Mark the same stance for each who does what a clause tells; `told` is the stance and the rule that found it."""
    for actor in (scene.mention_at[d] for d in clause.doers if d in scene.mention_at):
        span = hull(cue, about, scene.mentions[actor].span)
        yield StanceMark(span=span, cue=cue, actor=actor, stance=told[0], about=about, rule=told[1])
