"""Themes: indicator phrases, products and measures of products in a sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extraction.themes import find_products, find_themes, known
from pipeline.extraction.tokens import tokenize
from pipeline.vocabulary.products import measure_nouns, products

WORDS = [
    "output",
    "production",
    "of",
    "the",
    "crude",
    "steel",
    "coal",
    ",",
    "and",
    "gadgets",
    "GDP",
    "was",
    "price",
    "7",
]


def themes(text: str) -> list[tuple[str | None, str]]:
    return [(theme.indicator, theme.words) for theme in find_themes(tokenize(text))]


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("the GDP of the town", "gdp"),
        ("Fiscal revenue rose", "fiscal_revenue"),
        ("coal output slipped", "coal_output"),
        ("unemployment's rise", "unemployment_rate"),
        ("output of coal", "coal_output"),
        ("output of the coal", "coal_output"),
        ("inventories of coal", "coal_stocks"),
        ("coal exports", "coal_exports"),
    ],
)
def test_a_phrase_names_its_indicator(text: str, indicator: str) -> None:
    assert [found for found, _ in themes(text)] == [indicator]


def test_a_product_without_that_measure_keeps_its_words() -> None:
    assert themes("cement inventories fell") == [(None, "cement inventories")]


def test_the_longer_phrase_wins() -> None:
    assert themes("urban population") == [("urban_population", "urban population")]


@pytest.mark.parametrize(
    ("text", "found"), [("the wage rose", True), ("the wage bill rose", False), ("wage talks", False)]
)
def test_another_head_makes_another_measure(text: str, found: bool) -> None:
    assert ("average_wage" in {indicator for indicator, _ in themes(text)}) is found


@pytest.mark.parametrize("text", ["it ships 31 tonnes", "a yard which now ships 31 tonnes"])
def test_a_verb_behind_a_pronoun_is_no_product(text: str) -> None:
    assert find_products(tokenize(text)) == []


def test_an_unknown_product_keeps_its_words() -> None:
    assert themes("production of garden gnomes fell") == [(None, "garden gnomes production")]


@pytest.mark.parametrize("text", ["production of 40 kilns", "output of Acme", "output from garden gnomes"])
def test_what_is_no_product_is_no_theme(text: str) -> None:
    assert themes(text) == []


def test_one_measure_is_of_each_product_of_a_list() -> None:
    assert themes("Output of crude steel, cement and garden gnomes was 7, 8 and 9 tonnes") == [
        ("crude_steel_output", "Output of crude steel"),
        ("cement_output", "cement output"),
        (None, "garden gnomes output"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "output of crude steel, cement was",
        "output of crude steel and cement in May",
        "output of crude steel and the cement was",
    ],
)
def test_a_list_without_and_or_verb_is_none(text: str) -> None:
    assert themes(text) == [("crude_steel_output", "output of crude steel")]


def test_every_noun_of_measure_names_a_measure_that_products_have() -> None:
    measures = {measure for product in products().values() for measure in product.measures}
    assert set(measure_nouns().values()) <= measures


def test_products_are_found_by_any_of_their_names() -> None:
    found = find_products(tokenize("From crude oil to coal and wheat"))
    assert [mention.product.product_id for mention in found] == ["crude_oil", "coal", "wheat"]


@given(st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join) | st.text(max_size=60))
def test_themes_and_products_are_in_order_without_overlap(text: str) -> None:
    tokens = tokenize(text)
    for found in (find_themes(tokens), find_products(tokens)):
        ends = [end for one in found for end in (one.first, one.last)]
        assert ends == sorted(ends)
        assert all(one.first < one.last <= len(tokens) for one in found)


@given(st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join))
def test_an_indicator_that_is_found_is_known(text: str) -> None:
    assert all(found is None or known(found) is not None for found, _ in themes(text))


def test_nothing_is_known_of_no_indicator() -> None:
    assert known(None) is None
    assert known("") is None
    assert known("gnomes") is None
