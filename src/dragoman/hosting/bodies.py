"""Bodies of requests, bounded while they arrive: what is too large is refused before it fills the memory."""

from __future__ import annotations

from collections.abc import Callable

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send


class Bounded:
    """An application that reads no more of a body than `largest` allows for the path; beyond that it hears `HTTPException` 413."""

    def __init__(self, app: ASGIApp, largest: Callable[[str], int]) -> None:
        self._app = app
        self._largest = largest

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        most, told, arrived = self._largest(scope["path"]), Headers(scope=scope).get("content-length", ""), 0

        async def bounded() -> Message:
            nonlocal arrived
            if told.isdecimal() and int(told) > most:
                raise HTTPException(413)
            message = await receive()
            arrived += len(message.get("body", b""))
            if arrived > most:
                raise HTTPException(413)
            return message

        await self._app(scope, bounded, send)
