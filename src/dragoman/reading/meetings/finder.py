"""Finds meetings: talks, summits, calls and visits, in verbs ("met", "will hold talks") and in nouns ("the talks in Oslo")."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dragoman.reading.attach import date_of, near_place, place_of
from dragoman.reading.grammar.clauses import Clause
from dragoman.reading.lending import day_of_act
from dragoman.reading.marks import MeetingMark
from dragoman.reading.meetings.frames import awaited, denied_report, ready, wished
from dragoman.reading.meetings.going import destination, on_way, place_where, way_status
from dragoman.reading.meetings.moves import apart, days_joined
from dragoman.reading.meetings.needs import (
    PARTNER_PREPS,
    PHONES,
    by_phone,
    fits_needs,
    in_sport,
    partner_words,
    to_press,
)
from dragoman.reading.meetings.nouns import find_noun_meetings
from dragoman.reading.meetings.parties import sides_of
from dragoman.reading.meetings.rounds import find_rounds
from dragoman.reading.meetings.status import TAKING_UP, refused_above, verb_status
from dragoman.reading.meetings.travels import find_travels
from dragoman.reading.meetings.where import aside
from dragoman.reading.meetings.words import kind_of_noun, meeting_words
from dragoman.reading.scene import Scene
from dragoman.reading.teams.levels import RANK, level_of
from dragoman.terms.findings import Level, MeetingKind, MeetingStatus
from dragoman.terms.span import Span, hull

TRANSITIVE = frozenset({"meet", "hold", "visit", "tour", "gather", "convene", "negotiate", "consult"})
INVITATIONS = frozenset({"invitation", "offer", "proposal", "request"})
ONE_ANOTHER = frozenset({"face", "each", "one", "time", "themselves"})
PAIRS = frozenset({"two", "both", "pair", "duo", "three", "trio"})
TALKING = frozenset({"talk", "confer", "consult", "negotiate", "discuss", "exchange"})
ERRANDS = frozenset({"carry", "deliver", "take", "hand", "present"})
LOOSE = frozenset({"discuss", "exchange"})
GREETING = frozenset({"welcome", "greet"})
TIMES = frozenset(
    {"morning", "afternoon", "evening", "night", "noon", "midnight", "today", "tomorrow", "yesterday", "tonight"}
)
TWO = 2


def find_meetings(scene: Scene) -> tuple[MeetingMark, ...]:
    """Find the meetings of a text, in its order; none in a text that is about no negotiation."""
    if not scene.is_negotiation:
        return ()
    told = [*_verb_meetings(scene), *find_noun_meetings(scene)]
    found = [*(m for one in told for m in _by_day(scene, one)), *find_rounds(scene), *find_travels(scene)]
    return tuple(sorted(found, key=lambda m: (m.cue, m.span)))


def _by_day(scene: Scene, mark: MeetingMark) -> Iterator[MeetingMark]:
    """One mark for each of several days that lie apart; the days of one meeting that lasted two are its first and last."""
    days = days_joined(scene, mark.date)
    if apart(scene, days):
        yield from (replace(mark, date=day) for day in days)
    else:
        yield replace(mark, date=days[0], last=days[-1]) if len(days) == TWO else mark


def _verb_meetings(scene: Scene) -> Iterator[MeetingMark]:
    verbs = meeting_words().verbs
    for clause in scene.clauses:
        entry = verbs.get(clause.lemma)
        if entry is None or clause.kind != "verb":
            continue
        kind, needs = entry
        if (
            (needs and not fits_needs(scene, clause, needs))
            or _aim_of_meeting(scene, clause)
            or _told_by_noun(scene, clause)
        ):
            continue
        mark = _from_verb(scene, clause, kind)
        if mark is not None:
            yield from _apart(scene, clause, mark)


def _apart(scene: Scene, clause: Clause, mark: MeetingMark) -> Iterator[MeetingMark]:
    """One mark for each partner of "met separately with A and B", else the mark itself."""
    words = [*clause.things, *partner_words(scene, clause)]
    after = [p for p in dict.fromkeys(scene.mention_at.get(w) for w in words) if p in mark.parties]
    if len(after) < 2 or not any(scene.parse.lower[c] == "separately" for c in scene.parse.children[clause.verb]):
        yield mark
        return
    for partner in after:
        yield replace(mark, parties=tuple(p for p in mark.parties if p == partner or p not in after))


def _aim_of_meeting(scene: Scene, clause: Clause) -> bool:
    """Whether a verb only tells what another meeting is for: "met *to talk* about the map"."""
    above = scene.clause_at.get(clause.above) if clause.above is not None else None
    aim = scene.parse.tag[clause.verb] == "VB" and scene.parse.dep[clause.verb] in ("advcl", "xcomp")
    if above is None or not aim or partner_words(scene, clause):
        return False
    met = above.lemma in meeting_words().verbs and meeting_words().verbs[above.lemma][0] == "talks"
    return met or any(kind_of_noun(scene.parse, t) is not None for t in above.things)


def _told_by_noun(scene: Scene, clause: Clause) -> bool:
    """Whether the meeting in which something was discussed is told by its noun: "discussed the map *in a phone call*"."""
    inside = clause.governed("in", "during", "at", "over") if clause.lemma in LOOSE else []
    return any(kind_of_noun(scene.parse, w) in ("call", "talks") for w in inside)


def _from_verb(scene: Scene, clause: Clause, kind: MeetingKind) -> MeetingMark | None:
    """The mark of one verb: at least two parties, or a party and a place or a day."""
    parse = scene.parse
    parties, helper, between = _who(scene, clause)
    if _of_things(scene, clause) or in_sport(scene, clause) or (clause.negated and _until_now(scene, clause)):
        return None
    if kind == "talks" and clause.lemma in TALKING and by_phone(scene, clause):
        kind = "call"
    status = _status(scene, clause)
    if clause.lemma in ("meet", "negotiate", "talk") and status in ("cancelled", "denied") and not parties:
        return None
    date, place = _when_and_where(scene, clause)
    if clause.lemma in GREETING | ERRANDS and place is None and date is None:
        return None
    pair = kind == "talks" and not parties and any(parse.lower[d] in PAIRS for d in _subjects(scene, clause))
    alone = len(parties) == 1 and not _plural(scene, clause) and place is None and date is None
    alone = alone or (len(parties) == 1 and clause.lemma == "talk" and not _plural(scene, clause))
    if status is None or (not parties and not pair) or alone or to_press(scene, clause):
        return None
    way = on_way(scene, clause)
    if way is not None:
        status = way_status(way)
        place = place or destination(scene, way)
        date = date_of(scene, way.verb) if date is None and way.time != "past" else date
    if kind == "visit":
        place = next((scene.places[t] for t in (*clause.things, *clause.governed("to")) if t in scene.places), place)
    return MeetingMark(
        span=hull(meeting_span(scene, clause.verb, parties, place), *_told_behind(scene, clause)),
        cue=parse.span(clause.verb, clause.verb),
        kind=kind,
        status=status,
        parties=tuple(parties),
        host=helper if clause.lemma == "bring" else None,
        mediators=(helper,) if helper is not None and between else (),
        place=place,
        date=date,
        again=pair,
        level=level_among(scene, parties, [*clause.doers, *clause.governed(*PARTNER_PREPS)]),
        rule=f"meeting.verb.{clause.lemma}",
    )


def _told_behind(scene: Scene, clause: Clause) -> list[Span]:
    """The words behind a verb that tell with it that it is a meeting: what is discussed, and by phone."""
    parse, words = scene.parse, clause.things if clause.lemma in LOOSE else ()
    phones = (w for w in clause.governed("by", "on", "via", "over") if parse.lower[w] in PHONES)
    return [parse.span(w, w) for w in (*words, *phones) if clause.verb < w <= parse.right[clause.verb]]


def _who(scene: Scene, clause: Clause) -> tuple[list[int], int | None, bool]:
    """The parties that a verb tells, who brings them together, and whether they are told "between"."""
    doers = sides_of(scene, clause.doers) or _invited(scene, clause) or _owners_of_doing(scene, clause)
    things = _named_things(scene, clause)
    partners = sides_of(scene, [*things, *partner_words(scene, clause)])
    between = sides_of(scene, clause.governed("between"))
    helper = doers[0] if doers and (clause.lemma == "bring" or between) else None
    if clause.lemma in ERRANDS:
        partners = sides_of(scene, clause.governed("to"))
    if clause.lemma in ("send", "dispatch"):
        partners = [
            *_sent_persons(scene, things),
            *sides_of(scene, (w for w in clause.governed("to") if not _town(scene, w))),
        ]
    parties = between or (partners if helper is not None else doers + partners)
    return list(dict.fromkeys(parties)), helper, bool(between)


def _told_things(scene: Scene, clause: Clause) -> list[int]:
    return [t for t in clause.things if scene.parse.word[t][:1].isalnum() and not _of_time(scene, t)]


def _named_things(scene: Scene, clause: Clause) -> list[int]:
    told = (t for t in _told_things(scene, clause) if scene.parse.dep[t] != "npadvmod")
    return [n for t in told if (n := scene.named(t)) in scene.mention_at]


def _of_things(scene: Scene, clause: Clause) -> bool:
    """Whether what is met or visited is no actor: "met the deadline", "met *no* resistance"."""
    parse, told = scene.parse, _told_things(scene, clause)
    if clause.lemma not in TRANSITIVE or not told:
        return False
    if any(parse.lower[d] == "no" for t in told for d in parse.kids(t, "det")):
        return True
    return not _named_things(scene, clause) and not any(parse.lower[t] in ONE_ANOTHER for t in told)


def _status(scene: Scene, clause: Clause) -> MeetingStatus | None:
    """What the verb, its mood and the frame around it say of the meeting."""
    status = verb_status(clause, scene.clause_at.get(clause.above) if clause.above is not None else None)
    status = "held" if status == "scheduled" and _over(scene, clause) else status
    if status in ("held", "under-way", "scheduled") and (wished(scene, clause) or ready(scene, clause)):
        status = status if _taken_up(scene, clause) else "proposed"
    status = awaited(scene, clause) or status
    return "denied" if denied_report(scene, clause) else refused_above(scene, clause) or status


def _sent_persons(scene: Scene, things: list[int]) -> list[int]:
    """The persons by name who are sent: "sent *Foreign Minister Ruiz* to Quito"."""
    named = [scene.mention_at[t] for t in things if t in scene.mention_at]
    return [m for m in named if scene.mentions[m].kind == "person" and scene.mentions[m].form == "name"]


def _town(scene: Scene, word: int) -> bool:
    """Whether a word names where somebody goes, and not to whom: a capital, a town."""
    mention = scene.mention_at.get(word)
    return word in scene.places and (mention is None or scene.mentions[mention].cue == "capital")


def _place(scene: Scene, clause: Clause) -> Span | None:
    """Where somebody meets; the places of what is discussed are not those where it is."""
    if clause.lemma in LOOSE:
        return near_place(scene, clause.verb)
    return place_of(scene, clause.verb) or place_where(scene, clause)


def _when_and_where(scene: Scene, clause: Clause) -> tuple[int | None, Span | None]:
    """The day and the place of what a verb tells, else those of the gathering on whose sidelines it was."""
    date, (beside_date, beside_place) = day_of_act(scene, clause.verb), aside(scene, clause)
    return beside_date if date is None else date, _place(scene, clause) or beside_place


def _taken_up(scene: Scene, clause: Clause) -> bool:
    """Whether an invitation to a meeting is taken up: "*accepted* an invitation to meet"."""
    above = scene.clause_at.get(clause.above) if clause.above is not None else None
    return above is not None and above.lemma in TAKING_UP


def _over(scene: Scene, clause: Clause) -> bool:
    """Whether a meeting is over when something else was done: "left after *meeting* the king"."""
    parse, above = scene.parse, scene.clause_at.get(clause.above) if clause.above is not None else None
    after = parse.dep[clause.verb] == "pcomp" and parse.lower[parse.head[clause.verb]] in (
        "after",
        "following",
        "since",
    )
    return after and above is not None and above.time in ("past", "present")


def _owners_of_doing(scene: Scene, clause: Clause) -> list[int]:
    """Whose deeds or mood hang on a meeting: "since meeting the bishop, the *mayor*'s tone has softened"."""
    if scene.parse.dep[clause.verb] != "pcomp":
        return []
    return sides_of(scene, [o for d in clause.doers for o in scene.parse.kids(d, "poss")])


def _of_time(scene: Scene, word: int) -> bool:
    """Whether an object is a time of day or a date: "will meet Monday *evening*"."""
    at = scene.parse.start[word]
    return scene.parse.lower[word] in TIMES or any(d.span.start <= at < d.span.end for d in scene.dates)


def _until_now(scene: Scene, clause: Clause) -> bool:
    """Whether a clause tells of a time without meetings: "have not met since March"."""
    return any(
        scene.parse.lemma[c] == "have" and scene.parse.tag[c] != "VBD" for c in scene.parse.kids(clause.verb, "aux")
    )


def _invited(scene: Scene, clause: Clause) -> list[int]:
    """Who takes up an invitation or offer: "*the premier* accepted an invitation to meet the king"."""
    parse = scene.parse
    above = scene.clause_at.get(clause.above) if clause.above is not None else None
    if (
        above is None
        or parse.dep[clause.verb] not in ("acl", "relcl")
        or parse.lemma[parse.head[clause.verb]] not in INVITATIONS
    ):
        return []
    return sides_of(scene, above.doers) if above.lemma in ("accept", "decline", "reject", "refuse", "turn down") else []


def _subjects(scene: Scene, clause: Clause) -> list[int]:
    return [*clause.doers, *scene.parse.kids(clause.verb, "nsubj")]


def _plural(scene: Scene, clause: Clause) -> bool:
    return any(
        scene.parse.tag[d] in ("NNS", "NNPS") or scene.parse.lower[d] in ("they", "we", "both") for d in clause.doers
    )


def meeting_span(scene: Scene, word: int, parties: list[int], place: Span | None) -> Span:
    """The words that tell a meeting: its word, and the parties and the place as far as they stand near in the sentence."""
    parse = scene.parse
    first, last = parse.sentences[parse.sentence[word]]
    sentence, here = parse.span(first, last - 1), parse.span(word, word)
    near = [scene.mentions[m].span for m in parties] + ([place] if place is not None else [])
    return hull(here, *(s for s in near if s in sentence and abs(s.start - here.start) < 200))


def level_among(scene: Scene, parties: list[int], words: list[int]) -> Level | None:
    """The lowest of the levels that the parties' offices name, where each of them names one or a plural office does."""
    levels = [level_of(role) for m in parties if (role := scene.mentions[m].role)]
    plural = [level_of(scene.parse.lower[w]) for w in words if scene.parse.tag[w] == "NNS"]
    known = [x for x in levels if x is not None]
    if (known and len(known) == len(parties)) or (known and len(parties) == len(levels)):
        return max(known, key=RANK.index)
    return next((x for x in plural if x is not None), None)
