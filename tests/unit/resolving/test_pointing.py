"""Definite words that point to somebody told elsewhere by name: governments, fighters, bodies, holders told later."""

from __future__ import annotations

import pytest

from dragoman.reading.grammar.language import Grammar
from tests.unit.resolving.test_cast_news import meant

POINTING = [
    ("The Malian government and the Sarra Front met. The government said it went well.", "The government", ["Mali"]),
    (
        "The Ethiopian government met the rebels. Ethiopian troops left. They met at the South African government's guest house. The government has accused the rebels.",
        "The government",
        ["Ethiopia"],
    ),
    ("Iran and Kenya talk. The government said it was late.", "The government", ["government"]),
    ("Mali's president met the Sarra Front in Oslo. The rebels said little.", "The rebels", ["Sarra Front"]),
    ("Boko Haram freed nine men. The insurgents kept two.", "The insurgents", ["Boko Haram"]),
    ("Boko Haram met the Sarra Front, the M23 and others. The insurgents kept two.", "The insurgents", ["insurgents"]),
    (
        'The health ministry said 40 died. The interior ministry agreed. "It is bad," the ministry said.',
        "the ministry",
        ["interior ministry"],
    ),
    (
        'An adviser to the delegation said they had changed. "It is a shock," the aide told reporters.',
        "the aide",
        ["adviser to the delegation"],
    ),
    ("Minister Jon Berg spoke first. The official left at noon.", "The official", ["Jon Berg"]),
    (
        "The Norwegian foreign minister is here for talks. Norwegian Foreign Minister Jan Berg said he was glad.",
        "The Norwegian foreign minister",
        ["Jan Berg"],
    ),
    (
        "The union rejected the offer. Velma Steel met the Ober Dockers Association at noon.",
        "The union",
        ["Ober Dockers Association"],
    ),
    (
        "The union that represents the crews is on strike. Ober Pilots Association spokesman Jon Berg was calm.",
        "The union",
        ["Ober Pilots Association"],
    ),
    ("The company was silent. Velma Steel met the Dockers' Guild on Monday.", "The company", ["Velma Steel"]),
    ("The company was silent. Velma Steel met Orsk Foods on Monday.", "The company", ["company"]),
    (
        "The government was silent. Mali said Mali would wait. A team left Mali for Kenya. Mali has waited before.",
        "The government",
        ["Mali"],
    ),
    (
        "The envoy is here for talks with the president. Sri Lankan President Ana Silva smiled.",
        "the president",
        ["Ana Silva"],
    ),
    (
        "The president left. Chad's President Ali Deby and Mali's President Omar Keita stayed.",
        "The president",
        ["president"],
    ),
    ("The EU envoy Lena Holm stays. Envoy Omar Sato will go. The UN envoy is glad.", "The UN envoy", ["Omar Sato"]),
]


@pytest.mark.parametrize(("text", "words", "names"), POINTING)
def test_definite_words_point(grammar: Grammar, text: str, words: str, names: list[str]) -> None:
    """They stand for the only one, or the nearest, that they can mean, before or behind; else for themselves."""
    assert meant(grammar, text, words) == names


SPEAKING = [
    ('Ermin said Seguin will stress the law. "We will see," he said.', "he", ["Ermin"]),
    ('Moran said he was certain, adding that Demir told him so. "We are ready," he stressed.', "he", ["Moran"]),
    ("Ana Ruiz would stress the law, Jon Berg said. He added that it was late.", "He", ["Jon Berg"]),
    ("Spokesman Peter Kov spoke first, he said. Ali Demir gave signals, he said.", "he", ["Peter Kov"]),
]


@pytest.mark.parametrize(("text", "words", "names"), SPEAKING)
def test_who_speaks_on(grammar: Grammar, text: str, words: str, names: list[str]) -> None:
    """He who speaks on is he who spoke, and none of those whom he only told of."""
    assert meant(grammar, text, words) == names


BARE = [
    ("The insurgents released 300 of the detainees.", "The insurgents", ["insurgents"]),
    (
        "The insurgents' release of government detainees went on, the insurgents of the valley said.",
        "the insurgents",
        None,
    ),
    ("Workers on short-term contracts agreed.", "Workers", ["Workers"]),
    ("Prisoners freed on Friday thanked them.", "Prisoners", ["Prisoners"]),
    ("Residents in Marib reported fighting.", "Residents", ["Residents in Marib"]),
    ("Elders of the valley council stayed.", "Elders", ["Elders of the valley council"]),
    ("A source close to the talks said yes.", "A source", ["source close to the talks"]),
]


