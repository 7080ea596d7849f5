from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from pipeline.articles import Article
from pipeline.commands.texts import Fault, in_file, in_lines

TEXT = "Coal output of Fushun was 5.29 million tonnes."


def standard_input(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


def one(found: list[Article | Fault]) -> Article:
    (article,) = found
    assert isinstance(article, Article)
    return article


def fault(found: list[Article | Fault]) -> str:
    (only,) = found
    assert isinstance(only, Fault)
    return only.message


def test_a_plain_text_takes_its_id_from_the_file_and_the_date_that_is_given(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text(TEXT, encoding="utf-8")
    article = one(list(in_file(str(tmp_path / "note.txt"), "2019-05")))
    assert (article.article_id, article.published, article.text) == ("note", "2019-05", TEXT)


def test_front_matter_gives_the_date_unless_one_is_given(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(f"---\ntitle: Coal\npublished: 2019\n---\n{TEXT}", encoding="utf-8")
    assert one(list(in_file(str(path), None))).published == "2019"
    assert one(list(in_file(str(path), "2020"))).published == "2020"


def test_a_dash_is_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    standard_input(monkeypatch, TEXT.encode())
    article = one(list(in_file("-", None)))
    assert (article.article_id, article.text, article.published) == ("stdin", TEXT, "")


@pytest.mark.parametrize(
    ("data", "told"),
    [(b"", "empty"), (b"caf\xe9", "not UTF-8"), (b"a\0b", "NUL")],
)
def test_an_unusable_file_is_named_with_its_cause(tmp_path: Path, data: bytes, told: str) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(data)
    message = fault(list(in_file(str(path), None)))
    assert message.startswith(f"{path}: ")
    assert told in message


def test_a_missing_file_is_named_with_its_remedy(tmp_path: Path) -> None:
    message = fault(list(in_file(str(tmp_path / "none.md"), None)))
    assert message.startswith(str(tmp_path / "none.md"))
    assert "No such file" in message


def test_an_impossible_date_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    assert "2019-02-30" in fault(list(in_file(str(tmp_path / "a.txt"), "2019-02-30")))


def test_each_line_is_a_text(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = [{"id": "x", "text": TEXT, "published": "2019"}, {"text": TEXT}, {"id": 7, "text": TEXT, "published": 2018}]
    standard_input(monkeypatch, "\n\n".join(map(json.dumps, lines)).encode())
    found = [each for each in in_lines("-", None) if isinstance(each, Article)]
    assert [(each.article_id, each.published) for each in found] == [("x", "2019"), ("stdin-3", ""), ("7", "2018")]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (b"{", "no JSON"),
        (b"\xff", "no JSON"),
        (b"[1]", "holds no text"),
        (b'{"text": 1}', "holds no text"),
        (b'{"text": ""}', "no letter or digit"),
        (b'{"text": "a 1", "published": "soon"}', "soon"),
        (b'{"text": "\\ud800 1"}', "half of a pair"),
    ],
)
def test_a_line_that_cannot_be_used_is_named_and_the_rest_goes_on(tmp_path: Path, line: bytes, told: str) -> None:
    path = tmp_path / "lines.jsonl"
    path.write_bytes(b'{"text": "one 1"}\n' + line + b'\n{"text": "two 2"}\n')
    first, wrong, last = in_lines(str(path), None)
    assert isinstance(first, Article)
    assert isinstance(last, Article)
    assert isinstance(wrong, Fault)
    assert wrong.message.startswith(f"{path}: line 2: ")
    assert told in wrong.message


def test_a_file_of_lines_that_is_missing_is_named(tmp_path: Path) -> None:
    assert "No such file" in fault(list(in_lines(str(tmp_path / "none.jsonl"), None)))
