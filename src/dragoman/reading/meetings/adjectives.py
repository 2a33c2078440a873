"""What an adjective beside a meeting noun tells of its time: "the *planned* talks", "the *latest* round", "*ongoing* talks"."""

from __future__ import annotations

MAYBE = frozenset({"possible", "potential", "proposed", "prospective", "any"})
AWAITED = frozenset("future upcoming planned scheduled forthcoming expected anticipated looming impending".split())
COMING = MAYBE | AWAITED | frozenset({"further", "new", "next", "fresh"})
GONE = frozenset({"previous", "past", "earlier", "last", "latest", "recent", "inconclusive", "fruitless", "initial"})
PRESENT = frozenset({"ongoing", "continuing", "current"})
