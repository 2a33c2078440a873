"""What lends a day to a predicate beside it: the predicates and nouns of one sentence that are of one time with it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dragoman.reading.scene import Scene

OPENING = frozenset(
    "speak talk write post address testify appear announce open present unveil brief respond reply comment".split()
)
"""As in "*Announcing* the plan on Monday, the minister said": what is said with them is said on that day."""
ASKED = frozenset({"ask", "question", "quiz", "press", "interview", "pose", "cite", "quote"})
ENCOUNTERS = frozenset("meet talk speak confer hold visit attend chair arrive brief phone call host receive".split())
"""As in "said after *meeting* the envoy on Monday"."""
MET = frozenset("meet talk speak confer discuss consult hold have host receive brief call phone".split())
"""As in "gave no details after *discussing* the plan": who meets and then does it, does both on one day."""
GOING_ON = frozenset(
    "say add urge call demand warn accuse insist stress vow pledge promise ask tell note claim reject deny threaten blame "
    "describe reiterate repeat emphasize emphasise underline argue appeal condemn criticise criticize welcome praise".split()
)
OUTCOME = frozenset(
    "vote emerge take use move call phone write step come go return appear meet gather convene fly travel act unite join rush "
    "opt choose decide seize break seek try attempt manage fail refuse decline hurry struggle scramble continue begin start".split()
)
"""Verbs with whose infinitive one thing is done: "voted to reject", "took to the radio to say"."""
ISSUING = frozenset("issue release publish make send post circulate deliver give put read write broadcast air".split())
PAPERS = frozenset(
    "statement letter message post report note tweet video paper declaration communique communiqué comment document memo "
    "dispatch press-release release speech".split()
)
SPANNING = frozenset({"end", "conclude", "close", "finish", "produce", "yield", "culminate"})
HOLDING = frozenset({"take", "hold", "begin", "start", "open", "be", "host", "convene"})
ANNOUNCING = frozenset({"announce", "declare"})
TOGETHER = frozenset({"when", "as", "while"})
AFTER = frozenset({"after", "following", "upon"})
BEGINNING = frozenset({"start", "begin"})
STRETCHES = frozenset("hour day night week weekend month year decade long".split())
REACHED = frozenset({"reach", "agree", "sign", "conclude", "strike", "clinch"})
AFTER_WHICH = REACHED | frozenset({"come", "announce", "say", "tell", "vote", "speak", "release", "free"})
"""What is told to have come after a meeting or an agreement came right after it: "was reached on Friday *after* they met"."""


def lenders(scene: Scene, verb: int) -> Iterator[int]:
    """Yield the predicates and nouns beside a predicate whose day is its own too, the surest first."""
    parse = scene.parse
    head, dep, tag = parse.head[verb], parse.dep[verb], parse.tag[verb]
    above_is_verb = parse.tag[head][:2] == "VB" and head != verb
    if dep == "conj" and above_is_verb and _alike(scene, head, verb):
        yield head
    if tag == "VBG" and dep == "advcl" and above_is_verb and not _marked(scene, verb):
        yield head
        yield from _speaking_on(scene, verb, head)
    if (
        tag == "VBG"
        and dep in ("pcomp", "acl")
        and (around := head if dep == "pcomp" else parse.head[head])
        and parse.lower[around] == "with"
    ):
        yield from [a for a in parse.ancestors(around) if parse.tag[a][:2] == "VB"][:1]
    if tag == "VB" and dep in ("xcomp", "advcl") and above_is_verb and parse.lemma[head] in OUTCOME:
        yield head
    if dep in ("acl", "relcl") and not above_is_verb:
        yield from _through_paper(scene, verb, head)
    if dep == "advcl" and tag == "VBD" and above_is_verb and _marked(scene, verb) & TOGETHER:
        yield head
    if _before_which(scene, verb):
        yield head if above_is_verb else parse.head[head]
    if dep == "ccomp" and tag in ("VBD", "VBG") and parse.lemma[head] in ANNOUNCING and _themselves(scene, verb):
        yield head
    yield from _beside(scene, verb)
    if parse.lemma[verb] in SPANNING:
        yield from _subject(scene, verb)


def _speaking_on(scene: Scene, verb: int, head: int) -> Iterator[int]:
    """The past verb of saying above what is said, where a participle goes on with it: "said on Monday they may go, *urging* …"."""
    parse = scene.parse
    above = parse.head[head]
    said = parse.dep[head] == "ccomp" and parse.tag[above] == "VBD" and above < head
    comma = parse.left[verb] > 0 and parse.word[parse.left[verb] - 1] == ","
    if said and comma and parse.lemma[verb] in GOING_ON:
        yield above


def _before_which(scene: Scene, verb: int) -> bool:
    """Whether a meeting or an agreement is what another thing came after: "came on Friday after the envoys *met*"."""
    parse = scene.parse
    head, told = parse.head[verb], parse.lemma[verb] in REACHED | MET
    if not told or not right_after(scene, verb):
        return False
    if parse.dep[verb] == "advcl" and _marked(scene, verb) & AFTER:
        return parse.lemma[head] in AFTER_WHICH
    under = parse.dep[verb] == "pcomp" and parse.lower[head] in AFTER and right_after(scene, head)
    above = parse.head[head]
    if parse.dep[above] == "xcomp":  # "voted to end the strike after *reaching* a deal"
        above = parse.head[above]
    return under and (parse.lemma[above] in AFTER_WHICH or parse.lemma[verb] in MET)


def _subject(scene: Scene, verb: int) -> Iterator[int]:
    """The subject of what begins or ends, and what is told of it: "the round, which *took* place on Monday, ended with"."""
    parse = scene.parse
    for noun in parse.kids(verb, "nsubj"):
        yield noun
        yield from (c for c in parse.kids(noun, "relcl", "acl") if parse.lemma[c] in HOLDING)


def _themselves(scene: Scene, verb: int) -> bool:
    """Whether somebody announces what he does himself: "announced on Monday that *they* freed ten captives"."""
    parse = scene.parse
    subject, helpers = parse.kid(verb, "nsubj"), parse.kids(verb, "aux")
    own = subject is not None and parse.tag[subject] == "PRP"
    return own and all(parse.lower[c] in ("was", "were") for c in helpers)


def _alike(scene: Scene, one: int, other: int) -> bool:
    """Whether two joined predicates are told in one tense."""
    parse, a, b = scene.parse, scene.clause_at.get(one), scene.clause_at.get(other)
    if a is None or b is None or a.time != b.time or a.modal != b.modal:
        return False
    perfect = [any(parse.lemma[c] == "have" for c in parse.kids(w, "aux")) for w in (one, other)]
    return not perfect[1] or perfect[0]


def _marked(scene: Scene, verb: int) -> set[str]:
    """The words that open a clause of time or reason."""
    parse = scene.parse
    return {
        parse.lower[c] for c in parse.kids(verb, "mark", "advmod", "prep") if c < verb and parse.tag[c] in ("IN", "WRB")
    }


def _through_paper(scene: Scene, verb: int, noun: int) -> Iterator[int]:
    """The paper in which something is said, and the predicate that issues it: "issued a statement *saying* …"."""
    parse = scene.parse
    if parse.tag[verb] != "VBG" or parse.lemma[noun] not in PAPERS:
        return
    yield noun
    above = parse.head[noun]
    if parse.tag[above][:2] == "VB" and parse.lemma[above] in ISSUING:
        yield above


def _beside(scene: Scene, verb: int) -> Iterator[int]:
    """The predicates below a predicate that tell when it was: "Speaking …, she", "after meeting …", "when they met …"."""
    parse = scene.parse
    yield from _opening(scene, verb)
    aside = (c for n in parse.kids(verb, "nsubj") for w in (n, *parse.kids(n, "appos")) for c in parse.kids(w, "acl"))
    yield from (c for c in aside if parse.tag[c] == "VBG" and parse.lemma[c] in OPENING)
    for c in parse.children[verb]:
        if _tells_when(scene, c):
            yield c
        elif parse.dep[c] == "prep" and parse.lower[c] in AFTER and right_after(scene, c):
            yield from (p for p in parse.kids(c, "pcomp") if parse.tag[p] == "VBG" and parse.lemma[p] in ENCOUNTERS)


def _tells_when(scene: Scene, below: int) -> bool:
    """Whether a predicate below another one is of its day: it opens it, meets before it, is when it was, or begins it."""
    parse = scene.parse
    dep, tag, lemma = parse.dep[below], parse.tag[below], parse.lemma[below]
    if tag == "VBG" and lemma in BEGINNING and dep in ("acl", "xcomp", "advcl"):
        return parse.kid(below, "dobj") is None
    if dep != "advcl":
        return False
    marks = _marked(scene, below)
    if tag == "VBD":
        return bool(marks & TOGETHER)
    if tag == "VBG":
        met = marks & AFTER and lemma in ENCOUNTERS and right_after(scene, below)
        return bool(met or marks & TOGETHER) or (not marks and lemma in OPENING)
    return tag == "VBN" and not marks and lemma in ASKED


def _opening(scene: Scene, verb: int) -> Iterator[int]:
    """The participle that opens the sentence of a main predicate, wherever the grammar hung it: "*Writing* on Monday, she …"."""
    parse = scene.parse
    first = parse.sentences[parse.sentence[verb]][0]
    if (
        first < verb
        and parse.dep[verb] in ("ROOT", "conj")
        and parse.tag[first] == "VBG"
        and parse.lemma[first] in OPENING
    ):
        yield first


def right_after(scene: Scene, word: int) -> bool:
    """Say whether no stretch of time lies between: not "a week after"."""
    parse = scene.parse
    if any(parse.dep[c] in ("npadvmod", "advmod", "nummod") and c < word for c in parse.children[word]):
        return False
    marks = [c for c in (word, *parse.kids(word, "mark", "prep")) if parse.lower[c] in AFTER and c > 0]
    return not any(parse.lemma[m - 1] in STRETCHES for m in marks)
