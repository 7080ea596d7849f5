from __future__ import annotations

from datetime import date

import pytest

from pipeline.release.wording import interval, measure, number, period


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (4_370_000.0, "4,370,000"),
        (15_260_000_000.0, "15,260,000,000"),
        (-2.5, "-2.5"),
        (100 / 3, "33.3333"),
        (4_366_219.0342, "4,366,219"),
        (1_234.5678, "1,234.57"),
        (1_200_000.0, "1,200,000"),
        (0.0, "0"),
        (-0.0, "0"),
        (0.000012345, "1.234e-05"),
    ],
)
def test_numbers(value: float, words: str) -> None:
    assert number(value) == words


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (2.0, 3.3, "2 to 3.3"),
        (60.0, None, "at least 60"),
        (None, 67.0, "at most 67"),
        (5.0, 5.0, "5"),
        (None, None, "any value"),
    ],
)
def test_intervals(low: float | None, high: float | None, words: str) -> None:
    assert interval(low, high) == words


@pytest.mark.parametrize(
    ("value", "low", "high", "words"),
    [
        (5.0, 5.0, 5.0, "5 km"),
        (5.0, 4.5, 5.5, "5 km (4.5 to 5.5)"),
        (60.0, 60.0, None, "at least 60 km"),
        (60.0, None, 60.0, "at most 60 km"),
        (60.0, 55.0, None, "60 km (at least 55)"),
        (60.0, None, None, "60 km (any value)"),
        (None, 60.0, None, "at least 60 km"),
    ],
)
def test_measures(value: float | None, low: float | None, high: float | None, words: str) -> None:
    assert measure(value, low, high, "km") == words


@pytest.mark.parametrize(
    ("unit", "words"),
    [
        ("1", "3"),
        ("percent", "3 per cent"),
        ("percentage_point", "3 percentage points"),
        ("CNY/m2", "3 CNY/m2"),
        ("tonne/year", "3 tonnes/year"),
        ("person", "3 people"),
    ],
)
def test_units(unit: str, words: str) -> None:
    assert measure(3.0, 3.0, 3.0, unit) == words


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        (date(2018, 1, 1), date(2018, 12, 31), "2018"),
        (date(2010, 1, 1), date(2018, 12, 31), "2010 to 2018"),
        (date(2018, 3, 1), date(2018, 3, 31), "2018-03"),
        (date(2018, 1, 1), date(2018, 6, 30), "2018-01 to 2018-06"),
        (date(2018, 3, 5), date(2018, 3, 5), "2018-03-05"),
        (date(2018, 3, 5), date(2018, 4, 1), "2018-03-05 to 2018-04-01"),
        (date(2020, 2, 1), date(2020, 2, 28), "2020-02-01 to 2020-02-28"),
        (date(1949, 1, 1), None, "from 1949-01-01"),
        (None, date(2020, 12, 31), "until 2020-12-31"),
        (None, None, "undated"),
    ],
)
def test_periods(start: date | None, end: date | None, words: str) -> None:
    assert period(start, end) == words
