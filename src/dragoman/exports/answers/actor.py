"""Everything on one actor, as a page."""

from __future__ import annotations

from datetime import date

from dragoman.exports.answers.docket import row_of
from dragoman.exports.answers.page import Block, Page, Row
from dragoman.exports.answers.wording import line_of
from dragoman.exports.telling import day
from dragoman.record.keys import fold
from dragoman.views.actor import ActorAnswer, Member, Office, Pair, Remark

TITLES = {
    "position": "Positions",
    "quotation": "Words",
    "delegation": "Delegations",
    "agreement": "Agreements",
    "figure": "Figures",
    "incident": "Incidents",
}


def page(answer: ActorAnswer) -> Page:
    """Return who the actor is, what it held, and what it did and said."""
    blocks = [
        Block("Told as", tuple(_member(member) for member in answer.members)),
        Block("Why one", tuple(_pair(pair, "one") for pair in answer.links)),
        Block("Doubtful", tuple(_pair(pair, "maybe") for pair in answer.doubtful)),
        Block("Offices", tuple(_office(office, answer.actor.id) for office in answer.offices)),
        Block("Meetings", tuple(row_of(item) for item in answer.meetings)),
        *(Block(TITLES[section.kind], tuple(_remark(r) for r in section.items)) for section in answer.sections),
    ]
    cursors = [answer.next, *(section.next for section in answer.sections)]
    notes = [f"more: --after {cursor}" for cursor in cursors if cursor is not None]
    if answer.also:
        notes.insert(0, "others of that name: " + ", ".join(f"{who.name} {who.id}" for who in answer.also))
    kind = answer.actor.kind if answer.role is None else answer.role
    side = "" if answer.actor.side in (answer.actor.name, fold(answer.actor.name)) else f", {answer.actor.side}"
    return Page(f"{answer.actor.name} ({kind}{side}) {answer.actor.id}", tuple(blocks), tuple(notes))


def _member(member: Member) -> Row:
    told = (member.role, member.affiliation, member.state or member.land)
    return Row(
        text=member.name,
        badge=member.kind,
        when=_since(member.first, member.last),
        facts=tuple(fact for fact in told if fact),
        id=member.id,
    )


def _pair(pair: Pair, badge: str) -> Row:
    return Row(text=f"{pair.one.name} and {pair.other.name}: {pair.why}", badge=badge, id=pair.other.id)


def _office(office: Office, actor: str) -> Row:
    of = f" ({office.affiliation})" if office.affiliation else ""
    held = f"{office.role}{of}" if office.who.id == actor else f"{office.who.name}, {office.role}{of}"
    return Row(
        text=held,
        when=_since(office.first, office.last),
        cited=office.evidence,
        id="" if office.who.id == actor else office.who.id,
    )


def _remark(remark: Remark) -> Row:
    line = line_of(remark.kind, remark.finding)
    own = ("actor", "speaker", "head", "party", "source")
    facts = line.facts if remark.part in own else (f"as {remark.part}", *line.facts)
    when = line.when or f"by {day(remark.published)}"
    return Row(line.text, line.badge, when, facts, remark.evidence, remark.id)


def _since(first: date, last: date) -> str:
    return day(first) if first == last else f"{day(first)} – {day(last)}"
