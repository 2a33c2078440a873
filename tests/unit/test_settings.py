"""Settings: flags, else the environment, else a file, else the default."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.settings import NAMES, Settings, load_settings, model_key
from dragoman.suggesting.model import Model
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


def test_no_model_unless_it_is_named() -> None:
    """A name alone asks nobody; "off" outranks the address of the environment; bounds may stand in a file."""
    Path("dragoman.toml").write_text("model_reports = 7\n", encoding="utf-8")
    environment = {"DRAGOMAN_MODEL": "http://localhost:1/v1", "DRAGOMAN_MODEL_NAME": "a", "DRAGOMAN_MODEL_SECONDS": "9"}
    model = load_settings({"model": None, "model_name": "b", "model_cache": Path("kept")}, environment).model
    assert model == Model("http://localhost:1/v1", "b", Path("kept"), reports=7, seconds=9)
    assert load_settings({"model": "off"}, environment).model is None
    assert load_settings({"model": None, "model_name": "a"}, {}).model is None


@pytest.mark.parametrize("name", ["model", "model_name"])
@pytest.mark.parametrize("flags", [{}, {"model": "http://localhost:1/v1", "model_name": "a"}])
def test_a_file_names_no_model(name: str, flags: dict[str, str]) -> None:
    """A folder from somebody else can't turn the network on; the line says where it is said, and not what stands there."""
    for file, environment in ("dragoman.toml", {}), ("other.toml", {"DRAGOMAN_SETTINGS": "other.toml"}):
        Path(file).write_text(f'{name} = "https://a.example/v1?api_key=secret"', encoding="utf-8")
        with pytest.raises(SettingsError) as told:
            load_settings(flags, environment)
        flag = name.replace("_", "-")
        how = f"say it by --{flag} or DRAGOMAN_{name.upper()}"
        assert str(told.value) == f"{file}: {name} is not taken from a file, which may be another's: {how}"
        Path(file).unlink()


@pytest.mark.parametrize(
    "environment",
    [
        {"DRAGOMAN_MODEL": "http://localhost:1/v1"},
        {"DRAGOMAN_MODEL": "nowhere", "DRAGOMAN_MODEL_NAME": "a"},
        {"DRAGOMAN_MODEL": "http://localhost:1/v1", "DRAGOMAN_MODEL_NAME": "a", "DRAGOMAN_MODEL_TOKENS": "many"},
    ],
)
def test_what_asks_no_model_is_not_stopped_by_one(environment: dict[str, str]) -> None:
    """What is wrong with a model is told by the commands that have its flag, and breaks no other."""
    assert load_settings({"case": None}, environment).model is None
    with pytest.raises(SettingsError):
        load_settings({"case": None, "model": None}, environment)


def test_where_answers_are_kept() -> None:
    """In the user's cache, where nobody says another place."""
    named = {"model": "https://a.example/v1", "model_name": "a"}
    for environment, folder in ({"XDG_CACHE_HOME": "/c"}, "/c"), ({"HOME": "/h"}, "/h/.cache"):
        model = load_settings(named, environment).model
        assert model is not None
        assert model.cache == Path(folder, "dragoman", "model")


def test_the_key_comes_from_the_environment_alone() -> None:
    """It is no setting: a file that holds one is refused, and no flag sets it."""
    assert (model_key({}), model_key({"DRAGOMAN_MODEL_KEY": "secret"})) == (None, "secret")
    Path("dragoman.toml").write_text('model_key = "secret"', encoding="utf-8")
    with pytest.raises(SettingsError, match="knows no setting 'model_key'"):
        load_settings({}, {})


@pytest.mark.parametrize(
    ("flags", "line"),
    [
        ({"model": "http://localhost:1/v1"}, "--model: the model at http://localhost:1/v1 needs its name: --model-name NAME"),
        ({"model": "http://[::1]:1/v1?api_key=secret#more"}, "--model: the model at http://[::1]:1/v1 needs its name: --model-name NAME"),
        ({"model": "localhost:1"}, "--model: model must be an address like http://localhost:8080/v1"),
        ({"model": "me:secret@localhost"}, "--model: model must be an address like http://localhost:8080/v1"),
        ({"model": "http://[::"}, "--model: model must be an address like http://localhost:8080/v1"),
        ({"model": "http://localhost:99999"}, "--model: model must be an address like http://localhost:8080/v1"),
        ({"model": "http://me:secret@localhost"}, "--model: the key of a model belongs into DRAGOMAN_MODEL_KEY, not into its address"),
        ({"model": "http://localhost", "model_tokens": 0}, "--model-tokens: model_tokens must be 1 or more, not 0"),
    ],
)  # fmt: skip
def test_a_bad_model_names_its_place(flags: dict[str, object], line: str) -> None:
    """An address that is none, one without a name, and a bound of nothing are told before anything is read."""
    with pytest.raises(SettingsError) as told:
        load_settings({**({"model_name": "a"} if "model_tokens" in flags else {}), **flags}, {})
    assert str(told.value) == line
