"""How the pipeline multiplies matrices, which is half of its time: by numpy's own library, on one processor."""

from __future__ import annotations

from contextlib import AbstractContextManager
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language
    from threadpoolctl import ThreadpoolController  # type: ignore[import-untyped]


def use_numpy(nlp: Language) -> None:
    """Let the parts of `nlp` that multiply by BLIS multiply by numpy, whose library is built for this kind of processor.

    The weights and the sums are the same; parts that calculate elsewhere (a graphics card, another framework) stay as they are.
    """
    from thinc.api import NumpyOps

    quick = NumpyOps(use_blis=False)
    for name in nlp.pipe_names:
        model = getattr(nlp.get_pipe(name), "model", None)
        for node in model.walk() if model is not None else ():
            if type(node.ops) is NumpyOps:
                node.ops = quick


def on_one_processor() -> AbstractContextManager[object]:
    """Keep numpy's library to one thread while a text is parsed: more of them gain little and stand in the way of `--workers`."""
    limits: AbstractContextManager[object] = _libraries().limit(limits=1, user_api="blas")
    return limits


@cache
def _libraries() -> ThreadpoolController:
    from threadpoolctl import ThreadpoolController

    return ThreadpoolController()
