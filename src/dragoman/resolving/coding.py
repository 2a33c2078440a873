"""Findings -> event codes, by a codebook in TOML: CAMEO codes and PLOVER types with their modes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from dragoman.terms.findings import Actor, Event


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of the codebook: which findings it fits, the code that it gives, and what it means.

    `key` is the stance, status, sort or act of the finding ("*" for any). `matter` is the name of a list of words of which
    one must stand in the words for the matter; `trait` something else that is known of the finding ("visit", "promised").
    `done` holds the beginnings of the code that the deed would have if it were done.
    """

    id: str
    record: str
    key: str
    plover: str
    cameo: str
    definition: str
    example: str
    counter: str
    mode: str | None = None
    matter: str | None = None
    trait: str | None = None
    done: tuple[str, ...] = ()


@dataclass(frozen=True)
class Codebook:
    """The rules that give a finding its PLOVER type and CAMEO code, in the order in which they are tried."""

    name: str
    rules: tuple[Rule, ...] = ()
    words: dict[str, tuple[str, ...]] = field(default_factory=dict)
    matters: dict[str, re.Pattern[str]] = field(default_factory=dict)
    _by_key: dict[tuple[str, str], list[Rule]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Sort the rules by the records and keys that they fit."""
        for rule in self.rules:
            self._by_key.setdefault((rule.record, rule.key), []).append(rule)

    def events(
        self,
        record: str,
        key: str,
        about: str,
        sources: tuple[Actor, ...],
        targets: tuple[Actor, ...],
        *,
        traits: tuple[str, ...] = (),
    ) -> tuple[Event, ...]:
        """Return the events of a finding, none where no rule fits.

        `record` is its kind ("position", "meeting", "agreement", "incident", "quotation"), `key` its stance, status, sort
        or act, `about` its words for the matter, `traits` what else is known. One event for each source, toward the first
        of `targets` that is another; one with an unknown source (None) where there is none.
        """
        rule = self.rule_for(record, key, about, traits=traits)
        if rule is None:
            return ()
        return tuple(
            Event(rule.plover, rule.mode, rule.cameo, source, _toward(source, targets)) for source in sources or (None,)
        )

    def rule_for(self, record: str, key: str, about: str = "", *, traits: tuple[str, ...] = ()) -> Rule | None:
        """Return the first rule that fits a finding, or None."""
        done = ""
        if record == "incident" and traits:
            plain = next(iter(self._fitting(record, key, about, (), "")), None)
            done = plain.cameo if plain is not None else ""
        return next(self._fitting(record, key, about, traits, done), None)

    def _fitting(self, record: str, key: str, about: str, traits: tuple[str, ...], done: str) -> Iterator[Rule]:
        moods = self._by_key.get((record, "*"), ()) if traits else ()
        for rule in (*moods, *self._by_key.get((record, key), ())):
            if rule.trait is not None and rule.trait not in traits:
                continue
            if rule.done and not done.startswith(rule.done):
                continue
            if rule.matter is None or self.matters[rule.matter].search(about):
                yield rule


def _toward(source: Actor | None, targets: tuple[Actor, ...]) -> Actor | None:
    return next((target for target in targets if target != source), None)
