"""Sources without a verb: "according to the ministry", "in the words of …", "as reported by …"."""

from __future__ import annotations

from dragoman.reading.grammar.parse import Parse
from dragoman.reading.speech.bounds import fit, sentence_first, sentence_last
from dragoman.reading.speech.cues import Use
from dragoman.reading.speech.drafts import Draft
from dragoman.reading.speech.hearing import Hearing
from dragoman.reading.speech.voices import Voice, phrase
from dragoman.terms.span import Span

_SAY = Use("say", None)
_MEASURES = frozenset(
    "schedule timetable plan age need size rank rule law custom taste formula merit weight order principle".split()
)
"""What things go by without saying anything: "according to plan"."""


def find_sourced(hearing: Hearing) -> list[Draft]:
    """Find the clauses that "according to" somebody are so."""
    parse, drafts = hearing.parse, []
    for i, word in enumerate(parse.lower):
        if (
            word == "according"
            and hearing.inside[i] < 0
            and i not in hearing.heard
            and i + 2 < len(parse)
            and parse.lower[i + 1] == "to"
        ):
            draft = _according(hearing, i)
            if draft is not None:
                drafts.append(draft)
                hearing.heard.add(i)
        elif word == "per" and hearing.inside[i] < 0 and (draft := _per(hearing, i)) is not None:
            drafts.append(draft)
            hearing.heard.add(i)
    return drafts


def _per(hearing: Hearing, i: int) -> Draft | None:
    """Read "…, per a guard": behind a comma, and somebody, not "per day"."""
    parse, at = hearing.parse, hearing.scene.mention_at
    head = parse.kid(i, "pobj")
    if head is None or not i or parse.word[i - 1] != "," or head not in at:
        return None
    if hearing.scene.mentions[at[head]].kind is None:
        return None
    contents = _rest(hearing, i, head)
    source = phrase(parse, head, low=i + 1, high=sentence_last(hearing, head))
    return Draft(Voice((i, i), i, source, head), contents, "according to", _SAY) if contents else None


def _according(hearing: Hearing, i: int) -> Draft | None:
    parse = hearing.parse
    head = _named(parse, i)
    if head is None or head <= i or parse.lemma[head] in _MEASURES:
        return None
    source = phrase(parse, head, low=i + 2, high=sentence_last(hearing, head))
    last = source[1]
    contents = _rest(hearing, i, last)
    if not contents:
        return None
    return Draft(Voice((i, i + 1), i, source, head), contents, "according to", _SAY)


def _named(parse: Parse, i: int) -> int | None:
    """The head word of who is named behind "according to"; "ex-president Prelec" is no "ex"."""
    below = parse.kids(i + 1, "pobj") or parse.kids(i, "pobj")
    if len(below) > 1 and parse.word[below[0] + 1] == "-":
        return below[-1]
    return next(iter(below), None)


def _rest(hearing: Hearing, first: int, last: int) -> tuple[Span, ...]:
    """The sentence without the words of the source: before them and, where they open it or stand between commas, behind."""
    parse = hearing.parse
    start, end = sentence_first(hearing, first), sentence_last(hearing, last)
    if first - start <= 1:
        while last < end and parse.word[last] != ",":
            last += 1
        return tuple(s for s in [fit(hearing, last + 1, end, first)] if s is not None)
    spans = [fit(hearing, max(start, _clause_first(hearing, first)), first - 1, first)]
    if last + 2 < end and parse.word[last + 1] == "," and parse.tag[last + 2] not in ("WP", "WDT", "WRB", "CC"):
        spans.append(fit(hearing, last + 2, end, first))
    return tuple(s for s in spans if s is not None)


def _clause_first(hearing: Hearing, first: int) -> int:
    """Where the clause starts that a source hangs on: a second clause of the sentence ("…, and ten died") starts late."""
    parse = hearing.parse
    verb = next((h for h in parse.ancestors(first) if parse.tag[h][:2] == "VB"), None)
    if verb is None or parse.dep[verb] != "conj" or parse.kid(verb, "nsubj", "nsubjpass") is None:
        return 0
    return parse.left[verb]
