"""Our finders of marks as spaCy components, for anybody's English pipeline.

    nlp = spacy.load("en_core_web_sm")
    nlp.add_pipe("dragoman_quotations")
    nlp("Talks will resume on Monday, said the minister.")._.dragoman_quotations

A component wants a tagger, a parser and names before it. It sets `doc._.dragoman_KIND`, a list of plain dicts (one a mark,
with the fields of its class in `dragoman.reading.marks`), and `doc.spans["dragoman_KIND"]`, the stretches of words. Both
survive `Doc.to_bytes`. A span in a dict is a pair of character offsets; a mention or a date is an index into
`doc._.dragoman_mentions` or `doc._.dragoman_dates`, which are set too.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields, is_dataclass
from typing import TYPE_CHECKING, Any

from spacy.language import Language
from spacy.tokens import Doc

from dragoman.terms.span import Span, hull

if TYPE_CHECKING:
    from dragoman.reading.scene import Scene

Finder = Callable[["Scene"], tuple[Any, ...]]

KINDS = (
    "mentions",
    "dates",
    "quotations",
    "meetings",
    "positions",
    "delegations",
    "agreements",
    "figures",
    "incidents",
)


NEEDS = ("token.tag", "token.dep", "doc.ents")


@dataclass(frozen=True, slots=True)
class Marker:
    """A spaCy component that writes the marks of one kind into a document."""

    kind: str
    scenes: Scenes

    def __call__(self, doc: Doc) -> Doc:
        """Mark `doc`, and its mentions and dates, to which the marks point."""
        scene = self.scenes.of(doc)
        for kind in dict.fromkeys(("mentions", "dates", self.kind)):
            marks = _finders()[kind](scene)
            doc._.set(f"dragoman_{kind}", [_plain(mark) for mark in marks])
            spans = (doc.char_span(at.start, at.end, label=kind, alignment_mode="expand") for at in map(_place, marks))
            doc.spans[f"dragoman_{kind}"] = [span for span in spans if span is not None]
        return doc


class Scenes:
    """Keeps the last document's scene, so that several components on one document share its work."""

    def __init__(self, nlp: Language) -> None:
        self._nlp = nlp
        self._key: tuple[str, bytes] | None = None
        self._scene: Scene | None = None

    def of(self, doc: Doc) -> Scene:
        """Return the scene of `doc`, the kept one where neither its words nor its grammar have changed."""
        key = (doc.text, doc.to_array(["TAG", "DEP", "HEAD", "ENT_TYPE"]).tobytes())
        if self._scene is None or key != self._key:
            self._key, self._scene = key, self._set(doc)
        return self._scene

    def _set(self, doc: Doc) -> Scene:
        from dragoman.reading.actors.mentions import find_mentions
        from dragoman.reading.dates.phrases import find_dates
        from dragoman.reading.grammar.language import lemmas_of, parse_of
        from dragoman.reading.scene import Scene

        parse = parse_of(doc, lemmas_of(self._nlp))
        return Scene(parse, find_mentions(parse), find_dates(parse))


def _finders() -> dict[str, Finder]:
    """Return who finds what. Imported late: spaCy loads this module in every program of the environment."""
    from dragoman.reading.accords.finder import find_accords
    from dragoman.reading.deeds.finder import find_deeds
    from dragoman.reading.figures.finder import find_figures
    from dragoman.reading.meetings.finder import find_meetings
    from dragoman.reading.speech import find_sayings
    from dragoman.reading.stances.finder import find_stances
    from dragoman.reading.teams.finder import find_delegations

    return {
        "mentions": lambda scene: scene.mentions,
        "dates": lambda scene: scene.dates,
        "quotations": find_sayings,
        "meetings": find_meetings,
        "positions": find_stances,
        "delegations": find_delegations,
        "agreements": find_accords,
        "figures": find_figures,
        "incidents": find_deeds,
    }


def _place(mark: Any) -> Span:
    """Return the one stretch of text that a mark covers."""
    return hull(*mark.spans) if hasattr(mark, "spans") else mark.span


def _plain(value: Any) -> Any:
    """Return a mark as dicts, lists and offsets, which spaCy can store."""
    if isinstance(value, Span):
        return [value.start, value.end]
    if is_dataclass(value):
        return {f.name: _plain(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, tuple):
        return [_plain(v) for v in value]
    return value


def _marker(nlp: Language, kind: str) -> Marker:
    for name in KINDS:
        if not Doc.has_extension(f"dragoman_{name}"):
            Doc.set_extension(f"dragoman_{name}", default=None)
    others = (part for _, part in nlp.components if isinstance(part, Marker))
    return Marker(kind, next((part.scenes for part in others), None) or Scenes(nlp))


@Language.factory("dragoman_mentions", assigns=["doc._.dragoman_mentions"], requires=NEEDS)
def make_mentions(nlp: Language, name: str) -> Marker:
    """Mark who is named: `nlp.add_pipe("dragoman_mentions")`."""
    del name
    return _marker(nlp, "mentions")


@Language.factory("dragoman_dates", assigns=["doc._.dragoman_dates"], requires=NEEDS)
def make_dates(nlp: Language, name: str) -> Marker:
    """Mark the words that name days: `nlp.add_pipe("dragoman_dates")`."""
    del name
    return _marker(nlp, "dates")


@Language.factory("dragoman_quotations", assigns=["doc._.dragoman_quotations"], requires=NEEDS)
def make_quotations(nlp: Language, name: str) -> Marker:
    """Mark who says what: `nlp.add_pipe("dragoman_quotations")`."""
    del name
    return _marker(nlp, "quotations")


@Language.factory("dragoman_meetings", assigns=["doc._.dragoman_meetings"], requires=NEEDS)
def make_meetings(nlp: Language, name: str) -> Marker:
    """Mark getting-togethers and their status: `nlp.add_pipe("dragoman_meetings")`."""
    del name
    return _marker(nlp, "meetings")


@Language.factory("dragoman_positions", assigns=["doc._.dragoman_positions"], requires=NEEDS)
def make_positions(nlp: Language, name: str) -> Marker:
    """Mark who wants, accepts or refuses what: `nlp.add_pipe("dragoman_positions")`."""
    del name
    return _marker(nlp, "positions")


@Language.factory("dragoman_delegations", assigns=["doc._.dragoman_delegations"], requires=NEEDS)
def make_delegations(nlp: Language, name: str) -> Marker:
    """Mark who goes for whom: `nlp.add_pipe("dragoman_delegations")`."""
    del name
    return _marker(nlp, "delegations")


@Language.factory("dragoman_agreements", assigns=["doc._.dragoman_agreements"], requires=NEEDS)
def make_agreements(nlp: Language, name: str) -> Marker:
    """Mark what was agreed: `nlp.add_pipe("dragoman_agreements")`."""
    del name
    return _marker(nlp, "agreements")


@Language.factory("dragoman_figures", assigns=["doc._.dragoman_figures"], requires=NEEDS)
def make_figures(nlp: Language, name: str) -> Marker:
    """Mark numbers of people, things and money: `nlp.add_pipe("dragoman_figures")`."""
    del name
    return _marker(nlp, "figures")


@Language.factory("dragoman_incidents", assigns=["doc._.dragoman_incidents"], requires=NEEDS)
def make_incidents(nlp: Language, name: str) -> Marker:
    """Mark what was done: `nlp.add_pipe("dragoman_incidents")`."""
    del name
    return _marker(nlp, "incidents")
