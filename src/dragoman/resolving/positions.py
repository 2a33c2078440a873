"""Stance marks -> positions: who holds it, what the matter's words stand for, when, through whom."""

from __future__ import annotations

import re
from dataclasses import replace

from dragoman.reading.marks import Saying, StanceMark
from dragoman.resolving.ground import Ground
from dragoman.resolving.position_codes import position_events
from dragoman.resolving.standing import standing_for
from dragoman.terms.findings import Actor, Position, Why
from dragoman.terms.span import Evidence, Span, cite
from dragoman.terms.when import When

POINTING = re.compile(
    r"(?:it|this|that|them|these|those|(?:the|this|that|these|those|such|both|his|her|its|their)\s+(?:\w+\s+)?"
    r"(?:offers?|proposals?|demands?|ideas?|plans?|requests?|(?:pre-?)?conditions?|terms?|initiatives?|calls?|suggestions?|moves?|steps?|"
    r"deals?|texts?|drafts?|invitations?|overtures?|ultimatums?|measures?|packages?|propositions?|appeals?)|(?:to )?do (?:the same|so|this|that))",
    re.IGNORECASE,
)
PRONOUN = re.compile(
    r"it|this|that|them|these|those|they|which|what|something|so|one|(?:to )?do (?:the same|so|this|that)",
    re.IGNORECASE,
)
"""A matter that is nothing but a word for one: which it is could not be told, so the stance is on nothing known."""
REMARK = re.compile(
    r"(?:an?|something|which)(?:\s+(?:demand|proposal|condition|move|step|idea|plan|request|claim|position|stance|call))?",
    re.IGNORECASE,
)
"""As in "keep its troops, *a demand* that Chad rejects": a remark on the matter right before it."""
REACH = 3
CALL = 250
"""Characters from a matter to a pronoun that can still mean it."""
OFFERED = frozenset({"proposes", "offers"})
ANSWERS = frozenset({"rejects", "accepts", "undecided"})
LOOKING_ON = frozenset(
    "analyst expert professor economist historian columnist commentator scholar fellow strategist pundit".split()
)
ANTECEDENTS: tuple[tuple[frozenset[str], frozenset[str]], ...] = (
    (
        frozenset(
            "offer proposal idea plan initiative suggestion text draft invitation overture package proposition".split()
        ),
        OFFERED,
    ),
    (frozenset("deal text draft".split()), frozenset()),
    (frozenset("demand condition precondition request call ultimatum appeal term".split()), frozenset({"demands"})),
)
FAMILIES = (
    frozenset({"ceasefire", "cease-fire", "truce", "armistice"}),
    frozenset({"talks", "dialogue", "negotiations"}),
)
"""Words for one and the same."""
OWN = re.compile(r"(?:his|her|its|their) ", re.IGNORECASE)
CARRIERS = frozenset({"proposal", "offer", "plan", "invitation"})
DEALS = frozenset({"deal", "agreement", "accord", "pact", "treaty"})
THE_DEAL = re.compile(r"(?:the|this) (?:deal|agreement|accord|pact|treaty)", re.IGNORECASE)
HEAD = re.compile(
    r"\A(.+?)(?= (?:by|from|of|presented|put|made|for|to|that|which|on|in|with|at|as|drawn|drafted|reached|signed|struck|brokered|negotiated)\b|,|\Z)"
)
"""The words of a matter up to its head noun."""
SMALL = frozenset("a an the of to for in on at by with and or as is be his her its their this that from".split())


GOING = re.compile(r"(?:delegation|side|team)\Z")
"""Those who take a stance for whoever they go for: "the Kenyan *side* wants" is what Kenya wants."""
BEHIND = re.compile(r" (?:on|last|late on|early on) \w+day\Z")
"""The day behind words that only point: "agreement to the offer *on Thursday*"."""


def find_positions(ground: Ground) -> tuple[Position, ...]:
    """Resolve the stance marks of a report; the same stance told twice is one position with two pieces of evidence."""
    found: list[Position] = []
    for mark in ground.reading.stances:
        about = _about(ground, mark)
        if PRONOUN.fullmatch(about) and mark.pointed is not None:
            about = _flat(mark.pointed.of(ground.text))
        if PRONOUN.fullmatch(about):
            continue
        saying = _teller(ground, mark)
        for holder in ground.cast.who(mark.actor):
            if _answers_himself(ground, mark, holder) or _looks_on(holder):
                continue
            actor = standing_for(ground.cast, holder) if GOING.search(holder.name) else holder
            _merge(found, _position(ground, mark, actor, about, saying))
    return tuple(replace(p, events=position_events(ground, p)) for p in found)


