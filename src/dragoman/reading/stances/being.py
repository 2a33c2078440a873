"""Finds duties that are told as what something has to be: "any deal must be binding", "there must be a vote", "the focus should be on peace"."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.reading.grammar.clauses import Clause
from dragoman.reading.grammar.conditions import condition_words
from dragoman.reading.grammar.parse import Parse
from dragoman.reading.grammar.phrases import clause_phrase, noun_phrase
from dragoman.reading.marks import StanceMark
from dragoman.reading.scene import Scene
from dragoman.reading.stances.unmeant import unmeant
from dragoman.reading.stances.voiced import held
from dragoman.reading.stances.words import stance_words
from dragoman.terms.span import Span

MODALS = frozenset({"must", "should", "ought"})
BOUND = frozenset({"have", "need"})
NORMS = frozenset(
    "verifiable enforceable binding permanent lasting durable sustainable unconditional immediate comprehensive inclusive fair just equitable "
    "transparent flexible patient wary careful cautious vigilant prepared willing ready clear firm tough realistic part free independent sovereign "
    "responsible accountable neutral voluntary acceptable equal balanced mutual reciprocal credible serious honest open effective limited "
    "temporary complete irreversible peaceful reasonable constructive bipartisan bilateral multilateral international political diplomatic "
    "negotiable legal lawful public private secret safe secure higher lower longer shorter bigger smaller broader stronger tougher compatible "
    "consistent subject separate".split()
)
"""What a matter or a side is asked to be; "tired" or "difficult" are what somebody takes it to be."""
PARTS = frozenset(
    "basis part goal aim priority focus precondition condition step solution end consequence limit guarantee starting_point point start "
    "objective outcome result centre center foundation framework party".split()
)
FOCI = frozenset({"focus", "emphasis", "priority", "attention", "goal", "objective", "aim", "pressure"})
NONE_ASKED = frozenset(
    "doubt mistake problem way time reason something somebody someone lot people thing surprise question difficulty trouble shortage".split()
)
QUESTIONS = frozenset({"what", "whether", "how", "if", "who", "why", "when", "where", "which"})


def find_being(scene: Scene) -> Iterator[StanceMark]:
    """Find what speakers say that something has to be, or that there has to be."""
    parse = scene.parse
    for clause in scene.clauses:
        copula = parse.head[clause.verb] if clause.kind == "adjective" else clause.verb
        if parse.lemma[copula] not in ("be", "remain") or clause.conditional or not _bound(scene, copula):
            continue
        about, toward = _asked(scene, clause, copula)
        if about is not None and not _open(parse, copula) and not unmeant(scene, clause):
            yield from held(scene, clause, "demands", about, "stance.duty-to-be", toward=toward)


def _bound(scene: Scene, copula: int) -> bool:
    """Whether it has to be: "must be", "has to be", and not "must have been", "would still need to be"."""
    parse = scene.parse
    aux = parse.kids(copula, "aux")
    if any(parse.lemma[a] == "have" and parse.tag[a] != "TO" for a in aux):
        return False
    if any(parse.lower[a] in MODALS for a in aux):
        return True
    above = parse.head[copula]
    if parse.dep[copula] != "xcomp" or parse.lemma[above] not in BOUND or above not in scene.clause_at:
        return False
    return not scene.clause_at[above].negated and not parse.kids(above, "aux")


def _open(parse: Parse, copula: int) -> bool:
    """Whether it is asked what it should be: "*what* the price should be"."""
    top = parse.head[copula] if parse.dep[copula] == "xcomp" else copula
    return parse.dep[top] in ("relcl", "acl", "advcl") or any(
        parse.lower[k] in QUESTIONS for w in (copula, top) for k in parse.children[w]
    )


def _asked(scene: Scene, clause: Clause, copula: int) -> tuple[Span | None, int | None]:
    """What has to be, and who is asked for it where that is a side."""
    parse = scene.parse
    top = copula if parse.kid(copula, "nsubj", "expl") is not None else parse.head[copula]
    subject = parse.kid(top, "nsubj")
    nouns = [n for n in parse.kids(copula, "attr") if n > copula]
    whole = clause_phrase(parse, copula, without=condition_words(parse, copula))
    if parse.kid(top, "expl") is not None or (subject is not None and parse.lower[subject] == "there"):
        wanted = next((n for n in nouns if parse.lemma[n] not in NONE_ASKED and parse.tag[n][:2] == "NN"), None)
        return (None if wanted is None else Span(parse.start[parse.left[wanted]], noun_phrase(parse, wanted).end)), None
    if subject is None or not (_normed(parse, clause, nouns) or _focused(parse, subject, copula)):
        return None, None
    side = scene.mention_at.get(subject)
    if side is not None:
        return Span(parse.start[copula], max(whole.end, parse.end[clause.verb])), side
    matter = parse.lemma[subject] in stance_words().classes["matter"] | FOCI
    return (Span(noun_phrase(parse, subject).start, max(whole.end, parse.end[clause.verb])) if matter else None), None


def _normed(parse: Parse, clause: Clause, nouns: list[int]) -> bool:
    """Whether it is asked to be something: "*binding*", "*the basis* of a deal"."""
    if clause.kind == "adjective":
        return parse.lower[clause.verb] in NORMS
    return any(parse.lemma[n] in PARTS for n in nouns)


def _focused(parse: Parse, subject: int, copula: int) -> bool:
    """Whether it is what one should turn to: "the *focus* should be *on* peace"."""
    return parse.lemma[subject] in FOCI and any(parse.lower[p] == "on" for p in parse.kids(copula, "prep"))
