"""What claims say is owed by a day: promises, ultimatums, things expected. Made of one claim alone; the same debt is told often."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from dragoman.record.claims import REACHED, Claim
from dragoman.record.deadlines import Deadline, deadline_in, stems
from dragoman.terms.findings import Actor, Agreement, Incident, Position, Quotation
from dragoman.terms.when import When

Sort = Literal["promise", "ultimatum", "expected", "agreed", "meeting"]
IF_CLAUSE = re.compile(r"\b(?:if|unless)\b[^.;“”\"]+", re.IGNORECASE)
PROMISED = re.compile(r"\b(?:promis|pledg|vow|undert[ao]|commit)", re.IGNORECASE)
"""Cues of words by which the speaker binds himself."""
LONGEST = timedelta(days=400)
"""A day further off than that is no deadline but a horizon."""


@dataclass(frozen=True, slots=True)
class Owed:
    """One telling of something owed by a day. `owes` and `to` are empty where the report names nobody."""

    claim: Claim
    sort: Sort
    owes: tuple[Actor, ...]
    to: tuple[Actor, ...]
    what: str
    due: date
    words: str

    @property
    def stems(self) -> frozenset[str]:
        """The stems of what is owed."""
        return stems(self.what.replace(self.words, " ")) - stems(self.words)


def owed_in(claim: Claim) -> Iterator[Owed]:
    """Yield what a claim says is owed by a day that can be named."""
    match claim.finding:
        case Incident():
            yield from _expected(claim, claim.finding)
        case Position():
            yield from _promised(claim, claim.finding)
        case Agreement():
            yield from _agreed(claim, claim.finding)
        case Quotation():
            yield from _said_aloud(claim, claim.finding)
        case _:
            return


def _expected(claim: Claim, told: Incident) -> Iterator[Owed]:
    if told.status != "expected":
        return
    due = _until(told.date)
    if due is None and told.date is not None and _is_near(told.date):
        due = Deadline(told.date.end, told.date.text)
    due = due or deadline_in(told.what, claim.published)
    if due is not None and _in_reach(claim, due):
        owes = () if told.actor is None else (told.actor,)
        to = () if told.target is None else (told.target,)
        yield Owed(claim, "expected", owes, to, told.what, due.day, due.words)


def _promised(claim: Claim, told: Position) -> Iterator[Owed]:
    said = _said(claim, told.date)
    due = deadline_in(told.about, said)
    to = () if told.toward is None else (told.toward,)
    if due is not None and _in_reach(claim, due):
        if told.stance in ("accepts", "accepts-conditionally", "offers"):
            yield Owed(claim, "promise", (told.actor,), to, told.about, due.day, due.words)
        elif told.stance == "demands":
            yield Owed(claim, "ultimatum", to, (told.actor,), told.about, due.day, due.words)
    for condition in told.conditions:
        due = deadline_in(condition, said)
        if due is not None and _in_reach(claim, due):
            yield Owed(claim, "ultimatum", to, (told.actor,), condition, due.day, due.words)


def _agreed(claim: Claim, told: Agreement) -> Iterator[Owed]:
    due = deadline_in(told.about, _said(claim, told.date))
    if due is None and told.date is not None and told.date.start > claim.published and _is_near(told.date):
        due = Deadline(told.date.end, told.date.text)
    if due is not None and told.status in REACHED and _in_reach(claim, due):
        yield Owed(claim, "agreed", told.parties, (), told.about, due.day, due.words)


def _said_aloud(claim: Claim, told: Quotation) -> Iterator[Owed]:
    """Yield what somebody promised to do by a day, and what must be done by one lest something follow ("unless it opens by")."""
    to = () if told.addressee is None else (told.addressee,)
    due = deadline_in(told.content, _said(claim, told.date))
    if due is not None and told.speaker is not None and PROMISED.search(told.cue) and _in_reach(claim, due):
        yield Owed(claim, "promise", (told.speaker,), to, " ".join(told.content.split()), due.day, due.words)
        return
    for found in IF_CLAUSE.finditer(told.content):
        clause = " ".join(found.group(0).split())
        due = deadline_in(clause, _said(claim, told.date))
        negated = clause.lower().startswith("unless") or re.search(r"\bnot\b|n['’]t\b", clause) is not None
        if due is not None and negated and _in_reach(claim, due):
            by = () if told.speaker is None else (told.speaker,)
            yield Owed(claim, "ultimatum", to, by, clause, due.day, due.words)


def _said(claim: Claim, when: When | None) -> date:
    """Return the day from which a deadline counts: the one on which it was said, as far as told, never after the report."""
    return claim.published if when is None else min(when.end, claim.published)


def _until(when: When | None) -> Deadline | None:
    return Deadline(when.end, when.text) if when is not None and when.bound == "until" else None


def _is_near(when: When) -> bool:
    """Whether a date is a day or a few, a week or a month: of a year no day is due."""
    return when.bound is None and when.end - when.start <= timedelta(days=31)


def _in_reach(claim: Claim, due: Deadline) -> bool:
    return abs(due.day - claim.day) <= LONGEST


def is_one_debt(one: Owed, other: Owed) -> bool:
    """Whether two tellings, of one debtor, are of one debt: the same due day and a word of the matter in common."""
    return one.due == other.due and bool(one.stems & other.stems)


REPLIES = frozenset({"reply", "answer", "spond", "respons", "sponse", "decid"})
"""Stems of the words for a reply: any stance of the debtor on the rest of the matter is one."""
ANSWERS = frozenset({"accepts", "accepts-conditionally", "rejects"})


def fulfils(matter: frozenset[str], deed: Claim) -> bool:
    """Whether a later deed of the same side is what was owed: two words in common, and half of the shorter telling.

    A reply that was promised is given by a stance on what it was to answer.
    """
    told = deed.finding
    if isinstance(told, Position):
        rest = matter - REPLIES
        return told.stance in ANSWERS and rest != matter and bool(rest & stems(told.about))
    if isinstance(told, Incident) and told.status in ("happened", "ongoing"):
        words = stems(told.what)
    elif isinstance(told, Agreement) and told.status in REACHED:
        words = stems(told.about)
    else:
        return False
    shared = matter & words
    return bool(shared) and len(shared) >= min(2, len(matter)) and 2 * len(shared) >= min(len(matter), len(words))
