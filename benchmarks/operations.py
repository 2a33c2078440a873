"""What the API says of itself -> the list of its operations."""

from __future__ import annotations

import re
from typing import Any

MARK = re.compile(r"(<!-- operations -->\n)(?P<shown>.*?)(<!-- end of operations -->)", re.DOTALL)


def with_operations(text: str) -> str:
    """Return a document with its list of operations as it should be."""
    return MARK.sub(lambda m: f"{m[1]}\n{listed(described())}\n\n{m[3]}", text) if MARK.search(text) else text


def described() -> dict[str, Any]:
    """Return the OpenAPI document."""
    from fastapi import FastAPI

    from dragoman.api.app import join

    app = FastAPI(title="Dragoman", openapi_url=None)
    join(app)
    return app.openapi()


def listed(document: dict[str, Any]) -> str:
    """Return the operations as tables, one for each thing that they are about."""
    parts = []
    for tag in document["tags"]:
        rows = [
            f"| `{method.upper()} {path.removeprefix('/api/v1')}` | {told['summary']} |"
            for path, methods in document["paths"].items()
            for method, told in methods.items()
            if told["tags"] == [tag["name"]]
        ]
        parts.append("\n".join([f"## {tag['description']}", "", "| operation | |", "| --- | --- |", *rows]))
    return "\n\n".join(parts)
