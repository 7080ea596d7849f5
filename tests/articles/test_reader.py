from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.articles import ArticleError, article_from_text, decode, read_article
from pipeline.articles.reader import MAX_TEXT_BYTES

Stored = Callable[..., str]
Write = Callable[[str, str | bytes], Path]


def rejection(write: Write, content: str | bytes, name: str = "an-article.md") -> tuple[str, int | None, str]:
    with pytest.raises(ArticleError) as raised:
        read_article(write(name, content))
    found = raised.value.rejection
    assert found.file in str(raised.value)
    assert found.detail in str(raised.value)
    return found.reason, found.line, found.detail


def test_every_field(write: Write, stored: Stored) -> None:
    path = write(
        "2022-05-hegang.md",
        stored(
            title='"Coal: a boom"',
            published="2022-05",
            publisher="The Paper",
            author="A. Writer",
            url="https://example.org/a?b=c",
            language="zh-Hant",
            text="full",
            license="CC0-1.0",
            status="corrected",
            reason="The unit was wrong.",
        ),
    )
    article = read_article(path, root=path.parent)
    assert article.article_id == "2022-05-hegang"
    assert article.title == "Coal: a boom"
    assert article.published == "2022-05"
    assert (article.published_start, article.published_end) == (date(2022, 5, 1), date(2022, 5, 31))
    assert (article.publisher, article.author) == ("The Paper", "A. Writer")
    assert (article.url, article.language) == ("https://example.org/a?b=c", "zh-Hant")
    assert (article.text_kind, article.license) == ("full", "CC0-1.0")
    assert (article.status, article.status_reason) == ("corrected", "The unit was wrong.")
    assert article.file == "2022-05-hegang.md"
    assert article.text_line == 13


@pytest.mark.parametrize(("kind", "license_"), [("digest", "CC-BY-4.0"), ("full", None), (None, None)])
def test_only_a_digest_has_the_licence_of_the_project(
    write: Write, stored: Stored, kind: str | None, license_: str | None
) -> None:
    article = read_article(write("a.md", stored(text=kind)))
    assert article.text_kind == (kind or "full")
    assert article.license == license_


def test_names_of_other_programs_are_left_alone(write: Write, stored: Stored) -> None:
    article = read_article(write("a.md", stored(tags="[coal, cities]", draft="false")))
    assert article.title == "A headline"


@pytest.mark.parametrize("name", ["a.md", "a.txt", "a.MD", "a.Txt"])
def test_markdown_and_plain_text_are_read_alike(write: Write, stored: Stored, name: str) -> None:
    assert read_article(write(name, stored())).article_id == "a"


