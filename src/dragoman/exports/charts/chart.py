"""A drawn answer."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture for a wide page and one for a narrow page, and what both show in words.

    `summary` is the text alternative: whoever doesn't see the picture loses nothing that the page doesn't tell elsewhere.
    """

    name: str
    title: str
    summary: str
    wide: str
    narrow: str

    def __html__(self) -> str:
        """Return the chart as a part of a page; the stylesheet shows one of the pictures."""
        return (
            f'<figure class="chart chart-{escape(self.name)}">'
            f'<div class="chart-wide">{self.wide}</div><div class="chart-narrow">{self.narrow}</div>'
            f"<figcaption>{escape(self.summary)}</figcaption></figure>"
        )
