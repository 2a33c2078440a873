"""Positions in the words of many conflicts: verdicts, votes, deadlines, dropped demands, and words that take no stance."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.terms.findings import Findings

Read = Callable[..., Findings]

# text, holder, stance, the very words of the matter
WIDER: list[tuple[str, str, str, str]] = [
    (
        "Uganda refused to accept the map drawn up by the mediators.",
        "Uganda",
        "rejects",
        "the map drawn up by the mediators",
    ),
    (
        "Somalia said it was ready to negotiate and wanted peace, the mediator said on Sunday.",
        "Somalia",
        "accepts",
        "negotiate",
    ),
    (
        "Niger's army will not leave the northern towns as demanded by the rebels.",
        "rebels",
        "demands",
        "leave the northern towns",
    ),
    (
        "Niger rejected the truce declared by the rebels as a trick.",
        "Niger",
        "rejects",
        "the truce declared by the rebels",
    ),
    (
        "Mali said it could not accept the rebels' demand that foreign observers verify the truce.",
        "rebels",
        "demands",
        "foreign observers verify the truce",
    ),
    (
        "The rebels rejected President Karim Sow's calls for them to lay down their weapons.",
        "Karim Sow",
        "demands",
        "lay down their weapons",
    ),
    (
        "Kenya proposed a buffer zone in an effort to end the siege.",
        "Kenya",
        "proposes",
        "a buffer zone",
    ),
    (
        "Chad offered a truce on condition that the rebels stop their advance.",
        "Chad",
        "proposes",
        "a truce",
    ),
    (
        "The company gave the union until midnight on Friday to accept the proposal, after weeks of strike.",
        "company",
        "demands",
        "accept the proposal",
    ),
    (
        "Qatar said on Tuesday it would attempt to broker direct talks between the two armies.",
        "Qatar",
        "offers",
        "broker direct talks between the two armies",
    ),
    (
        "Jordan said it would host the next round of talks.",
        "Jordan",
        "offers",
        "host the next round of talks",
    ),
    (
        "Peru wants at least $500 million in reparations from Chile, negotiators said.",
        "Peru",
        "demands",
        "at least $500 million in reparations from Chile",
    ),
    (
        "Secretary-General Ana Prelec urged a final push for a ceasefire.",
        "Ana Prelec",
        "demands",
        "a final push for a ceasefire",
    ),
    (
        "President Omar Nuri said the return of the islands was non-negotiable, ahead of the talks.",
        "Omar Nuri",
        "demands",
        "the return of the islands",
    ),
    (
        '"The border issue is non-negotiable," President Omar Nuri told reporters before the talks.',
        "Omar Nuri",
        "demands",
        "The border issue",
    ),
    (
        "Lebanon criticised the ceasefire proposal on Friday.",
        "Lebanon",
        "rejects",
        "the ceasefire proposal",
    ),
    (
        "A foreign base on the island is a non-starter, Malta's President Luis Prado said.",
        "Luis Prado",
        "rejects",
        "A foreign base on the island",
    ),
    (
        "A foreign base on the island is off the table, Malta's President Luis Prado said before the talks.",
        "Luis Prado",
        "rejects",
        "A foreign base on the island",
    ),
    (
        "Ecuador promised to reopen the border crossing under the accord.",
        "Ecuador",
        "accepts",
        "reopen the border crossing under the accord",
    ),
    (
        "Ecuador pledged to withdraw its troops from the valley.",
        "Ecuador",
        "accepts",
        "withdraw its troops from the valley",
    ),
    (
        "Ecuador vowed never to recognise the breakaway republic.",
        "Ecuador",
        "rejects",
        "recognise the breakaway republic",
    ),
    (
        "Tunisia is committed to the peace process.",
        "Tunisia",
        "supports",
        "the peace process",
    ),
    (
        "Rwanda is not interested in direct talks with the rebels.",
        "Rwanda",
        "rejects",
        "direct talks with the rebels",
    ),
    (
        "Gabon is pushing for a 30-day truce.",
        "Gabon",
        "demands",
        "a 30-day truce",
    ),
    (
        "Gabon is pressing for the release of the hostages.",
        "Gabon",
        "demands",
        "the release of the hostages",
    ),
    (
        "The teachers' union held out for a bigger rise in the wage talks.",
        "teachers' union",
        "demands",
        "a bigger rise in the wage talks",
    ),
    (
        "Turkey set a deadline of Friday for the withdrawal of the troops.",
        "Turkey",
        "demands",
        "the withdrawal of the troops",
    ),
    (
        "Thailand gave Cambodia until Friday to withdraw its troops.",
        "Thailand",
        "demands",
        "withdraw its troops",
    ),
    (
        "Serbia signalled it might accept the autonomy plan.",
        "Serbia",
        "undecided",
        "the autonomy plan",
    ),
    (
        "Norway left the door open to further talks with the union.",
        "Norway",
        "undecided",
        "further talks with the union",
    ),
    (
        "Berlin poured cold water on the French proposal for a joint force.",
        "Berlin",
        "rejects",
        "the French proposal for a joint force",
    ),
    (
        "Senegal hailed the ceasefire agreement.",
        "Senegal",
        "supports",
        "the ceasefire agreement",
    ),
    (
        "Senegal threw its weight behind the ceasefire plan.",
        "Senegal",
        "supports",
        "the ceasefire plan",
    ),
    (
        "Russia vetoed a resolution calling for a truce in the valley.",
        "Russia",
        "rejects",
        "a resolution calling for a truce in the valley",
    ),
    (
        "Hungary voted against the sanctions package.",
        "Hungary",
        "rejects",
        "the sanctions package",
    ),
    (
        "The rebels dropped their demand for a separate state.",
        "rebels",
        "accepts",
        "dropped their demand for a separate state",
    ),
    (
        "The offer was turned down by the separatists on Thursday.",
        "separatists",
        "rejects",
        "The offer",
    ),
    (
        "The truce offer was rejected by Armenia.",
        "Armenia",
        "rejects",
        "The truce offer",
    ),
    (
        "The rejection by Egypt of the border map ended the talks.",
        "Egypt",
        "rejects",
        "the border map",
    ),
    (
        "Iran's insistence that sanctions be lifted stalled the nuclear talks.",
        "Iran",
        "demands",
        "sanctions be lifted",
    ),
    (
        "Hezbollah rejects truce plan",
        "Hezbollah",
        "rejects",
        "truce plan",
    ),
    (
        "The Houthis' conditions include the reopening of the airport, before any ceasefire.",
        "Houthis",
        "demands",
        "the reopening of the airport",
    ),
    (
        '"We will never accept foreign troops on our soil," President Karim Sow said.',
        "Karim Sow",
        "rejects",
        "foreign troops on our soil",
    ),
    (
        '"We must have guarantees before any truce," rebel leader Musa Idris said.',
        "Musa Idris",
        "demands",
        "We must have guarantees before any truce",
    ),
    (
        '"I am ready to meet the president without conditions," rebel leader Musa Idris said.',
        "Musa Idris",
        "accepts",
        "meet the president without conditions",
    ),
    (
        "Ethiopia requested to postpone the talks.",
        "Ethiopia",
        "demands",
        "postpone the talks",
    ),
    (
        "The foreign minister said the rebels would have to disarm before the talks.",
        "foreign minister",
        "demands",
        "disarm before the talks",
    ),
    (
        "The rebels would not disarm before the talks, their leader Musa Idris said.",
        "rebels",
        "rejects",
        "disarm before the talks",
    ),
    (
        "The Democratic Front is open to coalition talks but opposes the budget plan.",
        "Democratic Front",
        "rejects",
        "the budget plan",
    ),
    (
        "Party leader Lena Falk ruled out renewing the coalition.",
        "Lena Falk",
        "rejects",
        "renewing the coalition",
    ),
    (
        "Washington threatened to walk out of the talks unless the tariffs were lifted.",
        "Washington",
        "rejects",
        "the talks",
    ),
    (
        "The mayor's office said it had no plans to negotiate with the strikers.",
        "mayor's office",
        "rejects",
        "negotiate with the strikers",
    ),
    (
        "Algeria saw no need for talks with Morocco.",
        "Algeria",
        "rejects",
        "talks with Morocco",
    ),
    (
        "Algeria has shown no interest in the ceasefire proposal.",
        "Algeria",
        "rejects",
        "the ceasefire proposal",
    ),
    (
        "Iraq expressed willingness to resume the border talks.",
        "Iraq",
        "accepts",
        "resume the border talks",
    ),
    (
        "Iraq expressed its readiness to resume the border talks.",
        "Iraq",
        "accepts",
        "resume the border talks",
    ),
    (
        "Ghana reiterated its call for an immediate ceasefire.",
        "Ghana",
        "demands",
        "an immediate ceasefire",
    ),
    (
        "Ghana has long sought the return of the bronzes from Britain.",
        "Ghana",
        "demands",
        "the return of the bronzes from Britain",
    ),
    (
        "Georgia gave its approval to the ceasefire plan.",
        "Georgia",
        "accepts",
        "the ceasefire plan",
    ),
    (
        "Georgia gave the green light to the ceasefire plan.",
        "Georgia",
        "accepts",
        "the ceasefire plan",
    ),
    (
        "Zambia stands ready to mediate in the dispute between the two governments.",
        "Zambia",
        "offers",
        "mediate in the dispute between the two governments",
    ),
    (
        "Zambia insisted that there could be no talks without a ceasefire.",
        "Zambia",
        "rejects",
        "talks",
    ),
    (
        "Libya warned that it would not attend the summit unless the blockade was lifted.",
        "Libya",
        "rejects",
        "the summit",
    ),
    (
        "Cuba will not negotiate under threats, Foreign Minister Rosa Diaz said.",
        "Cuba",
        "rejects",
        "negotiate under threats",
    ),
    (
        "Spain backs Colombia's bid to join the talks, officials said.",
        "Spain",
        "supports",
        "Colombia's bid to join the talks",
    ),
    (
        "The union is demanding a 12% wage increase, while the employers have offered 4%.",
        "union",
        "demands",
        "a 12% wage increase",
    ),
    (
        "Nurses want a 10% rise, their union said, as strike talks resumed with the government.",
        "Nurses",
        "demands",
        "a 10% rise",
    ),
    (
        "President Ana Ruiz agreed to meet the strikers' leaders.",
        "Ana Ruiz",
        "accepts",
        "meet the strikers' leaders",
    ),
    (
        "India agreed to consider the water proposal.",
        "India",
        "undecided",
        "the water proposal",
    ),
    (
        "Bogota suspended its participation in the peace talks.",
        "Bogota",
        "rejects",
        "the peace talks",
    ),
    (
        "The guerrillas suspended peace talks with the government.",
        "guerrillas",
        "rejects",
        "peace talks with the government",
    ),
    (
        "Yemen's government reversed its refusal to attend the talks.",
        "Yemen",
        "accepts",
        "reversed its refusal to attend the talks",
    ),
]
QUIET: list[str] = [
    "Nigeria condemned the attack on the convoy during the truce.",
    "Nigeria accused Chad of breaking the ceasefire.",
    "Rwanda denies providing arms to the rebels.",
    "Rwanda denied that it had attacked the village before the talks.",
    "President Karim Sow declined to comment on the ceasefire talks.",
    "President Karim Sow refused to say whether the truce would hold.",
    "Kenya and Somalia agreed to resume talks.",
    "Kenya welcomed the president of Somalia on Monday before the talks.",
    "The army refused to identify the dead soldiers.",
    "Ghana vowed to retaliate for the attack on its border post.",
    "Egypt sought to downplay the failure of the talks.",
    "Egypt asked the mediators what had happened at the talks.",
    "The rebels wanted to know who had signed the accord.",
    "Turkey opened the border to refugees.",
    "The soldiers backed the truck into the embassy gate during the siege.",
    "Morocco agreed with the mediators that the talks were useful.",
    "The army called for reinforcements after the ceasefire collapsed.",
    "Mediator Lena Falk said she hoped the weather would be good in Geneva.",
    "The police ordered residents to leave the town before the strike.",
    "The government ordered troops to storm the embassy.",
    "Minister Ole Brandt told reporters to wait outside.",
    "The prime minister reminded deputies to vote.",
    "General Hassan Idris said the soldiers must have fled the town.",
    "President Ana Ruiz said the ministers should know by Friday whether the talks go on.",
    "Spokesman Omar Nuri said the storm should pass before the delegations fly.",
    "Rebels attacked a convoy as the army offered resistance.",
    "The government presented the medals to the soldiers who guarded the border.",
]


@pytest.mark.parametrize(("text", "actor", "stance", "about"), WIDER)
def test_stance_and_the_words_of_its_matter(read: Read, text: str, actor: str, stance: str, about: str) -> None:
    """The stance is found with its holder, and its matter ends where its own words end."""
    found = {(p.actor.name, p.stance, p.about) for p in read(text).positions}
    assert (actor, stance, about) in found, found


@pytest.mark.parametrize("text", QUIET)
def test_words_that_take_no_stance(read: Read, text: str) -> None:
    """Accusations, denials, orders to one's own people, agreements and refusals to comment are no positions."""
    found = [(p.actor.name, p.stance, p.about) for p in read(text).positions]
    assert not found
