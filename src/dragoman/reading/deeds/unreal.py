"""Deeds that words only ask about, doubt, list or keep from being done: "asked whether they bombed it", "a plan that includes freeing them"."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.reading.deeds.governors import BEHIND, SPOKEN_OF
from dragoman.reading.grammar.above import is_infinitive
from dragoman.reading.grammar.clauses import Clause
from dragoman.reading.scene import Scene

ASKING = frozenset({"if", "whether"})
FEARED = frozenset({"risk", "fear", "danger", "possibility", "chance", "prospect", "likelihood", "rumour", "rumor"})
"""Nouns behind which a clause tells what may be."""
SIGNS = frozenset({"evidence", "sign", "indication", "proof", "hint", "guarantee", "assurance", "reason"})
"""Nouns behind which a clause tells what is so; none of them, what is not known to be so."""
LISTS = frozenset(
    "agreement deal accord pact plan proposal framework roadmap offer draft package bill treaty truce ceasefire blueprint point "
    "term condition demand provision concession measure step element option idea scenario goal list compromise solution".split()
)
"""What lays down, asks for or imagines deeds."""
LISTING = frozenset("include involve envisage foresee mean require entail stipulate contain propose provide be".split())
EXAMPLES = frozenset({"like", "including", "as"})
COMPLEMENTS = ("xcomp", "ccomp", "conj", "advcl")
HELD_BACK = frozenset({"stop", "halt", "keep", "fall", "hold", "cease"})
PURPOSES = ("advcl", "acl", "relcl", "pcomp")


def is_unreal(scene: Scene, clause: Clause) -> bool:
    """Whether a deed is only asked about, doubted, listed, given as an example of what could be, or kept from being done."""
    return (
        any(_asked(scene, word) or _doubted(scene, word) for word in _chain(scene, clause))
        or _listed(scene, clause)
        or _kept_from(scene, clause)
        or _none_there(scene, clause)
        or _wondered(scene, clause)
        or _spoken_of(scene, clause)
        or _meant(scene, clause)
    )


def _chain(scene: Scene, clause: Clause) -> Iterator[int]:
    """The verb of a clause and those that it only completes: "is said to have *bombed*"."""
    word = clause.verb
    yield word
    while scene.parse.dep[word] in ("xcomp", "conj") and scene.parse.head[word] != word:
        word = scene.parse.head[word]
        yield word


def _asked(scene: Scene, word: int) -> bool:
    """Whether a clause is a question in another: "did not know *if* the men had been freed"."""
    parse = scene.parse
    return parse.dep[word] == "ccomp" and any(
        parse.lower[c] in ASKING for c in parse.kids(word, "mark", "advmod") if c < word
    )


def _doubted(scene: Scene, word: int) -> bool:
    """Whether a clause tells what is feared, or of what there is no sign: "no evidence that Mali *shelled* it"."""
    parse, noun = scene.parse, scene.parse.head[word]
    if parse.dep[word] not in ("acl", "ccomp", "relcl") or parse.tag[noun][:2] != "NN" or noun > word:
        return False
    own = any(parse.lower[c] not in ("that", "which", "who") for c in parse.kids(word, "nsubj", "nsubjpass"))
    if not own:
        return False
    none = any(parse.lower[c] in ("no", "any", "little") for c in parse.kids(noun, "det", "amod"))
    return parse.lemma[noun] in FEARED or (parse.lemma[noun] in SIGNS and none)


def _listed(scene: Scene, clause: Clause) -> bool:
    """Whether a doing is a part of what is agreed or imagined: "the points include *freeing* them", "steps like *freeing* them"."""
    parse, word = scene.parse, clause.verb
    if parse.tag[word] != "VBG" or parse.kid(word, "aux") is not None:
        return False
    while parse.dep[word] in COMPLEMENTS and parse.tag[parse.head[word]] == "VBG":
        word = parse.head[word]
    head = parse.head[word]
    if parse.dep[word] == "pcomp" and parse.lower[head] in EXAMPLES:
        above = scene.clause_at.get(clause.above) if clause.above is not None else None
        return above is not None and (above.time in ("unreal", "future") or above.conditional)
    if parse.dep[word] == "acl" and parse.dep[head] == "dobj":
        head = parse.head[head]
    lister = scene.clause_at.get(head)
    listing = lister is not None and lister.lemma in LISTING and parse.dep[word] in (*COMPLEMENTS, "acl", "dobj")
    return lister is not None and listing and any(parse.lemma[d] in LISTS for d in lister.doers)


def _kept_from(scene: Scene, clause: Clause) -> bool:
    """Whether somebody stops before a doing, or stops another from it: "stopped short of *leaving*", "stop Mali from *firing*"."""
    parse, prep = scene.parse, scene.parse.head[clause.verb]
    if parse.dep[clause.verb] != "pcomp" or clause.above is None:
        return False
    short = parse.lower[prep] == "of" and parse.lower[parse.head[prep]] == "short"
    held = parse.lower[prep] == "from" and parse.lemma[clause.above] in HELD_BACK
    return short or held


def _none_there(scene: Scene, clause: Clause) -> bool:
    """Whether nobody is there to whom it is done: "there won't be any men *freed*"."""
    parse, noun = scene.parse, scene.parse.head[clause.verb]
    above = scene.clause_at.get(parse.head[noun])
    if parse.dep[clause.verb] != "acl" or above is None or above.lemma != "be" or parse.kid(above.verb, "expl") is None:
        return False
    return above.negated or any(parse.lower[c] == "no" for c in parse.children[noun])


def _spoken_of(scene: Scene, clause: Clause) -> bool:
    """Whether a doing with its doer stands behind a noun of wish or fear: "the threat of Mali *firing* rockets"."""
    parse, doer = scene.parse, scene.parse.head[clause.verb]
    prep = parse.head[doer]
    return (
        parse.dep[clause.verb] == "acl"
        and parse.tag[clause.verb] == "VBG"
        and parse.dep[doer] == "pobj"
        and parse.lower[prep] in BEHIND
        and parse.lemma[parse.head[prep]] in SPOKEN_OF
    )


def _wondered(scene: Scene, clause: Clause) -> bool:
    """Whether a doing is a question of its own: "*Bombing* the port again?"."""
    return (
        scene.parse.dep[clause.verb] == "ROOT"
        and scene.parse.tag[clause.verb] == "VBG"
        and not clause.progressive
        and is_question(scene, clause.verb)
    )


def is_question(scene: Scene, word: int) -> bool:
    """Say whether the sentence of a word ends with a question mark."""
    first, end = scene.parse.sentences[scene.parse.sentence[word]]
    return "?" in scene.parse.word[max(first, end - 2) : end]


def _meant(scene: Scene, clause: Clause) -> bool:
    """Whether an infinitive tells what is asked for or aimed at: "for Mali *to be barred*", "a way to begin *freeing* them"."""
    parse = scene.parse
    if clause.passive and is_infinitive(parse, clause.verb):
        return any(parse.lower[c] == "for" for c in parse.kids(clause.verb, "mark"))
    top = clause.above if clause.under else None
    return (
        parse.tag[clause.verb] == "VBG"
        and top is not None
        and parse.dep[top] in PURPOSES
        and is_infinitive(parse, top)
        and not clause.modal
    )
