"""Days by which everybody knows a deed: "the *October 7* attack", "the massacre of *7 October*", "held since *October 7*".

What is told so has happened, however far the day of this name in the coming year is nearer.
"""

from __future__ import annotations

from dragoman.reading.grammar.parse import Parse

DEEDS = frozenset(
    "attack assault massacre raid invasion incursion bombing killing shooting airstrike explosion blast crash coup earthquake "
    "riot atrocity onslaught rampage kidnapping abduction uprising insurrection".split()
)
"""Nouns of deeds that a day is the name of."""
DONE = frozenset(
    "kill kidnap abduct seize attack murder slaughter massacre capture invade storm die wound injure take raid bomb shoot arrest "
    "detain break begin start launch".split()
)
"""Verbs of such deeds: "hostages *taken* on October 7"."""
BEFORE_DEED = frozenset({"JJ", "NN", "NNP", "HYPH", "VBN", ":"})
REACH = 4


def of_deed(parse: Parse, first: int, last: int) -> bool:
    """Say whether the words `first` to `last` of a day stand before or behind the deed whose name they are."""
    if first > 1 and (parse.lower[first - 1] == "since" or _when_done(parse, first)):
        return True
    at = first - 1
    while at > 0 and parse.lower[at] in ("the", "of"):
        at -= 1
    if at < first - 1 and parse.lower[at + 1] == "of" and parse.lemma[at] in DEEDS:
        return True
    named = first > 0 and parse.tag[first - 1] in ("DT", "POS", "PRP$", "NNP", "NNPS", "JJ")
    for word in (
        range(last + 1, min(last + 1 + REACH, len(parse))) if named or parse.tag[first] in ("NNP", "DT") else ()
    ):
        if parse.lemma[word] in DEEDS:
            return parse.sentence[word] == parse.sentence[first]
        if parse.tag[word] not in BEFORE_DEED:
            return False
    return False


def _when_done(parse: Parse, first: int) -> bool:
    """Whether "on" a day hangs on a past form of a verb for such a deed, with nothing that makes a plan of it."""
    on = first - 1
    verb = parse.head[on]
    past = parse.tag[verb] == "VBD" or (parse.tag[verb] == "VBN" and verb < on)
    planned = any(parse.tag[c] in ("MD", "TO") for c in parse.children[verb])
    return parse.lower[on] == "on" and past and not planned and parse.lemma[verb] in DONE
