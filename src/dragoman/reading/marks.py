"""The marks that a reading makes on a text: each with a span, none with a resolved name or a computed date.

A mark names people and groups by the index of a `Mention` in `Reading.mentions`, and days by the index of a
`DatePhrase` in `Reading.dates`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from dragoman.terms.findings import (
    ActorKind,
    AgreementStatus,
    Comparator,
    IncidentStatus,
    Level,
    MeetingKind,
    MeetingStatus,
    QuotationType,
    Stance,
)
from dragoman.terms.span import Span

Tense = Literal["past", "present", "future"]


@dataclass(frozen=True, slots=True)
class Furniture:
    """Words of the page and not of the story: a dateline, a byline, a credit, a link."""

    span: Span
    kind: str


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that stand for an actor: a name with its office, a description, or a pronoun.

    `span` is the whole phrase ("Russian President Vladimir Putin"), `head` its head word, `name` the bare name in it, or
    for a description its words without article. `role` and `affiliation` are the report's words for office and body or
    country, `office` the class of the office, `noun` the base form of the last word. `state` is an ISO 3166 alpha-3 code
    where a country's name or demonym says so. `place` is true where a capital or state is told as a place.

    What the grammar says of it: `word` and `sentence` number its head word and sentence; `function` is its part in the
    clause, `clause` the predicate of that clause; `owner` is the mention that possesses it ("his", "Turkey's", "of
    Hamas"), `same_as` one that the grammar makes equal to it (apposition, relative pronoun, "I" and the speaker),
    `parts` the mentions told together in it ("the leaders of Chad and Niger"), `beside` the mentions of the list that
    it stands in ("Russia and Ukraine"), itself among them, `dealing` whether these deal with each other or help others
    to, `also` those that share its noun ("the French" in "the French
    and Canadian leaders"). `quoted` is true inside of quotation marks, `speaking` where it is said to say something,
    `acting` where it does what only somebody can do, `reported` where its clause is what somebody else is said to say.
    """

    span: Span
    head: Span
    form: Literal["name", "description", "pronoun"]
    name: str | None = None
    kind: ActorKind | None = None
    role: str | None = None
    affiliation: str | None = None
    state: str | None = None
    plural: bool = False
    gender: Literal["m", "f"] | None = None
    cue: str = ""
    office: str | None = None
    noun: str = ""
    place: bool = False
    definite: bool = False
    word: int = -1
    sentence: int = 0
    function: Literal["subject", "object", "agent", "owner", "other"] = "other"
    clause: int = -1
    owner: int | None = None
    same_as: int | None = None
    parts: tuple[int, ...] = ()
    beside: tuple[int, ...] = ()
    dealing: Literal["party", "helper", ""] = ""
    also: tuple[int, ...] = ()
    quoted: bool = False
    speaking: bool = False
    acting: bool = False
    reported: bool = False


@dataclass(frozen=True, slots=True)
class DatePhrase:
    """Words that name a day or a longer time, taken apart but not computed.

    `pattern` names the grammar rule, `parts` its values ("weekday" -> "3"), `tense` the direction that the words around
    give it.
    """

    span: Span
    pattern: str
    parts: tuple[tuple[str, str], ...] = ()
    tense: Tense | None = None


@dataclass(frozen=True, slots=True)
class Saying:
    """Somebody's words: `source` the span that names the speaker, `contents` what was said, `spans` the whole attribution.

    `act` is set where the cue does more than say: "accuse", "threaten", "demand", "deny", "praise" and so on; `target` is
    then who is accused, threatened, urged. `via` is through whom the words came.
    """

    spans: tuple[Span, ...]
    cue: Span
    contents: tuple[Span, ...]
    type: QuotationType
    source: Span | None = None
    speaker: int | None = None
    addressee: int | None = None
    via: int | None = None
    date: int | None = None
    act: str | None = None
    target: int | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True)
