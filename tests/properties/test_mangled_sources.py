"""Whatever bytes arrive under whatever name, taking them in ends with reports and refusals, never with a fault."""

from __future__ import annotations

import io
import json

import pyarrow as pa  # type: ignore[import-untyped]
import pyarrow.parquet as pq  # type: ignore[import-untyped]
from hypothesis import given, settings
from hypothesis import strategies as st
from warcio.statusandheaders import StatusAndHeaders  # type: ignore[import-untyped]
from warcio.warcwriter import WARCWriter  # type: ignore[import-untyped]

from dragoman.sources.draft import Options, Place
from dragoman.sources.take import take_bytes
from dragoman.terms.errors import Refused
from dragoman.terms.report import Report

PAGE = (
    b'<!DOCTYPE html><html><head><meta property="article:published_time" content="2025-05-14"></head><body><article><p>The two '
    b"delegations met in the old harbour town on Tuesday, and agreed to come back next week.</p></article></body></html>"
)
RSS = (
    b'<?xml version="1.0"?><rss version="2.0"><channel><title>P</title><link>https://e.example/</link><item><link>a</link>'
    b"<description><![CDATA[<p>They &amp; met.</p>]]></description><pubDate>Wed, 14 May 2025 10:00:00 GMT</pubDate></item></channel></rss>"
)
ATOM = (
    b'<feed xmlns="http://www.w3.org/2005/Atom"><title>P</title><entry><published>2025-05-14</published><updated>2025-05-15</updated>'
    b'<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>They met.</p></div></content></entry></feed>'
)
ITEM = {"content_html": "<p>They met.</p>", "date_published": "2025-05-14", "url": "/a"}


def _archive(*, gz: bool) -> bytes:
    file = io.BytesIO()
    writer = WARCWriter(file, gzip=gz)
    head = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1")
    page = io.BytesIO(PAGE)
    options = {"payload": page, "length": len(PAGE), "http_headers": head}
    writer.write_record(writer.create_warc_record("https://e.example/", "response", **options))
    return file.getvalue()


def _parquet() -> bytes:
    file = io.BytesIO()
    pq.write_table(pa.table({"text": ["They met.", "They parted."], "published": ["2025-05-14", "2025-05-15"]}), file)
    return file.getvalue()


SEEDS = {
    ".warc.gz": _archive(gz=True),
    ".warc": _archive(gz=False),
    ".parquet": _parquet(),
    ".rss": RSS,
    ".atom": ATOM,
    ".json": json.dumps({"version": "https://jsonfeed.org/version/1", "items": [ITEM]}).encode(),
    ".csv": b'published,text\n2025-05-14,"They, met"\n2025-05-14,x\n',
    ".jsonl": b'{"text": "They met.", "published": "2025-05-14"}\n{}\n',
    ".html": PAGE,
    ".txt": b"---\ndate: 2025-05-14\n---\nThey met.",
    "": b"date 2025-05-14 They met.",
}
EDITS = st.lists(st.tuples(st.integers(0, 1 << 16), st.integers(0, 40), st.binary(max_size=8)), max_size=6)


@settings(max_examples=200, deadline=None)
@given(kind=st.sampled_from(sorted(SEEDS)), name=st.sampled_from([None, *sorted(SEEDS)]), edits=EDITS)
def test_mangled_bytes_are_taken_in_or_refused(
    kind: str, name: str | None, edits: list[tuple[int, int, bytes]]
) -> None:
    """Bytes cut out, put in and exchanged; also under another ending. What is taken in has a text and a day."""
    data = SEEDS[kind]
    for at, length, new in edits:
        place = at % (len(data) + 1)
        data = data[:place] + new + data[place + length :]
    for taken in take_bytes(data, Place("a"), Options(), suffix=kind if name is None else name):
        assert isinstance(taken, Report | Refused)
        if isinstance(taken, Report):
            assert taken.text.strip()
        else:
            assert taken.why


def test_what_is_not_mangled_is_taken_in() -> None:
    """The seeds themselves are reports, so that the test above mangles something."""
    for kind, data in SEEDS.items():
        assert any(isinstance(t, Report) for t in take_bytes(data, Place("a"), Options(), suffix=kind)), kind
