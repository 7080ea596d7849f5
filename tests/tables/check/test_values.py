from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from pipeline.tables.check import CHECKS, Material, check_table

Row = dict[str, Any]


@pytest.mark.parametrize(
    ("indicator", "kind", "unit", "fits"),
    [
        ("coal_output", "level", "tonne", True),
        ("coal_output", "level", "tonne/year", True),
        ("coal_output", "level", "CNY", False),
        ("coal_output", "change", "percent", True),
        ("coal_output", "change", "tonne", True),
        ("coal_output", "change", "CNY", False),
        ("coal_output", "level", "percent", False),
        ("coal_output", "rate", "1", True),
        ("coal_output_rank", "rank", "1", True),
        ("population", "level", "person", True),
        ("population", "level", "percent", False),
        ("population", "share", "percent", True),
        ("gdp", "level", "USD", True),
        ("gdp", "level", "person", False),
        ("gdp_growth", "change", "percentage_point", True),
        ("gdp_growth", "rate", "percent", True),
        ("home_price", "level", "CNY/m2", True),
        ("home_price", "level", "tonne/m2", False),
        ("no_such_indicator", "level", "tonne", True),
    ],
)
def test_units_fit_what_they_can_measure(
    indicator: str,
    kind: str,
    unit: str,
    fits: bool,
    rows: dict[str, list[Row]],
    material: Callable[[], Material],
) -> None:
    rows["figures"] = [rows["figures"][0] | {"indicator": indicator, "kind": kind, "unit": unit}]
    assert (CHECKS["units_fit_their_indicators"].run(material()) == []) == fits


@pytest.mark.parametrize("unit", ["tonne", "CNY/m2", "1/year", "mile/gallon"])
def test_base_units_and_their_compounds_are_known(
    unit: str, rows: dict[str, list[Row]], material: Callable[[], Material]
) -> None:
    rows["units"].append(rows["units"][0] | {"unit_id": "mpg", "base_unit": "mile/gallon"})
    rows["figures"][0]["unit"] = unit
    assert CHECKS["figures_have_known_units"].run(material()) == []


@pytest.mark.parametrize("unit", ["parsec", "mile", "CNY/parsec", "tonne/"])
def test_other_units_are_not(unit: str, rows: dict[str, list[Row]], material: Callable[[], Material]) -> None:
    rows["figures"][0]["unit"] = unit
    [fault] = CHECKS["figures_have_known_units"].run(material())
    assert fault.examples == ({"figure_id": "a/00000001", "unit": unit},)


def test_only_a_relative_change_may_leave_its_currency_open(
    rows: dict[str, list[Row]], material: Callable[[], Material]
) -> None:
    rows["changes"][0]["unit"] = "currency/m2"
    rows["levels"][0]["unit"] = "currency/m2"
    assert CHECKS["changes_have_known_units"].run(material()) == []
    assert CHECKS["levels_have_known_units"].run(material()) != []
    assert check_table("changes", material().frames["changes"]) == []
