"""What views tell of meetings, as pictures ask for it."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.exports.charts import network
from dragoman.exports.charts.chart import Chart
from dragoman.views.network import Network
from dragoman.web.links import Links


@dataclass(frozen=True, slots=True)
class Drawn:
    """A line of the picture of who meets whom, and for how many meetings it stands."""

    one: str
    other: str
    count: int


def who_meets_whom(answer: Network, links: Links) -> Chart | None:
    """Return the picture of a network; a party leads to its people, an actor to its page."""

    def address(node: network.Node) -> str | None:
        return links.to("/people", party=node.id) if node.kind == "party" else links.actor(node.id)

    ties = [Drawn(tie.one, tie.other, len(tie.meetings)) for tie in answer.ties]
    return network.chart(answer.nodes, ties, address=address)
