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
        ("on the month", "earlier 1 months"),
        ("on the week", "earlier"),
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
