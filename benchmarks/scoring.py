"""Compares findings, as their JSON, with the answers of a case."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from benchmarks.cases import Case

Record = dict[str, Any]

SMALL = frozenset(
    "a an the of to for in on at by with and or as is are be was were will would that which who his her their its it this".split()
)
# Which words of a record must agree, beside the actor, for it to be the one that is meant; and how much of them.
NEAR = {"quotations": ("content", 0.6), "positions": ("about", 0.4), "agreements": ("about", 0.3)}
WHO = {"quotations": "speaker", "positions": "actor", "delegations": "party", "incidents": "actor", "actors": "name"}
NO_FIELDS = {"evidence", "parties_also", "about_also", "parties", "about", "content", "name", "value"}


@dataclass
class Tally:
    """Counts of one kind: found, extra and missed records, right and wrong fields."""

    found: int = 0
    extra: int = 0
    missed: int = 0
    right: int = 0
    wrong: int = 0

    @property
    def f1(self) -> float:
        """Return the harmonic mean of precision and recall; 1 where there was nothing to find and nothing was found."""
        total = 2 * self.found + self.extra + self.missed
        return 2 * self.found / total if total else 1.0

    @property
    def fields(self) -> float:
        """Return the share of right fields among the records found."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0


@dataclass
class Verdict:
    """What became of one case: its faults in words; none where it passed."""

    case: Case
    tallies: dict[str, Tally] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)

    @property
    def passed(self) -> bool:
        """Return whether everything was found, every field was right and nothing was too much."""
        return not self.faults


def judge(case: Case, found: dict[str, list[Record]]) -> Verdict:
    """Compare the findings of one text with its answers."""
    verdict = Verdict(case)
    for kind, wanted in case.wanted.items():
        if kind == "coreference":
            _judge_coreference(wanted, found["actors"], verdict)
        else:
            _judge_kind(kind, wanted, found[kind], verdict)
    for kind, unwanted in case.forbidden.items():
        for record in found[kind]:
            verdict.faults += [f"forbidden {kind}: {bad}" for bad in unwanted if _is(kind, record, bad, case.text)]
    return verdict


def _judge_kind(kind: str, wanted: list[Record], records: list[Record], verdict: Verdict) -> None:
    tally = verdict.tallies.setdefault(kind, Tally())
    left, text = list(records), verdict.case.text
    for want in wanted:
        same = [record for record in left if _is(kind, record, want, text)]
        if not same:
            tally.missed += 1
            verdict.faults.append(f"missed {kind}: {want}")
            continue
        best = min(same, key=lambda record: len(_wrong_fields(record, want)))
        left = [record for record in left if record is not best]
        wrong = _wrong_fields(best, want)
        tally.found += 1
        tally.wrong += len(wrong)
        tally.right += len(want.keys() - NO_FIELDS - {WHO.get(kind, "")}) - len(wrong)
        verdict.faults += [f"wrong {kind}.{name}: {_told(best, name)!r} for {want[name]!r}" for name in wrong]
    spare = verdict.case.optional.get(kind, [])
    extra = [r for r in left if kind != "actors" and not any(_is(kind, r, s, text) for s in spare)]
    tally.extra += len(extra)
    verdict.faults += [f"extra {kind}: {_brief(kind, record)}" for record in extra]


def _judge_coreference(wanted: list[Record], actors: list[Record], verdict: Verdict) -> None:
    """Judge for some words of the text whether they stand for the actors that are meant, and for no other."""
    tally = verdict.tallies.setdefault("coreference", Tally())
    for want in wanted:
        words, _, nth = want["words"].partition("#")
        start, end = _places(words, verdict.case.text, whole=True)[int(nth or 1) - 1]
        told = [_name(a) for a in actors if any(_covers(m, start, end) for m in a["mentions"])]
        names = [name.split("|") for name in want["who"]]
        known = [name for name in told if any(_same(name, one) for one in names)]
        if len(told) == len(known) == len(names) and all(any(_same(t, one) for t in told) for one in names):
            tally.found += 1
            continue
        tally.missed += bool(names)
        tally.extra += len(told) > len(known)
        verdict.faults.append(f"wrong coreference of {want['words']!r}: {told} for {want['who']}")


def _covers(mention: Record, start: int, end: int) -> bool:
    """Say whether a mention is these words, with or without an article."""
    return bool(mention["end"] == end and abs(mention["start"] - start) <= len("the "))


def _is(kind: str, record: Record, want: Record, text: str) -> bool:
    """Say whether a record found is the one that is meant."""
    who = WHO.get(kind)
    if who is not None and who in want and not _same(_name(record[who]), want[who]):
        return False
    if kind in NEAR:
        words, least = NEAR[kind]
        texts = [want[words], *want.get(f"{words}_also", [])] if words in want else []
        if texts and max(_overlap(record[words] or "", text) for text in texts) < least:
            return False
    if kind == "positions" and record["stance"] not in str(want.get("stance", record["stance"])).split("|"):
        return False
    if kind in ("meetings", "agreements") and not _parties(record, want):
        return False
    if kind == "figures":
        return bool(record["value"] == want["value"])
    return _touches(record, want, text) if "evidence" in want else True


