"""Which office, body and state a person belongs to, from appositions and owners."""

from __future__ import annotations

from dragoman.reading.marks import Mention
from dragoman.resolving.roster import Roster
from dragoman.resolving.somebody import Somebody

TEAMS = frozenset({"delegation", "team", "mission", "side", "group"})
PARTIES = frozenset(
    "ally backer supporter sponsor rival neighbour neighbor foe enemy opponent partner mediator guarantor host member party "
    "donor signatory adversary broker facilitator creditor lender participant intermediary go-between".split()
)
"""What states and bodies are called in an apposition as well as persons: "Mali, *a mediator in the talks*"."""
BYGONE = ("former ", "ex-", "late ")


def affiliate(mentions: tuple[Mention, ...], roster: Roster) -> None:
    """Give named persons the office and state that appositions and owners tell."""
    for n, mention in enumerate(mentions):
        one = roster.of.get(n)
        if mention.beside[:1] == (n,) and one is not None:
            _share_office(one, mention, roster)
        if one is not None and mention.owner is not None and one.kind == "person":
            _belong(one, mention.owner, mentions, roster)
        if mention.same_as is None or mention.form == "pronoun":
            continue
        target, other = mentions[mention.same_as], roster.of.get(mention.same_as)
        if other is not None and one is None and mention.kind == "person" and other.kind == "person":
            _learn(other, n, mentions, roster)
        elif one is not None and other is None and one.kind == "person" and target.kind == "person":
            roster.of[mention.same_as] = one
            _learn(one, mention.same_as, mentions, roster)
        elif one is not None and other is None and one.kind != "person" and _said_again(target, mention):
            roster.of[mention.same_as] = one
            one.at.append(mention.same_as)


def _said_again(told: Mention, name: Mention) -> bool:
    """Whether a name in apposition names the one body that a description tells: "its oldest trade union, *the Dockers*"."""
    body = told.kind not in (None, "person") or told.noun in PARTIES
    return told.form == "description" and body and not (told.plural or told.parts or name.beside or told.beside)


def _share_office(one: Somebody, mention: Mention, roster: Roster) -> None:
    """Give all of "Ministers X and Y" the one office that is told in the plural."""
    role = mention.role
    if role is None or one.role != role or not role.endswith("s") or mention.office is None:
        return
    for n in mention.beside:
        other = roster.of.get(n)
        if other is not None and other.kind == "person" and (other is one or other.role is None):
            other.role = role[:-1]
            other.offices.add(mention.office)
            other.affiliation, other.state = other.affiliation or one.affiliation, other.state or one.state


def _learn(one: Somebody, n: int, mentions: tuple[Mention, ...], roster: Roster) -> None:
    """Take what a description says; what a person was before says nothing of now."""
    mention = mentions[n]
    if (mention.name or "").lower().startswith(BYGONE):
        one.at.append(n)
        return
    one.take(n, mention)
    if mention.owner is not None:
        _belong(one, mention.owner, mentions, roster)


def _belong(one: Somebody, n: int, mentions: tuple[Mention, ...], roster: Roster) -> None:
    """Let a person act for the owner of its office; a team stands for the one who sent it."""
    owner = mentions[n]
    if owner.noun in TEAMS and owner.state is None and owner.owner is not None:
        n, owner = owner.owner, mentions[owner.owner]
    holder = roster.of.get(n)
    if one.affiliation is None and owner.kind != "person" and owner.form != "pronoun" and holder is not one:
        one.affiliation = owner.affiliation if owner.noun in TEAMS and owner.affiliation else owner.name
    elif one.affiliation is not None and one.affiliation.islower() and owner.cue == "state" and owner.name:
        one.affiliation = f"{owner.name}'s {one.affiliation}"
    if one.state is None:
        one.state = owner.state or (holder.state if holder is not None else None)
