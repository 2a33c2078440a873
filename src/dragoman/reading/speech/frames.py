"""What a cue takes instead of a clause: a noun, "to …", "them to …", "the idea that …", "it unfair", "as …", "for …".

Each reader returns the first and the last word of the content and the last word of the cue, or None.
"""

from __future__ import annotations

from collections.abc import Callable

from dragoman.reading.grammar.parse import Parse
from dragoman.reading.speech.cues import Cue, cues
from dragoman.reading.speech.hearing import Hearing
from dragoman.reading.speech.voices import Voice

Found = tuple[int, int, int] | None


_KEEPING = frozenset({"decline", "refuse"})


def _infinitive(hearing: Hearing, voice: Voice, frame: str) -> Found:
    """Read "vowed to stay"."""
    del frame
    parse, verb = hearing.parse, voice.verb
    for c in parse.kids(verb, "xcomp", "ccomp"):
        if c > verb and parse.tag[c] == "VB":
            kept = parse.lemma[verb] in _KEEPING and parse.lemma[c] in cues().verbs  # "declined to say" tells nothing
            first = min((k for k in parse.kids(c, "aux") if parse.tag[k] == "TO"), default=parse.left[c])
            return None if kept else (max(first - (parse.lower[first - 1] == "not"), verb + 1), parse.right[c], verb)
    return None


_HOLDING = frozenset({"express", "voice"})


def _noun(hearing: Hearing, voice: Voice, frame: str) -> Found:
    """Read "denied any role", "blamed the delay on the owners"."""
    del frame
    parse, verb = hearing.parse, voice.verb
    if parse.kid(verb, "dative") is not None:
        return None
    for c in parse.kids(verb, "dobj", "nsubjpass", "xcomp"):
        if parse.dep[c] == "xcomp" and parse.tag[c] != "VBG":
            continue
        if parse.lemma[verb] in _HOLDING and parse.kid(c, "acl", "ccomp", "relcl") is not None:
            continue  # "expressed hope that": the noun tells it
        if (parse.dep[c] == "nsubjpass") == voice.passive and parse.tag[c] not in ("WP", "WDT", "PRP", "DT"):
            more = [k for k in parse.kids(verb, "prep") if k > c and parse.lower[k] in ("on", "for", "as")]
            if voice.passive:
                return parse.left[c], parse.right[c], verb
            return (
                parse.left[c],
                _with_rest(hearing, verb, max([parse.right[c], *(parse.right[k] for k in more)])),
                verb,
            )
    return None


_SAID_IN = frozenset(
    "statement interview letter post tweet speech briefing message report comment news press conference".split()
)


def _with_rest(hearing: Hearing, verb: int, last: int) -> int:
    """Return the last word with the prepositions that follow at once, but for the day and the place of saying."""
    parse = hearing.parse
    for c in parse.kids(verb, "prep"):
        noun = parse.kid(c, "pobj")
        if parse.left[c] != last + 1 or noun is None or parse.entity[noun] in ("DATE", "TIME"):
            continue
        if parse.lemma[noun] not in _SAID_IN:
            last = parse.right[c]
    return last


def _person(hearing: Hearing, voice: Voice, frame: str) -> Found:
    """Read "urged them to leave": the person and what they are to do."""
    del frame
    parse, verb = hearing.parse, voice.verb
    todo = [c for c in parse.kids(verb, "xcomp", "ccomp", "advcl") if c > verb and parse.kid(c, "aux") is not None]
    if not todo:
        return None
    who = parse.kid(verb, "dobj", "dative")
    first = parse.left[who] if who is not None and who > verb else parse.left[todo[0]]
    return max(first, verb + 1), parse.right[todo[-1]], verb


def _predicate(hearing: Hearing, voice: Voice, frame: str) -> Found:
    """Read "called the raid an act of war": the thing and its name."""
    del frame
    parse, verb = hearing.parse, voice.verb
    names = [c for c in parse.kids(verb, "oprd", "ccomp", "xcomp", "attr", "acomp") if c > verb]
    if not names or any(parse.tag[c] == "TO" for c in parse.kids(names[-1], "aux")):
        return None
    name = names[-1] if [parse.dep[c] for c in names] == ["oprd", "oprd"] else names[0]
    thing = next((c for c in (*parse.kids(verb, "dobj", "nsubj"), *names) if verb < c < name), None)
    first = parse.left[thing] if thing is not None else parse.left[name]
    if thing is None and all(
        parse.word[i][:1].isupper() or not parse.word[i][0].isalnum()
        for i in range(parse.left[name], parse.right[name] + 1)
    ):
        return None  # "a day that he has called “Liberation Day”"
    return max(first, verb + 1), parse.right[name], verb


def _as(hearing: Hearing, voice: Voice, frame: str) -> Found:
    """Read "described the talks as useful"."""
    del frame
    parse, verb = hearing.parse, voice.verb
    role = next((c for c in parse.kids(verb, "prep", "mark", "advmod") if c > verb and parse.lower[c] == "as"), None)
    thing = parse.kid(verb, "dobj")
    if role is None and thing is not None:
        role = next((c for c in parse.kids(thing, "prep") if parse.lower[c] == "as"), None)
    if role is None:
        return None
    gone = not voice.passive and (thing is None or thing < verb)  # "a plan *that* it views as a trap"
    if gone and not _holds_quote(hearing, role, parse.right[role]):
        return None
    first = parse.left[thing] if thing is not None and thing > verb else parse.left[role]
    return first, parse.right[role], verb


