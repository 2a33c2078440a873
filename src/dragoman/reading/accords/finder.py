"""Finds agreements: agreed, signed, in force, broken or ended. What is only hoped for, demanded or possible is none.

The rules of `accordrules` start at a verb; what no verb tells is taken here from the noun: "under the deal brokered by
Oman", "the 2015 nuclear accord".
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.reading.accords.facts import Accord
from dragoman.reading.accords.phraseends import balanced
from dragoman.reading.accords.rules import AccordRules
from dragoman.reading.attach import date_of
from dragoman.reading.grammar.clauses import Clause
from dragoman.reading.grammar.phrases import noun_phrase
from dragoman.reading.marks import AccordMark
from dragoman.reading.scene import Scene
from dragoman.reading.senses import senses_of
from dragoman.reading.sides import sides_of
from dragoman.terms.span import Span, hull

GROUNDING = frozenset({"under", "despite", "since", "after", "following", "during"})
UNFOLLOWED = frozenset({"it", "this", "that", "we", "us", "our", "you"})
"""Pronouns that as a party of an agreement stand for a matter, or for a side that only the speaker knows."""
BROKERED = frozenset({"brokered", "mediated", "negotiated", "signed"})


def find_accords(scene: Scene) -> tuple[AccordMark, ...]:
    """Find the agreements of a text, in its order."""
    rules = AccordRules(scene)
    found = [*rules.accords(), *_told_by_nouns(scene, rules)]
    if not found or not scene.is_negotiation:
        return ()
    return tuple(sorted((_mark(scene, accord) for accord in found), key=lambda mark: (mark.span, mark.cue)))


def _told_by_nouns(scene: Scene, rules: AccordRules) -> Iterator[Accord]:
    """As in "Under the agreement", "despite the truce", "an Omani-brokered truce", "the 2015 nuclear accord"."""
    for i, lemma in enumerate(scene.parse.lemma):
        if i in rules.told or (lemma not in rules.senses and lemma != "fire") or not rules.nouns.strong(i):
            continue
        if rules.nouns.hoped(i) or not _grounded(scene, rules, i):
            continue
        clause = _clause_above(scene, i)
        if clause is None or rules.real(clause, future=True):
            about, back = rules.nouns.about(i)
            truce = rules.nouns.sort(i) == "truce"
            yield Accord(
                verb=i,
                rule="told-by-noun",
                status="in-force" if truce else "agreed",
                about=about,
                parties=rules.nouns.parties(i),
                noun=i,
                dated=(i,),
                back=back,
                span=_whole(scene, i),
            )


def _grounded(scene: Scene, rules: AccordRules, i: int) -> bool:
    """Whether the phrase takes the accord for known: by "under the", a broker, a year or two named sides."""
    parse, kids = scene.parse, scene.parse.children[i]
    if any(parse.dep[c] == "amod" and parse.lower[c] in BROKERED for c in kids):
        return True
    if not rules.nouns.definite(i):
        return False
    if parse.dep[i] == "pobj" and parse.lower[parse.head[i]] in GROUNDING:
        return True
    if parse.dep[i] == "pobj" and parse.lower[parse.head[parse.head[i]]] == "part":
        return True  # "as part of the agreement"
    year = any(parse.tag[c] == "CD" and len(parse.word[c]) == 4 and parse.word[c].isdigit() for c in kids)
    return year or len(rules.nouns.parties(i)) > 1 or _carried_out(scene, i)


def _carried_out(scene: Scene, i: int) -> bool:
    """Whether the accord to do something is told with what came of it: "the agreement to swap prisoners followed talks"."""
    parse = scene.parse
    below = [c for c in parse.kids(i, "acl") if parse.tag[c] == "VB"]
    clause = scene.clause_at.get(parse.head[i])
    return bool(below) and clause is not None and parse.dep[i] == "nsubj" and clause.time == "past"


def _clause_above(scene: Scene, i: int) -> Clause | None:
    return next((scene.clause_at[a] for a in scene.parse.ancestors(i) if a in scene.clause_at), None)


def _whole(scene: Scene, i: int) -> Span:
    """The noun with what names its sides and matter."""
    parse = scene.parse
    return parse.span(min(parse.left[i], i), max([i, *(parse.right[c] for c in parse.kids(i, "prep", "acl") if c > i)]))


def _mark(scene: Scene, accord: Accord) -> AccordMark:
    """Put mentions, a date and a span to the words of an agreement."""
    parse, at = scene.parse, scene.mention_at
    sides = [s for w in accord.parties for s in _stood_for(scene, w)]
    parties = [at[w] for w in sides if w in at and parse.lower[w] not in UNFOLLOWED]
    return AccordMark(
        span=accord.span or _span(scene, accord),
        cue=parse.span(accord.verb, accord.verb),
        about=balanced(parse.text, accord.about),
        status=accord.status,
        parties=tuple(dict.fromkeys(parties)),
        date=next((d for w in accord.dated if (d := date_of(scene, w)) is not None), None),
        back=accord.back,
        joint=accord.joint,
        rule=f"agreement-{accord.rule}",
    )


def _stood_for(scene: Scene, word: int) -> list[int]:
    """The sides for whom somebody signs: "delegates from *both sides*"; else the word itself."""
    if not any(s.endswith("team") for s in senses_of("teams").get(scene.parse.lemma[word], ())):
        return [word]
    sides = sides_of(scene.parse, word)
    return sides if sides and all(s in scene.mention_at for s in sides) else [word]


def _span(scene: Scene, accord: Accord) -> Span:
    """From the parties in front of the verb, or the noun, to the end of the matter."""
    parse, clause = scene.parse, scene.clause_at.get(accord.verb)
    pieces = [parse.span(accord.verb, accord.verb), accord.about]
    if accord.noun is not None:
        pieces.append(noun_phrase(parse, accord.noun))
    if clause is not None:
        same = [w for w in clause.doers if parse.sentence[w] == parse.sentence[accord.verb] and w < accord.verb]
        pieces += [Span(parse.start[parse.left[w]], parse.end[w]) for w in same]
        if accord.rule in ("in-force", "ended"):
            pieces += [parse.span(c, c) for c in parse.kids(accord.verb, "dobj", "prt", "acomp")]
            pieces += [parse.subtree(c) for c in parse.kids(accord.verb, "prep") if parse.lower[c] in ("into", "in")]
    return hull(*pieces)