class MeetingMark:
    """A getting-together.

    `back` is true where the words point to one told before ("the talks"), `again` where they tell of one more between
    the same parties ("the next round"). `date_ahead` is a date of the words about it, which is the meeting's if it is yet
    to come: "proposed a meeting in Oslo *on June 12*". `last` is the second day of a
    meeting of two ("on Monday *and Tuesday*"), `bare` is true of talks that no word tells from others ("talks in Oslo", not
    "fisheries talks"), `apart` of talks on a matter of which the report speaks nowhere else, `dated` where the day stands
    in front of the noun itself ("a *March 10* opening of talks").
    """

    span: Span
    cue: Span
    kind: MeetingKind
    status: MeetingStatus
    parties: tuple[int, ...] = ()
    host: int | None = None
    mediators: tuple[int, ...] = ()
    place: Span | None = None
    date: int | None = None
    last: int | None = None
    moved_from: int | None = None
    date_ahead: int | None = None
    level: Level | None = None
    back: bool = False
    again: bool = False
    bare: bool = False
    apart: bool = False
    dated: bool = False
    rule: str = ""


@dataclass(frozen=True, slots=True)
class DealingMark:
    """Sides that deal with each other, told with a noun and outside of any meeting: "the pact *between Peru and Chile*".

    `strife` is true where they have something against each other: "the war between Peru and Chile".
    """

    span: Span
    parties: tuple[int, ...]
    strife: bool = False


@dataclass(frozen=True, slots=True)
class StanceMark:
    """A stance of an actor on a matter; `about` may be words that point back ("the offer").

    `pointed` are the words of the nearest proposal before an "it" or "this".
    """

    span: Span
    cue: Span
    actor: int
    stance: Stance
    about: Span
    conditions: tuple[Span, ...] = ()
    toward: int | None = None
    via: int | None = None
    date: int | None = None
    rule: str = ""
    pointed: Span | None = None


@dataclass(frozen=True, slots=True)
class DelegationMark:
    """Who goes for a party. `side` are the words that name the side where no mention stands on them ("Israeli")."""

    span: Span
    cue: Span
    party: int | None
    side: Span | None = None
    head: int | None = None
    members: tuple[int, ...] = ()
    level: Level | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True)
class AccordMark:
    """Something agreed, signed, in force, broken or ended.

    `back` is true where the words for the matter point to one told before ("the deal"), `joint` where the parties must be
    two or more ("they agreed").
    """

    span: Span
    cue: Span
    about: Span
    status: AgreementStatus
    parties: tuple[int, ...] = ()
    date: int | None = None
    back: bool = False
    joint: bool = False
    rule: str = ""


@dataclass(frozen=True, slots=True)
class FigureMark:
    """A number that is claimed of people, things or money; `about` is what is counted, `fate` what became of it."""

    span: Span
    value: float
    comparator: Comparator
    unit: str
    about: Span
    fate: Span | None = None
    low: float | None = None
    high: float | None = None
    source: int | None = None
    date: int | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Deed:
    """Something done. `sort` is the lexicon's name for it ("air-strike", "arrest", "sanctions"), the codebook's key.

    `mood` says how a deed that is yet to come is spoken of: "promised", "threatened", "prepared"; "" for the others.
    `back` is true where the words may point to a deed told before ("the attack", "the raid on Kabul").
    """

    span: Span
    cue: Span
    sort: str
    status: IncidentStatus
    what: Span
    actor: int | None = None
    target: int | None = None
    place: Span | None = None
    date: int | None = None
    mood: str = ""
    back: bool = False
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something odd in the text or in its reading, in words for a person."""

    span: Span
    why: str


@dataclass(frozen=True, slots=True)
class Reading:
    """All marks on one text, in the order of the text."""

    sentences: tuple[Span, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    agency: Span | None = None
    mentions: tuple[Mention, ...] = ()
    dates: tuple[DatePhrase, ...] = ()
    sayings: tuple[Saying, ...] = ()
    meetings: tuple[MeetingMark, ...] = ()
    dealings: tuple[DealingMark, ...] = ()
    stances: tuple[StanceMark, ...] = ()
    delegations: tuple[DelegationMark, ...] = ()
    accords: tuple[AccordMark, ...] = ()
    figures: tuple[FigureMark, ...] = ()
    deeds: tuple[Deed, ...] = ()
    about_talks: tuple[Span, ...] = ()
    problems: tuple[Problem, ...] = field(default=())