def _parties(record: Record, want: Record) -> bool:
    """Say whether the status is right and at least half of the parties are shared, where the answer tells them."""
    if "status" in want and record["status"] not in want["status"].split("|"):
        return False
    have = [_name(party) for party in record["parties"]]
    return "parties" not in want or any(
        _shared(have, parties) >= 0.5 for parties in [want["parties"], *want.get("parties_also", [])]
    )


def _shared(have: list[str | None], want: list[str]) -> float:
    hit = sum(any(_same(name, wanted) for name in have) for wanted in want)
    over = sum(not any(_same(name, wanted) for wanted in want) for name in have)
    return hit / (len(want) + over) if want else float(not have)


def _touches(record: Record, want: Record, text: str) -> bool:
    """Say whether a piece of evidence shares at least half of the shorter of the two with the words of the answer."""
    pieces = record["evidence"] if isinstance(record["evidence"], list) else [record["evidence"]]
    return any(
        min(end, piece["end"]) - max(start, piece["start"]) >= 0.5 * min(end - start, piece["end"] - piece["start"])
        for piece in pieces
        for start, end in _places(want["evidence"], text)
    )


def _places(words: str, text: str, *, whole: bool = False) -> list[tuple[int, int]]:
    pattern = r"\s+".join(map(re.escape, words.split()))
    pattern = rf"(?<!\w){pattern}(?!\w)" if whole else pattern
    return [match.span() for match in re.finditer(pattern, text)]


def _wrong_fields(record: Record, want: Record) -> list[str]:
    return [name for name in want if name not in NO_FIELDS and not _right(record, name, want[name])]


def _right(record: Record, name: str, want: Any) -> bool:
    told = _told(record, name)
    if name in ("date", "moved_from", "when"):
        return told in want if isinstance(want, list) else bool(told == want)
    if name == "conditions":
        return len(told) == len(want) and all(any(_overlap(t, w) >= 0.5 for t in told) for w in want)
    if name == "mentions":
        return all(any(_fold(w) in _fold(t) for t in told) for w in want)
    if isinstance(told, list):
        wanted = [want] if isinstance(want, str) else want
        return all(any(_same(t, w) for t in told) for w in wanted) and (
            name in EVENT_FIELDS or len(told) == len(wanted)
        )
    return _same(told, want.split("|") if isinstance(want, str) else want)


EVENT_FIELDS = ("plover", "cameo", "mode")


def _told(record: Record, name: str) -> Any:
    """Return a field in the short form in which answers are written."""
    if name in EVENT_FIELDS:
        return [event[name] for event in record["events"]]
    if name == "when":
        return _days(record)
    value = record.get(name)
    if name in ("date", "moved_from"):
        return _days(value).split(" ")[0] if value else "none"
    if name == "mentions":
        return [mention["quote"] for mention in value or ()]
    if isinstance(value, list):
        return [_name(part) for part in value]
    return _name(value)


def _days(when: Record) -> str:
    days = when["start"] if when["start"] == when["end"] else f"{when['start']}/{when['end']}"
    return " ".join(filter(None, (days, when["mod"], when["bound"])))


def _name(actor: Any) -> Any:
    return actor["name"] if isinstance(actor, dict) else actor


def _same(told: Any, want: Any) -> bool:
    """Say whether a value is the one wanted, or one of those wanted. "" is wanted where nothing must be told."""
    if isinstance(want, list):
        return any(_same(told, one) for one in want)
    if isinstance(want, str):
        return _fold(told or "") == _fold(want) if isinstance(told, str | None) else False
    return bool(told == want)


def _fold(text: str) -> str:
    bare = "".join(c for c in unicodedata.normalize("NFKD", text).casefold() if not unicodedata.combining(c))
    return " ".join(re.sub(r"[^\w\s$-]", "", bare.replace("’", "'")).split()).removeprefix("the ")


def _overlap(a: str, b: str) -> float:
    left, right = (Counter(word for word in _fold(text).split() if word not in SMALL) for text in (a, b))
    total = sum(left.values()) + sum(right.values())
    return 2 * sum((left & right).values()) / total if total else 0.0


def _brief(kind: str, record: Record) -> str:
    names = ("stance", "status", "type", "about", "content", "what", "value", "date", "parties", WHO.get(kind, "name"))
    kept = {name: _told(record, name) for name in names if name in record}
    pieces = record.get("evidence", [])
    kept["evidence"] = " | ".join(piece["quote"] for piece in (pieces if isinstance(pieces, list) else [pieces]))
    return str(kept)
