"""An application on a port: bound before it is told, so that a taken port is told plainly, and stopped in order."""

from __future__ import annotations

import socket
import threading
from types import TracebackType
from typing import TYPE_CHECKING, Self

from dragoman.terms.errors import SettingsError

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

GRACE = 3
"""Seconds that answers under way have to end when the desk closes."""
THREADS = 12
"""Requests that are worked on together; further ones wait their turn."""


class Hosted:
    """Serves in a thread of its own from `with` to its end."""

    def __init__(self, app: ASGIApp, host: str, port: int) -> None:
        import uvicorn

        self._app = app
        self._socket = _bound(host, port)
        config = uvicorn.Config(
            _bounded(app),
            log_level="warning",
            access_log=False,
            server_header=False,
            forwarded_allow_ips="127.0.0.1",
            timeout_graceful_shutdown=GRACE,
        )
        self._server = uvicorn.Server(config)
        self._thread = threading.Thread(target=self._server.run, kwargs={"sockets": [self._socket]}, daemon=True)
        shown = f"[{host}]" if ":" in host else host
        self.address = f"http://{shown}:{self._socket.getsockname()[1]}/"

    def __enter__(self) -> Self:
        """Begin to serve; what comes before the server is ready waits in the socket."""
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Let the answers under way end, then stop."""
        if (close := getattr(self._app, "close", None)) is not None:
            close()  # lets go of who follows something for long
        self._server.should_exit = True
        self._thread.join(timeout=10 * GRACE)
        self._socket.close()

    def wait(self) -> None:
        """Wait until somebody interrupts."""
        while self._thread.is_alive():
            self._thread.join(timeout=1)


def _bound(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # named as TCP, so that what is short is sent at once: asyncio asks for that of such sockets alone
    made = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        made.bind((host, port))
        made.listen(256)
    except OSError as error:
        made.close()
        raise SettingsError("--port", f"cannot serve at {host} port {port}: {error.strerror or error}") from error
    return made


def _bounded(app: ASGIApp) -> ASGIApp:
    """Return an application that answers with a fixed number of threads."""
    from anyio import to_thread

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        limiter = to_thread.current_default_thread_limiter()
        if limiter.total_tokens != THREADS:
            limiter.total_tokens = THREADS
        await app(scope, receive, send)

    return answer
