"""Who said what: the forms in which news gives somebody's words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.reading.grammar.parse import Parse
from dragoman.reading.scene import Scene
from dragoman.reading.speech import find_sayings
from dragoman.terms.findings import Findings, Quotation

Read = Callable[..., Findings]


def told(quotation: Quotation) -> tuple[str | None, str, str]:
    """Return the source's words, the cue and the content of a quotation."""
    return (None if quotation.source is None else quotation.source.quote, quotation.cue, quotation.content)


def all_told(findings: Findings) -> list[tuple[str | None, str, str]]:
    """Return all quotations of a text as (source, cue, content)."""
    return [told(q) for q in findings.quotations]


DIRECT = [
    # after the quote
    ("“We will stay,” the envoy said.", "the envoy", "said", "We will stay"),
    ("“We will stay,” said Marta Soler, the envoy.", "Marta Soler, the envoy", "said", "We will stay"),
    ('"Nothing is settled," Mr. Okoye told reporters in Geneva.', "Mr. Okoye", "told", "Nothing is settled"),
    ("“Is this all?” the minister asked.", "the minister", "asked", "Is this all?"),
    ("“The road is shut!” shouted a guard.", "a guard", "shouted", "The road is shut!"),
    ("“The road is shut,” she quipped.", "she", "quipped", "The road is shut"),
    ("'The road is shut,' the mayor said on Monday.", "the mayor", "said", "The road is shut"),
    ("``The road is shut,'' the mayor said.", "the mayor", "said", "The road is shut"),
    # before the quote
    ("The envoy said: “We will stay until the end.”", "The envoy", "said", "We will stay until the end."),
    ("The envoy told the council, “We will stay until the end.”", "The envoy", "told", "We will stay until the end."),
    ('Marta Soler wrote on Telegram: "The talks are over."', "Marta Soler", "wrote", "The talks are over."),
    ('The premier tweeted: "No more talks."', "The premier", "tweeted", "No more talks."),
    ('In a post on X, the premier wrote: "No more talks for us."', "the premier", "wrote", "No more talks for us."),
    # by name alone
    ("Marta Soler: “The talks are over for good.”", "Marta Soler", ":", "The talks are over for good."),
    ("“Nobody wins a war of words.” — Marta Soler", "Marta Soler", "—", "Nobody wins a war of words."),
    # by a preposition
    ("“The road is shut,” according to the mayor.", "the mayor", "according to", "The road is shut"),
]


@pytest.mark.parametrize(("text", "source", "cue", "content"), DIRECT)
def test_direct_speech(read: Read, text: str, source: str, cue: str, content: str) -> None:
    """A quote is given to the voice after it, before it, or named beside it."""
    findings = read(text)
    assert all_told(findings) == [(source, cue, content)]
    assert findings.quotations[0].type == "direct"


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "A Sudrian jet went missing on Sunday, the army of Sudria said on Monday, the Associated Press reported.",
            "the army of Sudria",
            "A Sudrian jet went missing on Sunday",
        ),
        ("The sticking point is the dam, Sudrian sources said on Saturday, AFP reported.", "Sudrian sources", "The sticking point is the dam"),
        ("Sudria would not sign, President Ana Berg said, according to the state news agency.", "President Ana Berg", "Sudria would not sign"),
        ("The talks are over, the radio reported.", "the radio", "The talks are over"),
    ],
)  # fmt: skip
def test_an_outlet_behind_a_speaker_only_passes_words_on(read: Read, text: str, source: str, content: str) -> None:
    """Of two attributions behind each other the first tells who speaks; the outlet alone is the speaker."""
    (only,) = read(text).quotations
    assert (only.source.quote if only.source else None, only.content) == (source, content)


@pytest.mark.parametrize(
    "before",
    ["TOGVILLE, March 9 (Hill Wire) - ", "TOGVILLE, March 9. /TASS/. ", "Talks on the dam fail TOGVILLE, March 9 (Reuters) - ", ""],
)  # fmt: skip
def test_what_stands_before_the_story_is_not_said(read: Read, before: str) -> None:
    """A dateline, its day and a headline before it end where the story starts, and so do the words of a speaker."""
    findings = read(f"{before}The talks on the dam will go on in April, the ministry said on Monday.")
    assert [q.content for q in findings.quotations] == ["The talks on the dam will go on in April"]


