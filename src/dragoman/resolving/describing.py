"""Whom a description stands for: an actor told before, several told together, or somebody under the description's words."""

from __future__ import annotations

from dragoman.reading.actors.states import states
from dragoman.reading.marks import Mention
from dragoman.resolving.antecedents import HEADS as RULING
from dragoman.resolving.antecedents import RULERS, follow_body, follow_document, follow_office
from dragoman.resolving.pointing import (
    fighting,
    governed,
    holder_told_later,
    of_one_body,
    only_such,
    ruled,
    told_in_full,
    unnamed_before,
)
from dragoman.resolving.roster import RULE
from dragoman.resolving.somebody import Somebody
from dragoman.resolving.stage import Stage
from dragoman.resolving.takenup import of_age, of_pair, taken_up, told_so
from dragoman.resolving.together import (
    COUNTS,
    HEADS,
    SIDES,
    count_of,
    lands_of,
    last_two,
    led,
    tells_more,
    told_together,
)

LANDS = frozenset({"country", "nation"})
INDEFINITE = frozenset({"a", "an", "one", "another", "some", "any"})


def _leads(one: Somebody, mention: Mention) -> bool:
    """Whether a person has the office, or leads where "leader" is all that is told."""
    offices = one.offices or one.lore
    return mention.office in offices or (mention.noun == "leader" and bool(offices & RULING))


def _is_object(stage: Stage, mention: Mention, one: Somebody) -> bool:
    """Whether a person is named behind the verb whose subject a description is: "the *leader* blamed Ana Ruiz"."""
    if mention.function != "subject":
        return False
    return any(
        m.clause == mention.clause
        and m.sentence == mention.sentence
        and m.function == "object"
        and stage.roster.of.get(n) is one
        for n, m in enumerate(stage.mentions)
        if m.form == "name" and m.span.start > mention.span.start
    )


SENT = frozenset({"delegation", "team", "panel", "negotiator", "side"})
BEHIND = frozenset({"of", "from", "in", "at", "for", "to", "with"})


def _short(name: str, head: str) -> str:
    """A description up to its head noun ("second source" of "second source close to the talks").

    A head that stands first keeps the phrase behind it ("rebels from the north"), without brackets and clauses.
    """
    words = name.split()
    at = next((n for n, word in enumerate(words) if word.strip(",;()") == head), None)
    if at is None or at == len(words) - 1:
        return name
    kept = words[: at + 1]
    for word in words[at + 1 :]:
        if word.startswith(("(", "[", "who", "which", "that")) or (len(kept) == at + 1 and word not in BEHIND):
            break
        kept.append(word.rstrip(","))
        if word.endswith(","):
            break
    return " ".join(kept) if at or len(kept) > at + 2 else name


def _counted(words: str) -> str | None:
    """Return a lone noun with the number before it: "the two delegations" are "two delegations"."""
    told = words.removeprefix("the ").removeprefix("The ").split()
    return " ".join(told) if len(told) == 2 and told[0].lower() in COUNTS else None


