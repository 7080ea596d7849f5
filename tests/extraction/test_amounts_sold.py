"""Money told by a unit of goods that stands before it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.extraction.model import Figure

FiguresOf = Callable[[str], list[Figure]]


@pytest.mark.parametrize(
    ("text", "unit", "indicator"),
    [
        ("Growers near Lund have plums to spare. A kilo now goes for 2.10 euros.", "EUR/tonne", "plum_price"),
        ("Lund smelts nickel. In May a tonne cost $15,300.", "USD/tonne", "nickel_price"),
        ("Petrol is scarce in Lund. On the street each litre fetches about 3 dollars.", "USD/m3", "petrol_price"),
        ("In Lund a barrel of crude oil sold for $61 on Friday.", "USD/barrel", "crude_oil_price"),
        ("The price of a litre of milk in Lund rose by 6 per cent to 41 euro cents.", "EUR/m3", "milk_price"),
        ("In Lund a kilowatt-hour costs 0.19 euros.", "EUR/kWh", None),
        ("In Lund a square metre of a larger flat costs 3,900 euros.", "EUR/m2", "home_price"),
        ("In Lund a ticket costs 3 euros.", "EUR", "ticket_price"),
        ("The bakery in Lund spends 3,000 euros. A kilo of bread is heavy.", "EUR", None),
    ],
)
def test_money_is_told_by_the_unit_that_is_sold(
    figures_of: FiguresOf, text: str, unit: str, indicator: str | None
) -> None:
    figure = figures_of(text)[-1]
    assert figure.unit == unit
    assert figure.indicator == indicator


def test_what_is_set_beside_it_is_told_by_the_same_unit(figures_of: FiguresOf) -> None:
    figures = figures_of("Lund smelts nickel. A tonne cost $15,300 in May, against $12,200 in April.")
    assert [(figure.value, figure.unit) for figure in figures] == [(15300, "USD/tonne"), (12200, "USD/tonne")]


@pytest.mark.parametrize("verb", ["offered", "bid", "paid", "asked"])
def test_who_offers_is_not_what_is_sold(figures_of: FiguresOf, verb: str) -> None:
    figure = figures_of(f"Wheat around Lund was poor. Millers {verb} 190 euros a tonne.")[0]
    assert figure.indicator == "wheat_price"


def test_it_costs_is_of_what_the_text_speaks_of(figures_of: FiguresOf) -> None:
    figure = figures_of("Lund has run short of salmon. It costs 11 euros a kilo.")[0]
    assert figure.indicator == "salmon_price"
