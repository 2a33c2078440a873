"""Finds meetings that stand in nouns: what the noun names, who is named with it, and what the words above say of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dragoman.reading.attach import date_of, near_place, place_of
from dragoman.reading.grammar.clauses import Clause
from dragoman.reading.grammar.phrases import noun_phrase
from dragoman.reading.lending import day_behind, day_of_act
from dragoman.reading.marks import MeetingMark
from dragoman.reading.meetings.adjectives import COMING, GONE
from dragoman.reading.meetings.context import Above, climb, told_status
from dragoman.reading.meetings.going import ARRIVING, destination, goes_ahead, going_to, on_way, way_status
from dragoman.reading.meetings.helping import only_helps
from dragoman.reading.meetings.moves import SETTING, moved_days, planned
from dragoman.reading.meetings.parties import actors_of, noun_parties, sides_of, venue
from dragoman.reading.meetings.passing import PASSING, by_the_way, in_passing
from dragoman.reading.meetings.sameday import day_beside, narrower, of_matter, own_day
from dragoman.reading.meetings.sides import (
    HOLDING,
    HOSTS,
    JOINT,
    helpers,
    only_partners,
    other_side,
    points_back,
    with_doers,
    with_partner,
)
from dragoman.reading.meetings.where import LEAVING, aside, left_place, place_of_clause, visited
from dragoman.reading.meetings.words import is_bare, kind_of_noun, meeting_words, on_other_matter
from dragoman.reading.occasions import day_begun
from dragoman.reading.scene import Scene
from dragoman.reading.teams.levels import RANK, level_of
from dragoman.terms.findings import Level, MeetingKind
from dragoman.terms.span import Span, hull

RESUMING = frozenset({"resume", "continue", "reconvene", "restart", "reopen"})
PARTAKING = frozenset({"take", "participate", "join", "attend", "engage"})
SPELLS = frozenset({"day", "hour", "week", "month", "year", "time"})
COUNTED = frozenset(
    "first several previous earlier last latest past recent initial both many numerous multiple".split()
)
AGAIN = frozenset(
    "second third fourth fifth sixth seventh eighth next another further new fresh trilateral bilateral".split()
)


def find_noun_meetings(scene: Scene) -> Iterator[MeetingMark]:
    """Find the meetings that nouns name. A noun below another meeting noun ("a round of talks") is told by that one."""
    parse = scene.parse
    for noun in range(len(parse)):
        kind = kind_of_noun(parse, noun)
        if kind is None or _inside_other(scene, noun) or only_helps(scene, noun):
            continue
        mark = _from_noun(scene, noun, kind)
        if mark is not None:
            yield from _apart(scene, noun, mark)


def _apart(scene: Scene, noun: int, mark: MeetingMark) -> Iterator[MeetingMark]:
    """One mark for each partner of "separate talks with A and B", else the mark itself."""
    parse = scene.parse
    separate = any(parse.lower[c] in ("separate", "bilateral", "individual") for c in parse.kids(noun, "amod"))
    after = [
        m for c in parse.kids(noun, "prep") if parse.lower[c] == "with" for m in actors_of(scene, parse.kids(c, "pobj"))
    ]
    if not separate or len(after) < 2 or not set(after) <= set(mark.parties):
        yield mark
        return
    for partner in after:
        yield replace(mark, parties=tuple(p for p in mark.parties if p == partner or p not in after))


def _inside_other(scene: Scene, noun: int) -> bool:
    """Whether the noun only modifies another one: "talks venue", or stands below a round of talks."""
    parse = scene.parse
    if parse.dep[noun] in ("compound", "nmod", "amod", "poss"):
        return True
    up = parse.head[noun]
    return (
        parse.dep[noun] == "pobj"
        and parse.lower[up] in ("of", "at")
        and kind_of_noun(parse, parse.head[up]) is not None
    )


def _from_noun(scene: Scene, noun: int, kind: MeetingKind) -> MeetingMark | None:
    parse = scene.parse
    above = climb(scene, noun)
    status = told_status(scene, noun, above, kind)
    passing = status is not None and in_passing(scene, noun, above)
    if status is None or (kind == "signing" and (above.prep or not (above.subject or above.clause_lemma in HOLDING))):
        return None
    below = [o for c in parse.kids(noun, "prep") if parse.lower[c] == "of" for o in parse.kids(c, "pobj")]
    nouns = [noun, *above.holders, *(o for o in below if kind_of_noun(parse, o) is not None)]
    parties, mediators, hosts = _who(scene, kind, nouns, above)
    date, place = _when_and_where(scene, nouns, kind, above)
    if kind == "visit":
        place, parties, there = visited(scene, noun, place, parties)
        hosts = hosts or there
    aim = above.clause is not None and (not above.prep or above.clause.lemma in PARTAKING)
    way = on_way(scene, above.clause) if above.clause is not None and aim else None
    status = way_status(way) if way is not None else by_the_way(status, above) if passing else status
    before, after = moved_days(scene, noun, None if above.prep else above.clause, status)
    if after is not None:
        date = after
        status = "scheduled" if status in ("postponed", "held") or before is not None else status
    elif before is not None:
        date = before
    back = above.prep != "beside" and (len(parties) < 2 or date is None)
    back = back and (points_back(scene, noun) or venue(scene, noun) is not None)
    return MeetingMark(
        span=_span(scene, noun, above, parties, place),
        cue=parse.span(noun, noun),
        kind=kind,
        status=status,
        parties=tuple(parties),
        host=hosts[0] if hosts else None,
        mediators=tuple(mediators),
        place=place,
        date=date,
        moved_from=before if after is not None else None,
        date_ahead=_date_ahead(scene, noun, above) if date is None else None,
        level=_level(scene, noun, parties),
        back=back and not (venue(scene, noun) is None and _told_apart(scene, noun, place, date, parties)),
        again=_is_again(scene, noun, above, parties),
        bare=is_bare(parse, noun),
        dated=date is not None and date == own_day(scene, nouns) and scene.dates[date].span.start < parse.start[noun],
        apart=on_other_matter(parse, noun),
        rule=_rule(scene, noun, above, passing=passing),
    )


def _rule(scene: Scene, noun: int, above: Above, *, passing: bool) -> str:
    """By what a meeting is found; where its words tell it in passing, the rule says so."""
    if goes_ahead(scene, above):
        return "meeting.goes-ahead"
    return f"{PASSING if passing else 'meeting.noun'}.{scene.parse.lemma[noun]}"


def _who(scene: Scene, kind: MeetingKind, nouns: list[int], above: Above) -> tuple[list[int], list[int], list[int]]:
    """The parties, mediators and hosts that the nouns and the clause above them name."""
    noun = nouns[0]
    parties = list(dict.fromkeys(m for n in nouns for m in noun_parties(scene, n)))
    if above.clause is not None and len(parties) < 2 and (above.subject or not above.prep):
        parties = list(
            dict.fromkeys([*parties, *sides_of(scene, above.clause.governed("between", "among", "involving"))])
        )
    parties = with_doers(scene, kind, noun, above, parties)
    mediators, hosts = helpers(scene, [n for n in nouns if n not in above.holders], above)
    if parties and with_partner(scene, noun) and only_partners(scene, noun, parties):
        parties = [*other_side(scene, noun, above, parties[0]), *parties]
    return [p for p in parties if p not in mediators and p not in hosts], mediators, hosts


def _when_and_where(scene: Scene, nouns: list[int], kind: MeetingKind, above: Above) -> tuple[int | None, Span | None]:
    """The date phrase and the place of a meeting: those of its nouns, of a plan told of them, of the clause above."""
    date = own_day(scene, nouns)
    place = next((p for n in nouns if n not in above.holders and (p := place_of(scene, n)) is not None), None)
    if place is None:
        place = next((scene.places.get(v) for n in nouns if (v := venue(scene, n)) is not None), None)
    plan_date, plan_place = planned(scene, nouns)
    date, place = narrower(scene, date, plan_date), plan_place or place
    date = day_begun(scene, nouns[0]) if date is None else date
    if date is None and (above.prep or any(scene.parse.dep[c] == "prep" for c in scene.parse.children[nouns[0]])):
        date = day_behind(scene, nouns[0])
    if above.clause is None:
        return date, place
    clause_date, clause_place = _of_clause(scene, nouns[0], kind, above, above.clause)
    clause_date = None if of_matter(scene, nouns[0], clause_date) else clause_date
    if clause_place is not None and going_to(scene, above):
        place = clause_place
    date = clause_date if date is None else date
    return day_beside(scene, nouns) if date is None else date, place or clause_place


def _of_clause(
    scene: Scene, noun: int, kind: MeetingKind, above: Above, clause: Clause
) -> tuple[int | None, Span | None]:
    """The date and the place that the clause above gives to its meeting."""
    date = day_of_act(scene, clause.verb)
    if going_to(scene, above):
        arrived = clause.time == "past" and clause.lemma in ARRIVING and kind != "visit"
        return None if arrived else date, destination(scene, clause)
    if above.prep in ("in", "during", "at") and clause.lemma in JOINT and not clause.modal:
        return date, near_place(scene, clause.verb)
    if above.prep and clause.lemma in PARTAKING and (way := on_way(scene, clause)) is not None:
        return date_of(scene, way.verb) if way.time != "past" else None, destination(scene, way)
    if above.prep in ("after", "following") and clause.lemma in LEAVING:
        return date, left_place(scene, clause)
    if above.prep == "beside" or not (above.subject or clause.lemma in HOLDING | HOSTS or not above.prep):
        during = above.prep in ("in", "during") and (kind == "call" or clause.lemma == "come")
        return date if during else None, None
    own = _dates_meeting(clause) and not _beside_other(scene, noun, clause)
    date = date if own or (kind == "call" and above.prep in ("in", "during")) else None
    place = place_of_clause(scene, clause, above)
    way = on_way(scene, clause)
    if above.prep != "beside":
        beside_date, beside_place = aside(scene, clause)
        date, place = beside_date if date is None else date, place or beside_place
    if clause.lemma == "invite" and place is None:
        place = next((scene.places[w] for w in clause.governed("to") if w in scene.places), None)
    if clause.lemma == "host" and place is None:
        place = next((scene.places[w] for w in clause.doers if w in scene.places), None)
    if way is None or above.prep:
        return date, place
    return date_of(scene, way.verb) if date is None and way.time != "past" else date, place or destination(scene, way)


def _date_ahead(scene: Scene, noun: int, above: Above) -> int | None:
    """The date behind a meeting that the grammar hung on the verb of words about it: "proposed talks *on June 12*"."""
    if above.clause is None or above.prep not in ("", "to", "for") or above.subject:
        return None
    date = date_of(scene, above.clause.verb)
    behind = date is not None and scene.dates[date].span.start > scene.parse.end[noun]
    return date if behind and not _beside_other(scene, noun, above.clause) else None


def _is_again(scene: Scene, noun: int, above: Above, parties: list[int]) -> bool:
    """Whether it is one more meeting of those told before: "the talks resumed", "a second round"."""
    resumed = above.clause_lemma in RESUMING and not above.prep and not parties
    if not parties and _counted_rounds(scene, noun):
        return True
    words = [n for n in (noun, *above.holders) if scene.parse.lemma[n] not in SPELLS]
    return resumed or (
        len(parties) < 2 and any(scene.parse.lower[c] in AGAIN for n in words for c in scene.parse.children[n])
    )


def _counted_rounds(scene: Scene, noun: int) -> bool:
    """Whether rounds of talks are counted that nothing tells apart: "*several* rounds of talks", "the *first* round of talks"."""
    parse = scene.parse
    if parse.lemma[noun] != "round":
        return False
    below = [o for c in parse.kids(noun, "prep") if parse.lower[c] == "of" for o in parse.kids(c, "pobj")]
    counted = any(parse.lower[c] in COUNTED or parse.dep[c] == "nummod" for c in parse.children[noun])
    return counted and any(is_bare(parse, o) for o in below)


def _told_apart(scene: Scene, noun: int, place: Span | None, date: int | None, parties: list[int]) -> bool:
    """Whether "the planned talks in Angola" are others than those told before: a place of their own and an adjective or all else."""
    beside = {scene.parse.lower[c] for c in scene.parse.kids(noun, "amod")}
    return place is not None and (bool(beside & (COMING | GONE)) or (bool(parties) and date is not None))


def _beside_other(scene: Scene, noun: int, clause: Clause) -> bool:
    """Whether the day of a clause is that of another meeting in it: "offered a venue in a call on Friday"."""
    words = clause.governed("during", "in", "after", "before", "at", "following", "since", "until", "ahead", "despite")
    return any(w != noun and kind_of_noun(scene.parse, w) is not None for w in words)


def _dates_meeting(clause: Clause) -> bool:
    """Whether the day of a clause is the meeting's ("ended on Friday", "is set for Friday") or that of words about it."""
    status = meeting_words().status.get(clause.lemma, "held")
    return (
        status in ("held", "postponed")
        or (clause.lemma in SETTING and clause.time != "past")
        or bool(clause.governed("for"))
    )


