"""The sample case ships with the package and holds what it promises."""

from __future__ import annotations

from dragoman.samples import sample_paths


def test_the_case_has_eight_dispatches_or_more_in_every_form() -> None:
    """The case has at least eight files, among them plain text, a page and a table."""
    paths = sample_paths()
    assert len(paths) >= 8
    assert {path.suffix for path in paths} == {".txt", ".html", ".jsonl"}


def test_the_case_is_told_in_order() -> None:
    """The files come in one fixed order, whatever the file system says."""
    names = [path.name for path in sample_paths()]
    assert names == sorted(names)
    assert names[0].startswith("01-")


def test_the_wire_copy_is_nearly_its_original() -> None:
    """The copy of the agency's dispatch at another publisher shares its lead with the original, word for word."""
    by_number = {path.name[:2]: path.read_text(encoding="utf-8") for path in sample_paths()}
    lead = by_number["04"].split("\n\n")[0].split(") - ")[1]
    assert lead in by_number["05"]


def test_addresses_are_reserved_ones() -> None:
    """No dispatch points at a site that could exist: every address ends in .example."""
    import re

    for path in sample_paths():
        hosts = re.findall(r"https?://([^/\s\"]+)", path.read_text(encoding="utf-8"))
        assert all(host.endswith(".example") for host in hosts)
