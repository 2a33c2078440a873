"""Slips of the parser that the columns themselves show are mended, and nothing else."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.reading.grammar.mending import mend
from dragoman.terms.findings import Findings

Read = Callable[..., Findings]

Columns = tuple[list[str], list[str], list[str], list[int]]


def mended(words: str, tags: str, deps: str, heads: list[int]) -> Columns:
    """Mend the columns of one sentence."""
    columns = (words.split(), tags.split(), deps.split(), heads)
    mend(*columns, [(0, len(heads))])
    return columns


def test_a_modal_before_a_past_tense_is_a_name() -> None:
    """ "May said" tells who said it; "May God help" and "may say" stay as they are."""
    _, tags, deps, _ = mended("Late , May said .", "RB , MD VBD .", "advmod punct aux ROOT punct", [3, 3, 3, 3, 3])
    assert (tags[2], deps[2]) == ("NNP", "nsubj")
    _, tags, deps, _ = mended("He may say .", "PRP MD VB .", "nsubj aux ROOT punct", [2, 2, 2, 2])
    assert (tags[1], deps[1]) == ("MD", "aux")


def test_a_verb_without_subject_behind_after_has_that_of_the_preposition() -> None:
    """ "came after Orsk , in May , left": Orsk left."""
    _, _, deps, heads = mended(
        "It came after Orsk , in May , left .",
        "PRP VBD IN NNP , IN NNP , VBD .",
        "nsubj ROOT prep pobj punct prep pobj punct advcl punct",
        [1, 1, 1, 2, 1, 1, 5, 1, 1, 1],
    )
    assert (deps[2], heads[2]) == ("mark", 8)
    assert (deps[3], heads[3]) == ("nsubj", 8)
    assert heads[5] == 8


def test_a_preposition_before_a_clause_with_a_subject_stays_one() -> None:
    """ "left after lunch because he was late"."""
    _, _, deps, _ = mended(
        "They left after lunch because he was late .",
        "PRP VBD IN NN IN PRP VBD JJ .",
        "nsubj ROOT prep pobj mark nsubj advcl acomp punct",
        [1, 1, 1, 2, 6, 6, 1, 6, 1],
    )
    assert deps[2:4] == ["prep", "pobj"]


SPEAKERS = [
    ("Fire Chief Ana May came late. “The barn is safe,” May said.", "Ana May", "The barn is safe"),
    (
        "Vell's remarks came shortly after Orsk, during a visit on Monday, confirmed that a round is set for Friday.",
        "Orsk",
        "a round is set for Friday",
    ),
    (
        "In the hills of Tarno, Dhamo said that the truce holds. Dhamo confirmed that he would stay.",
        "Dhamo",
        "he would stay",
    ),
]


@pytest.mark.parametrize(("text", "speaker", "content"), SPEAKERS)
def test_who_speaks_is_found_where_the_parser_slipped(read: Read, text: str, speaker: str, content: str) -> None:
    """Surnames that are months, subjects behind "after", names that stand behind a place."""
    found = [(q.speaker.name if q.speaker else None, q.content) for q in read(text).quotations]
    assert (speaker, content) in found


def test_a_hyphen_in_a_headline_names_no_source(read: Read) -> None:
    """ "Mali-Chad Peace Talks" is no saying of Chad's."""
    text = "Envoy Awaits Next Mali-Chad Peace Talks\n\nThe envoy said on Tuesday that she expects a new round."
    assert [q.cue for q in read(text).quotations] == ["said"]
