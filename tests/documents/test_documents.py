"""What the documents say is what the code does."""

from __future__ import annotations

import argparse
import re
import shlex
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import get_args

import pytest

from benchmarks.docs import ROOT, documents, refreshed
from benchmarks.reference import commands_of
from dragoman import settings
from dragoman.cli.main import make_parser
from dragoman.terms import findings, when

COMMANDS = (ROOT / "docs" / "reference" / "commands.md").read_text(encoding="utf-8")
JSON = (ROOT / "docs" / "reference" / "json.md").read_text(encoding="utf-8")
LISTS = {
    "actors": findings.Actor,
    "quotations": findings.Quotation,
    "meetings": findings.Meeting,
    "positions": findings.Position,
    "delegations": findings.Delegation,
    "agreements": findings.Agreement,
    "figures": findings.Figure,
    "incidents": findings.Incident,
}


def _name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def _blocks(language: str) -> Iterator[tuple[str, str]]:
    for path in documents():
        for block in re.findall(
            rf"^ *```{language}\n(.*?)^ *```", path.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
        ):
            yield _name(path), block


def _commands() -> dict[str, argparse.ArgumentParser]:
    for action in make_parser()._actions:
        if isinstance(action, argparse._SubParsersAction):
            return dict(action.choices)
    raise AssertionError


def test_every_command_and_flag_is_described() -> None:
    """Each command of the parser and each of its flags stands in the reference, and no other does."""
    flags = {"--version", "--help"}
    for name, parser in _commands().items():
        assert f"## `dragoman {name}" in COMMANDS
        actions = [action for one in (parser, *commands_of(parser).values()) for action in one._actions]
        flags |= {flag for action in actions for flag in action.option_strings if flag.startswith("--")}
    described = set(re.findall(r"(?<![\w-])--[a-z]+(?:-[a-z]+)*", COMMANDS))
    assert described == flags


def test_every_environment_variable_is_described() -> None:
    """Each setting's variable stands in the reference, and no other does."""
    names = {settings.PREFIX + name.upper() for name in (*settings.NAMES, "settings", "model_key")}
    assert set(re.findall(r"DRAGOMAN_[A-Z_]+", COMMANDS)) == names


@pytest.mark.parametrize("path", list(documents()), ids=_name)
def test_links_lead_somewhere(path: Path) -> None:
    """Every link to a file of the repository leads to one."""
    for target in re.findall(r"\]\(([^)#\s]+)", path.read_text(encoding="utf-8")):
        if "://" not in target:
            assert (path.parent / target).exists(), target


@pytest.mark.parametrize("path", list(documents()), ids=_name)
def test_shown_output_is_real(path: Path) -> None:
    """What a document shows below a command is what the command prints (`make docs` writes it anew)."""
    text = path.read_text(encoding="utf-8")
    assert refreshed(text) == text


