"""Meetings: every status in several words, parties, mediators, hosts, level, place; one record for one meeting."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.terms.findings import Findings, Meeting

Read = Callable[..., Findings]

STATUS = [
    # held
    ("Envoys of Peru and Chile met in Lima on Monday.", {"Peru", "Chile"}, "held"),
    ("Talks between Ghana and Togo ended without result on Sunday.", {"Ghana", "Togo"}, "held"),
    ("Norway held talks with Russia on Tuesday over the fishing dispute.", {"Norway", "Russia"}, "held"),
    (
        "President Luis Prado spoke by phone with President Ana Ruiz about the ceasefire.",
        {"Luis Prado", "Ana Ruiz"},
        "held",
    ),
    ("Prime Minister Jan Novak visited Hungary last week for talks on the border.", {"Jan Novak", "Hungary"}, "held"),
    ("A meeting between the Kenyan and Somali foreign ministers took place in Djibouti.", {"Kenya", "Somalia"}, "held"),
    (
        "President Luis Prado spoke to King Otto Berg by phone on Sunday about the truce.",
        {"Luis Prado", "Otto Berg"},
        "held",
    ),
    ("Prime Minister Jan Novak spoke with Eva Lind about the border dispute.", {"Jan Novak", "Eva Lind"}, "held"),
    ("The timing of talks between Chad and Niger is open, diplomats said.", {"Chad", "Niger"}, "proposed"),
    # under way
    ("Serbia and Kosovo are holding talks in Brussels.", {"Serbia", "Kosovo"}, "under-way"),
    ("Negotiations between Cyprus and Turkey are under way in Geneva.", {"Cyprus", "Turkey"}, "under-way"),
    ("Iran is in talks with Oman over the release of the prisoners.", {"Iran", "Oman"}, "under-way"),
    # scheduled
    ("Armenia and Azerbaijan will meet in Tbilisi on Friday.", {"Armenia", "Azerbaijan"}, "scheduled"),
    ("India and Nepal are set to hold border talks next week.", {"India", "Nepal"}, "scheduled"),
    ("A summit between Mali and Niger is scheduled for Thursday.", {"Mali", "Niger"}, "scheduled"),
    ("Talks between Spain and Morocco are due to resume on Saturday.", {"Spain", "Morocco"}, "scheduled"),
    ("Eritrea and Ethiopia agreed to hold peace talks in Cairo next month.", {"Eritrea", "Ethiopia"}, "scheduled"),
    # proposed
    ("Libya proposed direct talks with Tunisia.", {"Libya", "Tunisia"}, "proposed"),
    ("France called for negotiations between Rwanda and Burundi.", {"Rwanda", "Burundi"}, "proposed"),
    (
        "A possible meeting between the presidents of Laos and Vietnam was discussed by diplomats.",
        {"Laos", "Vietnam"},
        "proposed",
    ),
    ("Bolivia wants to meet with Chile to discuss the embargo.", {"Bolivia", "Chile"}, "proposed"),
    ("Sudan and Chad could meet in Doha to discuss the truce.", {"Sudan", "Chad"}, "proposed"),
    # declined
    ("Georgia rejected a meeting with Russia.", {"Georgia", "Russia"}, "declined"),
    ("Algeria refused to meet with Morocco.", {"Algeria", "Morocco"}, "declined"),
    ("Latvia will not hold talks with Belarus.", {"Latvia", "Belarus"}, "declined"),
    (
        "President Ana Ruiz turned down an offer of talks with President Luis Prado.",
        {"Ana Ruiz", "Luis Prado"},
        "declined",
    ),
    # cancelled
    ("Japan cancelled the summit with South Korea.", {"Japan", "South Korea"}, "cancelled"),
    ("Greece called off talks with Turkey after the collision.", {"Greece", "Turkey"}, "cancelled"),
    ("The planned meeting between Qatar and Bahrain did not take place.", {"Qatar", "Bahrain"}, "cancelled"),
    # postponed
    ("Zambia and Malawi postponed their talks.", {"Zambia", "Malawi"}, "postponed"),
    ("Talks between Egypt and Sudan have been delayed.", {"Egypt", "Sudan"}, "postponed"),
    ("The postponement of talks between Iraq and Kuwait dismayed diplomats.", {"Iraq", "Kuwait"}, "postponed"),
    # denied
    ("Pakistan denied holding secret talks with Israel.", {"Pakistan", "Israel"}, "denied"),
    ("Lebanon denied that it had met with Israel.", {"Lebanon", "Israel"}, "denied"),
    ("Cuba denied reports of a meeting with Haiti.", {"Cuba", "Haiti"}, "denied"),
]


@pytest.mark.parametrize(("text", "parties", "status"), STATUS)
def test_status_and_parties(read: Read, text: str, parties: set[str], status: str) -> None:
    """The meeting is found with its parties and what became of it."""
    found = read(text).meetings
    assert [m for m in found if parties <= {p.name for p in m.parties} and m.status == status], shown(found)


MEDIATORS = [
    ("Omani-brokered talks between Iran and Iraq began in Muscat.", "Oman"),
    ("US-mediated negotiations between Israel and Lebanon resumed on Monday.", "US"),
    ("Talks between Peru and Chile, mediated by Norway, resumed on Monday.", "Norway"),
    ("Negotiations between Mali and the rebels brokered by Algeria ended on Monday.", "Algeria"),
    ("Kenya will mediate between Sudan and Chad.", "Kenya"),
    ("Qatar mediated talks between Rwanda and Congo in Doha.", "Qatar"),
    ("Swiss-facilitated talks between Greece and Turkey ended in Bern.", "Switzerland"),
    ("India and Pakistan held indirect talks through the United Arab Emirates.", "United Arab Emirates"),
    ("Talks between Serbia and Kosovo facilitated by Finland failed on Monday.", "Finland"),
    ("Egypt shuttled between Israel and the Palestinians in Cairo.", "Egypt"),
]


@pytest.mark.parametrize(("text", "mediator"), MEDIATORS)
def test_mediators(read: Read, text: str, mediator: str) -> None:
    """Whoever mediates is told apart from the parties."""
    found = read(text).meetings
    assert [m for m in found if mediator in {a.name for a in m.mediators} - {a.name for a in m.parties}], shown(found)


HOSTS = [
    ("Turkey hosted talks between Russia and Ukraine in March 2022.", "Turkey"),
    ("Talks hosted by Kenya between Sudan and Chad ended on Monday.", "Kenya"),
    ("Switzerland will host a summit between Armenia and Azerbaijan.", "Switzerland"),
    ("Malta brought Libya and Tunisia together last month.", "Malta"),
]


@pytest.mark.parametrize(("text", "host"), HOSTS)
def test_hosts(read: Read, text: str, host: str) -> None:
    """The host is named and is no party."""
    found = read(text).meetings
    assert [m for m in found if m.host is not None and m.host.name == host], shown(found)


LEVELS = [
    ("The leaders of Peru and Chile are expected to meet in Lima on Friday.", "leaders"),
    ("The foreign ministers of Ghana and Togo met in Accra on Monday.", "ministers"),
    ("President Luis Prado met President Ana Ruiz in Quito on Sunday.", "leaders"),
    ("Ministerial talks between Egypt and Sudan began in Cairo on Monday.", "ministers"),
]


@pytest.mark.parametrize(("text", "level"), LEVELS)
def test_level(read: Read, text: str, level: str) -> None:
    """The level is that of the offices which meet."""
    found = read(text).meetings
    assert [m for m in found if m.level == level], shown(found)


DAYS = [
    ("Armenia and Azerbaijan will meet in Tbilisi on Friday.", "Tbilisi", "2025-05-16"),
    ("Talks between Ghana and Togo ended in Accra on Sunday.", "Accra", "2025-05-11"),
    ("Norway held talks with Russia in Kirkenes on Tuesday.", "Kirkenes", "2025-05-13"),
]


@pytest.mark.parametrize(("text", "place", "day"), DAYS)
def test_place_and_day(read: Read, text: str, place: str, day: str) -> None:
    """Place and day are those that hang on the meeting."""
    found = read(text).meetings
    assert [m for m in found if m.place == place and m.date and m.date.start.isoformat() == day], shown(found)


MOVED = [
    ("Talks between Egypt and Sudan were moved from Monday to Friday.", "2025-05-12", "2025-05-16"),
    (
        "The summit between Mali and Niger, originally planned for Thursday, will be held on Saturday.",
        "2025-05-15",
        "2025-05-17",
    ),
    ("The summit between Iraq and Kuwait was postponed from Thursday to Sunday.", "2025-05-15", "2025-05-18"),
]


@pytest.mark.parametrize(("text", "before", "after"), MOVED)
def test_moved(read: Read, text: str, before: str, after: str) -> None:
    """A meeting put off to a new day is scheduled for it and keeps the old day."""
    found = read(text).meetings
    told = [
        (
            m.status,
            m.moved_from.start.isoformat() if m.moved_from else None,
            m.date.start.isoformat() if m.date else None,
        )
        for m in found
    ]
    assert ("scheduled", before, after) in told, told


def test_one_meeting_told_three_times(read: Read) -> None:
    """Headline, lead and a look back are one record with three pieces of evidence."""
    found = read(
        "Peru, Chile to meet in Lima\n\nPeru and Chile will hold talks in Lima on Friday. Diplomats expect little of "
        "Friday's talks."
    ).meetings
    assert len(found) == 1
    assert len(found[0].evidence) >= 2


def test_rounds_told_by_number(read: Read) -> None:
    """Numbered rounds are meetings of their own, between the same parties."""
    found = read(
        "Iran and Iraq have held two rounds of talks, mediated by Oman. The first took place in Muscat on April 12. The "
        "second was held in Basra on April 19."
    ).meetings
    days = {m.date.start.isoformat(): {p.name for p in m.parties} for m in found if m.date}
    assert days == {"2025-04-12": {"Iran", "Iraq"}, "2025-04-19": {"Iran", "Iraq"}}


PLACES = [
    ("The talks between Peru and Chile, planned for Friday in Arequipa, were called off.", "Arequipa", "2025-05-16"),
    ("A meeting between Ghana and Togo that was due in Keta on Monday failed to take place.", "Keta", "2025-05-12"),
    ("Kenya and Somalia met in the village of Elwak on Monday.", "Elwak", "2025-05-12"),
    ("President Luis Prado will travel to Quito for Friday's meeting with President Ana Ruiz.", "Quito", "2025-05-16"),
    ("Chancellor Otto Lang will fly to Oslo on Friday to meet President Ana Ruiz.", "Oslo", "2025-05-16"),
    ("Jan Novak and Ana Ruiz are to hold talks at Weston Castle on Friday.", "Weston Castle", "2025-05-16"),
]


@pytest.mark.parametrize(("text", "place", "day"), PLACES)
def test_places_of_plans_and_ways(read: Read, text: str, place: str, day: str) -> None:
    """The place stands with the plan, the village or the way to the meeting."""
    found = read(text).meetings
    assert [m for m in found if m.place == place and m.date and m.date.start.isoformat() == day], shown(found)


PLANNED_DAYS = [
    ("Serbia and Kosovo called off Friday's summit.", "cancelled", "2025-05-16"),
    ("Saturday's meeting between Serbia and Kosovo has been postponed.", "postponed", "2025-05-17"),
    ("Peru on Monday cancelled talks with Chile that had been set for Thursday.", "cancelled", "2025-05-15"),
]


@pytest.mark.parametrize(("text", "status", "day"), PLANNED_DAYS)
def test_planned_day_is_kept(read: Read, text: str, status: str, day: str) -> None:
    """What was called off or put off keeps the day for which it was planned."""
    found = read(text).meetings
    assert [m for m in found if m.status == status and m.date and m.date.start.isoformat() == day], shown(found)


KINDS = [
    (
        "In a telephone call on Tuesday, President Luis Prado and President Ana Ruiz discussed the border.",
        "call",
        "held",
    ),
    (
        "Foreign Minister Jan Novak and Foreign Minister Ana Ruiz talked on the telephone on Monday about the truce.",
        "call",
        "held",
    ),
    ("The foreign ministers of Peru and Chile held a video conference on Monday.", "call", "held"),
    ("Foreign Minister Jan Novak arrived in Accra on Tuesday for a two-day visit.", "visit", "held"),
    ("The signing of the truce by Ghana and Togo will take place in Keta on Friday.", "signing", "scheduled"),
    ("The signing ceremony between Mali and the rebels was postponed on Monday.", "signing", "postponed"),
]


@pytest.mark.parametrize(("text", "kind", "status"), KINDS)
def test_kinds(read: Read, text: str, kind: str, status: str) -> None:
    """Calls, visits and signings are told apart from talks."""
    found = read(text).meetings
    assert [m for m in found if m.kind == kind and m.status == status], shown(found)


UNDONE = [
    ("Foreign Minister Jan Novak did not hold a separate meeting with Eva Lind, the ministry said.", "denied"),
    ("The king's spokesman denied reports that the king had met Ana Ruiz in Oman.", "denied"),
    ("Iran dismissed reports of secret talks with Cuba.", "denied"),
    ("Peru is not expected to hold talks with Chile, the ministry said.", "denied"),
    ("President Luis Prado does not want to meet President Ana Ruiz.", "declined"),
    ("Talks between Mali and Niger were set to begin in May but were cancelled at the last minute.", "cancelled"),
    ("Talks between Mali and Niger fell through.", "cancelled"),
    ("President Luis Prado said he would meet President Ana Ruiz in Quito.", "scheduled"),
    ("President Luis Prado said he was ready to meet President Ana Ruiz in Quito on Thursday.", "proposed"),
    ("President Luis Prado accepted an invitation to meet President Ana Ruiz in Quito.", "scheduled"),
    ("The envoy may travel to Quito to meet President Ana Ruiz.", "proposed"),
]


@pytest.mark.parametrize(("text", "status"), UNDONE)
def test_denied_declined_and_offered(read: Read, text: str, status: str) -> None:
    """A denied report, a refused plan and an offer taken up each say what became of the meeting."""
    found = read(text).meetings
    assert [m for m in found if m.status == status], shown(found)


def test_unnamed_delegations_stand_for_their_sides(read: Read) -> None:
    """Ministers known by their demonym alone meet for their states, a group's negotiators for the group."""
    found = read("Greek and Albanian ministers may meet in Corfu next month.").meetings
    assert [{p.name for p in m.parties} for m in found] == [{"Greece", "Albania"}], shown(found)
    found = read("Government and FLR negotiators are holding talks in Cairo.").meetings
    assert [m for m in found if "FLR" in {p.name for p in m.parties}], shown(found)


