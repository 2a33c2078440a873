"""Tellings of one event: joined where day, sides, place and words agree, apart where they do not, doubtful in between."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from dragoman.record.decisions import Decision, in_force
from dragoman.record.filing import Filing
from dragoman.record.identity.events.counts import bounds_of, contradict, counts
from dragoman.record.identity.events.happenings import Happening, happenings
from dragoman.record.identity.events.measures import measure_of, stems_of
from dragoman.record.shelf import Wanted
from dragoman.terms.findings import Figure
from dragoman.views.scope import Scope
from tests.event_claims import MIRA, OSTLAND, WESTMARK, WHY, agreement, figure, filing, incident, on, position

Kept = Callable[..., Scope]


def events(scope: Scope) -> tuple[Happening, ...]:
    """Return all events of a record."""
    claims = scope.claims(Wanted())
    texts = scope.shelf.texts({c.card.id for c in claims})
    return happenings(claims, scope.cast, scope.ledger, scope.rulings, texts=texts)


def sizes(scope: Scope) -> list[int]:
    """Return how many claims each event has, the largest first."""
    return sorted((len(event.claims) for event in events(scope)), reverse=True)


def raid(text: str, published: str, day: str | None = None, place: str | None = None, **card: Any) -> Filing:
    """Return a report of a raid on Ostland; the whole text is its evidence."""
    when = None if day is None else on(*day.split("/"))
    return filing(text, published, incident(text, WESTMARK, OSTLAND, day=when, place=place), **card)


BRIDGE = "Westmark bombed the old bridge of Brell on Monday"
AGAIN = "Planes of Westmark hit the bridge at Brell"


def test_two_reports_of_one_day_are_one_event(kept: Kept) -> None:
    """Same day, same sides, the same bridge; the reason names what they share."""
    scope = kept(raid(BRIDGE, "2026-05-05", "2026-05-04"), raid(AGAIN, "2026-05-06", "2026-05-04"))
    (event,) = events(scope)
    (link,) = event.links
    assert (len(event.claims), link.rule) == (2, "same-day")
    assert "bridg…" in link.why


def test_other_places_are_other_events(kept: Kept) -> None:
    """The same day and sides do not make one raid of two."""
    scope = kept(raid(BRIDGE, "2026-05-05", "2026-05-04", "Brell"), raid(AGAIN, "2026-05-05", "2026-05-04", "Holm"))
    assert sizes(scope) == [1, 1]


def test_nothing_but_the_sides_is_not_enough(kept: Kept) -> None:
    """In a war the same sides do the same every day."""
    other = "Westmark fired at an orchard"
    assert sizes(kept(raid(BRIDGE, "2026-05-05", "2026-05-04"), raid(other, "2026-05-05", "2026-05-04"))) == [1, 1]


def test_a_telling_without_a_day_joins_the_one_of_the_days_before(kept: Kept) -> None:
    """News is told for some days; a week later it is other news."""
    first = raid(BRIDGE, "2026-05-05", "2026-05-04", "Brell")
    assert sizes(kept(first, raid(AGAIN, "2026-05-06", place="Brell"))) == [2]
    assert sizes(kept(first, raid(AGAIN, "2026-05-14", place="Brell"))) == [1, 1]


def test_a_night_joins_the_day_in_it(kept: Kept) -> None:
    """ "Overnight into Monday" is Sunday to Monday."""
    night = raid(AGAIN, "2026-05-05", "2026-05-03/2026-05-04", "Brell")
    assert sizes(kept(raid(BRIDGE, "2026-05-05", "2026-05-04", "Brell"), night)) == [2]


def test_one_day_apart_is_one_event_where_no_third_is_beside(kept: Kept) -> None:
    """Reports err by a day; daily raids are not one."""
    days = ["2026-05-04", "2026-05-05", "2026-05-06"]
    told = [
        raid(f"{BRIDGE}, bulletin {n} of the railway station said", "2026-05-07", d, "Brell")
        for n, d in enumerate(days)
    ]
    assert sizes(kept(*told[:2])) == [2]
    scope = kept(*told)
    assert sizes(scope) == [1, 1, 1]
    assert all(event.doubtful for event in events(scope))


def test_what_fits_two_events_stays_alone_and_is_doubtful(kept: Kept) -> None:
    """A person decides to which of two raids a telling belongs."""
    scope = kept(
        raid("Westmark bombed the mill of Brell", "2026-05-05", "2026-05-04"),
        raid("A mill at Holm was bombed by Westmark", "2026-05-05", "2026-05-05"),
        raid("The mill that Westmark bombed still burns", "2026-05-06"),
    )
    alone = [event for event in events(scope) if not event.lead.dated]
    if alone:
        assert len(alone[0].doubtful) == 2


def test_two_tellings_of_one_report_are_two_events(kept: Kept) -> None:
    """Within a report the reader has put together what is one."""
    text = "Westmark bombed the bridge of Brell on Monday. Later that Monday Westmark bombed the bridge of Brell anew."
    both = filing(
        text,
        "2026-05-05",
        incident("Westmark bombed the bridge of Brell on Monday", WESTMARK, OSTLAND, day=on("2026-05-04")),
        incident("Westmark bombed the bridge of Brell anew", WESTMARK, OSTLAND, day=on("2026-05-04")),
    )
    assert sizes(kept(both)) == [1, 1]


def test_the_very_words_are_one_event_whatever_was_made_of_their_day(kept: Kept) -> None:
    """A copy that was published a day later may have been dated otherwise."""
    words = "Mira Vane rejects every plan for the upper river"
    one = filing(f"{words}.", "2026-05-04", position(words, MIRA, "rejects", "every plan"), publisher="A")
    two = filing(
        f"Wire: {words}.",
        "2026-05-05",
        position(words, MIRA, "rejects", "every plan", day=on("2026-05-05")),
        publisher="B",
    )
    (event,) = events(kept(one, two))
    assert [link.rule for link in event.links] == ["same-words"]


@pytest.mark.parametrize(("again", "number"), [("2026-05-12", 1), ("2026-06-12", 2)])
def test_a_stance_told_again_within_two_weeks_is_one_item(kept: Kept, again: str, number: int) -> None:
    """Without a day of its own it is the dated one's; a month later it is said anew."""
    one = filing(
        "Ostland on Monday demanded a truce of ten days.",
        "2026-05-05",
        position(
            "Ostland on Monday demanded a truce of ten days",
            OSTLAND,
            "demands",
            "a truce of ten days",
            day=on("2026-05-04"),
        ),
    )
    two = filing(
        "Ostland demands a ten-day truce.", again, position("Ostland demands", OSTLAND, "demands", "a ten-day truce")
    )
    assert len(events(kept(one, two))) == number


