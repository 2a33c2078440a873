"""Saved feeds: what of an entry is its text, its day, its publisher; what is refused."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from dragoman.terms.errors import Refused
from dragoman.terms.report import Report

Took = Callable[..., list[Report | Refused]]
DAY = date(2025, 5, 14)
SPACES = (
    'xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:content="http://purl.org/rss/1.0/modules/content/"'
)


def rss(*items: str, head: str = "<title>Harbour Post</title><link>https://e.example/news/</link>") -> str:
    """Return an RSS feed."""
    return f'<?xml version="1.0"?>\n<!-- saved -->\n<rss version="2.0" {SPACES}><channel>{head}{"".join(items)}</channel></rss>'


def item(words: str = "<description>They met.</description>", day: str = "Wed, 14 May 2025 10:00:00 GMT") -> str:
    """Return an item of an RSS feed."""
    return f"<item><title>Envoys meet</title><link>talks.html</link>{words}<pubDate>{day}</pubDate></item>"


def atom(*entries: str) -> str:
    """Return an Atom feed."""
    return (
        '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://e.example/b/"><title>Harbour Post</title>'
        f"<id>f</id><updated>2025-05-20T00:00:00Z</updated>{''.join(entries)}</feed>"
    )


def entry(words: str, *, published: str = "<published>2025-05-14T22:00:00-04:00</published>", more: str = "") -> str:
    """Return an entry of an Atom feed."""
    return (
        f'<entry><title>Envoys meet</title><id>e</id><link href="talks.html"/>{published}'
        f"<updated>2025-05-15T08:00:00Z</updated>{words}{more}</entry>"
    )


def test_an_item_is_a_report(took: Took) -> None:
    """The full content counts before the summary; the feed is the publisher, the address made whole; its bytes are kept."""
    full = (
        "<description>In short.</description><content:encoded><![CDATA[<h2>Talks</h2><p>They met\nfor an hour &amp; more.</p>"
        '<script>run()</script><figure><figcaption>A door.</figcaption></figure><p>“No,” <a href="/x">he</a> said.</p>'
        "]]></content:encoded><atom:updated>2025-05-15T08:00:00Z</atom:updated>"
    )
    (report,) = took("feed.xml", rss(item(full)))
    assert isinstance(report, Report)
    assert report.text == "Talks\nThey met for an hour & more.\n“No,” he said."
    assert (report.published, report.publisher, report.title) == (DAY, "Harbour Post", "Envoys meet")
    assert (report.url, report.updated) == ("https://e.example/news/talks.html", "2025-05-15T08:00:00+00:00")
    assert report.raw == item(full).encode()
    assert report.path is not None


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("<description>They met.\n\nThey parted &amp;amp; left.</description>", "They met.\n\nThey parted & left."),
        (
            "<description>&lt;p&gt;They met.&lt;/p&gt;&lt;p&gt;They parted.&lt;/p&gt;</description>",
            "They met.\nThey parted.",
        ),
        (
            "<description><![CDATA[They &lt; met<br/>again <b>and</b> again.]]></description>",
            "They < met\nagain and again.",
        ),
    ],
)
def test_a_summary_is_text(took: Took, words: str, text: str) -> None:
    """HTML gives its words, one paragraph a line; what has no tags keeps its own lines."""
    (report,) = took("a.rss", rss(item(words)))
    assert isinstance(report, Report)
    assert report.text == text


def test_an_atom_entry(took: Took) -> None:
    """XHTML content, a base for addresses, the day in its own time zone, the source of a gathered entry."""
    words = '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>They <b>met</b>.</p><p>Twice.</p></div></content>'
    source = "<source><id>s</id><title>Northern Wire</title></source>"
    first, second = took("feed", atom(entry(words), entry('<summary type="text">5 &lt; 6</summary>', more=source)))
    assert isinstance(first, Report)
    assert isinstance(second, Report)
    assert (first.text, first.published, first.publisher) == ("They met.\nTwice.", DAY, "Harbour Post")
    assert (first.url, first.updated) == ("https://e.example/b/talks.html", "2025-05-15T08:00:00+00:00")
    assert (second.text, second.publisher) == ("5 < 6", "Northern Wire")
    assert second.raw is not None
    assert second.raw.startswith(b"<entry>")
    assert second.raw.endswith(b"</entry>")


def test_a_day_of_change_is_no_day_of_publication(took: Took) -> None:
    """An entry that tells only when it was changed is refused, and the others are read; a day given by a person counts."""
    entries = (entry("<summary>They met.</summary>", published=""), entry("<summary>They parted.</summary>"))
    refused, report = took("a.atom", atom(*entries))
    assert isinstance(refused, Refused)
    assert refused.why == "has no publication date; give one with --published YYYY-MM-DD"
    assert refused.path.endswith("a.atom, entry 1")
    assert isinstance(report, Report)
    first, _ = took("a.atom", atom(*entries), published=DAY)
    assert isinstance(first, Report)
    assert first.published == DAY


def test_the_one_date_of_rss_1(took: Took) -> None:
    """`dc:date` is the day of the item, and no change of it."""
    feed = (
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="c"><title>Harbour Post</title></channel>'
        '<item rdf:about="i"><title>T</title><link>https://e.example/a</link><description>They met.</description>'
        "<dc:date>2025-05-14T10:00:00Z</dc:date></item></rdf:RDF>"
    )
    (report,) = took("a.xml", feed)
    assert isinstance(report, Report)
    assert (report.published, report.updated, report.publisher) == (DAY, None, "Harbour Post")


def test_entries_with_one_address_stay_two(took: Took) -> None:
    """Two versions of an article in one feed are two reports of the same address."""
    first, second = took("a.rss", rss(item(), item("<description>They met again.</description>")))
    assert isinstance(first, Report)
    assert isinstance(second, Report)
    assert first.url == second.url
    assert first.id != second.id


def test_bad_entries_do_not_stop_the_others(took: Took) -> None:
    """No text, no day, an impossible day: each is told with the number of its entry."""
    taken = took(
        "a.rss",
        rss(
            item("<description> </description>"),
            item("<description>&lt;img src='x'&gt;</description>"),
            item(day=""),
            item(day="5/6/2025"),
            item(),
        ),
    )
    assert [t.why if isinstance(t, Refused) else t.text for t in taken] == [
        "has no text",
        "has no text",
        "has no publication date; give one with --published YYYY-MM-DD",
        "has an impossible date in the feed: 5/6/2025",
        "They met.",
    ]


def test_an_entry_that_is_cut_off_is_refused(took: Took) -> None:
    """A feed that ends early gives its whole entries; half an article is none."""
    whole = rss(item(), item("<description>They parted without a word.</description>"))
    first, refused = took("a.rss", whole[: whole.rindex(" without a word")])
    assert isinstance(first, Report)
    assert isinstance(refused, Refused)
    assert refused.why == "is cut off before its end"


def test_a_feed_that_is_not_quite_xml_is_read(took: Took) -> None:
    """A stray ampersand or an unknown entity is no reason to lose a feed."""
    (report,) = took("a.rss", rss(item("<description>Talks & more talks&nbsp;again.</description>")))
    assert isinstance(report, Report)
    assert "Talks" in report.text
    assert "more talks" in report.text


def test_words_that_look_like_tags_do_not_cut_an_entry(took: Took) -> None:
    """The bytes of an entry are its own, also where its content speaks of items."""
    words = "<description><![CDATA[<p>An </item> of the list.</p>]]></description><!-- <item> -->"
    (report,) = took("a.rss", rss(item(words)))
    assert isinstance(report, Report)
    assert report.raw == item(words).encode()


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("a.xml", rss(), "is a feed without entries"),
        ("a.rss", "They met.", "is not a feed that can be read"),
        ("a.xml", "<?xml version='1.0'?><rss><channel>", "is a feed without entries"),
    ],
)
def test_what_is_no_feed(took: Took, name: str, content: str, why: str) -> None:
    """Each refusal says what is missing."""
    (refused,) = took(name, content)
    assert isinstance(refused, Refused)
    assert refused.why == why


def test_other_xml_is_text(took: Took) -> None:
    """XML that is no feed is read as the text that it is."""
    (report,) = took("a.xml", "<?xml version='1.0'?><note>They met.</note>", published=DAY)
    assert isinstance(report, Report)
    assert report.text.startswith("<?xml")


def test_no_entity_is_expanded_without_bound(took: Took) -> None:
    """Entities that multiply, and ones that name files, give nothing of the kind."""
    bomb = (
        '<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "'
        + "&a;" * 99
        + '"><!ENTITY c "'
        + "&b;" * 99
        + '"><!ENTITY d "'
        + "&c;" * 99
    )
    file = '"><!ENTITY f SYSTEM "file:///etc/passwd'
    feed = f'{bomb}{file}">]>' + rss(item("<description>They met &d; &f;.</description>")).partition("-->")[2]
    for taken in took("a.rss", feed):
        if isinstance(taken, Report):
            assert len(taken.text) < 1_000
            assert "root:" not in taken.text
