"""What every answer says to a browser: load nothing from elsewhere, run nothing that stands in a page, tell nobody."""

from __future__ import annotations

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dragoman.hosting.ground import Ground
from dragoman.terms.errors import StoreError

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
ALWAYS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=()",
    "x-frame-options": "DENY",
}


class Guarded:
    """An application whose answers carry these headers; on a desk of one's own it answers only under the names of this machine.

    (A page elsewhere may point a name of its own at 127.0.0.1; the browser then takes it for that page's own server.)
    """

    def __init__(self, app: ASGIApp, ground: Ground) -> None:
        self._app = app
        self._ground = ground

    def close(self) -> None:
        """Let go of those who follow what is done in the background: the desk is about to close."""
        if self._ground.errands is not None:
            self._ground.errands.stopped.set()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in ALWAYS.items():
                    headers.setdefault(name, value)
                headers.setdefault("cache-control", "private, no-cache")
                if scope["scheme"] == "https":
                    headers["strict-transport-security"] = "max-age=31536000"
            await send(message)

        if self._ground.lone is not None and not await self._answers_to(Headers(scope=scope).get("host", "")):
            wrong = PlainTextResponse("this desk does not answer under that name\n", status_code=421)
            await wrong(scope, receive, guarded)
            return
        await self._app(scope, receive, guarded)

    async def _answers_to(self, host: str) -> bool:
        """Say whether this desk answers under a name: under any, where everybody signs in (a proxy passes the name of its own on)."""
        if _name(host) in self._ground.hosts:
            return True
        try:
            return await run_in_threadpool(self._ground.people.any)
        except StoreError:
            return False


def _name(host: str) -> str:
    """Return the name of a host without its port."""
    return host[: host.index("]") + 1] if host.startswith("[") and "]" in host else host.rpartition(":")[0] or host
