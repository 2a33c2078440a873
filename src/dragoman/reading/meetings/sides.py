"""Who takes part in a meeting that a noun names, by the words around: the doers above it, the side left unsaid, its helpers."""

from __future__ import annotations

import re

from dragoman.reading.grammar.clauses import Clause
from dragoman.reading.grammar.modality import SPEECH
from dragoman.reading.meetings.context import Above
from dragoman.reading.meetings.going import going_to
from dragoman.reading.meetings.helping import helpers_of
from dragoman.reading.meetings.needs import LISTENERS, partner_words
from dragoman.reading.meetings.parties import DONE_BY, actors_of, sides_of
from dragoman.reading.meetings.words import meeting_words
from dragoman.reading.scene import Scene
from dragoman.terms.findings import MeetingKind

HOLDING = frozenset(
    "hold have conduct attend join begin start resume continue open conclude end finish propose suggest offer seek want "
    "schedule plan cancel reject refuse decline postpone discuss agree accept demand request arrange prepare enter complete "
    "boycott skip host chair lead pay make kick_off call_off preside".replace("_", " ").split()
) | {"call off", "kick off", "walk out", "pull out", "wrap up", "take part", "participate", "engage"}
HOSTS = frozenset({"host", "convene", "organise", "organize"})
HELPING = frozenset({"mediate", "broker", "facilitate", "chair"})
JOINT = frozenset(
    "agree sign reach discuss exchange resolve fail struggle settle conclude strike differ disagree adjourn".split()
) | {"hammer out", "work out"}
"""What those do together who sit in one meeting: "*failed* to agree during the second round"."""
SPEAKING = frozenset({"tell", "brief", "inform", "speak"})
"""What somebody who sits in a meeting does with one who sits there too; whom he thanks, warns or urges may be far away."""
ADDRESSING = SPEAKING | frozenset(
    "urge thank warn assure ask congratulate press remind promise invite reassure update pressure encourage".split()
)
"""What somebody does in a call with the one who is at its other end."""
TAKING_UP = frozenset({"hold", "begin", "start", "resume", "continue", "conclude", "end", "finish", "restart", "renew"})
"""What sides do together with talks that are told already: "Peru and Chile *resumed* the talks"."""
ENGAGED = frozenset({"engage", "involve", "involved", "lock", "embroil"})
"""What is said of those who sit in talks: "have been *engaged* in talks"."""
TAKING_PART = ENGAGED | frozenset({"be", "remain", "participate", "take part"})
SPOKEN = re.compile(
    r"spokes(?:man|woman|person|people)|press secretary|reporter|analyst|source|economist|observer|commentator|trader|columnist",
    re.IGNORECASE,
)
"""Offices of those who tell of meetings in which they do not sit."""
ATTENDING = frozenset({"attend", "join", "boycott", "skip"})
GROUPS = re.compile(r"[GPED]-?\d{1,2}")
POINTERS = frozenset({"the", "these", "those", "this", "that", "such"})


def _state_at(scene: Scene, clause: Clause) -> list[int]:
    """The state to which the way leads: "travelled to *Egypt* for talks"."""
    found = [scene.mention_at[w] for w in clause.governed("to", "in") if w in scene.mention_at]
    return [m for m in found if scene.mentions[m].cue == "state"]


def with_partner(scene: Scene, noun: int) -> bool:
    """Whether a noun names one side only, after "with", and no owner."""
    parse = scene.parse
    return any(parse.lower[c] == "with" for c in parse.kids(noun, "prep")) and not any(
        p in scene.mention_at for p in parse.kids(noun, "poss")
    )


def other_side(scene: Scene, noun: int, above: Above, partner: int) -> list[int]:
    """The side that "talks with X" leaves unsaid: the speaker of the words, else the nearest doer above."""
    speaker = scene.speaker_at(noun)
    if speaker is not None and speaker != partner:
        return [speaker]
    clause = above.clause
    while clause is not None:
        told = clause.things if clause.passive and not clause.doers and clause is above.clause else clause.doers
        doers = [m for m in sides_of(scene, told) if m not in (partner, scene.mention_at.get(noun))]
        if doers and clause.lemma not in HOSTS | HELPING:
            return [] if any(SPOKEN.search(scene.mentions[m].role or scene.mentions[m].noun) for m in doers) else doers
        clause = scene.clause_at[clause.above] if clause.above is not None else None
    return []


