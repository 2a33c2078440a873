"""Origins: copies, handouts and "X reported, citing Y" are one; what a copy adds of its own is its own."""

from __future__ import annotations

from collections.abc import Callable
from itertools import permutations

import pytest

from dragoman.record.claims import Claim
from dragoman.record.decisions import Decision, in_force
from dragoman.record.filing import Filing
from dragoman.record.identity.origins.outlets import is_agency, outlet_key, outlet_of
from dragoman.record.identity.origins.tracing import PARTY, SOLE, Origins, flags, sides_of
from dragoman.record.shelf import Wanted
from dragoman.views.scope import Scope
from tests.event_claims import HERALD, MIRA, OSTLAND, WESTMARK, filing, incident, on, position, quotation

Kept = Callable[..., Scope]

SHELLING = "Guns of Westmark shelled the grain quay of Port Aune on Monday"
WIRE = f"""PORT AUNE, May 4 (Delta Wire) - {SHELLING}, and two silos burnt until the morning.

"Nobody will take this river from the people who have lived on it for nine hundred years," President Mira Vane said.

Ostland called for a truce of ten days on the river. Westmark did not reply to the call before midnight.

Sailors in the harbour said that they had counted forty shells. The quay was closed, and three barges waited upstream."""
COPY = f"""PORT AUNE (Delta Wire) - {SHELLING}, and two silos burnt until the morning.

“Nobody will take this river from the people who have lived on it for nine hundred years,” President Mira Vane said.

Ostland called for a truce of ten days on the river.

In Halm, students put candles on the steps of the Westmark consulate."""
OWN = """Smoke stood over Port Aune on Tuesday. Westmark batteries had fired on the quay where grain is loaded, said a pilot
who saw it from his boat, and the fire brigade worked all night."""


def wire(**card: str) -> Filing:
    """Return the wire's report."""
    return filing(
        WIRE,
        "2026-05-04",
        incident(SHELLING, WESTMARK, OSTLAND, day=on("2026-05-04"), place="Port Aune"),
        position("Ostland called for a truce of ten days", OSTLAND, "demands", "a truce of ten days"),
        **card,
    )


def copy() -> Filing:
    """Return the paper's report: the wire's, shortened, with a line of its own."""
    return filing(
        COPY,
        "2026-05-05",
        incident(SHELLING, WESTMARK, OSTLAND, day=on("2026-05-04"), place="Port Aune"),
        incident("students put candles on the steps of the Westmark consulate", plover="PROTEST"),
        publisher="Halm Courier",
    )


def own() -> Filing:
    """Return a report that somebody else wrote."""
    return filing(
        OWN, "2026-05-05", incident("Westmark batteries had fired on the quay", WESTMARK), publisher="Observer"
    )


def labels(scope: Scope, words: str) -> list[str]:
    """Return the names of the origins of all claims that stand on some words."""
    return [group.label for group in scope.origins.count(claims(scope, words))]


def claims(scope: Scope, words: str = "") -> tuple[Claim, ...]:
    """Return the claims that stand on some words."""
    return tuple(c for c in scope.claims(Wanted()) if any(words in e.quote for e in c.finding.evidence))


def test_a_shortened_copy_has_the_origin_of_the_wire(kept: Kept) -> None:
    """The wire is told by its dateline, the copy by its words; the reason is told."""
    scope = kept(wire(), copy())
    (group,) = scope.origins.count(claims(scope, SHELLING))
    assert (group.label, len(group.reports)) == ("Delta Wire", 2)
    assert any("words in the same order" in why for why in group.why)


def test_what_a_copy_adds_is_its_own(kept: Kept) -> None:
    """The line that the wire does not have counts for the paper."""
    assert labels(kept(wire(), copy()), "candles") == ["Halm Courier"]


def test_a_credit_counts_where_the_original_is_not_at_hand(kept: Kept) -> None:
    """A dateline that names a wire makes the report the wire's."""
    assert labels(kept(copy()), SHELLING) == ["Delta Wire"]


def test_independent_reports_are_two_origins(kept: Kept) -> None:
    """Somebody else's words about the same quay corroborate."""
    scope = kept(wire(), copy(), own())
    told = [*claims(scope, SHELLING), *claims(scope, "batteries")]
    assert [g.label for g in scope.origins.count(told)] == ["Delta Wire", "Observer"]


def test_as_of_the_first_day_the_copy_is_unknown(kept: Kept) -> None:
    """Origins are told by the visible reports."""
    scope = kept(wire(), copy(), as_of="2026-05-04")
    assert [len(g.reports) for g in scope.origins.count(claims(scope, SHELLING))] == [1]


def test_the_order_of_taking_in_does_not_matter(kept: Kept) -> None:
    """Whichever report came first, the origins are the same."""
    told = {
        tuple((g.label, g.reports) for g in scope.origins.count(claims(scope)))
        for order in permutations((wire(), copy(), own()))
        for scope in [kept(*order)]
    }
    assert len(told) == 1


def test_what_is_asked_does_not_change_the_answer(kept: Kept) -> None:
    """A claim has one origin, whatever else was learned before."""
    filings = (wire(), copy(), own())
    scope = kept(*filings)
    together = {c.id: scope.origins.of(c) for c in claims(scope)}
    for claim in claims(scope):
        alone = Origins(scope.shelf, scope.rulings)
        assert alone.of(claim) == together[claim.id]


