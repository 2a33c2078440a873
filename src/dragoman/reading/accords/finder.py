"""Finds agreements: agreed, signed, in force, broken or ended. What is only hoped for, demanded or possible is none.

The rules of `rules` start at a verb; what no verb tells `named` takes from the noun: "the 2015 nuclear accord".
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.reading.accords.endings import ended_by_nouns
from dragoman.reading.accords.facts import Accord
from dragoman.reading.accords.named import told_by_nouns
from dragoman.reading.accords.phraseends import balanced
from dragoman.reading.accords.rules import AccordRules
from dragoman.reading.attach import date_of
from dragoman.reading.grammar.phrases import noun_phrase
from dragoman.reading.lending import day_of_act, day_of_deed
from dragoman.reading.marks import AccordMark
from dragoman.reading.scene import Scene
from dragoman.reading.senses import senses_of
from dragoman.reading.sides import sides_of
from dragoman.terms.span import Span, hull

NEAR = 60
"""Characters between the matter of an agreement and a partner that still belongs to its words."""
NO_MATTER = frozenset({"to", "on", "upon", "over"})
"""What is left where the matter stands elsewhere: "what they had agreed *to*"."""
UNFOLLOWED = frozenset({"it", "this", "that", "we", "us", "our", "you"})
"""Pronouns that as a party of an agreement stand for a matter, or for a side that only the speaker knows."""


def find_accords(scene: Scene) -> tuple[AccordMark, ...]:
    """Find the agreements of a text, in its order."""
    rules = AccordRules(scene)
    found = [*rules.accords(), *ended_by_nouns(scene, rules), *told_by_nouns(scene, rules)]
    if not found or not scene.is_negotiation:
        return ()
    told = (
        accord for accord in found if scene.parse.text[accord.about.start : accord.about.end].lower() not in NO_MATTER
    )
    return tuple(sorted((_mark(scene, accord) for accord in told), key=lambda mark: (mark.span, mark.cue)))


def _mark(scene: Scene, accord: Accord) -> AccordMark:
    """Put mentions, a date and a span to the words of an agreement."""
    parse, at = scene.parse, scene.mention_at
    sides = [s for w in accord.parties for s in _stood_for(scene, w)]
    parties = [at[w] for w in sides if w in at and (parse.lower[w] not in UNFOLLOWED or _acts(scene, accord, w))]
    return AccordMark(
        span=accord.span or _span(scene, accord),
        cue=parse.span(accord.verb, accord.verb),
        about=balanced(parse.text, accord.about),
        status=accord.status,
        parties=tuple(dict.fromkeys(parties)),
        date=_date(scene, accord),
        back=accord.back,
        joint=accord.joint,
        rule=f"agreement-{accord.rule}",
    )


def _acts(scene: Scene, accord: Accord, word: int) -> bool:
    """Whether an "it" makes the accord, and so stands for a side: "the firm said *it* has reached a deal"."""
    clause = scene.clause_at.get(accord.verb)
    doer = clause is not None and not clause.passive and word in clause.doers
    return doer and accord.rule in ("reached", "signed", "agreed") and scene.parse.lower[word] == "it"


def _date(scene: Scene, accord: Accord) -> int | None:
    """The day that the words of an agreement tell, else the one on which they are told to be done."""
    told = next((d for w in accord.dated if (d := date_of(scene, w)) is not None), None)
    if told is not None and accord.rule == "in-force" and ("bound", "until") in scene.dates[told].parts:
        return None  # "lasting until May 4"
    if told is None and accord.verb in scene.clause_at:
        told = day_of_act(scene, accord.verb)
    return day_of_deed(scene, accord.noun) if told is None and accord.noun is not None else told


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
    told = hull(*pieces)
    return hull(told, *_behind(scene, accord, told))


def _behind(scene: Scene, accord: Accord, told: Span) -> Iterator[Span]:
    """The partners told close behind the matter, with the day between: "signed a pact *in May with the guild*"."""
    parse, last = scene.parse, scene.parse.sentences[scene.parse.sentence[accord.verb]][1] - 1
    for word in accord.parties:
        if word <= last and told.end <= parse.start[word] < told.end + NEAR:
            yield scene.mentions[scene.mention_at[word]].span if word in scene.mention_at else parse.span(word, word)
