"""Actors of one report -> actors of the record: each carries the id of its profile instead of a report's own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields, replace
from typing import Any

from dragoman.record.claims import Finding
from dragoman.record.ids import profile_id
from dragoman.terms.findings import Actor, Event


class Profiles:
    """The profiles of one report's actors; remembers which of them were asked for."""

    def __init__(self, actors: Iterable[Actor]) -> None:
        self._whole = {actor.id: _profile(actor) for actor in actors}
        self._used: dict[str, Actor] = {}

    def of(self, actor: Actor) -> Actor:
        """Return the profile of an actor."""
        profile = self._whole.get(actor.id) or _profile(actor)
        self._used[profile.id] = profile
        return profile

    def used(self) -> tuple[Actor, ...]:
        """Return the profiles that were asked for, by id."""
        return tuple(self._used[key] for key in sorted(self._used))


def _profile(actor: Actor) -> Actor:
    return replace(actor, id=profile_id(actor), mentions=())


def with_profiles(finding: Finding, profiles: Profiles) -> Finding:
    """Return a finding whose actors are profiles."""
    changed = {f.name: _with(getattr(finding, f.name), profiles) for f in fields(finding)}
    return replace(finding, **changed)


def _with(value: Any, profiles: Profiles) -> Any:
    match value:
        case Actor():
            return profiles.of(value)
        case tuple() if value and isinstance(value[0], Actor):
            return tuple(profiles.of(actor) for actor in value)
        case tuple() if value and isinstance(value[0], Event):
            return tuple(_event(event, profiles) for event in value)
        case _:
            return value


def _event(event: Event, profiles: Profiles) -> Event:
    source = None if event.source is None else profiles.of(event.source)
    target = None if event.target is None else profiles.of(event.target)
    return replace(event, source=source, target=target)
