"""The settings of one run: flags, else the environment, else a file, else the default. Read once, then passed down.

| setting    | flag         | environment           | in `dragoman.toml` | default |
| ---------- | ------------ | --------------------- | ------------------ | ------- |
| pipeline   | `--pipeline` | `DRAGOMAN_PIPELINE`   | `pipeline`         | the English pipeline that comes with the package |
| codebook   | `--codebook` | `DRAGOMAN_CODEBOOK`   | `codebook`         | the codebook that comes with the package |
| workers    | `--workers`  | `DRAGOMAN_WORKERS`    | `workers`          | 1 |
| case       | `--case`     | `DRAGOMAN_CASE`       | `case`             | the working directory, where it holds a case |
| by         | `--by`       | `DRAGOMAN_BY`         | `by`               | the login name |

Of a language model that suggests findings, for those who have one:

| setting         | flag              | environment               | in `dragoman.toml` | default |
| --------------- | ----------------- | ------------------------- | ------------------ | ------- |
| its address     | `--model`         | `DRAGOMAN_MODEL`          |                    | none: no model is asked; "off" is none too |
| its name        | `--model-name`    | `DRAGOMAN_MODEL_NAME`     |                    | |
| kept answers    | `--model-cache`   | `DRAGOMAN_MODEL_CACHE`    | `model_cache`      | a folder in the user's cache |
| reports a run   | `--model-reports` | `DRAGOMAN_MODEL_REPORTS`  | `model_reports`    | 100 |
| seconds each    | `--model-seconds` | `DRAGOMAN_MODEL_SECONDS`  | `model_seconds`    | 60 |
| tokens each     | `--model-tokens`  | `DRAGOMAN_MODEL_TOKENS`   | `model_tokens`     | 4000 |
| its key         |                   | `DRAGOMAN_MODEL_KEY`      |                    | none |

The file is `dragoman.toml` in the working directory, or what `DRAGOMAN_SETTINGS` names. A file may come with a folder from
anywhere, so it can't name a model: that would send reports, and the key, to an address of somebody else's choice.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from dragoman.suggesting.model import BOUNDS, Model, shown
from dragoman.terms.errors import SettingsError

PREFIX = "DRAGOMAN_"
FILE = "dragoman.toml"
OF_MODEL = ("model", "model_name", "model_cache", "model_reports", "model_seconds", "model_tokens")
NAMES = ("pipeline", "codebook", "workers", "case", "by", *OF_MODEL)
NEVER_IN_FILE = ("model", "model_name")
NO_ADDRESS = "model must be an address like http://localhost:8080/v1"


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run is made with. None stands for what comes with the package."""

    pipeline: str | None = None
    codebook: Path | None = None
    workers: int = 1
    case: Path | None = None
    by: str | None = None
    model: Model | None = None


def load_settings(flags: Mapping[str, Any], environment: Mapping[str, str] = os.environ) -> Settings:
    """Return the settings of a run; a flag that is None was not given.

    A run whose flags do not know `model` asks none: what the environment says of one is not looked at, and can't stop it.
    Raises `SettingsError` with the place of a value that cannot be used.
    """
    named = environment.get(PREFIX + "SETTINGS")
    values = _from_file(Path(named or FILE), must_exist=bool(named))
    places = dict.fromkeys(values, named or FILE)
    for name in NAMES:
        if environment.get(PREFIX + name.upper()):
            values[name], places[name] = environment[PREFIX + name.upper()], PREFIX + name.upper()
        if flags.get(name) is not None:
            values[name], places[name] = flags[name], "--" + name.replace("_", "-")
    return Settings(
        pipeline=_text(values, places, "pipeline"),
        codebook=None if (codebook := _text(values, places, "codebook")) is None else Path(codebook),
        workers=_count(values, places, "workers", 1),
        case=None if (case := _text(values, places, "case")) is None else Path(case),
        by=_text(values, places, "by"),
        model=_model(values, places, environment) if "model" in flags else None,
    )


def model_key(environment: Mapping[str, str] = os.environ) -> str | None:
    """Return the key of the model. It comes from the environment alone, and is kept nowhere."""
    return environment.get(PREFIX + "MODEL_KEY") or None


def _model(values: Mapping[str, Any], places: Mapping[str, str], environment: Mapping[str, str]) -> Model | None:
    url, name = _text(values, places, "model"), _text(values, places, "model_name")
    if url is None or url == "off":
        return None
    try:
        parts = urlsplit(url)
        usable = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError as error:  # it may quote the address, which may hold a key
        raise SettingsError(places["model"], NO_ADDRESS) from error
    if parts.username is not None or parts.password is not None:
        why = f"the key of a model belongs into {PREFIX}MODEL_KEY, not into its address"
        raise SettingsError(places["model"], why)
    if not usable:
        raise SettingsError(places["model"], NO_ADDRESS)
    if name is None:
        raise SettingsError(places["model"], f"the model at {shown(url)} needs its name: --model-name NAME")
    caches = environment.get("XDG_CACHE_HOME") or Path(environment.get("HOME") or Path.home(), ".cache")
    cache = _text(values, places, "model_cache") or Path(caches, "dragoman", "model")
    bounds = {bound: _count(values, places, f"model_{bound}", most) for bound, most in BOUNDS.items()}
    return Model(url, name, Path(cache), needed=False, **bounds)


def _from_file(path: Path, *, must_exist: bool) -> dict[str, Any]:
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        if must_exist:
            raise SettingsError(str(path), "no such file") from error
        return {}
    except (OSError, ValueError) as error:
        raise SettingsError(str(path), f"cannot be used: {error}") from error
    unknown = sorted(set(values) - set(NAMES))
    if unknown:
        allowed = ", ".join(name for name in NAMES if name not in NEVER_IN_FILE)
        raise SettingsError(str(path), f"knows no setting {unknown[0]!r}; there are {allowed}")
    for name in NEVER_IN_FILE:
        if name in values:
            how = f"--{name.replace('_', '-')} or {PREFIX}{name.upper()}"
            raise SettingsError(str(path), f"{name} is not taken from a file, which may be another's: say it by {how}")
    return values


def _text(values: Mapping[str, Any], places: Mapping[str, str], name: str) -> str | None:
    value = values.get(name)
    if value is None:
        return None
    if not isinstance(value, str | Path) or not str(value):
        raise SettingsError(places[name], f"{name} must be a name, not {value!r}")
    return str(value)


def _count(values: Mapping[str, Any], places: Mapping[str, str], name: str, default: int) -> int:
    value, place = values.get(name, default), places.get(name, "")
    try:
        number = int(value)
    except (TypeError, ValueError) as error:
        raise SettingsError(place, f"{name} must be a number, not {value!r}") from error
    if number < 1:
        raise SettingsError(place, f"{name} must be 1 or more, not {number}")
    return number
