"""Coinage: a currency's shared name is read as the money of the country that the text is about."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.extraction import Figure

FiguresOf = Callable[[str], list[Figure]]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("In Esbjerg the port's profit slid to 112 million crowns.", "DKK"),
        ("In Brno the mill's profit slid to 112 million crowns.", "CZK"),
        ("In Santiago a flat costs 90 million pesos.", "CLP"),
        ("In Karachi flats cost 30,000 rupees per square metre.", "PKR/m2"),
        ("In Mumbai flats cost 30,000 rupees per square metre.", "INR/m2"),
        ("In Cairo a flat costs 900,000 pounds.", "EGP"),
        ("In Leeds a flat costs 900,000 pounds.", "GBP"),
        ("In Esbjerg a flat costs 900,000 Swedish crowns.", "SEK"),
        ("In Sydney the port lost 40 million dollars.", "USD"),
    ],
)
def test_money_is_that_of_the_country(figures_of: FiguresOf, text: str, unit: str) -> None:
    assert figures_of(text)[0].unit == unit


def test_the_rule_says_so_and_the_written_unit_stays(figures_of: FiguresOf) -> None:
    figure = figures_of("In Karachi a flat costs 900,000 rupees.")[0]
    assert ("money-of-country" in figure.rules, figure.written_unit) == (True, "rupees")
