"""The former and the latter: of which product, measure or number before each of them tells."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.extraction.model import Figure

FiguresOf = Callable[[str], list[Figure]]


def test_amounts_of_the_two_products_named_last(figures_of: FiguresOf) -> None:
    figures = figures_of("Gavle lands cod and herring: 310 tonnes of the former and 120 tonnes of the latter.")
    assert [figure.indicator for figure in figures] == ["cod_output", "herring_output"]


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("Gavle grows rye and barley. The price of the latter rose by 7 per cent.", "barley_price"),
        ("Gavle grows rye and barley. Output of the former was 9,000 tonnes.", "rye_output"),
        ("Gavle grows rye and barley. Exports of the former fell by a tenth.", None),
        ("Gavle grows rye. Output of the former was 9,000 tonnes.", None),
    ],
)
def test_a_measure_of_one_of_two_products(figures_of: FiguresOf, text: str, indicator: str | None) -> None:
    assert figures_of(text)[0].indicator == indicator


@pytest.mark.parametrize(
    ("text", "indicator", "value"),
    [
        ("The former fell by 8 per cent.", "imports", 8),
        ("The latter fell by 8 per cent.", "exports", 8),
        ("In 2019 the former had been 70 million kronor.", "imports", 70e6),
    ],
)
def test_one_of_the_two_measures_told_last(figures_of: FiguresOf, text: str, indicator: str, value: float) -> None:
    told = "Imports into Gavle were 61 million kronor and exports 41 million kronor in 2020. "
    last = figures_of(told + text)[-1]
    assert (last.indicator, last.value) == (indicator, value)


def test_a_bare_number_is_another_value_of_that_one(figures_of: FiguresOf) -> None:
    told = "In Gavle births rose to 812 and deaths fell to 640 in 2020. "
    assert figures_of(told + "The former had been 790 in 2010.")[-1].indicator == "births"
    assert figures_of(told + "The latter had been 790 in 2010.")[-1].indicator == "deaths"
    assert len(figures_of(told + "The port had been 790 in 2010.")) == 2


def test_the_latter_alone_goes_on_about_the_former(figures_of: FiguresOf) -> None:
    figures = figures_of("Gavle and Falun make steel. The former has 31 furnaces and the latter 14.")
    assert [(figure.place, figure.value) for figure in figures] == [("Gävle", 31), ("Falun", 14)]