@pytest.mark.parametrize(("path", "block"), [*_blocks("python")])
def test_python_blocks_run(path: str, block: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Every Python example runs and prints something."""
    exec(compile(block, path, "exec"), {"__name__": "example"})  # noqa: S102 - our own documents
    assert capsys.readouterr().out.strip()


@pytest.mark.parametrize(("path", "block"), [*_blocks("sh")])
def test_shell_blocks_name_real_commands(path: str, block: str) -> None:
    """Every line of a shell example is a command that there is, with flags that there are, on files that there are."""
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    for line in filter(None, (line.strip() for line in block.splitlines())):
        program, *words = shlex.split(re.split("[<>]", line)[0], comments=True)
        assert program in ("make", "dragoman", "export"), path
        if program == "make":
            assert set(words) <= targets
        elif program == "export":
            assert all(word.startswith("DRAGOMAN_") for word in words)
        else:
            make_parser().parse_args(words)


def test_every_make_target_is_told_by_help() -> None:
    """Each target that is no file has its line in `make help`."""
    text = (ROOT / "Makefile").read_text(encoding="utf-8")
    phony = set(re.search(r"^\.PHONY: (.*)$", text, re.MULTILINE)[1].split())  # type: ignore[index]
    assert phony == set(re.findall(r"^([a-z]+):.*## ", text, re.MULTILINE))


@pytest.mark.parametrize("name", LISTS)
def test_every_key_of_the_json_is_described(name: str) -> None:
    """The keys of each list in the reference are those of its findings."""
    row = re.search(rf"^\| `{name}` \| (.*) \|$", JSON, re.MULTILINE)
    assert row
    keys = {field.name for field in fields(LISTS[name])} - {"why"} | ({"content"} if name == "quotations" else set())
    assert set(re.findall(r"`(\w+)`", row[1])) == keys


@pytest.mark.parametrize(
    ("key", "values"),
    [
        ("actor `kind`", findings.ActorKind),
        ("quotation `type`", findings.QuotationType),
        ("meeting `kind`", findings.MeetingKind),
        ("meeting `status`", findings.MeetingStatus),
        ("`level`", findings.Level),
        ("`stance`", findings.Stance),
        ("agreement `status`", findings.AgreementStatus),
        ("incident `status`", findings.IncidentStatus),
        ("`comparator`", findings.Comparator),
    ],
)
def test_every_value_of_the_json_is_described(key: str, values: object) -> None:
    """The values in the reference are those of the types, in their order."""
    row = re.search(rf"^\| {key} \| (.*) \|$", JSON, re.MULTILINE)
    assert row
    assert tuple(re.findall(r"`([^`]+)`", row[1])) == get_args(values)


def test_granularities_are_described() -> None:
    """Every granularity, part and bound of a date stands in the reference."""
    for values in (when.Granularity, when.Mod, when.Bound):
        assert not [value for value in get_args(values) if f"`{value}`" not in JSON]


def test_the_glossary_holds_every_kind() -> None:
    """Each kind of finding, and each word that the stages share, is explained."""
    glossary = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
    words = {kind.__name__.lower() for kind in LISTS.values()} | {
        "report",
        "evidence",
        "span",
        "reading",
        "mark",
        "coverage",
    }
    assert not [word for word in words if f"\n| {word} |" not in glossary]


def test_the_architecture_names_every_package() -> None:
    """Each package and top module stands in the table of the flow, in the order in which they may import."""
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    rows = " ".join(re.findall(r"^\| (`\w+`(?:, `\w+`)*) \|", text, re.MULTILINE))
    flow = re.findall(r"\w+", rows)
    assert flow == [
        *("terms", "sources", "reading", "resolving", "suggesting", "record", "store", "views", "exports", "desk"),
        *("hosting", "web", "api", "settings", "cases", "assembly", "serving", "cli"),
    ]
    packages = {path.parent.name for path in (ROOT / "src" / "dragoman").glob("*/__init__.py")}
    assert packages - {"samples"} <= set(flow)


def test_decisions_have_one_shape() -> None:
    """Each decision has a number of its own, and says its context and what was decided."""
    paths = sorted((ROOT / "docs" / "decisions").glob("*.md"))
    numbers = [path.name[:4] for path in paths]
    assert len(numbers) == len(set(numbers))
    for path in paths:
        text = path.read_text(encoding="utf-8")
        assert text.startswith(f"# {int(path.name[:4])}. ")
        if "dependencies" not in path.name:
            told = re.findall(r"^## (.*)$", text, re.MULTILINE)
            assert (told[0], "Decision" in told) == ("Context", True)


def test_every_dependency_has_its_reason() -> None:
    """Each dependency in pyproject.toml has a row in the decision about them."""
    text = (ROOT / "docs" / "decisions" / "0004-dependencies.md").read_text(encoding="utf-8")
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8").split("dependencies = [")[1].split("]")[0]
    assert not [n for n in re.findall(r'^\s*"([a-z0-9-]+)', project, re.MULTILINE) if f"\n| {n} |" not in text]
