"""Registries: a rule is asked where its words are said, and what is read is the same as if all were always asked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.articles import article_from_text
from pipeline.extraction import extract_quantities, read
from pipeline.extraction.model import Extraction
from pipeline.extraction.registry import Registry, registry, where_said
from tests.extraction.corpus import texts

WORDS = st.sets(st.sampled_from("abcde"))


def _reading(text: str) -> tuple[Extraction, object]:
    return read(article_from_text(text, article_id="invented", published="2021-05-07")), extract_quantities(text)


@given(of_rules=st.lists(st.none() | WORDS), said=WORDS)
def test_rules_are_asked_in_order_where_one_of_their_words_is_said(
    of_rules: list[set[str] | None], said: set[str]
) -> None:
    asked = Registry(enumerate(of_rules)).asked(said)
    assert asked == tuple(number for number, words in enumerate(of_rules) if words is None or words & said)


def test_functions_are_asked_of_everything_unless_they_say_where() -> None:
    def always(number: int) -> int:
        return number

    @where_said(["a", "b"])
    def seldom(number: int) -> int:
        return number + 1

    rules = registry((always, seldom))
    assert [rule(1) for rule in rules.asked({"c"})] == [1]
    assert [rule(1) for rule in rules.asked({"b", "c"})] == [1, 2]
    assert [rule(1) for rule in rules] == [1, 2]
    assert seldom(number=5) == 6


def test_nothing_is_read_otherwise_where_all_rules_are_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    as_ever = [_reading(text) for text in texts()]
    monkeypatch.setattr(Registry, "asked", lambda rules, _said: tuple(rules))
    assert [_reading(text) for text in texts()] == as_ever
