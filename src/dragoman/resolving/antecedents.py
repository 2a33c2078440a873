"""Whom a pronoun or a description stands for: the best of those told before, or nobody."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache

from dragoman.reading.lexicon import load
from dragoman.reading.marks import Mention
from dragoman.resolving.somebody import Somebody

HEADS = frozenset({"head-of-state", "head-of-government", "leader"})
# What a general word can say again of a person with a special office.
ALIKE = {
    "diplomat": frozenset({"foreign-minister", "envoy", "spokesperson", "secretary-general"}),
    "premier": frozenset({"head-of-government"}),
    "pm": frozenset({"head-of-government"}),
    "fm": frozenset({"foreign-minister"}),
    "spokesperson": frozenset({"spokesperson"}),
    "official": frozenset({"spokesperson", "minister", "envoy", "deputy", "foreign-minister", "defence-minister"}),
    "politician": frozenset(
        {"minister", "head-of-government", "head-of-state", "foreign-minister", "defence-minister"}
    ),
    "commander": frozenset({"soldier"}),
    "envoy": frozenset({"envoy"}),
    "negotiator": frozenset({"envoy"}),
    "minister": frozenset({"foreign-minister", "defence-minister", "minister"}),
    "monarch": frozenset({"head-of-state"}),
    "chief": frozenset({"secretary-general", "leader"}),
}
# Nouns for one office, whichever of them its holder has.
SAME = {
    "head-of-government": frozenset({"premier", "minister", "pm"}),
    "foreign-minister": frozenset({"minister", "secretary", "fm"}),
}
RULERS = frozenset({"leader", "ruler", "strongman"})
WRITTEN = frozenset(
    "statement letter memo release communique communiqué declaration message post tweet text document note".split()
)
PRINTED = frozenset({"report", "article", "story", "piece", "dispatch"})
REACH = 3  # sentences back
FAR = 8
SUBJECT, SAME_SENTENCE, STEP, ON, OWNED, SPOKE = 3.0, 3.0, 4.0, 2.0, 0.5, 2.0
"""How near somebody is: `STEP` is lost with each sentence, only `ON` where one who spoke may speak on."""
DESCRIBED_KINDS = {
    "group": ("armed-group", "ngo", "group", "company"),
    "movement": ("armed-group", "group"),
    "organization": ("armed-group", "ngo", "group", "igo"),
    "organisation": ("armed-group", "ngo", "group", "igo"),
    "union": ("group", "ngo"),
    "company": ("company",),
    "firm": ("company",),
    "bank": ("company", "igo"),
    "airline": ("company",),
    "newspaper": ("media",),
    "paper": ("media",),
    "agency": ("media", "igo", "government"),
    "outlet": ("media",),
    "broadcaster": ("media",),
    "network": ("media", "armed-group"),
    "militia": ("armed-group",),
    "militant": ("armed-group",),
    "party": ("group",),
    "alliance": ("igo", "group"),
    "bloc": ("igo", "group"),
    "body": ("igo", "ngo", "government"),
    "ministry": ("government",),
    "court": ("government", "igo"),
    "country": ("state", "government"),
    "nation": ("state", "government"),
    "watchdog": ("igo", "ngo"),
    "charity": ("ngo",),
    "rebel": ("armed-group",),
    "insurgent": ("armed-group",),
    "kingdom": ("state", "government"),
}


@cache
def platforms() -> frozenset[str]:
    """The networks and sites on which anybody may post: none of them is "the newspaper"."""
    return frozenset(w for e in load("outlets")["entry"] if e["sense"] == "platform" for w in e["words"])


FORCES = frozenset({"armed-group", "group", "military", "igo", "ngo", "company"})
LOOSE = frozenset({"group", "movement"})
INSTITUTES = frozenset(
    "cross crescent committee university institute college church bank ministry council commission bureau".split()
)


class History:
    """The mentions followed so far, newest last, each with its actor."""

    def __init__(self, mentions: tuple[Mention, ...]) -> None:
        self.mentions = mentions
        self.told: list[tuple[int, Somebody]] = []

    def add(self, n: int, one: Somebody) -> None:
        """Enter mention `n`."""
        self.told.append((n, one))

    def before(self, mention: Mention, reach: int = REACH) -> list[tuple[int, Somebody]]:
        """Return what was told in the last sentences, newest first."""
        out = []
        for n, one in reversed(self.told):
            if mention.sentence - self.mentions[n].sentence > reach:
                break
            out.append((n, one))
        return out

    def best(self, mention: Mention, fits: Callable[[Somebody], bool], barred: set[int]) -> Somebody | None:
        """Return the fitting actor that is most at hand: near, and a subject before an object."""
        best, height = None, -1e9
        for rank, (n, one) in enumerate(self.before(mention)):
            if id(one) in barred or not fits(one):
                continue
            score = self._score(mention, self.mentions[n]) - 0.01 * rank
            if score > height:
                best, height = one, score
        return best

    def _score(self, mention: Mention, other: Mention) -> float:
        distance = mention.sentence - other.sentence
        step = ON if mention.speaking and other.speaking else STEP
        score = SAME_SENTENCE if distance == 0 else -step * (distance - 1)
        if other.function == "subject":
            score += SUBJECT
        elif other.function == "owner":
            score -= OWNED
        if other.form == "pronoun":
            score += 0.5
        if mention.quoted and not other.quoted:
            score -= 0.5
        elif (
            mention.speaking and not mention.quoted
        ):  # "he added": who spoke before, and nobody told inside of the words
            told = other.quoted or other.reported
            score += SPOKE * (other.speaking and not other.reported) - SPOKE * told
            if told and ((other.form == "name" and distance == 0) or (other.quoted and other.form != "pronoun")):
                score -= SAME_SENTENCE  # whoever speaks does not name himself
        return score


def follow_person(history: History, mention: Mention, barred: set[int]) -> Somebody | None:
    """Return the person for "he" or "she"."""

    def fits(one: Somebody) -> bool:
        if one.kind != "person" or one.plural:
            return False
        return one.gender is None or mention.gender is None or one.gender == mention.gender

    found = history.best(mention, fits, barred)
    if found is None and mention.speaking and not mention.quoted:  # "He added", behind an inserted list or picture
        for n, one in history.before(mention, FAR):
            if history.mentions[n].speaking and fits(one):
                return one
    return found


def follow_many(
    history: History, mention: Mention, groups: Sequence[tuple[int, tuple[Somebody, ...]]]
) -> tuple[Somebody, ...]:
    """Return the group or the actors told together for "they"."""
    lists = dict(groups)
    told = [
        *history.before(mention, 1),
        *((n, ()) for n in lists if mention.sentence - history.mentions[n].sentence <= 1),
    ]
    for n, one in sorted(told, key=lambda entry: -entry[0]):
        other = history.mentions[n]
        if other.function != "subject" or (other.clause == mention.clause and mention.function in ("object", "agent")):
            continue
        if mention.speaking and not mention.quoted and (other.quoted or not (other.speaking or other.acting)):
            continue
        if n in lists:
            return lists[n]
        if isinstance(one, Somebody) and (one.plural or one.kind not in ("person", "state")):
            return (one,)
    return ()


def speaking_again(history: History, mention: Mention) -> Somebody | None:
    """Return who spoke last for an "it said", "they said" that nothing else explains: a body, a group, a nameless person.

    "They" who speak may also be a force or a group that did something in the sentence before.
    """
    if not mention.speaking or mention.quoted:
        return None
    many = mention.plural
    for n, one in history.before(mention, 2):
        other = history.mentions[n]
        if other.quoted or other.reported or not other.speaking or other.sentence == mention.sentence:
            continue
        fits = one.plural or one.kind != "person" or not one.named if many else one.kind != "person" and not one.plural
        return one if fits else None
    for n, one in history.before(mention, 1) if many else ():
        other = history.mentions[n]
        if other.function == "subject" and not other.quoted and (one.plural or one.kind in FORCES):
            return one
    return None


def follow_office(people: Sequence[Somebody], history: History, mention: Mention, state: str | None) -> Somebody | None:
    """Return the person with the office that a description tells, nearest before: "the foreign minister"."""
    fitting = [one for one in people if _holds(one, mention) and (state is None or one.state == state)]
    newest = history.told[::-1]
    spoke = [one for n, one in newest if history.mentions[n].speaking] if mention.speaking else []
    return next((one for one in (*spoke, *(one for _, one in newest)) if one in fitting), None)


def follow_document(history: History, mention: Mention) -> Somebody | None:
    """Return whose words "the report" or "the statement" are: who spoke last, for a report an outlet."""
    if mention.noun not in PRINTED and mention.noun not in WRITTEN:
        return None
    for n, one in reversed(history.told):
        if mention.sentence - history.mentions[n].sentence > REACH:
            return None
        if (
            history.mentions[n].speaking
            and not history.mentions[n].quoted
            and (mention.noun not in PRINTED or one.kind == "media")
        ):
            return one
    return None


def _holds(one: Somebody, mention: Mention) -> bool:
    """Whether a person has the office of a description: the same noun, or a word that says as much."""
    if one.plural or mention.office is None:
        return False
    offices = one.offices or one.lore
    if mention.noun in RULERS:
        return bool(offices & HEADS) or (not offices and one.state is not None and one.state == mention.state)
    if not one.offices and mention.office in one.lore:
        return True
    words = (one.role or "").lower()
    if mention.office in one.offices and mention.noun in SAME.get(mention.office, ()):
        return True
    if mention.noun in words or any(noun == mention.noun for noun in one.nouns):
        return mention.office in one.offices or mention.office in (
            "minister",
            "official",
            "soldier",
            "envoy",
            "professional",
        )
    return bool(offices & ALIKE.get(mention.noun, frozenset()))


def _institute(one: Somebody) -> bool:
    """Whether a body's name says that it is none of those that news calls "the group"."""
    return any(name.split()[-1].lower() in INSTITUTES for name in one.names if name)


def follow_body(history: History, mention: Mention) -> Somebody | None:
    """Return the body for "the group", "the union", "the newspaper": the last told whose kind fits.

    A named body of which the report does not say what it is fits as well, and is known from then on for what it is.
    """
    kinds = DESCRIBED_KINDS.get(mention.noun)
    if kinds is None:
        return None
    lands = "state" in kinds
    unsure = None
    for n, one in history.before(mention, 1) if lands else reversed(history.told):
        if (lands and history.mentions[n].function not in ("subject", "owner")) or not one.named or one.plural:
            continue
        if mention.state is not None and one.state != mention.state:
            continue
        if one.kind == "media" and mention.noun != "network" and one.name in platforms():
            continue
        if one.kind in kinds and not (mention.noun in LOOSE and _institute(one)):
            return one
        if unsure is None and one.kind == "group" and one.guessed:
            unsure = one
    if unsure is not None and mention.kind is not None:
        unsure.kind, unsure.guessed = mention.kind, False
    return unsure
