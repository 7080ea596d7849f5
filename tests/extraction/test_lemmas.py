"""Lemmas: base forms of verbs and nouns."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extraction.lemmas import is_participle, plural, singular, verb_lemmas

STEMS = st.text("abcdefghijklmnopqrstuvwxyz", min_size=2, max_size=12)


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("dug", "dig"),
        ("employs", "employ"),
        ("produces", "produce"),
        ("reaches", "reach"),
        ("carries", "carry"),
        ("raised", "raise"),
        ("mining", "mine"),
        ("slipped", "slip"),
        ("cutting", "cut"),
        ("carried", "carry"),
        ("pass", "pass"),
    ],
)
def test_a_form_leads_to_its_verb(form: str, lemma: str) -> None:
    assert lemma in verb_lemmas(form)


def test_an_irregular_form_is_of_one_verb_alone() -> None:
    assert verb_lemmas("sold") == ("sell",)


@pytest.mark.parametrize("word", ["ed", "ing", "need", "bring", ""])
def test_an_ending_without_a_stem_is_none(word: str) -> None:
    assert "" not in verb_lemmas(word)[1:]


@given(st.text(max_size=20))
def test_a_word_that_is_not_irregular_may_be_its_own_lemma(word: str) -> None:
    lemmas = verb_lemmas(word)
    assert len(lemmas) == 1 or lemmas[0] == word


@pytest.mark.parametrize(
    ("many", "one"),
    [
        ("mines", "mine"),
        ("collieries", "colliery"),
        ("churches", "church"),
        ("businesses", "business"),
        ("boxes", "box"),
        ("men", "man"),
        ("children", "child"),
        ("people", "people"),
        ("glass", "glass"),
        ("census", "census"),
        ("ties", "tie"),
    ],
)
def test_singulars(many: str, one: str) -> None:
    assert singular(many) == one


@given(STEMS, st.sampled_from(["b", "d", "g", "k", "l", "n", "p", "r", "t", "w", "ly", "ay", "sh", "x"]))
def test_the_singular_of_a_regular_plural_is_the_word(stem: str, ending: str) -> None:
    assert singular(plural(stem + ending)) == stem + ending


@pytest.mark.parametrize(("one", "many"), [("city", "cities"), ("day", "days"), ("box", "boxes"), ("man", "men")])
def test_plurals(one: str, many: str) -> None:
    assert plural(one) == many
    assert singular(many) == one


@pytest.mark.parametrize(("form", "is_one"), [("sold", True), ("fired", True), ("sell", False), ("need", False)])
def test_a_participle_is_known_by_its_form(form: str, is_one: bool) -> None:
    assert is_participle(form) is is_one
