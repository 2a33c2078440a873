"""The lexicon of stances, ready to be asked by lemma."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dragoman.reading.lexicon import load
from dragoman.terms.findings import Stance


@dataclass(frozen=True, slots=True)
class Sense:
    """What one word says of its holder's stance, and where in the grammar the matter stands (see stances.toml)."""

    id: str
    stance: Stance
    matter: tuple[str, ...]
    only: frozenset[str] | None = None
    not_only: frozenset[str] = frozenset()
    future: bool = False
    progressive: bool = False
    give: bool = False
    now: bool = False
    said: bool = False
    yet: bool = False
    own: bool = False
    would: bool = False
    negative: bool = False
    tried: bool = False
    denied: Stance | None = None
    object: frozenset[str] = frozenset()
    manner: frozenset[str] = frozenset()


@dataclass(frozen=True)
class StanceWords:
    """The senses of verbs, adjectives, nouns and judgements by lemma, and the classes of matters."""

    verbs: dict[str, tuple[Sense, ...]]
    adjectives: dict[str, tuple[Sense, ...]]
    nouns: dict[str, tuple[Sense, ...]]
    judgements: dict[str, tuple[Sense, ...]]
    classes: dict[str, frozenset[str]]


@cache
def stance_words() -> StanceWords:
    """Load the lexicon of stances, once."""
    tables = load("stances")
    classes = {name: frozenset(words.split()) for name, words in tables["classes"].items()}
    kinds = {kind: _by_lemma(tables[kind], classes) for kind in ("verb", "adjective", "noun", "judgement")}
    return StanceWords(kinds["verb"], kinds["adjective"], kinds["noun"], kinds["judgement"], classes)


def _by_lemma(entries: list[dict[str, object]], classes: dict[str, frozenset[str]]) -> dict[str, tuple[Sense, ...]]:
    out: dict[str, tuple[Sense, ...]] = {}
    for entry in entries:
        sense = Sense(
            id=str(entry["id"]),
            stance=entry["stance"],  # type: ignore[arg-type]
            matter=tuple(entry.get("matter", ())),  # type: ignore[arg-type]
            only=classes[str(entry["only"])] if "only" in entry else None,
            not_only=classes[str(entry["not_only"])] if "not_only" in entry else frozenset(),
            future=bool(entry.get("future")),
            progressive=bool(entry.get("progressive")),
            give=bool(entry.get("give")),
            now=bool(entry.get("now")),
            said=bool(entry.get("said")),
            yet=bool(entry.get("yet")),
            own=bool(entry.get("own")),
            would=bool(entry.get("would")),
            negative=bool(entry.get("negative")),
            tried=bool(entry.get("tried")),
            denied=entry.get("denied"),  # type: ignore[arg-type]
            object=frozenset(str(entry.get("object", "")).split()),
            manner=frozenset(str(entry.get("manner", "")).split()),
        )
        for word in entry["words"]:  # type: ignore[attr-defined]
            out[word] = (*out.get(word, ()), sense)
    return out
