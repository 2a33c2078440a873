"""Figure marks -> figures: who gave the number, when it held, and which marks tell the same figure twice."""

from __future__ import annotations

from dataclasses import replace

from dragoman.reading.marks import FigureMark
from dragoman.resolving.ground import Ground
from dragoman.terms.findings import Actor, Figure, Why
from dragoman.terms.span import Evidence, Span, cite

SMALL_WORDS = frozenset(
    {"the", "a", "an", "of", "in", "on", "at", "to", "for", "by", "with", "and", "or", "were", "was", "been"}
)


def resolve_figures(ground: Ground) -> tuple[Figure, ...]:
    """Resolve the figures of one report; one told twice is one figure with two pieces of evidence."""
    out: list[Figure] = []
    for mark in ground.reading.figures:
        figure = _figure(ground, mark)
        same = next((n for n, other in enumerate(out) if _same(other, figure)), None)
        if same is None:
            out.append(figure)
        else:
            out[same] = _joined(out[same], figure)
    return tuple(out)


def _figure(ground: Ground, mark: FigureMark) -> Figure:
    text, when = ground.text, ground.day(mark.date)
    return Figure(
        value=mark.value,
        low=mark.low,
        high=mark.high,
        comparator=mark.comparator,
        unit=mark.unit,
        about=_about(mark, text),
        source=_source(ground, mark),
        date=when,
        evidence=(cite(text, mark.span),),
        why=Why(rule=mark.rule, cue=_plain(mark.about.of(text)), date_rule=when.rule if when is not None else None),
    )


def _about(mark: FigureMark, text: str) -> str:
    """The words for what is counted and what became of it, in the order of the text: "killed Ukrainian civilians"."""
    words, fate = _plain(mark.about.of(text)), mark.fate
    if fate is None or fate in mark.about:
        return words
    told = _plain(fate.of(text))
    return f"{told} {words}" if fate < mark.about else f"{words} {told}"


def _plain(words: str) -> str:
    return " ".join(words.split())


def _source(ground: Ground, mark: FigureMark) -> Actor | None:
    """The one who gave the number: by the grammar around it, else the speaker of the innermost words that hold it."""
    if (told := ground.cast.one(mark.source)) is not None:
        return told
    sayings = [
        (len(content), n)
        for n, saying in enumerate(ground.reading.sayings)
        if saying.act != "deny"
        for content in saying.contents
        if _holds(content, mark.span)
    ]
    return ground.cast.one(ground.reading.sayings[min(sayings)[1]].speaker) if sayings else None


def _holds(content: Span, span: Span) -> bool:
    """Whether half of a figure's words or more stand in what was said."""
    return 2 * (min(content.end, span.end) - max(content.start, span.start)) >= len(span)


def _same(one: Figure, other: Figure) -> bool:
    """Whether two figures are one: same number, and the same things counted, unless different sources gave them."""
    if (one.value, one.low) != (other.value, other.low) or not _compatible(one, other):
        return False
    return one.unit.lower() == other.unit.lower() or bool(_words(one) & _words(other))


def _compatible(one: Figure, other: Figure) -> bool:
    sources = one.source is None or other.source is None or one.source.id == other.source.id
    dates = (
        one.date is None or other.date is None or (one.date.start, one.date.end) == (other.date.start, other.date.end)
    )
    return sources and dates


def _words(figure: Figure) -> set[str]:
    return set(figure.about.lower().split()) - SMALL_WORDS


def _joined(one: Figure, other: Figure) -> Figure:
    comparator = one.comparator if one.comparator != "=" else other.comparator
    return replace(
        one,
        comparator=comparator,
        source=one.source or other.source,
        date=one.date or other.date,
        evidence=_in_order(one.evidence, other.evidence),
    )


def _in_order(told: tuple[Evidence, ...], more: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
    """Both together, each once, in the order of the text; mostly the second stands behind the first."""
    return told + more if told[-1].end <= more[0].start else tuple(sorted({*told, *more}))
