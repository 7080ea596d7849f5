"""Bare numbers: what lends a number its unit, and how exact it then is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.extraction.bare_numbers import RULES
from pipeline.extraction.model import Figure

FiguresOf = Callable[[str], list[Figure]]


@pytest.mark.parametrize(
    ("text", "quote", "unit"),
    [
        ("Three of the county's 40 key projects were late.", "Three", "1"),
        ("Vacancy in Zibo fell from 57 per cent to 52.", "52", "percent"),
        ("Rents in Zibo rose from 54 yuan per square metre to 61.", "61", "CNY/m2"),
        ("Zibo spent 3 million yuan, and it earned some, or about 4 million.", "4 million", "CNY"),
        ("The blast in Zibo killed 12.", "12", "person"),
        ("Unemployment in Zibo was 6.1.", "6.1", "percent"),
        ("The population of Zibo fell to 310,000.", "310,000", "person"),
        ("The number of coal mines in Zibo fell to 31.", "31", "1"),
        ("Zibo opened 14 mines in 2011 and closed 3.", "3", "1"),
        ("Zibo dug 61,000 tonnes of coal in 2011. In 2012 it was 73,000.", "73,000", "tonne"),
        ("Zibo had 61,000 people in 2011. In 2012 it counted 73,000.", "73,000", "person"),
        ("Zibo is a city of 4.1 million.", "4.1 million", "person"),
        ("Zibo has 14 gnomes, and Weifang 3.", "3", "1"),
        ("The population of Zibo fell by 3 per cent. In 2012 it was 73,000.", "73,000", "person"),
        # What a change in per cent leads to is in the measure's own unit, and bare where that is not known.
        ("The population of Zibo fell by 3 per cent to 4.1 million.", "4.1 million", "person"),
        ("Unemployment in Zibo fell by 2 percentage points to 4.", "4", "percent"),
        ("The gnome index rose by 2 per cent to 3,245.", "3,245", "1"),
    ],
)
def test_the_unit_comes_from_what_goes_on(figures_of: FiguresOf, text: str, quote: str, unit: str) -> None:
    assert [figure.unit for figure in figures_of(text) if figure.quote == quote] == [unit]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Zibo sold it for 73,000.", "73,000"),
        ("Zibo opened 14 mines in 2011, all of them near 3.", "near 3"),
        ("Vacancy in Zibo was 54 per cent. It was 73,000.", "73,000"),
        ("Zibo dug 61,000 tonnes of coal in 2011. It was 12 there.", "12"),
    ],
)
def test_a_number_that_nothing_lends_a_unit_is_no_figure(figures_of: FiguresOf, text: str, quote: str) -> None:
    assert quote not in {figure.quote for figure in figures_of(text)}


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("Vacancy in Zibo fell from 57 per cent to 52.", 51.5, 52.5),
        ("Unemployment in Zibo was 6.", 5.5, 6.5),
        ("Growth in Zibo went from 3 per cent to -2.", -2.5, -1.5),
        ("Vacancy in Zibo fell from 57 per cent to less than 52.", None, 52),
        ("Zibo opened 14 mines in 2011 and closed 3.", 3, 3),
        ("Zibo dug 614 tonnes of coal in 2011. In 2012 it was 731.", 730.5, 731.5),
    ],
)
def test_what_is_measured_is_as_exact_as_it_is_written(
    figures_of: FiguresOf, text: str, low: float | None, high: float | None
) -> None:
    figure = figures_of(text)[-1]
    assert (figure.low, figure.high) == (low, high)


def test_an_own_unit_is_kept(figures_of: FiguresOf) -> None:
    figures = figures_of("Vacancy in Zibo fell from 57 per cent to 52 flats.")
    assert [figure.unit for figure in figures] == ["percent", "1"]


def test_each_rule_has_a_name_of_its_own() -> None:
    assert len({rule.__name__ for rule in RULES}) == len(RULES)
