"""A small server that speaks the chat-completions protocol of OpenAI, with answers of our own: no model, no weights."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self

NOTHING: dict[str, list[dict[str, Any]]] = {
    "quotations": [], "positions": [], "meetings": [], "agreements": [], "incidents": [],
}  # fmt: skip
Answers = Callable[[dict[str, Any]], Any]
"""From the body of a request to what the model says: text, JSON, or a status of HTTP as a number."""


def position(quote: str, **words: Any) -> dict[str, Any]:
    """Return a suggestion of a position in the form of our schema."""
    return {"quote": quote, "conditions": [], "toward": "", "day": "", **words}


def positions(*rows: dict[str, Any]) -> dict[str, Any]:
    """Return an answer that suggests positions."""
    return {**NOTHING, "positions": list(rows)}


class ModelServer:
    """The server, running in a thread while it is entered. `requests` are the bodies that it was sent."""

    def __init__(self, answers: Answers | Any, *, seconds: float = 0, tools: bool = False) -> None:
        self.answers = answers if callable(answers) else lambda _: answers
        self.seconds, self.tools = seconds, tools
        self.requests: list[dict[str, Any]] = []
        self.keys: list[str | None] = []
        self._stop = threading.Event()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._server.daemon_threads = True

    @property
    def url(self) -> str:
        """Its address, as `--model` takes it."""
        return f"http://127.0.0.1:{self._server.server_port}/v1"

    def __enter__(self) -> Self:
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        self._server.shutdown()
        self._server.server_close()

    def completion(self, body: dict[str, Any]) -> tuple[int, bytes]:
        """Return status and body of what the server answers."""
        self.requests.append(body)
        said = self.answers(body)
        if isinstance(said, int):
            return said, b'{"error": {"message": "no"}}'
        if isinstance(said, bytes):
            return 200, said
        content = said if isinstance(said, str) else json.dumps(said)
        message: dict[str, Any] = {"role": "assistant", "content": content}
        if self.tools:
            call = {"id": "c1", "type": "function", "function": {"name": "delete_files", "arguments": "{}"}}
            message = {"role": "assistant", "content": None, "tool_calls": [call]}
        choice = {"index": 0, "message": message, "finish_reason": "tool_calls" if self.tools else "stop"}
        usage = {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2}
        done = {"id": "x", "object": "chat.completion", "created": int(time.time()), "model": body["model"]}
        return 200, json.dumps({**done, "choices": [choice], "usage": usage}).encode()

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                outer.keys.append(self.headers["Authorization"])
                body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                outer._stop.wait(outer.seconds)
                status, answer = outer.completion(body)
                try:
                    self.send_response(status)
                    self.send_header("Content-Type", "application/json")
                    self.send_header("Content-Length", str(len(answer)))
                    self.end_headers()
                    self.wfile.write(answer)
                except OSError:
                    return  # the client has not waited

            def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the name of the base class
                """Stay quiet."""

        return Handler
