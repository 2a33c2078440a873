"""Who meets whom: a mark an actor, a line for those who met, the wider the oftener.

On a wide page the actors stand in two bows, so that each name has a line of its own; on a narrow one below each other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from math import sqrt

from dragoman.exports.charts.chart import Chart
from dragoman.exports.charts.drawing import chart_of
from dragoman.exports.charts.lanes import Entry, legend
from dragoman.exports.charts.look import NARROW, WIDE, Look
from dragoman.exports.charts.sheet import Link, Shape, Sheet, Style
from dragoman.exports.charts.words import count, legible
from dragoman.views.network import Network, Node, Tie

MOST = 24
FEWEST = 14
"""Actors of a wide and of a narrow picture: those who met most often."""
LABELLED = 16
"""Lines up to which each bears its number."""
ROW = 32.0
_TALL = 220.0
_BOW = 300.0
Address = Callable[[Node], str | None]


def chart(answer: Network, *, address: Address) -> Chart | None:
    """Return the picture of who met whom, None where nobody did. Who met nobody is not drawn."""
    known = {node.id: node for node in answer.nodes}
    told = [
        tie for tie in answer.ties if {tie.one, tie.other} <= known.keys() and tie.one != tie.other and tie.meetings
    ]
    if not told:
        return None
    wide = _bows(_Net(known, told, MOST, address), WIDE)
    narrow = _column(_Net(known, told, FEWEST, address), NARROW)
    return chart_of("network", "Who meets whom", _summary(known, told), wide=wide, narrow=narrow)


class _Net:
    """The actors of a picture in their order, by sides, with the ties among them."""

    def __init__(self, known: Mapping[str, Node], ties: Sequence[Tie], most: int, address: Address) -> None:
        self.met: Counter[str] = Counter()
        for tie in ties:
            self.met.update({tie.one: len(tie.meetings), tie.other: len(tie.meetings)})
        ranked = sorted(self.met, key=lambda key: (-self.met[key], known[key].name, key))[:most]
        weight: Counter[str] = Counter()
        for key in ranked:
            weight[known[key].side] += self.met[key]
        self.nodes = sorted(
            (known[key] for key in ranked),
            key=lambda node: (-weight[node.side], node.side, -self.met[node.id], node.name, node.id),
        )
        shown = set(ranked)
        self.ties = sorted(
            (tie for tie in ties if tie.one in shown and tie.other in shown),
            key=lambda tie: (len(tie.meetings), tie.one, tie.other),
        )
        self.most = max((len(tie.meetings) for tie in self.ties), default=1)
        self.address = address

    def line(self, tie: Tie) -> Style:
        """Return how a tie is drawn: the wider the more meetings, broken where none was held."""
        share = (len(tie.meetings) - 1) / max(self.most - 1, 1)
        return Style(stroke="muted", width=round(1.5 + 4.5 * share, 1), dashed=not tie.held)

    def link(self, node: Node) -> Link:
        """Return to where an actor leads and what it is called."""
        return Link(f"{node.name}: {count(node.meetings, 'meeting')}", self.address(node))


def _bows(net: _Net, look: Look) -> Sheet:
    """Lay the actors out in two bows, one half at the right from top to bottom, the other at the left from bottom to top."""
    sheet = Sheet(width=look.width)
    top = legend(sheet, _key(net), look) + 18
    half = (len(net.nodes) + 1) // 2
    row_height = max(ROW, _TALL / half)
    tall = max(half - 1, 1) * row_height
    places: dict[str, tuple[float, float, bool]] = {}
    for number, node in enumerate(net.nodes):
        right = number < half
        row = number if right else len(net.nodes) - 1 - number
        y = row * row_height + (row_height / 2 if not right and len(net.nodes) % 2 else 0)
        bow = sqrt(max(0.0, 1 - ((y - tall / 2) / (tall / 2 + row_height / 2)) ** 2))
        places[node.id] = (look.width / 2 + (1 if right else -1) * _BOW * bow, top + y, right)
    for tie in net.ties:
        (x, y, _), (x2, y2, _) = places[tie.one], places[tie.other]
        sheet.line(x, y, x2, y2, net.line(tie))
        if len(net.ties) <= LABELLED:
            sheet.text(
                x + (x2 - x) * 0.4,
                y + (y2 - y) * 0.4,
                str(len(tie.meetings)),
                align="center",
                size=look.small,
                bold=True,
            )
    for node in net.nodes:
        x, y, right = places[node.id]
        sheet.mark(x, y, _shape(node), 8, Style(fill="accent", stroke="paper", width=2), link=net.link(node))
        aside, align = (15, "left") if right else (-15, "right")
        sheet.text(x + aside, y, node.name, align="left" if align == "left" else "right", size=look.size, room=205)
    sheet.height = top + tall + 20
    return sheet


def _column(net: _Net, look: Look) -> Sheet:
    """Lay the actors out below each other, with bows between those who met."""
    sheet = Sheet(width=look.width)
    top = legend(sheet, _key(net), look) + 12
    row = min(44, max(ROW * 0.8, _TALL / len(net.nodes)))
    rows = {node.id: top + number * row for number, node in enumerate(net.nodes)}
    x = look.width * 0.55
    for tie in net.ties:
        above, below = sorted((rows[tie.one], rows[tie.other]))
        sheet.mark(x, (above + below) / 2, "arc", (below - above) / 2, net.line(tie))
    for node in net.nodes:
        y = rows[node.id]
        sheet.mark(x, y, _shape(node), 6.5, Style(fill="accent", stroke="paper", width=1.5), link=net.link(node))
        sheet.text(x - 12, y, node.name, align="right", size=look.size, room=x - 18)
    sheet.height = max(rows.values()) + 16
    return sheet


def _shape(node: Node) -> Shape:
    return "circle" if node.kind == "person" else "square"


def _key(net: _Net) -> list[Entry]:
    kinds = {_shape(node) for node in net.nodes}
    key = [Entry("circle", Style(fill="accent"), "person")] if "circle" in kinds else []
    if "square" in kinds:
        key.append(Entry("square", Style(fill="accent"), "party"))
    number = "" if net.most == 1 else f", up to {net.most}"
    if any(tie.held for tie in net.ties):
        key.append(Entry("line", Style(stroke="muted", width=3), f"met; wider: more meetings{number}"))
    if not all(tie.held for tie in net.ties):
        key.append(
            Entry("line", Style(stroke="muted", width=3, dashed=True), "no meeting held yet, or none told as held")
        )
    return key


def _summary(known: Mapping[str, Node], ties: Sequence[Tie]) -> str:
    """Return who met whom how often, those who met most often first."""
    actors = {end for tie in ties for end in (tie.one, tie.other)}
    ranked = sorted(ties, key=lambda tie: (-len(tie.meetings), tie.one, tie.other))
    told = (f"{legible(known[t.one].name)} and {legible(known[t.other].name)} {len(t.meetings)}" for t in ranked[:8])
    shown = "" if len(actors) <= MOST else f", of whom those who met most often are drawn (at most {MOST})"
    first = "Meetings" if len(ranked) <= 8 else "Most meetings"
    return f"{count(len(actors), 'actor')} in {count(len(ties), 'pair')} who met{shown}. {first}: {'; '.join(told)}."
