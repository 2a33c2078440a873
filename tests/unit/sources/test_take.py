"""Taking in files: what is read and as what, what is refused and why."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from unittest.mock import Mock

import pytest

from dragoman.sources.admit import LONGEST_REPORT
from dragoman.sources.take import Draft, Options, take, take_text
from dragoman.terms.errors import Refused
from dragoman.terms.report import Report

STORY = "The two envoys met for an hour and parted without a word."
DAY = date(2025, 5, 14)


def put(folder: Path, name: str, content: str | bytes) -> Path:
    """Write a file and return its path."""
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass"))
    return path


def one(path: Path, published: date | None = None) -> Report:
    """Take in a file that holds one report."""
    (report,) = take(path, Options(published=published))
    assert isinstance(report, Report), report
    return report


def refusal(path: Path, published: date | None = None) -> str:
    """Take in a file that is refused, and return why."""
    (refused,) = take(path, Options(published=published))
    assert isinstance(refused, Refused), refused
    assert refused.path.startswith(str(path))
    assert "\n" not in str(refused)
    return refused.why


def test_a_header_line_gives_the_day_and_stays_in_the_text(tmp_path: Path) -> None:
    """The text is the file's, outer white space and all; the header's span covers the line's head."""
    text = f" date 2025-05-14 {STORY}\r\n\r\n{STORY}\n"
    report = one(put(tmp_path, "a.txt", text))
    assert report.text == text
    assert report.published == DAY
    assert report.header is not None
    assert report.header.of(text) == " date 2025-05-14 "
    assert report.path == str(tmp_path / "a.txt")
    assert report.warnings == ()


@pytest.mark.parametrize(
    "head", ["date 2025-05-14\n", "Date: 2025-05-14\n", "\ufeffdate 2025-05-14 ", "\n\n date 2025-05-14 "]
)
def test_forms_of_the_header_line(tmp_path: Path, head: str) -> None:
    """The line may end at once, have a colon, follow a byte order mark or blank lines."""
    report = one(put(tmp_path, "a.txt", head + STORY))
    assert report.published == DAY
    assert report.text == head + STORY


@pytest.mark.parametrize(
    ("block", "day"),
    [
        ("date: 2025-05-14", DAY),
        ("published: 2025-05-14T22:00:00-04:00", DAY),
        ('date: "2025-05-14"', DAY),
        ("Date: 14 May 2025", DAY),
        ("pubDate: Wed, 14 May 2025 10:00:00 GMT", DAY),
        ("published: May 14, 2025", DAY),
    ],
)
def test_front_matter_gives_the_day(tmp_path: Path, block: str, day: date) -> None:
    """A YAML block before the story is header, in the forms in which days are written without doubt."""
    text = (
        f"---\ntitle: 'Envoys meet: again'\n{block}\nsource: The Harbour Post\nurl: https://example.org/a\n---\n{STORY}"
    )
    report = one(put(tmp_path, "a.md", text))
    assert (report.published, report.title, report.publisher) == (day, "Envoys meet: again", "The Harbour Post")
    assert report.url == "https://example.org/a"
    assert report.header is not None
    assert text[report.header.end :] == STORY


@pytest.mark.parametrize(
    "text",
    [
        f"---\n{STORY}\n---\nMore.",
        f"---\n- a\n- b\n---\n{STORY}",
        f"---\ntitle: [\n---\n{STORY}",
        f"---\ntitle: x\n{STORY}",
    ],
)
def test_a_line_of_dashes_is_not_front_matter(tmp_path: Path, text: str) -> None:
    """What is no block of keys between two lines of dashes is text."""
    assert one(put(tmp_path, "a.txt", text), published=DAY).header is None


def test_nested_yaml_does_no_harm(tmp_path: Path) -> None:
    """Deep nesting and aliases are not followed."""
    deep = "---\na: " + "[" * 5_000 + f"\n---\n{STORY}"
    assert one(put(tmp_path, "a.txt", deep), published=DAY).header is None