def test_an_attribution_in_the_middle_makes_two_quotations(read: Read) -> None:
    """What its attribution splits is two quotations of one speaker."""
    findings = read("“We came to talk,” the envoy said. “Nobody else did.”")
    assert all_told(findings) == [
        ("the envoy", "said", "We came to talk"),
        ("the envoy", "said", "Nobody else did."),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "“We came,” the envoy said, “because we were asked.”",
        "“We came,” said the envoy, “because we were asked.”",
        "“We came,” the envoy said, smiling at the crowd, “because we were asked.”",
        "“We came,” the envoy said, but “because we were asked.”",
    ],
)
def test_a_sentence_around_its_attribution_is_two_quotations(read: Read, text: str) -> None:
    """The same within one sentence."""
    assert [(source, content) for source, _, content in all_told(read(text))] == [
        ("the envoy", "We came"),
        ("the envoy", "because we were asked."),
    ]


def test_several_sentences_with_one_attribution_are_one_quotation(read: Read) -> None:
    """Sentences within one pair of marks, or side by side, are one statement."""
    text = "“We came to talk. Nobody else did. So we leave,” the envoy said."
    assert all_told(read(text)) == [("the envoy", "said", "We came to talk. Nobody else did. So we leave")]


def test_a_statement_over_paragraphs_is_one_quotation(read: Read) -> None:
    """Open marks at each paragraph join its pieces, each with its own evidence."""
    findings = read("The envoy said: “We came to talk.\n\n“Nobody else did.\n\n“So we leave tomorrow.”")
    assert [q.content for q in findings.quotations] == ["We came to talk. Nobody else did. So we leave tomorrow."]
    assert len(findings.quotations[0].content_evidence) == 3


def test_a_paragraph_of_quotes_goes_on_with_the_speaker(read: Read) -> None:
    """A quoted paragraph without an attribution belongs to the speaker of the one above."""
    findings = read("“We came to talk,” the envoy said on Monday.\n\n“Nobody else did. So we will leave tomorrow.”")
    assert [told(q)[::2] for q in findings.quotations] == [
        ("the envoy", "We came to talk"),
        ("the envoy", "Nobody else did. So we will leave tomorrow."),
    ]


def test_a_quote_follows_an_indirect_sentence(read: Read) -> None:
    """Free direct speech after an indirect sentence has its speaker."""
    findings = read("The envoy said that the talks had failed. “There was nothing left to discuss with them.”")
    assert [q.type for q in findings.quotations] == ["indirect", "direct"]
    assert {told(q)[0] for q in findings.quotations} == {"The envoy"}


def test_a_quote_long_after_is_nobodys(read: Read) -> None:
    """Two paragraphs without speech end a statement."""
    findings = read(
        "The envoy said the talks had failed.\n\nSnow fell on the city.\n\nThe shops were shut.\n\n“Nobody wants this war.”"
    )
    assert len(findings.quotations) == 1


def test_titles_and_scare_quotes_are_no_quotations(read: Read) -> None:
    """A word held at arm's length, or a title, is not what somebody said."""
    for text in (
        "The “special” unit crossed the river at dawn.",
        "The film “The Last Bridge” opened in May.",
        "Troops entered the so-called “grey zone” near the river.",
        "The operation, named “Iron Gate”, ended on Monday.",
    ):
        assert read(text).quotations == ()


