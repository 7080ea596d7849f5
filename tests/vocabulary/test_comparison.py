"""Which levels may be compared: by the nature of what is measured, and by what it is made from."""

from __future__ import annotations

import pytest

from pipeline.vocabulary.comparison import comparable_periods
from pipeline.vocabulary.indicators import all_indicators, indicator


@pytest.mark.parametrize(
    ("indicator_id", "periods"),
    [
        pytest.param("population", "any", id="a stock is there on every day"),
        pytest.param("coal_output", "alike", id="a flow belongs to its period"),
        pytest.param("cumulative_coal_output", "alike", id="a total so far is no stock"),
        pytest.param("coal_output_growth", "alike", id="growth is of a period, as what grows"),
        pytest.param("coal_price", "alike_between_articles", id="prices are quoted on days and over years"),
        pytest.param("unemployment_rate", "alike_between_articles", id="so are rates"),
    ],
)
def test_the_periods_that_compare(indicator_id: str, periods: str) -> None:
    one = indicator(indicator_id)
    assert one is not None
    assert comparable_periods(one.nature, one.family) == periods


def test_every_indicator_has_a_rule() -> None:
    assert {comparable_periods(one.nature, one.family) for one in all_indicators().values()} == {
        "any",
        "alike",
        "alike_between_articles",
    }


@pytest.mark.parametrize(
    ("indicator_id", "signed"),
    [
        ("net_profit", True),
        ("coal_margin", True),
        ("coal_output_growth", True),
        ("unemployment_rate_gap_to", True),
        ("cumulative_net_migration", True),
        ("net_profit_rank", False),
        ("natural_gas_output", False),
        ("net_loss", False),
        ("share_of_national_coal_output", False),
    ],
)
def test_what_can_be_below_nought(indicator_id: str, signed: bool) -> None:
    one = indicator(indicator_id)
    assert one is not None
    assert one.signed is signed


def test_growth_of_the_economy_is_real() -> None:
    real = {key for key, one in all_indicators().items() if one.growth_is_real}
    assert {"gdp", "gdp_growth", "industrial_value_added", "industrial_value_added_growth"} <= real
    assert not real & {"gdp_rank", "exports", "coal_output_growth", "gdp_gap_to"}


def test_what_does_not_jump() -> None:
    assert {key for key, one in all_indicators().items() if one.steady} >= {"population", "urban_population"}
