"""Profiles -> identities of actors."""

from __future__ import annotations

from dragoman.record.identity.blocks import actor_keys

__all__ = ["actor_keys"]