def test_another_stance_is_another_item(kept: Kept) -> None:
    """Who rejects and later accepts has two."""
    told = [
        filing(
            f"Ostland {stance} it.", "2026-05-05", position(f"Ostland {stance} it", OSTLAND, stance, "a ten-day truce")
        )
        for stance in ("rejects", "accepts")
    ]
    assert len(events(kept(*told))) == 2


def test_an_agreement_is_one_for_all_who_tell_it(kept: Kept) -> None:
    """The same sides, day and matter; who names one side only may mean it too."""
    one = filing(
        "Ostland and Westmark agreed on Monday to reopen the canal.",
        "2026-05-05",
        agreement(
            "agreed on Monday to reopen the canal", OSTLAND, WESTMARK, about="reopen the canal", day=on("2026-05-04")
        ),
    )
    two = filing(
        "A deal with Westmark on the canal was signed.",
        "2026-05-06",
        agreement("deal with Westmark on the canal", WESTMARK, about="deal on the canal", status="signed"),
    )
    assert sizes(kept(one, two)) == [2]


@pytest.mark.parametrize(("verb", "expected"), [("merge", [2]), ("split", [1, 1])])
def test_people_outrank_the_rules(kept: Kept, verb: str, expected: list[int]) -> None:
    """What a person puts together or apart is so."""
    other = BRIDGE if verb == "split" else "Westmark fired at an orchard of Holm"
    scope = kept(
        raid(f"{BRIDGE}.", "2026-05-05", "2026-05-04"), raid(f"{other}, they said.", "2026-05-05", "2026-05-04")
    )
    claims = scope.claims(Wanted())
    ruling = Decision("d1", "ana", "2026-06-01T00:00:00Z", verb, "claim", tuple(c.id for c in claims))  # type: ignore[arg-type]
    found = happenings(claims, scope.cast, scope.ledger, in_force([ruling]))
    assert sorted((len(event.claims) for event in found), reverse=True) == expected


