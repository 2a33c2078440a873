"""The quality gate: reads the corpus, prints its figures, fails where one falls under its pinned floor.

python -m benchmarks.gate                  judge; exit 1 under a floor, 2 where the corpus is not the pinned one
python -m benchmarks.gate --faults         print each fault
python -m benchmarks.gate --raise          pin the present figures where they are above their floors
python -m benchmarks.gate --corpus         take the changed corpus as the pinned one
python -m benchmarks.gate --lower-floor    pin the present figures, also where that is lower: say why in the change log
"""

from __future__ import annotations

import argparse
import math
import sys
import tomllib
from collections.abc import Iterable

from benchmarks.cases import HERE, KINDS, fingerprint, load_cases
from benchmarks.scoring import Tally, Verdict, judge

FLOORS = HERE / "floors.toml"


def verdicts() -> list[Verdict]:
    """Read all texts of the corpus and judge them."""
    from dragoman.assembly import make_reader
    from dragoman.exports.json import as_dict

    cases = load_cases()
    findings = make_reader().read([case.as_report() for case in cases])
    return [judge(case, as_dict(found)) for case, found in zip(cases, findings, strict=True)]


def figures(judged: Iterable[Verdict]) -> dict[str, float]:
    """Return the figures that have floors: share of passed cases, and F1 and right fields of each kind."""
    judged = list(judged)
    out = {"passed": sum(v.passed for v in judged) / len(judged)}
    for kind in KINDS:
        total = _total(judged, kind)
        out[f"{kind}.f1"], out[f"{kind}.fields"] = total.f1, total.fields
    return {name: math.floor(value * 1000) / 1000 for name, value in out.items()}


def _total(judged: Iterable[Verdict], kind: str) -> Tally:
    total = Tally()
    for verdict in judged:
        if (one := verdict.tallies.get(kind)) is not None:
            for name in ("found", "extra", "missed", "right", "wrong"):
                setattr(total, name, getattr(total, name) + getattr(one, name))
    return total


def pinned() -> tuple[str, dict[str, float]]:
    """Return the pinned fingerprint of the corpus and the floors."""
    with FLOORS.open("rb") as file:
        pins = tomllib.load(file)
    return pins["corpus"], pins["floors"]


def pin(corpus: str, floors: dict[str, float]) -> None:
    """Write the pins."""
    lines = [f'"{name}" = {value:.3f}' for name, value in floors.items()]
    FLOORS.write_text(
        "# Written by `python -m benchmarks.gate`; no figure may fall under its floor.\n"
        f'corpus = "{corpus}"\n\n[floors]\n' + "\n".join(lines) + "\n",
        encoding="utf-8",
    )


def show(judged: list[Verdict], now: dict[str, float], floors: dict[str, float], *, faults: bool) -> None:
    """Print the figures beside their floors."""
    if faults:
        for verdict in judged:
            for fault in verdict.faults:
                print(f"{verdict.case.name}: {fault}")
    print(f"{len(judged)} cases, {sum(v.passed for v in judged)} passed whole")
    print(f"{'':12}  found extra missed     F1  floor   fields  floor")
    for kind in KINDS:
        t = _total(judged, kind)
        print(
            f"{kind:12}  {t.found:5} {t.extra:5} {t.missed:6}  {now[f'{kind}.f1']:5.3f}  {floors.get(f'{kind}.f1', 0):5.3f}"
            f"   {now[f'{kind}.fields']:6.3f}  {floors.get(f'{kind}.fields', 0):5.3f}"
        )
    print(f"{'cases':12}  {'':19}  {now['passed']:5.3f}  {floors.get('passed', 0):5.3f}")


def under(now: dict[str, float], floors: dict[str, float]) -> list[str]:
    """Return in words which figures are under their floors."""
    return [
        f"{name} {now[name]:.3f} is under its floor {floor:.3f}" for name, floor in floors.items() if now[name] < floor
    ]


def main() -> int:
    """Run the gate."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--faults", action="store_true")
    parser.add_argument("--raise", dest="higher", action="store_true")
    parser.add_argument("--corpus", action="store_true")
    parser.add_argument("--lower-floor", action="store_true")
    args = parser.parse_args()
    corpus, floors = pinned()
    judged = verdicts()
    now = figures(judged)
    show(judged, now, floors, faults=args.faults)
    if args.lower_floor:
        floors = now
    if args.higher:
        floors = {name: max(value, floors.get(name, 0.0)) for name, value in now.items()}
    low = under(now, floors)
    changed = corpus != fingerprint() and not args.corpus
    if args.lower_floor or args.higher or args.corpus:
        pin(corpus if changed else fingerprint(), floors)
    for line in low:
        print(line, file=sys.stderr)
    if changed:
        print("the corpus is not the pinned one; pin it with: python -m benchmarks.gate --corpus", file=sys.stderr)
        return 2
    return 1 if low else 0


if __name__ == "__main__":
    sys.exit(main())
