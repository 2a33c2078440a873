"""The answers of a model, kept by content: one small JSON file for each report, model and version of the prompt.

Law: a kept answer costs no request, and the same files give the same findings without a network. What stands in a file is
checked like what comes from the model; a damaged file counts as none.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from dragoman.suggesting.schema import Suggestion, suggestions_of
from dragoman.terms.findings import MODEL
from dragoman.terms.report import Report, content_id


@dataclass(frozen=True, slots=True)
class Answers:
    """The kept answers of one model to one version of the prompt."""

    folder: Path
    model: str
    prompt: str

    @property
    def mark(self) -> str:
        """With what each of its findings is marked, as the name of their rule."""
        return f"{MODEL}{self.model}/{self.prompt}"

    def get(self, report: Report) -> tuple[Suggestion, ...] | None:
        """Return what the model suggested for a report, None where it was not asked yet."""
        try:
            kept = json.loads(self._path(report).read_text(encoding="utf-8"))
        except (OSError, ValueError, RecursionError):  # the last of brackets without end
            return None
        known = isinstance(kept, dict) and all(kept.get(name) == value for name, value in self._head(report).items())
        return suggestions_of(kept.get("answer")) if known else None

    def keep(self, report: Report, suggestions: tuple[Suggestion, ...]) -> None:
        """Keep what the model suggested for a report, as a whole or not at all. Raises `OSError`."""
        answer: dict[str, list[Mapping[str, object]]] = {"positions": []}
        for suggestion in suggestions:
            answer.setdefault(suggestion.kind, []).append(suggestion.values)
        path = self._path(report)
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_name(f"{path.name}.{os.getpid()}.part")
        part.write_text(json.dumps({**self._head(report), "answer": answer}, indent=1) + "\n", encoding="utf-8")
        part.replace(path)

    def _head(self, report: Report) -> dict[str, str]:
        return {"report": content_id(report.text), "model": self.model, "prompt": self.prompt}

    def _path(self, report: Report) -> Path:
        """Return the file of a report; a model's name may hold anything, so the file is named by a hash."""
        named = "\0".join(self._head(report).values())
        return self.folder / f"{hashlib.sha256(named.encode('utf-8', 'surrogatepass')).hexdigest()[:24]}.json"
