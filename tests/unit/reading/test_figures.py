"""Numbers of people, things and money in sentences of our own: what counts, how it is compared, who said so."""

from __future__ import annotations

from math import isfinite

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.reading.figures.finder import find_figures
from dragoman.reading.figures.numerals import find_numerals
from dragoman.reading.grammar.language import Grammar
from dragoman.reading.layout.page import Page
from dragoman.reading.lexicon import load
from dragoman.reading.marks import FigureMark, Mention
from dragoman.reading.scene import Scene
from dragoman.terms.span import Span


def figures_of(grammar: Grammar, text: str, *, named: tuple[str, ...] = ()) -> tuple[FigureMark, ...]:
    """Find the figures of a text in which the phrases `named` are mentions (the last word of each its head)."""
    mentions = []
    for phrase in named:
        start = text.index(phrase)
        end = start + len(phrase)
        head = Span(start + phrase.rfind(" ") + 1, end)
        mentions.append(Mention(span=Span(start, end), head=head, form="name", name=phrase))
    parse = next(iter(grammar.parse([Page(copy=text)])))
    return find_figures(Scene(parse, tuple(mentions), ()))


COUNTS = [
    ("The storm killed 17 fishermen on the lake.", 17, "=", "fishermen"),
    ("More than 4,300 refugees crossed the pass before dawn.", 4300, ">", "refugees"),
    ("At least two dozen miners were trapped.", 24, ">=", "miners"),
    ("Fewer than 90 voters signed the petition.", 90, "<", "voters"),
    ("The ship can carry up to 650 passengers.", 650, "<=", "passengers"),
    ("Some 2.5 million farmers depend on the canal.", 2500000, "~", "farmers"),
    ("Nearly 40 trucks waited at the gate.", 40, "~", "trucks"),
    ("The dam has burst and 1.3m are homeless.", 1300000, "=", "people"),
    ("The flood buried 2,800 under mud.", 2800, "=", "people"),
    ("The fire raged on, forcing 150,000 to flee to the coast.", 150000, "=", "people"),
    ("Rebels freed 212 prisoners of war in the swap.", 212, "=", "prisoners of war"),
    ("The blast left 31 wounded.", 31, "=", "people"),
    ("Sixty-four people died and 19 are missing.", 64, "=", "people"),
    ("The quake led to the death of 58 villagers.", 58, "=", "villagers"),
    ("The army lost no fewer than 12 tanks at the ford.", 12, ">=", "tanks"),
    ("Hundreds of thousands of Kestrians took to the streets.", 200000, ">=", "Kestrians"),
    ("Dozens of bakers joined the strike.", 24, ">=", "bakers"),
    ("Three nurses were shot dead at the clinic.", 3, "=", "nurses"),
    ("One guard was killed in the raid.", 1, "=", "guard"),
    ("As many as 300 soldiers surrendered.", 300, "<=", "soldiers"),
    ("Half a million letters went unread.", 500000, "=", "letters"),
    ("The two countries exchanged 88 sailors each.", 88, "=", "sailors"),
    ("The camp holds 1,900 orphans or more.", 1900, "=", "orphans"),
    ("Roughly 15 mln voters are registered.", 15000000, "~", "voters"),
    ("The death toll rose to 73.", 73, "=", "people"),
    ("Its 240 employees walked out.", 240, "=", "employees"),
    ("The 38-nation grain league met in the harbour.", 38, "=", "nations"),
    ("A nine-man crew reached the harbour.", 9, "=", "men"),
    ("The rebels have a 2,600-strong army.", 2600, "=", "members"),
]


@pytest.mark.parametrize(("text", "value", "comparator", "unit"), COUNTS)
def test_counts(grammar: Grammar, text: str, value: float, comparator: str, unit: str) -> None:
    """A count has its value, its comparator and what is counted."""
    first = figures_of(grammar, text)[0]
    assert (first.value, first.comparator, first.unit) == (value, comparator, unit)


MONEY = [
    ("The bank lent the port $3.2 billion.", 3.2e9, "$"),
    ("The fine was €450,000.", 450000, "€"),
    ("The city wants 60 million euros for the bridge.", 60e6, "euros"),
    ("Donors pledged more than £7bn in aid.", 7e9, "£"),
    ("The guard earns $900 a month.", 900, "$ a month"),
    ("The miners asked for dlrs 1,667 each.", 1667, "dlrs"),
    ("A treaty worth US$12 million was signed.", 12e6, "US$"),
    ("The bank granted the port a 103 mln stg loan.", 103e6, "stg"),
    ("The firm asked for time to pay its 610.5 billion peseta debt.", 610.5e9, "peseta"),
]


