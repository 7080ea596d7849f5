"""Lengths of time: how long ago, how much earlier, over how many years."""

from __future__ import annotations

from collections.abc import Callable

import pytest

PeriodsIn = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("words", "when"),
    [
        ("a year earlier", "earlier 12 months"),
        ("ten years before", "earlier 120 months"),
        ("18 months previously", "earlier 18 months"),
        ("a quarter earlier", "earlier 3 months"),
        ("three years later", "later 36 months"),
        ("two years on", "later 24 months"),
        ("two years afterwards", "later 24 months"),
        ("a year ago", "in 2020-01-01/2020-12-31"),
        ("two decades ago", "in 2001-01-01/2001-12-31"),
        ("a hundred years ago", "in 1921-01-01/1921-12-31"),
        ("five years back", "in 2016-01-01/2016-12-31"),
        ("12 months ago", "in 2020-08-01/2020-08-31"),
        ("2900 years ago", "in 0001-01-01/0001-01-31"),
    ],
)
def test_how_long_before_or_after(periods_in: PeriodsIn, words: str, when: str) -> None:
    assert periods_in(f"Sales were low {words}.") == [f"{words} = {when}"]


@pytest.mark.parametrize(
    ("words", "when"),
    [
        ("over the past decade", "span 2011-01-01/2021-12-31"),
        ("over the last two years", "span 2019-01-01/2021-12-31"),
        ("the past two years", "span 2019-01-01/2021-12-31"),
        ("last 18 months", "span 2020-01-01/2021-12-31"),
        ("over the previous year", "earlier 12 months"),
        ("in the six years to 2012", "span 2006-01-01/2012-12-31"),
        ("the three years up to 2017", "span 2014-01-01/2017-12-31"),
        ("the two years through 2017", "span 2015-01-01/2017-12-31"),
        ("in the six months to June 2015", "in 2015-01-01/2015-06-30"),
        ("26 weeks to 28 August 2020", "in 2020-02-29/2020-08-28"),
        ("the year that ended in March", "in 2020-04-01/2021-03-31"),
        ("in the decade to 2020", "span 2010-01-01/2020-12-31"),
        ("in the five years from 2010", "span 2010-01-01/2015-12-31"),
        ("the three years after 2010", "span 2010-01-01/2013-12-31"),
        ("in the 12 months to March", "in 2020-04-01/2021-03-31"),
        ("in the two years to the end of 2015", "span 2014-01-01/2015-12-31"),
        ("within five years", "span 2021-01-01/2026-12-31"),
        ("in the next three years", "span 2021-01-01/2024-12-31"),
        ("past 40 centuries", "span 0001-01-01/2021-12-31"),
        ("within 3000 centuries", "span 2021-01-01/9999-12-31"),
    ],
)
def test_windows_that_end_or_begin_somewhere(periods_in: PeriodsIn, words: str, when: str) -> None:
    assert periods_in(f"Sales fell {words}") == [f"{words} = {when}"]


@pytest.mark.parametrize(
    "words",
    [
        "for the next three years",
        "in a few years",
        "over the last several years",
        "for five straight years",
        "in the first ten years",
        "for more than 20 years",
    ],
)
def test_bare_lengths_of_time(periods_in: PeriodsIn, words: str) -> None:
    assert periods_in(f"Sales fell {words}") == [f"{words} = window"]


@pytest.mark.parametrize(
    "text",
    [
        "three days after",
        "5000 years ago",
        "a couple of years",
        "in the kiln",
        "during five years",
        "over 300 kilns",
        "1" + "0" * 500 + " years ago",
    ],
)
def test_what_is_no_length_of_time(periods_in: PeriodsIn, text: str) -> None:
    assert periods_in(text) == []


def test_a_length_of_time_before_ago_is_no_window(periods_in: PeriodsIn) -> None:
    assert periods_in("in two years ago") == ["two years ago = in 2019-01-01/2019-12-31"]


def test_years_before_a_date_and_years_after_something(periods_in: PeriodsIn) -> None:
    assert periods_in("two years before 2014") == ["two years before = window", "2014 = in 2014-01-01/2014-12-31"]
    assert periods_in("three years after the fire") == ["three years after = window"]
    text = "It opened in 1985, six years after a flood"
    assert periods_in(text) == ["1985 = in 1985-01-01/1985-12-31", "six years after = in 1979-01-01/1979-12-31"]


@pytest.mark.parametrize(
    ("words", "months"),
    [
        ("in about five years", 60),
        ("within six months", 6),
        ("over three years", 36),
        ("in a decade", 120),
        ("over a decade", 120),
        ("over the decade", 120),
        ("in twelve months", 12),
        ("over the same decade", 120),
    ],
)
def test_lengths_of_time_over_which_something_may_have_moved(periods_in: PeriodsIn, words: str, months: int) -> None:
    assert periods_in(f"Sales fell {words}.")[-1].endswith(f"= window {months} months")


@pytest.mark.parametrize("text", ["30 tonnes in a day", "over the hill", "a decade of growth", "in a month of rain"])
def test_what_only_looks_like_a_length_of_time(periods_in: PeriodsIn, text: str) -> None:
    assert periods_in(text) == []


@pytest.mark.parametrize(
    ("words", "when"),
    [
        ("two decades ago", "earlier 240 months"),
        ("over the past decade", "window 120 months"),
        ("within five years", "window 60 months"),
        ("in the six years to 2012", "span 2006-01-01/2012-12-31"),
    ],
)
def test_without_a_date_they_count_from_nothing(undated_periods_in: PeriodsIn, words: str, when: str) -> None:
    assert undated_periods_in(f"Sales were low {words}") == [f"{words} = {when}"]


def test_years_after_what_happened_in_a_year(periods_in: PeriodsIn) -> None:
    text = "A year after the flood of 2002, it had 300 kilns"
    assert periods_in(text) == ["A year after the flood of 2002 = in 2003-01-01/2003-12-31"]


@pytest.mark.parametrize("words", ["for last year", "in last year's plan"])
def test_last_year_without_an_article_is_no_length_of_time(periods_in: PeriodsIn, words: str) -> None:
    assert [period.split(" = ")[1] for period in periods_in(f"It is an estimate {words}")] == [
        "in 2020-01-01/2020-12-31"
    ]


@pytest.mark.parametrize("text", ["in the last two years of the war", "in the last of the kilns", "the final months"])
def test_the_last_years_of_something_are_not_the_last_ones(periods_in: PeriodsIn, text: str) -> None:
    assert periods_in(text) == []


def test_in_the_period_before_is_no_length_of_time(periods_in: PeriodsIn) -> None:
    assert periods_in("in the previous quarter") == ["the previous quarter = earlier 3 months"]
    assert periods_in("over the previous year") == ["over the previous year = earlier 12 months"]
