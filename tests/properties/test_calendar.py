"""Laws of the calendar, over all days of publication and many phrases."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from dragoman.reading.dates.phrases import find_dates
from dragoman.reading.dates.words import MONTHS, WEEKDAYS
from dragoman.reading.grammar.parse import Parse
from dragoman.reading.marks import DatePhrase, Tense
from dragoman.resolving.calendar import resolve_dates
from dragoman.resolving.periods import easter, month_of, moved, nth_weekday, week_of
from dragoman.terms.span import Span
from dragoman.terms.when import When

DAYS = st.dates(date(1800, 1, 1), date(2199, 12, 31))
TENSES: st.SearchStrategy[Tense | None] = st.sampled_from(["past", "present", "future", None])
WEEK = timedelta(7)
WORDS = (
    *(w.capitalize() for w in WEEKDAYS), *(m.capitalize() for m in MONTHS), "may", "the", "of", "last", "next", "this", "same",
    "day", "week", "month", "year", "quarter", "weekend", "two", "three", "a", "in", "on", "from", "to", "between", "and", "-",
    "ago", "later", "earlier", "before", "after", "since", "until", "early", "late", "mid-", "end", "first", "third", "3", "31",
    "30th", "2014", "1999", "0001", "9999", "'s", ",", ".", "overnight", "into", "summer", "fall", "Easter", "Q3", "10/07/2023",
    "31.2.2020", "2023-13-45", "today", "tomorrow", "yesterday", "morning", "hundred", "century", "ended", "half", "\n\n",
)  # fmt: skip


def one(pattern: str, published: date, tense: Tense | None, **parts: str) -> When | None:
    """Resolve one phrase by itself."""
    text = "some words"
    return resolve_dates((DatePhrase(Span(0, 4), pattern, tuple(parts.items()), tense),), published, text)[0]


def words_of(text: str) -> Parse:
    """Words without any grammar."""
    found, at = [], 0
    for word in text.split():
        at = text.index(word, at)
        found.append((at, word))
        at += len(word)
    count = len(found)
    return Parse(
        text=text,
        start=[s for s, _ in found],
        end=[s + len(w) for s, w in found],
        word=[w for _, w in found],
        tag=["NNP"] * count,
        dep=["dep"] * count,
        head=[max(0, i - 1) for i in range(count)],
        lemma=[w.lower() for _, w in found],
        entity=[""] * count,
        entities=[],
        sentences=[(0, count)] if count else [],
    )


@given(DAYS, st.integers(0, 6), TENSES)
def test_weekday_is_that_weekday_within_a_week(published: date, weekday: int, tense: Tense | None) -> None:
    """A weekday lands on that weekday, less than seven days from publication, on the side of its tense."""
    when = one("weekday", published, tense, w=str(weekday))
    assert when is not None
    assert when.start == when.end
    assert when.start.weekday() == weekday
    assert abs(when.start - published) < WEEK
    assert tense != "past" or when.start <= published
    assert tense != "future" or when.start >= published


@given(DAYS, st.integers(0, 6), TENSES)
def test_weekdays_move_with_the_week(published: date, weekday: int, tense: Tense | None) -> None:
    """A report of a week later names days a week later."""
    one_week, next_week = (one("weekday", p, tense, w=str(weekday)) for p in (published, published + WEEK))
    assert one_week is not None
    assert next_week is not None
    assert next_week.start - one_week.start == WEEK


@given(DAYS, st.integers(0, 6))
def test_last_and_next_weekday(published: date, weekday: int) -> None:
    """The last one is before publication, the next in the week after that of publication."""
    last = one("weekday", published, None, w=str(weekday), rel="last")
    following = one("weekday", published, None, w=str(weekday), rel="next")
    assert last is not None
    assert following is not None
    assert published - WEEK <= last.start < published
    assert week_of(following.start).start == week_of(published).start + WEEK


@given(DAYS, st.integers(1, 12), st.integers(1, 28), TENSES)
def test_a_day_without_a_year_lies_within_a_year(published: date, month: int, number: int, tense: Tense | None) -> None:
    """A day and month without a year keeps both, and lies less than a year away."""
    when = one("day", published, tense, m=str(month), d=str(number))
    assert when is not None
    assert (when.start.month, when.start.day) == (month, number)
    assert abs(when.start - published) < timedelta(366)


@given(DAYS, st.sampled_from(["day", "week", "month", "year"]), st.integers(1, 400))
def test_ago_lies_before(published: date, unit: str, count: int) -> None:
    """What was some time ago does not end after publication, unless publication lies in it."""
    when = one("ago", published, "past", n=str(count), unit=unit, dir="ago")
    assert when is not None
    assert when.start < published


@given(DAYS, st.sampled_from(["week", "month", "quarter", "year"]))
def test_last_this_next_adjoin(published: date, unit: str) -> None:
    """Last, this and next week, month, quarter and year follow each other without a gap, and this one holds the day."""
    last, this, following = (one("period", published, None, rel=rel, unit=unit) for rel in ("last", "this", "next"))
    assert last is not None
    assert this is not None
    assert following is not None
    assert last.end + timedelta(1) == this.start
    assert this.end + timedelta(1) == following.start
    assert this.start <= published <= this.end


@given(DAYS, st.integers(1, 30))
def test_later_undoes_earlier(published: date, count: int) -> None:
    """Some days later and as many days earlier lead back to the day told."""
    at = DatePhrase(Span(0, 1), "today", (("word", "today"),))
    later, earlier = (
        DatePhrase(Span(0, 1), "ago", (("n", str(count)), ("unit", "day"), ("dir", d))) for d in ("later", "earlier")
    )
    first, there, back = resolve_dates((at, later, earlier), published, "x")
    assert first is not None
    assert there is not None
    assert back is not None
    assert there.start - first.start == timedelta(count)
    assert back.start == first.start


@given(st.lists(st.sampled_from(WORDS), max_size=14), DAYS)
def test_any_words(words: list[str], published: date) -> None:
    """Any run of calendar words is read without an error into ordered phrases and days that start before they end."""
    text = " ".join(words)
    phrases = find_dates(words_of(text))
    found = resolve_dates(phrases, published, text)
    assert len(found) == len(phrases)
    assert all(a.span.end <= b.span.start for a, b in pairwise(phrases))
    for phrase, when in zip(phrases, found, strict=True):
        assert phrase.span.of(text).strip()
        assert when is None or when.start <= when.end
        assert when is None or when.text == phrase.span.of(text)
        assert when is None or when.granularity != "day" or when.start == when.end


@given(st.text(max_size=200), DAYS)
def test_any_text(text: str, published: date) -> None:
    """Any text at all is read without an error."""
    found = resolve_dates(find_dates(words_of(text)), published, text)
    assert all(when is None or when.start <= when.end for when in found)


@given(st.integers(1583, 4000))
def test_easter_is_a_sunday_in_spring(year: int) -> None:
    """Easter is a Sunday from 22 March to 25 April."""
    at = easter(year)
    assert at.weekday() == 6
    assert date(year, 3, 22) <= at <= date(year, 4, 25)


@given(st.integers(1, 9998), st.integers(1, 12), st.integers(0, 6))
def test_last_weekday_of_a_month(year: int, month: int, weekday: int) -> None:
    """The last weekday of a month is the fourth or the fifth."""
    last = nth_weekday(year, month, weekday, -1)
    assert last in (nth_weekday(year, month, weekday, 4), nth_weekday(year, month, weekday, 4) + WEEK)
    assert last.month == month


@given(DAYS, st.integers(-500, 500))
def test_months_move_by_months(at: date, count: int) -> None:
    """A day moved by months keeps its number, or takes the month's last."""
    there = moved(at, count, "month")
    assert there.day == min(at.day, month_of(there.year, there.month).end.day)
    assert (there.year - at.year) * 12 + there.month - at.month == count
