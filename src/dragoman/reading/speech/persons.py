"""Who else has a part in a saying: to whom it was said, whom it is aimed at, through whom it came."""

from __future__ import annotations

from dragoman.reading.speech.drafts import Draft
from dragoman.reading.speech.hearing import Hearing
from dragoman.reading.speech.papers import PAPERS, issuer_of
from dragoman.reading.speech.voices import CITING, is_passive

_TOLD = frozenset("tell inform brief notify assure remind ask warn promise urge advise call implore answer".split())
_SHORT = 4
_HEARERS = frozenset({"to", "with"})
_MEETINGS = frozenset(
    "interview conversation phone call briefing appearance statement comment remark letter message email".split()
)
_SPEAKING = frozenset({"speak", "talk", "write", "respond", "reply", "appear"})
_AIMED = frozenset({"accuse", "blame", "criticise", "condemn", "threaten", "appeal", "demand"})


def mention_in(hearing: Hearing, head: int | None, words: tuple[int, int] | None) -> int | None:
    """Return the mention that some words name: the one on their head word, else the first one within.

    A paper and a bare number speak for whoever stands beside them: "a *ministry* statement", "two of the *officials*".
    """
    if head is None or words is None:
        return None
    at, parse = hearing.scene.mention_at, hearing.parse
    if parse.lemma[head] in PAPERS and parse.tag[head] in ("NN", "NNS"):
        issuer = issuer_of(hearing.scene, head)
        issuer = _behind_paper(hearing, head, words[1]) if issuer is None else issuer
        return at.get(head) if issuer is None else issuer
    within = [at[i] for i in range(words[0], words[1] + 1) if i in at]
    if head in at:
        if parse.tag[head] == "CD":
            return next((n for n in within if hearing.scene.mentions[n].kind is not None), at[head])
        return _namesake(hearing, head) if _unread_name(hearing, at[head]) else at[head]
    owners = [at[i] for i in range(words[0], words[1] + 1) if i in at and parse.dep[i] == "poss"]
    return next((n for n in within if n not in owners), next(iter(within), None))


def _behind_paper(hearing: Hearing, head: int, last: int) -> int | None:
    """The first one told behind a paper that is no place: "a post on *the Front*'s channel"."""
    at, mentions = hearing.scene.mention_at, hearing.scene.mentions
    behind = (at[i] for i in range(head + 1, last + 1) if i in at)
    return next((n for n in behind if mentions[n].kind is not None and not mentions[n].place), None)


def _unread_name(hearing: Hearing, mention: int) -> bool:
    """Whether a mention is one bare word with a capital, which may be a name that the grammar took for a noun."""
    found = hearing.scene.mentions[mention]
    return found.form == "description" and found.kind is None and len(found.span) == len(found.head)


def _namesake(hearing: Hearing, head: int) -> int:
    """The last one before with the same surname, where the grammar took a strange name for a noun; else the word itself."""
    word, own = hearing.parse.word[head], hearing.scene.mention_at[head]
    if not word[:1].isupper() or len(word) < _SHORT:
        return own
    before = hearing.parse.start[head]
    return next(
        (
            n
            for n in range(len(hearing.scene.mentions) - 1, -1, -1)
            if (m := hearing.scene.mentions[n]).span.start < before
            and m.form == "name"
            and m.kind == "person"
            and m.name is not None
            and m.name.rpartition(" ")[2] == word
        ),
        own,
    )


def mention_at(hearing: Hearing, head: int | None) -> int | None:
    """Return the mention on a word, or on a name right before or below it ("NPR's host Ana Prelec")."""
    if head is None:
        return None
    at, parse = hearing.scene.mention_at, hearing.parse
    if head in at:
        return at[head]
    return next(
        (at[c] for c in parse.children[head] if c in at and parse.dep[c] in ("appos", "compound", "poss", "nmod")), None
    )


def addressee_of(hearing: Hearing, draft: Draft) -> int | None:
    """To whom it was said: "told reporters", "said to the envoy", "in an interview with NPR", "Speaking to the BBC, …"."""
    if draft.rule in ("noun", "according to"):
        return None
    parse, verb = hearing.parse, draft.voice.verb
    if parse.lemma[verb] in _TOLD:
        told = parse.kid(verb, *(("nsubjpass",) if is_passive(parse, verb) else ("dative", "dobj")))
        if told is not None and not _in_content(hearing, draft, told):
            return mention_at(hearing, told)
    for prep in parse.kids(verb, "prep", "dative"):
        noun = parse.kid(prep, "pobj")
        if noun is None or _in_content(hearing, draft, noun):
            continue
        found = mention_at(hearing, noun) if parse.lower[prep] == "to" else None
        if found is None and parse.lemma[noun] in _MEETINGS:
            found = _hearer_below(hearing, noun)
        if found is not None:
            return found
    speaking = [c for c in parse.kids(verb, "advcl", "prep") if parse.lemma[c] in _SPEAKING and parse.tag[c] == "VBG"]
    return next((found for c in speaking if (found := _hearer_below(hearing, c)) is not None), None)


def _hearer_below(hearing: Hearing, word: int) -> int | None:
    parse = hearing.parse
    for prep in parse.kids(word, "prep", "dative"):
        if parse.lower[prep] in _HEARERS and (found := mention_at(hearing, parse.kid(prep, "pobj"))) is not None:
            return found
    return None


def _in_content(hearing: Hearing, draft: Draft, word: int) -> bool:
    start = hearing.parse.start[word]
    return any(span.start <= start < span.end for span in draft.contents)


def target_of(hearing: Hearing, draft: Draft) -> int | None:
    """At whom an act is aimed: "accused *the militia* of …", "called on *both armies* to …"."""
    if draft.use is None or draft.use.act not in _AIMED:
        return None
    parse, verb = hearing.parse, draft.voice.verb
    below = parse.kids(verb, "nsubjpass" if draft.voice.passive else "dobj", "dative")
    below += [
        c
        for k in parse.kids(verb, "prep", "prt")
        if parse.lower[k] in ("on", "upon", "to")
        for c in parse.kids(k, "pobj")
    ]
    below += [c for k in parse.kids(verb, "ccomp", "xcomp") for c in parse.kids(k, "nsubj")]
    below += [
        c
        for k in parse.kids(verb, "dobj")
        for p in parse.kids(k, "prep")
        if parse.lower[p] in ("of", "by", "on")
        for c in parse.kids(p, "pobj")
    ]
    return next((found for c in below if (found := mention_at(hearing, c)) is not None), None)


def channel_of(hearing: Hearing, draft: Draft) -> int | None:
    """Through whom quoted words came: "was quoted by *TASS* as saying", "*TASS* quoted the envoy as saying"."""
    parse, verb = hearing.parse, draft.voice.verb
    if parse.lemma[verb] in CITING and is_passive(parse, verb):
        saying = [verb, *(c for prep in parse.kids(verb, "prep", "advcl") for c in [prep, *parse.kids(prep, "pcomp")])]
        agents = [agent for c in saying for agent in parse.kids(c, "agent", "prep") if parse.lower[agent] == "by"]
        return next((mention_at(hearing, parse.kid(agent, "pobj")) for agent in agents), None)
    above = parse.head[verb]
    citing = above if parse.lemma[above] in CITING else parse.head[above]
    if parse.tag[verb] != "VBG" or parse.lemma[citing] not in CITING:
        return None
    if is_passive(parse, citing):
        agent = parse.kid(citing, "agent")
        return None if agent is None else mention_at(hearing, parse.kid(agent, "pobj"))
    return mention_at(hearing, parse.kid(citing, "nsubj"))
