"""Parts of a year, fiscal years, and the edges of both."""

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
    ("words", "span"),
    [
        ("first quarter of 2015", "2015-01-01/2015-03-31"),
        ("first three quarters of 2013", "2013-01-01/2013-09-30"),
        ("first 10 months of 2014", "2014-01-01/2014-10-31"),
        ("the first seven months of last year", "2020-01-01/2020-07-31"),
        ("second half of 2012", "2012-07-01/2012-12-31"),
        ("second half 2012", "2012-07-01/2012-12-31"),
        ("first three-quarters of 2012", "2012-01-01/2012-09-30"),
        ("first quarter 2012", "2012-01-01/2012-03-31"),
        ("third-quarter", "2020-07-01/2020-09-30"),
        ("the fourth quarter", "2020-10-01/2020-12-31"),
        ("the first half of the year", "2021-01-01/2021-06-30"),
        ("the last quarter of 2020", "2020-10-01/2020-12-31"),
        ("the last half of 2019", "2019-07-01/2019-12-31"),
        ("the final three months of last year", "2020-10-01/2020-12-31"),
        ("the first week of May", "2021-05-01/2021-05-31"),
        ("Q1", "2021-01-01/2021-03-31"),
        ("Q2 2019", "2019-04-01/2019-06-30"),
        ("Q2 of 2019", "2019-04-01/2019-06-30"),
        ("3Q20", "2020-07-01/2020-09-30"),
        ("3Q 2020", "2020-07-01/2020-09-30"),
        ("H1", "2021-01-01/2021-06-30"),
        ("2H19", "2019-07-01/2019-12-31"),
        ("H2 2019", "2019-07-01/2019-12-31"),
        ("the full year", "2021-01-01/2021-12-31"),
        ("the full year 2019", "2019-01-01/2019-12-31"),
    ],
)
def test_parts_of_a_year(periods_in: PeriodsIn, words: str, span: str) -> None:
    assert periods_in(f"Sales fell {words} sharply") == [f"{words} = in {span}"]


@pytest.mark.parametrize(
    "text",
    [
        "Q5",
        "H3",
        "Q 3",
        "q1",
        "2h",
        "5G",
        "9Q",
        "a full tank",
        "first half a tonne",
        "second half price",
        "the fifth quarter",
        "first 13 months",
        "third half",
    ],
)
def test_what_only_looks_like_a_part_of_a_year(periods_in: PeriodsIn, text: str) -> None:
    assert periods_in(text) == []


def test_the_first_months_behind_a_preposition_are_no_bare_length_of_time(periods_in: PeriodsIn) -> None:
    expected = ["the first seven months of 2013 = in 2013-01-01/2013-07-31"]
    assert periods_in("in the first seven months of 2013") == expected


@pytest.mark.parametrize(
    ("country", "words", "span"),
    [
        ("JP", "fiscal 2014", Span(date(2014, 4, 1), date(2015, 3, 31))),
        ("GB", "financial year 2013-14", Span(date(2013, 4, 1), date(2014, 3, 31))),
        ("GB", "2013/14", Span(date(2013, 4, 1), date(2014, 3, 31))),
        ("US", "fiscal 2014", Span(date(2013, 10, 1), date(2014, 9, 30))),
        ("IN", "FY21", Span(date(2020, 4, 1), date(2021, 3, 31))),
        ("IN", "fiscal 2020-21", Span(date(2020, 4, 1), date(2021, 3, 31))),
        ("AU", "financial year 2014", Span(date(2013, 7, 1), date(2014, 6, 30))),
        ("AU", "2013-14", Span(date(2013, 7, 1), date(2014, 6, 30))),
        ("CN", "2013-14", Span(date(2013, 1, 1), date(2014, 12, 31))),
        ("AU", "financial year 2013-14", Span(date(2013, 7, 1), date(2014, 6, 30))),
        ("CN", "fiscal 2014", Span(date(2014, 1, 1), date(2014, 12, 31))),
    ],
)
def test_a_fiscal_year_is_that_of_the_country_spoken_of(country: str, words: str, span: Span) -> None:
    tokens = tokenize(f"Sales fell in {words}.")
    clock = Clock(date(2021, 8, 18), date(2021, 8, 18), country)
    [period] = find_periods(tokens, find_numerals(tokens), clock, None)
    assert period.span == span


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("the full-year target of 30 tonnes", "2021-01-01/2021-12-31"),
        ("sales will be 30 tonnes for the full year", "2021-01-01/2021-12-31"),
        ("full-year sales", "2016-01-01/2016-12-31"),
    ],
)
def test_a_full_year_is_the_one_spoken_of_unless_it_is_planned(periods_in: PeriodsIn, text: str, span: str) -> None:
    assert [period.split(" = ")[1] for period in periods_in(text, focus_year=2016)] == [f"in {span}"]


