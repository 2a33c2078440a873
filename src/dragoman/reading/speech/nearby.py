"""The noun phrases beside a verb by the words alone, where the grammar gives it no subject."""

from __future__ import annotations

from dragoman.reading.actors.pieces import nouns
from dragoman.reading.grammar.parse import Parse

RELATIVE = frozenset({"who", "which", "that", "whom"})
NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP", "CD", "DT", "WP", "WDT", "EX"})
ASIDE = 12
"""The longest "who …" that still belongs to the words that name a speaker."""
_BEFORE_NOUN = NOUN_TAGS | {"JJ", "JJR", "JJS", "PRP$", "POS", "VBG", "VBN", "HYPH", "RB", "CC", "ADD", "FW", "PDT"}
_IN_NAME = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "DT", "POS", "PRP$", "HYPH", "CD"})


def right_before(parse: Parse, verb: int) -> tuple[tuple[int, int], int] | None:
    """Return the noun phrase right before a finite verb to which the grammar gives no subject, and its head word.

    An aside behind it is left out.
    """
    helped = parse.kid(verb, "aux") is not None
    if parse.tag[verb] not in ("VBD", "VBZ", "VBP") and not (helped and parse.tag[verb] == "VBN"):
        return None
    last = verb - 1
    while last > 0 and (parse.dep[last] in ("aux", "neg") or _is_adverb(parse, last) or _is_day(parse, last)):
        last -= 1
    last = _before_aside(parse, last)
    if (
        last < 0
        or parse.tag[last] not in ("NN", "NNS", "NNP", "NNPS", "PRP")
        or parse.sentence[last] != parse.sentence[verb]
    ):
        return None
    first, head = _start(parse, last), last
    if (noun := _of_people(parse, first)) is not None:
        first, head = _start(parse, noun), noun
    while first > 1 and parse.lower[first - 1] == "of" and parse.tag[first - 2] in ("NN", "NNS"):
        head = first - 2
        first = _start(parse, head)
    if (noun := _of_people(parse, first)) is not None:  # "a *source* privy to the details of the talks told"
        first, head = _start(parse, noun), noun
    return (first, last), head


_KNOWING = frozenset({"close", "familiar", "privy", "loyal", "near", "next"})
_WHERE = frozenset({"in", "at", "from", "to", "with", "on", "near"})


def _of_people(parse: Parse, first: int) -> int | None:
    """The noun for people behind which a place or a matter stands: "*sources* in Velm said", "a *guard* close to the talks told"."""
    if first < 3 or parse.lower[first - 1] not in _WHERE:
        return None
    noun = first - 2 - (parse.lower[first - 2] in _KNOWING)
    return noun if parse.tag[noun] in ("NN", "NNS") and parse.lower[noun] in nouns() else None


def _start(parse: Parse, last: int) -> int:
    """Return the first word of the noun phrase that ends with word `last`, by the tags before it."""
    first = last
    while first > 0 and parse.sentence[first - 1] == parse.sentence[last]:
        before = _before_aside(parse, first - 1) if parse.word[first - 1] == ")" else first - 1
        if not _is_in_name(parse, before):
            break
        first = before
    return first


_ASIDES = {")": "(", "—": "—", "–": "–", "--": "--", "-": "-", ",": ","}
"""The mark that ends an aside -> the one that begins it."""


def _before_aside(parse: Parse, last: int) -> int:
    """Return the word before the aside that ends at `last`: "Prelec *— who leads the team —* said", "the body *(IRC)* said"."""
    opening = _ASIDES.get(parse.word[last]) if last >= 0 else None
    if opening is None:
        return last
    longest = 2 * ASIDE
    low = max(parse.sentences[parse.sentence[last]][0], last - longest)
    begins = next((i for i in range(last - 1, low, -1) if parse.word[i] == opening), None)
    if begins is None or (opening == "," and not _tells_who(parse, begins, last)):
        return last
    return begins - 1


def _tells_who(parse: Parse, begins: int, ends: int) -> bool:
    """Whether what stands between two commas tells who a name is: ", *who leads the team*,", ", *head of the port*,"."""
    if parse.lower[begins + 1] in RELATIVE:
        return True
    inside = range(begins + 1, ends)
    if parse.lower[begins - 1] in nouns() and inside and all(parse.tag[i] == "NNP" for i in inside):
        return True  # "the secretary, *Ana Prelec*,"
    named = parse.tag[begins - 1] == "NNP" and parse.tag[begins + 1] in ("NN", "DT", "JJ", "PRP$")
    return named and not any(parse.tag[i][:2] in ("VB", "MD") or parse.tag[i] == "CC" for i in range(begins, ends))


def _is_in_name(parse: Parse, i: int) -> bool:
    if parse.lower[i] in ("of", "for") and i > 0:
        return parse.tag[i - 1] == parse.tag[i + 1] == "NNP"
    return parse.tag[i] in _IN_NAME or (parse.word[i] == "-" and parse.end[i] == parse.start[i + 1])


def _is_adverb(parse: Parse, i: int) -> bool:
    """Whether a word is an adverb; with a capital it is a name that ends like one ("*Kelly* said")."""
    return parse.tag[i] == "RB" and parse.word[i].islower()


def _is_day(parse: Parse, i: int) -> bool:
    """Whether a word before a verb belongs to a day: "Reuters had *on Friday* reported"."""
    return parse.entity[i] == "DATE" or (parse.tag[i] == "IN" and parse.entity[i + 1] == "DATE")


def nouns_before(parse: Parse, verb: int, low: int) -> tuple[int, int] | None:
    """Return the words from `low` up to a verb as a source, auxiliaries and adverbs left out; None where no noun is."""
    last = verb - 1
    while last >= low and (
        parse.tag[last] in ("MD", "RB", ",") or parse.dep[last] in ("aux", "auxpass", "neg", "advmod")
    ):
        last -= 1
    if last < low or (parse.tag[last] not in NOUN_TAGS and parse.word[last] not in (")", "]")):
        return None
    low = _behind_opening(parse, low, last)
    while low < last and parse.tag[low] in ("CC", ",", "IN", ":", "RB"):
        low += 1
    return low, last


def _behind_opening(parse: Parse, low: int, last: int) -> int:
    """Where a source begins behind an opening that tells on which occasion it spoke: "*Speaking in Lima,* a tired envoy"."""
    if parse.tag[low] not in ("VBG", "VBN", "IN") or parse.word[low + 1 : low + 2] == [","]:
        return low
    comma = next((i for i in range(low, last) if parse.word[i] == ","), None)
    return low if comma is None else comma + 1


def head_of(parse: Parse, low: int, last: int) -> int:
    """Return the noun that some words of a source are about: the last before what a comma or a preposition sets off."""
    end = next((i for i in range(low + 1, last + 1) if parse.word[i] == "," or parse.tag[i] == "IN"), last + 1)
    return end - 1 if parse.tag[end - 1] in NOUN_TAGS else last


def nouns_after(parse: Parse, verb: int, high: int) -> tuple[int, int] | None:
    """Return the noun phrase that starts right after a verb ("said Ms Okoye"), by its tags alone."""
    first = verb + 1
    last = first - 1
    while last + 1 < high and parse.tag[last + 1] in _BEFORE_NOUN:
        last += 1
    while last >= first and parse.tag[last] not in NOUN_TAGS:
        last -= 1
    return (first, last) if last >= first else None
