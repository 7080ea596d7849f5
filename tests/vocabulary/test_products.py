"""Products: their words, and the indicators that their measures make."""

from __future__ import annotations

from collections import Counter

import pytest

from pipeline.vocabulary.indicators import indicators
from pipeline.vocabulary.products import measure_verbs, product_words, products


def test_products_lead_to_indicators() -> None:
    measured = {indicator_id for product in products().values() for indicator_id in product.measures.values()}
    assert measured <= set(indicators())


def test_no_word_names_two_products() -> None:
    count = Counter(word for product in products().values() for word in product.words)
    assert [word for word, times in count.items() if times > 1] == []


@pytest.mark.parametrize(
    ("word", "measure", "indicator_id"),
    [
        ("coal", "output", "coal_output"),
        ("crude", "output", "crude_oil_output"),
        ("oil", "reserves", "crude_oil_reserves"),
        ("wheat", "output", "wheat_output"),
        ("steel", "exports", "steel_exports"),
        ("power", "consumption", "electricity_consumption"),
        ("corn", "yield", "maize_yield"),
        ("aluminum", "price", "aluminium_price"),
    ],
)
def test_word_and_measure_make_an_indicator(word: str, measure: str, indicator_id: str) -> None:
    assert product_words()[word].measures[measure] == indicator_id


def test_verbs_of_production_hold_for_products() -> None:
    coal = products()["coal"]
    assert {"mine", "dig", "produce"} <= set(coal.verbs)
    assert "mine" not in products()["wheat"].verbs
    assert measure_verbs()["export"] == "exports"
