"""Our finders as components of anybody's pipeline."""

from __future__ import annotations

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from dragoman.reading import components
from dragoman.reading.grammar.language import DEFAULT_PIPELINE, lemmas_of, parse_of

TEXT = "Talks will  resume\n\non Monday, said the   minister of Ruritania. Nobody came."


@pytest.fixture(scope="module")
def pipeline() -> Language:
    """An ordinary pipeline with two of our components, added by name only."""
    nlp = spacy.load(DEFAULT_PIPELINE)
    nlp.add_pipe("dragoman_quotations")
    nlp.add_pipe("dragoman_dates")
    return nlp


def test_every_kind_is_an_entry_point() -> None:
    """Each kind of mark can be added by its name without importing anything of ours."""
    nlp = spacy.blank("en")
    for kind in components.KINDS:
        assert nlp.has_factory(f"dragoman_{kind}"), kind


def test_marks_point_into_the_text(pipeline: Language) -> None:
    """The marked day is a stretch of the original text, with its white space."""
    doc = pipeline(TEXT)
    quotes = [TEXT[start:end] for start, end in (date["span"] for date in doc._.dragoman_dates)]
    assert any("Monday" in quote for quote in quotes)
    assert any("Monday" in span.text for span in doc.spans["dragoman_dates"])


def test_marks_survive_storage(pipeline: Language) -> None:
    """A marked document can be written and read back, so that pipelines with several processes work."""
    doc = pipeline(TEXT)
    again = Doc(pipeline.vocab).from_bytes(doc.to_bytes())
    assert again._.dragoman_quotations == doc._.dragoman_quotations
    assert again._.dragoman_dates == doc._.dragoman_dates


def test_white_space_words_are_left_out(pipeline: Language) -> None:
    """The columns of an ordinary document hold no white space, each word at its place, each head a word of its sentence."""
    parse = parse_of(pipeline(TEXT), lemmas_of(pipeline))
    assert [TEXT[a:b] for a, b in zip(parse.start, parse.end, strict=True)] == parse.word
    assert all(word.strip() for word in parse.word)
    assert all(parse.sentence[i] == parse.sentence[h] for i, h in enumerate(parse.head))
    assert [parse.word[a] for a, _ in parse.sentences] == ["Talks", "Nobody"]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "Yes."])
def test_empty_documents_are_marked_with_nothing(pipeline: Language, text: str) -> None:
    """A document without words, or without anything to mark, gets empty lists."""
    doc = pipeline(text)
    assert doc._.dragoman_quotations == []
    assert doc._.dragoman_dates == []


def test_components_share_one_scene(pipeline: Language) -> None:
    """Two components on one document parse it once; a changed document is looked at anew."""
    quotations, dates = (pipeline.get_pipe(name) for name in ("dragoman_quotations", "dragoman_dates"))
    assert quotations.scenes is dates.scenes  # type: ignore[attr-defined]
    doc = pipeline(TEXT)
    scene = dates.scenes.of(doc)  # type: ignore[attr-defined]
    assert dates.scenes.of(doc) is scene  # type: ignore[attr-defined]
    doc.ents = ()
    assert dates.scenes.of(doc) is not scene  # type: ignore[attr-defined]
