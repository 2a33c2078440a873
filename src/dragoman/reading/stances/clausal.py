"""The matter of a predicate where it is a clause: "urged X *to leave*", "demanded that *X leave*", "refused *to sign*"."""

from __future__ import annotations

from dragoman.reading.grammar.clauses import Clause
from dragoman.reading.grammar.conditions import condition_words
from dragoman.reading.grammar.parse import Parse
from dragoman.reading.grammar.phrases import clause_phrase, noun_phrase
from dragoman.reading.scene import Scene
from dragoman.reading.stances.themes import Matter
from dragoman.reading.stances.unmeant import inverted
from dragoman.reading.stances.words import stance_words
from dragoman.terms.span import Span

QUESTIONS = frozenset({"what", "who", "whether", "if", "how", "why", "when", "where", "which"})
WISHES = frozenset({"hope", "demand", "request", "propose", "urge", "recommend", "require"})
POINTING = frozenset({"something", "thing", "issue", "matter", "topic", "subject", "point", "question"})
"""Nouns that stand for what is told beside them: "the *fee* is *something* the guild has refused to discuss"."""
EVERYBODY = frozenset({"all", "everyone", "everybody", "others", "both"})
STATES = frozenset(
    "have be belong support want know believe think understand mean remain exist stand hope own deserve face pose work matter "
    "need love respect share like prefer see feel seek agree disagree keep hold".split()
)
"""Verbs that in the present tell how things are, not what is to be done."""
PUSHING = frozenset({"push", "lobby", "campaign", "press"})
WANTING = frozenset({"want", "like", "prefer", "love"})
STRIFE = frozenset(
    "war fighting siege violence bloodshed attack shelling conflict strike killing suffering hostility".split()
)


def order(scene: Scene, clause: Clause) -> Matter | None:
    """The matter of "urged X to V", "called on X to V", "called for X to V"."""
    parse = scene.parse
    below = [
        c for c in parse.children[clause.verb] if parse.dep[c] in ("xcomp", "ccomp", "advcl", "acl") and c > clause.verb
    ]
    below += [c for t in (*clause.things, *clause.governed("until", "till")) for c in parse.kids(t, "acl", "relcl")]
    if clause.preps.get("for"):
        below += [c for c in clause.preps["for"] if parse.tag[c][:2] == "VB"]
    for verb in below:
        to = next((k for k in parse.children[verb] if parse.tag[k] == "TO"), None)
        if parse.tag[verb] != "VB" or to is None or parse.word[to - 1] == ",":
            continue
        own = parse.kid(verb, "nsubj")
        addressees = (
            [own]
            if own is not None
            else [*clause.recipients, *clause.things, *clause.governed("on", "upon", "to", "for")]
        )
        addressee = next((a for a in addressees if a in scene.mention_at), None)
        span = clause_phrase(parse, verb, without=condition_words(parse, verb))
        if addressee is not None:
            return Matter(span, verb, scene.mention_at[addressee])
        wished = clause.lemma in WANTING and not clause.negated
        if (thing := next((a for a in addressees if a < verb and (wished or _unpersonal(parse, a))), None)) is not None:
            return Matter(Span(noun_phrase(parse, thing).start, span.end), verb)
    return None


def _unpersonal(parse: Parse, word: int) -> bool:
    """Whether somebody can want it of "all" or of a matter: "want *the war* to end", "urged *all* to be patient"."""
    if parse.lower[word] in EVERYBODY:
        return True
    return parse.lemma[word] in STRIFE or parse.lemma[word] in stance_words().classes["matter"]


