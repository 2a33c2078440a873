"""A piece of HTML as feeds carry it -> its words, one paragraph a line."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser

_BLOCKS = frozenset(
    (
        *("address", "article", "aside", "blockquote", "br", "dd", "div", "dl", "dt", "footer", "h1", "h2", "h3", "h4"),
        *(
            "h5",
            "h6",
            "header",
            "hr",
            "li",
            "main",
            "nav",
            "ol",
            "p",
            "pre",
            "section",
            "table",
            "td",
            "th",
            "tr",
            "ul",
        ),
    )
)
_SILENT = frozenset(("script", "style", "template", "noscript", "figure", "iframe", "svg", "head"))
"""Elements whose words are not the article's; the caption of a picture tells of the picture."""
_TAG = re.compile(r"<[a-zA-Z/!]")
_SPACES = re.compile(r"[^\S\n]+")


def text_of(html: str) -> str:
    """Return the words of a piece of HTML.

    What has no tag at all is plain text: its own line breaks stay.
    """
    if not _TAG.search(html):
        return unescape(html).strip()
    words = _Words()
    words.feed(html.replace("<![", "&lt;!["))  # the standard parser fails on malformed declarations
    words.close()
    return words.text()


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._pieces: list[str] = []
        self._silent: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - the parser's word
        """Begin a paragraph, or fall silent."""
        if tag in _BLOCKS:
            self._pieces.append("\n")
        if tag in _SILENT:
            self._silent.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """End a paragraph, or a silence."""
        if tag in _BLOCKS:
            self._pieces.append("\n")
        if tag in self._silent:
            del self._silent[self._silent.index(tag) :]

    def handle_data(self, data: str) -> None:
        """Keep words; within a paragraph a line break is a space."""
        if not self._silent:
            self._pieces.append(data.replace("\n", " "))

    def text(self) -> str:
        """Return the paragraphs that hold words, one a line."""
        lines = (_SPACES.sub(" ", line).strip() for line in "".join(self._pieces).split("\n"))
        return "\n".join(line for line in lines if line)
