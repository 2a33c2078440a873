"""How mentions hang together by grammar: owners, appositions, relative pronouns, lists, the speakers of "I" and "we"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Literal

from dragoman.reading.actors.memberlists import listed_office, second_office
from dragoman.reading.actors.pronouns import RELATIVE, antecedent, speakers
from dragoman.reading.grammar.parse import Parse
from dragoman.reading.marks import Mention
from dragoman.terms.span import Span

LEADING = frozenset({"lead", "head", "chair", "represent", "command"})
TEAMS = frozenset({"delegation", "team", "mission"})
SENDING = frozenset({"send", "dispatch", "field", "deploy", "name", "appoint"})
# Nouns that come one for each country named behind them: "the leaders of Chad and Niger".
JOINED = frozenset(
    "leader president minister premier chancellor king mediator delegation team government negotiator army force capital "
    "parliament head chief counterpart side ambassador troop secretary representative delegate envoy emissary".split()
)
HELPING = frozenset(
    "mediate broker facilitate host help assist sponsor oversee monitor act serve support back carry guarantee convene attend".split()
)
AGREEING = frozenset(
    "agree meet negotiate conclude talk fight sign clash quarrel bargain swap exchange reconcile".split()
)
REACHING = frozenset(
    "hold reach sign conclude resume begin start open have enter strike make suspend end fight".split()
)
TALKS = frozenset(
    "talk negotiation deal agreement accord truce ceasefire cease round pact treaty war meeting summit dialogue".split()
)
ACRONYM = re.compile(r" \([A-Z][\w.-]{1,9}\) ")
OWNING = frozenset({"of", "for", "from", "at", "with"})


def link(
    parse: Parse, mentions: list[Mention], spans: list[tuple[int, int]], shared: dict[int, int], holders: set[int]
) -> tuple[Mention, ...]:
    """Return the mentions with `owner`, `same_as` and `parts` filled in.

    `shared` tells of a mention that has no noun of its own where the phrase ends whose noun it shares; `holders` are the
    names of those whose office stands before its complement.
    """
    at = {m.word: n for n, m in enumerate(mentions)}
    cover = _cover(parse, mentions)
    voices = _voices(parse, spans)
    out = []
    for n, told in enumerate(mentions):
        mention = told
        owner = _owner(parse, mention, at, n)
        if (
            owner is None
            and mention.office is not None
            and mention.affiliation is None
            and mention.form == "description"
        ):
            owner = _before_bracket(parse, mentions, n)  # "the African Union (AU) envoy"
        if owner in holders:
            owner = _body_of_office(parse, mentions, owner)
        same = _office_before(mentions, n) if n in holders else None
        if same is None and mention.form == "name" and mention.kind in (None, "person") and mention.role is None:
            same = _behind_complement(parse, mentions, n)
            if same is not None and mention.kind is None:
                mention = replace(mention, kind="person", cue="person")
        if same is None:
            same = second_office(parse, mentions, n)
        if same is None:
            same = _same(parse, mentions, cover, voices, n)
        parts = _parts(parse, mention, at, n)
        beside = _beside(parse, mention, cover)
        dealing = _dealing(parse, mention.word) if beside else ""
        also = tuple(k for k in range(max(0, n - 3), n) if shared.get(k) == mention.span.end)
        changed = owner is not None or same is not None or parts or beside or also
        out.append(
            replace(mention, owner=owner, same_as=same, parts=parts, beside=beside, also=also, dealing=dealing)
            if changed
            else mention
        )
    return tuple(out)


def _cover(parse: Parse, mentions: list[Mention]) -> dict[int, int]:
    """For each word inside a named or described mention, the index of that mention."""
    at_start = {start: i for i, start in enumerate(parse.start)}
    cover: dict[int, int] = {}
    for n, mention in enumerate(mentions):
        i = at_start[mention.span.start]
        while i < len(parse) and parse.start[i] < mention.span.end:
            cover[i] = n
            i += 1
    return cover


def _voices(parse: Parse, spans: list[tuple[int, int]]) -> dict[int, int]:
    """For each word inside a quotation, the word for its speaker."""
    voices: dict[int, int] = {}
    for (a, b), speaker in zip(spans, speakers(parse, spans), strict=True):
        if speaker is not None:
            voices.update(dict.fromkeys(range(a, b + 1), speaker))
    return voices


def _owner(parse: Parse, mention: Mention, at: dict[int, int], n: int) -> int | None:
    if mention.form == "pronoun":
        return None
    for word in parse.words_in(mention.span):
        for child in parse.children[word]:
            if parse.dep[child] == "poss" and at.get(child, n) != n:
                return at[child]
    for child in parse.children[mention.word]:
        if parse.dep[child] == "prep" and parse.lower[child] in OWNING and child > mention.word:
            found = parse.kid(child, "pobj")
            if found is not None and at.get(found, n) != n:
                return None if mention.office == "envoy" and parse.lower[child] == "for" else at[found]
    return _sender(parse, mention, at)


def _sender(parse: Parse, mention: Mention, at: dict[int, int]) -> int | None:
    """Whose delegation it is: "a team led by X" belongs X to the team, "Chad sent a team" the team to Chad."""
    word, head = mention.word, parse.head[mention.word]
    if parse.dep[word] == "pobj" and parse.dep[head] == "agent" and parse.lemma[parse.head[head]] in LEADING:
        verb = parse.head[head]
        led = parse.head[verb] if parse.dep[verb] == "acl" else parse.kid(verb, "nsubjpass")
        return None if led is None else at.get(led)
    if parse.dep[word] == "dobj" and parse.lemma[head] in SENDING and mention.state is None:
        subject = parse.kid(head, "nsubj")
        return None if subject is None else at.get(subject)
    while parse.dep[word] == "conj" and parse.head[word] != word:
        word = parse.head[word]
    if parse.dep[word] == "nsubj" and parse.lemma[parse.head[word]] in LEADING:
        team = parse.kid(parse.head[word], "dobj")
        return at.get(team) if team is not None and parse.lemma[team] in TEAMS else None
    return None


def _same(parse: Parse, mentions: list[Mention], cover: dict[int, int], voices: dict[int, int], n: int) -> int | None:
    mention = mentions[n]
    word = mention.word
    if mention.form == "pronoun":
        if mention.cue in ("I", "we"):
            voice = voices.get(word)
            return None if voice is None else _other(cover, voice, n)
        if parse.lower[word] in RELATIVE:
            found = antecedent(parse, word)
            return None if found is None else _other(cover, found, n)
        return None
    tied = _bracketed(parse, mentions, n)
    if tied is not None:
        return tied
    if listed_office(parse, mentions, n):
        return n - 1
    if n and mention.form == "name" and listed_office(parse, mentions, n - 1):
        return None  # the office before belongs to the name before it
    if mention.noun == "counterpart" and _named_behind(parse, mention, mentions[n + 1 : n + 2]):
        return None  # "A, his counterpart B and C": the counterpart is B
    if parse.dep[word] == "appos":
        # "the state and rebel movement *Renamo*": the grammar hangs the name on the first of the two
        other = max((c for c in parse.kids(parse.head[word], "conj") if c < word), default=parse.head[word])
        if mention.kind == "person" and mention.form == "name":  # "the head of the party, Azad Demir"
            while parse.dep[other] == "pobj" and (k := cover.get(other)) is not None and mentions[k].kind != "person":
                other = parse.head[parse.head[other]]
        return _other(cover, other, n)
    return n - 1 if n and _set_off(parse, mentions[n - 1], mention) else None


def _named_behind(parse: Parse, mention: Mention, later: list[Mention]) -> bool:
    """Whether a name follows a description without a comma, as its apposition: "his counterpart *Ana Ruiz*"."""
    return any(m.form == "name" and parse.text[mention.span.end : m.span.start] == " " for m in later)


def _bracketed(parse: Parse, mentions: list[Mention], n: int) -> int | None:
    """The name that an acronym in brackets is short for, or that a noun behind these brackets says again."""
    if not n:
        return None
    mention, before = mentions[n], mentions[n - 1]
    gap = parse.text[before.span.end : mention.span.start]
    if gap == " (" and mention.form == "name" == before.form and "person" not in (mention.kind, before.kind):
        return n - 1 if " " not in (mention.name or " ") else None
    if mention.kind not in (None, "person") and mention.form == "description":
        return _before_bracket(parse, mentions, n)
    return None


def _before_bracket(parse: Parse, mentions: list[Mention], n: int) -> int | None:
    """The body before the bracketed acronym that a phrase stands right behind: "the Lenn Institute (LI) research team"."""
    for k in range(n - 1, max(n - 3, -1), -1):
        named = mentions[k]
        gap = parse.text[named.span.end : mentions[n].span.start]
        if ACRONYM.fullmatch(gap):
            return k if named.form == "name" and named.kind != "person" else None
    return None


def _behind_complement(parse: Parse, mentions: list[Mention], n: int) -> int | None:
    """The office whose complement ends at the comma before a name: "Chair of the board of the port, Anna Berg, said"."""
    name = mentions[n].name or ""
    first = parse.words_in(mentions[n].span).start
    if " " not in name or first < 3 or parse.word[first - 1] != "," or parse.dep[mentions[n].word] == "conj":
        return None
    for k in range(n - 1, max(n - 4, -1), -1):
        office = mentions[k]
        if (
            office.office is not None
            and office.form == "description"
            and not office.plural
            and office.sentence == mentions[n].sentence
        ):
            between = parse.words_in(Span(office.span.end, mentions[n].span.start))
            if not between or parse.lower[between.start] not in ("of", "for", "to", "on", "at"):
                return None
            return k if all(parse.tag[i][0] not in "V,M" or i == first - 1 for i in between) else None
    return None


def _body_of_office(parse: Parse, mentions: list[Mention], holder: int | None) -> int | None:
    """The body between an office and its holder's name: "the head of the committee Anna Berg"; none for "envoy to Mali"."""
    if not holder:
        return None
    before = parse.words_in(mentions[holder - 1].span).start - 1
    return holder - 1 if before >= 0 and parse.lower[before] in ("of", "at") else None


