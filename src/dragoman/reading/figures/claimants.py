"""Finds who is said to have given a number: "the ministry says more than 50", "according to the mission", "put it at nine"."""

from __future__ import annotations

from dragoman.reading.figures.numerals import words_for
from dragoman.reading.grammar.parse import Parse
from dragoman.reading.scene import Scene

CONTENT = frozenset(
    {"ccomp", "dobj", "xcomp", "pobj", "prep", "parataxis", "nsubj", "nsubjpass", "acl", "relcl", "nummod"}
)


def claimant_of(scene: Scene, word: int) -> int | None:
    """Return the mention of who gives the number at `word`; None where the report gives it on its own word.

    The nearest claim counts: of "the mayor said that the army reported nine dead", the army.
    """
    parse = scene.parse
    below = word
    for up in parse.ancestors(word):
        if parse.tag[up][:2] == "VB" and parse.lemma[up] in words_for("claim") and _claims(parse, up, below, word):
            found = _doer(scene, up)
            if found is not None:
                return found
        below = up
    reporter = _reporter(scene, word)
    return reporter if reporter is not None else _according(scene, word)


def _claims(parse: Parse, verb: int, below: int, word: int) -> bool:
    """Whether what stands below a verb of claiming is what it claims, and the claim is not a denial."""
    if any(parse.dep[c] == "neg" for c in parse.children[verb]) or parse.dep[below] not in CONTENT:
        return False
    if parse.dep[below] in ("nsubj", "nsubjpass"):
        return parse.dep[below] == "nsubjpass" or word > verb
    return parse.dep[below] != "prep" or parse.lower[below] in ("at", "of")


def _reporter(scene: Scene, word: int) -> int | None:
    """The one behind a participle: "the 21 dead reported by the mayor"."""
    parse = scene.parse
    for noun in (word, parse.head[word]):
        for behind in parse.kids(noun, "acl"):
            if parse.lemma[behind] in words_for("claim") and (found := _doer(scene, behind)) is not None:
                return found
    return None


def _doer(scene: Scene, verb: int) -> int | None:
    clause = scene.clause_at.get(verb)
    for doer in clause.doers if clause is not None else ():
        found = mention_over(scene, doer)
        if found is not None:
            return found
    return None


def mention_over(scene: Scene, word: int) -> int | None:
    """Return the mention that `word` is the head of or, failing that, the smallest one that it stands in."""
    if word in scene.mention_at:
        return scene.mention_at[word]
    at = scene.parse.start[word]
    around = [(len(m.span), n) for n, m in enumerate(scene.mentions) if m.span.start <= at < m.span.end]
    return min(around)[1] if around else None


def _according(scene: Scene, word: int) -> int | None:
    """The one named by "according to" in the sentence of `word`, in the same part of it."""
    parse = scene.parse
    first, last = parse.sentences[parse.sentence[word]]
    for i in range(first, last - 2):
        if parse.lower[i] == "according" and parse.lower[i + 1] == "to":
            named = next((k for k in parse.ancestors(word) if k == parse.head[i]), None)
            if named is None and ";" in parse.word[min(i, word) : max(i, word)]:
                continue
            return _first_mention(scene, i + 2, last)
    return None


def _first_mention(scene: Scene, first: int, last: int) -> int | None:
    parse = scene.parse
    thing = parse.kid(first - 1, "pobj")
    if thing is not None and (found := mention_over(scene, thing)) is not None:
        return found
    start, end = parse.start[first], parse.end[min(first + 4, last - 1)]
    inside = [(m.span.start, n) for n, m in enumerate(scene.mentions) if start <= m.span.start < end]
    return min(inside)[1] if inside else None
