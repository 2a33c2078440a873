"""Asks one model behind an OpenAI-compatible address. The only module that knows the client's library.

Law: a request carries our instructions and the report, no tools and no history; the answer is JSON or it is none. Each ask has
one end in time, whatever the server does.
"""

from __future__ import annotations

import asyncio
from typing import Any
from urllib.parse import urlsplit

from pydantic_ai import Agent, ModelSettings, NativeOutput, StructuredDict
from pydantic_ai.exceptions import ModelAPIError, ModelHTTPError, UnexpectedModelBehavior
from pydantic_ai.models.openai import OpenAIChatModel
from pydantic_ai.profiles.openai import OpenAIModelProfile
from pydantic_ai.providers.openai import OpenAIProvider

from dragoman.suggesting.model import Model, shown
from dragoman.suggesting.schema import instructions, schema
from dragoman.terms.errors import Silent

CLEAR = frozenset({401, 403, 408, 429, 503})
"""What a server answers whatever the form of a request. Others may mean that it does not know the form; some servers answer 500."""
OLDER = {"response_format": {"type": "json_object", "schema": schema()}}
"""How the schema was told before "json_schema"; llama-cpp-python still asks for it so."""


class Endpoint:
    """An open connection to a model. To be closed after use."""

    def __init__(self, model: Model, key: str | None) -> None:
        self._model = model
        self._forms: tuple[dict[str, Any], ...] = ({}, OLDER)
        # what is asked once is paid for once: no tries behind our back
        self._client = OpenAIProvider(base_url=model.url, api_key=key or "none").client.with_options(max_retries=0)
        self._agent = Agent(
            OpenAIChatModel(
                model.name, provider=OpenAIProvider(openai_client=self._client), profile=_profile(model.url)
            ),
            output_type=NativeOutput(StructuredDict(schema(), name="findings")),
            instructions=instructions(),
            retries=0,
        )
        self._runner = asyncio.Runner()

    def ask(self, text: str) -> Any:
        """Return what the model answers about a text. Raises `Silent` with the reason where it gives no answer."""
        try:
            return self._runner.run(self._in_time(text))
        except TimeoutError as error:
            raise Silent(f"the model did not answer within {self._model.seconds} s") from error
        except ModelHTTPError as error:
            raise Silent(f"the model's server answered {error.status_code}") from error
        except ModelAPIError as error:
            if isinstance(error.__cause__, ValueError):
                raise Silent("what the model's server answers is no JSON") from error
            raise Silent(f"the model cannot be reached at {shown(self._model.url)}", lasting=True) from error
        except UnexpectedModelBehavior as error:
            raise Silent("the model's answer is no list of findings") from error

    def close(self) -> None:
        """Close the connection."""
        self._runner.run(self._client.close())
        self._runner.close()

    async def _in_time(self, text: str) -> Any:
        async with asyncio.timeout(self._model.seconds):
            return await self._asked(text)

    async def _asked(self, text: str) -> Any:
        """Ask in the form that the server knows; which one that is, is found out with the first report that it answers."""
        for form in self._forms:
            settings = ModelSettings(temperature=0, max_tokens=self._model.tokens, extra_body=form)
            try:
                output = (await self._agent.run(text, model_settings=settings)).output
            except ModelHTTPError as error:
                if form is self._forms[-1] or error.status_code in CLEAR:
                    raise
            else:
                self._forms = (form,)
                return output
        raise AssertionError


def _profile(url: str) -> OpenAIModelProfile:
    """Return how a server calls the bound of an answer. A wrong word is passed over by most, and the answer has no bound then."""
    return OpenAIModelProfile(openai_chat_supports_max_completion_tokens=urlsplit(url).hostname == "api.openai.com")
