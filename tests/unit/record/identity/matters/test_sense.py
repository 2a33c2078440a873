"""What a matter's words mean."""

from __future__ import annotations

import pytest

from dragoman.record.identity.matters.lexicon import load
from dragoman.record.identity.matters.quantities import Quantity
from dragoman.record.identity.matters.sense import sense_of

TOPICS = load("topics")["topic"]


@pytest.mark.parametrize("topic", TOPICS, ids=lambda topic: topic["id"])
def test_the_words_of_each_topic_are_tried(topic: dict[str, str]) -> None:
    """Every topic is found in its example and not in its counter-example."""
    assert sense_of(topic["example"]).topic == topic["id"]
    assert sense_of(topic["counter"]).topic != topic["id"]


@pytest.mark.parametrize(
    ("about", "core"),
    [
        ("an offer by the Kestrian prime minister for a face-to-face meeting", "face-to-face meeting"),
        ("demands from Kestria and two neighbouring states for a 45-day truce", "45-day truce"),
        ("a Norway and Malta-backed proposal for a full 45-day truce", "full 45-day truce"),
        ("the possible resumption of direct talks", "direct talks"),
        ("the talks on Friday", "talks"),
        ("no ceasefire before the hostages are freed", "ceasefire"),
        ("host the talks during a call with the president", "talks"),
    ],
)
def test_wrappers_times_and_conditions_are_taken_off(about: str, core: str) -> None:
    """What is left is short enough to be a name, and in the report's own words."""
    assert sense_of(about).core == core


@pytest.mark.parametrize(
    ("about", "numbers"),
    [
        ("a thirty-day truce", [(30, "day")]),
        ("a truce of two weeks", [(14, "day")]),
        ("a month-long truce", [(1, "month")]),
        ("halt the strikes for 72 hours", [(3, "day")]),
        ("exchange 1,200 prisoners each", [(2400, "count")]),
        ('a "900 for 900" prisoner exchange', [(1800, "count")]),
        ("raise wages by five per cent", [(5, "percent")]),
        ("cut the working week to 36.5 hours from 38", [(36.5, "hour")]),
        ("three-day talks in Muscat", []),
        ("a ceasefire from May 2", []),
    ],
)
def test_numbers_have_a_unit_and_count_where_they_tell_proposals_apart(
    about: str, numbers: list[tuple[float, str]]
) -> None:
    """Hours and weeks are days, "each" counts both sides, what was before is left out, and days of talks are no matter."""
    assert sense_of(about).numbers == tuple(Quantity(value, unit) for value, unit in numbers)


def test_the_first_matter_is_the_one() -> None:
    """Of two matters joined by "and" the first counts, with what belongs to it."""
    sense = sense_of("halt the shelling and let food into the town")
    assert (sense.topic, sense.words) == ("ceasefire", frozenset())


def test_who_is_to_do_it_is_told_from_whom_it_is_done_to() -> None:
    """The subject of a demand is not its object."""
    sense = sense_of("Orvania release all Kestrian prisoners")
    assert (sense.by, sense.names) == (frozenset({"orvania"}), frozenset({"kestria"}))


def test_names_of_states_are_one_by_name_adjective_and_seat() -> None:
    """A capital stands for its state among people, and for itself among places."""
    assert sense_of("talks with the Kremlin").who == sense_of("talks with the Russians").who
    assert sense_of("talks in Oslo").names != sense_of("talks in Norway").names


def test_words_without_a_topic_are_compared_as_they_are() -> None:
    """Odd matters have no topic and are their own words; a matter that names nothing has none."""
    sense = sense_of("strangers on our river")
    assert sense.topic is None
    assert sense.words == {"stranger", "river"}
    assert not sense_of("the proposal").words


@pytest.mark.parametrize("about", ["", '"', "-", "30", "of", "a", "each each", "to to to", "§ 5 %"])
def test_odd_words_are_no_fault(about: str) -> None:
    """Whatever a report's matter is, it has some sense."""
    assert sense_of(about).family is not None
