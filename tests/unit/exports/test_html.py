"""The page: one file, nothing of a report trusted, the text whole, links both ways."""

from __future__ import annotations

import re
from collections.abc import Callable
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.exports.html import as_html
from dragoman.exports.segments import cut
from dragoman.terms.findings import Findings
from dragoman.terms.span import Span


class Page(HTMLParser):
    """What a browser would take from a page: ids, links, the text of the report, elements."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.ids: list[str] = []
        self.links: list[str] = []
        self.elements: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.text = ""
        self._inside = 0
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        given = dict(attrs)
        self.elements.append(tag)
        self.attributes += [(name, value or "") for name, value in attrs]
        self.ids += [given["id"] or ""] if "id" in given else []
        self.links += [given["href"] or ""] if "href" in given else []
        if tag == "div":
            self._inside = self._inside + 1 if self._inside or given.get("class") == "text" else 0

    def handle_endtag(self, tag: str) -> None:
        """Leave the text of the report."""
        if tag == "div" and self._inside:
            self._inside -= 1

    def handle_data(self, data: str) -> None:
        """Note the text of the report."""
        if self._inside:
            self.text += data


def test_the_text_is_whole(whole: Callable[..., Findings]) -> None:
    """The highlighted text is the report's text, to the character."""
    findings = whole()
    assert Page(as_html([findings])).text == findings.report.text


def test_links_lead_somewhere(whole: Callable[..., Findings]) -> None:
    """Every link of the page has its target on the page, and no id stands twice; with several reports too."""
    page = Page(as_html([whole(), whole(id="other")]))
    inner = [link[1:] for link in page.links if link.startswith("#")]
    assert inner
    assert set(inner) <= set(page.ids)
    assert len(page.ids) == len(set(page.ids))


def test_every_finding_links_to_its_words_and_back(whole: Callable[..., Findings]) -> None:
    """Each finding of a kind is in the list, with a link into the text; the text links to a finding."""
    page = Page(as_html([whole()]))
    for kind in (
        "meetings",
        "positions",
        "agreements",
        "delegations",
        "quotations",
        "figures",
        "incidents",
        "dates",
        "unread",
    ):
        assert f"r1-{kind}-0" in page.ids
    assert f"#r1-t{whole().meetings[0].evidence[0].start}" in page.links
    assert "#r1-meetings-0" in page.links


def test_nothing_is_fetched(whole: Callable[..., Findings]) -> None:
    """No element loads anything: no address in src, srcset or a link element, no import, no font; a policy forbids it."""
    source = as_html([whole(url="https://haldencourier.example/x")])
    page = Page(source)
    assert not [value for name, value in page.attributes if name in ("src", "srcset", "poster", "data", "action")]
    assert all(link.startswith(("#", "data:,")) for link in page.links)
    assert not re.search(r"@import|url\(|@font-face|fetch\(|XMLHttpRequest|import\(", source)
    assert "default-src 'none'" in source


HOSTILE = [
    "<script>alert(1)</script>",
    "</div></section><img src=x onerror=alert(1)>",
    '" onmouseover="alert(1)',
    "' style='x",
    "{{ 7 * 7 }}{% for x in y %}",
    "</style><style>*{display:none}</style>",
    "--><svg onload=alert(1)>",
    "\u202e\u2066 right to left \u05d0\u05d1",
    "&lt;b&gt; &amp; &#13;",
]


@pytest.mark.parametrize("evil", HOSTILE)
def test_hostile_text_is_only_text(whole: Callable[..., Findings], read: Callable[..., Findings], evil: str) -> None:
    """Tags, attributes and template code in a report's text, title, publisher, URL or path are shown as they stand."""
    page = Page(as_html([whole(title=evil, publisher=evil, url=evil, path=evil, id=evil, warnings=(evil,))]))
    assert "img" not in page.elements
    assert "svg" not in page.elements
    assert not [name for name, _ in page.attributes if name.startswith("on")]
    assert page.elements.count("script") == page.elements.count("style") == 1
    text = f"Talks began on Monday. {evil} Orvania and Kestria met in Valletta on Tuesday."
    assert Page(as_html([read(text)])).text == text


@pytest.mark.parametrize(
    "odd", ["a\r\nb\rc", "\n\n start", "  two  spaces \t tab", "nul \x00 and \x1b", "half \ud83d emoji \U0001f600"]
)
def test_odd_characters_keep_their_places(read: Callable[..., Findings], odd: str) -> None:
    """Line ends and white space stay; what no page may hold is one replacement character each, so that offsets hold."""
    shown = Page(as_html([read(odd)])).text
    assert len(shown) == len(odd)
    assert all(b in (a, "�") for a, b in zip(odd, shown, strict=True))


def test_no_report_is_a_page_too() -> None:
    """Without reports the page says so."""
    assert "No report was read" in as_html([])


def test_the_page_is_the_same_each_time(whole: Callable[..., Findings]) -> None:
    """The same findings give the same bytes."""
    assert as_html([whole()]) == as_html([whole()])


@given(st.text(max_size=40), st.data())
def test_segments_are_the_text(text: str, data: st.DataObject) -> None:
    """Whatever overlaps, the segments joined are the text, and each carries exactly the labels that cover it."""
    edge = st.integers(0, len(text))
    spans = data.draw(st.lists(st.tuples(edge, edge).map(sorted).map(lambda e: Span(*e)), max_size=6))
    spans = [span for span in spans if len(span)]
    labelled = [(span, f"l{n}") for n, span in enumerate(spans)]
    pieces = cut(text, labelled)
    assert "".join(piece.text for piece in pieces) == text
    for piece in pieces:
        inside = Span(piece.start, piece.start + len(piece.text))
        assert set(piece.labels) == {label for span, label in labelled if inside in span}
