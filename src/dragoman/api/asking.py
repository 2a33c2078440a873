"""A request -> `Asked`, by the right that an operation asks for. The same door as that of the pages (hosting.asked)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

from fastapi import Depends
from starlette.requests import Request

from dragoman.desk.access import Right
from dragoman.hosting.asked import Asked, asked_of


def asker(right: Right) -> Callable[[Request], Asked]:
    """Return what lets in who has a right, and refuses everybody else."""

    def asked(request: Request) -> Asked:
        """Return what is asked, and by whom. Raises `LoginNeeded`, `Forbidden` or `SettingsError`."""
        return asked_of(request, right)

    return asked


Reading = Annotated[Asked, Depends(asker("read"))]
Coding = Annotated[Asked, Depends(asker("code"))]
Adding = Annotated[Asked, Depends(asker("add"))]
Judging = Annotated[Asked, Depends(asker("adjudicate"))]
Ruling = Annotated[Asked, Depends(asker("admin"))]
