"""The profiles around those that a question names, loaded from the shelf by key, each key once and whole."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from dragoman.record.identity.actors.blocks import actor_keys
from dragoman.record.shelf import Profile, Shelf

CLOSED = ("who:", "body:", "letters:", "land:")
"""Keys whose holders can be one actor by name: followed until nothing new comes."""


class Neighbours:
    """Profiles by key. A key that was asked for is held with all its profiles, so that what follows from it is whole."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._by_key: dict[str, dict[str, Profile]] = {}
        self._by_id: dict[str, Profile | None] = {}

    def load(self, keys: Iterable[str]) -> None:
        """Load the profiles of keys, in one query for all that are not there yet."""
        missing = sorted({key for key in keys if key not in self._by_key})
        if not missing:
            return
        self._by_key.update((key, {}) for key in missing)
        wanted = set(missing)
        for profile in self._shelf.profiles(keys=missing):
            self._by_id[profile.actor.id] = profile
            for key in wanted.intersection(actor_keys(profile.actor)):
                self._by_key[key][profile.actor.id] = profile

    def load_closed(self, keys: Iterable[str]) -> None:
        """Load keys, those by name of the profiles that they bring, and so on."""
        front = {key for key in keys if key not in self._by_key}
        while front:
            self.load(front)
            found = {key for one in front for p in self._by_key[one].values() for key in _by_name(p)}
            front = {key for key in found if key not in self._by_key}

    def load_ids(self, ids: Collection[str]) -> None:
        """Load profiles by id."""
        missing = sorted({one for one in ids if one not in self._by_id})
        if missing:
            self._by_id.update(dict.fromkeys(missing))
            self._by_id.update((p.actor.id, p) for p in self._shelf.profiles(ids=missing))

    def of(self, key: str) -> tuple[Profile, ...]:
        """Return all profiles of a key, by id."""
        self.load((key,))
        held = self._by_key[key]
        return tuple(held[one] for one in sorted(held))

    def one(self, profile: str) -> Profile | None:
        """Return a profile by its id, None where no visible report has it."""
        self.load_ids((profile,))
        return self._by_id[profile]

    def component(self, profile: Profile) -> tuple[Profile, ...]:
        """Return all profiles that keys by name tie to one, itself among them, by id."""
        keys, found = set(_by_name(profile)), {profile.actor.id: profile}
        self.load_closed(keys)
        front = keys
        while front:
            for key in front:
                found.update(self._by_key[key])
            front = {key for p in found.values() for key in _by_name(p)} - keys
            keys |= front
            self.load(front)
        return tuple(found[one] for one in sorted(found))


def _by_name(profile: Profile) -> tuple[str, ...]:
    return tuple(key for key in actor_keys(profile.actor) if key.startswith(CLOSED))