def test_the_order_of_days(tmp_path: Path) -> None:
    """--published counts before the header line, that before front matter, that before the table; each conflict is told."""
    text = f"---\ndate: 2025-05-12\n---\ndate 2025-05-13 {STORY}"
    path = put(tmp_path, "a.txt", text)
    assert one(path).published == date(2025, 5, 13)
    assert one(path).warnings == ("the front matter says 2025-05-12; taken is 2025-05-13 from the header line",)
    given = one(path, published=DAY)
    assert given.published == DAY
    assert len(given.warnings) == 2
    row = {"id": "r", "published": "2025-05-11", "text": text}
    from_table = one(put(tmp_path, "a.jsonl", json.dumps(row)))
    assert from_table.published == date(2025, 5, 13)
    assert any("the table says 2025-05-11" in w for w in from_table.warnings)


def test_days_that_agree_are_no_conflict(tmp_path: Path) -> None:
    """The same day told twice, in two forms, is not worth a word."""
    path = put(tmp_path, "a.txt", f"---\ndate: May 14, 2025\n---\ndate 2025-05-14 {STORY}")
    assert one(path, published=DAY).warnings == ()


def test_an_impossible_day_that_does_not_decide_is_told(tmp_path: Path) -> None:
    """With --published the header's nonsense is a warning, not a refusal."""
    report = one(put(tmp_path, "a.txt", f"date 2025-02-30 {STORY}"), published=DAY)
    assert report.published == DAY
    assert "2025-02-30" in report.warnings[0]


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "is empty"),
        (b" \n\t ", "has no text"),
        (b"date 2025-05-14 ", "has no text"),
        (b"date 2025-05-14 \xef\xbb\xbf\n", "has no text"),
        (STORY.encode(), "has no publication date"),
        (f"date yesterday {STORY}".encode(), "has no publication date"),
        (f"date 2025-02-30 {STORY}".encode(), "impossible date in the header line: 2025-02-30"),
        (f"date 2025-13-01 {STORY}".encode(), "impossible date"),
        (f"---\ndate: 5/6/2025\n---\n{STORY}".encode(), "impossible date in the front matter: 5/6/2025"),
        (bytes(range(256)) * 40, "binary"),
        (b"\x89PNG\r\n\x1a\n" + STORY.encode(), "binary"),
        (b"%PDF-1.7\n" + STORY.encode() * 9, "binary (a PDF document)"),
        (b"PK\x03\x04" + STORY.encode(), "binary"),
        (f"date 2025-05-14 {STORY}".encode("utf-16"), "UTF-16"),
        (("date 2025-05-14 " + "x " * LONGEST_REPORT).encode(), "is too long"),
    ],
)
def test_what_is_refused(tmp_path: Path, content: bytes, why: str) -> None:
    """Each refusal says in one line what is wrong."""
    assert why in refusal(put(tmp_path, "a.txt", content))


def test_paths_that_are_no_files(tmp_path: Path) -> None:
    """A missing file, a directory, a device and an impossible name are refused."""
    assert refusal(tmp_path / "missing.txt") == "no such file"
    assert "directory" in refusal(tmp_path)
    assert "not a plain file" in refusal(Path("/dev/zero"))
    assert refusal(tmp_path / "no\x00name") == "is not a file name"


