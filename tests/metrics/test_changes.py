"""Changes: stated, joined with the levels that they speak of, derived, refused."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

Make = Callable[..., Any]


def measure(row: dict[str, Any], name: str) -> tuple[Any, Any, Any]:
    return row[name], row[f"{name}_low"], row[f"{name}_high"]


def about(*ends: float | None) -> tuple[Any, ...]:
    return tuple(None if end is None else pytest.approx(end) for end in ends)


NOTHING = (None, None, None)
MODALITIES = ("actual", "estimate", "forecast", "target", "capacity")


# ------------------------------------------------------------------ stated


def test_a_fall_is_negative_and_its_open_side_stays_open(derive_rows: Make, change: Make, year: Make) -> None:
    [row] = derive_rows(
        change("a/1", 40, "down", low=40, high=None, comparator="more_than", period=year(2010, 2014), base=year(2010))
    ).changes
    assert measure(row, "pct") == (-40, None, -40)
    assert measure(row, "points") == NOTHING
    assert (row["base_start"], row["base_end"]) == year(2010)
    assert (row["period_start"], row["period_end"]) == year(2014)
    assert row["years"] == 4
    assert measure(row, "annual_pct") == about(-11.98882, None, -11.98882)
    assert (row["basis"], row["formula"], row["comparable"], row["why_not"]) == ("stated", None, True, None)


def test_a_change_without_a_base_is_kept(derive_rows: Make, change: Make, year: Make) -> None:
    [row] = derive_rows(change("a/1", 5, "up", unit="tonne", modality="target", period=year(2016, 2020))).changes
    assert (row["base_start"], row["base_end"], row["years"]) == (None, None, None)
    assert (row["period_start"], row["period_end"]) == year(2016, 2020)
    assert measure(row, "difference") == (5, 5, 5)
    assert measure(row, "pct") == NOTHING


def test_points_are_points(derive_rows: Make, change: Make, year: Make) -> None:
    [row] = derive_rows(
        change(
            "a/1", 2, "up", indicator="unemployment_rate", unit="percentage_point", period=year(2016), base=year(2015)
        )
    ).changes
    assert measure(row, "points") == (2, 2, 2)
    assert measure(row, "pct") == measure(row, "difference") == NOTHING


def test_a_rate_that_moved_by_per_cent_is_refused(derive_rows: Make, change: Make, year: Make) -> None:
    [row] = derive_rows(
        change("a/1", 10, "up", indicator="unemployment_rate", period=year(2016), base=year(2015))
    ).changes
    assert not row["comparable"]
    assert "points" in row["why_not"]
    assert measure(row, "pct") == measure(row, "points") == NOTHING


def test_a_per_cent_and_its_final_level_give_the_difference(
    derive_rows: Make, figure: Make, change: Make, year: Make
) -> None:
    [row] = derive_rows(
        figure("a/1", 300, low=299, high=301, period=year(2016)),
        change("a/2", 25, "down", low=24, high=26, period=year(2016), base=year(2015)),
    ).changes
    assert measure(row, "pct") == (-25, -26, -24)
    assert measure(row, "difference") == about(-100, 301 - 301 / 0.74, 299 - 299 / 0.76)
    assert row["unit"] == "tonne"
    assert row["inputs"] == ["a/1", "a/2"]
    assert row["formula"] == "difference: coal output 2016 \N{MULTIPLICATION SIGN} per cent ÷ (100 + per cent)"


def test_a_difference_and_one_end_give_the_per_cent(derive_rows: Make, figure: Make, change: Make, year: Make) -> None:
    fall = change("a/2", 50, "down", low=49, high=51, unit="tonne", period=year(2016), base=year(2015))
    [from_final] = derive_rows(figure("a/1", 200, period=year(2016)), fall).changes
    assert measure(from_final, "pct") == about(-20, -100 * 51 / 251, -100 * 49 / 249)
    [from_base] = derive_rows(figure("a/1", 200, period=year(2015)), fall).changes
    assert measure(from_base, "pct") == about(-25, -25.5, -24.5)


def test_a_difference_of_a_price_may_leave_out_the_per(
    derive_rows: Make, figure: Make, change: Make, year: Make
) -> None:
    [row] = derive_rows(
        figure("a/1", 500, indicator="coal_price", unit="CNY/tonne", period=year(2016)),
        change("a/2", 100, "up", indicator="coal_price", unit="CNY", period=year(2016), base=year(2015)),
    ).changes
    assert (row["pct"], row["unit"]) == (pytest.approx(25), "CNY/tonne")


def test_a_plan_starts_from_the_last_fact(derive_rows: Make, figure: Make, change: Make, year: Make) -> None:
    [row] = derive_rows(
        figure("a/1", 200, period=year(2015)),
        change("a/2", 10, "down", unit="tonne", modality="target", period=year(2016), base=year(2015)),
    ).changes
    assert (row["pct"], row["modality"]) == (pytest.approx(-5), "target")


def test_a_day_of_the_year_measures_a_stock_in_that_year(
    derive_rows: Make, figure: Make, change: Make, year: Make
) -> None:
    census = (date(2020, 11, 1), date(2020, 11, 1))
    [row] = derive_rows(
        figure("a/1", 90, indicator="population", unit="person", period=census),
        change("a/2", 10, "down", indicator="population", period=year(2010, 2020), base=year(2010)),
    ).changes
    assert row["difference"] == pytest.approx(-10)


def test_two_ways_of_saying_one_change_are_one_row(derive_rows: Make, change: Make, year: Make) -> None:
    [row] = derive_rows(
        change("a/1", 30, "down", unit="tonne", low=29, high=31, period=year(2010, 2020), base=year(2010)),
        change("a/2", 10, "down", low=9, high=11, period=year(2010, 2020), base=year(2010)),
        change("a/3", 9, "down", low=9, high=None, period=year(2010, 2020), base=year(2010)),
    ).changes
    assert measure(row, "pct") == (-10, -11, -9)
    assert measure(row, "difference") == (-30, -31, -29)
    assert row["inputs"] == ["a/1", "a/2", "a/3"]


def test_a_statement_and_the_levels_that_it_speaks_of_are_one_row(
    derive_rows: Make, figure: Make, change: Make, year: Make
) -> None:
    [row] = derive_rows(
        figure("a/1", 200, low=199, high=201, period=year(2015)),
        figure("a/2", 250, low=249, high=251, period=year(2016)),
        change("a/3", 20, "up", low=20, high=None, comparator="more_than", period=year(2016), base=year(2015)),
    ).changes
    assert row["basis"] == "stated"
    assert measure(row, "pct") == about(25, 100 * 249 / 201 - 100, 100 * 251 / 199 - 100)
    assert row["inputs"] == ["a/1", "a/2", "a/3"]
    assert "coal output 2016 ÷ coal output 2015" in row["formula"]


def test_another_articles_statement_is_another_row(derive_rows: Make, change: Make, year: Make) -> None:
    rows = derive_rows(
        change("a/1", 10, "up", period=year(2016), base=year(2015)),
        change("b/1", 10, "up", period=year(2016), base=year(2015)),
    )
    assert sorted(row["articles"] for row in rows.changes) == [["a"], ["b"]]
    assert len({row["change_id"] for row in rows.changes}) == 2


def test_real_growth_stays_apart_from_nominal_levels(derive_rows: Make, figure: Make, change: Make, year: Make) -> None:
    rows = derive_rows(
        figure("a/1", 100, indicator="gdp", unit="CNY", period=year(2015)),
        figure("a/2", 110, indicator="gdp", unit="CNY", period=year(2016)),
        change("a/3", 6, "up", indicator="gdp", period=year(2016), base=year(2015)),
    )
    by_basis = {row["basis"]: row for row in rows.changes}
    assert (by_basis["stated"]["pct"], by_basis["stated"]["price_basis"]) == (6, "real")
    assert (by_basis["derived"]["pct"], by_basis["derived"]["price_basis"]) == (pytest.approx(10), None)
    assert rows.conflicts == []


# ------------------------------------------------------------------ derived


def test_each_level_is_compared_with_the_one_before_and_the_last_with_the_first(
    derive_rows: Make, figure: Make, year: Make
) -> None:
    rows = derive_rows(
        figure("a/1", 100, period=year(2010)),
        figure("a/2", 80, period=year(2013)),
        figure("a/3", 60, period=year(2018)),
    )
    moves = {(row["base_start"].year, row["period_start"].year): row["pct"] for row in rows.changes}
    assert moves == {(2010, 2013): about(-20)[0], (2013, 2018): about(-25)[0], (2010, 2018): about(-40)[0]}
    assert {row["basis"] for row in rows.changes} == {"derived"}


def test_a_derived_change_carries_the_intervals_of_its_levels(derive_rows: Make, figure: Make, year: Make) -> None:
    [row] = derive_rows(
        figure("a/1", 40, low=40, high=None, comparator="more_than", period=year(2013)),
        figure("a/2", 32, low=31.5, high=32.5, period=year(2018)),
    ).changes
    assert measure(row, "pct") == about(-20, None, -18.75)
    assert measure(row, "difference") == about(-8, None, -7.5)
    assert row["formula"] == "100 \N{MULTIPLICATION SIGN} (coal output 2018 ÷ coal output 2013 \N{MINUS SIGN} 1)"


def test_rates_change_in_points(derive_rows: Make, figure: Make, year: Make) -> None:
    [row] = derive_rows(
        figure("a/1", 21, indicator="gdp_growth", kind="rate", unit="percent", low=20.5, high=21.5, period=year(2010)),
        figure("a/2", 1, indicator="gdp_growth", kind="rate", unit="percent", low=0.5, high=1.5, period=year(2017)),
    ).changes
    assert measure(row, "points") == (-20, -21, -19)
    assert measure(row, "pct") == measure(row, "difference") == measure(row, "annual_pct") == NOTHING


def test_the_modality_of_a_derived_change(derive_rows: Make, figure: Make, year: Make) -> None:
    rows = derive_rows(
        *(
            figure(
                f"a/{base}-{final}-{at}",
                10,
                modality=said,
                place_id=None,
                place=f"{base} {final}",
                period=year(2015 + at),
            )
            for base in MODALITIES
            for final in MODALITIES
            for at, said in enumerate((base, final))
        )
    )
    # Plans and capacities are no base of facts, nor of one another.
    assert {row["place"]: row["modality"] for row in rows.changes} == {
        "actual actual": "actual",
        "actual estimate": "estimate",
        "estimate actual": "estimate",
        "estimate estimate": "estimate",
        "actual forecast": "forecast",
        "estimate forecast": "forecast",
        "actual target": "target",
        "estimate target": "target",
        "capacity capacity": "capacity",
    }


HALF_2015 = (date(2015, 1, 1), date(2015, 6, 30))
DAY_2019 = (date(2019, 11, 8), date(2019, 11, 8))


def test_flows_of_unlike_periods_are_refused(derive_rows: Make, figure: Make, year: Make) -> None:
    [row] = derive_rows(figure("a/1", 5, period=HALF_2015), figure("a/2", 12, period=year(2016))).changes
    assert not row["comparable"]
    assert "2015-01 to 2015-06" in row["why_not"]
    assert measure(row, "pct") == measure(row, "difference") == NOTHING


@pytest.mark.parametrize(
    ("other", "word"),
    [
        ({"unit": "m3"}, "m3"),
        ({"price_basis": "real"}, "real"),
        ({"aggregation": "cumulative"}, "cumulative"),
    ],
)
def test_unlike_levels_are_refused_with_the_reason(
    derive_rows: Make, figure: Make, year: Make, other: dict[str, Any], word: str
) -> None:
    [row] = derive_rows(figure("a/1", 5, period=year(2015)), figure("a/2", 12, period=year(2016), **other)).changes
    assert not row["comparable"]
    assert word in row["why_not"]


def test_prices_of_a_day_and_a_year_are_comparable_within_one_article(
    derive_rows: Make, figure: Make, year: Make
) -> None:
    price = {"indicator": "coal_price", "unit": "CNY/tonne"}
    [together] = derive_rows(
        figure("a/1", 500, period=year(2018), **price), figure("a/2", 400, period=DAY_2019, **price)
    ).changes
    assert together["pct"] == pytest.approx(-20)
    [apart] = derive_rows(
        figure("a/1", 500, period=year(2018), **price), figure("b/1", 400, period=DAY_2019, **price)
    ).changes
    assert not apart["comparable"]


def test_articles_continue_each_others_series(derive_rows: Make, figure: Make, year: Make) -> None:
    rows = derive_rows(
        figure("a/1", 100, period=year(2010)),
        figure("a/2", 50, period=year(2020)),
        figure("b/1", 80, period=year(2015)),
    )
    moves = {(row["base_start"].year, row["period_start"].year): row["articles"] for row in rows.changes}
    assert moves == {(2010, 2015): ["a", "b"], (2015, 2020): ["a", "b"], (2010, 2020): ["a"]}


def test_a_facility_is_not_its_city(derive_rows: Make, figure: Make, year: Make) -> None:
    rows = derive_rows(
        figure("a/1", 100, period=year(2010)),
        figure("a/2", 50, period=year(2020), subject="Pit 4", subject_kind="facility"),
    )
    assert rows.changes == []


def test_profits_and_losses_have_a_difference_and_no_per_cent(derive_rows: Make, figure: Make, year: Make) -> None:
    [row] = derive_rows(
        figure("a/1", 29, indicator="net_profit", unit="CNY", period=year(2014)),
        figure("a/2", -72, indicator="net_profit", unit="CNY", period=year(2015)),
    ).changes
    assert measure(row, "difference") == (-101, -101, -101)
    assert measure(row, "pct") == NOTHING


def test_from_nought_there_is_no_per_cent(derive_rows: Make, figure: Make, year: Make) -> None:
    [row] = derive_rows(figure("a/1", 0, period=year(2014)), figure("a/2", 5, period=year(2015))).changes
    assert measure(row, "pct") == NOTHING
    assert row["difference"] == 5