class Descriptions:
    """Follows descriptions; keeps the unnamed actors by their words, so that the same words mean the same actor."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.several: dict[str, tuple[Somebody, ...]] = {}
        self.described: dict[tuple[str, str | None], Somebody] = {}

    def follow(self, mention: Mention) -> tuple[Somebody, ...]:
        """Return whom a description means."""
        if mention.parts:
            return tuple(dict.fromkeys(one for k in mention.parts for one in self.stage.early(k)))
        words = mention.span.of(self.stage.text).split()
        shared = self._of_several(mention) or of_pair(self.stage, mention)
        if shared:
            return shared
        count = count_of(mention, words)
        if count is not None:
            several = self._several(mention, count)
            if several or not (tells_more(mention, words) or (mention.speaking and count)):
                return several
        state = mention.state or self.stage.owner_state(mention)
        if mention.kind == "government" and mention.noun in RULE and state in self.stage.roster.states:
            return (self.stage.roster.states[state or ""],)
        if of_age(mention):
            one = taken_up(self.stage, mention, state)
            if one is not None:
                return (one,)
        if mention.kind is None:
            return self._document(mention)
        known = None if words and words[0].lower() in INDEFINITE else self._known(mention, state)
        if known is None and mention.noun in LANDS and mention.owner is not None:
            return () if state is None else (self._land(state),)
        state = state or governed(self.stage, mention)
        return (known or self._unnamed(mention, state),)

    def _several(self, mention: Mention, count: int) -> tuple[Somebody, ...]:
        """Return the actors told together for "both sides", "the two leaders"; else one group of that noun told in full."""
        again = self.several.get(mention.noun, ())
        if again and not count:
            return again
        groups = [(self.stage.mentions[k], group) for k, group in self.stage.groups]
        found = told_together(groups, mention, count)
        if not found and count == 2:
            found = last_two(self._recent(mention), mention)
        if not found:
            found = lands_of(groups, mention, count) or (again if count == len(again) else ())
        if not found and mention.noun in SIDES:
            found = led(groups, mention)
        if found:
            self.several[mention.noun] = found
        fuller = None if found else self._fuller(mention, mention.noun)
        return found if fuller is None else (fuller,)

    def _of_several(self, mention: Mention) -> tuple[Somebody, ...]:
        """Return for "the two countries' leaders" who leads each of them, a country itself where no leader is named."""
        owners = () if mention.owner is None else self.stage.early(mention.owner)
        if not mention.plural or len(owners) < 2 or mention.noun not in HEADS | {"delegation", "team", "negotiator"}:
            return ()
        if any(one.state is None or (one.kind == "person" and mention.noun == "leader") for one in owners):
            return ()
        people = self.stage.roster.people
        return tuple(
            next(
                (p for p in people if p.state == one.state and mention.office is not None and _leads(p, mention)),
                self._land(one.state or ""),
            )
            for one in owners
        )

    def _recent(self, mention: Mention) -> list[tuple[int, Somebody]]:
        mentions = self.stage.mentions
        return [
            (mention.sentence - mentions[n].sentence, one)
            for n, one in self.stage.history.before(mention)
            if mentions[n].function != "owner" and not mentions[n].place
        ]

    def _document(self, mention: Mention) -> tuple[Somebody, ...]:
        """Return whose words a report or statement is: its owner's, or those of who spoke last."""
        if mention.owner is not None:
            return self.stage.early(mention.owner)
        words = (mention.name or "").split()
        for one in (*self.stage.roster.bodies, *self.stage.roster.people):
            if len(words) > 1 and any(name in (mention.name or "") for name in one.names):
                return (one,)
        if not mention.definite or len(words) > 1:
            return ()
        author = follow_document(self.stage.history, mention)
        return () if author is None else (author,)

    def _land(self, state: str) -> Somebody:
        """Return the actor for a state that only "his country" names."""
        one = self.stage.roster.states.get(state)
        if one is None:
            one = self.stage.roster.states[state] = Somebody("state", state=state)
        return one

    def _known(self, mention: Mention, state: str | None) -> Somebody | None:
        """Return the actor told before that a definite description points back to."""
        pointed = fighting(self.stage, mention) or ruled(self.stage, mention)
        if pointed is not None or mention.plural:
            return pointed
        if mention.noun in ("counterpart", "colleague") and mention.owner is not None:
            return self._counterpart(mention)
        if mention.office is not None and (mention.definite or mention.state is not None or mention.owner is not None):
            unnamed = {id(one): one for one in self.described.values() if one.kind == "person" and not one.plural}
            people = [one for one in (*self.stage.roster.people, *unnamed.values()) if of_one_body(one, mention)]
            holder = None if mention.owner is None else next(iter(self.stage.early(mention.owner)), None)
            people = [
                one for one in people if not _is_object(self.stage, mention, one) and self._may_lead(one, mention)
            ]
            if holder is not None and holder.kind not in ("person", "state", "government"):
                people = [one for one in people if self.stage.roster.body_named(one.affiliation) is holder]
            return (
                follow_office(people, self.stage.history, mention, state)
                or holder_told_later(self.stage, mention, state)
                or unnamed_before(self.stage, list(unnamed.values()), mention)
                or taken_up(self.stage, mention, state)
            )
        if mention.kind == "person":
            return told_so(self.stage, mention) or taken_up(self.stage, mention, state)
        if mention.definite and mention.kind not in (None, "person") and not self._of_its_own(mention, state):
            return (
                told_in_full(self.stage, mention)
                or only_such(self.stage, mention)
                or follow_body(self.stage.history, mention)
            )
        return None

    def _may_lead(self, one: Somebody, mention: Mention) -> bool:
        """Whether a person can be the leader of the body that a description names: a head of state leads no union."""
        if mention.noun not in RULERS or not mention.affiliation or mention.state is not None:
            return True
        body = self.stage.roster.body_named(mention.affiliation)
        same = one.affiliation is not None and (
            one.affiliation == mention.affiliation
            or (body is not None and self.stage.roster.body_named(one.affiliation) is body)
        )
        return same or (one.affiliation is None and not one.offices & RULING and not one.lore & RULING)

    def _of_its_own(self, mention: Mention, state: str | None) -> bool:
        """Whether a description tells itself from any body told before: "the Minsk group", "the ministry of defence"."""
        words = (mention.name or "").split()
        department = words[1:2] == ["of"] and mention.kind == "government"
        return department or (state is None and any(word[0].isupper() for word in words))

    def _counterpart(self, mention: Mention) -> Somebody | None:
        holder = self.stage.whom[mention.owner or 0]
        if not holder or mention.state is None:
            return None
        offices = holder[0].offices | holder[0].lore
        others = [one for one in self.stage.roster.people if one.state == mention.state and one is not holder[0]]
        for one in others:
            if (one.offices | one.lore) & offices:
                return one
        near = {id(one): one for _, one in self.stage.history.before(mention, 1) if one is not holder[0]}
        bare = [one for one in near.values() if one.kind == "person" and one.named and not one.offices | one.lore]
        return bare[0] if len(bare) == 1 and bare[0].state in (None, mention.state) else None

    def _unnamed(self, mention: Mention, state: str | None) -> Somebody:
        """Return the actor under the description's own words, one for the same words in one report."""
        name = self._unnamed_name(mention, state)
        key = (name.lower(), state)
        found = self.described.get(key) or self._fuller(mention, name)
        if found is not None:
            one = found
        else:
            one = Somebody(mention.kind or "group", named=False, state=state, plural=mention.plural)
            if mention.plural and one.kind == "person":
                one.kind = "group"
            if " " not in name and mention.plural and mention.owner is None:
                name = _counted(mention.span.of(self.stage.text)) or name
        if name not in one.names:
            one.names.append(name)
        self.described[key] = one
        one.take(-1, mention)
        one.at.pop()
        return one

    def _unnamed_name(self, mention: Mention, state: str | None) -> str:
        """Return a description's words; a lone noun is told with its owner ("Fidan's spokesman", "Ukrainian military")."""
        name = _short(mention.name or "", mention.head.of(self.stage.text))
        if mention.owner is None or not self.stage.whom[mention.owner]:
            return name
        team = mention.noun in SENT and (mention.plural or mention.kind != "person")
        ministry = mention.kind == "government" and self.stage.mentions[mention.owner].cue == "state"
        if not (team or ministry) and (" " in name or not name.islower()):
            return name
        owner = self.stage.whom[mention.owner][0]
        if not owner.named and len(owner.name.split()) > 2:
            return name
        if owner.kind == "person" and mention.kind in ("military", "government", "group") and mention.cue == "group":
            demonym = states().demonym.get(state or "")
            if demonym is not None:
                return f"{demonym} {name}"
        holder = self.stage.name(owner)
        return f"{holder}' {name}" if holder.endswith("s") else f"{holder}'s {name}"

    def _fuller(self, mention: Mention, name: str) -> Somebody | None:
        """Return the one group told in more words ("pro-Russian separatists") that a lone noun points back to, or the reverse."""
        alone = " " not in name
        if alone and not mention.definite and mention.kind not in ("armed-group", "military"):
            return None
        found = {
            id(one): one
            for one in self.described.values()
            if one.plural == mention.plural and mention.noun in one.nouns
            and (" " in one.name if alone else " " not in one.name and one.kind in ("armed-group", "military"))
        }  # fmt: skip
        return next(iter(found.values())) if len(found) == 1 else None
