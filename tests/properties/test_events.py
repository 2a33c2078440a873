"""Laws of the identity of events: no order, nothing far away, every claim in one event."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.record.claims import Claim
from dragoman.record.decisions import Rulings
from dragoman.record.identity.events.counts import counts
from dragoman.record.identity.events.happenings import REACH, Happening, happenings
from dragoman.record.keys import fold
from dragoman.terms.findings import Actor
from dragoman.terms.when import When
from tests.event_claims import MIRA, OSTLAND, WESTMARK, agreement, claims_of, figure, filing, incident, position

START = date(2026, 3, 1)
THINGS = ("bridge", "market", "harbour", "railway")
SIDES = (OSTLAND, WESTMARK, None)


@dataclass(frozen=True)
class Plain:
    """An identity that is nothing but its id."""

    id: str


class Names:
    """Actors and matters are one where they are called the same."""

    def learn(self, _: Iterable[object]) -> None:
        """Nothing is to be learnt."""

    def of(self, named: Actor | str, on: date | None = None) -> Plain:
        """Return who or what is called so."""
        assert on is None or on >= START
        return Plain(named.name if isinstance(named, Actor) else fold(named))


@st.composite
def _claims(draw: st.DrawFn) -> tuple[Claim, ...]:
    """Draw reports of four months, each with up to three findings."""
    filings = []
    for number in range(draw(st.integers(2, 12))):
        published = START + timedelta(days=draw(st.sampled_from([0, 1, 2, 3, 4, 5, 9, 16, 30, 60, 90])))
        made, lines = [], [f"Bulletin {number}."]
        for _ in range(draw(st.integers(1, 3))):
            thing, other = draw(st.sampled_from(THINGS)), draw(st.sampled_from(THINGS))
            line = f"Guns hit the {thing} and the {other} in row {len(lines)} of note {number}"
            lines.append(f"{line}.")
            shift = draw(st.sampled_from([None, None, 0, -1, -2, -9]))
            first = None if shift is None else published + timedelta(days=shift)
            last = None if first is None else first + timedelta(days=draw(st.sampled_from([0, 0, 0, 1, 6, 30])))
            when = None if first is None or last is None else When(first, last, "day", "told")
            side, target = draw(st.sampled_from(SIDES)), draw(st.sampled_from(SIDES))
            match draw(st.sampled_from(["incident", "incident", "position", "agreement", "figure"])):
                case "incident":
                    place = draw(st.sampled_from([None, "Brell", "Holm"]))
                    made.append(incident(line, side, target, day=when, place=place))
                case "position":
                    made.append(position(line, side or MIRA, "rejects", f"the {thing} plan", day=when))
                case "agreement":
                    made.append(agreement(line, *filter(None, (side,)), about=f"the {thing} plan", day=when))
                case _:
                    made.append(figure(line, draw(st.integers(1, 3)), "people", source=side, day=when))
        filings.append(filing("\n".join(lines), published.isoformat(), *made))
    return claims_of(*filings)


def _events(claims: Sequence[Claim]) -> tuple[Happening, ...]:
    return happenings(claims, Names(), Names(), Rulings())


@given(claims=_claims(), data=st.data())
@settings(max_examples=50, deadline=None)
def test_the_order_of_claims_does_not_matter(claims: tuple[Claim, ...], data: st.DataObject) -> None:
    """Any permutation gives the same events with the same reasons and doubts; each claim is in one of them."""
    events = _events(claims)
    assert _events(data.draw(st.permutations(claims))) == events
    assert sorted(c.id for event in events for c in event.claims) == sorted(c.id for c in claims)


@given(claims=_claims(), data=st.data())
@settings(max_examples=100, deadline=None)
def test_what_is_far_away_does_not_matter(claims: tuple[Claim, ...], data: st.DataObject) -> None:
    """The claims within reach of a claim give it the same event as all claims do."""
    seed = data.draw(st.sampled_from(claims))
    reach = REACH[seed.kind]
    near = [c for c in claims if c.kind == seed.kind and abs(c.day - seed.day) <= reach]
    whole = next(event for event in _events(claims) if seed in event.claims)
    alone = next(event for event in _events(near) if seed in event.claims)
    assert (whole.lead.id, seed.id in {c.id for c in whole.claims}) == (alone.lead.id, True)
    assert [c.id for c in alone.claims] == [c.id for c in whole.claims]


@given(claims=_claims(), data=st.data())
@settings(max_examples=30, deadline=None)
def test_what_figures_count_has_no_order(claims: tuple[Claim, ...], data: st.DataObject) -> None:
    """Neither does the order of the figures matter for what they count."""
    texts = {c.card.id: "\n".join(sorted(e.quote for d in claims for e in d.finding.evidence)) for c in claims}
    assert counts(data.draw(st.permutations(claims)), Rulings(), texts) == counts(claims, Rulings(), texts)
