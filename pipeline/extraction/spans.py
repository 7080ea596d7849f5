"""Spans of days: years, months, quarters, and moving them back and forth.

Belongs here: calendar arithmetic. Does not: words (`periods`).

Every function is total: what would lie outside the calendar (years 1 to 9999) is cut off at its first or last day.
"""

from __future__ import annotations

import calendar
from datetime import MAXYEAR, MINYEAR, date, timedelta
from functools import lru_cache

from pipeline.extraction.values import frozen

_MONTHS = 12
_FIRST_MONTH = MINYEAR * _MONTHS
_LAST_MONTH = MAXYEAR * _MONTHS + _MONTHS - 1
_DAY = timedelta(days=1)


@frozen
class Span:
    """First and last day of a period, both inside it."""

    start: date
    end: date

    @property
    def years(self) -> int:
        """How many calendar years apart the first and last day are."""
        return self.end.year - self.start.year

    @property
    def whole_years(self) -> bool:
        """Whether it runs from a 1 January to a 31 December."""
        return (self.start.month, self.start.day) == (1, 1) and (self.end.month, self.end.day) == (12, 31)


# Texts speak of few years and months, and of each of them often.
@lru_cache(maxsize=256)
def year_span(first: int, last: int | None = None) -> Span:
    """From 1 January of `first` to 31 December of `last` (or of `first`)."""
    return Span(month_span(first, 1).start, month_span(first if last is None else last, _MONTHS).end)


@lru_cache(maxsize=512)
def month_span(year: int, first: int, last: int | None = None) -> Span:
    """From the first day of month `first` to the last day of month `last`; months past 12 fall in the next year."""
    january = year * _MONTHS - 1
    return Span(_month_start(january + first), _month_end(january + (first if last is None else last)))


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
    """`span` moved by `months` (negative: back). An end of a month stays one, and one day stays one day."""
    end = _index(span.end)
    moved = _month_end(end + months) if span.end == _month_end(end) else _shifted(span.end, months)
    return Span(moved if span.start == span.end else _shifted(span.start, months), moved)


def months_until(last: date, months: int) -> Span:
    """So many months up to and including the day `last`; that day alone where there are none."""
    if months < 1:
        return Span(last, last)
    day_before = shift(Span(last, last), -months).end
    return Span(min(day_before + _DAY, last), last)


def last_month_before(published: date, month: int) -> Span:
    """The latest month of that number that does not begin after `published`."""
    return month_span(published.year if month <= published.month else published.year - 1, month)


def last_weekday_before(published: date, weekday: int) -> Span:
    """The latest such weekday that is not after `published` (Monday is 0)."""
    back = (published.weekday() - weekday) % 7
    day = date.fromordinal(max(date.min.toordinal(), published.toordinal() - back))
    return Span(day, day)


def shift_days(span: Span, days: int) -> Span:
    """`span` moved by so many days (negative: back)."""
    return Span(_moved(span.start, days), _moved(span.end, days))


def week_span(day: date) -> Span:
    """The week of a day, from Monday to Sunday."""
    return Span(_moved(day, -day.weekday()), _moved(day, 6 - day.weekday()))


def _moved(day: date, days: int) -> date:
    return date.fromordinal(min(max(day.toordinal() + days, date.min.toordinal()), date.max.toordinal()))


def _index(day: date) -> int:
    """The number of the month of a day, counted through the years."""
    return day.year * _MONTHS + day.month - 1


def _month_start(index: int) -> date:
    year, month = divmod(min(max(index, _FIRST_MONTH), _LAST_MONTH), _MONTHS)
    return date(year, month + 1, 1)


def _month_end(index: int) -> date:
    first = _month_start(index)
    return first.replace(day=calendar.monthrange(first.year, first.month)[1])


def _shifted(day: date, months: int) -> date:
    """The same day of another month, or its last where it is shorter."""
    index = _index(day) + months
    if not _FIRST_MONTH <= index <= _LAST_MONTH:
        return date.min if months < 0 else date.max
    return min(_month_end(index), _month_start(index) + (day.day - 1) * _DAY)
