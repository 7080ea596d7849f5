"""Limits: periods told by their first and last point, or by one of the two."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from pipeline.extraction.numerals import find_numerals
from pipeline.extraction.periods import Clock, find_periods
from pipeline.extraction.spans import Span
from pipeline.extraction.tokens import tokenize

PeriodsIn = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("words", "when"),
    [
        ("from 2010 to 2018", "span 2010-01-01/2018-12-31"),
        ("between 2010 and 2018", "span 2010-01-01/2018-12-31"),
        ("between the censuses of 2010 and 2020", "span 2010-01-01/2020-12-31"),
        ("by the end of the decade", "by 2029-12-31/2029-12-31"),
        ("since the turn of the century", "since 2000-01-01/2021-12-31"),
        ("until the end of next year", "by 2022-12-31/2022-12-31"),
        ("by the end of Q3", "by 2020-09-30/2020-09-30"),
        ("since the start of the year", "since 2021-01-01/2021-12-31"),
        ("from June 2010 until 2018", "span 2010-06-01/2018-12-31"),
        ("between June and August 2014", "in 2014-06-01/2014-08-31"),
        ("between November and February 2015", "in 2014-11-01/2015-02-28"),
        ("from 1 May to 3 June 2014", "span 2014-05-01/2014-06-03"),
        ("from last year to next year", "span 2020-01-01/2022-12-31"),
        ("from the end of 2010 to the end of 2018", "span 2010-12-31/2018-12-31"),
        ("from the last three years", "span 2018-01-01/2021-12-31"),
        ("since 2013", "since 2013-01-01/2021-12-31"),
        ("since about June", "since 2021-06-01/2021-12-31"),
        ("since the end of 2015", "since 2015-12-31/2021-12-31"),
        ("since the bridge was built in 1937", "since 1937-01-01/2021-12-31"),
        ("since 2030", "since 2030-01-01/2030-12-31"),
        ("by 2030", "by 2030-01-01/2030-12-31"),
        ("until June", "by 2021-06-01/2021-06-30"),
        ("by the end of 2015", "by 2015-12-31/2015-12-31"),
        ("by year-end", "by 2020-12-31/2020-12-31"),
        ("by the fiscal year to May 2023", "by 2022-06-01/2023-05-31"),
        ("before 2010", "window 2010-01-01/2010-12-31"),
        ("after May", "window 2021-05-01/2021-05-31"),
    ],
)
def test_limits(periods_in: PeriodsIn, words: str, when: str) -> None:
    assert periods_in(f"Sales fell {words}.") == [f"{words} = {when}"]


@pytest.mark.parametrize(
    "text",
    [
        "from the kiln to the shop",
        "since it opened",
        "since, it seems, the flood of that spring",
        "by hand",
        "between 3 and 5 kilns",
    ],
)
def test_without_points_there_are_no_limits(periods_in: PeriodsIn, text: str) -> None:
    assert periods_in(text) == []


def test_limits_in_the_wrong_order_are_two_periods(periods_in: PeriodsIn) -> None:
    assert periods_in("from 2018 to 2010") == ["2018 = in 2018-01-01/2018-12-31", "2010 = in 2010-01-01/2010-12-31"]


def test_a_year_beyond_a_pause_is_not_that_of_since(periods_in: PeriodsIn) -> None:
    assert periods_in("since, as in 2014, it rains") == ["2014 = in 2014-01-01/2014-12-31"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("between June and August 2014", "between June and August 2014 = in 2014-06-01/2014-08-31"),
        ("since 2013", "since 2013 = since 2013-01-01/2013-12-31"),
        ("since June", "since June = since"),
        ("by June", "by June = by"),
    ],
)
def test_without_a_date(undated_periods_in: PeriodsIn, text: str, expected: str) -> None:
    assert undated_periods_in(text) == [expected]


def test_in_january_nothing_of_the_new_year_has_been_counted() -> None:
    tokens = tokenize("Sales fell since 2013")
    [period] = find_periods(tokens, find_numerals(tokens), Clock(date(2021, 1, 25), date(2021, 1, 25)), None)
    assert period.span == Span(date(2013, 1, 1), date(2020, 12, 31))


@pytest.mark.parametrize(
    "text", ["the first fall since 2013", "its lowest level since 2013", "the best result since 2013", "not since 2013"]
)
def test_the_first_of_its_kind_since_a_year_did_not_begin_then(periods_in: PeriodsIn, text: str) -> None:
    [period] = periods_in(text)
    assert "since 2013 = window" in period or "since 2013 = in" in period
