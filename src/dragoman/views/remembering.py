"""Views whose answers a memory may keep: a page that is looked at again is not worked out again."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import partial, wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from dragoman.views.question import Question
from dragoman.views.scope import Scope

A = TypeVar("A")
P = ParamSpec("P")


def remembered(view: Callable[Concatenate[Scope, Question, P], A]) -> Callable[Concatenate[Scope, Question, P], A]:
    """Make a view give the answer that the scope remembers, where it stands before a memory; else it is worked out.

    The answer must be frozen: whoever asks the same is given the same.
    """

    @wraps(view)
    def answer(scope: Scope, question: Question, /, *args: P.args, **more: P.kwargs) -> A:
        make = partial(view, scope, question, *args, **more)
        if scope.recall is None:
            return make()
        asked = tuple((name, _fixed(value)) for name, value in sorted(more.items()))
        return scope.recall.answer((view.__module__, view.__name__, question, asked), make)

    return answer


def _fixed(value: Any) -> Hashable:
    return tuple(value) if isinstance(value, list) else value