def helpers(scene: Scene, nouns: list[int], above: Above) -> tuple[list[int], list[int]]:
    """The mediators and hosts named with the nouns or as doers of "host", "mediate" above them."""
    mediators: list[int] = []
    hosts: list[int] = []
    for n in nouns:
        more, others = helpers_of(scene, n)
        mediators += more
        hosts += others
    clause = above.clause
    if clause is not None and not above.prep and clause.lemma in HOSTS | HELPING:
        (hosts if clause.lemma in HOSTS else mediators).extend(sides_of(scene, clause.doers))
    if clause is not None and not above.prep:
        mediators += sides_of(scene, clause.governed("through", "via"))
        for below in (scene.clause_at[c] for c in scene.parse.kids(clause.verb, "advcl") if c in scene.clause_at):
            mediators += sides_of(scene, below.doers) if below.passive and below.lemma in HELPING else []
    return list(dict.fromkeys(mediators)), list(dict.fromkeys(hosts))


def with_doers(scene: Scene, kind: MeetingKind, noun: int, above: Above, parties: list[int]) -> list[int]:
    """Add the doers of the clause: "Peru held talks with Chile", "in a call with the emir, the king said"."""
    clause, parse = above.clause, scene.parse
    if clause is None or above.subject or (len(parties) > 1 and not only_partners(scene, noun, parties)):
        return parties or (_in_headline(scene, noun) if clause is None and above.prep == "in" else [])
    owners = [*actors_of(scene, parse.kids(noun, "poss")), *_made_by(scene, noun)]
    apart = _of_another(scene, above, owners) if kind == "visit" else above.prep == "beside"
    if apart or above.prep == "beside":
        return parties if apart else _traveller(scene, clause, parties)
    undergone = clause.passive and (
        clause.lemma in ENGAGED
        or (kind == "visit" and above.prep in ("during", "on"))
        or (kind == "call" and clause.lemma in SPEECH)
    )
    doers = sides_of(scene, clause.things if undergone else clause.doers)
    undone = not above.prep and meeting_words().status.get(clause.lemma) in ("cancelled", "declined", "postponed")
    takes = (
        undone
        or clause.lemma in HOLDING
        or above.prep in ("in", "on", "during", "after", "following", "at", "into", "to", "from", "for")
    )
    partner = any(parse.lower[c] in ("with", "to", "of") for c in parse.kids(noun, "prep"))
    if clause.lemma == "invite" and above.prep in ("for", "to") and clause.things:
        return list(dict.fromkeys([*doers, *sides_of(scene, clause.things), *parties]))
    if clause.lemma in HOSTS | HELPING or not takes or (not parties and _only_speaks_of(above, clause)):
        return parties
    if not above.prep and (whole := _going_there(clause, parties, doers, undone=undone, owned=bool(owners))):
        return whole
    inner = ("in", "at", "during", "after", "following", *(("on",) if kind == "call" else ()))
    if not parties and above.prep in inner and len(told := _told_inside(scene, clause, above.prep, kind)) > 1:
        return told
    if points_back(scene, noun) and kind != "visit" and not (partner and parties):
        return parties
    inside = above.prep in ("in", "during", "after", "following", "at", "on") and not _takes_part(scene, clause)
    if inside and not (partner and parties) and kind not in ("visit", "call"):
        return doers if kind == "summit" and not parties and _leaders(scene, doers) else parties
    if owners and kind != "visit" and partner:
        return parties
    if going_to(scene, above) and kind in ("talks", "other", "summit") and not parties and doers:
        return [*doers, *_state_at(scene, clause)]
    if above.prep == "for" and kind != "visit" and not (going_to(scene, above) and partner and parties):
        return parties
    partners = sides_of(scene, clause.governed("with")) if clause.lemma in HOLDING else []
    return list(dict.fromkeys([*doers, *parties, *_offering(scene, above), *partners]))


def _only_speaks_of(above: Above, clause: Clause) -> bool:
    """Whether somebody discusses talks, or works on them, who need not sit in them: "is *working* to resume the talks"."""
    return not above.prep and (clause.lemma == "discuss" or clause.under[:1] == ("work",))


def _made_by(scene: Scene, noun: int) -> list[int]:
    """Who makes a visit told with "by": "called off a visit *by the premier*"."""
    parse = scene.parse
    made = parse.lemma[noun] in DONE_BY and parse.tag[noun] == "NN"
    by = [c for c in parse.kids(noun, "prep", "agent") if made and parse.lower[c] == "by"]
    return [m for c in by for m in actors_of(scene, parse.kids(c, "pobj"))]


def _of_another(scene: Scene, above: Above, owners: list[int]) -> bool:
    """Whether a visit is told with its visitor, who need not be the doer: "called *his* visit a success", "during *Ruiz's* visit"."""
    return bool(owners) and (not above.prep or any(scene.mentions[m].form != "pronoun" for m in owners))