@pytest.mark.parametrize(("text", "words", "names"), BARE)
def test_what_belongs_to_a_description(grammar: Grammar, text: str, words: str, names: list[str] | None) -> None:
    """A place, a body or people tell a description from others; matters, days and deeds do not."""
    assert names is None or meant(grammar, text, words) == names


TOGETHER = [
    (
        "Representatives for Norland President Jon Berg and opposition leader Ana Ruiz came. Norway said both sides agreed.",
        "both sides",
        ["Jon Berg", "Ana Ruiz"],
    ),
    (
        "China and the United States talked. They met at the two countries' border. The two countries' leaders agreed.",
        "leaders",
        ["China", "United States"],
    ),
    ("The Tamil Tigers met envoys of Norway. The Tamil rebels said no.", "The Tamil rebels", ["Tamil Tigers"]),
    ("Russia, Syria's ally, brokered the truce.", "ally", ["Russia"]),
    ("In April Kenya made up with its oldest trade union, the Dock League.", "oldest trade union", ["Dock League"]),
    (
        "The Sarra Front wrote back. In Rome a bishop saw the Sarra Front's Lima-based legal team.",
        "Lima-based legal team",
        ["Sarra Front's Lima-based legal team"],
    ),
    ("Government, MILF meet. The Philippine government said so.", "Government", ["Philippines"]),
    (
        "Omar Sato met the UN's Secretary-General Ban Lee. Jon Berg and Mali's leader Ana Ruiz spoke. The leaders left.",
        "The leaders",
        ["Jon Berg", "Ana Ruiz"],
    ),
    ("Mali, a mediator in the talks, agreed.", "a mediator", ["Mali"]),
    ("Ten boats sank: the Lenn Institute (LI) research team counted them.", "research team", ["Lenn Institute"]),
]


@pytest.mark.parametrize(("text", "words", "names"), TOGETHER)
def test_sides_and_appositions(grammar: Grammar, text: str, words: str, names: list[str]) -> None:
    """Those told together are both sides; states and bodies are what an apposition calls them."""
    assert meant(grammar, text, words) == names


LATE = [
    (
        "Peru's foreign minister said it was late. In Lima, Foreign Minister Ana Ruiz of Peru said she would go.",
        "foreign minister",
        ["Ana Ruiz"],
    ),
    (
        "Peru's foreign minister said it was late. In Lima, Ana Ruiz said she would go.",
        "foreign minister",
        ["foreign minister"],
    ),
    (
        "Peru's foreign minister said it was late. Singer Ana Ruiz said she would go.",
        "foreign minister",
        ["foreign minister"],
    ),
    (
        "Peru's foreign minister said that Ana Ruiz said no. Later Jon Berg said he would go.",
        "foreign minister",
        ["foreign minister"],
    ),
]


@pytest.mark.parametrize(("text", "words", "names"), LATE)
def test_a_holder_named_in_the_next_sentence(grammar: Grammar, text: str, words: str, names: list[str]) -> None:
    """Who is told by the office first is who is named later with this office; a stranger who speaks next has none."""
    assert meant(grammar, text, words) == names


FIGHT = [
    ("The Sarra Front fled. The rebels said no.", ["Sarra Front"]),
    ("The Sarra Alliance met. The rebels said no.", ["rebels"]),
    ("The Sarra Movement met. The rebels said no.", ["rebels"]),
]


@pytest.mark.parametrize(("text", "names"), FIGHT)
def test_only_names_of_forces_are_fighters(grammar: Grammar, text: str, names: list[str]) -> None:
    """An alliance or a movement is no armed group by its name."""
    assert meant(grammar, text, "The rebels") == names


def test_a_tie_of_governments_is_left_open(grammar: Grammar) -> None:
    """Of two governments told equally often, "the government" is neither."""
    text = "Talks of Peru's government with Chile's government failed. Rain fell. Snow fell. The government said no."
    assert meant(grammar, text, "The government") not in (["Peru"], ["Chile"])