INDIRECT = [
    ("The envoy said that both teams would stay.", "The envoy", "said", "both teams would stay"),
    ("The envoy said both teams would stay.", "The envoy", "said", "both teams would stay"),
    ("The envoy told reporters that both teams would stay.", "The envoy", "told", "both teams would stay"),
    ("Both teams would stay in the city, the envoy said.", "the envoy", "said", "Both teams would stay in the city"),
    ("Both teams would stay in the city, said the envoy.", "the envoy", "said", "Both teams would stay in the city"),
    ("The bridge, the envoy said, was beyond repair.", "the envoy", "said", "The bridge was beyond repair"),
    ("The ministry confirmed that the letter had arrived.", "The ministry", "confirmed", "the letter had arrived"),
    ("Aid groups warn that food is running out.", "Aid groups", "warn", "food is running out"),
    ("The rebels claim they hold the bridge.", "The rebels", "claim", "they hold the bridge"),
    ("The army denied any part in the raid.", "The army", "denied", "any part in the raid"),
    ("The army denied shelling the market.", "The army", "denied", "shelling the market"),
    ("According to the mayor, the road is shut.", "the mayor", "According to", "the road is shut"),
    ("The road is shut until May, according to the mayor.", "the mayor", "according to", "The road is shut until May"),
    ("As the mayor noted, the road is shut until May.", "the mayor", "noted", "the road is shut until May"),
    ("The mayor's claim that the road was shut proved false.", "The mayor's", "claim", "the road was shut"),
    (
        "A statement from the union said the mine was unsafe.",
        "A statement from the union",
        "said",
        "the mine was unsafe",
    ),
    ("The premier asked whether the road would open.", "The premier", "asked", "whether the road would open"),
    ("The general threatened to close the pass.", "The general", "threatened", "to close the pass"),
    ("The bishop called for a truce over the feast.", "The bishop", "called for", "a truce over the feast"),
    ("A survey found that most voters wanted talks.", "A survey", "found", "most voters wanted talks"),
    ("The envoy said on Tuesday the talks had failed.", "The envoy", "said", "the talks had failed"),
    ("The envoy said Friday the talks had failed.", "The envoy", "said", "the talks had failed"),
]


@pytest.mark.parametrize(("text", "source", "cue", "content"), INDIRECT)
def test_indirect_speech(read: Read, text: str, source: str, cue: str, content: str) -> None:
    """What is told in the reporter's words, in whatever order, is its speaker's."""
    findings = read(text)
    assert all_told(findings) == [(source, cue, content)]
    assert findings.quotations[0].type == "indirect"


MIXED = [
    (
        "The envoy said the talks were “a waste of time” for both.",
        "The envoy",
        "said",
        "the talks were “a waste of time” for both",
    ),
    ("The envoy called the raid “an act of war”.", "The envoy", "called", "the raid “an act of war”"),
    ("The union described the offer as “an insult”.", "The union", "described", "the offer as “an insult”"),
    ("The mayor criticised this as “wholly wrong”.", "The mayor", "criticised", "this as “wholly wrong”"),
    ("The mayor dismissed the report as “pure invention”.", "The mayor", "dismissed", "the report as “pure invention”"),
    (
        "The envoy added that neither side was “in a hurry” and that both were “tired”.",
        "The envoy",
        "added",
        "neither side was “in a hurry” and that both were “tired”",
    ),
    (
        "The council urged both armies to “step back at once” from the river.",
        "The council",
        "urged",
        "both armies to “step back at once” from the river",
    ),
]


@pytest.mark.parametrize(("text", "source", "cue", "content"), MIXED)
def test_mixed_speech(read: Read, text: str, source: str, cue: str, content: str) -> None:
    """A part of the content stands between marks, the rest is the reporter's."""
    findings = read(text)
    assert all_told(findings) == [(source, cue, content)]
    assert findings.quotations[0].type == "mixed"


def test_a_that_clause_wholly_quoted_is_direct(read: Read) -> None:
    """Nothing of it is the reporter's."""
    [quotation] = read("The envoy said that “both teams will stay in the city.”").quotations
    assert (quotation.type, quotation.content) == ("direct", "both teams will stay in the city.")


ADDING = [
    ("The mine is unsafe, the report said, adding that two lifts had failed.", "two lifts had failed"),
    ("The union said the mine was unsafe, noting that two lifts had failed.", "two lifts had failed"),
    ("“The mine is unsafe,” the union said, adding that two lifts had failed.", "two lifts had failed"),
    ("The union rejected the offer, saying that two lifts had failed.", "two lifts had failed"),
]