def _office_before(mentions: list[Mention], n: int) -> int | None:
    """The office that a name holds, two phrases before it: "the envoy to Mali Anna Berg"."""
    near = range(n - 1, max(n - 4, -1), -1)
    return next((k for k in near if mentions[k].office is not None and mentions[k].form == "description"), None)


def _set_off(parse: Parse, before: Mention, mention: Mention) -> bool:
    """Whether commas set a name off behind an office, though the tree does not say so: "the mayor, Ana Ruiz, left"."""
    if mention.form != "name" or mention.kind != "person" or before.office is None or before.form != "description":
        return False
    between = parse.text[before.span.end : mention.span.start].strip()
    behind = parse.text[mention.span.end : mention.span.end + 1]
    follows = parse.tag[mention.word + 1 : mention.word + 2]
    told = behind in (",", ".") or (before.definite and bool(follows) and follows[0] in ("VBD", "VBZ", "MD"))
    return between == "," and told and not before.plural


def _other(cover: dict[int, int], word: int, n: int) -> int | None:
    found = cover.get(word)
    return None if found == n else found


def _parts(parse: Parse, mention: Mention, at: dict[int, int], n: int) -> tuple[int, ...]:
    """The mentions told together in a plural description: "the leaders of Chad and Niger"."""
    if mention.form != "description" or not mention.plural or mention.noun not in JOINED:
        return ()
    for child in parse.children[mention.word]:
        if (
            parse.dep[child] == "prep"
            and parse.lower[child] in ("of", "from", "for", "between")
            and child > mention.word
        ):
            found = parse.kid(child, "pobj")
            if found is not None:
                names = [at[k] for k in parse.conjuncts(found) if k in at and at[k] != n]
                return tuple(names) if len(names) > 1 else ()
    return ()


