"""The words that tell a deed: the clause as evidence, and without its doer as the matter."""

from __future__ import annotations

from dragoman.reading.grammar.clauses import Clause
from dragoman.reading.scene import Scene
from dragoman.terms.span import Span

OWN = frozenset(
    "nsubj nsubjpass dobj prep agent dative prt aux auxpass neg npadvmod advmod attr oprd acomp tmod xcomp iobj".split()
)
LONGEST = 240
"""Characters; a clause that runs on is cut after the argument that fits."""


def clause_span(scene: Scene, clause: Clause) -> Span:
    """From the subject to the last argument of a clause, without the clauses that hang on it."""
    parse, verb = scene.parse, clause.verb
    first, last = verb, verb
    for c in parse.children[verb]:
        if parse.dep[c] not in OWN or (c < verb and _set_off(scene, c)):
            continue
        left, right = parse.left[c], trim(scene, c)
        if c < verb and parse.end[last] - parse.start[left] <= LONGEST:
            first = min(first, left)
        elif c > verb and parse.end[right] - parse.start[first] <= LONGEST:
            last = max(last, right)
        elif c > verb:
            last = max(last, c)
    while parse.dep[verb] == "xcomp" and parse.head[verb] in scene.clause_at:
        verb = parse.head[verb]
        holder = parse.head[verb] if parse.dep[verb] in ("acomp", "oprd") else verb
        first = min([first, verb, *(parse.left[c] for c in parse.kids(holder, "nsubj", "nsubjpass"))])
    return parse.span(first, last)


def _set_off(scene: Scene, word: int) -> bool:
    """Whether a comma sets off what opens a sentence: "*In a deal made in May*, Mali freed nine men"."""
    parse, after = scene.parse, scene.parse.right[word] + 1
    return parse.dep[word] in ("prep", "npadvmod", "advmod", "tmod") and parse.word[after : after + 1] == [","]


def matter_span(scene: Scene, clause: Clause) -> Span:
    """The verb of a clause with what follows it; in a passive, what was done to whom."""
    whole = clause_span(scene, clause)
    if clause.passive and clause.things and clause.things[0] < clause.verb:
        return whole
    return Span(scene.parse.start[clause.verb], whole.end)


def noun_span(scene: Scene, noun: int) -> Span:
    """A noun with its phrase, without a relative clause and what follows it."""
    return scene.parse.span(scene.parse.left[noun], trim(scene, noun))


def trim(scene: Scene, word: int) -> int:
    """The last word of a phrase before a relative clause, a dash or another sentence part begins."""
    parse = scene.parse
    last = word
    for c in parse.children[word]:
        if c < word:
            continue
        if parse.dep[c] in ("relcl", "parataxis", "advcl", "ccomp", "punct", "appos", "cc", "conj") and (
            parse.dep[c] != "conj" or parse.right[c] - c > 8
        ):
            if parse.dep[c] in ("punct", "cc"):
                continue
            break
        last = max(last, trim(scene, c))
    return last