def finite(scene: Scene, clause: Clause) -> Matter | None:
    """The matter of "demanded that X leave": a that-clause in the subjunctive, or any after a word of wishing."""
    parse = scene.parse
    that = [
        c
        for c in parse.kids(clause.verb, "advcl")
        if any(parse.dep[k] == "mark" and parse.lower[k] == "that" for k in parse.children[c])
    ]
    for verb in (*(c for c in clause.complements if parse.dep[c] == "ccomp"), *that):
        if inverted(parse, verb) or any(
            parse.tag[k] == "TO" or parse.dep[k] == "expl" or parse.lower[k] in QUESTIONS for k in parse.children[verb]
        ):
            continue
        auxiliaries = {parse.lower[k] for k in parse.children[verb] if parse.dep[k] in ("aux", "auxpass")}
        bound = clause.lemma == "insist" and _binding(parse, verb)
        tensed = any(parse.tag[a] in ("MD", "VBZ", "VBP", "VBD") for a in parse.kids(verb, "aux"))
        bare = (
            bound
            or (parse.tag[verb] in ("VB", "NN") and not tensed)
            or ("be" in auxiliaries and not tensed)
            or _subjunctive(parse, verb)
            or (
                clause.time == "past"
                and parse.tag[verb] == "VBP"
                and not (clause.lemma == "insist" and _lasts(parse, verb))
            )
        )
        if bare or auxiliaries & {"should", "must"} or clause.lemma in WISHES:
            span = clause_phrase(parse, verb, without=condition_words(parse, verb))
            mark = next((k for k in parse.children[verb] if parse.dep[k] == "mark" and parse.lower[k] == "that"), None)
            return Matter(span if mark is None else Span(max(span.start, parse.start[mark + 1]), span.end), verb)
    return None


def _subjunctive(parse: Parse, verb: int) -> bool:
    """Whether a single one does it without the ending of the present: "insists that Chad *lift* the siege"."""
    subject = parse.kid(verb, "nsubj")
    single = subject is not None and parse.tag[subject] in ("NN", "NNP") and len(parse.conjuncts(subject)) == 1
    return (
        single and parse.tag[verb] == "VBP" and parse.kid(verb, "aux") is None and parse.word[verb] == parse.lemma[verb]
    )


def _lasts(parse: Parse, verb: int) -> bool:
    """Whether a verb in the present tells how things are: "insisted that the islands *belong* to it", against "that they *return*"."""
    return parse.lemma[verb] in STATES or any(parse.dep[k] in ("aux", "neg") for k in parse.children[verb])


def _binding(parse: Parse, verb: int) -> bool:
    """Whether what is insisted on is no fact but what shall be: "insists that any deal *requires* a pull-out"."""
    if parse.lemma[verb] in ("require", "include", "need", "depend", "hinge"):
        return True
    told = any(parse.lemma[k] in stance_words().classes["deals"] for k in parse.kids(verb, "nsubj"))
    if told or (parse.tag[verb] == "VBG" and parse.kid(verb, "aux") is not None):
        return False  # "insisted that the pact will keep the peace" tells what he believes
    if parse.lemma[verb] != "be":
        return any(parse.lower[k] in ("will", "would") for k in parse.kids(verb, "aux")) and not parse.kids(verb, "neg")
    nouns_below = (o for p in parse.kids(verb, "prep") for o in parse.kids(p, "pobj"))
    return any(parse.lemma[o] in ("agenda", "table") for o in nouns_below)


def infinitive(scene: Scene, clause: Clause, tag: str) -> Matter | None:
    """Return the matter of "refused *to sign*" (tag TO) or "considered *leaving*" (tag VBG), the noun it lacks before it."""
    parse = scene.parse
    tops = (clause.verb, parse.head[clause.verb]) if clause.kind == "adjective" else (clause.verb,)
    below = [
        c
        for top in tops
        for c in parse.children[top]
        if parse.dep[c] in ("xcomp", "ccomp", "advcl") and c > clause.verb
    ]
    for verb in below:
        marked = any(parse.tag[k] == "TO" for k in parse.children[verb])
        if (
            tag == "TO"
            and marked
            and (parse.dep[verb] != "advcl" or clause.kind == "adjective" or clause.lemma in PUSHING)
        ) or (tag == "VBG" and parse.tag[verb] == "VBG" and (parse.dep[verb] == "xcomp" or _next(parse, clause, verb))):
            return _gap(parse, clause, verb) or Matter(
                clause_phrase(parse, verb, without=condition_words(parse, verb)), verb
            )
    return None


