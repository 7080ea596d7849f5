from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.articles.front_matter import parse, split
from pipeline.articles.rejecting import UnusableError


@given(st.text(st.characters(blacklist_characters="\r\n"), max_size=40), st.text(max_size=80))
def test_the_text_is_all_that_follows_the_second_fence(name: str, text: str) -> None:
    parts = split(f"---\ntitle: {name}\n---\n{text}")
    assert parts is not None
    assert parts.text == text
    assert parts.text_line == 4


@pytest.mark.parametrize("ending", ["\n", "\r\n", "  \n", "\t\r\n"])
def test_both_line_endings_and_blanks_close_a_fence(ending: str) -> None:
    parts = split(f"---{ending}a: b{ending}---{ending}one\r\ntwo\r\n")
    assert parts is not None
    assert parts.text == "one\r\ntwo\r\n"


@pytest.mark.parametrize(
    "stored", ["", "text", "\n---\na: b\n---\ntext", "---\na: b\n", "----\na: b\n----\n", "--- a\n---\n"]
)
def test_no_front_matter(stored: str) -> None:
    assert split(stored) is None


def test_a_later_rule_belongs_to_the_text() -> None:
    parts = split("---\na: b\n---\none\n---\ntwo\n")
    assert parts is not None
    assert parts.text == "one\n---\ntwo\n"


def test_values_stay_as_written() -> None:
    fields = parse("a: 2004-01-04\nb: 2009-04\nc: 2009\nd: no\ne: '0x1F'\nf: ~\ng:\nh: >\n  one\n  two\n")
    assert fields is not None
    values = {name: field.value for name, field in fields.items()}
    assert values == {
        "a": "2004-01-04",
        "b": "2009-04",
        "c": "2009",
        "d": "no",
        "e": "0x1F",
        "f": None,
        "g": None,
        "h": "one two",
    }


def test_each_field_knows_its_line_in_the_file() -> None:
    fields = parse("# a comment\ntitle: >\n  one\n  two\n\nlist: [1, 2]\n")
    assert fields is not None
    assert [(name, field.line, field.is_scalar) for name, field in fields.items()] == [
        ("title", 3, True),
        ("list", 7, False),
    ]


@pytest.mark.parametrize("front_matter", ["prose only", "- a\n- b\n", "42"])
def test_what_is_no_mapping_has_no_fields(front_matter: str) -> None:
    assert parse(front_matter) is None


@pytest.mark.parametrize("front_matter", ["", "# nothing but a comment\n"])
def test_an_empty_front_matter_has_no_fields_but_is_one(front_matter: str) -> None:
    assert parse(front_matter) == {}


@pytest.mark.parametrize(
    ("front_matter", "line", "said"),
    [
        ("title: one: two\n", 2, "mapping values are not allowed here"),
        ("a: 1\nb: 'open\n", 4, "end of stream"),
        ("a: 1\n\nb: 2\na: 3\n", 5, "`a` stands here again, after line 2"),
        ("a: 1\n? [b]\n: 2\n", 3, "where a name should"),
        ("a: *b\n", 2, "undefined alias"),
        ("a: \x01\n", 2, "special characters are not allowed"),
        ('a: "\\UFFFFFFFF"\n', 2, "not YAML"),
        ('a: "\\U00110000"\n', 2, "not YAML"),
        ("a: " + "[" * 30_000, 2, "nested too deeply"),
        ("a: " + "b" * 64_000, 2, "64,003 characters of front matter"),
        ("a: 1\n--- \nb: 2\n", 3, "another document"),
    ],
)
def test_a_fault_names_its_line(front_matter: str, line: int, said: str) -> None:
    with pytest.raises(UnusableError, match=said) as raised:
        parse(front_matter)
    assert (raised.value.code, raised.value.line) == ("bad_yaml", line)


@given(st.text(max_size=200))
def test_any_front_matter_is_read_or_rejected(front_matter: str) -> None:
    with suppress(UnusableError):
        fields = parse(front_matter)
        assert fields is None or all(field.line >= 2 for field in fields.values())


def test_a_tag_that_asks_for_a_python_object_makes_none() -> None:
    fields = parse("a: !!python/object/apply:os.getcwd []\nb: !!python/name:os.getcwd x\n")
    assert fields is not None
    assert (fields["a"].is_scalar, fields["b"].value) == (False, "x")