def _answers_himself(ground: Ground, mark: StanceMark, holder: Actor) -> bool:
    """Whether words for the owner of a demand were followed to whoever rejects or accepts it: "refused to accept *his* demand"."""
    return mark.rule.startswith("stance.noun.") and any(
        m.stance in ANSWERS and mark.cue in m.about and m.cue != mark.cue and holder in ground.cast.who(m.actor)
        for m in ground.reading.stances
    )


def _looks_on(holder: Actor) -> bool:
    """Whether somebody only judges what others deal about: "Ana Ruiz, an *analyst* at the Harbour Institute"."""
    words = (holder.role or "").lower().replace("-", " ").split()
    many = holder.kind in ("person", "group") and holder.name.lower().split()[-1].removesuffix("s") in LOOKING_ON
    return many or (holder.kind == "person" and not LOOKING_ON.isdisjoint(words))


def _teller(ground: Ground, mark: StanceMark) -> Saying | None:
    """Who tells of a stance; a stance told beside another one ("while Mali insists on") has no teller in that one's holder."""
    saying = ground.saying_around(mark.cue)
    if saying is None or not any(
        m.cue == saying.cue and not any(m.about in c for c in saying.contents) for m in ground.reading.stances
    ):
        return saying
    return None


def _position(ground: Ground, mark: StanceMark, actor: Actor, about: str, saying: Saying | None) -> Position:
    text, cast = ground.text, ground.cast
    speaker = cast.one(saying.speaker) if saying is not None else None
    toward = cast.one(mark.toward)
    when = _held(ground, mark.date)
    if when is None and saying is not None and speaker is not None and _speaks_for_holders(ground, mark, speaker):
        when = _held(ground, saying.date)
    return Position(
        actor=actor,
        stance=mark.stance,
        about=about,
        conditions=tuple(_flat(c.of(text)) for c in mark.conditions),
        toward=toward if toward != actor else None,
        date=when,
        via=speaker if speaker != actor else None,
        evidence=(cite(text, mark.span),),
        events=(),
        why=Why(rule=mark.rule, cue=mark.cue.of(text), date_rule=when.rule if when is not None else None),
    )


def _held(ground: Ground, day: int | None) -> When | None:
    """The day on which a stance is held: none that lies ahead, nor a week or month that is told as one to come.

    "Supports talks later this week" tells when the talks are.
    """
    when, published = ground.day(day), ground.report.published
    if when is None or day is None or when.start > published:
        return None
    if when.end > published and ("mod", "later") in ground.reading.dates[day].parts:
        return None
    return when if when.end <= published or ground.reading.dates[day].tense == "past" else None


def _speaks_for_holders(ground: Ground, mark: StanceMark, speaker: Actor) -> bool:
    """Whether somebody speaks for one of those who hold a stance together: "Norland and Veria insist, Norland's envoy said"."""
    holders = (a for m in ground.reading.stances if m.cue == mark.cue for a in ground.cast.who(m.actor))
    return any(_speaks_for(speaker, actor) for actor in holders)


def _speaks_for(speaker: Actor, actor: Actor) -> bool:
    """Whether somebody's words are those of the holder of a stance: himself, his state or the body that he acts for."""
    same_land = speaker.country is not None and speaker.country == actor.country
    short = "".join(word[0] for word in actor.name.split() if word[0].isupper())
    return (
        speaker == actor
        or same_land
        or (speaker.affiliation is not None and speaker.affiliation in (actor.name, short))
    )


def _about(ground: Ground, mark: StanceMark) -> str:
    """The words for the matter; where they only point ("the offer"), the words that they point to."""
    text, marks = ground.text, ground.reading.stances
    words = BEHIND.sub("", _flat(mark.about.of(text)))
    if REMARK.fullmatch(words):
        return next((_flat(m.about.of(text)) for m in marks if 0 < mark.about.start - m.about.end <= REACH), words)
    if not POINTING.fullmatch(words):
        return words
    carrier = words.split()[-1].rstrip("s").lower()
    family = next((pair for pair in ANTECEDENTS if carrier in pair[0]), None)
    for earlier in reversed([m for m in marks if m.cue < mark.cue and m.about.end <= mark.about.start]):
        found = _flat(earlier.about.of(text))
        if PRONOUN.fullmatch(words) and not _within_call(text, earlier, mark, words):
            continue
        if mark.stance in ANSWERS and earlier.stance in OFFERED and _one(ground, earlier, mark):
            continue  # nobody answers what they put forward themselves
        if mark.stance in OFFERED and OWN.match(words) and not _one(ground, earlier, mark):
            continue  # "will draft *its* plan" is no plan of others
        if mark.pointed is not None and PRONOUN.fullmatch(words) and earlier.about.start < mark.pointed.start:
            return words  # a proposal stands nearer
        if POINTING.fullmatch(found) or (family is not None and not _carries(text, earlier, *family)):
            continue
        return found
    return words


