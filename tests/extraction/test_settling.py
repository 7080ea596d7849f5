"""Settling: columns that follow from the indicator."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.extraction.binding import Bound
from pipeline.extraction.mentions import Entity
from pipeline.extraction.model import Figure
from pipeline.extraction.settling import whose

FiguresOf = Callable[[str], list[Figure]]
MINE = Entity("CN-3703", "Zibo", "city", "Xishan mine", "facility", "mine")


@pytest.mark.parametrize(
    ("text", "kind", "indicator"),
    [
        ("Unemployment in Zibo is 6 per cent.", "rate", "unemployment_rate"),
        ("Growth in Zibo rose to 6 per cent.", "rate", "gdp_growth"),
        ("The GDP of Zibo rose by 6 per cent.", "change", "gdp"),
        ("Wages in Zibo are 6 per cent below those of Weifang.", "rate", "average_wage_gap_to"),
    ],
)
def test_kind_and_indicator_go_together(figures_of: FiguresOf, text: str, kind: str, indicator: str) -> None:
    figure = figures_of(text)[0]
    assert (figure.kind, figure.indicator) == (kind, indicator)


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("The GDP of Zibo rose by 6 per cent.", "real"),
        ("The GDP of Zibo rose by 6 per cent in nominal terms.", "nominal"),
        ("Industrial value added in Zibo rose by 6 per cent.", "real"),
        ("Fiscal revenue in Zibo rose by 6 per cent.", None),
        ("Fiscal revenue in Zibo rose by 6 per cent in real terms.", "real"),
        ("The GDP of Zibo rose to 6 billion yuan.", None),
        ("Gnome fairs in Zibo rose by 6 per cent in nominal terms.", None),
    ],
)
def test_the_price_basis(figures_of: FiguresOf, text: str, basis: str | None) -> None:
    assert figures_of(text)[0].price_basis == basis


@pytest.mark.parametrize(
    ("text", "aggregation"),
    [
        ("Coal output in Zibo was 73,000 tonnes in 2016.", "period"),
        ("The population of Zibo was 4.1 million in 2016.", "point"),
        ("Zibo dug 73,000 tonnes of coal between 2010 and 2016.", "cumulative"),
        ("Fiscal revenue in Zibo averaged 41 million yuan.", "average"),
        ("Coal output in Zibo fell by 6 per cent.", None),
        ("Gnomes in Zibo took 40 yuan.", None),
    ],
)
def test_the_aggregation(figures_of: FiguresOf, text: str, aggregation: str | None) -> None:
    assert figures_of(text)[0].aggregation == aggregation


@pytest.mark.parametrize(
    ("indicator", "is_of_mine"),
    [
        ("coal_output", True),
        ("employees", True),
        (None, True),
        ("share_of_city_gdp", True),
        ("population", False),
        ("gdp", False),
        ("gdp_growth", False),
        ("fiscal_revenue_rank", False),
    ],
)
def test_only_places_have_people_and_public_finance(indicator: str | None, is_of_mine: bool) -> None:
    entity = whose(MINE, Bound(indicator, "words", "rule"))
    assert entity is not None
    assert (entity.subject == "Xishan mine", entity.place) == (is_of_mine, "Zibo")


def test_nobody_s_figure_stays_nobody_s() -> None:
    assert whose(None, Bound("population", "words", "rule")) is None


@pytest.mark.parametrize(
    ("text", "value", "low"),
    [
        ("In the five years to 2010 exports of Lund grew by 7 per cent a year.", 7, 6.5),
        ("Exports of Lund fell at an annual 7 per cent between 2005 and 2010.", -7, -7.5),
        ("Between 2005 and 2010 exports of Lund rose 7 per cent annually.", 7, 6.5),
    ],
)
def test_what_grows_by_the_year_has_a_rate_and_no_change_over_all_years(
    figures_of: FiguresOf, text: str, value: float, low: float
) -> None:
    (figure,) = figures_of(text)
    assert (figure.kind, figure.indicator, figure.value, figure.low) == ("rate", "exports_growth", value, low)
    assert figure.direction is None


def test_what_grows_over_all_years_has_a_change(figures_of: FiguresOf) -> None:
    (figure,) = figures_of("Between 2005 and 2010 exports of Lund rose 7 per cent.")
    assert (figure.kind, figure.indicator, figure.direction) == ("change", "exports", "up")
