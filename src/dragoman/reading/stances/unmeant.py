"""Clauses whose words nobody means: questions, what would have been, what is only able to be done, what anybody does."""

from __future__ import annotations

from itertools import pairwise

from dragoman.reading.grammar.clauses import Clause
from dragoman.reading.grammar.parse import Parse
from dragoman.reading.scene import Scene
from dragoman.reading.stances.themes import Matter
from dragoman.reading.stances.words import Sense, stance_words

RAISED = frozenset({"nor", "neither", "only", "so", "not", "never", "then", "until"})
"""Words before an auxiliary that stands before its subject without asking: "*nor* did Chad accept"."""
HYPOTHETICAL = frozenset({"would", "could", "might", "should", "'d", "’d"})
LIKING = frozenset({"like", "prefer", "want", "love", "welcome"})
"""What somebody "would have liked" is what he wanted."""
HINDERING = frozenset(
    {"prevent", "bar", "stop", "keep", "block", "deter", "discourage", "dissuade", "prohibit", "forbid", "hold off"}
    | {"put off", "delay", "avoid", "hold back", "shy away", "refrain"}
)
POWERS = frozenset(
    "avenue right power ability chance opportunity authority option freedom mandate way time means tool capacity veto leverage "
    "permission motive incentive reason ground temptation".split()
)
BOUND = frozenset({"must", "should", "may", "might", "ought"})
ANYBODY = frozenset(
    "country nation government state organization organisation official company firm person anyone everyone somebody someone one "
    "voter group party business politician those".split()
)
"""Nouns that in the plural, without a word that picks some out, stand for whoever does something."""
HARM = frozenset(
    "impose strike fight defend attack retaliate risk trigger punish escalate die wage bomb invade confront crush".split()
)
"""What nobody at a table is asked to accept."""
INSTEAD = (("rather", "than"), ("instead", "of"), ("short", "of"), ("as", "opposed"))
US = frozenset({"us", "'s", "’s"})
GRANTED = frozenset({"accept", "approve", "ratify", "endorse", "back", "support", "adopt", "sanction", "agree"})


def unmeant(scene: Scene, clause: Clause) -> bool:
    """Whether nobody takes the stance that a clause has words for."""
    parse = scene.parse
    return (
        _asked(scene, clause)
        or _bygone(parse, clause)
        or _hindered(parse, clause)
        or _bound(scene, clause)
        or _instead(parse, clause.verb)
        or _of_anybody(scene, clause)
        or _of_some_kind(parse, clause)
        or _below_demand(parse, clause.verb)
    )


def hostile(scene: Scene, sense: Sense, matter: Matter) -> bool:
    """Say whether what somebody is ready for is to do harm, which accepts nothing: "ready to *strike*", "vowed to *destroy* them"."""
    parse = scene.parse
    if sense.id not in ("ready", "promise") or parse.tag[matter.head][:2] != "VB":
        return False
    lemma = parse.lemma[matter.head]
    return lemma in HARM or (lemma == "destroy" and any(scene.is_actor(o) for o in parse.kids(matter.head, "dobj")))


def inverted(parse: Parse, verb: int) -> bool:
    """Whether an auxiliary opens a clause before its subject: "*do* we want a deal?", "*should* the talks fail"."""
    subject = parse.kid(verb, "nsubj", "nsubjpass")
    if subject is None:
        return False
    first = parse.left[subject]
    aux = next((a for a in parse.kids(verb, "aux", "auxpass") if a < first), None)
    if aux is None and parse.lemma[verb] == "be" and verb < first and parse.kid(verb, "expl") is None:
        aux = verb
    return aux is not None and parse.lower[max(aux - 1, 0)] not in RAISED


def _asked(scene: Scene, clause: Clause) -> bool:
    """Whether it is asked, or supposed by the order of the words; what hangs on it is so too ("will Chad *want to accept*?")."""
    parse, verb = scene.parse, clause.verb
    while True:
        top = parse.head[verb] if parse.dep[verb] in ("acomp", "oprd") else verb
        if inverted(parse, top):
            return not (parse.lemma[top] == "be" and parse.word[parse.right[top]] != "?")
        above = scene.clause_at[verb].above if verb in scene.clause_at else None
        if above is None or parse.dep[top] != "xcomp":
            return False
        verb = above


def _bygone(parse: Parse, clause: Clause) -> bool:
    """Whether it only would have been: "would not *have ended* the talks"."""
    top = parse.head[clause.verb] if clause.kind == "adjective" else clause.verb
    aux = parse.kids(top, "aux")
    supposed = any(parse.lower[a] in HYPOTHETICAL for a in aux) and any(parse.lemma[a] == "have" for a in aux)
    return supposed and clause.lemma not in LIKING


