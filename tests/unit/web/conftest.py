"""A desk in a browser without a browser: pages of the sample case, and of a case whose every word is hostile."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from dragoman.assembly import Reader
from dragoman.hosting.ground import Ground
from dragoman.record.filing import Filing, file_report
from dragoman.serving import make_desk, make_ground
from dragoman.settings import Settings
from dragoman.sources.take import Options, take
from dragoman.store.opening import create
from dragoman.store.store import Store
from dragoman.terms.report import Report
from tests.conformance.filings import Line, filing

SAMPLE = Path(__file__).parents[3] / "src/dragoman/samples/lenn"
RECORDED = "2026-03-21T08:00:00.000000+00:00"
HOSTILE = '<script>alert(1)</script><img src=x onerror="alert(2)">{{ 7*7 }}\''
"""What would run, or break out of an attribute, where it were not escaped."""


class _Tags(HTMLParser):
    """Collects the tags of a page with their attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep a tag."""
        self.tags.append((tag, dict(attrs)))


@dataclass(frozen=True)
class Page:
    """An answer of the desk as a test looks at it."""

    status: int
    html: str

    @property
    def text(self) -> str:
        """What stands on the page, without tags, white space folded."""
        return " ".join(re.sub(r"<[^>]*>", " ", self.html).split())

    @property
    def tags(self) -> list[tuple[str, dict[str, str | None]]]:
        """The tags of the page with their attributes, in order."""
        parser = _Tags()
        parser.feed(self.html)
        return parser.tags

    @property
    def headings(self) -> list[int]:
        """The levels of the headings, in order."""
        return [int(tag[1]) for tag, _ in self.tags if re.fullmatch(r"h[1-6]", tag)]

    @property
    def addresses(self) -> list[str]:
        """Where the links of the page lead."""
        return [found for tag, attributes in self.tags if tag == "a" and (found := attributes.get("href")) is not None]


@dataclass(frozen=True)
class Desk:
    """A served case."""

    client: TestClient
    ground: Ground
    seen: dict[str, Page] = field(default_factory=dict)

    def page(self, address: str) -> Page:
        """Return what the desk answers at an address, asked anew each time."""
        answer = self.client.get(address, follow_redirects=False)
        return Page(answer.status_code, answer.text)

    def look(self, address: str) -> Page:
        """Return what the desk answers at an address, asked once: for tests that change nothing."""
        if address not in self.seen:
            self.seen[address] = self.page(address)
        return self.seen[address]


@pytest.fixture(scope="session")
def sample(reader: Reader) -> tuple[Filing, ...]:
    """The reports of the sample case, read once."""
    taken = [report for path in sorted(SAMPLE.iterdir()) for report in take(path, Options())]
    return tuple(map(file_report, reader.read(r for r in taken if isinstance(r, Report))))


def _served(store: Store) -> Iterator[Desk]:
    ground = make_ground(store, Settings(), name="lenn", host="127.0.0.1", by="ana", now=lambda: RECORDED)
    with TestClient(make_desk(ground), base_url="http://127.0.0.1") as client:
        yield Desk(client, ground)
    store.close()


@pytest.fixture(scope="session")
def desk_case(sample: tuple[Filing, ...], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """The sample case, served to look at. What a test changes, it must change in a case of its own."""
    store = create(f"sqlite:///{tmp_path_factory.mktemp('desk') / 'record.sqlite'}")
    store.take(sample, recorded=RECORDED, reader="a reader", codebook="a codebook")
    yield from _served(store)


@pytest.fixture(scope="session")
def empty_desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A case without a report, served."""
    yield from _served(create(f"sqlite:///{tmp_path_factory.mktemp('empty') / 'record.sqlite'}"))


@pytest.fixture(scope="session")
def hostile_desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A case in which every word that a report can choose is hostile."""
    who = f"Eve {HOSTILE}"
    lines = [Line("meeting", who, f"Valletta {HOSTILE}", date(2026, 3, day)) for day in (12, 20)] + [
        Line(kind, who, f"the truce {HOSTILE}", date(2026, 3, 10)) for kind in ("position", "figure")
    ]
    card = {"publisher": f"Post {HOSTILE}", "title": f"Title {HOSTILE}", "url": f"javascript:alert('{HOSTILE}')"}
    others = [replace(line, what=f"{line.what} again") for line in lines]
    store = create(f"sqlite:///{tmp_path_factory.mktemp('hostile') / 'record.sqlite'}")
    told = (
        filing("2026-03-11", *lines, unread=f"Unread {HOSTILE}", **card),
        filing("2026-03-13", *lines, *others, **{**card, "publisher": f"Mail {HOSTILE}"}),
    )
    store.take(told, recorded=RECORDED, reader="a reader", codebook="a codebook")
    yield from _served(store)


@pytest.fixture
def fresh_desk(sample: tuple[Filing, ...], tmp_path: Path) -> Iterator[Callable[[], Desk]]:
    """Make a desk of the sample case that a test may change."""
    made: list[Iterator[Desk]] = []

    def make() -> Desk:
        store = create(f"sqlite:///{tmp_path / f'record{len(made)}.sqlite'}")
        store.take(sample, recorded=RECORDED, reader="a reader", codebook="a codebook")
        made.append(_served(store))
        return next(made[-1])

    yield make
    for one in made:
        next(one, None)
