"""What is known of cities: one number a year, one row a city, an order only where the intervals allow it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.metrics import CITY_TABLES, VIEWS, city_tables, sql
from pipeline.tables import TABLES, from_arrow
from pipeline.tables.check import check_table

from .conftest import article, derive_rows, table, vocabulary

Make = Callable[..., Any]
Row = dict[str, Any]


def shown(*figures: Row) -> dict[str, list[Row]]:
    """What the views over cities show of figures."""
    derived = derive_rows(*figures).tables
    indicators, places = vocabulary()
    articles = [article(article_id) for article_id in sorted({row["article_id"] for row in figures})]
    tables = city_tables(
        {
            "figures": table("figures", figures),
            "articles": table("articles", articles),
            "levels": derived.levels,
            "changes": derived.changes,
            "conflicts": derived.conflicts,
            "indicators": indicators,
            "places": places,
        }
    )
    assert tables.keys() == set(CITY_TABLES)
    for name, content in tables.items():
        assert content.schema.equals(TABLES[name].arrow_schema, check_metadata=True)
        assert check_table(name, from_arrow(name, content)) == []
    return {name: content.to_pylist() for name, content in tables.items()}


def series(*figures: Row) -> list[tuple[int, float | None]]:
    return [(row["year"], row["value"]) for row in shown(*figures)["city_series"]]


PEOPLE = {"indicator": "population", "unit": "person"}
OTHER_CITY = {"place_id": "X-2", "place": "Birchem"}


# --- city_series -------------------------------------------------------------------------------------------------


def test_a_series_has_a_row_a_year_with_interval_basis_and_sources(figure: Make, change: Make, year: Make) -> None:
    first, second = shown(
        figure("a/1", 40, low=39, high=41, period=year(2018)),
        change("a/2", 20, "down", period=year(2018), base=year(2017)),
    )["city_series"]
    assert (first["year"], first["value"], first["low"], first["basis"]) == (2017, 50, 48.75, "implied")
    assert (second["year"], second["value"], second["high"], second["basis"]) == (2018, 40, 41, "stated")
    assert (second["place"], second["indicator"], second["unit"]) == ("Ashford", "coal_output", "tonne")
    assert second["sources"] == ["a"]


@pytest.mark.parametrize("modality", ["target", "forecast", "capacity"])
def test_plans_are_no_part_of_a_series(figure: Make, year: Make, modality: str) -> None:
    assert series(figure("a/1", 40, period=year(2018), modality=modality)) == []


def test_half_a_year_of_a_flow_is_not_its_year(figure: Make) -> None:
    half = (date(2018, 1, 1), date(2018, 6, 30))
    assert series(figure("a/1", 20, period=half)) == []
    assert series(figure("a/1", 20, period=half, **PEOPLE)) == [(2018, 20)]


def test_a_flow_of_twelve_other_months_stands_in_the_year_in_which_they_end(figure: Make) -> None:
    assert series(figure("a/1", 20, period=(date(2018, 4, 1), date(2019, 3, 31)))) == [(2019, 20)]


def test_a_total_over_years_and_a_gap_to_another_place_are_no_part_of_a_series(figure: Make, year: Make) -> None:
    assert series(figure("a/1", 90, period=year(2010, 2018), aggregation="cumulative")) == []
    assert series(figure("a/1", 90, period=year(2018), compared_with="Birchem")) == []


def test_of_a_stock_the_year_itself_goes_before_its_last_day(figure: Make, year: Make) -> None:
    june, december = ((date(2018, month, 1),) * 2 for month in (6, 12))
    days = [figure("a/1", 11, period=june, **PEOPLE), figure("a/2", 12, period=december, **PEOPLE)]
    assert series(*days) == [(2018, 12)]
    assert series(*days, figure("a/3", 10, period=year(2018), **PEOPLE)) == [(2018, 10)]


def test_an_implied_level_that_agrees_with_a_stated_one_has_no_row(figure: Make, change: Make, year: Make) -> None:
    stated = figure("b/1", 50, low=49, high=51, period=year(2017))
    evidence = [figure("a/1", 40, period=year(2018)), change("a/2", 20, "down", period=year(2018), base=year(2017))]
    assert series(*evidence, stated) == [(2017, 50), (2018, 40)]
    assert sorted(series(*evidence, stated | {"value": 60, "low": 59, "high": 61})) == [
        (2017, 50),
        (2017, 60),
        (2018, 40),
    ]


def test_levels_that_contradict_each_other_have_a_row_each(figure: Make, year: Make) -> None:
    rows = shown(figure("a/1", 40, period=year(2018)), figure("b/1", 50, period=year(2018)))["city_series"]
    assert sorted(row["value"] for row in rows) == [40, 50]
    assert all(row["conflict_id"] for row in rows)


# --- city_profile ------------------------------------------------------------------------------------------------


def test_a_profile_says_what_is_known_from_when_to_when_and_by_how_many(figure: Make, change: Make, year: Make) -> None:
    (row,) = shown(
        figure("a/1", 40, period=year(2013)),
        figure("a/2", 32, period=year(2018)),
        figure("a/3", 10, period=year(2030), modality="target"),
        change("b/1", 5, "down", indicator="population", period=year(2019), base=year(2009)),
    )["city_profile"]
    assert row["indicators"] == ["coal_output", "population"]
    assert (row["first_year"], row["last_year"], row["sources"], row["figures"]) == (2009, 2019, 2, 4)
    assert (row["decline_indicator"], row["decline_from"], row["decline_to"]) == ("coal_output", 2013, 2018)
    assert row["decline_pct"] == pytest.approx(-20)


def test_a_fall_of_which_only_a_bound_is_known_counts_with_what_is_certain(change: Make, year: Make) -> None:
    said = {"period": year(2019), "base": year(2009)}
    (row,) = shown(
        change("a/1", 30, "down", low=30, high=None, comparator="more_than", **said),
        change("a/2", 40, "down", indicator="population", **said),
    )["city_profile"]
    assert row["decline_indicator"] == "population"


def test_a_fall_that_is_contradicted_is_no_headline(change: Make, year: Make) -> None:
    said = {"period": year(2019), "base": year(2009)}
    (row,) = shown(
        change("a/1", 40, "down", **said),
        change("b/1", 60, "down", **said),
        change("a/2", 5, "down", indicator="population", **said),
    )["city_profile"]
    assert row["conflicts"] == 1
    assert row["decline_indicator"] == "population"


def test_what_only_grew_has_no_decline(change: Make, year: Make) -> None:
    (row,) = shown(change("a/1", 5, "up", period=year(2019), base=year(2009)))["city_profile"]
    assert row["decline_indicator"] is None
    assert row["decline_change_id"] is None


# --- city_rankings -----------------------------------------------------------------------------------------------


def test_an_order_is_told_as_far_as_the_intervals_go(figure: Make, year: Make) -> None:
    rows = shown(
        figure("a/1", 40, low=39, high=41, period=year(2018)),
        figure("a/2", 30, low=29, high=31, period=year(2018), **OTHER_CITY),
    )["city_rankings"]
    assert [(row["place"], row["rank_low"], row["rank_high"], row["words"]) for row in rows] == [
        ("Ashford", 1, 1, "first of 2"),
        ("Birchem", 2, 2, "second of 2"),
    ]


def test_where_the_intervals_meet_there_is_no_order(figure: Make, year: Make) -> None:
    rows = shown(
        figure("a/1", 40, low=39, high=41, period=year(2018)),
        figure("a/2", 39, low=38, high=39, period=year(2018), **OTHER_CITY),
    )["city_rankings"]
    assert rows == []


Interval = tuple[float | None, float | None]
BOUND = st.integers(0, 12).map(float)


@st.composite
def standings(draw: st.DrawFn) -> list[tuple[Interval, float]]:
    """Intervals of several cities, some open, each with a true value inside."""
    found = []
    for _ in range(draw(st.integers(2, 7))):
        low, truth, high = sorted(draw(st.tuples(BOUND, BOUND, BOUND)))
        found.append(((draw(st.sampled_from([low, None])), draw(st.sampled_from([high, None]))), truth))
    return found


def ranked(intervals: list[Interval]) -> dict[str, Row]:
    rows = [(f"c{number}", low, high) for number, (low, high) in enumerate(intervals)]
    with duckdb.connect() as connection:
        connection.execute(
            "CREATE TABLE city_series (place_id VARCHAR, place VARCHAR, subject VARCHAR, indicator VARCHAR, "
            "unit VARCHAR, price_basis VARCHAR, year BIGINT, low DOUBLE, high DOUBLE)"
        )
        connection.executemany("INSERT INTO city_series VALUES ($1, $1, NULL, 'x', '1', NULL, 2020, $2, $3)", rows)
        connection.execute(sql("city_rankings"))
        found = connection.sql("FROM city_rankings").to_arrow_table().to_pylist()
    return {row["place_id"]: row for row in found}


@given(standings())
def test_the_true_rank_is_always_inside_and_no_other_is_that_need_not_be(known: list[tuple[Interval, float]]) -> None:
    intervals = [interval for interval, _ in known]
    found = ranked(intervals)
    for number, ((low, high), truth) in enumerate(known):
        others = [interval for other, interval in enumerate(intervals) if other != number]
        best = 1 + sum(each[0] is not None and high is not None and each[0] > high for each in others)
        worst = len(known) - sum(each[1] is not None and low is not None and each[1] < low for each in others)
        row = found.get(f"c{number}")
        assert (row is None) == ((best, worst) == (1, len(known)))
        if row is not None:
            assert (row["rank_low"], row["rank_high"], row["peers"]) == (best, worst, len(known))
            above = sum(other > truth for _, other in known)
            below = sum(other < truth for _, other in known)
            assert best <= 1 + above
            assert len(known) - below <= worst


@pytest.mark.parametrize(
    ("intervals", "words"),
    [
        ([(5, 5), (3, 4), (1, 2)], "first of 3"),
        ([(5, None), (6, 7), (1, 2)], "at least second of 3"),
        ([(1, 3), (6, 7), (2, 3)], "at most second of 3"),
        ([(4, 6), (8, 9), (5, 7), (1, 2)], "second to third of 4"),
        ([(0, 0), *((each, each) for each in range(1, 12))], "12th of 12"),
        ([(0, 0), *((each, each) for each in range(1, 21))], "21st of 21"),
    ],
)
def test_a_rank_in_words(intervals: list[Interval], words: str) -> None:
    assert ranked(intervals)["c0"]["words"] == words


def test_each_view_is_a_file_that_makes_it() -> None:
    for name, statement in VIEWS.items():
        assert f"CREATE VIEW {name} AS" in statement
