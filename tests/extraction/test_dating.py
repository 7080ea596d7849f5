"""Dating: what a figure's period owes to the figures before it, and to the tense."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from pipeline.extraction.dating import is_present
from pipeline.extraction.model import Figure
from pipeline.extraction.sites import Site

FiguresOf = Callable[[str], list[Figure]]


@pytest.mark.parametrize(
    ("text", "present"),
    [
        ("Zibo has 40 mines.", True),
        ("There are 40 mines.", True),
        ("40 mines in the hills.", False),
        ("Zibo has closed 40 mines.", True),
        ("Zibo will open 40 mines.", True),
        ("Zibo had 40 mines.", False),
        ("Zibo opened 40 mines.", False),
        ("That is 7 per cent of them.", False),
        ("Of these, 7 per cent are old.", False),
        ("That town is home to 40 mines.", True),
    ],
)
def test_the_tense_of_a_clause(site_of: Callable[..., Site], text: str, present: bool) -> None:
    assert is_present(site_of(text)) is present


def test_a_level_at_the_end_of_a_span_is_of_its_last_year(figures_of: FiguresOf) -> None:
    change, level = figures_of("Coal output in Zibo fell between 2010 and 2016 by 12 per cent to 73,000 tonnes.")
    assert (change.period_start, change.period_end) == (date(2010, 1, 1), date(2016, 12, 31))
    assert (change.base_start, change.base_end) == (date(2010, 1, 1), date(2010, 12, 31))
    assert (level.period_start, level.period_end, level.base_start) == (date(2016, 1, 1), date(2016, 12, 31), None)


def test_a_change_leads_to_the_period_of_its_level(figures_of: FiguresOf) -> None:
    level, change = figures_of("In 2016 coal output in Zibo was 73,000 tonnes, down 12 per cent.")
    assert (change.period_start, change.period_end) == (level.period_start, level.period_end)
    assert (change.base_start, change.base_end) == (date(2015, 1, 1), date(2015, 12, 31))


def test_two_changes_of_one_clause_are_of_one_time(figures_of: FiguresOf) -> None:
    first, second = figures_of("In 2016 wages in Zibo rose by 3 per cent and by 600 yuan.")
    assert (first.period_start, first.base_start) == (second.period_start, second.base_start)


def test_a_period_of_its_own_comes_first(figures_of: FiguresOf) -> None:
    figures = figures_of("Wages in Zibo rose by 3 per cent in 2016 and by 5 per cent in 2017.")
    assert [figure.period_end for figure in figures] == [date(2016, 12, 31), date(2017, 12, 31)]


def test_the_present_without_a_date_is_of_no_period(figures_of: FiguresOf) -> None:
    first, second = figures_of("In 2016 Zibo had 40 mines. Zibo has 30 mines.")
    assert first.period_end == date(2016, 12, 31)
    assert (second.period_start, second.period_end) == (None, None)


def test_the_past_without_a_date_is_of_the_period_told_last(figures_of: FiguresOf) -> None:
    first, second = figures_of("In 2016 Zibo had 40 mines. Zibo had 7,300 miners.")
    assert (second.period_start, second.period_end) == (first.period_start, first.period_end)


def test_a_new_paragraph_begins_with_the_latest_period(figures_of: FiguresOf) -> None:
    text = "In 2016 Zibo had 40 mines. In 2012 it had 50 mines.{}Zibo had 7,300 miners."
    assert figures_of(text.format(" "))[-1].period_end == date(2012, 12, 31)
    assert figures_of(text.format("\n\n"))[-1].period_end == date(2016, 12, 31)
