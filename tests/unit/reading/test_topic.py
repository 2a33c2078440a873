"""The gate: which texts are about a negotiation in the sense of the record, and which about players, films, firms or stars."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.reading.actors.mentions import find_mentions
from dragoman.reading.grammar.language import Grammar
from dragoman.reading.layout.page import lay_out
from dragoman.reading.topic import about_negotiation
from dragoman.terms.report import Report

TALKS = [
    "President Ana Ruiz agreed to meet the strikers' leaders.",
    "Serbia signaled that it was ready to accept the autonomy plan.",
    "Dockers at the port rejected a 4% pay offer and will walk out on Monday, their union said.",
    "Nurses want a 10% rise, the hospital staff association said after talks with managers.",
    "Bus drivers and the transport company resumed wage talks; the drivers' union wants shorter shifts.",
    "The airline's pilots voted to strike after management refused to improve its offer on pensions.",
    (
        "Actors and writers walked off the set as their guild demanded a better contract from the Hollywood "
        "studios; union negotiators return to the table on Monday."
    ),
    (
        "The footballers' union threatened to strike unless the league improves insurance for injured "
        "players, and called for arbitration."
    ),
    "Teachers ended their strike after the ministry accepted the union's demands on class size and pay.",
    ("Auto workers rejected a tentative contract with the carmaker; the union said shareholders' profits had doubled."),
    ("The EU offered to cut car tariffs to zero if Washington drops its levy on steel, the trade commissioner said."),
    "India and Britain resumed talks on a free trade deal; Delhi wants more visas, London lower duties on whisky.",
    "Ottawa scrapped its digital tax so that trade negotiations with the United States could go on.",
    "The two countries' fishing ministers failed to agree on cod quotas; Norway rejected the offer.",
    "The Greens and the Social Democrats agreed on a coalition agreement after night-long talks on the budget.",
    "The Liberal leader ruled out joining a coalition with the far right.",
    "The party demanded the finance ministry as the price of its support for a minority government.",
    "The rebels freed twelve captives in exchange for twenty jailed fighters.",
    "Families of the kidnapped aid workers urged the mediators to accept the gang's terms.",
    "The army and the militia swapped the bodies of soldiers on Friday.",
    (
        "Negotiators at the climate summit rejected a draft text on finance for poor nations; scientists "
        "warned that emissions must fall."
    ),
    "Scientists urged governments to back a plastics treaty as delegates met for a fifth round.",
    ("Ethiopia rejected Egypt's proposal on the filling of the dam, a study of the river's flow shows why it matters."),
    "Greece's creditors gave Athens until Friday to accept the bailout terms; stocks and bank shares fell.",
    "The junta and ethnic armies met in China to discuss a truce along the trade road.",
    "Creditors and the finance ministry of Zambia agreed a debt restructuring with bondholders after two years.",
    "Bougainville's leaders want independence from Papua New Guinea, and talks open on Tuesday.",
    "The tribe and the state government agreed to share the river's water.",
    (
        "North and South Korea agreed to march together at the Olympic opening ceremony and field a joint "
        "women's ice hockey team, after talks at the border village."
    ),
    "The mayor rejected the squatters' demands and ordered the building cleared.",
    "Turkey said it was ready to host peace talks.",
    "Hamas rejects truce plan",
    "Britain and Spain agree on Gibraltar's border",
    "The Farc's chief negotiator and the president of the senate were to meet in Havana.",
    "Iran will not give up enrichment, its foreign minister said.",
    "Kosovo accepted the EU plan; Serbia did not.",
]
QUIET = [
    "The striker rejected a new offer from the club, which is in talks over a contract for the goalkeeper.",
    (
        "United have agreed a fee with Porto for the midfielder and personal terms are being discussed, "
        "sources said. The Portugal international wants to leave."
    ),
    ("The quarterback and the team are far apart in contract talks, and a deal before the season opener is unlikely."),
    "The coach refused to rule out a move for the winger in the January window.",
    (
        "FIFA president rejected calls for a winter break as the league's clubs demanded compensation for "
        "the tournament."
    ),
    "The national team captain of Brazil called for calm before the World Cup semi-final against Germany.",
    "The actress is in talks to star in the sequel and has accepted an offer from the studio.",
    "The director wants the singer for the film, but the band's label has rejected the proposal.",
    "Netflix is in negotiations to buy the rights to the series from the author.",
    "The rapper and his former producer settled their dispute and agreed to release the album.",
    "Shareholders welcomed the merger proposal as the retailer rejected the takeover bid.",
    "The bank is in talks with investors over a stake in its insurance arm; its shares rose 4%.",
    ("The start-up has agreed to be acquired for $2 billion, subject to approval by regulators in Germany and France."),
    "The carmaker's chief executive rejected the bid as too low and urged shareholders not to sell.",
    "The coffee chain is in talks to open a shop in the old town hall.",
    "The brewery agreed a deal with a supermarket to supply its beers to stores in Ireland and Britain.",
    "Astronomers proposed a new name for the planet and supported the telescope's upgrade.",
    "Researchers at the university offered volunteers a vaccine and rejected the theory in a study in a journal.",
    "The space agency and its Japanese partner agreed to launch the probe to the asteroid in 2028.",
    "The physicist's proposal for a collider was welcomed by scientists in Geneva.",
    "The chef rejected the idea of adding cream to carbonara.",
    "The council approved plans for a new supermarket and offered the landlord a new lease on the shop.",
    "The tech company unveiled a phone and agreed a deal with its chip supplier in Taiwan.",
    "The tennis player accepted a wild card and will meet the Spaniard in the final on Sunday.",
    "The golfer pulled out of the tournament in Scotland with a back injury.",
    "Club chairman denies talks over sale of stadium to American investors",
    "The singer cancelled a concert in Paris and offered fans a refund.",
    (
        "The drug maker and the laboratory agreed to share the patent on the gene therapy after patients' "
        "groups demanded access."
    ),
    "The chess champion accepted a draw offer from the Norwegian after 41 moves of the match.",
    "Midfielder agrees new three-year contract with Spanish champions",
    "The publisher rejected the novelist's manuscript, and she proposed a shorter version.",
]


@pytest.mark.parametrize("text", TALKS)
def test_public_bargaining_is_a_negotiation(grammar: Grammar, text: str) -> None:
    """States, armed groups, parties, unions and creditors negotiate, also where the text touches on sport, film or firms."""
    assert told(grammar, text)


@pytest.mark.parametrize("text", QUIET)
def test_bargaining_over_players_films_and_firms_is_none(grammar: Grammar, text: str) -> None:
    """Clubs, studios, companies and laboratories have talks, offers and deals that the record leaves out."""
    assert not told(grammar, text)


def test_nothing_held_against_a_text_lets_it_through(grammar: Grammar) -> None:
    """A text with no word of any field is read like the others."""
    assert told(grammar, "They agreed.")
    assert told(grammar, "")


def told(grammar: Grammar, text: str) -> bool:
    """Ask the gate."""
    parse = next(iter(grammar.parse([lay_out(Report("x", date(2025, 5, 14), text))])))
    return about_negotiation(parse, find_mentions(parse))
