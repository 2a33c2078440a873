"""The cast of reports as agencies write them: offices with complements, groups by general words, pairs that negotiate."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.reading.actors.mentions import find_mentions
from dragoman.reading.grammar.language import Grammar
from dragoman.reading.layout.page import lay_out
from dragoman.reading.marks import Reading
from dragoman.resolving.cast import Cast, cast_actors
from dragoman.terms.report import Report


def cast_of(grammar: Grammar, text: str) -> tuple[Cast, Reading]:
    """Cast a text."""
    report = Report(id="t", published=date(2025, 5, 14), text=text)
    parse = next(iter(grammar.parse([lay_out(report)])))
    reading = Reading(mentions=find_mentions(parse))
    return cast_actors(report, reading), reading


def meant(grammar: Grammar, text: str, words: str) -> list[str]:
    """Return the names of the actors that the last mention with these words stands for."""
    cast, reading = cast_of(grammar, text)
    places = [n for n, m in enumerate(reading.mentions) if m.span.of(text) == words]
    assert places, [m.span.of(text) for m in reading.mentions]
    return [a.name for a in cast.who(places[-1])]


HOLDERS = [
    ("UN envoy to Mali Lena Holm met the rebels.", "Lena Holm", "envoy", "UN"),
    ("The ambassador to Kenya Anna Berg left on Friday.", "Anna Berg", "ambassador", None),
    ("The head of the negotiation committee Yusuf Karim spoke.", "Yusuf Karim", "head", "negotiation committee"),
    ("The US envoy for Libya Richard Morland spoke in Cairo.", "Richard Morland", "envoy", "US"),
    ("The ambassador to the UN Linda Thomas-Meadow voted against the text.", "Linda Thomas-Meadow", "ambassador", None),
    (
        "Chairman of the Baltic Ports Commission, Juhan Tamm has praised the step.",
        "Juhan Tamm",
        "Chairman",
        "Baltic Ports Commission",
    ),
    (
        "The African Union (AU) envoy for the border talks, Kofi Mensah and his aides arrived.",
        "Kofi Mensah",
        "envoy",
        "African Union",
    ),
    ("The UN special envoy for Chad, Staffan de Vries, began talks.", "Staffan de Vries", "special envoy", "UN"),
    ("The UN mediator for the Syrian peace talks Omar Sato is pleased.", "Omar Sato", "mediator", "UN"),
    ("The joint chief mediator, Omar Sato said he would go.", "Omar Sato", "joint chief mediator", None),
]


@pytest.mark.parametrize(("text", "name", "role", "affiliation"), HOLDERS)
def test_office_with_complement(grammar: Grammar, text: str, name: str, role: str, affiliation: str | None) -> None:
    """A person is named without what the office is for, and holds that office."""
    actor = next(a for a in cast_of(grammar, text)[0].actors if a.name == name)
    assert (actor.kind, actor.role, actor.affiliation) == ("person", role, affiliation)


WHOLE = [
    ("South Korean President Moon Jae-in left on Friday.", "Moon Jae-in", "KOR"),
    ("North Korean leader Kim Jong-un met the envoys at the border.", "Kim Jong-un", "PRK"),
    ("French foreign minister Jean-Yves Morel spoke first.", "Jean-Yves Morel", "FRA"),
    ("Egyptian President Abdel-Fattah al-Masri hosted the round.", "Abdel-Fattah al-Masri", "EGY"),
    ("South Korean minister Ri Son-kwon called the talks useful.", "Ri Son-kwon", "KOR"),
    (
        "Qatari Prime Minister Sheikh Hamad bin Jaber bin Nasser Al Thani flew to Doha.",
        "Hamad bin Jaber bin Nasser Al Thani",
        "QAT",
    ),
    ("Turkish President Recep Demir Aydin agreed.", "Recep Demir Aydin", "TUR"),
]


@pytest.mark.parametrize(("text", "name", "state"), WHOLE)
def test_whole_names(grammar: Grammar, text: str, name: str, state: str) -> None:
    """A name is whole, whatever the tagger makes of its parts, and keeps the office and state before it."""
    actor = next(a for a in cast_of(grammar, text)[0].actors if a.name == name)
    assert actor.state == state
    assert actor.role is not None


GROUPS = [
    ("The Houthi group wants peace.", "The Houthi group", ["Houthis"]),
    ("Talks with the Hamas movement stalled.", "the Hamas movement", ["Hamas"]),
    ("The M23 rebels left the town.", "The M23 rebels", ["M23"]),
    ("The Taliban militants agreed to wait.", "The Taliban militants", ["Taliban"]),
    ("The AQX2 rebel group took the port.", "The AQX2 rebel group", ["AQX2"]),
    ("The National Liberation Army (ELN) rebel group will attend.", "rebel group", ["National Liberation Army"]),
    (
        "The Yemeni government and the Houthi group met. The Red Cross helped. The Houthi group wants peace.",
        "The Houthi group",
        ["Houthis"],
    ),
    ("The M23 armed group took the port. Kinshasa refuses to talk to the rebel group.", "the rebel group", ["M23"]),
    (
        "Amnesty International praised it. The Red Cross agreed. The group said more.",
        "The group",
        ["Amnesty International"],
    ),
    ("Hamas militants fired rockets.", "Hamas militants", ["Hamas militants"]),
]


@pytest.mark.parametrize(("text", "words", "names"), GROUPS)
def test_named_groups(grammar: Grammar, text: str, words: str, names: list[str]) -> None:
    """A general word behind a group's name stands for that group; alone it stands for the last body that can be called so."""
    assert meant(grammar, text, words) == names


