"""The day of the occasion on which something is said or done: the call, the paper, the session, told beside it or before.

"At Friday's session", "in a video aired on Monday"; "called the envoy on Friday. In *the call* he offered …"; "…," he said.
*He spoke on Tuesday*. In doubt: none.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.reading.attach import date_of
from dragoman.reading.lenders import BEGINNING, ISSUING

if TYPE_CHECKING:
    from dragoman.reading.scene import Scene

ISSUED = ISSUING | frozenset({"hold", "carry", "record", "run", "stage", "file", "sign", "print", "share", "date"})
OCCASION_PREPOSITIONS = frozenset({"in", "at", "during"})
OCCASIONS = (
    frozenset({"call", "phone", "conversation", "telephone"}),
    frozenset({"meet", "meeting", "talk", "negotiation", "summit"}),
    frozenset({"visit", "trip", "travel", "arrive"}),
    frozenset({"interview"}),
)
"""Words for one occasion, by which a sentence goes on with the one before."""
NEWS = frozenset(
    "announcement statement remark comment decision move call warning offer proposal news pledge declaration reaction response "
    "rejection refusal appeal visit meeting attack strike vote step".split()
)
SPEAKERS = frozenset({"he", "she", "they"})


def day_of_occasion(scene: Scene, verb: int) -> int | None:
    """Return the day of the occasion or the paper that a predicate stands in: "at Friday's session"."""
    parse = scene.parse
    for prep in _preps(scene, verb):
        for noun in parse.kids(prep, "pobj"):
            below = (noun, *(o for p in parse.kids(noun, "prep") for o in parse.kids(p, "pobj")))
            issued = [
                a for w in below for a in parse.kids(w, "acl") if parse.tag[a] == "VBN" and parse.lemma[a] in ISSUED
            ]
            found = next((n for w in (noun, *issued) if (n := date_of(scene, w)) is not None), None)
            if found is None and parse.head[prep] != verb and parse.tag[parse.head[prep]] == "VB":
                found = date_of(scene, parse.head[prep])
            found = _told_before(scene, noun) if found is None else found
            if found is not None:
                return found
    return None


def _preps(scene: Scene, verb: int) -> Iterator[int]:
    """The prepositions of an occasion, wherever the grammar hung them: "offered *to host it during a call*"."""
    parse = scene.parse
    yield from (p for p in parse.kids(verb, "prep") if parse.lower[p] in OCCASION_PREPOSITIONS)
    torn = parse.head[parse.head[verb]]  # "In the call he *offered*", where the grammar made a relative clause of it
    if parse.dep[verb] == "relcl" and parse.dep[torn] == "ROOT" and parse.lower[torn] in OCCASION_PREPOSITIONS:
        yield torn
    for holder in (verb, *parse.kids(verb, "dobj")):
        for below in (a for a in parse.kids(holder, "xcomp", "acl") if parse.tag[a] == "VB"):
            near = (p for o in (below, *parse.kids(below, "dobj")) for p in parse.kids(o, "prep"))
            yield from (p for p in near if parse.lower[p] == "during")


def _told_before(scene: Scene, noun: int) -> int | None:
    """The day of an occasion told in the sentence before: "called the envoy on Friday. In *the call* he offered …"."""
    parse = scene.parse
    known = any(parse.lower[d] in ("the", "that", "this", "their") for d in parse.kids(noun, "det", "poss"))
    group = next((g for g in OCCASIONS if parse.lemma[noun] in g), None)
    before = parse.sentence[noun] - 1
    if group is None or not known or before < 0:
        return None
    words = (w for w in range(*parse.sentences[before]) if parse.lemma[w] in group)
    found = {n for w in words if (n := date_of(scene, w)) is not None and scene.dates[n].tense != "future"}
    return found.pop() if len(found) == 1 else None


def day_told_after(scene: Scene, word: int) -> int | None:
    """The day of saying that only the next sentence tells: "…," he said. *He spoke on Tuesday* in Lund."""
    parse = scene.parse
    behind = parse.sentence[word] + 1
    if behind >= len(parse.sentences):
        return None
    first, end = parse.sentences[behind]
    root = next((w for w in range(first, end) if parse.head[w] == w and parse.tag[w] in ("VBD", "VBG", "VBN")), None)
    subject = None if root is None else parse.kid(root, "nsubj", "nsubjpass")
    if root is None or subject is None or subject > first + 2:
        return None
    speaks = parse.lower[subject] in SPEAKERS and parse.lemma[root] in ("speak", "talk", "write")
    made = parse.lower[subject] in SPEAKERS and parse.lemma[root] in ("make", "give", "issue")
    made = made and any(parse.lemma[o] in NEWS for o in parse.kids(root, "dobj"))
    came = parse.lemma[subject] in NEWS and parse.lemma[root] in ("come", "make", "issue", "publish", "release")
    if any(parse.lower[p] in ("after", "before") for c in parse.children[root] for p in (c, *parse.kids(c, "mark"))):
        return None
    found = date_of(scene, root) if speaks or made or came else None
    return found if found is not None and scene.dates[found].tense != "future" else None


def day_begun(scene: Scene, noun: int) -> int | None:
    """The day on which what a noun names begins: "two days of *talks* with the guild *starting* on Monday"."""
    parse = scene.parse
    for word in range(noun + 1, parse.sentences[parse.sentence[noun]][1]):
        if parse.tag[word] in ("VBD", "VBZ", "VBP", "MD"):
            return None
        if parse.tag[word] == "VBG" and parse.lemma[word] in BEGINNING:
            return date_of(scene, word)
    return None