def test_a_part_that_has_just_ended_is_that_of_this_year(periods_in: PeriodsIn) -> None:
    assert periods_in("in the first seven months", focus_year=2016) == [
        "the first seven months = in 2021-01-01/2021-07-31"
    ]
    assert periods_in("in the second quarter", focus_year=2016) == ["the second quarter = in 2021-04-01/2021-06-30"]


def test_a_part_without_a_year_is_of_the_year_spoken_of(periods_in: PeriodsIn) -> None:
    assert periods_in("in the fourth quarter", focus_year=2016) == ["the fourth quarter = in 2016-10-01/2016-12-31"]
    assert periods_in("the end of the year", focus_year=2016) == ["the end of the year = in 2016-12-31/2016-12-31"]


@pytest.mark.parametrize(
    ("words", "span"),
    [
        ("fiscal 2014", "2014-04-01/2015-03-31"),
        ("FY 2020", "2020-04-01/2021-03-31"),
        ("financial year 2013-14", "2013-04-01/2014-03-31"),
        ("the fiscal year to May 2013", "2012-06-01/2013-05-31"),
        ("fiscal year ended 31 March 2014", "2013-04-01/2014-03-31"),
        ("the financial year that ended in March 2014", "2013-04-01/2014-03-31"),
        ("the fiscal year to the end of June 2015", "2014-07-01/2015-06-30"),
        ("the year to June 2015", "2014-07-01/2015-06-30"),
        ("the year ended March 2014", "2013-04-01/2014-03-31"),
        ("FY21", "2021-04-01/2022-03-31"),
        ("FY2020/21", "2020-04-01/2021-03-31"),
        ("2013/14", "2013-04-01/2014-03-31"),
        ("fiscal 2013-14", "2013-04-01/2014-03-31"),
    ],
)
def test_fiscal_years(periods_in: PeriodsIn, words: str, span: str) -> None:
    assert periods_in(f"Sales fell {words}") == [f"{words} = in {span}"]


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("end of June", "2021-06-30"),
        ("the end of June 2015", "2015-06-30"),
        ("the start of 2015", "2015-01-01"),
        ("the beginning of last year", "2020-01-01"),
        ("the end of the second quarter of 2015", "2015-06-30"),
        ("the end of the year", "2021-12-31"),
        ("the year-end", "2020-12-31"),
        ("year-end 2015", "2015-12-31"),
        ("end-2015", "2015-12-31"),
        ("end-June", "2021-06-30"),
        ("end June", "2021-06-30"),
        ("year's end", "2020-12-31"),
        ("the year end", "2020-12-31"),
    ],
)
def test_edges_are_one_day(periods_in: PeriodsIn, words: str, day: str) -> None:
    assert periods_in(f"Sales fell {words}") == [f"{words} = in {day}/{day}"]


@pytest.mark.parametrize(
    "text",
    [
        "the end of the road",
        "end of a year",
        "fiscal revenue",
        "the fiscal year",
        "the fiscal year to come",
        "the year to come",
    ],
)
def test_what_only_looks_like_an_edge_or_a_fiscal_year(periods_in: PeriodsIn, text: str) -> None:
    assert periods_in(text) == []


def test_the_end_of_an_end_is_no_deeper_than_one(periods_in: PeriodsIn) -> None:
    assert periods_in("the end of " * 5000 + "June") == ["the end of June = in 2021-06-30/2021-06-30"]


@pytest.mark.parametrize("text", ["third quarter", "the end of the year", "the end of that month"])
def test_without_a_date_they_are_known_but_not_when(undated_periods_in: PeriodsIn, text: str) -> None:
    assert undated_periods_in(text) == [f"{text} = in"]


@pytest.mark.parametrize("text", ["They will be 30 by year-end", "It is expected to be 30 at the year-end"])
def test_the_year_end_of_a_plan_is_the_next_one(periods_in: PeriodsIn, text: str) -> None:
    assert periods_in(text)[-1].endswith("2021-12-31/2021-12-31")
