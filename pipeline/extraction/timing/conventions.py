"""Conventions: what readers take for granted where a text leaves a base or a year out.

Belongs here: spans that follow from other spans. Does not: anything that looks at a sentence.
"""

from __future__ import annotations

from pipeline.extraction.periods import Period
from pipeline.extraction.spans import Span, month_span, shift, shift_days, year_span
from pipeline.extraction.timing.timing import Timing

_YEAR = 12
_SATURDAY = 5
_LONGEST_BY_DAYS = 31
"""A longer period is not compared with the days before it."""


def year_before(period: Span) -> Span | None:
    """What a change during `period` is measured against: a year earlier; null for a period of several years."""
    return shift(period, -_YEAR) if period.years <= 1 else None


def start_of(period: Span, *, day: bool = False) -> Span:
    """What a change over all of `period` is measured against: its first year, its first month, or its first day."""
    start = period.start
    if day:
        return Span(start, start)
    return year_span(start.year) if period.whole_years else month_span(start.year, start.month)


def end_of(period: Span) -> Span:
    """When a level is reached to which a change over `period` leads: its last year; else no part of it is told."""
    return year_span(period.end.year) if period.whole_years else period


def day_before(period: Span) -> Span:
    """What the price of a day is measured against where nothing is said: that of the working day before."""
    back = 1
    while shift_days(period, -back).start.weekday() >= _SATURDAY:
        back += 1
    return shift_days(period, -back)


def earlier(period: Span, base: Period) -> Span | None:
    """As in "a year earlier", "two days before": `period` moved back; no span of years has a day before."""
    if base.days and period.end.toordinal() - period.start.toordinal() > _LONGEST_BY_DAYS:
        return None
    return shift_days(shift(period, -base.months), -base.days)


def over(length: int, period: Span) -> Timing:
    """The timing of a change over so many months up to `period`, or to its last year."""
    last = end_of(period)
    base = shift(last, -length)
    return Timing(Span(base.start, last.end), base, rule="over-a-length")


def aligned(base: Span, period: Span | None) -> Span:
    """As in "the same period of 2021": the months of `period` in the year of `base`."""
    if period is None or not base.whole_years or base.years or period.whole_years:
        return base
    return shift(period, _YEAR * (base.start.year - period.start.year))
