"""Conditions: what must come about for a stance to hold ("only if", "provided that", "in exchange for", "as long as")."""

from __future__ import annotations

from dragoman.reading.grammar.parse import Parse
from dragoman.reading.grammar.phrases import clause_phrase, noun_phrase
from dragoman.terms.span import Span

CLAUSE_MARKS = frozenset({"if", "unless", "provided", "providing", "until", "once", "without", "assuming"})
PAIRS = {("as", "long"), ("so", "long")}
UNCONDITIONAL = frozenset(
    "condition precondition pre-condition delay exception hesitation reservation consultation exclusion".split()
)
TOLD = (
    ("on", "the", "condition"), ("on", "condition"), ("on", "the", "understanding"), ("but", "only", "if"), ("but", "only", "after"),
    ("only", "if"), ("only", "after"), ("provided",), ("providing",), ("as", "long", "as"),
)  # fmt: skip
REFUSING = frozenset({"refuse", "reject", "decline", "rule", "oppose", "unwilling", "reluctant", "unthinkable"})
IDLE = frozenset({"need", "necessary", "needed", "possible", "ask", "true", "accurate", "correct", "confirm", "invite"})
"""What is only said in passing: "if *needed*", "as long as *necessary*", "if the reports are *true*"."""
STOPS = frozenset({",", ";", "-", "–", "—", "--", ".", '"', "”", "''", ":"})
NOUN_MARKS = {
    ("in", "exchange"): "for",
    ("in", "return"): "for",
    ("on", "condition"): "of",
    ("conditional", "on"): "",
    ("contingent", "on"): "",
    ("subject", "to"): "",
    ("depending", "on"): "",
}


def condition_words(parse: Parse, verb: int) -> list[int]:
    """Return the words below a predicate whose subtree states a condition."""
    return [c for c in parse.children[verb] if _is_condition(parse, c)]


def conditions_of(parse: Parse, verb: int, complement: int | None = None) -> tuple[Span, ...]:
    """Return the spans of the conditions that hang on a predicate or on its complement, without "if" or "unless"."""
    out: list[Span] = []
    tops = [verb, complement] if complement is not None and complement != verb else [verb]
    if parse.dep[verb] in ("acomp", "oprd"):
        tops.append(parse.head[verb])
    for top in tops:
        for c in condition_words(parse, top):
            span = _words(parse, c) if _is_meant(parse, c) else None
            if span is not None and span not in out:
                out.append(span)
    return tuple(out)


def told_condition(parse: Parse, first: int, end: int) -> Span | None:
    """Return the condition that words between `first` and `end` tell, where the grammar hung it elsewhere ("but only if").

    It runs from behind its mark to the next comma, semicolon, dash or quotation mark.
    """
    for i in range(first, end):
        length = next((len(m) for m in TOLD if tuple(parse.lower[i : i + len(m)]) == m), 0)
        if not length or parse.kid(i, "dobj") is not None or "anonymity" in parse.lower[i + length : i + length + 2]:
            continue
        start = i + length + (parse.lower[i + length : i + length + 1] == ["that"])
        stop = next(
            (
                k
                for k in range(start, end)
                if parse.word[k] in STOPS and (parse.word[k] != "-" or parse.start[k] > parse.end[k - 1])
            ),
            end,
        )
        return parse.span(start, stop - 1) if start < stop else None
    return None


def _is_condition(parse: Parse, c: int) -> bool:
    dep, lower = parse.dep[c], parse.lower[c]
    if _in_any_case(parse, c):
        return False
    if dep in ("advcl", "ccomp"):
        marks = [k for k in parse.children[c] if parse.dep[k] in ("mark", "advmod", "prep") and k < c]
        if any(parse.lower[k] == "once" for k in marks) and parse.tag[c] == "VBD" and parse.tag[parse.head[c]] == "VBD":
            return False
        before = parse.left[c] - 1
        granted = (
            before >= 0 and parse.lower[before] in ("provided", "providing") and parse.dep[before] in ("prep", "mark")
        )
        return granted or any(parse.lower[k] in CLAUSE_MARKS for k in marks) or _long_as(parse, c)
    if dep == "prep" and lower == "without":
        return not any(parse.lemma[k] in UNCONDITIONAL for k in parse.kids(c, "pobj"))
    if dep == "prep":
        return any((lower, parse.lower[k]) in NOUN_MARKS and not _unnamed(parse, k) for k in parse.kids(c, "pobj"))
    if dep == "advmod" and lower == "long":
        return any(parse.dep[k] == "advcl" for k in parse.children[c])
    return False