@pytest.mark.parametrize(("text", "value", "unit"), MONEY)
def test_money(grammar: Grammar, text: str, value: float, unit: str) -> None:
    """A sum of money has its currency as unit."""
    found = figures_of(grammar, text)
    assert [(f.value, f.unit) for f in found] == [(value, unit)]


NONE = [
    "Group of Seven bakers closed the harbour.",
    "The two-state plan was read aloud.",
    "The two leaders met for three hours.",
    "The village lies 14 kilometres east of the river.",
    "Turnout was 61 percent, up from 48% in 2019.",
    "The minister, 54, has two years left in office.",
    "A 30-day truce came into force at 6 a.m.",
    "They held four rounds of talks on three core issues.",
    "Article 5 of the treaty and Resolution 1701 remain in force.",
    "The F-16 landed on runway 27.",
    "It is the 29th day of the strike.",
    "Both sides want one thing.",
    "In 2014 the border was closed.",
    "The home side won 3-1 in the final.",
    "Temperatures fell to minus 20 degrees.",
    "One official said no decision had been made.",
    "Call 555-0142 for details.",
    "He was born in 1967 and took office at 38.",
    "Their three delegations left the hall.",
    "Two officials said the road was open.",
    "According to three people who saw it, the road was open.",
    "The shop sold a five pound hammer.",
]


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_figure(grammar: Grammar, text: str) -> None:
    """Dates, durations, distances, ages, shares, turns, labels and numbers that only point are no figures."""
    assert figures_of(grammar, text) == ()


RANGES = [
    ("Between 40 and 60 boats left the harbour.", 40, 60),
    ("The rebels hold 200 to 250 hostages.", 200, 250),
    ("Officials expect 2-3 million visitors.", 2e6, 3e6),
    ("The farm lost 15–20 cows.", 15, 20),
]


@pytest.mark.parametrize(("text", "low", "high"), RANGES)
def test_ranges(grammar: Grammar, text: str, low: float, high: float) -> None:
    """A range keeps both bounds, and its value is the upper one."""
    (found,) = figures_of(grammar, text)
    assert (found.low, found.high, found.value) == (low, high, high)


BACK = [
    ("The raid left 80 people dead, 12 of them children.", [80, 12]),
    ("Some 45 hostages remain in the town, up to 20 of whom are ill.", [45, 20]),
    ("The fire killed 14 people and 30 others were hurt.", [14, 30]),
    ("After the mutiny, 60 sailors were dead and 19 imprisoned.", [60, 19]),
    ("Two of its divers had drowned.", [2]),
    ("The deficit rose to 13.6 billion dollars from 10.2 billion in 1985.", [13.6e9, 10.2e9]),
    ("The bridge cost 60 million euros, and 4 million people use it.", [60e6, 4e6]),
    ("Fourteen of the 15 guilds voted for it.", [14, 15]),
    ("The flood claimed 40 lives and injured more than 600.", [40, 600]),
]


@pytest.mark.parametrize(("text", "values"), BACK)
def test_numbers_that_point_back(grammar: Grammar, text: str, values: list[float]) -> None:
    """A number without a noun of its own counts those told just before, or people by their fate."""
    assert [f.value for f in figures_of(grammar, text)] == values


def test_a_formula_is_one_figure(grammar: Grammar) -> None:
    """Equal numbers swapped for each other are one figure about what is swapped."""
    (found,) = figures_of(grammar, "They will exchange captives by the formula 250 for 250 next month.")
    assert (found.value, found.unit) == (250, "captives")


CLAIMS = [
    ("The harbour ministry said 14 sailors had drowned.", "The harbour ministry"),
    ("Kestria’s health ministry, run by the rebels, says more than 900 people have been killed.", "health ministry"),
    ("According to Mayor Stanek, 52 houses burned down.", "Mayor Stanek"),
    ("At least 52 houses burned down, according to Mayor Stanek.", "Mayor Stanek"),
    ("State radio put the toll at nine.", "State radio"),
    ("The mission counted 12 bodies in the market.", "The mission"),
    ("Some 300 villagers had fled, Orlik told reporters.", "Orlik"),
    ("Corvin estimated that 5,000 soldiers were stationed there.", "Corvin"),
    ("The Red Cross has recorded 77 arrests since the coup.", "The Red Cross"),
    ("Holm said on Monday that the army lost six drones.", "Holm"),
    ("The mayor said the army had reported 21 deaths.", "the army"),
    ("The agency reported that up to 40 trucks were stopped.", "The agency"),
    ("“We have buried 31 men,” said Stanek.", "Stanek"),
    ("Twelve guards were wounded, the prison announced.", "the prison"),
    ("The count is lower than the 21 dead reported by the mayor.", "the mayor"),
]