def _going_there(clause: Clause, parties: list[int], doers: list[int], *, undone: bool, owned: bool) -> list[int]:
    """Who goes on with talks together ("Peru and Chile *resumed* the talks") or sits in them ("Peru *attended* the talks")."""
    if not parties and len(doers) > 1 and (undone or clause.lemma in TAKING_UP):
        return doers
    return list(dict.fromkeys([*doers, *parties])) if doers and clause.lemma in ATTENDING and not owned else []


def _in_headline(scene: Scene, noun: int) -> list[int]:
    """The sides of a headline without a verb: "*Norland*, *Tavia* in talks over the border"."""
    parse = scene.parse
    top = parse.head[parse.head[noun]]
    while parse.dep[top] == "appos":
        top = parse.head[top]
    if parse.dep[top] != "ROOT" or parse.sentences[parse.sentence[top]][0] != parse.left[top]:
        return []
    found = sides_of(scene, [*scene.conjuncts(top), *parse.kids(top, "appos")])
    return found if len(found) > 1 else []


def _takes_part(scene: Scene, clause: Clause) -> bool:
    """Whether a clause tells who sits in a meeting: "are in talks", "took part in two days of talks"."""
    part = clause.lemma == "take" and any(scene.parse.lower[t] == "part" for t in clause.things)
    return part or clause.lemma in TAKING_PART


def _leaders(scene: Scene, doers: list[int]) -> bool:
    """Whether leaders or ministers together do something at a summit, which then is theirs: "EU *leaders* agreed at a summit"."""
    told = [scene.mentions[m] for m in doers]
    return bool(told) and all(m.plural and m.office in ("leader", "minister", "president") for m in told)


def _offering(scene: Scene, above: Above) -> list[int]:
    """Whose offer or call a meeting is: "an offer *by Peru*", "*Peru*'s call for talks"."""
    parse = scene.parse
    by = [
        m
        for h in above.holders
        for c in parse.kids(h, "prep")
        if parse.lower[c] in ("by", "from")
        for m in actors_of(scene, parse.kids(c, "pobj"))
    ]
    return by + [m for h in above.holders for m in actors_of(scene, parse.kids(h, "poss"))]


def _traveller(scene: Scene, clause: Clause, parties: list[int]) -> list[int]:
    """Who is on a visit beside which something is said: "*she* said during her visit to Peru"."""
    return list(dict.fromkeys([*sides_of(scene, clause.doers), *parties]))


def _told_inside(scene: Scene, clause: Clause, prep: str, kind: MeetingKind) -> list[int]:
    """Those who speak with each other inside a meeting that names nobody: "at a meeting in Doha, *A* told *B*"."""
    joint = [*clause.doers, *partner_words(scene, clause)]
    if (clause.lemma in JOINT or _as_one(scene, clause)) and len(sides := sides_of(scene, joint)) > 1:
        return sides
    if clause.lemma not in (ADDRESSING if kind == "call" else SPEAKING) or prep in ("after", "following"):
        return []
    told = sides_of(scene, [*clause.recipients, *clause.things, *clause.governed("with", "to")])
    persons = all(scene.mentions[m].kind == "person" and scene.mentions[m].noun not in LISTENERS for m in told)
    return [*sides_of(scene, clause.doers), *told] if persons else []


def _as_one(scene: Scene, clause: Clause) -> bool:
    """Whether sides told together speak as one: "at a meeting in Lund *Norland and Tavia* said that …"; not what each may do alone."""
    sides = sides_of(scene, clause.doers)
    return clause.lemma in SPEECH and not clause.negated and all(scene.mentions[m].kind != "person" for m in sides)


def only_partners(scene: Scene, noun: int, parties: list[int]) -> bool:
    """Whether all sides told with a noun stand after "with", so that their partner is told elsewhere."""
    parse = scene.parse
    partners = {
        m for c in parse.kids(noun, "prep") if parse.lower[c] == "with" for m in actors_of(scene, parse.kids(c, "pobj"))
    }
    return bool(parties) and set(parties) <= partners


def points_back(scene: Scene, noun: int) -> bool:
    """Whether a noun points to a meeting told before: "the talks", "their meeting", "Friday's summit"."""
    parse = scene.parse
    if parse.lemma[noun] == "table" or any(parse.lower[c] == "first" for c in parse.kids(noun, "amod")):
        return False
    if any(GROUPS.fullmatch(parse.word[c]) for c in parse.kids(noun, "compound", "nmod", "amod")):
        return False  # "the G20 summit" is that of its members
    owners = [c for c in parse.kids(noun, "poss") if c not in scene.mention_at]
    return any(parse.lower[c] in POINTERS for c in parse.kids(noun, "det")) or bool(owners)