@pytest.mark.parametrize(("text", "content"), ADDING)
def test_a_participle_is_a_quotation_of_its_own(read: Read, text: str, content: str) -> None:
    """The words "adding", "noting", "saying" give the same speaker a second quotation, cut off from the first."""
    quotations = read(text).quotations
    assert quotations[-1].content == content
    assert quotations[-1].source is not None
    assert quotations[-1].source.quote.lower() in ("the report", "the union")
    assert all("adding" not in q.content and "noting" not in q.content for q in quotations)


HEADLINES = [
    ("Truce is within reach – Kremlin", "Kremlin", "Truce is within reach"),
    ("Truce is near, says UN envoy", "UN envoy", "Truce is near"),
    ("Kremlin: No truce will hold before talks", "Kremlin", "No truce will hold before talks"),
    ("Ukraine says first day of talks ‘productive’", "Ukraine", "first day of talks ‘productive’"),
    ("Prisoners will come home soon - Lavrov says", "Lavrov", "Prisoners will come home soon"),
]


@pytest.mark.parametrize(("title", "source", "content"), HEADLINES)
def test_headlines(read: Read, title: str, source: str, content: str) -> None:
    """A headline gives its speaker by a dash, a colon or a bare "says"."""
    findings = read(f"{title}\n\nSnow fell on the city for a third day.")
    assert [(s, c) for s, _, c in all_told(findings)] == [(source, content)]


UNSAID = [
    "The envoy did not say whether both teams would stay.",
    "The ministry declined to say when the road would open.",
    "The minister will say on Friday that the road is open.",
    "They were paid according to their age.",
    "The strikes, called Operation Gate, began at dawn.",
    "The storm claimed three lives.",
    "The lights showed that somebody was at home.",
    "The train went on to the coast.",
]


@pytest.mark.parametrize("text", UNSAID)
def test_what_nobody_said(read: Read, text: str) -> None:
    """A cue without anybody's words gives nothing."""
    assert read(text).quotations == ()


@pytest.mark.parametrize(
    "text",
    [
        "It was said that the road would open.",
        "It was announced that the road would open.",
        "It was reported that the road would open.",
    ],
)
def test_a_passive_without_an_agent_has_no_speaker(read: Read, text: str) -> None:
    """The words stand, their speaker is unknown."""
    [quotation] = read(text).quotations
    assert (quotation.speaker, quotation.source) == (None, None)
    assert quotation.content == "the road would open"


def test_a_passive_names_its_agent(read: Read) -> None:
    """The agent speaks, the subject hears."""
    [quotation] = read("Reporters were told by the mayor that the road would open.").quotations
    assert told(quotation) == ("the mayor", "told", "the road would open")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "said",
        '"',
        "“ said",
        "said said said",
        "according to",
        "He said:",
        ": “”",
        "“A” “B” “C”",
        "said that that that,",
    ],
)
def test_odd_text_is_no_error(read: Read, text: str) -> None:
    """Scraps of speech raise nothing."""
    read(text)


def test_within_a_quote_only_the_named_speak(read: Read) -> None:
    """A quoted reporter may tell what others said; "I think" and "they say" in a quote are the speaker's own words."""
    text = "“I think we can say that it went well, and they say it too,” Marta Soler said."
    assert len(read(text).quotations) == 1
    text = "“The talks go on. Russia denies any part in the raid,” reporter Marta Soler said."
    assert [c for _, _, c in all_told(read(text))][1:] == ["any part in the raid"]


def test_scene_is_the_only_need() -> None:
    """The finder works on a scene without mentions and dates."""
    parse = Parse(
        text="He said so.",
        start=[0, 3, 8, 10],
        end=[2, 7, 10, 11],
        word=["He", "said", "so", "."],
        tag=["PRP", "VBD", "RB", "."],
        dep=["nsubj", "ROOT", "advmod", "punct"],
        head=[1, 1, 1, 1],
        lemma=["he", "say", "so", "."],
        entity=["", "", "", ""],
        entities=[],
        sentences=[(0, 4)],
    )
    assert find_sayings(Scene(parse, (), ())) == ()


