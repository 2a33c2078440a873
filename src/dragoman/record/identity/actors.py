"""Profiles -> identities of actors."""

from __future__ import annotations

from dragoman.record.keys import fold
from dragoman.terms.findings import Actor


def actor_keys(actor: Actor) -> tuple[str, ...]:
    """Return the keys under which profiles that might be the same actor are found, sorted."""
    if actor.kind == "person":
        return (f"person:{fold(actor.name).split()[-1]}",)
    return (f"name:{fold(actor.name)}",)