@given(st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\0")))
def test_the_text_and_its_hash_are_what_is_stored(body: str) -> None:
    article = article_from_text("---\ntitle: a\n---\n7" + body, article_id="a", published="2019")
    assert article.text == "7" + body
    assert article.text_sha256 == hashlib.sha256(("7" + body).encode()).hexdigest()


def test_a_byte_order_mark_is_left_out_and_line_endings_stay(write: Write, stored: Stored) -> None:
    windows = "\ufeff" + stored("one 1\ntwo 2\n").replace("\n", "\r\n")
    article = read_article(write("a.md", windows))
    assert article.text == "one 1\r\ntwo 2\r\n"
    assert article.title == "A headline"


def test_no_front_matter(write: Write) -> None:
    assert rejection(write, "Just text.\n")[:2] == ("no_front_matter", 1)
    reason, line, detail = rejection(write, "---\ntitle: a\n")
    assert (reason, line) == ("no_front_matter", 1)
    assert "no second `---` line" in detail


@pytest.mark.parametrize("yaml", ["title: one: two", "- a", "prose"])
def test_bad_yaml(write: Write, yaml: str) -> None:
    assert rejection(write, f"---\n{yaml}\n---\ntext 1\n")[:2] == ("bad_yaml", 2)


@pytest.mark.parametrize("value", [None, "", '""', "~", '" "'])
def test_missing_title_and_missing_date(write: Write, stored: Stored, value: str | None) -> None:
    assert rejection(write, stored(title=value))[:2] == ("missing_title", 1 if value is None else 2)
    assert rejection(write, stored(published=value))[:2] == ("missing_date", 1 if value is None else 3)


@pytest.mark.parametrize("written", ["2021-02-30", "2021-13", "'0000'", "yesterday", "2021-02-03T04:05:06Z"])
def test_impossible_date(write: Write, stored: Stored, written: str) -> None:
    reason, line, detail = rejection(write, stored(published=written))
    assert (reason, line) == ("impossible_date", 3)
    assert written.strip("'") in detail


@pytest.mark.parametrize(
    ("encoding", "line"), [("latin-1", 6), ("utf-16", 1), ("gb18030", 6)], ids=["latin-1", "utf-16", "gb18030"]
)
def test_wrong_encoding(write: Write, stored: Stored, encoding: str, line: int) -> None:
    content = stored("First line.\n\u00e9 stands on the second.\n").encode(encoding)
    assert rejection(write, content)[:2] == ("wrong_encoding", line)


@pytest.mark.parametrize("body", ["", "\n \n", "***\n", "\u2014 \u2014\n"])
def test_empty_text(write: Write, stored: Stored, body: str) -> None:
    assert rejection(write, stored(body))[:2] == ("empty_text", 5)


def test_an_empty_file(write: Write) -> None:
    assert rejection(write, b"")[:2] == ("empty_text", 1)


def test_too_large(write: Write, stored: Stored) -> None:
    assert len(read_article(write("a.md", stored("7" * MAX_TEXT_BYTES))).text) == MAX_TEXT_BYTES
    reason, line, detail = rejection(write, stored("7" * (MAX_TEXT_BYTES + 1)))
    assert (reason, line) == ("too_large", 5)
    assert "5,000,001 bytes" in detail
    assert rejection(write, stored("\u4e03" * (MAX_TEXT_BYTES // 3 + 1)))[0] == "too_large"
    assert rejection(write, stored("7" * (2 * MAX_TEXT_BYTES)))[0] == "too_large"


@pytest.mark.parametrize(("body", "line"), [("one\ntwo \0\n", 6), ("\0", 5)])
def test_nul_byte(write: Write, stored: Stored, body: str, line: int) -> None:
    assert rejection(write, stored(body))[:2] == ("nul_byte", line)


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("text", "excerpt", "must be one of: digest, full"),
        ("status", "withdrawn", "must be one of: live, corrected, retracted"),
        ("language", "English language", "a language tag"),
        ("url", "javascript:alert(1)", "begins with http"),
        ("url", "ftp://example.org/", "begins with http"),
        ("author", "[A, B]", "must be one line of text"),
        ("published", "{year: 2019}", "must be one line of text"),
        ("publisher", '"a\\0b"', "a control character"),
        ("publisher", '"\\uD800"', "a control character"),
        ("statu", "retracted", "`status` may be meant"),
        ("licence", "MIT", "`license` may be meant"),
    ],
)
def test_bad_field(write: Write, stored: Stored, field: str, value: str, said: str) -> None:
    reason, line, detail = rejection(write, stored(**{field: value}))
    assert (reason, line) == ("bad_field", 3 if field == "published" else 4)
    assert said in detail


@pytest.mark.parametrize("name", ["two words.md", "caf\u00e9.md", "-a.md", "a+b.txt"])
def test_bad_id(write: Write, stored: Stored, name: str) -> None:
    assert rejection(write, stored(), name)[:2] == ("bad_id", None)


@pytest.mark.parametrize("name", ["a.html", "a", "a.md.bak"])
def test_unknown_format(write: Write, stored: Stored, name: str) -> None:
    assert rejection(write, stored(), name)[:2] == ("unknown_format", None)


def test_unreadable(tmp_path: Path) -> None:
    (tmp_path / "folder.md").mkdir()
    (tmp_path / "circle.md").symlink_to("circle.md")
    for name in ("absent.md", "folder.md", "circle.md"):
        with pytest.raises(ArticleError) as raised:
            read_article(tmp_path / name, root=tmp_path)
        assert raised.value.rejection.reason == "unreadable"
        assert raised.value.rejection.file == name


def test_a_text_needs_no_front_matter() -> None:
    article = article_from_text("Output was 5 tonnes.", article_id="stdin", published="2019-05", title="Said")
    assert (article.text, article.text_line) == ("Output was 5 tonnes.", 1)
    assert (article.title, article.published, article.published_end) == ("Said", "2019-05", date(2019, 5, 31))
    assert article.file is None


def test_a_text_of_which_no_date_is_known_may_be_of_any_day() -> None:
    article = article_from_text("Output was 5 tonnes.", article_id="stdin", published=None)
    assert (article.published, article.published_start, article.published_end) == ("", date.min, date.max)


def test_what_the_caller_says_of_the_date_goes_before_the_front_matter(stored: Stored) -> None:
    assert article_from_text(stored(), article_id="a", published=None).published == "2019-05-07"
    assert article_from_text(stored(), article_id="a", published="2020").published == "2020"


def test_the_front_matters_title_goes_before_the_callers(stored: Stored) -> None:
    assert article_from_text(stored(), article_id="a", published=None, title="b").title == "A headline"


def test_prose_between_two_rules_is_text() -> None:
    text = "---\nOutput was 5 tonnes.\n---\nSo it was said.\n"
    assert article_from_text(text, article_id="a", published=None).text == text


@pytest.mark.parametrize(
    ("text", "published", "reason"),
    [
        ("Output was 5 tonnes.", "2021-02-30", "impossible_date"),
        ("  \n", None, "empty_text"),
        ("a \ud800", None, "wrong_encoding"),
        ("---\ntitle: one: two\n---\n", None, "bad_yaml"),
    ],
)
def test_a_text_that_cannot_be_used(text: str, published: str | None, reason: str) -> None:
    with pytest.raises(ArticleError) as raised:
        article_from_text(text, article_id="record 7", published=published)
    assert raised.value.rejection.reason == reason
    assert str(raised.value).startswith("record 7: ")


def test_decoding_apart_from_a_file() -> None:
    assert decode("\ufeffone\r\n".encode(), file="standard input") == "one\r\n"
    with pytest.raises(ArticleError, match="standard input: line 2: byte 3 of the file, 0xFF, is not UTF-8"):
        decode(b"a\n\xff", file="standard input")
