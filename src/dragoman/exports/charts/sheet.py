"""The sheet on which a chart is laid out: boxes, lines, marks and words at points of the picture.

Every chart is the same Vega-Lite specification of five layers; what differs are the values of its data. So nothing that a report
says can be a part of the specification: no field, no expression, no address.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from dragoman.exports.charts.inks import STAND_INS, Ink
from dragoman.exports.charts.words import cut, legible

ADDRESS = "https://link.invalid/"
"""How the address begins that stands in for the address of a mark: its number follows."""
SHAPES: Mapping[str, str] = {
    "circle": "circle",
    "square": "square",
    "diamond": "diamond",
    "up": "triangle-up",
    "down": "triangle-down",
    "right": "triangle-right",
    "left": "triangle-left",
    "plus": "cross",
    "off": "M-.9,-.9L.9,.9M-.9,.9L.9,-.9",
    "glass": "M-.9,-.9L.9,-.9L-.9,.9L.9,.9Z",
    "bar": "M-.18,-1L.18,-1L.18,1L-.18,1Z",
    "arc": "M0,-1A.7,1,0,0,1,0,1",
}
"""The shapes of marks: names of Vega's, or paths within -1 and 1."""
Shape = Literal["circle", "square", "diamond", "up", "down", "right", "left", "plus", "off", "glass", "bar", "arc"]
Align = Literal["left", "center", "right"]
_DASH = {True: [4, 3], False: [1, 0]}


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """How something is drawn; without a fill it is an outline, without a stroke it has none."""

    fill: Ink | None = None
    stroke: Ink | None = None
    width: float = 1.5
    dashed: bool = False
    faint: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """What a mark leads to, and what it is called for who doesn't see it; `address` None leads nowhere."""

    words: str
    address: str | None = None


@dataclass(slots=True)
class Sheet:
    """A picture being laid out, in points from the upper left corner. What is put on it first lies below, layer by layer."""

    width: float
    height: float = 0
    links: list[str | None] = field(default_factory=list)
    _boxes: list[dict[str, Any]] = field(default_factory=list)
    _lines: list[dict[str, Any]] = field(default_factory=list)
    _bars: list[dict[str, Any]] = field(default_factory=list)
    _marks: list[dict[str, Any]] = field(default_factory=list)
    _words: list[dict[str, Any]] = field(default_factory=list)

    def box(self, left: float, top: float, right: float, bottom: float, style: Style) -> None:
        """Put a plain surface."""
        self._boxes.append({**_places(x=left, y=top, x2=right, y2=bottom), **_style(style)})

    def line(self, x: float, y: float, x2: float, y2: float, style: Style) -> None:
        """Put a straight line."""
        self._lines.append({**_places(x=x, y=y, x2=x2, y2=y2), **_style(style)})

    def bar(self, left: float, top: float, right: float, bottom: float, style: Style, *, link: Link) -> None:
        """Put a surface that stands for something."""
        self._bars.append({**_places(x=left, y=top, x2=right, y2=bottom), **_style(style), **self._link(link)})

    def mark(self, x: float, y: float, shape: Shape, radius: float, style: Style, *, link: Link | None = None) -> None:
        """Put a mark: with a link it stands for something, without one it's an ornament."""
        size = {"s": SHAPES[shape], "z": round(4 * radius * radius, 1)}
        self._marks.append({**_places(x=x, y=y), **size, **_style(style), **self._link(link or Link(""))})

    def text(
        self, x: float, y: float, text: str, *, align: Align = "left", ink: Ink = "ink", size: float = 13,
        bold: bool = False, room: float | None = None,
    ) -> None:  # fmt: skip
        """Put words on a line that `y` goes through the middle of; what is wider than `room` is cut."""
        told = legible(text) if room is None else cut(text, room, size)
        look = {"t": told, "a": align, "f": STAND_INS[ink], "z": size, "b": "bold" if bold else "normal"}
        self._words.append({**_places(x=x, y=y), **look})

    def _link(self, link: Link) -> dict[str, str]:
        self.links.append(link.address if is_address(link.address) else None)
        return {"u": f"{ADDRESS}{len(self.links) - 1}", "d": legible(link.words)}

    def specification(self) -> dict[str, Any]:
        """Return the picture as Vega-Lite asks for it."""
        layers = (
            _layer("rect", self._boxes, {**_ENDS, **_SURFACE}, aria=False),
            _layer("rule", self._lines, {**_ENDS, **_STROKE}, aria=False),
            _layer(
                "rect", self._bars, {**_ENDS, **_SURFACE, **_LINKED}, cornerRadius=2, strokeDash={"expr": "datum.h"}
            ),
            _layer("point", self._marks, {**_PLACE, **_SURFACE, **_SHAPED, **_LINKED}),
            _layer("text", self._words, {**_PLACE, **_WORDED}, aria=False, baseline="middle", **_SET),
        )
        return {
            "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
            "width": self.width,
            "height": self.height,
            "autosize": "none",
            "padding": 0,
            "background": None,
            "view": {"stroke": None},
            "layer": [layer for layer in layers if layer["data"]["values"]],
        }


def is_address(address: str | None) -> bool:
    """Whether an address is one of this place: from its root, without another host and without anything hidden in it."""
    if address is None or not address.startswith("/") or address.startswith("//"):
        return False
    return "\\" not in address and address.isprintable() and " " not in address


def _layer(mark: str, values: Sequence[Mapping[str, Any]], encoding: Mapping[str, Any], **more: Any) -> dict[str, Any]:
    return {"data": {"values": values}, "mark": {"type": mark, "opacity": 1, **more}, "encoding": encoding}


def _places(**places: float) -> dict[str, float]:
    return {name: round(place, 1) for name, place in places.items()}


def _style(style: Style) -> dict[str, Any]:
    return {
        "f": None if style.fill is None else STAND_INS[style.fill],
        "k": None if style.stroke is None else STAND_INS[style.stroke],
        "w": style.width,
        "h": _DASH[style.dashed],
        "o": 0.25 if style.faint else 1,
    }


def _raw(name: str, kind: str = "nominal", **more: Any) -> dict[str, Any]:
    """Return an encoding that takes a value as it stands in the data."""
    return {"field": name, "type": kind, "scale": None, **more}


_AT: dict[str, Any] = {"kind": "quantitative", "axis": None}
_PLACE = {"x": _raw("x", **_AT), "y": _raw("y", **_AT)}
_ENDS = {**_PLACE, "x2": {"field": "x2"}, "y2": {"field": "y2"}}
_STROKE = {"stroke": _raw("k"), "strokeWidth": _raw("w", "quantitative"), "strokeDash": _raw("h")}
_SURFACE = {
    "stroke": _raw("k"),
    "strokeWidth": _raw("w", "quantitative"),
    "fill": _raw("f"),
    "fillOpacity": _raw("o", "quantitative"),
}
_SHAPED = {"shape": _raw("s"), "size": _raw("z", "quantitative")}
_LINKED = {"href": {"field": "u", "type": "nominal"}, "description": {"field": "d", "type": "nominal"}}
_WORDED = {
    "text": {"field": "t", "type": "nominal"},
    "color": _raw("f"),
    "size": _raw("z", "quantitative"),
}
_SET = {"align": {"expr": "datum.a"}, "fontWeight": {"expr": "datum.b"}}
"""What no channel of Vega-Lite sets: two expressions, the same in every chart, that take values of ours."""
