"""Tense: whether the words around an amount speak of the past, of the present, or of what is to come."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extraction.sites import Site
from pipeline.extraction.tense import Tense, first_tense, last_tense, tense_of


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("the town had", "past"),
        ("the town brought in", "past"),
        ("the town exported", "past"),
        ("the kilns were shut and", "past"),
        ("the kilns had been closed by", "past"),
        ("the town has", "perfect"),
        ("the town has lost", "perfect"),
        ("the town has slowly lost", "perfect"),
        ("sales have been falling to", "perfect"),
        ("the town is", "present"),
        ("the town is expected to make", "present"),
        ("the kilns are used by", "present"),
        ("farmers get", "present"),
        ("a ticket costs", "present"),
        ("the town exports", "present"),
        ("flats there go for", "present"),
        ("it still polishes", "present"),
        ("a workshop which polishes", "present"),
        ("its glass", None),
        ("it, glass", None),
        ("the town will open", "future"),
        ("the kilns can be closed by", "future"),
        ("the costs of", None),
        ("the fallen trees of", None),
        ("a plan to make", None),
        ("the hundred kilns of", None),
        ("", None),
    ],
)
def test_the_tense_of_the_last_verb(clause: str, expected: Tense | None) -> None:
    assert last_tense(clause.split()) == expected


def test_the_first_and_the_last_verb_of_a_clause() -> None:
    clause = ["the", "town", "that", "had", "mines", "now", "makes", "vases"]
    assert (first_tense(clause), last_tense(clause)) == ("past", "present")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The town had 300 kilns that are of brick.", "past"),
        ("Some 300 kilns were shut.", "past"),
        ("The town had 40 inns but 300 kilns.", "past"),
        ("The town (it is old) had 300 kilns.", "past"),
        ("The town, which is old, had 300 kilns.", "past"),
        ("The town has 300 kilns, and had more.", "perfect"),
        ("300 kilns in the hills.", None),
    ],
)
def test_the_verb_nearest_to_an_amount_tells(site_of: Callable[..., Site], text: str, expected: Tense | None) -> None:
    assert tense_of(site_of(text)) == expected


@given(st.lists(st.text()))
def test_any_words_have_a_tense_or_none(words: list[str]) -> None:
    assert (last_tense(words) is None) == (first_tense(words) is None)
