"""Multiplying by numpy's library: the parts that are switched, the threads that it may take, and the tree that comes out."""

from __future__ import annotations

import spacy
from spacy.language import Language
from thinc.api import NumpyOps
from threadpoolctl import threadpool_info  # type: ignore[import-untyped]

from dragoman.reading.grammar.language import DEFAULT_PIPELINE
from dragoman.reading.grammar.matrices import on_one_processor, use_numpy

STORY = (
    "The port's owners offered the dockers four days of rest on Monday. "
    "Mirela Dorn, who speaks for the union, said that it would answer by Friday, but not before its members had voted."
)


class Elsewhere(NumpyOps):  # type: ignore[misc]
    """Stands for a way of calculating that is not ours to change."""


def test_every_part_multiplies_by_numpy() -> None:
    """No part of the pipeline is left that multiplies by BLIS."""
    nlp = spacy.load(DEFAULT_PIPELINE)
    use_numpy(nlp)
    models = [model for name in nlp.pipe_names if (model := getattr(nlp.get_pipe(name), "model", None)) is not None]
    ops = [node.ops for model in models for node in model.walk()]
    assert ops
    assert not [o for o in ops if type(o) is NumpyOps and o.use_blis]


def test_a_part_that_calculates_elsewhere_is_left_alone() -> None:
    """Only thinc's own numpy parts are switched."""
    nlp = spacy.load(DEFAULT_PIPELINE)
    model = nlp.get_pipe("tagger").model  # type: ignore[attr-defined]
    model.ops = elsewhere = Elsewhere()
    use_numpy(nlp)
    assert model.ops is elsewhere


def test_the_tree_is_the_same() -> None:
    """Tags, tree and names are those of the pipeline as it is shipped."""
    shipped, quick = spacy.load(DEFAULT_PIPELINE), spacy.load(DEFAULT_PIPELINE)
    use_numpy(quick)

    def tree(nlp: Language) -> list[tuple[str, str, int, str]]:
        return [(t.tag_, t.dep_, t.head.i, t.ent_type_) for t in nlp(STORY)]

    assert tree(shipped) == tree(quick)


def test_one_thread_while_a_text_is_parsed_and_as_many_as_before_afterwards() -> None:
    """The limit holds inside of the block alone."""

    def threads() -> list[int]:
        return [library["num_threads"] for library in threadpool_info() if library["user_api"] == "blas"]

    before = threads()
    with on_one_processor():
        assert set(threads()) == {1}
    assert threads() == before
