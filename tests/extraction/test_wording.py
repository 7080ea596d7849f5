"""Wording: words that stand for a measure."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extraction.tokens import tokenize
from pipeline.extraction.wording import as_written, is_content, noun_phrase, noun_phrase_before


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


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("a bag of lime costs", "bag of lime"),
        ("the kilns have also", "kilns"),
        ("kilns in the hills", "kilns"),
        ("in the hills", "hills"),
        ("7", None),
        ("", None),
    ],
)
def test_the_noun_phrase_before_a_verb(text: str, phrase: str | None) -> None:
    tokens = tokenize(text)
    last = len(tokens) - (text.endswith("costs"))
    assert noun_phrase_before(tokens, last, 0) == phrase


@given(st.text(max_size=60), st.integers(0, 20))
def test_a_noun_phrase_before_any_token_is_in_the_text(text: str, last: int) -> None:
    tokens = tokenize(text)
    phrase = noun_phrase_before(tokens, min(last, len(tokens)), 0)
    assert phrase is None or phrase in " ".join(text.split())


def test_places_in_places_have_an_end() -> None:
    tokens = tokenize("kilns in " * 3000)
    assert noun_phrase_before(tokens, len(tokens) - 1, 0) == "kilns"
