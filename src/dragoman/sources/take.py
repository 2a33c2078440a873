"""Any path -> reports: chooses the source by the file's kind."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dragoman.terms.errors import Refused
from dragoman.terms.report import Report, content_id
from dragoman.terms.span import Span


@dataclass(frozen=True, slots=True)
class Options:
    """What the person says about the reports beside the files themselves."""

    published: date | None = None


def take(path: Path, options: Options) -> Iterator[Report | Refused]:
    """Yield the reports of one file, each as a `Report` or, with the reason, `Refused`."""
    text = path.read_text(encoding="utf-8", errors="replace")
    if path.suffix == ".jsonl":
        for line in text.splitlines():
            row = json.loads(line)
            yield Report(
                id=str(row["id"]), published=date.fromisoformat(row["published"]), text=row["text"],
                publisher=row.get("publisher"), title=row.get("title"), url=row.get("url"),
            )
        return
    head = re.match(r"\s*date (\d{4}-\d{2}-\d{2}) ", text)
    published = options.published or (date.fromisoformat(head[1]) if head else None)
    if published is None:
        yield Refused(str(path), "no publication date; give one with --published YYYY-MM-DD")
        return
    yield Report(
        id=content_id(text), published=published, text=text, path=str(path),
        header=Span(0, head.end()) if head else None,
    )
