"""Fitting: units that are said in part, and indicators that a unit rules out."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.extraction.model import Figure

FiguresOf = Callable[[str], list[Figure]]


@pytest.mark.parametrize(
    ("text", "quote", "unit", "value"),
    [
        ("Barley yields in Lund rose by 200 kilos to 6,000 kilos a hectare.", "200 kilos", "tonne/hectare", 0.2),
        ("Wheat in Lund gave 7 tonnes per hectare. The barley yield was 6 tonnes.", "6 tonnes", "tonne/hectare", 6),
        ("In Lund wheat came in at 5 tonnes a hectare. Barley averaged 4 tonnes.", "4 tonnes", "tonne/hectare", 4),
    ],
)
def test_a_denominator_said_once_is_of_all(
    figures_of: FiguresOf, text: str, quote: str, unit: str, value: float
) -> None:
    (figure,) = [one for one in figures_of(text) if one.quote == quote]
    assert figure.unit == unit
    assert figure.value == pytest.approx(value)
    assert figure.low is not None
    assert figure.high is not None
    assert figure.low < figure.value < figure.high
    assert "shared-denominator" in figure.rules
    assert figure.indicator is not None


def test_what_a_unit_rules_out_keeps_its_words(figures_of: FiguresOf) -> None:
    (figure,) = figures_of("The barley yield of Lund was 900 tonnes.")
    assert (figure.indicator, figure.unit) == (None, "tonne")
    assert figure.measured is not None
    assert "yield" in figure.measured
