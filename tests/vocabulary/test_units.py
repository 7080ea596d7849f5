"""Units and scale words: definitions agree with each other, surfaces find the right unit."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.vocabulary.units import (
    Unit,
    ambiguous_units,
    quantity_kind,
    scales,
    unit_names,
    unit_symbols,
    units,
)

ALL = sorted(units().values(), key=lambda unit: unit.unit_id)


# Each line says one definition by means of another unit's, so that a slip of a digit in either shows.
@pytest.mark.parametrize(
    ("amount", "unit_id", "other_amount", "other_id"),
    [
        (1, "mile", 5280, "foot"),
        (1, "foot", 12, "inch"),
        (1, "yard", 3, "foot"),
        (1, "fathom", 6, "foot"),
        (8, "furlong", 1609.344, "metre"),
        (1, "square_mile", 640, "acre"),
        (1, "acre", 4840, "square_yard"),
        (1, "square_yard", 9, "square_foot"),
        (1, "square_foot", 144, "square_inch"),
        (1, "short_ton", 2000, "pound"),
        (1, "long_ton", 2240, "pound"),
        (1, "stone", 14, "pound"),
        (1, "pound", 16, "avoirdupois_ounce"),
        (7000, "troy_ounce", 480, "pound"),
        (5, "carat", 1, "gram"),
        (2, "jin", 1, "kilogram"),
        (1, "dan", 100, "jin"),
        (10, "liang", 1, "jin"),
        (15, "mu", 1, "hectare"),
        (1, "qing", 100, "mu"),
        (2, "li", 1, "kilometre"),
        (1, "us_gallon", 231, "cubic_inch"),
        (1, "us_gallon", 8, "us_pint"),
        (1, "imperial_gallon", 8, "imperial_pint"),
        (1, "us_pint", 16, "fluid_ounce"),
        (1, "quart", 2, "us_pint"),
        (1, "cubic_yard", 27, "cubic_foot"),
        (1, "acre_foot", 43_560, "cubic_foot"),
        (1, "thousand_cubic_feet", 1000, "cubic_foot"),
        (1, "kilowatt_hour", 3.6, "megajoule"),
        (1, "therm", 100_000, "british_thermal_unit"),
        (1, "million_british_thermal_units", 1_000_000, "british_thermal_unit"),
        (1, "kilocalorie", 4.184, "kilojoule"),
        (1, "petajoule", 1000, "terajoule"),
        (1, "terawatt_hour", 3600, "terajoule"),
        (1, "knot", 1.852, "kilometre_per_hour"),
        (1, "metre_per_second", 3.6, "kilometre_per_hour"),
        (100, "basis_point", 1, "percentage_point"),
        (10, "per_mille", 1, "percent"),
        (1, "century", 10, "decade"),
    ],
)
def test_definitions_agree(amount: float, unit_id: str, other_amount: float, other_id: str) -> None:
    assert in_si(units()[unit_id], amount) == pytest.approx(in_si(units()[other_id], other_amount), rel=1e-12)


def in_si(unit: Unit, amount: float) -> float:
    """The amount in metres and square metres, where the published base unit is a larger one."""
    return unit.to_base(amount) * {"km": 1e3, "km2": 1e6, "hectare": 1e4}.get(unit.base_unit, 1.0)


@pytest.mark.parametrize(
    ("unit_id", "written", "celsius"),
    [
        ("degree_fahrenheit", 32, 0),
        ("degree_fahrenheit", 212, 100),
        ("degree_fahrenheit", -40, -40),
        ("kelvin", 273.15, 0),
    ],
)
def test_temperatures_meet_at_fixed_points(unit_id: str, written: float, celsius: float) -> None:
    assert units()[unit_id].to_base(written) == pytest.approx(celsius, abs=1e-9)


@pytest.mark.parametrize(
    ("surface", "unit_id"),
    [
        ("tonnes", "tonne"),
        ("metric tons", "tonne"),
        ("tons", "ton"),
        ("short tons", "short_ton"),
        ("square kilometers", "square_kilometre"),
        ("square-metre", "square_metre"),
        ("square-meter", "square_metre"),
        ("sq km", "square_kilometre"),
        ("sq. ft", "square_foot"),
        ("cubic meters", "cubic_metre"),
        ("mu", "mu"),
        ("jin", "jin"),
        ("kilowatt-hours", "kilowatt_hour"),
        ("gigawatt-hours", "gigawatt_hour"),
        ("barrels", "barrel"),
        ("bpd", "barrel_per_day"),
        ("per cent", "percent"),
        ("percentage points", "percentage_point"),
        ("basis points", "basis_point"),
        ("miners", "person"),
        ("inhabitants", "person"),
        ("lay-offs", "person"),
        ("years", "year"),
        ("teu", "twenty_foot_equivalent_unit"),
        ("grams", "gram"),
        ("grammes", "gram"),
    ],
)
def test_surface_names_its_unit(surface: str, unit_id: str) -> None:
    assert unit_names()[surface].unit_id == unit_id


@pytest.mark.parametrize(
    ("symbol", "unit_id"),
    [
        ("Mt", "megatonne"),
        ("mt", "tonne"),
        ("MW", "megawatt"),
        ("MWh", "megawatt_hour"),
        ("km²", "square_kilometre"),
        ("m", "metre"),
    ],
)
def test_case_of_a_symbol_counts(symbol: str, unit_id: str) -> None:
    assert unit_symbols()[symbol].unit_id == unit_id


@pytest.mark.parametrize("surface", ["m", "t", "g", "l", "h", "pound", "pounds", "second", "in", "li", "dan"])
def test_short_and_common_words_are_marked_ambiguous(surface: str) -> None:
    assert surface in ambiguous_units()
    assert surface in unit_names()


def test_ton_keeps_its_readings() -> None:
    assert units()["ton"].readings == ("tonne", "short_ton", "long_ton")


def test_the_first_reading_is_the_units_own_value() -> None:
    with_readings = [unit for unit in ALL if unit.readings]
    assert with_readings
    for unit in with_readings:
        usual = units()[unit.readings[0]]
        assert (usual.base_unit, usual.factor, usual.offset) == (unit.base_unit, unit.factor, unit.offset), unit.unit_id
        assert {units()[reading].quantity_kind for reading in unit.readings} == {unit.quantity_kind}


@pytest.mark.parametrize("unit", ALL, ids=lambda unit: unit.unit_id)
def test_every_unit_is_well_formed(unit: Unit) -> None:
    assert unit.unit_id.replace("_", "").isalnum()
    assert unit.unit_id == unit.unit_id.lower()
    assert unit.names or unit.symbols
    assert unit.factor > 0
    assert quantity_kind(unit.base_unit) == unit.quantity_kind
    surfaces = {*unit.names, *unit.symbols, *unit.counted}
    assert unit.ambiguous <= surfaces, unit.ambiguous - surfaces


def test_no_two_units_share_a_spelled_out_name_or_a_symbol() -> None:
    names = Counter(name.lower() for unit in ALL for name in (*unit.names, *unit.counted))
    symbols = Counter(symbol for unit in ALL for symbol in unit.symbols)
    assert [surface for count in (names, symbols) for surface, times in count.items() if times > 1] == []


def test_each_base_unit_measures_one_kind() -> None:
    kinds = {(unit.base_unit, unit.quantity_kind) for unit in ALL}
    assert len(kinds) == len({base for base, _ in kinds})


def test_the_contracts_base_units_are_all_there() -> None:
    base_units = {unit.base_unit for unit in ALL}
    promised = "tonne km m km2 m2 hectare m3 barrel kWh kW person percent percentage_point 1 year month day hour"
    assert set(promised.split()) <= base_units


@pytest.mark.parametrize(
    ("unit", "kind"),
    [
        ("tonne", "mass"),
        ("1", "count"),
        ("CNY", "money"),
        ("currency", "money"),
        ("CNY/m2", "money/area"),
        ("currency/m2", "money/area"),
        ("tonne/year", "mass/time"),
        ("barrel/day", "volume/time"),
        ("person/km2", "person/area"),
        ("CNY/m2/month", "money/area/time"),
        ("furlong", None),
        ("tonne/furlong", None),
        ("", None),
    ],
)
def test_kind_follows_from_the_base_unit(unit: str, kind: str | None) -> None:
    assert quantity_kind(unit) == kind


@given(st.text(max_size=12))
def test_kind_of_any_string_is_a_kind_or_null(unit: str) -> None:
    kind = quantity_kind(unit)
    assert kind is None or kind.count("/") == unit.count("/")


@given(st.sampled_from(ALL), st.floats(-1e9, 1e9), st.floats(-1e9, 1e9))
def test_conversion_keeps_order(unit: Unit, one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert unit.to_base(low) <= unit.to_base(high)


@pytest.mark.parametrize(
    ("surface", "multiplier"),
    [
        ("thousand", 10**3),
        ("million", 10**6),
        ("bn", 10**9),
        ("tn", 10**12),
        ("trn", 10**12),
        ("k", 10**3),
        ("m", 10**6),
        ("mln", 10**6),
        ("dozen", 12),
        ("hundred", 100),
        ("lakh", 10**5),
        ("crore", 10**7),
        ("wan", 10**4),
        ("yi", 10**8),
    ],
)
def test_scale_multiplies(surface: str, multiplier: int) -> None:
    assert scales()[surface].multiplier == multiplier


def test_only_abbreviations_of_scales_are_glued_to_digits() -> None:
    glued = {scale.surface for scale in scales().values() if scale.glued}
    assert {"m", "bn", "k", "tn"} <= glued
    assert not glued & {"million", "thousand", "yi", "dozen"}


def test_plural_scales_are_told_apart() -> None:
    assert scales()["thousands"].plural
    assert not scales()["thousand"].plural


def test_a_glued_scale_that_is_also_a_unit_symbol_is_ambiguous() -> None:
    """ "30m" is thirty million or thirty metres: whoever reads it must look further."""
    symbols = {symbol for unit in ALL for symbol in unit.symbols}
    assert [scale.surface for scale in scales().values() if scale.surface in symbols and not scale.ambiguous] == []
