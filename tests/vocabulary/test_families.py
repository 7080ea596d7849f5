"""Families: which derived indicators there are, and that each is found by its id."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.vocabulary.families import families, sectors
from pipeline.vocabulary.indicators import Indicator, all_indicators, derived, indicator, indicators, sector_share
from pipeline.vocabulary.units import quantity_kind

BASE = list(indicators().values())


@pytest.mark.parametrize(
    ("parent", "family", "indicator_id", "unit"),
    [
        ("coal_output", "growth", "coal_output_growth", "percent"),
        ("coal_output", "cumulative", "cumulative_coal_output", "tonne"),
        ("crude_oil_output", "share_of_national", "share_of_national_crude_oil_output", "percent"),
        ("crude_steel_output", "share_of_provincial", "share_of_provincial_crude_steel_output", "percent"),
        ("gdp", "share_of_city", "share_of_city_gdp", "percent"),
        ("rent", "relative_to", "rent_relative_to", "percent"),
        ("gdp_growth", "gap_to", "gdp_growth_gap_to", "percentage_point"),
        ("average_wage", "gap_to", "average_wage_gap_to", "currency"),
        ("home_price", "rank", "home_price_rank", "1"),
    ],
)
def test_family_makes_an_indicator(parent: str, family: str, indicator_id: str, unit: str) -> None:
    made = derived(parent, family)
    assert made is not None
    assert (made.indicator_id, made.unit, made.parent, made.family) == (indicator_id, unit, parent, family)


@pytest.mark.parametrize(
    ("parent", "family"),
    [
        ("population", "cumulative"),
        ("unemployment_rate", "growth"),
        ("unemployment_rate", "share_of_national"),
        ("nothing", "growth"),
        ("gdp", "nothing"),
    ],
)
def test_family_that_makes_no_sense_makes_nothing(parent: str, family: str) -> None:
    assert derived(parent, family) is None


def test_a_written_indicator_stands_for_the_derived_one() -> None:
    assert derived("gdp", "growth") is indicators()["gdp_growth"]


@pytest.mark.parametrize("family", ["gap_to", "relative_to"])
def test_a_gap_to_another_place_may_be_in_per_cent(family: str) -> None:
    made = derived("average_wage", family)
    assert made is not None
    assert made.admits("percent")


@given(st.sampled_from(BASE), st.sampled_from(sorted(families())))
def test_a_derived_indicator_is_found_by_its_id(parent: Indicator, family: str) -> None:
    made = derived(parent.indicator_id, family)
    if made is not None:
        assert indicator(made.indicator_id) == made
        assert made.definition.endswith(".")
        assert made.label[0].isupper()
        assert made.quantity_kind == quantity_kind(made.unit)


def test_derived_of_derived_is_found() -> None:
    made = indicator("coal_output_growth_rank")
    assert made is not None
    assert made.parent == "coal_output_growth"


@given(st.text(st.sampled_from("abcdefgdp_growth rank share of national"), max_size=40))
def test_any_string_is_an_id_or_none(text: str) -> None:
    found = indicator(text)
    assert found is None or found.indicator_id == text


@pytest.mark.parametrize(
    ("words", "whole", "indicator_id"),
    [
        ("coal", "gdp", "coal_share_of_gdp"),
        ("tourism", "gdp", "tourism_share_of_gdp"),
        ("real estate", "fixed_asset_investment", "property_share_of_investment"),
        ("oil and gas", "industrial_value_added", "oil_and_gas_share_of_industrial_value_added"),
        ("oil", "industrial_output", "oil_share_of_industrial_output"),
    ],
)
def test_share_of_a_branch(words: str, whole: str, indicator_id: str) -> None:
    made = sector_share(sectors()[words], whole)
    assert made is not None
    assert (made.indicator_id, made.unit, made.parent) == (indicator_id, "percent", whole)
    assert indicator(indicator_id) == made


def test_the_table_of_all_is_closed() -> None:
    table = all_indicators()
    assert set(indicators()) <= set(table)
    assert [row.indicator_id for row in table.values() if row.parent and row.parent not in table] == []
    assert [key for key, row in table.items() if row.indicator_id != key or indicator(key) != row] == []