def test_a_file_without_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that may not be opened is refused; so is one that fails while it is read."""
    path = put(tmp_path, "a.txt", STORY)

    monkeypatch.setattr(Path, "read_bytes", Mock(side_effect=PermissionError(13, "Permission denied")))
    assert refusal(path) == "cannot be read (permission denied)"


def test_a_large_file_is_refused_unread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """50 MB are refused by their size alone, as text, page and feed."""
    for name in ("a.txt", "a.html", "a.rss"):
        path = tmp_path / name
        with path.open("wb") as file:
            file.truncate(50_000_000)
        monkeypatch.setattr(Path, "read_bytes", Mock(side_effect=AssertionError("was read")))
        assert "too large" in refusal(path)


FOREIGN = {
    "French": "Le ministre des affaires étrangères a déclaré lundi que les négociations entre les deux pays reprendraient la "
    "semaine prochaine à Genève, et que la délégation serait conduite par son adjoint, comme au mois de mars dernier.",
    "German": "Die Außenministerin erklärte am Montag, die Verhandlungen zwischen beiden Staaten würden in der kommenden "
    "Woche in Genf fortgesetzt, und die Abordnung werde wie schon im März von ihrem Stellvertreter geleitet werden.",
    "Spanish": "El ministro de Asuntos Exteriores declaró el lunes que las negociaciones entre los dos países se reanudarían "
    "la próxima semana en Ginebra y que la delegación estaría encabezada por su adjunto, como en el mes de marzo pasado.",
    "Russian": "Министр иностранных дел заявил в понедельник, что переговоры между двумя странами возобновятся на следующей "
    "неделе в Женеве, а делегацию, как и в марте, возглавит его заместитель, который уже прибыл в город вечером.",
    "Chinese": "外交部长星期一表示，两国之间的谈判将于下周在日内瓦恢复，代表团将像三月份那样由他的副手率领。" * 6,
    "Arabic": "قال وزير الخارجية يوم الاثنين إن المفاوضات بين البلدين ستستأنف الأسبوع المقبل في جنيف وإن الوفد سيرأسه نائبه كما "
    "كان الحال في شهر مارس الماضي، وأضاف أن الطرفين اتفقا على جدول أعمال واضح للجولة القادمة من المحادثات.",
}


@pytest.mark.parametrize("language", FOREIGN)
def test_another_language_is_refused_by_name(tmp_path: Path, language: str) -> None:
    """A text of more than 200 characters in another language is refused, and the line says in which."""
    text = FOREIGN[language]
    assert len(text) > 200
    assert (
        refusal(put(tmp_path, "a.txt", "date 2025-05-14 " + text))
        == f"is not English but {language}; only English is read"
    )


def test_a_short_text_is_not_judged(tmp_path: Path) -> None:
    """Up to 200 characters no language is told from another."""
    assert one(put(tmp_path, "a.txt", "date 2025-05-14 " + FOREIGN["German"][:200])).published == DAY


@pytest.mark.parametrize(
    "text",
    [
        "The President met his French counterpart, who said: « Nous sommes prêts », and left with the two ministers. "
        * 3,
        "Total dead: 192. Americans: 12. Injured: 4,877. Hospitalized: 542. " * 5,
        '"' * 10_000,
        "talks " * 5_000,
        "a" * 100_000,
        "1,234 5,678 " * 100,
        "Norland, Sudria, Westmark, Ostland " * 40,
    ],
)
def test_english_and_what_is_no_language_is_read(tmp_path: Path, text: str) -> None:
    """English with foreign words in it, lists, and texts that are no language at all are not refused."""
    assert one(put(tmp_path, "a.txt", "date 2025-05-14 " + text)).published == DAY


@pytest.mark.parametrize(
    ("content", "warning"),
    [
        (b"date 2025-05-14 The en\x00voys met.", "1 NUL character"),
        (b"date 2025-05-14 The caf\xe9 talks \xff failed.", "2 U+FFFD characters"),
        ("date 2025-05-14 The \u202eenvoys\u202c met.".encode(), "2 right-to-left"),
        (b"date 2025-05-14 " + b'"' * 10_000, "10,000 quotation marks"),
        (b"date 2025-05-14 " + b"and so on " * 10_000, "a sentence of about 100,0"),
    ],
)
def test_odd_texts_are_read_with_a_warning(tmp_path: Path, content: bytes, warning: str) -> None:
    """The text is kept as decoded, and a line says what is odd."""
    report = one(put(tmp_path, "a.txt", content))
    assert report.text == content.decode("utf-8", "replace")
    assert any(w.startswith(warning) for w in report.warnings), report.warnings


def test_a_table_keeps_ids_and_order(tmp_path: Path) -> None:
    """Each row is a report with its own id, day and source; it has no path."""
    rows = [
        {"id": "a", "published": "2025-05-14", "text": STORY, "publisher": "P", "title": "T", "url": "U", "more": 1},
        {"id": 7, "published": "2025-05-15T10:00:00Z", "text": STORY + " Again."},
    ]
    path = put(tmp_path, "a.jsonl", "\ufeff" + "\r\n\n".join(map(json.dumps, rows)))
    first, second = take(path, Options())
    assert isinstance(first, Report)
    assert isinstance(second, Report)
    assert (first.id, first.publisher, first.title, first.url, first.path) == ("a", "P", "T", "U", None)
    assert (second.id, second.published) == ("7", date(2025, 5, 15))


def test_a_table_without_a_row_id_has_ids_from_the_content(tmp_path: Path) -> None:
    """A row that brings no id gets the one that its text as a file would have."""
    row = one(put(tmp_path, "a.jsonl", json.dumps({"published": "2025-05-14", "text": STORY})))
    assert row.id == one(put(tmp_path, "a.txt", STORY), published=DAY).id


def test_bad_rows_are_refused_and_the_others_read(tmp_path: Path) -> None:
    """The line number and the reason are told."""
    lines = [
        '{"id": "a", "published": "2025-05-14"}',
        '{"id": "b", "published": "2025-05-14", "text": "  "}',
        '{"id": "c", "published": "2025-05-14", "text": 5}',
        '{"id": "d", "text": "They met."}',
        '{"id": "e", "published": "2025-02-30", "text": "They met."}',
        "not json",
        "[1, 2]",
        '{"id": "f", "published": "2025-05-14", "text": "They met."}',
    ]
    path = put(tmp_path, "a.jsonl", "\n".join(lines))
    taken = list(take(path, Options()))
    assert [t.why if isinstance(t, Refused) else t.id for t in taken] == [
        "has no text (row 'a')",
        "has no text (row 'b')",
        "has no text (row 'c')",
        "has no publication date; give one with --published YYYY-MM-DD",
        "has an impossible date in the table: 2025-02-30",
        "is not a row of JSON",
        "is not a row of keys and values",
        "f",
    ]
    assert [t.path for t in taken if isinstance(t, Refused)][:2] == [f"{path}:1", f"{path}:2"]


def test_a_table_without_rows_is_empty(tmp_path: Path) -> None:
    """Blank lines are no rows."""
    assert refusal(put(tmp_path, "a.jsonl", "\n\n")) == "is empty"


def test_a_table_may_have_any_size_but_not_its_rows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A row without end is told and not held; the rows after it are read."""
    monkeypatch.setattr("dragoman.sources.files.LONGEST_LINE", 1_000)
    monkeypatch.setattr("dragoman.sources.files.LARGEST_FILE", 1_000)
    row = json.dumps({"published": "2025-05-14", "text": STORY})
    path = put(tmp_path, "a.jsonl", f"{row}\n{'x' * 5_000}\n{row}\n")
    first, refused, last = take(path, Options())
    assert isinstance(first, Report)
    assert isinstance(refused, Refused)
    assert (refused.path, refused.why) == (f"{path}:2", "is too long for a row")
    assert isinstance(last, Report)


