"""What kind of period two dates span, and how long a change took."""

from __future__ import annotations

from datetime import date

import duckdb
import pytest


def ask(macros: duckdb.DuckDBPyConnection, expression: str, *dates: str) -> object:
    literals = ", ".join(f"DATE '{day}'" for day in dates)
    [(found,)] = macros.execute(f"SELECT {expression.format(literals)}").fetchall()
    return found


@pytest.mark.parametrize(
    ("first", "last", "label"),
    [
        ("2018-01-01", "2018-12-31", "2018"),
        ("2020-02-01", "2020-02-29", "2020-02"),
        ("2021-01-01", "2021-06-30", "2021-01 to 2021-06"),
        ("2020-11-01", "2020-11-01", "2020-11-01"),
        ("2019-03-05", "2019-04-07", "2019-03-05 to 2019-04-07"),
    ],
)
def test_a_period_has_the_shortest_label_that_says_it(
    macros: duckdb.DuckDBPyConnection, first: str, last: str, label: str
) -> None:
    assert ask(macros, "period_label({})", first, last) == label


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        (("2018-01-01", "2018-12-31"), ("2020-01-01", "2020-12-31"), True),
        (("2018-01-01", "2018-06-30"), ("2019-01-01", "2019-06-30"), True),
        (("2019-02-01", "2019-02-28"), ("2020-02-01", "2020-02-29"), True),
        (("2018-01-01", "2018-06-30"), ("2018-07-01", "2018-12-31"), False),
        (("2018-01-01", "2018-12-31"), ("2019-01-01", "2019-06-30"), False),
        (("2018-04-01", "2019-03-31"), ("2019-01-01", "2019-12-31"), False),
    ],
)
def test_flows_are_alike_in_periods_of_one_length_and_season(
    macros: duckdb.DuckDBPyConnection, one: tuple[str, str], other: tuple[str, str], alike: bool
) -> None:
    shapes = [ask(macros, "period_shape({})", *period) for period in (one, other)]
    assert (shapes[0] == shapes[1]) == alike


@pytest.mark.parametrize(
    ("period", "base", "starts"),
    [
        pytest.param(("2010-01-01", "2018-12-31"), ("2010-01-01", "2010-12-31"), date(2018, 1, 1), id="whole span"),
        pytest.param(("2018-01-01", "2018-12-31"), ("2017-01-01", "2017-12-31"), date(2018, 1, 1), id="year on year"),
        pytest.param(("2020-01-01", "2023-10-31"), ("2020-01-01", "2020-10-31"), date(2023, 1, 1), id="ten months"),
        pytest.param(("2012-07-01", "2015-06-30"), ("2012-07-01", "2013-06-30"), date(2014, 7, 1), id="fiscal years"),
        pytest.param(("2019-08-31", "2019-11-08"), ("2019-08-31", "2019-08-31"), date(2019, 11, 8), id="since a day"),
    ],
)
def test_the_later_period_of_a_span_is_as_long_as_its_base(
    macros: duckdb.DuckDBPyConnection, period: tuple[str, str], base: tuple[str, str], starts: date
) -> None:
    assert ask(macros, "later_start({})", *period, *base) == starts


@pytest.mark.parametrize(
    ("base", "period", "is_stock", "years"),
    [
        pytest.param(("2010-01-01", "2010-12-31"), ("2018-01-01", "2018-12-31"), False, 8, id="calendar years"),
        pytest.param(("2021-01-01", "2021-06-30"), ("2022-01-01", "2022-06-30"), False, 1, id="half-years"),
        pytest.param(("2010-01-01", "2010-12-31"), ("2020-11-01", "2020-11-01"), True, 10, id="census day of a stock"),
        pytest.param(("2018-01-01", "2018-12-31"), ("2019-12-31", "2019-12-31"), False, 1, id="ends alike"),
        pytest.param(("2023-09-01", "2023-09-30"), ("2023-10-01", "2023-10-31"), False, 0.08, id="month on month"),
    ],
)
def test_years_between_two_periods(
    macros: duckdb.DuckDBPyConnection, base: tuple[str, str], period: tuple[str, str], is_stock: bool, years: float
) -> None:
    assert ask(macros, f"years_between({{}}, {is_stock})", *base, *period) == years