CLAUSES_HUNG_ELSEWHERE = [
    # what is said of a thing in a clause on it
    ("The army struck a mill which the mayor said was empty.", "was empty"),
    ("The crews left a pier that Ana Prelec says would fall.", "would fall"),
    # a second "that" behind "but"
    ("Ana Prelec said that the pier was “old,” but that it would hold.", "the pier was “old,” but that it would hold"),
    # a hearer or an occasion stands before the clause
    ("Ana Prelec assured reporters that the pier would hold.", "the pier would hold"),
    # the verb looks like a noun, the group has its name behind it
    ("Ruiz claims Mexico has paid nothing for the pier.", "Mexico has paid nothing for the pier"),
    (
        "The charity Open Door accused the army and its allies of burning mills.",
        "the army and its allies of burning mills",
    ),
    ("Ana Prelec expressed her sympathy for the crews.", "her sympathy for the crews"),
]


@pytest.mark.parametrize(("text", "content"), CLAUSES_HUNG_ELSEWHERE)
def test_clauses_that_the_grammar_hangs_elsewhere(read: Read, text: str, content: str) -> None:
    """What a cue takes is found where the tree puts it on another word."""
    assert content in [q.content for q in read(text).quotations]


SOURCES_WITH_MORE_WORDS = [
    ("The plan has a name, Ford, harbour sources in Velm said last month.", "harbour sources in Velm"),
    (
        "Standing beside Lanz, the harbour secretary, Ana Prelec, said the pier would close.",
        "the harbour secretary, Ana Prelec",
    ),
]


@pytest.mark.parametrize(("text", "source"), SOURCES_WITH_MORE_WORDS)
def test_a_source_keeps_what_tells_who_it_is(read: Read, text: str, source: str) -> None:
    """Where the grammar gives a cue no subject, people stand before it with the matter or the name behind them."""
    found = read(text).quotations
    assert [q.source.quote for q in found if q.source] == [source]


def test_who_is_warned_stands_in_the_words(read: Read) -> None:
    """ "warned them not to": what they are told to leave is the content."""
    (found,) = read("Ana Prelec warned the crews not to enter the pier.").quotations
    assert found.content == "the crews not to enter the pier"


NO_WORDS = [
    "The mayor proved willing to leave a pier that she clearly loved.",
    "The mayor was outlining a plan that was tabled on Tuesday.",
    "One guard, who asked to remain anonymous, left at noon.",
]


@pytest.mark.parametrize("text", NO_WORDS)
def test_a_clause_on_a_noun_is_no_saying(read: Read, text: str) -> None:
    """A "that" which tells of a thing leads nobody's words, nor does a wish to stay unnamed."""
    assert not [q for q in read(text).quotations if q.cue != "outlining"]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "The baker said the mill's latest offer for a new lease, which was made on Monday, does away with two rents.",
            "the mill's latest offer for a new lease, which was made on Monday, does away with two rents",
        ),
        (
            "The baker told reporters talks late on Monday ended with a promise to take the rest before a judge.",
            "talks late on Monday ended with a promise to take the rest before a judge",
        ),
    ],
)
def test_a_subject_that_the_grammar_hung_on_the_cue(read: Read, text: str, content: str) -> None:
    """Words told start with their subject, where the grammar took it for what the cue is said of."""
    assert [q.content for q in read(text).quotations] == [content]


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        (
            "The baker said the deal was good and praised the cook's wish to pay.",
            ["the deal was good", "the cook's wish to pay"],
        ),
        (
            "The baker said he liked the tax — and reiterated he would stay.",
            ["he liked the tax", "he would stay"],
        ),
        (
            "The bakers demanded that the tax be paid at once, while the union said it would wait.",
            ["the tax be paid at once", "it would wait"],
        ),
        ("The envoy said it was over, with Norland saying it was not.", ["it was over", "it was not"]),
        (
            "The envoy said he had warned the mayor that it was over.",
            ["he had warned the mayor that it was over", "it was over"],
        ),
        ("The envoy said it would end — although nobody had asked.", ["it would end"]),
    ],
)
def test_words_end_where_somebody_speaks_again(read: Read, text: str, contents: list[str]) -> None:
    """A second cue of the same speaker, or of one set against him, ends the words; one told of in them does not."""
    assert [q.content for q in read(text).quotations] == contents


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ('The premier called the plan "a mess." Guards came at noon.', 'the plan "a mess."'),
        (
            'According to the mayor, the banks "agreed on a way out." He would not say more.',
            'the banks "agreed on a way out."',
        ),
        (
            "Bakers, who earn 25,000 crowns ($298; £226) a month, are asking for more, according to the union.",
            "Bakers, who earn 25,000 crowns ($298; £226) a month, are asking for more",
        ),
        ("The baker said the oven was cold; the cook came late.", "the oven was cold"),
    ],
)
def test_words_end_with_their_sentence(read: Read, text: str, content: str) -> None:
    """A full stop within the closing mark ends the sentence, a semicolon the words, but not within brackets."""
    assert [q.content for q in read(text).quotations] == [content]


