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
