"""What a person calls a thing -> the members of the record that are meant: claims, profiles, matters, reports, decisions.

Nothing is guessed: a name that fits nobody or several is refused with those that it could mean.
"""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.record.claims import Claim
from dragoman.record.decisions import Decision, Thing
from dragoman.record.ids import profile_id
from dragoman.record.keeping import claim_of
from dragoman.record.keys import fold
from dragoman.record.shelf import Profile, Shelf, Wanted
from dragoman.terms.errors import DecisionError, EditError, NotFound
from dragoman.terms.findings import Actor, ActorKind
from dragoman.views.docket import reach_of
from dragoman.views.scope import Scope

KINDS: tuple[ActorKind, ...] = (
    "person", "state", "government", "military", "armed-group", "igo", "ngo", "media", "company", "group",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Meant:
    """What a name means: the member itself, where it names one, and all members of the identity that it belongs to."""

    thing: Thing
    name: str
    member: str
    members: tuple[str, ...]

    @property
    def others(self) -> tuple[str, ...]:
        """The members beside the one that is named."""
        return tuple(member for member in self.members if member != self.member)


class Members:
    """Finds what is meant in one view of the record. `shelf` is the machine's own, `scope` the record as it counts."""

    def __init__(self, shelf: Shelf) -> None:
        self.shelf = shelf
        self.scope = Scope(shelf)

    def claim(self, name: str) -> Claim:
        """Return a claim by id as the machine made it, rejected ones too. Raises `NotFound`."""
        if found := self.shelf.claims(Wanted(ids=frozenset({name}))):
            return found[0]
        if keep := self.scope.rulings.kept.get(name):
            cards = self.shelf.sheets(ids=[str(keep.change["report"])])
            if cards:
                return claim_of(name, keep.change, cards[0].card)
        raise NotFound("finding", name)

    def decision(self, name: str) -> Decision:
        """Return a decision by id. Raises `NotFound`."""
        found = next((d for d in self.shelf.decisions() if d.id == name), None)
        if found is None:
            raise NotFound("decision", name)
        return found

    def meant(self, thing: Thing, name: str) -> Meant:
        """Return what a name or id means. Raises `NotFound`, or `DecisionError` where it could mean several."""
        match thing:
            case "actor":
                return self._actor(name)
            case "proposal":
                return self._proposal(name)
            case "report":
                if not self.has_report(name):
                    raise NotFound("report", name)
                return Meant("report", name, name, (name,))
            case _:
                return self._meeting(name)

    def _actor(self, name: str) -> Meant:
        if profile := next(iter(self.scope.shelf.profiles(ids=[name])), None):
            return self._of_profile(profile, name)
        found = self.scope.cast.find(name)
        if not found:
            raise NotFound("actor", name, self.scope.cast.near(name))
        if len(found) > 1:
            raise _several(name, tuple(f"{one.name} ({one.id})" for one in found))
        profiles = self.scope.shelf.profiles(ids=found[0].members)
        called = [p.actor.id for p in profiles if fold(p.actor.name) == fold(name)]
        return Meant("actor", found[0].name, (called or [*found[0].members])[0], found[0].members)

    def _of_profile(self, profile: Profile, name: str) -> Meant:
        self.scope.cast.learn([profile.actor])
        identity = self.scope.cast.of(profile.actor, profile.last)
        return Meant("actor", profile.actor.name, name, identity.members or (name,))

    def _proposal(self, name: str) -> Meant:
        if matter := next(iter(self.scope.shelf.matters(ids=[name])), None):
            self.scope.ledger.learn([matter.about])
            return Meant("proposal", matter.about, name, self.scope.ledger.of(matter.about).members or (name,))
        found = self.scope.ledger.find(name)
        if not found:
            raise NotFound("proposal", name)
        if len(found) > 1:
            raise _several(name, tuple(f"{one.name} ({one.id})" for one in found))
        return Meant("proposal", found[0].name, found[0].members[0], found[0].members)

    def words(self, name: str) -> str:
        """Return the words by which a proposal was first told. Raises `NotFound` or `DecisionError`."""
        member = self._proposal(name).member
        return self.scope.shelf.matters(ids=[member])[0].about

    def _meeting(self, name: str) -> Meant:
        claim = self.claim(name)
        if claim.kind != "meeting":
            raise DecisionError("do that", f"{name} is a {claim.kind}, no meeting")
        items = reach_of(self.scope).items(self.scope.shelf.claims(Wanted(ids=frozenset({name}))))
        whole = next(iter(items), None)
        return Meant("meeting", name, name, (name,) if whole is None else tuple(c.id for c in whole.claims))

    def actor(self, words: str) -> Actor:
        """Return the actor that a person writes into a finding: one of the record, or KIND:NAME for a new one.

        Raises `EditError`.
        """
        kind, colon, name = words.partition(":")
        if colon and name.strip() and (new := next((k for k in KINDS if k == kind.strip()), None)):
            made = Actor("", name.strip(), new)
            return Actor(profile_id(made), made.name, made.kind)
        try:
            meant = self._actor(words)
        except NotFound as error:
            how = f"write KIND:{words} for a new actor, with KIND one of {', '.join(KINDS)}"
            raise EditError("actor", f"nobody in the record is called {words!r}; {how}") from error
        except DecisionError as error:
            raise EditError("actor", error.why) from error
        return self.scope.shelf.profiles(ids=[meant.member])[0].actor

    def has_report(self, name: str) -> bool:
        """Say whether there is a report of that id."""
        return bool(self.shelf.sheets(ids=[name]))


def _several(name: str, could: tuple[str, ...]) -> DecisionError:
    return DecisionError("tell what is meant", f"{name!r} could be {', '.join(could)}; give the id")
