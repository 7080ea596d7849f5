"""Backreferences: periods counted from the one that was spoken of."""

from __future__ import annotations

from collections.abc import Callable

import pytest

PeriodsIn = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("words", "when"),
    [
        ("the same period", "same"),
        ("the same period of 2016", "earlier 2016-01-01/2016-12-31"),
        ("same quarter last year", "earlier 2020-01-01/2020-12-31"),
        ("the same month a year earlier", "earlier 12 months"),
        ("the same period the year before", "earlier 12 months"),
        ("that year", "same"),
        ("in the half", "same"),
        ("during that period", "same"),
        ("on the year", "earlier 12 months"),
        ("on an annual basis", "earlier 12 months"),
        ("on a monthly basis", "earlier 1 months"),
        ("on the month", "earlier 1 months"),
        ("on the week", "earlier 7 days"),
        ("over the week", "earlier 7 days"),
        ("on the day", "earlier 1 days"),
        ("week on week", "earlier 7 days"),
        ("a week earlier", "earlier 7 days"),
        ("a week ago", "earlier 7 days"),
        ("two weeks before", "earlier 14 days"),
        ("three days earlier", "earlier 3 days"),
        ("the previous week", "earlier 7 days"),
        ("the previous session", "earlier 1 days"),
        ("a fortnight ago", "earlier 14 days"),
        ("year-earlier", "earlier 12 months"),
        ("the year-ago", "earlier 12 months"),
        ("the previous financial year", "earlier 12 months"),
        ("the following year", "later 12 months"),
        ("the year after", "later 12 months"),
        ("the following month", "later 1 months"),
        ("the corresponding period", "same"),
        ("the same weeks of 2020", "earlier 2020-01-01/2020-12-31"),
        ("the same ten months of 2020", "earlier 2020-01-01/2020-12-31"),
        ("the corresponding months of last year", "earlier 2020-01-01/2020-12-31"),
        ("the equivalent quarter a year earlier", "earlier 12 months"),
        ("that decade", "same"),
        ("over that period", "same"),
        ("at the time", "same"),
        ("back then", "same"),
        ("year-on-year", "earlier 12 months"),
        ("year on year", "earlier 12 months"),
        ("quarter-over-quarter", "earlier 3 months"),
        ("the previous year", "earlier 12 months"),
        ("the preceding decade", "earlier 120 months"),
        ("the previous census", "earlier 120 months"),
        ("the year before", "earlier 12 months"),
        ("the month earlier", "earlier 1 months"),
        ("the year before last", "in 2019-01-01/2019-12-31"),
    ],
)
def test_backreferences(periods_in: PeriodsIn, words: str, when: str) -> None:
    assert periods_in(f"Sales fell {words}") == [f"{words} = {when}"]


@pytest.mark.parametrize(
    "text",
    [
        "that year was dry",
        "that kiln",
        "in the year of the fire",
        "in the half of them",
        "on the other hand",
        "year over month",
        "the previous owner",
        "the same kiln",
        "for the month to come",
    ],
)
def test_what_defines_its_own_year_is_no_backreference(periods_in: PeriodsIn, text: str) -> None:
    assert periods_in(text) == []


def test_the_same_period_of_something_else_is_that_spoken_of(periods_in: PeriodsIn) -> None:
    assert periods_in("the same period of the flood") == ["the same period = same"]


def test_the_year_before_last_of_an_undated_text_is_the_year_before(undated_periods_in: PeriodsIn) -> None:
    assert undated_periods_in("the year before last") == ["the year before = earlier 12 months"]
    assert undated_periods_in("the same quarter last year") == ["the same quarter = same", "last year = in"]


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("In 2014 it made 30 tonnes; that year it sold 20 tonnes", "that year = same 2014-01-01/2014-12-31"),
        ("In 2014 it made 30 tonnes and the following year 20", "the following year = later 2015-01-01/2015-12-31"),
        ("In 2014 it made 30 tonnes, which has since doubled", "since = since 2014-01-01/2021-12-31"),
        ("In 2014 it made 30 tonnes; since then sales fell", "since then = since 2014-01-01/2021-12-31"),
        ("It peaked at 30 tonnes in 2014 and is below the peak", "the peak = in 2014-01-01/2014-12-31"),
    ],
)
def test_what_points_back_within_its_sentence(periods_in: PeriodsIn, text: str, when: str) -> None:
    assert periods_in(text)[-1] == when


def test_since_then_alone_reaches_the_year_of_publication(periods_in: PeriodsIn) -> None:
    assert periods_in("It has since fallen") == ["since = since 2021-01-01/2021-12-31"]
    assert periods_in("It fell since it rained") == []


@pytest.mark.parametrize(
    ("words", "when"),
    [
        ("its peak of August 2020", "2020-08-01/2020-08-31"),
        ("their 2018 peak", "2018-01-01/2018-12-31"),
        ("the high of 2012", "2012-01-01/2012-12-31"),
        ("its height in 1995", "1995-01-01/1995-12-31"),
    ],
)
def test_peaks(periods_in: PeriodsIn, words: str, when: str) -> None:
    assert periods_in(f"Prices are lower than at {words}.") == [f"{words} = in {when}"]


@pytest.mark.parametrize("text", ["below the peak", "at its height", "the peak district", "a high street"])
def test_a_peak_of_which_no_time_was_told_is_no_period(periods_in: PeriodsIn, text: str) -> None:
    assert periods_in(text) == []


def test_then_at_the_end_of_a_clause_is_the_time_spoken_of(periods_in: PeriodsIn) -> None:
    assert periods_in("It had 300 kilns then.") == ["then = same"]
    assert periods_in("It had 300 kilns then, and 200 now.")[0] == "then = same"
    assert periods_in("Then it had 300 kilns.") == []
    assert periods_in("It then had 300 kilns.") == []
