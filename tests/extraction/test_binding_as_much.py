"""Factors and fractions with "as much": of what, and since when."""

from __future__ import annotations

import pytest

from pipeline.articles import article_from_text
from pipeline.extraction import read
from pipeline.extraction.model import Figure


def figure(text: str) -> Figure:
    (only,) = read(article_from_text(text, article_id="much", published="2022-03-15")).figures
    return only


@pytest.mark.parametrize(
    ("text", "indicator", "value", "direction"),
    [
        ("Wuhai dug twice as much coal in 2020 as in 2010.", "coal_output", 100, "up"),
        ("In 2020 Wuhai dug half as much coal as in 2010.", "coal_output", 50, "down"),
        ("In 2020 Wuhai had three times as many schools as in 2010.", "schools", 200, "up"),
        ("Wuhai exported twice as much in 2020 as in 2010.", "exports", 100, "up"),
        ("Wuhai's exports in 2020 were twice as high as in 2010.", "exports", 100, "up"),
    ],
)
def test_as_much_as_in_a_year_is_a_change_since_then(text: str, indicator: str, value: float, direction: str) -> None:
    read_of = figure(text)
    assert (read_of.indicator, read_of.kind, read_of.direction) == (indicator, "change", direction)
    assert read_of.value == pytest.approx(value)
    assert read_of.period_end is not None
    assert read_of.base_end is not None
    assert (read_of.period_end.year, read_of.base_end.year) == (2020, 2010)


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("Wuhai dug twice as much coal as Baotou.", "coal_output_relative_to"),
        ("Wuhai has twice as many schools as Baotou.", "schools_relative_to"),
        ("Wuhai has six times as many people as Baotou.", "population_relative_to"),
    ],
)
def test_as_much_as_another_place_is_a_ratio(text: str, indicator: str) -> None:
    read_of = figure(text)
    assert (read_of.indicator, read_of.kind, read_of.compared_with) == (indicator, "rate", "Baotou")


@pytest.mark.parametrize(
    "text",
    [
        "Coal output in Wuhai in 2020 was 9 per cent below that of 2010.",
        "In 2020 coal output in Wuhai was 9 per cent below its level of 2010.",
        "In 2020 coal output in Wuhai was 9 per cent below its 2010 level.",
    ],
)
def test_below_its_own_level_is_a_change(text: str) -> None:
    read_of = figure(text)
    assert (read_of.indicator, read_of.kind, read_of.direction) == ("coal_output", "change", "down")
    assert read_of.base_end is not None
    assert read_of.base_end.year == 2010


def test_below_that_of_another_is_a_gap() -> None:
    assert figure("Wages in Wuhai were 9 per cent below those of Baotou in 2020.").kind == "rate"


def test_a_number_with_a_scale_is_no_time_of_day() -> None:
    assert figure("Officials put Wuhai's population at 3.03 million in 2020.").indicator == "population"