LETTERS = [
    ("Talks between CUPE Local 79 and the mayor ended.", "CUPE Local 79", ["CUPE Local 79"]),
    ("The strike is off, and Local 416 reached a deal.", "Local 416", ["Local 416"]),
    ("The Group of 77 rejected the text.", "The Group of 77", ["Group of 77"]),
    ("The March 23 Movement (M23) has arrived. The M23 said so.", "The M23", ["March 23 Movement"]),
    ("The Rapid Support Forces (RSF) agreed. The RSF signed.", "The RSF", ["Rapid Support Forces"]),
    ("The Northern Ports Federation (NPF) struck. The NPF wants more pay.", "The NPF", ["Northern Ports Federation"]),
]


@pytest.mark.parametrize(("text", "words", "names"), LETTERS)
def test_numbers_and_brackets(grammar: Grammar, text: str, words: str, names: list[str]) -> None:
    """A number can be a part of a body's name, and letters in brackets are short for the name before."""
    assert meant(grammar, text, words) == names


OFFICES = [
    ("Prime Minister Jan Novak left early. The PM spoke to Anna Berg.", "The PM", ["Jan Novak"]),
    ("Chilean foreign minister Ana Ruiz left early. The FM spoke in Lima.", "The FM", ["Ana Ruiz"]),
    ("Talking to Radio Kalna, Anna Berg said no. Talking to Kurt Weiss, she said yes.", "she", ["Anna Berg"]),
    ("Premier Anna Berg spoke. The prime minister left.", "The prime minister", ["Anna Berg"]),
    ("The EU's chief Brexit negotiator Michel Morel left.", "chief Brexit negotiator Michel Morel", ["Michel Morel"]),
]


@pytest.mark.parametrize(("text", "words", "names"), OFFICES)
def test_offices_in_short(grammar: Grammar, text: str, words: str, names: list[str]) -> None:
    """Short words for an office mean its holder, and who talks to somebody is not that somebody."""
    assert meant(grammar, text, words) == names


def test_a_matter_is_no_affiliation(grammar: Grammar) -> None:
    """What a chief negotiator deals with is not for whom he does."""
    actor = next(
        a
        for a in cast_of(grammar, "The EU's chief Brexit negotiator Michel Morel left.")[0].actors
        if a.kind == "person"
    )
    assert (actor.affiliation, actor.role) == ("EU", "chief Brexit negotiator")


