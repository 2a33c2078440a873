"""Versions of one article: what a later one no longer says is marked, what both say is told once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import permutations

from dragoman.record.claims import Claim
from dragoman.record.filing import Filing
from dragoman.record.shelf import Wanted
from dragoman.views.scope import Scope
from tests.event_claims import OSTLAND, WESTMARK, filing, incident, position

Kept = Callable[..., Scope]
PAGE = "https://observer.example/river/41"
HEAD = "Ostland closed the river to barges on Monday, and twelve of them turned back before the evening."
FIRED = "Westmark fired at one barge"
NO_PLAN = "Ostland rejects the ferry plan"


def version(day: str, *sentences: str, url: str | None = PAGE, **card: str) -> Filing:
    """Return a version of the article."""
    text = "\n".join((HEAD, *sentences))
    made = [incident("Ostland closed the river to barges", OSTLAND, plover="COERCE")]
    if FIRED in text:
        made.append(incident(FIRED, WESTMARK))
    if NO_PLAN in text:
        made.append(position(NO_PLAN, OSTLAND, "rejects", "the ferry plan"))
    return filing(text, day, *made, url=url, publisher="Observer", **card)


def withdrawn(scope: Scope) -> dict[str, date | None]:
    """Return by words on which day support was withdrawn."""
    return {claim.finding.evidence[0].quote: claim.withdrawn for claim in told(scope)}


def told(scope: Scope) -> tuple[Claim, ...]:
    """Return all claims as they count."""
    return scope.claims(Wanted())


def test_words_that_a_later_version_lacks_are_marked_with_its_day(kept: Kept) -> None:
    """The claim stays, and says from when on its article no longer has it."""
    scope = kept(version("2026-05-04", f"{FIRED}.", f"{NO_PLAN}."), version("2026-05-06", f"{FIRED}."))
    assert withdrawn(scope) == {"Ostland closed the river to barges": None, FIRED: None, NO_PLAN: date(2026, 5, 6)}


def test_as_of_the_day_before_nothing_was_withdrawn(kept: Kept) -> None:
    """The edit is known from the day of the later version on."""
    filings = (version("2026-05-04", f"{NO_PLAN}."), version("2026-05-06"))
    assert withdrawn(kept(*filings, as_of="2026-05-05"))[NO_PLAN] is None


def test_what_both_versions_say_is_told_once_by_the_first(kept: Kept) -> None:
    """Its day of publication is the one against which its words were dated."""
    scope = kept(version("2026-05-04", f"{FIRED}."), version("2026-05-06", f"{FIRED}."))
    assert [c.published for c in told(scope)] == [date(2026, 5, 4)] * 2
    alone = scope.claims(Wanted(first=date(2026, 5, 6)))
    assert alone == ()


def test_layout_and_quote_marks_are_no_edit(kept: Kept) -> None:
    """Other white space and typographic marks leave the support as it was."""
    scope = kept(
        version("2026-05-04", "“It’s over,” she said.", f"{FIRED}."),
        version("2026-05-06", f'"It\'s  over," she said. {FIRED}.'),
    )
    assert withdrawn(scope)[FIRED] is None


def test_words_that_come_back_were_not_withdrawn(kept: Kept) -> None:
    """What the last version says stands; else the day counts from which on it was missing."""
    first, second = version("2026-05-04", f"{NO_PLAN}."), version("2026-05-05")
    assert withdrawn(kept(first, second, version("2026-05-06", f"{NO_PLAN}.")))[NO_PLAN] is None
    assert withdrawn(kept(first, second, version("2026-05-06", f"{FIRED}.")))[NO_PLAN] == date(2026, 5, 5)


def test_versions_of_one_day_are_ordered_by_when_they_were_updated(kept: Kept) -> None:
    """The article's own word on when it was changed tells which is later."""
    early = version("2026-05-04", f"{NO_PLAN}.", updated="2026-05-04T08:00:00Z")
    late = version("2026-05-04", f"{FIRED}.", updated="2026-05-04T11:00:00Z")
    assert withdrawn(kept(early, late)) == {
        "Ostland closed the river to barges": None,
        NO_PLAN: date(2026, 5, 4),
        FIRED: None,
    }


def test_versions_that_nobody_can_order_are_treated_alike(kept: Kept) -> None:
    """Of one day and without a moment: what does not stand in each of them is marked, whichever came in first."""
    one, other = version("2026-05-04", f"{NO_PLAN}."), version("2026-05-04", f"{FIRED}.")
    marked = {FIRED: date(2026, 5, 4), NO_PLAN: date(2026, 5, 4), "Ostland closed the river to barges": None}
    assert [withdrawn(kept(*order)) for order in permutations((one, other))] == [marked, marked]


def test_without_an_address_nearly_the_same_text_of_one_publisher_is_a_version(kept: Kept) -> None:
    """Half of it is not, nor is the same text of another publisher."""
    long = [
        f"On day {n} the bargemen of quay {n} waited for word from the ministry and mended their nets."
        for n in range(9)
    ]
    scope = kept(version("2026-05-04", *long, f"{NO_PLAN}.", url=None), version("2026-05-05", *long, url=None))
    assert withdrawn(scope)[NO_PLAN] == date(2026, 5, 5)
    scope = kept(version("2026-05-04", *long, f"{NO_PLAN}.", url=None), version("2026-05-05", *long[:3], url=None))
    assert withdrawn(scope)[NO_PLAN] is None


def test_addresses_with_tracking_are_one_page(kept: Kept) -> None:
    """How a reader came to the page makes no other article of it."""
    scope = kept(version("2026-05-04", f"{NO_PLAN}."), version("2026-05-06", url=f"{PAGE}/?utm_source=feed"))
    assert withdrawn(scope)[NO_PLAN] == date(2026, 5, 6)


def test_articles_that_share_nothing_are_left_alone(kept: Kept) -> None:
    """Two pages of one publisher are two articles."""
    more = [
        f"Page {n} of the harbour master's book tells of grain, of ropes and of the price of ice." for n in range(4)
    ]
    scope = kept(version("2026-05-04", f"{NO_PLAN}."), version("2026-05-06", f"{FIRED}.", *more, url=f"{PAGE}2"))
    assert set(withdrawn(scope).values()) == {None}
    assert len(told(scope)) == 4
