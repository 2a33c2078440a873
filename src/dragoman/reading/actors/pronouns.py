"""Pronouns that can stand for actors, and whose words a quotation holds."""

from __future__ import annotations

from typing import Literal, NamedTuple

from dragoman.reading.grammar.parse import Parse


class Pronoun(NamedTuple):
    """What a pronoun says of whom it stands for: its cue, number, gender, and whether it stands for persons only."""

    cue: str
    plural: bool
    gender: Literal["m", "f"] | None
    person: bool


PRONOUNS: dict[str, Pronoun] = {
    **{w: Pronoun("he", False, "m", True) for w in ("he", "him", "his", "himself")},
    **{w: Pronoun("she", False, "f", True) for w in ("she", "her", "hers", "herself")},
    **{w: Pronoun("it", False, None, False) for w in ("it", "its", "itself")},
    **{w: Pronoun("they", True, None, False) for w in ("they", "them", "their", "theirs", "themselves")},
    **{w: Pronoun("I", False, None, True) for w in ("i", "me", "my", "mine", "myself")},
    **{w: Pronoun("we", True, None, False) for w in ("we", "us", "our", "ours", "ourselves")},
    **{w: Pronoun("who", False, None, False) for w in ("who", "whom", "whose", "which", "that")},
}
GENDERED: dict[str, Literal["m", "f"]] = {
    **dict.fromkeys(
        "mr mr. sir lord king prince father brother son husband man boy uncle spokesman chairman businessman congressman "
        "policeman salesman gunman emir sultan pope imam sheikh boyfriend grandfather widower".split(), "m"
    ),
    **dict.fromkeys(
        "mrs mrs. ms ms. miss lady dame queen princess mother sister daughter wife woman girl aunt spokeswoman chairwoman "
        "businesswoman congresswoman policewoman actress girlfriend grandmother widow".split(), "f"
    ),
}  # fmt: skip
RELATIVE = frozenset({"who", "whom", "whose", "which", "that"})
PRONOUN_TAGS = frozenset({"PRP", "PRP$", "WP", "WP$", "WDT"})
SAYING = frozenset(
    "say tell add warn note state announce declare insist argue claim explain stress write continue reply respond ask "
    "comment remark post tweet emphasize emphasise underline underscore reiterate vow pledge promise predict caution urge "
    "believe think agree deny hope find show indicate suggest learn acknowledge admit concede confirm conclude quote observe recall reveal report".split()
)
# Verbs that only somebody can do.
ACTING = SAYING | frozenset(
    "accuse accept reject refuse decline demand request offer propose want seek plan intend decide welcome praise criticise "
    "criticize condemn denounce deride blame question challenge echo implore press call support oppose back fear worry expect "
    "prefer understand know view despise like dislike cite assert allege threaten discuss negotiate meet sign arrest attack "
    "sue vote resign apologise apologize thank greet invite visit travel fly arrive attend host mediate broker approve "
    "dismiss object protest release publish file feel wish vow choose appeal beg consider envision describe confront "
    "recommend suggest advise ask complain joke lament point disclose address send order impose lift ban".split()
)
OPEN, CLOSE, EITHER = frozenset({"“", "``", "„", "«"}), frozenset({"”", "''", "»"}), frozenset({'"'})


def find_pronouns(parse: Parse) -> list[int]:
    """Return the words that are pronouns for actors; "that" only where it is a relative subject or object."""
    lower, tag = parse.lower, parse.tag
    return [
        i
        for i, t in enumerate(tag)
        if t in PRONOUN_TAGS
        and lower[i] in PRONOUNS
        and (lower[i] != "that" or parse.dep[i] in ("nsubj", "nsubjpass", "dobj"))
    ]


def gender_of(parse: Parse, first: int, last: int) -> Literal["m", "f"] | None:
    """Return the gender that a title or noun among the words tells: "Mrs", "spokesman"."""
    for word in parse.lower[first : last + 1]:
        if word in GENDERED:
            return GENDERED[word]
    return None


def antecedent(parse: Parse, i: int) -> int | None:
    """Return the word that a relative pronoun stands for, or None for a question word."""
    verb = i
    for _ in range(6):
        if parse.head[verb] == verb:
            return None
        if parse.dep[verb] == "relcl":
            return parse.head[verb]
        verb = parse.head[verb]
    return None


def quotes(parse: Parse) -> list[tuple[int, int]]:
    """Return the quoted stretches as word ranges from the opening to the closing mark, by the marks alone.

    A quotation ends at its closing mark, or where a paragraph opens the next one.
    """
    found: list[tuple[int, int]] = []
    opened: int | None = None
    for i, word in enumerate(parse.word):
        if word in CLOSE or (word in EITHER and opened is not None and not _opens(parse, i)):
            if opened is not None:
                found.append((opened, i))
            opened = None
        elif word in OPEN or word in EITHER:
            if opened is not None and i - opened > 1:
                found.append((opened, i - 1))
            opened = i
    return found


def _opens(parse: Parse, i: int) -> bool:
    """Whether a straight mark stands before its quotation: white space behind nothing, a word right after."""
    text, start, end = parse.text, parse.start[i], parse.end[i]
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    return before.isspace() and not after.isspace()


def speakers(parse: Parse, spans: list[tuple[int, int]]) -> list[int | None]:
    """Return for each quoted stretch the word for its speaker, as far as the sentences around it tell."""
    out: list[int | None] = []
    quoted = {i for a, b in spans for i in range(a + 1, b)}
    for n, (a, b) in enumerate(spans):
        found = _subject(parse, range(b + 1, min(b + 16, _end(parse, b))), quoted)
        if found is None:
            found = _subject(parse, range(a - 1, max(a - 30, _begin(parse, a)) - 1, -1), quoted)
        if found is None and n and out[n - 1] is not None and not _words_between(parse, spans[n - 1][1], a):
            found = out[n - 1]
        if found is None and n and b - a > 6:
            found = out[n - 1]
        out.append(found)
    for n in range(len(spans) - 2, -1, -1):
        if out[n] is None and not _words_between(parse, spans[n][1], spans[n + 1][0]):
            out[n] = out[n + 1]
    return out


def _subject(parse: Parse, words: range, quoted: set[int]) -> int | None:
    for i in words:
        if parse.lemma[i] in SAYING and parse.tag[i][0] == "V" and i not in quoted:
            subject = parse.kid(i, "nsubj", "nsubjpass", "agent")
            if subject is not None and subject not in quoted:
                return subject
        if parse.lower[i] == "according" and i + 1 < len(parse):
            for child in parse.children[i]:
                found = parse.kid(child, "pobj")
                if found is not None:
                    return found
    return None


def _end(parse: Parse, i: int) -> int:
    """The end of the sentence that tells who said what ends at `i`; a tree may cut right behind the closing mark."""
    n = parse.sentence[i]
    if parse.sentences[n][1] == i + 1 and n + 1 < len(parse.sentences):
        follows = i + 1
        if follows < len(parse) and parse.word[follows][0].islower():
            return parse.sentences[n + 1][1]
        return i + 1
    return parse.sentences[n][1]


def _begin(parse: Parse, i: int) -> int:
    return parse.sentences[parse.sentence[i]][0]


def _words_between(parse: Parse, a: int, b: int) -> bool:
    return any(w[0].isalnum() for w in parse.word[a + 1 : b])
