"""`dragoman asof`: a sealed slice of the record, as of a day."""

from __future__ import annotations

import argparse
import json
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dragoman.cli import asking

if TYPE_CHECKING:
    from dragoman.desk.bundle import Sealed, Slice
    from dragoman.record.shelf import Shelf
    from dragoman.store.store import Store
    from dragoman.views.scope import Scope

_DESCRIPTION = """\
Seal what was known on a day: a ZIP file with the reports published by then, the claims that stand on them, the answers of the
views, and the hashes of every input, of the reading code and of the codebook. The same slice gives the same bytes.

Decisions that people made after the day do not count in it. A report of which only a text is kept that was changed after the
day is a leak: no file is written, unless --without-changed leaves such reports out."""

_EXAMPLES = """\
examples:
  dragoman asof 2025-05-13 --case lenn --bundle lenn-0513.zip
  dragoman asof --verify lenn-0513.zip
"""
ANSWERS = ("timeline", "docket", "positions", "disagreements", "obligations")
_ALL = 1_000_000_000


def add_to(commands: Any) -> None:
    """Add the command to the parser's."""
    parser = commands.add_parser(
        "asof",
        help="seal what was known on a day in one file",
        description=_DESCRIPTION,
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("as_of", nargs="?", type=asking.day, metavar="DATE", help="the day, YYYY-MM-DD")
    asking.add_case(parser)
    parser.add_argument("--bundle", type=Path, metavar="FILE", help="the file to write")
    parser.add_argument(
        "--known-at", type=asking.moment, metavar="MOMENT", help="only what had been recorded by MOMENT"
    )
    parser.add_argument(
        "--without-changed", action="store_true", help="leave out reports whose kept text was changed after the day"
    )
    parser.add_argument(
        "--verify", type=Path, metavar="FILE", help="check the seal, the hashes and for leaks, and stop"
    )
    parser.add_argument("--json", action="store_true", help="print what was sealed or found as JSON")
    parser.set_defaults(run=_run, usage=parser.error)


def _run(asked: argparse.Namespace) -> int:
    if asked.verify is not None:
        return _verify(asked)
    if asked.as_of is None or asked.bundle is None:
        asked.usage("give a DATE and --bundle FILE, or --verify FILE")
    from dragoman.desk.bundle import seal
    from dragoman.record.bounds import Bounds

    bounds = Bounds(as_of=asked.as_of, known_at=asked.known_at)
    with asking.opened(asked) as store, store.shelf(bounds) as shelf:
        sealed = seal(shelf, asked.bundle, _slice(asked, store, shelf))
    _tell(asked, sealed)
    return 0


def _slice(asked: argparse.Namespace, store: Store, shelf: Shelf) -> Slice:
    """Return what is sealed: the views without decisions of later days."""
    from dragoman.desk.bundle import Slice, changed_later
    from dragoman.record.decisions import in_force
    from dragoman.views.scope import Scope

    known = [made for made in shelf.decisions() if made.recorded[:10] <= asked.as_of.isoformat()]
    without = changed_later(shelf, asked.as_of) if asked.without_changed else frozenset()
    rulings = in_force(known)
    scope = Scope(shelf, replace(rulings, retracted=rulings.retracted | without))
    made_by = [
        {"reader": reader, "codebook": codebook, "reports": reports}
        for reader, codebook, reports in store.readings(shelf.bounds)
    ]
    return Slice(_answers(scope), tuple(made_by), tuple(made.id for made in known), without)


def _answers(scope: Scope) -> dict[str, str]:
    from dragoman.exports.answers.encode import as_json
    from dragoman.views.question import Question

    question = Question(limit=_ALL)
    answers = {}
    for name in ANSWERS:
        answer = getattr(import_module(f"dragoman.views.{name}"), name)(scope, question)
        answers[name] = as_json(name, answer, scope.shelf.bounds, scope.today)
    return answers


def _tell(asked: argparse.Namespace, sealed: Sealed) -> None:
    if asked.json:
        from dragoman.exports.answers.encode import encode

        print(json.dumps(encode(sealed)))
        return
    left = f", {len(sealed.left_out)} reports left out" if sealed.left_out else ""
    print(f"sealed {sealed.reports} reports and {sealed.claims} claims as of {sealed.as_of} in {sealed.file}{left}")
    print(f"seal {sealed.seal}")


def _verify(asked: argparse.Namespace) -> int:
    from dragoman.desk.unseal import faults_of

    faults = faults_of(asked.verify)
    if asked.json:
        print(json.dumps({"file": str(asked.verify), "faults": list(faults)}))
    else:
        print("\n".join(f"{asked.verify}: {fault}" for fault in faults) or f"{asked.verify}: the seal holds, no leak")
    return int(bool(faults))
