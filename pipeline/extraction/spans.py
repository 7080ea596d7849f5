"""Spans of days: years, months, quarters, decades, and moving them back and forth.

Belongs here: calendar arithmetic. Does not: words (`periods`).
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class Span:
    """First and last day of a period, both inside it."""

    start: date
    end: date

    @property
    def years(self) -> int:
        """How many calendar years apart the first and last day are."""
        return self.end.year - self.start.year


def year_span(first: int, last: int | None = None) -> Span:
    """From 1 January of `first` to 31 December of `last` (or of `first`)."""
    return Span(date(first, 1, 1), date(first if last is None else last, 12, 31))


def month_span(year: int, first: int, last: int | None = None) -> Span:
    """From the first day of month `first` to the last day of month `last`; months past 12 fall in the next year."""
    begin = date(year + (first - 1) // 12, (first - 1) % 12 + 1, 1)
    final = first if last is None else last
    final_year, final_month = year + (final - 1) // 12, (final - 1) % 12 + 1
    return Span(begin, date(final_year, final_month, calendar.monthrange(final_year, final_month)[1]))


def day_span(year: int, month: int, day: int) -> Span | None:
    """One day; null where the calendar has no such day."""
    try:
        one = date(year, month, day)
    except ValueError:
        return None
    return Span(one, one)


def quarter_span(year: int, quarter: int) -> Span:
    """Quarter 1 to 4 of a year."""
    return month_span(year, 3 * quarter - 2, 3 * quarter)


def half_span(year: int, half: int) -> Span:
    """Half 1 or 2 of a year."""
    return month_span(year, 6 * half - 5, 6 * half)


def shift(span: Span, months: int) -> Span:
    """`span` moved by `months` (negative: back). Ends of months stay ends of months."""
    return Span(_shift_day(span.start, months, False), _shift_day(span.end, months, _is_month_end(span.end)))


def last_month_before(published: date, month: int) -> Span:
    """The latest month of that number that does not begin after `published`."""
    return month_span(published.year if month <= published.month else published.year - 1, month)


def last_weekday_before(published: date, weekday: int) -> Span:
    """The latest such weekday that is not after `published` (Monday is 0)."""
    day = published - timedelta(days=(published.weekday() - weekday) % 7)
    return Span(day, day)


def in_calendar(year: int) -> bool:
    """Whether dates of `year` and of the years around it can be represented."""
    return 2 <= year <= 9900


def _is_month_end(day: date) -> bool:
    return day.day == calendar.monthrange(day.year, day.month)[1]


def _shift_day(day: date, months: int, month_end: bool) -> date:
    index = day.year * 12 + day.month - 1 + months
    year, month = max(1, min(9999, index // 12)), index % 12 + 1
    final = calendar.monthrange(year, month)[1]
    return date(year, month, final if month_end else min(day.day, final))