def _dealing(parse: Parse, word: int) -> Literal["party", "helper", ""]:
    """Whether those of a list deal with each other ("talks between X and Y") or help others to ("X and Y mediated")."""
    while parse.dep[word] in ("conj", "compound", "nmod", "appos") and parse.head[word] != word:
        word = parse.head[word]
    above = parse.head[word]
    if parse.dep[word] == "pobj":
        if parse.lower[above] == "between":
            return "party"
        return "helper" if parse.dep[above] == "agent" and parse.lemma[parse.head[above]] in HELPING else ""
    if parse.dep[word] not in ("nsubj", "nsubjpass"):
        return ""
    if parse.lemma[above] in HELPING or parse.lower[above + 1 : above + 2] == ["as"]:
        return "helper"
    if parse.lemma[above] in AGREEING:
        return "party"
    noun = parse.kid(above, "dobj") if parse.lemma[above] in REACHING else None
    return "party" if noun is not None and parse.lemma[noun] in TALKS else ""


def _beside(parse: Parse, mention: Mention, cover: dict[int, int]) -> tuple[int, ...]:
    """The mentions of the list that a mention stands in, itself among them; none where it stands alone."""
    words = parse.words_in(mention.span)
    first = next((i for i in words if parse.dep[i] == "conj" and parse.head[i] not in words), None)
    if first is None:
        first = next((i for i in words if any(parse.dep[c] == "conj" for c in parse.children[i])), None)
    if first is None:
        return ()
    while parse.dep[first] == "conj" and parse.head[first] != first:
        first = parse.head[first]
    found = tuple(dict.fromkeys(cover[k] for k in parse.conjuncts(first) if k in cover))
    return found if len(found) > 1 else ()
