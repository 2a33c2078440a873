"""Twelve reports about one negotiation, every kind of change in them: added one by one, asked as of any day."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dragoman.cli.main import run

REPORTS = sorted((Path(__file__).parent / "lagoon").glob("*.txt"))
Ask = Callable[..., dict[str, Any]]

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case with all twelve."""
    folder = tmp_path_factory.mktemp("lagoon") / "case"
    assert run(["init", str(folder)]) == 0
    assert run(["add", "--case", str(folder), *map(str, REPORTS)]) == 0
    return folder


@pytest.fixture
def ask(case: Path, capsys: pytest.CaptureFixture[str]) -> Ask:
    """Ask the case: the words of a command, its JSON."""

    def asked(*words: str) -> dict[str, Any]:
        capsys.readouterr()
        assert run([words[0], "--case", str(case), *words[1:], "--json"]) == 0
        found: dict[str, Any] = json.loads(capsys.readouterr().out)
        return found

    return asked


def _main(docket: dict[str, Any]) -> dict[str, Any]:
    """Return the docket item of the meeting in Wellington that was first set for 12 June."""
    (item,) = [
        i for i in docket["items"] if any(s["after"] and s["after"]["start"] == "2025-06-12" for s in i["history"])
    ]
    found: dict[str, Any] = item
    return found


@pytest.mark.parametrize(
    ("as_of", "state", "planned", "level"),
    [
        ("2025-06-03", "scheduled", "2025-06-12", "leaders"),
        ("2025-06-05", "confirmed", "2025-06-12", "leaders"),
        ("2025-06-06", "moved", "2025-06-14", "leaders"),
        ("2025-06-12", "downgraded", "2025-06-14", "ministers"),
        ("2025-06-14", "under way", "2025-06-14", "ministers"),
        ("2025-06-15", "held", "2025-06-14", "ministers"),
    ],
)
def test_a_meeting_through_its_life(ask: Ask, as_of: str, state: str, planned: str, level: str) -> None:
    """It is one item from the offer to the day after, and each day shows it as it was known then."""
    item = _main(ask("docket", "--as-of", as_of))
    assert (item["state"], item["planned"]["start"], item["level"]) == (state, planned, level)


def test_the_history_says_who_and_by_how_much(ask: Ask) -> None:
    """The president declined; the meeting slipped by two days; ministers head the delegations."""
    item = _main(ask("docket", "--as-of", "2025-06-15"))
    steps = [step["change"] for step in item["history"]]
    assert steps == ["floated", "scheduled", "confirmed", "moved", "declined", "downgraded", "under way", "held"]
    declined = item["history"][4]
    assert [actor["name"] for actor in declined["by"]] == ["Tomasi Ordo"]
    assert item["slippage"] == 2
    assert {d["head"]["name"] for d in item["delegations"]} == {"Lena Fisk", "Otto Brand"}


def test_what_was_put_off_called_off_or_has_not_been_heard_of(ask: Ask) -> None:
    """Experts' talks are postponed, a visit is cancelled, the second round is overdue beside its coverage."""
    items = ask("docket", "--from", "2025-06-16")["items"]
    assert [i["state"] for i in items] == ["postponed", "cancelled", "overdue: no report seen"]
    assert items[-1]["coverage"]["reports"] == 1


def test_a_secret_meeting_is_told_and_denied_apart_from_the_talks(ask: Ask) -> None:
    """Two persons' meeting on the day of the delegations' is an item of its own, and disputed while the report stood."""
    items = ask("docket", "--as-of", "2025-06-16")["items"]
    (secret,) = [i for i in items if {p["name"] for p in i["parties"]} == {"Otto Brand", "Tomasi Ordo"}]
    assert secret["disputed"]
    assert {step["change"] for step in secret["history"]} == {"held", "denied"}
    assert not _main(ask("docket"))["disputed"]


def test_where_parties_stand_and_stood(ask: Ask) -> None:
    """Samoa rejected the truce, then named a condition, then accepted it; Tonga called for it."""
    grid = ask("positions", "--proposal", "30-day truce")
    (proposal,) = grid["items"]
    cells = {cell["party"]: cell for cell in proposal["parties"]}
    assert [entry["stance"] for entry in cells["Samoa"]["history"]] == ["rejects", "accepts-conditionally", "accepts"]
    assert [entry["status"] for entry in cells["Samoa"]["history"]] == ["superseded", "superseded", "current"]
    assert cells["Samoa"]["stance"] == "accepts"
    assert cells["Tonga"]["stance"] == "demands"


def test_a_condition_is_open_and_then_met(ask: Ask) -> None:
    """The boats had to leave; they left."""
    for as_of, status in (("2025-06-17", "open"), ("2025-06-27", "met")):
        (proposal,) = ask("positions", "--proposal", "30-day truce", "--as-of", as_of)["items"]
        (condition,) = proposal["conditions"]
        assert condition["status"] == status


def test_two_columns_of_changes(ask: Ask) -> None:
    """Between 15 and 17 June some things happened; of the 14th it was learned, denied, and taken back."""
    told = ask("changes", "--from", "2025-06-15", "--to", "2025-06-17")
    assert {"postponed", "cancelled", "accepts-conditionally"} <= {c["change"] for c in told["happened"]}
    assert {"denied", "withdrawn"} <= {c["change"] for c in told["learned"]}


def test_support_that_a_later_version_took_back(ask: Ask) -> None:
    """The daily dropped the secret meeting on the 17th: the claim is marked, and as of the 16th it is not."""
    then = ask("search", "Fijian official", "--as-of", "2025-06-16")
    assert then["items"]
    learned = ask("changes", "--from", "2025-06-16", "--to", "2025-06-17")["learned"]
    (gone,) = [c for c in learned if c["change"] == "withdrawn" and c["kind"] == "meeting"]
    assert gone["evidence"][0]["withdrawn"] == "2025-06-17"


def test_a_copied_report_is_no_second_source(ask: Ask) -> None:
    """The daily printed the wire's words: one origin for the deal."""
    items = ask("timeline", "--kind", "agreement")["items"]
    (deal,) = [item for item in items if "prisoners" in item["what"]]
    assert len(deal["origins"]) == 1
    assert {cited["publisher"] for cited in deal["evidence"]} == {"Harbour Wire", "Coast Daily"}


def test_rival_numbers_stand_side_by_side(ask: Ask) -> None:
    """At least 14 by one ministry, nine by the other."""
    told = ask("disagreements", "--kind", "figure")["items"]
    assert len(told) == 1
    assert len(told[0]["rivals"]) == 2


def test_the_twelve_read_the_same_as_of_each_day_whatever_was_added_later(ask: Ask, tmp_path: Path) -> None:
    """A case that holds the first six alone answers as the whole case does as of their last day."""
    few = tmp_path / "few"
    assert run(["init", str(few)]) == 0
    assert run(["add", "--case", str(few), *map(str, REPORTS[:6])]) == 0
    for view in ("docket", "timeline", "positions", "disagreements", "obligations"):
        assert ask(view, "--as-of", "2025-06-14", "--case", str(few)) == ask(view, "--as-of", "2025-06-14"), view
