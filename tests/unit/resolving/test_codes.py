"""The codebook: what each rule gives, what a user's own may hold, and what is said of a bad one."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from dragoman.exports.codebook import as_text
from dragoman.reading.deeds.words import deed_lexicon
from dragoman.resolving.codes import PLOVER_TYPES, Codebook, load_codebook
from dragoman.terms.errors import CodebookError
from dragoman.terms.findings import Actor, Agreement, Findings, Incident, Meeting, Position, Quotation

Read = Callable[..., Findings]

KENYA = Actor("a1", "Kenya", "state", state="KEN")
UGANDA = Actor("a2", "Uganda", "state", state="UGA")


@pytest.fixture(scope="module")
def codebook() -> Codebook:
    """The codebook of the package."""
    return load_codebook()


def triples(findings: Findings) -> set[tuple[str, str | None, str]]:
    """Type, mode and code of all events."""
    coded: tuple[Meeting | Position | Agreement | Incident | Quotation, ...] = (
        *findings.meetings,
        *findings.positions,
        *findings.agreements,
        *findings.incidents,
        *findings.quotations,
    )
    return {(e.plover, e.mode, e.cameo) for record in coded for e in record.events}


def test_every_example_gets_its_code(read: Read, codebook: Codebook) -> None:
    """Each rule's example, read, gives an event of its type, mode and code; its counter-example gives none."""
    wrong = []
    for rule in codebook.rules:
        code = (rule.plover, rule.mode, rule.cameo)
        if code not in triples(read(rule.example)):
            wrong.append(("missing", rule.id, rule.example))
        if code in triples(read(rule.counter)):
            wrong.append(("found", rule.id, rule.counter))
    assert wrong == []


def test_every_sort_of_deed_has_a_rule(codebook: Codebook) -> None:
    """No deed of the lexicon is left without a code, and no rule is for a deed that the lexicon does not have."""
    sorts = {entry.sort for entry in deed_lexicon().entries}
    assert sorts == {rule.key for rule in codebook.rules if rule.record == "incident"} - {"*"}


def test_every_rule_has_a_type_and_a_code_of_its_root(codebook: Codebook) -> None:
    """Types are those of PLOVER, codes those of CAMEO, two to four digits."""
    assert {rule.plover for rule in codebook.rules} == set(PLOVER_TYPES)
    assert all(re.fullmatch(r"(0[2-9]|1\d|20)\d{0,2}", rule.cameo) for rule in codebook.rules)


MEETINGS = [
    ("held", ("call",), "CONSULT", "041", "phone"),
    ("held", ("visit",), "CONSULT", "042", "visit"),
    ("held", ("talks", "hosting"), "CONSULT", "043", "host"),
    ("held", ("talks", "mediated"), "CONSULT", "045", "third-party"),
    ("held", ("talks", "multilateral"), "CONSULT", "046", "multilateral"),
    ("under-way", ("talks",), "CONSULT", "046", None),
    ("scheduled", ("talks",), "AGREE", "036", None),
    ("proposed", ("summit",), "REQUEST", "026", "meet"),
    ("declined", ("summit",), "REJECT", "125", "meet"),
    ("cancelled", ("talks",), "SANCTION", "164", "discontinue"),
]


@pytest.mark.parametrize(("status", "traits", "plover", "cameo", "mode"), MEETINGS)
def test_meetings(
    codebook: Codebook, status: str, traits: tuple[str, ...], plover: str, cameo: str, mode: str | None
) -> None:
    """A meeting's code comes from its status and, when held, from how it was held."""
    rule = codebook.rule_for("meeting", status, "talks", traits=traits)
    assert rule is not None
    assert (rule.plover, rule.cameo, rule.mode) == (plover, cameo, mode)


POSITIONS = [
    ("demands", "a 30-day ceasefire", "REQUEST", "105", "yield"),
    ("demands", "direct talks", "REQUEST", "106", "meet"),
    ("demands", "early elections", "REQUEST", "104", "change"),
    ("demands", "an apology", "REQUEST", "100", None),
    ("rejects", "mediation by Norway", "REJECT", "126", "meet"),
    ("rejects", "the peace plan", "REJECT", "127", "change"),
    ("rejects", "a troop withdrawal", "REJECT", "124", "yield"),
    ("accepts", "to meet in Geneva", "AGREE", "036", None),
    ("offers", "to mediate", "AGREE", "039", None),
    ("accepts", "to release prisoners", "AGREE", "0353", None),
    ("supports", "the truce", "SUPPORT", "050", None),
]


@pytest.mark.parametrize(("stance", "about", "plover", "cameo", "mode"), POSITIONS)
def test_positions(codebook: Codebook, stance: str, about: str, plover: str, cameo: str, mode: str | None) -> None:
    """A position's type comes from its stance, its finer code and mode from the words for the matter."""
    (event,) = codebook.events("position", stance, about, (KENYA,), (UGANDA,))
    assert (event.plover, event.cameo, event.mode) == (plover, cameo, mode)
    assert (event.source, event.target) == (KENYA, UGANDA)


def test_undecided_is_no_event(codebook: Codebook) -> None:
    """Who has not decided has done nothing to code."""
    assert codebook.events("position", "undecided", "the talks", (KENYA,), ()) == ()


