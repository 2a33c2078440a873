"""Finds stances: who accepts, rejects, demands, proposes, offers, supports or weighs which matter.

Verbs and adjectives are read here, nouns ("Ankara's readiness to", "demands from X for Y", "an X-backed plan") in
`stance_nouns`, verdicts ("any delay is unacceptable") in `judgements`.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.reading.grammar.clauses import Clause
from dragoman.reading.grammar.conditions import conditions_of, told_condition
from dragoman.reading.lending import day_of_act
from dragoman.reading.marks import StanceMark
from dragoman.reading.scene import Scene
from dragoman.reading.speech.hearing import OUTSIDERS
from dragoman.reading.stances.appraised import find_appraisals
from dragoman.reading.stances.being import find_being
from dragoman.reading.stances.calling import find_callings
from dragoman.reading.stances.conditioned import find_conditioned
from dragoman.reading.stances.doubted import doubted
from dragoman.reading.stances.guards import idle, out_of_place
from dragoman.reading.stances.holders import holders_of, owners_of
from dragoman.reading.stances.judgements import find_judgements
from dragoman.reading.stances.matters import matter_of
from dragoman.reading.stances.nounholders import GIVING
from dragoman.reading.stances.nouns import find_noun_stances
from dragoman.reading.stances.openness import find_openness
from dragoman.reading.stances.partisans import PARTISANS, find_partisans
from dragoman.reading.stances.pointing import pointed
from dragoman.reading.stances.received import find_received
from dragoman.reading.stances.refusals import find_refusals
from dragoman.reading.stances.requirements import find_requirements
from dragoman.reading.stances.silence import find_silence, find_unanswered
from dragoman.reading.stances.themes import Matter, theme_of
from dragoman.reading.stances.turned import stance_of
from dragoman.reading.stances.unmeant import hostile, unmeant
from dragoman.reading.stances.wishes import find_wishes
from dragoman.reading.stances.words import Sense, stance_words
from dragoman.reading.talks import tells_of_sides
from dragoman.terms.span import Span, hull

BOTH_AGREE = frozenset({"agree", "commit", "consent", "sign up", "sign on"})
TOGETHER = frozenset(
    "side party country nation leader power minister team delegation participant negotiator member state faction rival camp".split()
)
SHORT_ANSWERS = frozenset({"agree", "accept", "refuse", "decline", "consent", "reject"})
BYSTANDERS = frozenset(
    "public voter trader investor rescuer shopper commuter passenger fan visitor tourist forecaster observer market".split()
)
ATTACHING = frozenset({"attach", "set", "impose", "add", "put", "list"})


def find_stances(scene: Scene) -> tuple[StanceMark, ...]:
    """Find the stances of a text, in its order; none in a text that is about no negotiation."""
    if not scene.is_negotiation or not tells_of_sides(scene):
        return ()
    found = [
        *_verb_stances(scene),
        *find_noun_stances(scene),
        *find_judgements(scene),
        *find_being(scene),
        *find_refusals(scene),
        *find_conditioned(scene),
        *find_silence(scene),
        *find_wishes(scene),
        *find_callings(scene),
        *find_received(scene),
        *find_requirements(scene),
        *find_partisans(scene),
        *find_openness(scene),
        *find_appraisals(scene),
    ]
    found = [m for m in found if not (_outdone(m, found) or _is_outsider(scene, m.actor) or doubted(scene, m))]
    found.sort(key=lambda m: (m.cue, m.about, m.actor))
    return tuple(pointed(scene, m) for m in _answer(scene, [*found, *find_unanswered(scene, found)]))


def _is_outsider(scene: Scene, actor: int) -> bool:
    """Whether somebody only tells or judges what others deal about."""
    told = (scene.parse.lemma[a] for a in scene.parse.kids(scene.mentions[actor].word, "appos"))
    if any(noun in OUTSIDERS and noun not in PARTISANS for noun in told):
        return True
    return scene.mentions[actor].noun in OUTSIDERS | BYSTANDERS or scene.mentions[actor].kind == "media"


def _outdone(mark: StanceMark, found: list[StanceMark]) -> bool:
    """Whether a stance only carries one below it, as in "refused to *accept* it", "agreed to *consider* it"."""
    same = (
        ("accepts", "supports", "undecided", "accepts-conditionally")
        if mark.stance == "accepts"
        else (mark.stance, "undecided")
    )
    return mark.stance in ("accepts", "rejects", "accepts-conditionally") and any(
        m.cue.start == mark.about.start
        and m.cue != mark.cue
        and m.actor == mark.actor
        and (m.stance in same or (m.stance == "rejects" and m.rule == "stance.reject"))
        for m in found
    )


def _verb_stances(scene: Scene) -> Iterator[StanceMark]:
    words = stance_words()
    for clause in scene.clauses:
        kind = words.adjectives if clause.kind == "adjective" or _resultant(clause) else words.verbs
        senses = kind.get(clause.lemma, ())
        if senses and unmeant(scene, clause):
            continue
        for sense in senses:
            if _out_of_place(scene, clause, sense):
                continue
            matter = matter_of(scene, clause, sense)
            if matter is not None and not (idle(scene, clause, sense, matter) or hostile(scene, sense, matter)):
                marks = list(marks_of(scene, clause, sense, matter))
                yield from marks
                if marks:
                    break


def _resultant(clause: Clause) -> bool:
    """Whether a passive tells of a state of mind: "is *committed* to the accord"."""
    return clause.passive and not clause.doers and clause.lemma in stance_words().adjectives


def _holding(clause: Clause) -> tuple[int, ...]:
    """Whoever is in a state of mind, also where it is told by what: "*Chad* is disappointed by the deal"."""
    minded = _resultant(clause) or (clause.kind == "adjective" and clause.passive and clause.things)
    return clause.things if minded else clause.doers


def _out_of_place(scene: Scene, clause: Clause, sense: Sense) -> bool:
    if out_of_place(scene, clause, sense):
        return True
    if clause.under[:1] == ("agree",) and sense.stance == "rejects" and _together(scene, clause):
        return True
    if clause.lemma in GIVING and any(_has_theme(scene, t) for t in clause.things):
        return sense.stance not in ("accepts", "rejects", "supports")
    if sense.id == "order a truce" and len(clause.doers) > 1:
        return True
    return clause.lemma in BOTH_AGREE and sense.stance == "accepts" and _together(scene, clause)


def _has_theme(scene: Scene, noun: int) -> bool:
    """Whether an object is a stance with a matter of its own ("made *a demand for a truce*"), read with the nouns."""
    return any(theme_of(scene, noun, s) is not None for s in stance_words().nouns.get(scene.parse.lemma[noun], ()))


def _together(scene: Scene, clause: Clause) -> bool:
    """Whether two parties agree with one another, which is an agreement and not a stance."""
    parse = scene.parse
    if sum(not (parse.dep[d] == "appos" and parse.head[d] in clause.doers) for d in clause.doers) > 1:
        return True
    doer = next(iter(clause.doers), None)
    if doer is None:
        return False
    if parse.lower[doer] in ("both", "they"):
        return True
    if any(
        parse.lower[c] in ("north", "south", "east", "west") and parse.kids(c, "conj") for c in parse.children[doer]
    ):
        return True  # "*North and South* Ossia agreed"
    beside = {parse.lower[c] for c in parse.children[doer]}
    several = parse.lemma[doer] in TOGETHER or bool(beside & {"both", "two", "rival", "warring", "opposing"})
    return several and parse.tag[doer] in ("NNS", "NNPS")


def marks_of(scene: Scene, clause: Clause, sense: Sense, matter: Matter) -> Iterator[StanceMark]:
    """Make the marks of one clause: one for each holder that is an actor."""
    parse = scene.parse
    below = matter.head if matter.head in scene.clause_at else None
    conditions = conditions_of(parse, clause.verb, below)
    conditions = conditions or _told(scene, clause, sense, matter)
    stance = stance_of(scene, clause, sense, matter, bool(conditions))
    if stance is None:
        return
    cue = parse.span(clause.verb, clause.verb)
    theirs = owners_of(scene, clause, matter.head) if stance == "proposes" else []
    for actor in theirs or holders_of(scene, clause, _holding(clause)):
        inside = matter.span.start <= scene.mentions[actor].head.start < matter.span.end
        if inside and clause.lemma != "confirm" and not theirs:
            continue
        yield StanceMark(
            span=evidence(scene, clause, actor, matter.span),
            cue=cue,
            actor=actor,
            stance=stance,
            about=matter.span,
            conditions=(*conditions, *_attached(scene, clause)),
            toward=matter.toward if matter.toward != actor else None,
            date=_stance_date(scene, clause, matter),
            rule=f"stance.{sense.id}",
        )


def _told(scene: Scene, clause: Clause, sense: Sense, matter: Matter) -> tuple[Span, ...]:
    """The condition told behind the matter of an acceptance, an offer or a proposal."""
    if sense.stance not in ("accepts", "proposes", "offers"):
        return ()
    parse = scene.parse
    end = parse.sentences[parse.sentence[clause.verb]][1]
    found = told_condition(parse, max(clause.verb, parse.words_in(matter.span)[-1]) + 1, end)
    return (found,) if found is not None else ()


def _stance_date(scene: Scene, clause: Clause, matter: Matter) -> int | None:
    """The date of a stance; a day to come that a past verb carries is the matter's ("welcomed talks later this week").

    So is a day before the matter's noun: "reviewed the *1996* accord".
    """
    date = day_of_act(scene, clause.verb)
    if date is not None and matter.span.start <= scene.dates[date].span.start < scene.parse.start[matter.head]:
        return None
    if date is not None and clause.time == "past" and scene.dates[date].tense == "future":
        return None
    return date


def _attached(scene: Scene, clause: Clause) -> Iterator[Span]:
    """The conditions of "rejected it by attaching sweeping conditions", in so far as they are words."""
    for verb in clause.governed("by"):
        inner = scene.clause_at.get(verb)
        if inner is not None and inner.lemma in ATTACHING:
            yield from (scene.parse.subtree(t) for t in inner.things if scene.parse.lemma[t] in ("condition", "demand"))


def evidence(scene: Scene, clause: Clause, actor: int, about: Span) -> Span:
    """The words from the holder to the end of the matter, as far as they stand in the clause's sentence."""
    parse = scene.parse
    first, last = parse.sentences[parse.sentence[clause.verb]]
    sentence = parse.span(first, last - 1)
    parts = [parse.span(clause.verb, clause.verb), about, scene.mentions[actor].span]
    return hull(*(p for p in parts if p in sentence))


