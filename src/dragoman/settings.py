"""The settings of one run: flags, else the environment, else a file, else the default. Read once, then passed down.

| setting    | flag         | environment           | in `dragoman.toml` | default |
| ---------- | ------------ | --------------------- | ------------------ | ------- |
| pipeline   | `--pipeline` | `DRAGOMAN_PIPELINE`   | `pipeline`         | the English pipeline that comes with the package |
| codebook   | `--codebook` | `DRAGOMAN_CODEBOOK`   | `codebook`         | the codebook that comes with the package |
| workers    | `--workers`  | `DRAGOMAN_WORKERS`    | `workers`          | 1 |
| case       | `--case`     | `DRAGOMAN_CASE`       | `case`             | the working directory, where it holds a case |
| by         | `--by`       | `DRAGOMAN_BY`         | `by`               | the login name |

The file is `dragoman.toml` in the working directory, or what `DRAGOMAN_SETTINGS` names.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dragoman.terms.errors import SettingsError

PREFIX = "DRAGOMAN_"
FILE = "dragoman.toml"
NAMES = ("pipeline", "codebook", "workers", "case", "by")


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run is made with. None stands for what comes with the package."""

    pipeline: str | None = None
    codebook: Path | None = None
    workers: int = 1
    case: Path | None = None
    by: str | None = None


def load_settings(flags: Mapping[str, Any], environment: Mapping[str, str] = os.environ) -> Settings:
    """Return the settings of a run; a flag that is None was not given.

    Raises `SettingsError` with the place of a value that cannot be used.
    """
    named = environment.get(PREFIX + "SETTINGS")
    values = _from_file(Path(named or FILE), must_exist=bool(named))
    places = dict.fromkeys(values, named or FILE)
    for name in NAMES:
        if environment.get(PREFIX + name.upper()):
            values[name], places[name] = environment[PREFIX + name.upper()], PREFIX + name.upper()
        if flags.get(name) is not None:
            values[name], places[name] = flags[name], f"--{name}"
    return Settings(
        pipeline=_text(values, places, "pipeline"),
        codebook=None if (codebook := _text(values, places, "codebook")) is None else Path(codebook),
        workers=_count(values.get("workers", 1), places.get("workers", "")),
        case=None if (case := _text(values, places, "case")) is None else Path(case),
        by=_text(values, places, "by"),
    )


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
        raise SettingsError(str(path), f"knows no setting {unknown[0]!r}; there are {', '.join(NAMES)}")
    return values


def _text(values: Mapping[str, Any], places: Mapping[str, str], name: str) -> str | None:
    value = values.get(name)
    if value is None:
        return None
    if not isinstance(value, str | Path) or not str(value):
        raise SettingsError(places[name], f"{name} must be a name, not {value!r}")
    return str(value)


def _count(value: Any, place: str) -> int:
    try:
        number = int(value)
    except (TypeError, ValueError) as error:
        raise SettingsError(place, f"workers must be a number, not {value!r}") from error
    if number < 1:
        raise SettingsError(place, f"workers must be 1 or more, not {number}")
    return number