_PERSON_BEHIND = frozenset({"on", "upon", "to"})
_APPEALING = frozenset({"call", "appeal"})
"""Behind these stands a person, who is to do something: "called on both to stop", not "called on Tuesday"."""


def _preposition(hearing: Hearing, voice: Voice, frame: str) -> Found:
    """Read "called for calm", "warned of hunger", "accused them of lying", "called on both to stop"."""
    parse, verb = hearing.parse, voice.verb
    who = parse.kid(verb, "dobj", "nsubjpass")
    below = parse.kids(verb, "prep", "prt", "dative") + (
        [] if who is None or frame != "of" else parse.kids(who, "prep")
    )
    prep = next((c for c in below if c > verb and parse.lower[c] == frame), None)
    if prep is None and frame == "of" and who is not None:  # "accused the army and its allies of *shooting* at them"
        behind = range(max(who, verb) + 1, parse.right[verb])
        prep = next((i for i in behind if parse.lower[i] == "of" and parse.tag[i + 1] == "VBG"), None)
    if prep is None or prep + 1 >= len(parse):
        return None
    if frame == "of" and who is not None:
        return (verb + 1 if who > verb else prep + 1), parse.right[prep], verb
    todo = [parse.right[c] for c in parse.kids(verb, "xcomp", "advcl", "ccomp") if c > prep and parse.tag[c] == "VB"]
    pobj = parse.kid(verb, "pobj")
    if not parse.children[prep] and not todo and pobj is None:
        return None
    last = _with_rest(hearing, verb, max([parse.right[prep], *todo, *([] if pobj is None else [parse.right[pobj]])]))
    last = _with_condition(parse, verb, prep, last)
    if frame in _PERSON_BEHIND and parse.lemma[verb] in _APPEALING and "TO" not in parse.tag[prep + 1 : last + 1]:
        return None
    return prep + 1, last, prep if prep == verb + 1 else verb


def _with_condition(parse: Parse, verb: int, prep: int, last: int) -> int:
    """Return the last word with the condition right behind it: "warned of a crisis *if* the siege went on"."""
    for c in (
        *parse.kids(verb, "advcl"),
        *(k for o in parse.kids(prep, "pobj") for k in parse.kids(o, "advcl", "acl")),
    ):
        if parse.left[c] == last + 1 and parse.lower[last + 1] in ("if", "unless", "should"):
            return parse.right[c]
    return last


_UTTERED = frozenset({"say", "add", "stand", "name", "ask", "cite"})


def partly_quoted(hearing: Hearing, voice: Voice, cue: Cue) -> Found:
    """What any cue of speech takes, where a part of it stands between quotation marks: "rated the offer as “thin”"."""
    parse, verb = hearing.parse, voice.verb
    if hearing.inside[verb] >= 0 or next(iter(cue.values())).sense not in _UTTERED:
        return None
    taken = [
        c for c in parse.kids(verb, *_COMPLEMENTS) if c > verb and (parse.dep[c] != "conj" or hearing.inside[c] >= 0)
    ]
    quoted = [c for c in taken if _holds_quote(hearing, parse.left[c], parse.right[c])]
    if not quoted:
        return None
    return max(min(parse.left[c] for c in taken), verb + 1), max(parse.right[c] for c in quoted), verb


_COMPLEMENTS = ("dobj", "prep", "oprd", "xcomp", "ccomp", "attr", "acomp", "dative", "pobj", "conj", "npadvmod", "intj")


def _holds_quote(hearing: Hearing, first: int, last: int) -> bool:
    """Whether a quote starts among some words, before which no other cue verb stands."""
    parse, verbs = hearing.parse, cues().verbs
    for i in range(first, last + 1):
        if hearing.inside[i] >= 0:
            return True
        if parse.tag[i][:2] == "VB" and parse.lemma[i] in verbs:
            return False
    return False


_NOTIONS = frozenset("idea notion claim suggestion allegation assertion accusation report rumour rumor charge".split())


def _idea(hearing: Hearing, voice: Voice, frame: str) -> Found:
    """Read "dismissed the idea that they would leave"."""
    del frame
    parse, verb = hearing.parse, voice.verb
    thing = parse.kid(verb, "dobj")
    if thing is None or parse.lemma[thing] not in _NOTIONS or parse.kid(thing, "poss") is not None:
        return None
    told = any(parse.lower[parse.left[c]] == "that" for c in parse.kids(thing, "acl", "ccomp", "relcl"))
    return (parse.left[thing], parse.right[thing], verb) if told and not voice.passive else None


FRAMES: dict[str, Callable[[Hearing, Voice, str], Found]] = {
    "idea": _idea,
    "infinitive": _infinitive,
    "noun": _noun,
    "person": _person,
    "predicate": _predicate,
    "as": _as,
}


def read_frame(hearing: Hearing, voice: Voice, frame: str) -> Found:
    """Return what the cue takes in the way that `frame` names; any other name is a preposition."""
    return None if frame == "clause" else FRAMES.get(frame, _preposition)(hearing, voice, frame)
