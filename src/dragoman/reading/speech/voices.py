"""Who speaks: the phrase that names the source of a cue, from the grammar, and where that fails from the words beside it."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.reading.grammar.parse import Parse
from dragoman.reading.speech.nearby import ASIDE, NOUN_TAGS, RELATIVE, right_before

SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_INNER = frozenset(
    {"prep", "appos", "conj", "case", "nmod", "compound", "nummod", "amod", "poss", "npadvmod", "det", "cc", "pobj"}
)
_SUBJECT_TAGS = NOUN_TAGS | {"JJ", "JJS", "ADD", "FW"}
_CLITICS = frozenset({"n't", "n’t", "'s", "’s", "'ve", "’ve", "'re", "’re"})


@dataclass(frozen=True, slots=True)
class Voice:
    """A cue and who speaks: word indices, inclusive. `head` is the word that stands for the speaker (an antecedent)."""

    cue: tuple[int, int]
    verb: int
    source: tuple[int, int] | None = None
    head: int | None = None
    passive: bool = False


def phrase(parse: Parse, head: int, *, low: int = 0, high: int | None = None) -> tuple[int, int]:
    """Return the words of a noun phrase: the head with its modifiers, prepositions, appositions and fellows.

    Relative and participial clauses end it. `low` and `high` bound it.
    """
    first, last = parse.left[head], head
    for c in parse.children[head]:
        if c < head:
            continue
        if _is_part(parse, head, c):
            last = max(last, parse.right[c])
            break
        if parse.dep[c] in ("relcl", "acl", "advcl", "ccomp", "parataxis"):
            break
        if parse.dep[c] in _INNER:
            last = max(last, parse.right[c])
    while last + 1 < len(parse) and parse.entity[last] == "PERSON" == parse.entity[last + 1]:
        if last + 1 in parse.entity_starts:
            break
        last += 1  # a surname that the grammar hung elsewhere
    if high is not None:
        last = min(last, high)
    first = max(first, low)
    while first < head and (
        parse.word[first] in (",", ".", ":", "“", '"', "``", "-", "–", "—", ";") or parse.tag[first] in ("CC", "IN")
    ):
        first += 1
    while last > head and parse.word[last] in (",", "-", "--", "—", "–", "(", "''", '"', "”", ".", ":"):
        last -= 1
    return first, _with_bracket(parse, first, max(last, head))


def _is_part(parse: Parse, head: int, c: int) -> bool:
    """Whether a clause belongs to the words that name a speaker: "a man who was there", "officials briefed on the talks"."""
    if parse.right[c] - head > ASIDE:
        return False
    described = parse.tag[head] in ("NN", "NNS")
    if parse.dep[c] == "relcl":
        return parse.lower[parse.left[c]] == "who" or (described and parse.lower[parse.left[c]] == "that")
    return parse.dep[c] == "acl" and described and parse.tag[c] in ("VBN", "VBG") and parse.left[c] == head + 1


def _with_bracket(parse: Parse, first: int, last: int) -> int:
    """Return the last word of a phrase with its closing bracket: "Ana Prelec (Green)"."""
    inside = parse.word[first : last + 1]
    if inside.count("(") <= inside.count(")"):
        return last
    return next((i for i in range(last + 1, min(last + 4, len(parse))) if parse.word[i] == ")"), last)


def voice_of(parse: Parse, verb: int, *, cue: tuple[int, int] | None = None) -> Voice:
    """Return the cue at `verb` with its source, followed through auxiliaries, fellows and participles."""
    cue = cue or (verb, verb)
    if is_passive(parse, verb):
        return _passive(parse, verb, cue)
    if not _has_subject(parse, verb) and (beside := right_before(parse, verb)) is not None:
        return Voice(cue, verb, *beside)
    subject = subject_of(parse, verb)
    if subject is not None:
        return with_source(parse, Voice(cue, verb), subject)
    while parse.dep[verb] == "conj" and parse.head[verb] != verb:
        verb = parse.head[verb]
        if parse.kid(verb, *SUBJECTS) is None and (beside := right_before(parse, verb)) is not None:
            return Voice(cue, cue[0], *beside)
    return Voice(cue, cue[0])


def _has_subject(parse: Parse, verb: int) -> bool:
    """Whether the grammar names somebody or something that does a verb; "*writing* on Monday, she said" is no subject."""
    return any(parse.tag[c] != "VBG" or parse.kid(c, "det", "poss") for c in parse.kids(verb, *SUBJECTS))


def is_passive(parse: Parse, verb: int) -> bool:
    """Whether a verb is done to its subject: "was told", "as reported by", "strikes called a success"."""
    if parse.tag[verb] not in ("VBN", "VBD"):
        return False
    if parse.kid(verb, "auxpass") is not None:
        return True
    bare = parse.kid(verb, "aux", *SUBJECTS) is None
    return bare and (parse.dep[verb] == "acl" or parse.kid(verb, "agent") is not None)


def with_source(parse: Parse, voice: Voice, head: int) -> Voice:
    """Return the voice with the phrase around `head` as its source; a relative pronoun speaks for its antecedent."""
    verb = voice.verb
    low, high = (0, verb - 1) if head < verb else (verb + 1, None)
    if parse.lower[head] in RELATIVE and parse.dep[verb] == "relcl":
        return Voice(voice.cue, verb, (head, head), parse.head[verb], voice.passive)
    if parse.lower[head] == "who" and (named := _before_comma(parse, head)) is not None:
        return Voice(voice.cue, verb, (head, head), named, voice.passive)
    first, last = phrase(parse, head, low=low, high=high)
    colon = next((i for i in range(head + 1, last) if parse.word[i] == ":"), None)
    if colon is not None and (named := next((c for c in parse.kids(head, "appos") if c > colon), None)) is not None:
        first, head = colon + 1, named  # a place and a colon before the first words of the report
    return Voice(voice.cue, verb, (first, last), head, voice.passive)


def _before_comma(parse: Parse, who: int) -> int | None:
    """The name that a "who" behind a comma takes up, where the grammar made its clause the main one."""
    before = who - 2
    if before < 0 or parse.word[who - 1] != "," or parse.tag[before] not in ("NNP", "NN", "NNS"):
        return None
    return before


def _passive(parse: Parse, verb: int, cue: tuple[int, int]) -> Voice:
    """The source of a passive is its agent: "was told by an aide". "It was said" has none."""
    agent = parse.kid(verb, "agent")
    noun = None if agent is None else parse.kid(agent, "pobj")
    bare = Voice(cue, verb, passive=True)
    return bare if noun is None else with_source(parse, bare, noun)


def subject_of(parse: Parse, verb: int, *, depth: int = 0) -> int | None:
    """Return the head word of whoever does `verb`, None where the grammar names nobody.

    A verb without a subject takes that of the verb it hangs on ("said, adding", "joined them to call on"), a participle
    the noun it hangs on ("a letter saying").
    """
    below = parse.kids(verb, *SUBJECTS) or [c for a in parse.kids(verb, "aux") for c in parse.kids(a, *SUBJECTS)]
    own = [c for c in below if parse.tag[c] in _SUBJECT_TAGS and parse.word[c] not in _CLITICS]
    head, dep = parse.head[verb], parse.dep[verb]
    if own and not (parse.lemma[head] == "join" and parse.tag[verb] == "VB"):
        return own[-1]
    if depth > 4 or head == verb or dep not in _SHARING:
        return None
    if dep == "acl":
        return _of_noun(parse, verb, head, depth)
    if dep in ("ccomp", "parataxis") and parse.tag[verb] not in ("VBG", "VB"):
        return None
    if dep == "xcomp" and parse.tag[verb] == "VB" and (told := parse.kid(head, "dobj", "dative")) is not None:
        return told
    if dep == "conj" and (found := _of_conjunct(parse, verb, head, depth)) is not None:
        return found
    return _of_head(parse, verb, head, depth)


_SHARING = frozenset({"acl", "conj", "xcomp", "advcl", "aux", "ccomp", "dep", "parataxis", "pcomp", "prep"})


def _of_noun(parse: Parse, verb: int, noun: int, depth: int) -> int | None:
    """Read "a letter saying": the letter; "used strong words to denounce": who used them."""
    if parse.tag[verb] == "VB":
        above = parse.head[noun]
        return subject_of(parse, above, depth=depth + 1) if parse.tag[above][:2] == "VB" else None
    return noun if parse.tag[noun][:2] in ("NN", "PR") else None


def _of_conjunct(parse: Parse, verb: int, head: int, depth: int) -> int | None:
    """Read "said it would leave and added", "said it left but said": who said; "was asked and said": who was asked."""
    above = parse.head[head]
    if parse.dep[head] == "ccomp" and parse.lemma[above] == parse.lemma[verb] and parse.tag[above] == parse.tag[verb]:
        return subject_of(parse, above, depth=depth + 1)
    if parse.tag[verb] == "VBD" and (outer := _same_tense(parse, head)) is not None:
        return subject_of(parse, outer, depth=depth + 1)
    return _passive_subject(parse, head)


def _of_head(parse: Parse, verb: int, head: int, depth: int) -> int | None:
    """Whoever does the verb or the preposition's verb above, or whom an outlet cites there."""
    above, dep = parse.head[head], parse.dep[verb]
    if dep == "advcl" and parse.lemma[head] in CITING and parse.tag[verb] == "VBG":
        return cited(parse, head)
    if parse.tag[head] == "IN" and parse.lemma[above] in CITING:
        return cited(parse, above)
    if parse.tag[head][:2] in ("VB", "MD"):
        return subject_of(parse, head, depth=depth + 1)
    if dep == "pcomp" or parse.tag[head] == "IN":
        if parse.lower[head] == "for" and (blamed := parse.kid(above, "dobj", "nsubjpass")) is not None:
            return blamed  # "criticized *the mayor* for saying"
        return subject_of(parse, above, depth=depth + 1)
    return head if dep == "advcl" and parse.tag[head][:2] == "NN" else None


CITING = frozenset({"quote", "cite"})


def cited(parse: Parse, verb: int) -> int | None:
    """Return whom an outlet quotes: "TASS quoted the envoy as saying", "the envoy was quoted as saying"."""
    if is_passive(parse, verb):
        return subject_of(parse, verb)
    return parse.kid(verb, "dobj", "dative")


def _same_tense(parse: Parse, head: int) -> int | None:
    """The verb that a past verb goes on with: not "said it would leave *and added*", there it is "said"."""
    if parse.tag[head] == "VBD" or any(parse.tag[c] == "VBD" for c in parse.kids(head, "aux", "auxpass")):
        return None
    while parse.dep[head] in ("ccomp", "conj") and parse.tag[head] != "VBD":
        head = parse.head[head]
    return head if parse.tag[head] == "VBD" else None


def _passive_subject(parse: Parse, head: int) -> int | None:
    """A verb coordinated with a passive shares its subject ("was asked and said"), which is no agent."""
    if parse.kid(head, "auxpass") is None:
        return None
    return parse.kid(head, *SUBJECTS)
