"""Conventions: what readers take for granted where a text leaves a base or a year out.

Belongs here: spans that follow from other spans. Does not: anything that looks at a sentence.
"""

from __future__ import annotations

from pipeline.extraction.spans import Span, month_span, shift, year_span

_YEAR = 12


def year_before(period: Span) -> Span | None:
    """What a change during `period` is measured against: a year earlier; null for a period of several years."""
    return shift(period, -_YEAR) if period.years <= 1 else None


def start_of(period: Span) -> Span:
    """What a change over all of `period` is measured against: its first year, or its first month."""
    start = period.start
    return year_span(start.year) if period.whole_years else month_span(start.year, start.month)


def end_of(period: Span) -> Span:
    """When a level is reached to which a change over `period` leads: its last year; else no part of it is told."""
    return year_span(period.end.year) if period.whole_years else period


def aligned(base: Span, period: Span | None) -> Span:
    """As in "the same period of 2021": the months of `period` in the year of `base`."""
    if period is None or not base.whole_years or base.years or period.whole_years:
        return base
    return shift(period, _YEAR * (base.start.year - period.start.year))