def _answer(scene: Scene, found: list[StanceMark]) -> Iterator[StanceMark]:
    """Add the answers without a matter of their own ("..., and Iran agreed"), which take that of the stance before."""
    yield from found
    cues = {m.cue for m in found}
    parse = scene.parse
    for clause in scene.clauses:
        cue = parse.span(clause.verb, clause.verb)
        if clause.lemma not in SHORT_ANSWERS or cue in cues or clause.complements or clause.things or clause.passive:
            continue
        if len(clause.doers) != 1 or clause.doers[0] not in scene.mention_at or _together(scene, clause):
            continue
        asked = [m for m in found if m.cue.end <= cue.start and m.stance in ("proposes", "demands", "offers")]
        same = [m for m in asked if _same_sentence(scene, m.cue, cue)]
        sense = next(
            (s for s in stance_words().verbs.get(clause.lemma, ()) if s.stance in ("accepts", "rejects")), None
        )
        if not same or sense is None:
            continue
        matter = Matter(same[-1].about, clause.verb)
        yield from marks_of(scene, clause, sense, matter)


def _same_sentence(scene: Scene, a: Span, b: Span) -> bool:
    words = scene.parse.words_in
    return scene.parse.sentence[words(a)[0]] == scene.parse.sentence[words(b)[0]]
