"""Web pages: the article's words, and the day that the page itself gives."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from dragoman.sources.pageday import day_of_page
from dragoman.sources.take import Options, take
from dragoman.terms.errors import Refused
from dragoman.terms.report import Report

ARTICLE = (
    "<p>The two delegations met in the old harbour town on Tuesday, the ministry said, and agreed to come back next week.</p>"
    "<p>“We are not there yet,” said the minister, who leads the team of the northern side in the talks with the south.</p>"
)
DAY = date(2025, 5, 14)


def html(head: str = "", body: str = ARTICLE, before: str = "") -> str:
    """Return a page."""
    return (
        f'{before}<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Envoys meet | Harbour Post</title>{head}</head>'
        f"<body><nav><a href='/'>Home</a></nav><article><h1>Envoys meet</h1>{body}</article></body></html>"
    )


def taken(
    folder: Path, content: str | bytes, *, name: str = "page.html", fetched: date | None = None
) -> Report | Refused:
    """Take in a page."""
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    (result,) = take(path, Options(fetched=fetched))
    return result


META = '<meta property="article:published_time" content="2025-05-14T22:30:00-04:00">'


def test_a_page_gives_its_article(tmp_path: Path) -> None:
    """Text, title, publisher and address come from the page; menus do not."""
    head = (
        META
        + '<meta property="og:site_name" content="The Harbour Post"><link rel="canonical" href="https://example.org/a">'
    )
    report = taken(tmp_path, html(head))
    assert isinstance(report, Report)
    assert "agreed to come back next week." in report.text
    assert "“We are not there yet,”" in report.text
    assert "Home" not in report.text
    assert (report.published, report.publisher, report.url) == (DAY, "The Harbour Post", "https://example.org/a")
    assert report.path == str(tmp_path / "page.html")


def test_a_page_is_known_by_its_beginning(tmp_path: Path) -> None:
    """A page that was saved under another ending is read as a page."""
    report = taken(tmp_path, html(META, before="\n<!-- saved -->\n"), name="page.txt")
    assert isinstance(report, Report)
    assert "<p>" not in report.text


@pytest.mark.parametrize(
    "page",
    [
        html(META),
        html('<meta name="date" content="2025-05-14">'),
        html('<meta itemprop="datePublished" content="2025-05-14">'),
        html('<meta property="article:modified_time" content="2025-05-20">' + META),
        html(
            '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2025-05-14T08:00Z"}</script>'
        ),
        html(
            '<script type="application/ld+json">{"@graph": [{"@type": "WebPage", "datePublished": "2025-05-10"},'
            '{"@type": ["Thing", "NewsArticle"], "datePublished": "2025-05-14", "dateModified": "2025-05-21"}]}</script>'
        ),
        html(body='<time datetime="2025-05-14T08:00:00Z">14 May</time>' + ARTICLE),
        html(
            body='<time class="updated" datetime="2025-05-20">20 May</time><time datetime="2025-05-14">x</time>'
            + ARTICLE
        ),
        html(body='<span class="post-date">May 14, 2025</span>' + ARTICLE),
        html(body='<div class="entry-date"><span>Published on</span> 14 May 2025</div>' + ARTICLE),
        html(body='<abbr class="published" title="2025-05-14">Wed</abbr>' + ARTICLE),
        html('<link rel="canonical" href="https://example.org/world/2025/05/14/envoys-meet">'),
        html(body="<p>Published: 14 May 2025</p>" + ARTICLE),
        html(body="<p>Wednesday, 14 May 2025</p>" + ARTICLE),
        html('<script type="application/ld+json">{broken</script>' + META),
        html("<![nonsense[" + META, body=ARTICLE + '<time datetime="2025-05-14">x</time>'),
    ],
)
def test_where_a_page_tells_its_day(tmp_path: Path, page: str) -> None:
    """Linked data, meta tags, dated elements, the address, a line of its own: the day of first publication."""
    report = taken(tmp_path, page)
    assert isinstance(report, Report), report
    assert report.published == DAY


@pytest.mark.parametrize(
    "page",
    [
        html(),
        html('<meta property="article:modified_time" content="2025-05-20">'),
        html(body=ARTICLE + "<p>The accord of 14 March 2019 was broken by both sides.</p>"),
        html(body=ARTICLE + "<footer>Copyright 2024</footer>"),
        html(body='<span class="updated-date">Updated May 14, 2025</span>' + ARTICLE),
        html('<meta name="date" content="05/06/2025">'),
    ],
)
def test_a_page_that_tells_no_day_is_refused(tmp_path: Path, page: str) -> None:
    """What a page mentions, when it was changed, and when its file was written are not its day."""
    refused = taken(tmp_path, page)
    assert isinstance(refused, Refused)
    assert "no publication date" in refused.why


def test_no_day_after_the_fetch() -> None:
    """A day after the page was fetched is not believed; the next place is asked."""
    page = html('<meta property="article:published_time" content="2025-05-22"><meta name="date" content="2025-05-14">')
    assert day_of_page(page) == date(2025, 5, 22)
    assert day_of_page(page, latest=date(2025, 5, 20)) == DAY
    assert day_of_page(page, latest=date(2025, 5, 13)) is None


@pytest.mark.parametrize(
    "before",
    [
        "<!--\n Page saved with SingleFile \n url: https://example.org/ \n saved date: Tue May 20 2025 10:00:00 GMT+0200 \n-->",
        "<!-- Mirrored from example.org/a by HTTrack Website Copier/3.x [XR&CO'2014], Tue, 20 May 2025 10:00:00 GMT -->",
    ],
)
def test_the_copier_tells_the_fetch(tmp_path: Path, before: str) -> None:
    """Where the tool that saved the page wrote the day, that is the fetch."""
    page = html(
        '<meta property="article:published_time" content="2025-05-22"><meta name="date" content="2025-05-14">',
        before=before,
    )
    report = taken(tmp_path, page)
    assert isinstance(report, Report)
    assert report.published == DAY


def test_a_person_may_tell_the_fetch(tmp_path: Path) -> None:
    """The given day of the fetch counts."""
    page = html('<meta property="article:published_time" content="2025-05-22">')
    assert isinstance(taken(tmp_path, page, fetched=date(2025, 5, 20)), Refused)
    assert isinstance(taken(tmp_path, page, fetched=date(2025, 5, 22)), Report)


def test_a_page_in_its_own_encoding(tmp_path: Path) -> None:
    """A page that is not UTF-8 is decoded as it says."""
    page = html(
        META.replace("utf-8", ""), body=ARTICLE + "<p>The façade of the ministry was repainted before the talks.</p>"
    )
    report = taken(
        tmp_path,
        page.replace('charset="utf-8"', 'charset="iso-8859-1"').replace("“", '"').replace("”", '"').encode("latin-1"),
    )
    assert isinstance(report, Report)
    assert "façade" in report.text
    assert report.warnings == ()


@pytest.mark.parametrize(
    "content", ["<html><body></body></html>", "<html>", "<!doctype html>\x00", "<html><body><script>x</script>"]
)
def test_a_page_without_words_is_refused(tmp_path: Path, content: str) -> None:
    """A page of nothing has no article."""
    assert isinstance(taken(tmp_path, content), Refused)


def test_the_same_page_gives_the_same_report(tmp_path: Path) -> None:
    """Nothing of the clock or of earlier pages comes into it."""
    assert taken(tmp_path, html(META)) == taken(tmp_path, html(META))


LINKED = '<script type="application/ld+json">{"@type": "NewsArticle", "dateModified": "2025-05-15"}</script>'


@pytest.mark.parametrize(
    ("head", "body", "updated"),
    [
        ('<meta property="article:modified_time" content="2025-05-15T08:00:00Z">', "", "2025-05-15T08:00:00+00:00"),
        ('<meta property="og:updated_time" content="2025-05-15T08:00:00-04:00">', "", "2025-05-15T08:00:00-04:00"),
        (LINKED + '<meta property="article:modified_time" content="2025-05-16">', "", "2025-05-15"),
        ("", '<time itemprop="dateModified" datetime="2025-05-15T08:00">Updated</time>', "2025-05-15T08:00:00"),
        ('<meta itemprop="dateModified" content="soon">', "", None),
        ("", "", None),
    ],
)  # fmt: skip
def test_a_page_tells_when_it_was_changed(tmp_path: Path, head: str, body: str, updated: str | None) -> None:
    """Linked data before meta tags; the day of publication stays what it was. The page's bytes are kept."""
    report = taken(tmp_path, content := html(META + head, ARTICLE + body))
    assert isinstance(report, Report)
    assert (report.published, report.updated) == (DAY, updated)
    assert report.raw == content.encode()
    assert "raw" not in repr(report)


def test_a_change_after_the_page_was_saved_is_not_believed(tmp_path: Path) -> None:
    """A page that was there already cannot have been changed later."""
    head = META + '<meta property="article:modified_time" content="2025-05-20">'
    report = taken(tmp_path, html(head), fetched=date(2025, 5, 16))
    assert isinstance(report, Report)
    assert report.updated is None
