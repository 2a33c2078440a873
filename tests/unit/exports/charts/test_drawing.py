"""What becomes of a sheet: SVG with our addresses, for both themes, in which nothing of a report is more than text."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from dragoman.exports.charts.chart import Chart
from dragoman.exports.charts.drawing import _drawn, draw, warm
from dragoman.exports.charts.inks import INK_OF, PLAIN, STAND_INS
from dragoman.exports.charts.sheet import Link, Sheet, Style, is_address
from tests.chart_answers import HOSTILE

KNOWN = {"svg", "title", "desc", "g", "a", "path", "line", "rect", "text"}
NAMESPACE = "http://www.w3.org/2000/svg"


def sheet_of(number: int) -> Sheet:
    """Return a sheet with something of everything, another one for each number."""
    sheet = Sheet(width=300, height=60)
    sheet.box(0, 0, 300, 20, Style(fill="line", faint=True))
    sheet.line(0, 10, 300, 10, Style(stroke="muted", dashed=True))
    sheet.bar(10, 20, 60, 30, Style(fill="accent", stroke="accent", dashed=True), link=Link("a bar", "/bar"))
    sheet.mark(100 + number, 30, "circle", 6, Style(fill="ok"), link=Link("a mark", f"/marks?a=1&n={number}#f1"))
    sheet.mark(130, 30, "off", 6, Style(stroke="no"), link=Link("nowhere"))
    sheet.mark(150, 30, "arc", 16, Style(stroke="warn"))
    sheet.text(200, 40, f"words {number}", bold=True)
    return sheet


def test_the_same_sheet_gives_the_same_bytes() -> None:
    """A picture is a function of its sheet, its title and its summary."""
    first = draw(sheet_of(1), title="One", summary="Two")
    _drawn.cache_clear()
    assert draw(sheet_of(1), title="One", summary="Two") == first
    assert draw(sheet_of(2), title="One", summary="Two") != first


def test_threads_draw_the_same() -> None:
    """Pictures drawn in several threads at once are those drawn one after the other."""
    alone = [draw(sheet_of(number), title="", summary="") for number in range(12)]
    _drawn.cache_clear()
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(lambda number: draw(sheet_of(number % 12), title="", summary=""), range(36)))
    assert together == alone * 3


def test_links_are_ours(seen: Any) -> None:
    """An address comes out as it was given, the words of a mark beside it; no other host is named anywhere."""
    picture = seen(draw(sheet_of(1), title="T", summary="S"))
    assert picture.links == {"/bar": "a bar", "/marks?a=1&n=1#f1": "a mark"}
    assert picture.named == ["nowhere"]
    assert re.findall(r"\w+://[^\s\"'<>]*", picture.svg) == [NAMESPACE]


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "//evil.example/",
        "http://evil.example/",
        "x/y",
        "",
        "/\\evil.example",
        "/a b",
        "/a\n",
        "data:x",
    ],
)
def test_only_addresses_of_this_place_are_links(address: str, seen: Any) -> None:
    """What isn't a path from the root of this place leads nowhere; the mark keeps its words."""
    sheet = Sheet(width=50, height=50)
    sheet.mark(10, 10, "circle", 6, Style(fill="ok"), link=Link("a mark", address))
    picture = seen(draw(sheet, title="", summary=""))
    assert not is_address(address)
    assert picture.links == {}
    assert picture.named == ["a mark"]


@pytest.mark.parametrize("text", HOSTILE)
def test_what_is_planted_comes_out_as_text(text: str, seen: Any) -> None:
    """Markup, quotation marks, expressions and addresses in names are text: nothing but known elements, no handler, no style."""
    sheet = Sheet(width=600, height=60)
    sheet.text(10, 10, text)
    sheet.mark(10, 30, "circle", 6, Style(fill="ok"), link=Link(text, "/x"))
    picture = seen(draw(sheet, title=text, summary=text))
    assert {one.tag.rpartition("}")[2] for one in picture.root.iter()} <= KNOWN
    assert {name for name, _ in picture.attributes() if name == "style" or name.startswith("on")} == set()
    assert picture.links.keys() == {"/x"}
    plain = " ".join(re.sub(r"[\x00\x1b\u202e\ud800]", "", text).split())
    assert picture.words == [plain]
    assert picture.links["/x"] == plain


def test_values_only_differ_in_data() -> None:
    """Two sheets with other words have the same specification but for the values of its data."""

    def rest(sheet: Sheet) -> list[object]:
        return [{**layer, "data": None} for layer in sheet.specification()["layer"]]

    hostile = sheet_of(1)
    hostile.text(1, 1, HOSTILE[1])
    assert rest(hostile) == rest(sheet_of(2))


def test_colours_are_classes(seen: Any) -> None:
    """Each colour is a class for the page's stylesheet, and a plain colour for a picture that stands alone."""
    picture = seen(draw(sheet_of(1), title="", summary=""))
    wanted = {
        "fill-line",
        "stroke-muted",
        "fill-accent",
        "stroke-accent",
        "fill-ok",
        "stroke-no",
        "stroke-warn",
        "fill-ink",
    }
    assert picture.classes() == {"picture", *wanted}
    assert not [value for _, value in picture.attributes() if value in INK_OF]
    assert len(set(STAND_INS.values()) | set(PLAIN.values())) == 2 * len(PLAIN)


def test_a_policy_without_inline_styles_is_kept(seen: Any) -> None:
    """There is no style, script or foreign content, so a strict policy has nothing to block."""
    picture = seen(draw(sheet_of(1), title="", summary=""))
    assert {one.tag.rpartition("}")[2] for one in picture.root.iter()} <= KNOWN
    assert "style" not in dict(picture.attributes())


def test_it_says_what_it_is(seen: Any) -> None:
    """The picture has a name and a description by ids of its own; one with links is a group, one without an image."""
    picture = seen(draw(sheet_of(1), title="The name", summary="What it  shows"))
    name, about = (picture.root.attrib[f"aria-{key}"] for key in ("labelledby", "describedby"))
    assert {one.get("id"): one.text for one in picture.root[:2]} == {name: "The name", about: "What it shows"}
    assert picture.root.attrib["role"] == "group"
    alone = Sheet(width=5, height=5)
    alone.mark(1, 1, "circle", 1, Style(fill="ok"), link=Link("nowhere"))
    assert seen(draw(alone, title="", summary="")).root.attrib["role"] == "img"


def test_ids_differ_among_pictures(seen: Any) -> None:
    """Two pictures on one page don't share an id."""
    ids = [seen(draw(sheet_of(number), title="", summary="")).root.attrib["aria-labelledby"] for number in (1, 2)]
    assert ids[0] != ids[1]


def test_the_size_can_be_scaled(seen: Any) -> None:
    """The view box tells the size, so that a stylesheet may scale the picture."""
    assert seen(draw(sheet_of(1), title="", summary="")).root.attrib["viewBox"] == "0 0 300 60"


def test_warm_draws() -> None:
    """What is drawn beforehand needs no answer."""
    assert warm() is None  # type: ignore[func-returns-value]


def test_a_chart_is_a_part_of_a_page() -> None:
    """A chart gives both pictures and its summary, escaped; its class tells which chart it is."""
    page = Chart("timeline", "T", "a < b", "<svg>1</svg>", "<svg>2</svg>").__html__()
    assert page.startswith('<figure class="chart chart-timeline">')
    assert "<svg>1</svg>" in page
    assert "<svg>2</svg>" in page
    assert "a &lt; b" in page
