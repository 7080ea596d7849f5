"""Dates: days and months by their names and numbers, weekdays."""

from __future__ import annotations

from collections.abc import Callable

import pytest

PeriodsIn = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It opened on 1 November 2017.", "1 November 2017 = in 2017-11-01/2017-11-01"),
        ("It opened on the 8th of October 2017.", "8th of October 2017 = in 2017-10-08/2017-10-08"),
        ("It opened on May 19, 2013.", "May 19, 2013 = in 2013-05-19/2013-05-19"),
        ("It opened on Sept. 4 2013.", "Sept. 4 2013 = in 2013-09-04/2013-09-04"),
        ("It opened on 19 May.", "19 May = in 2021-05-19/2021-05-19"),
        ("It opened on May 4th.", "May 4th = in 2021-05-04/2021-05-04"),
        ("It opened on December 4, when it snowed.", "December 4 = in 2020-12-04/2020-12-04"),
        ("It opened on 4/11/2018.", "4/11/2018 = in 2018-11-04/2018-11-04"),
        ("It opened on 11/24/2018.", "11/24/2018 = in 2018-11-24/2018-11-24"),
        ("It opened on 44/44/2018.", "44/44/2018 = in"),
        ("It opened on 31 April 2018.", "April 2018 = in 2018-04-01/2018-04-30"),
        ("It opened in October 2014.", "October 2014 = in 2014-10-01/2014-10-31"),
        ("In October 2014 prices fell.", "October 2014 = in 2014-10-01/2014-10-31"),
        ("In Sept. 2014 prices fell.", "Sept. 2014 = in 2014-09-01/2014-09-30"),
        ("On May 4th, 2014 prices fell.", "May 4th, 2014 = in 2014-05-04/2014-05-04"),
        ("On 4 May 2014 prices fell.", "4 May 2014 = in 2014-05-04/2014-05-04"),
        ("On May 4 2014 prices fell.", "May 4 2014 = in 2014-05-04/2014-05-04"),
        ("In October, 2014 kilns closed.", "October = in 2020-10-01/2020-10-31"),
        ("It opened in July.", "July = in 2021-07-01/2021-07-31"),
        ("It opened in October.", "October = in 2020-10-01/2020-10-31"),
        ("January-October 2014 was dry.", "January-October 2014 = in 2014-01-01/2014-10-31"),
        ("November to February 2015 was dry.", "November to February 2015 = in 2014-11-01/2015-02-28"),
        ("November to February was dry.", "November to February = in 2020-11-01/2021-02-28"),
        ("It opened on Monday.", "Monday = in 2021-08-16/2021-08-16"),
        ("It opened on Wednesday.", "Wednesday = in 2021-08-18/2021-08-18"),
        ("It opened last Monday.", "last Monday = in 2021-08-16/2021-08-16"),
        ("It opened on 2018-11-04.", "2018-11-04 = in 2018-11-04/2018-11-04"),
        ("It opened on Monday's date.", "Monday's = in 2021-08-16/2021-08-16"),
        ("October's census was late.", "October's = in 2020-10-01/2020-10-31"),
        ("July\u2019s rain was late.", "July\u2019s = in 2021-07-01/2021-07-31"),
        ("January and February were dry.", "January and February = in 2021-01-01/2021-02-28"),
        ("It opened in May of 2018.", "May of 2018 = in 2018-05-01/2018-05-31"),
        ("It opened in May last year.", "May last year = in 2020-05-01/2020-05-31"),
        ("It opened in May of last year.", "May of last year = in 2020-05-01/2020-05-31"),
        ("It opened on 19 May last year.", "19 May last year = in 2020-05-19/2020-05-19"),
        ("It opened on May 19 of last year.", "May 19 of last year = in 2020-05-19/2020-05-19"),
        ("It opens in May next year.", "May next year = in 2022-05-01/2022-05-31"),
        ("It opens next Monday.", "next Monday = in 2021-08-23/2021-08-23"),
    ],
)
def test_days_months_and_weekdays(periods_in: PeriodsIn, text: str, expected: str) -> None:
    assert periods_in(text) == [expected]


@pytest.mark.parametrize("text", ["It May come.", "The Long March ended.", "They may come in.", "We march on."])
def test_may_and_march_are_also_other_words(periods_in: PeriodsIn, text: str) -> None:
    assert periods_in(text) == []


@pytest.mark.parametrize("text", ["5/6/12.5", "5/6/123", "5/6", "5/6/20189"])
def test_other_numbers_with_strokes_are_no_dates(periods_in: PeriodsIn, text: str) -> None:
    assert periods_in(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("in October", "October = in 2016-10-01/2016-10-31"),
        ("on 3 October", "3 October = in 2016-10-03/2016-10-03"),
        ("on Monday", "Monday = in"),
    ],
)
def test_a_month_without_any_date_is_of_the_year_spoken_of(
    undated_periods_in: PeriodsIn, text: str, expected: str
) -> None:
    assert undated_periods_in(text, focus_year=2016) == [expected]


def test_without_date_and_year_a_month_is_known_to_be_one(undated_periods_in: PeriodsIn) -> None:
    assert undated_periods_in("It opened in October, or on 3 November.") == ["October = in", "3 November = in"]
    assert undated_periods_in("January to October") == ["January to October = in"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It will open in October.", "October = in 2021-10-01/2021-10-31"),
        ("It is to be opened by October as planned.", "by October = by 2021-10-01/2021-10-31"),
        ("By October it will be open.", "By October = by 2021-10-01/2021-10-31"),
        ("She expects it to open in April.", "April = in 2022-04-01/2022-04-30"),
        ("It should open by the end of October.", "by the end of October = by 2021-10-31/2021-10-31"),
        ("It will open on 3 October.", "3 October = in 2021-10-03/2021-10-03"),
        ("It will open in August.", "August = in 2021-08-01/2021-08-31"),
        ("By October it had opened.", "By October = by 2020-10-01/2020-10-31"),
        ("It may open by May.", "by May = by 2022-05-01/2022-05-31"),
        ("In October the town said that it would open.", "October = in 2020-10-01/2020-10-31"),
        ("The plan announced in October was shelved.", "October = in 2020-10-01/2020-10-31"),
        ("It will be opened in October.", "October = in 2021-10-01/2021-10-31"),
    ],
)
def test_a_month_of_what_is_to_come_is_the_next_one(periods_in: PeriodsIn, text: str, expected: str) -> None:
    assert periods_in(text) == [expected]


def test_a_month_of_that_year_is_of_the_year_spoken_of(periods_in: PeriodsIn) -> None:
    assert periods_in("It opened in May of that year.", focus_year=1996) == [
        "May of that year = in 1996-05-01/1996-05-31"
    ]
