"""Implications: what counted nouns and verbs say of what is measured."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extraction.implications import composed_indicator, counted_indicator, product_verb, verb_indicators
from pipeline.extraction.lemmas import verb_lemmas
from pipeline.extraction.tokens import tokenize
from pipeline.vocabulary.language import compositions
from pipeline.vocabulary.products import products


@pytest.mark.parametrize(
    ("noun", "indicator"),
    [
        ("births", "births"),
        ("coal mines", "coal_mines"),
        ("local coal mines", "coal_mines"),
        ("derelict coal mines", None),
        ("urban residents", "urban_population"),
        ("garden gnomes", None),
        ("", None),
    ],
)
def test_a_count_means_the_longest_tail_that_is_known(noun: str, indicator: str | None) -> None:
    tokens = tokenize(noun)
    assert counted_indicator(tokens, 0, len(tokens)) == indicator


def test_every_composition_is_read_from_its_own_words() -> None:
    for one in compositions():
        tokens = tokenize(f"{one.noun}s that {one.words[0]} now")
        for target, share in ((one.count, False), (one.share, True)):
            if target is not None:
                assert composed_indicator(tokens, one.noun, 0, len(tokens), share=share) is not None
            assert composed_indicator(tokens, "gnome", 0, len(tokens), share=share) is None


def test_a_verb_with_its_particle_stands_before_the_amount() -> None:
    tokens = tokenize("the county took in 40 million yuan")
    assert "fiscal_revenue" in verb_indicators(tokens, 2, 4)
    assert "fiscal_revenue" not in verb_indicators(tokens, 2, 3)


def test_a_word_that_is_no_verb_implies_nothing() -> None:
    assert verb_indicators(tokenize("gnome 40"), 0, 1) == ()


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("produced", "output"),
        ("churned out", "output"),
        ("burns", "consumption"),
        ("exported", "exports"),
        ("sits on", "reserves"),
        ("painted", None),
    ],
)
def test_a_verb_says_the_measure_of_any_product(text: str, measure: str | None) -> None:
    assert product_verb(tokenize(text), 0, None) == measure


def test_a_product_has_verbs_of_its_own() -> None:
    for product in products().values():
        for verb in product.verbs:
            # Nobody can tell "fell", said of timber, from the past of "fall".
            if verb.split()[0] in verb_lemmas(verb.split()[0]):
                assert product_verb(tokenize(verb), 0, product) == "output"


@given(st.text(max_size=30))
def test_any_words_may_be_asked(text: str) -> None:
    tokens = tokenize(text)
    for i in range(len(tokens)):
        verb_indicators(tokens, i, len(tokens))
        assert product_verb(tokens, i, None) is None or tokens[i].kind == "w"
