"""Units around a numeral: currencies before it, units after it, denominators of rates."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extraction.tokens import tokenize
from pipeline.extraction.units import Measure, currency_before, rate_after, unit_after
from pipeline.vocabulary.currencies import currency_names
from pipeline.vocabulary.units import ambiguous_units, unit_symbols, units

NAMES = sorted(
    {
        name
        for unit in units().values()
        for name in unit.names
        if unit.quantity_kind != "person" and name.lower() not in ambiguous_units() and name not in currency_names()
    }
)
PIECES = ["$", "US", "RMB", "5", "m", "per", "a", "each", "for", "square", "metre", "km", "%", "points", "year", "half"]


def before(text: str) -> Measure | None:
    """The currency right before the last token."""
    tokens = tokenize(text)
    found = currency_before(tokens, len(tokens) - 1)
    return None if found is None else found[0]


def after(text: str) -> tuple[Measure, str] | None:
    """The unit right after the first token, and its words."""
    tokens = tokenize(text)
    found = unit_after(tokens, 1)
    return None if found is None else (found[0], text[tokens[1].start : tokens[found[1] - 1].end])


def unit_id(text: str) -> str | None:
    found = after(text)
    return None if found is None else found[0].unit_id


def rate(text: str) -> str | None:
    found = rate_after(tokenize(text), 0)
    return None if found is None else found[0].unit_id


# ---------------------------------------------------------------------- before the number
@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("$7", "USD"),
        ("it cost US$7", "USD"),
        ("HK$7", "HKD"),
        ("€7", "EUR"),
        ("RMB7", "CNY"),
        ("Rmb7", "CNY"),
        ("CNY 7", "CNY"),
        ("Rs 7", "INR"),
        ("yuan 7", None),
        ("the 7", None),
        ("7", None),
        ("XUS$7", None),
    ],
)
def test_currencies_before_the_number(text: str, code: str | None) -> None:
    found = before(text)
    assert (None if found is None else found.unit) == code


# ---------------------------------------------------------------------- after the number
@pytest.mark.parametrize("name", NAMES)
def test_every_sure_name_of_a_unit_is_found(name: str) -> None:
    found = after(f"7 {name}")
    assert found is not None
    assert found[1] == name
    assert name in units()[found[0].unit_id].names


@pytest.mark.parametrize("symbol", sorted(unit_symbols()))
def test_every_symbol_of_a_unit_is_found_where_it_is_glued(symbol: str) -> None:
    found = after(f"7{symbol}")
    assert found is not None
    assert found[0].unit == unit_symbols()[symbol].base_unit
    assert found[0].factor == unit_symbols()[symbol].factor


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("7 tonnes of ore", "tonne"),
        ("7-tonne lorry", "tonne"),
        ("7% more", "percent"),
        ("7 per cent more", "percent"),
        ("7 percentage points", "percentage_point"),
        ("7 percent points", "percentage_point"),
        ("7 points higher", "point"),
        ("7 pounds of flour", "pound"),
        ("7 units of output", None),
        ("7 yuan", "CNY"),
        ("7 yuan bills", "CNY"),
        ("7€", "EUR"),
        ("3 $5", None),
        ("7 m long", None),
        ("7m long", "metre"),
        ("7 mines", None),
        ("7 workers", None),
        ("7 in the town", None),
        ("half a tonne", "tonne"),
        ("half a year", None),
    ],
)
def test_units_after_the_number(text: str, expected: str | None) -> None:
    assert unit_id(text) == expected


def test_without_symbols_only_names_count() -> None:
    tokens = tokenize("7km")
    assert unit_after(tokens, 1) is not None
    assert unit_after(tokens, 1, symbols=False) is None


def test_an_ambiguous_name_keeps_its_other_readings() -> None:
    found = after("7 tons")
    assert found is not None
    assert {unit for unit, _ in found[0].readings} >= {"short_ton", "long_ton"}


# ---------------------------------------------------------------------- denominators
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a year", "year"),
        ("a year earlier", None),
        ("a year ago", None),
        ("annually", "year"),
        ("daily", "day"),
        ("per square metre", "square_metre"),
        ("/kg", "kilogram"),
        ("a head", "person"),
        ("per resident", "person"),
        ("a resident", None),
        ("for each worker", "person"),
        ("on every hectare", "hectare"),
        ("for a hectare", None),
        ("each month", "month"),
        ("per cent", None),
        ("a mine", None),
        ("per", None),
        ("", None),
    ],
)
def test_denominators_of_rates(text: str, expected: str | None) -> None:
    assert rate(text) == expected


@given(
    st.text(max_size=40)
    | st.lists(st.sampled_from(PIECES)).map(" ".join)
    | st.lists(st.sampled_from(PIECES)).map("".join)
)
def test_what_is_found_lies_in_the_text(text: str) -> None:
    tokens = tokenize(text)
    for i in range(len(tokens) + 1):
        money, unit, per = currency_before(tokens, i), unit_after(tokens, i), rate_after(tokens, i)
        assert money is None or 0 <= money[1] < i
        assert unit is None or i < unit[1] <= len(tokens)
        assert per is None or i < per[1] <= len(tokens)


@pytest.mark.parametrize("text", ["900 second-hand flats", "3 day-long talks"])
def test_what_a_hyphen_joins_to_a_noun_is_no_unit_of_time(text: str) -> None:
    assert unit_after(tokenize(text), 1) is None


def test_a_length_of_time_has_its_unit() -> None:
    found = unit_after(tokenize("900-second delay"), 1)
    assert found is not None
    assert found[0].unit == "second"
