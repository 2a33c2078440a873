"""Where the words of a matter end: what hangs on behind and tells of the telling is cut, what belongs to it is joined."""

from __future__ import annotations

from dragoman.reading.grammar.parse import Parse
from dragoman.reading.grammar.phrases import noun_phrase, trim
from dragoman.reading.scene import Scene
from dragoman.terms.span import Span

TAILS = frozenset(
    "despite amid amidst although though whereas while saying citing adding stating recently earlier provided providing because where".split()
)
SPEAKING = frozenset(
    "signaling signalling suggesting raising fuelling fueling prompting setting sparking leaving paving arguing insisting warning stressing noting calling describing demanding accusing urging explaining".split()
)
PAIRED_TAILS = frozenset(
    {("instead", "of"), ("in", "principle"), ("in", "order"), ("in", "exchange"), ("in", "return"), ("as", "long"), ("so", "long"), ("only", "if"), ("only", "after"),
     ("but", "only"), ("on", "condition"), ("according", "to"), ("as", "demanded"), ("as", "requested"), ("as", "agreed"),
     ("as", "planned"), ("as", "part"), ("on", "grounds"), ("on", "behalf"), ("so", "that")}
)  # fmt: skip
LONG_TAILS = frozenset(
    {("in", "an", "effort"), ("in", "a", "bid"), ("in", "an", "attempt"), ("in", "a", "move"), ("on", "the", "condition"),
     ("on", "the", "grounds"), ("on", "the", "understanding"), ("in", "a", "statement"), ("in", "an", "interview"),
     ("in", "a", "speech"), ("in", "a", "letter"), ("as", "a", "condition")}
)  # fmt: skip
AFTER_COMMA = frozenset("while but where who which whose when and so after before but yet as with despite".split())
JOINING = frozenset({"for", "on", "between", "over", "of", "against"})
NAMING = frozenset({"with", "from"})
BELONGING = frozenset({"for", "with", "of", "between", "over", "about", "from"})
PAST = frozenset({"ago", "yesterday", "earlier"})
ASIDE = frozenset(
    "time now moment while behalf ground condition reason part occasion twitter x television radio facebook".split()
)


def tidy(scene: Scene, span: Span, head: int) -> Span:
    """Return the words of a matter without what only hangs on at their end; `head` and the words before it stay.

    Words in somebody's mouth end where that mouth closes: no matter runs on from a quotation into its attribution.
    """
    parse = scene.parse
    words = parse.words_in(_said_alone(scene, span))
    last = words[-1]
    for i in words:
        if i > head and i > words[0] and _tail(scene, i, last):
            end = i - 1
            while end > head and parse.tag[end] in ("IN", "TO", "CC"):
                end -= 1
            return _quoted(parse, trim(parse, words[0], end))
    gone = next(
        (d.span.start for d in scene.dates if d.span.end == parse.end[last] and parse.lower[last] in PAST), None
    )
    if gone is not None and gone > parse.start[head]:
        last = parse.words_in(Span(parse.start[head], gone))[-1]
    return _quoted(parse, trim(parse, words[0], last))


def _said_alone(scene: Scene, span: Span) -> Span:
    """The part of a span in the direct quotation that it starts in."""
    for saying in scene.sayings:
        for content in saying.contents:
            if saying.type != "indirect" and content.start <= span.start < content.end < span.end:
                if _goes_on(scene.parse, content.end):
                    continue
                words = scene.parse.words_in(Span(span.start, content.end))
                return trim(scene.parse, words[0], words[-1])
    return span


def _goes_on(parse: Parse, end: int) -> bool:
    """Whether what follows a quotation still belongs to its last noun: "“ready for talks” *with* Chad"."""
    after = [
        i for i in parse.words_in(Span(end, min(end + 12, len(parse.text)))) if parse.word[i] not in ('"', "”", "''")
    ]
    return bool(after) and parse.dep[after[0]] == "prep" and parse.lower[after[0]] in BELONGING


def _quoted(parse: Parse, span: Span) -> Span:
    """Take in the quotation mark before the words where the one that closes it stands among them."""
    text, words = parse.text, span.of(parse.text)
    before = text[span.start - 1 : span.start]
    closing = {'"': '"', "“": "”", "‘": "’"}.get(before)
    after = text[span.end : span.end + 1]
    if after in ('"', "”") and (words.count('"') % 2 == 1 if after == '"' else words.count("“") > words.count("”")):
        return Span(span.start, span.end + 1)
    if closing is None or closing not in words or (before == closing and words.count(before) % 2 == 0):
        return span
    return Span(span.start - 1, span.end)


def _tail(scene: Scene, i: int, last: int) -> bool:
    lower, before = scene.parse.lower, scene.parse.lower[i - 1]
    word = lower[i]
    if (word in TAILS and (word != "earlier" or i == last)) or i in scene.parse.breaks:
        return True
    if before == "," and (word in SPEAKING or _apposed(scene.parse, i)):
        return True
    if (
        word in ("that", "which")
        and scene.parse.tag[i] == "WDT"
        and lower[i + 1 : i + 2] in (["has"], ["have"], ["had"])
    ):
        return True
    if before == "," and word in AFTER_COMMA:
        return word != "and" or scene.parse.tag[i + 1 : i + 2] == ["VBD"]
    following = (*lower[i + 1 : i + 3], "", "")
    return (word, following[0]) in PAIRED_TAILS or (word, following[0], following[1]) in LONG_TAILS


def _apposed(parse: Parse, i: int) -> bool:
    """Whether a remark on the matter opens here: "keep troops there, *a demand that Chad rejects*"."""
    noun = parse.head[i] if parse.tag[i] == "DT" else i
    if parse.lower[i] not in ("a", "an", "something"):
        return False
    return parse.dep[noun] == "appos" or (
        parse.dep[noun] in ("npadvmod", "dobj") and bool(parse.kids(noun, "relcl", "acl"))
    )


def joined(scene: Scene, span: Span, verb: int) -> Span:
    """Return the words of an object with a phrase right behind it that the grammar hung on the verb ("troops *on our soil*")."""
    parse = scene.parse
    for prep in parse.kids(verb, "prep"):
        if parse.start[prep] <= span.end or prep == 0 or parse.span(prep - 1, prep - 1).end != span.end:
            continue
        inner = parse.kids(prep, "pobj")
        if inner and _belongs(scene, prep, inner[0]):
            return Span(span.start, noun_phrase(parse, inner[0]).end)
    return span


def _belongs(scene: Scene, prep: int, noun: int) -> bool:
    parse = scene.parse
    at = parse.start[noun]
    if parse.lemma[noun] in ASIDE or any(d.span.start <= at < d.span.end for d in scene.dates):
        return False
    if parse.lower[prep] in NAMING:
        return scene.is_actor(noun)
    return parse.lower[prep] in JOINING
