"""What words beside a predicate say of it: "will *neither* sign *nor* leave", "made it *clear* that it would not sign"."""

from __future__ import annotations

from collections.abc import Mapping

from dragoman.reading.grammar.parse import Parse

NEVER = frozenset({"never", "hardly", "barely"})
CAUSING = frozenset("prompt lead cause drive spur prod inspire".split())
"""Verbs whose object does in the end what stands below: "the raid prompted Oman *to propose* a truce"."""


def neither(parse: Parse, verb: int) -> bool:
    """Say whether it is one of two things that are not done: "will *neither sign nor leave*"."""
    if any(parse.lower[c] == "neither" for c in parse.kids(verb, "preconj")):
        return True
    head = parse.head[verb]
    return parse.dep[verb] == "conj" and any(parse.lower[c] == "nor" and c < verb for c in parse.kids(head, "cc"))


def made_clear(parse: Parse, verb: int) -> bool:
    """Say whether somebody says it by making it clear: "has made *clear* that any deal *must include* it"."""
    clear = parse.head[verb]
    said = parse.lower[clear] in ("clear", "plain", "explicit") and parse.lemma[parse.head[clear]] == "make"
    return said and any(parse.lower[c] == "that" for c in parse.kids(verb, "mark"))


def negates(parse: Parse, word: int) -> bool:
    """Say whether a word below a predicate denies it: "*not*", "*never*", "no *longer*", "*nor* did Chad"."""
    lower = parse.lower[word]
    if lower == "longer":
        return any(parse.lower[k] == "no" for k in parse.children[word])
    if lower == "nor":
        return word < parse.head[word]
    return parse.dep[word] == "neg" or lower in NEVER


def is_infinitive(parse: Parse, verb: int) -> bool:
    """Say whether "to" stands before a verb: "*to free* the men"."""
    return any(parse.tag[c] == "TO" for c in parse.kids(verb, "aux"))


def before_subject(parse: Parse, verb: int, word: str) -> bool:
    """Say whether a word of a predicate stands before its subject: "and *yet* Chad supports it", "*should* he refuse"."""
    subject = parse.kid(verb, "nsubj", "nsubjpass")
    return subject is not None and any(parse.lower[c] == word and c < subject for c in parse.children[verb])


def asked_for(lemma: str, preps: Mapping[str, list[int]]) -> list[int]:
    """Return who is to do what somebody calls or appeals for: "called *on Mali* to sign", "appealed *to Mali* to sign"."""
    leads = {"call": ("on", "upon"), "appeal": ("to",)}.get(lemma, ())
    return [word for prep in leads for word in preps.get(prep, ())]
