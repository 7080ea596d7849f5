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
        ("Sales fell 3 per cent, and it rained in 2014.", year_span(2014), year_span(2013)),
    ],
)
def test_without_a_base_a_change_is_on_the_year_before(
    change_of: ChangeOf, text: str, period: Span, base: Span
) -> None:
    timing = change_of(text)
    assert (timing.period, timing.base, timing.rule) == (period, base, "year-before")


@pytest.mark.parametrize(
    ("text", "period", "base"),
    [
        ("In 2014 sales fell 3 per cent from a year earlier.", year_span(2014), year_span(2013)),
        ("In 2014 sales fell 3 per cent on the year.", year_span(2014), year_span(2013)),
        ("Year on year, sales fell 3 per cent in 2014.", year_span(2014), year_span(2013)),
        ("In the first half of 2014 sales fell 3 per cent year on year.", half_span(2014, 1), half_span(2013, 1)),
        ("In May 2014 sales fell 3 per cent month on month.", month_span(2014, 5), month_span(2014, 4)),
        (
            "In the first half of 2014 sales fell 3 per cent from the same period of 2011.",
            half_span(2014, 1),
            half_span(2011, 1),
        ),
        ("In 2014 sales were down 3 per cent from 2013.", year_span(2014), year_span(2013)),
        ("In 2014 sales were down 3 per cent on the level of 2013.", year_span(2014), year_span(2013)),
        ("In 2014 sales fell 3 per cent from 2014.", year_span(2014), None),
    ],
)
def test_the_base_that_the_text_names(change_of: ChangeOf, text: str, period: Span, base: Span | None) -> None:
    timing = change_of(text)
    assert (timing.period, timing.base) == (period, base)


@pytest.mark.parametrize(
    "text",
    [
        "In 2014 sales were 3 per cent lower than in 2010.",
        "In 2014 sales were down 3 per cent from 2010.",
        "In 2014 sales were down 3 per cent on the level of 2010.",
        "In 2014 sales were 3 per cent below those of four years earlier.",
    ],
)
def test_over_several_years_a_change_is_of_them_all(change_of: ChangeOf, text: str) -> None:
    timing = change_of(text, compared=True)
    assert (timing.period, timing.base) == (year_span(2010, 2014), year_span(2010))


def test_only_a_comparison_looks_for_its_base_behind_than(change_of: ChangeOf) -> None:
    text = "In 2014 sales were 3 per cent lower than in 2013."
    assert change_of(text, compared=True).period == year_span(2014)
    assert change_of(text, compared=True).base == year_span(2013)
    assert change_of(text, compared=False).period == year_span(2013)


@pytest.mark.parametrize(
    ("text", "period", "base"),
    [
        ("Between 2010 and 2016 sales fell 3 per cent.", year_span(2010, 2016), year_span(2010)),
        ("Sales fell by 3 per cent between 2010 and 2016.", year_span(2010, 2016), year_span(2010)),
        ("Since 2013 sales fell 3 per cent.", year_span(2013, 2021), year_span(2013)),
        (
            "Since May 2013 sales fell 3 per cent.",
            Span(month_span(2013, 5).start, year_span(2021).end),
            month_span(2013, 5),
        ),
        ("Over the past two years sales fell 3 per cent.", year_span(2019, 2021), year_span(2019)),
        ("Sales fell from 2010 to 2016, while prices fell 3 per cent.", year_span(2010, 2016), year_span(2010)),
        ("Sales fell from 2010 to 2016; in 2016 prices were 3 per cent down.", year_span(2010, 2016), year_span(2010)),
    ],
)
def test_a_change_over_a_span_is_against_its_start(change_of: ChangeOf, text: str, period: Span, base: Span) -> None:
    timing = change_of(text)
    assert (timing.period, timing.base) == (period, base)


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Sales fell from 2010 to 2016, while in 2015 prices fell 3 per cent.", year_span(2015)),
        ("Sales fell from 2010 to 2016, while in May 2016 prices fell 3 per cent.", month_span(2016, 5)),
        ("Sales fell from 2010 to 2016, while prices fell 3 per cent in 2015.", year_span(2015)),
    ],
)
def test_a_date_in_its_clause_wins_over_a_span_before(change_of: ChangeOf, text: str, period: Span) -> None:
    assert change_of(text).period == period


def test_the_level_that_a_change_leads_to_dates_it(change_of: ChangeOf) -> None:
    timing = change_of("It sold 300 looms, up 3 per cent.", 1, main=year_span(2015))
    assert (timing.period, timing.base) == (year_span(2015), year_span(2014))
    timing = change_of("In 2014 sales fell 3 per cent.", main=year_span(2015))
    assert timing.period == year_span(2014)


def test_two_changes_of_one_clause_have_each_the_date_behind_them(change_of: ChangeOf) -> None:
    text = "Sales fell 3 per cent in 2014 and 5 per cent in 2016."
    assert change_of(text, 0).period == year_span(2014)
    assert change_of(text, 1).period == year_span(2016)


def test_a_date_behind_the_next_change_is_of_both_but_not_one_before_it(change_of: ChangeOf) -> None:
    assert change_of("Sales fell 3 per cent and prices 5 per cent in 2014.", 0).period == year_span(2014)
    assert change_of("Sales fell 3 per cent and in 2014 5 per cent.", 0).period == year_span(2018)
    assert change_of("Sales fell 3 per cent and in 2014 5 per cent.", 1).period == year_span(2014)


def test_without_a_focus_an_undated_change_has_neither_period_nor_base(change_of: ChangeOf) -> None:
    for text in (
        "Sales fell 3 per cent.",
        "Sales fell 3 per cent from a year earlier.",
        "In the half sales fell 3 per cent.",
    ):
        timing = change_of(text, focus=None)
        assert (timing.period, timing.base) == (None, None)
