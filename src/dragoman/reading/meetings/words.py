"""The lexicon of meetings, ready to be asked by lemma."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dragoman.reading.grammar.parse import Parse
from dragoman.reading.lexicon import load
from dragoman.terms.findings import MeetingKind, MeetingStatus

CALLS = frozenset({"video", "phone", "telephone"})


NEGOTIATIONS = frozenset({"talk", "negotiation", "consultation", "discussion"})
PLAIN = frozenset(
    "peace truce ceasefire direct indirect face-to-face formal informal official initial earlier previous marathon intensive "
    "intense lengthy long tense secret recent past last latest first second third new fresh further more final".split()
)
"""What stands before "talks" without telling what they are about or whose they are."""
PAPERS = frozenset("deal agreement accord pact treaty truce ceasefire contract settlement peace issue end".split())
"""What any talks may be about: "talks on a deal"."""


@dataclass(frozen=True)
class MeetingWords:
    """Nouns and verbs by lemma with their kind and the words that must stand by them; statuses of the words above and of fates."""

    nouns: dict[str, tuple[MeetingKind, frozenset[str]]]
    verbs: dict[str, tuple[MeetingKind, frozenset[str]]]
    status: dict[str, MeetingStatus]
    holders: dict[str, MeetingStatus | None]
    fates: dict[str, MeetingStatus]


@cache
def meeting_words() -> MeetingWords:
    """Load the lexicon of meetings, once."""
    tables = load("meetings")
    kinds = {
        table: {
            word: (entry["kind"], frozenset(entry.get("needs", ())) | frozenset(f"of {w}" for w in entry.get("of", ())))
            for entry in tables[table]
            for word in entry["words"]
        }
        for table in ("noun", "verb")
    }
    status: dict[str, MeetingStatus] = {}
    for entry in tables["status"]:
        for word in entry["words"]:
            status.setdefault(word, entry["status"])
    holders = {word: entry["status"] or None for entry in tables["holder"] for word in entry["words"]}
    fates: dict[str, MeetingStatus] = {words: entry["status"] for entry in tables["fate"] for words in entry["words"]}
    return MeetingWords(kinds["noun"], kinds["verb"], status, holders, fates)


def kind_of_noun(parse: Parse, noun: int) -> MeetingKind | None:
    """Return the kind of meeting that a noun names, None where it names none."""
    if parse.tag[noun][:2] != "NN":
        return None
    lemma = "talks" if parse.lower[noun] == "talks" else parse.lemma[noun]
    found = meeting_words().nouns.get(lemma)
    if found is None or _press(parse, noun):
        return None
    kind, needs = found
    if lemma == "table" and parse.lower[parse.head[noun]] != "to":  # what lies on it is no meeting
        return None
    if not needs:
        return (
            "call"
            if lemma == "conference" and any(parse.lower[c] in CALLS for c in parse.kids(noun, "compound"))
            else kind
        )
    beside = {parse.lower[c] for c in parse.children[noun]}
    below = {
        f"of {parse.lower[o]}"
        for c in parse.kids(noun, "prep")
        if parse.lower[c] == "of"
        for o in parse.kids(c, "pobj")
    }
    if kind == "call" and parse.tag[noun] != "NN":
        below = set()
    if lemma in ("call", "conversation") and beside & {"the", "this", "that"} and not _for_something(parse, noun):
        return kind  # "during the call": it points back to one told before
    if lemma == "call" and parse.tag[noun] == "NN" and _spoken_in(parse, noun):
        return kind
    return kind if needs & (beside | below) else None


def _spoken_in(parse: Parse, noun: int) -> bool:
    """Whether something is said to each other within a call: "*in a call* on Wednesday", not "in a call for a truce"."""
    inside = parse.dep[noun] == "pobj" and parse.lower[parse.head[noun]] in ("in", "during", "on", "after", "following")
    told = parse.kids(parse.head[parse.head[noun]], "dobj", "dative", "iobj")
    if any(parse.lemma[t] in ("reporter", "journalist", "investor", "analyst") for t in told):
        return False
    return inside and not any(parse.lower[c] in ("for", "to", "from", "by") for c in parse.kids(noun, "prep", "acl"))


def _press(parse: Parse, noun: int) -> bool:
    """Whether it is a meeting with the press, which is none between parties unless they face it together: "a *joint* press conference"."""
    beside = {parse.lower[c] for c in parse.kids(noun, "compound", "amod", "nmod")}
    return bool(beside & {"press", "news", "media"}) and "joint" not in beside


def is_bare(parse: Parse, noun: int) -> bool:
    """Whether talks stand without words that tell them from others: "consultations in Oslo", not "fisheries talks", "a meeting"."""
    if parse.tag[noun] != "NNS" or parse.lemma[noun] not in NEGOTIATIONS:
        return False
    before = [c for c in parse.children[noun] if c < noun and parse.dep[c] in ("amod", "compound", "nmod", "poss")]
    behind = [c for c in parse.kids(noun, "prep", "acl", "relcl") if parse.lower[c] not in ("in", "at", "during")]
    plain = all(parse.lower[c] in PLAIN or parse.tag[c] == "HYPH" for c in before)
    return plain and not any(parse.lower[c] in ("on", "over", "about", "for", "to") for c in behind)


def on_other_matter(parse: Parse, noun: int) -> bool:
    """Return whether talks are on a matter of which a text speaks nowhere else: "*fisheries* talks", "talks on *fish*"."""
    inside = [o for c in parse.kids(noun, "prep") if parse.lower[c] == "of" for o in parse.kids(c, "pobj")]
    talks = [noun, *(o for o in inside if kind_of_noun(parse, o) is not None)]
    matters = [c for t in talks for c in parse.kids(t, "compound", "nmod") if parse.tag[c] in ("NN", "NNS")]
    behind = [c for t in talks for c in parse.kids(t, "prep") if parse.lower[c] in ("on", "over", "about")]
    matters += [o for c in behind for o in parse.kids(c, "pobj") if parse.lemma[o] not in PAPERS]
    return any(parse.lower[m] not in PLAIN and parse.times_told[parse.lemma[m]] == 1 for m in matters)


def _for_something(parse: Parse, noun: int) -> bool:
    """Whether a call is one for a thing or a deed: "the call *for* a truce", "the call *to* disarm"."""
    return any(parse.lower[c] in ("for", "to", "of", "on", "by", "from") for c in parse.kids(noun, "prep")) or bool(
        parse.kids(noun, "acl", "relcl")
    )