def test_an_outlet_quoted_by_another_is_the_origin(kept: Kept) -> None:
    """ "The Herald reported": its word, also for what stands within its words."""
    text = "Westmark fired on two barges near Holm on Friday, The Delta Herald reported. The mayor saw nothing."
    told = filing(
        text,
        "2026-05-09",
        quotation("Westmark fired on two barges near Holm on Friday", HERALD),
        incident("Westmark fired on two barges near Holm", WESTMARK),
        publisher="Observer",
    )
    own_word = filing(
        "Two barges were under fire from Westmark off Holm, our reporter saw.",
        "2026-05-09",
        incident("Two barges were under fire from Westmark off Holm", WESTMARK),
        publisher="Delta Herald",
    )
    scope = kept(told, own_word)
    groups = scope.origins.count(c for c in claims(scope) if c.kind == "incident")
    assert [(g.label, len(g.reports)) for g in groups] == [("The Delta Herald", 2)]


def test_a_handout_is_one_origin(kept: Kept) -> None:
    """The same long quotation in two papers is one word, told first by the first; what they write around it is not."""
    said = "We have opened every gate of this canal, and we shall not close one of them again"
    first = filing(
        f'The ministry spoke at noon. "{said}," it said. Ostland accepts the ferry plan, our reporter learnt.',
        "2026-05-04",
        quotation(said, OSTLAND),
        position("Ostland accepts the ferry plan", OSTLAND, "accepts", "the ferry plan"),
        publisher="Observer",
    )
    second = filing(
        f"In Brell people doubt it. “{said},” the ministry wrote. Ostland is for the ferry plan, two officials told us.",
        "2026-05-05",
        quotation(said, OSTLAND),
        position("Ostland is for the ferry plan", OSTLAND, "supports", "the ferry plan"),
        publisher="Halm Courier",
    )
    scope = kept(first, second)
    assert labels(scope, said) == ["Observer"]
    assert labels(scope, "ferry plan") == ["Halm Courier", "Observer"]


def test_reports_without_an_outlet_stand_for_themselves(kept: Kept) -> None:
    """Two texts of unknown publishers are two origins, by their titles."""
    one = filing("Westmark fired at a mill.", "2026-05-04", incident("Westmark fired at a mill", WESTMARK), title="One")
    two = filing("A mill burnt, Westmark fired.", "2026-05-04", incident("Westmark fired", WESTMARK), title="Two")
    assert labels(kept(one, two), "fired") == ["One", "Two"]


@pytest.mark.parametrize(("verb", "origins"), [("merge", 1), ("split", 2)])
def test_people_outrank_the_machine(kept: Kept, verb: str, origins: int) -> None:
    """Reports that a person puts together are one origin, those set apart are no copies."""
    scope = kept(wire(), own() if verb == "merge" else copy_without_credit())
    reports = tuple(sorted({c.card.id for c in claims(scope)}))
    ruling = Decision("d1", "ana", "2026-06-01T00:00:00Z", verb, "report", reports)  # type: ignore[arg-type]
    ruled = Origins(scope.shelf, in_force([ruling]))
    assert len(ruled.count(c for c in claims(scope) if "quay" in c.finding.evidence[0].quote)) == origins


def copy_without_credit() -> Filing:
    """Return the paper's report without the wire's name."""
    text = COPY.replace("PORT AUNE (Delta Wire) - ", "")
    return filing(text, "2026-05-05", incident(SHELLING, WESTMARK, OSTLAND), publisher="Halm Courier")


def test_flags(kept: Kept) -> None:
    """One origin alone is said; so is one that belongs to a party of what it tells."""
    radio = filing(
        "Westmark state radio said that Ostland had fired first.",
        "2026-05-04",
        position(
            "Ostland had fired first",
            WESTMARK,
            "rejects",
            "the blame",
            via=HERALD.__class__("radio", "Westmark state radio", "media", land="Westmark"),
        ),
        publisher="Observer",
    )
    scope = kept(radio)
    told = claims(scope)
    assert flags(scope.origins.count(told), sides_of(told)) == (SOLE, PARTY)
    assert flags(scope.origins.count(told), {"Ostland"}) == (SOLE,)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Associated Press", "AP"),
        ("Agence France-Presse", "AFP"),
        ("Anadolu Agency", "Anadolu"),
        ("The Halden Courier", "haldencourier"),
    ],
)
def test_names_of_one_outlet(one: str, other: str) -> None:
    """Short forms, articles and the names of sites are one outlet's."""
    assert outlet_key(one) == outlet_key(other)


def test_other_outlets_stay_others() -> None:
    """A daily is not the day's news."""
    assert outlet_key("Daily News") != outlet_key("Daily")
    assert is_agency("AFP")
    assert is_agency("Delta Wire")
    assert not is_agency("Halm Courier")


def test_an_outlet_is_its_publisher_else_its_dateline_else_its_site(kept: Kept) -> None:
    """A wire's own report credits nobody; without publisher and dateline the site stands for the outlet."""
    scope = kept(wire(), copy(), filing("Nothing new.", "2026-05-04", url="https://www.halm.example/1"))
    cards = {c.card.published.isoformat(): c.card for c in claims(scope)}
    assert outlet_of(cards["2026-05-04"], WIRE).name == "Delta Wire"
    paper = outlet_of(cards["2026-05-05"], COPY)
    assert (paper.name, paper.credit_name) == ("Halm Courier", "Delta Wire")
    (card,) = [c for c in scope.shelf.cards() if c.url is not None]
    assert outlet_of(card, "Nothing new.").key == "halm"


def test_quotes_of_a_speaker_are_no_copies(kept: Kept) -> None:
    """A short phrase in two papers is nobody's handout."""
    one = filing('"No deal," Mira Vane said in Aune.', "2026-05-04", quotation("No deal", MIRA), publisher="Observer")
    two = filing(
        'Asked in Brell, Mira Vane said: "No deal."', "2026-05-04", quotation("No deal", MIRA), publisher="Star"
    )
    assert labels(kept(one, two), "No deal") == ["Observer", "Star"]
