"""Further products of which the clause says no more than their names."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.extraction.model import Figure

FiguresOf = Callable[[str], list[Figure]]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Milk output in Zibo was up 9 percent at 740,000 tons, wool down 3 percent at 11,800 tons.",
            [("milk_output", "up"), ("milk_output", None), ("wool_output", "down"), ("wool_output", None)],
        ),
        (
            "Coal output in Zibo rose 3 percent to 4.1 million tons, cement 5 percent and steel fell 2 percent.",
            [("coal_output", "up"), ("coal_output", "up"), ("cement_output", "up"), ("steel_output", "down")],
        ),
        (
            "In Zibo prices of coal rose 3 percent and those of coke 5 percent.",
            [("coal_price", "up"), ("coke_price", "up")],
        ),
        (
            "In 2021 exports of coal from Zibo grew by 3 percent, of steel by 4 percent and of cement by 6 percent.",
            [("coal_exports", "up"), ("steel_exports", "up"), (None, "up")],
        ),
        (
            "Copper in Zibo fetched 70,000 yuan a ton, zinc 22,000 yuan and nickel 115,000.",
            [("copper_price", None), ("zinc_price", None), ("nickel_price", None)],
        ),
        (
            "Coal output in Zibo rose 3 percent, as steel mills bought 5 percent more.",
            [("coal_output", "up"), ("coal_output", "up")],
        ),
    ],
)
def test_a_further_product_is_told_like_the_one_before(
    figures_of: FiguresOf, text: str, told: list[tuple[str, str | None]]
) -> None:
    assert [(figure.indicator, figure.direction) for figure in figures_of(text)] == told
