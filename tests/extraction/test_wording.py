"""Wording: words that stand for a measure."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extraction.tokens import tokenize
from pipeline.extraction.wording import as_written, is_content, noun_phrase


@given(st.text(min_size=1, max_size=80))
def test_tokens_come_back_as_they_were_but_for_white_space(text: str) -> None:
    tokens = tokenize(text)
    if tokens:
        assert as_written(tokens, 0, len(tokens)) == " ".join(text.split())


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("its rolling mills were shut", "rolling mills"),
        ("the town's brick kilns", "brick kilns"),
        ("glass - wool", "glass - wool"),
        ("lime, cement", "lime"),
        ("of the lot", None),
        ("7 kilns", None),
        ("", None),
    ],
)
def test_a_noun_phrase_loses_its_article_and_owner(text: str, phrase: str | None) -> None:
    assert noun_phrase(tokenize(text), 0) == phrase


def test_a_noun_phrase_has_an_end() -> None:
    phrase = noun_phrase(tokenize("lime " * 50), 0)
    assert phrase is not None
    assert len(phrase.split()) == 7


def test_content_words_name_something() -> None:
    assert [token.text for token in tokenize("The kilns of a town, 7") if is_content(token)] == ["kilns", "town"]
