"""Who meets whom: a mark an actor, a line a pair, in places that are the same each time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dragoman.exports.charts.chart import Chart
from dragoman.exports.charts.network import FEWEST, MOST, chart
from dragoman.views.network import Network, Node, Tie
from tests.chart_answers import HOSTILE, on


def party(key: str, name: str, kind: str = "party", side: str = "Kestria") -> Node:
    """Return an actor."""
    return Node(key, name, kind, side, 3)


def pair(one: str, other: str, count: int, *, held: int = 1) -> Tie:
    """Return two who met so often."""
    return Tie(one, other, tuple(f"m{n}" for n in range(count)), held, 0, on(3, 1), on(3, 2))


def of(nodes: Sequence[Node], ties: Sequence[Tie]) -> Network:
    """Return a network."""
    return Network("party", tuple(nodes), tuple(ties), (), (), on(3, 1), on(3, 2), 1, whole=True)


def to(node: Node) -> str:
    """Return the address of an actor."""
    return f"/actors/{node.id}"


def drawn(nodes: Sequence[Node], ties: Sequence[Tie]) -> Chart:
    """Return the chart of some pairs."""
    made = chart(of(nodes, ties), address=to)
    assert made is not None
    return made


KESTRIA, ORVANIA, BERG = (
    party("k", "Kestria"),
    party("o", "Orvania", side="Orvania"),
    party("b", "Ana Berg", "person", "Halm"),
)


def test_who_met_nobody_is_not_drawn(seen: Any) -> None:
    """Actors without a meeting have no place; without any pair there is no picture."""
    assert chart(of([KESTRIA, ORVANIA], []), address=to) is None
    assert chart(of([KESTRIA], [pair("k", "k", 2), pair("k", "unknown", 1), pair("k", "k", 0)]), address=to) is None
    made = drawn([KESTRIA, ORVANIA, BERG], [pair("k", "o", 3)])
    assert seen(made.wide).links == {"/actors/k": "Kestria: 3 meetings", "/actors/o": "Orvania: 3 meetings"}


def test_both_pictures_have_all_names(seen: Any) -> None:
    """Names are written in the wide and in the narrow picture; persons and parties have other shapes."""
    made = drawn([KESTRIA, ORVANIA, BERG], [pair("k", "o", 3), pair("k", "b", 1)])
    for svg in (made.wide, made.narrow):
        assert {"Kestria", "Orvania", "Ana Berg", "person", "party"} <= set(seen(svg).words)
        assert set(seen(svg).links) == {"/actors/k", "/actors/o", "/actors/b"}


def test_what_was_not_held_is_a_broken_line(seen: Any) -> None:
    """A pair of which no meeting was held is told apart from those who met."""
    for held, broken in ((0, {"4,3"}), (1, {None})):
        made = drawn([KESTRIA, ORVANIA], [pair("k", "o", 1, held=held)])
        lines = [one for one in seen(made.wide).all("line") if one.get("class") == "stroke-muted"]
        assert {one.get("stroke-dasharray") for one in lines} == broken


def test_the_order_of_what_is_given_does_not_matter() -> None:
    """The same actors and pairs give the same picture, in whatever order they come."""
    nodes, ties = _many(9)
    assert drawn(nodes, ties) == drawn(nodes[::-1], ties[::-1])


def test_names_do_not_cover_each_other(seen: Any) -> None:
    """Each name has a line of its own on its side of the picture."""
    nodes, ties = _many(MOST)
    for svg, lines in ((drawn(nodes, ties).wide, MOST), (drawn(nodes, ties).narrow, FEWEST)):
        texts = [one for one in seen(svg).all("text") if (one.text or "").startswith("Actor")]
        assert len({(one.get("text-anchor"), one.get("transform", "").split(",")[1]) for one in texts}) == lines


def test_a_large_network_is_bounded(seen: Any) -> None:
    """Of many actors those who met most often are drawn, and the summary says so."""
    made = drawn(*_many(60))
    assert len(seen(made.wide).links) == MOST
    assert len(seen(made.narrow).links) == FEWEST
    assert f"at most {MOST}" in made.summary


def test_the_summary_tells_the_pairs() -> None:
    """Who doesn't see the lines is told who met whom how often."""
    made = drawn([KESTRIA, ORVANIA, BERG], [pair("k", "b", 1), pair("k", "o", 3)])
    assert made.summary == "3 actors in 2 pairs who met. Meetings: Kestria and Orvania 3; Kestria and Ana Berg 1."


def test_planted_names_are_text(seen: Any) -> None:
    """What is planted in a name or a kind is text."""
    nodes = [party(f"x{n}", text, text, text) for n, text in enumerate(HOSTILE)]
    made = drawn([KESTRIA, *nodes], [pair(node.id, "k", 1) for node in nodes])
    assert len(seen(made.wide).links) == len(seen(made.narrow).links) == len(HOSTILE) + 1
    assert "<script" not in made.__html__()


def _many(number: int) -> tuple[list[Node], list[Tie]]:
    nodes = [party(f"a{n}", f"Actor {n}", side=f"Side {n % 4}") for n in range(number)]
    ties = [pair(f"a{n}", f"a{m}", (n * m) % 5 + 1) for n in range(number) for m in range(n) if (n + m) % 3 == 0]
    return nodes, [*ties, *(pair("a0", f"a{n}", 1) for n in range(1, number) if n % 3)]
