"""Definite words for the person just told of: "the Russian leader", "the 69-year-old", "the Dane", "the latter"."""

from __future__ import annotations

from dragoman.reading.marks import Mention
from dragoman.resolving.pointing import of_one_body
from dragoman.resolving.somebody import Somebody
from dragoman.resolving.stage import Stage
from dragoman.resolving.together import COUNTS

NEAR, FAR = 2, 6  # sentences
OWN_OFFICES = frozenset(
    {"head-of-state", "head-of-government", "leader", "deputy", "foreign-minister", "defence-minister", "minister",
     "spokesperson", "secretary-general", "envoy"}
)  # fmt: skip
"""Offices of which a person has one at a time: another one tells of somebody else."""
ANYBODY = frozenset(
    "cleric ayatollah billionaire tycoon businessman businesswoman politician lawyer veteran statesman officer lawmaker "
    "republican democrat conservative liberal socialist nationalist hardliner hard-liner moderate leftist centrist populist "
    "man woman general strongman official diplomat old".split()
)
"""What somebody can be called whatever his office is."""
BYGONE = frozenset({"former", "ex", "retired", "veteran", "onetime", "outgoing"})
AMBIGUOUS = ("s", "sh", "ch", "ese")
"""How the names of a people in the plural end: "the Danes", "the French"."""
TOGETHER = {**COUNTS, "trio": 3, "quartet": 4}
PAIRED = frozenset({"latter", "former"})


def taken_up(stage: Stage, mention: Mention, state: str | None) -> Somebody | None:
    """Return the person who was the subject of one of the last sentences and can be meant, None where two can.

    What the report or general knowledge tells of a person must not speak against it: another state, another office.
    """
    if not _points_back(stage, mention):
        return None
    found: list[Somebody] = []
    reach = None
    for n, one in reversed(stage.history.told):
        other = stage.mentions[n]
        distance = mention.sentence - other.sentence
        if distance > NEAR or (reach is not None and distance > reach):
            break
        if distance < 1 or other.quoted or other.function != "subject" or not _can_be(one, mention, state):
            continue
        if other.reported and not other.speaking:
            continue
        reach = distance
        if one not in found:
            found.append(one)
    if len(found) != 1:
        return None
    one = found[0]
    _learn(one, mention, state)
    return one


def _points_back(stage: Stage, mention: Mention) -> bool:
    """Whether words speak again of a person: the subject, with "the" or the name of a state before it."""
    if mention.quoted or (not by_people(mention) and (mention.plural or mention.form != "description")):
        return False
    owner = None if mention.owner is None else stage.mentions[mention.owner]
    if not mention.definite and not (owner is not None and owner.cue == "state" and mention.office in OWN_OFFICES):
        return False
    if owner is not None and owner.cue not in ("state", "capital"):
        return False
    return mention.function == "subject" or mention.speaking


def _can_be(one: Somebody, mention: Mention, state: str | None) -> bool:
    person = one.kind == "person" or may_be_person(one)
    if not person or one.plural or not one.named or not of_one_body(one, mention):
        return False
    if by_people(mention):
        return one.state == state
    if state is not None and one.state not in (None, state):
        return False
    if None not in (one.gender, mention.gender) and one.gender != mention.gender:
        return False
    known = one.offices | one.lore
    words = (mention.name or "").lower().replace("-", " ").split()
    if mention.noun in ANYBODY or of_age(mention) or not BYGONE.isdisjoint(words):
        return True
    return not known


def _learn(one: Somebody, mention: Mention, state: str | None) -> None:
    """Let a person have the office and the state under which it is taken up."""
    one.kind, one.guessed = "person", False
    if mention.office in OWN_OFFICES and not one.offices:
        one.offices.add(mention.office or "")
        one.role = one.role or mention.role
    one.state = one.state or state


def by_people(mention: Mention) -> bool:
    """Whether "the Dane" is one person: a people's name in the singular that does something."""
    name = (mention.name or "").lower()
    return (
        mention.cue == "people"
        and mention.definite
        and " " not in name
        and not name.endswith(AMBIGUOUS)
        and (mention.speaking or mention.acting)
    )


def may_be_person(one: Somebody) -> bool:
    """Whether a name of which the report does not say what it is can be a person's: "Adu Bello"."""
    words = one.name.split()
    return (
        one.guessed and one.kind == "group" and 2 <= len(words) <= 3 and all(w.istitle() and w.isalpha() for w in words)
    )


def told_so(stage: Stage, mention: Mention) -> Somebody | None:
    """Return the nameless person told last by the same noun in more words: "the source" after "a source at the port"."""
    if not mention.definite or mention.plural or (mention.name or "").lower() != mention.noun:
        return None
    for n, one in reversed(stage.history.told):
        if mention.sentence - stage.mentions[n].sentence > FAR:
            return None
        if one.kind in ("person", "group") and not one.named and not one.plural and mention.noun in one.nouns:
            return one
    return None


def of_age(mention: Mention) -> bool:
    """Whether words tell a person by the age: "the 69-year-old"."""
    return mention.noun in ("old", "year-old") and (mention.name or "")[:1].isdigit() and mention.definite


def of_pair(stage: Stage, mention: Mention) -> tuple[Somebody, ...]:
    """Return who is "the former" or "the latter" of those told together last, for "the two" all of them."""
    count = TOGETHER.get(mention.noun, 0) if mention.kind in (None, "group") and mention.definite else 0
    if mention.noun not in PAIRED and not count:
        return ()
    for k, group in reversed(stage.groups):
        if mention.sentence - stage.mentions[k].sentence > NEAR:
            break
        if count and len(group) == count:
            return group
        if not count and len(group) > 1:
            return (group[-1] if mention.noun == "latter" else group[0],)
    return ()
