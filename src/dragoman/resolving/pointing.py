"""Definite words that point to an actor told by name or in full elsewhere: "the government", "the rebels", "the ministry"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.reading.actors.pieces import bodies
from dragoman.reading.marks import Mention
from dragoman.resolving.antecedents import ALIKE, HEADS, SAME
from dragoman.resolving.roster import RULE
from dragoman.resolving.somebody import Somebody
from dragoman.resolving.stage import Stage

FIGHTERS = frozenset("rebel insurgent militant guerrilla separatist islamist fighter jihadist militia".split())
ARMED = FIGHTERS | frozenset({"gunman", "terrorist", "extremist", "paramilitary", "operative"})
"""What the fighters of a group are called with its name in front: "Hamas *gunmen*"."""
LATER = HEADS | {"foreign-minister", "defence-minister", "secretary-general", "envoy"}
"""Offices of which a report seldom tells two holders, so that words for one can point ahead to the name."""
ANYONE = frozenset({"official", "aide", "source", "diplomat", "adviser", "advisor", "spokesperson", "person"})
"""Words that say again of an unnamed person that somebody unnamed spoke."""
OFFICES = frozenset({"official", "envoy", "spokesperson", "deputy", "minister", "professional"})
BODIES = frozenset({"government", "military", "media", "company", "group", "ngo", "igo"})
FORCES = frozenset("front army brigades brigade liberation resistance".split())
WHOLE = frozenset({"federal", "central", "national"})
AMERICA = "USA"
"""Whose government news calls "the administration", and no other one without a name."""
NEAR, SOON = 2, 3  # sentences
OFTEN = 4
UNIONS = frozenset("union association guild federation brotherhood teamsters confederation workers unions".split())
"""Words in the names of those whom "the union" may mean."""
FIRMS = frozenset("company firm carrier airline retailer automaker carmaker manufacturer employer operator".split())
HOUSES = frozenset(
    "bank court commission council agency ministry association federation party league authority".split()
)
"""Nouns that stand in the names of the bodies that they point to."""


def alone(mention: Mention) -> bool:
    """Whether a definite description is article and noun only."""
    return mention.definite and mention.name is not None and " " not in mention.name and mention.name.islower()


def ruled(stage: Stage, mention: Mention) -> Somebody | None:
    """Return the state that "the government" rules, None where the report leaves it open."""
    words = (mention.name or "").split()
    if mention.noun not in RULE or mention.owner is not None or mention.state is not None:
        return None
    bare = len(words) == 1 and len(mention.span) == len(words[0])  # "Government, rebels meet"
    if not (mention.definite or bare) or (len(words) > 1 and words[0].lower() not in WHOLE):
        return None
    if mention.noun == "administration" and AMERICA in stage.roster.states:
        return None if told_in_full(stage, mention) is not None else stage.roster.states[AMERICA]
    return _government(stage, mention)


def governed(stage: Stage, mention: Mention) -> str | None:
    """Return the state for which "the government delegation" or "government troops" act."""
    words = (mention.name or "").lower().split()
    if len(words) < 2 or words[0] != "government" or mention.kind not in ("group", "person", "military"):
        return None
    found = _government(stage, mention)
    return None if found is None else found.state


def _government(stage: Stage, mention: Mention) -> Somebody | None:
    """Return the state whose government is told without a name.

    It is the one whose government was the subject just before, else of those whose governments were told the one that
    the report tells of most (a host's is told but once); else the only one whose government it tells of at all, else the
    only state told so far. A capital says nothing: talks are often held in a third country's.
    """
    told = [(m, code) for m, code in _governments(stage) if code in stage.roster.states]
    before = [(m, code) for m, code in told if m.span < mention.span]
    if before:
        return stage.roster.states.get(_at_hand(stage, before, mention) or "")
    codes = {code for _, code in told} or {
        m.state for m in stage.mentions if m.state in stage.roster.states and m.span < mention.span
    }
    code = next(iter(codes)) if len(codes) == 1 else None if told else _told_most(stage)
    return stage.roster.states.get(code or "")


def _told_most(stage: Stage) -> str | None:
    """Return the state that a report tells of again and again, and of no other half as often: its government is meant."""
    often = sorted(
        ((times, code) for code, times in stage.told_of.items() if code in stage.roster.states), reverse=True
    )
    if not often or often[0][0] < OFTEN or (len(often) > 1 and often[0][0] < 2 * often[1][0]):
        return None
    return often[0][1]


def _at_hand(stage: Stage, before: Sequence[tuple[Mention, str]], mention: Mention) -> str | None:
    """Choose between governments told before; None where the report tells of two states equally often."""
    last, code = before[-1]
    if last.function == "subject" and mention.sentence - last.sentence < NEAR:
        return code
    codes = {code for _, code in before}
    often = [(stage.told_of[code], code) for code in codes]
    most = max(times for times, _ in often)
    found = [code for times, code in often if times == most]
    return found[0] if len(found) == 1 else None


def _governments(stage: Stage) -> Iterator[tuple[Mention, str]]:
    """The mentions that tell whose government they mean, with the state."""
    for m in stage.mentions:
        state = m.state or (stage.mentions[m.owner].state if m.owner is not None else None)
        if m.kind == "government" and m.noun in RULE and state is not None:
            yield m, state


def fighting(stage: Stage, mention: Mention) -> Somebody | None:
    """Return the armed group that "the rebels" are: the only one named so far, or the only one named just before."""
    if mention.noun in ARMED and not alone(mention):
        return _named_so(stage, mention)
    if mention.noun not in FIGHTERS:
        return None
    told = [
        (stage.mentions[n].sentence, one)
        for n, one in stage.history.told
        if one.named and (one.kind == "armed-group" or _may_fight(one))
    ]
    every = {id(one): one for _, one in told if one.kind == "armed-group"} or {id(one): one for _, one in told}
    if len(every) != 1:
        every = {id(one): one for sentence, one in told if mention.sentence - sentence < NEAR}
    if len(every) != 1:
        return None
    found = next(iter(every.values()))
    found.kind, found.guessed = "armed-group", False
    return found


def _named_so(stage: Stage, mention: Mention) -> Somebody | None:
    """Return the armed group whose name has the words before the noun: "Tamil rebels" for the Tamil Tigers."""
    words = {w.lower() for w in (mention.name or "").split()[:-1]}
    if not words or not mention.plural or not (mention.name or "")[0].isupper():
        return None
    found = {
        id(one): one
        for one in stage.roster.bodies
        if one.kind == "armed-group" and any(words <= set(name.lower().split()) for name in one.names)
    }
    return next(iter(found.values())) if len(found) == 1 else None


def _may_fight(one: Somebody) -> bool:
    """Whether a body's name tells of a force, and nothing says that it is none: "the Sarra Front"."""
    return one.kind == "group" and one.state is None and not FORCES.isdisjoint(one.name.lower().split())


def told_in_full(stage: Stage, mention: Mention) -> Somebody | None:
    """Return the body told last under a fuller name with this noun: "the ministry" after "the health ministry"."""
    if not alone(mention) or mention.plural or mention.kind not in BODIES or mention.owner is not None:
        return None
    for _, one in reversed(stage.history.told):
        if one.kind == mention.kind and not one.plural and mention.noun in one.nouns and " " in one.name:
            return one
    return None


def only_such(stage: Stage, mention: Mention) -> Somebody | None:
    """Return the only body of the report that "the union", "the company", "the bank" can be, wherever it is named."""
    words = (mention.name or "").lower().split()
    if not mention.definite or mention.plural or mention.owner is not None or words[:1] != [mention.noun]:
        return None
    if mention.noun in ("union", "guild"):
        found = [one for one in stage.roster.bodies if _is_union(one)] or _spoken_for(stage)
    elif mention.noun in FIRMS:
        firms = [one for one in stage.roster.bodies if one.kind == "company"]
        found = firms or [
            one for one in stage.roster.bodies if one.guessed and one.kind == "group" and not _is_union(one)
        ]
    elif mention.noun in HOUSES:
        found = [one for one in stage.roster.bodies if mention.noun in one.name.lower().split()]
    else:
        return None
    return found[0] if len(found) == 1 and not found[0].plural else None


def _spoken_for(stage: Stage) -> list[Somebody]:
    """The union that only stands in an office: "*Dockers Association* spokeswoman Ana Ruiz"; it is entered among the bodies."""
    names = {one.affiliation for one in stage.roster.people if one.affiliation}
    unions = [name for name in names if not UNIONS.isdisjoint(name.lower().split()) and name[:1].isupper()]
    if len(unions) != 1:
        return []
    found = Somebody("group", names=[unions[0]])
    stage.roster.bodies.append(found)
    return [found]


def _is_union(one: Somebody) -> bool:
    return not UNIONS.isdisjoint(one.name.lower().split())


def holder_told_later(stage: Stage, mention: Mention, state: str | None) -> Somebody | None:
    """Return the only person of the report who has the office that a description tells and is named further on."""
    if mention.office not in LATER or not (mention.definite or state is not None):
        return None
    sure = mention.state is not None or mention.owner is not None or mention.affiliation is not None
    if mention.office == "envoy" and not sure:
        return None
    if mention.office == "leader" and not sure:
        return None
    found = [one for one in stage.roster.people if _has(one, mention) and of_one_body(one, mention)]
    if state is None and not sure:  # "talks with the president": named soon, and the only one of the report
        found = found if len(found) == 1 and _soon(stage, found[0], mention) else []
    else:
        found = [one for one in found if one.state == state]
    if len(found) > 1:
        found = [one for one in found if mention.noun in (one.role or "").lower()]
    return found[0] if len(found) == 1 else None


def _soon(stage: Stage, one: Somebody, mention: Mention) -> bool:
    """Whether a person is named within the next sentences."""
    return any(0 <= stage.mentions[n].sentence - mention.sentence <= SOON for n in one.at)


def _has(one: Somebody, mention: Mention) -> bool:
    """Whether a person has an office of this class under this noun, or under one that says as much."""
    if not one.plural and not one.offices and mention.office in one.lore:
        return True
    if one.plural or mention.office not in one.offices or (one.role or "").lower().startswith(("former", "ex-")):
        return False
    return mention.noun in (one.role or "").lower() or mention.noun in SAME.get(mention.office or "", frozenset())


def of_one_body(one: Somebody, mention: Mention) -> bool:
    """Whether a person and a description can belong to one body: a "UN envoy" is no "EU envoy"."""
    known = bodies()
    left, right = (known.get(name or "", (None,))[0] for name in (one.affiliation, mention.affiliation))
    return left is None or right is None or left == right


def unnamed_before(stage: Stage, unnamed: Sequence[Somebody], mention: Mention) -> Somebody | None:
    """Return the unnamed person who spoke last, for "the official", "the aide": nobody else can be meant by these."""
    if not alone(mention) or mention.noun not in ANYONE | ALIKE.keys() or mention.plural:
        return None
    for n, one in reversed(stage.history.told):
        other = stage.mentions[n]
        if mention.sentence - other.sentence > 2 * NEAR:
            return None
        if other.quoted or one.kind != "person" or not (other.speaking or other.acting):
            continue
        if one in unnamed and not one.plural and (mention.noun in ANYONE) and one.offices & OFFICES:
            return one
        if one.named and other.speaking:
            return None
    return None
