"""Log-in, sessions, tokens, visits and the audit: who is here, for how long, and what is remembered of it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from argon2 import PasswordHasher

from dragoman.desk.access import RIGHTS, Visitor, local
from dragoman.desk.logins import OF_ADDRESS, OF_NAME, WINDOW
from dragoman.desk.moments import DAY, HOUR, MINUTE
from dragoman.desk.people import People
from dragoman.store.store import Store
from dragoman.terms.errors import Forbidden, LoginRefused, MemberError, NotFound, Throttled
from tests.unit.desk.conftest import Watch

ME = local("host")
WORDS = "twelve or more"
FAST = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)


@pytest.fixture
def ana(people: People) -> str:
    """A coder."""
    return people.members.add(ME, "Ana Berg", role="coder", password=WORDS).name


def _tried(people: People, name: str, words: str, address: str = "10.0.0.1") -> str:
    try:
        people.log_in(name, words, address)
    except (LoginRefused, Throttled) as error:
        return type(error).__name__
    return "in"


def test_a_member_is_known_by_name_and_password(people: People, ana: str) -> None:
    """The session that opens is that member's, with the rights of the role; capitals do not count in a name."""
    opened = people.log_in("ana BERG", WORDS, "10.0.0.1")
    assert opened.visitor == Visitor(ana, "coder", RIGHTS["coder"], "session", address="10.0.0.1")
    assert people.visitor_of_session(opened.cookie, "10.0.0.1") == (opened.visitor, opened.csrf)
    assert len({opened.cookie, opened.csrf}) == 2
    assert min(len(opened.cookie), len(opened.csrf)) >= 43


@pytest.mark.parametrize(
    ("name", "words"), [("Ana Berg", "wrong"), ("Ana Berg", ""), ("nobody", WORDS), ("", ""), ("\ud800\0", "\ud800")]
)
@pytest.mark.usefixtures("ana")
def test_who_is_wrong_is_not_told_why(people: People, name: str, words: str) -> None:
    """A wrong password and an unknown name are refused in the same words."""
    with pytest.raises(LoginRefused, match="no member who may sign in has this name and this password"):
        people.log_in(name, words, "10.0.0.1")