def _next(parse: Parse, clause: Clause, verb: int) -> bool:
    """Whether a gerund stands right behind its verb: "ruled out *returning* to the cabinet"."""
    return parse.left[verb] == verb and (verb - 1 == clause.verb or parse.dep[verb - 1] == "prt")


def _gap(parse: Parse, clause: Clause, verb: int) -> Matter | None:
    """The noun of "*something* the guild has refused to discuss", which the infinitive lacks."""
    noun = parse.head[clause.verb]
    if parse.dep[clause.verb] != "relcl" or parse.right[verb] != verb or parse.tag[noun][:2] != "NN":
        return None
    subject = parse.kid(clause.verb, "nsubj")
    if subject is None or parse.lower[subject] in ("that", "which", "who"):
        return None
    if parse.lemma[noun] in POINTING and parse.dep[noun] in ("attr", "appos"):
        above = parse.head[noun]
        named = parse.kid(above, "nsubj") if parse.dep[noun] == "attr" else above
        noun = noun if named is None or parse.tag[named][:2] != "NN" else named
    return Matter(noun_phrase(parse, noun), noun)


def question(parse: Parse, clause: Clause) -> Matter | None:
    """Return the matter of "is weighing *whether to join the round*"."""
    for verb in parse.kids(clause.verb, "ccomp", "xcomp", "advcl"):
        if any(parse.lower[k] == "whether" for k in parse.kids(verb, "mark")):
            return Matter(clause_phrase(parse, verb, without=condition_words(parse, verb)), verb)
    return None


def fact(scene: Scene, clause: Clause) -> Matter | None:
    """The matter of "was glad that both sides had agreed": what came about, where it is about a negotiation."""
    parse, classes = scene.parse, stance_words().classes
    for verb in parse.kids(clause.verb, "ccomp"):
        span = clause_phrase(parse, verb, without=condition_words(parse, verb))
        if any(parse.lemma[i] == "agree" or parse.lemma[i] in classes["matter"] for i in parse.words_in(span)):
            return Matter(span, verb)
    return None


def state(scene: Scene, clause: Clause) -> Matter | None:
    """The matter of "wants *the valley demilitarised*", "a captive whom they want *freed*", "would like to see *a pact*"."""
    parse = scene.parse
    if clause.passive:
        return None
    seeing = next((c for c in clause.complements if parse.lemma[c] == "see" and parse.tag[c] == "VB"), None)
    top = clause.verb if seeing is None else seeing
    for c in parse.kids(top, "ccomp", "xcomp", "oprd", "advcl"):
        tensed = parse.kid(c, "aux", "mark") is not None
        if c < top or tensed or not (parse.tag[c] in ("VBN", "VBD") or (seeing is not None and parse.tag[c] == "VB")):
            continue
        own = parse.kid(c, "nsubj", "nsubjpass")
        whole = clause_phrase(parse, c, without=condition_words(parse, c))
        if own is not None:
            return Matter(
                Span(noun_phrase(parse, own).start, max(whole.end, parse.end[c])), c, scene.mention_at.get(own)
            )
        if clause.things and parse.dep[clause.verb] == "relcl":
            return Matter(noun_phrase(parse, clause.things[0], without=[clause.verb]), clause.things[0])
    thing = None if seeing is None else parse.kid(seeing, "dobj")
    if thing is not None and seeing is not None and thing in scene.mention_at:
        return _at_talks(scene, seeing, thing)
    if thing is None or parse.lemma[thing] not in stance_words().classes["matter"]:
        return None
    return Matter(noun_phrase(parse, thing), thing)


def _at_talks(scene: Scene, seeing: int, thing: int) -> Matter | None:
    """The matter of "would like to see *Chad at the talks*"."""
    parse, talks = scene.parse, stance_words().classes["talks"] | {"table"}
    for prep in (p for w in (seeing, thing) for p in parse.kids(w, "prep") if parse.lower[p] in ("at", "in")):
        place = next((o for o in parse.kids(prep, "pobj") if parse.lemma[o] in talks), None)
        if place is not None and prep > thing:
            return Matter(Span(noun_phrase(parse, thing).start, noun_phrase(parse, place).end), thing)
    return None
