"""The SVG as it was drawn -> SVG as a page takes it: our addresses, classes instead of colours, words for who doesn't see it.

The drawing is read as XML and written anew from a few elements and attributes that are known: what else it might hold is left
out. So no page gets a style, a script or the name of another host from a picture.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from xml.etree import ElementTree as ET

from dragoman.exports.charts.inks import INK_OF, PLAIN
from dragoman.exports.charts.sheet import ADDRESS
from dragoman.exports.charts.words import cleaned

SVG = "http://www.w3.org/2000/svg"
_HREF = "{http://www.w3.org/1999/xlink}href"
_DRAWN = frozenset({"path", "line", "rect", "text"})
_KEPT = frozenset(
    "transform d x y x1 y1 x2 y2 width height rx ry fill fill-opacity stroke stroke-width stroke-dasharray"
    " text-anchor font-size font-weight".split()
)
"""The attributes that are taken over; each holds a number, a path or one of the words of the drawing."""
_NEEDLESS = {"transform": "translate(0,0)", "stroke-dasharray": "1,0", "fill-opacity": "1", "font-weight": "normal"}
"""What says no more than its absence."""
_LONG = re.compile(r"\d+\.\d{3,}")
_PLAIN_VALUE = re.compile(r"[-\w#.,() %]*")


def dress(svg: str, links: Sequence[str | None], *, title: str, summary: str) -> str:
    """Return a drawing for a page. `links` are the addresses of its marks by their numbers; None is a mark without one."""
    drawn = ET.fromstring(svg)  # noqa: S314  # our own drawing, in which all texts are escaped; it has no document type
    mark = f"c{hashlib.sha256(svg.encode()).hexdigest()[:10]}"
    root = ET.Element("svg", _frame(drawn, mark, linked=any(links)))
    ET.SubElement(root, "title", {"id": f"{mark}-t"}).text = cleaned(title)
    ET.SubElement(root, "desc", {"id": f"{mark}-d"}).text = cleaned(summary)
    for child in drawn:
        root.extend(_dressed(child, links))
    return ET.tostring(root, encoding="unicode")


def _frame(drawn: ET.Element, mark: str, *, linked: bool) -> dict[str, str]:
    """Return the attributes of the picture. One with links is no image for a screen reader, or its links would be lost."""
    width, height = drawn.get("width", "0"), drawn.get("height", "0")
    return {
        "xmlns": SVG,
        "class": "picture",
        "viewBox": f"0 0 {width} {height}",
        "width": width,
        "height": height,
        "role": "group" if linked else "img",
        "aria-labelledby": f"{mark}-t",
        "aria-describedby": f"{mark}-d",
    }


def _dressed(drawn: ET.Element, links: Sequence[str | None]) -> Iterator[ET.Element]:
    """Yield what an element of the drawing becomes: nothing, itself, or what is in it."""
    name = drawn.tag.removeprefix(f"{{{SVG}}}")
    if name == "a":
        yield _linked(drawn, links)
    elif name == "g":
        inner = [dressed for child in drawn for dressed in _dressed(child, links)]
        attributes = _attributes(drawn)
        if not attributes:
            yield from inner
        elif inner:
            group = ET.Element("g", attributes)
            group.extend(inner)
            yield group
    elif name in _DRAWN and not _is_frame(drawn):
        yield _shape(drawn, name)


def _is_frame(drawn: ET.Element) -> bool:
    return drawn.get("class") in ("background", "foreground") or not (drawn.get("d", "M") or drawn.text)


def _shape(drawn: ET.Element, name: str) -> ET.Element:
    shape = ET.Element(name, _attributes(drawn))
    shape.text = drawn.text
    if name == "text":
        shape.set("aria-hidden", "true")
    return shape


def _linked(drawn: ET.Element, links: Sequence[str | None]) -> ET.Element:
    """Return a mark in its link, or as an image of its own where it leads nowhere, or as an ornament without words."""
    shape = drawn[0]
    words = shape.get("aria-label", "")
    address = links[int(drawn.get(_HREF, "").removeprefix(ADDRESS))]
    made = _shape(shape, shape.tag.removeprefix(f"{{{SVG}}}"))
    if not words:
        made.set("aria-hidden", "true")
        return made
    outer = ET.Element("a", {"href": address, "aria-label": words}) if address else ET.Element("g", _image(words))
    ET.SubElement(outer, "title").text = words
    outer.append(made)
    return outer


def _image(words: str) -> dict[str, str]:
    return {"role": "img", "aria-label": words}


def _attributes(drawn: ET.Element) -> dict[str, str]:
    """Return the attributes that are kept, with a class for each colour."""
    told = ((name, value) for name, value in drawn.attrib.items() if name in _KEPT and _PLAIN_VALUE.fullmatch(value))
    kept = {name: _LONG.sub(_rounded, value) for name, value in told if _NEEDLESS.get(name) != value}
    if "stroke" not in kept:
        kept.pop("stroke-width", None)
    classes = []
    for name in ("fill", "stroke"):
        if (ink := INK_OF.get(kept.get(name, ""))) is not None:
            classes.append(f"{name}-{ink}")
            kept[name] = PLAIN[ink]
    if classes:
        kept["class"] = " ".join(classes)
    return kept


def _rounded(number: re.Match[str]) -> str:
    return f"{float(number[0]):.2f}"