def test_the_two_are_those_told_before(read: Read) -> None:
    """A meeting of "the two" is between those who meet in the sentence before, on its own day."""
    found = read("Luis Prado is to meet Ana Ruiz on Friday. The two met in Finland in 1975.").meetings
    days = {m.date.start.isoformat(): {p.name for p in m.parties} for m in found if m.date}
    assert days.get("1975-01-01") == {"Luis Prado", "Ana Ruiz"}, shown(found)


def test_call_inside_an_offer(read: Read) -> None:
    """An offer made in a call is a call that was held and a meeting that is proposed."""
    found = read(
        "President Luis Prado proposed direct talks with Chile. Foreign Minister Jan Novak offered to host the meeting "
        "during a phone call with Prado on Monday."
    ).meetings
    assert [m for m in found if m.kind == "call" and m.status == "held"], shown(found)
    assert [m for m in found if m.status == "proposed" and "Jan Novak" not in {p.name for p in m.parties}], shown(found)


NO_MEETING = [
    "Ghana and Cameroon will meet in the semi-final on Saturday.",
    "Ghana won their last meeting with Togo in the cup 2-1.",
    "Peru and Chile have not met since 2019.",
]


@pytest.mark.parametrize("text", NO_MEETING)
def test_no_meeting(read: Read, text: str) -> None:
    """Matches are no meetings, nor is a time without them."""
    found = read(text).meetings
    assert not found, shown(found)


def test_denied_and_held_stay_apart(read: Read) -> None:
    """A meeting that is denied is not the one that was held in the same town."""
    found = read(
        "Foreign Minister Jan Novak of Peru did not hold a separate meeting with Foreign Minister Ana Ruiz of Chile in Quito, the "
        "ministry said. The talks in Quito lasted five hours."
    ).meetings
    assert {m.status for m in found} == {"denied", "held"}, shown(found)


def shown(found: tuple[Meeting, ...]) -> str:
    """Tell the meetings that were found, for a failing test."""
    return (
        "; ".join(
            f"{[p.name for p in m.parties]} {m.status} {m.kind} host {m.host and m.host.name} by {[a.name for a in m.mediators]} {m.level} {m.place}"
            for m in found
        )
        or "none"
    )
