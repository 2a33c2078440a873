"""Copies are found by signatures: however they were cut, put in another order or put into another text."""

from __future__ import annotations

from datetime import date
from random import Random  # noqa: TID251 - drawn from a fixed seed

import pytest

from dragoman.record.identity.origins.addresses import plain_address, site_of
from dragoman.record.identity.origins.copies import bands_of, key_bands, likeness, near, shared_runs, sign, words_of
from dragoman.terms.report import content_id

SUBJECTS = (
    "ferry harbour orchard council miller glacier pilot bridge teacher quarry senator lantern baker canal".split()
)
VERBS = "carried watched painted opened measured counted lifted crossed followed repaired visited praised".split()
OBJECTS = "crates letters engines carpets ledgers statues barrels horses windows medals ropes maps coins masts".split()
PLACES = "Aune Brell Corvo Dunmar Eskil Farrow Gant Holm Ister Jarl".split()


def story(seed: int, sentences: int = 14) -> list[str]:
    """Return a story that has no phrase of another in common but by chance."""
    drawn = Random(seed)
    return [
        f"The {drawn.choice(SUBJECTS)} {drawn.choice(VERBS)} {drawn.randint(2, 900)} {drawn.choice(OBJECTS)} near "
        f"{drawn.choice(PLACES)} while a {drawn.choice(SUBJECTS)} {drawn.choice(VERBS)} the {drawn.choice(OBJECTS)} "
        f"of {drawn.choice(PLACES)} for {drawn.randint(2, 900)} days."
        for _ in range(sentences)
    ]


def edited(sentences: list[str], *, keep: float, drawn: Random) -> str:
    """Return a copy with some sentences cut, the rest in another order, and sentences of another story behind them."""
    kept = [s for s in sentences if drawn.random() < keep] or sentences[:1]
    drawn.shuffle(kept)
    return " ".join([*kept, *story(drawn.randint(10_000, 20_000), 5)])


def bands(text: str) -> set[str]:
    """Return the bands of a text of no address."""
    return set(bands_of(sign(text), None))


@pytest.mark.parametrize(("keep", "found"), [(0.9, 1.0), (0.7, 0.99), (0.5, 0.97), (0.4, 0.93)])
def test_edited_copies_share_a_band(keep: float, found: float) -> None:
    """Of copies that were cut by a tenth to six tenths, reordered and extended, nearly all are found."""
    drawn = Random(7)
    stories = [story(seed) for seed in range(60)]
    hits = sum(bool(bands(" ".join(told)) & bands(edited(told, keep=keep, drawn=drawn))) for told in stories)
    assert hits >= found * len(stories)


def test_other_stories_hardly_share_one() -> None:
    """Texts of the same words and the same turns of phrase are candidates in few of 1,770 pairs."""
    told = [bands(" ".join(story(seed))) for seed in range(60)]
    assert sum(bool(one & other) for n, one in enumerate(told) for other in told[n + 1 :]) < 10


def test_layout_and_quote_marks_make_no_difference() -> None:
    """White space, case, and the form of quotation marks and apostrophes leave the signature as it is."""
    plain = 'He said: "It\'s the last ferry of this very long and very cold winter." Nobody came.'
    typeset = "HE  said:\n“It’s the last ferry of this very long and very cold winter.”\n\nNobody came."
    assert sign(plain) == sign(typeset)


def test_a_signature_is_the_same_on_every_machine() -> None:
    """It is made by fixed hashes from a fixed seed: the store keeps it."""
    assert content_id(sign(" ".join(story(1))).hex()) == "edef9ebe26036ad5"


def test_versions_share_a_key_band() -> None:
    """A text with one sentence of eight changed is found by the few bands that are asked for every claim."""
    hits = 0
    for seed in range(60):
        told = story(seed, 16)
        changed = [*told[:5], *story(seed + 900, 2), *told[7:]]
        one, other = bands(" ".join(told)), bands(" ".join(changed))
        hits += bool(set(key_bands(one)) & set(key_bands(other)))
    assert hits >= 58


def test_the_likeness_is_estimated() -> None:
    """The same text is wholly alike, half of it roughly half, another not."""
    told = story(3, 20)
    one = sign(" ".join(told))
    assert likeness(one, one) == 1
    assert 0.3 < likeness(one, sign(" ".join(told[:10]))) < 0.7
    assert likeness(one, sign(" ".join(story(4, 20)))) < 0.1


def test_the_empty_text_has_a_signature() -> None:
    """A text without a word is kept like any other."""
    assert bands("") == bands(" \n ")


def test_bands_of_a_week_are_found_from_the_next() -> None:
    """With the day of publication a band holds for its week; it is asked for in the weeks before and after."""
    signature = sign(" ".join(story(1)))
    first = bands_of(signature, "https://a.example/x", date(2026, 3, 10))
    assert set(first) & set(near(bands_of(signature, None, date(2026, 3, 17))))
    assert not {b for b in set(first) & set(near(bands_of(signature, None, date(2026, 4, 17)))) if b[0] != "u"}


def test_shared_runs_are_the_longest() -> None:
    """A run goes as far as the words agree; both sides see the same runs."""
    one = words_of("At dawn the ferry left the harbour with nine crates of glass and nobody saw it again.")
    other = words_of("Witnesses said the ferry left the harbour with nine crates of glass; then fog came.")
    (run,) = shared_runs(one, other)
    assert " ".join(one.words[run.one : run.one + run.words]) == "the ferry left the harbour with nine crates of glass"
    (back,) = shared_runs(other, one)
    assert (back.one, back.other, back.words) == (run.other, run.one, run.words)


@pytest.mark.parametrize(
    "address",
    [
        "https://www.news.example/a/b/?utm_source=feed&utm_medium=rss",
        "http://news.example/a/b#top",
        "HTTPS://News.example/a/b",
        " https://news.example/a/b/ ",
    ],
)
def test_addresses_of_one_page(address: str) -> None:
    """Scheme, www, fragment, trailing slash and what tells how a reader came are left out."""
    assert plain_address(address) == "news.example/a/b"


def test_other_pages_stay_others() -> None:
    """A query that names the page counts; what is no address comes out as it is."""
    assert plain_address("https://news.example/story?id=3") != plain_address("https://news.example/story?id=4")
    assert plain_address("no address") == "no address"


@pytest.mark.parametrize(
    ("address", "site"),
    [
        ("https://www.haldencourier.example/a", "haldencourier"),
        ("https://news.bbc.co.uk/a", "bbc"),
        ("nothing", None),
    ],
)
def test_the_site_of_an_address(address: str, site: str | None) -> None:
    """The name of a site stands for an outlet where nothing else does."""
    assert site_of(address) == site
