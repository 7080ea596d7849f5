"""Indicators: well-formed, without overlap, and what a reader of the field expects them to be called."""

from __future__ import annotations

import json
import os
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.vocabulary.indicators import Indicator, general_phrases, indicator, indicators, nouns, phrases, verbs
from pipeline.vocabulary.units import quantity_kind, units

BASE = list(indicators().values())
NATURES = {"stock", "flow", "ratio", "index"}


def faults(rows: list[Indicator], fine: Callable[[Indicator], object]) -> list[str]:
    """The ids of the rows that are not as `fine` wants them, so that a failure names the culprits."""
    return [row.indicator_id for row in rows if not fine(row)]


def test_the_field_is_covered() -> None:
    written = [row for row in BASE if not row.indicator_id.endswith(("_output", "_price", "_reserves", "_capacity"))]
    assert len(written) >= 140


def test_ids_are_snake_case_and_keys_agree() -> None:
    assert faults(BASE, lambda row: re.fullmatch("[a-z][a-z0-9]*(_[a-z0-9]+)*", row.indicator_id)) == []
    assert [key for key, row in indicators().items() if key != row.indicator_id] == []


def test_definitions_are_sentences() -> None:
    assert faults(BASE, lambda row: row.definition.endswith(".") and len(row.definition) >= 20) == []
    assert faults(BASE, lambda row: row.definition[0].isupper() and row.label[0].isupper()) == []


def test_a_definition_is_not_its_label_again() -> None:
    assert faults(BASE, lambda row: row.definition.rstrip(".").lower() != row.label.lower()) == []


def test_labels_and_definitions_tell_indicators_apart() -> None:
    for field in ("label", "definition"):
        twice = [text for text, times in Counter(getattr(row, field) for row in BASE).items() if times > 1]
        assert twice == []


def test_units_give_the_quantity_kind() -> None:
    assert faults(BASE, lambda row: quantity_kind(row.unit) == row.quantity_kind) == []
    assert faults(BASE, lambda row: row.nature in NATURES) == []


def test_other_kinds_are_kinds_of_some_unit() -> None:
    simple = {unit.quantity_kind for unit in units().values()} | {"money"}
    assert faults(BASE, lambda row: {part for kind in row.other_kinds for part in kind.split("/")} <= simple) == []


def test_no_phrase_names_two_indicators() -> None:
    count = Counter(phrase for row in BASE for phrase in row.phrases)
    assert [phrase for phrase, times in count.items() if times > 1] == []


def test_general_phrases_are_phrases() -> None:
    assert general_phrases() - set(phrases()) == set()


def test_full_names_are_not_general() -> None:
    assert general_phrases().isdisjoint({"population", "gdp", "economic growth", "coal output", "unemployment rate"})


def test_no_noun_counts_for_two_indicators() -> None:
    count = Counter(noun for row in BASE for noun in row.nouns)
    assert [noun for noun, times in count.items() if times > 1] == []


def test_words_are_lower_case_and_trimmed() -> None:
    words = [word for row in BASE for word in (*row.phrases, *row.nouns, *row.verbs)]
    assert [word for word in words if word != " ".join(word.lower().split()) or not word] == []


def test_every_indicator_can_be_named() -> None:
    assert faults(BASE, lambda row: row.phrases) == []


