"""Blind coding, and errands that are done once."""

from __future__ import annotations

import pytest

from dragoman.desk.access import RIGHTS, Role, Visitor, local
from dragoman.desk.people import People
from dragoman.terms.errors import DecisionError, Forbidden, KeyReused, NotFound
from tests.unit.desk.conftest import Watch

ME = local("host")


def _seen(name: str, role: Role = "coder") -> Visitor:
    return Visitor(name, role, RIGHTS[role], "session")


ANA, BEN = _seen("ana"), _seen("ben")


def test_coders_do_not_see_each_other(people: People) -> None:
    """What another thinks of a finding is seen once one has said it oneself, or by who adjudicates."""
    people.codings.code(ANA, "may", "p1", "accept")
    people.codings.code(ANA, "may", "p2", "reject", note="no such meeting")
    people.codings.code(BEN, "may", "p2", "edit", change={"date": "2026-03-01"})
    assert [(c.claim, c.verdict) for c in people.codings.own(BEN, "may")] == [("p2", "edit")]
    assert [(c.coder, c.claim) for c in people.codings.shared(BEN, "may")] == [("ana", "p2"), ("ben", "p2")]
    assert len(people.codings.all(_seen("eve", "adjudicator"), "may")) == 3
    with pytest.raises(Forbidden):
        people.codings.all(BEN)


def test_a_sample_of_the_same_finding_is_another(people: People) -> None:
    """Codings of one sample tell nothing in another."""
    people.codings.code(ANA, "may", "p1", "accept")
    people.codings.code(BEN, "june", "p1", "accept")
    assert [coding.coder for coding in people.codings.shared(BEN)] == ["ben"]
    assert people.codings.samples() == ("june", "may")


def test_the_latest_word_counts(people: People) -> None:
    """A coder may think again."""
    people.codings.code(ANA, "may", "p1", "accept")
    last = people.codings.code(ANA, "may", "p1", "reject")
    assert people.codings.own(ANA) == (last,)


def test_readers_do_not_code(people: People) -> None:
    """Neither do they see codings."""
    for act in (people.codings.own, people.codings.shared, people.codings.all):
        with pytest.raises(Forbidden):
            act(_seen("rea", "reader"))
    with pytest.raises(Forbidden):
        people.codings.code(_seen("rea", "reader"), "may", "p1", "accept")


@pytest.mark.parametrize(
    ("verdict", "change"), [("skip", None), ("edit", None), ("edit", {}), ("accept", {"date": "x"})]
)
def test_what_is_no_verdict_is_refused(people: People, verdict: str, change: dict[str, str] | None) -> None:
    """Another word, an edit of nothing, an acceptance that edits."""
    with pytest.raises(DecisionError):
        people.codings.code(ANA, "may", "p1", verdict, change=change)  # type: ignore[arg-type]
    assert people.codings.samples() == ()


def test_the_same_key_is_the_same_errand(people: People) -> None:
    """Asked again, the errand of before is told, however far it has come; another person's key is another's."""
    first, new = people.errands.open(ANA, "add", digest="one", key="k", total=3, payload=b"texts")
    assert (new, first.state, people.errands.payload(first.id)) == (True, "queued", b"texts")
    done = people.errands.finish(first.id, note="3 reports")
    assert people.errands.open(ANA, "add", digest="one", key="k") == (done, False)
    assert people.errands.by_key(ANA, "k") == done
    assert people.errands.by_key(BEN, "k") is None
    assert people.errands.open(BEN, "add", digest="one", key="k")[1]


@pytest.mark.parametrize(("what", "digest"), [("add", "two"), ("decide", "one")])
def test_a_key_is_not_for_two_requests(people: People, what: str, digest: str) -> None:
    """Another request with the same key is refused, and not taken for done."""
    people.errands.open(ANA, "add", digest="one", key="k")
    with pytest.raises(KeyReused, match="'k'"):
        people.errands.open(ANA, what, digest=digest, key="k")
    assert len(people.errands.recent()) == 1


def test_an_errand_is_followed(people: People, watch: Watch) -> None:
    """It is queued, running, done or failed; what it needs is kept until it is finished, and counts are sums."""
    one = people.errands.open(ANA, "add", digest="one", payload=b"x")[0]
    watch.go(1)
    two = people.errands.open(ANA, "add", digest="one", payload=b"y")[0]
    assert [errand.id for errand in people.errands.unfinished()] == [one.id, two.id]
    assert people.errands.start(one.id).state == "running"
    people.errands.progress(one.id, done=5, total=9, new=3, known=1, refused=1)
    after = people.errands.progress(one.id, done=9, new=7)
    assert (after.done, after.total, after.new, after.known, after.refused) == (9, 9, 7, 1, 1)
    assert after.unfinished
    failed = people.errands.finish(one.id, error="the disk is full")
    assert (failed.state, failed.error, failed.finished) == ("failed", "the disk is full", watch())
    assert people.errands.payload(one.id) is None
    assert [errand.id for errand in people.errands.unfinished()] == [two.id]
    assert [errand.id for errand in people.errands.recent(1)] == [two.id]


def test_an_errand_that_is_none_is_not_found(people: People) -> None:
    """Neither looked at nor changed."""
    for act in (people.errands.get, people.errands.start, people.errands.finish):
        with pytest.raises(NotFound, match="no errand 'e0' in this case"):
            act("e0")
