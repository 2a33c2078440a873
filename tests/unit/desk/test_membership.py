"""Members and their tokens: who may change what, and what never happens."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.desk.access import RIGHTS, Right, Role, Visitor, local
from dragoman.desk.membership import Change
from dragoman.desk.people import People
from dragoman.terms.errors import Forbidden, LoginRefused, MemberError, NotFound

ME = local("host")
WORDS = "twelve or more"
OTHER = "quite other words"


def _seen(role: Role, name: str = "ana", how: str = "session") -> Visitor:
    return Visitor(name, role, RIGHTS[role], how)  # type: ignore[arg-type]


@pytest.fixture
def team(people: People) -> People:
    """The people of a case with an admin and a coder."""
    people.members.add(ME, "ana", role="admin", password=WORDS)
    people.members.add(ME, "ben", role="coder", password=WORDS)
    return people


def test_members_are_listed_by_name(team: People) -> None:
    """All of them, with role and moment."""
    assert [(member.name, member.role) for member in team.members.list(ME)] == [("ana", "admin"), ("ben", "coder")]
    assert team.members.get("BEN").name == "ben"


@pytest.mark.parametrize(
    "name", ["", " ", " x", "x ", "a\nb", "a\x00", "x" * 65, "a\u202eb", "ana", "ANA", "\uff41na", "\ud800"]
)
def test_a_name_that_is_none_or_taken_is_refused(team: People, name: str) -> None:
    """Names that cannot be seen, or be told from another's, are not given."""
    with pytest.raises(MemberError):
        team.members.add(ME, name, role="reader", password=WORDS)
    assert len(team.members.list(ME)) == 2


def test_a_role_that_is_none_is_refused(team: People) -> None:
    """With the roles that there are."""
    with pytest.raises(MemberError, match="reader, coder, adjudicator, admin"):
        team.members.add(ME, "x", role="king", password=WORDS)  # type: ignore[arg-type]
    with pytest.raises(MemberError, match="reader, coder, adjudicator, admin"):
        team.members.set_role(ME, "ben", "king")  # type: ignore[arg-type]


CHANGES: list[Callable[[People, Visitor], object]] = [
    lambda people, who: people.members.list(who),
    lambda people, who: people.members.add(who, "new", role="reader", password=WORDS),
    lambda people, who: people.members.set_role(who, "ben", "admin"),
    lambda people, who: people.members.set_password(who, "ben", OTHER),
    lambda people, who: people.members.disable(who, "ben"),
    lambda people, who: people.members.enable(who, "ben"),
    lambda people, who: people.tokens.add(who, "ana", scopes=["read"]),
    lambda people, who: people.tokens.list(who, "ana"),
    lambda people, who: people.deeds(who),
]


@pytest.mark.parametrize("number", range(len(CHANGES)))
@pytest.mark.parametrize("role", ["reader", "coder", "adjudicator"])
def test_only_administrators_see_to_members(team: People, number: int, role: Role) -> None:
    """Everybody else is refused, and nothing is changed or noted."""
    before = team.members.list(ME), team.deeds(ME)
    with pytest.raises(Forbidden):
        CHANGES[number](team, _seen(role, "ben"))
    assert (team.members.list(ME), team.deeds(ME)) == before


def test_the_last_administrator_stays(team: People) -> None:
    """Nobody can lock everybody out; with a second administrator the first may go."""
    with pytest.raises(MemberError, match="the last admin"):
        team.members.set_role(ME, "ana", "coder")
    with pytest.raises(MemberError, match="the last admin"):
        team.members.disable(ME, "ana")
    team.members.set_role(ME, "ben", "admin")
    team.members.disable(ME, "ana")
    with pytest.raises(MemberError, match="the last admin"):
        team.members.set_role(ME, "ben", "reader")
    assert team.members.set_role(ME, "ana", "reader").role == "reader"


def test_a_change_is_made_whole_or_not_at_all(team: People) -> None:
    """What comes before the part that is refused is not done either, and not noted."""
    before = team.members.list(ME), team.deeds(ME)
    with pytest.raises(MemberError, match="the last admin"):
        team.members.change(ME, "ana", Change(password=OTHER, disabled=True))
    assert (team.members.list(ME), team.deeds(ME)) == before
    team.log_in("ana", WORDS, "")
    changed = team.members.change(ME, "ben", Change(role="coder", password=OTHER, disabled=True))
    assert (changed.role, changed.disabled is None) == ("coder", False)
    assert changed == team.members.get("ben")
    assert [deed.what for deed in team.deeds(ME).items][:3] == ["disable member", "change password", "change role"]


