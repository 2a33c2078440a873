"""Finding -> the keys under which its claim is found again. A key is made of one claim alone, never of what others say.

| key | held by |
| --- | --- |
| `p:<profile id>` | every claim that names the actor |
| `s:<side>` | claims with a party, an actor or a target of that side: a state's code, a land, else a folded name |
| `m:<matter id>` | positions and agreements about the matter |
| `at:<place>` | meetings and incidents there |
| `was:<day>` | meetings that were moved from that day |
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date, timedelta
from functools import lru_cache

from dragoman.record.claims import Finding, Team, Turn
from dragoman.record.ids import digest
from dragoman.terms.findings import (
    Actor,
    Agreement,
    Delegation,
    Figure,
    Incident,
    Meeting,
    Position,
    Quotation,
)

_NO_WORD = re.compile(r"[^\w]+")


@lru_cache(maxsize=20_000)
def fold(name: str) -> str:
    """Return a name in lower case, without accents, articles and punctuation, its words parted by one space."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    letters = "".join(c for c in plain if not unicodedata.combining(c))
    return _NO_WORD.sub(" ", letters.replace("'s ", " ").replace("’s ", " ")).strip().removeprefix("the ")


def matter_id(about: str) -> str:
    """Return the id of a matter: the report's words, folded."""
    return digest(fold(about), length=12)


def side_of(actor: Actor) -> str:
    """Return the side for which an actor stands: its state or land, else its own folded name."""
    return actor.country or fold(actor.name)


def keys_of(finding: Finding, actors: tuple[Actor, ...]) -> tuple[str, ...]:
    """Return the keys of a claim, sorted; `actors` are all that it names."""
    keys = {f"p:{actor.id}" for actor in actors}
    keys |= {f"s:{side_of(actor)}" for actor in sides_in(finding)}
    if isinstance(finding, Position | Agreement):
        keys.add(f"m:{matter_id(finding.about)}")
    if isinstance(finding, Meeting | Incident) and finding.place:
        keys.add(f"at:{fold(finding.place)}")
    if isinstance(finding, Meeting):
        keys |= {f"was:{day.isoformat()}" for day in days_before(finding)}
    return tuple(sorted(keys))


def days_before(meeting: Meeting) -> tuple[date, ...]:
    """Return the days from which a meeting was moved; none where the report tells more than a week of them."""
    moved = meeting.moved_from
    if moved is None or moved.end - moved.start >= timedelta(days=7):
        return ()
    return tuple(moved.start + timedelta(days=n) for n in range((moved.end - moved.start).days + 1))


def sides_in(finding: Finding) -> tuple[Actor, ...]:
    """Return the actors whose sides take part in what a finding tells; hosts and mediators do not."""
    match finding:
        case Meeting() | Agreement():
            return finding.parties
        case Position():
            return (finding.actor,)
        case Delegation():
            return (finding.party,)
        case Incident():
            return tuple(a for a in (finding.actor, finding.target) if a is not None)
        case Quotation():
            return () if finding.speaker is None else (finding.speaker,)
        case Figure():
            return () if finding.source is None else (finding.source,)


def all_actors(actors: tuple[Actor, ...], turns: tuple[Turn, ...], teams: tuple[Team, ...]) -> tuple[Actor, ...]:
    """Return the actors of a finding together with those of its turns and teams."""
    told = [turn.actor for turn in turns]
    sent = [a for team in teams for a in (team.party, team.head, *team.members) if a is not None]
    return tuple({a.id: a for a in (*actors, *told, *sent)}.values())
