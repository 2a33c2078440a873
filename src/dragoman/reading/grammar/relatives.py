"""Relative clauses: what their pronouns stand for, and the noun that they lack as their object."""

from __future__ import annotations

from dragoman.reading.grammar.parse import Parse

RELATIVES = frozenset({"who", "which", "that", "whom"})
CIRCUMSTANCES = frozenset("way day week month year time moment reason place occasion".split())


def antecedent(parse: Parse, word: int) -> int:
    """Return what a relative pronoun stands for: "the offer *that* he rejected"; any other word is itself."""
    if parse.lower[word] not in RELATIVES or parse.tag[word] not in ("WP", "WDT", "IN", "DT"):
        return word
    for up in parse.ancestors(word):
        if parse.dep[up] == "relcl":
            return parse.head[up]
    return word


def relative_object(parse: Parse, verb: int) -> list[int]:
    """Return the noun of "the offer that he rejected", where no pronoun stands for it."""
    if parse.dep[verb] != "relcl" or parse.kid(verb, "dobj", "nsubjpass", "ccomp", "xcomp") is not None:
        return []
    subject = parse.kid(verb, "nsubj")
    if subject is None or antecedent(parse, subject) == parse.head[verb] or _when_or_where(parse, verb):
        return []
    return [parse.head[verb]]


def _when_or_where(parse: Parse, verb: int) -> bool:
    """Whether a relative clause tells when, where or how: "a summit *where* he asked for aid", "no way Chad will agree"."""
    if any(parse.tag[c] == "WRB" for c in parse.children[verb]):
        return True
    return parse.lemma[parse.head[verb]] in CIRCUMSTANCES
