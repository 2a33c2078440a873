"""The picture of who meets whom, with its marks leading to pages."""

from __future__ import annotations

from dragoman.exports.charts import network
from dragoman.exports.charts.chart import Chart
from dragoman.views.network import Network, Node
from dragoman.web.links import Links


def who_meets_whom(answer: Network, links: Links) -> Chart | None:
    """Return the picture of a network, None where nobody meets; a party leads to its people, an actor to its page."""

    def address(node: Node) -> str | None:
        return links.to("/people", party=node.id) if node.kind == "party" else links.actor(node.id)

    return network.chart(answer, address=address)