def _level(scene: Scene, noun: int, parties: list[int]) -> Level | None:
    """The level by "leaders' summit", "meeting of foreign ministers", or by the offices of all parties."""
    parse = scene.parse
    near = parse.kids(noun, "poss", "compound", "amod", "nmod")
    near += [
        o
        for c in parse.kids(noun, "prep")
        if parse.lower[c] in ("of", "between", "with")
        for o in parse.kids(c, "pobj")
    ]
    for c in near:
        if parse.tag[c] == "NNS" and (level := level_of(parse.subtree(c).of(parse.text).lower())) is not None:
            return level
        if parse.lower[c] in ("ministerial", "presidential"):
            return "ministers" if parse.lower[c] == "ministerial" else "leaders"
    levels = [
        level_of(scene.mentions[m].role or (scene.mentions[m].noun if scene.mentions[m].plural else ""))
        for m in parties
    ]
    known = [x for x in levels if x is not None]
    return max(known, key=RANK.index) if len(known) > 1 and len(known) == len(parties) else None


def _span(scene: Scene, noun: int, above: Above, parties: list[int], place: Span | None) -> Span:
    """The noun's phrase with the nouns above it, the verb where it tells of the meeting, the parties and the place."""
    parse = scene.parse
    first, last = parse.sentences[parse.sentence[noun]]
    sentence = parse.span(first, last - 1)
    parts = [noun_phrase(parse, noun), *(parse.span(h, h) for h in above.holders)]
    if above.clause is not None and not above.prep:
        parts.append(parse.span(above.clause.verb, above.clause.verb))
    parts += [scene.mentions[m].span for m in parties] + ([place] if place is not None else [])
    here = parse.start[noun]
    return hull(*(p for p in parts if p in sentence and abs(p.start - here) < 220))
