"""Settings: flags, else the environment, else a file, else the default."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.settings import NAMES, Settings, load_settings
from dragoman.terms.errors import SettingsError


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_defaults() -> None:
    """Without anything said, the package's own parts and one worker."""
    assert load_settings({}, {}) == Settings(pipeline=None, codebook=None, workers=1)


def test_the_order_of_places() -> None:
    """A flag counts before the environment, that before the file."""
    Path("dragoman.toml").write_text('pipeline = "from_file"\nworkers = 2\ncodebook = "mine.toml"\n', encoding="utf-8")
    assert load_settings({}, {}) == Settings("from_file", Path("mine.toml"), 2)
    environment = {"DRAGOMAN_PIPELINE": "from_environment", "DRAGOMAN_WORKERS": "3"}
    assert load_settings({}, environment) == Settings("from_environment", Path("mine.toml"), 3)
    flags = {"pipeline": "from_flag", "workers": 4, "codebook": Path("given.toml")}
    assert load_settings(flags, environment) == Settings("from_flag", Path("given.toml"), 4)


def test_flags_that_were_not_given_do_not_count() -> None:
    """None is no value."""
    assert load_settings(dict.fromkeys(NAMES), {"DRAGOMAN_PIPELINE": "x"}).pipeline == "x"


def test_a_file_by_name() -> None:
    """`DRAGOMAN_SETTINGS` names another file, which must be there."""
    Path("other.toml").write_text("workers = 5", encoding="utf-8")
    assert load_settings({}, {"DRAGOMAN_SETTINGS": "other.toml"}).workers == 5
    with pytest.raises(SettingsError, match=r"missing\.toml: no such file"):
        load_settings({}, {"DRAGOMAN_SETTINGS": "missing.toml"})


@pytest.mark.parametrize(
    ("environment", "line"),
    [
        ({"DRAGOMAN_WORKERS": "many"}, "DRAGOMAN_WORKERS: workers must be a number, not 'many'"),
        ({"DRAGOMAN_WORKERS": "0"}, "DRAGOMAN_WORKERS: workers must be 1 or more, not 0"),
    ],
)
def test_a_bad_value_names_its_place(environment: dict[str, str], line: str) -> None:
    """The line says where the value was set and what is wrong with it."""
    with pytest.raises(SettingsError) as told:
        load_settings({}, environment)
    assert str(told.value) == line


@pytest.mark.parametrize("content", ["pipelines = 'x'", "pipeline = 3", "workers = [", "pipeline = ''"])
def test_a_bad_file_is_told(content: str) -> None:
    """Unknown names, values of another kind and broken files are errors, not silence."""
    Path("dragoman.toml").write_text(content, encoding="utf-8")
    with pytest.raises(SettingsError, match=r"dragoman\.toml"):
        load_settings({}, {})
