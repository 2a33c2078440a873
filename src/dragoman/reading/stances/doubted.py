"""What somebody else only fears, hopes or foresees of a side is no stance of that side: "*fears* that Chad would reject it"."""

from __future__ import annotations

from dragoman.reading.grammar.parse import Parse
from dragoman.reading.marks import StanceMark
from dragoman.reading.scene import Scene

FORESEEING = frozenset(
    "fear worry dread doubt predict foresee forecast anticipate speculate suspect assume suppose imagine wonder guess bet hope pray".split()
)
"""Verbs whose clause tells what somebody else has in mind, and not what is so."""
FORESIGHT = frozenset(
    "fear worry concern anxiety dread doubt scepticism skepticism prediction forecast speculation rumour rumor suspicion allegation "
    "assumption expectation hope optimism pessimism possibility probability likelihood chance prospect risk danger odds guarantee".split()
)
SIGNS = frozenset("sign indication evidence hint signal suggestion".split())
"""Nouns that deny what they tell where there are none: "*no sign* that Chad accepts it"."""
NONE = frozenset("no little few scant hardly".split())
UNSURE = frozenset(
    "likely unlikely possible impossible probable improbable conceivable inconceivable unthinkable doubtful uncertain unclear afraid "
    "fearful worried concerned sceptical skeptical hopeful optimistic pessimistic naive".split()
)
UNTRUE = frozenset("false untrue premature baseless unfounded wrong incorrect inaccurate groundless mistaken".split())
CLIMBED = frozenset({"xcomp", "conj", "acomp", "oprd"})
FIRST = frozenset({"i", "we"})


def doubted(scene: Scene, mark: StanceMark) -> bool:
    """Say whether the stance is one that others only fear, hope or foresee; a noun takes for granted what it tells."""
    parse = scene.parse
    word = parse.words_in(mark.cue)[0]
    if parse.tag[word][:2] == "NN":
        return False
    while parse.dep[word] in CLIMBED and parse.tag[parse.head[word]][:2] != "NN" and parse.head[word] != word:
        word = parse.head[word]
    dep, head = parse.dep[word], parse.head[word]
    if parse.tag[head][:2] == "VB" and dep == "ccomp":
        return _foreseen(scene, head, mark.actor) or _unsure(parse, head)
    if parse.kid(word, "nsubj", "nsubjpass") is None:
        return False
    if dep == "pcomp" and parse.lower[head] in ("of", "about", "over"):
        return parse.lemma[parse.head[head]] in FORESIGHT
    told = dep in ("acl", "ccomp") or (dep == "relcl" and parse.kid(word, "mark") is not None)
    return told and _thought(parse, head)


def _foreseen(scene: Scene, verb: int, actor: int) -> bool:
    """Whether somebody else than the holder foresees it: "Norland *fears* that Chad will reject it"."""
    if scene.parse.lemma[verb] not in FORESEEING or verb not in scene.clause_at:
        return False
    doers = [scene.mention_at[d] for d in scene.clause_at[verb].doers if d in scene.mention_at]
    return not any(_may_be_one(scene, d, actor) for d in doers)


def _may_be_one(scene: Scene, doer: int, actor: int) -> bool:
    """Whether two mentions can be one actor, as far as their words tell: "*the guild* hopes *it* will sign"."""
    one, other = scene.mentions[doer], scene.mentions[actor]
    if doer == actor or other.form != "pronoun":
        return doer == actor
    first = scene.parse.lower[one.word] in FIRST
    return first == (scene.parse.lower[other.word] in FIRST) and (first or one.plural == other.plural)


def _unsure(parse: Parse, copula: int) -> bool:
    """Whether it is told as likely or not: "it is *unlikely* that Chad accepts"."""
    return any(parse.lemma[k] in UNSURE for k in parse.kids(copula, "acomp"))


def _thought(parse: Parse, noun: int) -> bool:
    """Whether a noun says that it is only thought, or told and not so: "*fears* that Chad will", "*reports* that it did are false"."""
    if parse.lemma[noun] in FORESIGHT:
        return True
    if parse.lemma[noun] in SIGNS:
        return any(parse.lower[k] in NONE for k in parse.kids(noun, "det", "amod"))
    told = parse.dep[noun] == "nsubj" and parse.lemma[parse.head[noun]] == "be"
    return told and any(parse.lemma[k] in UNTRUE for k in parse.kids(parse.head[noun], "acomp"))