def test_sides(codebook: Codebook) -> None:
    """There is an event for each source, toward the first target that is another; an unknown source stays unknown."""
    both = codebook.events("meeting", "held", "talks", (KENYA, UGANDA), (KENYA, UGANDA))
    assert [(e.source, e.target) for e in both] == [(KENYA, UGANDA), (UGANDA, KENYA)]
    (nobody,) = codebook.events("incident", "bombing", "a bomb exploded", (), (UGANDA,))
    assert (nobody.source, nobody.target) == (None, UGANDA)


ANNOUNCED = [
    ("aid", "promised", "AGREE", "033"),
    ("military-aid", "promised", "AGREE", "0332"),
    ("resignation", "promised", "AGREE", "034"),
    ("sanctions", "threatened", "THREATEN", "1312"),
    ("curfew", "threatened", "THREATEN", "1323"),
    ("blockade", "threatened", "THREATEN", "1381"),
    ("air-strike", "threatened", "THREATEN", "138"),
    ("offensive", "prepared", "MOBILIZE", "150"),
    ("air-strike", "denied", "REJECT", "120"),
]


@pytest.mark.parametrize(("sort", "mood", "plover", "cameo"), ANNOUNCED)
def test_announced_deeds(codebook: Codebook, sort: str, mood: str, plover: str, cameo: str) -> None:
    """A deed that is yet to come is coded by what it would be."""
    rule = codebook.rule_for("incident", sort, traits=(mood,))
    assert rule is not None
    assert (rule.plover, rule.cameo) == (plover, cameo)


OWN = """
[matters]
fish = ["fish*", "cod"]

[[rule]]
id = "mine"
record = "position"
key = "demands"
matter = "fish"
plover = "REQUEST"
mode = "assist"
cameo = "101"
definition = "A side wants fish."
example = "Kenya demanded fish."
counter = "Kenya demanded bread."
"""


def test_a_codebook_of_your_own(tmp_path: Path) -> None:
    """A user's file takes the place of the package's codebook."""
    path = tmp_path / "own.toml"
    path.write_text(OWN, encoding="utf-8")
    own = load_codebook(path)
    assert own.name == "own"
    (event,) = own.events("position", "demands", "more fishing grounds", (KENYA,), ())
    assert (event.plover, event.mode, event.cameo, event.target) == ("REQUEST", "assist", "101", None)
    assert own.events("position", "demands", "bread", (KENYA,), ()) == ()
    assert own.events("incident", "bombing", "", (KENYA,), ()) == ()


BAD = [
    ("this is = = no toml", "is no TOML"),
    ("x = 1", "holds no [[rule]]"),
    ("rule = 3", "holds no [[rule]]"),
    ("rule = [3]", "rule 1 is no table"),
    (OWN.replace('plover = "REQUEST"', 'plover = "ASK"'), "rule 'mine': 'ASK' is no PLOVER type"),
    (OWN.replace('cameo = "101"', 'cameo = "99"'), "rule 'mine': '99' is no CAMEO code"),
    (OWN.replace('cameo = "101"', "cameo = 101"), "rule 'mine': 'cameo' is no text"),
    (OWN.replace('record = "position"', 'record = "dance"'), "rule 'mine': 'dance' is no kind of record"),
    (OWN.replace('matter = "fish"', 'matter = "bread"'), "there is no list of words [matters] 'bread'"),
    (OWN.replace('key = "demands"\n', ""), "rule 'mine' lacks 'key'"),
    (OWN.replace("key =", "kee ="), "rule 'mine' has an unknown key 'kee'"),
    (OWN + OWN[OWN.index("[[rule]]") :], "rule 'mine' stands in it twice"),
    (OWN.replace('["fish*", "cod"]', '"fish"'), "the matter 'fish' is no list of words"),
    (OWN.replace('counter = "Kenya demanded bread."', 'counter = " "'), "'counter' is no text"),
    (OWN + 'done = "07"\n', "'done' is no list of codes"),
]


@pytest.mark.parametrize(("text", "why"), BAD)
def test_a_bad_codebook_is_refused(tmp_path: Path, text: str, why: str) -> None:
    """What is wrong in a codebook is said with the file, the rule and the value."""
    path = tmp_path / "bad.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(CodebookError, match=re.escape(why)) as caught:
        load_codebook(path)
    assert str(path) in str(caught.value)


def test_a_missing_or_binary_codebook_is_refused(tmp_path: Path) -> None:
    """A file that is not there or holds no text is named."""
    with pytest.raises(CodebookError, match=r"gone\.toml: cannot be read"):
        load_codebook(tmp_path / "gone.toml")
    (tmp_path / "bin.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(CodebookError, match="is no UTF-8 text"):
        load_codebook(tmp_path / "bin.toml")


def test_the_codebook_for_people(codebook: Codebook) -> None:
    """All rules and matters are printed, with code, definition, example and counter-example."""
    text = as_text(codebook)
    for rule in codebook.rules:
        assert f"{rule.plover}" in text
        assert rule.definition in text
        assert rule.example in text
        assert rule.counter in text
    for name in codebook.words:
        assert f"{name}: " in text
