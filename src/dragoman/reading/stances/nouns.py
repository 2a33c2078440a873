"""Finds stances that stand in nouns: "demands from X for Y", "Ankara's readiness to host", "an X-backed proposal"."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.reading.attach import date_of
from dragoman.reading.grammar.conditions import conditions_of
from dragoman.reading.grammar.modality import ORDERING
from dragoman.reading.grammar.phrases import noun_phrase
from dragoman.reading.lending import day_of_act
from dragoman.reading.marks import StanceMark
from dragoman.reading.scene import Scene
from dragoman.reading.stances.holders import holders_of
from dragoman.reading.stances.nounholders import GIVING, holders_of_noun
from dragoman.reading.stances.themes import Matter, theme_of
from dragoman.reading.stances.words import Sense, stance_words
from dragoman.terms.findings import Stance
from dragoman.terms.span import Span, hull

RESOLVES = frozenset({"commitment", "promise"})
TOLD_BEFORE = {
    "offer": frozenset("offer proposal plan counteroffer counterproposal initiative".split()),
    "demand": frozenset({"demand", "request"}),
}
"""Nouns in front of which it can stand what is offered or asked for."""
NO_CONTENT = frozenset(
    "campaign business flight travel pension game action work backup security master health lesson rescue family party floor draft".split()
)
"""As in "the city's *health* plan", which is on no table."""
BACKING: dict[str, Stance] = {
    "backed": "supports",
    "supported": "supports",
    "endorsed": "supports",
    "proposed": "proposes",
    "drafted": "proposes",
    "sponsored": "proposes",
    "demanded": "demands",
}
ASKING = (ORDERING | {"call", "appeal"}) - {"allow", "enable", "help"}
GOING = frozenset("meet visit travel attend go run resign retire hold fly return leave launch sue appeal".split())
"""What somebody has "plans" to do himself."""
SETTING = frozenset("allow enable help ensure permit facilitate make create".split())
DOUBTS = frozenset("test question lack doubt gauge measure absence uncertainty matter depend hinge".split())
DOUBTING = frozenset(
    "question doubt test gauge probe await want lack seek need ask request expect solicit court rally demand hope require".split()
)
RETREATING = frozenset(
    {"back down", "relent", "climb down", "backtrack", "give way", "back away", "back off", "retreat"}
)
DROPPING = RETREATING | frozenset(
    {
        "drop",
        "abandon",
        "give up",
        "waive",
        "relinquish",
        "withdraw",
        "reverse",
        "lift",
        "shelve",
        "retract",
        "take back",
        "rescind",
        "overcome",
    }
)


def find_noun_stances(scene: Scene) -> Iterator[StanceMark]:
    """Find the stances of nouns and of compounds such as "French-backed"."""
    parse, nouns = scene.parse, stance_words().nouns
    for i, lemma in enumerate(parse.lemma):
        if lemma in nouns and parse.tag[i][:2] == "NN":
            for sense in nouns[lemma]:
                yield from _of_noun(scene, i, sense)
        elif parse.lower[i] in BACKING and i > 1 and parse.word[i - 1] == "-":
            yield from _backed(scene, i)


def _of_noun(scene: Scene, noun: int, sense: Sense) -> Iterator[StanceMark]:
    parse = scene.parse
    matter = theme_of(scene, noun, sense) or _by_somebody(scene, noun, sense) or _told_before(scene, noun, sense)
    if matter is None or any(parse.lower[c] in ("no", "any") for c in parse.kids(noun, "det")):
        return
    if sense.only is not None and parse.tag[matter.head][:2] != "VB" and parse.lemma[matter.head] not in sense.only:
        return
    if _given_up(scene, noun) or _doubted(scene, noun) or _own_plan(scene, noun, matter) or _is_none(scene, noun):
        return
    if sense.id in RESOLVES and _resolved_deed(scene, matter):
        return
    stance = _stance(scene, sense, matter)
    holders = list(holders_of_noun(scene, noun, matter))
    governed = _giver(scene, noun) if not holders and sense.give else None
    if stance is None or (not holders and governed is None):
        return
    conditions = conditions_of(parse, noun, matter.head)
    for actor in holders or governed or ():
        span = hull(parse.span(noun, noun), matter.span, scene.mentions[actor].span)
        if parse.sentence[parse.words_in(span)[0]] != parse.sentence[noun]:
            span = hull(parse.span(noun, noun), matter.span)
        yield StanceMark(
            span=span,
            cue=parse.span(noun, noun),
            actor=actor,
            stance="accepts-conditionally" if conditions and stance == "accepts" else stance,
            about=matter.span,
            conditions=conditions,
            date=_noun_date(scene, noun),
            rule=f"stance.noun.{sense.id}",
        )


def _by_somebody(scene: Scene, noun: int, sense: Sense) -> Matter | None:
    """The noun itself where it is told whose it is and not what it foresees: "the proposal *from Chad*"."""
    parse = scene.parse
    if sense.id != "offer":
        return None
    by = any(
        o in scene.mention_at
        for p in parse.kids(noun, "prep", "agent")
        if parse.lower[p] in ("by", "from") and p == noun + 1
        for o in parse.kids(p, "pobj")
    )
    return Matter(noun_phrase(parse, noun), noun) if by else None


def _told_before(scene: Scene, noun: int, sense: Sense) -> Matter | None:
    """The words of "Mali's *debt proposal*", "the union's *wage demands*": what it foresees stands before it."""
    parse = scene.parse
    if (
        parse.lower[noun] == "plans"
        or sense.id not in TOLD_BEFORE
        or parse.lemma[noun] not in TOLD_BEFORE[sense.id]
        or parse.tag[noun] not in ("NN", "NNS")
    ):
        return None
    owned = any(c in scene.mention_at and parse.tag[c] != "PRP$" for c in parse.kids(noun, "poss"))
    what = [c for c in parse.kids(noun, "compound") if c not in scene.mention_at and parse.tag[c] in ("NN", "NNS")]
    if not owned or not what or parse.lemma[what[-1]] in NO_CONTENT:
        return None
    return Matter(Span(parse.start[parse.left[what[0]]], parse.end[noun]), noun)


def _resolved_deed(scene: Scene, matter: Matter) -> bool:
    """Whether somebody is only resolved to do what no talks are about: "their resolve to *fight* crime"."""
    classes = stance_words().classes
    verb = scene.parse.lemma[matter.head]
    return scene.parse.tag[matter.head][:2] == "VB" and verb not in classes["dealing"] | classes["striving"] | {"seek"}


def _is_none(scene: Scene, noun: int) -> bool:
    """Whether something is told not to be one, or to be another thing: "did not *represent a proposal*", "*make the call*"."""
    parse = scene.parse
    above = scene.clause_at.get(parse.head[noun])
    if above is None or parse.dep[noun] not in ("dobj", "attr"):
        return False
    idiom = (
        above.lemma == "make"
        and parse.lower[noun] == "call"
        and any(parse.lower[c] == "the" for c in parse.kids(noun, "det"))
    )
    return idiom or (above.negated and above.lemma in ("be", "represent", "constitute", "include", "contain"))


def _own_plan(scene: Scene, noun: int, matter: Matter) -> bool:
    """Whether a noun tells what somebody will do and puts nothing forward: "*plans* to visit", "set the *conditions* to allow"."""
    parse = scene.parse
    lemma = parse.lemma[matter.head]
    if parse.tag[matter.head][:2] != "VB":
        return False
    if parse.lemma[noun] in ("condition", "precondition"):
        return lemma in SETTING
    announced = parse.dep[noun] == "dobj" or parse.lower[parse.head[noun]] == "of"
    return parse.lower[noun] == "plans" and (lemma in GOING or announced)


def _given_up(scene: Scene, noun: int) -> bool:
    """Whether a stance is told as one no longer held: "dropped its demand for"."""
    parse = scene.parse
    above = parse.head[noun] if parse.dep[noun] in ("dobj", "nsubjpass") else parse.head[parse.head[noun]]
    clause = scene.clause_at.get(above)
    if clause is None or clause.negated or clause.lemma not in DROPPING:
        return False
    return parse.dep[noun] in ("dobj", "nsubjpass") or (parse.dep[noun] == "pobj" and clause.lemma in RETREATING)


def _doubted(scene: Scene, noun: int) -> bool:
    """Whether it is open that somebody holds it: "a test of their readiness", "questioned its willingness", "no sign of"."""
    parse = scene.parse
    above = parse.head[noun]
    if parse.dep[noun] == "dobj":
        return parse.lemma[above] in DOUBTING
    asked = parse.lower[above] == "for" and parse.lemma[parse.head[above]] in ASKING | DOUBTING
    some = any(parse.lower[c] in ("a", "an") for c in parse.kids(noun, "det"))
    return parse.dep[noun] == "pobj" and (parse.lemma[parse.head[above]] in DOUBTS or (asked and some))


def _noun_date(scene: Scene, noun: int) -> int | None:
    """The date that hangs on a stance noun, or on the verb whose object it is."""
    found = date_of(scene, noun)
    above = scene.parse.head[noun]
    given = scene.parse.dep[noun] == "dobj" and scene.parse.lemma[above] in GIVING
    return day_of_act(scene, above) if found is None and given else found


def _stance(scene: Scene, sense: Sense, matter: Matter) -> Stance | None:
    helps = scene.parse.lemma[matter.head] in stance_words().classes["help"]
    if sense.stance in ("accepts", "proposes") and helps and scene.parse.tag[matter.head] == "VB":
        return "offers"
    return sense.stance


def _giver(scene: Scene, noun: int) -> list[int] | None:
    """The doers of "made an offer", "expressed hope", "gave them a deadline"; None where the noun hangs on no such verb."""
    parse = scene.parse
    if (doers := _mistaken_verb(scene, noun)) is not None:
        return doers
    verb = parse.head[noun]
    clause = scene.clause_at.get(verb)
    if parse.dep[noun] not in ("dobj", "nsubjpass", "conj") or clause is None or clause.lemma not in GIVING:
        return None
    if clause.negated or clause.conditional or clause.modal in ("could", "may", "might", "should"):
        return None
    if clause.lemma == "raise" and parse.lemma[noun] == "hope":
        return None  # "*raising hopes* of a truce" in others
    if any(u in ASKING for u in clause.under[:1]):
        return None  # "called on the envoys to *present* a plan"
    return holders_of(scene, clause, clause.doers) or None


def _mistaken_verb(scene: Scene, noun: int) -> list[int] | None:
    """The doers of "demands an end and *calls* for help", where the grammar took the second verb for a noun."""
    parse = scene.parse
    if (
        parse.tag[noun] != "NNS"
        or parse.dep[noun] != "conj"
        or noun == 0
        or parse.lower[noun - 1] not in ("and", "but")
    ):
        return None
    clause = next((scene.clause_at[u] for u in parse.ancestors(noun) if u in scene.clause_at), None)
    if clause is None or parse.tag[clause.verb] != "VBZ" or parse.lower[noun + 1 : noun + 2] != ["for"]:
        return None
    return [scene.mention_at[d] for d in clause.doers if d in scene.mention_at] or None


def _backed(scene: Scene, verb: int) -> Iterator[StanceMark]:
    """ "a Danish- and Dutch-backed plan for a truce": the backers, and what follows; backed rebels or talks are no matter."""
    parse = scene.parse
    noun = verb + 1
    while (
        noun < len(parse)
        and parse.tag[noun][:2] in ("JJ", "NN", "VB", "CD")
        and parse.sentence[noun] == parse.sentence[verb]
    ):
        if parse.tag[noun][:2] == "NN" and (noun + 1 >= len(parse) or parse.tag[noun + 1][:2] != "NN"):
            break
        noun += 1
    if noun >= len(parse) or parse.lemma[noun] not in stance_words().classes["deals"]:
        return
    senses = stance_words().nouns.get(parse.lemma[noun], ())
    theme = next((m for s in senses if (m := theme_of(scene, noun, s)) is not None), None)
    about = theme.span if theme is not None else hull(parse.span(verb + 1, verb + 1), noun_phrase(parse, noun))
    for k in _backers(scene, verb - 2):
        mention = scene.mentions[scene.mention_at[k]]
        yield StanceMark(
            span=hull(mention.head, parse.span(verb, verb), about),
            cue=parse.span(verb, verb),
            actor=scene.mention_at[k],
            stance=BACKING[parse.lower[verb]],
            about=about,
            rule="stance.compound",
        )


def _backers(scene: Scene, last: int) -> Iterator[int]:
    """The actors named before "-backed", several of them joined by "and"."""
    parse, i = scene.parse, last
    while i >= 0:
        if i in scene.mention_at:
            yield i
            i -= 1
        elif parse.lower[i] in ("and", "-", ",", "/", "&") or (i == last and parse.word[i][:1].isupper()):
            i -= 1
        else:
            return
