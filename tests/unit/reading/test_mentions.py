"""Mentions: which words of a text stand for actors, and what the words around them say."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.reading.actors.mentions import find_mentions
from dragoman.reading.actors.places import find_places
from dragoman.reading.grammar.language import Grammar
from dragoman.reading.grammar.parse import Parse
from dragoman.reading.layout.page import lay_out
from dragoman.reading.marks import Mention
from dragoman.terms.report import Report


def parse_of(grammar: Grammar, text: str) -> Parse:
    """Parse a text."""
    return next(iter(grammar.parse([lay_out(Report(id="t", published=date(2025, 5, 14), text=text))])))


def mention(grammar: Grammar, text: str, words: str) -> Mention:
    """Return the mention with exactly these words."""
    found = find_mentions(parse_of(grammar, text))
    fitting = [m for m in found if m.span.of(text) == words]
    assert fitting, [m.span.of(text) for m in found]
    return fitting[0]


NAMES = [
    ("Prime Minister Anna-Lena Berg resigned.", "Prime Minister Anna-Lena Berg", "Anna-Lena Berg", "person"),
    ("Sheikh Hamad bin Jaber al-Sabah hosted the round.", "Sheikh Hamad bin Jaber al-Sabah", "Hamad bin Jaber al-Sabah", "person"),
    ("The envoys thanked Michael Jordan for his help.", "Michael Jordan", "Michael Jordan", "person"),
    ("The militant group Jund al-Sahra claimed the attack.", "The militant group Jund al-Sahra", "Jund al-Sahra", "armed-group"),
    ("Boko Haram freed twelve girls.", "Boko Haram", "Boko Haram", "armed-group"),
    ("The International Committee of the Red Cross sent trucks.", "The International Committee of the Red Cross",
     "International Committee of the Red Cross", "ngo"),
    ("Interfax quoted the ministry.", "Interfax", "Interfax", "media"),
    ("The African Union sent observers.", "The African Union", "African Union", "igo"),
    ("Norsk Kraft Corp. dismissed the claim.", "Norsk Kraft Corp.", "Norsk Kraft Corp.", "company"),
    ("The Kremlin shrugged.", "The Kremlin", "Kremlin", "government"),
    ("TGH Royal Danish Airways bought a rival.", "TGH Royal Danish Airways", "TGH Royal Danish Airways", "company"),
    ("Prime Minister-designate Ana Ruiz came.", "Prime Minister-designate Ana Ruiz", "Ana Ruiz", "person"),
    ("General Motors shut the plant.", "General Motors", "General Motors", "company"),
    ("General Marlow shut the road.", "General Marlow", "Marlow", "person"),
    ("Senate Majority Whip Ana Ruiz came.", "Senate Majority Whip Ana Ruiz", "Ana Ruiz", "person"),
    ("South Sudan withdrew.", "South Sudan", "South Sudan", "state"),
    ("The Luhansk People's Republic voted.", "The Luhansk People's Republic", "Luhansk People's Republic", "state"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "name", "kind"), NAMES)
def test_names(grammar: Grammar, text: str, words: str, name: str, kind: str) -> None:
    """A name is found with the words before it, bare of office, title and article, and with its kind."""
    found = mention(grammar, text, words)
    assert (found.form, found.name, found.kind) == ("name", name, kind)


DESCRIPTIONS = [
    ("A senior Fatah official refused.", "A senior Fatah official", "senior Fatah official", "person", "PSE"),
    ("Two French diplomats waited.", "Two French diplomats", "French diplomats", "person", "FRA"),
    ("Georgian troops crossed the river.", "Georgian troops", "Georgian troops", "military", "GEO"),
    ("Rebels in the north fired first.", "Rebels", "Rebels in the north", "armed-group", None),
    ("People familiar with the matter said no.", "People", "People familiar with the matter", "group", None),
    ("Officials from Togo and Benin agreed.", "Officials", "Officials from Togo and Benin", "person", None),
    ("Environmentalists say it is late.", "Environmentalists", "Environmentalists", "group", None),
    ("The campaign said it would answer.", "The campaign", "campaign", "group", None),
]


@pytest.mark.parametrize(("text", "words", "name", "kind", "state"), DESCRIPTIONS)
def test_descriptions(grammar: Grammar, text: str, words: str, name: str, kind: str, state: str | None) -> None:
    """Unnamed people and groups are mentions with words of their own, bare of article and small number."""
    found = mention(grammar, text, words)
    assert (found.form, found.name, found.kind, found.state) == ("description", name, kind, state)


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("The French and Canadian leaders met.", "The French", "French leader"),
        ("Talks between the Iraqi and Syrian delegations began.", "the Iraqi", "Iraqi delegation"),
        ("Russian, Ukrainian and Turkish officials came.", "Russian", "Russian officials"),
    ],
)
def test_shared_noun(grammar: Grammar, text: str, words: str, name: str) -> None:
    """Demonyms told together share the noun that stands behind the last of them."""
    assert mention(grammar, text, words).name == name


@pytest.mark.parametrize(
    ("text", "words", "code"),
    [
        ("Iran-US talks failed.", "Iran", "IRN"),
        ("Iran-US talks failed.", "US", "USA"),
        ("A Turkish-brokered deal holds.", "Turkish", "TUR"),
        ("The Philippine proposal was read out.", "Philippine", "PHL"),
    ],
)
def test_states_in_front_of_a_noun(grammar: Grammar, text: str, words: str, code: str) -> None:
    """A state that only modifies another noun is a mention of its own."""
    assert mention(grammar, text, words).state == code


@pytest.mark.parametrize(
    ("text", "words", "place"),
    [
        ("They met in Vienna.", "Vienna", True),
        ("Vienna welcomed the vote.", "Vienna", False),
        ("She flew to Cairo.", "Cairo", True),
        ("The message to Cairo was clear.", "Cairo", False),
        ("Cairo's offer stands.", "Cairo", False),
        ("Ties between Cairo and Khartoum cooled.", "Khartoum", False),
        ("The plan was rejected by Cairo.", "Cairo", False),
        ("He left Cairo at noon.", "Cairo", True),
    ],
)
def test_capital_as_place_or_government(grammar: Grammar, text: str, words: str, place: bool) -> None:
    """A capital is a place behind "in", "to" and verbs of motion, a government where it speaks, owns or deals."""
    assert mention(grammar, text, words).place is place


@pytest.mark.parametrize(
    ("text", "words", "same"),
    [
        ("Jan Nowak, who leads the team, refused.", "who", "Jan Nowak"),
        ("Leyla Aksoy, the minister, left.", "the minister", "Leyla Aksoy"),
        ('"I refuse," Jan Nowak said.', "I", "Jan Nowak"),
        ('Jan Nowak said: "We refuse."', "We", "Jan Nowak"),
        ("Hamas, the militant group, agreed.", "the militant group", "Hamas"),
    ],
)
def test_made_equal_by_grammar(grammar: Grammar, text: str, words: str, same: str) -> None:
    """Appositions, relative pronouns and the first person of a quotation point to the mention that they repeat."""
    found = mention(grammar, text, words)
    assert found.same_as is not None
    assert find_mentions(parse_of(grammar, text))[found.same_as].span.of(text) == same


@pytest.mark.parametrize(
    "text", ["Tensions rose.", "Strikes hit the port.", "Negotiations failed on Monday.", "The river froze."]
)
def test_common_nouns_are_nobody(grammar: Grammar, text: str) -> None:
    """Nouns for things are no mentions, also where a sentence gives them a capital."""
    assert find_mentions(parse_of(grammar, text)) == ()


def test_heads_are_single_words_inside_their_spans(grammar: Grammar) -> None:
    """The head of a mention is one word of it, no two mentions share a head, and they come in the order of the text."""
    text = "Polish President Jan Nowak and EU foreign policy chief Ana Ruiz told Reuters that the Iraqi and Syrian teams met them."
    found = find_mentions(parse_of(grammar, text))
    assert all(m.head in m.span and " " not in m.head.of(text) for m in found)
    assert len({m.head for m in found}) == len(found)
    assert list(found) == sorted(found, key=lambda m: m.span.start)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("They met in Vienna.", {"Vienna"}),
        ("Vienna welcomed the vote.", {"Vienna"}),
        ("Anna Berg welcomed the vote.", set()),
        ("A drone hit a depot near Odesa in Ukraine.", {"Odesa", "Ukraine"}),
    ],
)
def test_places(grammar: Grammar, text: str, names: set[str]) -> None:
    """Names that can be places are found by their head word, whatever part they play; those of persons are none."""
    parse = parse_of(grammar, text)
    mentions = find_mentions(parse)
    found = find_places(parse, mentions, {m.word: n for n, m in enumerate(mentions)}, ())
    assert {span.of(text) for span in found.values()} == names