def test_the_columns_of_a_table_may_be_named(tmp_path: Path) -> None:
    """What a person says of the keys counts; `updated` is when the row says that the article was changed."""
    row = {"body": STORY, "day": "2025-05-14", "updated": "2025-05-15T08:00:00Z", "text": "Not this."}
    (report,) = take(
        put(tmp_path, "a.jsonl", json.dumps(row)),
        Options(columns={"text": "body", "published": "day", "title": "none"}),
    )
    assert isinstance(report, Report)
    assert (report.text, report.published, report.title) == (STORY, DAY, None)
    assert (report.updated, report.raw) == ("2025-05-15T08:00:00+00:00", None)


def test_front_matter_may_tell_of_a_change(tmp_path: Path) -> None:
    """A day of change is kept, and decides nothing."""
    report = one(put(tmp_path, "a.md", f"---\ndate: 2025-05-14\nupdated: 2025-05-15\n---\n{STORY}"))
    assert (report.published, report.updated, report.raw, report.warnings) == (DAY, "2025-05-15", None, ())


def test_lone_surrogates_of_a_row_are_kept(tmp_path: Path) -> None:
    """JSON can hold half a character: it stays, with a warning."""
    report = one(put(tmp_path, "a.jsonl", r'{"id": "a", "published": "2025-05-14", "text": "They \ud83d met."}'))
    assert report.text == "They \ud83d met."
    assert report.warnings == ("1 lone surrogate",)


def test_a_text_at_hand_is_read_however_odd() -> None:
    """What a file would be refused for is read where a program gives the text itself; only a day must be told."""
    for text in ("", "\x00", FOREIGN["French"]):
        assert take_text(Draft(name="text", text=text), Options(published=DAY)).text == text
    with pytest.raises(Refused):
        take_text(Draft(name="text", text=STORY), Options())