@pytest.mark.parametrize(("text", "claimant"), CLAIMS)
def test_claimants(grammar: Grammar, text: str, claimant: str) -> None:
    """The one who is said to have given a number is its source."""
    (found, *_) = figures_of(grammar, text, named=(claimant,))
    assert found.source == 0


UNCLAIMED = [
    ("Orlik met 20 widows in the town hall.", "Orlik"),
    ("The army freed 30 hostages, and Orlik went home.", "Orlik"),
    ("Fighting that has killed 800 people worries Orlik.", "Orlik"),
    ("Orlik did not say that 40 ships were lost.", "Orlik"),
    ("Six ships sank. Orlik said nothing.", "Orlik"),
]


@pytest.mark.parametrize(("text", "named"), UNCLAIMED)
def test_no_claimant(grammar: Grammar, text: str, named: str) -> None:
    """Who only stands near a number, or does not say it, is not its source."""
    assert all(f.source is None for f in figures_of(grammar, text, named=(named,)))


ENTRIES = load("figures")["entry"]


def holds(grammar: Grammar, entry: dict[str, str], sentence: str) -> bool:
    """Whether a sentence holds a figure as an entry of the lexicon says."""
    found = figures_of(grammar, sentence, named=("Port doctors",) if entry["part"] == "claim" else ())
    if entry["part"] in ("before", "after"):
        return [f.comparator for f in found] == [entry["sense"]]
    if entry["part"] == "claim":
        return [f.source for f in found] == [0]
    if entry["part"] == "bland":
        return [f.fate for f in found] == [None]
    return len(found) == 1


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: f"{entry['part']} {entry['sense']}")
def test_lexicon(grammar: Grammar, entry: dict[str, str]) -> None:
    """What an entry of the lexicon stands for is in its example and not in its counter-example."""
    assert holds(grammar, entry, entry["example"])
    assert not holds(grammar, entry, entry["counter"])


NUMERALS = [
    ("two hundred and fifty thousand", 250000),
    ("tens of thousands", 20000),
    ("half a dozen", 6),
    ("10 000", 10000),
    ("1,234,567", 1234567),
    ("seventy-one", 71),
    ("2.7 mln", 2700000),
    ("a hundred", 100),
    ("twelve hundred", 1200),
    ("a hundred and thirty million", 130000000),
]


@pytest.mark.parametrize(("text", "value"), NUMERALS)
def test_numerals(text: str, value: float) -> None:
    """Numbers are read exactly, in digits and in words."""
    assert [n.value for n in find_numerals(text)] == [value]


@pytest.mark.parametrize(
    "text", ["45-day", "29th", "30km", "50%", "1980s", "F-16", "20:30", "3/4", "K2-18b", "10.5 %", "6'3\" tall"]
)
def test_numbers_inside_other_words(text: str) -> None:
    """A number that is part of a longer string is none."""
    assert list(find_numerals(text)) == []


@pytest.mark.parametrize(
    "text", ["", "0", "million", "of 7", "7 of", "$", "9 9 9 9 9 9", "١٢ people", "²", "1,,2,3 men", "and 5 to"]
)
def test_odd_text_is_no_error(grammar: Grammar, text: str) -> None:
    """Odd text gives no figure or a harmless one, never an error, and its words are those of the text."""
    for figure in figures_of(grammar, text):
        assert figure.span.of(text).strip()


PARTS = (
    "9" * 400,
    "1,000",
    " ",
    " million",
    "-",
    "dozens of",
    "$",
    "two",
    " hundred",
    " and ",
    "\u212a",
    "\u0661",
    "%",
    "\x00",
)


@given(st.lists(st.sampled_from([*PARTS, ".", "é", "between ", " to ", "3"]), max_size=12).map("".join))
def test_any_numerals_have_exact_spans(text: str) -> None:
    """Whatever stands together, numbers lie in the text, in order, and their values are finite."""
    end = 0
    for numeral in find_numerals(text):
        assert end <= numeral.core.start < numeral.core.end <= len(text)
        assert numeral.span.start <= numeral.core.start
        assert isfinite(numeral.value)
        end = numeral.core.end


def test_metres_are_no_millions(grammar: Grammar) -> None:
    """A letter behind a number counts people only where people are told."""
    told = figures_of(grammar, "The rebels shelled the wall, of which 2m were rebuilt, and 2m people fled.")
    assert [f.value for f in told] == [2000000]