def _one(ground: Ground, left: StanceMark, right: StanceMark) -> bool:
    """Whether two stances are held by the same actor."""
    return any(a in ground.cast.who(right.actor) for a in ground.cast.who(left.actor))


def _within_call(text: str, earlier: StanceMark, mark: StanceMark, pronoun: str) -> bool:
    """Whether a pronoun can still mean an earlier matter: one or two sentences away, and several things for "them"."""
    near = mark.about.start - earlier.about.end <= CALL
    plural = pronoun.lower() in ("them", "these", "those", "they")
    return near and (not plural or any(w.endswith("s") for w in earlier.about.of(text).split()[:4]))


def _carries(text: str, mark: StanceMark, nouns: frozenset[str], stances: frozenset[str]) -> bool:
    """Whether an earlier stance is one that "the offer" or "this condition" can point to, or tells of such a thing."""
    return mark.stance in stances or any(w.rstrip("s") in nouns for w in mark.span.of(text).lower().split())


def _flat(words: str) -> str:
    """Words on one line."""
    return " ".join(words.split())


def _merge(found: list[Position], new: Position) -> None:
    """Add a position, or its evidence to the same position told before."""
    for i, old in enumerate(found):
        if old.actor == new.actor and old.stance == new.stance and _same_matter(old, new):
            if old.date is not None and new.date is not None and old.date != new.date:
                continue
            evidence = old.evidence + tuple(e for e in new.evidence if not _inside(e, old.evidence))
            found[i] = replace(
                old,
                evidence=evidence,
                about=max(old.about, new.about, key=len),
                date=old.date or new.date,
                conditions=old.conditions + tuple(c for c in new.conditions if c not in old.conditions),
                toward=old.toward or new.toward,
            )
            return
    found.append(new)


def _inside(piece: Evidence, others: tuple[Evidence, ...]) -> bool:
    return any(Span(piece.start, piece.end) in o.span for o in others)


def _same_matter(old: Position, new: Position) -> bool:
    left, right = _content(old.about), _content(new.about)
    if new.stance == "accepts" and _carrier(old.about) == _carrier(new.about) is not None:
        return True
    if _in_other_words(old.about, new.about) or _the_deal(old.about, new.about):
        return True
    if any(a.span.touches(b.span) for a in old.evidence for b in new.evidence):
        return left == right or (old.about in new.about) or (new.about in old.about)
    return bool(left and right) and (
        left <= right or right <= left or len(left & right) >= 0.6 * min(len(left), len(right))
    )


def _in_other_words(left: str, right: str) -> bool:
    """Whether two matters are one truce or one round of talks, of which neither tells a name that the other does not bear out.

    As in "a nationwide ceasefire" and "a truce in Mali"; "talks with Mali" are not "talks with Chad".
    """
    family = next((f for f in FAMILIES if _head(left) in f), None)
    if family is None or _head(right) not in family:
        return False
    told = [
        {w for w in re.findall(r"[\w-]+", about)[1:] if w[:1].isupper() or w[:1].isdigit()} for about in (left, right)
    ]
    return told[0] <= told[1] or told[1] <= told[0]


def _the_deal(left: str, right: str) -> bool:
    """Whether one of two matters is nothing but "the deal", and the other a deal told in full."""
    return any(THE_DEAL.fullmatch(bare) and _head(full) in DEALS for bare, full in ((left, right), (right, left)))


def _head(words: str) -> str:
    """The last word of a matter up to its first preposition."""
    found = HEAD.match(words)
    return found[1].split()[-1].lower() if found is not None else ""


def _carrier(words: str) -> str | None:
    """The noun of a matter that is an offer in words: "the new *proposal* by the envoy", "mediators' latest *proposal*"."""
    noun = _head(words)
    return noun if noun in CARRIERS else None


def _content(words: str) -> frozenset[str]:
    return frozenset(
        w for w in re.findall(r"[\w-]+", words.lower().replace("cease-fire", "ceasefire")) if w not in SMALL
    )
