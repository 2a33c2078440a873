"""The cast of a report: who the actors are, what is known of them, and which words stand for whom."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.reading.actors.mentions import find_mentions
from dragoman.reading.grammar.language import Grammar
from dragoman.reading.layout.page import lay_out
from dragoman.reading.marks import Reading
from dragoman.resolving.cast import Cast, cast_actors
from dragoman.terms.findings import Actor
from dragoman.terms.report import Report

Told = tuple[Cast, Reading, str]


def cast_of(grammar: Grammar, text: str) -> Told:
    """Cast a text."""
    report = Report(id="t", published=date(2025, 5, 14), text=text)
    parse = next(iter(grammar.parse([lay_out(report)])))
    reading = Reading(mentions=find_mentions(parse))
    return cast_actors(report, reading), reading, text


def named(told: Told, name: str) -> Actor:
    """Return the actor of that name."""
    found = [a for a in told[0].actors if a.name == name]
    assert found, [a.name for a in told[0].actors]
    return found[0]


def meant(told: Told, words: str, nth: int = 0) -> list[str]:
    """Return the names of the actors for which the nth mention with these words (article aside) stands."""
    cast, reading, text = told
    places = [
        n
        for n, m in enumerate(reading.mentions)
        if m.span.of(text).lower().removeprefix("the ") == words.lower().removeprefix("the ")
    ]
    assert len(places) > nth, (words, [m.span.of(text) for m in reading.mentions])
    return [a.name for a in cast.who(places[nth])]


ROLES = [
    ("Sudan's army chief General Adam Burhan left.", "Adam Burhan", "army chief"),
    ("Brazil's transport minister, Andre Correa do Lago, said so.", "Andre Correa do Lago", "transport minister"),
    ("Foreign Ministers Ana Ruiz and Luc Morel spoke.", "Luc Morel", "Foreign Minister"),
    ("Israeli ministers Dan Levi and Uri Katz quit.", "Dan Levi", "minister"),
    ("Senate president Hun Sen warned them.", "Hun Sen", "president"),
    ("Omani Transport Minister Said al-Mawali opened the port.", "Said al-Mawali", "Transport Minister"),
    ("Leyla Aksoy, Turkey's deputy foreign minister, arrived on Monday.", "Leyla Aksoy", "deputy foreign minister"),
    ("The deputy head of the mission, Pedro Alves, apologised.", "Pedro Alves", "deputy head"),
    ("Army spokesman Col. Idris Bello gave no figures.", "Idris Bello", "spokesman"),
    ("President Marta Vidal spoke first.", "Marta Vidal", "President"),
    ("U.N. special envoy Hanna Lindqvist briefed the council.", "Hanna Lindqvist", "special envoy"),
    ("Kenyan Foreign Ministry spokeswoman Grace Otieno declined to comment.", "Grace Otieno", "spokeswoman"),
    ("Secretary of Defense Carl Benton flew to Amman.", "Carl Benton", "Secretary of Defense"),
    ("Minister of Foreign Affairs Tomas Havel replied by letter.", "Tomas Havel", "Minister of Foreign Affairs"),
    ("Ravi Menon, the chief negotiator for the rebels, walked out.", "Ravi Menon", "chief negotiator"),
    ("presidential aide Oleg Sorin read the note aloud.", "Oleg Sorin", "presidential aide"),
    ("Union leader Berit Solheim called off the strike.", "Berit Solheim", "leader"),
    ("EU foreign policy chief Anneke Visser welcomed it.", "Anneke Visser", "foreign policy chief"),
    ("Bolivia's foreign minister, Ana Quispe, rejected the terms.", "Ana Quispe", "foreign minister"),
]


@pytest.mark.parametrize(("text", "name", "role"), ROLES)
def test_role(grammar: Grammar, text: str, name: str, role: str) -> None:
    """A person carries the office that stands before the name, behind it or around it, without the affiliation."""
    assert named(cast_of(grammar, text), name).role == role


AFFILIATIONS = [
    ("Omani Transport Minister Said al-Mawali opened the port.", "Said al-Mawali", "Oman", "OMN"),
    ("Leyla Aksoy, Turkey's deputy foreign minister, arrived on Monday.", "Leyla Aksoy", "Turkey", "TUR"),
    (
        "Kenyan Foreign Ministry spokeswoman Grace Otieno declined to comment.",
        "Grace Otieno",
        "Kenyan Foreign Ministry",
        "KEN",
    ),
    ("UN relief coordinator Mark Osei visited the camp.", "Mark Osei", "UN", None),
    ("Hezbollah deputy leader Karim Nasser denied it.", "Karim Nasser", "Hezbollah", "LBN"),
    ("Bolivia's foreign minister, Ana Quispe, rejected the terms.", "Ana Quispe", "Bolivia", "BOL"),
    ("Ivo Marek, a spokesman for the Czech police, confirmed the arrest.", "Ivo Marek", "Czech police", "CZE"),
    ("U.S. Secretary of State Helen Ward left on Friday.", "Helen Ward", "U.S.", "USA"),
    ("The Georgian delegation is led by Deputy Foreign Minister Nino Beridze.", "Nino Beridze", "Georgia", "GEO"),
    ("Chad is sending a team headed by presidential adviser Issa Deby Kelley.", "Issa Deby Kelley", "Chad", "TCD"),
    ("The head of the Kurdistan Workers' Party, Azad Demir, agreed.", "Azad Demir", "Kurdistan Workers' Party", None),
    ("Vice Premier Gao Lifan heads the Chinese delegation.", "Gao Lifan", "China", "CHN"),
    ("China's foreign ministry spokesman Lu Jian answered.", "Lu Jian", "China's foreign ministry", "CHN"),
    ("US Trade Representative Jim Groen left. Washington was calm.", "Jim Groen", "US", "USA"),
    (
        "A Lagos-based consultant, Femi Ade, spoke to the former Ghanaian minister Kofi Mensah.",
        "Kofi Mensah",
        "Ghana",
        None,
    ),
    ("Sudan's President Omar Salih and Chadian President Idriss Mahamat embraced.", "Omar Salih", "Sudan", "SDN"),
]


@pytest.mark.parametrize(("text", "name", "affiliation", "state"), AFFILIATIONS)
def test_affiliation(grammar: Grammar, text: str, name: str, affiliation: str, state: str | None) -> None:
    """A person carries the country or body that the report gives, and the code of the state for which it acts."""
    actor = named(cast_of(grammar, text), name)
    assert (actor.affiliation, actor.state) == (affiliation, state)


STATES = [
    ("Moscow said it was ready. Russia has waited for weeks.", "Russia", "RUS", "government"),
    ("The Kremlin dismissed the claim.", "Kremlin", "RUS", "government"),
    ("Brazil and Peru signed.", "Peru", "PER", "state"),
    ("The Swedish government resigned on Friday. Sweden votes in May.", "Sweden", "SWE", "government"),
    ("A Qatari-brokered truce holds.", "Qatar", "QAT", "state"),
    ("Ankara's readiness to host was noted.", "Ankara", "TUR", "government"),
    ("Talks between Washington and Tehran stalled.", "Tehran", "IRN", "government"),
    ("The proposal was turned down by Islamabad.", "Islamabad", "PAK", "government"),
    ("Dutch officials arrived.", "Dutch officials", "NLD", "group"),
    ("The Swiss offered a hall.", "Swiss", "CHE", "group"),
    ("South Korean troops withdrew.", "South Korean troops", "KOR", "military"),
    ("A senior Hamas official spoke to reporters.", "senior Hamas official", "PSE", "person"),
    ("Two Norwegian diplomats waited outside.", "Norwegian diplomats", "NOR", "group"),
    ("Armenia's ministry of defence published a map.", "Armenia's ministry of defence", "ARM", "government"),
    ("The Philippines protested.", "Philippines", "PHL", "state"),
]


@pytest.mark.parametrize(("text", "name", "state", "kind"), STATES)
def test_state(grammar: Grammar, text: str, name: str, state: str, kind: str) -> None:
    """States, demonyms, capitals and seats give actors with the code of their state, named as the state stands there."""
    actor = named(cast_of(grammar, text), name)
    assert (actor.state, actor.kind) == (state, kind)


PLACES = [
    "The envoys met in Moscow.",
    "She flew to Tehran on Monday.",
    "Shelling was heard near Damascus.",
    "The Cairo round ended without a result.",
    "They travelled from Ankara by train.",
]


@pytest.mark.parametrize("text", PLACES)
def test_capital_as_place_is_no_actor(grammar: Grammar, text: str) -> None:
    """A capital that is told as a place stands for nobody."""
    assert not [a for a in cast_of(grammar, text)[0].actors if a.kind == "government"]


SHORT_FORMS = [
    ("Volodya Karpenko, the mayor, said no. Karpenko left.", "Karpenko", 0, ["Volodya Karpenko"]),
    ("Foreign Minister Abbas Arakchi spoke. Araqchi then left.", "Araqchi", 0, ["Abbas Arakchi"]),
    ("President Petro Zelinsky spoke. Zelinskyy was firm.", "Zelinskyy", 0, ["Petro Zelinsky"]),
    ("The Free Workers' League (FWL) met. The FWL will strike.", "the FWL", 0, ["Free Workers' League"]),
    ("The European Union objected. The EU wants guarantees.", "the EU", 0, ["European Union"]),
    ("J. Okafor asked first. Later John Okafor withdrew.", "J. Okafor", 0, ["John Okafor"]),
    ("Kiev refused. Ukraine insists on a truce.", "Kiev", 0, ["Ukraine"]),
    ("The United Arab Emirates paid. The UAE gave no reason.", "the UAE", 0, ["United Arab Emirates"]),
    ("Hosni Rahman met Ali Rahman. Ali Rahman said it went well.", "Ali Rahman", 1, ["Ali Rahman"]),
    ("Mr. Lopez refused to sign. Diego Lopez is the union's lawyer.", "Mr. Lopez", 0, ["Diego Lopez"]),
    ("The Iranian Foreign Ministry denied it. The Foreign Ministry gave no details.", "the Foreign Ministry", 0,
     ["Iranian Foreign Ministry"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "nth", "names"), SHORT_FORMS)
def test_short_forms(grammar: Grammar, text: str, words: str, nth: int, names: list[str]) -> None:
    """Short forms, initials, acronyms and other spellings go to the actor of the full name."""
    assert meant(cast_of(grammar, text), words, nth) == names


COREFERENCE = [
    ("President Ana Ruiz met the rebels. She promised a reply.", "She", 0, ["Ana Ruiz"]),
    ("Omar Haddad said he would wait.", "he", 0, ["Omar Haddad"]),
    ("Polish President Jan Nowak spoke. The Polish leader refused to sign.", "The Polish leader", 0, ["Jan Nowak"]),
    ("Russian President Ivan Sokolov and Ukrainian President Petro Bondar met. The Ukrainian president left early.",
     "The Ukrainian president", 0, ["Petro Bondar"]),
    ("Egyptian Foreign Minister Samir Fahmy called his Sudanese counterpart, Adam Idris. Idris is Sudan's foreign minister.",
     "Adam Idris", 0, ["Adam Idris"]),
    ("Serbia and Croatia talked for hours. Both sides claimed success.", "Both sides", 0, ["Serbia", "Croatia"]),
    ("Serbia and Croatia talked for hours. The two countries share a border.", "The two countries", 0, ["Serbia", "Croatia"]),
    ("Hamas said it had agreed. The group gave no date.", "The group", 0, ["Hamas"]),
    ("Hamas rejected the draft. The militant group said its answer was final.", "The militant group", 0, ["Hamas"]),
    ("Kenya said its troops would stay.", "its", 0, ["Kenya"]),
    ("The ministers of Chad and Niger signed. They shook hands.", "They", 0, ["Chad", "Niger"]),
    ("Jan Nowak, who leads the team, refused.", "who", 0, ["Jan Nowak"]),
    ('"I will not sign," said Petro Bondar.', "I", 0, ["Petro Bondar"]),
    ('"We will fight on," said Malian President Oumar Keita. Mali is at war.', "We", 0, ["Mali"]),
    ("Kuwaiti Foreign Minister Salem Jaber spoke. The foreign minister gave no date.", "The foreign minister", 0, ["Salem Jaber"]),
    ("Berit Solheim opened the session. Lars Dahl refused, and he left.", "he", 0, ["Lars Dahl"]),
    ("It was raining when talks began.", "It", 0, []),
    ('The ministry said little. "Nothing was signed," the statement said.', "the statement", 0, ["ministry"]),
    ("Interfax reported the strike. The report said two ships sank.", "The report", 0, ["Interfax"]),
    ("Lima Air lost money. The airline said it would cut jobs.", "The airline", 0, ["Lima Air"]),
    ("King Faisal of Jordan met Iraq's Omar Faisal. King Faisal left.", "King Faisal", 1, ["Faisal"]),
    ('Rapid Guard Forces adviser Yusuf Ezzat spoke. "We refuse," Ezzat said. The Rapid Guard Forces left.', "We", 0,
     ["Rapid Guard Forces"]),
    ("The rebels' commander fled. General Ali Bakr stayed.", "commander", 0, ["rebels' commander"]),
    ("A U.S. official spoke. Defense official Joe Dunn, a U.S. citizen, left. A U.S. official then denied it.",
     "A U.S. official", 1, ["U.S. official"]),
    ("Serbia and Croatia met. The deal was backed by Italy and Spain. Both sides smiled.", "Both sides", 0,
     ["Serbia", "Croatia"]),
    ("Prime Minister Ian Webb, President Luc Morel and Chancellor Uwe Brandt issued a note. The three leaders want peace.",
     "The three leaders", 0, ["Ian Webb", "Luc Morel", "Uwe Brandt"]),
    ("A Kenyan official told Reuters that talks go on. The official gave no date.", "The official", 0, ["Kenyan official"]),
    ("Families of the hostages wept. The hostages are safe.", "The hostages", 1, ["hostages"]),
    ("Foreign Minister Abbas Araghchi left. Later Araqchi spoke.", "Araqchi", 0, ["Abbas Araghchi"]),
    ("Mr. Lopez met Mrs. Diaz. She left.", "She", 0, ["Diaz"]),
    ("Spokeswoman Ana Ruiz told Lars Dahl to wait. He refused.", "He", 0, ["Lars Dahl"]),
    ("Peru, Chile and Bolivia objected. The three leaders wrote a letter. The leaders want a vote.", "The leaders", 0,
     ["Peru", "Chile", "Bolivia"]),
    ("The warring parties broke every truce.", "The warring parties", 0, ["warring parties"]),
    ("Ana Ruiz spoke to the three generals.", "the three generals", 0, []),
    ("The two sides met.", "The two sides", 0, []),
    ("Presidents Jan Nowak and Ivan Sokolov met. The two leaders smiled.", "The two leaders", 0, ["Jan Nowak", "Ivan Sokolov"]),
    ("The Lima Workers' Union struck. The union wants more pay.", "The union", 0, ["Lima Workers' Union"]),
    ("The Brotherhood of Valley Engineers struck. Valley Transit (VT) has no money. The union wants more.", "The union", 0, ["Brotherhood of Valley Engineers"]),
    ("The Lima-run health ministry counted 20 dead. A bomb hit Red Lion mosque, the ministry said.", "the ministry", 0, ["Lima-run health ministry"]),
    ("The U.S. State Department spoke to Togo.", "The U.S. State Department", 0, ["U.S. State Department"]),
    ("Colonel Idris Bello surrendered. His men fled.", "His", 0, ["Idris Bello"]),
    ("Spokeswoman Grace Otieno declined to comment. She said talks go on.", "She", 0, ["Grace Otieno"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "nth", "names"), COREFERENCE)
def test_coreference(grammar: Grammar, text: str, words: str, nth: int, names: list[str]) -> None:
    """Pronouns and descriptions go to the actors for whom they stand; what cannot be followed stands for nobody."""
    assert meant(cast_of(grammar, text), words, nth) == names


def test_ids_follow_the_order_of_first_mention(grammar: Grammar) -> None:
    """Actors are numbered in the order in which the report first names them."""
    cast, _, _ = cast_of(grammar, "Peru thanked Chile. Bolivia and Chile signed.")
    assert [(a.id, a.name) for a in cast.actors] == [("a1", "Peru"), ("a2", "Chile"), ("a3", "Bolivia")]


def test_mentions_are_the_words_of_the_text(grammar: Grammar) -> None:
    """Every piece of evidence of an actor is exactly the text at its place."""
    text = "Polish President Jan Nowak — he is 60 — met Hamas’s envoy in “Kyiv”.\u00a0The group thanked him."
    for actor in cast_of(grammar, text)[0].actors:
        assert actor.mentions
        assert all(text[e.start : e.end] == e.quote for e in actor.mentions)


@pytest.mark.parametrize(
    "text", ["", " ", "\u200b", "He.", "THE U.S. U.S. U.S.", "'s 's", "((((", "- - -", "of of the the", "It's's"]
)
def test_odd_text(grammar: Grammar, text: str) -> None:
    """Odd text gives few actors or none, and never an error."""
    cast_of(grammar, text)
