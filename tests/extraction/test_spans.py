"""Spans: calendar arithmetic, up to the ends of the calendar."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extraction.spans import (
    Span,
    day_span,
    half_span,
    last_month_before,
    last_weekday_before,
    month_span,
    months_until,
    quarter_span,
    shift,
    shift_days,
    week_span,
    year_span,
)

FAR = st.integers(-(10**7), 10**7)
MONTHS = st.builds(month_span, st.integers(1000, 3000), st.integers(1, 12), st.integers(12, 40))
"""Spans of whole months, far from the ends of the calendar."""
ANY = st.tuples(st.dates(), st.dates()).map(lambda days: Span(min(days), max(days)))


def shown(span: Span | None) -> str | None:
    return f"{span.start}/{span.end}" if span is not None else None


@pytest.mark.parametrize(
    ("span", "expected"),
    [
        (year_span(2014), "2014-01-01/2014-12-31"),
        (year_span(2014, 2016), "2014-01-01/2016-12-31"),
        (month_span(2016, 2), "2016-02-01/2016-02-29"),
        (month_span(2015, 12, 14), "2015-12-01/2016-02-29"),
        (month_span(2015, -1, 2), "2014-11-01/2015-02-28"),
        (quarter_span(2015, 4), "2015-10-01/2015-12-31"),
        (half_span(2015, 1), "2015-01-01/2015-06-30"),
        (day_span(2016, 2, 29), "2016-02-29/2016-02-29"),
        (day_span(2015, 2, 29), None),
        (day_span(0, 1, 1), None),
    ],
)
def test_years_and_their_parts(span: Span | None, expected: str | None) -> None:
    assert shown(span) == expected


@pytest.mark.parametrize(
    ("span", "months", "expected"),
    [
        (month_span(2015, 2), 12, "2016-02-01/2016-02-29"),
        (month_span(2016, 2), -12, "2015-02-01/2015-02-28"),
        (Span(date(2015, 5, 31), date(2015, 6, 15)), -3, "2015-02-28/2015-03-15"),
        (Span(date(2015, 2, 28), date(2015, 2, 28)), 12, "2016-02-29/2016-02-29"),
        (Span(date(2015, 2, 27), date(2015, 2, 27)), 12, "2016-02-27/2016-02-27"),
        (year_span(1), -12, "0001-01-01/0001-01-31"),
        (year_span(9999), 12, "9999-12-31/9999-12-31"),
    ],
)
def test_shift(span: Span, months: int, expected: str) -> None:
    assert shown(shift(span, months)) == expected


@pytest.mark.parametrize(
    ("last", "months", "expected"),
    [
        (date(2015, 6, 30), 12, "2014-07-01/2015-06-30"),
        (date(2015, 6, 15), 12, "2014-06-16/2015-06-15"),
        (date(2016, 2, 29), 1, "2016-02-01/2016-02-29"),
        (date(2015, 6, 30), 0, "2015-06-30/2015-06-30"),
        (date.max, 0, "9999-12-31/9999-12-31"),
        (date.min, 12, "0001-01-01/0001-01-01"),
    ],
)
def test_months_until(last: date, months: int, expected: str) -> None:
    assert shown(months_until(last, months)) == expected


def test_last_month_before() -> None:
    assert shown(last_month_before(date(2021, 8, 18), 8)) == "2021-08-01/2021-08-31"
    assert shown(last_month_before(date(2021, 8, 18), 9)) == "2020-09-01/2020-09-30"
    assert shown(last_month_before(date.min, 9)) == "0001-01-01/0001-01-31"


def test_whole_years_and_years_apart() -> None:
    assert year_span(2014, 2016).whole_years
    assert year_span(2014, 2016).years == 2
    assert not half_span(2014, 1).whole_years
    assert not half_span(2014, 2).whole_years


@given(FAR, FAR)
def test_no_year_is_too_far(year: int, last: int) -> None:
    span = year_span(min(year, last), max(year, last))
    assert date.min <= span.start <= span.end <= date.max


@given(FAR, st.integers(-100, 100), st.integers(0, 100))
def test_no_month_is_too_far(year: int, first: int, more: int) -> None:
    span = month_span(year, first, first + more)
    assert span.start <= span.end
    assert span.start.day == 1
    assert span.end == date.max or (span.end + timedelta(days=1)).day == 1


@given(ANY, FAR)
def test_shifting_keeps_the_order_of_days(span: Span, months: int) -> None:
    moved = shift(span, months)
    assert moved.start <= moved.end


@given(st.dates(), FAR)
def test_one_day_stays_one_day(day: date, months: int) -> None:
    moved = shift(Span(day, day), months)
    assert moved.start == moved.end


@given(MONTHS, st.integers(-6000, 6000))
def test_whole_months_come_back(span: Span, months: int) -> None:
    assert shift(shift(span, months), -months) == span


@given(MONTHS, st.integers(-3000, 3000), st.integers(-3000, 3000))
def test_whole_months_move_step_by_step(span: Span, first: int, second: int) -> None:
    assert shift(shift(span, first), second) == shift(span, first + second)


@given(st.dates(date(1000, 1, 1)), st.integers(1, 600))
def test_months_until_follow_one_another(last: date, months: int) -> None:
    span = months_until(last, months)
    assert span.end == last
    assert span.start - timedelta(days=1) == shift(Span(last, last), -months).end


@given(st.dates(date(1, 1, 7)), st.integers(0, 6))
def test_the_last_weekday_is_less_than_a_week_ago(published: date, weekday: int) -> None:
    span = last_weekday_before(published, weekday)
    assert span.start.weekday() == weekday
    assert timedelta(0) <= published - span.end < timedelta(days=7)


def test_weeks_end_with_the_calendar() -> None:
    assert shown(shift_days(Span(date(9999, 12, 28), date.max), 7)) == "9999-12-31/9999-12-31"
    assert shown(week_span(date.max)) == "9999-12-27/9999-12-31"
    # The first day of the calendar is a Monday; there is no Thursday before it.
    assert shown(last_weekday_before(date.min, 3)) == "0001-01-01/0001-01-01"


@given(st.dates(date(1000, 1, 1), date(3000, 1, 1)), st.integers(-1000, 1000))
def test_days_moved_forth_and_back_are_the_same_days(day: date, days: int) -> None:
    span = Span(day, day + timedelta(days=3))
    assert shift_days(shift_days(span, days), -days) == span


@given(st.dates(date(1000, 1, 1), date(3000, 1, 1)))
def test_a_week_holds_its_day_and_runs_from_monday(day: date) -> None:
    week = week_span(day)
    assert week.start <= day <= week.end
    assert (week.start.weekday(), (week.end - week.start).days) == (0, 6)
