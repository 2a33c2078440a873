"""The matter of a noun: "demand *for a truce*", "offer *to mediate*", "their conditions include *a ceasefire*"."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dragoman.reading.grammar.conditions import condition_words
from dragoman.reading.grammar.parse import Parse
from dragoman.reading.grammar.phrases import clause_phrase, nouns
from dragoman.reading.scene import Scene
from dragoman.reading.stances.tails import tidy
from dragoman.reading.stances.words import Sense
from dragoman.terms.span import Span

UNITS = frozenset("second minute hour day night week month year decade".split())
NAMING = frozenset("demand condition precondition request aim goal priority objective expectation wish".split())
"""Nouns whose matter is what they are said to be: "its main *condition* is the release of the crew"."""


@dataclass(frozen=True, slots=True)
class Matter:
    """What a stance is about: its words, the head word, and the words for whoever it is put to."""

    span: Span
    head: int
    toward: int | None = None


def theme_of(scene: Scene, noun: int, sense: Sense) -> Matter | None:
    """Return the matter of a noun: "demand *for a truce*", "offer *to mediate*"."""
    parse = scene.parse
    for c in (*parse.children[noun], *_behind(scene, noun)):
        if c < noun:
            continue
        if parse.dep[c] == "prep" and parse.lower[c] in sense.matter:
            inner = parse.kids(c, "pobj", "pcomp")
            if inner and parse.lower[c] == "for" and (told := _somebody_to(scene, noun, inner[0])) is not None:
                return told
            if inner and not _holder(scene, c, inner[0]) and not is_time(scene, inner[0]):
                return tidied(scene, below(scene, inner[0]))
        if parse.dep[c] == "acl" and parse.tag[c] == "VBN" and (told := _made_to(scene, c, sense)) is not None:
            return told
        if parse.dep[c] == "advcl" and (told := _for_to(scene, c)) is not None and "infinitive" in sense.matter:
            return told
        if parse.dep[c] in ("acl", "ccomp", "relcl") and parse.tag[c][:2] == "VB":
            slot = "infinitive" if any(parse.tag[k] == "TO" for k in parse.children[c]) else "that"
            if slot in sense.matter and not (slot == "that" and _relative(scene, c)):
                return tidied(scene, Matter(clause_phrase(parse, c, without=condition_words(parse, c)), c))
    if "infinitive" in sense.matter and (told := _hung_above(scene, noun) or _pressed(scene, noun)) is not None:
        return told
    return _named(scene, noun)


def _made_to(scene: Scene, made: int, sense: Sense) -> Matter | None:
    """The infinitive behind the words that tell whose noun it is: "a blueprint drawn up by Chad *to end the war*"."""
    parse = scene.parse
    makers = [o for k in parse.kids(made, "agent") for o in parse.kids(k, "pobj")]
    below_it = [*parse.kids(made, "xcomp", "advcl"), *(v for o in makers for v in parse.kids(o, "acl", "relcl"))]
    for c in below_it if makers else ():
        if "infinitive" not in sense.matter or parse.tag[c] != "VB":
            continue
        if (told := _for_to(scene, c)) is not None:
            return told
        if parse.lower[parse.left[c]] == "to":
            return tidied(scene, Matter(clause_phrase(parse, c, without=condition_words(parse, c)), c))
    return None


def _hung_above(scene: Scene, noun: int) -> Matter | None:
    """The infinitive behind a noun, or behind its owner, that the grammar hung on the verb: "dismissed a demand (by Chad) *to leave*"."""
    parse = scene.parse
    to = (parse.right[noun] if _owned_behind(scene, noun) else noun) + 1
    if parse.dep[noun] not in ("pobj", "dobj") or to >= len(parse) or parse.lower[to] not in ("to", "for"):
        return None
    verb = parse.head[to]
    if (
        parse.left[verb] != to
        or parse.dep[verb] not in ("advcl", "xcomp")
        or parse.head[verb] not in parse.ancestors(noun)
    ):
        return None
    if parse.lower[to] == "for":
        return _for_to(scene, verb)
    return tidied(scene, Matter(clause_phrase(parse, verb, without=condition_words(parse, verb)), verb))


def _owned_behind(scene: Scene, noun: int) -> bool:
    """Whether only words for its owner stand behind a noun: "calls *from Chad*", "an offer *by the guild*"."""
    behind = [c for c in scene.parse.children[noun] if c > noun]
    return bool(behind) and all(
        scene.parse.lower[c] in ("from", "by") and any(scene.is_actor(o) for o in scene.parse.kids(c, "pobj"))
        for c in behind
    )


def _pressed(scene: Scene, noun: int) -> Matter | None:
    """The matter of "put pressure on Chad *to free the crew*", which the grammar hangs on the noun, on the side or on the verb."""
    parse = scene.parse
    behind = [p for p in parse.kids(parse.head[noun], "prep") if p == parse.right[noun] + 1]
    for prep in (p for p in (*parse.kids(noun, "prep"), *behind) if parse.lower[p] == "on"):
        for side in (o for o in parse.kids(prep, "pobj") if o in scene.mention_at):
            for verb in (
                v for w in (parse.head[noun], noun, side) for v in parse.kids(w, "acl", "relcl", "advcl", "xcomp")
            ):
                if verb > side and parse.tag[verb] == "VB" and parse.lower[parse.left[verb]] == "to":
                    whole = clause_phrase(parse, verb, without=condition_words(parse, verb))
                    return tidied(scene, Matter(whole, verb, scene.mention_at[side]))
    return None


def tidied(scene: Scene, matter: Matter) -> Matter:
    """Return a matter without what only hangs on at its end."""
    return replace(matter, span=tidy(scene, matter.span, matter.head))


def _named(scene: Scene, noun: int) -> Matter | None:
    """The matter of "their demands include *a ceasefire*", "its main condition is *the release* of the crew"."""
    parse = scene.parse
    verb = parse.head[noun]
    if (told := _listed(scene, noun)) is not None:
        return told
    if parse.dep[noun] != "nsubj" or parse.lemma[verb] not in ("include", "be") or parse.tag[verb][:2] != "VB":
        return None
    for c in parse.kids(verb, "dobj", "attr"):
        if c > verb and not scene.is_actor(c) and (parse.lemma[verb] == "include" or _terms(parse, noun, c)):
            return Matter(nouns(parse, parse.conjuncts(c)), c)
    for c in parse.kids(verb, "ccomp", "xcomp"):
        foreseen = any(parse.lower[k] in ("will", "would") for k in parse.kids(c, "aux"))
        if any(parse.lower[k] in ("that", "to") for k in parse.children[c]) and not foreseen:
            return Matter(clause_phrase(parse, c, without=condition_words(parse, c)), c)
    return None


def _listed(scene: Scene, noun: int) -> Matter | None:
    """The matter of "their demands, which include *a truce*", "conditions including *a truce*", "among their demands is *a truce*"."""
    parse, above = scene.parse, scene.parse.head[noun]
    if parse.lemma[noun] not in NAMING:
        return None
    told = [o for v in parse.kids(noun, "relcl") if parse.lemma[v] == "include" for o in parse.kids(v, "dobj")]
    told += [o for p in parse.kids(noun, "prep") if parse.lower[p] == "including" for o in parse.kids(p, "pobj")]
    if parse.dep[noun] == "pobj" and parse.lower[above] == "among" and parse.lemma[parse.head[above]] == "be":
        told += [o for o in parse.kids(parse.head[above], "attr", "nsubj") if o > parse.head[above]]
    word = next((o for o in told if not scene.is_actor(o)), None)
    return None if word is None else Matter(nouns(parse, parse.conjuncts(word)), word)


def _terms(parse: Parse, noun: int, attribute: int) -> bool:
    """Whether "its condition is *the release*" names the matter and does not judge it ("the plan is *a good one*")."""
    return parse.lemma[noun] in NAMING and parse.tag[attribute][:2] == "NN"


def _for_to(scene: Scene, verb: int) -> Matter | None:
    """The matter of "calls *for them to lay down their arms*"."""
    parse = scene.parse
    marks = [parse.lower[k] for k in parse.children[verb] if parse.dep[k] == "mark" or parse.tag[k] == "TO"]
    if parse.tag[verb] != "VB" or "for" not in marks or "to" not in marks:
        return None
    subject = parse.kid(verb, "nsubj")
    toward = scene.mention_at.get(subject) if subject is not None else None
    whole = clause_phrase(parse, verb, without=condition_words(parse, verb))
    return Matter(Span(parse.start[verb], whole.end), verb, toward)


def _somebody_to(scene: Scene, noun: int, asked: int) -> Matter | None:
    """The matter of "a push for Chad *to reach a deal*", whose verb the grammar hung on the noun."""
    parse = scene.parse
    if asked not in scene.mention_at:
        return None
    for verb in (v for w in (noun, asked) for v in parse.kids(w, "acl", "relcl") if v > asked and parse.tag[v] == "VB"):
        if parse.lower[parse.left[verb]] == "to":
            whole = clause_phrase(parse, verb, without=condition_words(parse, verb))
            return tidied(scene, Matter(Span(parse.start[verb], whole.end), verb, scene.mention_at[asked]))
    return None


def _holder(scene: Scene, prep: int, word: int) -> bool:
    """Whether "of" leads to whoever holds the stance and not to its matter: "the initiative *of Kenya*", "agreement *of the parties*"."""
    if scene.parse.lower[prep] != "of" or not scene.is_actor(word):
        return False
    name = scene.mentions[scene.mention_at[word]].form == "name"
    owned = bool(scene.parse.kids(word, "poss"))
    return name or owned or any(scene.parse.lower[c] in ("the", "both", "all") for c in scene.parse.kids(word, "det"))


def is_time(scene: Scene, word: int) -> bool:
    """Whether a word belongs to a date: "a deadline for *Friday*" tells no matter."""
    if scene.parse.lemma[word] in UNITS:
        return True
    at = scene.parse.start[word]
    return any(d.span.start <= at < d.span.end for d in scene.dates)


def _behind(scene: Scene, noun: int) -> list[int]:
    """The prepositions right behind an object that the grammar hung on its verb ("revived its campaign *for* a truce")."""
    parse = scene.parse
    beside = [
        c
        for c in parse.kids(parse.head[noun], "prep")
        if parse.dep[noun] == "dobj" and c == parse.right[noun] + 1 and parse.lower[c] in ("for", "to")
    ]
    return beside + _past_names(scene, noun)


def _past_names(scene: Scene, noun: int) -> list[int]:
    """The prepositions that the grammar hung on the names or days in between: "an overture from Chad on Monday *for* talks"."""
    parse, out, queue = scene.parse, list[int](), scene.parse.kids(noun, "prep")
    queue += [a for c in parse.kids(noun, "acl") if parse.tag[c] == "VBN" for a in parse.kids(c, "agent", "prep")]
    out += [
        p
        for c in parse.kids(noun, "acl")
        if parse.tag[c] == "VBN"
        for p in parse.kids(c, "prep")
        if parse.lower[p] == "for"
    ]
    while queue:
        between = queue.pop()
        if parse.lower[between] not in ("from", "by", "on", "to", "last", "at", "in"):
            continue
        for o in parse.kids(between, "pobj"):
            if scene.is_actor(o) or is_time(scene, o) or parse.tag[o] == "NNP":
                below_it = parse.kids(o, "prep")
                out += (
                    [p for p in below_it if parse.lower[p] in ("for", "of") and not is_time(scene, o)]
                    if (parse.lower[between] in ("from", "by"))
                    else [p for p in below_it if parse.lower[p] in ("for", "of" if is_time(scene, o) else "for")]
                )
                queue += below_it
    return out


def _relative(scene: Scene, verb: int) -> bool:
    """Whether a clause below a noun is a relative one: its "that" or "which" is an argument, no mark."""
    parse = scene.parse
    if any(parse.dep[k] == "mark" and parse.lower[k] == "that" for k in parse.children[verb]):
        return False
    noun, subject = parse.head[verb], parse.kid(verb, "nsubj", "nsubjpass")
    if parse.lemma[noun] == "insistence" and subject is not None and parse.tag[subject] not in ("WDT", "WP"):
        return False  # "its insistence *Chad should pay*"
    told = subject is not None and parse.tag[subject] not in ("WDT", "WP", "IN") and parse.kid(verb, "aux") is not None
    return not (told and parse.lemma[noun] == "hope" and parse.left[verb] == noun + 1)


def below(scene: Scene, word: int) -> Matter:
    """Return the matter that a word and all that belongs to it make: a list of nouns, or a clause."""
    parse = scene.parse
    if parse.tag[word][:2] == "VB":
        return Matter(clause_phrase(parse, word, without=condition_words(parse, word)), word)
    span = nouns(parse, parse.conjuncts(word))
    done = next((c for c in parse.kids(word, "relcl", "acl") if _to_be_done(parse, c)), None)
    if done is not None and parse.span(parse.left[done] - 1, parse.left[done] - 1).end == span.end:
        span = Span(span.start, clause_phrase(parse, done, without=condition_words(parse, done)).end)
    return Matter(span, word)


def _to_be_done(parse: Parse, verb: int) -> bool:
    """Whether it tells what shall be done with a matter: "a council *to be set up* on the lake"."""
    return parse.kid(verb, "auxpass") is not None and any(parse.tag[k] == "TO" for k in parse.children[verb])
