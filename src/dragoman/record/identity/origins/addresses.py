"""Addresses of web pages -> one form for all addresses of the same page."""

from __future__ import annotations

from functools import lru_cache
from urllib.parse import urlsplit


@lru_cache(maxsize=10_000)
def plain_address(url: str) -> str:
    """Return an address without scheme, `www.`, fragment, trailing slash and what only tells how a reader came.

    Two addresses of one page come out the same; what is no address comes out as it is, trimmed.
    """
    from courlan import normalize_url

    try:
        parts = urlsplit(normalize_url(url.strip()))
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return url.strip()
    if not host:
        return url.strip()
    path = parts.path.rstrip("/")
    return f"{host}{path}?{parts.query}" if parts.query else f"{host}{path}"


def site_of(url: str) -> str | None:
    """Return the name of an address's site without its ending: "haldencourier" of https://www.haldencourier.example/a."""
    try:
        host = (urlsplit(url.strip()).hostname or "").removeprefix("www.")
    except ValueError:
        return None
    labels = [label for label in host.split(".") if label]
    if len(labels) < 2:
        return None
    # "bbc.co.uk": a short label before the ending belongs to the ending
    cut = -2 if len(labels) > 2 and len(labels[-2]) <= 3 and len(labels[-1]) == 2 else -1
    return labels[:cut][-1]
