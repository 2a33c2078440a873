"""A picture is looked at as XML."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree as ET

import pytest

SVG = "{http://www.w3.org/2000/svg}"


class Picture:
    """An SVG, read."""

    def __init__(self, svg: str) -> None:
        self.svg = svg
        self.root = ET.fromstring(svg)  # noqa: S314  # it is ours

    def all(self, name: str) -> list[ET.Element]:
        """Return all elements of a name."""
        return list(self.root.iter(f"{SVG}{name}"))

    @property
    def links(self) -> dict[str, str]:
        """The addresses of marks with their names."""
        return {one.attrib["href"]: one.attrib["aria-label"] for one in self.all("a")}

    @property
    def named(self) -> list[str]:
        """The names of marks that lead nowhere."""
        return [one.attrib["aria-label"] for one in self.all("g") if one.get("role") == "img"]

    @property
    def words(self) -> list[str]:
        """What is written in it."""
        return [one.text or "" for one in self.all("text")]

    def attributes(self) -> Iterator[tuple[str, str]]:
        """Yield all attributes of all elements."""
        for one in self.root.iter():
            yield from one.attrib.items()

    def classes(self) -> set[str]:
        """Return all classes."""
        return {name for key, value in self.attributes() if key == "class" for name in value.split()}


@pytest.fixture
def seen() -> type[Picture]:
    """Return how to look at a picture."""
    return Picture
