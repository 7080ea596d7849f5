"""Relative expressions: periods counted from the day of publication, a Wednesday in August 2021."""

from __future__ import annotations

from collections.abc import Callable

import pytest

PeriodsIn = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("words", "span"),
    [
        ("last year", "2020-01-01/2020-12-31"),
        ("this year", "2021-01-01/2021-12-31"),
        ("next year's", "2022-01-01/2022-12-31"),
        ("last month", "2021-07-01/2021-07-31"),
        ("next month", "2021-09-01/2021-09-30"),
        ("last quarter", "2021-04-01/2021-06-30"),
        ("this quarter", "2021-07-01/2021-09-30"),
        ("last week", "2021-08-09/2021-08-15"),
        ("this week", "2021-08-16/2021-08-22"),
        ("next week", "2021-08-23/2021-08-29"),
        ("last spring", "2021-03-01/2021-05-31"),
        ("last summer", "2020-06-01/2020-08-31"),
        ("this summer", "2021-06-01/2021-08-31"),
        ("next summer", "2022-06-01/2022-08-31"),
        ("last winter", "2020-12-01/2021-02-28"),
        ("next winter", "2021-12-01/2022-02-28"),
        ("last April", "2021-04-01/2021-04-30"),
        ("last August", "2020-08-01/2020-08-31"),
        ("last October", "2020-10-01/2020-10-31"),
        ("this October", "2021-10-01/2021-10-31"),
        ("next October", "2021-10-01/2021-10-31"),
        ("next April", "2022-04-01/2022-04-30"),
    ],
)
def test_last_this_and_next(periods_in: PeriodsIn, words: str, span: str) -> None:
    assert periods_in(f"Sales were low {words}.") == [f"{words} = in {span}"]


@pytest.mark.parametrize("words", ["now", "today", "so far", "to date", "at present", "Nowadays"])
def test_now_is_the_year_of_publication(periods_in: PeriodsIn, words: str) -> None:
    assert periods_in(f"{words} sales are low") == [f"{words} = now 2021-01-01/2021-12-31"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("last year", ["last year = in"]),
        ("next summer", ["next summer = in"]),
        ("now", ["now = now"]),
        ("last orders", []),
    ],
)
def test_without_a_date_they_are_known_but_not_when(
    undated_periods_in: PeriodsIn, text: str, expected: list[str]
) -> None:
    assert undated_periods_in(text, focus_year=2016) == expected


@pytest.mark.parametrize("text", ["This is all.", "The last of them left.", "at last", "to dates", "so few"])
def test_the_same_words_before_others_are_no_period(periods_in: PeriodsIn, text: str) -> None:
    assert periods_in(text) == []


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("In the year to date", "year to date = now 2021-01-01/2021-12-31"),
        ("at the turn of the century", "the turn of the century = in 2000-01-01/2000-12-31"),
        ("the current quarter", "current quarter = in 2021-07-01/2021-09-30"),
        ("the current year", "current year = in 2021-01-01/2021-12-31"),
    ],
)
def test_more_words_for_the_present_and_for_a_year(periods_in: PeriodsIn, text: str, when: str) -> None:
    assert periods_in(text) == [when]


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("in the summer of 2018", "summer of 2018 = in 2018-06-01/2018-08-31"),
        ("in winter 2018", "winter 2018 = in 2018-12-01/2019-02-28"),
        ("over the summer", "summer = in 2021-06-01/2021-08-31"),
        ("in the spring", "spring = in 2021-03-01/2021-05-31"),
        ("during the winter", "winter = in 2020-12-01/2021-02-28"),
    ],
)
def test_seasons(periods_in: PeriodsIn, text: str, when: str) -> None:
    assert periods_in(text) == [when]


@pytest.mark.parametrize("text", ["a summer house", "the spring of the river", "in the fall of the empire"])
def test_what_only_looks_like_a_season(periods_in: PeriodsIn, text: str) -> None:
    assert periods_in(text) == []
