"""Deeds become incidents: one for each deed, however often it is told."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.terms.findings import Findings

Read = Callable[..., Findings]


def told(findings: Findings) -> list[tuple[str | None, str, int]]:
    """Actor, cue and number of pieces of evidence of each incident."""
    return [(i.actor.name if i.actor else None, i.why.cue or "", len(i.evidence)) for i in findings.incidents]


ONCE = [
    "Ghana bombed Togo on Monday.\n\nGhana bombed Togo, officials said.",
    "Rebels attacked a village near Nairobi on Monday. The attack lasted an hour.",
    "Ghana invaded Togo in 2019. The invasion shocked the region.",
    "A car bomb killed two soldiers near Nairobi. The bombing was condemned by Kenya.",
    "Ghana bombed Togo, killing three people.",
    "Three people were killed in an attack by rebels on Nairobi.",
]


@pytest.mark.parametrize("text", ONCE)
def test_told_twice_is_one_incident(read: Read, text: str) -> None:
    """A deed told again, pointed to, or told with its toll is one incident."""
    assert len(read(text).incidents) == 1


TWICE = [
    "Ghana bombed Togo. Togo bombed Ghana.",
    "Ghana bombed Togo on Monday. Ghana bombed Togo on Tuesday.",
    "Police arrested nine students in Lagos. Police arrested four students in Abuja.",
    "Ghana imposed sanctions on Togo and expelled two diplomats of Togo.",
    "Ghana bombed Togo on Monday. Ghana will bomb Togo again.",
]


@pytest.mark.parametrize("text", TWICE)
def test_what_differs_stays_apart(read: Read, text: str) -> None:
    """Other doers, days, places, sorts or announcements are other incidents."""
    assert len(read(text).incidents) == 2


def test_a_mere_pointer_is_no_incident(read: Read) -> None:
    """ "The attack" alone, without a deed told before, names nobody and gives nothing."""
    assert read("The attack was condemned.").incidents == ()


def test_both_pieces_of_evidence_are_kept(read: Read) -> None:
    """An incident told twice keeps both places, and what the second one adds."""
    (incident,) = read("Ghana bombed Togo on Monday. The bombing killed nine people.").incidents
    assert len(incident.evidence) == 2
    assert incident.date is not None


def test_an_unknown_doer_is_none(read: Read) -> None:
    """Nobody is guessed for a deed without a doer, and its event has no source."""
    (incident,) = read("A car bomb exploded in Nairobi.").incidents
    assert incident.actor is None
    assert [e.source for e in incident.events] == [None]


EVENTS = [
    ("Ghana bombed Togo.", "ASSAULT", "195", "heavy-weapons"),
    ("Ghana threatened to bomb Togo.", "THREATEN", "138", "violence"),
    ("Ghana is preparing for an offensive against Togo.", "MOBILIZE", "150", "troops"),
    ("Ghana gave Togo 40 tons of grain.", "AID", "070", None),
    ("Ghana will give Togo 40 tons of grain.", "AGREE", "033", None),
    ("Ghana withdrew its troops from Togo.", "RETREAT", "0874", "withdraw"),
    ("Ghana agreed to withdraw its troops from Togo.", "AGREE", "0356", None),
    ("Ghana imposed sanctions on Togo.", "SANCTION", "163", "discontinue"),
    ("Ghana threatened to impose sanctions on Togo.", "THREATEN", "1312", "restrict"),
    ("Thousands of workers marched in Lagos against the law.", "PROTEST", "141", "demo"),
    ("Ghana lifted the curfew in Togo.", "CONCEDE", "081", None),
    ("Ghana shared intelligence with Togo.", "COOPERATE", "064", None),
    ("Police arrested nine students in Lagos.", "COERCE", "173", "arrest"),
    ("Prosecutors are investigating three ministers of Togo.", "ACCUSE", "090", "investigate"),
    ("Ghana vetoed the resolution of the council.", "REJECT", "129", "change"),
    ("Ghana apologised to Togo.", "SUPPORT", "055", None),
]


@pytest.mark.parametrize(("text", "plover", "cameo", "mode"), EVENTS)
def test_the_event_of_an_incident(read: Read, text: str, plover: str, cameo: str, mode: str | None) -> None:
    """Done, threatened and prepared deeds have the codes of the codebook, with their modes; promised ones in their position."""
    found = read(text)
    events = [e for kind in (found.incidents, found.positions, found.agreements) for i in kind for e in i.events]
    assert (plover, cameo, mode) in [(e.plover, e.cameo, e.mode) for e in events]
