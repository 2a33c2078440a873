"""Findings as the JSON of docs/reference/json.md: one object a report, keys in a fixed order, unknown is null."""

from __future__ import annotations

import json
import re
from dataclasses import fields
from typing import Any

from dragoman.terms.findings import Actor, DateFinding, Event, Findings, Quotation, Why
from dragoman.terms.span import Evidence
from dragoman.terms.when import When

_NEEDS_ESCAPE = re.compile("[\x85\u2028\u2029\ud800-\udfff]")
LISTS = ("quotations", "meetings", "positions", "delegations", "agreements", "figures", "incidents")


def as_json(findings: Findings, *, explain: bool = False) -> str:
    """Return the findings of one report as one line of JSON.

    It is one line by anybody's count and always UTF-8: other line ends and lone surrogates are written as escapes, and
    come back as they were.
    """
    found = as_dict(findings, explain=explain)
    line = json.dumps(found, ensure_ascii=False)
    if line.isascii() or not _NEEDS_ESCAPE.search(line):
        return line
    return _NEEDS_ESCAPE.sub(lambda match: f"\\u{ord(match[0]):04x}", line)


def as_dict(findings: Findings, *, explain: bool = False) -> dict[str, Any]:
    """Return the findings as plain dicts and lists."""
    report = findings.report
    out: dict[str, Any] = {
        "report": {
            "id": report.id,
            "published": report.published.isoformat(),
            "publisher": report.publisher,
            "title": report.title,
            "url": report.url,
            "path": report.path,
            "text": report.text,
            "warnings": list(report.warnings),
        },
        "actors": [_whole_actor(a) for a in findings.actors],
        "dates": [_date_finding(d) for d in findings.dates],
    }
    for name in LISTS:
        out[name] = [_record(record, explain=explain) for record in getattr(findings, name)]
    out["coverage"] = {
        "unread": [_value(e) for e in findings.coverage.unread],
        "furniture": [{"kind": k, "start": s.start, "end": s.end} for k, s in findings.coverage.furniture],
    }
    return out


def _whole_actor(actor: Actor) -> dict[str, Any]:
    return {
        "id": actor.id,
        "name": actor.name,
        "kind": actor.kind,
        "role": actor.role,
        "affiliation": actor.affiliation,
        "state": actor.state,
        "land": actor.land,
        "mentions": [_value(m) for m in actor.mentions],
    }


def _date_finding(found: DateFinding) -> dict[str, Any]:
    return {**_value(found.when), "evidence": _value(found.evidence)}


def _record(record: Any, *, explain: bool) -> dict[str, Any]:
    out = {f.name: _value(getattr(record, f.name)) for f in fields(record) if f.name != "why"}
    if isinstance(record, Quotation):
        out["content"] = record.content
    if record.why.suggested_by is not None:
        out["suggested_by"] = record.why.suggested_by
    if explain:
        out["why"] = _value(record.why)
    return out


def _value(value: Any) -> Any:
    match value:
        case Evidence():
            return {"start": value.start, "end": value.end, "quote": value.quote}
        case When():
            return {
                "start": value.start.isoformat(),
                "end": value.end.isoformat(),
                "granularity": value.granularity,
                "text": value.text,
                "mod": value.mod,
                "bound": value.bound,
            }
        case Actor():
            return {"id": value.id, "name": value.name, "kind": value.kind, "state": value.state}
        case Event() | Why():
            return {f.name: _value(getattr(value, f.name)) for f in fields(value)}
        case tuple():
            return [_value(v) for v in value]
        case float() if value.is_integer():
            return int(value)
        case _:
            return value