def test_who_is_blamed_for_saying(read: Read) -> None:
    """Whoever is criticized for saying something said it."""
    found = read("The mayor criticized the baker for saying the bread was stale.")
    assert [(s, c) for s, _, c in all_told(found)][1:] == [("the baker", "the bread was stale")]


@pytest.mark.parametrize(
    ("text", "told_of"),
    [
        (
            "On Saturday, the queen told her cook, Dara Voss, in a phone call that the oven was cold.",
            [("the queen", "told", "the oven was cold")],
        ),
        (
            "He tweeted Monday morning, hours before the bakers were to sit down for their feast, that the group is “wasting time” here.",
            [("He", "tweeted", "the group is “wasting time” here")],
        ),
        (
            "The bakers see the tax as a trap, a senior guard privy to the details of the talks told a paper.",
            [("a senior guard privy to the details of the talks", "told", "The bakers see the tax as a trap")],
        ),
        (
            "The guard left. Varn said May 3, 2023, its march had advanced.",
            [("Varn", "said", "its march had advanced")],
        ),
        ("The bakers keep the pact, as previously stated at the fair.", []),
        (
            "Even as bakers in the hall pointed out flaws in the deal, the queen told guests that Varn would pay.",
            [("the queen", "told", "Varn would pay")],
        ),
        ("The talks failed, each blaming the other.", []),
    ],
)
def test_what_stands_between_a_cue_and_its_words(read: Read, text: str, told_of: list[tuple[str, str, str]]) -> None:
    """A name, a day and an aside may stand before the words; "as stated" and "each" name nobody."""
    assert all_told(read(text)) == told_of


def test_two_attributions_are_two_statements(read: Read) -> None:
    """Of quotes side by side the last is of whoever is named behind it, the others of whoever leads them in."""
    found = read("The baker told the paper: “They came at dawn.” “What did they want?” she added.")
    assert all_told(found) == [
        ("The baker", "told", "They came at dawn."),
        ("she", "added", "What did they want?"),
    ]


def test_quoted_words_in_a_sentence_are_no_part_of_the_next_quote(read: Read) -> None:
    """A few words quoted at the end of a sentence do not join the whole quote that follows."""
    found = read("Voss called the fair “a mess.” “I am on my way to the hall,” she wrote. “It will be good.”")
    assert [q.content for q in found.quotations] == [
        "the fair “a mess.”",
        "I am on my way to the hall",
        "It will be good.",
    ]


def test_a_who_that_no_name_follows(read: Read) -> None:
    """Behind "who" stands whoever it takes up, by his own words where he has no name."""
    (only,) = read("Moderates, who say they have reached a deal with the bakers, have gone home.").quotations
    assert (only.speaker.name if only.speaker else None, only.content) == (
        "Moderates",
        "they have reached a deal with the bakers",
    )


def test_a_quote_that_begins_with_a_bracket_goes_on(read: Read) -> None:
    """What the paper put in brackets at the start of a quote is no small letter."""
    found = read("“I am very glad,” Voss said on Monday. “[The mayor] has agreed to a long debate in April.”")
    assert [q.content for q in found.quotations] == [
        "I am very glad",
        "[The mayor] has agreed to a long debate in April.",
    ]
