"""Periods: the words of a sentence that say when, each with its span or its distance from another.

Belongs here: recognising calendar expressions in tokens. Does not: choosing which of them a figure has (`timing`),
calendar arithmetic (`spans`).
"""

from __future__ import annotations

from pipeline.extraction.periods.peaks import peak_told
from pipeline.extraction.periods.period import UNDATED, Clock, Period, PeriodKind
from pipeline.extraction.periods.reader import find_periods
from pipeline.extraction.periods.reports import is_of_report, period_reported

__all__ = ["UNDATED", "Clock", "Period", "PeriodKind", "find_periods", "is_of_report", "peak_told", "period_reported"]