def number(value: float, comparator: Any = "=", low: float | None = None, unit: str = "people") -> Figure:
    """Return a figure."""
    return Figure(value, low, None if low is None else value, comparator, unit, "killed", None, None, (), WHY)


@pytest.mark.parametrize(
    ("one", "other", "clash"),
    [
        (number(14), number(9), True),
        (number(12, ">="), number(21), False),
        (number(12, ">="), number(9), True),
        (number(40, ">"), number(40), True),
        (number(50, "<="), number(60), True),
        (number(50, "~"), number(53), False),
        (number(680, low=640), number(650), False),
        (number(680, low=640), number(700), True),
    ],
)
def test_numbers_that_cannot_both_be_true(one: Figure, other: Figure, clash: bool) -> None:
    """A bound holds what lies beyond it; "about" is a tenth off at most."""
    assert contradict(one, other) is contradict(other, one) is clash
    assert bounds_of(one)[0] <= bounds_of(one)[1]


def test_what_figures_count() -> None:
    """The dead are told by many words, money by its unit."""
    assert measure_of(replace(number(9), about="toll")) == "dead"
    assert measure_of(replace(number(9, unit="bodies"), about="bodies")) == "dead"
    assert measure_of(number(3, unit="euros")) == "euros"
    assert measure_of(replace(number(3, unit="soldiers"), about="wounded")) == "hurt"


def test_stems_are_of_what_only_this_event_has() -> None:
    """Days, numbers and the warring sides' names tell nothing; a place behind its preposition does."""
    assert stems_of("On Monday Westmark shells hit the market in Brell") == {"shell", "marke", "brell"}


def test_tolls_of_one_attack(kept: Kept) -> None:
    """Figures that stand together and those of other reports count the same; a part counts something else."""
    text = "A raid on the market of Brell killed 14 people, four of them children, a ministry said. Westmark put the toll at nine."
    one = filing(
        text,
        "2026-05-05",
        figure("killed 14 people", 14, "people", source=OSTLAND),
        figure("four", 4, "people", source=OSTLAND),
        figure("the toll at nine", 9, "people", source=WESTMARK),
        publisher="A",
    )
    two = filing(
        "Monitors counted 12 bodies in the market of Brell after the raid.",
        "2026-05-06",
        figure("12 bodies", 12, "bodies"),
        publisher="B",
    )
    scope = kept(one, two)
    claims = scope.claims(Wanted())
    found = counts(claims, scope.rulings, scope.shelf.texts({c.card.id for c in claims}))
    values = [sorted(c.finding.value for c in event.claims if isinstance(c.finding, Figure)) for event in found]
    assert values == [[9, 12, 14]]


def test_figures_of_other_places_count_other_things(kept: Kept) -> None:
    """Two sentences that stand together may tell of two towns."""
    text = "The raid killed 14 people in Brell. Another raid killed 3 people in Holm."
    one = filing(text, "2026-05-05", figure("killed 14 people", 14, "people"), figure("killed 3 people", 3, "people"))
    scope = kept(one)
    claims = scope.claims(Wanted())
    assert len(counts(claims, scope.rulings, scope.shelf.texts({c.card.id for c in claims}))) == 2