@pytest.mark.parametrize(
    ("phrase", "indicator_id"),
    [
        ("population", "population"),
        ("urban population", "urban_population"),
        ("permanent population", "population"),
        ("gross domestic product", "gdp"),
        ("economic growth", "gdp_growth"),
        ("per capita gdp", "gdp_per_capita"),
        ("industrial output", "industrial_output"),
        ("heavy industry", "heavy_industry_output_value"),
        ("coal output", "coal_output"),
        ("coal production", "coal_output"),
        ("output of coal", "coal_output"),
        ("crude output", "crude_oil_output"),
        ("oil production", "crude_oil_output"),
        ("gas reserves", "natural_gas_reserves"),
        ("power generation", "electricity_output"),
        ("crude steel output", "crude_steel_output"),
        ("grain harvest", "grain_output"),
        ("area sown to grain", "grain_sown_area"),
        ("wheat yield", "wheat_yield"),
        ("price of wheat", "wheat_price"),
        ("urea prices", "urea_price"),
        ("unemployment rate", "unemployment_rate"),
        ("budget revenue", "fiscal_revenue"),
        ("land sales", "land_sales_revenue"),
        ("local government debt", "local_government_debt"),
        ("home prices", "home_price"),
        ("second-hand homes", "secondhand_home_price"),
        ("hospital beds", "hospital_beds"),
        ("forest cover", "forest_cover"),
        ("net profit", "net_profit"),
        ("installed capacity", "installed_power_capacity"),
    ],
)
def test_phrase_means_its_indicator(phrase: str, indicator_id: str) -> None:
    assert phrases()[phrase] == indicator_id


@pytest.mark.parametrize(
    ("noun", "indicator_id"),
    [
        ("inhabitant", "population"),
        ("birth", "births"),
        ("miner", "miners"),
        ("employee", "employees"),
        ("colliery", "coal_mines"),
        ("tourist", "visitors"),
        ("lay-off", "layoffs"),
        ("school", "schools"),
        ("bed", "hospital_beds"),
        ("job", "jobs"),
    ],
)
def test_counted_noun_means_its_indicator(noun: str, indicator_id: str) -> None:
    assert nouns()[noun] == indicator_id


@pytest.mark.parametrize(
    ("verb", "indicator_id"),
    [
        ("employ", "employees"),
        ("owe", "local_government_debt"),
        ("be home to", "population"),
        ("lay off", "layoffs"),
        ("spend", "fiscal_expenditure"),
    ],
)
def test_verb_means_its_indicator(verb: str, indicator_id: str) -> None:
    assert indicator_id in verbs()[verb]


@pytest.mark.parametrize(
    ("indicator_id", "unit"),
    [
        ("population", "person"),
        ("gdp", "CNY"),
        ("gdp", "USD"),
        ("home_price", "CNY/m2"),
        ("coal_output", "tonne"),
        ("coal_output", "tonne/year"),
        ("crude_oil_output", "barrel/day"),
        ("crude_oil_price", "USD/barrel"),
        ("wheat_yield", "tonne/hectare"),
        ("jobs", "1"),
        ("jobs", "person"),
        ("average_wage", "CNY/month"),
        ("exports", "USD"),
        ("car_output", "1"),
        ("battery_output", "kWh"),
        ("unemployment_rate", "percent"),
    ],
)
def test_indicator_admits_its_units(indicator_id: str, unit: str) -> None:
    assert indicators()[indicator_id].admits(unit)


@pytest.mark.parametrize(
    ("indicator_id", "unit"),
    [
        ("population", "tonne"),
        ("gdp", "percent"),
        ("coal_output", "CNY"),
        ("home_price", "percent"),
        ("unemployment_rate", "percentage_point"),
        ("land_area", "km"),
        ("gdp", "no unit"),
    ],
)
def test_indicator_refuses_other_units(indicator_id: str, unit: str) -> None:
    assert not indicators()[indicator_id].admits(unit)


def test_every_indicator_admits_its_own_unit() -> None:
    assert faults(BASE, lambda row: row.admits(row.unit)) == []


def test_general_names_of_the_gold_are_ids() -> None:
    """The names by which the gold knows the field's common measures need no detour over an alias."""
    path = Path(os.environ.get("CITYFIGURES_GOLD", "../shared/gold")) / "indicator_aliases.json"
    if not path.exists():
        pytest.skip("no gold here")
    aliases = json.loads(path.read_text("utf-8"))
    known = [name for name in aliases if not name.startswith("_") and indicator(name)]
    others = [name for name in aliases if not name.startswith("_") and not indicator(name)]
    # Those left over name one place or one article's own count ("distance_to_fushun", "loss_making_mills").
    assert len(known) >= 10 * len(others)
