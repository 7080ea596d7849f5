"""Reports: the day on which one comes out dates no figure; what the lead says that it is of dates them all."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from pipeline.extraction import Figure

FiguresOf = Callable[[str], list[Figure]]


@pytest.mark.parametrize(
    "came",
    [
        "put out on 11 March",
        "issued on Friday",
        "made public on March 11",
        "posted in early March",
        "presented on 11 March",
        "summed up in its report of 11 March",
    ],
)
def test_the_day_of_a_report_is_no_period(figures_of: FiguresOf, came: str) -> None:
    text = f"This is how 2021 looks in the yearly figures that Zwolle {came}.\n\nThe town had 4,100 firms."
    firms = figures_of(text)[-1]
    assert (firms.period_start, firms.period_end) == (date(2021, 1, 1), date(2021, 12, 31))


def test_what_the_lead_reports_on_is_what_each_paragraph_is_about(figures_of: FiguresOf) -> None:
    text = (
        "The council's report on 2021 is out.\n\nZwolle had 4,100 firms. In February 2022 two more opened.\n\n"
        "Visitors numbered 310,000."
    )
    assert figures_of(text)[-1].period_end == date(2021, 12, 31)


def test_what_is_issued_in_a_year_is_of_that_year(figures_of: FiguresOf) -> None:
    figure = figures_of("Building permits issued in 2017 came to 340 in Zwolle.")[0]
    assert figure.period_end == date(2017, 12, 31)


def test_what_figures_are_compared_with_is_not_what_they_are_of(figures_of: FiguresOf) -> None:
    text = "The figures are better than in 2015, the council said.\n\nZwolle has 4,100 firms now."
    figure = figures_of(text)[0]
    assert figure.period_end == date(2022, 12, 31)
