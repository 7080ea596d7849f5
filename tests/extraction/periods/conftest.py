"""Calendar expressions in a sentence, in a form that is quick to read."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from pipeline.extraction.numerals import find_numerals
from pipeline.extraction.periods import Clock, Period, find_periods
from pipeline.extraction.tokens import tokenize

PUBLISHED = Clock(date(2021, 8, 18), date(2021, 8, 18))
"""A Wednesday."""


def _shown(text: str, clock: Clock, focus_year: int | None) -> list[str]:
    tokens = tokenize(text)

    def shown(period: Period) -> str:
        words = text[tokens[period.first].start : tokens[period.last - 1].end]
        when = f" {period.span.start}/{period.span.end}" if period.span is not None else ""
        return (
            f"{words} = {period.kind}{when}"
            + (f" {period.months} months" if period.months and period.span is None else "")
            + (f" {period.days} days" if period.days else "")
        )

    return [shown(period) for period in find_periods(tokens, find_numerals(tokens), clock, focus_year)]


@pytest.fixture(scope="session")
def periods_in() -> Callable[..., list[str]]:
    """The periods of a text of 18 August 2021, each as "words = kind first day/last day N months"."""

    def periods(text: str, *, focus_year: int | None = None) -> list[str]:
        return _shown(text, PUBLISHED, focus_year)

    return periods


@pytest.fixture(scope="session")
def undated_periods_in() -> Callable[..., list[str]]:
    """The same for a text without a date."""

    def periods(text: str, *, focus_year: int | None = None) -> list[str]:
        return _shown(text, Clock(None, None), focus_year)

    return periods
