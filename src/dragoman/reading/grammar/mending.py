"""Mends slips of the parser that its own tags and entities show, on the columns and before anybody reads them.

Each mending is neutral: it knows English and no subject matter. What can't be told from the words stays as it is.
"""

from __future__ import annotations

from bisect import bisect_right

FINITE = frozenset({"VBD", "VBZ", "VBP"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj", "csubjpass"})
TIMES = frozenset({"after", "before", "since", "until", "as", "once", "while"})
"""Words that may lead a clause as well as a noun."""
SPEAKING = frozenset(
    "claims says warns insists argues vows charges reports demands hopes fears doubts plans hints".split()
)
"""Verbs that look like nouns in the plural."""
RESULTS = frozenset({"killing", "wounding", "injuring", "maiming", "destroying", "damaging", "leaving", "taking"})
"""Participles that tell what came of a deed."""
NEAR = 25
"""How many words back its clause is looked for."""
NOMINAL = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP"})


def mend(
    words: list[str], tags: list[str], deps: list[str], heads: list[int], sentences: list[tuple[int, int]]
) -> None:
    """Change tags, labels and heads in place where they contradict each other."""
    for i, word in enumerate(words):
        if tags[i] == "MD" and word[:1].isupper() and _before_a_past(i, tags, deps, heads):
            tags[i], deps[i] = "NNP", "nsubj"  # "It was late, May said."
        elif tags[i] == "NNS" and deps[i] == "ROOT" and word in SPEAKING and _tells(i, words, tags, deps, heads):
            tags[i], tags[i - 1], deps[i - 1] = "VBZ", "NNP", "nsubj"  # "Ruiz claims Norland has paid."
        elif tags[i] == "VBD" and deps[i] == "conj":
            _lift(i, tags, deps, heads)
        elif word == "WHO" and tags[i] == "WP" and i > 0 and words[i - 1].lower() == "the":
            tags[i] = "NNP"
        elif word in RESULTS and deps[i] == "advcl" and tags[i] == "VBG" and words[i - 1] == ",":
            _hang_near(i, tags, deps, heads)
        elif word.lower() in TIMES and deps[i] == "prep":
            _lead_clause(i, tags, deps, heads, sentences)


def _tells(i: int, words: list[str], tags: list[str], deps: list[str], heads: list[int]) -> bool:
    """Whether a name stands right before what looks like a plural noun, and a clause that it tells behind."""
    named = i > 0 and tags[i - 1] in ("NNP", "NN") and words[i - 1][:1].isupper()
    part = named and heads[i - 1] == i and deps[i - 1] in ("compound", "nmod")
    return part and any(heads[k] == i and deps[k] == "ccomp" for k in range(i + 1, min(i + 40, len(tags))))


def _before_a_past(i: int, tags: list[str], deps: list[str], heads: list[int]) -> bool:
    """Whether a modal stands right before a past tense, which no modal does: it is a name."""
    verb = heads[i]
    if deps[i] != "aux" or verb != i + 1 or tags[verb] != "VBD":
        return False
    return not any(heads[k] == verb and deps[k] in SUBJECTS for k in range(max(0, i - 40), i))


def _lift(i: int, tags: list[str], deps: list[str], heads: list[int]) -> None:
    """Hang a past tense on the past tense above a modal clause: "said that it *should* go and *called* for help"."""
    below = heads[i]
    above = heads[below]
    helped = any(heads[k] == below and tags[k] == "MD" for k in range(max(0, below - 6), below))
    own = any(heads[k] == i and deps[k] in SUBJECTS for k in range(below, i))
    if tags[below] in ("VB", "VBN") and helped and not own and deps[below] == "ccomp" and tags[above] == "VBD":
        heads[i] = above


def _hang_near(i: int, tags: list[str], deps: list[str], heads: list[int]) -> None:
    """Hang what came of it on the clause right before: "spoke on the day when rebels raided the port, *killing* nine"."""
    near = next((k for k in range(i - 2, max(heads[i], i - NEAR), -1) if tags[k] == "VBD"), None)
    if near is None or deps[near] not in ("relcl", "advcl", "ccomp", "conj"):
        return
    above = near
    while heads[above] != above and above != heads[i]:
        above = heads[above]
    if above == heads[i] and any(heads[k] == near and deps[k] == "nsubj" for k in range(max(0, near - NEAR), near)):
        heads[i] = near


def _lead_clause(i: int, tags: list[str], deps: list[str], heads: list[int], sentences: list[tuple[int, int]]) -> None:
    """Give a finite verb without a subject the noun that stands behind "after": "shortly after *the envoy*, in May, *left*"."""
    _, end = sentences[bisect_right(sentences, (i, len(tags))) - 1]
    above = heads[i]
    noun = next((k for k in range(i + 1, end) if heads[k] == i and deps[k] == "pobj"), None)
    if noun is None or tags[noun] not in NOMINAL:
        return
    verb = next((k for k in range(noun + 1, end) if heads[k] == above and deps[k] == "advcl"), None)
    if verb is None or not _lacks_subject(verb, tags, deps, heads, end):
        return
    if any(tags[k] in FINITE and k != verb and heads[k] == above for k in range(noun + 1, verb)):
        return
    passive = any(heads[k] == verb and deps[k] == "auxpass" for k in range(noun + 1, verb))
    deps[i], heads[i] = "mark", verb
    deps[noun], heads[noun] = "nsubjpass" if passive else "nsubj", verb
    for k in range(noun + 1, verb):
        if heads[k] == above and deps[k] in ("prep", "punct", "npadvmod", "advmod"):
            heads[k] = verb


def _lacks_subject(verb: int, tags: list[str], deps: list[str], heads: list[int], end: int) -> bool:
    """Whether a verb is finite and has neither a subject nor a word that leads it."""
    below = [k for k in range(max(0, verb - 30), min(end, verb + 2)) if heads[k] == verb and k != verb]
    helped = any(deps[k] in ("aux", "auxpass") and tags[k] in FINITE for k in below)
    if tags[verb] not in FINITE and not helped:
        return False
    return not any(deps[k] in SUBJECTS or deps[k] == "mark" or tags[k] in ("WRB", "WP", "WDT") for k in below)