PAIRS = [
    (
        "Ethiopia and Eritrea signed a peace agreement. Saudi Arabia and the UAE acted as mediators. Both sides kept it.",
        "Both sides",
        ["Ethiopia", "Eritrea"],
    ),
    (
        "Chad and Mali agreed on a swap. The Red Cross and the UN carried it out. The two sides will meet again.",
        "The two sides",
        ["Chad", "Mali"],
    ),
    (
        "Talks between the government and the Sandara Front resumed. Norway and Cuba praised the step. The two parties meet again on Friday.",
        "The two parties",
        ["government", "Sandara Front"],
    ),
    (
        "The talks between Serbia and Kosovo, mediated by Germany and France, go on. The two sides disagree.",
        "The two sides",
        ["Serbia", "Kosovo"],
    ),
    (
        "Prime Minister Ana Ruiz met President Juan Lopez in Lima. The two leaders discussed trade.",
        "The two leaders",
        ["Ana Ruiz", "Juan Lopez"],
    ),
    (
        "Japan and Fiji reached a deal. Peru and Chile helped to draft it. The two sides will sign it in May.",
        "The two sides",
        ["Japan", "Fiji"],
    ),
]


@pytest.mark.parametrize(("text", "words", "names"), PAIRS)
def test_the_pair_that_deals(grammar: Grammar, text: str, words: str, names: list[str]) -> None:
    """ "Both sides" are those who deal with each other, not those told together since."""
    assert meant(grammar, text, words) == names


SHARED = [
    ("Senior U.S. and Chinese officials met in Geneva.", "Chinese officials", ["U.S. officials", "Chinese officials"]),
    ("US and Israeli spy chiefs flew home.", "Israeli spy chiefs", ["US spy chiefs", "Israeli spy chiefs"]),
    (
        "Kenyan and Somali foreign ministers met on Monday.",
        "Somali foreign ministers",
        ["Kenyan foreign minister", "Somali foreign minister"],
    ),
    ("French and U.S. negotiators met again.", "U.S. negotiators", ["French negotiators", "U.S. negotiators"]),
    (
        "British, French and German diplomats met.",
        "German diplomats",
        ["British diplomats", "French diplomats", "German diplomats"],
    ),
]


@pytest.mark.parametrize(("text", "words", "names"), SHARED)
def test_demonyms_that_share_a_noun(grammar: Grammar, text: str, words: str, names: list[str]) -> None:
    """Each demonym before one plural is an actor of its own, written as an adjective or as a state's letters."""
    assert meant(grammar, text, words) == names


NOBODY = [
    ("The rebels seized Kalna and Motu.", {"Kalna", "Motu"}),
    ("The envoys met in the border town of Kaesong.", {"Kaesong"}),
    ("They want peace. Peace is near.", {"Peace"}),
    ("The talks ended. Talks resume on Friday.", {"Talks", "talks"}),
    ("Guests saw the Old Republican Palace.", {"Palace"}),
    ("Norway will send a five-member delegation.", {"-member delegation"}),
    ("The envoys met in the town of Bosra al-Dar.", {"Bosra al-Dar"}),
    ("They agreed on a group of measures.", {"group of measures", "group"}),
    ("The council wants expanded powers.", {"expanded powers"}),
]


@pytest.mark.parametrize(("text", "names"), NOBODY)
def test_nobody(grammar: Grammar, text: str, names: set[str]) -> None:
    """Towns, common words at the start of a sentence and cut names are no actors."""
    assert not names & {a.name for a in cast_of(grammar, text)[0].actors}


RELATIVES = [
    ("President Okoro and first lady Ana Okoro met the envoys. Mr. Okoro spoke.", "Mr. Okoro", ["Okoro"]),
    ("Okoro spoke in Lagos. Mrs. Ana Okoro welcomed the envoys. Mrs. Okoro left.", "Mrs. Okoro", ["Ana Okoro"]),
    (
        "President Ramos said that Mr Ochoa had lost. He said he looked forward to his talks with Ochoa.",
        "he",
        ["Ramos"],
    ),
    (
        "Premier Okoro said that Mr Ramos was late. Mr Ramos wept. He was glad of his talks with Mr Ramos.",
        "He",
        ["Okoro"],
    ),
    ("Premier Okoro said that Mr Ramos was late. Mr Ramos wept. He was glad of his talks.", "He", ["Ramos"]),
]


@pytest.mark.parametrize(("text", "words", "names"), RELATIVES)
def test_relatives_and_those_named_beside(grammar: Grammar, text: str, words: str, names: list[str]) -> None:
    """A bare family name is no relative of another gender or told later as one; "he" is nobody named behind it in its clause."""
    assert meant(grammar, text, words) == names