def _hindered(parse: Parse, clause: Clause) -> bool:
    """Whether somebody is kept from it or only able to: "prevent them from *rejecting*", "the right to *reject*"."""
    if clause.under[:1] == ("get",):
        return True  # "get the accord *ratified*", "get Chad *to agree*"
    without = parse.dep[clause.verb] == "pcomp" and parse.lower[parse.head[clause.verb]] == "without"
    if without or _given(parse, clause.verb):
        return True
    if clause.under[:1] and clause.under[0] in HINDERING and parse.dep[clause.verb] == "pcomp":
        return True
    able = parse.dep[clause.verb] in ("acl", "relcl") and parse.lemma[parse.head[clause.verb]] in POWERS
    return able and any(parse.tag[k] == "TO" for k in parse.children[clause.verb])


def _given(parse: Parse, verb: int) -> bool:
    """Whether an infinitive tells what somebody is given the means or the time for: "gave Chad a year *to accept*"."""
    while parse.dep[verb] == "conj" and parse.tag[parse.head[verb]] == "VB":
        verb = parse.head[verb]
    to = parse.tag[verb] == "VB" and any(parse.tag[k] == "TO" for k in parse.children[verb])
    return to and parse.lemma[parse.head[verb]] == "give" and parse.dep[verb] in ("xcomp", "advcl")


def _bound(scene: Scene, clause: Clause) -> bool:
    """Whether it hangs on what only ought to or may be: "the lenders should be able to *offer* more"."""
    parse = scene.parse
    while clause.above is not None and parse.dep[clause.verb] == "xcomp":
        clause = scene.clause_at[clause.above]
        if clause.modal in BOUND:
            return True
    return False


def _instead(parse: Parse, verb: int) -> bool:
    """Whether something else is done in its place: "rather than *allow* it"."""
    first = parse.left[verb]
    near = (*parse.lower[max(first - 2, 0) : first], *parse.lower[first : verb + 1])
    return any(pair in INSTEAD for pair in pairwise(near))


def _of_anybody(scene: Scene, clause: Clause) -> bool:
    """Whether a relative clause says of whom something holds: "countries that *ratify* the pact", "any firm wishing to"."""
    parse = scene.parse
    top = clause
    while top.above is not None and parse.dep[top.verb] == "xcomp":
        top = scene.clause_at[top.above]
    if parse.dep[top.verb] not in ("relcl", "acl") or parse.head[top.verb] not in top.doers:
        return False
    noun = parse.head[top.verb]
    if parse.lower[noun] in ("those", "anyone", "everyone"):
        return True
    below = {parse.lower[c] for c in parse.children[noun]}
    if below & {"any", "every", "no"}:
        return True
    picked = any(parse.dep[c] in ("det", "poss", "nummod", "amod", "compound", "nmod") for c in parse.children[noun])
    return parse.tag[noun] == "NNS" and parse.lemma[noun] in ANYBODY and not picked


def _of_some_kind(parse: Parse, clause: Clause) -> bool:
    """Whether it tells which things are meant, or is a call to oneself: "*how willing* Chad is", "a plan *not backed by* Chad", "*let's*"."""
    over = (clause.verb, *(parse.kids(parse.head[clause.verb], "acomp") if parse.dep[clause.verb] == "xcomp" else ()))
    if any(parse.lower[k] == "how" for o in over for k in parse.kids(o, "advmod") if k == o - 1):
        return True
    if clause.lemma == "let":
        below = (k for c in clause.complements for k in parse.kids(c, "nsubj"))
        return any(parse.lower[k] in US for k in (*below, *clause.things))
    which = clause.passive and clause.negated and parse.dep[clause.verb] in ("acl", "relcl")
    told = any(
        parse.lower[k] in ("was", "were", "had", "has", "have") for k in parse.kids(clause.verb, "aux", "auxpass")
    )
    return which and clause.lemma in GRANTED and not told


def _below_demand(parse: Parse, verb: int) -> bool:
    """Whether it is what others ask for: "its insistence that Chad *accept* the map"."""
    noun = parse.head[verb]
    if parse.tag[noun][:2] != "NN" or parse.tag[verb] not in ("VB", "VBP"):
        return False
    if parse.dep[verb] not in ("acl", "ccomp") and not (parse.dep[verb] == "relcl" and parse.kids(verb, "mark")):
        return False
    asked = any(s.stance in ("demands", "proposes") for s in stance_words().nouns.get(parse.lemma[noun], ()))
    bare = not any(parse.tag[k] in ("MD", "TO") for k in parse.children[verb])
    return asked and bare and parse.kid(verb, "nsubj") is not None
