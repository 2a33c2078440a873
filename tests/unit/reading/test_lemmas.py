"""Base forms: shortened verbs are the verbs they stand for, however the apostrophe is written."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.reading.grammar.language import Grammar
from dragoman.terms.findings import Findings


@pytest.mark.parametrize(
    ("word", "tag", "base"),
    [
        ("'s", "VBZ", "be"),
        ("’s", "VBZ", "be"),
        ("'re", "VBP", "be"),
        ("'m", "VBP", "be"),
        ("'ve", "VBP", "have"),
        ("'s", "POS", "'s"),
    ],
)
def test_a_shortened_verb_has_the_base_form_of_the_whole(grammar: Grammar, word: str, tag: str, base: str) -> None:
    """ "it's" is a form of "be", "they've" one of "have"; the mark of an owner is no verb."""
    assert grammar.lemmas(word, tag) == base


@pytest.mark.parametrize("mark", ["'", "’"])
def test_a_shortened_verb_is_read_with_either_apostrophe(read: Callable[..., Findings], mark: str) -> None:
    """ "I’m in favour" is read as "I'm in favour" is, and quoted as it is written."""
    text = f"The two teams met for talks in Oslo. “I{mark}m in favour of a truce,” President Velin told reporters."
    findings = read(text)
    assert [(p.actor.name, p.stance, p.about) for p in findings.positions] == [("Velin", "supports", "a truce")]
    assert [q.content for q in findings.quotations] == [f"I{mark}m in favour of a truce"]