@pytest.mark.usefixtures("ana")
def test_unknown_names_cost_as_much(people: People, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the name, exactly one password is looked at, of the same cost."""
    looked: list[str] = []
    real = PasswordHasher.verify

    def verify(self: PasswordHasher, held: str, words: bytes) -> bool:
        looked.append(held.rsplit("$", 2)[0])
        return real(self, held, words)

    monkeypatch.setattr(PasswordHasher, "verify", verify)
    for name in ("Ana Berg", "nobody"):
        _tried(people, name, "x" * 5000)
    assert len(looked) == 2
    assert len(set(looked)) == 1


def test_secrets_are_not_kept(people: People, ana: str, tmp_path: Path) -> None:
    """Neither a password nor a cookie nor a token stands in the file."""
    opened = people.log_in(ana, WORDS, "10.0.0.1")
    token = people.tokens.add(ME, ana, scopes=["read"])
    held = b"".join(path.read_bytes() for path in tmp_path.glob("record.sqlite*"))
    assert b"$argon2id$" in held
    assert not [secret for secret in (WORDS, opened.cookie, token.secret) if secret.encode() in held]


def test_guessing_a_name_is_slowed_down(people: People, ana: str, watch: Watch) -> None:
    """After five failures within a quarter of an hour not even the right password is heard, until the window has passed."""
    assert [_tried(people, ana, "wrong", f"10.0.0.{n}") for n in range(OF_NAME)] == ["LoginRefused"] * OF_NAME
    watch.go(MINUTE)
    with pytest.raises(Throttled) as caught:
        people.log_in(ana, WORDS, "10.0.0.9")
    assert caught.value.seconds == WINDOW - MINUTE
    assert "in 14 minutes" in str(caught.value)
    assert _tried(people, "nobody", "wrong", "10.0.0.9") == "LoginRefused"
    watch.go(WINDOW - MINUTE)
    assert _tried(people, ana, WORDS) == "in"


def test_a_name_of_nobody_is_slowed_down_too(people: People) -> None:
    """From the waiting nobody learns which names there are."""
    assert [_tried(people, "x", "y") for _ in range(OF_NAME + 1)] == ["LoginRefused"] * OF_NAME + ["Throttled"]


def test_guessing_from_an_address_is_slowed_down(people: People, ana: str, watch: Watch) -> None:
    """After twenty failures under any names; another address is heard."""
    tries = [_tried(people, f"name {n}", "wrong") for n in range(OF_ADDRESS + 1)]
    assert tries == ["LoginRefused"] * OF_ADDRESS + ["Throttled"]
    assert _tried(people, ana, WORDS) == "Throttled"
    assert _tried(people, ana, WORDS, "10.0.0.2") == "in"
    watch.go(WINDOW)
    assert _tried(people, ana, WORDS) == "in"


def test_a_line_of_ipv6_is_one_address(people: People, ana: str) -> None:
    """Whoever has a line has all addresses behind it; IPv4 written as IPv6 is what it is."""
    tries = [_tried(people, f"name {n}", "wrong", f"2001:db8:0:1::{n:x}") for n in range(OF_ADDRESS + 1)]
    assert tries == ["LoginRefused"] * OF_ADDRESS + ["Throttled"]
    assert _tried(people, ana, WORDS, "2001:db8:0:1:ffff::1") == "Throttled"
    assert _tried(people, ana, WORDS, "2001:db8:0:2::1") == "in"
    for n in range(OF_ADDRESS):
        _tried(people, f"other {n}", "wrong", "10.0.0.9")
    assert _tried(people, ana, WORDS, "::ffff:10.0.0.9") == "Throttled"
    assert _tried(people, ana, WORDS, "::ffff:10.0.0.8") == "in"


def test_a_long_name_is_nobodys(people: People, ana: str) -> None:
    """However long it is, it is refused like another; spaces around a name are none of it."""
    assert _tried(people, "a" + "\u0301" * 20_000 + "\u0316" * 20_000, "wrong") == "LoginRefused"
    assert _tried(people, f" {ana}{' ' * 9_000}", WORDS) == "in"


@pytest.mark.parametrize("after", ["x", "-1", "9" * 30, "9" * 5000, "²"])
def test_a_cursor_of_the_audit_that_no_page_gave(people: People, after: str) -> None:
    """It is refused."""
    with pytest.raises(NotFound, match="cursor"):
        people.deeds(ME, after=after)


def test_who_gets_it_right_starts_afresh(people: People, ana: str) -> None:
    """Failures before a success do not count later."""
    for _ in range(3):
        assert [_tried(people, ana, "wrong") for _ in range(OF_NAME - 1)] == ["LoginRefused"] * (OF_NAME - 1)
        assert _tried(people, ana, WORDS) == "in"


def test_a_session_lasts_while_it_is_used(people: People, ana: str, watch: Watch) -> None:
    """Twelve hours after its last use it is over."""
    opened = people.log_in(ana, WORDS, "")
    for _ in range(4):
        watch.go(12 * HOUR - 1)
        assert people.visitor_of_session(opened.cookie) is not None
    watch.go(12 * HOUR)
    assert people.visitor_of_session(opened.cookie) is None


def test_a_session_lasts_seven_days_at_most(people: People, ana: str, watch: Watch) -> None:
    """However much it is used."""
    opened = people.log_in(ana, WORDS, "")
    for _ in range(14):
        watch.go(12 * HOUR - 1)
        assert people.visitor_of_session(opened.cookie) is not None
    watch.go(14)
    assert people.visitor_of_session(opened.cookie) is None


def test_who_logs_out_is_nobody(people: People, ana: str) -> None:
    """The cookie is worth nothing afterwards, other sessions go on; logging out twice does no harm."""
    one, other = people.log_in(ana, WORDS, ""), people.log_in(ana, WORDS, "")
    people.log_out(one.cookie)
    people.log_out(one.cookie)
    assert people.visitor_of_session(one.cookie) is None
    assert people.visitor_of_session(other.cookie) is not None
    assert people.visitor_of_session("") is None


def test_a_role_counts_from_the_next_request_on(people: People, ana: str) -> None:
    """Nobody keeps the rights of a role by not logging out."""
    opened = people.log_in(ana, WORDS, "")
    people.members.set_role(ME, ana, "reader")
    found = people.visitor_of_session(opened.cookie)
    assert found is not None
    assert found[0].rights == {"read"}


def test_an_old_way_of_keeping_passwords_is_left_behind(new_store: Store, ana: str, watch: Watch) -> None:
    """Who logs in is kept in the present way from then on."""
    present = People(new_store.people, watch, PasswordHasher(time_cost=2, memory_cost=16, parallelism=1))
    assert _tried(present, ana, WORDS) == "in"
    with new_store.people.reading() as book:
        assert "m=16,t=2" in book.roll.password(ana)
    assert _tried(present, ana, WORDS) == "in"


def test_a_role_that_nobody_knows_has_no_rights(people: People, new_store: Store, ana: str) -> None:
    """Whatever stands in the file, it never gives more."""
    token = people.tokens.add(ME, ana, scopes=["read"])
    with new_store.people.changing() as book:
        book.roll.change(ana, role="emperor")
    assert people.log_in(ana, WORDS, "").visitor.rights == frozenset()
    shown = people.visitor_of_token(token.secret)
    assert shown is not None
    assert shown.rights == frozenset()


def test_whether_there_are_members(people: People) -> None:
    """Members who may log in count."""
    assert not people.any()
    people.members.add(ME, "x", role="reader", password=WORDS)
    assert people.any()
    people.members.disable(ME, "x")
    assert not people.any()


def test_a_visit_ends_with_a_pause(people: People, watch: Watch) -> None:
    """What is new is counted from the end of the visit before, however many pages the present one has."""
    began = watch()
    people.note_visit("ana")
    assert people.last_visit("ana") is None
    for _ in range(4):
        watch.go(20 * MINUTE)
        people.note_visit("ana")
    ended = watch()
    assert ended > began
    watch.go(30 * MINUTE)
    assert people.last_visit("ana") == ended
    people.note_visit("ana")
    watch.go(MINUTE)
    people.note_visit("ana")
    assert people.last_visit("ana") == ended
    assert people.last_visit("ben") is None


def test_the_audit_is_for_administrators(people: People) -> None:
    """It goes page by page, the last first; what is odd in it comes back as it was."""
    for number in range(5):
        people.note_deed(ME, "merge", f"thing {number}", "10.0.0.1", "\x00\ud800")
    first = people.deeds(ME, limit=3, what="merge")
    assert [deed.thing for deed in first.items] == ["thing 4", "thing 3", "thing 2"]
    assert (first.total, first.items[0].detail, first.items[0].how) == (5, "\x00\ud800", "loopback")
    rest = people.deeds(ME, limit=3, what="merge", after=first.next or "")
    assert ([deed.thing for deed in rest.items], rest.next) == (["thing 1", "thing 0"], None)
    with pytest.raises(Forbidden):
        people.deeds(Visitor("ana", "adjudicator", RIGHTS["adjudicator"], "session"))


@pytest.mark.usefixtures("ana")
def test_log_ins_stand_in_the_audit(people: People) -> None:
    """Those that succeed, those that fail and the ends; a name that is nobody's is not written down: it may be a password."""
    _tried(people, "Ana Berg", "wrong")
    _tried(people, WORDS, "")
    people.log_out(people.log_in("Ana Berg", WORDS, "10.0.0.1").cookie)
    told = [(deed.what, deed.member) for deed in people.deeds(ME).items]
    assert told == [
        ("log out", "Ana Berg"),
        ("log in", "Ana Berg"),
        ("log-in refused", None),
        ("log-in refused", "Ana Berg"),
        ("add member", "host"),
    ]


def test_a_token_has_its_scopes_alone(people: People, ana: str, watch: Watch) -> None:
    """It works until it runs out, and never gives more than its owner has by then."""
    issued = people.tokens.add(ME, ana, scopes=["add", "read"], name="nightly", days=2)
    assert re.fullmatch(r"dgm_[\w-]{43}", issued.secret)
    assert issued.token.scopes == ("read", "add")
    shown = people.visitor_of_token(issued.secret, "10.0.0.1")
    assert shown == Visitor(ana, "coder", frozenset({"read", "add"}), "token", issued.token.id, "10.0.0.1")
    assert people.tokens.list(ME)[0].used == watch()
    people.members.set_role(ME, ana, "reader")
    shown = people.visitor_of_token(issued.secret)
    assert shown is not None
    assert shown.rights == {"read"}
    watch.go(2 * DAY)
    assert people.visitor_of_token(issued.secret) is None


@pytest.mark.parametrize("shown", ["", "dgm_", "dgm_wrong", "Bearer", "\ud800"])
def test_what_is_no_token_lets_nobody_in(people: People, shown: str) -> None:
    """Nothing, something else, a wrong one."""
    assert people.visitor_of_token(shown) is None


def test_a_revoked_token_lets_nobody_in(people: People, ana: str) -> None:
    """From then on; revoking twice keeps the first moment."""
    issued = people.tokens.add(ME, ana, scopes=["read"])
    revoked = people.tokens.revoke(ME, issued.token.id)
    assert people.tokens.revoke(ME, issued.token.id) == revoked
    assert people.visitor_of_token(issued.secret) is None


def test_a_short_password_is_refused_with_the_length(people: People) -> None:
    """It says how long one must be."""
    with pytest.raises(MemberError, match="at least 12 characters"):
        people.members.add(ME, "Ben", role="reader", password=WORDS[:11])
    with pytest.raises(MemberError, match="at most 1000"):
        people.members.add(ME, "Ben", role="reader", password=WORDS * 100)