def _is_meant(parse: Parse, c: int) -> bool:
    """Whether it is a condition on which something hangs, and not a turn of speech or a manner of doing it."""
    if parse.dep[c] == "prep" and parse.lower[c] == "without":
        return _ruled_out(parse, parse.head[c])
    return not (parse.dep[c] == "advcl" and _in_passing(parse, c))


def _ruled_out(parse: Parse, word: int) -> bool:
    """Whether something is not done "without" something else: "will *not* sign without a truce", "*refuses* to sign without"."""
    if parse.lemma[word] in REFUSING or parse.lemma[parse.head[word]] in REFUSING:
        return True
    below = [word, *(k for k in parse.kids(word, "nsubj", "nsubjpass", "attr", "dobj", "acomp"))]
    near = [*below, parse.head[word]] if parse.dep[word] in ("xcomp", "acomp", "attr", "pobj") else below
    return any(
        parse.dep[c] == "neg" or parse.lower[c] in ("no", "never", "impossible")
        for w in near
        for c in (w, *parse.children[w])
    )


def _unnamed(parse: Parse, noun: int) -> bool:
    """Whether a source only asks not to be named: "on condition of *anonymity*"."""
    return any(parse.lower[o] == "anonymity" for p in parse.kids(noun, "prep") for o in parse.kids(p, "pobj"))


def _in_any_case(parse: Parse, c: int) -> bool:
    """Whether it holds all the same: "*even* without a truce", "*even* if the port stays shut"."""
    first = parse.left[c]
    return "even" in parse.lower[max(first - 1, 0) : first + 1] and parse.lower[first + 1 : first + 2] != ["so"]


def _in_passing(parse: Parse, c: int) -> bool:
    """Whether it is no condition but a turn of speech: "if *needed*", "if the reports are *true*"."""
    if parse.lemma[c] in IDLE:
        return parse.kid(c, "nsubj", "nsubjpass", "dobj", "xcomp", "ccomp") is None
    return (
        parse.lemma[c] == "be"
        and any(parse.lemma[k] in IDLE for k in parse.kids(c, "acomp"))
        and parse.kid(c, "neg") is None
    )


def _long_as(parse: Parse, c: int) -> bool:
    first = parse.left[c]
    return first >= 2 and parse.lower[first] == "as" and (parse.lower[first - 2], parse.lower[first - 1]) in PAIRS


def _words(parse: Parse, c: int) -> Span | None:
    dep = parse.dep[c]
    if dep == "advmod":
        inner = parse.kid(c, "advcl")
        return _without_mark(parse, inner) if inner is not None else None
    if dep == "prep":
        for noun in parse.kids(c, "pobj"):
            preps = [p for p in parse.kids(noun, "prep") if (objects := parse.kids(p, "pobj", "pcomp"))]
            if parse.lower[c] != "without" and preps:
                objects = parse.kids(preps[0], "pobj", "pcomp")
                return (
                    noun_phrase(parse, objects[0])
                    if parse.tag[objects[0]][:2] != "VB"
                    else clause_phrase(parse, objects[0])
                )
            clause = parse.kid(noun, "acl", "ccomp", "relcl")
            if clause is not None and parse.lower[c] != "without":
                return _without_mark(parse, clause)
            return noun_phrase(parse, noun)
        verb = parse.kid(c, "pcomp")
        return clause_phrase(parse, verb) if verb is not None else None
    return _without_mark(parse, c)


def _without_mark(parse: Parse, verb: int) -> Span:
    """The clause without its leading "only if", "unless", "as long as"."""
    first = parse.left[verb]
    marks = CLAUSE_MARKS | {"only", "that", "as", "long", "even", "and"}
    while first < verb and parse.lower[first] in marks:
        first += 1
    span = clause_phrase(parse, verb)
    return Span(max(span.start, parse.start[first]), span.end)