def test_who_is_disabled_is_nobody(team: People) -> None:
    """Session, token and password let nobody in; enabled again, the token and the password do, the session does not."""
    opened, token = team.log_in("ben", WORDS, ""), team.tokens.add(ME, "ben", scopes=["read"])
    assert team.members.disable(ME, "ben").disabled is not None
    team.members.disable(ME, "ben")
    assert (team.visitor_of_session(opened.cookie), team.visitor_of_token(token.secret)) == (None, None)
    with pytest.raises(LoginRefused):
        team.log_in("ben", WORDS, "")
    with pytest.raises(MemberError, match="is disabled"):
        team.tokens.add(ME, "ben", scopes=["read"])
    assert team.members.enable(ME, "ben").disabled is None
    assert team.visitor_of_session(opened.cookie) is None
    assert team.visitor_of_token(token.secret) is not None
    team.log_in("ben", WORDS, "")


def test_a_new_password_ends_all_sessions(team: People) -> None:
    """Whoever has stolen one is out."""
    opened = team.log_in("ben", WORDS, "")
    team.members.set_password(ME, "ben", OTHER)
    assert team.visitor_of_session(opened.cookie) is None
    with pytest.raises(LoginRefused):
        team.log_in("ben", WORDS, "")
    team.log_in("ben", OTHER, "")


def test_ones_own_password_is_changed_with_the_old_one(team: People) -> None:
    """By one who signed in, and not by means of a token."""
    me = team.log_in("ben", WORDS, "").visitor
    with pytest.raises(LoginRefused):
        team.members.change_own_password(me, OTHER, OTHER)
    with pytest.raises(MemberError, match="12"):
        team.members.change_own_password(me, WORDS, "short")
    team.members.change_own_password(me, WORDS, OTHER)
    assert team.log_in("ben", OTHER, "").visitor.name == "ben"
    with pytest.raises(Forbidden):
        team.members.change_own_password(_seen("coder", "ben", "token"), OTHER, WORDS)


def test_each_change_is_noted_with_who_made_it(team: People) -> None:
    """In the order of what was done; no password stands in it."""
    admin = _seen("admin")
    team.members.set_role(admin, "ben", "reader")
    team.members.set_password(admin, "ben", OTHER)
    team.members.disable(admin, "ben")
    team.members.enable(admin, "ben")
    key = team.tokens.add(admin, "ben", scopes=["read"]).token.id
    team.tokens.revoke(admin, key)
    told = [(deed.what, deed.thing, deed.detail) for deed in reversed(team.deeds(ME, member="ana").items)]
    assert told == [
        ("change role", "ben", "coder -> reader"),
        ("change password", "ben", None),
        ("disable member", "ben", None),
        ("enable member", "ben", None),
        ("add token", key, "ben: read"),
        ("revoke token", key, "ben"),
    ]


def test_who_is_not_there_is_not_found(team: People) -> None:
    """With names like it."""
    with pytest.raises(NotFound, match="no member 'benn' in this case; there is 'ben'"):
        team.members.get("benn")
    for act in (lambda: team.members.disable(ME, "x"), lambda: team.tokens.add(ME, "x", scopes=["read"])):
        with pytest.raises(NotFound):
            act()
    with pytest.raises(NotFound, match="no token 't0' in this case"):
        team.tokens.revoke(ME, "t0")


@pytest.mark.parametrize(
    ("scopes", "days", "why"),
    [
        ((), None, "a scope is one of"),
        (("read", "fly"), None, "a scope is one of"),
        (("read", "admin"), None, "a coder has no right to admin"),
        (("read",), 0, "1 to 3650 days"),
        (("read",), 10**9, "1 to 3650 days"),
    ],
)
def test_a_token_that_can_not_be_is_refused(
    team: People, scopes: tuple[Right, ...], days: int | None, why: str
) -> None:
    """No scope, an unknown one, one beyond what its owner may; a time that is none."""
    with pytest.raises(MemberError, match=why):
        team.tokens.add(ME, "ben", scopes=scopes, days=days)
    assert not team.tokens.list(ME)


def test_people_have_tokens_of_their_own(team: People) -> None:
    """They make, see and revoke theirs, not those of others, and not by means of a token."""
    ben = _seen("coder", "ben")
    mine, hers = team.tokens.add(ben, "ben", scopes=["read"]).token, team.tokens.add(ME, "ana", scopes=["admin"]).token
    assert team.tokens.list(ben) == (mine,)
    assert set(team.tokens.list(ME)) == {mine, hers}
    with pytest.raises(Forbidden):
        team.tokens.revoke(ben, hers.id)
    for act in (
        lambda who: team.tokens.add(who, "ben", scopes=["read"]),
        lambda who: team.tokens.revoke(who, mine.id),
        team.tokens.list,
    ):
        with pytest.raises(Forbidden):
            act(_seen("coder", "ben", "token"))
    assert team.tokens.revoke(ben, mine.id).revoked is not None
