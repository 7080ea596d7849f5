"""Tons: which of them a text means, by its country, its other units, and what it says in brackets."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.extraction import extract_quantities
from pipeline.extraction.model import Figure

FiguresOf = Callable[[str], list[Figure]]

SHORT, LONG = 0.90718474, 1.0160469088


@pytest.mark.parametrize(
    ("text", "factor"),
    [
        ("The mill in Pittsburgh poured 3,100 tons of steel.", SHORT),
        ("The mill in Pittsburgh poured 3,100 metric tons of steel.", 1),
        ("The mill in Pittsburgh poured 3,100 tons of steel. It is 40 km away.", 1),
        ("The mill in Zibo poured 3,100 tons of steel.", 1),
        ("The mill in Pittsburgh poured 3,100 long tons of steel.", LONG),
    ],
)
def test_the_country_and_the_other_units_of_a_text_tell(figures_of: FiguresOf, text: str, factor: float) -> None:
    figure = figures_of(text)[0]
    assert figure.value == pytest.approx(3100 * factor)
    assert (figure.unit, figure.written_value) == ("tonne", 3100)


def test_the_other_readings_stay(figures_of: FiguresOf) -> None:
    figure = figures_of("The mill in Pittsburgh poured 3,100 tons of steel.")[0]
    assert {one.unit: round(one.value) for one in figure.unit_readings} == {"tonne": 3100, "long_ton": 3150}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("3.2 million tons (2.9 million tonnes)", 3.2e6 * SHORT),
        ("3.2 million tons (3.25 million tonnes)", 3.2e6 * LONG),
        ("3.2 million tons (3.2 million tonnes)", 3.2e6),
        ("3.2 million tons (7 million tonnes)", 3.2e6),
        ("10 gallons (45.5 cubic decimetres)", 0.03785411784),
    ],
)
def test_brackets_tell(text: str, value: float) -> None:
    assert extract_quantities(text)[0].value == pytest.approx(value)
