"""Sayings -> quotations: who the speaker is, on which day it was said, through whom it came, which event it is."""

from __future__ import annotations

from dragoman.reading.marks import Saying
from dragoman.resolving.dating import day_done
from dragoman.resolving.ground import Ground
from dragoman.resolving.onestatement import one_statement
from dragoman.terms.findings import Actor, Event, Quotation, Why
from dragoman.terms.span import cite


def find_quotations(ground: Ground) -> tuple[Quotation, ...]:
    """Resolve all sayings of one report, each on its own.

    A pronoun that stands for nobody ("it") leaves the speaker unknown; its words stay as the source.
    """
    nameless = ground.cast.nameless
    found = [_quotation(ground, saying, nameless.get(n)) for n, saying in enumerate(ground.reading.sayings)]
    return tuple(one_statement(ground, found))


def _quotation(ground: Ground, saying: Saying, nameless: Actor | None) -> Quotation:
    text, cast = ground.text, ground.cast
    speaker = cast.one(saying.speaker) or nameless
    when = day_done(ground, saying.date)
    cue = saying.cue.of(text)
    return Quotation(
        speaker=speaker,
        source=None if saying.source is None else cite(text, saying.source),
        cue=cue,
        type=saying.type,
        content_evidence=tuple(cite(text, span) for span in saying.contents),
        addressee=cast.one(saying.addressee),
        date=when,
        via=_via(ground, saying, speaker),
        evidence=tuple(cite(text, span) for span in saying.spans),
        events=_events(ground, saying, speaker),
        why=Why(rule=saying.rule, cue=cue, date_rule=None if when is None else when.rule),
    )


def _via(ground: Ground, saying: Saying, speaker: Actor | None) -> Actor | None:
    """Through whom the words came; nobody is the channel of his own words."""
    via = ground.cast.one(saying.via)
    return None if via is not None and speaker is not None and via.id == speaker.id else via


def _events(ground: Ground, saying: Saying, speaker: Actor | None) -> tuple[Event, ...]:
    """The events of a saying that does more than tell; the target is who is accused, urged or told."""
    if saying.act is None or speaker is None:
        return ()
    target = ground.cast.who(saying.target if saying.target is not None else saying.addressee)
    about = " ".join(span.of(ground.text) for span in saying.contents)
    return ground.codebook.events("quotation", saying.act, about, (speaker,), target)
